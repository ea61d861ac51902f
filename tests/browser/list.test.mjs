/** The list: what narrows it, groups, orders, ticked rows and what is done with them, fields edited where they stand. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import { fill, scenarios, scratch, until } from './harness.mjs';

const scenario = scenarios();
/** Not among the data, where nothing else may be written. */
const folder = scratch('favourites');
const QUERY = { entity: 'deal', presets: [], filter: { all: [], any: [] }, text: '', pipeline: null };
const MANY = 100_000;

/** The list as it is seen, in the words of a person. */
function listOf({ ui, page, core }) {
  const list = {
    rows: () => ui.by('list-row'),
    row: (title) => ui.by('list-row').filter({ has: page.locator('[data-field="title"]', { hasText: new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }) }),
    titles: () => page.locator('[data-testid="list-row"] [data-field="title"]').allInnerTexts(),
    count: async () => Number((await ui.by('list-count').innerText()).replace(/\D/g, '')),
    open: () => ui.list(),
    async panel() {
      await ui.by('search-panel-open').click();
      await ui.by('search-panel').waitFor();
    },
    /** Puts ready filters in force or takes them away. */
    async presets(...names) {
      await list.panel();
      for (const name of names) await ui.by(`preset-${name}`).click();
      await page.keyboard.press('Escape');
      await ui.rest();
    },
    async tick(...titles) {
      for (const title of titles) await list.row(title).getByRole('checkbox').click();
    },
    async act(name) {
      await ui.by('list-actions').click();
      await ui.choose(name);
    },
    total: async (presets, more = {}) => (await core.call('list_totals', { ...QUERY, presets, ...more })).totals,
  };
  return list;
}

/** Adds a condition in the builder that is open: its field, operator and values by their words. */
async function condition({ ui, page }, field, operator, values) {
  const row = ui.by('condition').last();
  await row.getByTestId('condition-field').getByRole('combobox').fill(field);
  await page.getByRole('option', { name: field, exact: true }).click();
  if (operator) {
    await row.getByTestId('condition-operator').getByRole('combobox').or(row.getByTestId('condition-operator').getByRole('button')).first().click();
    await page.getByRole('option', { name: operator }).first().click();
  }
  for (const value of values) {
    const add = row.getByTestId('add-value');
    if ((await page.getByRole('listbox', { name: 'Value' }).count()) === 0) await add.click();
    await page.getByRole('listbox', { name: 'Value' }).getByRole('option', { name: value }).first().click();
  }
  if (values.length > 0) await page.keyboard.press('Escape');
}

const lostReasons = async (core) => {
  const { rows } = await core.call('list_page', { query: { ...QUERY, presets: [{ name: 'lost' }] }, sort: [], columns: ['close_reason'], offset: 0, limit: 200 });
  return rows.map((row) => ({ id: row.id, title: row.title, reason: row.cells[0].type === 'record' ? row.cells[0].value.name : null }));
};

/** Loses three deals of the board, for two reasons. */
async function lose(core) {
  const { reasons } = await core.catalog();
  const [first, second] = reasons.filter((one) => one.kind === 'lost' && one.active);
  const cards = (await core.board()).columns.flatMap((column) => column.cards).slice(0, 4);
  for (const [at, card] of cards.entries()) await core.call('lose_deals', { ids: [card.id], reason: { by: 'id', value: (at < 2 ? first : second).id }, note: '' });
}

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
  await condition(stage, 'Close reason', 'is in', reasons);
  await until('the count', async () => (await ui.by('builder-count').innerText()).startsWith(`${wanted.length} deal`));
  await shot('list-builder');
  await ui.by('builder-apply').click();
  await until('what was counted', async () => (await list.count()) === wanted.length);
  assert.deepEqual((await list.titles()).sort(), wanted.map((deal) => deal.title).sort());
});

scenario('three lost deals come back through Actions, Unarchive, and leave the list; Ctrl+Z takes it back', { prepare: lose }, async (stage) => {
  const { ui, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('lost');
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.id));
  const before = await list.count();
  await list.tick(...titles);
  assert.match(await ui.by('list-bar').innerText(), /^3/);
  await shot('list-ticked');
  await list.act('Unarchive');
  await ui.toastSays('3 deals restored');
  await until('three fewer', async () => (await list.count()) === before - 3);
  assert.deepEqual((await list.titles()).filter((title) => titles.includes(title)), []);
  for (const id of ids) assert.equal((await core.detail(id)).deal.status, 'open');
  await ui.undo();
  await until('all lost again', async () => (await list.count()) === before);
  for (const id of ids) assert.equal((await core.detail(id)).deal.status, 'lost');
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

scenario('the menu of acts offers what fits the ticked rows; deleting stands last', async (stage) => {
  const { ui, page } = stage;
  const list = listOf(stage);
  const offered = async () => {
    await ui.by('list-actions').click();
    const names = (await page.getByRole('menuitem').allInnerTexts()).map((name) => name.split('\n')[0].trim());
    await page.keyboard.press('Escape');
    await ui.rest();
    return names;
  };
  await list.open();
  const open = await list.titles();
  await list.tick(...open.slice(0, 2));
  const names = await offered();
  for (const name of ['Restore', 'Reopen', 'Unarchive', 'Recover']) assert.ok(!names.includes(name), name);
  assert.deepEqual([names[1], names.at(-1)], ['Merge', 'Delete']);
  await ui.by('select-all').click();
  await ui.rest();
  // Rows that were never read may be anything.
  const all = await offered();
  for (const name of ['Reopen', 'Unarchive', 'Recover']) assert.ok(all.includes(name), name);
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

/** As many deals as an import would make. */
const deals = (count) => async (core) => {
  const { pipelines } = await core.catalog();
  for (let at = 0; at < count; at += 1) {
    await core.call('create_deal', { title: `Pump ${String(at).padStart(3, '0')}`, pipeline: pipelines[0].id, stage: pipelines[0].stages[0].id, place: { at: 'bottom' }, value: { minor: 100_00, currency: 'EUR' }, expected_close: null, organization: null, person: null, source: null, labels: [] });
  }
};

scenario('a hundred ticked deals become leads at once; of a hundred and one the first hundred are offered', { sample: null, prepare: deals(101) }, async (stage) => {
  const { ui, core, page } = stage;
  if ((await ui.by('start-empty').count()) > 0) await ui.by('start-empty').click();
  const list = listOf(stage);
  await list.open();
  await list.rows().first().focus();
  await ui.press('Control+a');
  await ui.by('bulk-convert').click();
  await ui.by('convert-over').waitFor();
  assert.match(await ui.by('convert-over').innerText(), /101 are chosen; one run takes 100/);
  await page.keyboard.press('Escape');
  assert.equal((await core.leads()).total, 0);
  await ui.by('bulk-convert').click();
  await ui.by('convert-over').waitFor();
  await ui.by('convert-save').click();
  await until('one deal left', async () => (await list.count()) === 1);
  assert.equal((await core.leads()).total, 100);
  await ui.undo();
  await until('all back', async () => (await list.count()) === 101);
});

scenario('many are edited at once: counted before, one step of undo', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.id));
  const before = await Promise.all(ids.map(async (id) => (await core.detail(id)).deal));
  await list.tick(...titles);
  await ui.press('e');
  await ui.by('bulk-edit-dialog').waitFor();
  await ui.by('bulk-add-field').getByRole('combobox').fill('Value');
  await page.getByRole('option', { name: 'Value', exact: true }).click();
  const field = page.locator('[data-testid="bulk-field"][data-field="value"] input');
  await field.fill('777');
  await field.blur();
  await until('the count', async () => (await ui.by('bulk-count').innerText()).startsWith('3 records would change'));
  await shot('list-bulk-edit');
  await ui.by('bulk-apply').click();
  await ui.by('bulk-edit-dialog').waitFor({ state: 'detached' });
  for (const deal of before) assert.equal((await core.detail(deal.id)).deal.value.minor, 77_700);
  await ui.undo();
  for (const deal of before) assert.deepEqual((await core.detail(deal.id)).deal.value, deal.value);
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

scenario('a label and an owner are given to the ticked rows from the bar, each as one step', { prepare: (core) => core.call('create_colleague', { name: 'Noor de Vries', email: null }) }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 2);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.id));
  const [label] = (await core.catalog()).labels;
  const noor = (await core.catalog()).colleagues.find((one) => one.name === 'Noor de Vries');
  const deals = () => Promise.all(ids.map(async (id) => (await core.detail(id)).deal));
  const before = await deals();
  await list.tick(...titles);
  await ui.by('bulk-labels').click();
  await ui.rest();
  await shot('list-bulk-label');
  await page.getByRole('option', { name: label.name }).click();
  await until('the label on both', async () => (await deals()).every((deal) => deal.labels.includes(label.id)));
  await ui.undo();
  assert.deepEqual((await deals()).map((deal) => deal.labels), before.map((deal) => deal.labels));
  await list.tick(...titles);
  await ui.by('bulk-owner').click();
  await page.getByRole('option', { name: 'Noor de Vries' }).click();
  await until('the owner of both', async () => (await deals()).every((deal) => deal.owner === noor.id));
  await list.tick(...titles);
  await ui.by('bulk-owner').click();
  await page.getByRole('option', { name: 'Nobody' }).click();
  await until('nobody', async () => (await deals()).every((deal) => deal.owner === null));
});

scenario('two ticked rows of any list are merged; six say why not', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await ui.by('list-row').first().waitFor();
  await ui.rest();
  const all = await list.count();
  const boxes = list.rows().getByRole('checkbox');
  for (let at = 0; at < 6; at += 1) await boxes.nth(at).click();
  assert.equal(await ui.by('bulk-merge').count(), 0);
  await ui.by('list-actions').click();
  const entry = page.getByRole('menuitem', { name: /^Merge/ });
  assert.match(await entry.innerText(), /2 to 5/);
  await shot('list-merge-six');
  await page.keyboard.press('Escape');
  for (let at = 2; at < 6; at += 1) await boxes.nth(at).click();
  await ui.by('bulk-merge').click();
  await ui.by('merge-dialog').waitFor();
  await ui.rest();
  await ui.by('merge-confirm').click();
  await until('one row less', async () => (await list.count()) === all - 1);
  await ui.by('list-bar').waitFor({ state: 'detached' });
  await ui.undo();
  await until('all again', async () => (await list.count()) === all);
  assert.equal((await core.call('list_totals', { ...QUERY, entity: 'organization' })).totals.count, all);
});

scenario('a converted deal that is recovered from the list asks what becomes of the lead it was', { prepare: async (core) => {
  const [card] = (await core.board()).columns[0].cards;
  await core.call('convert_to_leads', { ids: [card.id], from_list: false });
} }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  const { deal, lead } = (await core.leads()).rows.map((row) => ({ lead: row.id, deal: row.title }))[0];
  await list.open();
  await list.presets('deleted');
  await list.row(deal).click({ button: 'right' });
  await ui.choose('Recover');
  await ui.by('left-leads').waitFor();
  await shot('list-left-leads');
  await ui.by('left-leads-remove').click();
  await until('the lead in the trash', async () => (await core.call('lead_detail', { id: lead })).lead.deleted_at !== null);
  await ui.rest();
  await ui.undo();
  await ui.undo();
  await until('the deal deleted again', async () => (await list.row(deal).count()) === 1);
  await list.tick(deal);
  await list.act('Recover');
  await ui.by('left-leads').waitFor();
  await ui.by('left-leads-keep').click();
  assert.equal((await core.call('lead_detail', { id: lead })).lead.deleted_at, null);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

scenario('W, L and Del act on the focused row of a list, and the focus stays at its place', async (stage) => {
  const { ui, core, page } = stage;
  const list = listOf(stage);
  await list.open();
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 4).map((row) => row.dataset.id));
  const status = async (at) => (await core.detail(ids[at])).deal.status;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'));
  await list.rows().nth(1).focus();
  await ui.press('w');
  await until('the second won', async () => (await status(1)) === 'won');
  await until('the focus on the row that closed up', async () => (await focused()) === ids[2]);
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('the third lost', async () => (await status(2)) === 'lost');
  await until('the focus on the row that closed up', async () => (await focused()) === ids[3]);
  await ui.press('Delete');
  await page.getByRole('dialog').waitFor();
  await ui.press('Escape');
  assert.deepEqual([await status(0), await status(3)], ['open', 'open']);
  assert.equal(await focused(), ids[3], 'a question that was left gives the focus back');

  // The same in the other lists, by the menu of their rows.
  await ui.go('leads');
  await page.getByRole('radio', { name: 'List' }).click();
  await list.rows().first().waitFor();
  const lead = await list.rows().first().getAttribute('data-id');
  await list.rows().first().focus();
  await ui.press('Delete');
  await until('the lead in the trash', async () => (await core.call('lead_detail', { id: lead })).lead.deleted_at !== null);
});

scenario('the palette offers what can be done with ticked rows, and nothing of it once a record lies over them', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.id));
  await list.tick(titles[0]);
  await ui.palette.open();
  await ui.palette.find('lost', `Mark as lost: “${titles[0]}”`);
  await page.keyboard.press('Escape');
  await list.tick(titles[1]);
  await ui.palette.open();
  await ui.palette.find('won', 'Mark as won: 2 selected');
  await shot('palette-ticked');
  await page.keyboard.press('Enter');
  await until('both won', async () => (await Promise.all(ids.map(async (id) => (await core.detail(id)).deal.status))).every((status) => status === 'won'));
  await until('no ticks', async () => (await ui.by('list-bar').count()) === 0);
  await list.tick(titles[2]);
  await list.rows().nth(3).locator('[data-field="title"]').click();
  await ui.drawer.element.waitFor();
  await ui.palette.open();
  await ui.palette.find('archive');
  assert.equal(await ui.palette.item('Archive: ').count(), 0);
});

scenario('lost leads are found in their list and come back through Actions', { prepare: async (core) => {
  const rows = (await core.leads()).rows.slice(0, 3);
  await core.call('lose_leads', { ids: rows.map((row) => row.id), reason: null, note: '' });
} }, async (stage) => {
  const { ui, core, shot } = stage;
  const list = listOf(stage);
  const lost = (await core.leads({ lost: true })).rows.map((row) => row.title);
  await ui.go('leads');
  await ui.page.getByRole('radio', { name: 'List' }).click();
  await ui.by('list-row').first().waitFor();
  await list.presets('lost');
  await until('the lost ones', async () => (await list.count()) === lost.length);
  await shot('list-leads');
  await list.tick(...lost.slice(0, 2));
  await list.act('Unarchive');
  await until('two fewer', async () => (await list.count()) === lost.length - 2);
  assert.equal((await core.leads({ lost: true })).total, lost.length - 2);
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
