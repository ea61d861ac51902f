/** What is already there and may be the same as a record that is being made. */
import { call, type DraftInput, type SimilarRow } from '../../ipc';
import { reading } from './reading.svelte';

/** Less says nothing about a name. */
const SHORTEST = 3;

const worth = ({ name, email, phone }: DraftInput): boolean => name.trim().length >= SHORTEST || email !== null || phone !== null;

/** Asks again whenever the draft changes; null: nothing is made. Call it while a component is set up. */
export function similarTo(draft: () => DraftInput | null): { readonly rows: readonly SimilarRow[] } {
  // A hint that could not be read is no reason to stop anybody.
  const told = reading(
    () => {
      const what = draft();
      return what !== null && worth(what) ? call('similar_to_draft', what) : null;
    },
    () => false,
  );
  return {
    get rows() {
      return told.value?.rows ?? [];
    },
  };
}
