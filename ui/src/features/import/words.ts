/** Refusals of an import as sentences that say where: row, column, and what is wrong. */
import { errorText, number, t } from '../../i18n';
import type { Refusal } from '../../ipc';

/** "Row 12, “close_value”: “abc” is not a number". */
export function problemText(problem: Refusal, withRow = true): string {
  const { row, column, value } = problem.params;
  const why = errorText({ code: problem.code, params: problem.params });
  const text = value === undefined || value === '' ? why : t('import-with-value', { value, text: why });
  const place =
    withRow && row !== undefined && column !== undefined
      ? t('import-at-both', { row: number(Number(row)), column })
      : withRow && row !== undefined
        ? t('import-at-row', { row: number(Number(row)) })
        : column !== undefined
          ? t('import-at-column', { column })
          : null;
  return place === null ? text : t('import-at', { place, text });
}
