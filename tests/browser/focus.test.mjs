/** Where the focus goes when a menu or a question is gone, and whose keys are heard while something floats over the page. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();
const focusedRow = (page) => page.evaluate(() => document.activeElement.closest('[role="row"]')?.dataset.line ?? document.activeElement.tagName);

scenario('a row has the focus again after its menu and after a question out of it', async ({ ui, page }) => {
  await ui.list();
  await ui.by('list-row').first().focus();
  await ui.press('ArrowDown', 'Shift+F10');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await until('the row', async () => (await focusedRow(page)) === '1');
  await ui.press('ArrowDown', 'Shift+F10');
  await page.getByRole('menuitem', { name: 'Lost' }).click();
  await ui.by('lost-dialog').waitFor();
  await page.keyboard.press('Escape');
  await ui.by('lost-dialog').waitFor({ state: 'detached' });
  await until('the row again', async () => (await focusedRow(page)) === '2');
  await ui.press('ArrowDown');
  assert.equal(await focusedRow(page), '3');
});

scenario('the last row that is deleted leaves the focus to the one before', async ({ ui, page }) => {
  await ui.list();
  await ui.by('list-row').first().focus();
  await ui.press('End');
  const last = Number(await focusedRow(page));
  await ui.press('x', 'Delete');
  await ui.by('delete-closed').press('Enter');
  await until('the row before', async () => (await focusedRow(page)) === String(last - 1));
  await ui.press('ArrowUp');
  assert.equal(await focusedRow(page), String(last - 2));
});

scenario('on the board a card has the focus again after a question that was given up', async ({ ui, page }) => {
  const title = (await ui.board.titles('Qualified'))[0];
  await ui.board.focus(title);
  await page.keyboard.press('l');
  await ui.by('lost-dialog').waitFor();
  await page.keyboard.press('Escape');
  await until('the card', async () => (await ui.board.focused()) === title);
  assert.ok(await page.evaluate(() => document.activeElement.matches(':focus-visible')));
});

scenario('keys in a calendar over a record are about days, not about the record', async ({ ui, page, core }) => {
  const title = (await ui.board.titles('Qualified'))[0];
  const { id } = await core.deal(title);
  await ui.drawer.open(title);
  await ui.drawer.fact('Expected close').getByRole('button').first().click();
  await page.locator('.cal__day[tabindex="0"]').focus();
  await ui.press('Delete', 'w', 'l');
  assert.deepEqual([await ui.by('won-dialog').count(), await ui.by('lost-dialog').count(), await ui.by('delete-prompt').count()], [0, 0, 0]);
  const { deal } = await core.detail(id);
  assert.equal(deal.status, 'open');
  assert.ok(!(await core.trash()).rows.some((row) => row.record.id === id));
});

scenario('what is done from the menu of a row that is not ticked leaves the ticks of others', async ({ ui, page }) => {
  await ui.list();
  const rows = ui.by('list-row');
  const ticked = await rows.nth(0).getAttribute('data-id');
  await rows.nth(0).getByRole('checkbox').click();
  await rows.nth(3).click({ button: 'right', position: { x: 700, y: 10 } });
  await ui.choose('Archive');
  await ui.by('toast').first().waitFor();
  await ui.rest();
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('[data-testid="list-row"][aria-selected="true"]')].map((one) => one.dataset.id)), [ticked]);
});
