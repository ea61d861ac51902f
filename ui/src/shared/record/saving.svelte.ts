/** One form being saved: whether it is under way, and why it was refused. */
import { errorText } from '../../i18n';
import { toAppError } from '../../ipc';
import { isComposing } from '../keyboard.svelte';

export type Saving = {
  readonly busy: boolean;
  readonly problem: string | undefined;
  /** Runs `work` unless it runs already; answers whether it went through. */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
};

export function saving(): Saving {
  let busy = $state(false);
  let problem = $state<string | undefined>(undefined);
  return {
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    async run(work) {
      if (busy) return false;
      busy = true;
      problem = undefined;
      try {
        await work();
        return true;
      } catch (cause) {
        problem = errorText(toAppError(cause));
        return false;
      } finally {
        busy = false;
      }
    },
  };
}

/** Ctrl+Enter saves, Escape leaves (one step back only: what is around stays open). */
export function formKeys(save: () => void, leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (isComposing(event)) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
}
