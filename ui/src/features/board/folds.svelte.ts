/** Which columns are folded: a choice of this machine. A column unfolds for a moment while cards are held over it. */
import { isStrings, preference, setPreference } from '../../store';

const KEY = 'folded';
let peeked = $state.raw<ReadonlySet<string>>(new Set());

function chosen(): readonly string[] {
  return preference<string[]>(KEY, [], isStrings);
}

/** The name under which a column is remembered: "not started" exists once a pipeline. */
const nameOf = (pipeline: string, key: string): string => (key.length > 10 ? key : `${pipeline}:${key}`);

export function isFolded(pipeline: string, key: string): boolean {
  const name = nameOf(pipeline, key);
  return chosen().includes(name) && !peeked.has(name);
}

export function setFolded(pipeline: string, key: string, folded: boolean): void {
  const name = nameOf(pipeline, key);
  const rest = chosen().filter((one) => one !== name);
  setPreference(KEY, folded ? [...rest, name] : rest);
}

/** Unfolds while something hangs over it. */
export function peek(pipeline: string, key: string): void {
  peeked = new Set([...peeked, nameOf(pipeline, key)]);
}

/** Columns that were only looked into fold again; the one that took something stays open. */
export function endPeeks(pipeline: string, keep: string | null): void {
  if (peeked.size === 0) return;
  if (keep !== null && peeked.has(nameOf(pipeline, keep))) setFolded(pipeline, keep, false);
  peeked = new Set();
}
