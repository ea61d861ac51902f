/** The focus, given back to where it was when something that took it (a question, a menu) is gone. */
import { tick } from 'svelte';

/** Rows and cards: they keep the focus for what is inside of them. */
const ROW = '[role="row"], [role="option"], [data-deal-id]';
/** The one row of a list that is in the tab order. */
export const STOP = '[role="row"][tabindex="0"], [role="option"][tabindex="0"], [data-deal-id][tabindex="0"]';
const LISTS = '.vlist, .col__cards';

type Place = { readonly element: HTMLElement; readonly list: Element | null };

let open = 0;
let below: Place | null = null;

export const nobodyHasFocus = (): boolean => document.activeElement === null || document.activeElement === document.body;

function placeNow(): Place | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  return { element: element.closest<HTMLElement>(ROW) ?? element, list: element.closest(LISTS) };
}

/**
 * Something that takes the focus is about to open over the page. Call the answer when it is gone: unless somebody took
 * the focus meanwhile, it goes back; where its row is gone too, to the row that is in the tab order now. What opens out
 * of something like it (a question out of a menu) goes back to where the first was opened.
 */
export function overPage(): () => void {
  if (open === 0 && below === null) below = placeNow();
  open += 1;
  return () => {
    open -= 1;
    void tick().then(() => requestAnimationFrame(giveBack));
  };
}

function giveBack(): void {
  if (open > 0) return;
  const place = below;
  below = null;
  if (place === null || !nobodyHasFocus()) return;
  const target = place.element.isConnected ? place.element : place.list?.querySelector<HTMLElement>(STOP);
  target?.focus({ preventScroll: true });
}
