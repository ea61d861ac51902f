/** Acts that fit some of what is chosen, and cards that are not plain open ones: what is offered is what is done. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { listOf } from './lists.mjs';

const scenario = scenarios();
const THREE = ['Heat pump for the sports hall', 'Oven hall ventilation', 'Press line chillers'];

const status = async (core, ids) => Promise.all(ids.map(async (id) => (await core.detail(id)).deal.status));
const idsOf = (core, titles) => Promise.all(titles.map(async (title) => (await core.deal(title)).id));

/** Ready filters of the search panel, put in force or taken away on the board. */
async function show({ ui, page }, ...presets) {
  await ui.by('search-panel-open').click();
  await ui.by('search-panel').waitFor();
  for (const preset of presets) await ui.by(`preset-${preset}`).click();
  await page.keyboard.press('Escape');
  await ui.rest();
}

async function choose({ ui }, titles) {
  for (const title of titles) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
}

scenario('a zone that says 2 of 3 takes these two: the third stays as it was, and one undo brings both back', async (stage) => {
  const { ui, core, page, shot } = stage;
  const ids = await idsOf(core, THREE);
  await core.call('lose_deals', { ids: [ids[0]], reason: null, note: '' });
  await show(stage, 'mine');
  await choose(stage, THREE);
  const hand = await ui.board.lift(THREE[1]);
  await hand.overZone('lost');
  assert.match(await ui.by('dock-lost').innerText(), /2 of 3/);
  await shot('dock-part');
  await hand.drop();
  const dialog = ui.by('lost-dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /2 deals/, 'the question is about those it takes');
  await ui.press('Digit1', 'Enter');
  await dialog.waitFor({ state: 'detached' });
  await ui.toastSays('1 stays as it was');
  assert.deepEqual(await status(core, ids), ['lost', 'lost', 'lost']);
  await ui.undo();
  assert.deepEqual(await status(core, ids), ['lost', 'open', 'open'], 'one step for both, and only for these');
  assert.equal(await page.locator('.card.is-source').count(), 0, 'nothing is left in hand');
});

scenario('ticked rows of which some are lost: Restore takes these alone, and a second act the others alone', async (stage) => {
  const { ui, core, page } = stage;
  const ids = await idsOf(core, THREE);
  await core.call('lose_deals', { ids: ids.slice(0, 2), reason: null, note: '' });
  const list = listOf(stage);
  await list.open();
  await list.presets('mine');
  await list.tick(...THREE);
  await ui.by('list-actions').click();
  await page.getByRole('menuitem', { name: 'Restore (2 lost)' }).waitFor();
  await page.getByRole('menuitem', { name: 'Close without outcome (1 of 3)' }).waitFor();
  await ui.choose('Restore (2 lost)');
  await ui.toastSays('2 deals restored');
  await ui.toastSays('1 stays as it was');
  assert.deepEqual(await status(core, ids), ['open', 'open', 'open']);
  await ui.undo();
  assert.deepEqual(await status(core, ids), ['lost', 'lost', 'open']);
  await list.tick(...THREE);
  await list.act('Close without outcome (1 of 3)');
  await ui.toastSays('2 stay as they were');
  assert.deepEqual(await status(core, ids), ['lost', 'lost', 'closed']);
});

scenario('ticked leads of which some are lost: the same, for leads', async ({ ui, core, page, ...stage }) => {
  const { rows } = await core.leads();
  const [one, other] = rows;
  await core.call('lose_leads', { ids: [one.id], reason: null, note: '' });
  await ui.go('leads');
  await page.getByRole('radio', { name: 'List' }).click();
  await ui.rest();
  const list = listOf({ ui, core, page, ...stage });
  await list.presets('open', 'lost');
  await list.tick(one.title, other.title);
  await list.act(/^Mark as lost \(1 of 2\)/);
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await ui.toastSays('1 stays as it was');
  const read = async (id) => (await core.call('lead_detail', { id })).lead.status;
  assert.deepEqual([await read(one.id), await read(other.id)], ['lost', 'lost']);
  await ui.undo();
  assert.deepEqual([await read(one.id), await read(other.id)], ['lost', 'open']);
});

scenario('cards that are not plain open ones say so by a mark, at the height a card has anyway', async (stage) => {
  const { ui, core, page, shot } = stage;
  const [lost, trashed, archived] = await idsOf(core, THREE);
  const heights = () => page.evaluate((ids) => ids.map((id) => document.querySelector(`[data-deal-id="${id}"]`).getBoundingClientRect().height), [lost, trashed, archived]);
  const nodes = () => ui.board.card('Two packaged chillers').evaluate((card) => card.querySelectorAll('*').length);
  const [before, plain] = [await heights(), await nodes()];
  await core.call('lose_deals', { ids: [lost], reason: null, note: '' });
  await core.call('archive_deals', { ids: [archived] });
  await core.call('delete_deals', { ids: [trashed], end: { how: 'closed' } });
  await show(stage, 'open', 'lost', 'archived', 'deleted');
  const marks = (title) => ui.board.card(title).getByTestId('card-state').evaluateAll((all) => all.map((one) => [one.getAttribute('aria-label'), one.title]));
  const twice = (text) => [text, text];
  assert.deepEqual(await marks(THREE[0]), [twice('Lost')]);
  assert.deepEqual(await marks(THREE[1]), [twice('Closed without outcome'), twice('In the trash')]);
  assert.deepEqual(await marks(THREE[2]), [twice('Archived')]);
  assert.match(await ui.board.card(THREE[1]).getAttribute('aria-label'), /In the trash/);
  assert.deepEqual(await heights(), before, 'no card is taller for its mark');
  assert.equal(await nodes(), plain, 'a plain open card has nothing more');
  assert.equal(await ui.board.card('Two packaged chillers').getByTestId('card-state').count(), 0);
  await shot('card-states');
});

scenario('a card in the trash offers to recover it, and neither drop nor key promises anything else', async (stage) => {
  const { ui, core, page } = stage;
  const [title] = THREE;
  const [id] = await idsOf(core, [title]);
  await core.call('delete_deals', { ids: [id], end: { how: 'closed' } });
  await show(stage, 'deleted');
  const deleted = async () => (await core.detail(id)).read_only;
  await ui.board.menuOf(title);
  assert.deepEqual((await page.getByRole('menuitem').allInnerTexts()).map((name) => name.split('\n')[0].trim()), ['Open', 'Recover']);
  await page.keyboard.press('Escape');
  // Dropped on Won, and on a stage: the reason, and the way back.
  for (const over of [(hand) => hand.overZone('won'), async (hand) => {
    const box = await ui.board.column('Negotiation').boundingBox();
    await hand.at(box.x + box.width / 2, box.y + 120);
  }]) {
    const hand = await ui.board.lift(title);
    await over(hand);
    await hand.drop();
    await ui.toastSays(/lies in the trash: recover it first/);
    assert.equal(await deleted(), true);
  }
  await ui.board.focus(title);
  for (const key of ['l', 'w', 'm', 'a', 'Delete', '.']) {
    await ui.press(key);
    assert.equal(await page.getByRole('dialog').count(), 0, `${key} asks nothing`);
  }
  await ui.by('toast').last().getByRole('button', { name: 'Recover' }).click();
  await until('the deal to be back', async () => !(await deleted()));
  await ui.undo();
  assert.equal(await deleted(), true);
  // The same from the bar and the palette.
  await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
  assert.deepEqual(await ui.by('selection-bar').locator('[data-testid^="sel-"]').evaluateAll((all) => all.map((one) => one.dataset.testid)), ['sel-recover']);
  await ui.palette.run('Recover', /Recover/);
  await until('the deal to be back', async () => !(await deleted()));
});

scenario('cards are archived and come out of the archive from their menu', async (stage) => {
  const { ui, core } = stage;
  const [title] = THREE;
  const [id] = await idsOf(core, [title]);
  await ui.board.menuOf(title);
  await ui.choose('Archive');
  assert.notEqual((await core.detail(id)).deal.archived_at, null);
  await show(stage, 'archived');
  await ui.board.menuOf(title);
  await ui.choose('Unarchive');
  assert.equal((await core.detail(id)).deal.archived_at, null);
});

scenario('deals closed without outcome are won and lost from card, key and row', async (stage) => {
  const { ui, core, page } = stage;
  const ids = await idsOf(core, THREE);
  await core.call('close_deals', { ids });
  await show(stage, 'closed');
  await ui.board.menuOf(THREE[0]);
  assert.equal(await page.getByRole('menuitem', { name: 'Lost' }).count(), 1);
  await ui.choose('Won');
  await ui.board.focus(THREE[1]);
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await ui.by('lost-dialog').waitFor({ state: 'detached' });
  const list = listOf(stage);
  await list.open();
  await list.row(THREE[2]).focus();
  await ui.press('w');
  await until('all three to have an outcome', async () => (await status(core, ids)).join() === 'won,lost,won');
});

scenario('the bar over chosen cards and the palette follow what is chosen: Restore for lost ones, Recover for trashed ones', async (stage) => {
  const { ui, core } = stage;
  const ids = await idsOf(core, THREE);
  const offered = () => ui.by('selection-bar').locator('[data-testid^="sel-"]').evaluateAll((all) => all.map((one) => one.dataset.testid.slice(4)));
  await choose(stage, THREE.slice(0, 2));
  assert.deepEqual((await offered()).slice(0, 3), ['move', 'won', 'lost']);
  await ui.press('Escape');
  await core.call('lose_deals', { ids, reason: null, note: '' });
  await show(stage, 'lost');
  await choose(stage, THREE);
  assert.deepEqual((await offered()).slice(0, 2), ['restore', 'won']);
  assert.ok(!(await offered()).includes('lost'));
  await ui.palette.open();
  await ui.palette.find('Lost');
  assert.equal(await ui.palette.item('Lost: 3').count(), 0);
  await ui.palette.find('Restore', 'Restore');
  await ui.press('Escape');
  await ui.by('sel-restore').click();
  await ui.rest();
  await until('all three to be open', async () => (await status(core, ids)).every((one) => one === 'open'));
  await ui.undo();
  assert.deepEqual(await status(core, ids), ['lost', 'lost', 'lost']);
});
