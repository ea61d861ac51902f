/** What rows can be grouped by: each groupable field, days by month. */
import type { GroupBy, ListField } from '../../ipc';

export type GroupChoice = { readonly id: string; readonly field: ListField; readonly by: GroupBy };

export function groupsOf(fields: readonly ListField[]): GroupChoice[] {
  return fields
    .filter((field) => field.groupable)
    .map((field): GroupChoice => {
      const grain = field.kind === 'date' || field.kind === 'instant' ? 'month' : null;
      return { id: field.key, field, by: { field: field.key, grain } };
    })
    .sort((a, b) => Number(a.by.grain !== null) - Number(b.by.grain !== null));
}
