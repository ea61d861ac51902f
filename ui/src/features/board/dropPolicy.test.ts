import { describe, expect, it } from 'vitest';
import { eur, options, PIPELINE } from './cards.fake';
import { arrivingAt, partOf, predict, refusalOf, sameTarget, takenBy, type Target } from './dropPolicy';

const at = (stage: string | null): Target => ({ on: 'stage', pipeline: PIPELINE, stage });
const STAGES = ['a', 'b', 'c'];

describe('what a drop would do is looked up, never decided', () => {
  const some = options(3, 'a', STAGES, { c: 'skip_not_allowed', won: 'already_won' });

  it.each<[string, Target, string | null]>([
    ['an open stage', at('b'), null],
    ['a stage that may not be skipped to', at('c'), 'skip_not_allowed'],
    ['a zone that takes them', { on: 'lost' }, null],
    ['a zone that does not', { on: 'won' }, 'already_won'],
    ['Leads', { on: 'leads' }, null],
    ['a stage the core did not name', at('elsewhere'), null],
  ])('%s', (_what, target, code) => {
    expect(refusalOf(some, target)?.code ?? null).toBe(code);
  });

  it('refuses nothing before the core answered', () => {
    expect(refusalOf(null, at('c'))).toBeNull();
    expect(predict(null, eur(2, 200), PIPELINE, 'b', at('b'))).toBeNull();
  });

  it.each<[string, string, Target | null, [number, number, number] | null]>([
    ['the column under the cards gains them at its own weight', 'b', at('b'), [8, 800, 490]],
    ['the column they come from loses them', 'a', at('b'), [2, 200, 100]],
    ['other columns stay', 'c', at('b'), null],
    ['over its own column nothing changes', 'a', at('a'), null],
    ['over a zone the source loses them', 'a', { on: 'lost' }, [2, 200, 100]],
    ['over a zone nobody gains', 'b', { on: 'lost' }, null],
    ['over a refused stage nothing changes', 'a', at('c'), null],
    ['over a refused zone nothing changes', 'a', { on: 'won' }, null],
    ['over nothing nothing changes', 'a', null, null],
  ])('%s', (_what, column, target, then) => {
    const prediction = predict(some, eur(5, 500), PIPELINE, column, target);
    const sum = prediction?.then.sums[0];
    expect(prediction ? [prediction.then.count, sum?.sum, sum?.weighted] : null).toEqual(then);
  });

  it('keeps currencies apart', () => {
    const now = { count: 1, sums: [{ currency: 'USD', sum: 700, weighted: 70 }] };
    expect(predict(some, now, PIPELINE, 'b', at('b'))?.then.sums).toEqual([
      { currency: 'USD', sum: 700, weighted: 70 },
      { currency: 'EUR', sum: 300, weighted: 240 },
    ]);
  });

  it('says how many a zone takes when it does not take all', () => {
    expect(partOf({ ...some, leads: { refusal: null, count: 2, part: null, ask_end: false } }, { on: 'leads' })).toBe(2);
    expect(partOf(some, { on: 'lost' })).toBeNull();
    expect(arrivingAt(some, PIPELINE, 'a')?.count).toBe(0);
  });

  it('foretells of a zone that takes some what these take along, and not what stays', () => {
    const part = { totals: eur(2, 150), leaving: [{ pipeline: PIPELINE, stage: 'a', totals: eur(2, 150) }] };
    const taken = { ...some, lost: { refusal: null, count: 2, part, ask_end: false } };
    expect(predict(taken, eur(5, 500), PIPELINE, 'a', { on: 'lost' })?.then).toEqual(eur(3, 350));
    expect([takenBy(taken, 'lost').count, takenBy(taken, 'delete').count]).toEqual([2, 3]);
  });

  it.each<[Target | null, Target | null, boolean]>([
    [at('a'), at('a'), true],
    [at('a'), at(null), false],
    [{ on: 'won' }, { on: 'won' }, true],
    [{ on: 'won' }, { on: 'lost' }, false],
    [{ on: 'won' }, at('a'), false],
    [null, null, true],
    [null, at('a'), false],
  ])('%j and %j are one target: %s', (a, b, same) => {
    expect(sameTarget(a, b)).toBe(same);
  });
});
