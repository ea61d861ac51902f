/** Conditions, ready filters, groups and the sums of columns as words. */
import { money, number, percent, t, tOr } from '../../i18n';
import { dayNumeric, dayShort, listed, monthLong, monthYear } from '../../i18n/formats';
import type { ColumnSum, Condition, FilterValue, Grain, ListEntity, ListField, Operator, Period, Preset } from '../../ipc';
import { clock } from '../../store/clock.svelte';
import { cellText, codeText } from './cells';
import { fieldName, fieldOf } from './fields.svelte';
import type { Group } from './model.svelte';
import { nameOf } from './names.svelte';

/** Alternatives named on a chip, at most. */
const NAMED = 2;

export function presetText(entity: ListEntity, preset: Preset): string {
  if ('period' in preset) return t(`preset-${preset.name}`, { period: periodText(preset.period) });
  return tOr(`preset-${preset.name}-${entity}`, tOr(`preset-${preset.name}`, preset.name));
}

export function periodText(period: Period): string {
  return 'days' in period ? t(`within-${period.is}`, { days: period.days }) : t(`within-${period.is}`);
}

const isDay = (field: ListField | undefined): boolean => field?.kind === 'date' || field?.kind === 'instant';

export function operatorText(operator: Operator, field: ListField | undefined): string {
  const span = field?.kind === 'span';
  if (span && (operator === 'eq' || operator === 'ne')) return t(`op-span-${operator}`);
  return t((span || isDay(field)) && ['lt', 'le', 'gt', 'ge'].includes(operator) ? `op-day-${operator}` : `op-${operator}`);
}

/** The sign some operators are known by. */
export function operatorNote(operator: Operator): string {
  return { eq: '=', ne: '≠', lt: '<', le: '≤', gt: '>', ge: '≥' }[operator as string] ?? '';
}

/** Days from one to another, as short as they can be said: whole months by their names. */
export function spanText({ from, to }: { readonly from: string; readonly to: string }): string {
  const whole = from.endsWith('-01') && isMonthEnd(to);
  const [first, last] = whole ? [monthYear(from), monthYear(to)] : [dayNumeric(from), dayNumeric(to)];
  return first === last ? first : t('report-span', { first, last });
}

function isMonthEnd(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

export function valueText(value: FilterValue, field: ListField | undefined): string {
  switch (value.type) {
    case 'text':
      return value.value;
    case 'number':
      return number(value.value, { maximumFractionDigits: 20 });
    case 'money':
      return money(value.value);
    case 'percent':
      return percent(value.value);
    case 'date':
      return dayShort(value.value, clock.today);
    case 'yes':
      return t(value.value ? 'value-yes' : 'value-no');
    case 'code':
      return codeText(value.value, field);
    case 'id':
      return nameOf(field?.of ?? null, value.value);
    case 'period':
      return periodText(value.value);
  }
}

/** "Lost reason is in Price too high, Delivery time too long". */
export function conditionText(condition: Condition, fields: readonly ListField[]): string {
  const field = fieldOf(fields, condition.field);
  const words = { field: field ? fieldName(field) : t('field-gone'), operator: operatorText(condition.op, field) };
  const [first, last] = condition.values;
  if (condition.op === 'between' && first?.type === 'date' && last?.type === 'date' && isDay(field)) return t('condition-days', { field: words.field, days: spanText({ from: first.value, to: last.value }) });
  const values = condition.values.map((value) => valueText(value, field));
  if (values.length === 0) return t('condition-plain', words);
  const [from = '', to = ''] = values;
  return t('condition-value', { ...words, value: condition.op === 'between' ? t('range-between', { from, to }) : values.join(', ') });
}

export function filterWords(conditions: readonly Condition[], fields: readonly ListField[]): string {
  const texts = conditions.map((condition) => conditionText(condition, fields));
  return [...texts.slice(0, NAMED), ...(texts.length > NAMED ? [t('more-count', { count: texts.length - NAMED })] : [])].join(` ${t('chip-or')} `);
}

/** What the rows of a group share. */
export function groupText(group: Group, field: ListField | undefined, grain: Grain | null): string {
  const { cell } = group;
  if (cell.type === 'empty') return t('group-no-value', { name: field ? fieldName(field) : '' });
  if (cell.type === 'date' && isDay(field)) return grainText(cell.value, grain ?? 'month');
  if (cell.type === 'ids') return listed(cell.value.map((id) => nameOf(field?.of ?? null, id)));
  return cellText(cell, field);
}

/** A stretch of days by its first one: "November 2026". */
function grainText(day: string, grain: Grain): string {
  if (grain === 'month') return monthLong(day);
  if (grain === 'year') return day.slice(0, 4);
  if (grain === 'quarter') return t('quarter-of', { quarter: Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1, year: day.slice(0, 4) });
  const text = dayShort(day, clock.today);
  return grain === 'week' ? t('week-from', { day: text }) : text;
}

/** What own columns add up to, a field each; currencies stand beside each other. */
export function columnSums(sums: readonly ColumnSum[], fields: readonly ListField[]): { key: string; name: string; text: string }[] {
  return fields.flatMap((field) => {
    const own = sums.filter((sum) => sum.field === field.key).map(({ value }) => (value.type === 'money' ? money(value.value) : number(value.value, { maximumFractionDigits: 2 })));
    return own.length === 0 ? [] : [{ key: field.key, name: fieldName(field), text: own.join(' + ') }];
  });
}
