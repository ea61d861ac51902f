import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, openBoard, page, satchel, undone } from './desk.mjs';
import { dump, rows } from './file.mjs';
import { Key } from './hands.mjs';
import { card, hook, inFile } from './pages.mjs';

const REASON = 'Crane too small';

before(() => openBoard({ SATCHEL_SAMPLE: '1' }));

const status = (id) => rows(desk.dataDir, `SELECT status FROM deals WHERE id = ${inFile(id)}`)[0].status;
const listed = () => page.ask('return [...document.querySelectorAll(\'[data-testid="list-row"]\')].map((row) => row.dataset.id)');

/** Loses a card of the board for a reason that is typed. */
async function lose(id) {
  await hand.lift(card(id));
  await hand.move(hook('dock-lost'));
  await until('the zone under the card', () => page.shows(`${hook('dock-lost')}.is-over`));
  await hand.release();
  await page.appears(hook('lost-dialog'));
  await hand.type(REASON);
  await until('the reason', () => page.ask(`return [...document.querySelectorAll('${hook('lost-dialog')} [role="option"]')].some((one) => one.textContent.includes(arguments[0]))`, REASON));
  await hand.key(Key.ENTER);
  await hand.key(Key.ENTER, Key.CONTROL);
  await page.vanishes(card(id));
  await satchel.rest();
}

test('deals lost for a new reason are found by it in the list, restored through Actions, and Ctrl+Z takes that back', async () => {
  const lost = (await page.order('Qualified')).slice(0, 3);
  for (const id of lost) await lose(id);
  for (const id of lost) assert.equal(status(id), 'lost');
  const earlier = dump(desk.dataDir);

  await hand.key('2', Key.ALT);
  await page.appears(hook('list'));
  await hand.click(hook('search-panel-open'));
  await page.appears(hook('search-panel'));
  await hand.click(hook('preset-lost'));
  await hand.click(hook('add-filter'));
  await page.appears(hook('filter-builder'));
  await hand.click(`${hook('condition-field')} input`);
  await hand.type('Close reason');
  await hand.key(Key.ENTER);
  await hand.click(`${hook('condition-operator')} button`);
  await hand.click('[role="option"]', { text: 'is in' });
  await hand.click(hook('add-value'));
  await hand.type(REASON);
  await hand.key(Key.ENTER);
  await until('three found before it is applied', async () => (await page.text(hook('builder-count')))?.startsWith('3 deals match'));
  await desk.picture('list-builder');
  // the choices stay open for the next one
  await hand.key(Key.ESCAPE);
  await hand.click(hook('builder-apply'));
  await until('the three in the list', async () => JSON.stringify((await listed()).sort()) === JSON.stringify([...lost].sort()));

  for (const id of lost) await hand.click(`${hook('list-row')}[data-id="${id}"] .check`);
  await page.appears(hook('list-bar'));
  await desk.picture('list-ticked');
  await hand.click(hook('list-actions'));
  await hand.click('[role="menuitem"]', { text: 'Unarchive' });
  await until('an empty list', async () => (await listed()).length === 0);
  await satchel.rest();
  for (const id of lost) assert.equal(status(id), 'open');
  assert.match(await page.toast(), /3 deals restored/);
  await undone(earlier);
  await until('the three again', async () => (await listed()).length === 3);
});
