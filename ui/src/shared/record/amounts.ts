/** Amounts as they are edited: plain figures in the user's locale, a currency only where it is another one. */
import { currencyDigits, decimalText, locale, parseMoney, type Parsed } from '../../i18n';
import type { Money } from '../../ipc';

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP' };

/** The figures of an amount, as one edits them: "148,600" or "12.50". */
export function amountText(value: Money): string {
  const digits = currencyDigits(value.currency);
  const whole = value.minor % 10 ** digits === 0;
  const format = new Intl.NumberFormat(locale.region, { minimumFractionDigits: whole ? 0 : digits, maximumFractionDigits: digits });
  return format.format(decimalText(value.minor, digits));
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

function signOf(currency: string, region: string): string | undefined {
  const parts = new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value;
}

function inCurrency(typed: string, currency: string, region: string): Parsed<Money | null> {
  const read = parseMoney(typed, currency, region);
  return read.ok ? { ok: true, value: read.value === null ? null : { minor: read.value, currency } } : read;
}

/** A typed amount with the currency it names, else in `currency`; without `others` no other is looked for. Empty is null. */
export function readMoney(typed: string, currency: string, region: string, others = true): Parsed<Money | null> {
  if (!others) return inCurrency(typed, currency, region);
  const word = /(?:^|[\d\s.,])([A-Za-z]{3})(?:$|[\d\s])/.exec(typed.trim())?.[1]?.toUpperCase();
  const sign = /[€$£]/.exec(typed)?.[0];
  // Some currencies share a sign: the one in use keeps it.
  const named = word !== undefined && isCurrency(word) ? word : sign === undefined || sign === signOf(currency, region) ? undefined : SIGNS[sign];
  return inCurrency(typed, named ?? currency, region);
}
