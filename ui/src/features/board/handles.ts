/** The columns on screen, for those who must measure, scroll or focus in them. Not reactive. */

export type ColumnHandle = {
  /** Before which card something dropped at this height of the window would stand. */
  gapAt(clientY: number): number;
  /** The cards that lie between two heights of the window: from the first, to before the last. */
  between(top: number, bottom: number): { first: number; last: number };
  /** Scrolls so that a card is seen entirely. */
  reveal(index: number): void;
  /** The element of a card, or without one the place that stands for the whole column. */
  element(id: string | null): HTMLElement | null;
  /** The card at the top of what is seen. */
  firstSeen(): number;
  /** How many cards are seen at once. */
  seen(): number;
  readonly scroller: HTMLElement | null;
  readonly section: HTMLElement | null;
};

const handles = new Map<string, ColumnHandle>();

export function handleOf(key: string): ColumnHandle | undefined {
  return handles.get(key);
}

export function allHandles(): ReadonlyMap<string, ColumnHandle> {
  return handles;
}

/** Used by a column while it is there; the answer takes it away. */
export function register(key: string, handle: ColumnHandle): () => void {
  handles.set(key, handle);
  return () => {
    if (handles.get(key) === handle) handles.delete(key);
  };
}

/** The same for a column that draws no cards, empty or folded: `element` stands for all of it. */
export function registerCardless(key: string, column: { element: () => HTMLElement | null; section: () => HTMLElement | null; count: () => number }): () => void {
  return register(key, {
    gapAt: column.count,
    between: () => ({ first: 0, last: 0 }),
    reveal: () => undefined,
    element: column.element,
    firstSeen: () => 0,
    seen: () => 1,
    scroller: null,
    get section() {
      return column.section();
    },
  });
}

/** The columns themselves: they stand there even where their cards are not drawn. */
const sections = new Map<string, HTMLElement>();

export function sectionOf(key: string): HTMLElement | undefined {
  return sections.get(key);
}

export function registerSection(key: string, section: HTMLElement): () => void {
  sections.set(key, section);
  return () => {
    if (sections.get(key) === section) sections.delete(key);
  };
}
