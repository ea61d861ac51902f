/** Panels that lie over whatever page is shown and are no place of their own. */
/** What the history panel shows: every action, or the results of longer runs. */
export type HistoryTab = 'actions' | 'jobs';

const state = $state<{ history: boolean; tab: HistoryTab }>({ history: false, tab: 'actions' });

export const panels = {
  /** The history panel. Reactive. */
  get history(): boolean {
    return state.history;
  },
  get historyTab(): HistoryTab {
    return state.tab;
  },
};

export function openHistory(tab: HistoryTab = state.tab): void {
  state.tab = tab;
  state.history = true;
}

export function closeHistory(): void {
  state.history = false;
}

export function toggleHistory(): void {
  state.history = !state.history;
}
