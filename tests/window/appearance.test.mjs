import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { until } from '../common.mjs';
import { desk, hand, openBoard, page, satchel } from './desk.mjs';
import { dump } from './file.mjs';
import { hook } from './pages.mjs';

/** The words of the system are English here; what was chosen in the window wins over them. */
const start = (env = {}) => openBoard({ LANG: 'C.UTF-8', SATCHEL_LOCALE: undefined, ...env });

before(() => start({ SATCHEL_SAMPLE: '1' }));

/** French says these as English does. */
const SHARED = new Set(['Pipeline', 'Contacts']);
const words = () => page.ask('return [...document.querySelectorAll(".rail__item")].map((one) => one.textContent.trim())');
const ground = () => page.ask('return getComputedStyle(document.body).backgroundColor');

async function settings() {
  await hand.click(hook('nav-settings'));
  await hand.click(hook('settings-appearance'));
  await satchel.rest();
}

/** Chooses in the list of languages, by the name a language calls itself. */
async function speak(name) {
  await hand.click('.set__box .pick');
  await hand.click('.combo .opt', { text: name });
}

test('theme and language change in the window at once and stay over a restart', async () => {
  const [light, english] = [await ground(), await words()];
  const data = dump(desk.dataDir);
  await settings();
  await hand.click('[role="radio"][aria-label="Dark"]');
  await until('a dark page', async () => (await satchel.hooks()).theme === 'dark');
  assert.notEqual(await ground(), light);
  for (const [name, lang] of [['Français', 'fr'], ['简体中文', 'zh-Hans']]) {
    await speak(name);
    await until(`the page in ${name}`, async () => (await satchel.hooks()).lang === lang);
    const said = await words();
    for (const [at, word] of said.entries()) if (!SHARED.has(word)) assert.notEqual(word, english[at], `${name} has its own words`);
    await satchel.rest();
    await desk.picture(`appearance-settings-${lang}`);
  }
  const [dark, chinese] = [await ground(), await words()];
  await satchel.stop();
  assert.equal(JSON.parse(readFileSync(join(desk.dataDir, 'window.json'), 'utf8')).theme, 'dark', 'the frame of the window remembers too');
  await start();
  assert.deepEqual([(await satchel.hooks()).theme, (await satchel.hooks()).lang], ['dark', 'zh-Hans']);
  assert.deepEqual([await ground(), await words()], [dark, chinese]);
  await desk.picture('appearance-board-zh-Hans');
  assert.equal(dump(desk.dataDir), data, 'how it looks is no business data');
});

test('back to the system: its words and its light', async () => {
  await settings();
  await speak('Français');
  await until('the page in French', async () => (await satchel.hooks()).lang === 'fr');
  await hand.click(hook('nav-board'));
  await page.board();
  await desk.picture('appearance-board-fr');
  await settings();
  await hand.click('[role="radio"][aria-label="Clair"]');
  await until('a light page', async () => (await satchel.hooks()).theme === 'light');
  await satchel.stop();
  await start();
  assert.deepEqual([(await satchel.hooks()).theme, (await satchel.hooks()).lang], ['light', 'fr']);
  await satchel.stop();
});
