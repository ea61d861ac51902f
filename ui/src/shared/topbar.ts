/** Which field stands in the bar of every page; the frame gives it, so that pages need not know of searching. */
import { getContext, setContext } from 'svelte';
import type { Component } from 'svelte';

const SEARCH = Symbol('search in the top bar');

export function provideTopBarSearch(field: Component): void {
  setContext(SEARCH, field);
}

export function topBarSearch(): Component | undefined {
  return getContext<Component | undefined>(SEARCH);
}
