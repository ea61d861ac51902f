/** Names of records that conditions name by id: short lists from the catalog, contacts remembered or asked for. */
import { call, type RecordKind } from '../../ipc';
import { t } from '../../i18n';
import { catalog } from '../../store/catalog.svelte';
import type { Choice } from '../choices';
import { searchContacts } from '../record/parties';

let contacts = $state.raw<ReadonlyMap<string, string>>(new Map());
const asked = new Set<string>();

/** Remembers what somebody is called. */
export function noteName(id: string, name: string): void {
  if (contacts.get(id) !== name) contacts = new Map([...contacts, [id, name]]);
}

async function askName(kind: 'organization' | 'person', id: string): Promise<void> {
  asked.add(id);
  try {
    noteName(id, kind === 'organization' ? (await call('organization_detail', { id })).organization.name : (await call('person_detail', { id })).person.name);
  } catch {
    // Gone for good: its id finds nothing any more.
    noteName(id, t('field-gone'));
  }
}

/** The name of a record. Reactive: a contact's may come later. */
export function nameOf(kind: RecordKind | null, id: string): string {
  switch (kind) {
    case 'stage':
      return catalog.stage(id)?.name ?? '';
    case 'pipeline':
      return catalog.pipeline(id)?.name ?? '';
    case 'label':
      return catalog.label(id)?.name ?? '';
    case 'close_reason':
      return catalog.reason(id)?.description ?? '';
    case 'source':
      return catalog.sourceName(id);
    case 'product':
      return catalog.product(id)?.name ?? '';
    case 'colleague':
      return catalog.colleague(id)?.name ?? '';
    case 'organization':
    case 'person': {
      const name = contacts.get(id);
      if (name === undefined && !asked.has(id)) queueMicrotask(() => !asked.has(id) && void askName(kind, id));
      return name ?? '…';
    }
    default:
      return '';
  }
}

type Choices = readonly Choice[] | ((text: string) => Promise<readonly Choice[]>);

/** The same where a value is given: what is out of use is no longer offered, but the one that stands there stays. */
export function offeredOf(kind: RecordKind | null, now: string | null): Choices {
  const all = choicesOf(kind);
  if (typeof all === 'function') return all;
  if (kind === 'close_reason') return all.filter((one) => one.value === now || catalog.reason(one.value)?.active);
  return kind === 'colleague' ? catalog.owners(now) : all;
}

/** What a field that names records can be compared with: a short list, or a search of the core. */
export function choicesOf(kind: RecordKind | null): Choices {
  switch (kind) {
    case 'stage':
      return catalog.pipelines.flatMap((pipeline) => pipeline.stages.map((stage) => ({ value: stage.id, label: stage.name, ...(catalog.pipelines.length > 1 ? { note: pipeline.name } : {}) })));
    case 'pipeline':
      return catalog.pipelines.map(({ id, name }) => ({ value: id, label: name }));
    case 'label':
      return catalog.labels.map(({ id, name }) => ({ value: id, label: name }));
    case 'close_reason':
      return catalog.reasons.map((one) => ({ value: one.id, label: one.description, note: t(`field-reason-${one.kind}`) }));
    case 'source':
      return catalog.sourceChoices;
    case 'product':
      return catalog.productChoices;
    case 'colleague':
      return catalog.colleagues.map(({ id, name }) => ({ value: id, label: name }));
    case 'organization':
    case 'person':
      return async (text) => {
        const found = await searchContacts(kind)(text);
        for (const one of found) noteName(one.value, one.label);
        return found;
      };
    default:
      return [];
  }
}
