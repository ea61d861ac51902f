/** What can be done with deals of the list, one or several: the same outcomes as on the board. */
import { call, toAppError } from '../../ipc';
import { t } from '../../i18n';
import { entryOf, fittingOf, type BulkTool, type ListActs, type Ticked } from '../../shared/list/acts';
import type { Chosen } from '../../shared/list/chosen.svelte';
import type { Row } from '../../shared/list/model.svelte';
import type { Search } from '../../shared/list/search.svelte';
import type { MenuEntry, MenuItem } from '../../shared/menu';
import { catalog, guardEntry, openRecord, refuse } from '../../store';
import { archiveDeals, closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, recover, reopenDeals, restoreDeals, unarchiveDeals, winDeals } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';

/** Most deals one conversion takes from a list. */
export const CONVERT_MOST = 100;

const of = (ticked: Ticked): Deals => ({ ids: ticked.ids, ...(ticked.title === undefined ? {} : { title: ticked.title }), totals: ticked.totals, anchor: ticked.anchor, fromList: true });

/** Converts; of more than a list may take at once, the question offers the first. */
const convertTicked = (ticked: Ticked): Promise<unknown> => convertDeals({ ...of(ticked), ids: ticked.ids.slice(0, CONVERT_MOST), found: ticked.ids.length });

/** Converts what a list shows, in its order. */
export async function convertFound(search: Search): Promise<void> {
  try {
    const { ids, total } = await call('list_ids', { query: search.query, sort: [...search.looked.sort], limit: CONVERT_MOST });
    if (ids.length > 0) await convertDeals({ ids, fromList: true, found: total });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** Why what a list shows, so many deals, cannot be converted now. */
export function convertFoundOff(count: number): { why?: string } {
  if (!catalog.settings.leads_enabled) return { why: t('list-leads-off') };
  return count === 0 ? { why: t('list-convert-nothing') } : guardEntry('convert');
}

type DealTool = 'convert' | 'restore' | 'reopen' | 'unarchive' | 'move' | 'won' | 'lost' | 'close' | 'archive' | 'recover' | 'delete';

/** What can be done with so many deals, of which so many are known to be lost. */
function dealTools(count: number, lost: number): Readonly<Record<DealTool, BulkTool>> {
  return {
    convert: { id: 'convert', icon: 'inbox', label: t('bulk-convert'), ...(count > 1 ? { note: t('bulk-at-most', { count: CONVERT_MOST }) } : {}), ...guardEntry('convert', count), run: convertTicked },
    restore: { id: 'restore', icon: 'restore', label: t('act-restore'), ...(count > 1 && lost > 0 ? { note: t('bulk-lost-count', { count: lost }) } : {}), ...guardEntry('restore', count), run: (ticked) => restoreDeals(of(ticked)) },
    reopen: { id: 'reopen', icon: 'folder', label: t('act-reopen'), ...guardEntry('restore', count), run: (ticked) => reopenDeals(of(ticked)) },
    // Lost deals are meant to be open again: to take them out of where they were put is to restore them.
    unarchive: { id: 'unarchive', icon: 'unarchive', label: t('deal-unarchive'), ...guardEntry('restore', lost), run: (ticked) => (lost === count ? restoreDeals(of(ticked)) : unarchiveDeals(of(ticked))) },
    move: { id: 'move', icon: 'move', label: t('act-move'), run: (ticked) => pickMove(of(ticked)) },
    won: { id: 'won', icon: 'won', label: t('act-won'), keys: 'w', run: (ticked) => winDeals(of(ticked)) },
    lost: { id: 'lost', icon: 'lost', label: t('act-lost'), keys: 'l', run: (ticked) => loseDeals(of(ticked)) },
    close: { id: 'close', icon: 'closed', label: t('act-close-without'), run: (ticked) => closeDeals(of(ticked)) },
    archive: { id: 'archive', icon: 'archive', label: t('deal-archive'), run: (ticked) => archiveDeals(of(ticked)) },
    recover: { id: 'recover', icon: 'undo', label: t('deal-recover'), ...guardEntry('restore', count), run: (ticked) => recover(ticked.ids.map((id) => ({ kind: 'deal', id }))) },
    delete: { id: 'delete', icon: 'trash', label: t('act-delete'), keys: 'delete', bad: true, ...guardEntry('delete', count), run: (ticked) => deleteDeals(of(ticked)) },
  };
}

/** What fits a deal of each status. */
const OUTCOMES: Readonly<Record<string, readonly DealTool[]>> = { open: ['move', 'won', 'lost', 'close', 'convert'], lost: ['restore', 'won', 'convert'], won: ['reopen', 'lost'], closed: ['reopen', 'convert'] };

/** What fits a deal as it stands, in the order of its menu. */
function fitting(row: Row): readonly DealTool[] {
  return row.deleted ? ['recover'] : [...(OUTCOMES[row.status ?? 'open'] ?? []), row.archived ? 'unarchive' : 'archive', 'delete'];
}

function bulk(chosen: Chosen): (BulkTool | null)[] {
  const lost = chosen.count('lost');
  const tools = dealTools(chosen.ids.size, lost);
  const all = [
    ...(catalog.settings.leads_enabled ? [{ ...tools.convert, first: true }] : []),
    { ...tools.restore, first: lost > 0 },
    tools.reopen,
    tools.unarchive,
    tools.move,
    tools.won,
    { ...tools.lost, first: lost === 0 },
    tools.close,
    null,
    tools.archive,
    tools.recover,
    null,
    { ...tools.delete, first: true },
  ];
  // Lost deals lie where archived ones do.
  return fittingOf(chosen, all, (row) => (row.status === 'lost' ? [...fitting(row), 'unarchive'] : fitting(row)));
}

function entries(row: Row, ids: readonly string[], run: (work: unknown) => Promise<void>): MenuEntry[] {
  const many = ids.length > 1;
  // Of several, the row tells of itself only: how many of them are lost is not known here.
  const tools = dealTools(ids.length, !many && row.status === 'lost' ? 1 : 0);
  const item = (tool: DealTool): MenuItem => entryOf(tools[tool], ({ run: act }) => void run(act({ ids, ...(many ? {} : { title: row.title }), totals: null, anchor: null })));
  const head: MenuEntry[] = [{ head: many ? t('sel-count', { count: ids.length }) : row.title }, ...(many ? [] : [{ label: t('act-open'), icon: 'open' as const, keys: 'enter', run: () => openRecord('deal', row.id) }])];
  if (row.deleted) return [...head, item('recover')];
  const fit = fitting(row).filter((tool) => tool !== 'convert' || catalog.settings.leads_enabled);
  return [...head, 'rule', ...fit.slice(0, -2).map(item), 'rule', ...fit.slice(-2).map(item)];
}

export const dealActs: ListActs = { open: (row) => openRecord('deal', row.id), entries, bulk };
