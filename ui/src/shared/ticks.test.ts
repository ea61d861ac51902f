import { afterEach, describe, expect, it, vi } from 'vitest';
import { toasts, dismiss } from '../store/toasts.svelte';
import { ticksOf } from './ticks.svelte';

type Row = { id: string };
const ROWS: readonly Row[] = Array.from({ length: 10 }, (_, at) => ({ id: `r${at}` }));

/** A list of ten rows whose answers come when the test says so. */
function list(more: { ids?: () => Promise<readonly string[]>; most?: number } = {}) {
  const answers: { give: () => void; refuse: (cause: unknown) => void }[] = [];
  const ticks = ticksOf<Row>({
    at: (line) => ROWS[line],
    range: (first, last) => new Promise((give, refuse) => answers.push({ give: () => give(ROWS.slice(first, last + 1)), refuse })),
    idOf: (row) => row.id,
    total: () => ROWS.length,
    most: 100,
    ...more,
  });
  return { ticks, answers };
}

afterEach(() => {
  for (const one of toasts.list) dismiss(one.key);
});

describe('ticked rows', () => {
  it('are ticked and unticked one by one, and as a range from the last one', async () => {
    const { ticks, answers } = list();
    ticks.toggle(2);
    ticks.toggle(5);
    ticks.toggle(5);
    const done = ticks.extend(3);
    answers[0]?.give();
    await done;
    expect([...ticks.ids]).toEqual(['r2', 'r3', 'r4', 'r5']);
    expect(ticks.rows.map((row) => row.id)).toEqual(['r2', 'r3', 'r4', 'r5']);
    ticks.clear();
    expect([ticks.ids.size, ticks.rows.length]).toEqual([0, 0]);
  });

  it('are all of them, at most as many as one act takes', async () => {
    const { ticks, answers } = list();
    const done = ticks.everything();
    answers[0]?.give();
    await done;
    expect([ticks.all, ticks.ids.size]).toEqual([true, 10]);
    const few = list({ most: 4 });
    const some = few.ticks.everything();
    few.answers[0]?.give();
    await some;
    expect([few.ticks.all, few.ticks.ids.size]).toEqual([false, 4]);
  });

  it('are never those of an older question, whose answer comes late', async () => {
    const { ticks, answers } = list();
    const done = ticks.everything();
    ticks.clear();
    ticks.toggle(1);
    answers[0]?.give();
    await done;
    expect([...ticks.ids]).toEqual(['r1']);
  });

  it('are not counted by place once the rows stand in another order', async () => {
    const { ticks, answers } = list();
    ticks.toggle(1);
    const done = ticks.extend(4);
    ticks.reordered();
    answers[0]?.give();
    await done;
    expect([...ticks.ids]).toEqual(['r1']);
  });

  it('come as ids where the core tells them', async () => {
    const ids = vi.fn(async () => ['r7', 'unread']);
    const { ticks } = list({ ids });
    await ticks.everything();
    expect([[...ticks.ids], ticks.rows]).toEqual([['r7', 'unread'], []]);
  });

  it('stay as they are when they cannot be read, and that is said once', async () => {
    const { ticks, answers } = list();
    ticks.toggle(1);
    const [first, second] = [ticks.extend(4), ticks.everything()];
    answers[0]?.refuse(new Error('no'));
    await first;
    ticks.clear();
    answers[1]?.refuse(new Error('no'));
    await second;
    expect([ticks.ids.size, toasts.list.length]).toEqual([0, 1]);
  });
});
