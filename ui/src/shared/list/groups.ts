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

/** Fields that lists are grouped by most of the time, and days likewise. */
const COMMON: ReadonlySet<string> = new Set(['stage', 'pipeline', 'status', 'organization', 'person', 'activity_state', 'labels', 'owner', 'job_title', 'industry', 'city', 'country']);
const COMMON_DAYS: ReadonlySet<string> = new Set(['expected_close', 'created_at', 'ended_at']);
/** So few more need no fold. */
const FEW = 3;

export type GroupParts = { readonly common: readonly GroupChoice[]; readonly days: readonly GroupChoice[]; readonly more: readonly GroupChoice[] };

/** The same choices as a menu shows them: what is common, a few days, the rest and the user's own fields behind a fold. */
export function groupParts(choices: readonly GroupChoice[]): GroupParts {
  const days = choices.filter((choice) => COMMON_DAYS.has(choice.id));
  const common = choices.filter((choice) => COMMON.has(choice.id));
  const more = choices.filter((choice) => !days.includes(choice) && !common.includes(choice));
  if (more.length > FEW) return { common, days, more };
  const isDay = (choice: GroupChoice): boolean => choice.ways.length > 0;
  return { common: choices.filter((choice) => !isDay(choice)), days: choices.filter(isDay), more: [] };
}

/** How a field is grouped now; null where the rows are grouped by another one, or not at all. A grain that is not said is the usual one. */
export function groupedBy(choice: GroupChoice, now: GroupBy | null): GroupBy | null {
  if (now?.field !== choice.by.field) return null;
  return { field: now.field, grain: now.grain ?? choice.by.grain };
}
