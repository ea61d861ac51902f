/** Exports from lists, reports and settings: the file says what the screen says, and comes back as an update. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios, scratch, until } from './harness.mjs';

const scenario = scenarios();
const folder = scratch('export');

/** The rows of a CSV file without line breaks in its cells. */
function rows(path) {
  const text = readFileSync(path, 'utf8');
  assert.equal(text.codePointAt(0), 0xfeff, 'a mark at the beginning');
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((cell) => (cell[1] === undefined ? cell[2] : cell[1].replaceAll('""', '"'))));
}

const written = (ui, name) => ui.by('toast').filter({ hasText: name }).filter({ hasText: 'written' }).waitFor();

async function exportAs(ui, core, path, format) {
  await core.willPick(path);
  await ui.by('list-foot').getByRole('button', { name: 'Export this list' }).click();
  await ui.choose(format);
}

scenario('a list is exported as it is shown, and its ticked rows; the file is shown in its folder', async ({ ui, core, page, shot }) => {
  await ui.list();
  await ui.by('head-value').click();
  await ui.rest();
  const path = join(folder, 'list.csv');
  await ui.by('list-foot').getByRole('button', { name: 'Export this list' }).click();
  await shot('export-menu');
  await page.keyboard.press('Escape');
  await exportAs(ui, core, path, 'Export as CSV');
  await written(ui, 'list.csv');
  await shot('export-done');
  const all = rows(path);
  assert.equal(all.length - 1, Number((await ui.by('list-count').innerText()).replaceAll(/\D/g, '')), 'as many rows as the list has');
  const heads = await page.getByRole('columnheader').allInnerTexts();
  const shown = heads.map((head) => head.trim()).filter((head) => head !== '' && head !== 'More');
  assert.deepEqual(all[0].filter((head) => !head.endsWith('(currency)')), ['Satchel ID', ...shown]);
  const value = all[0].indexOf('Value');
  const values = all.slice(1).map((row) => row[value]).filter((cell) => cell !== '').map(Number);
  assert.deepEqual(values, values.toSorted((a, b) => a - b), 'in the order of the list');
  await ui.by('toast').getByRole('button', { name: 'Show file' }).click();
  await until('it is shown', async () => (await core.opened()).length === 1);

  for (const at of [0, 2]) await ui.by('list-row').nth(at).getByRole('checkbox').click();
  await ui.by('list-bar').waitFor();
  await core.willPick(join(folder, 'ticked.csv'));
  await ui.by('list-actions').click();
  await ui.choose('Export as CSV');
  await written(ui, 'ticked.csv');
  assert.deepEqual(rows(join(folder, 'ticked.csv')).slice(1), [all[1], all[3]]);
});

scenario('an export that was edited comes back as an update', async ({ ui, core, shot }) => {
  await ui.list();
  const path = join(folder, 'edited.csv');
  await exportAs(ui, core, path, 'Export as CSV');
  await written(ui, 'edited.csv');
  const [head, first, ...rest] = rows(path);
  const id = first[0];
  first[head.indexOf('Title')] = 'Called another way';
  const quoted = [head, first, ...rest].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','));
  writeFileSync(path, quoted.join('\r\n'));
  await ui.importColumns(path);
  await shot('export-import-columns');
  await ui.by('import-next').click();
  await ui.by('import-count-update').waitFor();
  await ui.rest();
  const count = async (outcome) => Number(await ui.by(`import-count-${outcome}`).getAttribute('data-count'));
  await shot('export-import-check');
  assert.deepEqual([await count('create'), await count('update'), await count('unchanged'), await count('refuse')], [0, 1, rest.length, 0]);
  await ui.by('import-run').click();
  await ui.by('import-done').waitFor();
  assert.equal((await core.detail(id)).deal.title, 'Called another way');
});

scenario('the table behind a chart is a file', async ({ ui, core, shot }) => {
  await ui.go('reports');
  const report = await core.call('report', { of: 'deals', period: { kind: 'last_twelve_months' }, pipeline: null, currency: null });
  const path = join(folder, 'stages.csv');
  await core.willPick(path);
  await ui.by('report-stages').getByRole('button', { name: 'Show as table' }).click();
  await shot('export-report');
  await ui.by('report-stages').getByTestId('export-table').click();
  await written(ui, 'stages.csv');
  const all = rows(path);
  assert.deepEqual(all[0].slice(0, 4), ['Stage', 'Lost', 'Value', 'Value (currency)']);
  assert.deepEqual(all.slice(1).map((row) => [Number(row[1]), Math.round(Number(row[2]) * 100), row[3]]), report.stages.map((slice) => [slice.lost.count, slice.lost.value, report.currency]));
});

for (const [language, locale, scheme] of [['en', 'en-GB', 'light'], ['fr', 'fr-FR', 'dark'], ['zh-CN', 'zh-CN', 'light']]) {
  const name = language === 'en' ? 'everything is exported from the settings, a sheet each' : `everything is exported from the settings in ${language}`;
  scenario(name, { sample: language, locale, scheme }, async ({ ui, core, page, shot }) => {
    await ui.list();
    await ui.by('list-foot').getByRole('button').last().click();
    await shot(`export-list-${language}`);
    await page.keyboard.press('Escape');
    await ui.settings('data');
    await ui.by('export-everything').waitFor();
    await shot(`export-settings-${language}`);
    const path = join(folder, `everything-${language}.xlsx`);
    await core.willPick(path);
    await ui.by('export-everything').click();
    await ui.by('toast').filter({ hasText: `everything-${language}.xlsx` }).getByRole('button').first().waitFor();
    await until('the file', () => existsSync(path));
    await shot(`export-everything-${language}`);
    assert.equal(readFileSync(path).subarray(0, 2).toString(), 'PK');
    assert.ok(readdirSync(folder).every((file) => !file.endsWith('.part')), 'nothing unfinished lies there');
  });
}

scenario('leads are exported with everything, also while they are switched off', { prepare: (core) => core.call('update_settings', { changes: [{ field: 'leads_enabled', value: false }] }) }, async ({ ui, core, page }) => {
  assert.equal(await ui.by('nav-leads').count(), 0);
  const count = async (entity) => (await core.call('list_totals', { entity, presets: [], filter: { all: [], any: [] }, text: '', pipeline: null })).totals.count;
  const kept = await count('lead');
  assert.ok(kept > 0);
  await ui.settings('data');
  await core.willPick(join(folder, 'with-leads.xlsx'));
  const answer = page.waitForResponse('**/command/export_list');
  await ui.by('export-everything').click();
  const done = await (await answer).json();
  assert.equal(done.rows, kept + (await count('deal')) + (await count('person')) + (await count('organization')));
  await written(ui, 'with-leads.xlsx');
});

scenario('where a file cannot be written is said, and nothing is left', { refusals: ['export_list: export_inside_data', 'export_list: export_no_folder'] }, async ({ ui, core, dir, shot }) => {
  await ui.list();
  await exportAs(ui, core, join(dir, 'mine.csv'), 'Export as CSV');
  await ui.by('toast').filter({ hasText: 'mine.csv cannot be written among the data of Satchel' }).waitFor();
  await shot('export-refused');
  await exportAs(ui, core, join(folder, 'no/such/a.csv'), 'Export as CSV');
  await ui.by('toast').filter({ hasText: 'does not exist' }).waitFor();
  assert.ok(!existsSync(join(dir, 'mine.csv')));
});
