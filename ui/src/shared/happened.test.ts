import { describe, expect, it } from 'vitest';
import { happened } from './happened.svelte';

type Entry = { seq: number };

/** What happened, newest first; `limits` notes how much was asked for at once. */
function source(count: number) {
  const all = Array.from({ length: count }, (_, at): Entry => ({ seq: count - at }));
  const limits: number[] = [];
  const told = happened<Entry>({
    read: async (before, limit) => {
      limits.push(limit);
      const rest = all.filter((entry) => before === null || entry.seq < before.seq);
      return { entries: rest.slice(0, limit), more: rest.length > limit };
    },
    keyOf: (entry) => entry.seq,
    page: 10,
    most: 20,
  });
  return { told, all, limits };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function further(told: { further: () => void }, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    told.further();
    await settled();
  }
}

describe('what happened', () => {
  it('is read page by page to its end', async () => {
    const { told } = source(25);
    told.start();
    await settled();
    await further(told, 1);
    expect([told.entries.length, told.more]).toEqual([20, true]);
    await further(told, 3);
    expect([told.entries.map((entry) => entry.seq), told.more]).toEqual([Array.from({ length: 25 }, (_, at) => 25 - at), false]);
  });

  it('keeps all that is shown when it is read again, however much that is', async () => {
    const { told, all, limits } = source(70);
    told.start();
    await settled();
    await further(told, 5);
    expect(told.entries.length).toBe(60);
    limits.length = 0;
    all.unshift({ seq: 71 });
    told.again();
    await settled();
    expect([told.entries[0]?.seq, told.entries.length, told.more]).toEqual([71, 60, true]);
    expect(Math.max(...limits)).toBeLessThanOrEqual(20);
  });

  it('ends where there is nothing more, also when it became shorter', async () => {
    const { told, all } = source(40);
    told.start();
    await settled();
    await further(told, 3);
    all.splice(15);
    told.again();
    await settled();
    expect([told.entries.length, told.more]).toEqual([15, false]);
  });
});
