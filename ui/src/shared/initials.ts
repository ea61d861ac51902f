const HAN = /^\p{Script=Han}/u;

/** Up to two initials of a name; a Chinese name shows its last two characters at most. */
export function initials(name: string): string {
  const trimmed = name.trim();
  if (HAN.test(trimmed)) return [...trimmed].slice(-2).join('');
  const words = trimmed.split(/[\s\-–]+/).filter((word) => /^\p{L}/u.test(word));
  const first = [...(words[0] ?? trimmed)][0] ?? '';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** The language to mark a foreign name with, so that Chinese glyphs take their own form. */
export function langOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? 'zh-Hans' : undefined;
}
