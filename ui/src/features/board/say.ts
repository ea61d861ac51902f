/** Sentences of the board for the live region: names, places from 1, totals. */
import type { Card, Totals } from '../../ipc';
import { number, t } from '../../i18n';
import { sumsRound } from '../../shared/sums';
import { announce } from '../../store';
import { board, cellOf } from './boardStore.svelte';
import { keyOf } from './cell.svelte';

/** A column's name. */
export function stageName(key: string): string {
  return cellOf(key)?.stage?.name ?? t('col-not-started');
}

export function sayLifted(card: Card, key: string, index: number, count: number): void {
  const cell = cellOf(key);
  const place = { stage: stageName(key), place: index + 1, of: cell?.strip.count ?? 0 };
  announce(count === 1 ? t('say-lifted', { name: card.title, ...place }) : t('say-lifted-many', { count, ...place }));
}

export function sayHanging(key: string, index: number): void {
  const cell = cellOf(key);
  if (!cell) return;
  announce(board.byHand ? t('say-over', { stage: stageName(key), place: index + 1, of: cell.strip.count + 1 }) : t('say-over-sorted', { stage: stageName(key), by: t(`sorted-${board.pipeline?.sort ?? 'hand'}`) }));
}

/** What a column holds after a move. */
export function sayDropped(stage: string | null, totals: Totals): void {
  announce(t('say-dropped', { stage: stageName(keyOf(stage)), count: number(totals.count), sum: sumsRound(totals) }));
}
