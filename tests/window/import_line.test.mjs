import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, openBoard, page, satchel, undone } from './desk.mjs';
import { dump } from './file.mjs';

let map = '';
before(() => {
  map = join(desk.home, 'map.json');
  const columns = ['external_id', 'title', 'value'].map((field) => ({ column: field, target: { field } }));
  writeFileSync(map, JSON.stringify({ version: 1, entity: 'deal', columns, constants: { currency: 'EUR' } }));
});

/** A file of deals. @param {string} name @param {string[]} titles */
function table(name, titles) {
  const file = join(desk.home, name);
  writeFileSync(file, ['external_id,title,value', ...titles.map((title, row) => `${name}-${row},${title},${100 + row}`)].join('\n'));
  return file;
}

test('an import without a window prints a report and writes nothing on a dry run', async () => {
  const file = table('first.csv', ['Press brake', 'Bandsaw']);
  const dry = await desk.command(['import', file, '--map', map, '--dry-run']);
  assert.equal(dry.code, 0, dry.stderr + dry.stdout);
  assert.equal(JSON.parse(dry.stdout).counts.create, 2);
  const done = await desk.command(['import', file, '--map', map]);
  assert.equal(JSON.parse(done.stdout).counts.create, 2, 'the dry run had written nothing');
  const again = JSON.parse((await desk.command(['import', file, '--map', map])).stdout);
  assert.deepEqual([again.counts.create, again.counts.unchanged], [0, 2], 'external ids make a second import an update');
});

test('a refused import says why and exits with 1', async () => {
  const refused = await desk.command(['import', join(desk.home, 'nowhere.csv'), '--map', map]);
  assert.equal(refused.code, 1);
  assert.equal(typeof JSON.parse(refused.stdout).error.code, 'string');
  assert.equal((await desk.command(['import'])).code, 2, 'wrong usage is another code');
});

test('where a window is open, it does the work: shown at once, reported to the command line, undone with Ctrl+Z', async () => {
  await openBoard();
  const earlier = dump(desk.dataDir);
  const file = table('second.csv', ['Cooling tower', 'Spray booth']);
  const dry = await desk.command(['import', file, '--map', map, '--data-dir', desk.dataDir, '--dry-run']);
  assert.deepEqual([dry.code, JSON.parse(dry.stdout).counts.create], [0, 2]);
  assert.equal(dump(desk.dataDir), earlier, 'a dry run writes nothing here either');
  const refused = await desk.command(['import', join(desk.home, 'nowhere.csv'), '--map', map]);
  assert.deepEqual([refused.code, typeof JSON.parse(refused.stdout).error.code], [1, 'string'], 'a refusal comes back through the window');
  const done = await desk.command(['import', 'second.csv', '--map', 'map.json'], {}, desk.home);
  assert.equal(done.code, 0, done.stderr + done.stdout);
  assert.equal(JSON.parse(done.stdout).counts.create, 2, 'paths are those of the folder the command stands in');
  await until('the new cards', async () => (await page.columns()).flatMap((column) => column.cards).filter((card) => /Cooling tower|Spray booth/.test(card.title)).length === 2);
  await undone(earlier);
  await satchel.stop();
});
