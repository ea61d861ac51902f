/** What the inbox shows: its filter, its order, its rows, and which of them are ticked. */
import { call, type LeadRow, type LeadSort, type LeadsPage } from '../../ipc';
import { MOST } from '../../shared/list/chosen.svelte';
import { paged, type Paged } from '../../shared/paged.svelte';
import { ticksOf } from '../../shared/ticks.svelte';
import { concerns, oneOf, onChange, preference, setPreference } from '../../store';

export const SORTS = ['urgency', 'newest', 'value', 'title'] as const satisfies readonly LeadSort[];
export const BOXES = ['inbox', 'lost', 'archived'] as const;
export type Box = (typeof BOXES)[number];

export type LeadFilter = { readonly text: string; readonly source: string | null; readonly labels: readonly string[]; readonly box: Box };
export const NO_LEAD_FILTER: LeadFilter = { text: '', source: null, labels: [], box: 'inbox' };

export type Inbox = {
  readonly filter: LeadFilter;
  readonly filtered: boolean;
  readonly sort: LeadSort;
  readonly list: Paged<LeadsPage>;
  readonly chosen: ReadonlySet<string>;
  narrow: (change: Partial<LeadFilter>) => void;
  order: (sort: LeadSort) => void;
  /** Leads opened here, whatever a row read earlier says. */
  readonly seen: ReadonlySet<string>;
  noteSeen: (id: string) => void;
  toggle: (index: number) => void;
  /** Ticks everything between the row ticked last and this one. */
  extend: (index: number) => Promise<void>;
  all: () => Promise<void>;
  clear: () => void;
};

/** Call while a component is made. */
export function inbox(): Inbox {
  let filter = $state.raw<LeadFilter>(NO_LEAD_FILTER);
  let seen = $state.raw<ReadonlySet<string>>(new Set());
  const sort = $derived(preference<LeadSort>('leads-sort', 'urgency', oneOf(...SORTS)));

  const list = paged<LeadsPage>((offset, limit) =>
    call('leads_page', { text: filter.text, source: filter.source, labels: [...filter.labels], archived: filter.box === 'archived', lost: filter.box === 'lost', sort, offset, limit }),
  );

  $effect(() => {
    void filter;
    void sort;
    list.restart();
  });
  $effect(() =>
    onChange((change) => {
      if (concerns(change, ['lead', 'deal', 'activity', 'organization', 'person', 'label', 'source'])) list.refresh();
    }),
  );

  const ticks = ticksOf<LeadRow>({ at: list.at, range: list.range, idOf: (row) => row.id, total: () => list.total, most: MOST });

  return {
    get filter() {
      return filter;
    },
    get filtered() {
      return filter.text !== '' || filter.source !== null || filter.labels.length > 0 || filter.box !== 'inbox';
    },
    get sort() {
      return sort;
    },
    list,
    get chosen() {
      return ticks.ids;
    },
    narrow(change) {
      filter = { ...filter, ...change };
      ticks.clear();
    },
    order(next) {
      setPreference('leads-sort', next);
      ticks.reordered();
    },
    get seen() {
      return seen;
    },
    noteSeen(id) {
      if (!seen.has(id)) seen = new Set([...seen, id]);
    },
    toggle: ticks.toggle,
    extend: ticks.extend,
    all: ticks.everything,
    clear: ticks.clear,
  };
}
