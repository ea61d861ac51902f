import { describe, expect, it } from 'vitest';
import { card } from './cards.fake';
import { indexOf, inserted, putBack, stripOf, trimmed, withCard, withPage, without, type Strip } from './strip';

const ids = (strip: Strip): string[] => Array.from({ length: strip.count }, (_, index) => strip.cards.get(index)?.id ?? '?');
const abc = stripOf(5, ['a', 'b', 'c'].map((id) => card(id)));

describe('a column of which only some cards are known', () => {
  it('finds known cards by name and says so of others', () => {
    expect([indexOf(abc, 'b'), indexOf(abc, 'z')]).toEqual([1, -1]);
  });

  it('takes over a page without losing what is known elsewhere', () => {
    expect(ids(withPage(abc, 5, 3, [card('d'), card('e')]))).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('never shows a card twice: the page that was just read is right', () => {
    expect(ids(withPage(abc, 5, 2, [card('a'), card('d')]))).toEqual(['?', 'b', 'a', 'd', '?']);
  });

  it('forgets what lies behind a new end', () => {
    expect(ids(withPage(abc, 2, 0, [card('a'), card('b')]))).toEqual(['a', 'b']);
  });

  it.each([
    [['b'], ['a', 'c', '?', '?'], [1]],
    [['a', 'c'], ['b', '?', '?'], [0, 2]],
    [['z'], ['a', 'b', 'c', '?', '?'], []],
  ])('taking %j out closes up', (gone, left, places) => {
    const { strip, taken } = without(abc, new Set(gone));
    expect(ids(strip)).toEqual(left);
    expect(taken.map((one) => one.index)).toEqual(places);
  });

  it.each([
    [0, ['x', 'a', 'b', 'c', '?', '?']],
    [2, ['a', 'b', 'x', 'c', '?', '?']],
    [5, ['a', 'b', 'c', '?', '?', 'x']],
    [99, ['a', 'b', 'c', '?', '?', 'x']],
  ])('putting one in at %i moves the rest down', (index, order) => {
    expect(ids(inserted(abc, index, [card('x')]))).toEqual(order);
  });

  it.each([[['a']], [['b', 'c']], [['a', 'c']], [['a', 'b', 'c']]])('what was taken (%j) goes back to its exact place', (gone) => {
    const { strip, taken } = without(abc, new Set(gone));
    expect(ids(putBack(strip, taken))).toEqual(ids(abc));
  });

  it('changes one card and leaves the others the same objects', () => {
    const changed = withCard(abc, 'b', (one) => ({ ...one, title: 'New' }));
    expect(changed.cards.get(1)?.title).toBe('New');
    expect(changed.cards.get(0)).toBe(abc.cards.get(0));
  });

  it('keeps memory small by forgetting what is far from view', () => {
    const long = stripOf(1000, Array.from({ length: 1000 }, (_, at) => card(String(at))));
    const kept = trimmed(long, 500, 520, 100);
    expect(kept.cards.size).toBeLessThanOrEqual(100);
    expect([kept.count, kept.cards.has(500), kept.cards.has(519), kept.cards.has(0)]).toEqual([1000, true, true, false]);
  });
});
