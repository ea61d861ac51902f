/** Figures of a question, and its way out, as text. */
import type { Totals } from '../../ipc';
import { money, t } from '../../i18n';
import { catalog } from '../../store/catalog.svelte';
import { router } from '../../store/router.svelte';

/** Sums of a selection, the home currency first, each by itself; empty where there is no value. */
export function totalsText(totals: Totals): string {
  const home = catalog.settings.home_currency;
  return [...totals.sums]
    .filter((one) => one.sum !== 0)
    .sort((a, b) => Number(b.currency === home) - Number(a.currency === home))
    .map((one) => money({ minor: one.sum, currency: one.currency }))
    .join(' + ');
}

/** What Escape does in a question: on the board the cards go back to where they were. */
export const leaving = (): string => t(router.view === 'board' ? 'lost-put-back' : 'lost-cancels');
