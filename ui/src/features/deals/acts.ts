/** What can be done with deals of the list, one or several: the same outcomes as on the board. */
import { call, toAppError } from '../../ipc';
import { t } from '../../i18n';
import type { BulkTool, ListActs, Ticked } from '../../shared/list/acts';
import type { Chosen } from '../../shared/list/chosen.svelte';
import type { Row } from '../../shared/list/model.svelte';
import type { Search } from '../../shared/list/search.svelte';
import type { MenuEntry, MenuItem } from '../../shared/menu';
import { catalog, openRecord, refuse } from '../../store';
import { archiveDeals, closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, recover, reopenDeals, restoreDeals, unarchiveDeals, winDeals } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';

/** Most deals one conversion takes from a list. */
export const CONVERT_MOST = 100;

const of = (ticked: Ticked): Deals => ({ ids: ticked.ids, ...(ticked.title === undefined ? {} : { title: ticked.title }), totals: ticked.totals, anchor: ticked.anchor, fromList: true });

const recoverDeals = (ids: readonly string[]): Promise<unknown> => recover(ids.map((id) => ({ kind: 'deal', id })));

/** Converts; of more than a list may take at once, the question offers the first. */
export const convertTicked = (ticked: Ticked): Promise<unknown> => convertDeals({ ...of(ticked), ids: ticked.ids.slice(0, CONVERT_MOST), found: ticked.ids.length });

/** Converts what a list shows, in its order. */
export async function convertFound(search: Search): Promise<void> {
  try {
    const { ids, total } = await call('list_ids', { query: search.query, sort: [...search.looked.sort], limit: CONVERT_MOST });
    if (ids.length > 0) await convertDeals({ ids, fromList: true, found: total });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

const noted = (count: number, id: string): { note?: string } => (count > 0 ? { note: t(id, { count }) } : {});

function bulk(chosen: Chosen): (BulkTool | null)[] {
  const count = chosen.count;
  const leads: BulkTool[] = catalog.settings.leads_enabled ? [{ id: 'convert', icon: 'inbox', label: t('bulk-convert'), note: t('bulk-at-most', { count: CONVERT_MOST }), first: true, run: convertTicked }] : [];
  const lost = count('lost');
  return [
    ...leads,
    { id: 'restore', icon: 'restore', label: t('act-restore'), ...noted(lost, 'bulk-lost-count'), first: lost > 0, run: (ticked) => restoreDeals(of(ticked)) },
    { id: 'reopen', icon: 'restore', label: t('act-reopen'), run: (ticked) => reopenDeals(of(ticked)) },
    { id: 'unarchive', icon: 'unarchive', label: t('deal-unarchive'), run: (ticked) => unarchiveTicked(ticked, chosen) },
    null,
    { id: 'move', icon: 'move', label: t('act-move'), run: (ticked) => pickMove(of(ticked)) },
    { id: 'won', icon: 'won', label: t('act-won'), keys: 'w', run: (ticked) => winDeals(of(ticked)) },
    { id: 'lost', icon: 'lost', label: t('act-lost'), keys: 'l', first: lost === 0, run: (ticked) => loseDeals(of(ticked)) },
    { id: 'close', icon: 'closed', label: t('act-close-without'), run: (ticked) => closeDeals(of(ticked)) },
    null,
    { id: 'archive', icon: 'archive', label: t('deal-archive'), run: (ticked) => archiveDeals(of(ticked)) },
    { id: 'recover', icon: 'undo', label: t('deal-recover'), run: (ticked) => recoverDeals(ticked.ids) },
    { id: 'delete', icon: 'trash', label: t('act-delete'), keys: 'delete', bad: true, first: true, run: (ticked) => deleteDeals(of(ticked)) },
  ];
}

/** Lost deals that are not archived are meant to be open again: to take them out of where they were put is to restore them. */
function unarchiveTicked(ticked: Ticked, chosen: Chosen): Promise<unknown> {
  return chosen.count('lost') === ticked.ids.length ? restoreDeals(of(ticked)) : unarchiveDeals(of(ticked));
}

function entries(row: Row, ids: readonly string[], run: (work: unknown) => Promise<void>): MenuEntry[] {
  const many = ids.length > 1;
  const deals: Deals = { ids, ...(many ? { fromList: true } : { title: row.title }), anchor: null };
  const item = (label: string, icon: MenuItem['icon'], work: () => unknown, keys?: string): MenuItem => ({ label, ...(icon ? { icon } : {}), run: () => void run(work()), ...(keys ? { keys } : {}) });
  const head: MenuEntry[] = [{ head: many ? t('sel-count', { count: ids.length }) : row.title }, ...(many ? [] : [{ label: t('act-open'), icon: 'open' as const, keys: 'enter', run: () => openRecord('deal', row.id) }])];
  if (row.deleted) return [...head, item(t('deal-recover'), 'undo', () => recoverDeals(ids))];
  const won = item(t('act-won'), 'won', () => winDeals(deals), 'w');
  const lost = item(t('act-lost'), 'lost', () => loseDeals(deals), 'l');
  const leads = catalog.settings.leads_enabled && row.status !== 'won' ? [item(t('act-to-leads'), 'inbox', () => convertTicked({ ids, totals: null, anchor: null }))] : [];
  const outcomes: Record<string, MenuItem[]> = {
    open: [item(t('act-move'), 'move', () => pickMove(deals)), won, lost, item(t('act-close-without'), 'closed', () => closeDeals(deals)), ...leads],
    lost: [item(t('act-restore'), 'restore', () => restoreDeals(deals)), won, ...leads],
    won: [item(t('act-reopen'), 'restore', () => reopenDeals(deals)), lost],
    closed: [item(t('act-reopen'), 'restore', () => reopenDeals(deals)), ...leads],
  };
  return [
    ...head,
    'rule',
    ...(outcomes[row.status ?? 'open'] ?? []),
    'rule',
    row.archived ? item(t('deal-unarchive'), 'unarchive', () => unarchiveDeals(deals)) : item(t('deal-archive'), 'archive', () => archiveDeals(deals)),
    { ...item(t('act-delete'), 'trash', () => deleteDeals(deals), 'delete'), bad: true },
  ];
}

export const dealActs: ListActs = { open: (row) => openRecord('deal', row.id), entries, bulk };
