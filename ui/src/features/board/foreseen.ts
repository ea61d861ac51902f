/**
 * Drawing an act before the core answers: cards stand in their new place and totals change in the same frame.
 * When the core refuses, every card goes back to its exact place. Afterwards the columns are read again.
 */
import { revision } from '../../store';
import type { Intent, Settle } from '../../store/foresight';
import type { Card, Totals } from '../../ipc';
import { board, cellOf, hold } from './boardStore.svelte';
import { keyOf, type Cell } from './cell.svelte';
import { flash } from './flash.svelte';
import { recallOptions } from './optionsMemory';
import { arrivingAt } from './dropPolicy';
import { unchoose } from './selection.svelte';
import { indexOf, inserted, putBack, withCard, without, type Strip, type Taken } from './strip';
import { minus, NO_TOTALS, plus } from './totals';

type Before = { readonly cell: Cell; readonly totals: Totals; readonly taken: readonly Taken[] };

/** What known cards count for: shown until the core's own totals are there. */
function roughly(cards: readonly Card[]): Totals {
  return cards.reduce<Totals>(
    (sum, card) => plus(sum, { count: 1, sums: card.value ? [{ currency: card.value.currency, sum: card.value.minor, weighted: 0 }] : [] }),
    NO_TOTALS,
  );
}

/** The index a place means in a strip from which the moved cards were taken. */
function indexFor(strip: Strip, intent: Extract<Intent, { what: 'move' }>): number {
  const { place, at } = intent;
  if (at !== undefined) return at;
  if (place.at === 'top') return 0;
  if (place.at === 'bottom') return strip.count;
  const found = indexOf(strip, place.card);
  if (found < 0) return 0;
  return place.at === 'after' ? found + 1 : found;
}

/** Takes the deals out of every column. */
function takeAway(ids: readonly string[]): Before[] {
  const wanted = new Set(ids);
  const options = recallOptions(ids, revision());
  const befores: Before[] = [];
  for (const cell of board.cells) {
    const { strip, taken } = without(cell.strip, wanted);
    const leaving = options?.leaving.find((one) => one.pipeline === cell.pipeline && one.stage === cell.stageId)?.totals;
    if (taken.length === 0 && !leaving) continue;
    befores.push({ cell, totals: cell.totals, taken });
    cell.totals = minus(cell.totals, leaving ?? roughly(taken.map((one) => one.card)));
    cell.strip = leaving ? { count: cell.totals.count, cards: strip.cards } : strip;
  }
  return befores;
}

function move(intent: Extract<Intent, { what: 'move' }>): Settle | undefined {
  const target = board.pipeline?.id === intent.pipeline ? cellOf(keyOf(intent.stage)) : undefined;
  const options = recallOptions(intent.ids, revision());
  const release = hold();
  const befores = takeAway(intent.ids);
  const targetTotals = target?.totals;
  const cards = befores.flatMap((before) => before.taken.map((one) => one.card));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const ordered = intent.ids.map((id) => byId.get(id)).filter((card) => card !== undefined);
  if (target) {
    const arriving = ordered.map((card) => (card.stage === intent.stage ? card : { ...card, pipeline: intent.pipeline, stage: intent.stage, rot: null, days_in_stage: 0 }));
    target.strip = inserted(target.strip, indexFor(target.strip, intent), arriving);
    const stayed = befores.find((before) => before.cell === target);
    // Totals of cards that were there already come back; of the others the core said what they count for here.
    const change = arrivingAt(options, intent.pipeline, intent.stage) ?? roughly(ordered.filter((card) => card.stage !== intent.stage));
    target.totals = plus(stayed ? stayed.totals : target.totals, change);
    flash(intent.ids);
  }
  return (done) => {
    if (done === null) {
      if (target) {
        target.strip = without(target.strip, new Set(intent.ids)).strip;
        if (targetTotals) target.totals = targetTotals;
      }
      giveBack(befores);
    } else if (!target) unchoose(intent.ids);
    release(new Set([...befores.map((before) => before.cell), ...(target ? [target] : [])]));
  };
}

function giveBack(befores: readonly Before[]): void {
  for (const { cell, totals, taken } of befores) {
    cell.strip = putBack(cell.strip, taken);
    cell.totals = totals;
  }
}

function leave(ids: readonly string[]): Settle | undefined {
  if (ids.length === 0) return undefined;
  const release = hold();
  const befores = takeAway(ids);
  return (done) => {
    if (done === null) giveBack(befores);
    else unchoose(ids);
    release(befores.map((before) => before.cell));
  };
}

function retitle(id: string, title: string): Settle | undefined {
  const found = board.cells.find((cell) => indexOf(cell.strip, id) >= 0);
  if (!found) return undefined;
  const old = found.strip.cards.get(indexOf(found.strip, id))?.title ?? title;
  const release = hold();
  found.strip = withCard(found.strip, id, (card) => ({ ...card, title }));
  return (done) => {
    if (done === null) found.strip = withCard(found.strip, id, (card) => ({ ...card, title: old }));
    release([found]);
  };
}

/** Registered with `onIntent` while the board lives. */
export function foreseeOnBoard(intent: Intent): Settle | undefined {
  switch (intent.what) {
    case 'move':
      return move(intent);
    case 'leave':
      return leave(intent.ids);
    case 'title':
      return retitle(intent.id, intent.title);
  }
}
