/** Formulas between the form that is kept, with the keys of fields, and the one people read and write, with their names. */
import { t, tOr } from '../i18n';
import type { FormulaField } from '../ipc';
import { catalog } from '../store/catalog.svelte';
import { fieldName } from './list/fields.svelte';
import { ownId } from './ownField';

/** What fields are called in formulas: keys by their name, and names by their key. */
export type Names = { readonly of: ReadonlyMap<string, string>; readonly keys: ReadonlyMap<string, string> };

/** Texts in quotes, where brackets are only brackets; and names of fields. */
const PIECE = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|\[(?:[^\]]|\]\])*\]/gu;

const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The fields by name; one with the name of another is told apart by a number. `text` may name fields that are gone. */
export function namesOf(fields: readonly FormulaField[], text: string): Names {
  const of = new Map<string, string>();
  const keys = new Map<string, string>();
  const add = (key: string, name: string): void => {
    let free = name;
    for (let count = 2; keys.has(folded(free)); count += 1) free = `${name} ${count}`;
    of.set(key, free);
    keys.set(folded(free), key);
  };
  for (const field of fields) add(field.key, fieldName(field));
  for (const { inner } of pieces(text)) if (inner !== null && ownId(inner) !== null && !of.has(inner)) add(inner, t('formula-gone'));
  return { of, keys };
}

type Piece = { readonly text: string; /** Between the brackets. */ readonly inner: string | null };

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    if (match.index > end) found.push({ text: text.slice(end, match.index), inner: null });
    found.push({ text: match[0], inner: match[0].startsWith('[') ? match[0].slice(1, -1).replaceAll(']]', ']') : null });
    end = match.index + match[0].length;
  }
  if (end < text.length) found.push({ text: text.slice(end), inner: null });
  return found;
}

/** A name in brackets. */
export const bracketed = (name: string): string => `[${name.replaceAll(']', ']]')}]`;

const keyed = (piece: Piece, names: Names): string => {
  const key = piece.inner === null ? undefined : names.keys.get(folded(piece.inner));
  return key === undefined ? piece.text : bracketed(key);
};

/** As people read it. */
export function shownFormula(kept: string, names: Names): string {
  return pieces(kept)
    .map((piece) => {
      const name = piece.inner === null ? undefined : names.of.get(piece.inner);
      return name === undefined ? piece.text : bracketed(name);
    })
    .join('');
}

/** As people read it where nobody writes: in the history. */
export function readFormula(kept: string): string {
  const name = (key: string): string => {
    const own = ownId(key);
    return own === null ? tOr(`field-${key}`, key) : (catalog.fields.find((field) => field.id === own)?.name ?? t('formula-gone'));
  };
  return pieces(kept)
    .map((piece) => (piece.inner === null ? piece.text : bracketed(name(piece.inner))))
    .join('');
}

/** As it is kept; a name that is none stays as it is, and the core says so. */
export function keptFormula(shown: string, names: Names): string {
  return pieces(shown)
    .map((piece) => keyed(piece, names))
    .join('');
}

/** Where a place of the kept form, in characters, is in the shown one, in units of a text field. */
export function shownPlace(shown: string, names: Names, at: number): number {
  let left = at;
  let place = 0;
  for (const piece of pieces(shown)) {
    const length = [...keyed(piece, names)].length;
    if (left < length) return place + (piece.inner === null ? [...piece.text].slice(0, left).join('').length : 0);
    left -= length;
    place += piece.text.length;
  }
  return shown.length;
}

