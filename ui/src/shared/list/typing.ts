/** Figures and words of a condition between the form people type and the form the core takes. */
import { locale, parseDecimalText, parsePercent, type Parsed } from '../../i18n';
import type { FieldKind, FilterValue } from '../../ipc';

export function readFigure(kind: FieldKind, typed: string): Parsed<FilterValue | null> {
  const text = typed.trim();
  if (text === '') return { ok: true, value: null };
  if (kind === 'percent') {
    const read = parsePercent(text, locale.region);
    if (!read.ok) return { ...read, args: { example: new Intl.NumberFormat(locale.region).format(75.5), ...read.args } };
    return { ok: true, value: read.value === null ? null : { type: 'percent', value: read.value } };
  }
  if (kind === 'number') {
    const read = parseDecimalText(text, locale.region);
    if (!read.ok) return { ...read, args: { example: new Intl.NumberFormat(locale.region).format(1234.5), ...read.args } };
    return { ok: true, value: read.value === null ? null : { type: 'number', value: Number(read.value) } };
  }
  return { ok: true, value: { type: 'text', value: text } };
}

export function shownFigure(value: FilterValue | undefined): string {
  switch (value?.type) {
    case 'text':
      return value.value;
    case 'number':
      return new Intl.NumberFormat(locale.region, { maximumFractionDigits: 20, useGrouping: false }).format(value.value);
    case 'percent':
      return new Intl.NumberFormat(locale.region, { maximumFractionDigits: 2 }).format(value.value / 100);
    default:
      return '';
  }
}
