/** Figures of a question as text. */
import type { Totals } from '../../ipc';
import { money } from '../../i18n';
import { catalog } from '../../store/catalog.svelte';

/** Sums of a selection, the home currency first, each by itself; empty where there is no value. */
export function totalsText(totals: Totals): string {
  const home = catalog.settings.home_currency;
  return [...totals.sums]
    .filter((one) => one.sum !== 0)
    .sort((a, b) => Number(b.currency === home) - Number(a.currency === home))
    .map((one) => money({ minor: one.sum, currency: one.currency }))
    .join(' + ');
}
