/** What can be done with a deal as it stands: the same for rows, cards, bars, menus and the palette. Pure; the core decides. */
import type { DealStatus, RecordAct } from '../../ipc';

export type DealTool = 'convert' | 'restore' | 'reopen' | 'unarchive' | 'move' | 'won' | 'lost' | 'close' | 'archive' | 'recover' | 'delete';

type Standing = { readonly status: string | null; readonly archived: boolean; readonly deleted: boolean };

const OUTCOMES: Readonly<Record<DealStatus, readonly DealTool[]>> = {
  open: ['move', 'won', 'lost', 'close', 'convert'],
  lost: ['restore', 'won', 'convert'],
  won: ['reopen', 'lost'],
  closed: ['reopen', 'won', 'lost', 'convert'],
};

const isStatus = (status: string | null): status is DealStatus => status !== null && status in OUTCOMES;

/** What fits a deal, in the order of its menu. */
export function fittingTools({ status, archived, deleted }: Standing): readonly DealTool[] {
  if (deleted) return ['recover'];
  const outcomes = OUTCOMES[isStatus(status) ? status : 'open'].filter((tool) => tool !== 'move' || !archived);
  return [...outcomes, archived ? 'unarchive' : 'archive', 'delete'];
}

/** The same where it is one of several: lost deals lie where archived ones do, and come out of there with them. */
export const fittingOfMany = (deal: Standing): readonly DealTool[] => (deal.status === 'lost' && !deal.deleted ? [...fittingTools(deal), 'unarchive'] : fittingTools(deal));

/** How many of several things each tool fits. */
export function countFits<Thing, Tool extends string>(things: readonly Thing[], fits: (thing: Thing) => readonly Tool[]): Map<Tool, number> {
  const found = new Map<Tool, number>();
  for (const thing of things) for (const tool of new Set(fits(thing))) found.set(tool, (found.get(tool) ?? 0) + 1);
  return found;
}

const TOOL_OF: Readonly<Record<RecordAct, DealTool>> = {
  move: 'move',
  win: 'won',
  lose: 'lost',
  close: 'close',
  restore: 'restore',
  reopen: 'reopen',
  archive: 'archive',
  unarchive: 'unarchive',
  recover: 'recover',
  delete: 'delete',
};

/** The tools for what the core says fits. */
export const toolsFor = (acts: readonly RecordAct[]): readonly DealTool[] => acts.map((act) => TOOL_OF[act]);
