/** What is done with the rows of a list: ticked ones, the focused one, all that is shown. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';
import { QUERY, listOf, lose } from './lists.mjs';

const scenario = scenarios();

scenario('three lost deals come back through Actions, Unarchive, and leave the list; Ctrl+Z takes it back', { prepare: lose }, async (stage) => {
  const { ui, core, shot } = stage;
  const list = listOf(stage);
  await list.open();
  await list.presets('lost');
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.id));
  const before = await list.count();
  await list.tick(...titles);
  assert.match(await ui.by('list-bar').innerText(), /^3/);
  await shot('list-ticked');
  await list.act('Unarchive');
  await ui.toastSays('3 deals restored');
  await until('three fewer', async () => (await list.count()) === before - 3);
  assert.deepEqual((await list.titles()).filter((title) => titles.includes(title)), []);
  for (const id of ids) assert.equal((await core.detail(id)).deal.status, 'open');
  await ui.undo();
  await until('all lost again', async () => (await list.count()) === before);
  for (const id of ids) assert.equal((await core.detail(id)).deal.status, 'lost');
});

scenario('the menu of acts offers what fits the ticked rows; deleting stands last', async (stage) => {
  const { ui, page } = stage;
  const list = listOf(stage);
  const offered = async () => {
    await ui.by('list-actions').click();
    const names = (await page.getByRole('menuitem').allInnerTexts()).map((name) => name.split('\n')[0].trim());
    await page.keyboard.press('Escape');
    await ui.rest();
    return names;
  };
  await list.open();
  const open = await list.titles();
  await list.tick(...open.slice(0, 2));
  const names = await offered();
  for (const name of ['Restore', 'Reopen', 'Unarchive', 'Recover']) assert.ok(!names.includes(name), name);
  assert.deepEqual([names[1], names.at(-1)], ['Merge', 'Delete']);
  await ui.by('select-all').click();
  await ui.rest();
  // Rows that were never read may be anything.
  const all = await offered();
  for (const name of ['Reopen', 'Unarchive', 'Recover']) assert.ok(all.includes(name), name);
});

/** As many deals as an import would make. */
const deals = (count) => async (core) => {
  const { pipelines } = await core.catalog();
  for (let at = 0; at < count; at += 1) {
    await core.call('create_deal', { title: `Pump ${String(at).padStart(3, '0')}`, pipeline: pipelines[0].id, stage: pipelines[0].stages[0].id, place: { at: 'bottom' }, value: { minor: 100_00, currency: 'EUR' }, expected_close: null, organization: null, person: null, source: null, labels: [] });
  }
};

scenario('a hundred ticked deals become leads at once; of a hundred and one the first hundred are offered', { sample: null, prepare: deals(101) }, async (stage) => {
  const { ui, core, page } = stage;
  if ((await ui.by('start-empty').count()) > 0) await ui.by('start-empty').click();
  const list = listOf(stage);
  await list.open();
  await list.rows().first().focus();
  await ui.press('Control+a');
  await ui.by('bulk-convert').click();
  await ui.by('convert-over').waitFor();
  assert.match(await ui.by('convert-over').innerText(), /101 are chosen; one run takes 100/);
  await page.keyboard.press('Escape');
  assert.equal((await core.leads()).total, 0);
  await ui.by('bulk-convert').click();
  await ui.by('convert-over').waitFor();
  await ui.by('convert-save').click();
  await until('one deal left', async () => (await list.count()) === 1);
  assert.equal((await core.leads()).total, 100);
  await ui.undo();
  await until('all back', async () => (await list.count()) === 101);
});

scenario('where a list shows nothing, converting what is shown is off and says why', async (stage) => {
  const { ui, page } = stage;
  const list = listOf(stage);
  await list.open();
  const entry = page.getByRole('menuitem', { name: /^Convert what is shown/ });
  const more = ui.button('More for this list');
  await more.click();
  assert.doesNotMatch(await entry.innerText(), /Nothing is shown/);
  await page.keyboard.press('Escape');
  await ui.by('list-search').fill('nobody sells this');
  await until('no row', async () => (await list.rows().count()) === 0);
  await ui.rest();
  await more.click();
  assert.match(await entry.innerText(), /Nothing is shown that could be converted/);
  assert.equal(await entry.getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Escape');
  await ui.palette.open();
  await ui.palette.find('convert what');
  assert.equal(await ui.palette.item('Convert what is shown').count(), 0);
});

scenario('many are edited at once: counted before, one step of undo', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 3).map((row) => row.dataset.id));
  const before = await Promise.all(ids.map(async (id) => (await core.detail(id)).deal));
  await list.tick(...titles);
  await ui.press('e');
  await ui.by('bulk-edit-dialog').waitFor();
  await ui.by('bulk-add-field').getByRole('combobox').fill('Value');
  await page.getByRole('option', { name: 'Value', exact: true }).click();
  const field = page.locator('[data-testid="bulk-field"][data-field="value"] input');
  await field.fill('777');
  await field.blur();
  await until('the count', async () => (await ui.by('bulk-count').innerText()).startsWith('3 records would change'));
  await shot('list-bulk-edit');
  await ui.by('bulk-apply').click();
  await ui.by('bulk-edit-dialog').waitFor({ state: 'detached' });
  for (const deal of before) assert.equal((await core.detail(deal.id)).deal.value.minor, 77_700);
  await ui.undo();
  for (const deal of before) assert.deepEqual((await core.detail(deal.id)).deal.value, deal.value);
});

scenario('a label and an owner are given to the ticked rows from the bar, each as one step', { prepare: (core) => core.call('create_colleague', { name: 'Noor de Vries', email: null }) }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 2);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.id));
  const [label] = (await core.catalog()).labels;
  const noor = (await core.catalog()).colleagues.find((one) => one.name === 'Noor de Vries');
  const deals = () => Promise.all(ids.map(async (id) => (await core.detail(id)).deal));
  const before = await deals();
  await list.tick(...titles);
  await ui.by('bulk-labels').click();
  await ui.rest();
  await shot('list-bulk-label');
  await page.getByRole('option', { name: label.name }).click();
  await until('the label on both', async () => (await deals()).every((deal) => deal.labels.includes(label.id)));
  await ui.undo();
  assert.deepEqual((await deals()).map((deal) => deal.labels), before.map((deal) => deal.labels));
  await list.tick(...titles);
  await ui.by('bulk-owner').click();
  await page.getByRole('option', { name: 'Noor de Vries' }).click();
  await until('the owner of both', async () => (await deals()).every((deal) => deal.owner === noor.id));
  await list.tick(...titles);
  await ui.by('bulk-owner').click();
  await page.getByRole('option', { name: 'Nobody' }).click();
  await until('nobody', async () => (await deals()).every((deal) => deal.owner === null));
});

scenario('two ticked rows of any list are merged; six say why not', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await ui.go('contacts');
  await page.getByRole('radio', { name: 'List', exact: true }).click();
  await ui.by('list-row').first().waitFor();
  await ui.rest();
  const all = await list.count();
  const boxes = list.rows().getByRole('checkbox');
  for (let at = 0; at < 6; at += 1) await boxes.nth(at).click();
  assert.equal(await ui.by('bulk-merge').count(), 0);
  await ui.by('list-actions').click();
  const entry = page.getByRole('menuitem', { name: /^Merge/ });
  assert.match(await entry.innerText(), /2 to 5/);
  await shot('list-merge-six');
  await page.keyboard.press('Escape');
  for (let at = 2; at < 6; at += 1) await boxes.nth(at).click();
  await ui.by('bulk-merge').click();
  await ui.by('merge-dialog').waitFor();
  await ui.rest();
  await ui.by('merge-confirm').click();
  await until('one row less', async () => (await list.count()) === all - 1);
  await ui.by('list-bar').waitFor({ state: 'detached' });
  await ui.undo();
  await until('all again', async () => (await list.count()) === all);
  assert.equal((await core.call('list_totals', { ...QUERY, entity: 'organization' })).totals.count, all);
});

scenario('a converted deal that is recovered from the list asks what becomes of the lead it was', { prepare: async (core) => {
  const [card] = (await core.board()).columns[0].cards;
  await core.call('convert_to_leads', { ids: [card.id], from_list: false });
} }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  const { deal, lead } = (await core.leads()).rows.map((row) => ({ lead: row.id, deal: row.title }))[0];
  await list.open();
  await list.presets('deleted');
  await list.row(deal).click({ button: 'right' });
  await ui.choose('Recover');
  await ui.by('left-leads').waitFor();
  await shot('list-left-leads');
  await ui.by('left-leads-remove').click();
  await until('the lead in the trash', async () => (await core.call('lead_detail', { id: lead })).lead.deleted_at !== null);
  await ui.rest();
  await ui.undo();
  await ui.undo();
  await until('the deal deleted again', async () => (await list.row(deal).count()) === 1);
  await list.tick(deal);
  await list.act('Recover');
  await ui.by('left-leads').waitFor();
  await ui.by('left-leads-keep').click();
  assert.equal((await core.call('lead_detail', { id: lead })).lead.deleted_at, null);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

scenario('W, L and Del act on the focused row of a list, and the focus stays at its place', async (stage) => {
  const { ui, core, page } = stage;
  const list = listOf(stage);
  await list.open();
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 4).map((row) => row.dataset.id));
  const status = async (at) => (await core.detail(ids[at])).deal.status;
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id'));
  await list.rows().nth(1).focus();
  await ui.press('w');
  await until('the second won', async () => (await status(1)) === 'won');
  await until('the focus on the row that closed up', async () => (await focused()) === ids[2]);
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('the third lost', async () => (await status(2)) === 'lost');
  await until('the focus on the row that closed up', async () => (await focused()) === ids[3]);
  await ui.press('Delete');
  await page.getByRole('dialog').waitFor();
  await ui.press('Escape');
  assert.deepEqual([await status(0), await status(3)], ['open', 'open']);
  assert.equal(await focused(), ids[3], 'a question that was left gives the focus back');

  // The same in the other lists, by the menu of their rows.
  await ui.go('leads');
  await page.getByRole('radio', { name: 'List' }).click();
  await list.rows().first().waitFor();
  const lead = await list.rows().first().getAttribute('data-id');
  await list.rows().first().focus();
  await ui.press('Delete');
  await until('the lead in the trash', async () => (await core.call('lead_detail', { id: lead })).lead.deleted_at !== null);
});

scenario('the palette offers what can be done with ticked rows, and nothing of it once a record lies over them', async (stage) => {
  const { ui, core, page, shot } = stage;
  const list = listOf(stage);
  await list.open();
  const titles = (await list.titles()).slice(0, 3);
  const ids = await list.rows().evaluateAll((rows) => rows.slice(0, 2).map((row) => row.dataset.id));
  await list.tick(titles[0]);
  await ui.palette.open();
  await ui.palette.find('lost', `Mark as lost: “${titles[0]}”`);
  await page.keyboard.press('Escape');
  await list.tick(titles[1]);
  await ui.palette.open();
  await ui.palette.find('won', 'Mark as won: 2 selected');
  await shot('palette-ticked');
  await page.keyboard.press('Enter');
  await until('both won', async () => (await Promise.all(ids.map(async (id) => (await core.detail(id)).deal.status))).every((status) => status === 'won'));
  await until('no ticks', async () => (await ui.by('list-bar').count()) === 0);
  await list.tick(titles[2]);
  await list.rows().nth(3).locator('[data-field="title"]').click();
  await ui.drawer.element.waitFor();
  await ui.palette.open();
  await ui.palette.find('archive');
  assert.equal(await ui.palette.item('Archive: ').count(), 0);
});

scenario('lost leads are found in their list and come back through Actions', { prepare: async (core) => {
  const rows = (await core.leads()).rows.slice(0, 3);
  await core.call('lose_leads', { ids: rows.map((row) => row.id), reason: null, note: '' });
} }, async (stage) => {
  const { ui, core, shot } = stage;
  const list = listOf(stage);
  const lost = (await core.leads({ lost: true })).rows.map((row) => row.title);
  await ui.go('leads');
  await ui.page.getByRole('radio', { name: 'List' }).click();
  await ui.by('list-row').first().waitFor();
  await list.presets('lost');
  await until('the lost ones', async () => (await list.count()) === lost.length);
  await shot('list-leads');
  await list.tick(...lost.slice(0, 2));
  await list.act('Unarchive');
  await until('two fewer', async () => (await list.count()) === lost.length - 2);
  assert.equal((await core.leads({ lost: true })).total, lost.length - 2);
});
