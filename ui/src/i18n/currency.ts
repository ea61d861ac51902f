/** Currencies as people write them: how many decimals each has, how it is signed on screen, and which one a typed sign means. */
import { CURRENCY_DECIMALS } from '../ipc/bindings';
import { locale } from './locale.svelte';

type Display = 'narrowSymbol' | 'symbol' | 'code';

/** Signs beyond those an engine gives a currency: as people write them there. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  '£': ['EGP', 'LBP', 'SSP', 'SYP'],
  元: ['CNY', 'TWD', 'HKD'],
  円: ['JPY'],
  fr: ['CHF'],
  us$: ['USD'],
};

/** How many decimals a currency has (EUR 2, JPY 0, TND 3): the core's word, for what an engine shows differs and is not what is kept. */
export function currencyDigits(currency: string): number {
  return CURRENCY_DECIMALS[currency] ?? 2;
}

const known = new Map<string, string>();

/** The sign of a currency in a region; its code where it is none. */
function signOf(region: string, currency: string, currencyDisplay: Display): string {
  const key = `${region} ${currency} ${currencyDisplay}`;
  let sign = known.get(key);
  if (sign === undefined) {
    try {
      const parts = new Intl.NumberFormat(region, { style: 'currency', currency, currencyDisplay }).formatToParts(0);
      sign = parts.find((part) => part.type === 'currency')?.value ?? currency;
    } catch {
      sign = currency;
    }
    known.set(key, sign);
  }
  return sign;
}

/** How a currency is signed: the shortest way at home, elsewhere so that it is not taken for the one at home. */
export function currencyDisplay(currency: string): Display {
  const { home, region } = locale;
  if (currency === home) return 'narrowSymbol';
  return signOf(region, currency, 'symbol') === signOf(region, home, 'narrowSymbol') ? 'code' : 'symbol';
}

/** The sign of a currency, as it stands beside a field. */
export function currencySign(currency: string): string {
  return signOf(locale.region, currency, currencyDisplay(currency));
}

const plain = (word: string): string => word.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '').replace(/\.$/, '').toLowerCase();

function signs(currency: string, region: string): string[] {
  return [currency, ...[region, 'en'].flatMap((where) => [signOf(where, currency, 'narrowSymbol'), signOf(where, currency, 'symbol')])].map(plain);
}

/** Whether a typed sign or code can stand for a currency: "$" for every dollar, "£" for every pound. */
function fits(word: string, currency: string, region: string): boolean {
  return signs(currency, region).includes(word) || (ALSO[word]?.includes(currency) ?? false);
}

/** Which currency is meant by a sign or code beside an amount in `currency`: that one where it fits, then the one at home, then the one it usually means here. */
export function currencyMeant(typed: string, currency: string, region: string): string | null {
  const word = plain(typed);
  if (word === '') return currency;
  for (const near of [currency, locale.home]) if (fits(word, near, region)) return near;
  const all = Intl.supportedValuesOf('currency');
  const code = word.toUpperCase();
  if (all.includes(code)) return code;
  for (const where of [region, 'en']) {
    const here = all.find((one) => plain(signOf(where, one, 'symbol')) === word);
    if (here) return here;
  }
  // A sign that several share ("kr") is not guessed.
  const bearers = all.filter((one) => fits(word, one, region));
  return bearers.length === 1 ? (bearers[0] ?? null) : null;
}
