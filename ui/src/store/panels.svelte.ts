/** Panels that lie over whatever page is shown and are no place of their own. */
const state = $state({ history: false });

export const panels = {
  /** The history panel. Reactive. */
  get history(): boolean {
    return state.history;
  },
};

export function openHistory(): void {
  state.history = true;
}

export function closeHistory(): void {
  state.history = false;
}

export function toggleHistory(): void {
  state.history = !state.history;
}
