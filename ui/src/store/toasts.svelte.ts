/** Short notices: one per action, with Undo; quick repeats collapse into one with a counter. */
import { untrack } from 'svelte';
import type { IconName } from '../shared/icons';
import { announce } from './live.svelte';

export type ToastAction = { readonly label: string; readonly keys?: string; readonly run: () => void | Promise<void> };

export type ToastInput = {
  readonly text: string;
  readonly sub?: string;
  readonly icon?: IconName;
  readonly tone?: 'plain' | 'bad';
  /** A ring fills up around the picture, once. */
  readonly celebrates?: boolean;
  readonly actions?: readonly ToastAction[];
  /** Change sets that Undo takes back, the newest last. */
  readonly undo?: number;
  /** Toasts of the same word collapse while the first still shows. */
  readonly collapse?: string;
};

export type Toast = Omit<ToastInput, 'undo'> & { readonly key: number; readonly round: number; readonly undo: readonly number[] };

/** How long one stays, paused on hover, focus and in an inactive window. */
export const TOAST_MS = 8000;
const MOST = 4;

let list = $state.raw<readonly Toast[]>([]);
let paused = $state(false);
let nextKey = 0;
type Timer = { left: number; started: number; handle: ReturnType<typeof setTimeout> | undefined };
const timers = new Map<number, Timer>();

export const toasts = {
  get list(): readonly Toast[] {
    return list;
  },
  get paused(): boolean {
    return paused;
  },
};

function start(key: number): void {
  const timer = timers.get(key);
  if (!timer || untrack(() => paused)) return;
  timer.started = Date.now();
  timer.handle = setTimeout(() => dismiss(key), timer.left);
}

function restart(key: number): void {
  clearTimeout(timers.get(key)?.handle);
  timers.set(key, { left: TOAST_MS, started: Date.now(), handle: undefined });
  start(key);
}

/** Shows a notice; answers its key. */
export function toast(input: ToastInput): number {
  return untrack(() => show(input));
}

function show(input: ToastInput): number {
  announce(input.sub ? `${input.text}. ${input.sub}` : input.text);
  const { undo, ...shown } = input;
  const seqs = undo === undefined ? [] : [undo];
  const last = list.at(-1);
  if (last && input.collapse !== undefined && last.collapse === input.collapse) {
    list = [...list.slice(0, -1), { ...shown, key: last.key, round: last.round + 1, undo: [...last.undo, ...seqs] }];
    restart(last.key);
    return last.key;
  }
  nextKey += 1;
  const made: Toast = { ...shown, key: nextKey, round: 1, undo: seqs };
  for (const old of list.slice(0, Math.max(0, list.length + 1 - MOST))) dismiss(old.key);
  list = [...list, made];
  restart(made.key);
  return made.key;
}

/** Takes a notice away. */
export function dismiss(key: number): void {
  clearTimeout(timers.get(key)?.handle);
  timers.delete(key);
  untrack(() => (list = list.filter((one) => one.key !== key)));
}

/** A change set was undone elsewhere: its notice no longer offers it. */
export function forgetUndo(seq: number): void {
  for (const one of list) {
    if (!one.undo.includes(seq)) continue;
    const rest = one.undo.filter((other) => other !== seq);
    if (rest.length === 0) dismiss(one.key);
    else list = list.map((other) => (other.key === one.key ? { ...other, undo: rest, round: rest.length } : other));
  }
}

/** Stops or continues all clocks. */
export function setPaused(value: boolean): void {
  if (value === untrack(() => paused)) return;
  paused = value;
  for (const [key, timer] of timers) {
    if (value) {
      clearTimeout(timer.handle);
      timer.left = Math.max(0, timer.left - (Date.now() - timer.started));
    } else start(key);
  }
}
