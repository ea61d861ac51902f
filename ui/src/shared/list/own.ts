/** Values of the user's own fields in lists: what a cell and the fields of a form say, in the form the core keeps. */
import type { Cell, CustomField, FieldType, FieldValue, FilterValue, ListField } from '../../ipc';
import { catalog } from '../../store/catalog.svelte';
import { ownId } from '../ownField';

/** What the list says of an own field; undefined for one of ours, and for one that was just taken away. Reactive. */
export function ownField(field: ListField): CustomField | undefined {
  const id = ownId(field.key);
  return id === null ? undefined : catalog.fields.find((one) => one.id === id);
}

/** A cell as the core keeps the value of its own field. */
export function keptOfCell(kind: FieldType, cell: Cell): string | null {
  switch (cell.type) {
    case 'text':
      // Lists say "from – to".
      return kind === 'time_range' ? cell.value.replace(' – ', '/') : cell.value;
    case 'code':
    case 'date':
      return cell.value;
    case 'number':
      return String(cell.value);
    case 'money':
      return `${cell.value.minor} ${cell.value.currency}`;
    case 'span':
      return `${cell.value.from}/${cell.value.to}`;
    case 'yes':
      return cell.value ? 'yes' : 'no';
    case 'options':
      return JSON.stringify(cell.value);
    case 'record':
      return cell.value.id;
    default:
      return null;
  }
}

/** The value of an own field that stands in a cell, as the record's own page has it. */
export const valueOfCell = (field: CustomField, cell: Cell): FieldValue => ({ field, value: keptOfCell(field.kind, cell), name: cell.type === 'record' ? cell.value.name : null });

/** What was chosen in a form's fields, as the core keeps it; null while something is missing. */
export function keptOfSlots(kind: FieldType, values: readonly (FilterValue | null)[]): string | null {
  const [first, last] = values;
  if (first === undefined || first === null) return null;
  if (kind === 'choices') return JSON.stringify(values.flatMap((one) => (one?.type === 'code' ? [one.value] : [])));
  if (kind === 'date_range') return first.type === 'date' && last?.type === 'date' ? `${first.value}/${last.value}` : null;
  switch (first.type) {
    case 'yes':
      return first.value ? 'yes' : 'no';
    case 'date':
    case 'code':
    case 'id':
      return first.value;
    default:
      return null;
  }
}

/** Kinds whose value is typed as a text and read as the record's own page reads it. */
const TYPED: ReadonlySet<FieldType> = new Set(['text', 'large_text', 'address', 'phone', 'email', 'url', 'number', 'money', 'time', 'time_range']);
export const isTyped = (kind: FieldType): boolean => TYPED.has(kind);
