import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, holds, openBoard, page, satchel, stands, undone } from './desk.mjs';
import { dump, rows } from './file.mjs';
import { Key } from './hands.mjs';
import { card, hook, inFile } from './pages.mjs';

const start = () => openBoard({ SATCHEL_SAMPLE: '1' });
before(start);

/** The focus on a card, by the arrow keys alone, from wherever it was. */
async function walkTo(column, place) {
  await hand.key(`${column + 1}`);
  await hand.key(Key.HOME);
  for (let step = 0; step < place; step += 1) await hand.key(Key.ARROW_DOWN);
  const id = (await page.columns())[column].cards[place].id;
  await until('the card in focus', async () => (await page.focused()) === id);
  return id;
}

test('Space lifts a card, arrows carry it across columns and places, Space lets it go there', async () => {
  const [from, to] = [await page.order('Qualified'), await page.order('Site visit')];
  const id = await walkTo(0, 1);
  await hand.key(' ');
  await page.appears(`${card(id)}.is-source`);
  await hand.key(Key.ARROW_RIGHT);
  await hand.key(Key.ARROW_DOWN);
  await page.appears('.insert');
  await desk.picture('keys-carry');
  assert.equal((await page.order('Qualified')).length, from.length, 'nothing has moved yet');
  await hand.key(' ');
  await stands('Site visit', [...to.slice(0, 2), id, ...to.slice(2)]);
  await stands('Qualified', from.filter((one) => one !== id));
  assert.equal(await page.focused(), id, 'the focus goes along');
  await hand.undo();
  await stands('Qualified', from);
});

test('Escape gives a carried card back and writes nothing', async () => {
  const earlier = dump(desk.dataDir);
  const id = await walkTo(1, 0);
  await hand.key(' ');
  await page.appears(`${card(id)}.is-source`);
  await hand.key(Key.ARROW_RIGHT);
  await hand.key(Key.ESCAPE);
  await page.vanishes('.is-source');
  await until('the focus on the card again', async () => (await page.focused()) === id);
  assert.equal(dump(desk.dataDir), earlier);
});

test('the full stop and the comma move a card to the neighbour stage at once', async () => {
  const [from, to] = [await page.order('Quote sent'), await page.order('Negotiation')];
  const id = await walkTo(2, 1);
  await hand.key('.');
  await stands('Negotiation', [id, ...to]);
  assert.equal(await page.focused(), id);
  await hand.key(',');
  await until('the card back', async () => (await page.order('Quote sent')).includes(id));
  await stands('Negotiation', to);
  await hand.undo();
  await hand.undo();
  await stands('Quote sent', from);
});

test('a card is carried into the dock with Tab and ends there', async () => {
  const order = await page.order('Verbal yes');
  const earlier = dump(desk.dataDir);
  const id = await walkTo(4, 0);
  await hand.key(' ');
  await page.appears(hook('dock'));
  await hand.key(Key.TAB);
  await until('the dock in focus', () => page.ask("return document.activeElement?.dataset.testid === 'dock-delete'"));
  await hand.key(Key.TAB);
  await hand.key(Key.TAB);
  await until('Won in focus', () => page.ask("return document.activeElement?.dataset.testid === 'dock-won'"));
  await hand.key(Key.ENTER);
  await page.vanishes(card(id));
  await satchel.rest();
  assert.equal(rows(desk.dataDir, `SELECT status FROM deals WHERE id = ${inFile(id)}`)[0].status, 'won');
  await undone(earlier);
  assert.deepEqual(await page.order('Verbal yes'), order);
});

test('letters end a card: W wins, L asks for the reason, M finds a stage; Shift and arrows choose several', async () => {
  const earlier = dump(desk.dataDir);
  const won = await walkTo(3, 0);
  await hand.key('w');
  await page.vanishes(card(won));
  const lost = await walkTo(2, 0);
  await hand.key('l');
  await page.appears(hook('lost-dialog'));
  await hand.type('3');
  await hand.key(Key.ENTER);
  await page.vanishes(card(lost));
  await walkTo(1, 0);
  await hand.key(Key.ARROW_DOWN, Key.SHIFT);
  await hand.key(Key.ARROW_DOWN, Key.SHIFT);
  await page.appears(hook('selection-bar'));
  const chosen = await page.ask("return [...document.querySelectorAll('[data-testid=\"card\"].is-selected')].map((one) => one.dataset.dealId)");
  assert.equal(chosen.length, 3);
  await hand.key('m');
  await page.appears(hook('move-picker'));
  await hand.type('Verbal');
  await desk.picture('keys-move-picker');
  await hand.key(Key.ENTER);
  await until('three more in Verbal yes', async () => (await page.order('Verbal yes')).slice(0, 3).join() === chosen.join());
  await satchel.rest();
  assert.deepEqual(
    rows(desk.dataDir, `SELECT status FROM deals WHERE id IN (${inFile(won)}, ${inFile(lost)}) ORDER BY status`).map((row) => row.status),
    ['lost', 'won'],
  );
  await satchel.stop();
  await start();
  assert.deepEqual((await page.order('Verbal yes')).slice(0, 3), chosen, 'the order is kept over a restart');
  for (let step = 0; step < 3; step += 1) await hand.undo();
  await holds(earlier);
  await satchel.stop();
});
