import { beforeEach, describe, expect, it } from 'vitest';
import { amountText, readMoney, setLocale } from '../../i18n';
import type { DiffValue, FieldDiff } from '../../ipc';
import { editedCustom, readCustom, shownCustom } from './custom';
import { diffDistance, diffText, fieldName } from './diffs';
import { mailLink, phoneLink, webLink } from './links';

const TODAY = '2026-11-24';
beforeEach(() => setLocale('en', 'en-GB'));

describe('an amount edited in place', () => {
  it('shows its figures without the currency', () => {
    expect(amountText({ minor: 14_860_000, currency: 'EUR' })).toBe('148,600');
    expect(amountText({ minor: 1250, currency: 'EUR' })).toBe('12.50');
    expect(amountText({ minor: 500, currency: 'JPY' })).toBe('500');
  });

  it.each([
    ['148,600', { minor: 14_860_000, currency: 'EUR' }],
    ['500 USD', { minor: 50_000, currency: 'USD' }],
    ['$500', { minor: 50_000, currency: 'USD' }],
    ['12k', { minor: 1_200_000, currency: 'EUR' }],
    ['', null],
  ])('%s is read', (typed, value) => expect(readMoney(typed, 'EUR', 'en-GB')).toEqual({ ok: true, value }));

  it('keeps its currency where the sign is also that of another', () => {
    expect(readMoney('$500', 'CAD', 'en-CA')).toEqual({ ok: true, value: { minor: 50_000, currency: 'CAD' } });
    expect(readMoney('500 USD', 'CAD', 'en-CA')).toEqual({ ok: true, value: { minor: 50_000, currency: 'USD' } });
  });

  it('says what it cannot read', () => expect(readMoney('about 12', 'EUR', 'en-GB')).toMatchObject({ ok: false, code: 'money-invalid' }));
});

describe('a custom value', () => {
  it.each([
    ['number', '12.5', '12.5', '12.5'],
    ['money', '123450 EUR', '€1,234.50', '1,234.50'],
    ['date', '2026-11-27', '27 Nov', '27/11/2026'],
    ['yes_no', 'yes', 'Yes', 'yes'],
    ['choices', '["Gas","Air"]', 'Gas, Air', '["Gas","Air"]'],
    ['text', 'R-290', 'R-290', 'R-290'],
    ['date_range', '2026-11-27/2026-12-02', '27 Nov – 2 Dec', '2026-11-27/2026-12-02'],
    ['time', '09:05', '09:05', '09:05'],
    ['time_range', '09:05/17:30', '09:05 – 17:30', '09:05 – 17:30'],
  ] as const)('of type %s is kept as %s, shown as %s', (kind, kept, shown, edited) => {
    expect(shownCustom(kind, kept, TODAY)).toBe(shown);
    expect(editedCustom(kind, kept)).toBe(edited);
  });

  it.each([
    ['number', '1,234.5', '1234.5'],
    ['money', '1,234.50', '123450 EUR'],
    ['money', '99 USD', '9900 USD'],
    ['date', '27/11/2026', '2026-11-27'],
    ['text', '  R-290 ', 'R-290'],
    ['text', '   ', null],
    ['time', '9h05', '09:05'],
    ['time_range', '9:05 - 17:30', '09:05/17:30'],
    ['time_range', '9h à 17h30', '09:00/17:30'],
  ] as const)('of type %s is read from %s', (kind, typed, value) => expect(readCustom(kind, typed, TODAY, 'EUR')).toEqual({ ok: true, value }));

  it('is read in the language of the user', () => {
    setLocale('fr', 'fr-FR');
    expect(readCustom('number', '1 234,5', TODAY, 'EUR')).toEqual({ ok: true, value: '1234.5' });
  });
});

describe('a difference', () => {
  const diff = (field: string, from: DiffValue, to: DiffValue): FieldDiff => ({ field, name: null, from, to });
  const euros = (minor: number): DiffValue => ({ type: 'money', value: { minor, currency: 'EUR' } });

  it('says how far apart the two are', () => {
    expect(diffDistance(diff('value', euros(14_200_000), euros(14_860_000)))).toBe('+€6,600');
    expect(diffDistance(diff('value', euros(14_200_000), { type: 'money', value: { minor: 1, currency: 'USD' } }))).toBe('');
    expect(diffDistance(diff('expected_close', { type: 'date', value: '2026-11-27' }, { type: 'date', value: '2026-12-11' }))).toBe('14 days later');
    expect(diffDistance(diff('expected_close', { type: 'date', value: '2026-11-27' }, { type: 'date', value: '2026-11-26' }))).toBe('1 day earlier');
    expect(diffDistance(diff('probability', { type: 'percent', value: 5000 }, { type: 'percent', value: 7550 }))).toBe('+25.5 points');
    expect(diffDistance(diff('founded_year', { type: 'number', value: 1990 }, { type: 'number', value: 1991 }))).toBe('');
  });

  it('shows each side as people read it', () => {
    expect(diffText(diff('value', { type: 'empty' }, euros(100)), 'from', TODAY)).toBe('');
    expect(diffText(diff('founded_year', { type: 'empty' }, { type: 'number', value: 1991 }), 'to', TODAY)).toBe('1991');
    expect(diffText(diff('status', { type: 'code', value: 'open' }, { type: 'code', value: 'lost' }), 'to', TODAY)).toBe('Lost');
    expect(diffText(diff('archived', { type: 'yes', value: false }, { type: 'yes', value: true }), 'to', TODAY)).toBe('Yes');
  });

  it('names the field: ours translated, the user’s as it is', () => {
    expect(fieldName('expected_close', null)).toBe('Expected close');
    expect(fieldName('custom', 'Cooling power')).toBe('Cooling power');
  });
});

describe('links that leave', () => {
  it('carry an address and nothing that could add to it', () => {
    expect(mailLink('ann@example.com')).toBe('mailto:ann@example.com');
    expect(mailLink('a?bcc=evil@example.com')).toBe('mailto:a%3Fbcc%3Devil@example.com');
    expect(mailLink('ann@example.com', 'Re: chiller & pump')).toBe('mailto:ann@example.com?subject=Re%3A%20chiller%20%26%20pump');
  });

  it('dial digits', () => expect(phoneLink('+33 (0)1 99-00')).toBe('tel:+3301990' + '0'));
  it('are secure unless said otherwise', () => {
    expect(webLink('example.com/a')).toBe('https://example.com/a');
    expect(webLink('http://example.com')).toBe('http://example.com');
  });
});
