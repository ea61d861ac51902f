/**
 * What may be dropped where: looked up in the core's `drop_options`, asked once at lift.
 * No rule lives here. Before the answer is there everything looks allowed and the core decides at the drop.
 */
import type { DropOptions, Refusal, StageDrop, Totals } from '../../ipc';
import { minus, plus } from './totals';

/** What a card in hand can hang over. */
export type Target =
  | { readonly on: 'stage'; readonly pipeline: string; readonly stage: string | null }
  | { readonly on: 'won' | 'lost' | 'delete' | 'leads' };

/** A column's totals as they would be, with what changes. */
export type Prediction = { readonly now: Totals; readonly then: Totals; readonly change: Totals; readonly gains: boolean };

export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.on === 'stage' && b.on === 'stage') return a.pipeline === b.pipeline && a.stage === b.stage;
  return a.on === b.on;
}

function stageDrop(options: DropOptions, pipeline: string, stage: string | null): StageDrop | undefined {
  return options.stages.find((one) => one.pipeline === pipeline && one.stage === stage);
}

/** Why a target refuses, or null when it takes the deals. */
export function refusalOf(options: DropOptions | null, target: Target): Refusal | null {
  if (options === null) return null;
  if (target.on === 'stage') return stageDrop(options, target.pipeline, target.stage)?.refusal ?? null;
  return options[target.on].refusal;
}

/** How many of the deals a zone takes, when that is fewer than all. */
export function partOf(options: DropOptions | null, target: Target): number | null {
  if (options === null || target.on === 'stage') return null;
  const { count } = options[target.on];
  return count < options.selection.count ? count : null;
}

/** What a zone would take counts for. */
export function takenBy(options: DropOptions, zone: Exclude<Target['on'], 'stage'>): Totals {
  return options[zone].part?.totals ?? options.selection;
}

/** Whether the drop changes a stage at all, or only the order in it. */
export function arrivingAt(options: DropOptions | null, pipeline: string, stage: string | null): Totals | null {
  return options === null ? null : (stageDrop(options, pipeline, stage)?.arriving ?? null);
}

/** What a column would show while the cards hang over `target`; null when nothing changes for it. */
export function predict(options: DropOptions | null, now: Totals, pipeline: string, stage: string | null, target: Target | null): Prediction | null {
  if (options === null || target === null || refusalOf(options, target) !== null) return null;
  if (sameTarget(target, { on: 'stage', pipeline, stage })) {
    const change = arrivingAt(options, pipeline, stage);
    return change === null || change.count === 0 ? null : { now, then: plus(now, change), change, gains: true };
  }
  // A zone that takes some of the cards leaves the others where they stand.
  const leaving = (target.on === 'stage' ? null : options[target.on].part?.leaving) ?? options.leaving;
  const change = leaving.find((one) => one.pipeline === pipeline && one.stage === stage)?.totals;
  return change === undefined || change.count === 0 ? null : { now, then: minus(now, change), change, gains: false };
}
