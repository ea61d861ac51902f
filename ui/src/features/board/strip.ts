/**
 * The cards of one column as far as they are known: a count and some of the cards, by their index.
 * Pure and immutable. Knows nothing of fetching, scrolling or rules.
 */
import type { Card } from '../../ipc';

export type Strip = { readonly count: number; readonly cards: ReadonlyMap<number, Card> };

/** A card with the place it was taken from. */
export type Taken = { readonly index: number; readonly card: Card };

/** How many cards a column keeps in memory around what is seen. */
export const KEPT = 600;

export const EMPTY_STRIP: Strip = { count: 0, cards: new Map() };

/** The first cards of a column. */
export function stripOf(count: number, cards: readonly Card[]): Strip {
  return { count, cards: new Map(cards.map((card, index) => [index, card])) };
}

/** Where a known card stands, or -1. */
export function indexOf(strip: Strip, id: string): number {
  for (const [index, card] of strip.cards) if (card.id === id) return index;
  return -1;
}

/** Takes over what the core answered for a range. A card stands in one place only: older copies go. */
export function withPage(strip: Strip, count: number, offset: number, page: readonly Card[]): Strip {
  const fresh = new Set(page.map((card) => card.id));
  const cards = new Map<number, Card>();
  for (const [index, card] of strip.cards) {
    const replaced = index >= offset && index < offset + page.length;
    if (index < count && !replaced && !fresh.has(card.id)) cards.set(index, card);
  }
  page.forEach((card, at) => cards.set(offset + at, card));
  return { count, cards };
}

/** The strip without some cards, the rest closed up; and what was taken, in order. */
export function without(strip: Strip, ids: ReadonlySet<string>): { strip: Strip; taken: Taken[] } {
  const taken: Taken[] = [];
  for (const [index, card] of strip.cards) if (ids.has(card.id)) taken.push({ index, card });
  if (taken.length === 0) return { strip, taken };
  taken.sort((a, b) => a.index - b.index);
  const cards = new Map<number, Card>();
  for (const [index, card] of strip.cards) {
    if (!ids.has(card.id)) cards.set(index - taken.filter((one) => one.index < index).length, card);
  }
  return { strip: { count: strip.count - taken.length, cards }, taken };
}

/** The strip with cards put in at an index, the rest moved down. */
export function inserted(strip: Strip, index: number, added: readonly Card[]): Strip {
  const at = Math.max(0, Math.min(index, strip.count));
  const cards = new Map<number, Card>();
  for (const [old, card] of strip.cards) cards.set(old < at ? old : old + added.length, card);
  added.forEach((card, offset) => cards.set(at + offset, card));
  return { count: strip.count + added.length, cards };
}

/** Puts taken cards back where they stood. */
export function putBack(strip: Strip, taken: readonly Taken[]): Strip {
  return [...taken].sort((a, b) => a.index - b.index).reduce((now, one) => inserted(now, one.index, [one.card]), strip);
}

/** The strip with one card changed where it stands. */
export function withCard(strip: Strip, id: string, change: (card: Card) => Card): Strip {
  const index = indexOf(strip, id);
  const card = strip.cards.get(index);
  if (!card) return strip;
  return { count: strip.count, cards: new Map(strip.cards).set(index, change(card)) };
}

/** Forgets cards far from what is seen, so that memory does not grow with scrolling. */
export function trimmed(strip: Strip, first: number, last: number, most: number = KEPT): Strip {
  if (strip.cards.size <= most) return strip;
  const spare = Math.max(0, Math.floor((most - (last - first)) / 2));
  const cards = new Map<number, Card>();
  for (const [index, card] of strip.cards) if (index >= first - spare && index < last + spare) cards.set(index, card);
  return { count: strip.count, cards };
}
