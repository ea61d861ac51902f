/** Small facts about fields and operators that several parts of a list need. */
import type { ListField, Operator } from '../../ipc';
import type { Row } from './model.svelte';
import { ownField } from './own';

/** How many values an operator takes: least and most. */
export function countOf(operator: Operator): { readonly least: number; readonly most: number } {
  switch (operator) {
    case 'is_set':
    case 'not_set':
      return { least: 0, most: 0 };
    case 'between':
      return { least: 2, most: 2 };
    case 'in':
    case 'not_in':
      return { least: 1, most: 1_000 };
    default:
      return { least: 1, most: 1 };
  }
}

/** Figures stand at the end of their cell. */
export const toEnd = (field: ListField): boolean => field.kind === 'money' || field.kind === 'number' || field.kind === 'percent';

/** The field that names the record: pressing it opens it. */
export const isTitle = (field: ListField): boolean => field.key === 'title' || field.key === 'name';

/** What can be edited where it stands: a reason and what was sold belong to deals that ended so. */
export function editableIn(row: Row, field: ListField): boolean {
  if (row.deleted) return false;
  if (field.key === 'close_reason') return row.status === 'won' || row.status === 'lost';
  if (field.key === 'actual_value') return row.status === 'won';
  // An own field that was just taken away has nothing to be edited with.
  return (field.editable && (field.name === null || ownField(field) !== undefined)) || isTitle(field);
}
