/** The list below an opened record: which rows stand before and after it there, as they are ordered, narrowed and grouped. */
import type { ListEntity } from '../../ipc';
import type { Step } from '../walk';
import type { ListModel } from './model.svelte';

type Rows = Pick<ListModel, 'lines' | 'groups' | 'rowAt' | 'lineOf' | 'range'> & { readonly search: { readonly entity: ListEntity } };
type Offered = { readonly model: Rows; readonly show: (line: number) => void };

export type Beside = {
  /** Its place among the rows of its group, or of all; null once it has left the list. */
  readonly place: { readonly at: number; readonly of: number } | null;
  has: (step: Step) => boolean;
  /** The record to go to; the list shows its row. Null where there is none. */
  to: (step: Step) => Promise<string | null>;
};

let offered = $state.raw<Offered | null>(null);
/** The record opened last and where it stood: one may stand in several groups, or leave the list while it is open. */
let last: { readonly id: string; readonly line: number } | null = null;

/** A list offers its rows while it is shown; `show` brings a line into view. Answers what takes them back. */
export function offerRows(model: Rows, show: (line: number) => void): () => void {
  const mine: Offered = { model, show };
  offered = mine;
  return () => {
    if (offered !== mine) return;
    offered = null;
    last = null;
  };
}

export function noteOpened(id: string, line: number): void {
  last = { id, line };
}

/** What stands beside a record in the list shown; null where no list knows it. Reactive. */
export function besideIn(entity: ListEntity, id: string): Beside | null {
  if (offered?.model.search.entity !== entity) return null;
  const { model, show } = offered;
  const kept = last?.id === id ? last.line : -1;
  const line = kept >= 0 && model.rowAt(kept)?.id === id ? kept : model.lineOf(id);
  if (line < 0 && kept < 0) return null;
  if (line >= 0) last = { id, line };
  // Where it has left the list, the row that closed up is the next one.
  const from = { [-1]: (line < 0 ? kept : line) - 1, [1]: line < 0 ? kept : line + 1 };

  function toRow(step: Step): number {
    for (let at = from[step]; at >= 0 && at < model.lines.count; at += step) if (model.lines.at(at).row !== null) return at;
    return -1;
  }

  const { group, row } = model.lines.at(Math.max(0, line));
  return {
    place: line < 0 || row === null ? null : { at: row, of: model.groups?.[group]?.count ?? model.lines.count },
    has: (step) => toRow(step) >= 0,
    async to(step) {
      const at = toRow(step);
      const [found] = at < 0 ? [] : await model.range(at, at);
      if (found === undefined) return null;
      noteOpened(found.id, at);
      show(at);
      return found.id;
    },
  };
}
