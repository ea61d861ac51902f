/** What happened, newest first, read page by page as it is scrolled into view: the history, the timeline of a record. */
import { localDay } from '../i18n/days';
import { toAppError, type AppError } from '../ipc';

type Source<E> = {
  /** Asks for what came before an entry; null for the newest. */
  read: (before: E | null, limit: number) => Promise<{ readonly entries: readonly E[]; readonly more: boolean }>;
  keyOf: (entry: E) => unknown;
  /** Entries of a page, and at most when all that is shown is read again. */
  page: number;
  most: number;
};

export type Happened<E> = {
  readonly entries: readonly E[];
  readonly more: boolean;
  readonly loaded: boolean;
  readonly error: AppError | null;
  /** Reads the newest; follows what `read` asks by when called in an effect. */
  start: () => void;
  /** Reads what is shown again. */
  again: () => void;
  /** Reads on. */
  further: () => void;
};

export function happened<E>({ read, keyOf, page, most }: Source<E>): Happened<E> {
  let entries = $state.raw<readonly E[]>([]);
  let more = $state(false);
  let loaded = $state(false);
  let error = $state.raw<AppError | null>(null);
  let round = 0;
  let busy = false;

  async function load(before: E | null, limit: number): Promise<void> {
    round += 1;
    const mine = round;
    busy = true;
    try {
      const answer = await read(before, limit);
      if (mine !== round) return;
      const known = new Set(before === null ? [] : entries.map(keyOf));
      entries = before === null ? answer.entries : [...entries, ...answer.entries.filter((entry) => !known.has(keyOf(entry)))];
      more = answer.more;
      error = null;
    } catch (cause) {
      if (mine === round) error = toAppError(cause);
    } finally {
      if (mine === round) {
        loaded = true;
        busy = false;
      }
    }
  }

  return {
    get entries() {
      return entries;
    },
    get more() {
      return more;
    },
    get loaded() {
      return loaded;
    },
    get error() {
      return error;
    },
    start: () => void load(null, page),
    again: () => void load(null, Math.min(most, Math.max(page, entries.length))),
    further() {
      const last = entries.at(-1);
      if (last !== undefined && more && !busy) void load(last, page);
    },
  };
}

/** Entries under the days they fell on. */
export function byDay<E extends { readonly at: number }>(entries: readonly E[]): { day: string; entries: E[] }[] {
  const days: { day: string; entries: E[] }[] = [];
  for (const entry of entries) {
    const day = localDay(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
