/** The list: what narrows it, groups, orders, favourites, fields edited where they stand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import { fill, scenarios, scratch, until } from './harness.mjs';
import { QUERY, condition, listOf, lose, lostReasons } from './lists.mjs';

const scenario = scenarios();
/** Not among the data, where nothing else may be written. */
const folder = scratch('favourites');
const MANY = 100_000;

scenario('the board and the list show the same search, and each is one key away', async (stage) => {
  const { ui, page, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const mine = await list.total([{ name: 'mine' }]);
  assert.equal(await list.count(), mine.count);
  await shot('list');
  await list.presets('lost');
  const lost = await list.total([{ name: 'lost' }]);
  await until('only the lost ones', async () => (await list.count()) === lost.count);
  await page.keyboard.press('Alt+1');
  await ui.by('board').waitFor();
  await ui.rest();
  const board = await core.board(null, { query: { ...QUERY, presets: [{ name: 'lost' }] } });
  assert.deepEqual((await ui.board.columns()).map((column) => column.count), board.columns.map((column) => column.totals.count));
  await ui.button('Remove “Lost”').click();
  await ui.rest();
  await page.keyboard.press('Alt+2');
  const all = await list.total([]);
  await until('all of them, won and lost too', async () => (await list.count()) === all.count);
});

scenario('words that narrow the list are a chip on the board, which takes them away', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await ui.by('list-search').fill('chiller');
  const found = await list.total([{ name: 'mine' }], { text: 'chiller' });
  await until('what the words find', async () => (await list.count()) === found.count);
  assert.equal(await page.locator('.search__chips .chip').filter({ hasText: 'chiller' }).count(), 0, 'the field shows them');
  await ui.by('list-row').first().focus();
  await page.keyboard.press('Alt+1');
  await ui.by('board').waitFor();
  await ui.rest();
  const cards = async () => (await ui.board.columns()).reduce((sum, column) => sum + column.count, 0);
  const board = await core.board(null, { query: { ...QUERY, presets: [{ name: 'mine' }], text: 'chiller' } });
  assert.equal(await cards(), board.columns.reduce((sum, column) => sum + column.totals.count, 0));
  await shot('board-words');
  await ui.button('Remove “chiller”').click();
  await ui.rest();
  await ui.board.assertAsInCore();
  assert.equal(await page.locator('.search__chips .chip').filter({ hasText: 'chiller' }).count(), 0);
  await page.keyboard.press('Alt+2');
  await until('the field empty too', async () => (await ui.by('list-search').inputValue()) === '');
});

scenario('a custom filter with “is in” finds lost deals by several reasons, counted before it is applied', { prepare: lose }, async (stage) => {
  const { ui, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('lost');
  const deals = await lostReasons(core);
  const reasons = [...new Set(deals.map((deal) => deal.reason).filter(Boolean))].slice(0, 2);
  const wanted = deals.filter((deal) => reasons.includes(deal.reason));
  await list.panel();
  await ui.by('add-filter').click();
  await ui.by('filter-builder').waitFor();
  await ui.by('condition-field').getByRole('combobox').fill('lost reason');
  await stage.page.getByRole('option', { name: /^Close reason/ }).waitFor();
  await condition(stage, 'Close reason', 'is in', reasons);
  await until('the count', async () => (await ui.by('builder-count').innerText()).startsWith(`${wanted.length} deal`));
  await shot('list-builder');
  await ui.by('builder-apply').click();
  await until('what was counted', async () => (await list.count()) === wanted.length);
  assert.deepEqual((await list.titles()).sort(), wanted.map((deal) => deal.title).sort());
});

scenario('a head sorts, once more turns it round, with Shift adds a second key', async (stage) => {
  const { page, core, ui } = stage;
  const list = listOf(stage);
  await list.open();
  const order = async (sort) => (await core.call('list_page', { query: { ...QUERY, presets: [{ name: 'mine' }] }, sort, columns: [], offset: 0, limit: 15 })).rows.map((row) => row.title);
  const drawn = async () => (await list.titles()).slice(0, 15);
  const sorted = async (sort) => until(`the order by ${JSON.stringify(sort)}`, async () => JSON.stringify(await drawn()) === JSON.stringify(await order(sort)));
  await ui.by('head-value').click();
  await sorted([{ field: 'value', descending: false }]);
  await ui.by('head-value').click();
  await sorted([{ field: 'value', descending: true }]);
  await ui.by('head-stage').click();
  await ui.by('head-value').click({ modifiers: ['Shift'] });
  await sorted([{ field: 'stage', descending: false }, { field: 'value', descending: false }]);
  assert.equal(await page.locator('[role="columnheader"][aria-sort="ascending"]').count(), 1);
});

scenario('rows are grouped with counts and sums; a folded group hides its rows only', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.panel();
  await ui.by('group-stage').click();
  await page.keyboard.press('Escape');
  await ui.by('list-group').first().waitFor();
  await ui.rest();
  await shot('list-grouped');
  const { groups } = await core.call('list_groups', { query: { ...QUERY, presets: [{ name: 'mine' }] }, group: { field: 'stage', grain: null } });
  const first = await ui.by('list-group').first().innerText();
  assert.ok(first.includes(groups[0].cell.value.name) && first.includes(String(groups[0].totals.count)), first);
  const shown = await list.titles();
  await ui.by('list-group').first().click();
  await until('its rows gone', async () => (await ui.by('list-group').first().getAttribute('aria-expanded')) === 'false');
  await ui.rest();
  const folded = await list.titles();
  assert.notDeepEqual(folded.slice(0, 3), shown.slice(0, 3));
  assert.equal(await list.count(), (await list.total([{ name: 'mine' }])).count, 'totals count folded rows too');
});

scenario('common fields to group by come first; the others lie behind a fold that keys open', async (stage) => {
  const { ui, page } = stage;
  await listOf(stage).open();
  await listOf(stage).panel();
  assert.equal(await ui.by('group-close_reason').count(), 0);
  await ui.by('group-more').focus();
  await ui.press('Enter', 'ArrowDown');
  assert.equal(await ui.by('group-more').getAttribute('aria-expanded'), 'true');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid.startsWith('group-')), true);
  await ui.by('group-close_reason').click();
  await page.keyboard.press('Escape');
  await ui.by('list-group').first().waitFor();
  await listOf(stage).panel();
  assert.equal(await ui.by('group-close_reason').getAttribute('aria-pressed'), 'true', 'what is in force is seen');
});

scenario('days are grouped by month at first, and by day, week, quarter or year where one likes', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  const groups = async (grain) => (await core.call('list_groups', { query: { ...QUERY, presets: [{ name: 'mine' }] }, group: { field: 'expected_close', grain } })).groups.map((group) => group.totals.count);
  const drawn = async () => (await page.locator('[data-testid="list-group"] .grid__count').allInnerTexts()).map(Number);
  await list.open();
  await list.panel();
  const entry = ui.by('group-expected_close');
  assert.equal(await ui.by('group-expected_close-week').count(), 0, 'the column stays short');
  await entry.focus();
  await ui.press('Enter');
  await ui.by('list-group').first().waitFor();
  assert.match(await entry.innerText(), /by month/);
  assert.equal(await entry.getAttribute('aria-expanded'), 'true');
  for (const grain of ['day', 'week', 'month', 'quarter', 'year']) {
    await ui.press('ArrowDown', 'Enter');
    assert.equal(await ui.by(`group-expected_close-${grain}`).getAttribute('aria-pressed'), 'true', grain);
    const wanted = await groups(grain);
    await until(`groups by ${grain}`, async () => {
      const shown = await drawn();
      return shown.length > 0 && shown.every((count, at) => count === wanted[at]);
    });
    if (grain === 'quarter') await shot('list-grains');
  }
  assert.match(await ui.by('list-group').first().innerText(), /^\s*20\d\d\b/);
  await ui.by('group-stage').click();
  assert.equal(await ui.by('group-expected_close-year').count(), 0, 'folded again');
});

scenario('a cell is edited where it stands, and Ctrl+Z takes it back', async (stage) => {
  const { ui, core, page } = stage;
  const list = listOf(stage);
  await list.open();
  const title = (await list.titles())[0];
  const id = await list.rows().first().getAttribute('data-id');
  const { value } = (await core.detail(id)).deal;
  await list.row(title).locator('[data-field="value"]').click();
  const field = list.row(title).locator('[data-field="value"] input');
  await field.fill('12345');
  await page.keyboard.press('Enter');
  await until('the new value in the file', async () => (await core.detail(id)).deal.value?.minor === 1_234_500);
  await until('the new value in the row', async () => (await list.row(title).locator('[data-field="value"]').innerText()).includes('12,345'));
  await ui.undo();
  assert.deepEqual((await core.detail(id)).deal.value, value);
  await list.row(title).focus();
  await page.keyboard.press('F2');
  await list.row(title).locator('[data-field="value"] input').waitFor();
  await page.keyboard.press('Shift+Tab');
  await until('the organization, a list', () => page.locator('.pop--pick input').evaluate((one) => one === document.activeElement));
  await page.keyboard.press('Shift+Tab');
  await list.rows().first().locator('[data-field="title"] input').fill(`${title}, again`);
  await page.keyboard.press('Enter');
  await list.row(`${title}, again`).waitFor();
  assert.equal((await core.detail(id)).deal.title, `${title}, again`);
});

scenario('keys walk the rows, tick them, choose all, open one and give up', async (stage) => {
  const { ui, page } = stage;
  const list = listOf(stage);
  await list.open();
  await list.rows().first().focus();
  await ui.press('ArrowDown', 'x', 'Shift+ArrowDown', 'Shift+ArrowDown');
  assert.match(await ui.by('list-bar').innerText(), /^3/);
  await ui.press('Control+a');
  await until('all of them', async () => (await ui.by('list-bar').innerText()).startsWith(String(await list.count())));
  await ui.press('Escape');
  await ui.by('list-bar').waitFor({ state: 'detached' });
  const third = (await list.titles())[3];
  await ui.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await ui.by('deal-detail').waitFor();
  assert.match(await ui.by('deal-detail').innerText(), new RegExp(third.slice(0, 12)));
  await page.keyboard.press('Escape');
});

scenario('a deal opened from the list leads with [ and ] to the rows before and after it, in their order, also once it has left', async (stage) => {
  const { ui, page, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await ui.by('head-value').click();
  await ui.rest();
  const { rows } = await core.call('list_page', { query: { ...QUERY, presets: [{ name: 'mine' }] }, sort: [{ field: 'value', descending: false }], columns: [], offset: 0, limit: 50 });
  const opened = async (at) => until(`row ${at}`, async () => (await ui.drawer.core()).deal.id === rows[at].id);
  const last = rows.length - 1;
  await list.rows().nth(2).locator('[data-field="title"]').click();
  await ui.drawer.element.waitFor();
  await opened(2);
  assert.match(await ui.drawer.element.locator('.drawer__bar').innerText(), new RegExp(`3 of ${rows.length}`));
  await shot('list-drawer');
  await ui.press(']');
  await opened(3);
  await ui.press('[', '[', '[');
  await opened(0);
  assert.equal(await ui.button('Previous deal ([)').isDisabled(), true);
  // To the last one, whose row is out of view at first: the list follows.
  for (let at = 0; at < last; at += 1) await ui.press(']');
  await opened(last);
  await until('its row', async () => (await page.locator(`[data-testid="list-row"][data-id="${rows[last].id}"]`).count()) === 1);
  assert.equal(await ui.button('Next deal (])').isDisabled(), true);
  await ui.press('[', '[');
  await opened(last - 2);
  // A deal that is won leaves "My pipeline": the next one is the row that closed up.
  await core.call('win_deals', { ids: [rows[last - 2].id], reason: null, note: '' });
  await until('a row less', async () => (await list.count()) === last);
  await ui.rest();
  await ui.press(']');
  await opened(last - 1);
});

scenario('a search kept by name is there after a reload; the one shown first is in force', async (stage) => {
  const { ui, page } = stage;
  const list = listOf(stage);
  await list.open();
  await list.panel();
  await ui.by('preset-won').click();
  await ui.by('save-search').click();
  await ui.by('favourite-name').fill('What was won');
  await ui.by('favourite-save').click();
  await ui.by('favourite').waitFor();
  await page.getByRole('button', { name: 'More for “What was won”' }).click();
  await ui.choose('Show first');
  await page.keyboard.press('Escape');
  const won = await list.total([{ name: 'won' }]);
  await stage.reload();
  await list.open();
  await until('what was won', async () => (await list.count()) === won.count);
  await list.panel();
  assert.match(await ui.by('favourite').innerText(), /What was won/);
});

scenario('favourites go to a file and come back from it; a deleted one comes back from its notice', { refusals: ['import_filters: filter_file_unreadable'], prepare: async (core) => {
  for (const [at, name] of ['won', 'lost'].entries()) await core.call('save_filter', { id: null, name: `Kept ${at}`, query: { ...QUERY, presets: [{ name }] }, sort: [], group: null, columns: [], default: false });
} }, async (stage) => {
  const { ui, page, core, shot } = stage;
  const list = listOf(stage);
  const names = async () => (await core.call('saved_filters', {})).filters.map((one) => one.name);
  await list.open();
  await list.panel();
  const file = join(folder, 'searches.json');
  await core.willPick(file);
  await ui.by('export-favourites').click();
  await ui.toastSays('2 searches saved to the file');
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).filters.length, 2);
  await page.getByRole('button', { name: 'More for “Kept 0”' }).click();
  await ui.choose('Delete');
  await ui.toastSays('“Kept 0” deleted');
  assert.deepEqual(await names(), ['Kept 1']);
  await ui.by('toast').filter({ hasText: 'Kept 0' }).getByRole('button', { name: 'Undo' }).click();
  await until('the favourite again', async () => (await names()).length === 2);
  for (const at of [0, 1]) {
    await page.getByRole('button', { name: `More for “Kept ${at}”` }).click();
    await ui.choose('Delete');
  }
  const take = page.locator('.finder input[type="file"]');
  await take.setInputFiles(file);
  await ui.toastSays('2 searches taken over');
  assert.deepEqual(await names(), ['Kept 0', 'Kept 1']);
  await take.setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('nothing') });
  await until('the refusal', async () => (await ui.by('toast').allInnerTexts()).some((text) => /not a file of favourites|cannot be read|no favourites/i.test(text)));
  await shot('list-favourites');
});

scenario('a favourite is renamed where it stands', { refusals: ['save_filter: name_taken'], prepare: async (core) => {
  for (const name of ['Kept', 'Taken']) await core.call('save_filter', { id: null, name, query: { ...QUERY, presets: [{ name: 'won' }] }, sort: [], group: null, columns: [], default: false });
} }, async (stage) => {
  const { ui, page, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.panel();
  const rename = async () => {
    await page.getByRole('button', { name: 'More for “Kept”' }).click();
    await ui.choose('Rename');
    await until('its name in the field', () => page.evaluate(() => document.activeElement.value === 'Kept'));
  };
  await rename();
  await shot('list-favourite-rename');
  await page.keyboard.press('Escape');
  await until('the focus where it was', () => page.evaluate(() => document.activeElement.textContent.trim() === 'Kept'));
  await rename();
  await ui.by('favourite-name').fill('taken');
  await page.keyboard.press('Enter');
  await ui.by('search-panel').getByRole('alert').waitFor();
  await ui.by('favourite-name').fill('What was won');
  await page.keyboard.press('Enter');
  await ui.by('favourite').filter({ hasText: 'What was won' }).waitFor();
  const kept = (await core.call('saved_filters', {})).filters;
  assert.deepEqual(kept.map((one) => one.name).sort(), ['Taken', 'What was won']);
  assert.deepEqual(kept.find((one) => one.name === 'What was won').query.presets, [{ name: 'won' }]);
});

scenario('a favourite shows its columns, and the own ones come back with the next choice', async (stage) => {
  const { ui, page, core, shot } = stage;
  const list = listOf(stage);
  const columns = () => page.locator('[data-column]').evaluateAll((heads) => heads.map((head) => head.dataset.column));
  const show = async (keys) => until(`the columns ${keys}`, async () => JSON.stringify(await columns()) === JSON.stringify(keys));
  await core.call('set_preference', { key: 'list-columns-deal', value: ['title', 'value'] });
  await core.call('save_filter', { id: null, name: 'By stage', query: { ...QUERY, presets: [{ name: 'mine' }] }, sort: [], group: null, columns: ['title', 'stage', 'owner'], default: false });
  await stage.reload();
  await list.open();
  await show(['title', 'value']);
  await list.panel();
  await ui.by('favourite').click();
  await show(['title', 'stage', 'owner']);
  await ui.by('head-stage').click();
  await ui.rest();
  assert.deepEqual(await columns(), ['title', 'stage', 'owner'], 'another order keeps them');
  await stage.reload();
  await list.open();
  await show(['title', 'value']);
  await list.panel();
  await ui.by('favourite').click();
  await show(['title', 'stage', 'owner']);
  await ui.by('columns').click();
  await shot('list-favourite-columns');
  await ui.by('columns-own').click();
  await show(['title', 'value']);
  assert.equal(await ui.by('columns-own').count(), 0);
  await page.keyboard.press('Escape');
  await list.panel();
  await ui.by('favourite').click();
  await show(['title', 'stage', 'owner']);
  await ui.by('columns').click();
  await page.getByRole('checkbox', { name: 'Owner', exact: true }).click();
  await show(['title', 'stage']);
  await stage.reload();
  await list.open();
  await show(['title', 'stage']);
});

scenario('organizations and people are lists too, sorted and edited where they stand', async (stage) => {
  const { ui, page, core, shot } = stage;
  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await ui.by('list-row').first().waitFor();
  await ui.rest();
  await shot('list-organizations');
  const row = ui.by('list-row').first();
  const id = await row.getAttribute('data-id');
  await row.locator('[data-field="city"]').click();
  await row.locator('[data-field="city"] input').fill('Quimper');
  await page.keyboard.press('Enter');
  await until('the new city', async () => (await core.call('organization_detail', { id })).organization.city === 'Quimper');
});

// ---- a hundred thousand

const dir = scratch('list');
before(() => fill(dir, MANY, 40));

scenario('a hundred thousand rows scroll without a blank and without a heavy page', { sample: null, dir: () => dir }, async (stage) => {
  const { ui, page, core, note } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('mine');
  const all = await list.total([]);
  assert.ok(all.count >= MANY);
  const seen = await page.evaluate(async () => {
    const scroller = document.querySelector('.grid .vlist');
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    let blank = 0;
    let nodes = 0;
    for (let step = 0; step < 120; step += 1) {
      scroller.scrollTop += step < 60 ? 900 : 40_000;
      await frame();
      await frame();
      const box = scroller.getBoundingClientRect();
      for (const part of [0.2, 0.5, 0.9]) {
        const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height * part);
        if (!at?.closest('.grid__row')) blank += 1;
      }
      nodes = Math.max(nodes, document.querySelectorAll('*').length);
    }
    return { blank, nodes };
  });
  note(`${seen.nodes} nodes, ${seen.blank} blanks`);
  assert.equal(seen.blank, 0);
  assert.ok(seen.nodes < 2500, `${seen.nodes} nodes`);
  await page.evaluate(() => document.querySelector('.grid .vlist').scrollTo({ top: 1e9 }));
  await ui.rest();
  const last = (await core.call('list_page', { query: QUERY, sort: [], columns: [], offset: all.count - 1, limit: 1 })).rows[0];
  await until('the last row', async () => (await list.titles()).at(-1) === last.title);
});

scenario('a range of which only the end is typed keeps it there, and what was typed does not outlive its field', async (stage) => {
  const { ui, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.panel();
  await ui.by('add-filter').click();
  await ui.by('filter-builder').waitFor();
  await condition(stage, 'Expected close', 'is between', []);
  const value = ui.by('condition').last().getByTestId('condition-value');
  const [from, to] = [value.getByRole('textbox', { name: 'From' }), value.getByRole('textbox', { name: 'To' })];
  await to.fill('2026-12-31');
  await page.keyboard.press('Tab');
  await until('the day as it is written here', async () => (await to.inputValue()) === '31/12/2026');
  assert.equal(await from.inputValue(), '');
  await ui.by('builder-apply').click();
  await ui.by('filter-builder').getByRole('alert').first().waitFor();
  await shot('list-half-a-range');
  await from.fill('2026-11-01');
  await page.keyboard.press('Tab');
  assert.deepEqual([await from.inputValue(), await to.inputValue()], ['01/11/2026', '31/12/2026']);
  await condition(stage, 'Probability', null, []);
  const figure = value.getByRole('textbox').first();
  await figure.fill('a lot');
  await value.getByRole('alert').first().waitFor();
  await condition(stage, 'Title', null, []);
  await until('an empty field', async () => (await value.getByRole('textbox').first().inputValue()) === '');
  assert.equal(await value.getByText(/Write a number/).count(), 0);
});
