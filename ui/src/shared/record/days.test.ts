import { beforeEach, describe, expect, it, test } from 'vitest';
import { setLocale } from '../../i18n';
import { dayDistance, dayHead, nextMonday, onDay, parseTime, plannedAt, plannedDay, quickDays } from './days';

const TODAY = '2026-11-24'; // a Tuesday

beforeEach(() => setLocale('en', 'en-GB'));

test.each([
  ['2026-11-24', '2026-11-30'],
  ['2026-11-29', '2026-11-30'],
  ['2026-11-30', '2026-12-07'],
])('the Monday after %s is %s', (day, monday) => expect(nextMonday(day)).toBe(monday));

test('quick days lie ahead in order', () => {
  expect(quickDays(TODAY).map((one) => one.day)).toEqual(['2026-11-24', '2026-11-25', '2026-11-30']);
});

describe('a typed time', () => {
  it.each([
    ['9', '09:00'],
    ['930', '09:30'],
    ['9:30', '09:30'],
    ['14h30', '14:30'],
    ['14h', '14:00'],
    ['2pm', '14:00'],
    ['12am', '00:00'],
    ['14点30分', '14:30'],
    ['１４：３０', '14:30'],
    ['', null],
  ])('%s is %s', (typed, value) => expect(parseTime(typed)).toEqual({ ok: true, value }));

  it.each(['25', '9:75', 'soon', '12:5', '9999'])('%s is none', (typed) => expect(parseTime(typed)).toEqual({ ok: false, code: 'time-invalid' }));
});

describe('a day', () => {
  it.each([
    ['2026-11-24', 'Today'],
    ['2026-11-23', 'Yesterday'],
    ['2026-11-27', 'Fri 27 Nov'],
    ['2027-03-02', '2 Mar'],
    ['2028-03-02', '2 Mar 2028'],
    ['2026-11-18', '18 Nov'],
  ])('%s is planned as %s', (day, words) => expect(plannedDay(day, TODAY)).toBe(words));

  it('is said with its time', () => {
    expect(plannedAt('2026-11-24', '14:00', TODAY)).toBe('Today, 14:00');
    expect(plannedAt(null, null, TODAY)).toBe('No day');
  });

  it.each([
    ['2026-11-24', 'today'],
    ['2027-01-08', 'in 45 d'],
    ['2027-03-08', ''],
    ['2026-11-04', '20 d ago'],
  ])('%s is %s away', (day, words) => expect(dayDistance(day, TODAY)).toBe(words));

  it('that was missed is late', () => expect(dayDistance('2026-11-04', TODAY, true)).toBe('20 d late'));

  it('heads a timeline, with its year when that is another one', () => {
    expect(dayHead('2026-11-23', TODAY)).toBe('Yesterday');
    expect(dayHead('2026-11-21', TODAY)).toBe('Saturday 21 November');
    expect(dayHead('2025-11-21', TODAY)).toMatch(/2025/);
  });

  it('stands in a sentence in each language', () => {
    expect(onDay('ended-lost', '2026-11-24', TODAY)).toBe('Lost today');
    expect(onDay('ended-lost', '2026-11-18', TODAY)).toBe('Lost on Wednesday 18 November');
    setLocale('fr');
    expect(onDay('ended-lost', '2026-11-18', TODAY)).toBe('Perdue le mercredi 18 novembre');
    setLocale('zh-CN');
    expect(onDay('ended-lost', '2026-11-24', TODAY)).toBe('今天丢单');
  });
});
