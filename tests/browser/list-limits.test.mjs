/** What lists say where there is more than they show or take at once, and where there is nothing. */
import assert from 'node:assert/strict';
import { before } from 'node:test';
import { fill, scenarios, scratch, until } from './harness.mjs';
import { QUERY, listOf } from './lists.mjs';

const scenario = scenarios();
/** Most groups the core answers. */
const GROUPS = 500;

const organizations = (count) => async (core) => {
  for (let at = 0; at < count; at += 1) await core.call('create_organization', { name: `Firm ${at}`, parent: null, city: `City ${String(at).padStart(3, '0')}`, phone: null, email: null });
};

scenario('where there are more groups than are shown the foot says so, until the list is narrowed', { sample: null, prepare: organizations(GROUPS + 2) }, async (stage) => {
  const { ui, page, shot } = stage;
  const list = listOf(stage);
  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await ui.by('list-row').first().waitFor();
  assert.equal(await ui.by('groups-more').count(), 0);
  await list.panel();
  await ui.by('group-city').click();
  await page.keyboard.press('Escape');
  await until('the note', async () => /^The first 500 groups are shown; narrow the list/.test(await ui.by('groups-more').innerText()));
  await shot('limits-groups');
  await ui.by('list-search').fill('Firm 1');
  await until('fewer groups', async () => (await ui.by('groups-more').count()) === 0);
});

scenario('where there is nothing at all a list says so and how to begin; where filters leave nothing it shows all', { sample: null }, async (stage) => {
  const { ui, page, core, shot } = stage;
  if ((await ui.by('start-empty').count()) > 0) await ui.by('start-empty').click();
  const says = (text) => page.locator('.listpage .empty').filter({ hasText: text }).waitFor();
  await ui.press('Alt+2');
  await says('No deals yet');
  await shot('limits-nothing');
  await ui.by('list-search').fill('pump');
  await says('No deals yet');
  await ui.by('list-search').fill('');
  await ui.by('list-empty-new').click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await ui.go('leads');
  await page.getByRole('radio', { name: 'List' }).click();
  await says('No leads yet');
  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await says('No organizations yet');
  await ui.by('list-empty-import').click();
  await ui.by('import-pick').waitFor();

  const { pipelines } = await core.catalog();
  await core.call('create_deal', { title: 'Heat pump', pipeline: pipelines[0].id, stage: pipelines[0].stages[0].id, place: { at: 'bottom' }, value: null, expected_close: null, organization: null, person: null, source: null, labels: [] });
  const [{ id }] = (await core.board()).columns.flatMap((column) => column.cards);
  await core.call('archive_deals', { ids: [id] });
  await ui.go('board');
  await ui.press('Alt+2');
  await says('Nothing matches');
  await ui.button('Show all').click();
  await until('the deal that is no longer open', async () => (await ui.by('list-row').count()) === 1);
});

const dir = scratch('limits');
const MOST = 10_000;
before(() => fill(dir, MOST + 200, 40));

scenario('of more rows than one act takes the first are offered, and once they are ticked nothing more', { sample: null, dir: () => dir }, async (stage) => {
  const { ui, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('mine');
  const all = (await list.total([])).count;
  assert.ok(all > MOST);
  await list.rows().first().getByRole('checkbox').click();
  const shown = all.toLocaleString('en-GB');
  assert.equal(await ui.by('select-all').innerText(), `Select the first 10,000 of ${shown}`);
  await shot('limits-first');
  await ui.by('select-all').click();
  await until('the first ten thousand', async () => (await ui.by('list-bar').innerText()).startsWith('10,000'));
  assert.equal(await ui.by('select-all').count(), 0);
  assert.equal(await ui.by('select-most').innerText(), `of ${shown}; 10,000 at a time`);
  const { ids } = await stage.core.call('list_ids', { query: QUERY, sort: [], limit: MOST });
  assert.equal(ids.length, MOST);
});

scenario('in the inbox all leads are ticked from the bar, also more than a thousand', { sample: null, prepare: async (core) => {
  for (let at = 1; at <= 1_010; at += 1) await core.call('create_lead', { title: `Lead ${at}`, value: null, expected_close: null, organization: null, person: null, source: null, labels: [] });
} }, async (stage) => {
  const { ui, page, shot } = stage;
  await ui.go('leads');
  await ui.by('lead-row').first().waitFor();
  await ui.by('lead-row').first().click({ modifiers: ['Control'] });
  assert.equal(await ui.by('select-all').innerText(), 'Select all 1,010');
  await shot('limits-leads');
  await ui.by('select-all').click();
  await until('all of them', async () => (await ui.by('leads-bar').innerText()).startsWith('1,010'));
  assert.equal(await ui.by('select-all').count(), 0);
  await page.keyboard.press('Escape');
});
