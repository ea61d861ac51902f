import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { ROOT, until } from '../common.mjs';
import { desk, openBoard, page, satchel, undone } from './desk.mjs';
import { dump, rows, soundness } from './file.mjs';

/** The public data set, beside the project. */
const DATA = resolve(ROOT, '../shared/data/crm-sales-opportunities');
const to = (column, field, more = {}) => ({ column, target: { field }, ...more });

/** The four files in the order a user would take them, with what each column is. */
const FILES = {
  'accounts.csv': {
    ...{ entity: 'organization', identify_by: 'name', constants: { currency: 'USD' } },
    columns: [to('account', 'name'), to('sector', 'industry'), to('year_established', 'founded_year'), to('revenue', 'annual_revenue', { unit: 'million' }), to('employees', 'employees'), to('office_location', 'country'), to('subsidiary_of', 'parent')],
  },
  'products.csv': { entity: 'product', identify_by: 'name', constants: { currency: 'USD' }, columns: [to('product', 'name'), to('series', 'series'), to('sales_price', 'price')] },
  'sales_teams.csv': { entity: 'colleague', identify_by: 'name', columns: [to('sales_agent', 'name'), to('manager', 'manager'), to('regional_office', 'office')] },
  'sales_pipeline.csv': {
    ...{ entity: 'deal', system: 'crm', title: '{account} – {product}', constants: { currency: 'USD' }, file: { date_format: 'month_first' } },
    columns: [
      ...[to('opportunity_id', 'external_id'), to('sales_agent', 'owner'), to('product', 'product'), to('account', 'organization')],
      ...[to('deal_stage', 'stage'), to('engage_date', 'started_on'), to('close_date', 'ended_on'), to('close_value', 'value')],
    ],
  },
};
/** What is known of the data set. */
const FIGURES = {
  ...{ deals: 8800, prospecting: 500, engaging: 1589, open_with_value: 0, won: 4238, won_sum: 10_005_534, lost: 2473 },
  ...{ without_account: 1425, not_started: 500, organizations: 85, with_parent: 15, products: 7, colleagues: 35 },
};

/** Imports one of the files from the command line; answers the counts of its report. */
async function bring(name) {
  const map = join(desk.home, `${name}.json`);
  writeFileSync(map, JSON.stringify({ version: 1, ...FILES[name] }));
  const done = await desk.command(['import', join(DATA, name), '--map', map, '--data-dir', desk.dataDir], { SATCHEL_LOCALE: 'en' });
  const report = JSON.parse(done.stdout);
  assert.equal(done.code, 0, done.stdout + done.stderr);
  assert.deepEqual(report.refused, []);
  return report.counts;
}

const figures = () => {
  const open = (stage) => `(SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.status = 'open' AND s.name = '${stage}')`;
  return rows(
    desk.dataDir,
    `SELECT (SELECT count(*) FROM deals) AS deals, ${open('Prospecting')} AS prospecting, ${open('Engaging')} AS engaging,
       (SELECT count(*) FROM deals WHERE status = 'open' AND value IS NOT NULL) AS open_with_value,
       (SELECT count(*) FROM deals WHERE status = 'won') AS won, (SELECT sum(value) / 100 FROM deals WHERE status = 'won') AS won_sum, (SELECT count(*) FROM deals WHERE status = 'lost') AS lost,
       (SELECT count(*) FROM deals WHERE organization_id IS NULL) AS without_account, (SELECT count(*) FROM deals WHERE started_on IS NULL) AS not_started,
       (SELECT count(*) FROM organizations) AS organizations, (SELECT count(*) FROM organizations WHERE parent_id IS NOT NULL) AS with_parent,
       (SELECT count(*) FROM products) AS products, (SELECT count(*) FROM colleagues) AS colleagues`,
  )[0];
};

test('the public data set comes in from the command line with its known figures, the last file through an open window', { skip: !existsSync(DATA) && 'the data set is not here' }, async () => {
  for (const [name, count] of [['accounts.csv', 85], ['products.csv', 7], ['sales_teams.csv', 35]]) {
    assert.equal((await bring(name)).create, count, `${name}, with nobody there`);
  }
  await openBoard();
  const earlier = dump(desk.dataDir);
  assert.deepEqual(await bring('sales_pipeline.csv'), { create: 8800, update: 0, unchanged: 0, refuse: 0 });
  await until('the new stages on the board', async () => {
    const counts = await page.counts();
    return counts.Prospecting === FIGURES.prospecting && counts.Engaging === FIGURES.engaging;
  });
  assert.deepEqual(figures(), FIGURES);
  await desk.picture('import-real');
  const full = dump(desk.dataDir);
  assert.deepEqual(await bring('sales_pipeline.csv'), { create: 0, update: 0, unchanged: 8800, refuse: 0 });
  assert.equal(dump(desk.dataDir), full, 'a second import creates nothing and changes nothing');
  await undone(earlier);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  await satchel.stop();
});
