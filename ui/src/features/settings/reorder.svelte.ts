/** Putting the rows of a short list in another order by dragging a handle: where the row in hand would go. */

export type Reorder = {
  /** The row in hand, or null. */
  readonly held: number | null;
  /** The gap it would go into: 0 before the first row, n after the last. */
  readonly gap: number | null;
  lift(event: PointerEvent, index: number): void;
  drag(event: PointerEvent): void;
  drop(): void;
  cancel(): void;
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

export function createReorder(rows: () => readonly HTMLElement[], done: (from: number, gap: number) => void): Reorder {
  let held = $state<number | null>(null);
  let gap = $state<number | null>(null);

  function cancel(): void {
    held = null;
    gap = null;
  }

  return {
    get held() {
      return held;
    },
    get gap() {
      return gap !== null && held !== null && movesTo(held, gap) ? gap : null;
    },
    lift(event, index) {
      if (event.button !== 0) return;
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.setPointerCapture(event.pointerId);
      held = index;
      gap = null;
    },
    drag(event) {
      if (held === null) return;
      gap = gapAt(
        event.clientY,
        rows().map((row) => row.getBoundingClientRect()),
      );
    },
    drop() {
      if (held !== null && gap !== null && movesTo(held, gap)) done(held, gap);
      cancel();
    },
    cancel,
  };
}
