/** What can be done with leads, one or several: the same from the pane, the inbox, the list, the keys and the palette. */
import type { Done, LeadDetail } from '../../ipc';
import { t } from '../../i18n';
import type { BulkTool } from '../../shared/list/acts';
import { act, guardEntry, refusedBySwitch } from '../../store';
import { lostNotice, recover } from '../../store/acts';
import { ask } from '../../store/asks.svelte';

export type Leads = { readonly ids: readonly string[]; readonly title?: string | undefined; readonly anchor?: Element | null };

/** Lost, once the reason was given or left out. */
export async function loseLeads(leads: Leads): Promise<Done | null> {
  const answers = await ask('lost', { ids: leads.ids, what: 'lead', ...(leads.title === undefined ? {} : { title: leads.title }), anchor: leads.anchor ?? null }, { then: 'lose' });
  let last: Done | null = null;
  for (const answer of answers ?? []) {
    last = await act('lose_leads', { ids: [...answer.ids], reason: answer.reason, note: answer.note }, lostNotice(answer));
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

export type LeadTool = 'convert' | 'restore' | 'unarchive' | 'lost' | 'archive' | 'recover' | 'delete';

/** What can be done with so many leads, of which so many are known to be lost. */
export function leadTools(count: number, lost: number, onconvert: (ids: readonly string[]) => void): Readonly<Record<LeadTool, BulkTool>> {
  return {
    convert: { id: 'convert', icon: 'board', label: t('lead-convert'), keys: 'c', run: ({ ids }) => (onconvert(ids), null) },
    restore: { id: 'restore', icon: 'restore', label: t('act-restore'), ...(count > 1 && lost > 0 ? { note: t('bulk-lost-count', { count: lost }) } : {}), ...guardEntry('restore', count), run: ({ ids }) => restoreLeads(ids) },
    // Of lost leads it takes back the loss: they come out of where they were put.
    unarchive: { id: 'unarchive', icon: 'unarchive', label: t('deal-unarchive'), ...guardEntry('restore', lost), run: ({ ids }) => (lost === count ? restoreLeads(ids) : unarchiveLeads(ids)) },
    lost: { id: 'lost', icon: 'lost', label: t('lead-mark-lost'), keys: 'l', run: loseLeads },
    archive: { id: 'archive', icon: 'archive', label: t('deal-archive'), run: ({ ids }) => archiveLeads(ids) },
    recover: { id: 'recover', icon: 'undo', label: t('deal-recover'), ...guardEntry('restore', count), run: ({ ids }) => recoverLeads(ids) },
    delete: { id: 'delete', icon: 'trash', label: t('act-delete'), keys: 'delete', bad: true, ...guardEntry('delete', count), run: ({ ids }) => deleteLeads(ids) },
  };
}

/** What fits a lead as it stands, in the order of its menu. */
export function fittingTools(lead: { readonly status: string | null; readonly archived: boolean; readonly deleted: boolean }): LeadTool[] {
  if (lead.deleted) return ['recover'];
  const outcomes: readonly LeadTool[] = lead.status === 'lost' ? ['restore'] : lead.status === 'open' ? ['convert', 'lost'] : [];
  return [...outcomes, lead.archived ? 'unarchive' : 'archive', 'delete'];
}
