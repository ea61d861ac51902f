/** What can be done with leads, one or several: the same from the pane, the row's bar and the keys. */
import type { Done, LeadDetail } from '../../ipc';
import { act, refusedBySwitch } from '../../store';
import { recover } from '../../store/acts';
import { ask } from '../../store/asks.svelte';

export type Leads = { readonly ids: readonly string[]; readonly title?: string; readonly anchor?: Element | null };

/** Lost, once the reason was given or left out. */
export async function loseLeads(leads: Leads): Promise<Done | null> {
  const answers = await ask('lost', { ids: leads.ids, what: 'lead', title: leads.title, anchor: leads.anchor ?? null }, { then: 'lose' });
  let last: Done | null = null;
  for (const answer of answers ?? []) {
    last = await act('lose_leads', { ids: [...answer.ids], reason: answer.reason, note: answer.note }, { icon: 'lost' });
  }
  return last;
}

export async function restoreLeads(ids: readonly string[]): Promise<Done | null> {
  return refusedBySwitch('restore', ids.length) ? null : act('restore_leads', { ids: [...ids] }, { icon: 'restore' });
}

export const archiveLeads = (ids: readonly string[]): Promise<Done | null> => act('archive_leads', { ids: [...ids] }, { icon: 'archive' });
export const unarchiveLeads = (ids: readonly string[]): Promise<Done | null> => act('unarchive_leads', { ids: [...ids] }, { icon: 'unarchive' });

export async function deleteLeads(ids: readonly string[]): Promise<Done | null> {
  return refusedBySwitch('delete', ids.length) ? null : act('delete_leads', { ids: [...ids] }, { icon: 'trash' });
}

export const recoverLeads = (ids: readonly string[]): Promise<Done | null> => recover(ids.map((id) => ({ kind: 'lead', id })));

/** Whether a lead still stands in the inbox. */
export const isOpen = (detail: LeadDetail): boolean => !detail.read_only && detail.lead.status === 'open';
