/** Computed fields: written in the settings, seen in the drawer and on the card, shown, added up and asked for in the list. */
import assert from 'node:assert/strict';
import { NO_FILTER, scenarios, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';
const LANGUAGES = [
  ['fr', 'Français'],
  ['zh', '简体中文'],
];

/** Opens the dialog of a new computed field with a name. */
async function begin({ ui, page }, name) {
  await ui.by('field-new').click();
  const dialog = ui.by('field-dialog');
  await dialog.waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByLabel('Kind').click();
  await page.getByRole('option', { name: 'Formula', exact: true }).click();
  await ui.by('formula-text').waitFor();
  return dialog;
}

const said = (ui) => ui.by('formula-said').innerText();
const detail = async (core, title) => {
  const card = (await core.board()).columns.flatMap((column) => column.cards).find((one) => one.title === title);
  return core.call('deal_detail', { id: card.id, filter: NO_FILTER });
};

scenario('a formula is written with its fields by name, and says at once what it gives or what is wrong', { refusals: ['create_field: formula_type'] }, async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.settings('fields');
  const dialog = await begin(stage, 'Commission');
  const text = ui.by('formula-text');
  await until('the menus', async () => (await said(ui)).includes('square brackets'));
  await page.getByRole('button', { name: 'Insert function' }).click();
  await shot('formula-functions');
  await ui.choose(/^ROUND:/);
  assert.equal(await text.inputValue(), 'ROUND()');
  await page.getByRole('button', { name: 'Insert field' }).click();
  await ui.choose(/^Value \(/);
  assert.equal(await text.inputValue(), 'ROUND([Value])', 'between the brackets of the function');
  await text.press('End');
  await page.keyboard.type(' * 0.1');
  await until('what it gives', async () => /Gives: Money/.test(await said(ui)) && /€/.test(await said(ui)));
  await shot('formula-dialog');
  await text.fill('[Value] * [Title]');
  await until('what is wrong', async () => /A number is needed here, not a text/.test(await said(ui)));
  await page.getByRole('button', { name: 'Show where' }).click();
  assert.equal(await text.evaluate((area) => area.selectionStart), '[Value] * '.length);
  await shot('formula-wrong');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByRole('alert').waitFor();
  await text.fill('[Value] * 0.1');
  await until('it is right again', async () => /Gives: Money/.test(await said(ui)));
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const field = (await core.catalog()).fields.find((one) => one.name === 'Commission');
  assert.equal(field.formula.text, '[value] * 0.1', 'kept by key');
  await ui.undo();
  await until('gone', async () => (await core.catalog()).fields.every((one) => one.name !== 'Commission'));
});

async function commission(core) {
  const make = (name, formula) => core.call('create_field', { entity: 'deal', name, kind: 'formula', options: [], description: '', formula });
  const done = await make('Commission', '[value] * 0.1');
  const field = done.created[0].id;
  await make('Large', 'if([value] > 50000, "large", "small")');
  await core.call('update_field', { id: field, changes: [{ field: 'on_card', value: true }] });
}

scenario('what a formula gives stands in the drawer, on the card and in the list, where it is asked for and added up', { prepare: commission }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const { fields, deal } = await detail(core, TITLE);
  const kept = fields.find((one) => one.field.name === 'Commission').value;
  assert.equal(kept, `${Math.round(deal.value.minor / 10)} ${deal.value.currency}`);
  const shown = new Intl.NumberFormat('en-GB', { style: 'currency', currency: deal.value.currency, maximumFractionDigits: 0 }).format(deal.value.minor / 1000);
  assert.ok((await ui.board.card(TITLE).innerText()).includes(shown), 'on the card');
  await ui.drawer.open(TITLE);
  const row = ui.drawer.element.locator('dt', { hasText: 'Commission' }).locator('+ dd');
  await row.scrollIntoViewIfNeeded();
  assert.ok((await row.innerText()).includes(shown), 'in the drawer');
  assert.equal(await row.getByRole('button').count(), 0, 'nothing can be typed there');
  await shot('formula-drawer');
  await page.keyboard.press('Escape');
  await ui.list();
  await ui.by('columns').click();
  for (const name of ['Commission', 'Large']) await ui.by('column-chooser').getByRole('checkbox', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  await ui.rest();
  const field = (await core.catalog()).fields.find((one) => one.name === 'Commission');
  const query = { entity: 'deal', presets: [{ name: 'mine' }], filter: { all: [], any: [] }, text: '', pipeline: null };
  const { sums } = await core.call('list_sums', { query, columns: [`custom:${field.id}`] });
  await until('the sum', async () => (await ui.by('list-own-sum').count()) === 1);
  assert.equal((await ui.by('list-own-sum').innerText()).replace(/[^0-9.]/g, ''), String(sums[0].value.value.minor / 100));
  await ui.by('search-panel-open').click();
  await ui.by('search-panel').waitFor();
  await ui.by('add-filter').click();
  await ui.by('filter-builder').waitFor();
  const condition = ui.by('condition').last();
  await condition.getByTestId('condition-field').getByRole('combobox').fill('Large');
  await page.getByRole('option', { name: 'Large', exact: true }).click();
  await condition.getByRole('textbox').last().fill('large');
  await until('the count', async () => /\d/.test(await ui.by('builder-count').innerText()));
  await page.getByRole('button', { name: 'Apply' }).click();
  await ui.rest();
  const large = (await core.call('list_page', { query, sort: [], columns: ['value'], offset: 0, limit: 200 })).rows.filter((one) => one.cells[0].type === 'money' && one.cells[0].value.minor > 5_000_000);
  await until('only the large ones', async () => Number((await ui.by('list-count').innerText()).replace(/\D/g, '')) === large.length);
  await shot('formula-list');
});

scenario('a formula that lost a field says so on its row and in the drawer', { prepare: lost }, async ({ ui, page, shot }) => {
  await ui.settings('fields');
  assert.match(await ui.by('field-problem').innerText(), /field that was deleted/);
  await shot('formula-problem');
  await ui.by('field-row').filter({ hasText: 'Double' }).getByRole('button', { name: 'Formula', exact: true }).click();
  await until('the text', async () => (await ui.by('formula-text').inputValue()) === '[deleted field] * 2');
  await until('what is wrong', async () => /field that was deleted/.test(await said(ui)));
  await page.keyboard.press('Escape');
  await ui.go('board');
  await ui.drawer.open(TITLE);
  assert.match(await ui.drawer.element.locator('dt', { hasText: 'Double' }).locator('+ dd').innerText(), /needs repair/);
});

async function lost(core) {
  const size = (await core.call('create_field', { entity: 'deal', name: 'Size', kind: 'number', options: [], description: '' })).created[0].id;
  await core.call('create_field', { entity: 'deal', name: 'Double', kind: 'formula', options: [], description: '', formula: `[custom:${size}] * 2` });
  await core.call('delete_field', { id: size });
}

scenario('becoming a lead names the computed fields that stay behind', { prepare: commission }, async ({ ui, page, shot }) => {
  await ui.drawer.open(TITLE);
  await ui.drawer.element.getByRole('button', { name: /More/ }).first().click();
  await ui.choose('Convert to lead');
  assert.match(await ui.by('convert-formulas').innerText(), /values of Commission and Large stay behind/);
  await shot('formula-convert');
  await page.keyboard.press('Escape');
});

for (const [code, language] of LANGUAGES)
  for (const scheme of ['light', 'dark'])
    scenario(`the formula dialog in ${language}, ${scheme}`, { prepare: commission, scheme }, async ({ ui, core, page, shot }) => {
      await ui.palette.run(language, language);
      await ui.settings('fields');
      await ui.by('field-row').filter({ hasText: 'Commission' }).locator('.field-line__kind').click();
      await until('what it gives', async () => /€/.test(await said(ui)));
      const own = await ui.by('formula-text').inputValue();
      assert.doesNotMatch(own, /\[value\]/, 'the name in the language of the reader');
      await shot(`formula-${code}-${scheme}`);
      await page.keyboard.press('Escape');
      assert.equal((await core.catalog()).fields.find((one) => one.name === 'Commission').formula.text, '[value] * 0.1');
    });
