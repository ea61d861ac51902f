/** What can be done right now, for the palette: each part of the interface registers its own acts while it is there. */
import type { IconName } from '../shared/icons';

/** Where an act stands in the palette. */
export const ACTION_GROUPS = ['record', 'create', 'page', 'data', 'view', 'help'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export type Action = {
  /** Stable and unique, like "new-deal". A later registration under the same id wins while it stands. */
  readonly id: string;
  readonly group: ActionGroup;
  readonly icon: IconName;
  /** Asked while drawing, so that it follows the language and the record. */
  readonly label: () => string;
  /** Other words it is found by. */
  readonly words?: () => string;
  /** The key that does the same, like "mod+z". */
  readonly keys?: string;
  /** Not offered while false. */
  readonly when?: () => boolean;
  /** True for the choice in force (a theme, a language). */
  readonly chosen?: () => boolean;
  readonly run: () => unknown;
};

type Offers = readonly (readonly Action[])[];
/** What is on offer; `shown` shows it. A teardown reads state as it was before its flush, so it must not reckon with that. */
let registered: Offers = [];
let shown = $state.raw(registered);

export const actions = {
  /** Everything on offer now, in the order of the groups. */
  get list(): readonly Action[] {
    const byId = new Map<string, Action>();
    for (const action of shown.flat()) byId.set(action.id, action);
    const offered = [...byId.values()].filter((action) => action.when?.() ?? true);
    return offered.sort((a, b) => ACTION_GROUPS.indexOf(a.group) - ACTION_GROUPS.indexOf(b.group));
  },
};

let awaited: string | null = null;

/** Runs an act of a page that is on its way: go there, and it happens once the page offers it. */
export function runWhenOffered(id: string): void {
  awaited = id;
}

/** Offers acts while a part of the interface is there; the answer takes them away. Use it inside `$effect`. */
export function registerActions(list: readonly Action[]): () => void {
  const due = list.find((action) => action.id === awaited);
  if (due) {
    awaited = null;
    queueMicrotask(() => void due.run());
  }
  shown = registered = [...registered, list];
  return () => {
    shown = registered = registered.filter((one) => one !== list);
  };
}
