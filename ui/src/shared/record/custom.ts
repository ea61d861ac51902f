/** Custom values between the form the core keeps and the form people type and read. */
import { amountText, dayNumeric, enumerated, locale, money, number, parseDay, parseDecimalText, readMoney, t, type Parsed } from '../../i18n';
import { clockTime, dayShort } from '../../i18n/formats';
import type { CustomChange, FieldType, FieldValue, Money } from '../../ipc';
import { parseTime } from './days';

/** An amount kept as `<minor units> <code>`. */
export function keptMoney(value: string | null): Money | null {
  const found = /^(-?\d+) ([A-Z]{3})$/.exec(value ?? '');
  return found ? { minor: Number(found[1]), currency: found[2] ?? '' } : null;
}

/** Choices kept as a JSON array. */
export function keptChoices(value: string | null): string[] {
  if (value === null) return [];
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

/** Two ends kept as `<one>/<other>`. */
export function keptPair(value: string | null): [string, string] | null {
  const [first, last, more] = (value ?? '').split('/');
  return first && last && more === undefined ? [first, last] : null;
}

const DASH = ' – ';

/** Texts of several lines. */
export const isProse = (kind: FieldType): boolean => kind === 'large_text' || kind === 'address';

/** A kept value as it is read; a record by its name. */
export function shownValue({ field, value, name }: FieldValue, today: string): string {
  return name ?? shownCustom(field.kind, value, today);
}

/** A kept value as it is read. */
export function shownCustom(kind: FieldType, value: string | null, today: string): string {
  if (value === null) return '';
  switch (kind) {
    case 'number':
      return number(Number(value), { maximumFractionDigits: 20 });
    case 'money': {
      const amount = keptMoney(value);
      return amount ? money(amount) : value;
    }
    case 'date':
      return dayShort(value, today);
    case 'date_range':
      return keptPair(value)?.map((day) => dayShort(day, today)).join(DASH) ?? value;
    case 'time':
      return clockTime(value);
    case 'time_range':
      return keptPair(value)?.map(clockTime).join(DASH) ?? value;
    case 'yes_no':
      return t(value === 'yes' ? 'value-yes' : 'value-no');
    case 'choices':
      return enumerated(keptChoices(value));
    default:
      return value;
  }
}

/** A kept value as it is edited. */
export function editedCustom(kind: FieldType, value: string | null): string {
  if (value === null) return '';
  if (kind === 'number') return number(Number(value), { maximumFractionDigits: 20, useGrouping: false });
  if (kind === 'date') return dayNumeric(value);
  if (kind === 'time_range') return keptPair(value)?.join(DASH) ?? value;
  const amount = kind === 'money' ? keptMoney(value) : null;
  return amount ? amountText(amount) : value;
}

/** Typed text as the core keeps it; null clears. */
export function readCustom(kind: FieldType, typed: string, today: string, currency: string): Parsed<string | null> {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (kind === 'number') return parseDecimalText(text, locale.region);
  if (kind === 'date') {
    const day = parseDay(text, locale.region, today, { today: t('day-today'), tomorrow: t('day-tomorrow'), yesterday: t('day-yesterday') });
    return day.ok ? day : { ...day, args: { example: dayNumeric(today), ...day.args } };
  }
  if (kind === 'money') {
    const amount = readMoney(text, currency, locale.region);
    if (!amount.ok) return amount;
    return { ok: true, value: amount.value === null ? null : `${amount.value.minor} ${amount.value.currency}` };
  }
  if (kind === 'time') return parseTime(text);
  if (kind === 'time_range') return readTimes(text);
  return { ok: true, value: kind === 'large_text' ? typed.trimEnd() : text };
}

/** Two times with a dash or a word between them: "9:05 - 17:30", "9h à 17h30". */
function readTimes(text: string): Parsed<string | null> {
  const parts = text.split(/\s*[-–—/~至]\s*|\s+\p{L}{1,3}\s+/u);
  const [from, to] = parts.map(parseTime);
  if (parts.length !== 2 || !from?.ok || !to?.ok || !from.value || !to.value) return { ok: false, code: 'times-invalid' };
  return from.value <= to.value ? { ok: true, value: `${from.value}/${to.value}` } : { ok: false, code: 'times-backwards' };
}

/** The fields with one of them changed, drawn before the core answers. */
export function withCustom(fields: readonly FieldValue[], { custom, value }: CustomChange): FieldValue[] {
  return fields.map((one) => (one.field.id === custom ? { ...one, value, name: null } : one));
}
