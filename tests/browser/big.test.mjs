/** A hundred thousand deals, twenty thousand of them in one column: the page stays small, every card can be reached. */
import assert from 'node:assert/strict';
import { before } from 'node:test';
import { NO_FILTER, fill, scenarios, scratch, until } from './harness.mjs';

const DEALS = 100_000;
const SHARE = 20;
const MOST_NODES = 2_500;

const dir = scratch('big');
before(() => fill(dir, DEALS, SHARE));
const scenario = scenarios({ sample: null, dir: () => dir, prepare: (core) => core.call('set_preference', { key: 'welcomed', value: true }) });

const nodes = (page) => page.evaluate(() => document.querySelectorAll('*').length);

/** The first column as the core knows it. */
async function first(core) {
  const board = await core.board(null, {}, 1);
  const [column] = board.columns;
  return { pipeline: board.pipeline.id, stage: column.stage.id, name: column.stage.name, second: board.columns[1].stage.name, count: column.totals.count };
}

async function ids(core, { pipeline, stage }, from, to) {
  return (await core.call('column_ids', { pipeline, stage, filter: NO_FILTER, from, to })).ids;
}

/** Scrolls a column until the card at this place (from 1) is in the middle of the view; answers its id. */
async function scrollTo(ui, name, place) {
  const list = ui.board.column(name).locator('.col__cards');
  return until(`card ${place} of ${name}`, async () => {
    const found = await list.evaluate((element, wanted) => {
      const cards = [...element.querySelectorAll('[data-testid="card"]')];
      const at = cards.find((card) => Number(card.getAttribute('aria-posinset')) === wanted);
      const middle = element.getBoundingClientRect().top + element.clientHeight / 2;
      if (at) {
        const off = at.getBoundingClientRect().top - middle;
        const room = element.scrollTop + off < 0 || element.scrollTop + off > element.scrollHeight - element.clientHeight;
        if (Math.abs(off) < 120 || room) return at.dataset.dealId;
        element.scrollTop += off;
        return null;
      }
      const near = cards[0] ? Number(cards[0].getAttribute('aria-posinset')) : null;
      const tall = element.scrollHeight / Math.max(1, Number(cards[0]?.getAttribute('aria-setsize') ?? 1));
      element.scrollTop = near === null ? wanted * tall : element.scrollTop + (wanted - near) * tall;
      return null;
    }, place);
    await ui.frames(1);
    return found;
  });
}

/** Watches the gaps between animation frames until asked. */
async function watchFrames(page) {
  await page.evaluate(() => {
    const gaps = [];
    let last = performance.now();
    let going = true;
    const tick = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (going) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    window.endFrames = () => {
      going = false;
      return gaps;
    };
  });
  return async () => {
    const gaps = (await page.evaluate(() => window.endFrames())).sort((a, b) => a - b);
    const at = (share) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))].toFixed(1);
    return `${gaps.length} frames, gaps p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms, over 50 ms: ${gaps.filter((gap) => gap > 50).length}`;
  };
}

/** Wheels over a column, a notch a frame, counting nodes on the way. */
async function wheel(ui, name, notches, delta) {
  const box = await ui.board.column(name).boundingBox();
  await ui.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  let most = 0;
  for (let notch = 0; notch < notches; notch += 1) {
    await ui.page.mouse.wheel(0, delta);
    await ui.frames(1);
    if (notch % 5 === 0) most = Math.max(most, await nodes(ui.page));
  }
  return most;
}

scenario('opened, scrolled to the end and back, the page never grows', async ({ ui, core, page, note, shot }) => {
  const column = await first(core);
  assert.ok(column.count >= 10_000, `${column.count} in the first stage`);
  const list = ui.board.column(column.name).locator('.col__cards');
  const seen = [await nodes(page)];
  const steps = 40;
  for (const step of [...Array(steps + 1).keys(), ...[...Array(steps).keys()].reverse()]) {
    await list.evaluate((element, share) => (element.scrollTop = (element.scrollHeight - element.clientHeight) * share), step / steps);
    await ui.frames(1);
    seen.push(await nodes(page));
    if (step === steps) {
      await ui.rest();
      await until('the last card', async () => (await list.locator(`[aria-posinset="${column.count}"]`).count()) === 1);
      const [last] = await ids(core, column, column.count - 1, column.count);
      assert.equal(await list.locator(`[aria-posinset="${column.count}"]`).getAttribute('data-deal-id'), last);
      await shot('big-end');
    }
  }
  await ui.rest();
  assert.equal(await list.locator('[aria-posinset="1"]').count(), 1, 'back at the first card');
  note(`DOM nodes at most ${Math.max(...seen)} of ${MOST_NODES}`);
  assert.ok(Math.max(...seen) < MOST_NODES, `${Math.max(...seen)} nodes`);
});

scenario('twenty places drawn by lot are reached by scrolling, each with the card that belongs there', async ({ ui, core, page }) => {
  const column = await first(core);
  let chance = 20_261_124;
  const draw = () => (chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31);
  for (let round = 0; round < 20; round += 1) {
    const place = 1 + (draw() % column.count);
    const shown = await scrollTo(ui, column.name, place);
    const [wanted] = await ids(core, column, place - 1, place);
    assert.equal(shown, wanted, `place ${place}`);
    assert.ok((await nodes(page)) < MOST_NODES);
  }
});

scenario('wheeling and dragging: frame gaps as measured here, nodes within their limit', async ({ ui, core, page, note }) => {
  const column = await first(core);
  let end = await watchFrames(page);
  let most = await wheel(ui, column.name, 60, 480);
  most = Math.max(most, await wheel(ui, column.name, 30, -960));
  note(`wheeling: ${await end()}`);
  await ui.rest();
  const title = (await ui.board.titles(column.name))[0];
  const hand = await ui.board.lift(title);
  end = await watchFrames(page);
  const box = await ui.board.element.boundingBox();
  for (let step = 0; step <= 120; step += 1) {
    await page.mouse.move(box.x + 60 + ((box.width - 120) * step) / 120, box.y + 300 + 180 * Math.sin(step / 6));
    await ui.frames(1);
    if (step % 10 === 0) most = Math.max(most, await nodes(page));
  }
  note(`dragging: ${await end()}`);
  note('measured in headless Chromium, drawn by software');
  await hand.escape();
  assert.ok(most < MOST_NODES, `${most} nodes`);
});

scenario('a large screen in the smallest density keeps to the same limit', { size: [2560, 1440] }, async ({ ui, core, page, note }) => {
  const column = await first(core);
  await core.call('set_preference', { key: 'density', value: 'compact' });
  await page.reload();
  await ui.rest();
  let most = await nodes(page);
  most = Math.max(most, await wheel(ui, column.name, 20, 1200));
  const hand = await ui.board.lift((await ui.board.titles(column.second))[0]);
  await hand.openFan().catch(() => undefined);
  most = Math.max(most, await nodes(page));
  await hand.escape();
  await core.call('set_preference', { key: 'density', value: 'normal' });
  note(`DOM nodes at most ${most}`);
  assert.ok(most < MOST_NODES, `${most} nodes`);
});

scenario('a card dropped between the 5,432nd and the next stays there, also after a restart', async (stage) => {
  const { ui, core, shot } = stage;
  const column = await first(core);
  const before = await ids(core, column, 5_430, 5_434);
  const title = (await ui.board.titles(column.second))[2];
  const hand = await ui.board.lift(title);
  // The wheel turns while the card is in hand.
  await scrollTo(ui, column.name, 5_432);
  await until('the line behind the 5,432nd', async () => {
    const box = await ui.board.column(column.name).locator('[aria-posinset="5432"]').boundingBox();
    await hand.at(box.x + box.width / 2, box.y + box.height - 4);
    const { line } = await ui.board.read(column.name);
    const now = await ui.board.column(column.name).locator('[aria-posinset="5432"]').boundingBox();
    return line !== null && line >= now.y + now.height - 1 && line <= now.y + now.height + 12;
  });
  await ui.rest();
  await shot('big-drop');
  await hand.drop();
  const [moved] = (await ids(core, column, 5_432, 5_433));
  assert.deepEqual(await ids(core, column, 5_430, 5_435), [before[0], before[1], moved, before[2], before[3]]);
  assert.equal((await core.detail(moved)).deal.title, title);
  assert.equal(await scrollTo(ui, column.name, 5_433), moved);
  await stage.restart();
  assert.deepEqual(await ids(stage.core, column, 5_430, 5_435), [before[0], before[1], moved, before[2], before[3]]);
  assert.equal(await scrollTo(stage.ui, column.name, 5_433), moved);
  assert.equal(await scrollTo(stage.ui, column.name, 5_432), before[1]);
});

scenario('all of a column is selected at once and moved as one step', async ({ ui, core, page }) => {
  const column = await first(core);
  await ui.board.column(column.name).getByTestId('card').first().focus();
  await ui.press('Shift+ArrowDown');
  await scrollTo(ui, column.name, 300);
  await ui.board.column(column.name).locator('[aria-posinset="300"]').click({ modifiers: ['Shift'] });
  await until('three hundred selected', async () => /300/.test(await ui.by('selection-bar').innerText()));
  await ui.rest();
  await ui.press('.');
  const board = await core.board(null, {}, 1);
  assert.equal(board.columns[0].totals.count, column.count - 300);
  await until('the counts', async () => (await ui.board.read(column.second)).count === board.columns[1].totals.count);
  assert.ok((await nodes(page)) < MOST_NODES);
  await ui.undo();
  assert.equal((await core.board(null, {}, 1)).columns[0].totals.count, column.count);
});
