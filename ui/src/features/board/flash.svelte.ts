/** Cards that were just moved: marked once, so that the eye finds them. */
import { SvelteSet } from 'svelte/reactivity';

/** As long as the animation, and as the still outline under reduced motion. */
const SHOWN_MS = 700;
const STILL_MS = 1000;
/** A crowd that lights up says nothing. */
const MOST = 60;

const lit = new SvelteSet<string>();

export const isLit = (id: string): boolean => lit.has(id);

/** Marks cards for a moment. */
export function flash(ids: readonly string[]): void {
  const shown = ids.slice(0, MOST);
  for (const id of shown) lit.add(id);
  const still = typeof window !== 'undefined' && window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  setTimeout(() => {
    for (const id of shown) lit.delete(id);
  }, still ? STILL_MS : SHOWN_MS);
}
