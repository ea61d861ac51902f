/** Texts and formats of the interface. `t` is reactive: markup that calls it follows a language switch. */
import type { AppError } from '../ipc/errors';
import { locale } from './locale.svelte';
import { format, has, type MessageArgs } from './messages';

export { LANGUAGES, chooseLanguage, languageFor, locale, setLocale, type Language } from './locale.svelte';
export * from './formats';
export * from './parse';
export type { MessageArgs } from './messages';

/** The text `id` in the language in use. */
export function t(id: string, args?: MessageArgs): string {
  return format(locale.language, id, args);
}

/** The text `id` if there is one, else `otherwise`: for words the core names by a code. */
export function tOr(id: string, otherwise: string, args?: MessageArgs): string {
  return has(locale.language, id) ? format(locale.language, id, args) : otherwise;
}

/** What a refusal of the core says to a person. */
export function errorText(error: Pick<AppError, 'code' | 'params'>): string {
  const id = `error-${error.code}`;
  return has(locale.language, id) ? format(locale.language, id, error.params) : t('error-internal');
}
