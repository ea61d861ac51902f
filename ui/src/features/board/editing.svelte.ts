/** What is being written on the board itself: a title in place, or new deals at the top of a column. */
let title = $state<string | null>(null);
let adding = $state.raw<{ readonly key: string; readonly after: string | null } | null>(null);

export const editing = {
  /** The card whose title is edited. */
  get title(): string | null {
    return title;
  },
  /** The column in which deals are added, and the card they come after. */
  get adding(): { readonly key: string; readonly after: string | null } | null {
    return adding;
  },
};

export function editTitle(id: string | null): void {
  title = id;
}

export function addIn(key: string, after: string | null = null): void {
  adding = { key, after };
}

export function endAdding(): void {
  adding = null;
}
