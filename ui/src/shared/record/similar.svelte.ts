/** What is already there and may be the same as a record that is being made. */
import { call, type DraftInput, type SimilarRow } from '../../ipc';

/** Less says nothing about a name. */
const SHORTEST = 3;

/** Asks again whenever the draft changes; null: nothing is made. Call it while a component is set up. */
export function similarTo(draft: () => DraftInput | null): { readonly rows: readonly SimilarRow[] } {
  let rows = $state.raw<readonly SimilarRow[]>([]);
  let round = 0;

  async function look(what: DraftInput | null): Promise<void> {
    round += 1;
    const mine = round;
    const worth = what !== null && (what.name.trim().length >= SHORTEST || what.email !== null || what.phone !== null);
    try {
      const found = worth ? (await call('similar_to_draft', what)).rows : [];
      if (mine === round) rows = found;
    } catch {
      // A hint that could not be read is no reason to stop anybody.
      if (mine === round) rows = [];
    }
  }

  $effect(() => void look(draft()));

  return {
    get rows() {
      return rows;
    },
  };
}
