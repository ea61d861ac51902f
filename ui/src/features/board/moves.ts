/** Moving cards at once, without lifting: to the neighbour stage, up and down in a column. */
import { announce, catalog } from '../../store';
import { moveDeals, type MoveTo } from '../../store/acts';
import { t } from '../../i18n';
import { board, placeOf } from './boardStore.svelte';
import { columnBeside, currentSpot, focusDeal, focusNear } from './focus.svelte';
import { sayWhyNot } from './refused';
import { sayDropped } from './say';
import { subjectIds } from './subject';
import { subjectFits } from './tools';

/** Moves and says where the cards stand now; the focus follows the card that had it. */
export async function moveAndFollow(ids: readonly string[], to: MoveTo): Promise<void> {
  const spot = currentSpot();
  const moving = moveDeals(ids, to);
  // The board has drawn it already: the focus goes along in the same frame.
  if (spot?.id && ids.includes(spot.id)) void (to.pipeline === board.pipeline?.id ? focusDeal(spot.id) : focusNear(spot));
  const done = await moving;
  const now = done?.stages.find((one) => one.pipeline === to.pipeline && one.stage === to.stage);
  if (now && to.pipeline === board.pipeline?.id) sayDropped(to.stage, now.totals);
}

/** `,` and `.`: the cards go to the stage beside the one they stand in. */
export async function moveBeside(step: 1 | -1): Promise<void> {
  const ids = subjectIds();
  const place = ids[0] ? placeOf(ids[0]) : null;
  if (!place) return;
  if (!subjectFits().has('move')) return sayWhyNot('move', ids);
  const next = columnBeside(place.cell.key, step);
  const cell = next === null ? undefined : board.cells.find((one) => one.key === next);
  if (!cell) return announce(t(step === 1 ? 'say-last-stage' : 'say-first-stage'));
  await moveAndFollow(ids, { pipeline: cell.pipeline, stage: cell.stageId, place: { at: 'top' } });
}

/** Alt+Up and Alt+Down: one place in the column. */
export async function reorder(step: 1 | -1): Promise<void> {
  const ids = subjectIds();
  const place = ids[0] ? placeOf(ids[0]) : null;
  if (!place || ids.length !== 1) return;
  if (!subjectFits().has('move')) return sayWhyNot('move', ids);
  if (!board.byHand) return announce(t('say-sorted', { by: t(`sorted-${board.pipeline?.sort ?? 'hand'}`) }));
  const { cell, index } = place;
  const neighbour = cell.strip.cards.get(index + step);
  if (!neighbour) return;
  const where = { pipeline: cell.pipeline, stage: cell.stageId, place: { at: step === 1 ? 'after' : 'before', card: neighbour.id } as const };
  await moveAndFollow(ids, where);
}

/** To the top or bottom of the column the card stands in. */
export async function moveToEnd(id: string, at: 'top' | 'bottom'): Promise<void> {
  const place = placeOf(id);
  if (place) await moveAndFollow([id], { pipeline: place.cell.pipeline, stage: place.cell.stageId, place: { at } });
}

/** Whether there is anywhere else than the stages of this pipeline. */
export const hasElsewhere = (): boolean => catalog.settings.leads_enabled || catalog.pipelines.length > 1;
