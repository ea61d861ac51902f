/** Doing things: one call, the change applied once, one toast with Undo, or the reason why not. */
import { untrack } from 'svelte';
import { call, toAppError, type AppError, type ChangeRef, type CommandMap, type CommandName, type Done, type InputOf } from '../ipc';
import { changeSentence, errorText, t } from '../i18n';
import type { IconName } from '../shared/icons';
import { applyDone, onChange } from './revision';
import { dismiss, forgetUndo, toast, toasts, type ToastAction } from './toasts.svelte';

/** Commands that answer `Done`. */
export type Act = { [N in CommandName]: CommandMap[N] extends { output: Done } ? N : never }[CommandName];

export type ActOptions = {
  /** false: silent on success (an edit in place shows itself). */
  readonly toast?: boolean;
  readonly icon?: IconName;
  /** A line below what happened. */
  readonly sub?: string;
  /** More buttons beside Undo. */
  readonly actions?: readonly ToastAction[];
  /** true: a refusal is answered as null without a toast; the caller shows it. */
  readonly quiet?: boolean;
};

/** Notices of this word offer Redo. */
const UNDONE = 'undone';

const steps = $state<{ undo: ChangeRef | null; redo: ChangeRef | null }>({ undo: null, redo: null });

export const undoSteps = {
  get undo(): ChangeRef | null {
    return steps.undo;
  },
  get redo(): ChangeRef | null {
    return steps.redo;
  },
};

export function setUndoSteps(undo: ChangeRef | null, redo: ChangeRef | null): void {
  steps.undo = undo;
  steps.redo = redo;
  // Nothing to do again: a notice that offers it has had its time.
  if (redo === null) for (const one of untrack(() => toasts.list)) if (one.collapse === UNDONE) dismiss(one.key);
}

/** Keeps the steps right whoever made the change. Call once at start. */
export function followUndoSteps(): () => void {
  return onChange((change) => {
    if (change.done) setUndoSteps(change.done.undo, change.done.redo);
  });
}

/** What a change is called: `change-<label>` with its counts and names. */
export function changeText(change: ChangeRef): string {
  return changeSentence(change.label, change.params);
}

/** Says why something was not done. */
export function refuse(error: AppError): void {
  refuseWith(errorText(error), error.code === 'internal' ? error.detail : undefined);
}

/** The same, where the reason is known in words. */
export function refuseWith(why: string, sub?: string | null): void {
  toast({ text: why, ...(sub ? { sub } : {}), icon: 'warning', tone: 'bad' });
}

/** Says what was done, with Undo. */
export function tell({ change }: Done, options: Pick<ActOptions, 'icon' | 'actions' | 'sub'> = {}): void {
  if (!change) return;
  const { icon = 'check', sub, actions } = options;
  toast({ text: changeText(change), icon, undo: change.seq, ...(sub ? { sub } : {}), ...(actions ? { actions } : { collapse: change.label }) });
}

/** Does one thing. Answers null when the core refused; the user was told. */
export async function act<N extends Act>(name: N, input: InputOf<N>, options: ActOptions = {}): Promise<Done | null> {
  try {
    const done = await tryAct(name, input);
    if (options.toast !== false) tell(done, options);
    return done;
  } catch (cause) {
    if (options.quiet !== true) refuse(toAppError(cause));
    return null;
  }
}

/** The same, throwing the refusal: for forms that show it beside the field. */
export async function tryAct<N extends Act>(name: N, input: InputOf<N>): Promise<Done> {
  const answer: unknown = await (call as (name: Act, input: unknown) => Promise<unknown>)(name, input);
  const done = answer as Done;
  applyDone(done);
  return done;
}

/** Ctrl+Z: takes back the last step, whatever it was. */
export async function undoLast(): Promise<void> {
  const step = steps.undo;
  if (!step) return void toast({ text: t('error-nothing_to_undo'), icon: 'info' });
  const done = await act('undo', {}, { toast: false });
  if (!done) return;
  forgetUndo(step.seq);
  toast({ text: t('toast-undone'), sub: changeText(step), icon: 'undo', collapse: UNDONE, actions: [{ label: t('act-redo'), keys: 'mod+shift+z', run: redoLast }] });
}

/** Ctrl+Shift+Z. */
export async function redoLast(): Promise<void> {
  const step = steps.redo;
  if (!step) return void toast({ text: t('error-nothing_to_redo'), icon: 'info' });
  const done = await act('redo', {}, { toast: false });
  if (done) toast({ text: t('toast-redone'), sub: changeText(step), icon: 'redo', ...(done.change ? { undo: done.change.seq } : {}) });
}

/** Undo of a toast: the newest of its steps, then the next one. */
export async function undoFromToast(key: number): Promise<void> {
  const seq = toasts.list.find((one) => one.key === key)?.undo.at(-1);
  if (seq === undefined) return dismiss(key);
  const done = steps.undo?.seq === seq ? await act('undo', {}, { toast: false }) : await act('undo_change', { seq }, { toast: false });
  if (done) forgetUndo(seq);
}
