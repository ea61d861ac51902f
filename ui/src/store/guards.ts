/** The switches of guarded acts: why something is off, for what offers it and for what does it. The core decides. */
import { errorText } from '../i18n';
import { AppError } from '../ipc';
import { refuse } from './act.svelte';
import { catalog } from './catalog.svelte';

export type GuardedAct = 'convert' | 'delete' | 'merge' | 'restore';

function codeOf(act: GuardedAct, count: number): string | null {
  const { guards } = catalog.settings;
  switch (act) {
    case 'convert':
      return guards.convert ? null : 'convert_off';
    case 'delete':
      if (!guards.delete) return 'delete_off';
      return count > 1 && !guards.batch_delete ? 'batch_delete_off' : null;
    case 'merge':
      return guards.merge ? null : 'merge_off';
    case 'restore':
      return count > 1 && !guards.mass_restore ? 'mass_restore_off' : null;
  }
}

/** Why an act on so many records is switched off; null when it is on. Reactive. */
export function whyOff(act: GuardedAct, count = 1): string | null {
  const code = codeOf(act, count);
  return code === null ? null : errorText({ code, params: { count } });
}

/** The same as a part of a menu entry: off, with the reason. */
export function guardEntry(act: GuardedAct, count = 1): { why?: string } {
  const why = whyOff(act, count);
  return why === null ? {} : { why };
}

/** Says why, when an act is switched off; answers whether it is. */
export function refusedBySwitch(act: GuardedAct, count = 1): boolean {
  const code = codeOf(act, count);
  if (code !== null) refuse(new AppError(code, { count }));
  return code !== null;
}
