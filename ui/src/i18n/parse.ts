/** Reading what people type in their own locale: money, numbers, percentages, days. Each answers a value or a code. */
import { addDays, dayMs, dayOf, daysBetween, daysInMonth } from './days';
import { currencyDigits, currencyMeant } from './currency';
import type { MoneyLike } from './formats';

export type Parsed<T> = { ok: true; value: T } | { ok: false; code: string; args?: Record<string, string | number> };

/** The most a deal may be worth, in smallest units. */
export const MAX_MINOR = 1e13;

function bad<T>(code: string, args?: Record<string, string | number>): Parsed<T> {
  return args ? { ok: false, code, args } : { ok: false, code };
}

/** How figures are written somewhere: the marks, and how many stand in a group before the last one (two in India). */
type Marks = { readonly decimal: string; readonly group: string; readonly grouped: number };

const known = new Map<string, Marks>();

/** The marks of numbers in a region; of amounts of a currency they may be others (Switzerland). */
function marks(region: string, currency?: string): Marks {
  const key = `${region} ${currency ?? ''}`;
  let made = known.get(key);
  if (!made) {
    const how: Intl.NumberFormatOptions = currency === undefined ? {} : { style: 'currency', currency };
    const parts = new Intl.NumberFormat(region, { ...how, minimumFractionDigits: 1, maximumFractionDigits: 1 }).formatToParts(1_234_567.5);
    const find = (type: Intl.NumberFormatPartTypes): string | undefined => parts.find((part) => part.type === type)?.value;
    made = { decimal: find('decimal') ?? '.', group: find('group') ?? ',', grouped: parts.filter((part) => part.type === 'integer').at(-2)?.value.length ?? 3 };
    known.set(key, made);
  }
  return made;
}

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');

/** Figures as plain decimal text; grouping must be well formed, so that a foreign mark is never guessed. */
function figures(text: string, { decimal, group, grouped }: Marks): string | null {
  const between = `[${/\s/.test(group) ? '' : escaped(group)}\\s'’]`;
  const whole = [`\\d+`, `\\d{1,3}(?:${between}\\d{3})+`, `\\d{1,${grouped}}(?:${between}\\d{${grouped}})*${between}\\d{3}`].join('|');
  const found = new RegExp(`^(${whole})(?:${escaped(decimal)}(\\d*))?$`).exec(text);
  if (!found) return null;
  const fraction = found[2] ?? '';
  return (found[1] ?? '').replace(/\D/g, '') + (fraction === '' ? '' : `.${fraction}`);
}

/** Thousands and millions may be written k and m. */
function times(decimal: string, letter: string | undefined): string {
  const factor = letter === undefined ? 0 : letter.toLowerCase() === 'k' ? 3 : 6;
  const [whole = '', fraction = ''] = decimal.split('.');
  const shifted = fraction.padEnd(factor, '0');
  const rest = shifted.slice(factor);
  return `${whole}${shifted.slice(0, factor)}${rest === '' ? '' : `.${rest}`}`;
}

const oneWidth = (typed: string): string => typed.normalize('NFKC').replace(/[−–]/g, '-').replace(/[\u061c\u200e\u200f]/g, '').trim();

/** Typed text as plain decimal text ("-1234.5"). */
export function parseDecimalText(typed: string, region: string): Parsed<string> {
  const [, sign = '', text = '', letter] = /^(-?)\s*(.*?)(?:(?<=\d)\s*([kKmM]))?$/s.exec(oneWidth(typed)) ?? [];
  const plain = figures(text, marks(region));
  return plain === null ? bad('number-invalid', { example: new Intl.NumberFormat(region).format(1234.5) }) : { ok: true, value: sign + times(plain, letter) };
}

/** A typed amount, in the currency whose sign or code stands beside it, else in `currency`. Empty is null. */
export function readMoney(typed: string, currency: string, region: string): Parsed<MoneyLike | null> {
  const text = oneWidth(typed);
  if (text === '') return { ok: true, value: null };
  const wrong = (): Parsed<MoneyLike | null> => bad('money-invalid', { example: new Intl.NumberFormat(region, { minimumFractionDigits: 2 }).format(1234.5) });
  // The figures with their marks, and what stands before and behind them.
  const [, before = '', middle = '', behind = ''] = /^(\D*)(\d(?:.*\d)?[.,]?(?!.*\d))(\D*)$/s.exec(text) ?? [];
  if (middle === '') return wrong();
  let [words, letter] = [behind.trim(), undefined as string | undefined];
  // Where K is the currency's own sign, it is no thousand.
  if (words !== 'K' || currencyMeant(words, currency, region) !== currency) {
    const thousands = /^([kKmM])(?!\p{L})\s*(.*)$/su.exec(words);
    if (thousands) [letter, words] = [thousands[1], thousands[2] ?? ''];
  }
  const meant = new Set([before.replace('-', ''), words].filter((word) => word.trim() !== '').map((word) => currencyMeant(word, currency, region)));
  const [named = currency] = meant;
  if (named === null || meant.size > 1) return wrong();
  // As amounts of it are written here; else as numbers are.
  const plain = figures(middle, marks(region, named)) ?? figures(middle, marks(region));
  if (plain === null) return wrong();
  const digits = currencyDigits(named);
  const [whole = '0', fraction = ''] = times(plain, letter).split('.');
  if (fraction.replace(/0+$/, '').length > digits) return bad('money-decimals', { digits });
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (before.includes('-')) return bad('money-negative');
  if (minor > MAX_MINOR) return bad('money-too-large');
  return { ok: true, value: { minor, currency: named } };
}

/** A typed amount in smallest units of `currency`; its own sign or code may stand beside it, another one may not. Empty is null. */
export function parseMoney(typed: string, currency: string, region: string): Parsed<number | null> {
  const read = readMoney(typed, currency, region);
  if (!read.ok) return read;
  if (read.value !== null && read.value.currency !== currency) return bad('money-other', { currency });
  return { ok: true, value: read.value?.minor ?? null };
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
