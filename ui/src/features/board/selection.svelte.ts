/** Which cards are chosen. Ids only: cards beyond what is loaded can be chosen too. Totals come from the core. */
import { SvelteMap } from 'svelte/reactivity';
import { call, toAppError, type RecordAct, type Totals } from '../../ipc';
import { newest } from '../../shared/newest';
import { refuse, revision } from '../../store';
import { board, cellOf, placeOf } from './boardStore.svelte';
import type { Cell } from './cell.svelte';
import { rememberOptions } from './optionsMemory';

/** Where a chosen card stood when it was chosen: for the order of a stack. */
type Mark = { readonly key: string; readonly index: number };

const chosen = new SvelteMap<string, Mark>();
let totals = $state.raw<Totals | null>(null);
let fits = $state.raw<readonly RecordAct[]>([]);
let from: Mark | null = null;
const ask = newest();

export const selection = {
  get size(): number {
    return chosen.size;
  },
  /** Count and sums of what is chosen; null until the core answered. */
  get totals(): Totals | null {
    return totals;
  },
  /** What fits any of what is chosen, as the core last said. */
  get fits(): readonly RecordAct[] {
    return fits;
  },
  /** Where a range starts. Not reactive. */
  get anchor(): Mark | null {
    return from;
  },
};

export const isChosen = (id: string): boolean => chosen.has(id);

/** The chosen ids as they stand on the board: column by column, from the top. */
export function chosenIds(): string[] {
  const order = new Map(board.cells.map((cell, at) => [cell.key, at]));
  const now = new Map<string, Mark>();
  for (const cell of board.cells) for (const [index, card] of cell.strip.cards) if (chosen.has(card.id)) now.set(card.id, { key: cell.key, index });
  const place = (id: string, mark: Mark): Mark => now.get(id) ?? mark;
  return [...chosen]
    .map(([id, mark]) => ({ id, ...place(id, mark) }))
    .sort((a, b) => (order.get(a.key) ?? 0) - (order.get(b.key) ?? 0) || a.index - b.index)
    .map((one) => one.id);
}

/** Titles of chosen cards that are on screen. */
export function titlesOf(ids: readonly string[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const id of ids) {
    const place = placeOf(id);
    if (place) titles.set(id, place.card.title);
  }
  return titles;
}

function changed(): void {
  const still = ask();
  if (chosen.size === 0) {
    totals = null;
    fits = [];
    return;
  }
  // Several changes of one gesture are one question.
  setTimeout(() => still() && void sum(still), 30);
}

async function sum(still: () => boolean): Promise<void> {
  const ids = [...chosen.keys()];
  try {
    const options = await call('drop_options', { ids });
    if (!still()) return;
    totals = options.selection;
    fits = options.fits;
    if (options.revision >= revision()) rememberOptions(ids, options);
  } catch {
    // Some of them are gone: the next change of the board says which.
    if (still()) totals = null;
  }
}

export function toggle(id: string, key: string, index: number): void {
  if (chosen.has(id)) chosen.delete(id);
  else chosen.set(id, { key, index });
  from = { key, index };
  changed();
}

export function chooseOnly(id: string, key: string, index: number): void {
  chosen.clear();
  chosen.set(id, { key, index });
  from = { key, index };
  changed();
}

/** Sets where a range begins, without choosing. */
export function setAnchor(key: string, index: number): void {
  from = { key, index };
}

export function choose(cards: Iterable<{ id: string; key: string; index: number }>, add: boolean): void {
  if (!add) chosen.clear();
  for (const { id, key, index } of cards) chosen.set(id, { key, index });
  changed();
}

/** Everything from the anchor to a card of the same column, loaded or not. */
export async function chooseRange(key: string, index: number, add = false): Promise<void> {
  const cell = cellOf(key);
  if (!cell) return;
  const start = from?.key === key ? from.index : index;
  const [first, last] = start < index ? [start, index] : [index, start];
  const loaded = Array.from({ length: last - first + 1 }, (_, at) => cell.strip.cards.get(first + at)?.id);
  const ids = loaded.every((id) => id !== undefined) ? loaded : await idsBetween(cell, first, last + 1);
  if (ids === null) return;
  choose(ids.map((id, at) => ({ id, key, index: first + at })), add);
  from = { key, index: start };
}

/** Ids of cards that are not loaded; null when the core refuses (too many at once), which is said. */
async function idsBetween(cell: Cell, from: number, to: number): Promise<string[] | null> {
  try {
    return (await call('column_ids', { pipeline: cell.pipeline, stage: cell.stageId, filter: board.filter, from, to })).ids;
  } catch (cause) {
    refuse(toAppError(cause));
    return null;
  }
}

/** Cards that left the board are no longer chosen. */
export function unchoose(ids: Iterable<string>): void {
  let any = false;
  for (const id of ids) any = chosen.delete(id) || any;
  if (any) changed();
}

export function clearSelection(): void {
  if (chosen.size === 0) return;
  chosen.clear();
  changed();
}

/** The totals may have changed with the deals. */
export function refreshSelection(): void {
  if (chosen.size > 0) changed();
}
