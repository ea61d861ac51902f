/** Which cards an act from a key, a menu or the bar is about: the selection, else the focused card. */
import { call, toAppError, type DealChange, type LabelInput, type NewActivity, type QuickText } from '../../ipc';
import { act, refuse } from '../../store';
import type { Deals } from '../../store/asks.svelte';
import { placeOf } from './boardStore.svelte';
import { currentSpot } from './focus.svelte';
import { handleOf } from './handles';
import { chosenIds, isChosen, selection, titlesOf } from './selection.svelte';

/** Deals with what the board knows of them. */
export function dealsFor(ids: readonly string[]): Deals {
  const only = ids.length === 1 ? placeOf(ids[0] ?? '') : null;
  const anchor = only ? (handleOf(only.cell.key)?.element(only.card.id) ?? null) : null;
  return {
    ids,
    ...(only ? { title: only.card.title, value: only.card.value, anchor } : {}),
    titles: titlesOf(ids),
    totals: ids.length === selection.size && ids.every(isChosen) ? selection.totals : null,
  };
}

/** The ids meant: the selection, else the focused card; none when there is neither. */
export function subjectIds(): string[] {
  if (selection.size > 0) return chosenIds();
  const spot = currentSpot();
  return spot?.id && placeOf(spot.id) ? [spot.id] : [];
}

export function subject(): Deals | null {
  const ids = subjectIds();
  return ids.length === 0 ? null : dealsFor(ids);
}

/** The close date of one or several deals: one step, which one Ctrl+Z takes back for all of them. */
export async function setCloseDate(ids: readonly string[], day: string | null): Promise<void> {
  const set: DealChange[] = [{ field: 'expected_close', value: day }];
  const [id] = ids;
  if (id === undefined) return;
  // A single deal is named by its notice and its history, which a bulk edit would not say as well.
  if (ids.length === 1) await act('update_deal', { id, changes: set }, { icon: 'calendar' });
  else await act('bulk_edit', { ids: [...ids], changes: { entity: 'deal', set }, add_labels: [], remove_labels: [] }, { icon: 'calendar' });
}

/** Adds or takes off labels. */
export async function changeLabels(change: Pick<LabelInput, 'deals' | 'add' | 'remove'>): Promise<void> {
  await act('set_labels', { ...change, leads: [] }, { icon: 'label' });
}

/** The same next step on one or several deals, as one step back. */
export async function planActivity(ids: readonly string[], plan: Omit<NewActivity, 'on' | 'also'>): Promise<void> {
  const [on, ...also] = ids.map((id) => ({ kind: 'deal' as const, id }));
  if (on) await act('add_activity', { ...plan, on, also }, { icon: 'calendar-plus' });
}

/** The order of a pipeline's cards: a choice that is undone like any other. */
export async function setSort(pipeline: string, sort: 'hand' | 'urgency' | 'value' | 'date' | 'title'): Promise<void> {
  await act('update_pipeline', { id: pipeline, changes: [{ field: 'sort', value: sort }] }, { icon: 'sort' });
}

/** A line taken apart by the core while it is typed; null when it cannot say. */
export async function readLine(text: string, locale: string): Promise<QuickText | null> {
  try {
    return await call('quick_text', { text, locale });
  } catch (cause) {
    refuse(toAppError(cause));
    return null;
  }
}
