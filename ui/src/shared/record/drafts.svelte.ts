/** What was typed and not yet saved, by record and form: kept while the window lives, so that walking away loses nothing. */
import { untrack } from 'svelte';

/** A form, and what it began from: only what differs was typed. */
type Kept<T extends object> = { readonly form: T; from: Readonly<T> };

const drafts = new Map<string, Kept<object>>();

/** The draft under `key`: what was typed before, and for the rest what `fresh` says now. Reactive. */
export function draft<T extends object>(key: string, fresh: () => T): T {
  return untrack(() => {
    const now = fresh();
    const known = drafts.get(key) as Kept<T> | undefined;
    if (!known) {
      const form = $state({ ...now });
      drafts.set(key, { form, from: now });
      return form;
    }
    const { form, from } = known;
    for (const part of Object.keys(now) as (keyof T)[]) if (form[part] === from[part]) form[part] = now[part];
    known.from = now;
    return form;
  });
}

/** The form was saved or given up: nothing in it is typed any more, and it begins anew with the record it stands for. */
export function endDraft(key: string): void {
  const known = drafts.get(key);
  if (known) Object.assign(known.form, known.from);
}
