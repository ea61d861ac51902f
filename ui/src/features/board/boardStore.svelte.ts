/**
 * The board's data: one pipeline's columns, read window by window and kept right by every change, ours or another window's.
 * What an act will do is drawn before the core answers (`foreseen.ts`). No rule, no order, no total is made here.
 */
import { call, toAppError, type AppError, type BoardFilter, type Card, type ColumnPage, type Pipeline, type RecordKind, type Totals } from '../../ipc';
import { newest } from '../../shared/newest';
import { NO_FILTER, catalog, onChange, revision, setNarrowing, setPreference, type Change } from '../../store';
import { Cell, PAGE, keyOf } from './cell.svelte';
import { indexOf, trimmed, withPage } from './strip';
import { sumOf } from './totals';
import { missingPages } from './windowing';

/** Cards read beyond what is seen, and pages under way at once. */
const AHEAD = 20;
const AT_ONCE = 3;
/** Changes of these kinds alter the columns themselves. */
const STRUCTURE: readonly RecordKind[] = ['pipeline', 'stage', 'setting'];
/** Changes of these kinds alter what cards say without naming a deal. */
const SPOKEN: readonly RecordKind[] = ['activity', 'organization', 'person', 'label'];

const state = $state<{ status: 'starting' | 'ready' | 'failed'; opened: boolean }>({ status: 'starting', opened: false });
let error = $state.raw<AppError | null>(null);
let pipeline = $state.raw<Pipeline | null>(null);
let cells = $state.raw<readonly Cell[]>([]);
let filter = $state.raw<BoardFilter>(NO_FILTER);
let filtered = $state(false);
const totals = $derived<Totals>(sumOf(cells.map((cell) => cell.totals)));

const ask = newest();
/** Acts drawn ahead and not answered yet: meanwhile nothing is read, so that nothing flickers back. */
let held = 0;
let reopen = false;

export const board = {
  get status(): 'starting' | 'ready' | 'failed' {
    return state.status;
  },
  get error(): AppError | null {
    return error;
  },
  get pipeline(): Pipeline | null {
    return pipeline;
  },
  get cells(): readonly Cell[] {
    return cells;
  },
  get filter(): BoardFilter {
    return filter;
  },
  get filtered(): boolean {
    return filtered;
  },
  get totals(): Totals {
    return totals;
  },
  /** Cards stand where they were put, not by a rule. */
  get byHand(): boolean {
    return pipeline === null || pipeline.sort === 'hand';
  },
};

export function cellOf(key: string): Cell | undefined {
  return cells.find((cell) => cell.key === key);
}

/** Where a card stands, among the known ones. */
export function placeOf(id: string): { cell: Cell; index: number; card: Card } | null {
  for (const cell of cells) {
    const index = indexOf(cell.strip, id);
    const card = cell.strip.cards.get(index);
    if (card) return { cell, index, card };
  }
  return null;
}

/** Opens a pipeline (null: the one last shown) under the filter in force. */
export async function openBoard(id: string | null = pipeline?.id ?? null): Promise<void> {
  const still = ask();
  try {
    const answer = await call('open_board', { pipeline: id, filter, cards: PAGE });
    if (!still()) return;
    // A change that was heard before this answer may not be in it yet.
    if (answer.revision < revision()) return await openBoard(id);
    if (held > 0) {
      reopen = true;
      return;
    }
    const kept = new Map(cells.filter((cell) => cell.pipeline === answer.pipeline.id).map((cell) => [cell.key, cell]));
    const next = answer.columns.map((column) => {
      const cell = kept.get(keyOf(column.stage?.id ?? null)) ?? new Cell(answer.pipeline.id, column.stage);
      cell.take(column);
      return cell;
    });
    if (pipeline !== null && pipeline.id !== answer.pipeline.id) setPreference('pipeline', answer.pipeline.id);
    pipeline = answer.pipeline;
    filtered = answer.filtered;
    if (next.length !== cells.length || next.some((cell, at) => cell !== cells[at])) cells = next;
    state.status = 'ready';
    error = null;
    for (const cell of cells) read(cell);
  } catch (cause) {
    if (!still()) return;
    error = toAppError(cause);
    // What is on screen stays; the strip above it says that it may be old.
    if (cells.length === 0) state.status = 'failed';
  }
}

/** Narrows the board. */
export function setFilter(next: BoardFilter): Promise<void> {
  filter = next;
  setNarrowing(next);
  return openBoard();
}

/** The cards about to be seen: unknown and old ones are read, and some beyond, so that scrolling finds them there. */
export function need(cell: Cell, first: number, last: number): void {
  cell.want = { first: Math.max(0, first - AHEAD), last: last + AHEAD };
  read(cell);
}

/** Reads what is wanted and not fresh, a few pages at a time: what a fast scroll passed by is not read at all. */
function read(cell: Cell): void {
  if (held > 0) return;
  const { first, last } = cell.want;
  const fresh = (index: number): boolean => cell.strip.cards.has(index) && cell.fresh.has(Math.floor(index / PAGE) * PAGE);
  const pages = missingPages(first, Math.max(last, first + 1), cell.strip.count, PAGE, fresh, cell.asked);
  for (const page of pages.slice(0, Math.max(0, AT_ONCE - cell.asked.size))) void readPage(cell, page.offset).then((ok) => ok && read(cell));
}

/** One card that is far from what is on screen. */
export async function readCard(cell: Cell, index: number): Promise<Card | null> {
  const known = cell.strip.cards.get(index);
  if (known) return known;
  await readPage(cell, Math.floor(index / PAGE) * PAGE);
  return cell.strip.cards.get(index) ?? null;
}

/** Answers whether it went well: what fails is not asked for again by itself. */
async function readPage(cell: Cell, offset: number): Promise<boolean> {
  const generation = cell.generation;
  cell.asked.add(offset);
  let page: ColumnPage;
  try {
    page = await call('column_page', { pipeline: cell.pipeline, stage: cell.stageId, filter, offset, limit: PAGE });
  } catch (cause) {
    if (generation === cell.generation) cell.asked.delete(offset);
    error = toAppError(cause);
    return false;
  }
  error = null;
  if (generation !== cell.generation || !cells.includes(cell)) return true;
  cell.asked.delete(offset);
  // Read before an act that is drawn already: it is read again when that is answered.
  if (held > 0) return true;
  cell.fresh.add(offset);
  cell.totals = page.totals;
  cell.strip = trimmed(withPage(cell.strip, page.totals.count, page.offset, page.cards), cell.want.first, cell.want.last);
  return true;
}

/** Reads the visible cards of a column again, drawing the old ones until then. */
function refresh(cell: Cell): void {
  cell.invalidate();
  if (held > 0) return;
  if (cell.strip.count === 0) void readPage(cell, 0);
  else read(cell);
}

/** Holds all reading while an act is drawn ahead; the answer lets go. */
export function hold(): (touched: Iterable<Cell>) => void {
  held += 1;
  return (touched) => {
    held -= 1;
    for (const cell of touched) cell.invalidate();
    if (held > 0) return;
    if (reopen) {
      reopen = false;
      void openBoard();
    } else for (const cell of cells) read(cell);
  };
}

function holdsAny(cell: Cell, ids: ReadonlySet<string>): boolean {
  for (const card of cell.strip.cards.values()) if (ids.has(card.id)) return true;
  return false;
}

function follow(change: Change): void {
  if (pipeline === null) return;
  const kinds = new Set(change.records.map((record) => record.kind));
  if (change.reload || STRUCTURE.some((kind) => kinds.has(kind)) || filtered) {
    for (const cell of cells) cell.invalidate();
    if (held > 0) reopen = true;
    else void openBoard();
    return;
  }
  const deals = new Set(change.records.filter((record) => record.kind === 'deal').map((record) => record.id));
  const spoken = SPOKEN.some((kind) => kinds.has(kind));
  for (const cell of cells) {
    const told = change.done?.stages.find((one) => one.pipeline === cell.pipeline && one.stage === cell.stageId);
    if (told) {
      cell.totals = told.totals;
      if (told.totals.count !== cell.strip.count) cell.strip = { count: told.totals.count, cards: new Map([...cell.strip.cards].filter(([index]) => index < told.totals.count)) };
    }
    if (told || spoken || holdsAny(cell, deals)) refresh(cell);
  }
  // A deal that came from a column where nobody can stand any more ("Not started").
  if (change.done?.stages.some((one) => one.pipeline === pipeline?.id && one.totals.count > 0 && !cellOf(keyOf(one.stage)))) void openBoard();
}

/** Starts the board once; later calls change the pipeline only where it differs. */
export async function startBoard(wanted: string | null): Promise<void> {
  if (!state.opened) {
    state.opened = true;
    onChange(follow);
    await openBoard(wanted);
  } else if (wanted !== null && wanted !== pipeline?.id && catalog.pipeline(wanted)) await openBoard(wanted);
}
