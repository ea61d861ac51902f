/**
 * What an act will do on screen, told before the core answers: screens that show the records draw it in the same frame
 * and hear how it ended. Knows nothing of any screen.
 */
import type { Done, Place } from '../ipc';

export type Intent =
  /** Deals will stand in another place. */
  | { readonly what: 'move'; readonly ids: readonly string[]; readonly pipeline: string; readonly stage: string | null; readonly place: Place; readonly at?: number }
  /** Deals will leave the open board. */
  | { readonly what: 'leave'; readonly ids: readonly string[] }
  /** A deal will be called something else. */
  | { readonly what: 'title'; readonly id: string; readonly title: string };

/** Called once: with the answer, or with null when it was refused and everything goes back. */
export type Settle = (done: Done | null) => void;
export type Foreseer = (intent: Intent) => Settle | undefined;

const foreseers = new Set<Foreseer>();

/** Draws acts before they are answered, while a screen is there; the answer stops. */
export function onIntent(foreseer: Foreseer): () => void {
  foreseers.add(foreseer);
  return () => foreseers.delete(foreseer);
}

/** Tells everybody what is about to happen; the answer says how it ended. */
export function foresee(intent: Intent): Settle {
  const settles = [...foreseers].map((foreseer) => foreseer(intent));
  return (done) => {
    for (const settle of settles) settle?.(done);
  };
}
