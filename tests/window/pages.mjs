/** What the pages of the application show, read from the window itself; nothing here touches the data file. */
import { until } from '../common.mjs';

const quoted = (text) => text.replace(/["\\]/g, '\\$&');
/** Selectors of the stable hooks. */
export const hook = (name) => `[data-testid="${name}"]`;
export const column = (stage) => `${hook('column')}[data-stage-name="${quoted(stage)}"]`;
/** A card by its deal, ids as in the window (with dashes). */
export const card = (id) => `${hook('card')}[data-deal-id="${id}"]`;
/** An id of the window as SQL text, and a hex text of the file as the window writes it. */
export const inFile = (id) => `x'${id.replaceAll('-', '')}'`;
export const dashed = (hex) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** @param {Awaited<ReturnType<import('./driver.mjs').openDesk>> extends { start: (...args: any[]) => Promise<infer S> } ? S : never} satchel */
export function pagesOf(satchel) {
  const ask = (script, ...args) => satchel.driver.executeScript(script, ...args);
  const pages = {
    ask,
    /** Whether anything on the page is `selector`. */
    shows: (selector) => ask('return document.querySelector(arguments[0]) !== null', selector),
    count: (selector) => ask('return document.querySelectorAll(arguments[0]).length', selector),
    text: (selector) => ask("return document.querySelector(arguments[0])?.textContent.replace(/\\s+/g, ' ').trim() ?? null", selector),
    async appears(selector) {
      await until(`${selector} on the page`, () => pages.shows(selector));
    },
    async vanishes(selector) {
      await until(`${selector} gone`, async () => !(await pages.shows(selector)));
    },
    /** Calls a command of the core as the page does. */
    call: (name, input = {}) =>
      satchel.driver
        .executeAsyncScript(
          function (name, input, done) {
            window.__TAURI_INTERNALS__.invoke(name, { input }).then((answer) => done({ answer }), (error) => done({ error }));
          },
          name,
          input,
        )
        .then(({ answer, error }) => {
          if (error !== undefined) throw new Error(`${name}: ${JSON.stringify(error)}`);
          return answer;
        }),
    /** The board as it is seen: columns with what their heads say, and the cards drawn, from the top. */
    columns: () =>
      ask(function () {
        return [...document.querySelectorAll('[data-testid="column"]')].map((column) => ({
          stage: column.dataset.stageName,
          stageId: column.dataset.stageId,
          count: Number(column.dataset.count),
          total: column.querySelector('[data-testid="column-total"]')?.textContent ?? '',
          cards: [...column.querySelectorAll('[data-testid="card"]')].map((card) => ({ id: card.dataset.dealId, title: card.querySelector('.card__title')?.textContent ?? '' })),
        }));
      }),
    /** Ids of the cards drawn in a column, from the top. */
    order: async (stage) => (await pages.columns()).find((one) => one.stage === stage)?.cards.map((one) => one.id) ?? [],
    /** The columns' counts by stage. */
    counts: async () => Object.fromEntries((await pages.columns()).map((one) => [one.stage, one.count])),
    /** Until the board is drawn and nothing is under way. */
    async board() {
      await satchel.rest();
      await until('the board', () => ask('return document.querySelectorAll(\'[data-testid="column"] [data-testid="card"], [data-testid="column"] .col__empty, .welcome\').length > 0'));
      await satchel.rest();
    },
    /** What the newest notice says. */
    toast: () => ask("return [...document.querySelectorAll('[data-testid=\"toast\"]')].at(-1)?.querySelector('.toast__text').textContent.trim() ?? null"),
    /** The card that has the focus, if one has. */
    focused: () => ask('return document.activeElement?.dataset?.dealId ?? null'),
  };
  return pages;
}
