/** What is asked when something ends, the switches of guarded acts, the reasons, the colleagues: settings, and what they change elsewhere. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { listOf } from './lists.mjs';

const scenario = scenarios();
const TITLE = 'Heat pump for the sports hall';
const set = (core, ...changes) => core.call('update_settings', { changes });
const policy = (of, word) => ({ field: 'policy', value: { of, policy: word } });
const guard = (act, on) => ({ field: 'guard', value: { act, on } });

async function lostQuestion(ui) {
  await ui.board.card(TITLE).click({ modifiers: ['Control'] });
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  return ui.by('lost-dialog');
}

const reasons = (core, kind) => core.catalog().then((catalog) => catalog.reasons.filter((one) => one.kind === kind));

scenario('a recommended reason may be left out: the question and the notice say so quietly', async ({ ui, core, shot }) => {
  const { id } = await core.deal(TITLE);
  const dialog = await lostQuestion(ui);
  assert.deepEqual(await dialog.locator('label').allInnerTexts(), ['Reason recommended, helps your reports', 'Closing note\u00a0(recommended)']);
  await ui.by('no-reason').waitFor();
  await shot('policy-lost-recommended');
  await ui.press('Digit1');
  assert.equal(await ui.by('no-reason').count(), 0, 'a reason is chosen: nothing to say');
  await ui.press('Digit1', 'Enter');
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  await ui.toastSays('No reason noted');
  const { deal } = await core.detail(id);
  assert.deepEqual([deal.status, deal.close_reason], ['lost', null]);
});

scenario('a required reason and note hold the question open and name what is missing', { prepare: (core) => set(core, policy('lost_reason', 'required'), policy('lost_note', 'required')) }, async ({ ui, core, page, shot }) => {
  const { id } = await core.deal(TITLE);
  const dialog = await lostQuestion(ui);
  await ui.press('Enter');
  await dialog.getByRole('alert').filter({ hasText: 'Choose a reason or type one' }).waitFor();
  await shot('policy-lost-required');
  assert.equal((await core.detail(id)).deal.status, 'open');
  await ui.press('Digit2', 'Enter');
  await dialog.getByRole('alert').filter({ hasText: 'Write a closing note' }).waitFor();
  await page.keyboard.type('Asked for half the price.');
  await ui.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const { deal } = await core.detail(id);
  assert.deepEqual([deal.status, deal.close_note], ['lost', 'Asked for half the price.']);
});

scenario('leads are asked the same', { prepare: (core) => set(core, policy('lost_reason', 'required')) }, async ({ ui, core }) => {
  const [row] = (await core.leads()).rows;
  await ui.go('leads');
  await ui.by('lead-row').filter({ hasText: row.title }).click();
  await ui.rest();
  await ui.press('l');
  const dialog = ui.by('lost-dialog');
  await dialog.waitFor();
  await ui.press('Enter');
  await dialog.getByRole('alert').waitFor();
  await ui.press('Digit1', 'Enter');
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  await ui.by('lost-ribbon').waitFor();
  await ui.by('restore').click();
  await ui.rest();
  assert.equal(await ui.by('lost-ribbon').count(), 0);
  const { lead } = await core.call('lead_detail', { id: row.id });
  assert.deepEqual([lead.status, lead.close_reason], ['open', null]);
});

scenario('leads lost without a recommended reason say so too', async ({ ui, core, shot }) => {
  const [row] = (await core.leads({ sort: 'urgency' })).rows;
  await ui.go('leads');
  await ui.by('lead-row').filter({ hasText: row.title }).click();
  await ui.rest();
  const lose = async (...keys) => {
    await ui.press('l');
    await ui.by('lost-dialog').waitFor();
    await ui.press(...keys);
    await ui.by('lost-dialog').waitFor({ state: 'detached' });
    await ui.by('lost-ribbon').waitFor();
  };
  await lose('Enter');
  await ui.toastSays('No reason noted');
  await shot('policy-lead-no-reason');
  await ui.undo();
  await until('it open', async () => (await ui.by('lost-ribbon').count()) === 0);
  await until('no notice of it', async () => !(await ui.by('toast').allInnerTexts()).join().includes('No reason noted'));
  await lose('Digit1', 'Enter');
  const [reason] = await reasons(core, 'lost');
  await ui.toastSays(reason.description);
  assert.doesNotMatch((await ui.by('toast').allInnerTexts()).join(), /No reason noted/);
});

scenario('a win is celebrated by one quiet ring, unless that is switched off', { motion: 'no-preference' }, async ({ ui, core, page, shot }) => {
  await ui.board.card(TITLE).click({ modifiers: ['Control'] });
  await ui.press('w');
  await ui.by('celebration').waitFor();
  await shot('policy-won');
  assert.equal(await ui.by('celebration').locator('circle').isVisible(), true);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await ui.by('celebration').locator('circle').isVisible(), false, 'nothing fills up where motion is reduced');
  await ui.toastSays('No reason noted');
  await ui.by('toast').getByRole('button', { name: 'Say why' }).click();
  await ui.by('ended-strip').waitFor();
  await ui.rest();
  await ui.press('Escape');
  await ui.undo();
  assert.equal((await core.deal(TITLE)).status, 'open');
  await ui.settings('reasons');
  await page.getByRole('radio', { name: 'Won reasons' }).click();
  await page.getByRole('switch', { name: 'Celebrate a win' }).click();
  await ui.go('board');
  await ui.board.card(TITLE).click({ modifiers: ['Control'] });
  await ui.press('w');
  await ui.toastSays(TITLE);
  assert.equal(await ui.by('celebration').count(), 0);
});

scenario('winning asks what it really brought where the settings want it', { prepare: (core) => set(core, { field: 'ask_actual', value: true }, policy('won_reason', 'required')) }, async ({ ui, core, page, shot }) => {
  const { id } = await core.deal(TITLE);
  await ui.board.card(TITLE).click({ modifiers: ['Control'] });
  await ui.press('w');
  const dialog = ui.by('won-dialog');
  await dialog.waitFor();
  await ui.press('Enter');
  await dialog.getByRole('alert').waitFor();
  await ui.press('Digit2');
  await dialog.getByLabel('What it really brought').fill('69000');
  await shot('policy-won-dialog');
  await ui.by('won-confirm').click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const { deal } = await core.detail(id);
  const [, second] = await reasons(core, 'won');
  assert.deepEqual([deal.status, deal.actual_value.minor, deal.close_reason], ['won', 6_900_000, second.id]);
  await ui.undo();
  assert.equal((await core.detail(id)).deal.status, 'open');
  await page.keyboard.press('Escape');
});

scenario('reasons are added at the upper left, edited in place, ordered, switched off; used ones open their records', async ({ ui, core, page, shot }) => {
  const before = await reasons(core, 'lost');
  const { id } = await core.deal(TITLE);
  await core.call('lose_deals', { ids: [id], reason: { by: 'id', value: before[1].id }, note: '' });
  await ui.settings('reasons');
  await shot('policy-reasons');
  await ui.by('reason-add').click();
  await page.keyboard.type('Wrong season');
  await ui.press('Enter');
  await until('the new reason', async () => (await reasons(core, 'lost')).some((one) => one.description === 'Wrong season'));
  const grip = ui.by('reason-row').nth(0).getByRole('button', { name: /^Move/ });
  await grip.focus();
  await ui.press('ArrowDown');
  const moved = await reasons(core, 'lost');
  assert.deepEqual([moved[0].id, moved[1].id], [before[1].id, before[0].id]);
  await until('the handle that keeps the focus', async () => (await page.evaluate(() => document.activeElement?.closest('[data-reason-id]')?.dataset.reasonId)) === before[0].id);
  const row = ui.by('reason-row').nth(0);
  await row.getByRole('button', { name: 'Edit Reason' }).click();
  await page.keyboard.type('No money this year');
  await ui.press('Enter');
  assert.equal((await reasons(core, 'lost'))[0].description, 'No money this year');
  assert.equal(await row.getByRole('button', { name: /is in use/ }).isEnabled(), false, 'a used one cannot be deleted');
  const { uses, lead_uses: leads } = (await reasons(core, 'lost'))[0];
  await row.getByTestId('reason-uses').click();
  if (leads > 0) await page.getByRole('menuitem', { name: /deal/ }).click();
  await until('the deals with this reason', async () => (await ui.by('list-page').getAttribute('data-count')) === String(uses - leads));
  await ui.rest();
  await shot('policy-reason-uses');
  assert.match(await page.locator('.search__chips').innerText(), /No money this year/);
  await ui.by('list-row').filter({ hasText: TITLE }).locator('[data-field="title"]').click();
  await ui.by('deal-detail').waitFor();
  await ui.rest();
  assert.match(await ui.by('deal-detail').innerText(), /No money this year/);
  await page.keyboard.press('Escape');
  await ui.by('list-back').click();
  await row.waitFor();
});

scenario('a switch that is off disables its act and says why', async ({ ui, core, page, shot }) => {
  await ui.settings('safeguards');
  for (const name of ['Convert deals to leads', 'Delete several at once']) await page.getByRole('switch', { name }).click();
  await ui.rest();
  await shot('policy-safeguards');
  await ui.go('board');
  await ui.board.card(TITLE).click({ button: 'right' });
  const convert = page.getByRole('menuitem', { name: /Leads/ });
  await convert.waitFor();
  assert.equal(await convert.getAttribute('aria-disabled'), 'true');
  assert.match(await convert.innerText(), /switched off/);
  await shot('policy-menu-off');
  await ui.press('Escape');
  for (const title of [TITLE, 'Press line chillers']) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
  assert.equal(await ui.by('sel-delete').isEnabled(), false);
  assert.match(await ui.by('sel-delete').getAttribute('title'), /switched off/);
  await ui.press('Delete');
  await ui.toastSays('Deleting several at once is switched off');
  assert.equal((await core.deal(TITLE)).status, 'open');
});

scenario('what is switched off is off in lists too, in menus, bars and the palette, and says why', { prepare: async (core) => {
  await set(core, guard('convert', false), guard('batch_delete', false), guard('mass_restore', false));
  const cards = (await core.board()).columns[0].cards.slice(0, 3).map((card) => card.id);
  await core.call('lose_deals', { ids: cards, reason: null, note: '' });
} }, async ({ ui, core, page, shot }) => {
  const off = async (name, why) => {
    const entry = page.getByRole('menuitem', { name });
    await entry.waitFor();
    assert.equal(await entry.getAttribute('aria-disabled'), 'true', String(name));
    assert.match(await entry.innerText(), why);
  };
  const menu = async (row) => {
    await row.click({ button: 'right' });
    await page.getByRole('menuitem').first().waitFor();
  };
  await ui.list();
  await ui.button('More for this list').click();
  await off(/^Convert what is shown/, /switched off/);
  await ui.press('Escape');
  await menu(ui.by('list-row').first());
  await off(/^Convert to leads/, /switched off/);
  await shot('policy-list-menu-off');
  await ui.press('Escape');
  for (const at of [0, 1]) await ui.by('list-row').nth(at).getByRole('checkbox').click();
  for (const tool of ['convert', 'delete']) {
    assert.equal(await ui.by(`bulk-${tool}`).isEnabled(), false, tool);
    assert.match(await ui.by(`bulk-${tool}`).getAttribute('title'), /switched off/);
  }
  await shot('policy-list-bar-off');
  await ui.by('list-actions').click();
  await off(/^Delete/, /switched off/);
  await ui.press('Escape');
  await ui.press('Delete');
  await ui.toastSays('Deleting several at once is switched off');
  await ui.palette.open();
  await ui.palette.find('convert');
  for (const name of ['Convert what is shown', 'Convert to leads']) assert.equal(await ui.palette.item(name).count(), 0, name);
  await page.keyboard.press('Escape');
  await ui.palette.element.waitFor({ state: 'detached' });
  await listOf({ ui, page, core }).presets('lost');
  for (const at of [0, 1]) await ui.by('list-row').nth(at).getByRole('checkbox').click();
  await ui.by('list-actions').click();
  await off(/^Restore/, /switched off/);
  await ui.press('Escape');

  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await ui.by('list-row').first().waitFor();
  for (const at of [0, 1]) await ui.by('list-row').nth(at).getByRole('checkbox').click();
  assert.equal(await ui.by('bulk-delete').isEnabled(), false);
  await menu(ui.by('list-row').first());
  await off(/^Delete/, /switched off/);
});

scenario('colleagues are kept in the profile and offered as owners', { refusals: ['update_settings: too_long'] }, async ({ ui, core, page, shot }) => {
  await ui.settings('profile');
  await ui.by('colleague-new').fill('Noor de Vries');
  await ui.press('Enter');
  await ui.rest();
  await page.getByLabel('Your initials').fill('TOOLONG');
  await ui.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'At most 4' }).waitFor();
  await shot('policy-profile');
  await page.getByLabel('Your initials').fill('NV');
  await ui.press('Enter');
  assert.equal((await core.catalog()).settings.profile_initials, 'NV');
  const { id } = await core.deal(TITLE);
  await ui.go('board');
  await ui.board.card(TITLE).dblclick();
  await ui.by('deal-detail').waitFor();
  await ui.rest();
  await ui.by('deal-detail').getByRole('button', { name: 'Edit Owner' }).click();
  await page.getByRole('option', { name: 'Noor de Vries' }).click();
  await ui.rest();
  const noor = (await core.catalog()).colleagues.find((one) => one.name === 'Noor de Vries');
  assert.deepEqual([(await core.detail(id)).deal.owner, noor.uses], [noor.id, 1]);
});

for (const [locale, name] of [['fr-FR', 'fr'], ['zh-CN', 'zh']]) {
  scenario(`the pages of this part in ${name}, dark`, { locale, sample: name, scheme: 'dark' }, async ({ ui, page, shot }) => {
    for (const one of ['reasons', 'safeguards', 'profile']) {
      await ui.settings(one);
      await shot(`policy-${one}-${name}-dark`);
      await ui.assertNoSidewaysScroll();
    }
    await ui.go('board');
    await page.locator('[data-testid="card"]').first().click({ modifiers: ['Control'] });
    await ui.press('l');
    await ui.by('lost-dialog').waitFor();
    await shot(`policy-lost-${name}-dark`);
  });
}
