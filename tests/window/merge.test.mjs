import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, openBoard, page, satchel, undone } from './desk.mjs';
import { dump, rows, soundness } from './file.mjs';
import { Key } from './hands.mjs';
import { card, hook, inFile } from './pages.mjs';

before(() => openBoard({ SATCHEL_SAMPLE: '1' }));

test('a lost deal merged with an active one in the window is active, and Ctrl+Z gives the file of before', async () => {
  const [first] = await page.columns();
  const { id: active, title } = first.cards[0];
  const board = await page.call('open_board', { pipeline: null, filter: {}, cards: 1 });
  const made = await page.call('create_deal', { title, pipeline: board.pipeline.id, stage: board.columns.at(-1).stage.id, place: { at: 'top' }, value: null, expected_close: null, organization: null, person: null, source: null, labels: [] });
  const lost = made.created[0].id;
  await page.call('add_note', { on: { kind: 'deal', id: lost }, body: 'Said by the lost one' });
  await page.call('lose_deals', { ids: [lost], reason: { by: 'new', value: 'Asked twice' }, note: '' });
  await satchel.rest();
  const earlier = dump(desk.dataDir);

  await hand.click(card(active));
  await page.appears(`${hook('deal-detail')} ${hook('similar')}`);
  await satchel.rest();
  await hand.click(hook('similar'));
  await page.appears(`${hook('merge-dialog')} ${hook('merge-row')}`);
  await satchel.rest();
  await desk.picture('merge');
  // others that share the contact are left out
  for (;;) {
    const others = await page.ask(`return [...document.querySelectorAll('${hook('merge-head')}')].map((one) => one.dataset.id)`);
    const at = others.findIndex((id) => id !== active && id !== lost);
    if (at < 0) break;
    await hand.click(`.merge__record:nth-child(${at + 2}) .icon-btn`);
    await until('one less', async () => (await page.count(hook('merge-head'))) === others.length - 1);
  }
  assert.equal(await page.ask(`return document.querySelector('${hook('merge-head')}:checked').dataset.id`), active, 'the active one stays');
  await hand.key(Key.ENTER, Key.CONTROL);
  await page.vanishes(hook('merge-dialog'));
  await satchel.rest();
  assert.match(await page.toast(), /2 deals merged/);
  const file = (id) => rows(desk.dataDir, `SELECT status, close_reason_id IS NULL AS cleared, deleted_at IS NOT NULL AS gone, lower(hex(merged_into)) AS part FROM deals WHERE id = ${inFile(id)}`)[0];
  assert.deepEqual(file(active), { status: 'open', cleared: 1, gone: 0, part: '' });
  assert.deepEqual(file(lost), { status: 'lost', cleared: 0, gone: 1, part: active.replaceAll('-', '') });
  await until('the note of the lost one', async () => (await page.text(`${hook('deal-detail')} ${hook('timeline')}`)).includes('Said by the lost one'));
  await desk.picture('merged');

  await undone(earlier);
  assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
});
