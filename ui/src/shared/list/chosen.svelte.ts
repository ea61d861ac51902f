/** Which rows are ticked: ids only, so that rows never read can be ticked too. */
import { untrack } from 'svelte';
import { call, toAppError, type Totals } from '../../ipc';
import { refuse } from '../../store/act.svelte';
import type { ListModel, Row } from './model.svelte';

/** Most records one act takes from a list. */
export const MOST = 10_000;
/** Sums are asked for at most so many ticked deals; beyond, the list's own totals say enough. */
const SUMMED = 1_000;

export type Chosen = {
  readonly ids: ReadonlySet<string>;
  /** Everything that matches is ticked. */
  readonly all: boolean;
  /** Count and sums of what is ticked, when the core told. */
  readonly totals: Totals | null;
  /** The name of the only ticked row, where it is one and was read. */
  readonly title: string | undefined;
  /** How many of the ticked rows that were read have this status. */
  count: (status: string) => number;
  toggle: (line: number) => void;
  /** Everything between the line ticked last and this one. */
  extend: (line: number) => Promise<void>;
  everything: () => Promise<void>;
  clear: () => void;
};

/** Call while a component is made. */
export function chosenOf(model: ListModel): Chosen {
  let ids = $state.raw<ReadonlySet<string>>(new Set());
  let rows = $state.raw<ReadonlyMap<string, Row>>(new Map());
  let totals = $state.raw<Totals | null>(null);
  let anchor = 0;
  let turn = 0;
  const all = $derived(ids.size > 0 && ids.size === model.totals?.count);

  function set(next: ReadonlySet<string>, read: readonly Row[] = []): void {
    ids = next;
    rows = new Map([...rows, ...read.map((row) => [row.id, row] as const)].filter(([id]) => next.has(id)));
    turn += 1;
    const mine = turn;
    totals = null;
    // Several ticks of one gesture are one question.
    if (next.size > 0 && model.search.entity === 'deal') setTimeout(() => mine === turn && void sum(mine), 40);
  }

  async function sum(mine: number): Promise<void> {
    if (ids.size === model.totals?.count) totals = model.totals;
    if (totals !== null || ids.size > SUMMED) return;
    try {
      const told = await call('drop_options', { ids: [...ids] });
      if (mine === turn) totals = told.selection;
    } catch {
      // Some of them are in the trash or gone: the count says enough.
      if (mine === turn) totals = null;
    }
  }

  // Another question: what was ticked may not be seen any more.
  $effect(() => {
    void model.search.query;
    untrack(() => set(new Set()));
  });

  return {
    get ids() {
      return ids;
    },
    get all() {
      return all;
    },
    get totals() {
      return totals;
    },
    get title() {
      return ids.size === 1 ? [...rows.values()][0]?.title : undefined;
    },
    count: (status) => [...rows.values()].filter((row) => row.status === status).length,
    toggle(line) {
      const row = model.rowAt(line);
      if (!row) return;
      anchor = line;
      const next = new Set(ids);
      if (!next.delete(row.id)) next.add(row.id);
      set(next, [row]);
    },
    async extend(line) {
      try {
        const read = await model.range(Math.min(anchor, line), Math.min(Math.max(anchor, line), Math.min(anchor, line) + MOST));
        set(new Set([...ids, ...read.map((row) => row.id)]), read);
      } catch (cause) {
        refuse(toAppError(cause));
      }
    },
    async everything() {
      try {
        const found = await call('list_ids', { query: model.search.query, sort: [...model.search.looked.sort], limit: MOST });
        set(new Set(found.ids));
      } catch (cause) {
        refuse(toAppError(cause));
      }
    },
    clear: () => set(new Set()),
  };
}
