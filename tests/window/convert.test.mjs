import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { carryTo, desk, hand, openBoard, page, satchel, undone } from './desk.mjs';
import { dealIds, dump, rows, soundness, value } from './file.mjs';
import { Key } from './hands.mjs';
import { card, hook, inFile } from './pages.mjs';
import { WHOLE, compared, fillParcel, importParcels } from './parcel.mjs';

const STACK = 20;
/** All deals, as they stand in their column. */
let ids;

before(async () => {
  await importParcels(desk, STACK + 5);
  await openBoard();
  ids = dealIds(desk.dataDir);
  for (const id of ids) await fillParcel(page, id);
  await satchel.rest();
});

/** Every field equal, everything travelled or stayed as it should; answers the lead. */
function travelled(id) {
  const { lead, ...facts } = compared(desk.dataDir, id);
  assert.deepEqual(facts, WHOLE);
  return lead;
}

/** Ctrl+Z gives back the file of before and the card its place. */
async function back(earlier, order) {
  await undone(earlier);
  await until('the column of before', async () => (await page.order('Qualified'))[0] === order[0]);
}

async function dropOnLeads(id) {
  await carryTo(id, hook('dock-leads'));
  await hand.release();
  await page.appears(hook('convert-dialog'));
}

test('a card dragged onto Leads becomes a lead with every field, and Ctrl+Z gives the file of before', async () => {
  const earlier = dump(desk.dataDir);
  const [id] = ids;
  await dropOnLeads(id);
  const said = await page.text(hook('convert-dialog'));
  for (const part of [/2 .*activit/i, /1 .*note/i, /2 .*message/i]) assert.match(said, part, 'the question says what goes along');
  await desk.picture('convert-question');
  await hand.click(hook('convert-save'));
  await page.vanishes(card(id));
  await satchel.rest();
  assert.match(await page.toast(), /moved to Leads/);
  const lead = travelled(id);
  assert.equal(value(desk.dataDir, 'SELECT count(*) FROM leads'), 1);

  // The inbox shows the lead with everything on it, also what stayed with the deal.
  await hand.click(hook('nav-leads'));
  await page.appears(`${hook('lead-row')}[data-lead-id="${lead}"]`);
  await hand.click(`${hook('lead-row')}[data-lead-id="${lead}"]`);
  await page.appears(`${hook('lead-detail')}[data-lead-id="${lead}"] ${hook('timeline')} ${hook('note')}`);
  await satchel.rest();
  const shown = await page.ask("const pane = document.querySelector('[data-testid=\"lead-detail\"]'); return [pane.textContent, ...[...pane.querySelectorAll('input')].map((one) => one.value)].join(' ')");
  const [deal] = rows(desk.dataDir, `SELECT d.title, o.name AS organization, p.name AS person FROM deals d JOIN organizations o ON o.id = d.organization_id JOIN people p ON p.id = d.person_id WHERE d.id = ${inFile(id)}`);
  for (const text of [deal.title, deal.organization, deal.person, 'Retrofit', 'Deal', 'Flat 1', 'Nov 2', 'Mar 2', 'Chiller', '€1,000.51', 'Ask for the drawings', 'Measure the hall', 'First talk', 'Seen on site 1', 'Floor plan', 'Thank you']) {
    assert.ok(shown.includes(text), `the lead shows ${text}: ${shown}`);
  }
  await desk.picture('convert-lead');
  await hand.click(hook('view-deal'));
  await page.appears(hook('deal-detail'));
  await satchel.rest();
  await desk.picture('convert-trashed-deal');
  assert.equal(await page.ask("return document.querySelectorAll('[data-testid=\"deal-detail\"] input:not([disabled]), [data-testid=\"deal-detail\"] [data-testid=\"composer\"]').length"), 0, 'the deal in the trash is for reading');
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('deal-detail'));
  await hand.click(hook('nav-board'));
  await page.board();
  await back(earlier, ids);
});

test('the same by keyboard alone', async () => {
  const earlier = dump(desk.dataDir);
  await hand.key('1');
  await hand.key(Key.HOME);
  await until('the first card in focus', async () => (await page.focused()) === ids[0]);
  await hand.key('m');
  await page.appears(hook('move-picker'));
  await hand.type('leads');
  await until('Leads found', () => page.ask('return document.querySelectorAll(\'[data-testid="move-target"]\').length === 1'));
  await hand.key(Key.ENTER);
  await page.appears(hook('convert-dialog'));
  await until('Save in focus', () => page.ask("return document.activeElement?.dataset.testid === 'convert-save'"));
  await hand.key(Key.ENTER);
  await page.vanishes(card(ids[0]));
  await satchel.rest();
  travelled(ids[0]);
  await back(earlier, ids);
});

test(`a stack of ${STACK} becomes ${STACK} leads in one step`, async () => {
  const earlier = dump(desk.dataDir);
  await hand.key('1');
  await hand.key(Key.HOME);
  await until('the first card in focus', async () => (await page.focused()) === ids[0]);
  for (let step = 1; step < STACK; step += 1) await hand.key(Key.ARROW_DOWN, Key.SHIFT);
  await until('the whole stack chosen', async () => (await page.text(`${hook('selection-bar')} .selbar__n`)) === String(STACK));
  await desk.picture('convert-stack');
  await dropOnLeads(ids[STACK - 4]);
  await hand.click(hook('convert-save'));
  await until('the rest of the column', async () => (await page.counts()).Qualified === ids.length - STACK);
  await satchel.rest();
  for (const id of ids.slice(0, STACK)) travelled(id);
  assert.equal(value(desk.dataDir, 'SELECT count(*) FROM leads'), STACK);
  assert.equal(value(desk.dataDir, "SELECT count(*) FROM change_sets WHERE label = 'convert_to_leads' AND state = 'applied'"), 1, 'one action, one step');
  await back(earlier, ids);
  assert.deepEqual(await page.counts().then((counts) => counts.Qualified), ids.length);
  await hand.redo();
  await until('the leads again', async () => (await satchel.rest()) && value(desk.dataDir, 'SELECT count(*) FROM leads') === STACK);
  for (const id of ids.slice(0, STACK)) travelled(id);
  await back(earlier, ids);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
