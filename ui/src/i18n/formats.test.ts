import { afterEach, describe, expect, it } from 'vitest';
import { CURRENCY_DECIMALS } from '../ipc/bindings';
import { addDays, daysBetween, daysInMonth } from './days';
import { currencyDigits, currencySign } from './currency';
import { amountText, dayRelative, dayShort, decimalText, money, moneyDelta, percent } from './formats';
import { chooseLanguage, setHomeCurrency, setLocale, type Language } from './locale.svelte';
import { bare, format } from './messages';
import { parseDay, parseDecimalText, parseMoney, parsePercent, readMoney } from './parse';

/** Blanks differ between engines; digits and signs must not. */
const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, ' ');
const say = (language: Language, region: string): void => setLocale(language, region);

const CODES = [...new Set([...Intl.supportedValuesOf('currency'), ...Object.keys(CURRENCY_DECIMALS)])];
const REGIONS = ['en-US', 'en-GB', 'en-IN', 'en-ZA', 'en-CA', 'en-AU', 'en-CH', 'fr-FR', 'fr-CH', 'fr-CA', 'fr-MA', 'zh-CN', 'zh-TW', 'zh-Hant-HK'];
/** The region whole, with the language that serves it. */
const sayIn = (region: string): void => say(chooseLanguage([region]).language, region);

afterEach(() => {
  say('en', 'en-US');
  setHomeCurrency('EUR');
});

describe('money', () => {
  it.each([
    ['en', 'en-US', 4_890_000, 'EUR', '€48,900'],
    ['fr', 'fr-FR', 4_890_000, 'EUR', '48 900 €'],
    ['zh-CN', 'zh-CN', 4_890_000, 'CNY', '¥48,900'],
    ['en', 'en-US', 4_890_050, 'EUR', '€48,900.50'],
    ['fr', 'fr-FR', 4_890_050, 'EUR', '48 900,50 €'],
    ['en', 'en-US', 48_900, 'JPY', '¥48,900'],
    ['en', 'en-US', 1_234_567, 'TND', 'TND 1,234.567'],
    ['en', 'en-US', 0, 'EUR', '€0'],
    ['en', 'en-US', 1e13, 'EUR', '€100,000,000,000'],
    ['en', 'en-US', 2 ** 51, 'EUR', '€22,517,998,136,852.48'],
    ['en', 'en-US', 5, 'XX', '0.05 XX'],
  ] as const)('%s %s: %i %s is %s', (language, region, minor, currency, wanted) => {
    say(language, region);
    expect(plain(money({ minor, currency }))).toBe(wanted);
  });

  it('keeps its sign in a difference', () => {
    expect(moneyDelta({ minor: 660_000, currency: 'EUR' })).toBe('+€6,600');
    expect(moneyDelta({ minor: -17_150_000, currency: 'EUR' })).toBe('−€171,500');
    expect(moneyDelta({ minor: 0, currency: 'EUR' })).toBe('€0');
  });

  it.each([
    [5, 2, '0.05'],
    [-12_345, 2, '-123.45'],
    [7, 0, '7'],
    [1, 3, '0.001'],
  ])('%i with %i decimals is %s', (minor, digits, wanted) => expect(decimalText(minor, digits)).toBe(wanted));

  it('knows the decimals of a currency as the core does, whatever an engine thinks of them', () => {
    expect(['EUR', 'JPY', 'TND'].map(currencyDigits)).toEqual([2, 0, 3]);
    for (const code of CODES) {
      const digits = CURRENCY_DECIMALS[code] ?? 2;
      expect(currencyDigits(code), code).toBe(digits);
      // 1,234 and the smallest part there is of it.
      const minor = 1234 * 10 ** digits + 1;
      const figures = digits === 0 ? '1,235' : `1,234.${'1'.padStart(digits, '0')}`;
      expect(money({ minor, currency: code }), code).toContain(figures);
      expect(parseMoney(figures, code, 'en-US'), code).toEqual({ ok: true, value: minor });
    }
  });

  it.each([
    // Engines show these without decimals, and the core keeps them: HUF has hundredths, IQD thousandths.
    ['HUF', 123_450, '1,234.50'],
    ['HUF', 123_400, '1,234'],
    ['IDR', 150_000_050, '1,500,000.50'],
    ['COP', 1_000_001, '10,000.01'],
    ['PKR', 99, '0.99'],
    ['IQD', 1_234_567, '1,234.567'],
    ['IQD', 1_234_000, '1,234'],
  ])('of %s, %i are %s', (currency, minor, figures) => {
    expect(money({ minor, currency }).replace(/[^\d.,]/g, '')).toBe(figures);
    expect(parseMoney(figures, currency, 'en-US')).toEqual({ ok: true, value: minor });
  });
});

describe('the sign of an amount', () => {
  it.each([
    ['en-US', 'EUR', 'USD', '$5'],
    ['en-US', 'EUR', 'CAD', 'CA$5'],
    ['en-US', 'USD', 'USD', '$5'],
    ['en-US', 'CAD', 'CAD', '$5'],
    ['en-US', 'CAD', 'USD', 'USD 5'],
    ['en-GB', 'GBP', 'USD', 'US$5'],
    ['en-CA', 'CAD', 'USD', 'US$5'],
    ['zh-CN', 'JPY', 'JPY', '¥5'],
    ['zh-CN', 'CNY', 'JPY', 'JP¥5'],
    ['fr-FR', 'EUR', 'CAD', '5 $CA'],
  ])('in %s, with %s at home, tells %s from the others: %s', (region, home, currency, wanted) => {
    sayIn(region);
    setHomeCurrency(home);
    expect(plain(money({ minor: 5 * 10 ** currencyDigits(currency), currency }))).toBe(wanted);
  });

  it.each(REGIONS)('in %s, is that of the home currency for no other', (region) => {
    sayIn(region);
    for (const home of ['USD', 'CAD', 'GBP', 'EGP', 'JPY', 'CNY', 'SEK']) {
      setHomeCurrency(home);
      for (const code of CODES) if (code !== home) expect(currencySign(code), `${code} beside ${home}`).not.toBe(currencySign(home));
    }
  });
});

describe('what is shown can be typed', () => {
  it.each(REGIONS)('in %s, for every currency: figures in a field, figures with their sign, and those of a foreign deal', (region) => {
    sayIn(region);
    for (const home of ['EUR', 'own']) {
      for (const currency of CODES) {
        setHomeCurrency(home === 'own' ? currency : home);
        const digits = currencyDigits(currency);
        for (const minor of [7, 1234 * 10 ** digits, 12_345_678 * 10 ** digits + (digits === 0 ? 0 : 5)]) {
          for (const text of home === 'own' ? [amountText({ minor, currency }), money({ minor, currency })] : [money({ minor, currency })]) {
            const read = parseMoney(text, currency, region);
            if (!read.ok || read.value !== minor) expect.fail(`${text} in ${currency} is read as ${JSON.stringify(read)}`);
          }
        }
      }
    }
  });

  it.each([...REGIONS, 'en-DE', 'de-DE', 'de-AT', 'pt-BR', 'es-ES', 'hi-IN', 'sv-SE'])('in %s, for numbers', (region) => {
    for (const value of [0, 0.5, 999, 1234.5, 1_234_567.25, 123_456_789]) {
      expect(parseDecimalText(new Intl.NumberFormat(region).format(value), region)).toEqual({ ok: true, value: String(value) });
    }
  });
});

describe('a sign beside an amount', () => {
  it.each([
    ['$5,000', 'CAD', 'CAD'],
    ['$5,000', 'AUD', 'AUD'],
    ['$5,000', 'MXN', 'MXN'],
    ['$5,000', 'EUR', 'USD'],
    ['CA$5,000', 'EUR', 'CAD'],
    ['US$5,000', 'CAD', 'USD'],
    ['£5,000', 'EGP', 'EGP'],
    ['£5,000', 'EUR', 'GBP'],
    ['¥5,000', 'CNY', 'CNY'],
    ['¥5,000', 'JPY', 'JPY'],
    ['5,000 元', 'CNY', 'CNY'],
    ['5,000 kr', 'SEK', 'SEK'],
    ['5,000 kr.', 'DKK', 'DKK'],
    ['5,000 zł', 'PLN', 'PLN'],
    ['5,000 Kč', 'CZK', 'CZK'],
    ['R$ 5,000', 'BRL', 'BRL'],
    ['5,000 F CFA', 'XOF', 'XOF'],
    ['5,000 zł', 'EUR', 'PLN'],
    ['usd 5,000', 'EUR', 'USD'],
    ['5k USD', 'EUR', 'USD'],
    ['5k', 'MMK', 'MMK'],
  ])('%s in a deal of %s is %s', (typed, currency, wanted) => {
    const read = readMoney(typed, currency, 'en-US');
    expect(read).toEqual({ ok: true, value: { minor: 5000 * 10 ** currencyDigits(wanted), currency: wanted } });
  });

  it('is the one at home where it fits that', () => {
    setHomeCurrency('CAD');
    expect(readMoney('$5', 'EUR', 'en-US')).toMatchObject({ value: { currency: 'CAD' } });
  });

  it.each(['5 kr', '5 quid', '$5 EUR', '€ 5 $'])('is refused where it could be several or is none: %s', (typed) => {
    expect(readMoney(typed, 'EUR', 'en-US')).toMatchObject({ ok: false, code: 'money-invalid' });
  });

  it('of another currency is refused by a field of one', () => {
    expect(parseMoney('$5', 'EUR', 'en-US')).toMatchObject({ ok: false, code: 'money-other' });
    expect(parseMoney('€5', 'EUR', 'en-US')).toEqual({ ok: true, value: 500 });
  });

  it.each([
    ['12,34,567.50', 'en-IN', 123_456_750],
    ['1,234,567.50', 'en-IN', 123_456_750],
    ['1 234.50', 'fr-CH', 123_450],
    ['1 234,50', 'fr-CH', 123_450],
  ])('%s is read in %s', (typed, region, minor) => expect(parseMoney(typed, 'EUR', region)).toEqual({ ok: true, value: minor }));
});

describe('percentages', () => {
  it.each([
    ['en', 'en-US', 7500, '75%'],
    ['fr', 'fr-FR', 7550, '75,5 %'],
    ['en', 'en-US', 10_000, '100%'],
    ['en', 'en-US', 1, '0.01%'],
  ] as const)('%s: %i hundredths (%s) are %s', (language, region, hundredths, wanted) => {
    say(language, region);
    expect(plain(percent(hundredths))).toBe(wanted);
  });
});

describe('days', () => {
  const today = '2026-11-24';

  it.each([
    ['en', 'en-GB', '2026-11-24', 'today'],
    ['en', 'en-GB', '2026-11-25', 'tomorrow'],
    ['en', 'en-GB', '2026-11-23', 'yesterday'],
    ['en', 'en-GB', '2026-12-07', 'in 13 d'],
    ['en', 'en-GB', '2026-12-08', '8 Dec'],
    ['en', 'en-US', '2026-12-08', 'Dec 8'],
    ['en', 'en-GB', '2026-11-20', '4 d ago'],
    ['en', 'en-GB', '2026-10-01', '1 Oct'],
    ['en', 'en-GB', '2027-01-29', '29 Jan'],
    ['en', 'en-GB', '2027-11-29', '29 Nov 2027'],
    ['fr', 'fr-FR', '2026-12-12', '12 déc.'],
    ['zh-CN', 'zh-CN', '2026-12-12', '12月12日'],
    ['zh-CN', 'zh-CN', '2026-11-30', '6 天后'],
  ] as const)('%s %s: %s is "%s"', (language, region, day, wanted) => {
    say(language, region);
    expect(plain(dayRelative(day, today))).toBe(wanted);
  });

  it('are late where that is what they are', () => {
    expect(dayRelative('2026-11-20', today, true)).toBe('4 d late');
    expect(dayRelative('2026-11-23', today, true)).toBe('1 d late');
    expect(dayRelative('2026-11-24', today, true)).toBe('today');
  });

  it('count across months, years and daylight saving', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysInMonth(2026, 2)).toBe(28);
    expect(dayShort('2026-12-01', today)).toBeTruthy();
  });
});

describe('reading money', () => {
  it.each([
    ['38400', 'EUR', 'en-US', 3_840_000],
    ['€38,400', 'EUR', 'en-US', 3_840_000],
    ['38,400.50', 'EUR', 'en-US', 3_840_050],
    ['38 400,50 €', 'EUR', 'fr-FR', 3_840_050],
    ['38 400,5', 'EUR', 'fr-FR', 3_840_050],
    ['38.400,50', 'EUR', 'de-DE', 3_840_050],
    ["38'400.50", 'CHF', 'de-CH', 3_840_050],
    ['12k', 'EUR', 'en-US', 1_200_000],
    ['1.5k', 'EUR', 'en-US', 150_000],
    ['2m', 'EUR', 'en-US', 200_000_000],
    ['48900 EUR', 'EUR', 'en-US', 4_890_000],
    ['１２３', 'CNY', 'zh-CN', 12_300],
    ['1000', 'JPY', 'en-US', 1000],
    ['', 'EUR', 'en-US', null],
    ['   ', 'EUR', 'en-US', null],
    ['0', 'EUR', 'en-US', 0],
  ])('"%s" in %s (%s) is %s', (typed, currency, region, wanted) => {
    expect(parseMoney(typed, currency, region)).toEqual({ ok: true, value: wanted });
  });

  it.each([
    ['12,5', 'EUR', 'en-US', 'money-invalid'],
    ['1.234', 'EUR', 'fr-FR', 'money-invalid'],
    ['1,23,456', 'EUR', 'en-US', 'money-invalid'],
    ['abc', 'EUR', 'en-US', 'money-invalid'],
    ['€', 'EUR', 'en-US', 'money-invalid'],
    ['1.234', 'EUR', 'en-US', 'money-decimals'],
    ['1.5', 'JPY', 'en-US', 'money-decimals'],
    ['-5', 'EUR', 'en-US', 'money-negative'],
    ['100000000000.01', 'EUR', 'en-US', 'money-too-large'],
  ])('"%s" in %s (%s) is refused as %s, never guessed', (typed, currency, region, code) => {
    expect(parseMoney(typed, currency, region)).toMatchObject({ ok: false, code });
  });

  it.each([
    ['75', 7500],
    ['75 %', 7500],
    ['75.5%', 7550],
    ['', null],
  ])('percentages too: "%s"', (typed, wanted) => expect(parsePercent(typed, 'en-US')).toEqual({ ok: true, value: wanted }));

  it('a percentage lies between 0 and 100', () => {
    expect(parsePercent('101', 'en-US')).toMatchObject({ ok: false, code: 'percent-range' });
  });
});

describe('reading days', () => {
  const today = '2026-11-24';
  const words = { today: 'today', tomorrow: 'tomorrow', yesterday: 'yesterday' };

  it.each([
    ['2026-12-31', 'en-US', '2026-12-31'],
    ['12/31/2026', 'en-US', '2026-12-31'],
    ['31/12/2026', 'fr-FR', '2026-12-31'],
    ['31.12.26', 'de-DE', '2026-12-31'],
    ['2026/12/31', 'zh-CN', '2026-12-31'],
    ['2026年12月31日', 'zh-CN', '2026-12-31'],
    ['12月31日', 'zh-CN', '2026-12-31'],
    ['31/12', 'fr-FR', '2026-12-31'],
    ['5/1', 'fr-FR', '2027-01-05'],
    ['1/11', 'fr-FR', '2026-11-01'],
    ['12 déc.', 'fr-FR', '2026-12-12'],
    ['1er décembre 2026', 'fr-FR', '2026-12-01'],
    ['12 dec', 'fr-FR', '2026-12-12'],
    ['Dec 12', 'en-US', '2026-12-12'],
    ['29 Feb 2028', 'en-GB', '2028-02-29'],
    ['+7', 'en-US', '2026-12-01'],
    ['Tomorrow', 'en-US', '2026-11-25'],
    ['', 'en-US', null],
  ])('"%s" (%s) is %s', (typed, region, wanted) => {
    expect(parseDay(typed, region, today, words)).toEqual({ ok: true, value: wanted });
  });

  it.each([
    ['31/11/2026', 'en-GB', 'day-no-such'],
    ['29/02/2026', 'en-GB', 'day-no-such'],
    ['31/12/2026', 'en-US', 'day-invalid'],
    ['soon', 'en-US', 'day-invalid'],
    ['12', 'en-US', 'day-invalid'],
  ])('"%s" (%s) is refused as %s', (typed, region, code) => {
    expect(parseDay(typed, region, today, words)).toMatchObject({ ok: false, code });
  });

  it('a day that does not exist is explained', () => {
    expect(parseDay('31/11/2026', 'en-GB', today, words)).toMatchObject({ args: { month: 'November', days: 30 } });
  });
});

describe('a name that runs from right to left', () => {
  it('is set apart in a sentence, others are not', () => {
    expect(format('en', 'activity-done', { name: 'مشروع (2)' })).toContain('\u2068مشروع (2)\u2069');
    expect(format('en', 'activity-done', { name: '\u202Egnp.exe' })).toContain('\u2068\u202Egnp.exe\u2069');
    expect(format('en', 'activity-done', { name: 'Zoë 数 (2)' })).not.toContain('\u2068');
    expect(bare(format('en', 'activity-done', { name: 'مشروع' }))).not.toMatch(/[\u2068\u2069]/);
  });
});

describe('the language', () => {
  it.each([
    [['fr-CA', 'en'], 'fr', 'fr-CA'],
    [['de-DE', 'fr-FR'], 'fr', 'fr-FR'],
    [['zh_CN.UTF-8'], 'zh-CN', 'zh-CN'],
    [['zh-Hant-TW'], 'zh-CN', 'zh-Hant-TW'],
    [['de'], 'en', 'en'],
    [[], 'en', 'en'],
    [['C.UTF-8', 'en_GB.UTF-8'], 'en', 'en-GB'],
  ])('wishing %o gives %s with the formats of %s', (wished, language, region) => {
    expect(chooseLanguage(wished)).toEqual({ language, region });
  });
});
