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
