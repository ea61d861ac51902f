/** The line below a page's title while it shows a list: how many there are and what they sum up to. */
import { number, t } from '../../i18n';
import type { ListEntity, Totals } from '../../ipc';
import { sumsText } from '../sums';

const DOT = ' · ';

export function listHeading(entity: ListEntity, totals: Totals | null): string {
  if (totals === null) return ' ';
  const count = `${number(totals.count)} ${t(`list-unit-${entity}`, { count: totals.count })}`;
  const sums = sumsText(totals);
  return sums === '' ? count : count + DOT + sums;
}
