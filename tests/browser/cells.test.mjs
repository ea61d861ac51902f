/** Cells of a list edited one after the other, by pointer and by keyboard, and what a refusal of one of them says. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

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
