/** The fields of each kind of record, as the core tells them: read once, and again when the user changes their own. */
import { call, type ListEntity, type ListField, type Preset, type PresetName } from '../../ipc';
import { t } from '../../i18n';
import { concerns, onChange } from '../../store/revision';
import { newest } from '../newest';

let presets = $state.raw<ReadonlyMap<ListEntity, readonly PresetName[]>>(new Map());
let known = $state.raw<ReadonlyMap<ListEntity, readonly ListField[]>>(new Map());
const asked = new Set<ListEntity>();
const asks: Record<ListEntity, () => () => boolean> = { deal: newest(), lead: newest(), organization: newest(), person: newest() };
let following = false;

async function read(entity: ListEntity): Promise<void> {
  asked.add(entity);
  const still = asks[entity]();
  try {
    const { fields, presets: names } = await call('list_fields', { entity });
    if (!still()) return;
    presets = new Map([...presets, [entity, names]]);
    known = new Map([...known, [entity, fields]]);
  } catch {
    // The list itself says what is wrong; the next look asks again.
    if (still()) asked.delete(entity);
  }
}

function follow(): void {
  if (following) return;
  following = true;
  onChange((change) => {
    if (concerns(change, ['custom_field', 'pipeline', 'stage', 'label', 'close_reason', 'source', 'product', 'colleague'])) for (const entity of asked) void read(entity);
  });
}

/** The fields of a kind; empty until the core answered. Reactive. */
export function fieldsOf(entity: ListEntity): readonly ListField[] {
  const fields = known.get(entity);
  if (fields) return fields;
  if (!asked.has(entity)) queueMicrotask(() => loadFields(entity));
  return [];
}

/** Asks for the fields of a kind unless they are known. */
export function loadFields(entity: ListEntity): void {
  follow();
  if (!asked.has(entity)) void read(entity);
}

export function fieldOf(fields: readonly ListField[], key: string): ListField | undefined {
  return fields.find((field) => field.key === key);
}

/** What a field is called: the user's own by its name, ours translated. */
export function fieldName(field: Pick<ListField, 'key' | 'name'>): string {
  return field.name ?? t(`field-${field.key}`);
}

/** Families of ready filters, each with a line below it. */
const FAMILIES: readonly (readonly PresetName[])[] = [
  ['mine', 'open', 'won', 'lost', 'closed', 'archived', 'deleted'],
  ['rotting', 'activity_late', 'activity_today', 'activity_future', 'activity_none', 'customers', 'open_deals', 'unseen'],
  ['created', 'ended'],
];

/** The ready filters of a kind, by families. Reactive. */
export function presetsOf(entity: ListEntity): readonly (readonly Preset[])[] {
  const names = presets.get(entity) ?? [];
  const made = (name: PresetName): Preset[] => (name === 'created' || name === 'ended' ? [{ name, period: { is: 'this_month' } }, { name, period: { is: 'this_year' } }] : [{ name }]);
  return FAMILIES.map((family) => family.filter((name) => names.includes(name)).flatMap(made)).filter((family) => family.length > 0);
}
