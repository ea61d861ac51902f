/** Mails saved as files and other files, dropped on a record or chosen for it. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios, scratch, until } from './harness.mjs';

const scenario = scenarios();
const folder = scratch('mail');
const TITLE = 'Two packaged chillers';

const mail = (id, { from = 'Sophie Lambert <sophie@orchard.example>', subject = 'Low-noise version' } = {}) =>
  `From: ${from}\r\nTo: me@satchel.example\r\nDate: Mon, 23 Nov 2026 16:40:00 +0100\r\nSubject: ${subject}\r\nMessage-ID: <${id}@orchard.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe board agreed, <b>go ahead</b>.\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="site plan.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n`;

/** Lets go of files over an element, as the desktop would. */
async function dropOn(page, locator, files, { only = null } = {}) {
  const box = await locator.boundingBox();
  const data = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const [name, content] of list) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  const at = { clientX: box.x + Math.min(40, box.width / 2), clientY: box.y + Math.min(30, box.height / 2), dataTransfer: data, bubbles: true, cancelable: true };
  for (const type of only ? [only] : ['dragover', 'drop']) await page.evaluate(([kind, x, y, transfer]) => document.elementFromPoint(x, y).dispatchEvent(new DragEvent(kind, { clientX: x, clientY: y, dataTransfer: transfer, bubbles: true, cancelable: true })), [type, at.clientX, at.clientY, data]);
}

const said = async (core, kind, id) => (await core.call('timeline', { record: { kind, id }, filter: 'notes', before: null, limit: 50 })).entries.map((entry) => entry.what).filter((what) => what.type === 'message');

scenario('a mail dropped on a card becomes a message of that deal, shown as text; once', async ({ ui, core, page, shot }) => {
  const deal = await core.deal(TITLE);
  const before = (await said(core, 'deal', deal.id)).length;
  const card = ui.board.card(TITLE);
  await dropOn(page, card, [['low-noise.eml', mail('m1')]], { only: 'dragover' });
  await until('the frame', () => card.evaluate((element) => element.matches('[data-files-over]')));
  await shot('mail-over');
  await dropOn(page, card, [['low-noise.eml', mail('m1')]]);
  await ui.toastSays('Mail “Low-noise version” logged on “Two packaged chillers”');
  const mails = await said(core, 'deal', deal.id);
  assert.equal(mails.length, before + 1);
  assert.deepEqual([mails[0].subject, mails[0].files.map((file) => file.name)], ['Low-noise version', ['site plan.pdf']]);
  await dropOn(page, card, [['copy.eml', mail('m1')]]);
  await ui.toastSays('“Low-noise version” is already here');
  await ui.drawer.open(TITLE);
  const entry = ui.by('mail').filter({ hasText: 'The board agreed' });
  await entry.waitFor();
  assert.match(await entry.innerText(), /<b>go ahead<\/b>/, 'markup stays text');
  await shot('mail-drawer');
  await entry.getByRole('button', { name: /site plan\.pdf/ }).click();
  await until('it opened', async () => (await core.opened()).some((one) => one.folder === false));
  await ui.undo();
  assert.equal((await said(core, 'deal', deal.id)).length, before);
});

scenario('files dropped on the drawer are its files; what is broken is named; a file is removed and comes back', async ({ ui, core, page, shot }) => {
  const deal = await core.deal(TITLE);
  await ui.drawer.open(TITLE);
  await dropOn(page, ui.by('composer'), [['photo of roof.png', 'png'], ['broken.eml', 'no mail'], ['setup.exe', 'MZ']]);
  await ui.toastSays('“broken.eml” is not a mail');
  const rows = ui.by('file');
  await until('the files', async () => (await rows.count()) === 2);
  await shot('files-block');
  await rows.filter({ hasText: 'setup.exe' }).getByRole('button', { name: /setup\.exe/ }).first().click();
  await until('only shown', async () => (await core.opened()).at(-1)?.folder === true);
  await rows.filter({ hasText: 'photo of roof.png' }).getByRole('button', { name: /More for/ }).click();
  await ui.choose('Remove');
  await until('one left', async () => (await rows.count()) === 1);
  await ui.undo();
  await until('both back', async () => (await rows.count()) === 2);
  assert.equal((await core.call('attachments', { record: { kind: 'deal', id: deal.id } })).files.length, 2);
});

scenario('a mail dropped on a row of the inbox, of the contacts or of a list is kept on that record', async ({ ui, core, page, shot }) => {
  await ui.go('leads');
  const row = ui.by('lead-row').nth(1);
  const lead = await row.getAttribute('data-lead-id');
  await dropOn(page, row, [['inbox.eml', mail('row1', { subject: 'To the inbox' })]], { only: 'dragover' });
  await until('the frame', () => row.evaluate((element) => element.matches('[data-files-over]')));
  await shot('mail-over-row');
  await dropOn(page, row, [['inbox.eml', mail('row1', { subject: 'To the inbox' })]]);
  await until('the message', async () => (await said(core, 'lead', lead)).some((one) => one.subject === 'To the inbox'));
  await ui.go('contacts');
  const contact = ui.by('contact-row').first();
  const organization = await contact.getAttribute('data-id');
  await dropOn(page, contact, [['firm.eml', mail('row2', { subject: 'To the firm' })]]);
  await until('the message', async () => (await said(core, 'organization', organization)).some((one) => one.subject === 'To the firm'));
  await ui.go('board');
  await ui.list();
  const line = ui.by('list-row').first();
  const deal = await line.getAttribute('data-id');
  await dropOn(page, line, [['line.eml', mail('row3', { subject: 'To the line' })]]);
  await until('the message', async () => (await said(core, 'deal', deal)).some((one) => one.subject === 'To the line'));
});

scenario('a mail chosen from a file for a lead; the deal and the lead both show what was said', async ({ ui, core, page, shot }) => {
  const path = join(folder, 'wish.eml');
  writeFileSync(path, mail('m2', { subject: 'A wish' }));
  const deal = await core.deal(TITLE);
  await core.willPick(path);
  await ui.drawer.open(TITLE);
  await ui.by('composer').getByRole('tab', { name: 'Mail' }).click();
  await page.getByRole('button', { name: /From a mail file/ }).click();
  await ui.toastSays('Mail “A wish” logged');
  const { created } = await core.call('convert_to_leads', { ids: [deal.id], from_list: false });
  await page.keyboard.press('Escape');
  await ui.go('leads');
  await page.getByText(TITLE).first().click();
  await ui.by('lead-detail').waitFor();
  const entry = ui.by('lead-detail').getByTestId('mail').filter({ hasText: 'A wish' });
  await entry.waitFor();
  await ui.by('lead-detail').getByTestId('file').filter({ hasText: 'site plan.pdf' }).waitFor();
  await shot('mail-lead');
  for (const [kind, id] of [['deal', deal.id], ['lead', created[0].id]]) assert.ok((await said(core, kind, id)).some((one) => one.subject === 'A wish'), kind);
});
