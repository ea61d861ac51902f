/** Short codes for close reasons, as lists and exports show them. */
const LONGEST = 12;

/** A code made of a reason's words that none of `taken` has: "Price too high" is PRICE-TOO. */
export function freeCode(words: string, taken: readonly string[]): string {
  const plain = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const letters = [...plain].slice(0, LONGEST);
  const cut = letters.length < [...plain].length ? letters.join('').replace(/-[^-]*$/, '') : plain;
  const base = cut === '' ? 'R' : cut;
  const used = new Set(taken.map((code) => code.toUpperCase()));
  for (let next = 1; ; next += 1) {
    const code = next === 1 ? base : `${base}-${next}`;
    if (!used.has(code)) return code;
  }
}
