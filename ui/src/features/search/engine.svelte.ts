/** Search as you type: every letter asks, only the answer to the newest text is shown. */
import { call, toAppError, type AppError, type Hit } from '../../ipc';

/** How many hits one list shows. */
const LIMIT = 30;

export type Search = {
  readonly hits: readonly Hit[];
  /** The text the hits answer; empty before the first answer. */
  readonly answered: string;
  readonly more: boolean;
  readonly error: AppError | null;
  ask(text: string): Promise<void>;
};

export function createSearch(): Search {
  let hits = $state.raw<readonly Hit[]>([]);
  let answered = $state('');
  let more = $state(false);
  let error = $state.raw<AppError | null>(null);
  let newest = 0;

  function show(text: string, found: readonly Hit[], rest: boolean): void {
    hits = found;
    answered = text;
    more = rest;
    error = null;
  }

  async function ask(text: string): Promise<void> {
    newest += 1;
    const mine = newest;
    if (text.trim() === '') return show('', [], false);
    try {
      const answer = await call('search', { text, kinds: [], limit: LIMIT });
      if (mine === newest) show(text, answer.hits, answer.more);
    } catch (cause) {
      const problem = toAppError(cause);
      // A newer letter interrupted this one: its own answer is on the way.
      if (mine === newest && problem.code !== 'superseded') error = problem;
    }
  }

  return {
    get hits() {
      return hits;
    },
    get answered() {
      return answered;
    },
    get more() {
      return more;
    },
    get error() {
      return error;
    },
    ask,
  };
}
