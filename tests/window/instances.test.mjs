import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../common.mjs';
import { desk, openBoard, page, satchel } from './desk.mjs';
import { value } from './file.mjs';

test('two directories are two windows side by side, each with its own data', async () => {
  await openBoard({ SATCHEL_SAMPLE: '1' });
  const own = value(desk.dataDir, 'SELECT count(*) FROM deals');
  const other = join(desk.home, 'other');
  const second = desk.launch(['--data-dir', other]);
  await until('the second window', () => existsSync(join(other, 'satchel.address')) && existsSync(join(other, 'satchel.db')));
  assert.ok(second.running, 'it does not give way to the first');
  writeFileSync(join(desk.home, 'map.json'), JSON.stringify({ version: 1, entity: 'deal', columns: [{ column: 'title', target: { field: 'title' } }] }));
  writeFileSync(join(desk.home, 'one.csv'), 'title\nWind tunnel\n');
  const done = await desk.command(['import', 'one.csv', '--map', 'map.json', '--data-dir', other]);
  assert.equal(JSON.parse(done.stdout).counts.create, 1, 'the second window answers for its own directory');
  assert.equal(value(other, 'SELECT count(*) FROM deals'), 1);
  await satchel.rest();
  assert.equal(value(desk.dataDir, 'SELECT count(*) FROM deals'), own, 'the first is not touched');
  assert.equal((await desk.command(['--data-dir', other])).code, 0, 'a third start on the second directory brings the second forward');
  assert.equal((await desk.command([])).code, 0, 'and one on the first directory the first');
  assert.ok(second.running);
  await desk.picture('instances');
  await second.end();
  await satchel.stop();
});

test('a process that was killed is not in the way of the next, whoever comes first', async () => {
  const dir = join(desk.home, 'killed');
  const first = desk.launch(['--data-dir', dir]);
  await until('the window', () => existsSync(join(dir, 'satchel.address')) && existsSync(join(dir, 'satchel.db')));
  process.kill(first.pid, 'SIGKILL');
  await until('its death', () => !first.running);
  assert.ok(existsSync(join(dir, 'satchel.address')), 'its address is still there');
  const done = await desk.command(['import', 'one.csv', '--map', 'map.json', '--data-dir', dir]);
  assert.equal(done.code, 0, done.stderr);
  assert.equal(value(dir, 'SELECT count(*) FROM deals'), 1, 'the command line does it itself, nobody being there');
  await openBoard({ SATCHEL_DATA_DIR: dir });
  assert.equal((await page.columns()).flatMap((column) => column.cards).length, 1);
  await satchel.stop();
});
