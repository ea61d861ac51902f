/** What rows can be grouped by: each groupable field, days in stretches of a length. */
import type { Grain, GroupBy, ListField } from '../../ipc';

/** The stretches days are grouped in, the shortest first. */
export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];
const USUAL: Grain = 'month';

/** `by` is what choosing the field does; with a grain there, `ways` are the others. */
export type GroupChoice = { readonly id: string; readonly field: ListField; readonly by: GroupBy; readonly ways: readonly GroupBy[] };

export function groupsOf(fields: readonly ListField[]): GroupChoice[] {
  return fields
    .filter((field) => field.groupable)
    .map((field): GroupChoice => {
      const days = field.kind === 'date' || field.kind === 'instant';
      const by = (grain: Grain | null): GroupBy => ({ field: field.key, grain });
      return { id: field.key, field, by: by(days ? USUAL : null), ways: days ? GRAINS.map(by) : [] };
    })
    .sort((a, b) => Number(a.ways.length > 0) - Number(b.ways.length > 0));
}

/** How a field is grouped now; null where the rows are grouped by another one, or not at all. A grain that is not said is the usual one. */
export function groupedBy(choice: GroupChoice, now: GroupBy | null): GroupBy | null {
  if (now?.field !== choice.by.field) return null;
  return { field: now.field, grain: now.grain ?? choice.by.grain };
}
