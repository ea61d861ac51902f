/** What can be done with leads, one or several: the same from the pane, the inbox, the list, the keys and the palette. */
import type { Done, LeadDetail } from '../../ipc';
import { t } from '../../i18n';
import type { IconName } from '../../shared/icons';
import { partsOf, type BulkTool, type FitOf } from '../../shared/list/acts';
import { act, guardEntry, refusedBySwitch } from '../../store';
import { lostNotice, recover } from '../../store/acts';
import { ask } from '../../store/asks.svelte';
import { fittingLeads, withLeft } from '../../store/part';

export type Leads = { readonly ids: readonly string[]; readonly title?: string | undefined; readonly anchor?: Element | null };

/** Lost, once the reason was given or left out. */
export async function loseLeads(leads: Leads): Promise<Done | null> {
  const { of: ids, left } = await fittingLeads('lose', leads.ids);
  const answers = await ask('lost', { ids, what: 'lead', ...(leads.title === undefined ? {} : { title: leads.title }), anchor: leads.anchor ?? null }, { then: 'lose' });
  let last: Done | null = null;
  for (const answer of answers ?? []) {
    last = await act('lose_leads', { ids: [...answer.ids], reason: answer.reason, note: answer.note }, withLeft(lostNotice(answer), answer === answers?.at(-1) ? left : 0));
  }
  return last;
}

type Notice = { readonly icon: IconName; readonly sub?: string };

/** Does an act that needs nothing but ids to those leads it fits; `guard`: the switch it stands under. */
async function onLeads(kind: 'restore' | 'archive' | 'unarchive' | 'delete', all: readonly string[], icon: IconName, guard: 'restore' | 'delete' | null = null): Promise<Done | null> {
  const { of: ids, left } = await fittingLeads(kind, all);
  return guard !== null && refusedBySwitch(guard, ids.length) ? null : act(`${kind}_leads` as const, { ids: [...ids] }, withLeft<Notice>({ icon }, left));
}

export const restoreLeads = (ids: readonly string[]): Promise<Done | null> => onLeads('restore', ids, 'restore', 'restore');
export const archiveLeads = (ids: readonly string[]): Promise<Done | null> => onLeads('archive', ids, 'archive');
export const unarchiveLeads = (ids: readonly string[]): Promise<Done | null> => onLeads('unarchive', ids, 'unarchive');
export const deleteLeads = (ids: readonly string[]): Promise<Done | null> => onLeads('delete', ids, 'trash', 'delete');

export async function recoverLeads(all: readonly string[]): Promise<Done | null> {
  const { of: ids, left } = await fittingLeads('recover', all);
  return recover(ids.map((id) => ({ kind: 'lead', id })), left);
}

/** Whether a lead still stands in the inbox. */
export const isOpen = (detail: LeadDetail): boolean => !detail.read_only && detail.lead.status === 'open';

type Standing = { readonly status: string | null; readonly archived: boolean; readonly deleted: boolean };
export type LeadTool = 'convert' | 'restore' | 'unarchive' | 'lost' | 'archive' | 'recover' | 'delete';

/** What can be done with so many leads; `fitOf` says how many of them a tool fits, where that is known. One that fits some leaves the others alone. */
export function leadTools(count: number, fitOf: FitOf<LeadTool>, onconvert: (ids: readonly string[]) => void): Readonly<Record<LeadTool, BulkTool>> {
  const { fit, part } = partsOf(count, fitOf);
  const lost = fitOf?.('restore') ?? 0;
  return {
    convert: { id: 'convert', icon: 'board', label: t('lead-convert'), keys: 'c', run: ({ ids }) => (onconvert(ids), null) },
    restore: { id: 'restore', icon: 'restore', label: t('act-restore'), ...(count > 1 && lost > 0 ? { note: t('bulk-lost-count', { count: lost }) } : {}), ...guardEntry('restore', fit('restore')), run: ({ ids }) => restoreLeads(ids) },
    // Of lost leads it takes back the loss: they come out of where they were put.
    unarchive: { id: 'unarchive', icon: 'unarchive', label: t('deal-unarchive'), ...part('unarchive'), ...guardEntry('restore', lost), run: ({ ids }) => (lost > 0 && lost === fit('unarchive') ? restoreLeads(ids) : unarchiveLeads(ids)) },
    lost: { id: 'lost', icon: 'lost', label: t('lead-mark-lost'), keys: 'l', ...part('lost'), run: loseLeads },
    archive: { id: 'archive', icon: 'archive', label: t('deal-archive'), ...part('archive'), run: ({ ids }) => archiveLeads(ids) },
    recover: { id: 'recover', icon: 'undo', label: t('deal-recover'), ...part('recover'), ...guardEntry('restore', fit('recover')), run: ({ ids }) => recoverLeads(ids) },
    delete: { id: 'delete', icon: 'trash', label: t('act-delete'), keys: 'delete', bad: true, ...part('delete'), ...guardEntry('delete', fit('delete')), run: ({ ids }) => deleteLeads(ids) },
  };
}

/** The same where it is one of several: lost leads lie where archived ones do, and come out of there with them. */
export const fittingOfMany = (lead: Standing): LeadTool[] => (lead.status === 'lost' && !lead.deleted ? [...fittingTools(lead), 'unarchive'] : fittingTools(lead));

/** What fits a lead as it stands, in the order of its menu. */
export function fittingTools(lead: Standing): LeadTool[] {
  if (lead.deleted) return ['recover'];
  const outcomes: readonly LeadTool[] = lead.status === 'lost' ? ['restore'] : lead.status === 'open' ? ['convert', 'lost'] : [];
  return [...outcomes, lead.archived ? 'unarchive' : 'archive', 'delete'];
}
