/** What can be done with deals of the list, one or several: the same outcomes as on the board. */
import { call, toAppError } from '../../ipc';
import { t } from '../../i18n';
import { entryOf, fitCounts, fittingOf, partsOf, type BulkTool, type FitOf, type ListActs, type Ticked } from '../../shared/list/acts';
import { fittingOfMany, fittingTools, type DealTool } from '../../shared/acts/fitting';
import type { Chosen } from '../../shared/list/chosen.svelte';
import type { Row } from '../../shared/list/model.svelte';
import type { Search } from '../../shared/list/search.svelte';
import type { MenuEntry, MenuItem } from '../../shared/menu';
import { catalog, guardEntry, openRecord, refuse } from '../../store';
import { archiveDeals, closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, recoverDeals, reopenDeals, restoreDeals, unarchiveDeals, winDeals } from '../../store/acts';
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

/** What can be done with so many deals. A tool that fits some of them says so and leaves the others alone. */
function dealTools(count: number, fitOf: FitOf<DealTool>): Readonly<Record<DealTool, BulkTool>> {
  const { fit, part } = partsOf(count, fitOf);
  const lost = fitOf?.('restore') ?? 0;
  return {
    convert: { id: 'convert', icon: 'inbox', label: t('bulk-convert'), ...(count > 1 ? { note: t('bulk-at-most', { count: CONVERT_MOST }) } : {}), ...guardEntry('convert', count), run: convertTicked },
    restore: { id: 'restore', icon: 'restore', label: t('act-restore'), ...(count > 1 && lost > 0 ? { note: t('bulk-lost-count', { count: lost }) } : {}), ...guardEntry('restore', fit('restore')), run: (ticked) => restoreDeals(of(ticked)) },
    reopen: { id: 'reopen', icon: 'folder', label: t('act-reopen'), ...part('reopen'), ...guardEntry('restore', fit('reopen')), run: (ticked) => reopenDeals(of(ticked)) },
    // Lost deals are meant to be open again: to take them out of where they were put is to restore them.
    unarchive: { id: 'unarchive', icon: 'unarchive', label: t('deal-unarchive'), ...part('unarchive'), ...guardEntry('restore', lost), run: (ticked) => (lost > 0 && lost === fit('unarchive') ? restoreDeals(of(ticked)) : unarchiveDeals(of(ticked))) },
    move: { id: 'move', icon: 'move', label: t('act-move'), ...part('move'), run: (ticked) => pickMove(of(ticked)) },
    won: { id: 'won', icon: 'won', label: t('act-won'), keys: 'w', ...part('won'), run: (ticked) => winDeals(of(ticked)) },
    lost: { id: 'lost', icon: 'lost', label: t('act-lost'), keys: 'l', ...part('lost'), run: (ticked) => loseDeals(of(ticked)) },
    close: { id: 'close', icon: 'closed', label: t('act-close-without'), ...part('close'), run: (ticked) => closeDeals(of(ticked)) },
    archive: { id: 'archive', icon: 'archive', label: t('deal-archive'), ...part('archive'), run: (ticked) => archiveDeals(of(ticked)) },
    recover: { id: 'recover', icon: 'undo', label: t('deal-recover'), ...part('recover'), ...guardEntry('restore', fit('recover')), run: (ticked) => recoverDeals(of(ticked)) },
    delete: { id: 'delete', icon: 'trash', label: t('act-delete'), keys: 'delete', bad: true, ...part('delete'), ...guardEntry('delete', fit('delete')), run: (ticked) => deleteDeals(of(ticked)) },
  };
}

function bulk(chosen: Chosen): (BulkTool | null)[] {
  const lost = chosen.count('lost');
  const tools = dealTools(chosen.ids.size, fitCounts(chosen, fittingOfMany));
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
  return fittingOf(chosen, all, fittingOfMany);
}

function entries(row: Row, ids: readonly string[], run: (work: unknown) => Promise<void>): MenuEntry[] {
  const many = ids.length > 1;
  // Of several, the row tells of itself only; the core picks those an act fits.
  const tools = dealTools(ids.length, many ? null : (tool) => Number(fittingOfMany(row).includes(tool)));
  const item = (tool: DealTool): MenuItem => entryOf(tools[tool], ({ run: act }) => void run(act({ ids, ...(many ? {} : { title: row.title }), totals: null, anchor: null })));
  const head: MenuEntry[] = [{ head: many ? t('sel-count', { count: ids.length }) : row.title }, ...(many ? [] : [{ label: t('act-open'), icon: 'open' as const, keys: 'enter', run: () => openRecord('deal', row.id) }])];
  if (row.deleted) return [...head, item('recover')];
  const fit = fittingTools(row).filter((tool) => tool !== 'convert' || catalog.settings.leads_enabled);
  return [...head, 'rule', ...fit.slice(0, -2).map(item), 'rule', ...fit.slice(-2).map(item)];
}

export const dealActs: ListActs = { open: (row) => openRecord('deal', row.id), entries, bulk };
