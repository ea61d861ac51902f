/** Search as you type: every letter asks, only the answer to the newest text is shown. */
import { call, toAppError, type AppError, type Hit } from '../../ipc';
import { newest } from '../../shared/newest';

/** How many hits one list shows. */
const LIMIT = 30;
/** How often a question that was interrupted is asked. */
const ATTEMPTS = 5;

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
  const letter = newest();

  function show(text: string, found: readonly Hit[], rest: boolean): void {
    hits = found;
    answered = text;
    more = rest;
    error = null;
  }

  async function ask(text: string): Promise<void> {
    const still = letter();
    if (text.trim() === '') return show('', [], false);
    for (let attempt = 1; still(); attempt += 1) {
      try {
        const answer = await call('search', { text, kinds: [], limit: LIMIT });
        if (still()) show(text, answer.hits, answer.more);
        return;
      } catch (cause) {
        const problem = toAppError(cause);
        // Interrupted by a newer letter: its own answer is on the way. Questions may overtake each other on the
        // way, so that an older one interrupts the newest: that one is asked again.
        if (problem.code === 'superseded' && attempt < ATTEMPTS) continue;
        if (still()) error = problem;
        return;
      }
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
