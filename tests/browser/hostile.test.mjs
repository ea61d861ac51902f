/** Text that wants to be more than text: markup, scripts, directions, lengths. It is shown as it was written, everywhere. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios({ sample: null });

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(6).slice(0, 500);
const ENDLESS = 'abcdefghij'.repeat(1000);
const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  '"><script>window.hacked = true; alert(2)</script>',
  "'); DROP TABLE deals; --",
  '<svg/onload=alert(3)><style>*{display:none}</style>',
  '{{7*7}} ${7*7} { $count } &lt;b&gt;&amp;',
  '\u202Egnp.exe\u202C مرحبا بالعالم',
  'Z\u0351\u036B\u0343a\u0300\u0301\u0302\u0303l\u0334g\u0335o 👩‍👩‍👧‍👦 𝕿',
  LONG,
];

async function fill(core) {
  const board = await core.board();
  const stage = board.columns[0].stage.id;
  await core.call('set_preference', { key: 'welcomed', value: true });
  await core.call('create_reason', { kind: 'lost', code: '<B>', description: HOSTILE[0] });
  for (const [at, text] of HOSTILE.entries()) {
    await core.call('create_label', { name: text.slice(0, 60), color: at % 8 });
    const labels = (await core.catalog()).labels.map((one) => one.id);
    const done = await core.call('create_deal', { title: text, pipeline: board.pipeline.id, stage, place: { at: 'bottom' }, value: { minor: 1_000_000_000_000, currency: 'EUR' }, expected_close: '2026-12-24', organization: { by: 'name', value: text }, person: { by: 'name', value: text }, source: null, labels: labels.slice(-3) });
    const { id } = done.created.find((one) => one.kind === 'deal');
    await core.call('add_note', { on: { kind: 'deal', id }, body: `${text}\n\n${at === 0 ? ENDLESS : text}` });
    await core.call('log_message', { on: { kind: 'deal', id }, direction: 'received', subject: text, body: text, at: null });
    await core.call('add_activity', { on: { kind: 'deal', id }, kind: 'call', subject: text, due_on: '2026-12-01', due_time: null, duration_minutes: null, note: text, done: at % 2 === 0 });
    await core.call('create_lead', { title: text, value: null, expected_close: null, organization: { by: 'name', value: text }, person: null, source: null, labels: labels.slice(-3) });
  }
  await core.call('create_field', { entity: 'deal', name: HOSTILE[1], kind: 'choice', options: HOSTILE.slice(0, 3) });
}

/** Parts of a head or a timeline whose words reach beyond their place (fields edited in place stand out by 7 px). */
function spilled(locator) {
  return locator.evaluate((root) => {
    const over = (one) => one.scrollWidth > one.clientWidth + 8 && getComputedStyle(one).overflowX === 'visible' && getComputedStyle(one).display !== 'inline';
    return [...root.querySelectorAll('.title-row *, .ev *, .todo, .person')].filter(over).map((one) => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`);
  });
}

/** Nothing of the text became part of the page. */
async function assertHarmless({ page, ui }) {
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await page.evaluate(() => document.querySelectorAll('img[src="x"], [onerror], [onload], body script').length), 0);
  await ui.assertNoSidewaysScroll();
}

scenario('on the board, in hand, in the menu and in questions', { prepare: fill }, async (stage) => {
  const { ui, core, page, shot } = stage;
  const titles = await ui.board.titles((await core.board()).columns[0].stage.name);
  assert.deepEqual(titles, HOSTILE.slice(0, titles.length), 'titles are shown as they were written');
  await shot('hostile-board');
  await assertHarmless(stage);
  const heights = await page.evaluate(() => {
    const boxes = [...document.querySelector('[data-testid="column"]').querySelectorAll('[data-testid="card"]')].map((card) => card.getBoundingClientRect());
    return boxes.slice(1).map((box, at) => Math.round(box.top - boxes[at].bottom));
  });
  assert.equal(new Set(heights).size, 1, `cards stand apart evenly: ${heights}`);
  const stages = (await core.board()).columns.map((column) => column.stage.name);
  await ui.board.drag(HOSTILE[1], stages[1], null);
  await ui.toastSays('<script>');
  await assertHarmless(stage);
  await ui.board.menuOf(HOSTILE[0]);
  await shot('hostile-menu');
  await ui.choose(/Mark as lost/);
  await ui.by('lost-dialog').waitFor();
  await shot('hostile-lost');
  assert.match(await ui.by('lost-dialog').innerText(), /<img src=x onerror="alert\(1\)">/);
  await ui.press('Digit1');
  await ui.by('lost-dialog').getByRole('combobox').fill(HOSTILE[3]);
  await ui.press('Enter', 'Enter');
  await until('it lost', async () => (await core.board()).totals.count === HOSTILE.length - 1);
  await assertHarmless(stage);
  await ui.undo();
});

scenario('in the drawer: title, parties, labels, fields, activities, mails and notes', { prepare: fill }, async (stage) => {
  const { ui, page, shot } = stage;
  for (const at of [0, 5, 7]) {
    await ui.drawer.open(HOSTILE[at]);
    await shot(`hostile-drawer-${at}`);
    const shown = await ui.drawer.element.evaluate((drawer) => drawer.textContent);
    assert.ok(shown.includes(HOSTILE[at]), `title ${at}`);
    if (at === 0) assert.ok(shown.includes(ENDLESS), 'all ten thousand letters');
    await assertHarmless(stage);
    const wide = await spilled(ui.drawer.element);
    assert.deepEqual(wide, [], 'nothing is pushed out of the drawer');
    await page.keyboard.press('Escape');
    await ui.drawer.element.waitFor({ state: 'detached' });
  }
});

scenario('in leads, contacts, search, palette, history and trash', { prepare: fill }, async (stage) => {
  const { ui, core, page, shot } = stage;
  await ui.go('leads');
  await ui.by('lead-row').first().click();
  await ui.by('lead-detail').waitFor();
  await ui.rest();
  await shot('hostile-leads');
  assert.deepEqual(await spilled(ui.by('lead-detail')), []);
  await assertHarmless(stage);
  await ui.go('contacts');
  await ui.by('contact-row').filter({ hasText: 'Donaudampf' }).first().click();
  await ui.by('contact-detail').waitFor();
  await ui.rest();
  await shot('hostile-contact');
  assert.deepEqual(await spilled(ui.by('contact-detail')), []);
  await assertHarmless(stage);
  await ui.palette.open();
  await ui.palette.find('onerror', '<img');
  await shot('hostile-palette');
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
  await ui.palette.element.waitFor({ state: 'detached' });
  const { id } = (await core.board()).columns[0].cards[1];
  await core.call('delete_deals', { ids: [id], end: { how: 'closed' } });
  await ui.go('trash');
  await ui.by('trash-row').first().waitFor();
  await assertHarmless(stage);
  await ui.go('history');
  await ui.by('history').waitFor();
  await ui.by('history-entry').first().locator('.hist__head').click();
  await ui.rest();
  await shot('hostile-history');
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
  await ui.go('settings');
  for (const section of ['labels', 'reasons', 'fields']) {
    await ui.by(`settings-${section}`).click();
    await ui.rest();
    await assertHarmless(stage);
  }
  await shot('hostile-settings');
});

scenario('in lists, groups, filters and favourites, in a merge and in reports', { prepare: async (core) => {
  await fill(core);
  const reason = (await core.catalog()).reasons.find((one) => one.description === HOSTILE[0]).id;
  const [card] = (await core.board()).columns[0].cards.slice(-1);
  await core.call('lose_deals', { ids: [card.id], reason: { by: 'id', value: reason }, note: HOSTILE[1] });
} }, async (stage) => {
  const { ui, page, shot } = stage;
  await ui.list();
  const titles = await page.locator('[data-testid="list-row"] [data-field="title"]').evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
  for (const text of HOSTILE.slice(0, 5)) assert.ok(titles.includes(text), `${text} is among ${titles.join(' | ')}`);
  await shot('hostile-list');
  await assertHarmless(stage);
  await ui.by('search-panel-open').click();
  await ui.by('search-panel').waitFor();
  await ui.by('group-organization').click();
  await ui.by('save-search').click();
  await ui.by('favourite-name').fill(HOSTILE[0]);
  await ui.by('favourite-save').click();
  await until('the favourite', async () => (await ui.by('favourite').innerText()).includes(HOSTILE[0]));
  await ui.by('add-filter').click();
  await ui.by('filter-builder').waitFor();
  await shot('hostile-filter');
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await until('the groups', async () => (await ui.by('list-group').allInnerTexts()).some((text) => text.includes(HOSTILE[0])));
  await assertHarmless(stage);
  const boxes = ui.by('list-row').getByRole('checkbox');
  for (let at = 0; at < 2; at += 1) await boxes.nth(at).click();
  await ui.by('bulk-merge').click();
  await ui.by('merge-dialog').waitFor();
  await ui.rest();
  await shot('hostile-merge');
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
  await ui.by('merge-dialog').waitFor({ state: 'detached' });
  await ui.go('reports');
  await until('the reason', async () => (await page.locator('main').innerText()).includes(HOSTILE[0]));
  await shot('hostile-reports');
  await assertHarmless(stage);
});

scenario('typed by hand, it is taken as it is', { prepare: fill }, async (stage) => {
  const { ui, core, page } = stage;
  await ui.board.column((await core.board()).columns[1].stage.name).getByTestId('column-add').click();
  await page.keyboard.type('<b>bold</b> & "quoted"');
  await ui.press('Enter', 'Escape');
  assert.equal((await core.board()).columns[1].cards[0].title, '<b>bold</b> & "quoted"');
  await ui.drawer.open('<b>bold</b> & "quoted"');
  await ui.press('n');
  await page.keyboard.insertText(`${ENDLESS}\n<script>alert(1)</script>`);
  await ui.press('Control+Enter');
  await until('the note', async () => (await ui.drawer.element.locator('.ev', { hasText: '<script>' }).count()) === 1);
  await assertHarmless(stage);
});

scenario('a title of ten thousand letters is refused with its limit, and what was typed stays', { prepare: fill, refusals: ['update_deal: too_long'] }, async (stage) => {
  const { ui, page } = stage;
  await ui.drawer.open(HOSTILE[2]);
  await ui.drawer.edit(ui.drawer.element.locator('.record-title'), 'Title', ENDLESS);
  const alert = ui.drawer.element.locator('.record-title').getByRole('alert');
  await alert.waitFor();
  assert.match(await alert.innerText(), /500/);
  assert.equal((await ui.drawer.element.getByRole('textbox', { name: 'Title' }).inputValue()).length, 10_000);
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
});

scenario('in a narrow window nothing is wider than the page', { prepare: fill, size: [900, 600] }, async (stage) => {
  const { ui, page, shot } = stage;
  await assertHarmless(stage);
  await shot('hostile-narrow');
  await ui.drawer.open(HOSTILE[0]);
  await assertHarmless(stage);
  await page.keyboard.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  for (const view of ['leads', 'contacts', 'trash', 'settings']) {
    await ui.go(view);
    await assertHarmless(stage);
  }
});

const HEBREW = 'מחסן קירור (2)!';

async function hebrew(core) {
  const board = await core.board();
  await core.call('set_preference', { key: 'welcomed', value: true });
  await core.call('create_deal', { title: HEBREW, pipeline: board.pipeline.id, stage: board.columns[0].stage.id, place: { at: 'bottom' }, value: null, expected_close: null, organization: { by: 'name', value: HEBREW }, person: null, source: null, labels: [] });
}

/** Whether the words run from right to left: the last sign stands left of the first. */
const runsLeft = (locator) =>
  locator.evaluate((root, words) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const place = (from) => {
        const range = document.createRange();
        range.setStart(node, at + from);
        range.setEnd(node, at + from + 1);
        return range.getBoundingClientRect().left;
      };
      return place(words.length - 1) < place(0);
    }
    return null;
  }, HEBREW);

scenario('names that run from right to left are in order to their last bracket, on cards, in the drawer, in lists, in fields and in notices', { prepare: hebrew }, async ({ ui, page, shot }) => {
  assert.equal(await runsLeft(ui.board.card(HEBREW)), true, 'card');
  await shot('hebrew-board');
  await ui.drawer.open(HEBREW);
  const { element } = ui.drawer;
  assert.equal(await runsLeft(element.locator('.record-title')), true, 'title');
  assert.equal(await runsLeft(element.locator('.record-sub')), true, 'organization');
  await shot('hebrew-drawer');
  await element.locator('.record-title').getByRole('button', { name: 'Edit Title' }).click();
  assert.equal(await element.getByRole('textbox', { name: 'Title' }).evaluate((field) => getComputedStyle(field).direction), 'rtl');
  await page.keyboard.press('Escape');
  await element.getByRole('button', { name: 'Won', exact: true }).click();
  await ui.by('toast').first().waitFor();
  assert.equal(await runsLeft(ui.by('toast').first()), true, 'notice');
  await shot('hebrew-notice');
  await ui.undo();
  await ui.drawer.close();
  await ui.list();
  assert.equal(await runsLeft(ui.by('list-row').first()), true, 'list');
  await shot('hebrew-list');
});
