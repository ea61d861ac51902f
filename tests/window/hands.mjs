/**
 * Hands in the window: the pointer and the keys, through WebDriver's own actions, so that the page hears what it
 * would hear from a person. What is under them is said in `pages.mjs`.
 */
import { Key, Origin } from 'selenium-webdriver';
import { until } from '../common.mjs';

export { Key };

/** Where the middle of an element is, or a point of it given as shares of its width and height. */
export async function spotOf(satchel, selector, [across, down] = [0.5, 0.5]) {
  const spot = await satchel.driver.executeScript(
    function (selector, across, down) {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box && { x: box.left + box.width * across, y: box.top + box.height * down };
    },
    selector,
    across,
    down,
  );
  if (!spot) throw new Error(`nothing on the page is ${selector}`);
  return spot;
}

/** The middle of the one that says `text` among what a selector finds, once it has come to rest and nothing covers it. */
function reach(satchel, selector, text = null) {
  let last = '';
  return until(`${selector}${text === null ? '' : ` saying "${text}"`} within reach`, async () => {
    const spot = await satchel.driver.executeScript(
      function (selector, text) {
        const found = [...document.querySelectorAll(selector)].find((one) => text === null || one.textContent.trim() === text);
        const box = found?.getBoundingClientRect();
        const spot = box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        return spot && found.contains(document.elementFromPoint(spot.x, spot.y)) ? spot : null;
      },
      selector,
      text,
    );
    const rested = spot !== null && JSON.stringify(spot) === last;
    last = JSON.stringify(spot);
    return rested && spot;
  });
}

/** A spot as given, or the middle of what a selector finds. */
const place = (satchel, where) => (typeof where === 'string' ? spotOf(satchel, where) : where);
const round = ({ x, y }, duration) => ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration });

/** @param {{ driver: import('selenium-webdriver').WebDriver }} satchel */
export function handsOn(satchel) {
  const actions = () => satchel.driver.actions();
  let at = { x: 0, y: 0 };
  /** Moves in steps, as a hand does: a drag that jumps would skip what it passes over. `pace` is the time of a step, ms. */
  async function move(where, steps = 4, pace = 0) {
    const to = await place(satchel, where);
    let chain = actions();
    for (let step = 1; step <= steps; step += 1) {
      chain = chain.move(round({ x: at.x + ((to.x - at.x) * step) / steps, y: at.y + ((to.y - at.y) * step) / steps }, pace));
    }
    await chain.perform();
    at = to;
  }
  const hands = {
    move,
    /** Clicks a spot, or what a selector finds: the first, or the one that says `text`. */
    async click(where, { keys = [], text = null } = {}) {
      await move(typeof where === 'string' ? await reach(satchel, where, text) : where, 1);
      let chain = actions();
      for (const key of keys) chain = chain.keyDown(key);
      chain = chain.press().release();
      for (const key of [...keys].reverse()) chain = chain.keyUp(key);
      await chain.perform();
    },
    async press() {
      await actions().press().perform();
    },
    async release() {
      await actions().release().perform();
    },
    /** Takes hold of something and carries it off far enough to be in hand. */
    async lift(selector) {
      await move(await reach(satchel, selector), 1);
      await hands.press();
      await move({ x: at.x + 8, y: at.y + 8 }, 2);
    },
    /** One key with what is held down meanwhile: `key('z', Key.CONTROL)`. */
    async key(key, ...held) {
      let chain = actions();
      for (const one of held) chain = chain.keyDown(one);
      chain = chain.keyDown(key).keyUp(key);
      for (const one of [...held].reverse()) chain = chain.keyUp(one);
      await chain.perform();
    },
    /** Text into what has the focus. */
    async type(text) {
      await actions().sendKeys(text).perform();
    },
    undo: () => hands.key('z', Key.CONTROL),
    redo: () => hands.key('z', Key.CONTROL, Key.SHIFT),
  };
  return hands;
}
