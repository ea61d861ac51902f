/** Merging from anywhere: which records lie side by side, and taking a merge apart. Drawn by `features/merge`. */
import type { Done, RecordKind, RecordRef } from '../ipc';
import { act } from './act.svelte';

export type MergeKind = Extract<RecordKind, 'deal' | 'lead' | 'organization' | 'person'>;

/** As many as can be read side by side; the core refuses more. */
export const MOST_MERGED = 5;

export type MergeAsk = {
  readonly kind: MergeKind;
  readonly ids: readonly string[];
  /** Those of `ids` that are leads and become deals with the merge, where the others are deals. */
  readonly leads?: readonly string[];
  /** Why a record lies here, in words, where that is known. */
  readonly reasons?: ReadonlyMap<string, string>;
  /** Once they are one. */
  readonly then?: (head: string) => void;
};

let current = $state.raw<MergeAsk | null>(null);

export const merging = {
  /** What is compared now; null: nothing. Reactive. */
  get current(): MergeAsk | null {
    return current;
  },
};

/** Lays records side by side. */
export function openMerge(kind: MergeKind, ids: readonly string[], more: Omit<MergeAsk, 'kind' | 'ids'> = {}): void {
  current = { kind, ids: [...new Set(ids)], ...more };
}

export function closeMerge(): void {
  current = null;
}

/** Gives back what a merge put together: of one of its sources, or the latest one of its head. */
export function splitMerge({ kind, id }: RecordRef): Promise<Done | null> {
  return act('split_merge', { kind, id }, { icon: 'split' });
}

/** These are not the same, and are not shown as similar any more. */
export function keepSeparate(kind: MergeKind, ids: readonly string[]): Promise<Done | null> {
  return act('keep_separate', { records: ids.map((id) => ({ kind, id })) }, { icon: 'check' });
}
