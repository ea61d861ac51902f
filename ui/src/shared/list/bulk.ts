/** The lines of the dialog that edits many records, as the core takes them. */
import type { BulkChanges, BulkEditInput, ListEntity, ListField } from '../../ipc';
import { changeOf } from './saving';

export type BulkLine = {
  readonly field: ListField;
  readonly clear: boolean;
  /** In the form of the field's own update; null while nothing was given. */
  readonly value: unknown;
  /** Labels added and taken off. */
  readonly add: readonly string[];
  readonly remove: readonly string[];
};

/** Whether a line says what to do. */
export const isGiven = (line: BulkLine): boolean => (line.field.key === 'labels' ? line.add.length + line.remove.length > 0 : line.clear || line.value !== null);

/** What the lines ask; null while one of them is not finished. */
export function bulkInput(entity: ListEntity, ids: readonly string[], lines: readonly BulkLine[]): BulkEditInput | null {
  if (!lines.every(isGiven)) return null;
  const plain = lines.filter((line) => line.field.key !== 'labels');
  const labels = lines.filter((line) => line.field.key === 'labels');
  const set = plain.map((line) => changeOf(line.field, line.clear ? null : line.value));
  return {
    ids: [...ids],
    changes: { entity, set } as unknown as BulkChanges,
    add_labels: labels.flatMap((line) => line.add),
    remove_labels: labels.flatMap((line) => line.remove),
  };
}

/** Fields that always hold something cannot be emptied. */
const FILLED: ReadonlySet<string> = new Set(['title', 'name', 'waiting', 'customer']);
export const canClear = (field: ListField): boolean => !FILLED.has(field.key);
