/** A deal parked as a lead, made into a deal again, parked once more and recovered from the trash: nothing is lost on the way. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { carryTo, desk, hand, openBoard, page, satchel } from './desk.mjs';
import { dealIds, rows, value } from './file.mjs';
import { card, dashed, hook, inFile } from './pages.mjs';
import { fillParcel, importParcels } from './parcel.mjs';

let deal;

before(async () => {
  await importParcels(desk, 2);
  await openBoard();
  [deal] = dealIds(desk.dataDir);
  await fillParcel(page, deal);
  await satchel.rest();
});

const open = (column, id) => value(desk.dataDir, `SELECT count(*) FROM activities WHERE ${column} = ${inFile(id)} AND done_at IS NULL`);

async function park(id) {
  await carryTo(id, hook('dock-leads'));
  await hand.release();
  await page.appears(hook('convert-dialog'));
  await hand.click(hook('convert-save'));
  await page.vanishes(card(id));
  await satchel.rest();
}

test('parked, made into a deal again, parked, recovered: every open activity and every field is there at each end', async () => {
  const planned = open('deal_id', deal);
  const [facts] = rows(desk.dataDir, `SELECT title, value, currency, expected_close FROM deals WHERE id = ${inFile(deal)}`);
  await park(deal);
  const lead = dashed(rows(desk.dataDir, `SELECT lower(hex(lead_id)) AS id FROM deals WHERE id = ${inFile(deal)}`)[0].id);
  assert.equal(open('lead_id', lead), planned);

  await hand.click(hook('nav-leads'));
  await page.appears(`${hook('lead-row')}[data-lead-id="${lead}"]`);
  await hand.click(`${hook('lead-row')}[data-lead-id="${lead}"]`);
  await page.appears(hook('convert-lead'));
  await satchel.rest();
  await hand.click(hook('convert-lead'));
  await page.appears(hook('convert-confirm'));
  await satchel.rest();
  await desk.picture('round-trip-lead-to-deal');
  await hand.click(hook('convert-confirm'));
  await page.vanishes(hook('convert-confirm'));
  await until('the second deal', async () => value(desk.dataDir, `SELECT status FROM leads WHERE id = ${inFile(lead)}`) === 'converted');
  const second = dashed(rows(desk.dataDir, `SELECT lower(hex(deal_id)) AS id FROM leads WHERE id = ${inFile(lead)}`)[0].id);
  assert.deepEqual(rows(desk.dataDir, `SELECT title, value, currency, expected_close FROM deals WHERE id = ${inFile(second)}`), [facts]);
  assert.equal(open('deal_id', second), planned);

  await hand.click(hook('nav-board'));
  await page.board();
  await page.appears(card(second));
  await park(second);
  await page.call('recover', { records: [{ kind: 'deal', id: second }] });
  await satchel.rest();
  await page.appears(card(second));
  assert.equal(open('deal_id', second), planned, 'the open activities came back with it');
  assert.equal(value(desk.dataDir, "SELECT count(*) FROM leads WHERE status = 'open' AND deleted_at IS NULL"), 1, 'the lead it was made into stays');
});
