/** The short lists every screen draws from: pipelines, stages, labels, reasons, sources, settings. */
import { call, type Catalog, type CloseReason, type Colleague, type CustomField, type Label, type Pipeline, type Product, type RecordKind, type Settings, type Source, type Stage } from '../ipc';
import { setHomeCurrency, t } from '../i18n';
import { newest } from '../shared/newest';

const EMPTY: Catalog = {
  settings: {
    profile_name: '', profile_email: '', home_currency: 'EUR', leads_enabled: true, delete_ended_only: true, rot_calendar_days: false, trash_days: 30, profile_initials: '', ask_actual: false,
    policies: { lost_reason: 'recommended', lost_note: 'recommended', won_reason: 'recommended', won_note: 'optional' },
    guards: { convert: true, delete: true, batch_delete: true, merge: true, mass_restore: true },
  },
  pipelines: [],
  labels: [],
  reasons: [],
  sources: [],
  colleagues: [],
  products: [],
  fields: [],
};

/** Changes of these kinds make the catalog stale. */
const KINDS: ReadonlySet<RecordKind> = new Set<RecordKind>(['pipeline', 'stage', 'label', 'close_reason', 'source', 'product', 'colleague', 'custom_field', 'setting']);

let lists = $state.raw<Catalog>(EMPTY);
const byId = <T extends { id: string }>(rows: readonly T[]): ReadonlyMap<string, T> => new Map(rows.map((row) => [row.id, row]));
const labels = $derived(byId(lists.labels));
const pipelines = $derived(byId(lists.pipelines));
const stages = $derived(byId(lists.pipelines.flatMap((pipeline) => pipeline.stages)));
const reasons = $derived(byId(lists.reasons));
const sources = $derived(byId(lists.sources));
const colleagues = $derived(byId(lists.colleagues));
const products = $derived(byId(lists.products));

/** Reactive readings of the catalog. */
export const catalog = {
  get settings(): Settings {
    return lists.settings;
  },
  get pipelines(): readonly Pipeline[] {
    return lists.pipelines;
  },
  get labels(): readonly Label[] {
    return lists.labels;
  },
  get reasons(): readonly CloseReason[] {
    return lists.reasons;
  },
  get sources(): readonly Source[] {
    return lists.sources;
  },
  get sourceChoices(): { value: string; label: string }[] {
    return lists.sources.map(({ id }) => ({ value: id, label: catalog.sourceName(id) }));
  },
  /** Everybody who was ever named, also who is gone. */
  get colleagues(): readonly Colleague[] {
    return lists.colleagues;
  },
  /** What an owner is chosen from: who is here, and who is named already. */
  owners(now: string | null): { value: string; label: string }[] {
    return lists.colleagues.filter((one) => one.active || one.id === now).map((one) => ({ value: one.id, label: one.name }));
  },
  get products(): readonly Product[] {
    return lists.products;
  },
  get productChoices(): { value: string; label: string; note?: string }[] {
    return lists.products.map((one) => ({ value: one.id, label: one.name, ...(one.code ? { note: one.code } : {}) }));
  },
  get fields(): readonly CustomField[] {
    return lists.fields;
  },
  pipeline: (id: string): Pipeline | undefined => pipelines.get(id),
  stage: (id: string): Stage | undefined => stages.get(id),
  label: (id: string): Label | undefined => labels.get(id),
  reason: (id: string): CloseReason | undefined => reasons.get(id),
  colleague: (id: string): Colleague | undefined => colleagues.get(id),
  product: (id: string): Product | undefined => products.get(id),
  /** A source's name as shown: ours are translated, the user's own are theirs. */
  sourceName(id: string | null): string {
    const source = id === null ? undefined : sources.get(id);
    if (!source) return '';
    return source.builtin ? t(`source-${source.builtin}`) : source.name;
  },
};

export function setCatalog(next: Catalog): void {
  lists = next;
  setHomeCurrency(next.settings.home_currency);
}

const ask = newest();

/** Reads the lists again. */
export async function reloadCatalog(): Promise<void> {
  const still = ask();
  const next = await call('catalog');
  if (still()) setCatalog(next);
}

/** Whether a change of these records makes the catalog stale. */
export function staleBy(kinds: Iterable<RecordKind>): boolean {
  for (const kind of kinds) if (KINDS.has(kind)) return true;
  return false;
}
