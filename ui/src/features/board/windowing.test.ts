import { describe, expect, it } from 'vitest';
import { STEPS, cardHeight } from './cardHeights';
import { ColumnWindow, missingPages } from './windowing';

const BASE = 75;
const GAP = 7;

/** The same questions answered the slow, obvious way. */
function plain(heights: readonly number[]) {
  const tops: number[] = [];
  let y = 0;
  for (const height of heights) {
    tops.push(y);
    y += height + GAP;
  }
  return {
    tops,
    end: y,
    total: heights.length === 0 ? 0 : y - GAP,
    indexAt: (at: number) => Math.max(0, tops.findLastIndex((top) => top <= at)),
  };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const CHOICES = [75, 93, 94, 112];

function made(count: number, seed: number): { column: ColumnWindow; heights: number[] } {
  const random = seeded(seed);
  const heights = Array.from({ length: count }, () => CHOICES[Math.floor(random() * 4)] ?? BASE);
  const column = new ColumnWindow(count, BASE, GAP);
  column.setHeights(0, heights);
  return { column, heights };
}

describe('a column of cards', () => {
  it.each([0, 1, 2, 3, 7, 64, 100, 255, 1000])('of %i cards answers like adding up every card', (count) => {
    const { column, heights } = made(count, count + 1);
    const slow = plain(heights);
    expect(column.total).toBe(slow.total);
    expect(column.top(count)).toBe(slow.end);
    heights.forEach((height, index) => {
      const top = slow.tops[index] ?? 0;
      expect(column.top(index)).toBe(top);
      expect(column.height(index)).toBe(height);
      expect(column.indexAt(top), 'a card owns its top edge').toBe(index);
      expect(column.indexAt(top + height + GAP - 1), 'and the gap below it').toBe(index);
    });
  });

  it('has no card at any y when it is empty', () => {
    const column = new ColumnWindow(0, BASE, GAP);
    expect(column.indexAt(10)).toBe(-1);
    expect(column.gapAt(500)).toBe(0);
    expect(column.visible(0, 600, 200)).toEqual({ first: 0, last: 0, before: 0, after: 0 });
  });

  it('clamps what lies above the first and below the last card', () => {
    const { column } = made(20, 3);
    expect(column.indexAt(-50)).toBe(0);
    expect(column.indexAt(1e9)).toBe(19);
    expect(column.gapAt(-50)).toBe(0);
    expect(column.gapAt(1e9)).toBe(20);
  });

  it('puts a drop before a card above its middle and behind it below', () => {
    const column = new ColumnWindow(3, BASE, GAP);
    expect(column.gapAt(37)).toBe(0);
    expect(column.gapAt(38)).toBe(1);
    expect(column.gapAt(82 + 37)).toBe(1);
    expect(column.gapAt(82 + 38)).toBe(2);
    expect(column.gapAt(2 * 82 + 70)).toBe(3);
  });

  it('draws the insertion line in the middle of the gap', () => {
    const column = new ColumnWindow(3, BASE, GAP);
    expect(column.gapY(0)).toBe(-3.5);
    expect(column.gapY(1)).toBe(78.5);
    expect(column.gapY(3)).toBe(3 * 82 - 3.5);
  });
});

describe('what exists on screen', () => {
  it.each([0, 1, 81, 82, 500, 4000, 1e7])('covers viewport and overscan at scrollTop %i', (asked) => {
    const { column, heights } = made(500, 9);
    const slow = plain(heights);
    const scrollTop = Math.min(asked, slow.total - 700);
    const range = column.visible(scrollTop, 700, 300);
    expect(range.first).toBe(slow.indexAt(Math.max(0, scrollTop - 300)));
    expect(range.last).toBe(Math.min(500, slow.indexAt(scrollTop + 1000) + 1));
    expect(range.before).toBe(slow.tops[range.first]);
    const inner = column.top(range.last) - range.before - (range.last === 500 ? GAP : 0);
    expect(range.before + inner + range.after, 'spacers and cards add up to the column').toBe(column.total);
  });

  it('stays small whatever the size of the column', () => {
    const column = new ColumnWindow(100_000, BASE, GAP);
    for (const scrollTop of [0, 1e6, 4_100_000, 8_199_000]) {
      const range = column.visible(scrollTop, 800, 400);
      expect(range.last - range.first).toBeLessThan(25);
    }
  });

  it('shows a card with the least scrolling', () => {
    const column = new ColumnWindow(100, BASE, GAP);
    expect(column.reveal(5, 0, 600)).toBe(0);
    expect(column.reveal(0, 300, 600)).toBe(0);
    expect(column.reveal(20, 0, 600)).toBe(20 * 82 + 75 - 600);
    expect(column.reveal(10, 2000, 600, 8)).toBe(812);
  });
});

describe('heights that become known', () => {
  it('above the viewport move nothing that is visible', () => {
    const column = new ColumnWindow(1000, BASE, GAP);
    const scrollTop = 30_000;
    const anchor = column.anchor(scrollTop);
    const before = column.top(anchor.index) - scrollTop;
    column.setHeights(0, new Array<number>(200).fill(112));
    const corrected = column.scrollTopFor(anchor);
    expect(corrected).toBe(30_000 + 200 * 37);
    expect(column.top(anchor.index) - corrected).toBe(before);
  });

  it('below the viewport change no scroll position', () => {
    const column = new ColumnWindow(1000, BASE, GAP);
    const anchor = column.anchor(5000);
    column.setHeights(600, new Array<number>(100).fill(112));
    expect(column.scrollTopFor(anchor)).toBe(5000);
  });

  it('can be set again and shrink', () => {
    const column = new ColumnWindow(10, BASE, GAP);
    column.setHeights(2, [112, 112]);
    column.setHeights(3, [75]);
    expect(column.top(10)).toBe(10 * 82 + 37);
  });

  it('beyond the end are ignored', () => {
    const column = new ColumnWindow(3, BASE, GAP);
    column.setHeights(2, [94, 94, 94]);
    expect(column.total).toBe(3 * 82 - 7 + 19);
  });

  it.each(Object.entries(STEPS))('come in the known steps of %s', (_density, steps) => {
    expect(cardHeight(steps, 1, true, false)).toBe(steps.base);
    expect(cardHeight(steps, 2, true, true)).toBe(steps.base + steps.secondLine + steps.meta);
    expect(cardHeight(steps, 1, false, true), 'labels stand where people would').toBe(steps.base);
    expect(cardHeight(steps, 1, false, false)).toBe(steps.base - steps.meta);
    expect(cardHeight(steps, 1, true, true, true), "the user's own fields are one line more").toBe(steps.base + 2 * steps.meta);
  });
});

describe('pages to ask for', () => {
  const none = new Set<number>();

  it.each([
    ['nothing known', 0, 30, 1000, () => false, [{ offset: 0, limit: 50 }]],
    ['across two pages', 40, 60, 1000, () => false, [{ offset: 0, limit: 50 }, { offset: 50, limit: 50 }]],
    ['all known', 0, 200, 1000, () => true, []],
    ['one hole', 0, 100, 1000, (index: number) => index !== 72, [{ offset: 50, limit: 50 }]],
    ['the last, short page', 990, 1200, 1003, () => false, [{ offset: 950, limit: 50 }, { offset: 1000, limit: 3 }]],
    ['an empty column', 0, 0, 0, () => false, []],
  ])('%s', (_name, first, last, count, known, wanted) => {
    expect(missingPages(first, last, count, 50, known, none)).toEqual(wanted);
  });

  it('are not asked for twice', () => {
    expect(missingPages(0, 60, 1000, 50, () => false, new Set([0]))).toEqual([{ offset: 50, limit: 50 }]);
  });
});

describe('one hundred thousand cards', () => {
  it('cost a frame what a hundred do', () => {
    const frames = (count: number): number => {
      const column = new ColumnWindow(count, BASE, GAP);
      column.setHeights(0, new Array<number>(Math.min(count, 5000)).fill(94));
      const end = column.total - 800;
      const run = (): number => {
        const from = performance.now();
        for (let frame = 0; frame < 20_000; frame += 1) column.visible((frame * 7919) % end, 800, 400);
        return performance.now() - from;
      };
      run();
      return Math.min(run(), run(), run());
    };
    // log(100,000) / log(100) is 2.5; a walk over all cards would be a thousand times slower.
    expect(frames(100_000)).toBeLessThan(frames(100) * 20 + 20);
  });
});
