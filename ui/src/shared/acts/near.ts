/** Near matches among names: what a person may have meant, with the words that met. Pure. */
import { fold } from '../choices';

export type Part = { readonly text: string; readonly met: boolean };
export type Near<T> = { readonly item: T; readonly parts: readonly Part[] };

const words = (text: string): string[] => fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Han is written without blanks: each sign is a word there. */
function tokens(text: string): string[] {
  return words(text).flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word]));
}

/** The name cut where typed words meet the beginning of its own. */
export function cut(name: string, typed: string): Part[] {
  const wanted = tokens(typed).filter((word) => word.length > 1 || /\p{Script=Han}/u.test(word));
  const parts: Part[] = [];
  for (const piece of name.split(/([^\p{L}\p{N}]+)/u).flatMap((one) => (/\p{Script=Han}/u.test(one) ? [...one] : [one]))) {
    if (piece === '') continue;
    const folded = fold(piece);
    const met = wanted.some((word) => folded.startsWith(word) || word.startsWith(folded)) && folded.length > (/\p{Script=Han}/u.test(folded) ? 0 : 1);
    const last = parts.at(-1);
    if (last && last.met === met) parts[parts.length - 1] = { text: last.text + piece, met };
    else parts.push({ text: piece, met });
  }
  return parts;
}

/** Items whose names share a word with what was typed, the closest first; order among equals is kept. */
export function nearest<T>(items: readonly T[], typed: string, nameOf: (item: T) => string, most = 6): Near<T>[] {
  return items
    .map((item) => ({ item, parts: cut(nameOf(item), typed) }))
    .map((one) => ({ ...one, met: one.parts.filter((part) => part.met).reduce((sum, part) => sum + part.text.length, 0) }))
    .filter((one) => one.met > 0)
    .sort((a, b) => b.met - a.met)
    .slice(0, most)
    .map(({ item, parts }) => ({ item, parts }));
}
