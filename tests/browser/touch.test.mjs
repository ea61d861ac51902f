/** The board under a finger: a long press carries, a swipe scrolls, two fingers never drag. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios({ touch: true, size: [1440, 640] });

/** One finger on the glass; a second one where a test needs it. */
class Finger {
  constructor(session, page) {
    this.session = session;
    this.page = page;
  }

  static async on(stage) {
    return new Finger(await stage.context.newCDPSession(stage.page), stage.page);
  }

  #send(type, points) {
    return this.session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  }

  down(...points) {
    return this.#send('touchStart', points);
  }

  /** Moves in steps, a frame each. */
  async move([fromX, fromY], [toX, toY], steps = 8) {
    for (let step = 1; step <= steps; step += 1) {
      await this.#send('touchMove', [[fromX + ((toX - fromX) * step) / steps, fromY + ((toY - fromY) * step) / steps]]);
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  up() {
    return this.#send('touchEnd', []);
  }
}

const middle = async (locator) => {
  const box = await locator.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
};

const scrolled = (page) => page.evaluate(() => [...document.querySelectorAll('.col__cards')].map((list) => list.scrollTop));

scenario('a long press lifts the card, the finger carries it, letting go drops it', async (stage) => {
  const { ui, core, page, shot } = stage;
  const finger = await Finger.on(stage);
  const from = await middle(ui.board.card('Welding-fume hoods, bay 4'));
  await finger.down(from);
  await ui.by('dock').waitFor();
  await ui.rest();
  assert.equal(await page.locator('.hand').count(), 1);
  const card = await ui.board.card('Cooling-tower overhaul').boundingBox();
  await finger.move(from, [card.x + card.width / 2, card.y + card.height - 6]);
  await until('the line behind the card', async () => (await ui.board.read('Negotiation')).line !== null);
  assert.equal((await ui.board.read('Negotiation')).head, '3 → 4');
  await shot('touch');
  await finger.up();
  await ui.rest();
  assert.equal((await core.board()).columns[3].cards[1].title, 'Welding-fume hoods, bay 4');
  await ui.board.assertAsInCore();
  assert.equal(await ui.by('deal-detail').count(), 0, 'the release opens nothing');
});

scenario('a long press carries to the dock as well', async (stage) => {
  const { ui, core } = stage;
  const finger = await Finger.on(stage);
  const { id } = await core.deal('Oven hall ventilation');
  const from = await middle(ui.board.card('Oven hall ventilation'));
  await finger.down(from);
  await ui.by('dock').waitFor();
  await ui.rest();
  await finger.move(from, await middle(ui.by('dock-won')));
  await finger.up();
  await until('it won', async () => (await core.detail(id)).deal.status === 'won');
  await ui.board.assertAsInCore();
});

scenario('a swipe that begins before the time is up scrolls the column and lifts nothing', async (stage) => {
  const { ui, core, page } = stage;
  const before = still(await core.board());
  const finger = await Finger.on(stage);
  const from = await middle(ui.board.card('Paint booth extraction'));
  await finger.down(from);
  await finger.move(from, [from[0], from[1] - 160], 6);
  await until('the column to scroll', async () => (await scrolled(page))[0] > 40);
  assert.equal(await ui.by('dock').count(), 0);
  await finger.up();
  await ui.rest();
  assert.equal(await ui.by('dock').count(), 0);
  assert.equal(await ui.by('deal-detail').count(), 0);
  assert.deepEqual(still(await core.board()), before);
});

scenario('a second finger puts the card back', async (stage) => {
  const { ui, core } = stage;
  const before = { board: still(await core.board()), history: await core.history() };
  const finger = await Finger.on(stage);
  const from = await middle(ui.board.card('Two packaged chillers'));
  await finger.down(from);
  await ui.by('dock').waitFor();
  await finger.down(from, [from[0] + 120, from[1] + 40]);
  await until('the card back', async () => (await ui.by('dock').count()) === 0);
  await finger.up();
  await ui.rest();
  assert.deepEqual({ board: still(await core.board()), history: await core.history() }, before);
  await ui.board.assertAsInCore();
});

scenario('a tap opens the deal', async ({ ui }) => {
  await ui.board.card('Two packaged chillers').tap();
  await ui.drawer.element.waitFor();
  await ui.rest();
});

scenario('everything on the board is large enough for a finger in the density made for it', async ({ ui, page, shot }) => {
  await ui.palette.run('touch', /Density: touch/i);
  await shot('touch-board');
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('.view button, nav button, .search')]
      .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent.trim(), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43 || box.width < 43))
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  );
  assert.deepEqual(small, [], 'smaller than 44 px');
});
