/** How much is asked when something ends, in words; and what is still missing. Pure readings of the settings. */
import type { Policies, Policy } from '../../ipc';
import { t } from '../../i18n';
import { catalog } from '../../store/catalog.svelte';

export type Outcome = 'lost' | 'won';

export function policiesOf(outcome: Outcome): { reason: Policies['lost_reason']; note: Policies['lost_note'] } {
  const all = catalog.settings.policies;
  return outcome === 'lost' ? { reason: all.lost_reason, note: all.lost_note } : { reason: all.won_reason, note: all.won_note };
}

/** What the label of a closing note adds to its name: that it may be left out, or how much it is wanted. */
export const noteOptional = (policy: Policy): boolean | string => (policy === 'recommended' ? t('ask-note-recommended') : policy === 'optional');

export type Missing = { readonly reason?: string; readonly note?: string };

/** What the core would refuse, said before it has to; null when nothing is missing. */
export function missingOf(outcome: Outcome, given: { readonly reason: boolean; readonly note: boolean }): Missing | null {
  const asked = policiesOf(outcome);
  if (asked.reason === 'required' && !given.reason) return { reason: t('ask-missing-reason') };
  if (asked.note === 'required' && !given.note) return { note: t('ask-missing-note') };
  return null;
}
