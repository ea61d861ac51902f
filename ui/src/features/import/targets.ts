/** Targets of a column as entries of a choice list. */
import type { FieldType, ImportField, ImportTarget } from '../../ipc';

/** The entry that stands for a target. */
export function targetKey(target: ImportTarget): string {
  if (target === 'ignore') return 'ignore';
  if ('field' in target) return `field:${target.field}`;
  return 'custom' in target ? `custom:${target.custom}` : 'new';
}

/** The target of an entry other than "new". */
export function targetOf(key: string): ImportTarget {
  const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (kind === 'field') return { field: rest as ImportField };
  return kind === 'custom' ? { custom: rest } : 'ignore';
}

const KINDS: Readonly<Record<string, FieldType>> = { integer: 'number', amount: 'number', date: 'date', email: 'email', phone: 'phone', yes_no: 'yes_no', choice: 'choice' };

/** What a new field for a column of this kind would be. */
export const newFieldKind = (columnKind: string): FieldType => KINDS[columnKind] ?? 'text';
