/** What was added up, as text: each currency by itself, the home currency first. */
import { money, moneyRound } from '../i18n';
import type { Money, Totals } from '../ipc';
import { catalog } from '../store/catalog.svelte';

type Which = 'sum' | 'weighted';

function joined(totals: Totals, which: Which, text: (value: Money) => string): string {
  const home = catalog.settings.home_currency;
  return totals.sums
    .filter((one) => one[which] !== 0)
    .sort((a, b) => Number(b.currency === home) - Number(a.currency === home))
    .map((one) => text({ minor: one[which], currency: one.currency }))
    .join(' + ');
}

/** The sums of values; empty where there is none. */
export const sumsText = (totals: Totals): string => joined(totals, 'sum', money);

/** The weighted sums; empty where there is none. */
export const weightedText = (totals: Totals): string => joined(totals, 'weighted', money);

/** Either as the board writes it, without cents; it says so where there is nothing. */
export const sumsRound = (totals: Totals, which: Which = 'sum'): string => joined(totals, which, moneyRound) || moneyRound({ minor: 0, currency: catalog.settings.home_currency });
