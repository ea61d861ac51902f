/** The options of a choice while they are edited: each keeps what it was called, so that its records follow a new name. */
import type { CustomField, FieldChange, FieldOption, FieldUse } from '../../ipc';

export type OptionRow = { readonly key: number; name: string; readonly was: string | null; readonly count: number };

let keys = 0;

export const newRow = (name = ''): OptionRow => ({ key: ++keys, name, was: null, count: 0 });

export function rowsOf(field: CustomField | null, use: FieldUse | null): OptionRow[] {
  return (field?.options ?? []).map((name) => ({ key: ++keys, name, was: name, count: use?.options.find((one) => one.name === name)?.count ?? 0 }));
}

/** What is saved: no blanks, and of two with one name the one that was there before. */
export function kept(rows: readonly OptionRow[]): FieldOption[] {
  const named = rows.map((row) => ({ name: row.name.trim().replace(/\s+/g, ' '), was: row.was })).filter((row) => row.name !== '');
  return named.filter((row, at) => row.was !== null || named.findIndex((other) => other.name === row.name) === at);
}

/** The row at `index` moved by one place; the same list where it cannot. */
export function moved(rows: readonly OptionRow[], index: number, by: -1 | 1): OptionRow[] {
  const next = [...rows];
  const row = next[index];
  const other = next[index + by];
  if (row === undefined || other === undefined) return next;
  next[index] = other;
  next[index + by] = row;
  return next;
}

/** Only what differs, in the order the core needs it: another kind first, then its options. */
export function changesOf(field: CustomField, next: { name: string; kind: CustomField['kind']; description: string; onCard: boolean; options: readonly FieldOption[]; formula?: string }): FieldChange[] {
  const changes: FieldChange[] = [];
  const chooses = next.kind === 'choice' || next.kind === 'choices';
  if (next.name !== field.name) changes.push({ field: 'name', value: next.name });
  if (next.description !== field.description) changes.push({ field: 'description', value: next.description });
  if (next.kind !== field.kind) changes.push({ field: 'kind', value: next.kind });
  const same = next.options.length === field.options.length && next.options.every((option, at) => option.name === field.options[at] && option.was === option.name);
  if (chooses && !same && next.options.length > 0) changes.push({ field: 'options', value: [...next.options] });
  if (field.formula && next.formula !== undefined && next.formula.trim() !== field.formula.text) changes.push({ field: 'formula', value: next.formula });
  if (next.onCard !== field.on_card) changes.push({ field: 'on_card', value: next.onCard });
  return changes;
}

/** Names typed one a line: no blanks, no doubles. */
export function optionsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
