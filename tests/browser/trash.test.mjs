/** The end of what lies in the trash, how long it stays there, and what becomes of a lead whose deal came back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Core, scenarios, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';
const OTHER = 'Oven hall ventilation';

const row = (ui, title) => ui.by('trash-row').filter({ hasText: title });

async function deleteBoth(core) {
  const ids = [(await core.deal(TITLE)).id, (await core.deal(OTHER)).id];
  await core.call('delete_deals', { ids, end: { how: 'closed' } });
  return ids;
}

scenario('one record is deleted for ever only after a tick; Cancel leaves it', async ({ ui, core, page, shot }) => {
  const [gone, stays] = await deleteBoth(core);
  const before = (await core.trash()).rows.map((one) => one.record.id);
  await ui.go('trash');
  await row(ui, TITLE).getByRole('button', { name: `Delete ${TITLE} for ever` }).click();
  const dialog = ui.by('end-dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /cannot be undone/);
  assert.equal(await ui.by('end-now').isDisabled(), true, 'not before the tick');
  await shot('trash-end-one');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.deepEqual((await core.trash()).rows.map((one) => one.record.id), before);
  await row(ui, TITLE).getByRole('button', { name: `Delete ${TITLE} for ever` }).click();
  await dialog.getByRole('checkbox').click();
  await ui.by('end-now').click();
  await dialog.waitFor({ state: 'detached' });
  await ui.toastSays('One record deleted for ever');
  await until('its row gone', async () => (await row(ui, TITLE).count()) === 0);
  assert.deepEqual((await core.trash()).rows.map((one) => one.record.id), before.filter((id) => id !== gone));
  assert.equal((await core.detail(stays)).read_only, true);
  await assert.rejects(core.detail(gone), { message: 'missing' });
  await ui.press('Control+h');
  await ui.by('history').waitFor();
  assert.doesNotMatch(await ui.by('history').innerText(), new RegExp(TITLE), 'the history no longer knows its name');
  await shot('trash-history');
  await page.keyboard.press('Escape');
});

scenario('the trash is emptied whole, and its bytes are gone from the directory', async ({ ui, core, page, shot, dir }) => {
  await deleteBoth(core);
  await core.call('delete_leads', { ids: [(await core.leads()).rows[0].id] });
  const count = (await core.trash()).rows.length;
  const holds = (text) => ['satchel.db', 'satchel.db-wal'].some((name) => readFileSync(join(dir, name)).includes(text));
  assert.equal(holds(TITLE), true);
  await ui.go('trash');
  await ui.by('empty-trash').click();
  const dialog = ui.by('end-dialog');
  await until('the count', async () => new RegExp(`${count} records go`).test(await dialog.innerText()));
  await dialog.getByRole('checkbox').click();
  await shot('trash-empty-it');
  await ui.by('end-now').click();
  await ui.toastSays(`Trash emptied: ${count} records deleted for ever`);
  await page.getByText('The trash is empty').waitFor();
  await shot('trash-emptied');
  await ui.rest();
  assert.equal(holds(TITLE), false);
  await ui.undo();
  assert.equal((await core.trash()).rows.length, 0, 'Ctrl+Z brings nothing back');
});

scenario('how long the trash keeps things is a setting, and each row says what is left', async ({ ui, core, page, shot }) => {
  await deleteBoth(core);
  const left = (title) => row(ui, title).getByTestId('days-left').innerText();
  await ui.go('trash');
  await until('the days', async () => (await left(TITLE)) === '30 days left' && (await left(OTHER)) === '30 days left');
  await shot('trash-days');
  await ui.settings('data');
  await page.getByRole('button', { name: 'Keep deleted records' }).or(page.getByLabel('Keep deleted records')).first().click();
  await page.getByRole('option', { name: '7 days' }).click();
  await ui.rest();
  assert.equal((await core.catalog()).settings.trash_days, 7);
  await shot('trash-setting');
  await ui.go('trash');
  await until('the days', async () => (await left(TITLE)) === '7 days left');
  await ui.undo();
  assert.equal((await core.catalog()).settings.trash_days, 30);
});

scenario('what had its days is gone at the next start', async (stage) => {
  await deleteBoth(stage.core);
  await stage.page.close();
  await stage.core.stop();
  stage.core = await Core.start(stage.dir, { env: { SATCHEL_NOW: '2026-12-23T09:30:00Z' } });
  const titles = async () => (await stage.core.trash()).rows.map((one) => one.record.name);
  assert.ok((await titles()).includes(TITLE), 'a day too early');
  await stage.core.stop();
  stage.core = await Core.start(stage.dir, { env: { SATCHEL_NOW: '2026-12-25T09:30:00Z' } });
  assert.deepEqual(await titles(), []);
});

scenario('a converted deal comes back; its lead stays unless it is sent to the trash', async ({ ui, core, shot }) => {
  const deal = await core.deal(TITLE);
  const { created } = await core.call('convert_to_leads', { ids: [deal.id], from_list: false });
  const lead = async () => (await core.call('lead_detail', { id: created[0].id })).lead;
  await ui.go('trash');
  await row(ui, TITLE).getByRole('button', { name: /Recover/ }).click();
  const prompt = ui.by('left-leads');
  await prompt.waitFor();
  assert.match(await prompt.innerText(), new RegExp(TITLE));
  await shot('left-leads');
  await ui.by('left-leads-keep').click();
  await prompt.waitFor({ state: 'detached' });
  assert.equal((await lead()).deleted_at, null);
  await ui.undo();
  await row(ui, TITLE).getByRole('button', { name: /Recover/ }).click();
  await ui.by('left-leads-remove').click();
  await until('the lead in the trash', async () => (await lead()).deleted_at !== null);
  assert.equal((await core.detail(deal.id)).deal.deleted_at, null);
});

scenario('an archived deal says so and comes back from there', async ({ ui, core, shot }) => {
  const deal = await core.deal(TITLE);
  await ui.drawer.open(TITLE);
  await core.call('archive_deals', { ids: [deal.id] });
  const strip = ui.by('archived-strip');
  await strip.waitFor();
  await shot('archived-strip');
  await strip.getByRole('button', { name: 'Unarchive' }).click();
  await strip.waitFor({ state: 'detached' });
  assert.equal((await core.detail(deal.id)).deal.archived_at, null);
});
