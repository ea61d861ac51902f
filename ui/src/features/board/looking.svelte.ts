/** The search of deals as the board knows it: the same that drives the list. */
import type { BoardFilter, DealStatus, Preset } from '../../ipc';
import { fieldsOf } from '../../shared/list/fields.svelte';
import { searchOf, type Search } from '../../shared/list/search.svelte';
import { conditionText, filterWords, presetText } from '../../shared/list/words';
import { t } from '../../i18n';
import { NO_FILTER } from '../../store';
import { DOT } from './signs';

/** What needs action: its next activity is overdue, due today or missing. */
const ACTION: readonly Preset[] = [{ name: 'activity_late' }, { name: 'activity_today' }, { name: 'activity_none' }];

const deals = (): Search => searchOf('deal');

/** What narrows the board. Just "My pipeline" is the plain board, whose totals cost nothing. */
export function boardFilter(): BoardFilter {
  const search = deals();
  return search.untouched ? NO_FILTER : { ...NO_FILTER, query: { ...search.query, pipeline: null } };
}

/** The one status the board shows; null where it shows several. */
export function shownStatus(search: Search): DealStatus | null {
  if (search.shows('mine')) return 'open';
  return (['open', 'won', 'lost', 'closed'] as const).find((status) => search.shows(status)) ?? null;
}

export function showOnly(status: 'won' | 'lost'): void {
  const search = deals();
  search.only(search.shows(status) ? search.first.presets : [{ name: status }]);
}

export const needsAction = (): boolean => ACTION.every((preset) => deals().has(preset));

export function toggleAction(): void {
  const search = deals();
  const rest = search.looked.presets.filter((one) => !ACTION.some((preset) => preset.name === one.name));
  search.only(needsAction() ? rest : [...rest, ...ACTION]);
}

export const clearLooking = (): void => deals().clear();

/** The filter in force, as words: for columns it leaves empty. */
export function lookingWords(): string {
  const { looked } = deals();
  const fields = fieldsOf('deal');
  return [
    ...looked.presets.map((preset) => presetText('deal', preset)),
    ...looked.filter.all.map((condition) => conditionText(condition, fields)),
    ...(looked.filter.any.length > 0 ? [filterWords(looked.filter.any, fields)] : []),
    ...(looked.text === '' ? [] : [t('narrow-text', { text: looked.text })]),
  ].join(DOT);
}
