import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { desk, openBoard, satchel } from './desk.mjs';

before(async () => {
  const map = join(desk.home, 'map.json');
  const columns = ['external_id', 'title', 'value'].map((field) => ({ column: field, target: { field } }));
  writeFileSync(map, JSON.stringify({ version: 1, entity: 'deal', columns, constants: { currency: 'EUR' } }));
  const file = join(desk.home, 'deals.csv');
  writeFileSync(file, 'external_id,title,value\n1,=Press brake,100\n2,Bandsaw,101.5\n');
  const done = await desk.command(['import', file, '--map', map]);
  assert.equal(done.code, 0, done.stderr + done.stdout);
});

/** The titles and values of an exported file. @param {string} path */
function table(path) {
  const [head, ...rows] = readFileSync(path, 'utf8').slice(1).trimEnd().split('\r\n').map((line) => line.split(','));
  const at = ['title', 'value', 'value_currency'].map((name) => head?.indexOf(name) ?? -1);
  return rows.map((row) => at.map((place) => row[place])).toSorted();
}

const EXPECTED = [["'=Press brake", '100.00', 'EUR'], ['Bandsaw', '101.50', 'EUR']];

test('an export without a window writes a file, and an open window does it for another process', async () => {
  const path = join(desk.home, 'out.csv');
  const done = await desk.command(['export', 'deals', path]);
  assert.equal(done.code, 0, done.stderr + done.stdout);
  assert.deepEqual(JSON.parse(done.stdout), { file: path, rows: 2, cut: 0 });
  assert.deepEqual(table(path), EXPECTED);
  const refused = await desk.command(['export', 'deals', join(desk.dataDir, 'satchel.db.csv')]);
  assert.deepEqual([refused.code, JSON.parse(refused.stdout).error.code], [1, 'export_inside_data']);
  assert.equal((await desk.command(['export', 'whales', path])).code, 1);
  assert.equal((await desk.command(['export', 'deals', join(desk.home, 'out.pdf')])).code, 1);
  assert.equal((await desk.command(['export', 'deals'])).code, 2, 'wrong usage is another code');

  await openBoard();
  const through = await desk.command(['export', 'deals', 'through.csv'], {}, desk.home);
  assert.equal(through.code, 0, through.stderr + through.stdout);
  assert.deepEqual(table(join(desk.home, 'through.csv')), EXPECTED);
  const sheet = await desk.command(['export', 'organizations', 'none.xlsx'], {}, desk.home);
  assert.equal(JSON.parse(sheet.stdout).rows, 0);
  assert.equal(readFileSync(join(desk.home, 'none.xlsx')).subarray(0, 2).toString(), 'PK');
  await satchel.stop();
});
