/** One column's data: reactive where it is drawn, plain where it only steers reading. Draws nothing, calls nothing. */
import type { Card, Column, Stage, Totals } from '../../ipc';
import { NO_TOTALS } from './totals';
import { EMPTY_STRIP, stripOf, type Strip } from './strip';

/** Cards read at once; the first of them come with the board. */
export const PAGE = 50;

/** The key of a column: its stage, or the column of deals not started. */
export const NOT_STARTED = 'none';
export const keyOf = (stage: string | null): string => stage ?? NOT_STARTED;

export class Cell {
  readonly key: string;
  readonly pipeline: string;
  /** The stage as last read; null = not started. */
  stage = $state.raw<Stage | null>(null);
  totals = $state.raw<Totals>(NO_TOTALS);
  /** Deals that the filter hides. */
  hidden = $state(0);
  strip = $state.raw<Strip>(EMPTY_STRIP);

  /** Grows when something changed: answers read for an older one are dropped. */
  generation = 0;
  /** Offsets of pages read in this generation, and asked for. */
  fresh = new Set<number>();
  asked = new Set<number>();
  /** How far the column is scrolled: kept while it is far to the side. */
  scrollTop = 0;
  /** The cards on screen. */
  want: { first: number; last: number } = { first: 0, last: 0 };

  constructor(pipeline: string, stage: Stage | null) {
    this.pipeline = pipeline;
    this.stage = stage;
    this.key = keyOf(stage?.id ?? null);
  }

  get stageId(): string | null {
    return this.stage?.id ?? null;
  }

  /** Everything read so far may be old: keep drawing it, read it again. */
  invalidate(): void {
    this.generation += 1;
    this.fresh = new Set();
    this.asked = new Set();
  }

  /** Takes over the column of a freshly opened board. */
  take(column: Column): void {
    this.invalidate();
    this.stage = column.stage;
    this.totals = column.totals;
    this.hidden = column.hidden;
    const first = stripOf(column.totals.count, column.cards);
    // Cards further down stay on screen until their page was read again.
    const known = new Set(column.cards.map((card) => card.id));
    const cards = new Map<number, Card>(first.cards);
    for (const [index, card] of this.strip.cards) {
      if (index >= column.cards.length && index < first.count && !known.has(card.id)) cards.set(index, card);
    }
    this.strip = { count: first.count, cards };
    if (column.cards.length === Math.min(PAGE, first.count)) this.fresh.add(0);
  }
}
