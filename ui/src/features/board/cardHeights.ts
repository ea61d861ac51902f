/**
 * Heights of cards in px at a 16 px root, in the known steps of each density; they mirror `.card` in `styles/board.css`.
 * A card that is not loaded counts as the base height.
 */
import type { Density } from '../../store/appearance.svelte';

export type HeightSteps = {
  /** One title line, people, date and value. */
  readonly base: number;
  /** A second title line. */
  readonly secondLine: number;
  /** One line between title and foot: people (counted in the base), labels and rotting, the user's own fields. */
  readonly meta: number;
  /** Between two cards. */
  readonly gap: number;
};

export const STEPS: Readonly<Record<Density, HeightSteps>> = {
  compact: { base: 45, secondLine: 0, meta: 0, gap: 4 },
  normal: { base: 75, secondLine: 18, meta: 19, gap: 7 },
  roomy: { base: 91, secondLine: 18, meta: 23, gap: 10 },
  touch: { base: 91, secondLine: 18, meta: 23, gap: 10 },
};

/** The height of one card: people, labels and the user's own fields are a line each, where there are any. */
export function cardHeight(steps: HeightSteps, titleLines: 1 | 2, hasPeople: boolean, hasMeta: boolean, hasFacts = false): number {
  return steps.base + (titleLines === 2 ? steps.secondLine : 0) + (Number(hasPeople) + Number(hasMeta) + Number(hasFacts) - 1) * steps.meta;
}
