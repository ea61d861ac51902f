import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { before, test } from 'node:test';
import { ROOT, until } from '../common.mjs';
import { desk, hand, holds, open, page, satchel } from './desk.mjs';
import { dump, rows, soundness, value } from './file.mjs';
import { Key } from './hands.mjs';
import { hook } from './pages.mjs';

/** The public data set, beside the project; without it a small file of the same shape stands in. */
const DATA = resolve(ROOT, '../shared/data/crm-sales-opportunities');
const REAL = existsSync(DATA);

let file = join(DATA, 'sales_pipeline.csv');
/** What the file holds, by what becomes of it. */
let figures = { all: 8800, won: 4238, lost: 2473, Prospecting: 500, Engaging: 1589, sum: 10_005_534, accounts: 85, unstarted: 500, withoutAccount: 1425 };
let empty = '';

before(async () => {
  if (!REAL) [file, figures] = generated(join(desk.home, 'sales_pipeline.csv'), 240);
  await open({ SATCHEL_PICK_FILE: file });
});

/** Writes a pipeline of the data set's shape; answers the path and its figures. */
function generated(path, count) {
  const lines = ['opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'];
  const known = { all: count, won: 0, lost: 0, Prospecting: 0, Engaging: 0, sum: 0, accounts: 0, unstarted: 0, withoutAccount: 0 };
  const accounts = new Set();
  for (let row = 0; row < count; row += 1) {
    const stage = ['Won', 'Lost', 'Engaging', 'Won', 'Prospecting'][row % 5] ?? 'Won';
    const account = row % 6 === 5 ? '' : `Account ${row % 17}`;
    const amount = stage === 'Won' ? 500 + row : stage === 'Lost' ? 0 : '';
    lines.push(`OPP${row},Agent ${row % 4},GTX ${row % 3},${account},${stage},${stage === 'Prospecting' ? '' : `1${row % 2}/2${row % 9}/2016`},${amount === '' ? '' : `3/1${row % 9}/2017`},${amount}`);
    known[{ Won: 'won', Lost: 'lost' }[stage] ?? stage] += 1;
    known.sum += Number(amount);
    known.unstarted += Number(stage === 'Prospecting');
    known.withoutAccount += Number(account === '');
    if (account) accounts.add(account);
  }
  known.accounts = accounts.size;
  writeFileSync(path, lines.join('\n'));
  return [path, known];
}

/** Goes on when the wizard lets one. */
async function next() {
  await until('the way on', () => page.ask('const way = document.querySelector(arguments[0]); return way !== null && !way.disabled', hook('import-next')));
  await hand.click(hook('import-next'));
}

/** Figures of the check and of the result, by outcome. */
const outcomes = (of) => page.ask('return Object.fromEntries([...document.querySelectorAll(arguments[0])].map((one) => [one.dataset.testid.split("-").at(-1), Number(one.dataset.count)]))', `[data-testid^="import-${of}-"]`);

/** From the first page to the figures of the check. */
async function toTheCheck() {
  await page.appears(hook('import-pick'));
  await hand.click(hook('import-pick'));
  await next();
  await page.appears(hook('import-column'));
}

/** What the file says after the import, as the data set is known. */
function imported() {
  const count = (where) => value(desk.dataDir, `SELECT count(*) FROM deals d LEFT JOIN stages s ON s.id = d.stage_id WHERE ${where}`);
  return {
    all: count('1'),
    won: count("d.status = 'won'"),
    lost: count("d.status = 'lost'"),
    Prospecting: count("d.status = 'open' AND s.name = 'Prospecting'"),
    Engaging: count("d.status = 'open' AND s.name = 'Engaging'"),
    sum: value(desk.dataDir, "SELECT sum(value) / 100 FROM deals WHERE status = 'won' AND currency = 'USD'"),
    accounts: value(desk.dataDir, 'SELECT count(*) FROM organizations'),
    unstarted: count('d.started_on IS NULL'),
    withoutAccount: count('d.organization_id IS NULL'),
  };
}

test('the wizard reads the file, guesses its columns and says what every row would do', async (context) => {
  empty = dump(desk.dataDir);
  await hand.click(hook('start-import'));
  await toTheCheck();
  const guessed = await page.ask('return Object.fromEntries([...document.querySelectorAll(arguments[0])].map((one) => [one.dataset.column, one.querySelector("input").value]))', hook('import-column'));
  assert.deepEqual(guessed, {
    opportunity_id: 'External id',
    sales_agent: 'Colleague in charge',
    product: 'Product',
    account: 'Organization',
    deal_stage: 'Stage',
    engage_date: 'Started on',
    close_date: 'Ended on',
    close_value: 'Value',
  });
  await desk.picture('import-columns');
  await hand.click('.imp__rules input[role="combobox"]');
  await hand.type('USD');
  await until('the dollar found', () => page.ask('return document.querySelectorAll(".combo .opt").length > 0 && /USD/.test(document.querySelector(".combo .opt").textContent)'));
  await hand.key(Key.ARROW_DOWN);
  await hand.key(Key.ENTER);
  await until('the dollar chosen', () => page.ask('return /^USD/.test(document.querySelector(\'.imp__rules input[role="combobox"]\').value)'));
  await hand.key(Key.ESCAPE);
  await next();
  await page.appears(hook('import-count-create'));
  await satchel.rest();
  assert.deepEqual(await outcomes('count'), { create: figures.all, update: 0, unchanged: 0, refuse: 0 });
  assert.ok((await page.count(hook('import-row'))) > 10, 'row by row');
  await desk.picture('import-check');
  assert.equal(dump(desk.dataDir), empty, 'nothing is written before the word');
  context.diagnostic(REAL ? 'the public data set' : 'a generated file of its shape');
});

test('the run brings in every row with its known figures, as one step', async (context) => {
  const start = performance.now();
  await hand.click(hook('import-run'));
  await until('the end of the run', () => page.shows(hook('import-done')), 60_000);
  context.diagnostic(`import: ${figures.all} rows in ${Math.round(performance.now() - start)} ms, from the click to the result`);
  await satchel.rest();
  assert.deepEqual(await outcomes('total'), { create: figures.all, update: 0, unchanged: 0, refuse: 0 });
  assert.deepEqual(imported(), figures);
  await desk.picture('import-done');
});

test('undo gives the file of before, redo the file of after', async () => {
  const full = dump(desk.dataDir);
  await hand.click(hook('import-undo'));
  await holds(empty, 'the file of before', 60_000);
  await hand.redo();
  await holds(full, 'the file of after', 60_000);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
});

test('the same file again creates nothing and changes nothing', async () => {
  await hand.click(hook('import-again'));
  await toTheCheck();
  await next();
  await page.appears(hook('import-count-unchanged'));
  await satchel.rest();
  assert.deepEqual(await outcomes('count'), { create: 0, update: 0, unchanged: figures.all, refuse: 0 });
  assert.equal(await page.ask('return document.querySelector(arguments[0]).disabled', hook('import-run')), true, 'there is nothing to do');
});

test('the board shows what came in', async () => {
  await hand.click(hook('nav-board'));
  await page.board();
  const counts = await page.counts();
  assert.deepEqual([counts.Prospecting, counts.Engaging], [figures.Prospecting, figures.Engaging]);
  await desk.picture('import-board');
  await satchel.stop();
});
