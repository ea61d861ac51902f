import { expect, test } from 'vitest';
import type { Hit, RecordKind } from '../../ipc';
import type { Action } from '../../store';
import { actionGroups, hitGroups } from './items';

const hit = (kind: RecordKind, id: string): Hit => ({ kind, id, title: id, second: null, excerpt: null, status: null, value: null, stage: null, in_trash: false, opens: { kind, id } });
const act = (id: string, label: string, words = ''): Action => ({ id, group: 'page', icon: 'board', label: () => label, words: () => words, run: () => undefined });

test('found records stand by kind, deals first, each kind in the order of the core', () => {
  const groups = hitGroups([hit('note', 'n1'), hit('deal', 'd2'), hit('person', 'p1'), hit('deal', 'd1')]);
  expect(groups.map((group) => group.head)).toEqual(['search-kind-deal', 'search-kind-person', 'search-kind-note']);
  expect(groups[0]?.items.map((item) => item.key)).toEqual(['hit-deal-d2', 'hit-deal-d1']);
});

test('acts are found by their label and by their other words', () => {
  const list = [act('a', 'Réglages', 'settings'), act('b', 'Corbeille')];
  expect(actionGroups(list, 'regl')[0]?.items).toHaveLength(1);
  expect(actionGroups(list, 'sett')[0]?.items[0]?.key).toBe('action-a');
  expect(actionGroups(list, 'xyz')).toEqual([]);
  expect(actionGroups(list, ' ')[0]?.items).toHaveLength(2);
});
