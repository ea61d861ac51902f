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

const steps = $state<{ undo: ChangeRef | null; redo: ChangeRef | null; waiting: number }>({ undo: null, redo: null, waiting: 0 });

export const undoSteps = {
  get undo(): ChangeRef | null {
    return steps.undo;
  },
  get redo(): ChangeRef | null {
    return steps.redo;
  },
  /** A step back or forth is not answered yet: buttons that would ask for another wait. */
  get busy(): boolean {
    return steps.waiting > 0;
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

/** Writes that are not answered yet. */
const writing = new Set<Promise<unknown>>();

/** The same, throwing the refusal: for forms that show it beside the field. */
export async function tryAct<N extends Act>(name: N, input: InputOf<N>): Promise<Done> {
  const asked: Promise<unknown> = (call as (name: Act, input: unknown) => Promise<unknown>)(name, input);
  writing.add(asked);
  try {
    const done = (await asked) as Done;
    applyDone(done);
    return done;
  } finally {
    writing.delete(asked);
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** Steps back and forth go one after the other, each after the writes before it: what is the last step is known only then. */
async function inTurn<T>(step: () => Promise<T>): Promise<T> {
  steps.waiting += 1;
  const mine = turn.then(() => Promise.allSettled(writing)).then(step);
  turn = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    steps.waiting -= 1;
  }
}

/**
 * Takes back the step `seq`, or the last one. Whether that is the last, which can be done again, is the core's word:
 * another window may have written since. `said`: with a notice.
 */
async function back(seq: number | null, said: boolean): Promise<Done | null> {
  const done = await act('undo', seq === null ? {} : { seq }, { toast: false });
  if (!done?.change) return done;
  forgetUndo(seq ?? done.change.seq);
  if (!said) return done;
  if (seq !== null && done.change.seq !== seq) tell(done);
  else toast({ text: t('toast-undone'), sub: changeText(done.change), icon: 'undo', collapse: UNDONE, actions: [{ label: t('act-redo'), keys: 'mod+shift+z', run: redoLast }] });
  return done;
}

/** Ctrl+Z: takes back the last step, whatever it was; pressed again meanwhile, the one before it too. */
export function undoLast(): Promise<void> {
  return inTurn(async () => {
    if (steps.undo) await back(null, true);
    else toast({ text: t('error-nothing_to_undo'), icon: 'info' });
  });
}

/** Ctrl+Shift+Z. */
export function redoLast(): Promise<void> {
  return inTurn(async () => {
    if (!steps.redo) return void toast({ text: t('error-nothing_to_redo'), icon: 'info' });
    const done = await act('redo', {}, { toast: false });
    if (done?.change) toast({ text: t('toast-redone'), sub: changeText(done.change), icon: 'redo', undo: done.change.seq });
  });
}

/** Steps that are on their way back. */
const returning = new Map<number, Promise<Done | null>>();

/** Takes back one step, the last one as such and an older one out of the middle. However often it is asked, once. `said`: with a notice. */
export function undoStep(seq: number, said: boolean): Promise<Done | null> {
  const known = returning.get(seq);
  if (known) return known;
  const asked = inTurn(() => back(seq, said)).finally(() => returning.delete(seq));
  returning.set(seq, asked);
  return asked;
}

/** Undo of a toast: the newest of its steps, then the next one. */
export async function undoFromToast(key: number): Promise<void> {
  const seq = toasts.list.find((one) => one.key === key)?.undo.at(-1);
  if (seq === undefined) dismiss(key);
  else if (!steps.waiting) await undoStep(seq, false);
}
