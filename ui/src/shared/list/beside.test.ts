import { describe, expect, it } from 'vitest';
import { besideIn, noteOpened, offerRows } from './beside.svelte';
import { flatLines, groupedLines, type Lines } from './lines';
import type { Row } from './model.svelte';

const row = (id: string): Row => ({ id }) as Row;

/** A list of rows, in groups where they are given by their keys. */
function list(ids: readonly (string | null)[], groups: { key: string; count: number }[] | null, folded: readonly string[] = []) {
  const lines: Lines = groups === null ? flatLines(ids.length) : groupedLines(groups, new Set(folded));
  const at = (line: number): Row | undefined => (ids[line] == null ? undefined : row(ids[line]));
  const shown: number[] = [];
  const model = {
    search: { entity: 'deal' as const },
    lines,
    groups: groups as never,
    rowAt: at,
    lineOf: (id: string) => ids.indexOf(id),
    range: (first: number, last: number) => Promise.resolve(ids.slice(first, last + 1).flatMap((id) => (id === null ? [] : [row(id)]))),
  };
  return { model, shown, end: offerRows(model, (line) => shown.push(line)) };
}

describe('what stands beside a record', () => {
  it('is the row before and after it in the order of the list, which shows it', async () => {
    const { shown, end } = list(['a', 'b', 'c'], null);
    const beside = besideIn('deal', 'b');
    expect([beside?.place, beside?.has(-1), beside?.has(1)]).toEqual([{ at: 1, of: 3 }, true, true]);
    expect([await beside?.to(1), shown, besideIn('deal', 'c')?.has(1)]).toEqual(['c', [2], false]);
    expect([besideIn('deal', 'elsewhere'), besideIn('lead', 'b')]).toEqual([null, null]);
    end();
    expect(besideIn('deal', 'b')).toBeNull();
  });

  it('passes the heads of groups and those that are folded', async () => {
    const groups = [{ key: 'x', count: 1 }, { key: 'y', count: 9 }, { key: 'z', count: 2 }];
    const { end } = list([null, 'a', null, null, 'b', 'c'], groups, ['y']);
    const beside = besideIn('deal', 'a');
    expect([beside?.place, beside?.has(-1), await beside?.to(1)]).toEqual([{ at: 0, of: 1 }, false, 'b']);
    end();
  });

  it('is told from where it was opened, for a record of several groups', async () => {
    const { end } = list([null, 'a', 'b', null, 'a', 'c'], [{ key: 'x', count: 2 }, { key: 'y', count: 2 }]);
    noteOpened('a', 4);
    expect(await besideIn('deal', 'a')?.to(1)).toBe('c');
    end();
  });

  it('is what closed up, once the record has left the list', async () => {
    const { end } = list(['a', 'c'], null);
    noteOpened('b', 1);
    const beside = besideIn('deal', 'b');
    expect([beside?.place, await beside?.to(1)]).toEqual([null, 'c']);
    noteOpened('b', 1);
    expect(await besideIn('deal', 'b')?.to(-1)).toBe('a');
    end();
  });
});
