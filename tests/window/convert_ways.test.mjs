/** Deals become leads from wherever a person may stand: the opened deal, ticked rows, everything a list shows. The dock has a file of its own. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, openBoard, page, satchel, undone } from './desk.mjs';
import { dealIds, dump, soundness, value } from './file.mjs';
import { Key } from './hands.mjs';
import { card, hook } from './pages.mjs';
import { importParcels } from './parcel.mjs';

/** One more than a list converts at once. */
const DEALS = 101;
let ids;
/** The file before anything was converted. */
let earlier;

before(async () => {
  await importParcels(desk, DEALS);
  await openBoard();
  ids = dealIds(desk.dataDir);
  earlier = dump(desk.dataDir);
});

const leads = () => value(desk.dataDir, 'SELECT count(*) FROM leads');
/** How many deals lie in the trash as the lead they became. */
const parked = () => value(desk.dataDir, 'SELECT count(*) FROM deals d JOIN leads l ON l.id = d.lead_id AND l.source_deal_id = d.id WHERE d.deleted_at IS NOT NULL');
const listed = async () => Number((await page.text(hook('list-count')))?.replace(/\D/g, ''));

async function saved(count) {
  await hand.click(hook('convert-save'));
  await page.vanishes(hook('convert-dialog'));
  await satchel.rest();
  assert.deepEqual([leads(), parked()], [count, count]);
  assert.equal(value(desk.dataDir, "SELECT count(*) FROM change_sets WHERE label = 'convert_to_leads' AND state = 'applied'"), 1, 'one step');
}

async function convertShown() {
  await hand.click('button[aria-label="More for this list"]');
  await hand.click('[role="menuitem"]', { text: 'Convert what is shown to leads' });
  await page.appears(hook('convert-dialog'));
  await satchel.rest();
}

test('from the menu of an opened deal', async () => {
  await hand.click(`${card(ids[0])} .card__title`);
  await page.appears(hook('deal-detail'));
  await satchel.rest();
  await hand.click(`${hook('deal-detail')} button[aria-label^="More for"]`);
  await hand.click('[role="menuitem"]', { text: 'Convert to lead' });
  await page.appears(hook('convert-dialog'));
  await saved(1);
  if (await page.shows(hook('deal-detail'))) await hand.key(Key.ESCAPE);
  await page.vanishes(hook('deal-detail'));
  await undone(earlier);
});

test('from ticked rows of the list', async () => {
  await hand.key('2', Key.ALT);
  await page.appears(hook('list-row'));
  await until('all in the list', async () => (await listed()) === DEALS);
  const shown = await page.ask('return [...document.querySelectorAll(\'[data-testid="list-row"]\')].slice(0, 3).map((row) => row.dataset.id)');
  for (const id of shown) await hand.click(`${hook('list-row')}[data-id="${id}"] .check`);
  // the bar grows by the sum of the ticked once it is read, and moves its buttons
  await until('the sum of the three', async () => /^3\D.*€/.test((await page.text(`${hook('list-bar')} .selbar__sum`)) ?? ''));
  await satchel.rest();
  await hand.click(hook('bulk-convert'));
  await page.appears(hook('convert-dialog'));
  await desk.picture('convert-ticked');
  await saved(3);
  await until('the others in the list', async () => (await listed()) === DEALS - 3);
  await undone(earlier);
  await until('all in the list again', async () => (await listed()) === DEALS);
});

test('a hundred and one in the list: the first hundred are offered, and one undo brings them back', async () => {
  await convertShown();
  assert.match(await page.text(hook('convert-over')), /101.*100/, 'the question says how many there are and how many go');
  await desk.picture('convert-over');
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('convert-dialog'));
  assert.equal(dump(desk.dataDir), earlier, 'Escape writes nothing');
  await convertShown();
  await saved(100);
  await until('the one that is left', async () => (await listed()) === 1);
  await undone(earlier);
});

test('a hundred in the list go without a word about a limit, and the result is kept with its links', async () => {
  await page.call('win_deals', { ids: [ids[7]], reason: null, note: '' });
  await until('a hundred in the list', async () => (await listed()) === 100);
  const won = dump(desk.dataDir);
  await convertShown();
  assert.equal(await page.shows(hook('convert-over')), false);
  await saved(100);
  await hand.click(hook('nav-history'));
  await hand.click('[role="radio"]', { text: 'Results' });
  await page.appears(hook('job'));
  assert.match(await page.text(hook('job')), /100 deals became leads/);
  await desk.picture('convert-result');
  await hand.key(Key.ESCAPE);
  await undone(won);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
