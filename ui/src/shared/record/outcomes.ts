import type { ActivityKind } from '../../ipc';

/** Outcomes offered with one press, by kind of activity; translated as `outcome-<code>`. */
export const OUTCOMES: Readonly<Record<ActivityKind, readonly string[]>> = {
  call: ['reached', 'not-reached', 'call-back'],
  visit: ['met', 'not-there', 'follow-up'],
  meeting: ['held', 'moved', 'follow-up'],
  mail: ['sent', 'answered'],
  task: ['finished', 'dropped'],
};
