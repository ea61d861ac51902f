/** What happened, newest first, read page by page as it is scrolled into view: the history, the timeline of a record. */
import { untrack } from 'svelte';
import { localDay } from '../i18n/days';
import { toAppError, type AppError } from '../ipc';
import { newest } from './newest';

type Told<E> = { readonly entries: readonly E[]; readonly more: boolean };
type Source<E> = {
  /** Asks for what came before an entry; null for the newest. */
  read: (before: E | null, limit: number) => Promise<Told<E>>;
  keyOf: (entry: E) => unknown;
  /** Entries of a page, and most that are asked for at once when all that is shown is read again. */
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
  let busy = false;
  const ask = newest();

  /** Takes what `work` reads, unless something else was asked meanwhile. */
  async function load(work: () => Promise<Told<E>>): Promise<void> {
    const still = ask();
    busy = true;
    try {
      const told = await work();
      if (!still()) return;
      entries = told.entries;
      more = told.more;
      error = null;
    } catch (cause) {
      if (still()) error = toAppError(cause);
    } finally {
      if (still()) {
        loaded = true;
        busy = false;
      }
    }
  }

  /** Reads on behind some entries. */
  async function behind(known: readonly E[], limit: number): Promise<Told<E>> {
    const told = await read(known.at(-1) ?? null, limit);
    const keys = new Set(known.map(keyOf));
    return { entries: [...known, ...told.entries.filter((entry) => !keys.has(keyOf(entry)))], more: told.more };
  }

  /** The newest, down to where the reader has come. */
  async function upTo(count: number): Promise<Told<E>> {
    let told: Told<E> = { entries: [], more: true };
    while (told.more && told.entries.length < count) {
      const next = await behind(told.entries, Math.min(most, Math.max(page, count - told.entries.length)));
      if (next.entries.length === told.entries.length) return next;
      told = next;
    }
    return told;
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
    start: () => void load(() => behind([], page)),
    again() {
      const shown = untrack(() => entries.length);
      void load(() => upTo(Math.max(page, shown)));
    },
    further() {
      if (more && !busy) void load(() => behind(entries, page));
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
