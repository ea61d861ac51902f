/**
 * The desk of a test file and the window on it. Each file of tests is a process of its own, so there is one of each:
 * the desk is opened when this is imported and closed after the last test.
 */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { until } from '../common.mjs';
import { openDesk } from './driver.mjs';
import { columnIds, dump } from './file.mjs';
import { handsOn } from './hands.mjs';
import { card, hook, pagesOf } from './pages.mjs';

export const desk = await openDesk();
after(() => desk.close());

/** The application as it was last opened, with its pages and hands on it. */
export let satchel;
export let page;
export let hand;

/** Opens the application, in English where nothing else is asked for, and waits for its page. @param {NodeJS.ProcessEnv} env */
export async function open(env = {}) {
  satchel = await desk.start({ env: { SATCHEL_LOCALE: 'en', ...env } });
  page = pagesOf(satchel);
  hand = handsOn(satchel);
  await satchel.rest();
}

/** The same where it opens on the board. @param {NodeJS.ProcessEnv} env */
export async function openBoard(env = {}) {
  await open(env);
  await page.board();
}

/** Until the file holds these data. */
export async function holds(data, what = 'the data of before', patience = undefined) {
  await until(what, async () => (await satchel.rest()) && dump(desk.dataDir) === data, patience);
}

/** Ctrl+Z gives back the data of before. */
export async function undone(earlier) {
  await hand.undo();
  await holds(earlier);
}

/** Screen and file say the same order of a stage, and it is this. */
export async function stands(stage, ids) {
  await until(`${stage} in its new order`, async () => JSON.stringify(await page.order(stage)) === JSON.stringify(ids));
  await satchel.rest();
  assert.deepEqual(columnIds(desk.dataDir, stage), ids, 'the file holds what the screen shows');
}

/** Carries a card over one of the places that Move to opens. @param {string} id @param {string} place */
export async function carryTo(id, place) {
  await hand.lift(card(id));
  await hand.move(hook('dock-move'));
  await page.appears(place);
  await hand.move(place);
  await page.appears(`${place}.is-over`);
}
