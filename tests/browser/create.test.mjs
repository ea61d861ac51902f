/** A deal or a lead made with all its fields: from a contact, from a line of quick add, from the palette and from a list. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios();

const rows = async (core, kind, text) => (await core.call('contacts_page', { kind, text, offset: 0, limit: 200 })).rows;
const everything = async (core) => still({ board: await core.board(null, {}, 200), leads: await core.leads(), labels: (await core.catalog()).labels });

/** A contact's page. */
async function openContact(ui, kind, name) {
  await ui.go('contacts');
  if (kind === 'person') await ui.page.getByRole('radio', { name: 'People' }).or(ui.page.locator('.seg__item').filter({ hasText: 'People' })).first().click();
  await ui.rest();
  await ui.by('contacts-search').fill(name);
  await until('the row', async () => (await ui.by('contact-row').first().innerText()).includes(name));
  await ui.by('contact-row').first().click();
  await ui.by('contact-detail').waitFor();
  await ui.rest();
}

/** The form that is open, and how it is filled in. */
class Form {
  constructor(ui, kind) {
    this.ui = ui;
    this.element = ui.by(`new-${kind}-dialog`);
  }

  text(name) {
    return this.element.getByRole('textbox', { name });
  }

  /** What a choice shows. */
  async shown(name) {
    return (await this.button(name).innerText()).trim();
  }

  button(name) {
    return this.element.locator('.field').filter({ has: this.ui.page.locator('label', { hasText: name }) }).locator('button.pick');
  }

  party(name) {
    return this.element.getByRole('combobox', { name });
  }

  async choose(name, option) {
    await this.button(name).click();
    await this.ui.page.getByRole('option', { name: option }).click();
    await this.ui.rest();
  }

  async tick(...labels) {
    await this.button('Labels').click();
    for (const label of labels) {
      await this.ui.page.getByRole('combobox', { name: 'Labels' }).fill(label);
      await this.ui.rest();
      await this.ui.press('Enter');
    }
    await this.ui.press('Escape');
    assert.equal(await this.element.count(), 1, 'Escape closes the list, not the form');
  }

  async save(name) {
    await this.element.getByRole('button', { name, exact: true }).click();
    await this.element.waitFor({ state: 'detached' });
    await this.ui.rest();
  }
}

scenario('a deal made on the page of an organization has that organization and all that was said, and opens; undo takes it away', async ({ ui, core, page, shot }) => {
  const [organization] = await rows(core, 'organization', 'Halden Precision');
  const { pipelines, sources, labels } = await core.catalog();
  const before = await everything(core);
  await openContact(ui, 'organization', 'Halden Precision');
  await shot('contact-acts');
  await ui.by('contact-new-deal').click();
  const form = new Form(ui, 'deal');
  await form.element.waitFor();
  await ui.rest();
  assert.equal(await page.evaluate(() => document.activeElement?.closest('.field')?.querySelector('label')?.textContent.trim()), 'Title', 'typing begins in the title');
  assert.equal(await form.party('Organization').inputValue(), 'Halden Precision');
  assert.deepEqual([await form.shown('Pipeline'), await form.shown('Stage')], [pipelines[0].name, pipelines[0].stages[0].name]);
  await form.text(/^Title/).fill('Chiller for the new hall');
  await form.text(/^Value/).fill('8,500 USD');
  await form.text(/^Expected close/).fill('tomorrow');
  await form.party('Person').click();
  await form.party('Person').pressSequentially('Wren Penrose');
  await page.getByRole('option', { name: /Create/ }).click();
  await form.choose('Stage', pipelines[0].stages[2].name);
  await form.choose('Source', 'Referral');
  await form.tick('Tender', 'Roof works');
  await until('how it is shown', async () => (await form.shown('Labels')) === 'Tender\nRoof works' || (await form.shown('Labels')).replace(/\s+/g, ' ') === 'Tender Roof works');
  await shot('new-deal');
  await form.save('Create deal');

  const { deal, people } = await ui.drawer.core();
  assert.equal(deal.title, 'Chiller for the new hall', 'it is open in the drawer');
  assert.deepEqual(
    [deal.organization, deal.pipeline, deal.stage, deal.value, deal.expected_close, deal.source],
    [organization.id, pipelines[0].id, pipelines[0].stages[2].id, { minor: 850_000, currency: 'USD' }, '2026-11-25', sources.find((one) => one.builtin === 'referral').id],
  );
  assert.equal(people.find((one) => one.id === deal.person).name, 'Wren Penrose');
  assert.equal((await rows(core, 'person', 'Wren'))[0].second, 'Halden Precision', 'a new person belongs to the organization');
  const made = (await core.catalog()).labels.find((one) => one.name === 'Roof works');
  assert.deepEqual([...deal.labels].sort(), [labels.find((one) => one.name === 'Tender').id, made.id].sort());
  await ui.toastSays(/Chiller for the new hall/);
  assert.equal(await ui.by('toast').count(), 1, 'one notice');
  await shot('new-deal-drawer');

  await ui.press('Escape');
  await ui.undo();
  await ui.undo();
  assert.deepEqual(await everything(core), before, 'first the deal, then the label that was made for it');
});

scenario('the page of a person fills in the person and the organization, for a lead too, which takes labels', async ({ ui, core, shot }) => {
  const person = (await rows(core, 'person', '')).find((one) => one.second);
  const detail = (await core.call('person_detail', { id: person.id })).person;
  await openContact(ui, 'person', person.name);
  await ui.by('contact-detail').getByRole('button', { name: /More for/ }).first().click();
  await shot('contact-menu');
  await ui.choose('New lead');
  const form = new Form(ui, 'lead');
  await form.element.waitFor();
  await ui.rest();
  assert.deepEqual([await form.party('Organization').inputValue(), await form.party('Person').inputValue()], [person.second, person.name]);
  assert.equal(await form.button('Pipeline').count(), 0, 'leads have no pipeline');
  await form.text(/^Title/).fill('Second boiler');
  await form.tick('Tender');
  await form.save('Create lead');
  const row = (await core.leads()).rows.find((one) => one.title === 'Second boiler');
  assert.equal(await ui.by('lead-detail').getAttribute('data-lead-id'), row.id, 'it opens');
  const { lead } = await core.call('lead_detail', { id: row.id });
  assert.deepEqual([lead.organization, lead.person], [detail.organization.id, person.id]);
  assert.deepEqual(lead.labels, (await core.catalog()).labels.filter((one) => one.name === 'Tender').map((one) => one.id));
  await ui.toastSays(/Second boiler/);

  await openContact(ui, 'person', person.name);
  await ui.by('contact-new-deal').click();
  const other = new Form(ui, 'deal');
  await other.element.waitFor();
  assert.deepEqual([await other.party('Organization').inputValue(), await other.party('Person').inputValue()], [person.second, person.name]);
  await ui.press('Escape');
  await other.element.waitFor({ state: 'detached' });
  assert.equal(await ui.page.evaluate(() => document.activeElement?.dataset.testid), 'contact-new-deal', 'the focus is back');
});

scenario('a line of quick add goes on in the form with what was typed, in its column and place; Escape gives the line back', async ({ ui, core, page, shot }) => {
  await ui.board.focus('Glycol chiller for fermentation');
  await ui.press('n');
  await page.keyboard.type('Acme heat pump 12k fri');
  await ui.press('Control+Enter');
  const form = new Form(ui, 'deal');
  await form.element.waitFor();
  await ui.rest();
  assert.deepEqual(
    [await form.text(/^Title/).inputValue(), await form.text(/^Value/).inputValue(), await form.text(/^Expected close/).inputValue(), await form.shown('Stage')],
    ['Acme heat pump', '12,000', '27/11/2026', 'Negotiation'],
  );
  await form.choose('Source', 'Referral');
  await shot('new-deal-from-line');
  await ui.press('Escape');
  await form.element.waitFor({ state: 'detached' });
  const line = ui.by('quick-add').getByRole('textbox');
  assert.equal(await line.inputValue(), 'Acme heat pump 12k fri');
  assert.equal(await line.evaluate((field) => field === document.activeElement), true, 'the caret is back in the line');
  assert.ok(!(await ui.board.titles('Negotiation')).includes('Acme heat pump'));

  await ui.by('quick-more').click();
  await form.element.waitFor();
  await ui.rest();
  assert.equal(await form.shown('Source'), 'Referral', 'what was put aside is still there');
  await form.text(/^Title/).press('Enter');
  await form.element.waitFor({ state: 'detached' });
  await ui.rest();
  assert.equal((await ui.drawer.core()).deal.title, 'Acme heat pump');
  assert.equal(await ui.by('quick-add').count(), 0);
  await ui.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  assert.deepEqual((await ui.board.titles('Negotiation')).slice(1, 3), ['Glycol chiller for fermentation', 'Acme heat pump'], 'below the card in use');
  const made = await core.deal('Acme heat pump');
  assert.deepEqual([made.value, made.expected_close], [{ minor: 1_200_000, currency: 'EUR' }, '2026-11-27']);
  await ui.board.assertAsInCore();
  await ui.undo();
  await ui.board.assertAsInCore();
  assert.ok(!(await ui.board.titles('Negotiation')).includes('Acme heat pump'));

  // An empty line goes on, too, and is not lost behind the form.
  await ui.board.column('Verbal yes').getByTestId('column-add').click();
  await ui.by('quick-more').click();
  await form.element.waitFor();
  await ui.rest();
  assert.deepEqual([await form.text(/^Title/).inputValue(), await form.shown('Stage')], ['', 'Verbal yes']);
  await ui.press('Escape');
  await form.element.waitFor({ state: 'detached' });
  assert.equal(await line.evaluate((field) => field === document.activeElement), true);
});

scenario('a line like an open deal says so without moving a card', async ({ ui, page, shot }) => {
  const top = () => ui.board.column('Quote sent').getByTestId('card').first().evaluate((card) => card.getBoundingClientRect().top);
  await ui.board.column('Quote sent').getByTestId('column-add').click();
  await ui.rest();
  const before = await top();
  await page.keyboard.type('oven hall VENTILATION 5k');
  await until('the hint', async () => (await ui.by('quick-similar').innerText()).includes('Oven hall ventilation'));
  await shot('quick-similar');
  assert.equal(await top(), before);
  await ui.by('quick-similar').getByRole('button').click();
  await ui.drawer.element.waitFor();
  await ui.rest();
  assert.equal((await ui.drawer.core()).deal.title, 'Oven hall ventilation');
  await ui.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  assert.equal(await ui.by('quick-add').getByRole('textbox').inputValue(), 'oven hall VENTILATION 5k', 'the line is kept');
});

scenario('the palette makes a deal on every page, and the list in the pipeline it shows; a strict pipeline begins at its first stage', {
  prepare: async (core) => {
    const { pipelines } = await core.catalog();
    await core.call('update_pipeline', { id: pipelines[1].id, changes: [{ field: 'mode', value: 'strict' }] });
  },
}, async ({ ui, core, page }) => {
  const { pipelines } = await core.catalog();
  const form = new Form(ui, 'deal');
  for (const view of ['board', 'leads', 'contacts', 'reports', 'trash', 'settings']) {
    await ui.go(view);
    await ui.palette.run('New deal');
    await form.element.waitFor();
    await ui.press('Escape');
    await form.element.waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.documentElement.dataset.view), view, 'over the page one was on');
  }
  await ui.go('board');
  await ui.list();
  await ui.by('list-pipeline').click();
  await ui.choose(pipelines[1].name);
  await ui.press('n');
  await form.element.waitFor();
  await ui.rest();
  assert.equal(await form.shown('Pipeline'), pipelines[1].name);
  await form.button('Stage').click();
  assert.deepEqual(await page.getByRole('option').allInnerTexts(), [pipelines[1].stages[0].name]);
  await ui.press('Escape');
  assert.match(await form.element.innerText(), /starts at its first stage/);
  await form.text(/^Title/).fill('From the list');
  await ui.press('Control+Enter');
  await form.element.waitFor({ state: 'detached' });
  await ui.rest();
  const { deal } = await ui.drawer.core();
  assert.deepEqual([deal.title, deal.pipeline, deal.stage], ['From the list', pipelines[1].id, pipelines[1].stages[0].id]);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.view), 'list');
});

scenario('what is refused is said at its field and nothing that was typed is lost', { refusals: ['create_deal: too_long'] }, async ({ ui, shot }) => {
  const long = 'Chiller '.repeat(200).trim();
  await ui.go('contacts');
  await ui.palette.run('New deal');
  const form = new Form(ui, 'deal');
  await form.text(/^Title/).fill(long);
  await form.text(/^Value/).fill('12k');
  await form.element.getByRole('button', { name: 'Create deal' }).click();
  await ui.rest();
  const field = form.element.locator('.field').first();
  assert.match(await field.getByRole('alert').innerText(), /Too long: Title/);
  assert.equal(await form.text(/^Title/).getAttribute('aria-invalid'), 'true');
  assert.equal(await form.element.getByRole('alert').count(), 1, 'said once');
  await shot('new-deal-refused');
  assert.deepEqual([await form.text(/^Title/).inputValue(), await form.text(/^Value/).inputValue()], [long, '12,000']);
  await form.text(/^Title/).fill('Chiller');
  await form.save('Create deal');
  assert.equal((await ui.drawer.core()).deal.title, 'Chiller');
});
