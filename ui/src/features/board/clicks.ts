/** Clicks on cards, heard by the list around them: open, choose, menu. A click that ended a drag never arrives here. */
import { openRecord } from '../../store';
import { indexOf } from './strip';
import type { Cell } from './cell.svelte';
import { cardMenu, closeCardMenu, openCardMenu } from './cardMenu.svelte';
import { editing } from './editing.svelte';
import { chooseOnly, chooseRange, isChosen, selection, setAnchor, toggle } from './selection.svelte';

function idAt(event: Event): string | null {
  return event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-deal-id]')?.dataset.dealId ?? null) : null;
}

export function onCardClick(event: MouseEvent, cell: Cell): void {
  const id = idAt(event);
  if (!id || !(event.target instanceof Element)) return;
  const button = event.target.closest('[data-card-menu]');
  if (button) {
    if (cardMenu.open?.id === id) closeCardMenu();
    else openCardMenu(id, button);
    return;
  }
  if (editing.title === id) return;
  const index = indexOf(cell.strip, id);
  if (event.shiftKey) void chooseRange(cell.key, index, event.ctrlKey || event.metaKey);
  else if (event.ctrlKey || event.metaKey) toggle(id, cell.key, index);
  else if (selection.size > 0 && !(selection.size === 1 && isChosen(id))) chooseOnly(id, cell.key, index);
  else {
    setAnchor(cell.key, index);
    openRecord('deal', id);
  }
}

/** The right button, or the menu key on the focused card. */
export function onCardContext(event: MouseEvent): void {
  const id = idAt(event);
  if (!id || editing.title === id) return;
  event.preventDefault();
  // The menu key has no place of its own.
  const element = event.target instanceof Element ? event.target.closest('[data-deal-id]') : null;
  if (event.clientX === 0 && event.clientY === 0 && element) openCardMenu(id, element);
  else openCardMenu(id, { x: event.clientX, y: event.clientY });
}
