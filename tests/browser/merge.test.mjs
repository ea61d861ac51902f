/** Records side by side: which one stays, what each field becomes, undo, and taking the merge apart; and what is similar. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everything = async (core) => still({ board: await core.board(null, {}, 200), leads: await core.leads(), trash: await core.trash() });

/** A lost twin of a deal in a later stage, with another value and something that hangs on it. */
async function twin(core) {
  const board = await core.board(null, {}, 200);
  const { organization } = await core.detail((await core.deal(TITLE)).id);
  const stage = board.columns.at(-1).stage.id;
  const made = await core.call('create_deal', { title: 'Packaged chillers, again', pipeline: board.pipeline.id, stage, place: { at: 'top' }, value: { minor: 9_900_000, currency: 'EUR' }, expected_close: '2027-02-01', organization: { by: 'id', value: organization.id }, person: null, source: null, labels: [] });
  const { id } = made.created[0];
  await core.call('add_note', { on: { kind: 'deal', id }, body: 'Asked twice.' });
  await core.call('lose_deals', { ids: [id], reason: { by: 'new', value: 'Asked twice' }, note: '' });
  return id;
}

const dialog = (ui) => ui.by('merge-dialog');
const row = (ui, field) => dialog(ui).locator(`[data-field="${field}"]`);
const result = (ui, field) => row(ui, field).getByTestId('merge-result');

async function findings(page, where) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((selector) => globalThis.axe.run(selector, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }), where);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Opens the merge of the deal in the drawer and its twin from the mark that says that there are similar ones. */
async function compare(ui, page, lost) {
  await ui.drawer.open(TITLE);
  await ui.by('similar').click();
  await ui.rest();
  await dialog(ui).waitFor();
  // only the twin is looked at here
  const shown = await dialog(ui).getByTestId('merge-head').evaluateAll((heads) => heads.map((head) => head.dataset.id));
  for (const id of shown) {
    const { deal } = await ui.core.detail(id);
    if (id === lost || deal.title === TITLE) continue;
    await page.getByRole('button', { name: `Leave out ${deal.title}` }).click();
    await ui.rest();
  }
}

scenario('a lost deal merged with an active one is active; every field can be chosen; one undo takes it back', { prepare: twin }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const kept = await core.deal(TITLE);
  const lost = (await core.call('similar_records', { kind: 'deal', id: kept.id })).rows.find((one) => one.row.status === 'lost').row.record.id;
  const before = await everything(core);
  await compare(ui, page, lost);
  assert.equal(await dialog(ui).getByTestId('merge-head').and(page.locator(':checked')).getAttribute('data-id'), kept.id, 'the active one stays');
  assert.match(await result(ui, 'status').innerText(), /Open/);
  assert.match(await result(ui, 'close_reason').innerText(), /Cleared/);
  assert.match(await dialog(ui).innerText(), /Moves to “Two packaged chillers”: 1 note/);
  await shot('merge');
  assert.deepEqual(await findings(page, '[data-testid="merge-dialog"]'), []);
  await row(ui, 'value').getByText('€99,000').click();
  await ui.rest();
  assert.match(await result(ui, 'value').innerText(), /€99,000/);
  // by keyboard: the group of the title, the next value
  await row(ui, 'title').getByRole('radio').first().focus();
  await ui.press('ArrowRight');
  assert.match(await result(ui, 'title').innerText(), /Packaged chillers, again/);
  await ui.press('Control+Enter');
  await dialog(ui).waitFor({ state: 'detached' });
  await ui.toastSays(/2 deals merged into “Packaged chillers, again”/);
  const { deal } = await core.detail(kept.id);
  assert.deepEqual([deal.title, deal.value.minor, deal.status, deal.close_reason], ['Packaged chillers, again', 9_900_000, 'open', null]);
  assert.deepEqual((await core.trash('deal')).rows.filter((one) => one.merged_into !== null).map((one) => [one.record.id, one.merged_into?.id]), [[lost, kept.id]]);
  await until('the note in the timeline', async () => (await ui.by('timeline').innerText()).includes('Asked twice.'));
  assert.match(await ui.by('timeline').innerText(), /Merged with another record/);
  await shot('merged');
  await ui.undo();
  assert.deepEqual(await everything(core), before, 'one undo takes all of it back');
});

scenario('a merge is split from the head, or from the trash, where the record says what it is part of', { prepare: twin }, async ({ ui, core, page, shot }) => {
  const kept = await core.deal(TITLE);
  const lost = (await core.call('similar_records', { kind: 'deal', id: kept.id })).rows.find((one) => one.row.status === 'lost').row.record.id;
  const before = await everything(core);
  const merge = () => core.call('merge_records', { records: [kept.id, lost].map((id) => ({ kind: 'deal', id })), head: null, choices: [] });
  await merge();
  await ui.drawer.open(TITLE);
  await ui.by('split-merge').click();
  await ui.rest();
  await ui.toastSays(/split into 2 records/);
  assert.deepEqual(await everything(core), before);
  await ui.drawer.close();
  await merge();
  await ui.go('trash');
  const there = page.locator(`[data-testid="trash-row"][data-id="${lost}"]`);
  assert.match(await there.innerText(), /Part of Two packaged chillers/);
  await shot('trash-merged');
  await there.getByRole('button', { name: /^Packaged chillers, again/ }).click();
  await ui.rest();
  assert.match(await ui.by('deal-detail').innerText(), /Merged into/);
  await shot('merged-into');
  await ui.by('split').click();
  await ui.rest();
  await ui.by('merged-into').waitFor({ state: 'detached' });
  assert.deepEqual(await everything(core), before);
});

scenario('cards chosen on the board, leads ticked in the inbox: merged from their bars', async ({ ui, core, page, shot }) => {
  const [one, other] = (await core.board(null, {}, 50)).columns[0].cards;
  await ui.board.card(one.title).click({ modifiers: ['Control'] });
  await ui.board.card(other.title).click({ modifiers: ['Control'] });
  await ui.rest();
  await ui.by('sel-merge').click();
  await ui.rest();
  await dialog(ui).waitFor();
  await ui.by('merge-confirm').click();
  await dialog(ui).waitFor({ state: 'detached' });
  await until('nothing is chosen any more', async () => (await ui.by('selection-bar').count()) === 0);
  await ui.board.assertAsInCore();
  await ui.undo();
  await ui.board.assertAsInCore();
  await ui.go('leads');
  const rows = page.locator('[data-lead-id][role="option"]');
  await rows.nth(0).click({ modifiers: ['Control'] });
  await rows.nth(1).click({ modifiers: ['Control'] });
  await ui.rest();
  const all = (await core.leads()).total;
  await ui.by('bulk-merge').click();
  await ui.rest();
  await shot('merge-leads');
  await ui.by('merge-confirm').click();
  await dialog(ui).waitFor({ state: 'detached' });
  assert.equal((await core.leads()).total, all - 1);
});

scenario('merging that is switched off, and more cards than can be merged, are said before anything is compared', { prepare: twin }, async ({ ui, core }) => {
  const cards = (await core.board(null, {}, 50)).columns.flatMap((column) => column.cards).slice(0, 6);
  for (const { title } of cards) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.rest();
  const offered = async () => [await ui.by('sel-merge').isEnabled(), await ui.by('sel-merge').getAttribute('title')];
  assert.deepEqual(await offered(), [false, 'Merge 2 to 5 records at once; 6 are selected']);
  await ui.palette.open();
  await ui.palette.find('Merge');
  assert.equal(await ui.palette.item('Merge: 6').count(), 0);
  await ui.press('Escape');
  await ui.board.card(cards[5].title).click({ modifiers: ['Control'] });
  await ui.rest();
  assert.equal((await offered())[0], true, 'five can be');
  await ui.press('Escape');
  await core.call('update_settings', { changes: [{ field: 'guard', value: { act: 'merge', on: false } }] });
  await ui.drawer.open(TITLE);
  assert.equal(await ui.by('similar').isEnabled(), false);
  assert.match(await ui.by('similar').getAttribute('title'), /switched off/);
});

scenario('similar contacts are told while one is made, merged, or kept separate for good', async ({ ui, core, page, shot }) => {
  const { rows } = await core.call('contacts_page', { kind: 'organization', text: '', offset: 0, limit: 10 });
  const known = rows[0];
  await ui.go('contacts');
  await ui.by('new-contact').click();
  await page.getByRole('textbox', { name: 'Name' }).fill(known.name.toUpperCase());
  await ui.rest();
  await until('the hint', async () => (await ui.by('similar-hint').innerText()).includes(known.name));
  await shot('similar-hint');
  await ui.by('similar-hint').getByRole('button', { name: known.name }).click();
  await ui.rest();
  assert.equal(await ui.by('contact-detail').getAttribute('data-id'), known.id);
  const made = await core.call('create_organization', { name: known.name.toUpperCase(), parent: null, city: null, phone: null, email: null });
  await ui.rest();
  await ui.by('similar').click();
  await ui.rest();
  await shot('merge-organizations');
  await ui.by('keep-separate').click();
  await dialog(ui).waitFor({ state: 'detached' });
  await ui.by('similar').waitFor({ state: 'detached' });
  await ui.undo();
  await ui.by('similar').click();
  await ui.by('merge-confirm').click();
  await dialog(ui).waitFor({ state: 'detached' });
  await ui.by('similar').waitFor({ state: 'detached' });
  const left = await core.call('similar_records', { kind: 'organization', id: made.created[0].id });
  assert.equal(left.merged_into?.id, known.id, 'the one of which more is known stays');
});

scenario('a lead about to become a deal is told of its like and merged with it', async ({ ui, core, page, shot }) => {
  const deal = await core.deal(TITLE);
  const { organization } = await core.detail(deal.id);
  const made = await core.call('create_lead', { title: 'Chillers again', value: { minor: 5_000_000, currency: 'EUR' }, expected_close: null, organization: { by: 'id', value: organization.id }, person: null, source: null, labels: [] });
  const lead = made.created[0].id;
  await ui.go('leads');
  await page.locator(`[data-lead-id="${lead}"]`).first().click();
  await ui.rest();
  await page.getByRole('button', { name: /^Convert to deal/ }).first().click();
  await ui.by('convert-similar').waitFor();
  await ui.rest();
  await shot('convert-similar');
  await ui.by('convert-similar').locator('.similar__row').filter({ hasText: TITLE }).getByTestId('similar-deal').click();
  await dialog(ui).waitFor();
  await ui.rest();
  await shot('merge-lead-deal');
  assert.equal(await core.call('lead_detail', { id: lead }).then((one) => one.lead.status), 'open', 'nothing happens before it is confirmed');
  await ui.by('merge-confirm').click();
  await dialog(ui).waitFor({ state: 'detached' });
  await ui.rest();
  const now = await core.call('lead_detail', { id: lead });
  assert.deepEqual([now.lead.status, now.deal.id], ['converted', deal.id]);
  await ui.undo();
  assert.equal(await core.call('lead_detail', { id: lead }).then((one) => one.lead.status), 'open', 'one undo takes all of it back');
});

for (const [language, scheme] of [['fr-FR', 'light'], ['zh-CN', 'dark']]) {
  scenario(`the comparison reads well in ${language}, ${scheme}, also in a narrow window`, { locale: language, scheme, sample: language.slice(0, 2) }, async ({ ui, core, page, shot }) => {
    const cards = (await core.board(null, {}, 50)).columns.flatMap((column) => column.cards).slice(0, 3);
    await core.call('lose_deals', { ids: [cards[1].id], reason: null, note: '' });
    await ui.board.card(cards[0].title).click({ modifiers: ['Control'] });
    await ui.board.card(cards[2].title).click({ modifiers: ['Control'] });
    await ui.rest();
    await ui.by('sel-merge').click();
    await ui.rest();
    await shot(`merge-${language}`);
    assert.deepEqual(await findings(page, '[data-testid="merge-dialog"]'), []);
    await page.setViewportSize({ width: 720, height: 700 });
    await ui.rest();
    await ui.assertNoSidewaysScroll();
    await shot(`merge-${language}-narrow`);
  });
}
