/**
 * An act on several records that fits only some of them: it is done to these, as one step, and the others stay as they
 * were. Which ones the core says; nothing here decides. One record alone goes as it is, and the core says why not.
 */
import { call, type RecordAct } from '../ipc';
import { t } from '../i18n';
import type { Deals } from './asks.svelte';

/** `left`: how many an act does not fit. */
export type Part<T> = { readonly of: T; readonly left: number };

/** The ids an act fits; all of them where it fits none, so that the core refuses by name. */
export async function fittingLeads(act: RecordAct, ids: readonly string[]): Promise<Part<readonly string[]>> {
  const fitting = await fittingIds('lead', act, ids);
  return fitting === null ? { of: ids, left: 0 } : { of: fitting.ids, left: ids.length - fitting.ids.length };
}

/** Runs an act on those of several deals that it fits, with what these count for; on a single one at once, in the same frame. */
export function onFitting<T>(act: RecordAct, deals: Deals, run: (part: Part<Deals>) => Promise<T>): Promise<T> {
  return deals.ids.length < 2 ? run({ of: deals, left: 0 }) : fittingDeals(act, deals).then(run);
}

async function fittingDeals(act: RecordAct, deals: Deals): Promise<Part<Deals>> {
  const fitting = await fittingIds('deal', act, deals.ids);
  if (fitting === null) return { of: deals, left: 0 };
  const { ids, totals } = fitting;
  const [only] = ids;
  const title = only !== undefined && ids.length === 1 ? deals.titles?.get(only) : undefined;
  return { of: { ...deals, ids, totals, ...(title === undefined ? {} : { title }) }, left: deals.ids.length - ids.length };
}

/** Null where nothing is to be left out: of one, of all, of none, or where the core cannot say (the act itself will then). */
async function fittingIds(kind: 'deal' | 'lead', act: RecordAct, ids: readonly string[]): ReturnType<typeof asked> {
  if (ids.length < 2) return null;
  const fitting = await asked(kind, act, ids);
  return fitting === null || fitting.ids.length === 0 || fitting.ids.length === ids.length ? null : fitting;
}

async function asked(kind: 'deal' | 'lead', act: RecordAct, ids: readonly string[]) {
  try {
    return await call('fitting', { kind, act, ids: [...ids] });
  } catch {
    return null;
  }
}

/** A notice that also says how many stayed as they were. */
export function withLeft<N extends { readonly sub?: string }>(notice: N, left: number): N {
  if (left === 0) return notice;
  return { ...notice, sub: [notice.sub, t('act-left', { count: left })].filter((part) => part !== undefined).join(' · ') };
}
