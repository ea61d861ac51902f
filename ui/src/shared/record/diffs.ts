/** Differences in words: what a field was called, what it was, what it is, and how far apart the two are. */
import { instant, money, moneyDelta, number, percent, t, tOr } from '../../i18n';
import { daysBetween } from '../../i18n/days';
import { dayShort } from '../../i18n/formats';
import type { DiffValue, FieldDiff } from '../../ipc';
import { readFormula } from '../formula';

/** A field's name: the user's own, or ours translated. */
export function fieldName(field: string, name: string | null): string {
  return name ?? tOr(`field-${field}`, field);
}

/** Figures that name something and are not counted: never grouped. */
const PLAIN: ReadonlySet<string> = new Set(['founded_year', 'number', 'postcode']);

/** One side of a difference as a person reads it; empty text for nothing. */
export function diffText(diff: FieldDiff, side: 'from' | 'to', today: string): string {
  return valueText(diff[side], diff.field, today);
}

/** A value as a person reads it; empty text for nothing. */
export function valueText(value: DiffValue, field: string, today: string): string {
  switch (value.type) {
    case 'empty':
      return '';
    case 'text':
      return field === 'formula' ? readFormula(value.value) : value.value;
    case 'number':
      return PLAIN.has(field) ? String(value.value) : number(value.value);
    case 'money':
      return money(value.value);
    case 'date':
      return dayShort(value.value, today);
    case 'days':
      return `${dayShort(value.value.first, today)} – ${dayShort(value.value.last, today)}`;
    case 'instant':
      return instant(value.value, today);
    case 'percent':
      return percent(value.value);
    case 'yes':
      return t(value.value ? 'value-yes' : 'value-no');
    case 'code':
      return tOr(`value-${value.value}`, tOr(`field-kind-${value.value}`, value.value));
    case 'record':
      return value.value.name;
  }
}

/** How far the new value lies from the old one, where that can be said: "+€6,600", "14 d later". */
export function diffDistance({ field, from, to }: FieldDiff): string {
  if (from.type === 'money' && to.type === 'money' && from.value.currency === to.value.currency) {
    return moneyDelta({ minor: to.value.minor - from.value.minor, currency: to.value.currency });
  }
  if (from.type === 'number' && to.type === 'number') return PLAIN.has(field) ? '' : number(to.value - from.value, { signDisplay: 'exceptZero' });
  if (from.type === 'percent' && to.type === 'percent') {
    return t('diff-points', { points: number((to.value - from.value) / 100, { signDisplay: 'exceptZero', maximumFractionDigits: 2 }) });
  }
  if (from.type === 'date' && to.type === 'date') {
    const days = daysBetween(from.value, to.value);
    return days === 0 ? '' : t(days > 0 ? 'diff-later' : 'diff-earlier', { days: Math.abs(days) });
  }
  return '';
}
