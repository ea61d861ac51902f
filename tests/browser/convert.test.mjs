/** What is chosen when a lead becomes a deal, what came of a conversion from a list, and Leads switched off. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();

async function openLead(ui, title) {
  await ui.go('leads');
  await ui.by('lead-row').filter({ hasText: title }).click();
  await ui.by('lead-detail').waitFor();
  await ui.rest();
}

scenario('a lead becomes a deal for a customer made on the way, at another value', async ({ ui, core, page, shot }) => {
  const row = (await core.leads()).rows.find((one) => one.value !== null);
  await openLead(ui, row.title);
  await ui.press('c');
  const dialog = ui.by('convert-dialog');
  await dialog.waitFor();
  await ui.rest();
  await dialog.getByLabel('Customer').click();
  await page.getByRole('option', { name: 'Choose or create' }).click();
  await dialog.getByRole('combobox', { name: 'Organization' }).fill('Fresh Air Ltd');
  await page.getByRole('option', { name: /Create/ }).click();
  await dialog.getByLabel('Value').fill('4321');
  await shot('convert-lead-dialog');
  await ui.by('convert-confirm').click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const { deal, lead } = await core.call('lead_detail', { id: row.id });
  const made = await core.detail(deal.id);
  assert.deepEqual([lead.status, made.organization.name, made.deal.value.minor, made.deal.source], ['converted', 'Fresh Air Ltd', 432_100, lead.source]);
  assert.deepEqual([...made.deal.labels].sort(), [...lead.labels].sort(), 'labels and source travel');
  await ui.undo();
  assert.equal((await core.call('lead_detail', { id: row.id })).lead.status, 'open');
});

scenario('the result of a conversion from a list is kept over a restart, with links, reasons, and its undo', { refusals: ['lead_detail: missing', 'timeline: missing'] }, async (stage) => {
  const { core } = stage;
  const board = await core.board();
  const ids = board.columns[0].cards.slice(0, 3).map((card) => card.id);
  await core.call('win_deals', { ids: [ids[2]], reason: null, note: '' });
  await core.call('convert_run', { task: randomUUID(), convert: { ids, from_list: true, reuse: false } });
  await stage.restart();
  const { ui, page, shot } = stage;
  await ui.go('history');
  await page.getByRole('radio', { name: 'Results' }).click();
  const job = ui.by('job');
  await job.waitFor();
  await shot('convert-result');
  const words = await job.innerText();
  assert.match(words, /2 deals became leads/);
  assert.match(words, /Won deals do not become leads/);
  const first = board.columns[0].cards[0].title;
  await job.getByRole('button', { name: first }).click();
  await ui.by('lead-detail').waitFor();
  await ui.rest();
  assert.match(await ui.by('lead-detail').innerText(), new RegExp(first.slice(0, 12)));
  await ui.undo();
  await until('the result to say so', async () => /Undone/.test(await job.innerText()));
});

scenario('who wants no question is told by the notice whose values stay behind', { prepare: (core) => core.call('create_field', { entity: 'deal', name: 'Commission', kind: 'formula', options: [], description: '', formula: '[value] * 0.1' }) }, async ({ ui, core, page, shot }) => {
  const convert = async (title) => {
    await ui.board.focus(title);
    await ui.press('m');
    await ui.by('move-picker').waitFor();
    await page.keyboard.type('lea');
    await ui.press('Enter');
  };
  await convert('Press line chillers');
  assert.match(await ui.by('convert-formulas').innerText(), /Commission/);
  await ui.by('convert-dialog').getByRole('checkbox').click();
  await ui.by('convert-save').click();
  await ui.by('convert-dialog').waitFor({ state: 'detached' });
  await ui.rest();
  assert.doesNotMatch((await ui.by('toast').allInnerTexts()).join(), /Commission/, 'the question said it');
  await convert('Heat pump for the sports hall');
  await until('the lead', async () => (await core.leads()).rows.some((row) => row.title === 'Heat pump for the sports hall'));
  await ui.toastSays('The value of Commission stays behind');
  await shot('convert-notice-formulas');
  assert.equal(await ui.by('convert-dialog').count(), 0);
});

scenario('Leads switched off: the page, the zone and the entries are gone, and the setting says where they are', async ({ ui, core, page, shot }) => {
  await ui.settings('leads');
  await page.getByRole('switch', { name: 'Use leads' }).click();
  await ui.rest();
  assert.match(await ui.by('settings').innerText(), /kept, and can be found by search/);
  await shot('convert-leads-off');
  assert.equal(await ui.by('nav-leads').count(), 0);
  await ui.go('board');
  await ui.by('card').first().click({ button: 'right' });
  await page.getByRole('menuitem').first().waitFor();
  assert.equal(await page.getByRole('menuitem', { name: /Leads/ }).count(), 0);
  await ui.press('Escape');
  const [card] = (await core.board()).columns[0].cards;
  assert.equal((await core.call('drop_options', { ids: [card.id] })).leads.refusal.code, 'leads_off');
});
