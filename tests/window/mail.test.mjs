/**
 * A mail saved as a file comes to a deal in the real window, the deal becomes a lead, and it is read on both. A drop
 * from the desktop cannot be made under Xvfb with WebDriver; one mail is chosen by the button instead, and another is
 * given to the two commands that the page calls with the paths of a drop.
 */
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, openBoard, page } from './desk.mjs';
import { dealIds, rows, soundness, value } from './file.mjs';
import { card, hook } from './pages.mjs';
import { importParcels } from './parcel.mjs';

let id;
let second;

const mail = (name) =>
  `From: Zoe <zoe@laiterie.example>\r\nTo: me@satchel.example\r\nDate: Fri, 20 Nov 2026 09:15:00 +0000\r\nSubject: ${name}\r\nMessage-ID: <${name}@laiterie.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nText of ${name}\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="${name}.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--b--\r\n`;

before(async () => {
  await importParcels(desk, 3);
  const first = join(desk.home, 'first.eml');
  second = join(desk.home, 'second.eml');
  writeFileSync(first, mail('first'));
  writeFileSync(second, mail('second'));
  await openBoard({ SATCHEL_PICK_FILE: first });
  [id] = dealIds(desk.dataDir);
});

const messages = () => value(desk.dataDir, 'SELECT count(*) FROM messages');

test('a mail chosen from a file becomes a message of the deal, with its enclosure kept in the data folder', async () => {
  await hand.click(card(id));
  await page.appears(hook('deal-detail'));
  await hand.click(`${hook('composer')} [role="tab"]`, { text: 'Mail' });
  await hand.click(`${hook('composer')} button`, { text: 'From a mail file…' });
  await until('the message in the file', () => messages() === 1);
  await page.appears(hook('mail'));
  assert.match(await page.text(hook('mail')), /first.*Text of first.*first\.pdf/s);
  const [kept] = rows(desk.dataDir, 'SELECT name, lower(hex(hash)) AS hash FROM attachments');
  assert.equal(kept.name, 'first.pdf');
  assert.deepEqual(readdirSync(join(desk.dataDir, 'files', kept.hash.slice(0, 2))), [kept.hash.slice(2)]);
});

test('a mail dropped on the deal is added by what the drop asks of the core', async () => {
  const on = { kind: 'deal', id };
  const read = await page.call('read_files', { on, files: [{ by: 'path', value: second }] });
  assert.deepEqual(read.refused, []);
  await page.call('add_files', { on, mails: read.mails, files: read.files });
  await until('it in the drawer', async () => (await page.count(hook('mail'))) === 2);
  const again = await page.call('read_files', { on, files: [{ by: 'path', value: second }] });
  assert.equal(again.refused[0].why.code, 'mail_there');
});

test('the deal becomes a lead, and what was written is read on both', async () => {
  const { created } = await page.call('convert_to_leads', { ids: [id], from_list: false });
  await page.call('add_note', { on: { kind: 'lead', id: created[0].id }, body: 'Looked at' });
  for (const [kind, record] of [['deal', id], ['lead', created[0].id]]) {
    const told = await page.call('timeline', { record: { kind, id: record }, filter: 'notes', before: null, limit: 50 });
    const subjects = told.entries.map((entry) => entry.what.subject).filter(Boolean);
    assert.ok(subjects.includes('first') && subjects.includes('second'), `${kind}: ${subjects}`);
  }
  await page.appears(hook('mail'));
  assert.match(await page.text(hook('deal-detail')), /Text of first/, 'the deal in the trash can be read');
  await hand.click(`${hook('deal-detail')} .link`);
  await page.appears(hook('lead-detail'));
  await until('the mails on the lead', async () => /Text of second[\s\S]*Text of first|Text of first[\s\S]*Text of second/.test((await page.text(hook('lead-detail'))) ?? ''));
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
});
