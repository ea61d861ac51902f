/** Contacts, the trash and the history: a record can be followed wherever it goes, and brought back from there. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';

const contacts = async (core, kind, text = '') => (await core.call('contacts_page', { kind, text, offset: 0, limit: 200 })).rows;

/** The organization's page, from the list. */
async function openContact(ui, name) {
  await ui.go('contacts');
  await ui.by('contact-row').filter({ hasText: name }).first().click();
  await ui.by('contact-detail').waitFor();
  await ui.rest();
  return ui.by('contact-detail');
}

scenario('an organization is made, its fields edited, a person added, and both found again', async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.go('contacts');
  await shot('contacts');
  await ui.press('n');
  const dialog = ui.by('new-contact-dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Frostline Arena');
  await dialog.getByRole('textbox', { name: /^City/ }).fill('Truro');
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill('ice@frostline.example');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await ui.rest();
  const [row] = await contacts(core, 'organization', 'Frostline');
  assert.deepEqual([row.name, row.city, row.email], ['Frostline Arena', 'Truro', 'ice@frostline.example']);
  const pane = ui.by('contact-detail');
  await ui.drawer.edit(pane, 'Phone', '+44 1872 1234');
  await ui.drawer.edit(pane.locator('.record-title'), 'Name', 'Frostline Ice Arena');
  await pane.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('combobox', { name: /person/i }).fill('Wren Penrose');
  await page.getByRole('option', { name: /Create/ }).click();
  await ui.rest();
  await pane.getByRole('listitem').filter({ hasText: 'Wren Penrose' }).waitFor();
  await shot('organization');
  const detail = await core.call('organization_detail', { id: row.id });
  assert.deepEqual([detail.organization.name, detail.organization.phone, detail.people.map((one) => one.name)], ['Frostline Ice Arena', '+44 1872 1234', ['Wren Penrose']]);
  await pane.getByRole('button', { name: 'Wren Penrose' }).click();
  await until('the person', async () => (await ui.by('contact-detail').locator('.record-title').innerText()).includes('Wren Penrose'));
  await ui.rest();
  await ui.drawer.edit(ui.by('contact-detail'), 'Job title', 'Rink manager');
  const [person] = await contacts(core, 'person', 'Wren');
  assert.equal(person.second, 'Frostline Ice Arena');
  assert.equal((await core.call('person_detail', { id: person.id })).person.job_title, 'Rink manager');
  await ui.by('contacts-search').fill('wren');
  await until('one row', async () => (await ui.by('contact-row').count()) === 1);
});

scenario('a contact shows its deals, opens them, and knows its parent', async ({ ui, core, page, shot }) => {
  const parent = async () => (await core.call('organization_detail', { id: (await contacts(core, 'organization', 'Halden Precision'))[0].id })).organization.parent;
  const before = await parent();
  const pane = await openContact(ui, 'Halden Precision');
  assert.match(await pane.innerText(), /Wire EDM, used or new/);
  await pane.getByRole('button', { name: /Edit Parent organization/ }).click();
  await page.getByRole('combobox', { name: 'Parent organization' }).fill('Whitcombe');
  await page.getByRole('option', { name: /Whitcombe Aero/ }).click();
  await ui.rest();
  await pane.getByRole('button', { name: /Open Whitcombe Aero/ }).click();
  await until('the parent', async () => (await ui.by('contact-detail').locator('.record-title').innerText()).includes('Whitcombe Aero'));
  await until('its child', async () => /Halden Precision/.test(await ui.by('contact-detail').innerText()));
  await shot('contact-parent');
  await ui.by('contact-detail').getByRole('button', { name: /Spindle rebuild/ }).first().click();
  await ui.drawer.element.waitFor();
  await ui.rest();
  assert.match(await ui.drawer.element.innerText(), /Spindle rebuild, five-axis mill/);
  await page.keyboard.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  await ui.by('contact-detail').waitFor();
  await ui.undo();
  assert.deepEqual(await parent(), before);
});

scenario('a contact in use is not deleted, and the refusal names what uses it', { refusals: ['delete_contacts: in_use'] }, async ({ ui, core, shot }) => {
  const pane = await openContact(ui, 'Fenland Cold Stores');
  await pane.getByRole('button', { name: /More for/ }).first().click();
  await ui.choose(/Delete/);
  await ui.toastSays(/still used.*Second cold room/s);
  await shot('in-use');
  assert.equal((await contacts(core, 'organization', 'Fenland')).length, 1);
});

scenario('a contact nobody uses goes to the trash and comes back', async ({ ui, core }) => {
  await core.call('create_organization', { name: 'Nobody Ltd', parent: null, city: null, phone: null, email: null });
  const pane = await openContact(ui, 'Nobody Ltd');
  await pane.getByRole('button', { name: /More for/ }).first().click();
  await ui.choose(/Delete/);
  await until('it gone', async () => (await contacts(core, 'organization', 'Nobody')).length === 0);
  await ui.go('trash');
  await ui.by('trash-row').filter({ hasText: 'Nobody Ltd' }).getByRole('button', { name: /Recover/ }).click();
  await until('it back', async () => (await contacts(core, 'organization', 'Nobody')).length === 1);
});

scenario('the trash is read, searched, filtered by kind, and emptied back onto the board one by one or all at once', async ({ ui, core, page, shot }) => {
  const board = still(await core.board());
  const titles = [TITLE, 'Cooling-tower overhaul', 'Oven hall ventilation'];
  const ids = await Promise.all(titles.map(async (title) => (await core.deal(title)).id));
  await core.call('delete_deals', { ids, end: { how: 'closed' } });
  await core.call('delete_leads', { ids: [(await core.leads()).rows[0].id] });
  await ui.go('trash');
  await until('the rows', async () => (await ui.by('trash-row').count()) >= 4);
  await shot('trash');
  await ui.by('trash-row').filter({ hasText: TITLE }).locator('.trash__open').click();
  await ui.drawer.element.waitFor();
  await ui.rest();
  assert.match(await ui.drawer.element.innerText(), /Everything can be read, nothing changed/);
  await shot('trash-deal');
  await page.keyboard.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  await ui.by('trash-search').fill('tower');
  await until('one row', async () => (await ui.by('trash-row').count()) === 1);
  await ui.by('trash-row').getByRole('button', { name: /Recover/ }).click();
  await until('it recovered', async () => (await core.detail(ids[1])).deal.deleted_at === null);
  await ui.by('trash-search').fill('');
  await page.getByRole('radio', { name: /^Deals/ }).or(page.getByRole('button', { name: /^Deals/ })).first().click();
  await until('deals only', async () => (await ui.by('trash-row').count()) === (await core.trash()).rows.filter((row) => row.record.kind === 'deal').length);
  for (const title of [TITLE, 'Oven hall ventilation']) await ui.by('trash-row').filter({ hasText: title }).getByRole('checkbox').click();
  await ui.by('recover-chosen').click();
  await until('all recovered', async () => (await Promise.all(ids.map((id) => core.detail(id)))).every((one) => one.deal.deleted_at === null));
  for (const id of ids) assert.equal((await core.detail(id)).deal.status, 'closed', 'as they were when they were deleted');
  await ui.undo();
  await ui.undo();
  await ui.undo();
  await ui.undo();
  assert.deepEqual(still(await core.board()), board);
});

scenario('the history lists every step with its fields; an older one is undone alone', async ({ ui, core, shot }) => {
  const deal = await core.deal(TITLE);
  const other = await core.deal('Press line chillers');
  await core.call('update_deal', { id: deal.id, changes: [{ field: 'value', value: { minor: 9_000_000, currency: 'EUR' } }, { field: 'expected_close', value: '2026-12-01' }] });
  await core.call('win_deals', { ids: [other.id], reason: null, note: '' });
  await ui.press('Control+h');
  await ui.by('history').waitFor();
  await ui.rest();
  const entry = ui.by('history-entry').filter({ hasText: TITLE }).first();
  await entry.locator('.hist__head').click();
  await ui.rest();
  const words = await entry.innerText();
  assert.match(words, /Value.*€83,500.*→.*€90,000/s);
  assert.match(words, /Expected close.*→.*1 Dec/s);
  await shot('history');
  await entry.getByTestId('undo-this').click();
  await until('the value back', async () => (await core.detail(deal.id)).deal.value.minor === 8_350_000);
  assert.equal((await core.detail(other.id)).deal.status, 'won', 'the later step still holds');
  await ui.rest();
  assert.match(await ui.by('history-entry').filter({ hasText: TITLE }).last().innerText(), /Undone/);
  await ui.press('Escape');
  await ui.by('history').waitFor({ state: 'detached' });
  await ui.board.assertAsInCore();
});

scenario('an undo is refused with the names of what changed since', { refusals: ['undo_change: changed_since'] }, async ({ ui, core }) => {
  const deal = await core.deal(TITLE);
  await core.call('update_deal', { id: deal.id, changes: [{ field: 'title', value: 'First' }] });
  await core.call('update_deal', { id: deal.id, changes: [{ field: 'title', value: 'Second' }] });
  await ui.go('history');
  await ui.by('history').waitFor();
  await ui.rest();
  const entry = ui.by('history-entry').nth(1);
  await entry.locator('.hist__head').click();
  await ui.rest();
  await entry.getByTestId('undo-this').click();
  await entry.getByRole('alert').waitFor();
  assert.match(await entry.getByRole('alert').innerText(), /changed since.*Second/s);
  assert.equal((await core.detail(deal.id)).deal.title, 'Second');
});

scenario('undo and redo walk through many steps and survive a restart', async (stage) => {
  const states = [still(await stage.core.board())];
  const { ui } = stage;
  await ui.board.drag('Wire EDM, used or new', 'Negotiation', null);
  states.push(still(await stage.core.board()));
  await ui.board.focus('Press line chillers');
  await ui.press('w');
  states.push(still(await stage.core.board()));
  await ui.board.focus(TITLE);
  await ui.press(',');
  states.push(still(await stage.core.board()));
  await stage.restart();
  for (const wanted of [2, 1, 0]) {
    await stage.ui.undo();
    assert.deepEqual(still(await stage.core.board()), states[wanted]);
    await stage.ui.board.assertAsInCore();
  }
  for (const wanted of [1, 2, 3]) {
    await stage.ui.redo();
    assert.deepEqual(still(await stage.core.board()), states[wanted]);
  }
  await stage.ui.board.assertAsInCore();
});
