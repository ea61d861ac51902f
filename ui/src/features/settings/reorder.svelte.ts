/** Putting the rows of a short list in another order by dragging a handle: where the row in hand would go. */
import { tick } from 'svelte';

/** The class of the handle, as `Grip` draws it. */
const GRIP = 'stage-line__grip';

/** What a row and its handle need: whether it is in hand, whether the row in hand would go beside it, and what is done with it. */
export type Handle = {
  readonly held: boolean;
  readonly gap: 'before' | 'after' | null;
  readonly onlift: (event: PointerEvent) => void;
  readonly ondrag: (event: PointerEvent) => void;
  readonly ondrop: () => void;
  readonly oncancel: () => void;
  readonly onstep: (by: -1 | 1) => void;
};

export type Reorder = {
  /** The handle of the row at a place. Reactive. */
  of: (index: number) => Handle;
  cancel: () => void;
};

/** The gap nearest to a height, given the rows' top edges and heights. */
export function gapAt(y: number, rows: readonly { top: number; height: number }[]): number {
  const next = rows.findIndex((row) => y < row.top + row.height / 2);
  return next === -1 ? rows.length : next;
}

/** Whether a row dropped into a gap would go elsewhere at all. */
export function movesTo(from: number, gap: number): boolean {
  return gap !== from && gap !== from + 1;
}

type Named = { readonly id: string };

/**
 * Puts the rows of `list` in order: by dragging a handle, or step by step with the arrows, the focus staying on the handle.
 * `selector` finds the rows in the page, `rows` are their records in order, `put` tells the core that the record of `id`
 * now stands after another one (null: first). Call while a component is made.
 */
export function reorder<T extends Named>(list: () => HTMLElement | null, selector: string, rows: () => readonly T[], put: (id: string, after: string | null) => Promise<unknown>, say: (one: T, place: number) => void): Reorder {
  let held = $state<number | null>(null);
  let gap = $state<number | null>(null);
  let inHand: string | null = null;
  const lines = (): HTMLElement[] => [...(list()?.querySelectorAll<HTMLElement>(selector) ?? [])];

  // A row that changes its place in the page loses the focus: the next arrow shall move it on.
  $effect(() => {
    const at = rows().findIndex((one) => one.id === inHand);
    if (at < 0) return;
    inHand = null;
    void tick().then(() => lines()[at]?.querySelector<HTMLElement>(`.${GRIP}`)?.focus());
  });

  /** Puts the row at `from` into a gap. */
  async function move(from: number, to: number): Promise<void> {
    const one = rows()[from];
    if (!one) return;
    const rest = rows().filter((other) => other.id !== one.id);
    const at = to > from ? to - 1 : to;
    if ((await put(one.id, rest[at - 1]?.id ?? null)) !== null) say(one, at + 1);
  }

  function cancel(): void {
    held = null;
    gap = null;
  }
  const shown = (): number | null => (gap !== null && held !== null && movesTo(held, gap) ? gap : null);

  return {
    cancel,
    of: (index) => ({
      held: held === index,
      gap: shown() === index ? 'before' : shown() === rows().length && index === rows().length - 1 ? 'after' : null,
      onlift(event) {
        if (event.button !== 0) return;
        if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
        held = index;
        gap = null;
      },
      ondrag(event) {
        if (held === null) return;
        gap = gapAt(
          event.clientY,
          lines().map((row) => row.getBoundingClientRect()),
        );
      },
      ondrop() {
        if (held !== null && gap !== null && movesTo(held, gap)) void move(held, gap);
        cancel();
      },
      oncancel: cancel,
      onstep(by) {
        const id = rows()[index]?.id;
        const to = by === -1 ? index - 1 : index + 2;
        if (id === undefined || to < 0 || to > rows().length) return;
        if (document.activeElement?.classList.contains(GRIP)) inHand = id;
        void move(index, to);
      },
    }),
  };
}
