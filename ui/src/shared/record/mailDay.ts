/** When a mail was written, known by its day only. */
import { addDays, dayMs, localDay } from '../../i18n/days';
import { clock } from '../../store/clock.svelte';

/** Noon of that day as people here read it; today it is now, which noon may not have reached. */
export function nowOn(day: string): number {
  if (day === clock.today) return clock.now();
  const noon = dayMs(day) + 12 * 3_600_000;
  // Noon in Greenwich is another day for those who live far from it.
  const there = localDay(noon);
  return there === day ? noon : dayMs(there < day ? addDays(day, 1) : addDays(day, -1)) + 12 * 3_600_000;
}
