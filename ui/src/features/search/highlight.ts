/** Which letters of a text answer what was typed: accents and case ignored, each typed word at the start of a word. */
import { fold } from '../../shared/choices';

export type Piece = { readonly text: string; readonly hit: boolean };

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const WORD = /[\p{L}\p{N}]/u;

/** The words to look for. Chinese, Japanese and Korean runs stay whole. */
function terms(query: string): string[] {
  return fold(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A text cut into what matches and what does not; joined again it is the text. */
export function pieces(text: string, query: string): Piece[] {
  const letters = [...text];
  let plain = '';
  // For each unit of the folded text, the letter it came from.
  const from: number[] = [];
  letters.forEach((letter, index) => {
    const folded = fold(letter);
    plain += folded;
    for (let unit = 0; unit < folded.length; unit += 1) from.push(index);
  });
  const hits = new Set<number>();
  const marked = (term: string): boolean => {
    let found = false;
    for (let at = plain.indexOf(term); at !== -1; at = plain.indexOf(term, at + 1)) {
      const before = plain.slice(0, at).at(-1) ?? ' ';
      if (WORD.test(before) && !HAN.test(before) && !HAN.test(term[0] ?? '')) continue;
      found = true;
      for (let unit = at; unit < at + term.length; unit += 1) hits.add(from[unit] ?? -1);
    }
    return found;
  };
  for (const term of terms(query)) {
    if (!marked(term) && HAN.test(term)) for (const sign of term) if (HAN.test(sign)) marked(sign);
  }
  const cut: { text: string; hit: boolean }[] = [];
  letters.forEach((letter, index) => {
    const last = cut.at(-1);
    // An accent of its own belongs to the letter before it.
    const hit = /^\p{M}$/u.test(letter) ? (last?.hit ?? false) : hits.has(index);
    if (last?.hit === hit) last.text += letter;
    else cut.push({ text: letter, hit });
  });
  return cut;
}

/** The same text begun so that its first match is in sight: what stands further before it becomes "…". */
export function around(cut: readonly Piece[], lead = 32): readonly Piece[] {
  const [first, second] = cut;
  if (!first || first.hit || !second || first.text.length <= lead) return cut;
  const tail = first.text.slice(-lead);
  const word = tail.search(/\s/u);
  return [{ text: `…${word === -1 ? tail : tail.slice(word + 1)}`, hit: false }, ...cut.slice(1)];
}

/** Whether every typed word starts a word of the text (or stands anywhere in it, for Chinese). */
export function answers(text: string, query: string): boolean {
  const plain = fold(text);
  return terms(query).every((term) => {
    for (let at = plain.indexOf(term); at !== -1; at = plain.indexOf(term, at + 1)) {
      const before = plain.slice(0, at).at(-1) ?? ' ';
      if (!WORD.test(before) || HAN.test(term[0] ?? '') || HAN.test(before)) return true;
    }
    return false;
  });
}
