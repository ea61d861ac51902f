/** What a person does and sees on the pages, in their words: board, cards in hand, dock, drawer, notices, palette. */
import assert from 'node:assert/strict';
import { until } from '../common.mjs';
import { NO_FILTER } from './core.mjs';

/** Money as the page writes it in British English; the heads of columns write no cents. */
export function money({ minor, currency = 'EUR' }, cents = true) {
  const whole = minor % 100 === 0 || !cents ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat('en-GB', { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...whole }).format(minor / 100).replace('-', '−');
}

const sumOf = (totals, key) => totals.sums.find((one) => one.currency === 'EUR')?.[key] ?? 0;

export class Ui {
  constructor(page, core) {
    this.page = page;
    this.core = core;
    this.board = new Board(this);
    this.drawer = new Drawer(this);
    this.palette = new Palette(this);
  }

  /** Everything asked is answered, and drawn. */
  async rest() {
    await this.page.evaluate(
      () =>
        new Promise((done, refuse) => {
          const late = performance.now() + 15_000;
          let calm = 0;
          const look = () => {
            const { ready, pending } = document.documentElement.dataset;
            calm = ready === 'true' && pending === '0' ? calm + 1 : 0;
            if (calm >= 4) done();
            else if (performance.now() > late) refuse(new Error(`no rest: ready ${ready}, pending ${pending}`));
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
  }

  /** Some animation frames pass. */
  frames(count = 2) {
    return this.page.evaluate((left) => new Promise((done) => {
      const next = () => (left-- <= 0 ? done() : requestAnimationFrame(next));
      next();
    }), count);
  }

  async press(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.rest();
    }
  }

  by(testid) {
    return this.page.getByTestId(testid);
  }

  button(name, exact = true) {
    return this.page.getByRole('button', { name, exact });
  }

  async go(view) {
    await this.by(`nav-${view}`).click();
    await this.rest();
  }

  /** Opens a section of the settings. */
  async settings(section) {
    await this.go('settings');
    await this.by(`settings-${section}`).click();
    await this.rest();
  }

  /** Opens the list of deals. */
  async list() {
    await this.press('Alt+2');
    await this.by('list-row').first().waitFor();
    await this.rest();
  }

  /** The newest notice's words, once they say what is expected. */
  async toastSays(words) {
    await until(`a notice that says ${words}`, async () => (await this.by('toast').allInnerTexts()).some((text) => (words instanceof RegExp ? words.test(text) : text.includes(words))));
  }

  async undo() {
    await this.press('Control+z');
  }

  async redo() {
    await this.press('Control+Shift+z');
  }

  /** Opens a file of deals in the import and goes on to its columns. */
  async importColumns(path) {
    await this.core.willPick(path);
    if (!(await this.page.evaluate(() => document.documentElement.dataset.view === 'import'))) await this.palette.run('Import', 'Import');
    await this.by('import-pick').click();
    await this.by('import-entity-deal').waitFor();
    await this.rest();
    await this.by('import-next').click();
    await this.by('import-column').first().waitFor();
    await this.rest();
  }

  /** Chooses from the menu that is open. */
  async choose(name) {
    await this.page.getByRole('menuitem', { name }).click();
    await this.rest();
  }

  /** Whether anything is wider than the window. */
  async assertNoSidewaysScroll() {
    const wide = await this.page.evaluate(() => [document.documentElement.scrollWidth, document.body.scrollWidth, innerWidth]);
    assert.ok(Math.max(wide[0], wide[1]) <= wide[2], `the page is ${wide[0]} px wide in a window of ${wide[2]} px`);
  }
}

class Board {
  constructor(ui) {
    this.ui = ui;
    this.page = ui.page;
    this.element = ui.by('board');
  }

  column(name) {
    return this.page.locator(`[data-testid="column"][data-stage-name="${name}"]`);
  }

  card(title) {
    const exactly = new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    return this.ui.by('card').filter({ has: this.page.locator('.card__title', { hasText: exactly }) });
  }

  /** What is drawn: each column with its head and its cards by place. */
  columns() {
    return this.page.evaluate(() =>
      [...document.querySelectorAll('[data-testid="column"]')].map((column) => ({
        name: column.dataset.stageName,
        stage: column.dataset.stageId || null,
        count: Number(column.dataset.count),
        head: column.querySelector('.col__count')?.textContent.trim().replace(/\s+/g, ' ') ?? '',
        delta: column.querySelector('.col__delta')?.textContent ?? null,
        total: column.querySelector('[data-testid="column-total"]')?.textContent ?? '',
        weighted: column.querySelector('[data-testid="column-weighted"]')?.textContent ?? '',
        cards: [...column.querySelectorAll('[data-testid="card"]')].map((card) => ({ id: card.dataset.dealId, place: Number(card.getAttribute('aria-posinset')), title: card.querySelector('.card__title')?.textContent ?? '' })),
        over: column.classList.contains('is-over'),
        off: column.classList.contains('is-off'),
        line: column.querySelector('.insert')?.getBoundingClientRect().top ?? null,
      })),
    );
  }

  async read(name) {
    return (await this.columns()).find((column) => column.name === name);
  }

  async titles(name) {
    return (await this.read(name)).cards.map((card) => card.title);
  }

  /** What is drawn is what the core holds: counts, sums, and each drawn card in its place. */
  async assertAsInCore(pipeline = null) {
    await this.ui.rest();
    const board = await this.ui.core.board(pipeline, {}, 200);
    const drawn = await this.columns();
    assert.deepEqual(drawn.map((column) => column.name), board.columns.map((column) => column.stage?.name ?? 'Not started'));
    for (const [at, column] of board.columns.entries()) {
      const shown = drawn[at];
      assert.equal(shown.count, column.totals.count, `count of ${shown.name}`);
      assert.equal(shown.head, String(column.totals.count), `head of ${shown.name}`);
      assert.equal(shown.total, money({ minor: sumOf(column.totals, 'sum') }, false), `sum of ${shown.name}`);
      if (column.totals.count > 0) assert.equal(shown.weighted, `${money({ minor: sumOf(column.totals, 'weighted') }, false)} weighted`, `weighted sum of ${shown.name}`);
      for (const card of shown.cards) assert.equal(card.title, column.cards[card.place - 1]?.title, `place ${card.place} of ${shown.name}`);
      if (column.totals.count > 0) assert.ok(shown.cards.length > 0, `${shown.name} draws its cards`);
    }
  }

  async focus(title) {
    await this.card(title).focus();
  }

  /** Takes a card in hand with the mouse. */
  async lift(title) {
    const box = await this.card(title).boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(30, box.height / 2)];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + 4, y + 8, { steps: 3 });
    await this.ui.by('dock').waitFor();
    await this.ui.rest();
    return new Hand(this);
  }

  /** One whole drag: into a column, behind a card (or `null`: to the top). */
  async drag(title, column, after) {
    const hand = await this.lift(title);
    await hand.over(column, after);
    await hand.drop();
  }

  async menuOf(title) {
    await this.card(title).hover();
    await this.card(title).locator('[data-card-menu]').click();
    await this.page.getByRole('menu').waitFor();
  }

  async switchTo(pipeline) {
    await this.ui.by('pipeline-switcher').click();
    await this.ui.choose(pipeline);
    await until(`the board of ${pipeline}`, async () => (await this.ui.by('pipeline-switcher').innerText()).includes(pipeline));
    await this.ui.rest();
  }

  async selected() {
    return this.page.evaluate(() => [...document.querySelectorAll('.card.is-selected .card__title')].map((one) => one.textContent));
  }

  async focused() {
    return this.page.evaluate(() => document.activeElement?.closest('[data-deal-id]')?.querySelector('.card__title')?.textContent ?? null);
  }
}

/** Cards in hand by mouse. */
class Hand {
  constructor(board) {
    this.board = board;
    this.ui = board.ui;
    this.page = board.page;
  }

  /** Hangs over a column: behind the card of this title, or `null` for its top. The column may scroll meanwhile. */
  async over(column, after = null) {
    await until(`the place in ${column} behind ${after ?? 'nothing'}`, async () => {
      const list = await this.board.column(column).boundingBox();
      const card = after === null ? null : await this.board.card(after).boundingBox();
      const head = await this.board.column(column).locator('.col__head').boundingBox();
      const y = card ? card.y + card.height - 4 : head.y + head.height + 4;
      await this.page.mouse.move(list.x + list.width / 2, y, { steps: 3 });
      await this.ui.frames(2);
      const shown = await this.board.read(column);
      if (!shown.over) return false;
      if (shown.line === null) return shown.cards.length === 0 || (await this.sorted(column));
      if (!card) return shown.line < (await this.board.column(column).getByTestId('card').first().boundingBox()).y;
      const now = await this.board.card(after).boundingBox();
      return shown.line >= now.y + now.height - 1 && shown.line <= now.y + now.height + 12;
    });
    await this.ui.rest();
  }

  async sorted(column) {
    return (await this.board.column(column).locator('.col__sorted').count()) > 0;
  }

  /** Hangs somewhere. */
  async at(x, y) {
    await this.page.mouse.move(x, y, { steps: 3 });
    await this.ui.frames(2);
  }

  /** Hangs over a zone of the dock. */
  async overZone(zone) {
    const box = await this.ui.by(`dock-${zone}`).boundingBox();
    await this.at(box.x + box.width / 2, box.y + box.height / 2);
    await this.ui.rest();
  }

  /** Holds over Move to until it shows where. */
  async openFan() {
    await this.overZone('move');
    await this.page.locator('.fan').waitFor();
    await this.ui.frames(2);
  }

  async overFan(locator) {
    const box = await locator.boundingBox();
    await this.at(box.x + box.width / 2, box.y + box.height / 2);
    await this.ui.rest();
  }

  async drop() {
    await this.page.mouse.up();
    await this.ui.rest();
  }

  async escape() {
    await this.page.keyboard.press('Escape');
    await this.page.mouse.up();
    await this.ui.rest();
  }

  /** The number on the preview; 1 without. */
  async count() {
    const badge = this.page.locator('.hand__n');
    return (await badge.count()) === 0 ? 1 : Number(await badge.innerText());
  }
}

class Drawer {
  constructor(ui) {
    this.ui = ui;
    this.page = ui.page;
    this.element = ui.by('deal-detail');
  }

  async open(title) {
    await this.ui.board.card(title).click();
    await this.element.waitFor();
    await this.ui.rest();
  }

  async close() {
    await this.element.getByRole('button', { name: 'Close', exact: false }).first().click();
    await this.element.waitFor({ state: 'detached' });
    await this.ui.rest();
  }

  /** The fact under a heading, such as Value. */
  fact(name) {
    return this.element.locator('.fact').filter({ has: this.page.locator('dt', { hasText: new RegExp(`^${name}$`) }) });
  }

  /** Types over a value edited in place. */
  async edit(within, label, text) {
    await within.getByRole('button', { name: `Edit ${label}` }).first().click();
    const field = within.getByRole('textbox', { name: label }).first();
    await field.fill(text);
    await field.press('Enter');
    await this.ui.rest();
  }

  /** The core's word on the deal that is open. */
  async core() {
    const id = await this.page.evaluate(() => history.state?.satchel?.route?.record?.id);
    return this.ui.core.call('deal_detail', { id, filter: NO_FILTER });
  }
}

class Palette {
  constructor(ui) {
    this.ui = ui;
    this.page = ui.page;
    this.element = ui.by('palette');
  }

  async open() {
    await this.page.keyboard.press('Control+k');
    await this.element.waitFor();
    await this.ui.rest();
  }

  /** Types, and waits for a line that says this. */
  async find(text, line) {
    await this.ui.by('palette-input').fill(text);
    await this.ui.rest();
    if (line) await this.item(line).first().waitFor();
  }

  item(line) {
    return this.ui.by('palette-item').filter({ hasText: line });
  }

  async run(text, line = text) {
    await this.open();
    await this.find(text, line);
    await this.item(line).first().click();
    await this.element.waitFor({ state: 'detached' });
    await this.ui.rest();
  }
}
