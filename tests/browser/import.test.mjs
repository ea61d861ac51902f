/** A list brought in by its four steps: read, mapped, checked row by row, done and undone; again, it changes nothing. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios, scratch, still, until } from './harness.mjs';

const scenario = scenarios();
const folder = scratch('import');

const HEAD = 'Id;Title;Organization;Person;Value;Stage;Close date;Floor area';
const ROWS = [
  'A-1;Cold store north;Fenland Cold Stores;Agnieszka Nowak;12.345,60;Qualified;31.01.2027;1.200,5',
  'A-2;"Line; with a semicolon";Neukunde Süd GmbH;Jörg Weiß;900,00;Site visit;15.02.2027;80,25',
  'A-3;Third of them;;;1.000.000,05;Negotiation;;',
];

function file(name, rows) {
  const path = join(folder, name);
  writeFileSync(path, [HEAD, ...rows, ''].join('\r\n'));
  return path;
}

const count = async (ui, outcome) => Number(await ui.by(`import-count-${outcome}`).getAttribute('data-count'));
const counts = async (ui) => Object.fromEntries(await Promise.all(['create', 'update', 'unchanged', 'refuse'].map(async (one) => [one, await count(ui, one)])));

const column = (ui, name) => ui.by('import-column').and(ui.page.locator(`[data-column="${name}"]`));

/** Says what a column fills. */
async function aim(ui, name, typed, target) {
  const field = column(ui, name).getByRole('combobox').first();
  await field.click();
  await field.fill(typed);
  await ui.page.getByRole('option', { name: target }).first().click();
  await ui.rest();
}

async function check(ui) {
  await ui.by('import-next').click();
  await ui.by('import-count-create').waitFor();
  await ui.rest();
}

async function run(ui) {
  await ui.by('import-run').click();
  await ui.by('import-done').waitFor();
  await ui.rest();
}

async function findDeal(core, title) {
  const { hits } = await core.call('search', { text: title, kinds: ['deal'], limit: 10 });
  const hit = hits.find((one) => one.title === title);
  return hit ? core.detail(hit.id) : null;
}

scenario('semicolons, decimal commas and d.m.Y are read, checked, imported and undone; a second time nothing changes', async (stage) => {
  const { ui, core, shot } = stage;
  const before = still(await core.board());
  const path = file('list.csv', ROWS);
  await stage.ui.importColumns(path);
  await shot('import-columns');
  await ui.by('import-step-file').click();
  await shot('import-file');
  await ui.by('import-next').click();
  for (const [name, target] of [['Id', /External id|Id/], ['Title', /Title/], ['Organization', /Organization/], ['Person', /Person/], ['Value', /Value/], ['Stage', /Stage/]]) {
    assert.match(await column(ui, name).getByRole('combobox').first().inputValue(), target, name);
  }
  await aim(ui, 'Close date', 'expected', 'Expected close');
  await aim(ui, 'Floor area', 'new', /Floor area/);
  assert.match(await column(ui, 'Value').innerText(), /12,345\.6/, 'how an amount is read stands beside it');
  await check(ui);
  await shot('import-check');
  assert.deepEqual(await counts(ui), { create: 3, update: 0, unchanged: 0, refuse: 0 });
  assert.match(await ui.by('import-side').innerText(), /Neukunde Süd GmbH/);
  assert.deepEqual(still(await core.board()), before, 'a check writes nothing');
  await run(ui);
  await shot('import-done');
  const first = await findDeal(core, 'Cold store north');
  assert.deepEqual([first.deal.value, first.deal.expected_close, first.organization.name, first.deal.external_ids.map((one) => one.key)], [{ minor: 1_234_560, currency: 'EUR' }, '2027-01-31', 'Fenland Cold Stores', ['A-1']]);
  assert.equal(first.fields.find((one) => one.field.name === 'Floor area').value, '1200.5');
  const second = await findDeal(core, 'Line; with a semicolon');
  assert.deepEqual([second.deal.value.minor, second.people[0]?.name, second.organization.name], [90_000, 'Jörg Weiß', 'Neukunde Süd GmbH']);
  assert.equal((await findDeal(core, 'Third of them')).deal.value.minor, 100_000_005);
  const imported = still(await core.board());

  // Again: remembered, and nothing to do.
  await ui.by('import-again').click();
  await stage.ui.importColumns(path);
  await check(ui);
  assert.deepEqual(await counts(ui), { create: 0, update: 0, unchanged: 3, refuse: 0 });
  assert.equal(await ui.by('import-run').isEnabled(), false);
  assert.deepEqual(still(await core.board()), imported);

  // One row changed: an update, field by field.
  await ui.by('import-step-file').click();
  await stage.ui.importColumns(file('list.csv', [ROWS[0].replace('12.345,60', '13.000,00'), ...ROWS.slice(1)]));
  await check(ui);
  assert.deepEqual(await counts(ui), { create: 0, update: 1, unchanged: 2, refuse: 0 });
  await ui.by('import-count-update').click();
  await ui.rest();
  assert.match(await ui.by('import-row').innerText(), /Value.*€12,345\.60.*→.*€13,000/s);
  await shot('import-update');
  await run(ui);
  assert.equal((await findDeal(core, 'Cold store north')).deal.value.minor, 1_300_000);
  await ui.by('import-undo').click();
  await until('the old value', async () => (await findDeal(core, 'Cold store north')).deal.value.minor === 1_234_560);
  await ui.rest();
  await ui.undo();
  assert.deepEqual(still(await core.board()), before);
  await ui.go('board');
  await ui.board.assertAsInCore();
});

scenario('rows that cannot be read are named by row and column, the others go in', async (stage) => {
  const { ui, core, shot } = stage;
  await stage.ui.importColumns(file('broken.csv', [ROWS[0], 'B-2;Bad amount;;;abc;Qualified;01.03.2027;1,5', 'B-3;Bad day;;;10,00;Qualified;31.02.2027;2,5', 'B-4;;;;5,00;Qualified;;', ROWS[1]]));
  await aim(ui, 'Close date', 'expected', 'Expected close');
  await check(ui);
  assert.deepEqual(await counts(ui), { create: 2, update: 0, unchanged: 0, refuse: 3 });
  await ui.by('import-count-refuse').click();
  await ui.rest();
  await until('the refused rows', async () => (await ui.by('import-row').count()) === 3);
  await shot('import-refused');
  const rows = await ui.by('import-row').allInnerTexts();
  assert.match(rows[0], /^3\b[\s\S]*Value[\s\S]*abc/);
  assert.match(rows[1], /^4\b[\s\S]*Close date[\s\S]*31\.02\.2027/);
  assert.match(rows[2], /^5\b[\s\S]*title/i);
  await run(ui);
  assert.equal(await ui.by('import-total-create').getAttribute('data-count'), '2');
  assert.match(await ui.by('import-refused').innerText(), /abc/);
  assert.ok(await findDeal(core, 'Cold store north'));
  assert.equal(await findDeal(core, 'Bad amount'), null);
});

scenario('a file that is none says so and changes nothing', { refusals: ['import_open: file_unreadable'] }, async (stage) => {
  const { ui, core } = stage;
  await core.willPick(join(folder, 'not-there.csv'));
  await ui.palette.run('Import', 'Import');
  await ui.by('import-pick').click();
  await ui.by('import-error').waitFor();
  assert.match(await ui.by('import-error').innerText(), /This file cannot be read/);
});

scenario('leaving the page and coming back finds the wizard where it was', async (stage) => {
  const { ui } = stage;
  await stage.ui.importColumns(file('later.csv', ROWS));
  await ui.go('board');
  await ui.palette.run('Import', 'Import');
  assert.equal(await ui.by('import').getAttribute('data-step'), 'columns');
});

scenario('a picker that is dismissed changes nothing', async ({ ui }) => {
  await ui.palette.run('Import', 'Import');
  await ui.by('import-pick').click();
  await ui.rest();
  assert.equal(await ui.by('import-entity-deal').count(), 0);
  assert.equal(await ui.by('import-error').count(), 0);
});
