import { expect, test } from 'vitest';
import { gapAt, movesTo } from './reorder.svelte';

const rows = [0, 40, 80].map((top) => ({ top, height: 40 }));

test.each([
  [-5, 0],
  [19, 0],
  [21, 1],
  [70, 2],
  [101, 3],
  [999, 3],
])('a pointer at %d aims at gap %d', (y, gap) => {
  expect(gapAt(y, rows)).toBe(gap);
});

test('the two gaps beside a row leave it where it is', () => {
  expect([0, 1, 2, 3].map((gap) => movesTo(1, gap))).toEqual([true, false, false, true]);
});
