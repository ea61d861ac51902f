/** Writing one field of one record, as its own page does. */
import type { InputOf, ListEntity, ListField } from '../../ipc';
import type { Act } from '../../store/act.svelte';
import { ownId } from '../ownField';
import { attempt } from '../record/attempt';

const UPDATES = { deal: 'update_deal', lead: 'update_lead', person: 'update_person', organization: 'update_organization' } as const satisfies Record<ListEntity, Act>;

/** The change of a field, in the words of its record's own update. The value of an own field comes as the core keeps it. */
export function changeOf(field: ListField, value: unknown): { field: string; value: unknown } {
  const own = ownId(field.key);
  if (own !== null) return { field: 'custom', value: { custom: own, value: value ?? null } };
  const party = field.of === 'organization' || field.of === 'person';
  return { field: field.key, value: party && typeof value === 'string' ? { by: 'id', value } : value };
}

/** Answers nothing, or the words of a refusal. */
export function saveCell(entity: ListEntity, id: string, field: ListField, value: unknown): Promise<string | undefined> {
  const name = UPDATES[entity];
  return attempt(name, { id, changes: [changeOf(field, value)] } as unknown as InputOf<typeof name>);
}
