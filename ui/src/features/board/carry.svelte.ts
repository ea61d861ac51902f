/**
 * Cards in hand, by pointer or by keys: what is held, what it hangs over, what the core allows there.
 * Decides nothing about rules; the drop calls the acts that everybody uses.
 */
import { call, type Card, type DropOptions, type Place } from '../../ipc';
import { announce, revision } from '../../store';
import { convertDeals, deleteDeals, loseDeals, moveDeals, pickMove, winDeals } from '../../store/acts';
import type { AskAnchor, Deals } from '../../store/asks.svelte';
import { t } from '../../i18n';
import { board, cellOf } from './boardStore.svelte';
import { keyOf, type Cell } from './cell.svelte';
import { refusalOf, sameTarget, type Target } from './dropPolicy';
import { rememberOptions } from './optionsMemory';
import { sayRefused } from './refused';
import { chosenIds, clearSelection, isChosen, selection, titlesOf } from './selection.svelte';
import { focusDeal, focusNear } from './focus.svelte';
import { endPeeks } from './folds.svelte';
import { sayDropped, sayLifted } from './say';

export type Mode = 'pointer' | 'keys';
/** A zone that waits for an answer. */
export type Pending = 'lost' | 'delete' | 'leads' | 'move' | 'won';
export type Hand = {
  readonly ids: readonly string[];
  readonly held: ReadonlySet<string>;
  /** The card that was gripped. */
  readonly lead: Card;
  readonly from: { readonly key: string; readonly index: number };
  readonly mode: Mode;
};

let hand = $state.raw<Hand | null>(null);
let options = $state.raw<DropOptions | null>(null);
let over = $state.raw<Target | null>(null);
let gap = $state.raw<{ readonly key: string; readonly index: number } | null>(null);
let pending = $state<Pending | null>(null);
let fan = $state(false);

export const carry = {
  get hand(): Hand | null {
    return hand;
  },
  get options(): DropOptions | null {
    return options;
  },
  /** What the cards hang over; may refuse them. */
  get over(): Target | null {
    return over;
  },
  /** Before which card they would stand. */
  get gap(): { readonly key: string; readonly index: number } | null {
    return gap;
  },
  get pending(): Pending | null {
    return pending;
  },
  /** Whether Move to shows where. */
  get fan(): boolean {
    return fan;
  },
  /** In hand and free to move. */
  get moving(): boolean {
    return hand !== null && pending === null;
  },
};

export const isHeld = (id: string): boolean => hand?.held.has(id) ?? false;

/** Takes a card in hand, with the whole selection when it is part of it. */
export function lift(card: Card, key: string, index: number, mode: Mode): void {
  if (!isChosen(card.id)) clearSelection();
  const ids = isChosen(card.id) ? chosenIds() : [card.id];
  hand = { ids, held: new Set(ids), lead: card, from: { key, index }, mode };
  options = null;
  over = null;
  gap = null;
  fan = false;
  void askOptions(hand);
  sayLifted(card, key, index, ids.length);
}

async function askOptions(mine: Hand): Promise<void> {
  try {
    const answer = await call('drop_options', { ids: [...mine.ids] });
    if (hand !== mine) return;
    options = answer;
    if (answer.revision >= revision()) rememberOptions(mine.ids, answer);
  } catch {
    // Without the answer everything looks allowed and the act itself says no.
  }
}

/** The cards hang over something, or over nothing. */
export function hangOver(target: Target | null, place: { key: string; index: number } | null): void {
  if (!sameTarget(target, over)) over = target;
  if (place?.key !== gap?.key || place?.index !== gap?.index) gap = place;
}

export function setFan(open: boolean): void {
  fan = open;
}

/** Puts everything back; nothing is written. */
export function cancelCarry(silent = false): void {
  if (hand === null) return;
  end(null);
  if (!silent) announce(t('say-cancelled'));
}

function end(dropped: string | null): void {
  if (board.pipeline) endPeeks(board.pipeline.id, dropped);
  hand = null;
  options = null;
  over = null;
  gap = null;
  fan = false;
  pending = null;
}

/** The deals in hand as the acts want them. */
function dealsOf(held: Hand, anchor: AskAnchor): Deals {
  return {
    ids: held.ids,
    ...(held.ids.length === 1 ? { title: held.lead.title, value: held.lead.value } : {}),
    titles: titlesOf(held.ids),
    totals: options?.selection ?? selection.totals,
    anchor,
    inHand: true,
  };
}

/** Why the drop would be refused, known before it is tried. */
export function refusal(target: Target | null = over): ReturnType<typeof refusalOf> {
  return target === null ? null : refusalOf(options, target);
}

export type Dropped = 'nothing' | 'moved' | 'asked';

/** Lets go over a stage. Answers 'nothing' when nothing changes or it is refused. */
export function dropOnStage(target: Extract<Target, { on: 'stage' }>): Dropped {
  const held = hand;
  const refused = refusalOf(options, target);
  if (!held || refused !== null) {
    cancelCarry();
    // As its target said: here is the reason again, and the way out where there is one.
    if (held && refused) sayRefused(refused, held.ids, held.lead.status);
    return 'nothing';
  }
  const cell = board.pipeline?.id === target.pipeline ? cellOf(keyOf(target.stage)) : undefined;
  const index = gap && cell && gap.key === cell.key ? gap.index : 0;
  if (cell && staysPut(cell, held, index)) {
    cancelCarry(true);
    return 'nothing';
  }
  const to = cell ? placeIn(cell, held, index) : { place: { at: 'top' } as const };
  end(cell?.key ?? null);
  const moving = moveDeals(held.ids, { pipeline: target.pipeline, stage: target.stage, ...to });
  void moving.then((done) => {
    const now = cell ? done?.stages.find((one) => one.pipeline === target.pipeline && one.stage === target.stage) : undefined;
    if (now) sayDropped(target.stage, now.totals);
  });
  return 'moved';
}

/** Whether the cards would stand where they stand. */
function staysPut(cell: Cell, held: Hand, index: number): boolean {
  const own = [...cell.strip.cards].filter(([, card]) => held.held.has(card.id)).map(([at]) => at);
  if (own.length !== held.ids.length) return false;
  if (!board.byHand) return true;
  const first = Math.min(...own);
  const last = Math.max(...own);
  return last - first === own.length - 1 && index >= first && index <= last + 1;
}

/** A place by intent: after the card before the gap, else before the card behind it. */
function placeIn(cell: Cell, held: Hand, index: number): { place: Place; at: number } {
  const { strip } = cell;
  const own = [...strip.cards].filter(([at, card]) => at < index && held.held.has(card.id)).length;
  const at = index - own;
  if (!board.byHand) return { place: { at: 'top' }, at };
  for (let before = index - 1; before >= 0; before -= 1) {
    const card = strip.cards.get(before);
    if (!card) break;
    if (!held.held.has(card.id)) return { place: { at: 'after', card: card.id }, at };
  }
  for (let behind = index; behind < strip.count; behind += 1) {
    const card = strip.cards.get(behind);
    if (!card) break;
    if (!held.held.has(card.id)) return { place: { at: 'before', card: card.id }, at };
  }
  return { place: at <= 0 ? { at: 'top' } : { at: 'bottom' }, at };
}

/** Lets go over a zone of the dock. The zone keeps the cards while its question is open. */
export async function dropOnZone(zone: Pending, anchor: AskAnchor): Promise<void> {
  const held = hand;
  if (!held || pending !== null) return;
  const refused = zone === 'move' ? null : refusalOf(options, { on: zone });
  if (refused !== null) {
    cancelCarry();
    return sayRefused(refused, held.ids, held.lead.status);
  }
  const deals = dealsOf(held, anchor);
  pending = zone;
  fan = false;
  over = zone === 'move' ? null : { on: zone };
  gap = null;
  const done = await actOf(zone)(deals);
  if (hand === held) end(null);
  if (done === null) announce(t('say-cancelled'));
  if (held.mode === 'keys') await (done === null ? focusDeal(held.lead.id) : focusNear({ ...held.from, id: held.lead.id }));
}

function actOf(zone: Pending): (deals: Deals) => Promise<unknown> {
  switch (zone) {
    case 'won':
      return winDeals;
    case 'lost':
      return loseDeals;
    case 'delete':
      return deleteDeals;
    case 'leads':
      return convertDeals;
    case 'move':
      return pickMove;
  }
}
