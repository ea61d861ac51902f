/** Fluent bundles, one a language, parsed on first use. Pure: knows nothing of the language in use. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from './locale.svelte';

const sources = import.meta.glob<string>('./*/*.ftl', { query: '?raw', import: 'default', eager: true });
const bundles = new Map<Language, FluentBundle>();

export type MessageArgs = Readonly<Record<string, FluentVariable>>;

/** The bundle of a language. All texts run left to right, so no isolation marks. */
export function bundleFor(language: Language): FluentBundle {
  const known = bundles.get(language);
  if (known) return known;
  const bundle = new FluentBundle(language, { useIsolating: false });
  for (const [path, text] of Object.entries(sources)) {
    if (path.startsWith(`./${language}/`)) bundle.addResource(new FluentResource(text));
  }
  bundles.set(language, bundle);
  return bundle;
}

/** One message in one language. A missing id shows itself: tests refuse it, a user can still read the rest. */
export function format(language: Language, id: string, args?: MessageArgs): string {
  const bundle = bundleFor(language);
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  const errors: Error[] = [];
  return bundle.formatPattern(message.value, args ?? null, errors);
}

/** Whether there is such a message: for ids built from a code of the core. */
export function has(language: Language, id: string): boolean {
  return bundleFor(language).getMessage(id)?.value != null;
}
