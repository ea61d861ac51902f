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

/** A typed amount with the currency it names, else in `currency`. Empty is null. */
export function readMoney(typed: string, currency: string, region: string): Parsed<Money | null> {
  const word = /(?:^|[\d\s.,])([A-Za-z]{3})(?:$|[\d\s])/.exec(typed.trim())?.[1]?.toUpperCase();
  const sign = /[€$£]/.exec(typed)?.[0];
  const named = word !== undefined && isCurrency(word) ? word : sign === undefined ? undefined : SIGNS[sign];
  const read = parseMoney(typed, named ?? currency, region);
  if (!read.ok) return read;
  return { ok: true, value: read.value === null ? null : { minor: read.value, currency: named ?? currency } };
}
