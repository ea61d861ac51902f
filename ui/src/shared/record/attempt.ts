/** Writing from a form that shows the refusal itself. */
import { errorText } from '../../i18n';
import { toAppError, type Done, type InputOf } from '../../ipc';
import { changeText, tryAct, type Act } from '../../store/act.svelte';
import { announce } from '../../store/live.svelte';

/** Writes and says so to assistive technology. Throws the refusal. */
export async function writeQuietly<N extends Act>(name: N, input: InputOf<N>): Promise<Done> {
  const done = await tryAct(name, input);
  if (done.change) announce(changeText(done.change));
  return done;
}

/** Does something; answers nothing, or the words of the refusal. */
export async function refusal(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (cause) {
    return errorText(toAppError(cause));
  }
}

/** Writes; answers nothing, or the words of the refusal. */
export function attempt<N extends Act>(name: N, input: InputOf<N>): Promise<string | undefined> {
  return refusal(() => writeQuietly(name, input));
}
