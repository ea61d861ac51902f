/** The board without a mouse: walking, carrying, outcomes, adding, editing; and what the board remembers. */
import assert from 'node:assert/strict';
import { scenarios, still, until } from './harness.mjs';

const scenario = scenarios();

scenario('arrows, Home, End, page keys and digits walk the cards', async ({ ui, page }) => {
  const at = async (title) => assert.equal(await ui.board.focused(), title);
  await ui.board.focus('Second cold room, 600 m³');
  await ui.press('ArrowDown');
  await at('Welding-fume hoods, bay 4');
  await ui.press('ArrowRight');
  await at('Wire EDM, used or new');
  await ui.press('ArrowLeft', 'ArrowUp');
  await at('Second cold room, 600 m³');
  await ui.press('End');
  await at('Dust extraction, panel shop');
  await ui.press('Home');
  await at('Second cold room, 600 m³');
  await ui.press('Control+End');
  await at('Turning centre with bar feeder');
  await ui.press('Control+Home', 'Digit3');
  await at('Two packaged chillers');
  await ui.press('PageDown');
  await at('Press line chillers');
  assert.equal(await page.locator('[data-testid="card"][tabindex="0"]').count(), 1, 'one card is in the tab order');
});

scenario('Space lifts, arrows carry, Space drops; the focus stays on the card', async ({ ui, core, page, shot }) => {
  await ui.board.focus('Welding-fume hoods, bay 4');
  await ui.press(' ');
  await ui.by('dock').waitFor();
  await ui.press('ArrowRight', 'ArrowRight', 'ArrowDown');
  assert.equal((await ui.board.read('Quote sent')).head, '5 → 6');
  await shot('key-carry');
  await ui.press(' ');
  assert.deepEqual((await ui.board.titles('Quote sent')).slice(0, 3), ['Two packaged chillers', 'Heat pump for the sports hall', 'Welding-fume hoods, bay 4']);
  assert.equal(await ui.board.focused(), 'Welding-fume hoods, bay 4');
  await ui.board.assertAsInCore();
  const history = await core.history();
  await ui.press('Enter');
  await ui.drawer.element.waitFor();
  await page.keyboard.press('Escape');
  await ui.drawer.element.waitFor({ state: 'detached' });
  await until('the focus back on the card', async () => (await ui.board.focused()) === 'Welding-fume hoods, bay 4');
  await ui.press(' ', 'ArrowLeft', 'ArrowDown', 'Escape');
  assert.deepEqual(await core.history(), history, 'Escape writes nothing');
  assert.equal(await ui.board.focused(), 'Welding-fume hoods, bay 4');
  await ui.board.assertAsInCore();
});

scenario('a lifted card reaches the dock with Tab and ends there', async ({ ui, core, page }) => {
  const deal = await core.deal('Press line chillers');
  await ui.board.focus('Press line chillers');
  await ui.press(' ', 'Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-testid')), 'dock-delete');
  await ui.press('ArrowRight', 'ArrowRight', 'Enter');
  assert.equal((await core.detail(deal.id)).deal.status, 'won');
  await until('the focus on a neighbour', async () => (await ui.board.focused()) === 'Operating theatre air handling');
  await ui.board.assertAsInCore();
});

scenario('lifts, hangings and drops are said in a live region with names, places from 1 and totals', async ({ ui, page }) => {
  const said = () => page.locator('[aria-live="polite"]').allInnerTexts().then((all) => all.join('\n'));
  await ui.board.focus('Oven hall ventilation');
  await ui.press(' ');
  await until('the lift', async () => /Oven hall ventilation lifted, Verbal yes, 2 of 2/.test(await said()));
  await ui.press('ArrowLeft');
  await until('the place', async () => /Negotiation, 2 of 4/.test(await said()));
  await ui.press('Enter');
  await until('the drop', async () => /Negotiation now 4 deals, €359,500/.test(await said()));
});

scenario('full stop and comma move to the neighbour stage, Alt and arrows within the column', async ({ ui, core }) => {
  await ui.board.focus('Cooling-tower overhaul');
  await ui.press('.');
  assert.equal((await ui.board.titles('Verbal yes'))[0], 'Cooling-tower overhaul');
  assert.equal(await ui.board.focused(), 'Cooling-tower overhaul');
  await ui.press(',', ',');
  assert.equal((await ui.board.titles('Quote sent'))[0], 'Cooling-tower overhaul');
  await ui.press('Alt+ArrowDown', 'Alt+ArrowDown');
  assert.equal((await ui.board.titles('Quote sent'))[2], 'Cooling-tower overhaul');
  await ui.press('Alt+ArrowUp', 'Alt+ArrowLeft');
  assert.equal((await ui.board.titles('Site visit'))[0], 'Cooling-tower overhaul');
  await ui.board.assertAsInCore();
  for (const _ of Array(7)) await ui.undo();
  assert.equal((await core.board()).columns[3].cards[0].title, 'Cooling-tower overhaul', 'seven steps, one by one');
  await ui.board.assertAsInCore();
});

scenario('W, L and Del end the card and hand the focus to its neighbour', async ({ ui, core }) => {
  const ids = await Promise.all(['Wire EDM, used or new', 'Pasteuriser heat recovery', 'Humidity control, press room'].map(async (title) => (await core.deal(title)).id));
  await ui.board.focus('Wire EDM, used or new');
  await ui.press('w');
  await until('the neighbour', async () => (await ui.board.focused()) === 'Pasteuriser heat recovery');
  await ui.press('l');
  await ui.by('lost-dialog').waitFor();
  await ui.press('Digit4', 'Enter');
  await until('the neighbour', async () => (await ui.board.focused()) === 'Humidity control, press room');
  await ui.press('Delete');
  await ui.by('delete-prompt').waitFor();
  await ui.press('Tab', 'Enter');
  await until('the neighbour', async () => (await ui.board.focused()) === 'Rooftop units for three stores');
  const [won, lost, trashed] = await Promise.all(ids.map((id) => core.detail(id)));
  assert.deepEqual([won.deal.status, lost.deal.status, trashed.deal.status], ['won', 'lost', 'closed']);
  assert.ok(lost.deal.close_reason && trashed.deal.deleted_at);
  await ui.board.assertAsInCore();
});

scenario('M asks where to and finds stages by typing', async ({ ui, core, shot }) => {
  await ui.board.focus('Free cooling for data hall 2');
  await ui.press('m');
  await ui.by('move-picker').waitFor();
  await shot('move-picker');
  await ui.page.keyboard.type('site');
  await ui.press('Enter');
  assert.equal((await ui.board.titles('Site visit'))[0], 'Free cooling for data hall 2');
  await ui.board.assertAsInCore();
  await ui.press('m', 'Escape');
  assert.equal(await ui.by('move-picker').count(), 0);
  assert.equal((await core.board()).columns[1].cards[0].title, 'Free cooling for data hall 2');
});

scenario('X, Shift and arrows, and Ctrl+A select; Escape lets go', async ({ ui, core }) => {
  await ui.board.focus('Spindle rebuild, five-axis mill');
  await ui.press('x');
  assert.equal((await ui.board.selected()).length, 1);
  await ui.press('Shift+ArrowDown', 'Shift+ArrowDown');
  assert.deepEqual(await ui.board.selected(), ['Spindle rebuild, five-axis mill', 'Wire EDM, used or new', 'Pasteuriser heat recovery']);
  await ui.press('Shift+ArrowUp');
  assert.equal((await ui.board.selected()).length, 2);
  await ui.press('Control+a');
  assert.equal((await ui.board.selected()).length, 6);
  const before = await core.history();
  await ui.press('.');
  assert.equal((await core.history()).length, before.length + 1, 'all of them are one step');
  assert.equal((await ui.board.read('Quote sent')).count, 11);
  await ui.board.assertAsInCore();
  await ui.press('Escape');
  assert.deepEqual(await ui.board.selected(), []);
});

scenario('N adds deals one after the other; value and day are read from the line', async ({ ui, core, page, shot }) => {
  await ui.board.focus('Glycol chiller for fermentation');
  await ui.press('n');
  const field = ui.by('quick-add').getByRole('textbox');
  await field.waitFor();
  await page.keyboard.type('Acme heat pump 12k fri');
  await until('how the line is read', async () => /Acme heat pump.*€12,000.*27 Nov/s.test(await ui.by('quick-add').innerText()) || /Acme heat pump.*€12,000.*in 3 d/s.test(await ui.by('quick-add').innerText()));
  await shot('quick-add');
  await ui.press('Enter');
  await page.keyboard.type('Second line');
  await ui.press('Enter');
  assert.deepEqual((await ui.board.titles('Negotiation')).slice(1, 4), ['Glycol chiller for fermentation', 'Acme heat pump', 'Second line'], 'below the card in use');
  const made = await core.deal('Acme heat pump');
  assert.deepEqual([made.value.minor, made.expected_close], [1_200_000, '2026-11-27']);
  await ui.press('Escape');
  assert.equal(await ui.by('quick-add').count(), 0);
  await ui.board.column('Verbal yes').getByTestId('column-add').click();
  await page.keyboard.type('At the top');
  await ui.press('Enter', 'Escape');
  assert.equal((await ui.board.titles('Verbal yes'))[0], 'At the top');
  await ui.board.assertAsInCore();
  await ui.undo();
  await ui.undo();
  await ui.board.assertAsInCore();
  assert.ok(!(await ui.board.titles('Negotiation')).includes('Second line'));
});

scenario('where a strict pipeline lets no deal begin, no column offers to add one; N adds in the first', async ({ ui, core, page, shot }) => {
  await ui.board.switchTo('Service contracts');
  const pipeline = (await core.catalog()).pipelines.find((one) => one.name === 'Service contracts');
  const columns = pipeline.stages.map((stage) => stage.name);
  for (const [at, name] of columns.entries()) assert.equal(await ui.board.column(name).getByTestId('column-add').count(), at === 0 ? 1 : 0, name);
  await shot('strict');
  await ui.board.column(columns[1]).getByTestId('card').first().focus();
  await ui.press('n');
  assert.equal(await ui.board.column(columns[0]).getByTestId('quick-add').count(), 1);
  await page.keyboard.type('Begins at the beginning');
  await ui.press('Enter', 'Escape');
  assert.equal((await ui.board.titles(columns[0]))[0], 'Begins at the beginning');
});

scenario('Shift+Enter edits the title in place; Escape reverts, an empty title is not taken', async ({ ui, core, page }) => {
  const { id } = await core.deal('Oven hall ventilation');
  const title = async () => (await core.detail(id)).deal.title;
  await ui.board.focus('Oven hall ventilation');
  await ui.press('Shift+Enter');
  await page.keyboard.type('Oven hall, both lines');
  await ui.press('Escape');
  assert.equal(await title(), 'Oven hall ventilation');
  await ui.press('Shift+Enter');
  await page.keyboard.type('Oven hall, both lines');
  await ui.press('Enter');
  assert.equal(await title(), 'Oven hall, both lines');
  assert.equal(await ui.board.focused(), 'Oven hall, both lines');
  await ui.press('Shift+Enter');
  await page.keyboard.press('Backspace');
  await ui.press('Enter');
  assert.equal(await title(), 'Oven hall, both lines');
  await ui.undo();
  assert.equal(await title(), 'Oven hall ventilation');
  await ui.board.assertAsInCore();
});

scenario('A plans a step and D sets the close date of the focused card', async ({ ui, core, page, shot }) => {
  const { id } = await core.deal('Heat pump for the sports hall');
  await ui.board.focus('Heat pump for the sports hall');
  await ui.press('a');
  await ui.by('quick-activity').waitFor();
  await shot('quick-activity');
  await page.keyboard.type('Ask for the meter readings');
  await ui.press('Enter');
  const [step] = (await core.detail(id)).open_activities;
  assert.deepEqual([step.subject, step.due_on], ['Ask for the meter readings', '2026-11-25']);
  await until('the focus back', async () => (await ui.board.focused()) === 'Heat pump for the sports hall');
  await ui.press('d');
  await ui.by('quick-date').waitFor();
  await shot('quick-date');
  await ui.press('ArrowRight', 'Enter');
  assert.equal((await core.detail(id)).deal.expected_close, '2027-01-12');
  await ui.board.assertAsInCore();
});

scenario('D gives all selected cards their close date in one step, which one Ctrl+Z takes back', async ({ ui, core }) => {
  const titles = ['Heat pump for the sports hall', 'Press line chillers', 'Two packaged chillers'];
  const days = async () => Promise.all(titles.map(async (title) => (await core.detail((await core.deal(title)).id)).deal.expected_close));
  const before = await days();
  const steps = (await core.history()).length;
  for (const title of titles) await ui.board.card(title).click({ modifiers: ['Control'] });
  await ui.press('d');
  await ui.by('quick-date').waitFor();
  await ui.press('ArrowRight', 'Enter');
  await until('one day for all', async () => new Set(await days()).size === 1);
  assert.equal((await core.history()).length, steps + 1);
  await ui.toastSays('3 records edited at once');
  await ui.board.assertAsInCore();
  await ui.undo();
  assert.deepEqual(await days(), before);
  await ui.board.assertAsInCore();
  await ui.press('Escape');
  await ui.board.focus(titles[0]);
  await ui.press('d');
  await ui.by('quick-date').waitFor();
  await ui.press('ArrowRight', 'Enter');
  await ui.toastSays(titles[0]);
});

scenario('a folded column keeps its count, stays folded over a restart, and opens under a card in hand', async (stage) => {
  const { core } = stage;
  await stage.ui.board.column('Negotiation').hover();
  await stage.ui.board.column('Negotiation').getByRole('button', { name: 'More for Negotiation' }).click();
  await stage.ui.choose('Fold column');
  await stage.shot('folded');
  assert.match(await stage.ui.board.column('Negotiation').innerText(), /3/);
  await stage.restart();
  const { ui } = stage;
  assert.equal(await ui.board.column('Negotiation').getByTestId('card').count(), 0);
  const hand = await ui.board.lift('Two packaged chillers');
  const box = await ui.board.column('Negotiation').boundingBox();
  await hand.at(box.x + box.width / 2, box.y + 200);
  await ui.board.column('Negotiation').getByTestId('card').first().waitFor();
  await hand.over('Negotiation', 'Cooling-tower overhaul');
  await hand.drop();
  assert.equal((await stage.core.board()).columns[3].cards[1].title, 'Two packaged chillers');
  await ui.board.assertAsInCore();
  assert.notEqual(core, stage.core);
});

scenario('the pipeline last shown is shown again; the palette and the menu switch', async (stage) => {
  await stage.ui.board.switchTo('Service contracts');
  const catalog = await stage.core.catalog();
  const service = catalog.pipelines.find((one) => one.name === 'Service contracts').id;
  await stage.ui.board.assertAsInCore(service);
  await stage.restart();
  await stage.ui.board.assertAsInCore(service);
  await stage.ui.palette.run('Sales', 'Sales');
  await until('the other board', async () => (await stage.ui.by('pipeline-switcher').innerText()).includes('Sales'));
  await stage.ui.rest();
  await stage.ui.board.assertAsInCore(catalog.pipelines[0].id);
});

scenario('Q shows only what needs action; headers say what is hidden, and a move lands right', async ({ ui, core, shot }) => {
  await ui.board.focus('Second cold room, 600 m³');
  await ui.press('q');
  await until('the hint', async () => (await ui.board.read('Qualified')).head.includes('hidden'));
  await shot('needs-action');
  const filtered = await core.board(null, { needs_action: true });
  for (const column of filtered.columns) {
    const drawn = await ui.board.read(column.stage.name);
    assert.equal(drawn.count, column.totals.count);
    if (column.hidden > 0) assert.ok(drawn.head.includes(`${column.hidden} hidden`), drawn.head);
    assert.deepEqual(drawn.cards.map((card) => card.title), column.cards.map((card) => card.title));
  }
  await ui.board.drag('Pasteuriser heat recovery', 'Qualified', 'Clinic ventilation refit');
  await ui.press('q');
  await until('everything again', async () => !(await ui.board.read('Qualified')).head.includes('hidden'));
  const qualified = await ui.board.titles('Qualified');
  assert.equal(qualified[qualified.indexOf('Clinic ventilation refit') + 1], 'Pasteuriser heat recovery');
  await ui.board.assertAsInCore();
});

scenario('lost deals can be shown on the board and restored from there', async ({ ui, core }) => {
  const lost = await core.board(null, { status: 'lost' });
  const card = lost.columns.flatMap((column) => column.cards)[0];
  await ui.palette.run('lost', 'Show lost deals');
  await until('a lost card', async () => (await ui.board.card(card.title).count()) === 1);
  await ui.board.menuOf(card.title);
  await ui.choose(/Restore/);
  assert.equal((await core.detail(card.id)).deal.status, 'open');
  await ui.palette.run('clear', 'Clear filter');
  await until('the card among the open ones', async () => (await ui.board.card(card.title).count()) === 1);
  await ui.board.assertAsInCore();
});

scenario('each density draws the same cards, and the choice stays', async (stage) => {
  for (const density of ['compact', 'roomy', 'touch', 'normal']) {
    await stage.ui.palette.run(density, new RegExp(`Density: ${density}`, 'i'));
    await until(density, async () => (await stage.page.evaluate(() => document.documentElement.dataset.density)) === density);
    await stage.ui.board.assertAsInCore();
    await stage.shot(`density-${density}`);
    // The heights that columns reckon with are the heights that cards have.
    const gaps = await stage.page.evaluate(() =>
      [...document.querySelectorAll('[data-testid="column"]')].flatMap((column) => {
        const boxes = [...column.querySelectorAll('[data-testid="card"]')].map((card) => card.getBoundingClientRect());
        return boxes.slice(1).map((box, at) => Math.round((box.top - boxes[at].bottom) * 10) / 10);
      }),
    );
    assert.equal(new Set(gaps).size, 1, `gaps between cards: ${[...new Set(gaps)]}`);
    const wanted = await stage.page.evaluate(() => {
      const list = document.querySelector('.col__cards');
      return Math.abs(list.scrollHeight - Math.max(list.clientHeight, [...list.querySelectorAll('[data-testid="card"]')].at(-1).offsetTop + [...list.querySelectorAll('[data-testid="card"]')].at(-1).offsetHeight + 24));
    });
    assert.ok(wanted <= 12, `the column is as long as its cards (${wanted} px apart)`);
  }
  await stage.ui.palette.run('compact', /Density: compact/i);
  await stage.restart();
  assert.equal(await stage.page.evaluate(() => document.documentElement.dataset.density), 'compact');
});

scenario('an empty pipeline says what the board is for', { sample: null, refusals: [] }, async ({ ui, core, page, shot }) => {
  await ui.by('start').waitFor();
  await shot('start');
  await ui.by('start-empty').click();
  await page.getByRole('heading', { name: /Every deal/ }).waitFor();
  await ui.rest();
  await shot('board-empty');
  await page.getByRole('button', { name: 'Add first deal' }).click();
  await page.keyboard.type('The very first 900');
  await ui.press('Enter', 'Escape');
  assert.equal((await core.deal('The very first')).value.minor, 90_000);
  await ui.board.assertAsInCore();
});

scenario('the first start fills the board with samples, which one click removes', { sample: null }, async ({ ui, core }) => {
  await ui.by('start-sample').click();
  await ui.by('board').waitFor();
  await ui.rest();
  await ui.board.assertAsInCore();
  assert.ok((await core.board()).totals.count > 20);
  await ui.by('sample-strip-remove').click();
  await until('the samples to be gone', async () => (await core.board()).totals.count === 0);
  await ui.rest();
  assert.equal(await ui.by('sample-strip').count(), 0);
  assert.deepEqual(still(await core.leads()).rows, []);
});

scenario('a title typed with an input method is not taken for keys', async ({ ui, core, page }) => {
  await ui.board.focus('Two packaged chillers');
  const before = await core.history();
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'w', keyCode: 229, isComposing: true, bubbles: true })));
  await ui.rest();
  assert.deepEqual(await core.history(), before);
});

scenario('? lists every key that works here', async ({ ui, page, shot }) => {
  await ui.board.focus('Two packaged chillers');
  await page.keyboard.press('?');
  await ui.by('key-sheet').waitFor();
  await shot('key-sheet');
  const text = await ui.by('key-sheet').innerText();
  for (const words of ['Lift the card', 'Mark as won', 'Undo', 'Select the whole column']) assert.ok(text.includes(words), words);
  await ui.press('Escape');
  assert.equal(await ui.by('key-sheet').count(), 0);
});
