/** Records opened lately, the newest first: what the palette offers before a word is typed. */
import type { RecordKind } from '../ipc';
import { preference, setPreference } from './preferences.svelte';

export type Recent = { readonly kind: RecordKind; readonly id: string; readonly title: string; readonly second: string | null };

const KEY = 'recent';
const MOST = 12;

function isRecents(value: unknown): value is Recent[] {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => typeof one === 'object' && one !== null && 'kind' in one && 'id' in one && 'title' in one && typeof one.title === 'string')
  );
}

export const recent = {
  get list(): readonly Recent[] {
    return preference<Recent[]>(KEY, [], isRecents);
  },
};

/** A record was opened: it comes first, under the name it has now. */
export function noteRecent(record: Recent): void {
  const first = recent.list[0];
  if (first?.id === record.id && first.title === record.title && first.second === record.second) return;
  setPreference(KEY, [{ ...record }, ...recent.list.filter((one) => one.id !== record.id)].slice(0, MOST));
}

/** A record is no longer there. */
export function forgetRecent(id: string): void {
  if (recent.list.some((one) => one.id === id)) setPreference(KEY, recent.list.filter((one) => one.id !== id));
}
