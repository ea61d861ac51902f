// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { paged } from './paged.svelte';

type Row = { id: number };
const COUNT = 1000;

function source(): { read: (offset: number, limit: number) => Promise<{ total: number; rows: Row[] }>; asked: number[]; total: { value: number } } {
  const asked: number[] = [];
  const total = { value: COUNT };
  return {
    asked,
    total,
    read: async (offset, limit) => {
      asked.push(offset);
      return { total: total.value, rows: Array.from({ length: Math.max(0, Math.min(limit, total.value - offset)) }, (_, at) => ({ id: offset + at })) };
    },
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('a long list', () => {
  it('reads only the pages that are looked at, each once', async () => {
    const { read, asked } = source();
    const list = paged(read);
    list.restart();
    await settled();
    expect([list.total, list.at(0)?.id, list.at(500)]).toEqual([COUNT, 0, undefined]);
    list.need(480, 520);
    list.need(481, 521);
    await settled();
    expect(asked).toEqual([0, 400, 500]);
    expect([list.at(480)?.id, list.at(519)?.id]).toEqual([480, 519]);
  });

  it('reads what is in view again and forgets the rest', async () => {
    const { read, asked, total } = source();
    const list = paged(read);
    list.restart();
    await settled();
    list.need(500, 510);
    await settled();
    asked.length = 0;
    total.value = 999;
    list.refresh();
    await settled();
    expect([asked, list.total, list.at(0), list.at(505)?.id]).toEqual([[500], 999, undefined, 505]);
  });

  it('gives a range across pages that were never seen', async () => {
    const { read } = source();
    const list = paged(read);
    list.restart();
    await settled();
    const rows = await list.range(95, 305);
    expect([rows.length, rows[0]?.id, rows.at(-1)?.id]).toEqual([211, 95, 305]);
  });

  it('keeps its rows and says why when reading fails', async () => {
    const { read } = source();
    let broken = false;
    const list = paged(async (offset, limit) => {
      if (broken) throw new Error('no');
      return read(offset, limit);
    });
    list.restart();
    await settled();
    broken = true;
    list.refresh();
    await settled();
    expect([list.error?.code, list.at(3)?.id]).toEqual(['internal', 3]);
  });

  it('lets an older answer go when a newer question was asked', async () => {
    const answers: ((rows: Row[]) => void)[] = [];
    const list = paged(() => new Promise<{ total: number; rows: Row[] }>((resolve) => answers.push((rows) => resolve({ total: rows.length, rows }))));
    list.restart();
    list.restart();
    answers[1]?.([{ id: 2 }]);
    answers[0]?.([{ id: 1 }]);
    await settled();
    expect(list.at(0)?.id).toBe(2);
  });

  it('gives no row of an older question once another was asked', async () => {
    let letter = 'a';
    const list = paged(async (offset, limit) => ({ total: 300, rows: Array.from({ length: Math.min(limit, 300 - offset) }, (_, at) => ({ id: `${letter}${offset + at}` })) }));
    list.restart();
    await settled();
    letter = 'b';
    list.restart();
    expect((await list.range(0, 1)).map((row) => row.id)).toEqual(['b0', 'b1']);
  });

  it('is asked again for what is in view when it restarts', async () => {
    const asked: number[] = [];
    const list = paged(async (offset, limit) => {
      asked.push(offset);
      return { total: 1000, rows: Array.from({ length: limit }, (_, at) => ({ id: offset + at })) };
    });
    const stop = $effect.root(() => {
      $effect(() => list.need(700, 720));
    });
    list.restart();
    flushSync();
    await settled();
    list.restart();
    flushSync();
    await settled();
    expect([list.at(0)?.id, list.at(710)?.id]).toEqual([0, 710]);
    stop();
  });
});
