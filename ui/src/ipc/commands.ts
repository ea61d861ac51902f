/** Typed calls to the core. Nothing else in the interface knows how a command travels. */
import type { CommandMap, Event } from './bindings';
import { toAppError } from './errors';
import { whilePending } from './pending';
import { door } from './door';

export type CommandName = keyof CommandMap;
export type InputOf<N extends CommandName> = CommandMap[N]['input'];
export type OutputOf<N extends CommandName> = CommandMap[N]['output'];

/** Calls one command. Rejects with an `AppError`, whose `code` says why. */
export async function call<N extends CommandName>(
  name: N,
  ...[input]: Record<string, never> extends InputOf<N> ? [input?: InputOf<N>] : [input: InputOf<N>]
): Promise<OutputOf<N>> {
  return whilePending(async () => {
    try {
      return (await door().call(name, input ?? {})) as OutputOf<N>;
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Hears what the core tells every window, for good; answers once nothing can be missed any more. */
export function listenToCore(handler: (event: Event) => void): Promise<void> {
  return door().listen(handler);
}
