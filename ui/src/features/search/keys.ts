/** The keys of a search field over its list. Answers true when the key was taken. */
import { isComposing, isMac } from '../../shared/keyboard.svelte';
import type { Finder } from './finder.svelte';
import type { Item } from './items';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export function finderKey(event: KeyboardEvent, finder: Finder, onchoose: (item: Item, board: boolean) => void): boolean {
  // While an input method composes, arrows and Enter are its own.
  if (isComposing(event) || event.altKey) return false;
  const step = STEPS[event.key];
  if (step !== undefined) finder.move(step);
  else if (event.key === 'Enter') {
    const board = isMac ? event.metaKey : event.ctrlKey;
    void finder.pick().then((item) => item && onchoose(item, board));
  } else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}
