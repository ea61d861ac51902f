/** Today and now as the core sees them: its clock may be frozen for tests. */
import { localDay } from '../i18n/days';

const FROZEN_MS = 5 * 60_000;
const state = $state({ today: '1970-01-01' });
let offset = 0;
let frozenAt: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

export const clock = {
  /** The local business day, YYYY-MM-DD. Reactive: turns over at midnight. */
  get today(): string {
    return state.today;
  },
  /** UTC milliseconds. Not reactive. */
  now(): number {
    return frozenAt ?? Date.now() + offset;
  },
};

/** Takes over the core's clock. One that is far from ours is a test's, and stands still. */
export function setClock(now: number, today: string): void {
  const apart = now - Date.now();
  frozenAt = Math.abs(apart) > FROZEN_MS ? now : null;
  offset = frozenAt === null ? apart : 0;
  state.today = today;
  clearTimeout(timer);
  if (frozenAt === null) turnOver();
}

function turnOver(): void {
  const now = new Date(clock.now());
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 0, 0, 1).getTime();
  // Long timers drift while a machine sleeps: look again at least every ten minutes.
  timer = setTimeout(() => {
    state.today = localDay(clock.now());
    turnOver();
  }, Math.min(midnight - now.getTime(), 600_000));
}
