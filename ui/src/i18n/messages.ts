/** Fluent bundles, one a language, parsed on first use. Pure: knows nothing of the language in use. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { Language } from './locale.svelte';

const sources = import.meta.glob<string>('./*/*.ftl', { query: '?raw', import: 'default', eager: true });
const bundles = new Map<Language, FluentBundle>();

export type MessageArgs = Readonly<Record<string, FluentVariable>>;

/** The bundle of a language. All its own words run left to right: only what people wrote may need marks (`isolated`). */
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

/** Letters that run from right to left, and marks that turn directions. */
const TURNS = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** What people wrote in a script that runs the other way, set apart so that it does not reorder the sentence around it. */
function isolated(args: MessageArgs): MessageArgs {
  const entries = Object.entries(args);
  if (!entries.some(([, value]) => typeof value === 'string' && TURNS.test(value))) return args;
  return Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' && TURNS.test(value) ? `\u2068${value}\u2069` : value]));
}

/** A text for the file instead of the screen: without the marks that set names apart. */
export const bare = (text: string): string => text.replace(/[\u2068\u2069]/g, '');

/** One message in one language. A missing id shows itself: tests refuse it, a user can still read the rest. */
export function format(language: Language, id: string, args?: MessageArgs): string {
  const bundle = bundleFor(language);
  const message = bundle.getMessage(id);
  if (!message?.value) return id;
  const errors: Error[] = [];
  return bundle.formatPattern(message.value, args ? isolated(args) : null, errors);
}

/** Whether there is such a message: for ids built from a code of the core. */
export function has(language: Language, id: string): boolean {
  return bundleFor(language).getMessage(id)?.value != null;
}
