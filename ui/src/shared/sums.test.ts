import { expect, it } from 'vitest';
import type { Totals } from '../ipc';
import { setForcedLocale } from '../store/appearance.svelte';
import { catalog } from '../store/catalog.svelte';
import { sumsRound, sumsText, weightedText } from './sums';

const totals = (...sums: [currency: string, sum: number, weighted: number][]): Totals => ({ count: sums.length, sums: sums.map(([currency, sum, weighted]) => ({ currency, sum, weighted })) });

it('sums stand each by themselves, the home currency first, what is nothing left out', () => {
  setForcedLocale('en-GB');
  const home = catalog.settings.home_currency;
  expect(home).toBe('EUR');
  const some = totals(['USD', 500_050, 0], ['EUR', 100_000, 25_000], ['CHF', 0, 0]);
  expect([sumsText(some), weightedText(some), sumsRound(some)]).toEqual(['€1,000 + $5,000.50', '€250', '€1,000 + $5,001']);
  expect([sumsText(totals()), sumsRound(totals())]).toEqual(['', '€0']);
});
