/** Custom values between the form the core keeps and the form people type and read. */
import { dayNumeric, locale, money, number, parseDay, parseDecimalText, t, type Parsed } from '../../i18n';
import { dayShort } from '../../i18n/formats';
import type { FieldType, Money } from '../../ipc';
import { amountText, readMoney } from './amounts';

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
    case 'yes_no':
      return t(value === 'yes' ? 'value-yes' : 'value-no');
    case 'choices':
      return keptChoices(value).join(', ');
    default:
      return value;
  }
}

/** A kept value as it is edited. */
export function editedCustom(kind: FieldType, value: string | null): string {
  if (value === null) return '';
  if (kind === 'number') return number(Number(value), { maximumFractionDigits: 20, useGrouping: false });
  if (kind === 'date') return dayNumeric(value);
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
  return { ok: true, value: kind === 'large_text' ? typed.trimEnd() : text };
}

