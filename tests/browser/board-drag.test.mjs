/** Cards carried with the mouse from column to column: where they land, what the headers foresee, what takes them back. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';
import { money } from './pages.mjs';

const scenario = scenarios();

/** The titles of a stage as the core orders them. */
async function inStage(core, name, pipeline = null) {
  const board = await core.board(pipeline, {}, 200);
  return board.columns.find((column) => column.stage?.name === name).cards.map((card) => card.title);
}

const pipelineId = async (core, name) => (await core.catalog()).pipelines.find((one) => one.name === name).id;

scenario('a card dragged into another column stands behind the card it was dropped behind, also after a restart', async (stage) => {
  const { ui, core } = stage;
  await ui.board.assertAsInCore();
  await ui.board.drag('Compressor room ventilation', 'Quote sent', 'Air handling, spa and pool');
  const wanted = ['Two packaged chillers', 'Heat pump for the sports hall', 'Air handling, spa and pool', 'Compressor room ventilation', 'Operating theatre air handling', 'Press line chillers'];
  assert.deepEqual(await ui.board.titles('Quote sent'), wanted);
  assert.deepEqual(await inStage(core, 'Quote sent'), wanted);
  await ui.board.assertAsInCore();
  assert.equal(await ui.board.focused(), 'Compressor room ventilation', 'the focus goes along');
  await ui.toastSays('Compressor room ventilation');
  await stage.restart();
  assert.deepEqual(await stage.ui.board.titles('Quote sent'), wanted);
  await stage.ui.undo();
  assert.equal((await inStage(stage.core, 'Qualified'))[2], 'Compressor room ventilation', 'taken back into its exact place');
  await stage.ui.board.assertAsInCore();
});

scenario('the headers foresee while a card hangs over a column what they show after the drop', async ({ ui, core, page, shot }) => {
  const card = await core.deal('Welding-fume hoods, bay 4');
  const hand = await ui.board.lift('Welding-fume hoods, bay 4');
  await hand.over('Negotiation', 'Cooling-tower overhaul');
  const [from, to] = [await ui.board.read('Qualified'), await ui.board.read('Negotiation')];
  assert.equal(from.head, '8 → 7');
  assert.equal(to.head, '3 → 4');
  assert.equal(to.delta, `+${money(card.value)}`);
  assert.equal(from.delta, `−${money(card.value)}`);
  await shot('dragging');
  await hand.drop();
  const [fromAfter, toAfter] = [await ui.board.read('Qualified'), await ui.board.read('Negotiation')];
  assert.deepEqual([fromAfter.total, fromAfter.weighted, fromAfter.count], [from.total, from.weighted, 7]);
  assert.deepEqual([toAfter.total, toAfter.weighted, toAfter.count], [to.total, to.weighted, 4]);
  await ui.board.assertAsInCore();
  assert.equal(await page.locator('.hand').count(), 0, 'nothing is left in hand');
});

scenario('Escape half-way puts the card back and writes nothing', async ({ ui, core, page }) => {
  const before = { history: await core.history(), board: still(await core.board()) };
  const hand = await ui.board.lift('Two packaged chillers');
  await hand.over('Verbal yes', 'Oven hall ventilation');
  await hand.escape();
  assert.deepEqual({ history: await core.history(), board: still(await core.board()) }, before);
  await ui.board.assertAsInCore();
  assert.equal(await ui.by('dock').count(), 0);
  assert.equal(await ui.by('deal-detail').count(), 0, 'the release opens nothing');
  await page.keyboard.press('Control+z');
  await ui.rest();
  assert.notDeepEqual(await core.history(), before.history, 'undo takes back the step before, not the cancelled drag');
});

scenario('a drop where the card stands already writes nothing', async ({ ui, core }) => {
  const before = await core.history();
  await ui.board.drag('Wire EDM, used or new', 'Site visit', 'Spindle rebuild, five-axis mill');
  assert.deepEqual(await core.history(), before);
  await ui.board.assertAsInCore();
});

scenario('a card dragged within its column changes places', async ({ ui, core }) => {
  await ui.board.drag('Clean room for the SMT line', 'Site visit', null);
  assert.equal((await inStage(core, 'Site visit'))[0], 'Clean room for the SMT line');
  await ui.board.drag('Clean room for the SMT line', 'Site visit', 'Humidity control, press room');
  assert.deepEqual((await inStage(core, 'Site visit')).slice(3), ['Humidity control, press room', 'Clean room for the SMT line', 'Rooftop units for three stores']);
  await ui.board.assertAsInCore();
});

scenario('a stack of three keeps its order and is one step', async ({ ui, core, page, shot }) => {
  const before = { board: still(await core.board()), history: await core.history() };
  for (const title of ['Clinic ventilation refit', 'Second cold room, 600 m³', 'Pasteuriser heat recovery']) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
  assert.equal((await ui.board.selected()).length, 3);
  const hand = await ui.board.lift('Clinic ventilation refit');
  assert.equal(await hand.count(), 3);
  assert.equal(await page.locator('.card.is-source').count(), 3, 'all three are ghosts');
  await hand.over('Quote sent', 'Two packaged chillers');
  assert.equal((await ui.board.read('Quote sent')).head, '5 → 8');
  await shot('stack');
  await hand.drop();
  assert.deepEqual((await inStage(core, 'Quote sent')).slice(0, 5), ['Two packaged chillers', 'Second cold room, 600 m³', 'Clinic ventilation refit', 'Pasteuriser heat recovery', 'Heat pump for the sports hall']);
  await ui.board.assertAsInCore();
  assert.equal((await core.history()).length, before.history.length + 1);
  await ui.undo();
  assert.deepEqual(still(await core.board()), before.board);
  await ui.board.assertAsInCore();
});

scenario('dragging a card that is not selected lets go of the selection', async ({ ui, core }) => {
  await ui.board.card('Clinic ventilation refit').click({ modifiers: ['Control'] });
  await ui.board.card('Paint booth extraction').click({ modifiers: ['Control'] });
  await ui.board.drag('Press line chillers', 'Negotiation', null);
  assert.deepEqual(await ui.board.selected(), []);
  assert.equal((await inStage(core, 'Negotiation'))[0], 'Press line chillers');
  await ui.board.assertAsInCore();
});

scenario('a rubber band from empty space selects the cards it touches', async ({ ui, page }) => {
  const first = await ui.board.card('Turning centre with bar feeder').boundingBox();
  const last = await ui.board.card('Oven hall ventilation').boundingBox();
  await page.mouse.move(first.x + 60, last.y + last.height + 60);
  await page.mouse.down();
  await page.mouse.move(first.x + 40, first.y + 30, { steps: 6 });
  await ui.frames(2);
  await page.mouse.up();
  await ui.rest();
  assert.deepEqual(await ui.board.selected(), ['Turning centre with bar feeder', 'Oven hall ventilation']);
  await until('their sum', async () => (await ui.by('selection-bar').innerText()).includes(money({ minor: 17_940_000 })));
  await page.keyboard.press('Escape');
  assert.deepEqual(await ui.board.selected(), []);
});

scenario('a column of automatic order shows no line; a drop changes the stage only', async ({ ui, core, page, shot }) => {
  const pipeline = await pipelineId(core, 'Service contracts');
  await ui.board.switchTo('Service contracts');
  await ui.board.assertAsInCore(pipeline);
  const [title] = await inStage(core, 'Request', pipeline);
  const hand = await ui.board.lift(title);
  await hand.over('Inspection');
  const column = await ui.board.read('Inspection');
  assert.deepEqual([column.over, column.line], [true, null]);
  assert.match(await ui.board.column('Inspection').locator('.col__sorted').innerText(), /Sorted by urgency/);
  await shot('sorted');
  await hand.drop();
  const moved = await core.detail((await core.deal(title, pipeline)).id);
  assert.equal(moved.pipeline.stages.find((one) => one.id === moved.deal.stage).name, 'Inspection');
  await ui.board.assertAsInCore(pipeline);
  assert.equal(await page.locator('.insert').count(), 0);
});

scenario('a stage that a strict pipeline forbids says why, and the card is back', async ({ ui, core, shot }) => {
  const pipeline = await pipelineId(core, 'Service contracts');
  await ui.board.switchTo('Service contracts');
  const before = { history: await core.history(), board: still(await core.board(pipeline)) };
  const [title] = await inStage(core, 'Request', pipeline);
  const hand = await ui.board.lift(title);
  const box = await ui.board.column('Contract').boundingBox();
  await hand.at(box.x + box.width / 2, box.y + 200);
  const column = await ui.board.read('Contract');
  assert.deepEqual([column.over, column.off, column.head], [false, true, '1'], 'no welcome and nothing foreseen');
  await shot('refused');
  assert.match(await ui.board.column('Contract').getByRole('note').innerText(), /does not let stages be skipped/);
  await hand.drop();
  assert.deepEqual({ history: await core.history(), board: still(await core.board(pipeline)) }, before);
  await ui.board.assertAsInCore(pipeline);
});

scenario('a move that the core refuses at the drop puts the card into its exact place with the reason', { refusals: ['move_deals: skip_not_allowed'] }, async ({ ui, core, page }) => {
  const before = still(await core.board());
  await page.route('**/command/move_deals', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify({ code: 'skip_not_allowed', params: {}, detail: null }) }), { times: 1 });
  await ui.board.drag('Compressor room ventilation', 'Verbal yes', 'Turning centre with bar feeder');
  await ui.toastSays('does not let stages be skipped');
  assert.deepEqual(still(await core.board()), before);
  assert.equal((await ui.board.titles('Qualified'))[2], 'Compressor room ventilation');
  await ui.board.assertAsInCore();
});

scenario('what another window does to the card in hand does not confuse the board', { refusals: ['move_deals: not_open'] }, async ({ ui, core }) => {
  const card = await core.deal('Wire EDM, used or new');
  const hand = await ui.board.lift('Wire EDM, used or new');
  await hand.over('Quote sent', 'Two packaged chillers');
  await core.call('win_deals', { ids: [card.id], reason: null, note: '' });
  await until('the count of the column', async () => (await ui.board.read('Site visit')).count === 5);
  await hand.drop();
  await ui.board.assertAsInCore();
});

scenario('two windows over one file show the same board', async (stage) => {
  const other = await stage.secondPage();
  await stage.ui.board.drag('Two packaged chillers', 'Negotiation', 'Glycol chiller for fermentation');
  await until('the move in the other window', async () => (await other.board.titles('Negotiation')).includes('Two packaged chillers'));
  await other.board.assertAsInCore();
  await other.undo();
  await until('the undo in the first window', async () => (await stage.ui.board.titles('Quote sent'))[0] === 'Two packaged chillers');
  await stage.ui.board.assertAsInCore();
});
