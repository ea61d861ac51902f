/** Cells of the tables beside the charts: as people read them, and as a file has them. */
import { moneyRound, number, percent } from '../../i18n';
import type { Cell as Value } from '../../ipc';

export type Cell = { readonly text: string; readonly value: Value; readonly open?: () => void };

export function countCell(count: number, open?: () => void): Cell {
  return { text: number(count), value: { type: 'number', value: count }, ...(open && count > 0 ? { open } : {}) };
}

export function moneyCell(minor: number, currency: string): Cell {
  const value = { minor, currency };
  return { text: moneyRound(value), value: { type: 'money', value } };
}

/** Hundredths of a percent, read as whole ones. */
export const rateText = (rate: number): string => percent(Math.round(rate / 100) * 100);

/** The same; null where there is nothing to reckon with. */
export function rateCell(rate: number | null): Cell {
  return rate === null ? { text: '–', value: { type: 'empty' } } : { text: rateText(rate), value: { type: 'percent', value: rate } };
}
