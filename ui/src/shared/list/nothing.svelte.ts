/** Whether an empty list is empty because there is nothing at all, or because of what it is narrowed by. */
import { untrack } from 'svelte';
import { call } from '../../ipc';
import { newest } from '../newest';
import type { ListModel } from './model.svelte';
import { NO_CONDITIONS } from './search.svelte';

export type Nothing = {
  /** There is no such record outside the trash, in the pipeline shown; null until the core told. */
  readonly atAll: boolean | null;
};

/** Call while a component is made. Asks only while the list shows no row, and again when what it shows was read again. */
export function nothingIn(model: ListModel): Nothing {
  let atAll = $state<boolean | null>(null);
  const ask = newest();
  const empty = $derived(!model.waiting && model.lines.count === 0);

  async function look(): Promise<void> {
    const still = ask();
    const { entity, pipeline } = model.search;
    try {
      const { totals } = await call('list_totals', { entity, presets: [], filter: NO_CONDITIONS, text: '', pipeline });
      if (still()) atAll = totals.count === 0;
    } catch {
      // Then the filters are said to be the reason: they can be taken away.
      if (still()) atAll = false;
    }
  }

  $effect(() => {
    void model.totals;
    if (empty) untrack(() => void look());
  });

  return {
    get atAll() {
      return atAll;
    },
  };
}
