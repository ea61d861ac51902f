/** What was typed and not yet saved, by record and form: kept while the window lives, so that walking away loses nothing. */
const drafts = new Map<string, object>();

/** The draft under `key`, begun with `fresh` the first time. Reactive. */
export function draft<T extends object>(key: string, fresh: () => T): T {
  const known = drafts.get(key);
  if (known) return known as T;
  const made = $state(fresh());
  drafts.set(key, made);
  return made;
}

/** The form was saved: it starts anew. */
export function resetDraft<T extends object>(form: T, fresh: () => T): void {
  Object.assign(form, fresh());
}
