import { describe, expect, it } from 'vitest';
import { cut, nearest } from './near';

const REASONS = ['Price too high', 'No budget this year', 'Delivery time too long', 'Chose a competitor', 'Trop cher', '价格太高', '预算不足'];

describe('near matches', () => {
  it.each([
    ['Too slow delivery', ['Delivery time too long', 'Price too high']],
    ['budget', ['No budget this year']],
    ['compet', ['Chose a competitor']],
    ['价格', ['价格太高']],
    ['zebra', []],
    ['', []],
  ])('typing %j offers %j', (typed, names) => {
    expect(nearest(REASONS, typed, (name) => name).map((one) => one.item)).toEqual(names);
  });

  it('marks the words that met, accents aside', () => {
    expect(cut('Délai trop long', 'delai')).toEqual([
      { text: 'Délai', met: true },
      { text: ' trop long', met: false },
    ]);
  });
});
