/** Editing a mapping: pure changes on the core's own type. What a mapping means, and whether it holds, the core says. */
import type { ColumnMapping, CustomField, FieldType, ImportColumn, ImportDateFormat, ImportDecimalMark, ImportEntity, ImportField, ImportMapping, ImportSource, ImportTarget, NameRules } from '../../ipc';

export const ENTITIES = ['deal', 'lead', 'organization', 'person', 'product', 'colleague'] as const satisfies readonly ImportEntity[];

const SEVERAL: ReadonlySet<ImportField> = new Set<ImportField>(['labels', 'note']);
const MONEY: ReadonlySet<ImportField> = new Set<ImportField>(['value', 'actual_value', 'annual_revenue', 'price']);
const NUMBERS: ReadonlySet<ImportField> = new Set<ImportField>([...MONEY, 'probability', 'employees', 'founded_year']);
const DAYS: ReadonlySet<ImportField> = new Set<ImportField>(['expected_close', 'started_on', 'ended_on']);
/** Fields that name other records, with the rule that finds them. */
const RULES: Partial<Record<ImportField, keyof NameRules>> = {
  stage: 'stage',
  product: 'product',
  organization: 'organization',
  parent: 'organization',
  person: 'person',
  owner: 'colleague',
  converted_by: 'colleague',
  next_contact_by: 'colleague',
  manager: 'colleague',
  source: 'source',
  labels: 'label',
  close_reason: 'close_reason',
};

export const titleField = (entity: ImportEntity): ImportField => (entity === 'deal' || entity === 'lead' ? 'title' : 'name');
export const takesCustom = (entity: ImportEntity): boolean => entity !== 'product' && entity !== 'colleague';

/** What a column does, listed or not. */
export function columnOf(mapping: ImportMapping, name: string): ColumnMapping {
  return mapping.columns.find((one) => one.column === name) ?? { column: name, target: 'ignore', decimal_mark: null, date_format: null, unit: null, currency_column: null, values: {} };
}

export function fieldOf(target: ImportTarget): ImportField | null {
  return typeof target === 'object' && 'field' in target ? target.field : null;
}

/** The column that fills a field. */
export function columnFor(mapping: ImportMapping, field: ImportField): ColumnMapping | undefined {
  return mapping.columns.find((one) => fieldOf(one.target) === field);
}

/** Changes one column; the order of the file's columns is kept. */
export function withColumn(mapping: ImportMapping, source: ImportSource, name: string, change: Partial<ColumnMapping>): ImportMapping {
  const changed = { ...columnOf(mapping, name), ...change };
  const columns = source.columns.map((one) => (one.name === name ? changed : columnOf(mapping, one.name)));
  return { ...mapping, columns };
}

/** Points a column at a target. A field that takes one column only leaves the column that had it. */
export function withTarget(mapping: ImportMapping, source: ImportSource, name: string, target: ImportTarget): ImportMapping {
  const field = fieldOf(target);
  const same = JSON.stringify(target);
  const freed =
    target === 'ignore' || (field !== null && SEVERAL.has(field))
      ? mapping
      : { ...mapping, columns: mapping.columns.map((one) => (one.column !== name && JSON.stringify(one.target) === same ? { ...one, target: 'ignore' as const } : one)) };
  const kept = field === 'stage' || field === 'status' ? {} : { values: {} };
  return withColumn(freed, source, name, { target, ...kept });
}

/** The kind of a custom field that a column fills, made or there. */
function ownKind(target: ImportTarget, fields: readonly CustomField[]): FieldType | undefined {
  if (typeof target !== 'object') return undefined;
  if ('new_custom' in target) return target.new_custom.kind;
  return 'custom' in target ? fields.find((one) => one.id === target.custom)?.kind : undefined;
}

/** Whether what a column fills is read as an amount or number, a day, or text. `fields`: the custom ones that exist. */
export function readsAs(target: ImportTarget, fields: readonly CustomField[]): 'number' | 'day' | 'text' {
  const field = fieldOf(target);
  if (field !== null) return NUMBERS.has(field) ? 'number' : DAYS.has(field) ? 'day' : 'text';
  const kind = ownKind(target, fields);
  return kind === 'number' || kind === 'money' ? 'number' : kind === 'date' ? 'day' : 'text';
}

/** The decimal mark in force for a column: its own, else the file's. */
export const markOf = (mapping: ImportMapping, column: ColumnMapping): ImportDecimalMark | null => column.decimal_mark ?? mapping.file.decimal_mark;
export const formatOf = (mapping: ImportMapping, column: ColumnMapping): ImportDateFormat | null => column.date_format ?? mapping.file.date_format;

/** Whether the user must still say how a column is read. */
export function undecided(mapping: ImportMapping, column: ImportColumn, fields: readonly CustomField[]): boolean {
  if (!column.ambiguous) return false;
  const mapped = columnOf(mapping, column.name);
  if (mapped.target === 'ignore') return false;
  const reads = readsAs(mapped.target, fields);
  if (reads === 'day' && column.kind === 'date') return formatOf(mapping, mapped) === null;
  if (reads === 'number' && column.kind !== 'date') return markOf(mapping, mapped) === null;
  return false;
}

/** Whether amounts are filled without any column that says their currency. */
export function needsCurrency(mapping: ImportMapping, fields: readonly CustomField[]): boolean {
  const fills = mapping.columns.some((one) => {
    const field = fieldOf(one.target);
    return (field !== null && MONEY.has(field)) || ownKind(one.target, fields) === 'money';
  });
  return fills && !columnFor(mapping, 'currency') && !mapping.columns.some((one) => one.currency_column !== null);
}

/** The kinds of record that rows name, each once. */
export function namedKinds(mapping: ImportMapping): (keyof NameRules)[] {
  const kinds = new Set<keyof NameRules>();
  for (const column of mapping.columns) {
    const field = fieldOf(column.target);
    const rule = field === null ? undefined : RULES[field];
    if (rule) kinds.add(rule);
  }
  return [...kinds];
}

/** Whether every row gets a title: from a column, composed, or from the record it names. */
export function hasTitle(mapping: ImportMapping): boolean {
  return columnFor(mapping, titleField(mapping.entity)) !== undefined || columnFor(mapping, 'satchel_id') !== undefined || (mapping.title ?? '').trim() !== '';
}

/** A column's name as a part of a composed title; braces of its own are doubled. */
export function placeholder(column: string): string {
  return `{${column}}`;
}
