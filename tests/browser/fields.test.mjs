/** Fields the user adds: made in the settings, filled in the drawer, seen on the card, changed without losing anything. */
import assert from 'node:assert/strict';
import { NO_FILTER, scenarios, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';
const HOSTILE = ['<img src=x onerror="window.hacked=1">', "=cmd|' /C calc'!A0", '\u202Eحقل معكوس', 'x'.repeat(10_000)];

/** Makes a field by hand. */
async function make({ ui, page }, name, kind, options = []) {
  await ui.by('field-new').click();
  const dialog = ui.by('field-dialog');
  await dialog.waitFor();
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByLabel('Kind').click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  for (const [at, option] of options.entries()) {
    const lines = ui.by('field-options').getByRole('textbox');
    if ((await lines.count()) <= at) await page.getByRole('button', { name: 'Another choice' }).click();
    await lines.nth(at).fill(option);
  }
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
}

const KINDS = [
  ['One line', 'Text', 'R-290 please', 'R-290 please'],
  ['Prose', 'Long text', 'two\nlines', 'two\nlines'],
  ['Figure', 'Number', '1,234.5', '1234.5'],
  ['Budget', 'Money', '500 USD', '50000 USD'],
  ['Visit at', 'Time of day', '9h30', '09:30'],
  ['Open hours', 'From time to time', '9:00 - 17:30', '09:00/17:30'],
  ['Site', 'Postal address', '1 High St\nTruro', '1 High St\nTruro'],
  ['Fax', 'Phone', '+44 1872 1234', '+44 1872 1234'],
  ['Bills to', 'E-mail', 'bills@halden.example', 'bills@halden.example'],
  ['Plans', 'Web address', 'halden.example/plans', 'halden.example/plans'],
];

scenario('a field of every kind is made in the settings and filled in the drawer', async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.settings('fields');
  for (const [name, kind] of KINDS) await make(stage, name, kind);
  await make(stage, 'Handover', 'Day');
  await make(stage, 'Works', 'From day to day');
  await make(stage, 'Insured', 'Yes or no');
  await make(stage, 'Roof', 'One choice', ['Flat', 'Steep']);
  await make(stage, 'Sides', 'Several choices', ['North', 'South', 'West']);
  await make(stage, 'Installer', 'Organization');
  await make(stage, 'Architect', 'Person');
  await make(stage, 'Helper', 'Colleague');
  await shot('fields-settings');
  await ui.go('board');
  await ui.drawer.open(TITLE);
  const open = (name) => ui.drawer.element.getByRole('button', { name: new RegExp(`^Edit ${name}`) }).click();
  const value = async (name) => (await ui.drawer.core()).fields.find((one) => one.field.name === name).value;
  for (const [name, , typed, kept] of KINDS) {
    await open(name);
    const field = ui.drawer.element.getByRole('textbox', { name, exact: true });
    await field.fill(typed);
    await field.press('Control+Enter');
    if (!typed.includes('\n')) await field.press('Enter').catch(() => undefined);
    await ui.rest();
    assert.equal(await value(name), kept, name);
  }
  await open('Roof');
  await page.getByRole('option', { name: 'Steep' }).click();
  await ui.rest();
  await open('Sides');
  await page.getByRole('option', { name: 'West' }).click();
  await ui.rest();
  await page.getByRole('option', { name: 'North' }).click();
  await ui.rest();
  await page.keyboard.press('Escape');
  await open('Insured');
  await page.getByRole('option', { name: 'Yes' }).click();
  await ui.rest();
  await open('Works');
  await page.getByRole('textbox', { name: 'First day' }).fill('2026-12-01');
  await page.getByRole('textbox', { name: 'Last day' }).fill('2026-12-12');
  await page.keyboard.press('Enter');
  await ui.rest();
  await open('Installer');
  await page.getByRole('combobox', { name: 'Installer' }).fill('Halden');
  await page.getByRole('option', { name: /Halden/ }).first().click();
  await ui.rest();
  assert.deepEqual([await value('Roof'), await value('Sides'), await value('Insured'), await value('Works')], ['Steep', '["North","West"]', 'yes', '2026-12-01/2026-12-12']);
  const installer = (await ui.drawer.core()).fields.find((one) => one.field.name === 'Installer');
  assert.match(installer.name, /Halden/);
  await ui.drawer.element.locator('dt', { hasText: 'Installer' }).scrollIntoViewIfNeeded();
  await shot('fields-drawer');
  await open('Figure');
  await ui.drawer.element.getByRole('textbox', { name: 'Figure', exact: true }).fill('a lot');
  await page.keyboard.press('Enter');
  await ui.drawer.element.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  assert.equal((await core.catalog()).fields.filter((field) => field.entity === 'deal').length >= 18, true);
});

scenario('an option is called otherwise and its records follow; one taken away stays where it was chosen', { prepare: choose, refusals: ['update_field: values_do_not_convert'] }, async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.settings('fields');
  await ui.by('field-row').filter({ hasText: 'Roof' }).getByRole('button', { name: 'One choice' }).click();
  const dialog = ui.by('field-dialog');
  const lines = ui.by('field-options').getByRole('textbox');
  await until('how many chose it', async () => (await ui.by('field-options').innerText()).includes('1'));
  await lines.nth(1).fill('Pitched');
  await dialog.getByRole('button', { name: 'Take “Flat” away' }).click();
  await shot('fields-options');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const values = async () => {
    const cards = (await core.board()).columns.flatMap((column) => column.cards);
    const found = [];
    for (const card of cards) {
      const detail = await core.call('deal_detail', { id: card.id, filter: NO_FILTER });
      found.push(...detail.fields.filter((one) => one.field.name === 'Roof' && one.value !== null).map((one) => one.value));
    }
    return found.sort();
  };
  assert.deepEqual(await values(), ['Flat', 'Pitched']);
  await ui.by('field-row').filter({ hasText: 'Roof' }).getByRole('button', { name: 'One choice' }).click();
  await page.getByText(/keeps “Flat”/).waitFor();
  await dialog.getByLabel('Kind').click();
  await page.getByRole('option', { name: 'Number', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/2 of 2 values of “Roof” do not fit/).waitFor();
  await shot('fields-kind-refused');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ui.undo();
  assert.deepEqual(await values(), ['Flat', 'Steep'], 'one step back');
});

async function choose(core) {
  const done = await core.call('create_field', { entity: 'deal', name: 'Roof', kind: 'choice', options: ['Flat', 'Steep'], description: '' });
  const field = done.created[0].id;
  const cards = (await core.board()).columns[0].cards;
  await core.call('update_deal', { id: cards[0].id, changes: [{ field: 'custom', value: { custom: field, value: 'Flat' } }] });
  await core.call('update_deal', { id: cards[1].id, changes: [{ field: 'custom', value: { custom: field, value: 'Steep' } }] });
  await core.call('update_field', { id: field, changes: [{ field: 'on_card', value: true }] });
}

/** Cards must be as high as the window of the column believes, or the list would jump. */
const overlaps = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-testid="column"]')].flatMap((column) => {
      const boxes = [...column.querySelectorAll('[data-testid="card"]')].map((card) => card.getBoundingClientRect());
      return boxes.slice(1).map((box, at) => Math.round(box.top - boxes[at].bottom)).filter((gap) => gap < 3 || gap > 12);
    }),
  );

scenario('what is chosen for cards stands on them in one line, and no card lies on another', { prepare: choose }, async ({ ui, core, page, shot }) => {
  const title = (await core.board()).columns[0].cards[0].title;
  assert.match(await ui.board.card(title).innerText(), /Flat/);
  assert.deepEqual(await overlaps(page), []);
  await shot('fields-card');
});

scenario('hostile names and values stay text everywhere', { prepare: hostile }, async ({ ui, core, page, shot }) => {
  const harmless = async () => {
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.evaluate(() => document.querySelectorAll('img[src="x"], [onerror]').length), 0);
    await ui.assertNoSidewaysScroll();
  };
  const title = (await core.board()).columns[0].cards[0].title;
  await harmless();
  assert.deepEqual(await overlaps(page), []);
  await ui.drawer.open(title);
  await ui.drawer.element.getByText(HOSTILE[0]).first().scrollIntoViewIfNeeded();
  await shot('fields-hostile');
  await harmless();
  await ui.drawer.close();
  await ui.settings('fields');
  await harmless();
  await shot('fields-hostile-settings');
});

async function hostile(core) {
  const card = (await core.board()).columns[0].cards[0];
  for (const [at, text] of HOSTILE.entries()) {
    const done = await core.call('create_field', { entity: 'deal', name: text.slice(0, 400), kind: 'large_text', options: [], description: text.slice(0, 400) });
    await core.call('update_deal', { id: card.id, changes: [{ field: 'custom', value: { custom: done.created[0].id, value: text } }] });
    if (at < 3) await core.call('update_field', { id: done.created[0].id, changes: [{ field: 'on_card', value: true }] });
  }
}
