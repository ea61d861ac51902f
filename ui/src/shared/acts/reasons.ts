/** A close reason as it is chosen: one of the list, a new one, or none. */
import type { CloseReason, ReasonChoice } from '../../ipc';

export type Picked = { readonly choice: ReasonChoice | null; readonly name: string };

export const NONE: Picked = { choice: null, name: '' };

export const nameOf = (reason: Pick<CloseReason, 'code' | 'description'>): string => reason.description || reason.code;
export const pickedOf = (reason: CloseReason): Picked => ({ choice: { by: 'id', value: reason.id }, name: nameOf(reason) });
export const pickedNew = (name: string): Picked => ({ choice: { by: 'new', value: name }, name });
export const isPicked = (picked: Picked, reason: CloseReason): boolean => picked.choice?.by === 'id' && picked.choice.value === reason.id;
