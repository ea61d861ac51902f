/** Reading what people type in their own locale: money, numbers, percentages, days. Each answers a value or a code. */
import { addDays, dayMs, dayOf, daysBetween, daysInMonth } from './days';
import { currencyDigits } from './formats';

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: string; args?: Record<string, string | number> };

/** The most a deal may be worth, in smallest units. */
export const MAX_MINOR = 1e13;

function bad<T>(code: string, args?: Record<string, string | number>): Parsed<T> {
  return args ? { ok: false, code, args } : { ok: false, code };
}

function marks(region: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(region).formatToParts(1_234_567.5);
  return {
    decimal: parts.find((part) => part.type === 'decimal')?.value ?? '.',
    group: parts.find((part) => part.type === 'group')?.value ?? ',',
  };
}

/** Typed text as plain decimal text ("-1234.5"); grouping must be well formed, so that a foreign mark is never guessed. */
export function parseDecimalText(typed: string, region: string): Parsed<string> {
  const { decimal, group } = marks(region);
  let text = typed.normalize('NFKC').replace(/[−–]/g, '-').trim();
  let factor = 0;
  const suffix = /^(.*\d)\s*([kKmM])$/.exec(text);
  if (suffix) {
    text = suffix[1] ?? '';
    factor = suffix[2]?.toLowerCase() === 'k' ? 3 : 6;
  }
  const negative = text.startsWith('-');
  if (negative) text = text.slice(1).trim();
  const blankGroup = /[\s'’]/.test(group) || group === '\u202f' || group === '\u00a0';
  const groupClass = blankGroup ? "[\\s'’]" : `[${group === '.' ? '\\.' : group}\\s'’]`;
  const decimalMark = decimal === '.' ? '\\.' : decimal;
  const shape = new RegExp(`^(\\d+|\\d{1,3}(?:${groupClass}\\d{3})+)(?:${decimalMark}(\\d*))?$`);
  const found = shape.exec(text);
  if (!found) return bad('number-invalid', { example: new Intl.NumberFormat(region).format(1234.5) });
  const whole = (found[1] ?? '').replace(/\D/g, '');
  const fraction = found[2] ?? '';
  const shifted = fraction.padEnd(factor, '0');
  const rest = shifted.slice(factor);
  return { ok: true, value: `${negative ? '-' : ''}${whole}${shifted.slice(0, factor)}${rest === '' ? '' : `.${rest}`}` };
}

/** A typed amount in smallest units of `currency`; the currency's own sign or code may stand beside it. Empty is null. */
export function parseMoney(typed: string, currency: string, region: string): Parsed<number | null> {
  const stripped = typed.replace(/\p{Sc}/gu, '').replace(new RegExp(currency, 'i'), '').trim();
  if (stripped === '') return typed.trim() === '' ? { ok: true, value: null } : bad('money-invalid', { example: new Intl.NumberFormat(region).format(1234.5) });
  const decimal = parseDecimalText(stripped, region);
  if (!decimal.ok) return bad('money-invalid', decimal.args);
  const digits = currencyDigits(currency);
  const [whole = '0', fraction = ''] = decimal.value.replace('-', '').split('.');
  if (fraction.replace(/0+$/, '').length > digits) return bad('money-decimals', { digits });
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (decimal.value.startsWith('-')) return bad('money-negative');
  if (minor > MAX_MINOR) return bad('money-too-large');
  return { ok: true, value: minor };
}

/** A typed percentage as hundredths of a percent. Empty is null. */
export function parsePercent(typed: string, region: string): Parsed<number | null> {
  const stripped = typed.replace(/[%％\s\u202f\u00a0]+$/u, '');
  if (stripped === '') return { ok: true, value: null };
  const decimal = parseDecimalText(stripped, region);
  if (!decimal.ok) return decimal;
  const hundredths = Math.round(Number(decimal.value) * 100);
  return hundredths < 0 || hundredths > 10_000 ? bad('percent-range') : { ok: true, value: hundredths };
}

function order(region: string): ('day' | 'month' | 'year')[] {
  return new Intl.DateTimeFormat(region)
    .formatToParts(0)
    .map((part) => part.type)
    .filter((type): type is 'day' | 'month' | 'year' => type === 'day' || type === 'month' || type === 'year');
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\.$/, '').toLowerCase();
}

function monthByName(word: string, region: string): number | null {
  const wanted = plain(word);
  if (wanted.length < 3) return null;
  for (let month = 1; month <= 12; month += 1) {
    for (const style of ['long', 'short'] as const) {
      const name = plain(new Intl.DateTimeFormat(region, { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month - 1, 15)));
      if (name === wanted || (style === 'long' && name.startsWith(wanted))) return month;
    }
  }
  return null;
}

function checked(year: number, month: number, day: number, region: string): Parsed<string | null> {
  if (month < 1 || month > 12 || day < 1) return bad('day-invalid');
  const last = daysInMonth(year, month);
  if (day > last) {
    const name = new Intl.DateTimeFormat(region, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1));
    return bad('day-no-such', { month: name, days: last });
  }
  return { ok: true, value: dayOf(Date.UTC(year, month - 1, day)) };
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** The year that puts day and month nearest to today, looking ahead. */
function nearYear(month: number, day: number, today: string): number {
  const year = Number(today.slice(0, 4));
  const here = dayMs(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return !Number.isNaN(here) && daysBetween(today, dayOf(here)) < -90 ? year + 1 : year;
}

export type DayWords = { readonly today: string; readonly tomorrow: string; readonly yesterday: string };

/** A typed day as YYYY-MM-DD. Understands ISO, the locale's own order, month names, "+7", and the words given. Empty is null. */
export function parseDay(typed: string, region: string, today: string, words: DayWords): Parsed<string | null> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { ok: true, value: null };
  const said = plain(text);
  if (said === plain(words.today)) return { ok: true, value: today };
  if (said === plain(words.tomorrow)) return { ok: true, value: addDays(today, 1) };
  if (said === plain(words.yesterday)) return { ok: true, value: addDays(today, -1) };
  const plus = /^\+\s*(\d{1,4})$/.exec(text);
  if (plus) return { ok: true, value: addDays(today, Number(plus[1])) };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]), region);
  const han = /^(?:(\d{2,4})年)?(\d{1,2})月(\d{1,2})日?$/.exec(text.replace(/\s/g, ''));
  if (han) return dated(Number(han[2]), Number(han[3]), han[1], region, today);
  const named = /^(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+([\p{L}.]+)(?:,?\s+(\d{2,4}))?$/u.exec(text) ?? reversed(text);
  if (named) {
    const month = monthByName(named[2] ?? '', region) ?? monthByName(named[2] ?? '', 'en');
    return month === null ? bad('day-invalid') : dated(month, Number(named[1]), named[3], region, today);
  }
  const figures = /^(\d{1,4})[./\-\s](\d{1,2})(?:[./\-\s](\d{1,4}))?\.?$/.exec(text);
  if (!figures) return bad('day-invalid');
  if ((figures[1] ?? '').length === 4 && figures[3]) return checked(Number(figures[1]), Number(figures[2]), Number(figures[3]), region);
  const wanted = order(region).filter((part) => part !== 'year');
  const first = Number(figures[1]);
  const second = Number(figures[2]);
  const [day, month] = wanted[0] === 'day' ? [first, second] : [second, first];
  return dated(month, day, figures[3], region, today);
}

function reversed(text: string): RegExpExecArray | null {
  const found = /^([\p{L}.]+)\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{2,4}))?$/u.exec(text);
  if (found) [found[1], found[2]] = [found[2] ?? '', found[1] ?? ''];
  return found;
}

function dated(month: number, day: number, year: string | undefined, region: string, today: string): Parsed<string | null> {
  return checked(year ? fullYear(Number(year)) : nearYear(month, day, today), month, day, region);
}
