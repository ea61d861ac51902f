/** A long list read page by page as it is scrolled into view, and read again where it is looked at. */
import { untrack } from 'svelte';
import { toAppError, type AppError } from '../ipc';
import { newest } from './newest';

type Page<R> = { readonly total: number; readonly rows: readonly R[] };

export type Paged<P extends Page<unknown>> = {
  /** The newest answer: totals, counts. Reactive. */
  readonly answer: P | null;
  readonly error: AppError | null;
  readonly total: number;
  /** A row, when it is known. Reactive. */
  at: (index: number) => P['rows'][number] | undefined;
  /** Where a known row stands; -1 when it is not known. */
  find: (test: (row: P['rows'][number]) => boolean) => number;
  /** The rows about to be seen, last excluded. An effect that calls it says so again after each `restart`. */
  need: (first: number, last: number) => void;
  /** Reads what is in view again. */
  refresh: () => void;
  /** Another question: reads from the start. */
  restart: () => void;
  /** All rows from `first` to `last`, last included, read where they are not known. */
  range: (first: number, last: number) => Promise<P['rows'][number][]>;
};

/** Rows asked for at once; the core sends at most 200. */
const PAGE = 100;
/** Pages kept at most: those nearest to what is in view. */
const KEPT = 40;
/** Pages under way at once: what a fast scroll passed by is not read at all. */
const AT_ONCE = 3;

/**
 * `read` answers rows from an offset on; call `restart` when what it asks has changed.
 * `ahead` rows beyond those in view are read too, so that scrolling finds them there.
 */
export function paged<P extends Page<unknown>>(read: (offset: number, limit: number) => Promise<P>, ahead = 0): Paged<P> {
  type Row = P['rows'][number];
  let pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  let answer = $state.raw<P | null>(null);
  let error = $state.raw<AppError | null>(null);
  let view = { first: 0, last: 1 };
  /** Counts the questions, for those who say what is in view. */
  let question = $state(0);
  /** The rows that are known answer an older question. */
  let outdated = false;
  const ask = newest();
  let current = ask();
  const asked = new Set<number>();

  async function load(page: number): Promise<void> {
    const still = current;
    asked.add(page);
    try {
      const got = await read(page * PAGE, PAGE);
      if (!still()) return;
      pages = near(new Map([...pages, [page, got.rows]]));
      answer = got;
      error = null;
    } catch (cause) {
      if (still()) error = toAppError(cause);
      return;
    } finally {
      if (still()) asked.delete(page);
    }
    fill();
  }

  function inView(more = 0): number[] {
    const first = Math.floor(Math.max(0, view.first - more) / PAGE);
    const end = Math.max(view.first, view.last - 1);
    const last = Math.floor(Math.max(end, Math.min((answer?.total ?? 0) - 1, end + more)) / PAGE);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }

  /** Forgets pages far from what is in view. */
  function near(known: Map<number, readonly Row[]>): Map<number, readonly Row[]> {
    if (known.size <= KEPT) return known;
    const middle = (view.first + view.last) / 2 / PAGE;
    return new Map([...known].sort(([a], [b]) => Math.abs(a - middle) - Math.abs(b - middle)).slice(0, KEPT));
  }

  /** Reads what is in view and not known, then what lies beside it. */
  function fill(): void {
    if (answer === null) return;
    for (const page of new Set([...inView(), ...inView(ahead)])) {
      if (asked.size >= AT_ONCE) return;
      if (!pages.has(page) && !asked.has(page)) void load(page);
    }
  }

  /** Reads the pages in view anew; the old rows stay until all have come. */
  async function reread(): Promise<void> {
    const still = (current = ask());
    asked.clear();
    // Whoever asks inside an effect does not follow the answers.
    const wanted = untrack(() => inView());
    try {
      const got = await Promise.all(wanted.map((page) => read(page * PAGE, PAGE)));
      if (!still()) return;
      outdated = false;
      pages = new Map(wanted.map((page, at) => [page, got[at]?.rows ?? []]));
      answer = got.at(-1) ?? null;
      error = null;
      fill();
    } catch (cause) {
      if (still()) error = toAppError(cause);
    }
  }

  return {
    get answer() {
      return answer;
    },
    get error() {
      return error;
    },
    get total() {
      return answer?.total ?? 0;
    },
    at: (index) => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    find(test) {
      for (const [page, rows] of pages) {
        const at = rows.findIndex(test);
        if (at >= 0) return page * PAGE + at;
      }
      return -1;
    },
    need(first, last) {
      void question;
      untrack(() => {
        view = { first, last };
        fill();
      });
    },
    refresh: () => void reread(),
    restart() {
      view = { first: 0, last: 1 };
      outdated = true;
      untrack(() => (question += 1));
      void reread();
    },
    async range(first, last) {
      const rows: Row[] = [];
      for (let page = Math.floor(first / PAGE); page * PAGE <= last; page += 1) {
        const known = (outdated ? undefined : pages.get(page)) ?? (await read(page * PAGE, PAGE)).rows;
        rows.push(...known.slice(Math.max(0, first - page * PAGE), last - page * PAGE + 1));
      }
      return rows;
    },
  };
}
