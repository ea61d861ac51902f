/** The filter the board shows right now: a deal opened over it walks to its neighbours under the same filter. */
import type { BoardFilter } from '../ipc';
import { NO_FILTER } from './spotlight.svelte';

let current = $state.raw<BoardFilter>(NO_FILTER);

export const narrowing = {
  /** Reactive. */
  get board(): BoardFilter {
    return current;
  },
};

/** The board was narrowed or widened. */
export function setNarrowing(filter: BoardFilter): void {
  current = filter;
}
