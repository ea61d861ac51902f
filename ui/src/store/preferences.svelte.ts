/** Choices of this machine (theme, density, folded columns ...): unjournaled, kept by the core under a key. */
import { call } from '../ipc';

const state = $state<{ values: Record<string, unknown> }>({ values: {} });

/** Takes over what the core remembered. */
export function setPreferences(values: Record<string, unknown>): void {
  state.values = { ...values };
}

/** Takes over what the core now remembers under `key`. */
export function takePreference(key: string, value: unknown): void {
  state.values[key] = value;
}

/** The choice under `key`, if `accepts` recognises it, else `otherwise`. Reactive. */
export function preference<T>(key: string, otherwise: T, accepts: (value: unknown) => value is T): T {
  const value = state.values[key];
  return accepts(value) ? value : otherwise;
}

/** Chooses, and lets the core remember. */
export function setPreference(key: string, value: unknown): void {
  state.values[key] = value;
  // A choice that could not be kept is lost at the next start, nothing more.
  call('set_preference', { key, value }).catch(() => undefined);
}

/** A guard for `preference`: one of the listed words. */
export function oneOf<const T extends string>(...words: readonly T[]): (value: unknown) => value is T {
  return (value): value is T => typeof value === 'string' && (words as readonly string[]).includes(value);
}

export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const isString = (value: unknown): value is string => typeof value === 'string';
export const isStrings = (value: unknown): value is string[] => Array.isArray(value) && value.every(isString);
