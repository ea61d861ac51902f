import { expect, test } from 'vitest';
import { freeCode } from './codes';

test.each([
  ['Price too high', [], 'PRICE-TOO'],
  ['Délai', [], 'DELAI'],
  ['Délai', ['delai'], 'DELAI-2'],
  ['价格太高', [], '价格太高'],
  ['!!!', ['R'], 'R-2'],
])('%s beside %j becomes %s', (words, taken, code) => {
  expect(freeCode(words, taken)).toBe(code);
});
