/**
 * The outcomes of deals, the same from the board, the drawer, a list or the palette: what is asked first, the command,
 * what screens draw ahead, one toast with Undo. No rule lives here: the core decides and its refusals are shown.
 */
import { call, toAppError, type Done, type DropOptions, type EndFirst, type InputOf, type Place, type ReasonChoice, type RecordRef } from '../ipc';
import { t } from '../i18n';
import { listed } from '../i18n/formats';
import type { IconName } from '../shared/icons';
import { act, changeText, refuse, tryAct, type Act } from './act.svelte';
import { ask, type Deals, type LostAnswer, type WonAnswer } from './asks.svelte';
import { catalog } from './catalog.svelte';
import { foresee, type Intent } from './foresight';
import { refusedBySwitch } from './guards';
import { openHistory } from './panels.svelte';
import { onFitting, withLeft, type Part } from './part';
import { isBoolean, preference, setPreference } from './preferences.svelte';
import { applyDone } from './revision';
import { openRecord } from './router.svelte';
import { toast, type ToastAction } from './toasts.svelte';

/** Whether turning deals into leads is confirmed each time. */
const ASK_CONVERT = 'ask-convert';
/** Whether a win is celebrated. */
export const CELEBRATE = 'celebrate';

type Notice = { readonly icon: IconName; readonly sub?: string; readonly celebrates?: boolean; readonly actions?: readonly ToastAction[] };

/** Draws ahead, writes, says what happened with Undo; on refusal everything goes back and the reason is shown. */
export async function perform<N extends Act>(intent: Intent, name: N, input: InputOf<N>, notice: Notice | ((done: Done) => Notice)): Promise<Done | null> {
  const settle = foresee(intent);
  try {
    const done = await tryAct(name, input);
    settle(done);
    if (done.change) {
      const { icon, sub, celebrates, actions } = typeof notice === 'function' ? notice(done) : notice;
      toast({ text: changeText(done.change), icon, undo: done.change.seq, ...(sub ? { sub } : {}), ...(celebrates ? { celebrates } : {}), ...(actions ? { actions } : { collapse: done.change.label }) });
    }
    return done;
  } catch (cause) {
    settle(null);
    refuse(toAppError(cause));
    return null;
  }
}

/** What the core allows these deals; null when it cannot say (the act itself will then). */
export async function optionsFor(ids: readonly string[]): Promise<DropOptions | null> {
  try {
    return await call('drop_options', { ids: [...ids] });
  } catch {
    return null;
  }
}

export type MoveTo = { readonly pipeline: string; readonly stage: string | null; readonly place: Place; readonly at?: number };

/** Puts deals into a stage, or in another place of it. */
export function moveDeals(ids: readonly string[], to: MoveTo, left = 0): Promise<Done | null> {
  const { at, ...target } = to;
  return perform({ what: 'move', ids, ...target, ...(at === undefined ? {} : { at }) }, 'move_deals', { ids: [...ids], ...target }, withLeft<Notice>({ icon: 'move' }, left));
}

/** Won: at once, unless the settings want something said first. */
export function winDeals(deals: Deals): Promise<Done | null> {
  const { policies, ask_actual } = catalog.settings;
  const asks = policies.won_reason === 'required' || policies.won_note === 'required';
  return onFitting('win', deals, (part) => (asks || (ask_actual && part.of.ids.length === 1) ? askWon(part) : win(part, NOTHING_SAID)));
}

/** Won, with its reason, its note and what it really brought. */
export const winWithDetails = (deals: Deals): Promise<Done | null> => onFitting('win', deals, askWon);

async function askWon(part: Part<Deals>): Promise<Done | null> {
  const answer = await ask('won', part.of, {});
  return answer === null ? null : win(part, answer);
}

const NOTHING_SAID: WonAnswer = { reason: null, reasonName: '', note: '', actual: null };

function win({ of: deals, left }: Part<Deals>, said: WonAnswer): Promise<Done | null> {
  const { reason, note, actual } = said;
  return perform({ what: 'leave', ids: deals.ids }, 'win_deals', { ids: [...deals.ids], reason, note, actual }, withLeft(wonNotice(deals, said), left));
}

/** A quiet ring; and, where a reason is recommended, that there is none yet. */
function wonNotice(deals: Deals, said: WonAnswer): Notice {
  const notice: Notice = { icon: 'won', celebrates: preference(CELEBRATE, true, isBoolean) };
  if (said.reasonName !== '') return { ...notice, sub: said.reasonName };
  if (catalog.settings.policies.won_reason !== 'recommended') return notice;
  const [only] = deals.ids;
  const where = deals.ids.length === 1 && only !== undefined ? only : null;
  return { ...notice, sub: t('ended-no-reason'), ...(where === null ? {} : { actions: [{ label: t('ended-say-why'), run: () => openRecord('deal', where) }] }) };
}

/** Lost, once the reason was given or left out. */
export const loseDeals = (deals: Deals): Promise<Done | null> => onFitting('lose', deals, lose);

async function lose({ of, left }: Part<Deals>): Promise<Done | null> {
  const answers = await ask('lost', of, { then: 'lose' });
  let last: Done | null = null;
  for (const answer of answers ?? []) {
    last = await perform({ what: 'leave', ids: answer.ids }, 'lose_deals', { ids: [...answer.ids], reason: answer.reason, note: answer.note }, withLeft(lostNotice(answer), answer === answers?.at(-1) ? left : 0));
    if (last === null) return null;
  }
  return last;
}

/** Lost deals and leads alike: where a reason is recommended, that there is none. */
export function lostNotice(answer: LostAnswer): Notice {
  if (answer.reasonName !== '') return { icon: 'lost', sub: answer.reasonName };
  return { icon: 'lost', ...(catalog.settings.policies.lost_reason === 'recommended' ? { sub: t('ended-no-reason') } : {}) };
}

/** Ended without outcome. */
export const closeDeals = (deals: Deals): Promise<Done | null> => onFitting('close', deals, (part) => write('close_deals', part, 'closed', true));

/** Lost deals are open again. */
export const restoreDeals = (deals: Deals): Promise<Done | null> => onFitting('restore', deals, (part) => revive('restore_deals', part, 'restore'));

/** Won and closed deals are open again. */
export const reopenDeals = (deals: Deals): Promise<Done | null> => onFitting('reopen', deals, (part) => revive('reopen_deals', part, 'folder'));

async function revive(name: 'restore_deals' | 'reopen_deals', part: Part<Deals>, icon: IconName): Promise<Done | null> {
  return refusedBySwitch('restore', part.of.ids.length) ? null : write(name, part, icon);
}

/** Set aside; the status stays. */
export const archiveDeals = (deals: Deals): Promise<Done | null> => onFitting('archive', deals, (part) => write('archive_deals', part, 'archive', true));

export const unarchiveDeals = (deals: Deals): Promise<Done | null> => onFitting('unarchive', deals, (part) => write('unarchive_deals', part, 'unarchive'));

/** Writes an act that needs nothing but ids; `leaves`: the cards are gone from the board at once. */
function write(name: 'close_deals' | 'restore_deals' | 'reopen_deals' | 'archive_deals' | 'unarchive_deals', { of: { ids }, left }: Part<Deals>, icon: IconName, leaves = false): Promise<Done | null> {
  return perform({ what: 'leave', ids: leaves ? ids : [] }, name, { ids: [...ids] }, withLeft<Notice>({ icon }, left));
}

/** To the trash; where the core wants open deals ended first, how is asked. */
export const deleteDeals = (deals: Deals): Promise<Done | null> => onFitting('delete', deals, remove);

async function remove({ of, left }: Part<Deals>): Promise<Done | null> {
  if (refusedBySwitch('delete', of.ids.length)) return null;
  const options = await optionsFor(of.ids);
  const known = options ? { ...of, totals: of.totals ?? options.selection } : of;
  let end: EndFirst | null = null;
  if (options?.delete.ask_end) {
    const chosen = await ask('end', known, { count: options.delete.count });
    if (chosen === null) return null;
    if (chosen === 'lost') {
      const [answer] = (await ask('lost', known, { then: 'delete' })) ?? [];
      if (!answer) return null;
      end = endLost(answer);
    } else end = chosen;
  }
  return perform({ what: 'leave', ids: of.ids }, 'delete_deals', { ids: [...of.ids], end }, withLeft<Notice>({ icon: 'trash' }, left));
}

function endLost(answer: LostAnswer): EndFirst {
  const reason: ReasonChoice | null = answer.reason;
  return { how: 'lost', reason, note: answer.note };
}

/** Parked as leads, confirmed once unless the user does not want to be asked and nobody is left out; from a list always. */
export async function convertDeals(deals: Deals): Promise<Done | null> {
  if (refusedBySwitch('convert', deals.ids.length)) return null;
  const input = { ids: [...deals.ids], from_list: deals.fromList === true, reuse: false };
  try {
    const preview = await call('convert_preview', input);
    if (input.from_list) {
      const answer = await ask('convert', deals, { preview, ...(deals.found && deals.found > deals.ids.length ? { over: deals.found } : {}), run: (reuse, task) => runConversion({ ...input, reuse }, task) });
      return answer?.done ?? null;
    }
    const silent = preview.left_out.length === 0 && preview.existing.length === 0 && !asksBeforeConvert();
    if (!silent) {
      const answer = await ask('convert', deals, { preview });
      if (answer === null) return null;
      input.reuse = answer.reuse;
    }
    const leftOut = new Set(preview.left_out.map((one) => one.record.id));
    const going = deals.ids.filter((id) => !leftOut.has(id));
    return await perform({ what: 'leave', ids: going }, 'convert_to_leads', input, (done) => convertNotice(done, preview.left_out.length, silent ? preview.formulas : []));
  } catch (cause) {
    refuse(toAppError(cause));
    return null;
  }
}

/** Runs a conversion from a list; what came of it is kept with the history. */
async function runConversion(convert: InputOf<'convert_preview'>, task: string): Promise<Done> {
  const { done, job } = await call('convert_run', { task, convert });
  applyDone(done);
  if (done.change) {
    const sub = job.left_out.length > 0 ? { sub: t('convert-left-out', { count: job.left_out.length }) } : {};
    toast({ text: changeText(done.change), icon: 'inbox', undo: done.change.seq, ...sub, actions: [{ label: t('job-show'), run: () => openHistory('jobs') }] });
  }
  return done;
}

/** Where nothing was asked, the notice says whose values stay behind: who wants no question still hears of it. */
function convertNotice(done: Done, leftOut: number, formulas: readonly string[]): Notice {
  const lead = done.created.length === 1 ? done.created.find((one) => one.kind === 'lead') : undefined;
  return {
    icon: 'inbox',
    ...(leftOut > 0 ? { sub: t('convert-left-out', { count: leftOut }) } : formulas.length > 0 ? { sub: t('convert-formulas-notice', { count: formulas.length, names: listed(formulas) }) } : {}),
    ...(lead ? { actions: [{ label: t('convert-view'), run: () => openRecord('lead', lead.id) }] } : {}),
  };
}

/** Whether "Do not ask again" was ticked; and ticking it. */
export function asksBeforeConvert(): boolean {
  return preference(ASK_CONVERT, true, isBoolean);
}

export function setAsksBeforeConvert(value: boolean): void {
  setPreference(ASK_CONVERT, value);
}

/** Out of the trash. Deals that had become leads are then there twice: whether the leads stay is asked. */
export async function recover(records: readonly RecordRef[], left = 0): Promise<Done | null> {
  const done = await act('recover', { records: records.map(({ kind, id }) => ({ kind, id })) }, withLeft<Notice>({ icon: 'undo' }, left));
  const deals = records.filter((one) => one.kind === 'deal').map((one) => one.id);
  if (done === null || deals.length === 0) return done;
  try {
    const { leads } = await call('left_leads', { ids: deals });
    if (leads.length === 0) return done;
    const answer = await ask('leads', { ids: deals }, { leads });
    if (answer === 'remove') await act('delete_leads', { ids: leads.map((one) => one.id) }, { icon: 'trash' });
  } catch {
    // The leads stay, as they would have.
  }
  return done;
}

export const recoverDeals = (deals: Deals): Promise<Done | null> => onFitting('recover', deals, ({ of, left }) => recover(of.ids.map((id) => ({ kind: 'deal', id })), left));

/** Asks where to, then goes there: a stage of any pipeline, or Leads, which take others than a stage does. */
export const pickMove = (deals: Deals): Promise<Done | null> => onFitting('move', deals, (part) => move(deals, part));

async function move(deals: Deals, { of, left }: Part<Deals>): Promise<Done | null> {
  const options = await optionsFor(of.ids);
  const answer = await ask('move', options ? { ...of, totals: of.totals ?? options.selection } : of, { options });
  if (answer === null) return null;
  if (answer.to === 'leads') return convertDeals(deals);
  return moveDeals(of.ids, { pipeline: answer.pipeline, stage: answer.stage, place: { at: 'top' } }, left);
}

/** Calls a deal something else. Answers the refusal's words through a toast. */
export function renameDeal(id: string, title: string): Promise<Done | null> {
  return perform({ what: 'title', id, title }, 'update_deal', { id, changes: [{ field: 'title', value: title }] }, { icon: 'edit' });
}
