/** Which field stands in the bar of every page; the frame gives it, so that pages need not know of searching. */
import { getContext, setContext } from 'svelte';
import type { Component, Snippet } from 'svelte';

/** A page may put something before the words and after them. */
type Field = Component<{ before?: Snippet; after?: Snippet }>;

const SEARCH = Symbol('search in the top bar');

export function provideTopBarSearch(field: Field): void {
  setContext(SEARCH, field);
}

export function topBarSearch(): Field | undefined {
  return getContext<Field | undefined>(SEARCH);
}
