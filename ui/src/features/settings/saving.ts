/** Saving one value where it stands: silent when it went well, else the words of the refusal for the field. */
import { errorText } from '../../i18n';
import { toAppError, type InputOf } from '../../ipc';
import { tryAct, type Act } from '../../store';

export async function saving<N extends Act>(name: N, input: InputOf<N>): Promise<string | undefined> {
  try {
    await tryAct(name, input);
    return undefined;
  } catch (cause) {
    return errorText(toAppError(cause));
  }
}
