/** The first start: whether the screen that greets a new user stands in place of the pages. */
import { boot } from './boot.svelte';
import { isBoolean, preference, setPreference } from './preferences.svelte';

const KEY = 'welcomed';
let leaving = $state(false);

export const welcome = {
  /** Reactive. True until the user chose how to begin. */
  get shown(): boolean {
    return boot.status === 'ready' && boot.firstStart && !leaving && !preference(KEY, false, isBoolean);
  },
};

/** The user chose: the pages appear, now and at every later start. */
export function endWelcome(): void {
  leaving = true;
  setPreference(KEY, true);
}
