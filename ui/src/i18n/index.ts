/** Texts and formats of the interface. `t` is reactive: markup that calls it follows a language switch. */
import type { AppError } from '../ipc/errors';
import { locale } from './locale.svelte';
import { format, has, type MessageArgs } from './messages';

export { LANGUAGES, chooseLanguage, languageFor, locale, setHomeCurrency, setLocale, type Language } from './locale.svelte';
export { currencyDigits, currencySign } from './currency';
export * from './formats';
export * from './parse';
export { bare, type MessageArgs } from './messages';

/** The text `id` in the language in use. */
export function t(id: string, args?: MessageArgs): string {
  return format(locale.language, id, args);
}

/** The text `id` if there is one, else `otherwise`: for words the core names by a code. */
export function tOr(id: string, otherwise: string, args?: MessageArgs): string {
  return has(locale.language, id) ? format(locale.language, id, args) : otherwise;
}

/** Parameters of the core that are codes, as words: which field, which kind of record. */
function worded(params: Readonly<Record<string, string | number>>): MessageArgs {
  const { field, kind, name } = params;
  return {
    ...params,
    ...(typeof field === 'string' ? { field: field === 'custom' && name !== undefined && name !== '' ? name : tOr(`field-${field}`, field) } : {}),
    ...(typeof kind === 'string' ? { kind: tOr(`kind-${kind}`, kind) } : {}),
  };
}

/** What a refusal of the core says to a person. Where it names nobody, the shorter `-plain` sentence is used. */
export function errorText(error: Pick<AppError, 'code' | 'params'>): string {
  const id = `error-${error.code}`;
  const plain = `${id}-plain`;
  if (error.params.names === undefined && has(locale.language, plain)) return t(plain, worded(error.params));
  return has(locale.language, id) ? t(id, worded(error.params)) : t('error-internal');
}

/** What an action is called in history and notices: `change-<label>` with its counts and names. */
export function changeSentence(label: string, params: Readonly<Record<string, string | number>>): string {
  if (label !== 'undo_change') return t(`change-${label}`, worded(params));
  const { label: of, ...rest } = params;
  const known = typeof of === 'string' && of !== 'undo_change' && rest.name !== undefined;
  return t('change-undo_change', { what: known ? t(`change-${of}`, worded(rest)) : t('change-earlier-step') });
}
