/** Cards that leave the board: Lost with its question, Won, Delete, another pipeline; by dock, menu and selection bar. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';
import { money } from './pages.mjs';

const scenario = scenarios();
const TITLE = 'Heat pump for the sports hall';

/** What a scenario may compare after taking everything back. */
async function everything(core) {
  const catalog = await core.catalog();
  return still({ boards: [await core.board(), await core.board(catalog.pipelines[1].id)], leads: await core.leads(), trash: await core.trash(), reasons: catalog.reasons });
}


async function liftOver(ui, title, zone) {
  const hand = await ui.board.lift(title);
  await hand.overZone(zone);
  return hand;
}

scenario('dropped on Lost: a digit chooses the reason, the note is typed, Enter confirms, Ctrl+Z brings the card back', async ({ ui, core, page, shot }) => {
  const before = await everything(core);
  const deal = await core.deal(TITLE);
  const hand = await liftOver(ui, TITLE, 'lost');
  assert.equal((await ui.board.read('Quote sent')).head, '5 → 4');
  await hand.drop();
  const dialog = ui.by('lost-dialog');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /Heat pump for the sports hall/);
  assert.match(await dialog.innerText(), /€71,200 leaves the pipeline/);
  assert.equal(await ui.board.card(TITLE).evaluate((card) => card.classList.contains('is-source')), true, 'the card waits');
  await page.keyboard.press('Digit2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Too early; ask again in March.');
  await shot('lost');
  const chosen = await dialog.getByRole('option', { selected: true }).innerText();
  await page.keyboard.press('Shift+Tab');
  await ui.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await ui.toastSays(TITLE);
  const after = await core.detail(deal.id);
  const reason = (await core.catalog()).reasons.find((one) => one.id === after.deal.close_reason);
  assert.deepEqual([after.deal.status, after.deal.close_note], ['lost', 'Too early; ask again in March.']);
  assert.ok(chosen.includes(reason.description), `${reason.description} was chosen by 2`);
  await ui.toastSays(reason.description);
  await ui.board.assertAsInCore();
  await shot('lost-undo');
  await ui.undo();
  assert.deepEqual(await everything(core), before);
  assert.equal((await ui.board.titles('Quote sent'))[1], TITLE);
  await ui.board.assertAsInCore();
  await ui.redo();
  assert.equal((await core.detail(deal.id)).deal.status, 'lost');
  await ui.board.assertAsInCore();
});

scenario('Escape in the question puts the cards back and writes nothing', async ({ ui, core, page }) => {
  const before = { ...(await everything(core)), history: await core.history() };
  for (const zone of ['lost', 'delete']) {
    const hand = await liftOver(ui, TITLE, zone);
    await hand.drop();
    await ui.by(zone === 'lost' ? 'lost-dialog' : 'delete-prompt').waitFor();
    await ui.press('Escape');
    await until('the dock to be gone', async () => (await ui.by('dock').count()) === 0);
    await ui.board.assertAsInCore();
    assert.equal(await page.locator('.card.is-source').count(), 0);
  }
  assert.deepEqual({ ...(await everything(core)), history: await core.history() }, before);
});

scenario('a reason that is typed is created with the act and undone with it', async ({ ui, core, page, shot }) => {
  const before = await everything(core);
  const deal = await core.deal(TITLE);
  await (await liftOver(ui, TITLE, 'lost')).drop();
  await ui.by('lost-dialog').waitFor();
  await page.keyboard.type('Price above the grant');
  await ui.by('lost-dialog').getByRole('option', { name: /Create/ }).waitFor();
  await shot('lost-create');
  await ui.press('Enter');
  await ui.press('Enter');
  await ui.by('lost-dialog').waitFor({ state: 'detached' });
  const { reasons } = await core.catalog();
  const made = reasons.find((one) => one.description === 'Price above the grant');
  assert.ok(made);
  assert.equal((await core.detail(deal.id)).deal.close_reason, made.id);
  await ui.undo();
  assert.deepEqual(await everything(core), before);
});

scenario('several cards are lost for one reason, or for one each', async ({ ui, core, page }) => {
  const pick = async (titles) => {
    for (const title of titles) await ui.board.card(title).click({ modifiers: ['Control'] });
    await ui.rest();
    await (await liftOver(ui, titles[0], 'lost')).drop();
    await ui.by('lost-dialog').waitFor();
  };
  const two = ['Press line chillers', 'Free cooling for data hall 2'];
  const ids = await Promise.all(two.map(async (title) => (await core.deal(title)).id));
  await pick(two);
  await ui.press('Digit1', 'Enter');
  await ui.by('lost-dialog').waitFor({ state: 'detached' });
  const [first, second] = await Promise.all(ids.map((id) => core.detail(id)));
  assert.equal(first.deal.close_reason, second.deal.close_reason);
  await ui.undo();
  await ui.board.assertAsInCore();
  await pick(two);
  await ui.by('lost-dialog').getByRole('checkbox').click();
  await ui.by('lost-dialog').getByRole('combobox').focus();
  await page.keyboard.press('Digit1');
  await ui.press('Enter');
  await page.keyboard.press('Digit3');
  await ui.press('Enter');
  await ui.by('lost-dialog').waitFor({ state: 'detached' });
  const [one, other] = await Promise.all(ids.map((id) => core.detail(id)));
  assert.deepEqual([one.deal.status, other.deal.status], ['lost', 'lost']);
  assert.notEqual(one.deal.close_reason, other.deal.close_reason);
});

scenario('dropped on Won: the deal is won at once, and the undo of the notice takes it back', async ({ ui, core, shot }) => {
  const before = await everything(core);
  const deal = await core.deal('Oven hall ventilation');
  const hand = await liftOver(ui, 'Oven hall ventilation', 'won');
  assert.match(await ui.by('dock-won').innerText(), /\+€31,400/);
  await shot('dragging-won');
  await hand.drop();
  assert.equal((await core.detail(deal.id)).deal.status, 'won');
  await ui.board.assertAsInCore();
  await ui.by('undo').last().click();
  await until('the deal to be open again', async () => (await core.detail(deal.id)).deal.status === 'open');
  assert.deepEqual(await everything(core), before);
  await ui.board.assertAsInCore();
});

scenario('Delete asks how an open deal ends, then trashes it as one step', async ({ ui, core }) => {
  const before = await everything(core);
  const deal = await core.deal(TITLE);
  await (await liftOver(ui, TITLE, 'delete')).drop();
  await ui.by('delete-closed').click();
  await ui.rest();
  let now = (await core.detail(deal.id)).deal;
  assert.equal(now.status, 'closed');
  assert.ok(now.deleted_at);
  await ui.undo();
  assert.deepEqual(await everything(core), before);
  await (await liftOver(ui, TITLE, 'delete')).drop();
  await ui.by('delete-lost').click();
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit1', 'Enter');
  await until('the trash', async () => (await core.detail(deal.id)).deal.deleted_at !== null);
  now = (await core.detail(deal.id)).deal;
  assert.equal(now.status, 'lost');
  assert.ok(now.close_reason);
  await ui.board.assertAsInCore();
  await ui.undo();
  assert.deepEqual(await everything(core), before);
});

scenario('with the safeguard off Delete asks nothing', async ({ ui, core }) => {
  await core.call('update_settings', { changes: [{ field: 'delete_ended_only', value: false }] });
  const deal = await core.deal(TITLE);
  await (await liftOver(ui, TITLE, 'delete')).drop();
  await until('the trash', async () => (await core.detail(deal.id)).deal.deleted_at !== null);
  assert.equal((await core.detail(deal.id)).deal.status, 'open');
  await ui.board.assertAsInCore();
});

scenario('held over Move to, its targets open as a fan; a stage of another pipeline takes the card', async ({ ui, core, page, shot }) => {
  const { pipelines } = await core.catalog();
  const other = pipelines.find((one) => one.name === 'Service contracts');
  const deal = await core.deal(TITLE);
  const hand = await ui.board.lift(TITLE);
  await hand.openFan();
  await shot('fan');
  const strictLater = page.locator('.fan').getByText('Offer', { exact: true });
  await hand.overFan(strictLater);
  assert.equal(await page.locator('.fan .stage.is-off').count(), 3, 'only the first stage takes a deal from elsewhere');
  await hand.overFan(page.locator('.fan').getByText('Request', { exact: true }));
  await hand.drop();
  const now = (await core.detail(deal.id)).deal;
  assert.deepEqual([now.pipeline, now.stage], [other.id, other.stages[0].id]);
  await ui.board.assertAsInCore();
  await ui.undo();
  assert.equal((await core.detail(deal.id)).deal.pipeline, deal.pipeline);
  await ui.board.assertAsInCore();
});

scenario('the fan closes when the pointer leaves it for a column', async ({ ui, page, core }) => {
  const before = await core.history();
  const hand = await ui.board.lift(TITLE);
  await hand.openFan();
  await hand.over('Site visit', 'Wire EDM, used or new');
  await page.locator('.fan').waitFor({ state: 'detached' });
  await hand.escape();
  assert.deepEqual(await core.history(), before);
});

scenario('the menu of a card has the same outcomes as dragging it', async ({ ui, core, shot }) => {
  const id = async (title) => (await core.deal(title)).id;
  const chillers = await id('Two packaged chillers');
  await ui.board.menuOf('Two packaged chillers');
  await shot('card-menu');
  await ui.choose(/Mark as won/);
  assert.equal((await core.detail(chillers)).deal.status, 'won');
  await ui.undo();
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/Mark as lost/);
  await ui.by('lost-dialog').waitFor();
  await ui.press('Enter');
  assert.deepEqual([(await core.detail(chillers)).deal.status, (await core.detail(chillers)).deal.close_reason], ['lost', null]);
  await ui.undo();
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/Close without outcome/);
  assert.equal((await core.detail(chillers)).deal.status, 'closed');
  await ui.undo();
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/To the bottom/);
  assert.equal((await ui.board.titles('Quote sent')).at(-1), 'Two packaged chillers');
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/To the top/);
  assert.equal((await ui.board.titles('Quote sent'))[0], 'Two packaged chillers');
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/Move to/);
  await ui.by('move-picker').waitFor();
  await ui.by('move-target').filter({ hasText: 'Verbal yes' }).click();
  await ui.rest();
  assert.equal((await ui.board.titles('Verbal yes'))[0], 'Two packaged chillers');
  await ui.board.menuOf('Two packaged chillers');
  await ui.choose(/Delete/);
  await ui.by('delete-closed').click();
  await ui.rest();
  assert.ok((await core.detail(chillers)).deal.deleted_at);
  await ui.board.assertAsInCore();
});

scenario('the right button opens the menu where the pointer is', async ({ ui, page }) => {
  await ui.board.card('Press line chillers').click({ button: 'right', position: { x: 40, y: 20 } });
  const menu = await page.getByRole('menu').boundingBox();
  const card = await ui.board.card('Press line chillers').boundingBox();
  const near = (a, b) => Math.abs(a - b) < 12;
  assert.ok(near(menu.x, card.x + 40), 'its left edge');
  assert.ok(near(menu.y, card.y + 20) || near(menu.y + menu.height, card.y + 20), 'its upper edge, or the lower one where there is no room below');
  await ui.press('Escape');
  assert.equal(await page.getByRole('menu').count(), 0);
  assert.equal(await ui.board.focused(), 'Press line chillers');
});

scenario('the selection bar adds up and acts on all that is selected', async ({ ui, core, page, shot }) => {
  const titles = ['Spindle rebuild, five-axis mill', 'Humidity control, press room', 'Rooftop units for three stores'];
  const cards = await Promise.all(titles.map((title) => core.deal(title)));
  await ui.board.card(titles[0]).click({ modifiers: ['Control'] });
  await ui.board.card(titles[1]).click({ modifiers: ['Shift'] });
  await ui.rest();
  assert.equal((await ui.board.selected()).length, 4, 'Shift takes everything between');
  await page.keyboard.press('Escape');
  for (const title of titles) await ui.board.card(title).click({ modifiers: ['Control'] });
  const sum = money({ minor: cards.reduce((all, card) => all + card.value.minor, 0) });
  await until(`the sum ${sum}`, async () => (await ui.by('selection-bar').innerText()).includes(sum));
  await shot('selection');
  await ui.by('sel-date').click();
  await page.getByTestId('quick-date').waitFor();
  await page.getByTestId('quick-date').locator('.cal__day').filter({ hasText: /^27$/ }).last().click();
  await ui.rest();
  for (const card of cards) assert.match((await core.detail(card.id)).deal.expected_close, /-27$/);
  await ui.by('sel-label').click();
  await page.getByTestId('quick-label').getByRole('checkbox', { name: 'Tender' }).click();
  await page.getByTestId('quick-label').getByRole('button', { name: 'Save' }).click();
  await ui.rest();
  const { labels } = await core.catalog();
  const tender = labels.find((one) => one.name === 'Tender').id;
  for (const card of cards) assert.ok((await core.detail(card.id)).deal.labels.includes(tender));
  await ui.by('sel-activity').click();
  await page.getByTestId('quick-activity').getByRole('textbox').first().fill('Send the drawings');
  await page.getByTestId('quick-activity').getByRole('button', { name: /Plan/ }).click();
  await ui.rest();
  for (const card of cards) assert.ok((await core.detail(card.id)).open_activities.some((one) => one.subject === 'Send the drawings'));
  await ui.by('sel-won').click();
  await ui.rest();
  for (const card of cards) assert.equal((await core.detail(card.id)).deal.status, 'won');
  assert.equal(await ui.by('selection-bar').count(), 0);
  await ui.board.assertAsInCore();
  await ui.undo();
  for (const card of cards) assert.equal((await core.detail(card.id)).deal.status, 'open');
  await ui.board.assertAsInCore();
});

scenario('a double click on Undo takes back that one step, also while the core is slow; Ctrl+Z pressed twice takes back two', async ({ ui, core, page }) => {
  const titles = (await ui.board.titles('Quote sent')).slice(0, 2);
  const close = async (title) => {
    await ui.board.menuOf(title);
    await ui.choose(/Close without/);
  };
  const states = async () => (await core.history(2)).map((line) => line.split(' ').at(-1));
  for (const slow of [false, true]) {
    for (const title of titles) await close(title);
    // The acts are of one kind: one notice that counts them.
    if (slow) await page.route('**/command/undo', async (route) => setTimeout(() => void route.continue(), 300));
    await ui.by('undo').dblclick();
    await until('the step back', async () => (await states()).includes('undone'));
    await ui.rest();
    assert.deepEqual(await states(), ['undone', 'applied']);
    await page.unroute('**/command/undo');
    await ui.undo();
    assert.deepEqual(await states(), ['undone', 'undone']);
  }
  for (const title of titles) await close(title);
  await page.route('**/command/undo', async (route) => setTimeout(() => void route.continue(), 300));
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await until('both back', async () => (await states()).every((state) => state === 'undone'));
  await ui.rest();
  await ui.toastSays(titles[0]);
  await ui.board.assertAsInCore();
});
