import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { carryTo, desk, hand, openBoard, page, satchel } from './desk.mjs';
import { dealIds, soundness } from './file.mjs';
import { card, hook } from './pages.mjs';
import { WHOLE, compared, fillParcel, importParcels, states } from './parcel.mjs';

/** How often each of the two ways to let go is cut short. */
const KILLS = { save: 8, release: 8 };
/** The last kills fall this much later than the commit of a conversion that was left alone. */
const LATEST = 1.4;

const OPEN = { deal_status: 'open', trashed: 0, linked: 0, leads: 0 };

before(async () => {
  await importParcels(desk, KILLS.save + KILLS.release + 3);
  await openBoard();
  for (const id of dealIds(desk.dataDir)) await fillParcel(page, id);
  await satchel.rest();
});

/** The card on top: one that was spared stays there and comes again. */
const top = async () => (await page.order('Qualified'))[0];

/** What a person does last: the click on Save, or letting go where nothing is asked any more. */
const lastAct = {
  async save(id) {
    await carryTo(id, hook('dock-leads'));
    await hand.release();
    await page.appears(hook('convert-save'));
    await hand.move(hook('convert-save'), 1);
    await hand.press();
    return hand.release;
  },
  async release(id) {
    await carryTo(id, hook('dock-leads'));
    return hand.release;
  },
};

/** Grows when something is written. */
const written = () => statSync(join(desk.dataDir, 'satchel.db-wal'), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Lets a conversion happen, and answers after how many ms its first page was written. */
async function timed(way, id) {
  const act = await lastAct[way](id);
  const [earlier, start] = [written(), performance.now()];
  const done = act();
  while (written() === earlier) await setImmediate();
  const took = performance.now() - start;
  await done;
  await page.vanishes(card(id));
  await satchel.rest();
  assert.deepEqual({ ...compared(desk.dataDir, id), lead: undefined }, { ...WHOLE, lead: undefined });
  return took;
}

/** Kills the application `ms` after the last act, whose answer nobody waits for. */
async function killed(way, id, ms) {
  const act = await lastAct[way](id);
  const end = performance.now() + ms;
  act().catch(() => undefined);
  // Not a wait for anything: the moment itself is what the test varies.
  while (performance.now() < end) await setImmediate();
  await satchel.kill();
}

async function series(way, context) {
  const typical = await timed(way, await top());
  const moments = [];
  const sides = { before: 0, after: 0 };
  for (let turn = 0; turn < KILLS[way]; turn += 1) {
    const [id, moment] = [await top(), (typical * LATEST * turn) / (KILLS[way] - 1)];
    moments.push(Math.round(moment));
    await killed(way, id, moment);
    await openBoard();
    const state = states(desk.dataDir, id);
    const shown = await page.shows(card(id));
    assert.equal(shown, state.trashed === 0, 'the screen shows what the file holds');
    if (state.trashed === 0) {
      assert.deepEqual(state, OPEN, `killed after ${moment} ms: the open deal and no lead`);
      sides.before += 1;
    } else {
      assert.deepEqual({ ...compared(desk.dataDir, id), lead: undefined }, { ...WHOLE, lead: undefined }, `killed after ${moment} ms: the trashed deal and one whole lead`);
      assert.equal(state.leads, 1);
      sides.after += 1;
    }
    assert.deepEqual(soundness(desk.dataDir), { integrity: 'ok', dangling: 0 });
  }
  context.diagnostic(`kills: ${KILLS[way]} after ${way}, at ${moments.join(' ')} ms (a commit takes ${Math.round(typical)} ms); ${sides.before} left the open deal, ${sides.after} the lead`);
}

test('killed between Save and the answer: the open deal and no lead, or the trashed deal and one lead', (context) => series('save', context));

test('killed between letting go and the answer, where nothing is asked any more: the same', async (context) => {
  const id = await top();
  await carryTo(id, hook('dock-leads'));
  await hand.release();
  await page.appears(hook('convert-save'));
  await hand.click(`${hook('convert-dialog')} [role="checkbox"], ${hook('convert-dialog')} input[type="checkbox"]`);
  await hand.click(hook('convert-save'));
  await page.vanishes(card(id));
  await satchel.rest();
  await series('release', context);
});
