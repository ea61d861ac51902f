/** Saving one value where it stands: silent when it went well, else the words of the refusal for the field. */
import type { InputOf } from '../../ipc';
import { refusal } from '../../shared/record/attempt';
import { tryAct, type Act } from '../../store';

export function saving<N extends Act>(name: N, input: InputOf<N>): Promise<string | undefined> {
  return refusal(() => tryAct(name, input));
}
