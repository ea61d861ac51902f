/** Carrying a lifted card with the arrow keys: across columns and places, to the dock with Tab, dropped with Space or Enter. */
import { tick } from 'svelte';
import { announce } from '../../store';
import { errorText } from '../../i18n';
import { board, cellOf } from './boardStore.svelte';
import { carry, cancelCarry, dropOnStage, hangOver, lift, refusal } from './carry.svelte';
import { columnBeside, currentSpot, focusDeal } from './focus.svelte';
import { isFolded, peek } from './folds.svelte';
import { handleOf, sectionOf } from './handles';
import { placeOf } from './boardStore.svelte';
import { sayHanging } from './say';

/** Lifts the focused card. */
export function liftFocused(): void {
  const spot = currentSpot();
  const place = spot?.id ? placeOf(spot.id) : null;
  if (!place) return;
  lift(place.card, place.cell.key, place.index, 'keys');
  hang(place.cell.key, place.index, false);
}

function hang(key: string, index: number, say = true): void {
  const cell = cellOf(key);
  if (!cell) return;
  if (isFolded(cell.pipeline, key)) peek(cell.pipeline, key);
  const target = { on: 'stage', pipeline: cell.pipeline, stage: cell.stageId } as const;
  const at = Math.max(0, Math.min(index, cell.strip.count));
  hangOver(target, { key, index: at });
  sectionOf(key)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (cell.strip.count > 0) handleOf(key)?.reveal(Math.min(at, cell.strip.count - 1));
  const refused = refusal(target);
  if (refused) announce(errorText(refused));
  else if (say) sayHanging(key, at);
}

/** One place up or down, passing over cards that are in hand themselves. */
export function carryDown(step: 1 | -1): void {
  const gap = carry.gap;
  const cell = gap ? cellOf(gap.key) : undefined;
  if (!gap || !cell) return;
  if (!board.byHand) return step === 1 ? toDock() : undefined;
  let index = gap.index + step;
  while (carry.hand?.held.has(cell.strip.cards.get(step === 1 ? index - 1 : index)?.id ?? '') && index > 0 && index < cell.strip.count) index += step;
  if (index > cell.strip.count) return toDock();
  hang(gap.key, index);
}

export function carrySideways(step: 1 | -1): void {
  const key = carry.gap?.key ?? carry.hand?.from.key;
  const next = key === undefined ? null : columnBeside(key, step);
  if (next !== null) hang(next, carry.gap?.index ?? 0);
}

export function carryToEnd(step: 1 | -1): void {
  const gap = carry.gap;
  const cell = gap ? cellOf(gap.key) : undefined;
  if (gap && cell) hang(gap.key, step === 1 ? cell.strip.count : 0);
}

/** Moves the focus to the dock's zones. */
export function toDock(): void {
  hangOver(null, null);
  document.querySelector<HTMLElement>('.dock .zone:not([aria-disabled="true"])')?.focus();
}

/** Back from the dock to the columns. */
export function toColumns(): void {
  const held = carry.hand;
  if (!held) return;
  handleOf(held.from.key)?.element(held.lead.id)?.focus({ preventScroll: true });
  hang(held.from.key, held.from.index, false);
}

/** Between the dock's zones. */
export function alongDock(step: 1 | -1): void {
  const zones = [...document.querySelectorAll<HTMLElement>('.dock .zone:not([aria-disabled="true"])')];
  const at = zones.indexOf(document.activeElement as HTMLElement);
  zones[(at + step + zones.length) % zones.length]?.focus();
}

export const inDock = (): boolean => document.activeElement?.closest('.dock') != null;

/** Space or Enter: lets go where the cards hang. */
export function dropHere(): void {
  const { over, hand } = carry;
  if (!hand) return;
  const id = hand.lead.id;
  if (inDock()) return (document.activeElement as HTMLElement).click();
  if (over?.on === 'stage') dropOnStage(over);
  else cancelCarry();
  void tick().then(() => focusDeal(id));
}

/** Esc: everything back, the focus on the card that was lifted. */
export function giveUp(): void {
  const id = carry.hand?.lead.id;
  cancelCarry();
  if (id) void tick().then(() => focusDeal(id));
}
