/** Deals parked as leads and back again: what travels, what both show, what Ctrl+Z restores; and the inbox itself. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Heat pump for the sports hall';

const timeline = (core, kind, id) => core.call('timeline', { record: { kind, id }, filter: 'all', before: null, limit: 100 });

/** The bodies of notes and messages in a timeline. */
const written = (page) => page.entries.flatMap(({ what }) => (what.type === 'note' || what.type === 'message' ? [what.body] : [])).sort();

async function everything(core, deal) {
  return still({ board: await core.board(), leads: await core.leads(), trash: await core.trash(), deal: await core.detail(deal), timeline: await timeline(core, 'deal', deal) });
}

/** A deal with something of everything that travels. */
async function equip(core) {
  const { id } = await core.deal(TITLE);
  const { fields } = await core.catalog();
  const field = (name) => fields.find((one) => one.name.startsWith(name)).id;
  await core.call('update_deal', { id, changes: [{ field: 'custom', value: { custom: field('Cooling power'), value: '86.5' } }, { field: 'custom', value: { custom: field('Refrigerant'), value: 'R-290' } }] });
  await core.call('add_activity', { on: { kind: 'deal', id }, kind: 'visit', subject: 'Measure the boiler room', due_on: '2026-12-02', due_time: '10:30', duration_minutes: null, note: '', done: false });
  await core.call('add_activity', { on: { kind: 'deal', id }, kind: 'call', subject: 'First talk', due_on: '2026-11-20', due_time: null, duration_minutes: 15, note: 'Wants figures', done: true });
  await core.call('add_note', { on: { kind: 'deal', id }, body: 'The roof carries 400 kg.' });
  await core.call('log_message', { on: { kind: 'deal', id }, direction: 'received', subject: 'Plans', body: 'Plans of the hall attached.', at: null });
  const { deal } = await core.detail(id);
  for (const [entity, name, value] of [['organization', 'Purchase number', 'BM-4711'], ['person', 'Deputy', 'Lena Ruiz']]) {
    const made = await core.call('create_field', { entity, name, kind: 'text', options: [], description: '' });
    await core.call(`update_${entity}`, { id: deal[entity], changes: [{ field: 'custom', value: { custom: made.created[0].id, value } }] });
  }
}

/** Drops the card onto Move to, Leads; answers when the question is open. */
async function dropOnLeads(ui, title) {
  const hand = await ui.board.lift(title);
  await hand.openFan();
  await hand.overFan(ui.by('dock-leads'));
  await hand.drop();
  await ui.by('convert-dialog').waitFor();
}

scenario('a card dropped on Move to, Leads becomes a lead with everything that travels', { prepare: equip, refusals: ['lead_detail: missing', 'timeline: missing'] }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const { id } = await core.deal(TITLE);
  const before = await everything(core, id);
  const { deal, ...around } = await core.detail(id);
  await dropOnLeads(ui, TITLE);
  const words = await ui.by('convert-dialog').innerText();
  assert.match(words, /1 open activity goes along/);
  assert.match(words, /1 message is seen from both/);
  await shot('convert');
  await ui.by('convert-save').click();
  await ui.by('convert-dialog').waitFor({ state: 'detached' });
  await ui.board.assertAsInCore();
  const row = (await core.leads()).rows.find((one) => one.title === TITLE);
  const { lead, ...with_ } = await core.call('lead_detail', { id: row.id });
  for (const field of ['title', 'value', 'expected_close', 'organization', 'person', 'product', 'labels']) assert.deepEqual(lead[field], deal[field], field);
  assert.deepEqual(with_.fields.map((one) => [one.field.name, one.value]), around.fields.map((one) => [one.field.name, one.value]));
  assert.deepEqual(with_.people.map((one) => one.id), around.people.map((one) => one.id));
  assert.deepEqual(with_.open_activities.map((one) => [one.id, one.subject, one.due_on, one.due_time]), around.open_activities.map((one) => [one.id, one.subject, one.due_on, one.due_time]));
  assert.deepEqual(written(await timeline(core, 'lead', row.id)), written(await timeline(core, 'deal', id)));
  const { sources } = await core.catalog();
  assert.equal(sources.find((one) => one.id === lead.source).builtin, 'deal');
  assert.deepEqual([with_.source_deal.id, with_.source_deal_gone], [id, false]);

  // The same on screen, from the notice on.
  await ui.by('toast').getByRole('button', { name: 'View lead' }).click();
  const pane = ui.by('lead-detail');
  await pane.waitFor();
  await ui.rest();
  await shot('lead');
  const seen = await pane.innerText();
  for (const piece of [TITLE, '€71,200', '11 Jan', 'Borough of Marlowe', 'Harun Aziz', 'Tender', 'Measure the boiler room', 'First talk', 'The roof carries 400 kg.', 'Plans of the hall attached.', '86.5', 'R-290', 'Purchase number: BM-4711', 'Deputy: Lena Ruiz']) assert.ok(seen.includes(piece), `the lead shows ${piece}`);
  assert.equal(await pane.locator('.fact').filter({ hasText: 'Source' }).locator('dd').innerText().then((text) => text.split('\n').at(-1)), 'Deal');

  // The link opens the deal, to be read only.
  await ui.by('view-deal').click();
  await ui.drawer.element.waitFor();
  await ui.rest();
  await shot('lead-deal');
  assert.match(await ui.drawer.element.innerText(), /In the trash/);
  for (const edit of await ui.drawer.element.getByRole('button', { name: /^Edit / }).all()) assert.equal(await edit.isEnabled(), false);
  assert.equal(await ui.drawer.element.getByTestId('composer').count(), 0);
  await page.keyboard.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });

  await ui.undo();
  assert.deepEqual(await everything(core, id), before);
  await shot('lead-undone');
  await ui.go('board');
  assert.equal((await ui.board.titles('Quote sent'))[1], TITLE);
  await ui.board.assertAsInCore();
});

scenario('a stack of cards becomes leads in one step', async ({ ui, core, page, shot }) => {
  const titles = ['Cooling-tower overhaul', 'Glycol chiller for fermentation', 'Two packaged chillers'];
  const before = still({ board: await core.board(), leads: await core.leads() });
  for (const title of titles) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
  await dropOnLeads(ui, titles[0]);
  await shot('convert-stack');
  await ui.press('Enter');
  await ui.by('convert-dialog').waitFor({ state: 'detached' });
  const rows = (await core.leads()).rows.map((row) => row.title);
  for (const title of titles) assert.ok(rows.includes(title), title);
  await ui.toastSays('3');
  await ui.board.assertAsInCore();
  await ui.undo();
  assert.deepEqual(still({ board: await core.board(), leads: await core.leads() }), before);
  assert.equal(await page.locator('.card.is-source').count(), 0);
});

scenario('Escape in the question leaves deals as they are', async ({ ui, core }) => {
  const before = { board: still(await core.board()), history: await core.history() };
  await dropOnLeads(ui, TITLE);
  await ui.press('Escape');
  assert.deepEqual({ board: still(await core.board()), history: await core.history() }, before);
  await ui.board.assertAsInCore();
});

scenario('Do not ask again is remembered', async (stage) => {
  await dropOnLeads(stage.ui, TITLE);
  await stage.ui.by('convert-dialog').getByRole('checkbox').click();
  await stage.ui.by('convert-save').click();
  await stage.ui.by('convert-dialog').waitFor({ state: 'detached' });
  await stage.restart();
  const { ui, core } = stage;
  const hand = await ui.board.lift('Press line chillers');
  await hand.openFan();
  await hand.overFan(ui.by('dock-leads'));
  await hand.drop();
  await until('the lead', async () => (await core.leads()).rows.some((row) => row.title === 'Press line chillers'));
  assert.equal(await ui.by('convert-dialog').count(), 0);
  // The settings take it back.
  await ui.settings('leads');
  await stage.page.getByRole('switch', { name: 'Ask before a deal becomes a lead' }).click();
  await stage.shot('settings-leads-ask');
  await ui.go('board');
  await dropOnLeads(ui, 'Cooling-tower overhaul');
});

scenario('a deal converted, recovered and converted again is offered its lead', async ({ ui, core }) => {
  const { id } = await core.deal(TITLE);
  await core.call('convert_to_leads', { ids: [id], from_list: false });
  await core.call('recover', { records: [{ kind: 'deal', id }] });
  await until('the card', async () => (await ui.board.card(TITLE).count()) === 1);
  const leads = (await core.leads()).total;
  await dropOnLeads(ui, TITLE);
  assert.match(await ui.by('convert-dialog').innerText(), /was a lead before and still stands in the inbox/);
  await ui.by('convert-save').click();
  await ui.by('convert-dialog').waitFor({ state: 'detached' });
  assert.equal((await core.leads()).total, leads, 'no second lead');
});

scenario('by keyboard: M, Leads, Enter, Enter', async ({ ui, core, page }) => {
  await ui.board.focus('Press line chillers');
  await ui.press('m');
  await ui.by('move-picker').waitFor();
  await page.keyboard.type('lea');
  await ui.press('Enter');
  await ui.by('convert-dialog').waitFor();
  await ui.press('Enter');
  await until('the lead', async () => (await core.leads()).rows.some((row) => row.title === 'Press line chillers'));
  await ui.board.assertAsInCore();
});

scenario('a new lead is written, changed, lost, restored, archived and brought back', async ({ ui, core, page, shot }) => {
  await ui.go('leads');
  await page.locator('.split').waitFor();
  await ui.press('n');
  const dialog = ui.by('new-lead-dialog');
  await dialog.waitFor();
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Ice rink dehumidifier');
  await dialog.getByRole('textbox', { name: /^Value/ }).fill('12,500.50');
  await dialog.getByRole('textbox', { name: /^Expected close/ }).fill('tomorrow');
  const organization = dialog.getByRole('combobox', { name: /^Organization/ });
  await organization.click();
  await organization.pressSequentially('Frostline Arena');
  await page.getByRole('option', { name: /Create/ }).click();
  await shot('new-lead');
  await dialog.getByRole('button', { name: 'Create lead' }).or(dialog.locator('button[type=submit]')).or(page.locator('button[form=new-lead]')).first().click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const row = (await core.leads()).rows.find((one) => one.title === 'Ice rink dehumidifier');
  assert.deepEqual([row.value, row.organization], [{ minor: 1_250_050, currency: 'EUR' }, 'Frostline Arena']);
  assert.equal((await core.call('lead_detail', { id: row.id })).lead.expected_close, '2026-11-25');
  const pane = ui.by('lead-detail');
  assert.equal(await pane.getAttribute('data-lead-id'), row.id, 'it opens');
  await ui.drawer.edit(pane, 'Title', 'Ice rink dehumidifiers');
  assert.equal((await core.call('lead_detail', { id: row.id })).lead.title, 'Ice rink dehumidifiers');
  await pane.locator('h2').click({ position: { x: 1, y: 1 }, trial: true });
  await page.keyboard.press('Escape');
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('it lost', async () => (await core.call('lead_detail', { id: row.id })).lead.status === 'lost');
  await ui.by('lost-ribbon').waitFor();
  await shot('lead-lost');
  await ui.by('restore').click();
  await until('it open', async () => (await core.call('lead_detail', { id: row.id })).lead.status === 'open');
  await ui.rest();
  await pane.getByRole('button', { name: 'Archive' }).click();
  await until('it archived', async () => (await core.call('lead_detail', { id: row.id })).lead.archived_at !== null);
  await ui.rest();
  await pane.getByTestId('archived-strip').getByRole('button', { name: 'Unarchive' }).click();
  await until('it back', async () => (await core.call('lead_detail', { id: row.id })).lead.archived_at === null);
});

scenario('a form that was left with an amount or a day nobody can read begins anew, and a name that was typed is taken', async ({ ui, core, page, shot }) => {
  await ui.go('leads');
  await page.locator('.split').waitFor();
  const dialog = ui.by('new-lead-dialog');
  const create = dialog.getByRole('button', { name: 'Create lead' });
  await ui.press('n');
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Ice store');
  await dialog.getByRole('textbox', { name: /^Value/ }).fill('abc');
  await dialog.getByRole('textbox', { name: /^Expected close/ }).fill('some day');
  await page.keyboard.press('Tab');
  await dialog.getByRole('alert').nth(1).waitFor();
  await shot('new-lead-wrong');
  assert.equal(await create.isDisabled(), true);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  await ui.press('n');
  await dialog.getByRole('textbox', { name: /^Title/ }).fill('Ice store');
  assert.equal(await create.isDisabled(), false);
  // Left by Tab: the organization of that name, whatever its letters; left by pressing Create: a new person.
  const organization = dialog.getByRole('combobox', { name: /^Organization/ });
  await organization.pressSequentially('halden precision');
  await page.locator('.combo').getByRole('option', { name: /Halden Precision/ }).waitFor();
  await page.keyboard.press('Tab');
  await until('its own name', async () => (await organization.inputValue()) === 'Halden Precision');
  const person = dialog.getByRole('combobox', { name: /^Person/ });
  await person.pressSequentially('Taken back');
  await page.keyboard.press('Escape');
  assert.equal(await person.inputValue(), '', 'Escape gives it up');
  await person.pressSequentially('Zadie Unheard-of');
  await create.click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const row = (await core.leads()).rows.find((one) => one.title === 'Ice store');
  assert.deepEqual([row.organization, row.person], ['Halden Precision', 'Zadie Unheard-of']);
  const found = await core.call('contacts_page', { kind: 'organization', text: 'Halden Precision', offset: 0, limit: 20 });
  assert.equal(found.rows.length, 1, 'no second one');
});

scenario('leads are ticked and become deals in the stage that was chosen', async ({ ui, core, page, shot }) => {
  await ui.go('leads');
  await ui.by('lead-row').first().waitFor();
  const rows = ui.by('lead-row');
  const titles = [await rows.nth(0).locator('.lead__title').innerText(), await rows.nth(2).locator('.lead__title').innerText()];
  // By the box at its left, and with Ctrl anywhere on the row.
  await rows.nth(0).hover();
  await shot('leads-tick');
  await rows.nth(0).getByTestId('lead-tick').click();
  await rows.nth(2).click({ modifiers: ['Control'] });
  await ui.by('leads-bar').getByRole('button', { name: /Convert/ }).click();
  const dialog = ui.by('convert-dialog');
  await dialog.waitFor();
  await dialog.getByRole('button', { name: /Stage/ }).or(dialog.locator('.pick').nth(1)).first().click();
  await page.getByRole('option', { name: 'Quote sent' }).click();
  await shot('convert-leads');
  await ui.by('convert-confirm').click();
  await dialog.waitFor({ state: 'detached' });
  await ui.go('board');
  const shown = await ui.board.titles('Quote sent');
  for (const title of titles) assert.ok(shown.includes(title), title);
  await ui.board.assertAsInCore();
  await ui.undo();
  await ui.board.assertAsInCore();
  assert.ok((await core.leads()).rows.some((row) => row.title === titles[0]));
});

scenario('a value that is emptied while a lead becomes a deal is no value; left alone it is the value of the lead', async ({ ui, core, page }) => {
  const rows = (await core.leads()).rows.filter((row) => row.value !== null).slice(0, 2);
  await ui.go('leads');
  for (const [at, { id, title, value }] of rows.entries()) {
    await ui.by('lead-row').filter({ hasText: title }).first().click();
    await ui.rest();
    await ui.by('convert-lead').click();
    const dialog = ui.by('convert-dialog');
    await dialog.getByRole('textbox', { name: 'Value' }).waitFor();
    await ui.rest();
    if (at === 0) await dialog.getByRole('textbox', { name: 'Value' }).fill('');
    await ui.by('convert-confirm').click();
    await dialog.waitFor({ state: 'detached' });
    const deal = (await core.board()).columns.flatMap((column) => column.cards).find((card) => card.title === title);
    assert.deepEqual(deal.value, at === 0 ? null : value, title);
    assert.equal((await core.call('lead_detail', { id })).lead.status, 'converted');
  }
  assert.equal(await page.getByRole('dialog').count(), 0);
});

scenario('while leads are ticked, keys and palette mean them and not the one that is open; Escape lets go of them first', async ({ ui, core, page, shot }) => {
  await ui.go('leads');
  const rows = ui.by('lead-row');
  await rows.first().waitFor();
  const ids = await rows.evaluateAll((all) => all.slice(0, 4).map((row) => row.dataset.leadId));
  const lead = async (at) => (await core.call('lead_detail', { id: ids[at] })).lead;
  await rows.nth(0).click();
  await ui.by('lead-detail').waitFor();
  await ui.rest();
  const tick = async (...places) => {
    for (const at of places) await page.locator(`[data-testid="lead-row"][data-lead-id="${ids[at]}"]`).click({ modifiers: ['Control'] });
    await ui.rest();
  };
  await tick(1, 2);
  await shot('leads-ticked');
  // The focus is in the open lead: the ticked ones are meant all the same.
  await ui.by('lead-detail').getByRole('button', { name: /^Convert/ }).focus();
  await ui.press('c');
  await ui.by('convert-dialog').waitFor();
  assert.match(await ui.by('convert-dialog').innerText(), /Convert 2 leads/);
  await ui.press('Escape');
  await ui.by('convert-dialog').waitFor({ state: 'detached' });
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('both lost', async () => (await lead(1)).status === 'lost' && (await lead(2)).status === 'lost');
  assert.equal((await lead(0)).status, 'open');
  await until('no ticks', async () => (await ui.by('leads-bar').count()) === 0);
  await ui.undo();
  await until('both back', async () => (await rows.count()) >= 4);
  await tick(3);
  await ui.palette.open();
  await ui.palette.find('archive', `Archive: “${(await lead(3)).title}”`);
  assert.equal(await ui.palette.item(`Archive: “${(await lead(0)).title}”`).count(), 0);
  await page.keyboard.press('Escape');
  await ui.palette.element.waitFor({ state: 'detached' });
  await ui.press('Delete');
  await until('the ticked one deleted', async () => (await lead(3)).deleted_at !== null);
  assert.equal((await lead(0)).deleted_at, null);
  await ui.undo();
  await tick(1);
  await ui.by('lead-detail').getByRole('button', { name: /^Convert/ }).focus();
  await ui.press('Escape');
  assert.deepEqual([await ui.by('leads-bar').count(), await ui.by('lead-detail').getAttribute('data-lead-id')], [0, ids[0]]);
  // Nothing is ticked: the open lead is meant again.
  await ui.palette.run('lost', `Mark as lost: “${(await lead(0)).title}”`);
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('it lost', async () => (await lead(0)).status === 'lost');
});

for (const [locale, name, size] of [['en-GB', 'en', [1440, 900]], ['fr-FR', 'fr', [700, 900]], ['zh-CN', 'zh', [700, 900]]]) {
  scenario(`an open lead has Lost at its top, in ${name} at ${size[0]} px`, { locale, sample: name, size, scheme: name === 'zh' ? 'dark' : 'light' }, async ({ ui, core, page, shot }) => {
    await ui.go('leads');
    await ui.by('lead-row').nth(1).click({ modifiers: ['Control'] });
    await shot(`leads-bar-${name}-${size[0]}`);
    const bar = await ui.by('leads-bar').boundingBox();
    assert.ok(bar.x >= 0 && bar.x + bar.width <= size[0], 'the bar is seen whole');
    await ui.press('Escape');
    await ui.by('lead-row').first().click();
    const button = ui.by('lose-lead');
    await button.waitFor();
    await ui.rest();
    await shot(`lead-head-${name}-${size[0]}`);
    await ui.assertNoSidewaysScroll();
    const box = await button.boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= size[0], 'it is seen whole');
    const id = await ui.by('lead-detail').getAttribute('data-lead-id');
    await button.click();
    await ui.by('lost-dialog').waitFor();
    await shot(`lead-lose-${name}-${size[0]}`);
    await ui.press('Digit1', 'Enter');
    await until('it lost', async () => (await core.call('lead_detail', { id })).lead.status === 'lost');
    await until('the button gone', async () => (await button.count()) === 0);
    assert.equal(await page.getByRole('dialog').count(), 0);
  });
}

scenario('the inbox is narrowed by words and source, ordered, and counts what is new', async ({ ui, core, page, shot }) => {
  assert.equal(await ui.by('nav-leads').getAttribute('aria-label'), 'Leads, 3 new');
  await ui.go('leads');
  await ui.by('lead-row').first().waitFor();
  await shot('leads');
  const unseen = (await core.leads()).rows.find((row) => !row.seen);
  await page.locator(`[data-lead-id="${unseen.id}"]`).first().click();
  await until('one fewer', async () => (await ui.by('nav-leads').getAttribute('aria-label')) === 'Leads, 2 new');
  await ui.by('leads-search').fill('oil boiler');
  await until('one row', async () => (await ui.by('lead-row').count()) === 1);
  assert.match(await ui.by('lead-row').innerText(), /Heat pump instead of the oil boiler/);
  await ui.by('leads-search').fill('');
  await until('all rows', async () => (await ui.by('lead-row').count()) > 5);
  await page.getByRole('button', { name: /^Order/ }).or(page.getByRole('button', { name: /order/i })).first().click();
  await ui.choose('Value');
  await until('the dearest first', async () => {
    const shown = await ui.by('lead-row').locator('.lead__value').allInnerTexts();
    const amounts = shown.map((text) => Number(text.replace(/[^0-9.]/g, '')));
    return amounts.every((amount, at) => at === 0 || amounts[at - 1] >= amount);
  });
});

scenario('while leads are switched off, a lead that was found is read by itself, and says where to switch them on', { prepare: (core) => core.call('update_settings', { changes: [{ field: 'leads_enabled', value: false }] }) }, async ({ ui, core, page, shot }) => {
  const [{ id, title }] = (await core.leads()).rows;
  await ui.palette.run(title, title);
  await ui.by('lead-detail').waitFor();
  await ui.rest();
  assert.equal(await ui.by('lead-detail').getAttribute('data-lead-id'), id);
  for (const gone of ['new-lead', 'convert-lead', 'lead-row']) assert.equal(await ui.by(gone).count(), 0, gone);
  await ui.press('c', 'n');
  assert.equal(await page.getByRole('dialog').count(), 0, 'nor by key');
  await ui.palette.open();
  await ui.palette.find('Convert');
  assert.equal(await ui.palette.item('Convert to deal').count(), 0, 'nor from the palette');
  await ui.press('Escape');
  assert.match(await ui.by('leads-off').innerText(), /Leads are switched off/);
  await shot('lead-alone');
  await page.setViewportSize({ width: 700, height: 900 });
  await ui.rest();
  await ui.assertNoSidewaysScroll();
  assert.equal(await ui.by('lead-detail').isVisible(), true, 'in a narrow window too');
  await ui.by('lead-alone-back').click();
  await ui.board.element.waitFor();
  await page.setViewportSize({ width: 1440, height: 900 });
  await ui.palette.run(title, title);
  await ui.by('leads-switch-on').click();
  await page.getByRole('switch', { name: 'Use leads' }).click();
  await ui.rest();
  await ui.palette.run(title, title);
  await ui.by('convert-lead').waitFor();
  await ui.by('new-lead').waitFor();
});
