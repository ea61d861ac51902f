/**
 * The built interface in Chromium before the real core: each scenario has a fresh data directory, a core of its own
 * and a page that may not say a word on its console. What stands on the pages is said in `pages.mjs`.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import test, { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import { PATIENCE, TARGET } from '../common.mjs';
import { Core, ZONE } from './core.mjs';
import { Ui } from './pages.mjs';

export { fill, until } from '../common.mjs';
export { Core, NO_FILTER, TODAY, still } from './core.mjs';

const CHROMIUM = process.env.SATCHEL_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path));
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** Pictures: of every failure, and of what a test shows on its way when this is set. */
const SHOTS = process.env.SATCHEL_SHOTS;
const FAILURES = join(TARGET, 'xtask/browser');

/** A folder for the files of a test file, gone after its last test. @param {string} name */
export function scratch(name) {
  const folder = mkdtempSync(join(tmpdir(), `satchel-${name}-`));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A page, and everything it may not do. */
class Watch {
  constructor() {
    this.faults = [];
    this.refused = [];
  }

  follow(page) {
    page.on('pageerror', (error) => this.faults.push(`exception: ${error.stack ?? error.message}`));
    page.on('dialog', (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      // Refusals are answers with a status of their own; they are judged below by their code.
      if (/the server responded with a status of 422/.test(message.text())) return;
      if (message.type() === 'error' || message.type() === 'warning' || /Content Security Policy/.test(message.text())) this.faults.push(`console: ${message.text()}`);
    });
    page.on('response', (response) => {
      if (response.status() !== 422) return;
      const command = basename(new URL(response.url()).pathname);
      const code = response.json().then((body) => body.code, () => 'unread');
      this.refused.push(code.then((read) => `${command}: ${read}`));
    });
  }

  /** What went wrong, refusals that were expected left out. A search that a newer letter interrupts is no refusal. */
  async verdict(expected) {
    const refused = (await Promise.all(this.refused)).filter((one) => !one.endsWith(': superseded'));
    const open = [...expected];
    const surprising = refused.filter((one) => {
      const at = open.indexOf(one);
      if (at >= 0) open.splice(at, 1);
      return at < 0;
    });
    return [...this.faults, ...surprising.map((one) => `refused: ${one}`), ...open.map((one) => `not refused: ${one}`)];
  }
}

/**
 * The scenarios of one file: one browser for all of them. Answers the function that declares one.
 * @param {{ sample?: string | null, locale?: string, size?: [number, number], touch?: boolean, dir?: () => string }} [usual]
 */
export function scenarios(usual = {}) {
  let browser;
  before(async () => {
    if (!CHROMIUM) throw new Error('no Chromium; set SATCHEL_CHROMIUM');
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  });
  after(async () => browser?.close());

  /**
   * @param {string} name a sentence
   * @param {object} how overrides of the usual; `refusals` lists what the core is expected to refuse ("command: code");
   *   `prepare(core)` runs before the page opens
   * @param {(stage: Stage) => Promise<void>} run
   */
  return function scenario(name, how, run) {
    if (typeof how === 'function') return scenario(name, {}, how);
    return test(name, async (context) => {
      const stage = new Stage(browser, { sample: 'en', locale: 'en-GB', size: [1440, 900], ...usual, ...how });
      stage.note = (words) => context.diagnostic(words);
      try {
        await stage.begin();
        await run(stage);
        if (!stage.page.isClosed()) await stage.ui.rest();
        const faults = await stage.watch.verdict(how.refusals ?? []);
        if (faults.length > 0) throw new Error(faults.join('\n'));
      } catch (error) {
        mkdirSync(FAILURES, { recursive: true });
        await stage.page?.screenshot({ path: join(FAILURES, `${context.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80)}.png`) }).catch(() => undefined);
        const faults = await stage.watch.verdict(how.refusals ?? []).catch(() => []);
        if (faults.length > 0) context.diagnostic(faults.join(' | '));
        throw error;
      } finally {
        await stage.end();
      }
    });
  };
}

/** Where one scenario plays. */
export class Stage {
  #browser;
  #how;
  #own;

  constructor(browser, how) {
    this.#browser = browser;
    this.#how = how;
    this.#own = how.dir === undefined;
    this.watch = new Watch();
  }

  async begin() {
    const { sample, dir, prepare, locale } = this.#how;
    this.dir = dir ? dir() : mkdtempSync(join(tmpdir(), 'satchel-browser-'));
    this.core = await Core.start(this.dir, { sample, env: locale ? { LC_ALL: `${locale.replace('-', '_')}.UTF-8` } : {} });
    await prepare?.(this.core);
    this.context = await this.#newContext();
    await this.#openPage();
  }

  async #newContext() {
    const { locale, size, touch = false, motion = 'reduce', scheme = 'light' } = this.#how;
    const context = await this.#browser.newContext({ viewport: { width: size[0], height: size[1] }, locale, timezoneId: ZONE, reducedMotion: motion, colorScheme: scheme, hasTouch: touch });
    context.setDefaultTimeout(PATIENCE);
    return context;
  }

  async #openPage() {
    this.page = await this.context.newPage();
    this.watch.follow(this.page);
    this.ui = new Ui(this.page, this.core);
    await this.page.goto(this.core.url);
    await this.ui.rest();
  }

  /** The core ends and starts again over the same directory; so does the page. */
  async restart() {
    await this.ui.rest();
    await this.page.close();
    await this.core.stop();
    this.core = await Core.start(this.dir);
    await this.#openPage();
  }

  /** The page alone starts again. */
  async reload() {
    await this.page.reload();
    await this.ui.rest();
  }

  /** A second window over the same core. */
  async secondPage() {
    // A context of its own: pages of one context take turns at being visible.
    this.other ??= await this.#newContext();
    const page = await this.other.newPage();
    this.watch.follow(page);
    await page.goto(this.core.url);
    const ui = new Ui(page, this.core);
    await ui.rest();
    return ui;
  }

  /** A picture for people, where they asked for pictures. */
  shot = async (name) => {
    if (!SHOTS) return;
    mkdirSync(SHOTS, { recursive: true });
    await this.page.screenshot({ path: join(SHOTS, `${name}.png`) });
  };

  async end() {
    for (const context of [this.context, this.other]) await context?.close().catch(() => undefined);
    await this.core?.stop();
    if (this.#own && this.dir) rmSync(this.dir, { recursive: true, force: true });
  }
}
