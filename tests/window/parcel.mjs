/**
 * Deals with everything on them: amount, date, organization, person, labels, product, fields of our own, open and done
 * activities, a note, messages. For tests of what travels when a deal becomes a lead.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rows } from './file.mjs';
import { dashed, inFile } from './pages.mjs';

const field = (name) => ({ column: name, target: { field: name } });
const own = (name, kind) => ({ column: name, target: { new_custom: { name, kind } } });
const MAP = {
  version: 1,
  entity: 'deal',
  columns: [
    ...['external_id', 'title', 'stage', 'value', 'currency', 'expected_close', 'organization', 'person', 'labels', 'product', 'note'].map(field),
    own('Roof', 'text'),
    own('Area', 'number'),
    own('Surveyed', 'date'),
  ],
};

/** Imports `count` deals into the first stage, with nobody there. The first stands on top. */
export async function importParcels(desk, count) {
  const lines = [MAP.columns.map((one) => one.column).join(',')];
  for (let row = 1; row <= count; row += 1) {
    const currency = row % 3 === 0 ? 'CHF' : 'EUR';
    const cells = [`P-${row}`, `Parcel ${row}`, 'Qualified', `${1000 * row}.5${row % 10}`, currency, `2027-03-${String((row % 28) + 1).padStart(2, '0')}`];
    const others = [`Plant ${row % 7}`, `Person ${row % 11}`, row % 2 ? 'Retrofit; Urgent' : 'Retrofit', `Chiller ${row % 4}`, `Seen on site ${row}`, `Flat ${row}`, `${row * 10}`, '2026-11-02'];
    lines.push([...cells, ...others].join(','));
  }
  const [file, map] = [join(desk.home, 'parcels.csv'), join(desk.home, 'parcels.json')];
  writeFileSync(file, lines.join('\n'));
  writeFileSync(map, JSON.stringify(MAP));
  const done = await desk.command(['import', file, '--map', map], { SATCHEL_LOCALE: 'en' });
  assert.equal(done.code, 0, done.stdout + done.stderr);
  assert.equal(JSON.parse(done.stdout).counts.create, count, done.stdout);
}

/** Adds what an import cannot: two open activities, one done, a message each way. */
export async function fillParcel(page, id) {
  const on = { kind: 'deal', id };
  const activity = { on, due_time: null, duration_minutes: null, note: '', done: false };
  await page.call('add_activity', { ...activity, kind: 'call', subject: 'Ask for the drawings', due_on: '2027-01-11' });
  await page.call('add_activity', { ...activity, kind: 'visit', subject: 'Measure the hall', due_on: '2027-01-12', due_time: '09:30' });
  await page.call('add_activity', { ...activity, kind: 'meeting', subject: 'First talk', due_on: '2026-11-03', done: true });
  await page.call('log_message', { on, direction: 'received', subject: 'Floor plan', body: 'Please find the plan.', at: null });
  await page.call('log_message', { on, direction: 'sent', subject: 'Thank you', body: 'Got it.', at: null });
}

/**
 * How a deal and the lead made of it compare, field by field, read from the file.
 * @returns the lead's id and the names of what differs
 */
export function compared(dir, id) {
  const bag = (table, owner, what) => `(SELECT json_group_array(x) FROM (SELECT ${what} AS x FROM ${table} WHERE ${owner} ORDER BY 1))`;
  const same = ['title', 'value', 'currency', 'expected_close', 'organization_id', 'person_id', 'product_id'];
  const [pair] = rows(
    dir,
    `SELECT lower(hex(l.id)) AS lead, d.status AS deal_status, d.deleted_at IS NOT NULL AS trashed, d.lead_id IS l.id AS linked, l.status AS lead_status,
       l.source_deal_title IS d.title AS source_title, (SELECT builtin FROM sources WHERE id = l.source_id) AS source, l.owner_id IS NULL AS mine,
       ${same.map((name) => `d.${name} IS l.${name} AND (d.${name} IS NOT NULL) AS same_${name}`).join(', ')},
       ${bag('custom_values', 'record_id = d.id', "hex(field_id) || ' ' || value")} = ${bag('custom_values', 'record_id = l.id', "hex(field_id) || ' ' || value")} AS same_fields,
       (SELECT count(*) FROM custom_values WHERE record_id = l.id) AS fields,
       ${bag('deal_labels', 'deal_id = d.id', 'hex(label_id)')} = ${bag('lead_labels', 'lead_id = l.id', 'hex(label_id)')} AS same_labels,
       (SELECT count(*) FROM activities WHERE lead_id = l.id AND deal_id IS NULL AND done_at IS NULL AND moved_from_deal_id = d.id) AS open_moved,
       (SELECT count(*) FROM activities WHERE deal_id = d.id AND done_at IS NULL) AS open_left,
       (SELECT count(*) FROM activities WHERE deal_id = d.id AND done_at IS NOT NULL) AS done_kept,
       (SELECT count(*) FROM notes WHERE deal_id = d.id) AS notes, (SELECT count(*) FROM messages WHERE deal_id = d.id) AS messages
     FROM leads l JOIN deals d ON d.id = l.source_deal_id WHERE d.id = ${inFile(id)}`,
  );
  if (!pair) return { lead: null, ...states(dir, id) };
  return { ...pair, lead: dashed(pair.lead) };
}

/** What `compared` answers for a deal that became a lead whole. */
export const WHOLE = {
  deal_status: 'open',
  trashed: 1,
  linked: 1,
  lead_status: 'open',
  source_title: 1,
  source: 'deal',
  mine: 1,
  same_title: 1,
  same_value: 1,
  same_currency: 1,
  same_expected_close: 1,
  same_organization_id: 1,
  same_person_id: 1,
  same_product_id: 1,
  same_fields: 1,
  fields: 3,
  same_labels: 1,
  open_moved: 2,
  open_left: 0,
  done_kept: 1,
  notes: 1,
  messages: 2,
};

/** Where a deal stands, and how many leads were made of it. */
export function states(dir, id) {
  return rows(
    dir,
    `SELECT status AS deal_status, deleted_at IS NOT NULL AS trashed, lead_id IS NOT NULL AS linked, (SELECT count(*) FROM leads WHERE source_deal_id = ${inFile(id)}) AS leads FROM deals WHERE id = ${inFile(id)}`,
  )[0];
}
