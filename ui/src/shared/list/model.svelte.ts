/** What a list shows: rows page by page in the order of the search, totals that follow it, groups, folded ones. */
import { untrack } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { call, toAppError, type AppError, type Cell, type ColumnSum, type Condition, type ListGroup, type ListGroups, type ListRow, type RecordKind, type Totals } from '../../ipc';
import { concerns, onChange } from '../../store/revision';
import { kept } from '../kept';
import { newest } from '../newest';
import { paged, type Paged } from '../paged.svelte';
import { columnsOf } from './columns.svelte';
import { fieldsOf } from './fields.svelte';
import { flatLines, groupedLines, type Lines } from './lines';
import type { Search } from './search.svelte';

/** Changes of these kinds may alter any list. */
const AROUND: readonly RecordKind[] = ['deal', 'lead', 'person', 'organization', 'activity', 'stage', 'pipeline', 'label', 'close_reason', 'source', 'product', 'colleague', 'custom_field', 'setting'];
/** Rows read beyond those in view. */
const AHEAD = 120;

/** A row with its cells by field: columns may change while it is on screen. */
export type Row = Omit<ListRow, 'cells'> & { readonly cells: ReadonlyMap<string, Cell> };
type Rows = Paged<{ total: number; rows: Row[] }>;
/** A group with the name it is folded by. */
export type Group = ListGroup & { readonly key: string; readonly count: number };

export type ListModel = {
  readonly search: Search;
  readonly totals: Totals | null;
  /** What the user's own numbers and amounts among the columns add up to. */
  readonly sums: readonly ColumnSum[];
  readonly groups: readonly Group[] | null;
  /** There are more groups than are drawn. */
  readonly moreGroups: boolean;
  readonly lines: Lines;
  readonly error: AppError | null;
  /** The first answer has not come. */
  readonly waiting: boolean;
  readonly folded: ReadonlySet<string>;
  /** The row of a line, when it is known. Reactive. */
  rowAt: (line: number) => Row | undefined;
  /** The line of a record whose row is known; -1 where it is not. Reactive. */
  lineOf: (id: string) => number;
  /** The lines about to be seen, last excluded. */
  need: (first: number, last: number) => void;
  /** The rows of some lines, last included, read where they are not known. */
  range: (first: number, last: number) => Promise<Row[]>;
  fold: (key: string) => void;
  foldAll: (yes: boolean) => void;
  refresh: () => void;
};

/** Call while a component is made. */
export function listModel(search: Search): ListModel {
  let totals = $state.raw<Totals | null>(null);
  let sums = $state.raw<readonly ColumnSum[]>([]);
  let groups = $state.raw<readonly Group[] | null>(null);
  let more = $state(false);
  let error = $state.raw<AppError | null>(null);
  const folded = new SvelteSet<string>();
  /** The rows of each group; of the whole list under the empty name. */
  const lists = new SvelteMap<string, Rows>();
  const totalsOf = kept<Totals>();
  const sumsOf = kept<readonly ColumnSum[]>();
  const groupsOf = kept<ListGroups>();
  const ask = newest();
  /** The totals under way: rows that come earlier wait for them, and both change in one frame. */
  let counting: Promise<void> = Promise.resolve();
  /** The groups drawn answer an older question: what is read next makes their rows anew, whoever asked for it. */
  let outdated = false;
  let view = { first: 0, last: 0 };
  const columns = $derived(columnsOf(search));
  const summed = $derived(fieldsOf(search.entity).filter((field) => field.name !== null && (field.kind === 'number' || field.kind === 'money') && columns.includes(field.key)));

  function reader(conditions: readonly Condition[], count: () => number): Rows {
    return paged<{ total: number; rows: Row[] }>(async (offset, limit) => {
      const { query, looked } = search;
      const filter = { ...query.filter, all: [...query.filter.all, ...conditions] };
      const keys = [...columns];
      const [page] = await Promise.all([call('list_page', { query: { ...query, filter }, sort: [...looked.sort], columns: keys, offset, limit }), counting]);
      const rows = page.rows.map(({ cells, ...row }) => ({ ...row, cells: new Map(cells.map((cell, at) => [keys[at] ?? '', cell])) }));
      return { total: count(), rows };
    }, AHEAD);
  }

  const whole = reader([], () => totals?.count ?? 0);
  lists.set('', whole);

  function rowsOf(group: number): Rows | undefined {
    const one = groups?.[group];
    if (!one) return group < 0 ? whole : undefined;
    return lists.get(one.key);
  }

  /** The same, made where it is not there yet. What is drawn only looks: it would not hear of what it made itself. */
  function madeOf(group: number): Rows | undefined {
    const one = groups?.[group];
    if (!one || lists.has(one.key)) return rowsOf(group);
    const made = reader(one.conditions, () => groups?.find((now) => now.key === one.key)?.count ?? 0);
    lists.set(one.key, made);
    made.restart();
    return made;
  }

  /** Reads totals, groups and rows at once: the old ones stay until the new ones have come. Rows of groups follow the groups. */
  function read(anew: boolean): void {
    outdated ||= anew;
    counting = count(ask());
    if (search.looked.group !== null) return;
    if (anew) whole.restart();
    else whole.refresh();
  }

  async function count(still: () => boolean): Promise<void> {
    const { query } = search;
    const { group } = search.looked;
    const own = summed.map((field) => field.key);
    try {
      const [all, columnSums, parts] = await Promise.all([
        totalsOf.answer([query], async () => (await call('list_totals', query)).totals),
        own.length === 0 ? [] : sumsOf.answer([query, own.join()], async () => (await call('list_sums', { query, columns: own })).sums),
        group === null ? null : groupsOf.answer([query, group], () => call('list_groups', { query, group })),
      ]);
      if (!still()) return;
      totals = all;
      sums = columnSums;
      error = null;
      if (parts === null) {
        groups = null;
        outdated = false;
        return;
      }
      more = parts.more;
      groups = parts.groups.map((one) => ({ ...one, key: JSON.stringify(one.cell), count: one.totals.count }));
      for (const [key, rows] of lists) {
        if (key === '') continue;
        if (outdated || !groups.some((one) => one.key === key)) lists.delete(key);
        else rows.refresh();
      }
      outdated = false;
    } catch (cause) {
      if (still()) error = toAppError(cause);
    }
  }

  $effect(() => {
    void search.query;
    void search.looked.sort;
    void search.looked.group;
    if (columns.length > 0) untrack(() => read(true));
  });
  $effect(() => {
    void search.looked.group;
    folded.clear();
  });
  function refresh(): void {
    for (const one of [totalsOf, sumsOf, groupsOf]) one.forget();
    read(false);
  }
  $effect(() => onChange((change) => concerns(change, AROUND) && refresh()));

  const lines = $derived(groups === null ? flatLines(whole.total) : groupedLines(groups, folded));

  /** Runs of lines that belong to one list of rows, as rows of it. */
  function runs(first: number, last: number): { rows: Rows; from: number; to: number }[] {
    const found: { group: number; from: number; to: number }[] = [];
    for (let line = first; line < last; line += 1) {
      const { group, row } = lines.at(line);
      const run = found.at(-1);
      if (row === null) continue;
      if (run?.group === group) run.to = row + 1;
      else found.push({ group, from: row, to: row + 1 });
    }
    return found.flatMap(({ group, from, to }) => {
      const rows = madeOf(group);
      return rows ? [{ rows, from, to }] : [];
    });
  }

  function look(): void {
    for (const { rows, from, to } of runs(view.first, Math.min(view.last, lines.count))) rows.need(from, to);
  }
  // Folding and reading again puts other rows into view without a scroll.
  $effect(() => {
    void lines;
    untrack(look);
  });

  return {
    search,
    get totals() {
      return totals;
    },
    get sums() {
      return sums;
    },
    get groups() {
      return groups;
    },
    get moreGroups() {
      return groups !== null && more;
    },
    get lines() {
      return lines;
    },
    get error() {
      return whole.error ?? error;
    },
    get waiting() {
      return search.looked.group === null ? whole.answer === null : groups === null;
    },
    folded,
    rowAt(line) {
      const { group, row } = lines.at(line);
      return row === null ? undefined : rowsOf(group)?.at(row);
    },
    lineOf(id) {
      if (groups === null) return whole.find((row) => row.id === id);
      for (const [group, { key }] of groups.entries()) {
        const row = folded.has(key) ? -1 : (lists.get(key)?.find((one) => one.id === id) ?? -1);
        if (row >= 0) return lines.of(group, row);
      }
      return -1;
    },
    need(first, last) {
      view = { first, last };
      untrack(look);
    },
    async range(first, last) {
      const found: Row[] = [];
      for (const { rows, from, to } of runs(first, last + 1)) found.push(...(await rows.range(from, to - 1)));
      return found;
    },
    fold(key) {
      if (!folded.delete(key)) folded.add(key);
    },
    foldAll(yes) {
      folded.clear();
      if (yes) for (const group of groups ?? []) folded.add(group.key);
    },
    refresh,
  };
}
