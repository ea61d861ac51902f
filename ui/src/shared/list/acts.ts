/** What a page lets be done with the rows of its list. */
import type { Totals } from '../../ipc';
import type { IconName } from '../icons';
import type { MenuEntry } from '../menu';
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
