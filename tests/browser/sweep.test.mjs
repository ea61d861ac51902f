/**
 * Every screen and every open dialog, crowded, in three languages: nothing for axe-core to find in light or dark,
 * nothing wider than the window, no English left in French or Chinese.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { scenarios, scratch, until } from './harness.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const UI = resolve(import.meta.dirname, '../../ui');

const scenario = scenarios();
const folder = scratch('sweep');
writeFileSync(join(folder, 'list.csv'), ['Id;Title;Value;Stage;Expected close;Floor area', 'Z-1;Zzz 1;1.234,50;Qqq;31.01.2027;12', 'Z-2;Zzz 2;x;Qqq;31.02.2027;13', ''].join('\n'));

// ---- what axe says

/** Gives the page a look; answers the one it had. */
const dress = (page, theme) =>
  page.evaluate(async (look) => {
    const root = document.documentElement;
    const before = root.dataset.theme;
    root.dataset.theme = look;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return before;
  }, theme);

/** What axe finds wrong with the page as it stands, in the theme given; `shot` may take a picture of it. */
async function findings(page, theme, shot = async () => {}) {
  const before = await dress(page, theme);
  await shot();
  const found = await page.evaluate(
    async ([look, tags]) => {
      // Structure is the same in both looks; colours are not.
      const runOnly = look === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
      // What is in hand leaves a pale ghost behind, and what cannot take it is pale: both are out of use for that moment.
      // So is what lies under an open panel, as long as that is open.
      const covered = document.querySelector('[data-testid="search-panel"]') ? [['[data-testid="board"]']] : [];
      const context = { include: [['html']], exclude: [['.is-source'], ['.is-off'], ...covered] };
      const { violations } = await window.axe.run(context, { runOnly, resultTypes: ['violations'] });
      return violations.flatMap((rule) => rule.nodes.map((node) => `${look} ${rule.id}: ${node.html.replace(/ id="[^"]*"/, '').slice(0, 120)} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`));
    },
    [theme, TAGS],
  );
  await dress(page, before);
  return found;
}

/** The same finding on many screens is one finding. */
function grouped(wrong) {
  const groups = new Map();
  for (const { screen, finding } of wrong) groups.set(finding, [...(groups.get(finding) ?? []), screen]);
  return [...groups].map(([finding, screens]) => `${finding} on ${screens.slice(0, 3).join(', ')}${screens.length > 3 ? ` and ${screens.length - 3} more` : ''}`);
}

// ---- what is written on the page

/** Every text and name on the page. */
const texts = (page) =>
  page.evaluate(() => {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // An address that may break between its parts is one text.
      const said = node.parentElement.querySelector(':scope > wbr') ? node.parentElement.textContent : node.data;
      // Initials in an avatar are a name.
      if (node.parentElement.checkVisibility() && !node.parentElement.closest('.avatar')) found.add(said.replace(/\s+/g, ' ').replace(/[\s·]+$/, '').trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name)?.replace(/\s+/g, ' ').trim();
        if (value) found.add(value);
      }
    }
    return [...found];
  });

/** Strings of the core's answers: names and notes of records, which are nobody's to translate. */
function hearData(page, data) {
  const take = (value) => {
    // Codes such as "move_deals" are no names.
    if (typeof value === 'string' && !/^[\w-]*$/.test(value.replace(/[A-Z]/g, ' '))) data.add(value.replace(/\s+/g, ' ').trim());
    else if (value && typeof value === 'object') Object.values(value).forEach(take);
  };
  page.on('response', (response) => {
    if (response.url().includes('/command/') && response.ok()) response.json().then(take, () => undefined);
  });
}

/** Texts that are rightly the same: the short lists that the catalogues are held to, and names that are names everywhere. */
function rightlySame(language) {
  const ids = new Set(readFileSync(join(UI, `test/same-${language}.txt`), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  const source = readdirSync(join(UI, 'src/i18n/en')).map((name) => readFileSync(join(UI, 'src/i18n/en', name), 'utf8')).join('\n');
  const values = [...ids].flatMap((id) => {
    const message = new RegExp(`^${id} =(.*(?:\n {2,}.*)*)`, 'm').exec(source)?.[1] ?? '';
    return message.split('\n').map((line) => line.replace(/^\s*\*?\[[^\]]*\]/, '').trim());
  });
  const patterns = values.filter((value) => value !== '' && !/^\{ \$\w+ ->$/.test(value)).map((value) => new RegExp(`^${value.replace(/\{[^}]*\}/g, '\u0000').replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\u0000', '.*')}$`));
  return [...patterns, /^(English|Français|简体中文|UTF-8.*|UTF-16.*|WINDOWS-1252|ISO-8859-15|GB18030|BIG5|SHIFT_JIS|CSV|SQLite)$/];
}

const english = new Set();
const shown = { fr: new Map(), 'zh-CN': new Map() };
const data = new Set();

// ---- the tour

/** Walks through everything and stops where something is to be seen. */
async function tour({ ui, core, page }, look) {
  const escape = async (testid) => {
    await page.keyboard.press('Escape');
    await until(`${testid} to close`, async () => (await ui.by(testid).count()) === 0);
    await ui.rest();
  };
  const cards = (await core.board()).columns.map((column) => column.cards.map((card) => card.title));
  const open = (title) => ui.board.card(title);

  await look('board');
  for (const title of [cards[0][0], cards[0][1], cards[1][0]]) await open(title).click({ modifiers: ['Control'] });
  await until('the selection', async () => (await ui.by('selection-bar').count()) === 1);
  await ui.rest();
  await look('selection');
  await page.keyboard.press('Escape');

  const hand = await ui.board.lift(cards[2][0]);
  await hand.overZone('won');
  await look('dragging-won');
  await hand.openFan();
  await look('dragging-fan');
  await hand.over((await core.board()).columns[3].stage.name, cards[3][0]);
  await look('dragging');
  await hand.escape();

  await ui.by('pipeline-switcher').click();
  await page.getByRole('menu').waitFor();
  await look('pipelines');
  await page.keyboard.press('Escape');
  await ui.by('board-look').click();
  await page.getByRole('menu').waitFor();
  await look('board-look');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await ui.board.focus(cards[0][0]);
  await ui.press('f');
  await ui.by('search-panel').waitFor();
  await ui.rest();
  await look('panel');
  await ui.press('Escape');
  await ui.board.focus(cards[0][0]);
  await ui.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await look('card-menu');
  await ui.press('Escape');
  for (const [key, testid] of [['l', 'lost-dialog'], ['Delete', 'delete-prompt'], ['m', 'move-picker'], ['a', 'quick-activity'], ['d', 'quick-date']]) {
    await ui.board.focus(cards[0][0]);
    await ui.press(key);
    await ui.by(testid).waitFor();
    await ui.rest();
    await look(testid);
    if (testid === 'lost-dialog') {
      await page.keyboard.type('zzz');
      await look('lost-typed');
      await page.keyboard.press('Escape');
    }
    await escape(testid);
  }
  await ui.board.focus(cards[1][0]);
  await ui.press('n');
  await page.keyboard.type('Zzz 12k');
  await ui.rest();
  await look('quick-add');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(`${cards[1][1]} 12k`);
  await until('the similar deal', async () => (await ui.by('quick-similar').innerText()) !== '');
  await look('quick-similar');
  await ui.press('Control+Enter');
  await ui.by('new-deal-dialog').waitFor();
  await ui.rest();
  await look('new-deal');
  await ui.by('new-deal-dialog').locator('.pick--labels').click();
  await ui.rest();
  await look('new-deal-labels');
  await ui.press('Enter', 'Escape');
  await look('new-deal-labelled');
  await escape('new-deal-dialog');
  await ui.press('Control+a', 'Backspace', 'Escape');

  // A notice with its undo, then the questions of a conversion.
  await ui.board.focus(cards[4][0]);
  await ui.press('w');
  await ui.by('toast').first().waitFor();
  await look('notice');
  await ui.undo();
  await ui.board.focus(cards[2][1]);
  await ui.press('m');
  // Leads stands after the stages of this pipeline.
  await ui.by('move-target').nth(cards.length).click();
  await ui.by('convert-dialog').waitFor();
  await ui.rest();
  await look('convert-dialog');
  await ui.press('Enter');
  await ui.by('convert-dialog').waitFor({ state: 'detached' });

  // The drawer, and what opens in it.
  await ui.drawer.open(cards[2][0]);
  await look('drawer');
  await ui.press('a');
  await ui.by('activity-form').waitFor();
  await look('drawer-activity');
  await page.keyboard.press('Escape');
  for (const tab of [1, 3]) {
    await ui.by('composer').getByRole('tab').nth(tab).click();
    await look(`drawer-composer-${tab}`);
  }
  await ui.drawer.element.locator('.fact .inline').nth(2).click();
  await ui.rest();
  await look('drawer-day');
  await ui.press('Escape');
  await ui.drawer.element.locator('.labels').click();
  await ui.rest();
  await look('drawer-labels');
  await ui.press('Escape');
  await ui.drawer.element.locator('.fact .inline').first().click();
  await page.keyboard.type('x');
  await ui.press('Enter');
  await look('drawer-error');
  await ui.press('Escape');
  await ui.drawer.element.getByRole('button', { expanded: false }).filter({ has: page.locator('.lucide-ellipsis, svg') }).and(page.locator('.icon-btn--tall')).click();
  await page.getByRole('menu').waitFor();
  await look('drawer-menu');
  await ui.press('Escape');
  await core.call('lose_deals', { ids: [(await core.deal(cards[2][0])).id], reason: null, note: 'Zzz' });
  await ui.by('lost-ribbon').waitFor();
  await ui.rest();
  await look('drawer-lost');
  await escape('deal-detail');

  // The list: grouped, ticked, its panel, its builder, its dialog, nothing found; then the other lists.
  await ui.list();
  await look('list');
  await ui.by('search-panel-open').click();
  await ui.by('preset-mine').click();
  await ui.by('group-stage').click();
  await ui.rest();
  await look('list-panel');
  await ui.by('add-filter').click();
  await ui.by('filter-builder').waitFor();
  // A field without a value: applying says what is missing and leaves the builder open.
  await ui.by('condition-field').first().getByRole('combobox').press('ArrowDown');
  await page.getByRole('option').nth(1).click();
  await ui.by('add-group').click();
  await ui.by('builder-apply').click();
  await ui.rest();
  assert.equal(await ui.by('filter-builder').count(), 1, 'unfinished: it stays open');
  await look('list-builder');
  await escape('filter-builder');
  await look('list-grouped');
  await ui.by('columns').click();
  await ui.by('column-chooser').waitFor();
  await look('list-columns');
  await escape('column-chooser');
  await ui.by('list-row').nth(0).getByRole('checkbox').click();
  await ui.by('list-row').nth(1).getByRole('checkbox').click();
  await ui.by('list-bar').waitFor();
  await ui.rest();
  await look('list-ticked');
  await ui.by('list-actions').click();
  await page.getByRole('menu').waitFor();
  await look('list-actions');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await ui.by('bulk-edit').click();
  await ui.by('bulk-edit-dialog').waitFor();
  await look('list-bulk-edit');
  await escape('bulk-edit-dialog');
  await ui.press('Escape');
  await ui.by('list-search').fill('zzzz qqqq');
  await ui.rest();
  await until('nothing', async () => (await ui.by('list-row').count()) === 0);
  await look('list-nothing');
  await ui.by('list-search').fill('');
  await ui.rest();
  await ui.by('search-panel-open').click();
  await ui.by('preset-mine').click();
  await ui.by('group-none').click();
  await page.keyboard.press('Escape');
  await ui.rest();
  for (const [view, at] of [['leads', 1], ['contacts', 3]]) {
    await ui.go(view);
    const radios = page.getByRole('radio');
    await radios.nth(at).click();
    await ui.by('list-row').first().waitFor();
    await ui.rest();
    await look(`list-${view}`);
    await radios.nth(at - 1).click();
    await ui.rest();
  }
  await page.keyboard.press('Escape');

  await ui.go('leads');
  await look('leads-none-open');
  await ui.by('lead-row').nth(1).click();
  await ui.by('lead-detail').waitFor();
  await ui.rest();
  await look('lead');
  await ui.press('n');
  await ui.by('new-lead-dialog').waitFor();
  await look('new-lead');
  await escape('new-lead-dialog');
  await ui.press('c');
  await ui.by('convert-dialog').waitFor();
  await look('convert-leads');
  await escape('convert-dialog');
  await ui.by('lead-row').nth(3).click({ modifiers: ['Control'] });
  await ui.by('leads-bar').waitFor();
  await look('leads-ticked');

  await ui.go('contacts');
  await ui.by('contact-row').nth(3).click();
  await ui.by('contact-detail').waitFor();
  await ui.rest();
  await look('organization');
  await ui.by('contact-detail').locator('.person__name').first().click();
  await ui.rest();
  await look('person');
  await ui.press('n');
  await ui.by('new-contact-dialog').waitFor();
  await look('new-contact');
  await escape('new-contact-dialog');

  await ui.go('reports');
  await look('reports');
  for (const chart of ['report-reasons', 'report-rate', 'report-stages', 'report-sources', 'report-values']) await ui.by(chart).locator('.icon-btn').click();
  await look('reports-tables');
  await ui.by('report-reasons').locator('.data__open').first().click();
  await ui.by('list-row').first().waitFor();
  await look('report-records');
  await ui.by('list-back').click();
  await ui.rest();
  await ui.by('report-period').click();
  await page.getByRole('menu').waitFor();
  await look('report-periods');
  await page.getByRole('menuitem').last().click();
  await ui.by('report-days').waitFor();
  await look('report-days');
  await escape('report-days');

  await ui.go('trash');
  await ui.by('trash-row').first().waitFor();
  await ui.by('trash-row').first().getByRole('checkbox').click();
  await look('trash');
  await ui.go('history');
  await ui.by('history-entry').first().locator('.hist__head').click();
  await ui.rest();
  await look('history');
  await escape('history');

  await ui.go('settings');
  for (const section of ['appearance', 'profile', 'pipelines', 'reasons', 'labels', 'sources', 'products', 'fields', 'leads', 'safeguards', 'data', 'keyboard']) {
    await ui.by(`settings-${section}`).click();
    await ui.rest();
    await look(`settings-${section}`);
  }

  await core.willPick(join(folder, 'list.csv'));
  await ui.palette.open();
  await look('palette');
  await page.locator('[data-key$="page-import"]').click();
  await ui.palette.element.waitFor({ state: 'detached' });
  await ui.by('import-pick').waitFor();
  await look('import-none');
  await ui.by('import-pick').click();
  await ui.by('import-entity-deal').waitFor();
  await ui.rest();
  await look('import-file');
  await ui.by('import-next').click();
  await ui.by('import-column').first().waitFor();
  await look('import-columns');
  await ui.by('import-next').click();
  await ui.by('import-count-create').waitFor();
  await ui.rest();
  await look('import-check');
  await ui.by('import-row').last().click();
  await look('import-detail');
  await ui.by('import-run').click();
  await ui.by('import-done').waitFor();
  await ui.rest();
  await look('import-done');

  await ui.palette.open();
  await ui.palette.find('zzz');
  await ui.rest();
  await look('palette-found');
  await ui.palette.find('zzzz qqqq');
  await ui.rest();
  await look('palette-nothing');
  await escape('palette');
  await ui.go('board');
  await page.keyboard.press('?');
  await ui.by('key-sheet').waitFor();
  await look('key-sheet');
  await escape('key-sheet');
}

for (const [language, locale] of [['en', 'en-GB'], ['fr', 'fr-FR'], ['zh-CN', 'zh-CN']]) {
  scenario(`axe-core finds nothing on any screen in light and dark: ${language}`, { sample: language, locale }, async (stage) => {
    const { page, ui, note } = stage;
    hearData(page, data);
    await stage.reload();
    await page.evaluate(AXE);
    const wrong = [];
    let screens = 0;
    await tour(stage, async (name) => {
      screens += 1;
      await ui.frames(2);
      for (const theme of ['light', 'dark']) wrong.push(...(await findings(page, theme, () => stage.shot(`${language}-${name}-${theme}`))).map((finding) => ({ screen: name, finding })));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) wrong.push({ screen: name, finding: `${wide} px too wide` });
      for (const text of await texts(page)) {
        if (language === 'en') english.add(text);
        else if (!shown[language].has(text)) shown[language].set(text, name);
      }
    });
    note(`${screens} screens`);
    assert.deepEqual(grouped(wrong), []);
  });
}

scenario('axe-core finds nothing on the first screen and on empty pages', { sample: null }, async ({ page, ui }) => {
  await page.evaluate(AXE);
  const wrong = [];
  const look = async (screen) => {
    for (const theme of ['light', 'dark']) wrong.push(...(await findings(page, theme)).map((finding) => ({ screen, finding })));
  };
  await look('start');
  await ui.by('start-empty').click();
  await ui.by('new-deal').waitFor();
  await ui.rest();
  await look('board');
  for (const view of ['leads', 'contacts', 'reports', 'trash', 'history']) {
    await ui.go(view);
    await look(view);
  }
  assert.deepEqual(grouped(wrong), []);
});

const words = (text) => text.match(/\p{Script=Latin}{4,}/gu)?.map((word) => word.toLowerCase()) ?? [];

scenario('no French or Chinese text equals the English one outside a short list', async () => {
  assert.ok(english.size > 500, `${english.size} English texts were seen`);
  const left = [];
  const names = [...data].filter((one) => one.length > 2).sort((a, b) => b.length - a.length);
  const nameless = (text) => names.reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, '') : rest), text);
  for (const [language, texts_] of Object.entries(shown)) {
    const same = rightlySame(language);
    assert.ok(texts_.size > 500, `${texts_.size} texts in ${language}`);
    for (const [text, screen] of texts_) {
      if (!english.has(text) || data.has(text) || !/\p{L}{2}/u.test(text) || same.some((pattern) => pattern.test(text))) continue;
      if (/\p{L}{2}/u.test(nameless(text))) left.push(`${language} ${screen}: ${text}`);
    }
  }
  assert.deepEqual(left, []);
});

scenario('no English word stands among French or Chinese ones', async () => {
  const known = new Set([...data].flatMap(words));
  const spoken = new Set([...english].flatMap(words));
  const left = new Set();
  for (const [language, texts_] of Object.entries(shown)) {
    const folder_ = join(UI, 'src/i18n', language);
    const own = new Set(readdirSync(folder_).flatMap((name) => words(readFileSync(join(folder_, name), 'utf8').replace(/^[\w-]+ =/gm, ''))));
    for (const [text, screen] of texts_) {
      // `sept` is September, short, in both languages
      const odd = words(text).filter((word) => spoken.has(word) && !own.has(word) && !known.has(word) && !/^(english|français|windows|shift_jis|jis|sept)$/.test(word));
      if (odd.length > 0) left.add(`${language} ${screen}: ${odd.join(' ')} in ${text.slice(0, 100)}`);
    }
  }
  assert.deepEqual([...left], []);
});
