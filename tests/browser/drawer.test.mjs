/** A deal in its drawer: every field edited in place, what is planned, what is written down, what happened, how it ends. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';

scenario('value, probability, title and close date are edited where they stand', async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.drawer.open(TITLE);
  await shot('drawer');
  const { drawer } = ui;
  await drawer.edit(drawer.fact('Value'), 'Value', '91,250.75');
  await until('the value on screen', async () => (await drawer.fact('Value').innerText()).includes('€91,250.75'));
  await drawer.edit(drawer.fact('Probability'), 'Probability', '72.5');
  await until('the probability on screen', async () => (await drawer.fact('Probability').innerText()).includes('72.5%'));
  assert.match(await drawer.fact('Probability').innerText(), /own/);
  await drawer.edit(drawer.element.locator('.record-title'), 'Title', 'Three packaged chillers');
  await drawer.fact('Expected close').getByRole('button', { name: /Edit Expected close/ }).click();
  await page.getByRole('textbox', { name: 'Expected close' }).fill('tomorrow');
  await ui.press('Enter');
  let { deal } = await drawer.core();
  assert.deepEqual([deal.title, deal.value, deal.own_probability, deal.expected_close], ['Three packaged chillers', { minor: 9_125_075, currency: 'EUR' }, 7250, '2026-11-25']);
  assert.equal(deal.weighted.minor, Math.round((9_125_075 * 7250) / 10_000));
  assert.ok((await ui.board.titles('Quote sent')).includes('Three packaged chillers'), 'the card below says it too');
  await drawer.fact('Probability').getByRole('button', { name: /Back to the stage/ }).click();
  await ui.rest();
  assert.equal((await drawer.core()).deal.own_probability, null);
  const happened = await ui.by('timeline').or(drawer.element.locator('.tl, [aria-label="Timeline"]')).first().innerText();
  assert.match(happened, /Value.*€83,500.*→.*€91,250.75/s);
  assert.match(happened, /Title.*Two packaged chillers.*→.*Three packaged chillers/s);
  await drawer.close();
  await ui.board.assertAsInCore();
  for (const _ of Array(5)) await ui.undo();
  ({ deal } = await core.detail(deal.id));
  assert.deepEqual([deal.title, deal.value.minor, deal.own_probability], [TITLE, 8_350_000, null]);
  await stage.restart();
  await stage.ui.drawer.open(TITLE);
});

scenario('an amount in another currency is told from the one at home, keeps its currency under its own sign and its decimals', async ({ ui, core, shot }) => {
  const { id } = await core.deal(TITLE);
  const { drawer } = ui;
  await core.call('update_deal', { id, changes: [{ field: 'value', value: { minor: 420_000, currency: 'CAD' } }] });
  await ui.drawer.open(TITLE);
  assert.match(await drawer.fact('Value').innerText(), /CA\$4,200/);
  await shot('drawer-dollars');
  await drawer.edit(drawer.fact('Value'), 'Value', '$5,000.50');
  await until('the amount', async () => (await drawer.fact('Value').innerText()).includes('CA$5,000.50'));
  assert.deepEqual((await drawer.core()).deal.value, { minor: 500_050, currency: 'CAD' });
  await drawer.edit(drawer.fact('Value'), 'Value', '12,345.50 Ft');
  await until('forints', async () => (await drawer.fact('Value').innerText()).includes('HUF'));
  assert.match(await drawer.fact('Value').innerText(), /12,345\.50/);
  assert.deepEqual((await drawer.core()).deal.value, { minor: 1_234_550, currency: 'HUF' });
});

scenario('bad input is explained beside the text, which stays', async ({ ui, core, page, shot }) => {
  await ui.drawer.open(TITLE);
  const history = await core.history();
  const { drawer } = ui;
  const refuses = async (fact, text, words) => {
    await drawer.edit(drawer.fact(fact), fact, text);
    const field = drawer.fact(fact).getByRole('textbox', { name: fact });
    assert.equal(await field.inputValue(), text);
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.match(await drawer.fact(fact).getByRole('alert').innerText(), words);
    await field.press('Escape');
    assert.equal(await drawer.element.count(), 1, 'Escape reverts the field and leaves the drawer');
  };
  await refuses('Value', 'about 12', /Write an amount like 1,234.5/);
  await refuses('Value', '-5', /below zero/);
  await refuses('Value', '1.234', /At most 2 decimals/);
  await refuses('Probability', '140', /Between 0 and 100/);
  await drawer.edit(drawer.element.locator('.record-title'), 'Title', '   ');
  assert.match(await drawer.element.locator('.record-title').getByRole('alert').innerText(), /Fill this in/);
  await shot('drawer-error');
  await page.keyboard.press('Escape');
  await drawer.fact('Expected close').getByRole('button', { name: /Edit Expected close/ }).click();
  await page.getByRole('textbox', { name: 'Expected close' }).fill('31 February');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: /February has/ }).waitFor();
  await page.keyboard.press('Escape');
  assert.deepEqual(await core.history(), history);
});

scenario('what the core refuses is shown beside the field and the old value is back', { refusals: ['update_deal: over_limit'] }, async ({ ui, core, page }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  await page.route('**/command/update_deal', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: JSON.stringify({ code: 'over_limit', params: { field: 'value', max: 10 }, detail: null }) }), { times: 1 });
  await drawer.edit(drawer.fact('Value'), 'Value', '77');
  await drawer.fact('Value').getByRole('alert').waitFor();
  assert.equal(await drawer.fact('Value').getByRole('textbox').inputValue(), '77', 'what was typed stays');
  await page.keyboard.press('Escape');
  assert.match(await drawer.fact('Value').innerText(), /€83,500/);
  assert.equal((await core.deal(TITLE)).value.minor, 8_350_000);
});

scenario('an activity is added, changed, put off, done with its outcome, and planned again', async ({ ui, core, page, shot }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  await ui.press('a');
  const form = ui.by('activity-form');
  await form.waitFor();
  await form.getByRole('radio', { name: 'Visit' }).or(form.getByRole('button', { name: 'Visit' })).first().click();
  await form.getByRole('textbox', { name: 'Subject' }).fill('Look at the plant room');
  await form.getByRole('button', { name: 'Tomorrow' }).click();
  await form.getByRole('textbox', { name: 'Time' }).fill('930');
  await shot('activity-form');
  await form.getByRole('button', { name: 'Add activity' }).click();
  await form.waitFor({ state: 'detached' });
  await ui.rest();
  const find = async () => (await drawer.core()).open_activities.find((one) => one.subject === 'Look at the plant room');
  let made = await find();
  assert.deepEqual([made.kind, made.due_on, made.due_time], ['visit', '2026-11-25', '09:30']);
  const row = page.locator(`[data-activity-id="${made.id}"]`);
  await row.getByRole('button', { name: /Reschedule/ }).click();
  await page.getByRole('button', { name: 'Next week' }).click();
  await ui.rest();
  made = await find();
  assert.equal(made.due_on, '2026-11-30');
  await until('the new day', async () => /30 Nov/.test(await row.innerText()));
  await row.getByRole('button', { name: /^Edit/ }).click();
  await form.getByRole('textbox', { name: 'Subject' }).fill('Look at the plant room twice');
  await form.getByRole('button', { name: 'Save' }).click();
  await form.waitFor({ state: 'detached' });
  await ui.rest();
  await page.locator(`[data-activity-id="${made.id}"]`).getByRole('button', { name: /^Done/ }).click();
  await page.getByRole('textbox', { name: /Outcome/ }).fill('All measured');
  await shot('activity-done');
  await ui.press('Enter');
  await until('it done', async () => (await drawer.core()).open_activities.every((one) => one.id !== made.id));
  const timeline = drawer.element.locator('.ev', { hasText: 'Look at the plant room twice' }).first();
  await timeline.waitFor();
  assert.match(await timeline.innerText(), /All measured/);
  await ui.undo();
  await until('it planned again', async () => (await drawer.core()).open_activities.some((one) => one.id === made.id));
  await row.waitFor();
  await row.getByRole('button', { name: /More for/ }).click();
  await ui.choose(/Delete/);
  await until('it deleted', async () => (await drawer.core()).open_activities.every((one) => one.id !== made.id));
});

scenario('a bad time stays in the form with its reason', async ({ ui, core, page }) => {
  await ui.drawer.open(TITLE);
  const history = await core.history();
  await ui.press('a');
  const form = ui.by('activity-form');
  await form.getByRole('textbox', { name: 'Time' }).fill('25:99');
  await form.getByRole('button', { name: 'Add activity' }).click();
  await form.getByRole('alert').waitFor();
  assert.equal(await form.getByRole('textbox', { name: 'Time' }).inputValue(), '25:99');
  await page.keyboard.press('Escape');
  assert.deepEqual(await core.history(), history);
});

scenario('a note, a call and a mail are written down and stand in the timeline', async ({ ui, page, shot }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  const composer = ui.by('composer');
  await ui.press('n');
  await page.keyboard.type('Wants a <b>quiet</b> model.');
  await ui.press('Control+Enter');
  await drawer.element.locator('.ev', { hasText: 'Wants a <b>quiet</b> model.' }).waitFor();
  await composer.getByRole('tab', { name: 'Call' }).click();
  await page.keyboard.type('Budget is approved.');
  await ui.press('Control+Enter');
  await drawer.element.locator('.ev', { hasText: 'Budget is approved.' }).waitFor();
  await ui.press('e');
  await composer.getByRole('textbox', { name: 'Subject' }).fill('Offer 4711');
  await composer.getByRole('textbox', { name: 'Text of the mail' }).fill('As discussed.');
  await ui.press('Control+Enter');
  await drawer.element.locator('.ev', { hasText: 'Offer 4711' }).waitFor();
  await shot('timeline');
  // A note can be corrected, and taken away.
  const note = drawer.element.locator('.ev', { hasText: 'quiet' }).first();
  await note.hover();
  await note.getByRole('button', { name: /More|Edit note/ }).first().click();
  if (await page.getByRole('menuitem', { name: /Edit/ }).count()) await ui.choose(/Edit/);
  await drawer.element.locator('.ev textarea').fill('Wants a quiet one.');
  await ui.press('Control+Enter');
  await drawer.element.locator('.ev', { hasText: 'Wants a quiet one.' }).waitFor();
  await drawer.element.getByRole('radio', { name: 'Changes' }).or(drawer.element.getByRole('button', { name: 'Changes' })).first().click();
  await until('only changes', async () => (await drawer.element.locator('.ev', { hasText: 'Offer 4711' }).count()) === 0);
});

scenario('a draft waits while the drawer is closed', async ({ ui, page }) => {
  await ui.drawer.open(TITLE);
  await ui.press('n');
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('Escape');
  await ui.drawer.close();
  await ui.drawer.open(TITLE);
  await ui.press('n');
  assert.equal(await ui.by('composer').getByRole('textbox').first().inputValue(), 'Half a thought');
});

scenario('an activity that was changed once and put off elsewhere keeps its day when its words are changed again', async ({ ui, core }) => {
  await ui.drawer.open(TITLE);
  const { deal, open_activities } = await ui.drawer.core();
  const [planned] = open_activities;
  const now = async () => (await core.detail(deal.id)).open_activities.find((one) => one.id === planned.id);
  const row = ui.page.locator(`[data-activity-id="${planned.id}"]`);
  const form = ui.by('activity-form');
  const edit = async (subject, how) => {
    await row.getByRole('button', { name: /^Edit/ }).click();
    await form.getByRole('textbox', { name: 'Subject' }).fill(subject);
    await form.getByRole('button', { name: how }).click();
    await form.waitFor({ state: 'detached' });
    await ui.rest();
  };
  const putOff = async (day) => {
    await core.call('update_activity', { id: planned.id, changes: [{ field: 'due_on', value: day }] });
    await until('the new day', async () => new RegExp(`${Number(day.slice(-2))} Dec`).test(await row.innerText()));
  };
  await edit('Once', 'Save');
  await putOff('2026-12-21');
  await edit('Given up', 'Cancel');
  await putOff('2026-12-22');
  await edit('Twice', 'Save');
  const { subject, due_on } = await now();
  assert.deepEqual([subject, due_on], ['Twice', '2026-12-22']);
});

scenario('the stage is changed by its chevron, and [ ] walk to the neighbours', async ({ ui, page }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  await drawer.element.getByRole('group', { name: 'Stage' }).getByRole('button', { name: /Negotiation/ }).click();
  await ui.rest();
  const detail = await drawer.core();
  assert.equal(detail.pipeline.stages.find((one) => one.id === detail.deal.stage).name, 'Negotiation');
  await ui.press(']');
  await until('the next deal', async () => (await drawer.element.locator('.record-title').innerText()).includes('Cooling-tower overhaul'));
  await ui.press('[');
  await until('back', async () => (await drawer.element.locator('.record-title').innerText()).includes(TITLE));
  await page.keyboard.press('Escape');
  await drawer.element.waitFor({ state: 'detached' });
  await ui.board.assertAsInCore();
});

scenario('a title that is being typed goes with its deal, and is written to no other', async ({ ui, core, page }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  const history = await core.history();
  await drawer.element.locator('.record-title').getByRole('button', { name: 'Edit Title' }).click();
  await drawer.element.getByRole('textbox', { name: 'Title' }).fill('Typed for the first deal');
  // A walk that does not take the focus away before.
  await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: ']', code: 'BracketRight', bubbles: true })));
  await until('the next deal', async () => (await drawer.element.locator('.record-title').innerText()).includes('Heat pump for the sports hall'));
  await ui.rest();
  assert.equal(await drawer.element.getByRole('textbox', { name: 'Title' }).count(), 0);
  assert.deepEqual(await core.history(), history);
});

scenario('organization and person are found, made and taken off in place', async ({ ui, core, page, shot }) => {
  await ui.drawer.open('Paint booth extraction');
  const { drawer } = ui;
  await drawer.element.getByRole('button', { name: 'Add contact' }).click();
  await page.getByRole('combobox', { name: /person/ }).fill('Priya');
  await page.getByRole('option', { name: /Priya Nair/ }).waitFor();
  await shot('add-contact');
  await page.getByRole('combobox', { name: /person/ }).fill('Zoë Unheard-of');
  await page.getByRole('option', { name: /Create “Zoë Unheard-of”/ }).click();
  await ui.rest();
  const detail = await drawer.core();
  assert.ok(detail.people.some((one) => one.name === 'Zoë Unheard-of' && one.id === detail.deal.person));
  await drawer.element.getByRole('listitem').filter({ hasText: 'Alder & Finch Joinery' }).getByRole('button', { name: /More for/ }).click();
  await ui.choose('Take off');
  assert.equal((await drawer.core()).deal.organization, null);
  await ui.undo();
  await ui.undo();
  assert.equal((await core.deal('Paint booth extraction')).organization, 'Alder & Finch Joinery');
});

scenario('labels and custom fields are set in place', async ({ ui, page, shot }) => {
  await ui.drawer.open('Second cold room, 600 m³');
  const { drawer } = ui;
  await drawer.element.getByRole('button', { name: /Add label|Labels:/ }).click();
  await page.getByRole('option', { name: 'Urgent' }).click();
  await page.getByRole('combobox', { name: 'Labels' }).fill('Cold chain');
  await page.getByRole('option', { name: /Create/ }).click();
  await ui.rest();
  await shot('labels');
  await page.keyboard.press('Escape');
  const names = (await ui.core.catalog()).labels;
  const detail = await drawer.core();
  assert.deepEqual(detail.deal.labels.map((id) => names.find((one) => one.id === id).name).sort(), ['Cold chain', 'Urgent']);
  await drawer.edit(drawer.element.locator('dd').filter({ has: page.getByText('Edit Cooling power (kW)') }).or(drawer.element.locator('.kv')).last(), 'Cooling power (kW)', '1,200.5');
  await until('the number kept', async () => (await drawer.core()).fields.find((one) => one.field.name.startsWith('Cooling')).value === '1200.5');
  await drawer.element.getByRole('button', { name: /Edit Refrigerant/ }).click();
  await page.getByRole('option', { name: 'R-744' }).click();
  await until('the choice kept', async () => (await drawer.core()).fields.find((one) => one.field.name === 'Refrigerant').value === 'R-744');
});

scenario('a deal is lost, restored, won with its sales value, reopened, duplicated and archived from the drawer', async ({ ui, page, shot }) => {
  await ui.drawer.open(TITLE);
  const { drawer } = ui;
  await drawer.element.getByRole('button', { name: 'Lost', exact: true }).click();
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit3', 'Enter');
  await ui.by('lost-ribbon').waitFor();
  await ui.rest();
  await shot('deal-lost');
  assert.equal((await drawer.core()).deal.status, 'lost');
  await ui.by('restore').click();
  await until('it open', async () => (await drawer.core()).deal.status === 'open');
  await ui.rest();
  await drawer.element.getByRole('button', { name: 'Won', exact: true }).click();
  await ui.by('won-ribbon').waitFor();
  await ui.rest();
  await drawer.edit(drawer.fact('Sales value'), 'Sales value', '80k');
  await until('the sales value', async () => (await drawer.core()).deal.actual_value?.minor === 8_000_000);
  await shot('deal-won');
  await drawer.element.getByRole('group', { name: 'Stage' }).getByRole('button', { name: /Site visit/ }).click({ force: true });
  await ui.toastSays('reopen it');
  await ui.by('restore').click();
  await until('it open', async () => (await drawer.core()).deal.status === 'open');
  await ui.rest();
  const first = (await drawer.core()).deal.id;
  await ui.press('Control+d');
  await until('the copy', async () => (await drawer.core()).deal.id !== first);
  await ui.rest();
  const copy = (await drawer.core()).deal;
  assert.deepEqual([copy.title.startsWith(TITLE), copy.value.minor], [true, 8_350_000]);
  await drawer.element.getByRole('button', { name: /More for/ }).first().click();
  await ui.choose('Archive');
  await until('it archived', async () => (await drawer.core()).deal.archived_at !== null);
  await page.keyboard.press('Escape');
  await drawer.element.waitFor({ state: 'detached' });
  await ui.board.assertAsInCore();
});

scenario('telephone and mail links are handed to the system', async ({ ui, core }) => {
  await ui.drawer.open(TITLE);
  await ui.drawer.element.getByRole('button', { name: /^Call Sophie Lambert/ }).click();
  await ui.drawer.element.getByRole('button', { name: /^Write to Sophie Lambert/ }).click();
  await until('both links', async () => (await core.opened()).length === 2);
  const [call, mail] = (await core.opened()).map((one) => one.url ?? one);
  assert.match(call, /^tel:\+?\d/);
  assert.match(mail, /^mailto:.+@.+subject=Two%20packaged%20chillers/);
});
