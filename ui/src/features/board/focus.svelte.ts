/** The one card in the tab order, and moving it. It follows cards that move and finds a neighbour when they leave. */
import { tick } from 'svelte';
import { board, cellOf, placeOf, readCard } from './boardStore.svelte';
import { isFolded } from './folds.svelte';
import { handleOf, sectionOf } from './handles';
import { indexOf } from './strip';

/** A card, or (without id) a column that has none. */
export type Spot = { readonly key: string; readonly index: number; readonly id: string | null };

let spot = $state.raw<Spot | null>(null);

export const focus = {
  get spot(): Spot | null {
    return spot;
  },
};

/** The card was focused by pointer or Tab. */
export function noteFocus(key: string, index: number, id: string | null): void {
  if (spot?.key === key && spot.index === index && spot.id === id) return;
  spot = { key, index, id };
}

/** Where the spot's card is now. */
export function currentSpot(): Spot | null {
  if (spot?.id == null) return spot;
  const cell = cellOf(spot.key);
  const index = cell ? indexOf(cell.strip, spot.id) : -1;
  if (index >= 0) return { ...spot, index };
  const moved = placeOf(spot.id);
  return moved ? { key: moved.cell.key, index: moved.index, id: spot.id } : spot;
}

/** Frames to wait for a column that was far to the side to draw the card. */
const PATIENCE = 12;

/** Focuses a card, bringing it into view. */
export async function focusCard(key: string, index: number): Promise<void> {
  const cell = cellOf(key);
  if (!cell) return;
  const at = Math.max(0, Math.min(index, cell.strip.count - 1));
  sectionOf(key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (cell.strip.count === 0 || isFolded(cell.pipeline, key)) {
    spot = { key, index: 0, id: null };
    await tick();
    handleOf(key)?.element(null)?.focus({ preventScroll: true });
    return;
  }
  handleOf(key)?.reveal(at);
  const card = await readCard(cell, at);
  const mine: Spot = { key, index: at, id: card?.id ?? null };
  spot = mine;
  for (let frame = 0; frame < PATIENCE && spot === mine; frame += 1) {
    await tick();
    const element = handleOf(key)?.element(mine.id);
    if (element) return element.focus({ preventScroll: true });
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    handleOf(key)?.reveal(at);
  }
}

/** Focuses the card with this id, wherever it went. */
export async function focusDeal(id: string): Promise<void> {
  const place = placeOf(id);
  if (place) await focusCard(place.cell.key, place.index);
}

/** The first card of the first column that has one. */
export function firstSpot(): Spot | null {
  for (const cell of board.cells) {
    const card = cell.strip.cards.get(0);
    if (card && !isFolded(cell.pipeline, cell.key)) return { key: cell.key, index: 0, id: card.id };
  }
  return null;
}

/** The neighbour column in a direction; folded ones count. */
export function columnBeside(key: string, step: 1 | -1): string | null {
  const at = board.cells.findIndex((cell) => cell.key === key);
  return at < 0 ? null : (board.cells[at + step]?.key ?? null);
}

/** After cards left: the one that closed up, or the last before it. */
export async function focusNear(old: Spot | null): Promise<void> {
  if (!old || placeOf(old.id ?? '')) return;
  await focusCard(old.key, old.index);
}
