import { describe, expect, it } from 'vitest';
import { card } from './cards.fake';
import { fitting, isLate, showsStep, spokenCard, stateMarks, whoOf } from './cardFace';

const width = (text: string): number => text.length * 6;

describe('the face of a card', () => {
  it.each([
    [['Tender'], 200, 0, 1],
    [['Tender', 'Leasing'], 200, 0, 2],
    [['Tender', 'Leasing', 'Retrofit'], 130, 0, 1],
    [['Tender', 'Leasing', 'Retrofit'], 150, 0, 2],
    [['A label much longer than the line'], 100, 0, 1],
    [['Tender'], 130, 100, 0],
    [['Tender'], 200, 100, 1],
    [[], 200, 0, 0],
  ])('of the labels %j a line of %i px after %i px shows %i', (names, room, taken, count) => {
    expect(fitting(names, room, taken, width)).toBe(count);
  });

  it.each([
    ['Acme', 'Jo', 'Acme – Jo'],
    ['Acme', null, 'Acme'],
    [null, 'Jo', 'Jo'],
    [null, null, ''],
  ])('%s and %s are written %j', (organization, person, text) => {
    expect(whoOf({ organization, person })).toBe(text);
  });

  it.each([
    ['2026-11-21', 'open', true],
    ['2026-11-22', 'open', false],
    ['2026-11-21', 'won', false],
    [null, 'open', false],
  ] as const)('a deal that closes on %s and is %s is late: %s', (expected_close, status, late) => {
    expect(isLate({ ...card('x'), expected_close, status }, '2026-11-22')).toBe(late);
  });

  it.each([
    ['open', false, false, []],
    ['won', false, false, ['won']],
    ['lost', true, false, ['lost', 'archive']],
    ['closed', false, false, ['closed']],
    ['open', true, false, ['archive']],
    ['open', false, true, ['trash']],
    ['lost', true, true, ['lost', 'trash']],
  ] as const)('a deal that is %s (archived %s, in the trash %s) is marked %j, and says so', (status, archived, deleted, icons) => {
    const one = { ...card('x'), status, archived, deleted };
    expect(stateMarks(one).map((mark) => mark.icon)).toEqual(icons);
    for (const { text } of stateMarks(one)) expect(spokenCard(one, [], '2026-11-22', false)).toContain(text);
  });

  it('a missing next step is no fault of a card that ended or lies in the trash', () => {
    expect([showsStep(card('x')), showsStep({ ...card('x'), status: 'lost' }), showsStep({ ...card('x'), deleted: true }), showsStep({ ...card('x'), deleted: true, mark: 'today' })]).toEqual([true, false, false, true]);
  });
});
