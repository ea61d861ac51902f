/** Adding up what the core told: totals beside totals, never a rule, never two currencies in one figure. */
import type { CurrencySum, Totals } from '../../ipc';

export const NO_TOTALS: Totals = { count: 0, sums: [] };

function merge(a: Totals, b: Totals, sign: 1 | -1): Totals {
  const sums: CurrencySum[] = a.sums.map((one) => ({ ...one }));
  for (const one of b.sums) {
    const known = sums.find((other) => other.currency === one.currency);
    if (known) {
      known.sum += sign * one.sum;
      known.weighted += sign * one.weighted;
    } else sums.push({ currency: one.currency, sum: sign * one.sum, weighted: sign * one.weighted });
  }
  return { count: a.count + sign * b.count, sums };
}

export const plus = (a: Totals, b: Totals): Totals => merge(a, b, 1);
export const minus = (a: Totals, b: Totals): Totals => merge(a, b, -1);

/** The whole of several columns. */
export function sumOf(all: Iterable<Totals>): Totals {
  let whole = NO_TOTALS;
  for (const one of all) whole = plus(whole, one);
  return whole;
}

/** The figures shown first: the home currency, or the only one there is. */
export function mainSum(totals: Totals, home: string): CurrencySum {
  return totals.sums.find((one) => one.currency === home) ?? totals.sums.find((one) => one.sum !== 0) ?? { currency: home, sum: 0, weighted: 0 };
}

/** The other currencies that hold something. */
export function otherSums(totals: Totals, home: string): CurrencySum[] {
  const main = mainSum(totals, home);
  return totals.sums.filter((one) => one.currency !== main.currency && (one.sum !== 0 || one.weighted !== 0));
}
