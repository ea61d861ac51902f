import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDesk, until } from './driver.mjs';

/** @type {Awaited<ReturnType<typeof openDesk>>} */
let desk;
let map = '';
before(async () => {
  desk = await openDesk();
  map = join(desk.home, 'map.json');
  const columns = ['external_id', 'title', 'value'].map((field) => ({ column: field, target: { field } }));
  writeFileSync(map, JSON.stringify({ version: 1, entity: 'deal', columns, constants: { currency: 'EUR' } }));
});
after(async () => desk.close());

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

test('an import into an open window shows up on its board', async () => {
  const satchel = await desk.start();
  await satchel.rest();
  const file = table('second.csv', ['Cooling tower']);
  const done = await desk.command(['import', file, '--map', map]);
  assert.equal(done.code, 0, done.stderr + done.stdout);
  assert.equal(JSON.parse(done.stdout).counts.create, 1);
  await until('the new card', () =>
    satchel.driver.executeScript(function () {
      return [...document.querySelectorAll('[data-testid="card"]')].some((card) => card.textContent.includes('Cooling tower'));
    }),
  );
  await satchel.stop();
});
