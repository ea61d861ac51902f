/** What can be done with the cards meant, after how they stand: one list for menu, bar, keys and palette. No rule lives here. */
import type { Card } from '../../ipc';
import type { IconName } from '../../shared/icons';
import { countFits, fittingOfMany, fittingTools, toolsFor, type DealTool } from '../../shared/acts/fitting';
import { catalog, whyOff } from '../../store';
import { archiveDeals, closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, recoverDeals, reopenDeals, restoreDeals, unarchiveDeals, winDeals } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';
import { board, placeOf } from './boardStore.svelte';
import { isChosen, selection } from './selection.svelte';
import { subjectIds } from './subject';

export type BoardTool = { readonly id: DealTool; readonly icon: IconName; readonly label: string; readonly keys?: string; readonly bad?: boolean; readonly run: (deals: Deals) => Promise<unknown> };

export const BOARD_TOOLS: readonly BoardTool[] = [
  { id: 'move', icon: 'move', label: 'act-move', keys: 'm', run: pickMove },
  { id: 'recover', icon: 'undo', label: 'deal-recover', run: recoverDeals },
  { id: 'restore', icon: 'restore', label: 'act-restore', run: restoreDeals },
  { id: 'reopen', icon: 'folder', label: 'act-reopen', run: reopenDeals },
  { id: 'won', icon: 'won', label: 'act-won', keys: 'w', run: winDeals },
  { id: 'lost', icon: 'lost', label: 'act-lost', keys: 'l', run: loseDeals },
  { id: 'close', icon: 'closed', label: 'act-close-without', run: closeDeals },
  { id: 'convert', icon: 'inbox', label: 'act-to-leads', run: convertDeals },
  { id: 'unarchive', icon: 'unarchive', label: 'deal-unarchive', run: unarchiveDeals },
  { id: 'archive', icon: 'archive', label: 'deal-archive', run: archiveDeals },
  { id: 'delete', icon: 'trash', label: 'act-delete', keys: 'delete', bad: true, run: deleteDeals },
];

/** How many of the cards meant a tool fits; of cards that are not loaded the core says only whether it fits any: then all. */
export type Fits = ReadonlyMap<DealTool, number>;

/** What fits one card. */
export const fitsCard = (card: Card): Fits => countFits([card], fittingTools);

/** What fits any of the chosen cards. Of cards that are not loaded the core says it. */
export function fitsChosen(): Fits {
  const known = board.cells.flatMap((cell) => [...cell.strip.cards.values()]).filter((card) => isChosen(card.id));
  const fits = countFits(known, known.length === 1 && selection.size === 1 ? fittingTools : fittingOfMany);
  if (known.length < selection.size) {
    for (const tool of toolsFor(selection.fits)) fits.set(tool, selection.size);
    fits.set('convert', selection.size);
  }
  return fits;
}

/** What fits the cards meant: the chosen ones, else the focused one. */
export function subjectFits(): Fits {
  if (selection.size > 0) return fitsChosen();
  const [id] = subjectIds();
  const card = id === undefined ? undefined : placeOf(id)?.card;
  return card ? fitsCard(card) : new Map();
}

/** The tools that fit, in their order. */
export const fittingOnBoard = (fits: Fits): readonly BoardTool[] => BOARD_TOOLS.filter(({ id }) => (fits.get(id) ?? 0) > 0 && (id !== 'convert' || catalog.settings.leads_enabled));

/** Whether anything can be written on them: not where all lie in the trash. */
export const writable = (fits: Fits): boolean => [...fits.keys()].some((tool) => tool !== 'recover');

/** Why a tool is off for so many; null when it is on. */
export function toolOff(id: DealTool, fits: Fits): string | null {
  const count = fits.get(id) ?? 0;
  if (id === 'delete') return whyOff('delete', count);
  if (id === 'convert') return whyOff('convert', count);
  // Lost deals that come out of the archive are restored.
  if (id === 'unarchive') return whyOff('restore', fits.get('restore') ?? 0);
  return id === 'restore' || id === 'reopen' || id === 'recover' ? whyOff('restore', count) : null;
}
