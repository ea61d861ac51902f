/** What a page lets be done with the rows of its list, as tools of the bar, entries of menus and acts of the palette. */
import { t } from '../../i18n';
import type { Totals } from '../../ipc';
import type { Action } from '../../store/actions.svelte';
import { countFits } from '../acts/fitting';
import type { IconName } from '../icons';
import type { MenuEntry, MenuItem } from '../menu';
import type { Chosen } from './chosen.svelte';
import type { Row } from './model.svelte';

/** What an act is told of the ticked rows. */
export type Ticked = { readonly ids: readonly string[]; readonly title?: string | undefined; readonly totals: Totals | null; readonly anchor: Element | null };

export type BulkTool = {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly keys?: string;
  /** A few words after the label: how many it is for. */
  readonly note?: string;
  readonly bad?: boolean;
  /** Why it cannot be done now; it is off and says so. */
  readonly why?: string;
  /** Shown on the bar itself, not only in the menu of all acts. */
  readonly first?: boolean;
  /** Answers null when nothing came of it. */
  readonly run: (ticked: Ticked) => unknown;
};

export type ListActs = {
  readonly open: (row: Row) => void;
  /** The menu of a row; `ids` are the ticked rows where it is one of them. `run` then clears the ticks once it is done. */
  readonly entries: (row: Row, ids: readonly string[], run: (work: unknown) => Promise<void>) => MenuEntry[];
  /** What can be done with ticked rows; null draws a line. */
  readonly bulk: (chosen: Chosen) => readonly (BulkTool | null)[];
};

/** What a tool is called, with how many it is for. */
export const toolText = ({ label, note }: BulkTool): string => (note === undefined ? label : t('bulk-noted', { act: label, note }));

/** Of tools those that can do something with a ticked row; all of them while a ticked row was never read. */
export function fittingOf(chosen: Chosen, tools: readonly (BulkTool | null)[], fits: (row: Row) => readonly string[]): (BulkTool | null)[] {
  if (chosen.rows.length < chosen.ids.size) return [...tools];
  const apt = new Set(chosen.rows.flatMap(fits));
  return tools.filter((tool) => tool === null || apt.has(tool.id));
}

/** How many ticked rows a tool fits, where that is known; null while a ticked row was never read: then only the core knows. */
export type FitOf<Tool extends string> = ((tool: Tool) => number) | null;

export function fitCounts(chosen: Chosen, fits: (row: Row) => readonly string[]): FitOf<string> {
  if (chosen.rows.length < chosen.ids.size) return null;
  const of = countFits(chosen.rows, fits);
  return (tool) => of.get(tool) ?? 0;
}

/** How many of so many rows a tool fits (all, where that is not known), and what it says where it fits only some. */
export function partsOf<Tool extends string>(count: number, fitOf: FitOf<Tool>): { fit: (tool: Tool) => number; part: (tool: Tool) => { note?: string } } {
  const fit = (tool: Tool): number => fitOf?.(tool) ?? count;
  return { fit, part: (tool) => (fit(tool) > 0 && fit(tool) < count ? { note: t('dock-part', { part: fit(tool), count }) } : {}) };
}

/** A tool as an entry of a menu. */
export function entryOf(tool: BulkTool, run: (tool: BulkTool) => void): MenuItem {
  const { icon, keys, bad, why } = tool;
  return { label: toolText(tool), icon, ...(keys ? { keys } : {}), ...(bad ? { bad } : {}), ...(why === undefined ? {} : { why }), run: () => run(tool) };
}

/** What the palette offers of tools: those that are not off, with what they are about. */
export function offeredOf(part: string, tools: readonly (BulkTool | null)[], about: { readonly title?: string | undefined; readonly count: number; readonly when?: () => boolean }, run: (tool: BulkTool) => void): Action[] {
  const { title, count, when } = about;
  return tools.flatMap((tool): Action[] => {
    if (tool === null || tool.why !== undefined) return [];
    const { id, icon, label, keys } = tool;
    const named = (): string => (title === undefined ? t('act-on-selected', { act: label, count }) : t('act-on', { act: label, name: title }));
    return [{ id: `${part}-${id}`, group: 'record', icon, label: named, ...(keys ? { keys } : {}), ...(when ? { when } : {}), run: () => run(tool) }];
  });
}
