/** Applies each change of the core once, in order of its revision; a gap means that screens read again. */
import type { Done, RecordKind, RecordRef } from '../ipc';

/** What a screen needs to know of a change. */
export type Change = {
  readonly revision: number;
  /** Created and touched records; empty when `reload` is set. */
  readonly records: readonly RecordRef[];
  readonly done: Done | null;
  /** Read the visible data again. */
  readonly reload: boolean;
};

export type ChangeHandler = (change: Change) => void;

let known = 0;
const handlers = new Set<ChangeHandler>();

/** The last revision that screens know. */
export function revision(): number {
  return known;
}

/** Starts counting, at boot. */
export function setRevision(value: number): void {
  known = value;
}

/** Hears every change once; the answer stops hearing. */
export function onChange(handler: ChangeHandler): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}

/** Takes a change, from an answer or an event; the second copy of it is ignored. */
export function applyDone(done: Done): void {
  if (done.revision <= known) return;
  const gap = done.revision !== known + 1;
  known = done.revision;
  const reload = gap || done.reload;
  const change: Change = { revision: known, records: reload ? [] : [...done.created, ...done.touched], done, reload };
  for (const handler of handlers) handler(change);
}

/** Whether a change may concern a record, or any record of some kinds. */
export function concerns(change: Change, kinds: readonly RecordKind[], id?: string): boolean {
  if (change.reload) return true;
  return change.records.some((record) => kinds.includes(record.kind) && (id === undefined || record.id === id));
}
