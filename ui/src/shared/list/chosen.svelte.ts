/** Which rows are ticked, and what they add up to. */
import { untrack } from 'svelte';
import { call, type Totals } from '../../ipc';
import { ticksOf, type Ticks } from '../ticks.svelte';
import type { ListModel, Row } from './model.svelte';

/** Most records one act takes from a list. */
export const MOST = 10_000;
/** Sums are asked for at most so many ticked deals; beyond, the list's own totals say enough. */
const SUMMED = 1_000;

export type Chosen = Ticks<Row> & {
  /** Count and sums of what is ticked, when the core told. */
  readonly totals: Totals | null;
  /** The name of the only ticked row, where it is one and was read. */
  readonly title: string | undefined;
  /** How many of the ticked rows that were read have this status. */
  count: (status: string) => number;
};

/** Call while a component is made. */
export function chosenOf(model: ListModel): Chosen {
  const ticks = ticksOf<Row>({
    at: model.rowAt,
    range: model.range,
    idOf: (row) => row.id,
    total: () => model.totals?.count ?? 0,
    most: MOST,
    ids: async () => (await call('list_ids', { query: model.search.query, sort: [...model.search.looked.sort], limit: MOST })).ids,
  });
  let told = $state.raw<{ readonly of: ReadonlySet<string>; readonly totals: Totals | null } | null>(null);
  const totals = $derived(ticks.all ? model.totals : told?.of === ticks.ids ? told.totals : null);

  async function sum(of: ReadonlySet<string>): Promise<void> {
    try {
      told = { of, totals: (await call('drop_options', { ids: [...of] })).selection };
    } catch {
      // Some of them are in the trash or gone: the count says enough.
      told = { of, totals: null };
    }
  }

  $effect(() => {
    const { ids, all } = ticks;
    if (all || ids.size === 0 || ids.size > SUMMED || model.search.entity !== 'deal') return;
    // Several ticks of one gesture are one question.
    const soon = setTimeout(() => void sum(ids), 40);
    return () => clearTimeout(soon);
  });

  // Another question: what was ticked may not be seen any more.
  $effect(() => {
    void model.search.query;
    untrack(ticks.clear);
  });
  $effect(() => {
    void model.search.looked.sort;
    void model.search.looked.group;
    untrack(ticks.reordered);
  });

  return {
    get ids() {
      return ticks.ids;
    },
    get rows() {
      return ticks.rows;
    },
    get all() {
      return ticks.all;
    },
    get totals() {
      return totals;
    },
    get title() {
      return ticks.ids.size === 1 ? ticks.rows[0]?.title : undefined;
    },
    count: (status) => ticks.rows.filter((row) => row.status === status).length,
    toggle: ticks.toggle,
    extend: ticks.extend,
    everything: ticks.everything,
    clear: ticks.clear,
    reordered: ticks.reordered,
  };
}
