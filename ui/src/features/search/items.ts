/** What the lists of search and palette show: records found, records opened lately, acts; in groups, in order. */
import type { Hit, RecordKind } from '../../ipc';
import type { IconName } from '../../shared/icons';
import type { Action, ActionGroup, Recent } from '../../store';
import { answers } from './highlight';

export type Item =
  | { readonly key: string; readonly type: 'hit'; readonly hit: Hit }
  | { readonly key: string; readonly type: 'recent'; readonly recent: Recent }
  | { readonly key: string; readonly type: 'action'; readonly action: Action };

/** `head` is the message id of the group's name. */
export type Group = { readonly head: string; readonly items: readonly Item[] };

/** Groups of found records in this order; kinds that are not listed follow. */
const KINDS: readonly RecordKind[] = ['deal', 'lead', 'organization', 'person', 'note', 'message', 'activity'];

export const KIND_ICONS: Partial<Record<RecordKind, IconName>> = {
  deal: 'board',
  lead: 'inbox',
  organization: 'organization',
  person: 'person',
  note: 'note',
  message: 'mail',
  activity: 'calendar',
  product: 'product',
  colleague: 'contacts',
};

/** Found records by kind; within a kind as the core ordered them. */
export function hitGroups(hits: readonly Hit[]): Group[] {
  const byKind = new Map<RecordKind, Item[]>();
  for (const hit of hits) {
    const list = byKind.get(hit.kind) ?? [];
    list.push({ key: `hit-${hit.kind}-${hit.id}`, type: 'hit', hit });
    byKind.set(hit.kind, list);
  }
  const place = (kind: RecordKind): number => (KINDS.includes(kind) ? KINDS.indexOf(kind) : KINDS.length);
  return [...byKind].sort(([a], [b]) => place(a) - place(b)).map(([kind, items]) => ({ head: `search-kind-${kind}`, items }));
}

export function recentGroup(list: readonly Recent[], most: number): Group[] {
  if (list.length === 0) return [];
  return [{ head: 'search-recent', items: list.slice(0, most).map((recent) => ({ key: `recent-${recent.id}`, type: 'recent', recent })) }];
}

/** Acts that answer the text, by group; all of them for an empty text. */
export function actionGroups(list: readonly Action[], text: string): Group[] {
  const groups = new Map<ActionGroup, Item[]>();
  for (const action of list) {
    if (text.trim() !== '' && !answers(`${action.label()} ${action.words?.() ?? ''}`, text)) continue;
    const items = groups.get(action.group) ?? [];
    items.push({ key: `action-${action.id}`, type: 'action', action });
    groups.set(action.group, items);
  }
  return [...groups].map(([group, items]) => ({ head: `search-acts-${group}`, items }));
}
