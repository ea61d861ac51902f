import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { carryTo, desk, hand, openBoard, page, satchel, undone } from './desk.mjs';
import { dump, rows, soundness } from './file.mjs';
import { Key } from './hands.mjs';
import { card, dashed, hook, inFile } from './pages.mjs';

before(() => openBoard({ SATCHEL_SAMPLE: '1' }));

const deal = (id) => rows(desk.dataDir, `SELECT status, deleted_at IS NOT NULL AS trashed, close_note FROM deals WHERE id = ${inFile(id)}`)[0];
const reason = (id) => rows(desk.dataDir, `SELECT r.description FROM deals d JOIN close_reasons r ON r.id = d.close_reason_id WHERE d.id = ${inFile(id)}`)[0]?.description;

async function drag(id, zone) {
  await hand.lift(card(id));
  await hand.move(hook(zone));
  await until(`${zone} under the card`, () => page.shows(`${hook(zone)}.is-over`));
}

/** Lets go over a zone of the dock. */
async function dropOn(id, zone) {
  await drag(id, zone);
  await hand.release();
}

/** Opens the fan of Move to and lets go over one of its places. */
async function dropOnFan(id, place) {
  await carryTo(id, place);
  await hand.release();
}

/** Ctrl+Z gives back the file of before, and the card its place. */
async function back(earlier, stage, order) {
  await undone(earlier);
  await until('the column of before', async () => JSON.stringify(await page.order(stage)) === JSON.stringify(order));
}

/** Begins a scenario: what stands in a column, and the whole file. */
const start = async (stage) => ({ order: await page.order(stage), earlier: dump(desk.dataDir) });

test('Lost asks at the zone; a digit chooses the reason, Enter confirms', async () => {
  const { order, earlier } = await start('Qualified');
  await dropOn(order[1], 'dock-lost');
  await page.appears(hook('lost-dialog'));
  await page.appears(`${hook('dock-lost')} .zone__n`);
  assert.equal(dump(desk.dataDir), earlier, 'nothing is written before the answer');
  await hand.type('4');
  const chosen = await until('a reason chosen', () => page.text(`${hook('lost-dialog')} [role="option"][aria-selected="true"] .cut`));
  await desk.picture('dock-lost');
  await hand.key(Key.ENTER);
  await page.vanishes(card(order[1]));
  await satchel.rest();
  assert.deepEqual(deal(order[1]), { status: 'lost', trashed: 0, close_note: null });
  assert.equal(reason(order[1]), chosen);
  assert.match(await page.toast(), /marked as lost/);
  await back(earlier, 'Qualified', order);
});

test('Lost takes a new reason by its words and a closing note; both are optional', async () => {
  const { order, earlier } = await start('Qualified');
  await dropOn(order[0], 'dock-lost');
  await page.appears(hook('lost-dialog'));
  await hand.type('Crane too small');
  await page.appears(`${hook('lost-dialog')} .opt--new`);
  await hand.key(Key.ENTER);
  await hand.click(`${hook('lost-dialog')} textarea`);
  await hand.type('They needed 12 t.');
  await hand.key(Key.ENTER, Key.CONTROL);
  await page.vanishes(card(order[0]));
  await satchel.rest();
  assert.deepEqual(deal(order[0]), { status: 'lost', trashed: 0, close_note: 'They needed 12 t.' });
  assert.equal(reason(order[0]), 'Crane too small');
  await back(earlier, 'Qualified', order);
  await dropOn(order[0], 'dock-lost');
  await page.appears(hook('lost-dialog'));
  await hand.click(hook('lost-confirm'));
  await page.vanishes(card(order[0]));
  await satchel.rest();
  assert.deepEqual([deal(order[0]).status, reason(order[0])], ['lost', undefined]);
  await back(earlier, 'Qualified', order);
});

test('Escape in the question puts the card back and writes nothing', async () => {
  const { order, earlier } = await start('Qualified');
  await dropOn(order[2], 'dock-lost');
  await page.appears(hook('lost-dialog'));
  await hand.key(Key.ESCAPE);
  await page.vanishes(hook('dock'));
  await satchel.rest();
  assert.deepEqual(await page.order('Qualified'), order);
  assert.equal(dump(desk.dataDir), earlier);
});

test('Won wins at once and says what it adds', async () => {
  const { order, earlier } = await start('Negotiation');
  await drag(order[0], 'dock-won');
  await page.appears(`${hook('dock-won')} small`);
  assert.match(await page.text(`${hook('dock-won')} small`), /\+.*\d/);
  await hand.release();
  await page.vanishes(card(order[0]));
  await satchel.rest();
  assert.deepEqual(deal(order[0]), { status: 'won', trashed: 0, close_note: null });
  await desk.picture('dock-won');
  await back(earlier, 'Negotiation', order);
});

test('Delete ends an open deal first: without outcome, or lost with its reason; one step each', async () => {
  const { order, earlier } = await start('Site visit');
  await dropOn(order[1], 'dock-delete');
  await page.appears(hook('delete-prompt'));
  await desk.picture('dock-delete');
  assert.equal(dump(desk.dataDir), earlier, 'nothing is written before the answer');
  await hand.click(hook('delete-closed'));
  await page.vanishes(card(order[1]));
  await satchel.rest();
  assert.deepEqual(deal(order[1]), { status: 'closed', trashed: 1, close_note: null });
  await back(earlier, 'Site visit', order);
  await dropOn(order[1], 'dock-delete');
  await page.appears(hook('delete-prompt'));
  await hand.click(hook('delete-lost'));
  await page.appears(hook('lost-dialog'));
  await hand.type('1');
  await hand.key(Key.ENTER);
  await page.vanishes(card(order[1]));
  await satchel.rest();
  assert.deepEqual([deal(order[1]).status, deal(order[1]).trashed], ['lost', 1]);
  assert.ok(reason(order[1]), 'the reason is kept in the trash');
  await back(earlier, 'Site visit', order);
});

test('Move to opens its targets; Leads asks, and Save parks the deal in the inbox', async () => {
  const { order, earlier } = await start('Quote sent');
  await dropOnFan(order[1], hook('dock-leads'));
  await page.appears(hook('convert-save'));
  assert.equal(dump(desk.dataDir), earlier, 'nothing is written before Save');
  await desk.picture('dock-leads');
  await hand.click(hook('convert-save'));
  await page.vanishes(card(order[1]));
  await satchel.rest();
  assert.deepEqual(deal(order[1]), { status: 'open', trashed: 1, close_note: null });
  const leads = rows(desk.dataDir, `SELECT l.status, s.builtin FROM leads l JOIN sources s ON s.id = l.source_id WHERE l.source_deal_id = ${inFile(order[1])}`);
  assert.deepEqual(leads, [{ status: 'open', builtin: 'deal' }]);
  await back(earlier, 'Quote sent', order);
});

test('Move to takes a card into another pipeline; a stage that refuses says why and takes nothing', async () => {
  const { order, earlier } = await start('Quote sent');
  const [first, second] = rows(
    desk.dataDir,
    `SELECT s.id, p.id AS pipeline FROM (SELECT lower(hex(id)) AS id, pipeline_id, position FROM stages) s
     JOIN (SELECT id AS raw, lower(hex(id)) AS id, mode, position FROM pipelines) p ON p.raw = s.pipeline_id
     WHERE p.mode = 'strict' ORDER BY p.position, s.position LIMIT 2`,
  );
  const target = (stage) => `[data-drop="fan:${dashed(stage.pipeline)}:${dashed(stage.id)}"]`;
  await drag(order[0], 'dock-move');
  await page.appears(`${target(second)}.is-off[title]`);
  await hand.move(target(second));
  await hand.release();
  await page.vanishes(hook('dock'));
  await satchel.rest();
  assert.equal(dump(desk.dataDir), earlier, 'a strict pipeline is entered at its first stage');
  await dropOnFan(order[0], target(first));
  await page.vanishes(card(order[0]));
  await satchel.rest();
  const [moved] = rows(desk.dataDir, `SELECT lower(hex(stage_id)) AS stage, status FROM deals WHERE id = ${inFile(order[0])}`);
  assert.deepEqual(moved, { stage: first.id, status: 'open' });
  await back(earlier, 'Quote sent', order);
});

test('a stack dropped on Lost gets one reason, in one step', async () => {
  const { order, earlier } = await start('Site visit');
  const stack = [order[0], order[2], order[3]];
  for (const id of stack) await hand.click(card(id), { keys: [Key.CONTROL] });
  await dropOn(order[2], 'dock-lost');
  await page.appears(hook('lost-dialog'));
  assert.equal(await page.text(`${hook('dock-lost')} .zone__n`), '3');
  await hand.type('2');
  await hand.key(Key.ENTER);
  for (const id of stack) await page.vanishes(card(id));
  await satchel.rest();
  const reasons = new Set(stack.map(reason));
  assert.equal(reasons.size, 1);
  assert.ok(![...reasons].includes(undefined));
  for (const id of stack) assert.equal(deal(id).status, 'lost');
  await back(earlier, 'Site visit', order);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
