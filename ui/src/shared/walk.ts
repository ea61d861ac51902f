/** On or back: where Tab leads. */
export type Step = 1 | -1;

/** Which way Tab leads with this event; undefined for other keys. */
export function tabOf(event: KeyboardEvent): Step | undefined {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  return event.shiftKey ? -1 : 1;
}

/** Where a key leads from a row of a list whose rows are walked by the keys, `page` of them being seen at once; undefined for other keys. */
export function stepTo(key: string, from: number, count: number, page: number): number | undefined {
  const steps: Record<string, number> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: count - 1, PageDown: from + page, PageUp: from - page };
  const to = steps[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
