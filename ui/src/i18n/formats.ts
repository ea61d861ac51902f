/** Numbers, money, percentages, days and instants in the user's locale. Reactive through `locale`. */
import { currencyDigits, currencyDisplay } from './currency';
import { dayMs, daysBetween, localDay } from './days';
import { locale } from './locale.svelte';
import { format as message } from './messages';

/** Formats of the region, each made once: making one takes far longer than using it. */
function formats<Options, Format>(Maker: new (region: string, options: Options) => Format): (options: Options) => Format {
  const known = new Map<string, Format>();
  return (options) => {
    const key = locale.region + JSON.stringify(options);
    const made = known.get(key) ?? new Maker(locale.region, options);
    known.set(key, made);
    return made;
  };
}

const numberFormat = formats<Intl.NumberFormatOptions, Intl.NumberFormat>(Intl.NumberFormat);
const dateFormat = formats<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(Intl.DateTimeFormat);
const listFormat = formats<Intl.ListFormatOptions, Intl.ListFormat>(Intl.ListFormat);
const collator = formats<Intl.CollatorOptions, Intl.Collator>(Intl.Collator);

/** An integer of smallest units as exact decimal text: (-12345, 2) is "-123.45". */
export function decimalText(minor: number, digits: number): `${number}` {
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  const rest = digits > 0 ? `.${text.slice(text.length - digits)}` : '';
  return `${sign}${whole}${rest}` as `${number}`;
}

/** Parts of a formatted amount that are no sign of its currency. */
const FIGURES: ReadonlySet<Intl.NumberFormatPartTypes> = new Set<Intl.NumberFormatPartTypes>(['minusSign', 'integer', 'group', 'decimal', 'fraction']);

export type MoneyLike = { readonly minor: number; readonly currency: string };

/** As many decimals as the currency has, none for a whole amount. */
function decimals({ minor, currency }: MoneyLike): Intl.NumberFormatOptions {
  const digits = currencyDigits(currency);
  const shown = minor % 10 ** digits === 0 ? 0 : digits;
  return { minimumFractionDigits: shown, maximumFractionDigits: shown };
}

function moneyText(value: MoneyLike, options: Intl.NumberFormatOptions): string {
  const digits = currencyDigits(value.currency);
  try {
    return numberFormat({ style: 'currency', currency: value.currency, currencyDisplay: currencyDisplay(value.currency), ...decimals(value), ...options })
      .format(decimalText(value.minor, digits))
      .replace('-', '−');
  } catch {
    return `${decimalText(value.minor, digits)} ${value.currency}`;
  }
}

/** Money for screens: no decimals when the amount is whole. */
export function money(value: MoneyLike): string {
  return moneyText(value, {});
}

/** Below this (in whole units) decimals still say something. */
const ROUND_FROM = 100;

function rounded(value: MoneyLike): Intl.NumberFormatOptions {
  const whole = Math.abs(value.minor) >= ROUND_FROM * 10 ** currencyDigits(value.currency);
  return whole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
}

/** Money for the board: without decimals, but for small amounts. */
export function moneyRound(value: MoneyLike): string {
  return moneyText(value, rounded(value));
}

/** A difference for the board, with its sign: "+€6,600". */
export function moneyDeltaRound(value: MoneyLike): string {
  return moneyText(value, { signDisplay: 'exceptZero', ...rounded(value) });
}

/** The figures of an amount, as one edits them, marked as the amount itself is: "148,600" or "12.50". */
export function amountText(value: MoneyLike): string {
  const digits = currencyDigits(value.currency);
  const format = numberFormat({ style: 'currency', currency: value.currency, ...decimals(value) });
  const figures = format.formatToParts(decimalText(value.minor, digits)).filter((part) => FIGURES.has(part.type));
  return figures.map((part) => part.value).join('');
}

/** A difference with its sign: "+€6,600". */
export function moneyDelta(value: MoneyLike): string {
  return moneyText(value, { signDisplay: 'exceptZero' });
}

/** A whole or decimal number. */
export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(options).format(value).replace('-', '−');
}

/** A percentage from hundredths of a percent: 7550 is "75.5%". */
export function percent(hundredths: number): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: 2 }).format(hundredths / 10_000);
}

/** A day, short: "29 Jan", with the year when it is not the year of `today`. */
export function dayShort(day: string, today: string): string {
  const year = day.slice(0, 4) !== today.slice(0, 4);
  // Near the turn of the year the month says enough.
  const far = year && Math.abs(daysBetween(today, day)) > 180;
  return dateFormat({ day: 'numeric', month: 'short', timeZone: 'UTC', ...(far ? { year: 'numeric' as const } : {}) }).format(dayMs(day));
}

/** The month of a day, for an axis: "Nov". */
export function monthShort(day: string): string {
  return dateFormat({ month: 'short', timeZone: 'UTC' }).format(dayMs(day));
}

/** The month of a day with its year: "Nov 2026". */
export function monthYear(day: string): string {
  return dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(dayMs(day));
}

/** A day in full: "Friday 27 November 2026". */
export function dayLong(day: string): string {
  return dateFormat({ dateStyle: 'full', timeZone: 'UTC' }).format(dayMs(day));
}

/** The month a day lies in: "November 2026". */
export function monthLong(day: string): string {
  return dateFormat({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dayMs(day));
}

/** A day as it is typed: "27/11/2026". */
export function dayNumeric(day: string): string {
  return dateFormat({ day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }).format(dayMs(day));
}

/** A day as people say it: relative under 14 days, "4 d late" when past and `late`. */
export function dayRelative(day: string, today: string, late = false): string {
  const days = daysBetween(today, day);
  const say = (id: string, count?: number): string => message(locale.language, id, count === undefined ? undefined : { days: count });
  if (days === 0) return say('day-today');
  if (days === 1) return say('day-tomorrow');
  if (days < 0 && late) return say('day-late', -days);
  if (days === -1) return say('day-yesterday');
  if (days > 0 && days < 14) return say('day-in', days);
  if (days < 0 && days > -14) return say('day-ago', -days);
  return dayShort(day, today);
}

/** The time of an instant (UTC ms), local: "16:52". */
export function time(instant: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit' }).format(instant);
}

/** A local wall time given as HH:MM. */
export function clockTime(hhmm: string): string {
  const [hours, minutes] = hhmm.split(':').map(Number);
  return dateFormat({ hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(Date.UTC(2000, 0, 1, hours ?? 0, minutes ?? 0));
}

/** An instant (UTC ms) with its day, relative when near: "yesterday, 16:52". */
export function instant(at: number, today: string): string {
  return message(locale.language, 'day-and-time', { day: dayRelative(localDay(at), today), time: time(at) });
}

/** The size of a file, in the largest unit that leaves at most three digits. */
export function fileSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let [size, at] = [bytes, 0];
  while (size >= 999.5 && at < units.length - 1) [size, at] = [size / 1000, at + 1];
  return number(size, { style: 'unit', unit: units[at] ?? 'byte', unitDisplay: at === 0 ? 'narrow' : 'short', maximumFractionDigits: at > 0 && size < 10 ? 1 : 0 });
}

/** Orders names as the user's language does. */
export function compareNames(a: string, b: string): number {
  return collator({ sensitivity: 'base', numeric: true }).compare(a, b);
}

/** Words one after the other, as the language lists them: "a, b and c". */
export function listed(words: readonly string[]): string {
  return listFormat({ type: 'conjunction' }).format(words);
}

/** Facts one after the other, without an "and": "a, b, c". Those that are missing are left out. */
export function enumerated(facts: readonly (string | null | undefined)[]): string {
  return listFormat({ type: 'conjunction', style: 'narrow' }).format(facts.filter((fact): fact is string => fact != null && fact !== ''));
}
