/** Cells of a list edited one after the other, by pointer and by keyboard, and what a refusal of one of them says. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { condition, listOf, lose } from './lists.mjs';

const scenario = scenarios();
const editing = (page) => page.evaluate(() => document.activeElement.closest('[data-field]')?.dataset.field ?? null);
const onRow = (page) => page.evaluate(() => (document.activeElement.getAttribute('role') === 'row' ? document.activeElement.dataset.id : null));
const REFUSAL = { code: 'busy', params: {}, detail: null };

/** The first row, its cells and its deal. */
async function firstRow({ ui, page, core }) {
  await ui.list();
  const id = await ui.by('list-row').first().getAttribute('data-id');
  const row = page.locator(`[data-testid="list-row"][data-id="${id}"]`);
  return { id, row, cell: (field) => row.locator(`[data-field="${field}"]`), deal: async () => (await core.detail(id)).deal };
}

scenario('saving one cell leaves open the next one that was pressed meanwhile', async (stage) => {
  const { page, ui } = stage;
  const { cell, deal } = await firstRow(stage);
  let save = null;
  await page.route('**/command/update_deal', (route) => void (save = route), { times: 1 });
  await cell('value').click();
  await cell('value').locator('input').fill('5000');
  await cell('probability').click();
  await until('the first cell is being saved', () => save !== null);
  await cell('probability').locator('input').fill('35');
  await save.continue();
  await until('the value is in the file', async () => (await deal()).value?.minor === 500_000);
  await ui.rest();
  assert.equal(await cell('probability').locator('input').inputValue(), '35');
  await page.keyboard.press('Enter');
  await until('the second one too', async () => (await deal()).probability === 3_500 || (await deal()).probability === 35);
});

scenario('a day that is refused says so, though its cell is closed', { refusals: ['update_deal: busy'] }, async (stage) => {
  const { page, ui } = stage;
  const { cell, deal } = await firstRow(stage);
  const before = (await deal()).expected_close;
  await page.route('**/command/update_deal', (route) => route.fulfill({ status: 422, json: REFUSAL }), { times: 1 });
  await cell('expected_close').click();
  await page.locator('.daypanel').getByRole('button').first().click();
  await ui.by('toast').waitFor();
  await ui.rest();
  assert.equal(await page.locator('.grid__field').count(), 0);
  assert.equal((await deal()).expected_close, before);
});

scenario('by keyboard: Tab saves and goes on to the next cell, F2 takes the field of before in another row', async (stage) => {
  const { page, ui } = stage;
  const { id, cell, row, deal } = await firstRow(stage);
  await row.focus();
  await page.keyboard.press('F2');
  await until('the title', async () => (await editing(page)) === 'title');
  await page.keyboard.press('Tab');
  await until('the organization, a list', async () => page.locator('.pop--pick input').evaluate((one) => one === document.activeElement));
  await page.keyboard.press('Tab');
  await until('the value', async () => (await editing(page)) === 'value');
  await cell('value').locator('input').fill('7777');
  await page.keyboard.press('Tab');
  await until('the probability', async () => (await editing(page)) === 'probability');
  assert.equal((await deal()).value.minor, 777_700);
  await page.keyboard.press('Shift+Tab');
  await until('back at the value', async () => (await editing(page)) === 'value');
  await page.keyboard.press('Escape');
  await until('the row', async () => (await onRow(page)) === id);
  await ui.press('ArrowDown');
  const next = await onRow(page);
  assert.notEqual(next, id);
  await page.keyboard.press('F2');
  await until('its value', async () => (await editing(page)) === 'value');
  await page.keyboard.press('Escape');
  await until('the second row', async () => (await onRow(page)) === next);
});

scenario('a column is made wider and narrower without a pointer', async ({ ui, page, shot }) => {
  await ui.list();
  const width = () => page.locator('[data-column="value"]').evaluate((one) => Math.round(one.getBoundingClientRect().width));
  const before = await width();
  await ui.by('columns').click();
  const wider = ui.button('Make Value wider');
  await wider.focus();
  await ui.press('Enter', 'Enter');
  assert.equal(await width(), before + 32);
  await ui.button('Make Value narrower').press('Enter');
  await until('a step back', async () => (await width()) === before + 16);
  await shot('cells-columns');
});

scenario('a reason and a colleague out of use are asked for in filters, but no longer given in a cell or to many', { prepare: async (core) => {
  await lose(core);
  const { reasons } = await core.catalog();
  const reason = reasons.find((one) => one.kind === 'lost' && one.active && one.uses === 0);
  await core.call('update_reason', { id: reason.id, code: reason.code, description: 'Long ago', active: false });
  for (const name of ['Noor de Vries', 'Who left']) await core.call('create_colleague', { name, email: null });
  const left = (await core.catalog()).colleagues.find((one) => one.name === 'Who left');
  await core.call('update_colleague', { id: left.id, name: left.name, email: null, active: false });
} }, async (stage) => {
  const { page, ui } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('lost');
  const offered = async () => {
    const names = await page.getByRole('option').allInnerTexts();
    return ['Long ago', 'Who left'].filter((name) => names.some((one) => one.includes(name)));
  };
  await list.rows().first().locator('[data-field="close_reason"]').click();
  await page.getByRole('option').nth(1).waitFor();
  assert.deepEqual(await offered(), []);
  await page.keyboard.press('Escape');
  await ui.rest();
  await list.rows().first().getByRole('checkbox').click();
  await ui.press('e');
  for (const name of ['Close reason', 'Owner']) {
    await ui.by('bulk-add-field').getByRole('combobox').fill(name);
    await page.getByRole('option', { name, exact: true }).click();
    await ui.by('bulk-field').last().getByRole('combobox').click();
    await ui.by('bulk-field').last().getByRole('combobox').press('ArrowDown');
    await page.getByRole('option').first().waitFor();
    assert.deepEqual(await offered(), [], name);
    await page.keyboard.press('Escape');
    await ui.rest();
  }
  await ui.button('Cancel').click();
  await list.panel();
  await ui.by('add-filter').click();
  await condition(stage, 'Close reason', 'is in', ['Long ago']);
});

/** Kinds of own fields that are typed: what is typed, and what the core keeps. */
const TYPED = [
  ['text', 'R-290 please', 'R-290 please'],
  ['large_text', 'two\nlines', 'two\nlines'],
  ['number', '1,234.5', '1234.5'],
  ['money', '500 USD', '50000 USD'],
  ['time', '9h30', '09:30'],
  ['time_range', '9:00 - 17:30', '09:00/17:30'],
  ['address', '1 High St\nTruro', '1 High St\nTruro'],
  ['phone', '+44 1872 1234', '+44 1872 1234'],
  ['email', 'bills@halden.example', 'bills@halden.example'],
  ['url', 'halden.example/plans', 'halden.example/plans'],
];
/** Kinds that are chosen, with their options. */
const CHOSEN = { date: [], date_range: [], yes_no: [], choice: ['Flat', 'Steep'], choices: ['North', 'South', 'West'], organization: [], person: [], colleague: [] };
const KINDS = [...TYPED.map(([kind]) => kind), ...Object.keys(CHOSEN)];

/** A field of each kind, called by it, as the columns of the list. */
async function ownFields(core) {
  for (const kind of KINDS) await core.call('create_field', { entity: 'deal', name: kind, kind, options: CHOSEN[kind] ?? [], description: '' });
  await core.call('create_colleague', { name: 'Noor de Vries', email: null });
  const { fields } = await core.catalog();
  await core.call('set_preference', { key: 'list-columns-deal', value: ['title', ...KINDS.map((kind) => key(fields, kind))] });
}
const key = (fields, kind) => `custom:${fields.find((one) => one.name === kind && one.entity === 'deal').id}`;

/** What one deal says in each of them. */
async function ownValues(core, id) {
  const kept = (await core.detail(id)).fields.filter((one) => KINDS.includes(one.field.name));
  return Object.fromEntries(kept.map((one) => [one.field.name, ['organization', 'person', 'colleague'].includes(one.field.name) ? one.name : one.value]));
}

scenario('every kind of own field is edited in its cell as in the drawer; one that is opened and left stays what it was', { prepare: ownFields }, async (stage) => {
  const { page, ui, core, shot } = stage;
  const { id, row } = await firstRow(stage);
  const { fields } = await core.catalog();
  const cell = (kind) => row.locator(`[data-field="${key(fields, kind)}"]`);
  const value = async (kind) => (await ownValues(core, id))[kind];
  for (const [kind, typed, kept] of TYPED) {
    await cell(kind).click();
    const field = cell(kind).locator('input, textarea');
    await field.fill(typed);
    if (kind === 'address') await shot('cells-own-address');
    await field.press('Control+Enter');
    await until(`${kind} in the file`, async () => (await value(kind)) === kept);
    await ui.rest();
    // Opened again and left by Tab, which saves what differs.
    await cell(kind).click();
    await cell(kind).locator('input, textarea').press('Tab');
    await ui.rest();
    await page.keyboard.press('Escape');
    await ui.rest();
    assert.equal(await value(kind), kept, `${kind} opened and left`);
  }
  await cell('time_range').click();
  await cell('time_range').locator('input').fill('from nine on');
  await page.keyboard.press('Enter');
  await cell('time_range').getByRole('alert').waitFor();
  await page.keyboard.press('Escape');

  await cell('choices').click();
  for (const name of ['West', 'North']) await page.getByRole('option', { name }).click();
  await until('both choices', async () => (await value('choices')) === '["North","West"]');
  await page.keyboard.press('Escape');
  await ui.rest();
  assert.match(await cell('choices').innerText(), /North, West/);
  for (const [kind, name] of [['choice', 'Steep'], ['yes_no', 'Yes'], ['colleague', 'Noor de Vries']]) {
    await cell(kind).click();
    await page.getByRole('option', { name, exact: true }).click();
    await ui.rest();
  }
  await cell('organization').click();
  await page.getByRole('combobox', { name: 'organization' }).fill('Halden');
  await page.getByRole('option', { name: /Halden/ }).first().click();
  await ui.rest();
  await cell('date').click();
  await page.locator('.daypanel').getByRole('button').first().click();
  await until('a day', async () => /^2026-1/.test(await value('date')));
  await cell('date_range').click();
  await page.getByRole('textbox', { name: 'First day' }).fill('2026-12-01');
  await page.getByRole('textbox', { name: 'Last day' }).fill('2026-12-12');
  await page.keyboard.press('Enter');
  await until('the days', async () => (await value('date_range')) === '2026-12-01/2026-12-12');
  const all = await ownValues(core, id);
  assert.deepEqual([all.choice, all.yes_no, all.colleague, /Halden/.test(all.organization)], ['Steep', 'yes', 'Noor de Vries', true]);
});

scenario('every kind of own field is set for many at once, read as in the drawer', { prepare: ownFields }, async (stage) => {
  const { page, ui, core, shot } = stage;
  await ui.list();
  const ids = await ui.by('list-row').evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.id));
  for (const at of [0, 1]) await ui.by('list-row').nth(at).getByRole('checkbox').click();
  await ui.press('e');
  const dialog = ui.by('bulk-edit-dialog');
  await dialog.waitFor();
  const { fields } = await core.catalog();
  const line = (kind) => dialog.locator(`[data-testid="bulk-field"][data-field="${key(fields, kind)}"]`);
  const add = async (kind) => {
    await ui.by('bulk-add-field').getByRole('combobox').fill(kind);
    await page.getByRole('option', { name: kind, exact: true }).click();
    await line(kind).waitFor();
  };
  for (const [kind, typed] of TYPED) {
    await add(kind);
    await line(kind).getByRole('textbox').fill(typed);
  }
  await shot('cells-own-bulk');
  await add('date');
  await line('date').getByRole('textbox').fill('01/12/2026');
  await page.keyboard.press('Tab');
  await add('date_range');
  await line('date_range').getByRole('textbox', { name: 'From' }).fill('01/12/2026');
  await page.keyboard.press('Tab');
  await line('date_range').getByRole('textbox', { name: 'To' }).fill('12/12/2026');
  await page.keyboard.press('Tab');
  await add('yes_no');
  await line('yes_no').getByLabel('Value').click();
  await page.getByRole('option', { name: 'No', exact: true }).click();
  for (const [kind, name] of [['choice', 'Steep'], ['colleague', 'Noor de Vries']]) {
    await add(kind);
    await line(kind).getByRole('combobox').fill(name);
    await page.getByRole('option', { name, exact: true }).click();
  }
  await add('choices');
  await line('choices').getByTestId('add-value').click();
  for (const name of ['North', 'West']) await page.getByRole('option', { name }).click();
  await page.keyboard.press('Escape');
  await add('organization');
  await line('organization').getByTestId('add-value').click();
  await page.locator('.pop--pick').getByRole('combobox').fill('Halden');
  await page.getByRole('option', { name: /Halden/ }).first().click();
  await until('the count', async () => (await ui.by('bulk-count').innerText()).startsWith('2 records would change'));
  await ui.by('bulk-apply').click();
  await dialog.waitFor({ state: 'detached' });
  const wanted = { ...Object.fromEntries(TYPED.map(([kind, , kept]) => [kind, kept])), date: '2026-12-01', date_range: '2026-12-01/2026-12-12', yes_no: 'no', choice: 'Steep', choices: '["North","West"]', colleague: 'Noor de Vries', person: null };
  for (const id of ids) {
    const { organization, ...rest } = await ownValues(core, id);
    assert.deepEqual(rest, wanted);
    assert.match(organization, /Halden/);
  }
});
