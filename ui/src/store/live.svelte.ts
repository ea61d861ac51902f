/** What the live region says. Elements are appended, never changed: WebKitGTK announces only additions. */
import { untrack } from 'svelte';

export type Announcement = { readonly key: number; readonly text: string };

const KEPT = 3;
let next = 0;
let spoken = $state.raw<readonly Announcement[]>([]);

export const live = {
  get announcements(): readonly Announcement[] {
    return spoken;
  },
};

/** Says a sentence to assistive technology, politely. */
export function announce(text: string): void {
  if (text === '') return;
  next += 1;
  untrack(() => (spoken = [...spoken.slice(1 - KEPT), { key: next, text }]));
}
