/** Two to five records of any kind that may be the same one become one. */
import { errorText, t } from '../../i18n';
import type { ListEntity } from '../../ipc';
import { whyOff } from '../../store/guards';
import { MOST_MERGED, openMerge } from '../../store/merge.svelte';
import type { BulkTool } from './acts';

/** None for a single record. `then` runs once it is done. */
export function mergeTools(entity: ListEntity, count: number, then: () => void): BulkTool[] {
  if (count < 2) return [];
  const why = whyOff('merge') ?? (count > MOST_MERGED ? errorText({ code: 'merge_count', params: { min: 2, max: MOST_MERGED, count } }) : null);
  return [{ id: 'merge', icon: 'merge', label: t('merge-act'), first: why === null, ...(why === null ? {} : { why }), run: ({ ids }) => (openMerge(entity, ids, { then }), null) }];
}
