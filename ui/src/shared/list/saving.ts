/** Writing one field of one record, as its own page does. */
import type { InputOf, ListEntity, ListField, Money } from '../../ipc';
import type { Act } from '../../store/act.svelte';
import { ownId } from '../ownField';
import { attempt } from '../record/attempt';

const UPDATES = { deal: 'update_deal', lead: 'update_lead', person: 'update_person', organization: 'update_organization' } as const satisfies Record<ListEntity, Act>;

/** An own field's value in the form the core keeps it. */
function keptForm(field: ListField, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field.kind === 'money') {
    const { minor, currency } = value as Money;
    return `${minor} ${currency}`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The change of a field, in the words of its record's own update. */
export function changeOf(field: ListField, value: unknown): { field: string; value: unknown } {
  const own = ownId(field.key);
  if (own !== null) return { field: 'custom', value: { custom: own, value: keptForm(field, value) } };
  const party = field.of === 'organization' || field.of === 'person';
  return { field: field.key, value: party && typeof value === 'string' ? { by: 'id', value } : value };
}

/** Answers nothing, or the words of a refusal. */
export function saveCell(entity: ListEntity, id: string, field: ListField, value: unknown): Promise<string | undefined> {
  const name = UPDATES[entity];
  return attempt(name, { id, changes: [changeOf(field, value)] } as unknown as InputOf<typeof name>);
}
