/** What the reports are asked for, and the names of what they count. The choice lasts as long as the window. */
import { monthShort, monthYear, number, t } from '../../i18n';
import { call, toAppError, type Report, type ReportMark, type ReportOf, type ReportOnly, type ReportPeriod, type ReportQuery, type ReportStep, type ReportUnit } from '../../ipc';
import { lendList } from '../../shared/list/lent.svelte';
import { catalog, refuse } from '../../store';

let asked = $state.raw<ReportQuery>({ of: 'deals', period: { kind: 'last_twelve_months' }, pipeline: null, currency: null });

export const query = {
  get now(): ReportQuery {
    const pipeline = asked.pipeline !== null && catalog.pipeline(asked.pipeline) ? asked.pipeline : null;
    return { ...asked, pipeline, of: catalog.settings.leads_enabled ? asked.of : 'deals' };
  },
};

export function ask(change: Partial<ReportQuery>): void {
  asked = { ...asked, ...change };
}

/** Periods with a name, in the order of the menu. */
export const PERIODS = ['last_twelve_months', 'this_quarter', 'last_quarter', 'this_year', 'last_year', 'all'] as const satisfies readonly ReportPeriod['kind'][];

/** The name of a step; `short` for axes, where the neighbours say the year. */
export function stepName(step: ReportStep, unit: ReportUnit, short = false): string {
  const year = step.to.slice(0, 4);
  if (unit === 'year') return year;
  if (unit === 'quarter') return t('report-quarter', { quarter: number(Math.ceil(Number(step.to.slice(5, 7)) / 3)), year });
  return short ? monthShort(step.to) : monthYear(step.to);
}

const NONE: Readonly<Record<ReportOnly['by'], string>> = { reason: 'report-no-reason', stage: 'stage-not-started', source: 'report-no-source' };

/** The name of a reason, stage or source; null is a row of its own. */
export function sliceName(by: ReportOnly['by'], id: string | null, pipeline: string | null): string {
  if (id === null) return t(NONE[by]);
  if (by === 'reason') return catalog.reason(id)?.description ?? '';
  if (by === 'source') return catalog.sourceName(id);
  const home = catalog.pipelines.length > 1 && pipeline === null ? catalog.pipelines.find((one) => one.stages.some((stage) => stage.id === id)) : undefined;
  const stage = catalog.stage(id)?.name ?? '';
  return home ? t('report-stage-of', { pipeline: home.name, stage }) : stage;
}

/** How many of what: "14 lost deals", "2 converted leads". */
export function countText(of: ReportOf, won: boolean, count: number): string {
  return t(`report-${won ? 'won' : 'lost'}-${of}`, { count });
}

const ALL: ReportMark = { won: null, from: null, to: null, only: null };

/** Opens the list of the records a mark counts; from there it leads back here. */
export async function openMark(mark: Partial<ReportMark>): Promise<void> {
  try {
    const list = await call('report_list', { query: query.now, mark: { ...ALL, ...mark } });
    lendList(list.query, list.sort, { view: 'reports' });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** How much more or less than in the period before. */
export function difference(now: number, before: number): { readonly text: string; readonly more: number } {
  const more = now - before;
  return { more, text: more === 0 ? t('report-same') : t(more > 0 ? 'report-up' : 'report-down', { count: number(Math.abs(more)) }) };
}

/** The period before, where anything ended in it: without that there is nothing to compare. */
export function earlier(report: Report): ReportStep | null {
  return report.before && report.before.won.count + report.before.lost.count > 0 ? report.before : null;
}

export type Chart = { readonly report: Report; readonly of: ReportOf };
