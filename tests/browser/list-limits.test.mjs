/** What lists say where there is more than they show or take at once, and where there is nothing. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { listOf } from './lists.mjs';

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
