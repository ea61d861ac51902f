/** Finding anything: the field in the bar and the palette, with what they open, find again and forget. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();
const TITLE = 'Two packaged chillers';

async function accents(core) {
  const deal = await core.deal(TITLE);
  await core.call('create_organization', { name: 'Crêperie Évangéline', parent: null, city: 'Saint-Étienne', phone: null, email: null });
  await core.call('add_note', { on: { kind: 'deal', id: deal.id }, body: 'Die Kühlanlage läuft über Nacht; später prüfen.' });
}

scenario('the palette ignores accents and opens what it finds', { prepare: accents }, async ({ ui, page, shot }) => {
  await ui.palette.open();
  await shot('palette-empty');
  await ui.palette.find('creperie evang', 'Crêperie Évangéline');
  await shot('palette');
  await ui.press('Enter');
  await ui.by('contact-detail').waitFor();
  await until('the organization', async () => (await ui.by('contact-detail').innerText()).includes('Crêperie Évangéline'));
  await ui.palette.open();
  await ui.palette.find('kuhlanlage spater', 'Two packaged chillers');
  await ui.press('Enter');
  await ui.drawer.element.waitFor();
  await until('the deal of the note', async () => (await ui.drawer.element.innerText()).includes(TITLE));
  await page.keyboard.press('Escape');
  await ui.palette.open();
  assert.match(await ui.palette.element.innerText(), /Recently opened[\s\S]*Two packaged chillers[\s\S]*Crêperie Évangéline/);
});

scenario('the palette finds pages and acts, runs them, and gives the focus back', async ({ ui, page }) => {
  await ui.board.focus(TITLE);
  await ui.palette.open();
  await page.keyboard.press('Escape');
  await ui.palette.element.waitFor({ state: 'detached' });
  assert.equal(await ui.board.focused(), TITLE);
  await ui.palette.run('trash', 'Trash');
  await until('the trash', () => page.evaluate(() => document.documentElement.dataset.view === 'trash'));
  await ui.palette.run('Dark', /Theme: Dark/);
  await until('the dark theme', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
});

scenario('acts on the open deal are in the palette', async ({ ui, core }) => {
  const { id } = await core.deal(TITLE);
  await ui.drawer.open(TITLE);
  await ui.palette.run('Won', 'Won');
  await until('it won', async () => (await core.detail(id)).deal.status === 'won');
});

scenario('Ctrl+Enter shows the card on its board', async ({ ui, page }) => {
  await ui.go('contacts');
  await ui.palette.open();
  await ui.palette.find('leak checks', 'Leak checks at all plants');
  await page.keyboard.press('Control+Enter');
  await ui.palette.element.waitFor({ state: 'detached' });
  await until('the card with the focus', async () => (await ui.board.focused()) === 'Leak checks at all plants');
  assert.ok((await ui.by('pipeline-switcher').innerText()).includes('Service contracts'));
});

scenario('while typing, only the answer to the newest text is shown, however late older ones come', async ({ ui, page }) => {
  const held = [];
  await page.route('**/command/search', async (route) => {
    const { text } = route.request().postDataJSON();
    if (text === 'chill') await new Promise((release) => held.push(release));
    await route.continue();
  });
  const field = ui.by('search');
  await field.click();
  await field.pressSequentially('chill');
  await until('the slow question', () => held.length === 1);
  await field.fill('glycol');
  await ui.by('search-item').filter({ hasText: 'Glycol chiller for fermentation' }).waitFor();
  held.forEach((release) => release());
  await ui.rest();
  const shown = await ui.by('search-item').allInnerTexts();
  assert.ok(shown.every((text) => /glycol/i.test(text)), shown.join(' | '));
  assert.equal(await field.inputValue(), 'glycol');
});

scenario('typing fast asks a hundred times and ends with the right answer', async ({ ui, page, shot }) => {
  const field = ui.by('search');
  await field.click();
  for (let round = 0; round < 4; round += 1) {
    await field.pressSequentially('heat pump sports hall');
    await field.fill('');
  }
  await field.pressSequentially('heat pump sports hall');
  await ui.by('search-item').filter({ hasText: 'Heat pump for the sports hall' }).waitFor();
  await ui.rest();
  await shot('search');
  assert.ok((await ui.by('search-item').count()) >= 1);
  await page.keyboard.press('Escape');
  assert.equal(await field.inputValue(), '');
});

scenario('nothing found says so, and what is in the trash is marked', async ({ ui, core }) => {
  const { id } = await core.deal('Press line chillers');
  await core.call('delete_deals', { ids: [id], end: { how: 'closed' } });
  const field = ui.by('search');
  await field.fill('zzzz unheard of');
  await until('the words', async () => /Nothing found for “zzzz unheard of”/.test(await ui.by('search-results').innerText()));
  await field.fill('press line');
  const line = ui.by('search-item').filter({ hasText: 'Press line chillers' });
  await line.waitFor();
  assert.match(await line.innerText(), /In the trash/);
});

scenario('what changes while it is found is found as it is now', async ({ ui, core }) => {
  const { id } = await core.deal(TITLE);
  await core.call('update_deal', { id, changes: [{ field: 'title', value: 'Quiet chillers for the roof' }] });
  await ui.by('search').fill('quiet roof');
  await ui.by('search-item').filter({ hasText: 'Quiet chillers for the roof' }).waitFor();
  await ui.by('search').fill('packaged chillers');
  await until('no trace of the old name', async () => !(await ui.by('search-item').allInnerTexts()).some((text) => text.includes(TITLE)));
});
