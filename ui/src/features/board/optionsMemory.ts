/** The last answer of `drop_options`, kept so that totals can be drawn ahead of an act on the same deals. */
import type { DropOptions } from '../../ipc';

let known: { ids: readonly string[]; options: DropOptions } | null = null;

export function rememberOptions(ids: readonly string[], options: DropOptions): void {
  known = { ids: [...ids].sort(), options };
}

/** The options of exactly these deals, if they were the last asked for and nothing was written since. */
export function recallOptions(ids: readonly string[], revision: number): DropOptions | null {
  if (!known || known.options.revision !== revision || known.ids.length !== ids.length) return null;
  const sorted = [...ids].sort();
  return known.ids.every((id, at) => id === sorted[at]) ? known.options : null;
}
