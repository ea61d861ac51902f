/** Which rows of a long list are ticked: ids, so that rows never read can be ticked too. */
import { toAppError } from '../ipc';
import { refuse } from '../store/act.svelte';
import { newest } from './newest';

type Source<R> = {
  /** A row, when it is known. */
  at: (line: number) => R | undefined;
  /** All rows from `first` to `last`, last included, read where they are not known. */
  range: (first: number, last: number) => Promise<readonly R[]>;
  idOf: (row: R) => string;
  /** How many match, read or not. Reactive. */
  total: () => number;
  /** Most rows one act takes. */
  most: number;
  /** The ids of all that match, where the core tells them; else all rows are read. */
  ids?: () => Promise<readonly string[]>;
};

export type Ticks<R> = {
  readonly ids: ReadonlySet<string>;
  /** Those of them that were read. */
  readonly rows: readonly R[];
  /** Everything that matches is ticked. */
  readonly all: boolean;
  toggle: (line: number) => void;
  /** Everything between the line ticked last and this one. */
  extend: (line: number) => Promise<void>;
  everything: () => Promise<void>;
  clear: () => void;
  /** The rows stand in another order: what is ticked stays, what is being read to be ticked does not count. */
  reordered: () => void;
};

/** Call `clear` when what the list asks has changed: what was ticked may not be seen any more. */
export function ticksOf<R>({ at, range, idOf, total, most, ids: read }: Source<R>): Ticks<R> {
  let ids = $state.raw<ReadonlySet<string>>(new Set());
  let rows = $state.raw<ReadonlyMap<string, R>>(new Map());
  let anchor = 0;
  const ask = newest();
  /** Whether the question under which rows are ticked is still the one that stands. */
  let stands = ask();

  function set(next: ReadonlySet<string>, known: readonly R[] = []): void {
    ids = next;
    rows = new Map([...rows, ...known.map((row) => [idOf(row), row] as const)].filter(([id]) => next.has(id)));
  }

  function reordered(): void {
    stands = ask();
  }

  /** Ticks what is read, unless it belongs to an older question. */
  async function add<T>(work: () => Promise<readonly T[]>, ticked: (found: readonly T[]) => void): Promise<void> {
    const still = stands;
    try {
      const found = await work();
      if (still()) ticked(found);
    } catch (cause) {
      if (still()) refuse(toAppError(cause));
    }
  }

  const between = (first: number, last: number): Promise<void> =>
    add(
      () => range(first, Math.min(last, first + most - 1)),
      (found) => set(new Set([...ids, ...found.map(idOf)]), found),
    );

  return {
    get ids() {
      return ids;
    },
    get rows() {
      return [...rows.values()];
    },
    get all() {
      return ids.size > 0 && ids.size === total();
    },
    toggle(line) {
      const row = at(line);
      if (row === undefined) return;
      anchor = line;
      const next = new Set(ids);
      if (!next.delete(idOf(row))) next.add(idOf(row));
      set(next, [row]);
    },
    extend: (line) => between(Math.min(anchor, line), Math.max(anchor, line)),
    everything: () => (read ? add(read, (found) => set(new Set(found))) : between(0, total() - 1)),
    clear() {
      reordered();
      set(new Set());
    },
    reordered,
  };
}
