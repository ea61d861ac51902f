/** Language and theme: switched at any moment, remembered, and never in the way of what is being written. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();
const html = (page, name) => page.evaluate((key) => (key === 'lang' ? document.documentElement.lang : document.documentElement.dataset[key]), name);

scenario('English, French, Chinese and back while a deal is open and a note half written', async ({ ui, page, shot }) => {
  await ui.drawer.open('Two packaged chillers');
  await ui.press('n');
  await page.keyboard.type('Trop cher – 太贵');
  for (const [language, lang, words] of [['Français', 'fr', /Journal|Note|Étape|Valeur/], ['简体中文', 'zh-Hans', /备注|阶段|金额/], ['English', 'en', /Timeline/]]) {
    await ui.palette.run(language, language);
    await until(language, async () => (await html(page, 'lang')) === lang);
    assert.match(await ui.drawer.element.innerText(), words);
    assert.equal(await ui.by('composer').getByRole('textbox').first().inputValue(), 'Trop cher – 太贵', 'what was typed stays');
    await shot(`drawer-${lang}`);
  }
});

scenario('the palette speaks the language it has just been told', async ({ ui, page }) => {
  await ui.palette.run('Français', 'Français');
  await ui.palette.open();
  assert.match(await ui.palette.element.innerText(), /Corbeille/);
  await page.keyboard.press('Escape');
});

scenario('the first screen can be read in each language', { sample: null }, async ({ ui, page, shot }) => {
  for (const [language, lang] of [['Français', 'fr'], ['简体中文', 'zh-Hans'], ['English', 'en']]) {
    await page.getByRole('radio', { name: language }).or(page.getByRole('button', { name: language })).first().click();
    await until(language, async () => (await html(page, 'lang')) === lang);
    await shot(`start-${lang}`);
  }
  await ui.by('start-sample').click();
  await ui.by('board').waitFor();
});

scenario('numbers, money and days follow the language', async (stage) => {
  const { ui, page } = stage;
  const sum = async () => (await ui.board.read('Qualified')).total;
  assert.equal(await sum(), '€272,950');
  await ui.palette.run('Français', 'Français');
  await until('French money', async () => /^272[\s\u202f]950[\s\u00a0]€$/.test(await sum()));
  await ui.palette.run('简体中文', '简体中文');
  await until('Chinese money', async () => /^€272,950$/.test(await sum()));
  await stage.shot('board-zh');
  assert.equal(await html(page, 'lang'), 'zh-Hans');
  await stage.restart();
  assert.equal(await html(stage.page, 'lang'), 'zh-Hans', 'remembered');
});

scenario('the theme follows the choice at once and is remembered; else it follows the system', async (stage) => {
  const { page, ui } = stage;
  assert.equal(await html(page, 'theme'), 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await until('the system dark', async () => (await html(page, 'theme')) === 'dark');
  await ui.go('settings');
  await page.getByRole('radio', { name: 'Light' }).or(page.getByRole('button', { name: 'Light', exact: true })).first().click();
  await until('light', async () => (await html(page, 'theme')) === 'light');
  await stage.shot('settings');
  await stage.restart();
  assert.equal(await html(stage.page, 'theme'), 'light');
  const background = () => stage.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await stage.ui.palette.run('Dark', /Theme: Dark/);
  await until('another background', async () => (await background()) !== light);
});

scenario('the language of the system is taken where there is a catalogue for it', { locale: 'fr-CH' }, async ({ page, ui }) => {
  assert.equal(await html(page, 'lang'), 'fr');
  assert.match((await ui.board.read('Qualifié')).total, /272.950/);
});

scenario('English serves where there is no catalogue', { locale: 'de-DE' }, async ({ page }) => {
  assert.equal(await html(page, 'lang'), 'en');
});
