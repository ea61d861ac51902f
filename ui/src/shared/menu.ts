/** What a menu shows. The same entries serve a button's menu and a context menu. */
import type { IconName } from './icons';

export type MenuItem = {
  readonly label: string;
  readonly icon?: IconName;
  /** The key that does the same, like "mod+d". */
  readonly keys?: string;
  readonly run?: () => void;
  readonly bad?: boolean;
  readonly checked?: boolean;
  /** Why it cannot be chosen now; the entry is off and says so. */
  readonly why?: string;
  /** A menu of its own. */
  readonly items?: readonly MenuEntry[];
};

export type MenuEntry = MenuItem | 'rule' | { readonly head: string };

/** Entries without the rules that divide nothing. */
export function ruled(entries: readonly MenuEntry[]): MenuEntry[] {
  return entries.filter((entry, at) => entry !== 'rule' || (at > 0 && entries[at - 1] !== 'rule' && entries.slice(at).some((later) => later !== 'rule')));
}

export const isItem = (entry: MenuEntry): entry is MenuItem => typeof entry === 'object' && 'label' in entry;
