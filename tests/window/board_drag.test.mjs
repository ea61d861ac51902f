import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, holds, openBoard, page, satchel, stands } from './desk.mjs';
import { dump, rows, soundness } from './file.mjs';
import { Key, spotOf } from './hands.mjs';
import { card, column, hook, inFile } from './pages.mjs';

const start = () => openBoard({ SATCHEL_SAMPLE: '1' });
before(start);

const without = (ids, gone) => ids.filter((id) => !gone.includes(id));
const before_ = (ids, mark, moved) => without(ids, moved).flatMap((id) => (id === mark ? [...moved, id] : [id]));

test('a card dragged into another column stands exactly where the line was, after a restart too', async () => {
  const [from, to] = [await page.order('Qualified'), await page.order('Quote sent')];
  const [moved] = [from[2]];
  await hand.lift(card(moved));
  await hand.move(await spotOf(satchel, card(to[2]), [0.5, 0.2]));
  await page.appears('.insert');
  const [line, above, below] = await page.ask(
    'return arguments[0].map((one) => document.querySelector(one).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom }))',
    ['.insert', card(to[1]), card(to[2])],
  );
  assert.ok(line.top >= above.bottom - 1 && line.bottom <= below.top + 1, 'the line lies in the gap between the two cards');
  assert.match(await page.text(`${column('Quote sent')} .col__count`), /5 \S 6/, 'the head says what the count would be');
  await until('the column to be washed', () => page.shows(`${column('Quote sent')}.is-over`));
  await desk.picture('drag-over-column');
  await hand.release();
  await stands('Quote sent', before_(to, to[2], [moved]));
  await stands('Qualified', without(from, [moved]));
  assert.match(await page.toast(), /moved to Quote sent/);
  assert.equal(await page.focused(), moved, 'the focus goes along with the card');
  const entry = rows(desk.dataDir, `SELECT action, to_stage FROM stage_entries WHERE deal_id = ${inFile(moved)} ORDER BY at DESC, rowid DESC LIMIT 1`);
  assert.equal(entry[0].to_stage, 'Quote sent', 'the move stands in the history of the deal');
  await satchel.stop();
  await start();
  assert.deepEqual(await page.order('Quote sent'), before_(to, to[2], [moved]));
});

test('within a column a card goes down and up to any place', async () => {
  const ids = await page.order('Site visit');
  await hand.lift(card(ids[0]));
  await hand.move(await spotOf(satchel, card(ids[3]), [0.5, 0.2]));
  await hand.release();
  const down = before_(ids, ids[3], [ids[0]]);
  await stands('Site visit', down);
  await hand.lift(card(ids[4]));
  await hand.move(await spotOf(satchel, card(down[0]), [0.5, 0.2]));
  await hand.release();
  await stands('Site visit', before_(down, down[0], [ids[4]]));
});

test('a stack keeps its order and moves as one step', async () => {
  const earlier = dump(desk.dataDir);
  const [from, to] = [await page.order('Site visit'), await page.order('Negotiation')];
  const stack = [from[1], from[3], from[4]];
  await hand.click(card(stack[2]), { keys: [Key.CONTROL] });
  await hand.click(card(stack[0]), { keys: [Key.CONTROL] });
  await hand.click(card(stack[1]), { keys: [Key.CONTROL] });
  await page.appears(hook('selection-bar'));
  await hand.lift(card(stack[0]));
  await hand.move(await spotOf(satchel, card(to[1]), [0.5, 0.2]));
  await until('three in hand', () => page.ask("return [...document.querySelectorAll('[data-testid=\"card\"].is-source')].length === 3"));
  await desk.picture('drag-stack');
  await hand.release();
  await stands('Negotiation', before_(to, to[1], stack));
  await stands('Site visit', without(from, stack));
  assert.match(await page.toast(), /3 deals moved to Negotiation/);
  await hand.undo();
  await stands('Site visit', from);
  await stands('Negotiation', to);
  assert.equal(dump(desk.dataDir), earlier, 'one undo takes the whole stack back');
  await hand.redo();
  await stands('Negotiation', before_(to, to[1], stack));
  const notices = () => page.ask("return [...document.querySelectorAll('[data-testid=\"toast\"]')].map((one) => one.textContent).join()");
  await until('no notice that offers what was done again', async () => !/^Undone/.test(await notices()) && /Done again/.test(await notices()));
  await hand.undo();
  await stands('Negotiation', to);
  await hand.key(Key.ESCAPE);
});

test('Escape half-way puts the card back and writes nothing', async () => {
  const earlier = dump(desk.dataDir);
  const counts = await page.counts();
  const [moved] = await page.order('Qualified');
  await hand.lift(card(moved));
  await hand.move(column('Negotiation'));
  await page.appears(`${column('Negotiation')}.is-over`);
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('dock'));
  await hand.move(column('Quote sent'));
  await hand.release();
  await satchel.rest();
  assert.deepEqual(await page.counts(), counts);
  assert.equal(await page.ask("return document.querySelectorAll('.is-source, .insert').length"), 0, 'nothing stays in hand');
  assert.equal(await page.shows(hook('deal-detail')), false, 'the release after it opens nothing');
  assert.equal(dump(desk.dataDir), earlier, 'nothing was written');
});

test('a drop on its own place writes nothing', async () => {
  const earlier = dump(desk.dataDir);
  const ids = await page.order('Qualified');
  await hand.lift(card(ids[1]));
  await hand.move(await spotOf(satchel, card(ids[1]), [0.5, 0.7]));
  await hand.release();
  await satchel.rest();
  assert.deepEqual(await page.order('Qualified'), ids);
  assert.equal(dump(desk.dataDir), earlier);
});

test('undo and redo by keys walk back and forth over the moves, over a restart', async () => {
  const steps = [dump(desk.dataDir)];
  for (const stage of ['Qualified', 'Site visit']) {
    const [moved] = await page.order(stage);
    const count = (await page.counts())['Verbal yes'];
    await hand.lift(card(moved));
    await hand.move(await spotOf(satchel, column('Verbal yes'), [0.3, 0.6]));
    await hand.release();
    await until('the card in Verbal yes', async () => (await page.counts())['Verbal yes'] === count + 1);
    await satchel.rest();
    steps.push(dump(desk.dataDir));
  }
  await satchel.stop();
  await start();
  await hand.undo();
  await holds(steps[1], 'one step back');
  await hand.undo();
  await holds(steps[0], 'two steps back');
  await hand.redo();
  await holds(steps[1], 'one step forward');
  await hand.redo();
  await holds(steps[2], 'two steps forward');
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
