import { describe, expect, it } from 'vitest';
import { flatLines, groupedLines } from './lines';

const GROUPS = [
  { key: 'a', count: 3 },
  { key: 'b', count: 2 },
  { key: 'c', count: 1 },
];

describe('the lines of a list', () => {
  it('are its rows where nothing is grouped', () => {
    const lines = flatLines(7);
    expect([lines.count, lines.at(4)]).toEqual([7, { group: -1, row: 4 }]);
    expect(lines.of(-1, 4)).toBe(4);
  });

  it('are a head and then the rows of each group', () => {
    const lines = groupedLines(GROUPS, new Set());
    expect(lines.count).toBe(9);
    expect(Array.from({ length: 9 }, (_, at) => lines.at(at))).toEqual([
      { group: 0, row: null },
      { group: 0, row: 0 },
      { group: 0, row: 1 },
      { group: 0, row: 2 },
      { group: 1, row: null },
      { group: 1, row: 0 },
      { group: 1, row: 1 },
      { group: 2, row: null },
      { group: 2, row: 0 },
    ]);
  });

  it('leave out the rows of a folded group', () => {
    const lines = groupedLines(GROUPS, new Set(['a', 'c']));
    expect([lines.count, lines.at(2), lines.at(3), lines.at(4)]).toEqual([5, { group: 1, row: 0 }, { group: 1, row: 1 }, { group: 2, row: null }]);
    expect([lines.of(0, 1), lines.of(1, 0), lines.of(1, 1), lines.of(5, 0)]).toEqual([-1, 2, 3, -1]);
  });
});
