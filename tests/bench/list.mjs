/**
 * How long a list of many deals takes in the real window, from the press to the frame that shows its rows: rows of the
 * bench's table. `node list.mjs DEALS DIRECTORY`, the directory filled by the bench. Nothing here passes or fails.
 */
import { openDesk } from '../window/driver.mjs';
import { Key, handsOn } from '../window/hands.mjs';
import { hook, pagesOf } from '../window/pages.mjs';

const [deals, directory] = process.argv.slice(2);
const RUNS = 9;

const desk = await openDesk();
desk.dataDir = directory;
let satchel;
let page;
async function open() {
  satchel = await desk.start({ env: { SATCHEL_LOCALE: 'en' } });
  page = pagesOf(satchel);
  await satchel.rest();
}

/**
 * Presses something, or scrolls to a share of the list, and answers the milliseconds until a frame is painted in which the
 * list is another one than before and every row in view is there.
 */
const painted = (press, share = null) =>
  satchel.driver.executeAsyncScript(
    function (press, share, done) {
      /** What the rows in view say, the count of all with them; null while one of them has not come. */
      const shown = () => {
        const list = document.querySelector('[data-testid="list"]');
        const view = list?.getBoundingClientRect();
        const seen = [...(list?.querySelectorAll('[role="row"][aria-rowindex]') ?? [])].filter((row) => {
          const { top, bottom } = row.getBoundingClientRect();
          return bottom > view.top && top < view.bottom;
        });
        if (seen.length < 2 || seen.some((row) => row.classList.contains('grid__row--wait'))) return null;
        return seen.map((row) => `${row.getAttribute('aria-rowindex')} ${row.textContent}`).join('\n') + document.querySelector('[data-testid="list-count"]')?.textContent;
      };
      const before = shown();
      const start = performance.now();
      if (share === null) document.querySelector(press).click();
      else {
        const view = document.querySelector(press);
        view.scrollTop = (view.scrollHeight - view.clientHeight) * share;
      }
      const look = () => {
        const now = shown();
        if (now === null || now === before) return performance.now() - start > 15_000 ? done(null) : requestAnimationFrame(look);
        // what is in the page at this frame is painted before the next message is heard
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now() - start);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    press,
    share,
  );

const panel = async () => {
  if (!(await page.shows(hook('search-panel')))) await page.ask('document.querySelector(arguments[0]).click()', hook('search-panel-open'));
  await page.appears(hook('search-panel'));
};

/** Takes the steps in turn, each after `before`, and prints the middle of their times. */
async function row(work, steps, before = async () => {}) {
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    await before();
    const [press, share] = steps[run % steps.length];
    const time = await painted(press, share ?? null);
    if (time === null) throw new Error(`${work}: nothing changed within 15 s`);
    times.push(time);
    await satchel.rest();
  }
  times.sort((a, b) => a - b);
  console.log(`| ${deals} | list painted: ${work} | ${times[RUNS >> 1].toFixed(0)} ms | – | – | longest of ${RUNS}: ${times.at(-1).toFixed(0)} ms |`);
}

// a search with a formula, and the same without, as favourites
await open();
const { created } = await page.call('create_field', { entity: 'deal', name: 'Expected', kind: 'formula', options: [], description: '', formula: 'round([value] * [probability], 0)' });
const large = { field: `custom:${created[0].id}`, op: 'ge', values: [{ type: 'money', value: { minor: 2_000_000, currency: 'EUR' } }] };
for (const [name, all] of [['Formula', [large]], ['Plain', []]]) {
  await page.call('save_filter', { id: null, name, query: { entity: 'deal', presets: [{ name: 'mine' }], filter: { all, any: [] }, text: '', pipeline: null }, sort: [{ field: 'created_at', descending: true }], group: null, columns: [], default: false });
}
await satchel.stop();

await open();
await handsOn(satchel).key('2', Key.ALT);
await page.appears(hook('list'));
await satchel.rest();
const head = (field) => [hook(`head-${field}`)];
await row('order by title', [head('title')]);
await row('order by organization', [head('organization')]);
await row('order by next activity', [head('activity_state')]);
await row('order by value', [head('value')]);
const view = `${hook('list')} .vlist`;
await row('scrolled to another place', [[view, 0.5], [view, 0.1], [view, 0.9]]);
await row('with nothing planned alone, and all', [[hook('preset-activity_none')]], panel);
await row('grouped by stage, and not', [[hook('group-stage')], [hook('group-none')]], panel);
await row('grouped by organization, and not', [[hook('group-organization')], [hook('group-none')]], panel);
const favourite = (place) => [`.finder__fav:nth-of-type(${place}) ${hook('favourite')}`];
await row('filter on a formula field, and none', [favourite(1), favourite(2)], panel);
await satchel.stop();
await desk.close();
