/** The filter in force, as words: for the chip, and for columns it leaves empty. */
import { t } from '../../i18n';
import { catalog } from '../../store';
import type { BoardFilter } from '../../ipc';
import { board } from './boardStore.svelte';
import { DOT } from './signs';

/** One entry for each thing that narrows, with the filter that no longer does. */
export type FilterPart = { readonly text: string; readonly without: BoardFilter };

export function filterParts(filter: BoardFilter = board.filter): FilterPart[] {
  const parts: FilterPart[] = [];
  if (filter.needs_action) parts.push({ text: t('narrow-needs-action'), without: { ...filter, needs_action: false } });
  for (const id of filter.labels) {
    const name = catalog.label(id)?.name;
    if (name !== undefined) parts.push({ text: t('narrow-label', { name }), without: { ...filter, labels: filter.labels.filter((one) => one !== id) } });
  }
  if (filter.status !== null && filter.status !== 'open') parts.push({ text: t(`status-${filter.status}`), without: { ...filter, status: null } });
  const owner = filter.owner === null ? undefined : catalog.colleague(filter.owner);
  if (owner) parts.push({ text: t('narrow-owner', { name: owner.name }), without: { ...filter, owner: null } });
  if (filter.text.trim() !== '') parts.push({ text: t('narrow-text', { text: filter.text.trim() }), without: { ...filter, text: '' } });
  return parts;
}

export function filterWords(): string {
  return filterParts().map((part) => part.text).join(DOT);
}
