import { expect, test } from 'vitest';
import { kept } from './kept';

/** Counts what is asked. */
function asked() {
  let count = 0;
  return { ask: async () => (count += 1), count: () => count };
}

test('the same question is asked once, while it is under way too', async () => {
  const { ask, count } = asked();
  const totals = kept<number>();
  const query = {};
  const first = totals.answer([query, 'a'], ask);
  expect(await totals.answer([query, 'a'], ask)).toBe(await first);
  expect(count()).toBe(1);
});

test('another part, more parts, or forgetting ask again', async () => {
  const { ask, count } = asked();
  const totals = kept<number>();
  const query = {};
  await totals.answer([query], ask);
  await totals.answer([query, 'a'], ask);
  await totals.answer([query, 'b'], ask);
  await totals.answer([{}, 'b'], ask);
  totals.forget();
  await totals.answer([{}, 'b'], ask);
  expect(count()).toBe(5);
});

test('a refusal is not kept', async () => {
  const totals = kept<number>();
  await expect(totals.answer(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await totals.answer(['a'], async () => 7)).toBe(7);
});
