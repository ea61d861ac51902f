/** What the merge dialog shows: the core's preview of these records under these choices, and the choices themselves. */
import { SvelteMap } from 'svelte/reactivity';
import { call, toAppError, type AppError, type MergeInput, type MergePreview } from '../../ipc';
import { newest } from '../../shared/newest';
import { onChange, type MergeAsk, type MergeKind } from '../../store';

export type Comparison = {
  /** The last answer; stays while the next one is read. */
  readonly preview: MergePreview | null;
  readonly error: AppError | null;
  /** What would be merged as it stands. */
  readonly input: MergeInput | null;
  keep: (id: string) => void;
  choose: (field: string, from: string | null) => void;
  leaveOut: (id: string) => void;
  retry: () => void;
};

/** Call while a component is made. `asked` is followed: other records begin anew. While `busy` nothing is read again: these records are about to change. */
export function comparison(asked: () => MergeAsk | null, busy: () => boolean): Comparison {
  let preview = $state.raw<MergePreview | null>(null);
  let error = $state.raw<AppError | null>(null);
  let head = $state<string | null>(null);
  let ids = $state.raw<readonly string[]>([]);
  const choices = new SvelteMap<string, string | null>();
  const ask = newest();
  let again = $state(0);
  const kind = $derived(asked()?.kind ?? null);
  const kindOf = (id: string, otherwise: MergeKind): MergeKind => (asked()?.leads?.includes(id) ? 'lead' : otherwise);

  $effect(() => {
    ids = asked()?.ids ?? [];
    head = null;
    choices.clear();
    preview = null;
    error = null;
  });

  const input = $derived<MergeInput | null>(
    kind === null || ids.length === 0
      ? null
      : { records: ids.map((id) => ({ kind: kindOf(id, kind), id })), head, choices: [...choices].map(([field, from]) => ({ field, from })) },
  );

  async function read(what: MergeInput): Promise<void> {
    const still = ask();
    try {
      const answer = await call('merge_preview', what);
      if (!still()) return;
      preview = answer;
      error = null;
    } catch (cause) {
      if (!still()) return;
      preview = null;
      error = toAppError(cause);
    }
  }

  $effect(() => {
    void again;
    if (input) void read(input);
    else ask();
  });
  $effect(() =>
    onChange((change) => {
      if (busy()) return;
      if (change.reload || change.records.some((one) => ids.includes(one.id))) again += 1;
    }),
  );

  return {
    get preview() {
      return preview;
    },
    get error() {
      return error;
    },
    get input() {
      // those the core leaves out are not asked for again
      if (input === null || preview === null) return null;
      const going = new Set(preview.records.map((one) => one.record.id));
      return { ...input, records: input.records.filter((one) => going.has(one.id)) };
    },
    keep: (id) => (head = id),
    choose: (field, from) => void choices.set(field, from),
    leaveOut(id) {
      ids = ids.filter((one) => one !== id);
      if (head === id) head = null;
      for (const [field, from] of choices) if (from === id) choices.delete(field);
    },
    retry: () => (again += 1),
  };
}
