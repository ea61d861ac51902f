import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { before, test } from 'node:test';
import { fill, until } from '../common.mjs';
import { desk, hand, openBoard, page, satchel } from './desk.mjs';
import { columnIds, soundness } from './file.mjs';
import { framesSeen, watchFrames } from './frames.mjs';
import { Key, spotOf } from './hands.mjs';
import { card, column, hook } from './pages.mjs';

const DEALS = 100_000;
const SHARE = 20;
/** The drop goes between this card of the long column and the next, counted from one. */
const ABOVE = 5432;
const MOST_NODES = 2500;
/** A fast wheel: this many pixels each frame, for this long. */
const SCROLL_STEP = 120;
const SCROLL_MS = 4000;
const LONG = 'Qualified';
const LIST = `${column(LONG)} .col__cards`;

before(() => {
  mkdirSync(desk.dataDir);
  fill(desk.dataDir, DEALS, SHARE);
});

/** Ids of the long column in the order of the file. */
const stored = () => columnIds(desk.dataDir, LONG);

/** What is drawn of the long column: place in it (from one) and deal. */
const drawn = () => page.ask("return [...document.querySelector(arguments[0]).querySelectorAll('[data-deal-id]')].map((one) => [Number(one.ariaPosInSet ?? one.getAttribute('aria-posinset')), one.dataset.dealId])", LIST);
const nodes = () => page.ask("return document.querySelectorAll('*').length");
const scrollTo = (top) => page.ask('document.querySelector(arguments[0]).scrollTop = arguments[1]', LIST, top);
const scrolled = () => page.ask('const list = document.querySelector(arguments[0]); return { top: list.scrollTop, most: list.scrollHeight - list.clientHeight }', LIST);

/** Scrolls until a place of the column is drawn in the middle of the view, as a person with the scrollbar would. */
async function bringIntoView(place, count) {
  const { most } = await scrolled();
  let top = (most * place) / count;
  await until(`the ${place}th card in view`, async () => {
    await scrollTo(top);
    await satchel.rest();
    const seen = await page.ask(
      `const list = document.querySelector(arguments[0]); const view = list.getBoundingClientRect();
       const cards = [...list.querySelectorAll('[data-deal-id]')].map((one) => [Number(one.getAttribute('aria-posinset')), one.getBoundingClientRect().top - view.top, view.height, list.scrollTop]);
       return cards.find(([place]) => place === arguments[1]) ?? cards[0] ?? null`,
      LIST,
      place,
    );
    if (!seen) return false;
    const [found, y, height, now] = seen;
    if (found === place && y > height * 0.25 && y < height * 0.55) return true;
    top = now + y - height * 0.4 + (place - found) * (most / count);
    return false;
  });
}

test(`a board of ${DEALS.toLocaleString('en')} deals opens, every card can be scrolled to, the page stays small`, async (context) => {
  const start = performance.now();
  await openBoard();
  context.diagnostic(`start: ${Math.round(performance.now() - start)} ms from the start of the driver to the board at rest, ${DEALS} deals`);
  await desk.picture('large-board');
  const ids = stored();
  assert.ok(ids.length >= 10_000, 'a long column');
  assert.equal((await page.counts())[LONG], ids.length, 'the head counts what the file holds');
  let most = await nodes();
  for (let step = 0; step <= 40; step += 1) {
    const { most: bottom } = await scrolled();
    await scrollTo((bottom * step) / 40);
    await until('cards drawn there', async () => {
      await satchel.rest();
      const cards = await drawn();
      const { top } = await scrolled();
      return cards.length > 5 && Math.abs(cards[0][0] / ids.length - top / bottom) < 0.01;
    });
    for (const [place, id] of await drawn()) assert.equal(id, ids[place - 1], `the ${place}th card of the column is the ${place}th of the file`);
    most = Math.max(most, await nodes());
  }
  await hand.key('1');
  await hand.key(Key.END);
  await until('the last card in focus', async () => (await page.focused()) === ids.at(-1));
  await desk.picture('large-board-end');
  context.diagnostic(`nodes: at most ${most}`);
  assert.ok(most < MOST_NODES, `${most} nodes`);
});

test('scrolling through it: the gaps between frames', async (context) => {
  await scrollTo(0);
  await satchel.rest();
  await watchFrames(satchel);
  await satchel.driver.executeAsyncScript(
    function (list, ms, step, done) {
      const scroller = document.querySelector(list);
      const end = performance.now() + ms;
      const go = () => {
        scroller.scrollTop += step;
        if (performance.now() < end) requestAnimationFrame(go);
        else done();
      };
      requestAnimationFrame(go);
    },
    LIST,
    SCROLL_MS,
    SCROLL_STEP,
  );
  context.diagnostic(await framesSeen(satchel, 'scrolling the long column'));
  assert.ok((await scrolled()).top > 10 * SCROLL_STEP, 'it did scroll');
});

test(`a card dropped between the ${ABOVE.toLocaleString('en')}nd and the next stands there, also after a restart`, async (context) => {
  const ids = stored();
  await bringIntoView(ABOVE, ids.length);
  const [moved] = await page.order('Site visit');
  await watchFrames(satchel);
  await hand.lift(card(moved));
  // A tour over the board, then to the place.
  await hand.move(column('Negotiation'), 40, 16);
  await hand.move(await spotOf(satchel, column('Site visit'), [0.5, 0.5]), 30, 16);
  await hand.move(await spotOf(satchel, card(ids[ABOVE]), [0.5, 0.2]), 30, 16);
  await page.appears('.insert');
  context.diagnostic(await framesSeen(satchel, 'dragging over the board'));
  await desk.picture('large-drag');
  await hand.release();
  await until('the card in its place', async () => (await drawn()).some(([place, id]) => place === ABOVE + 1 && id === moved));
  await satchel.rest();
  const wanted = [...ids.slice(0, ABOVE), moved, ...ids.slice(ABOVE)];
  assert.deepEqual(stored().slice(ABOVE - 3, ABOVE + 4), wanted.slice(ABOVE - 3, ABOVE + 4));
  assert.ok((await nodes()) < MOST_NODES);
  await satchel.stop();
  await openBoard();
  await bringIntoView(ABOVE, wanted.length);
  assert.deepEqual((await drawn()).find(([place]) => place === ABOVE + 1), [ABOVE + 1, moved], 'it is still there');
});

test('a card held at the edge scrolls the long column: the gaps between frames', async (context) => {
  await scrollTo(0);
  await satchel.rest();
  const [, moved] = await page.order('Site visit');
  await watchFrames(satchel);
  await hand.lift(card(moved));
  await hand.move(await spotOf(satchel, LIST, [0.5, 0.97]), 20, 16);
  await until('the column to have gone a long way', async () => (await scrolled()).top > 3000);
  context.diagnostic(await framesSeen(satchel, 'a card held at the edge of the long column'));
  assert.ok((await nodes()) < MOST_NODES);
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('dock'));
  await hand.release();
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
