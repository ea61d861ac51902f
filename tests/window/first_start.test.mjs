import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, open, openBoard, page, satchel, undone } from './desk.mjs';
import { dump, value } from './file.mjs';
import { Key } from './hands.mjs';
import { card, column, hook } from './pages.mjs';

test('the first start offers the ways to begin and stores nothing until one is chosen', async () => {
  await open();
  await page.appears(hook('start'));
  for (const way of ['sample', 'import', 'empty']) assert.ok(await page.shows(hook(`start-${way}`)), `${way} is offered`);
  await desk.picture('first-start');
  assert.equal(value(desk.dataDir, 'SELECT count(*) FROM deals'), 0);
  await satchel.stop();
  await open();
  assert.ok(await page.shows(hook('start')), 'it is asked again while nothing was chosen');
});

test('the sample fills the board, and every start after it keeps all and asks nothing', async () => {
  await hand.click(hook('start-sample'));
  await page.board();
  const shown = await page.columns();
  assert.ok(shown.reduce((sum, one) => sum + one.count, 0) >= 20, 'a board to try things on');
  assert.ok(await page.shows(hook('sample-strip')), 'it says that this is sample data');
  await desk.picture('first-sample');
  const stored = dump(desk.dataDir);
  await satchel.stop();
  await openBoard();
  assert.equal(await page.shows(hook('start')), false);
  assert.deepEqual(await page.columns(), shown, 'the same cards in the same places');
  assert.equal(dump(desk.dataDir), stored, 'a start writes nothing');
});

test('a sample record that was worked on stays when the sample is removed in one click', async () => {
  const [id] = await page.order('Qualified');
  await hand.click(card(id));
  await page.appears(hook('deal-detail'));
  await desk.picture('first-deal');
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('deal-detail'));
  await hand.key('.');
  await until('the card in the next stage', async () => (await page.order('Site visit'))[0] === id);
  await satchel.rest();
  const earlier = dump(desk.dataDir);
  await hand.click(hook('sample-strip-remove'));
  await until('what would stay', () => page.ask('return document.querySelectorAll(\'[data-testid="sample-strip"] button\').length === 2'));
  await hand.click(hook('sample-strip-remove'));
  await until('the one card that was touched', async () => (await page.columns()).reduce((sum, one) => sum + one.count, 0) === 1);
  await satchel.rest();
  assert.deepEqual(await page.order('Site visit'), [id]);
  await undone(earlier);
  await satchel.stop();
});

test('an empty board takes a first deal typed into its column', async () => {
  await open({ SATCHEL_DATA_DIR: `${desk.home}/empty` });
  await hand.click(hook('start-empty'));
  await satchel.rest();
  await until('the empty board', () => page.shows('.welcome'));
  await desk.picture('first-empty');
  await hand.key('n');
  await page.appears(`${hook('quick-add')} input, input${hook('quick-add')}`);
  await hand.type('Bandsaw line 12k');
  await hand.key(Key.ENTER);
  await until('the first card', () => page.shows(hook('card')));
  await satchel.rest();
  assert.equal(value(`${desk.home}/empty`, 'SELECT count(*) FROM deals'), 1);
  assert.equal(await page.ask('return document.querySelector(arguments[0]).textContent.includes("12,000")', `${column('Qualified')} ${hook('card')}`), true, 'the amount was understood');
  await satchel.stop();
});
