/** Answers that come late: what was ticked, edited or scrolled under an older question does not come back under the newer one. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { QUERY, listOf } from './lists.mjs';

const scenario = scenarios();

/** Keeps the answers of a command back; `go` lets them through, and all that follow. */
async function hold(page, command) {
  const held = [];
  let through = false;
  await page.route(`**/command/${command}`, (route) => (through ? route.continue() : void held.push(route)));
  return {
    asked: (count = 1) => until(`${command} is asked`, () => held.length >= count),
    async go() {
      through = true;
      for (const route of held.splice(0)) await route.continue();
    },
  };
}

scenario('“select all” of a list is forgotten when the search changes before its answer', async ({ ui, page }) => {
  await ui.list();
  const ids = await hold(page, 'list_ids');
  await ui.by('list-row').first().focus();
  await page.keyboard.press('Control+a');
  await ids.asked();
  await ui.by('list-search').fill('line');
  await until('fewer rows', async () => (await ui.by('list-row').count()) < 5);
  await ids.go();
  await ui.rest();
  assert.equal(await page.locator('[data-testid="list-row"][aria-selected="true"]').count(), 0);
  assert.equal(await ui.by('list-bar').count(), 0);
});

const leads = (count) => async (core) => {
  for (let at = 1; at <= count; at += 1) await core.call('create_lead', { title: `Lead ${at}`, value: null, expected_close: null, organization: null, person: null, source: null, labels: [] });
};

scenario('of leads, “select all” is forgotten when the search changes before its answer', { sample: null, prepare: leads(150) }, async ({ ui, page }) => {
  await ui.go('leads');
  await ui.by('lead-row').first().focus();
  const pages = await hold(page, 'leads_page');
  await page.keyboard.press('Control+a');
  await pages.asked();
  await ui.by('leads-search').fill('Lead 15');
  await pages.asked(2);
  await pages.go();
  await until('two leads', async () => (await ui.by('lead-row').count()) === 2);
  await ui.rest();
  assert.equal(await ui.by('leads-bar').count(), 0);
});

scenario('in the trash, “select all” is forgotten when the search changes before its answer', { sample: null, prepare: async (core) => {
  await leads(150)(core);
  const { rows } = await core.leads();
  await core.call('delete_leads', { ids: rows.map((row) => row.id) });
} }, async ({ ui, page }) => {
  await ui.go('trash');
  await ui.by('trash-row').first().waitFor();
  const pages = await hold(page, 'trash_page');
  await page.locator('.trash__head').getByRole('checkbox').click();
  await pages.asked();
  await ui.by('trash-search').fill('Lead 15');
  await pages.asked(2);
  await pages.go();
  await until('two leads', async () => (await ui.by('trash-row').count()) === 2);
  await ui.rest();
  assert.equal(await page.locator('.selbar').count(), 0);
});

scenario('contacts are searched from far below: the answer is shown from its top, with all its rows', { sample: null, prepare: async (core) => {
  for (let at = 1; at <= 350; at += 1) await core.call('create_organization', { name: `Firm ${String(at).padStart(3, '0')}`, parent: null, city: null, phone: null, email: null });
} }, async ({ ui, page }) => {
  await ui.go('contacts');
  await ui.by('contact-row').first().waitFor();
  const list = page.locator('.split__list .vlist');
  await list.evaluate((one) => one.scrollTo({ top: 250 * 56 }));
  await until('a row far below', async () => (await list.innerText()).includes('Firm 255'));
  await ui.by('contacts-search').fill('firm');
  await until('the top of what was found', async () => (await list.innerText()).includes('Firm 001') && (await list.evaluate((one) => one.scrollTop)) === 0);
  await ui.rest();
  assert.equal(await page.locator('.lead--wait').count(), 0);
});

scenario('groups by another field have their own rows, also when something is written before their answer', async (stage) => {
  const { ui, page, core } = stage;
  const list = listOf(stage);
  const query = { ...QUERY, presets: [{ name: 'mine' }] };
  const rows = async (more = []) => (await core.call('list_page', { query: { ...query, filter: { all: more, any: [] } }, sort: [], columns: [], offset: 0, limit: 50 })).rows;
  await list.open();
  await list.panel();
  await ui.by('group-more').click();
  await ui.by('group-product').click();
  // Both fields have a group of the deals that say nothing in them.
  await ui.by('list-group').filter({ hasText: 'Without Product' }).waitFor();
  await ui.rest();
  const answer = await hold(page, 'list_groups');
  await ui.by('group-owner').click();
  await answer.asked();
  await core.call('update_deal', { id: (await rows())[3].id, changes: [{ field: 'probability', value: 4_000 }] });
  await answer.asked(2);
  await answer.go();
  await ui.by('list-group').filter({ hasText: 'Without Owner' }).waitFor();
  await page.keyboard.press('Escape');
  await ui.rest();
  const { groups } = await core.call('list_groups', { query, group: { field: 'owner', grain: null } });
  const wanted = (await Promise.all(groups.map((group) => rows(group.conditions)))).flat().map((row) => row.title);
  const drawn = await list.titles();
  assert.ok(drawn.length > 10);
  assert.deepEqual(drawn, wanted.slice(0, drawn.length));
  assert.equal(await page.locator('.grid__row--wait').count(), 0);
});
