/** What the import would do, row by row: pages of the core's preview, fetched as they come into view. */
import { SvelteMap } from 'svelte/reactivity';
import { call, toAppError, type AppError, type ImportMapping, type ImportPreview, type PreviewRow, type RowOutcome } from '../../ipc';
import { newest } from '../../shared/newest';

const PAGE = 100;

export type Preview = {
  /** Counts, side effects and refusals of the whole file; null until the first answer. */
  readonly summary: ImportPreview | null;
  readonly only: RowOutcome | null;
  readonly matching: number;
  readonly error: AppError | null;
  row(index: number): PreviewRow | undefined;
  need(first: number, last: number): void;
  filter(only: RowOutcome | null): void;
};

export function createPreview(task: string, mapping: ImportMapping): Preview {
  let summary = $state.raw<ImportPreview | null>(null);
  let only = $state<RowOutcome | null>(null);
  let matching = $state(0);
  let error = $state.raw<AppError | null>(null);
  const rows = new SvelteMap<number, PreviewRow>();
  let asked = new Set<number>();
  const ask = newest();
  let current = ask();

  async function load(page: number): Promise<void> {
    if (asked.has(page)) return;
    asked.add(page);
    const still = current;
    try {
      const answer = await call('import_preview', { task, mapping, offset: page * PAGE, limit: PAGE, only });
      if (!still()) return;
      summary = answer;
      matching = answer.matching;
      answer.rows.forEach((row, at) => rows.set(page * PAGE + at, row));
    } catch (cause) {
      if (!still()) return;
      asked.delete(page);
      error = toAppError(cause);
    }
  }

  function restart(): void {
    current = ask();
    asked = new Set();
    rows.clear();
    error = null;
    void load(0);
  }

  restart();
  return {
    get summary() {
      return summary;
    },
    get only() {
      return only;
    },
    get matching() {
      return matching;
    },
    get error() {
      return error;
    },
    row: (index) => rows.get(index),
    need(first, last) {
      for (let page = Math.floor(first / PAGE); page * PAGE < last; page += 1) void load(page);
    },
    filter(next) {
      if (next === only) return;
      only = next;
      restart();
    },
  };
}
