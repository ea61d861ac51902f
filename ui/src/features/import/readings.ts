/** How a sample of a column would be read under a choice, for showing only: the core reads the rows. */
import type { ImportColumn, ImportDateFormat, ImportDecimalMark } from '../../ipc';

/** YYYY-MM-DD, or null where the sample does not fit the format. */
export function dayReading(sample: string, format: ImportDateFormat): string | null {
  const parts = /(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})/.exec(sample);
  if (!parts || format === 'excel1900' || format === 'excel1904') return null;
  const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [year, month, day] = format === 'year_first' ? [first, second, third] : format === 'month_first' ? [third, first, second] : [third, second, first];
  const full = year < 100 ? 2000 + year : year;
  const pad = (n: number): string => String(n).padStart(2, '0');
  const text = `${full}-${pad(month)}-${pad(day)}`;
  const back = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(back.getTime()) || back.getUTCDate() !== day ? null : text;
}

/** A plain decimal ("-1234.5"), or null where the sample holds no number under this mark. */
export function numberReading(sample: string, mark: ImportDecimalMark): string | null {
  const sign = /^\s*[-−(]/.test(sample) ? '-' : '';
  const kept = sample.replace(mark === 'point' ? /[^\d.]/g : /[^\d,]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(kept) ? `${sign}${kept}` : null;
}

/** The core's readings of a sample: one, or several where it cannot tell. */
export function readingsOf(column: ImportColumn, at: number): string[] {
  return (column.readings[at] ?? '').split(' | ').filter((one) => one !== '' && one !== '?');
}
