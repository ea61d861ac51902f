/** Lists as files: the columns shown, in the order shown; or everything there is, a sheet for each kind of record. */
import { bare, t } from '../../i18n';
import { call, toAppError, type ExportFormat, type ExportSheet, type ExportWord, type ListEntity, type ListField, type ListQuery, type SortKey } from '../../ipc';
import { exporting, exportLists } from '../../store/exports.svelte';
import { refuse } from '../../store/act.svelte';
import { codeText } from './cells';
import { columnsOf } from './columns.svelte';
import { fieldName, fieldOf, fieldsOf } from './fields.svelte';
import type { MenuEntry } from '../menu';
import { NO_CONDITIONS, type Search } from './search.svelte';

const ENTITIES: readonly ListEntity[] = ['deal', 'lead', 'person', 'organization'];

export const FORMATS = ['csv', 'xlsx'] as const satisfies readonly ExportFormat[];

type List = { readonly query: ListQuery; readonly fields: readonly ListField[]; readonly sort: readonly SortKey[]; readonly ids?: readonly string[] };

function sheetOf({ query, fields, sort, ids }: List): ExportSheet {
  const columns = fields.map((field) => {
    const heading = fieldName(field);
    return { key: field.key, title: { heading, currency: field.kind === 'money' ? bare(t('export-currency', { name: heading })) : null } };
  });
  return { name: t(`export-list-${query.entity}`), query, ids: ids ? [...ids] : null, columns, sort: [...sort] };
}

/** Closed words as people read them. */
function wordsOf(fields: readonly ListField[]): ExportWord[] {
  const closed = fields.filter((field) => field.kind === 'choice' && field.name === null);
  return closed.flatMap((field) => field.choices.map((code) => ({ code, text: codeText(code, field) })));
}

/** Writes what a list shows, or only these rows of it. */
export function exportList(search: Search, format: ExportFormat, ids?: readonly string[]): Promise<void> {
  const known = fieldsOf(search.entity);
  const fields = columnsOf(search).flatMap((key) => fieldOf(known, key) ?? []);
  const { query, looked } = search;
  return exportLists(t(`export-list-${search.entity}`), format, { sheets: [sheetOf({ query, fields, sort: looked.sort, ...(ids ? { ids } : {}) })], words: wordsOf(fields) });
}

/** Writes all records that are not in the trash, with all their fields: leads too while they are switched off, for they are kept. */
export async function exportEverything(): Promise<void> {
  try {
    const answers = await Promise.all(ENTITIES.map((entity) => call('list_fields', { entity })));
    const sheets = answers.map(({ entity, fields }) => sheetOf({ query: { entity, presets: [], filter: NO_CONDITIONS, text: '', pipeline: null }, fields, sort: [] }));
    await exportLists('Satchel', 'xlsx', { sheets, words: answers.flatMap(({ fields }) => wordsOf(fields)) });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** The two formats as entries of a menu. */
export function exportEntries(search: Search, ids: () => readonly string[] | undefined = () => undefined): MenuEntry[] {
  const busy = exporting.running ? { why: t('export-one') } : {};
  return FORMATS.map((format) => ({ ...busy, label: t(`export-as-${format}`), icon: format === 'csv' ? 'file' : 'table', run: () => void exportList(search, format, ids()) }));
}
