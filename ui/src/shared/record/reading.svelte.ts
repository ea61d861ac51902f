/** One answer of the core on screen: read when its question changes, read again when a change touched it, patched while a write is under way. */
import { untrack } from 'svelte';
import { errorText } from '../../i18n';
import { toAppError, type AppError, type Done } from '../../ipc';
import { onChange, type Change } from '../../store/revision';
import { newest } from '../newest';

export type Reading<T> = {
  /** The last answer; stays while the next one is read. Reactive. */
  readonly value: T | null;
  readonly error: AppError | null;
  /** Asks again. */
  reload: () => void;
  /**
   * Shows `next` at once, writes, and answers the words of a refusal after showing the truth again.
   * A write that answers null was refused and has said so itself.
   */
  write: (next: (value: T) => T, write: () => Promise<Done | null>) => Promise<string | undefined>;
};

/** Call while a component is made. `read` is followed: what it depends on asks anew. Null asks nothing. */
export function reading<T>(read: () => Promise<T> | null, stale: (change: Change, value: T) => boolean): Reading<T> {
  let value = $state.raw<T | null>(null);
  let error = $state.raw<AppError | null>(null);
  const ask = newest();

  function take(asked: Promise<T> | null): void {
    const still = ask();
    if (asked === null) {
      value = null;
      error = null;
      return;
    }
    asked.then(
      (answer) => {
        if (!still()) return;
        value = answer;
        error = null;
      },
      (cause: unknown) => {
        if (!still()) return;
        value = null;
        error = toAppError(cause);
      },
    );
  }

  const reload = (): void => take(untrack(read));

  $effect(() => {
    const asked = read();
    untrack(() => take(asked));
  });
  $effect(() =>
    onChange((change) => {
      // An answer that is under way may have been given before the change.
      if (change.reload || value === null || stale(change, value)) reload();
    }),
  );

  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    reload,
    async write(next, write) {
      const before = value;
      if (before !== null) value = next(before);
      const shown = value;
      // An answer asked before this write would show the old value again.
      ask();
      const back = (): void => {
        if (value === shown) value = before;
        reload();
      };
      try {
        if ((await write()) === null) back();
        return undefined;
      } catch (cause) {
        back();
        return errorText(toAppError(cause));
      }
    },
  };
}
