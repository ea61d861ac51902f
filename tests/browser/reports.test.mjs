/** Reports: the charts say what the core counts, each mark opens the list of the records it counts, each chart is also a table. */
import assert from 'node:assert/strict';
import { scenarios, until } from './harness.mjs';

const scenario = scenarios();
const YEAR = { of: 'deals', period: { kind: 'last_twelve_months' }, pipeline: null, currency: null };

const focused = (page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent.trim());
const rows = (ui) => ui.by('list-row');
const listed = async (ui) => Number((await ui.by('list-count').innerText()).replace(/\D/g, ''));

scenario('the figures are those of the core, and a block opens the deals it counts', async ({ ui, core, page, shot }) => {
  await ui.go('reports');
  const report = await core.call('report', YEAR);
  assert.ok(report.whole.lost.count > 2 && report.whole.won.count > 2, 'the sample has won and lost deals');
  const figures = await ui.by('report-figures').innerText();
  assert.match(figures, new RegExp(`\\b${Math.round(report.whole.rate / 100)}%`));
  assert.match(figures, new RegExp(`${report.whole.won.count} won deals`));
  await shot('reports');
  const catalog = await core.call('catalog');
  for (const slice of report.reasons) {
    const name = slice.id === null ? 'Without a reason' : catalog.reasons.find((one) => one.id === slice.id).description;
    const row = ui.by('report-reasons').locator('.reason').filter({ hasText: name });
    assert.equal(await row.locator('.reason__n').innerText(), String(slice.lost.count), name);
    assert.equal(await row.locator('[data-mark]').count(), 12, 'a block a month');
  }
  const slice = report.reasons[0];
  const at = slice.steps.findIndex((count) => count > 0);
  await ui.by('report-reasons').locator('.reason').first().locator('[data-mark]').nth(at).click();
  await until('the list of its deals', async () => (await listed(ui)) === slice.steps[at]);
  await ui.rest();
  await shot('reports-behind');
  const mark = { won: false, from: report.steps[at].from, to: report.steps[at].to, only: { by: 'reason', id: slice.id } };
  const list = await core.call('report_list', { query: YEAR, mark });
  const behind = await core.call('list_page', { ...list, columns: [], offset: 0, limit: 50 });
  assert.deepEqual(await rows(ui).evaluateAll((all) => all.map((one) => one.dataset.id)), behind.rows.map((row) => row.id));
  const chips = await page.locator('.search__chips .chip').allInnerTexts();
  assert.equal(chips.length, 3, 'lost, for this reason, in these days');
  await rows(ui).first().locator('[data-field="title"]').click();
  await ui.by('lost-ribbon').waitFor();
  await page.keyboard.press('Escape');
  await ui.by('deal-detail').waitFor({ state: 'detached' });
  // what is restored is lost no longer: the list and the report follow
  await core.call('restore_deals', { ids: [behind.rows[0].id] });
  await until('one row less', async () => (await rows(ui).count()) === behind.rows.length - 1);
  await ui.by('list-back').click();
  await until('the report again', async () => (await ui.by('report-figures').innerText()).includes(`\n${report.whole.lost.count - 1}`));
  await page.goBack();
  await ui.by('list-back').waitFor();
  // back over the deal that was opened, to where it began
  for (let step = 0; step < 3; step += 1) await page.goBack();
  await ui.by('report-figures').waitFor();
  // the list of before is as it was
  await ui.go('board');
  await ui.list();
  assert.deepEqual(await page.locator('.search__chips .chip').allInnerTexts(), ['My pipeline']);
});

scenario('every mark that is drawn opens a list of as many records, the won and the converted too', async ({ ui, core, page }) => {
  await ui.go('reports');
  for (const of of ['deals', 'leads']) {
    await page.getByRole('radio', { name: of === 'deals' ? 'Deals' : 'Leads' }).click();
    await ui.rest();
    const report = await core.call('report', { ...YEAR, of });
    const { won, lost } = report.whole;
    const figures = ui.by('report-figures').locator('.kpi__n');
    const source = report.sources.find((slice) => slice.lost.count > 0);
    const cases = [
      [figures.nth(0), won.count + lost.count],
      [figures.nth(1), won.count],
      [figures.nth(3), lost.count],
      [ui.by('report-reasons').locator('.reason__name').first(), report.reasons[0].lost.count],
      [ui.by('report-sources').locator('.bar').first(), source.lost.count],
      ...report.steps.map((step, at) => [ui.by('report-rate').locator('[data-mark]').nth(at), step.won.count + step.lost.count]),
    ];
    for (const [place, count] of cases) {
      await place.focus();
      await ui.press('Enter');
      await ui.by('list-back').waitFor();
      await until(`${count} ${of}`, async () => (await ui.by('list-page').getAttribute('data-count')) === String(count));
      await ui.by('list-back').click();
      await ui.by('report-figures').waitFor();
      await ui.rest();
    }
  }
});

scenario('by keyboard: one tab stop a chart, arrows walk its marks, Enter opens, the table holds the same numbers', async ({ ui, core, page, shot }) => {
  await ui.go('reports');
  const report = await core.call('report', YEAR);
  const chart = ui.by('report-rate');
  await chart.locator('[data-mark]').first().focus();
  await ui.press('ArrowRight', 'ArrowRight');
  assert.match(await focused(page), /^Feb 2026/);
  await ui.press('End');
  assert.match(await focused(page), /^Nov 2026/);
  assert.equal(await chart.locator('[data-mark][tabindex="0"]').count(), 1);
  await ui.press('Enter');
  const last = report.steps.at(-1);
  await until('what ended in the last step', async () => (await listed(ui)) === last.won.count + last.lost.count);
  await ui.by('list-back').press('Enter');
  await ui.rest();

  for (const [testid, first] of [['report-reasons', 'Lost reason'], ['report-rate', 'When'], ['report-stages', 'Stage'], ['report-sources', 'Source'], ['report-values', 'Lost reason']]) {
    await ui.by(testid).getByRole('button', { name: 'Show as table' }).press('Enter');
    assert.equal(await ui.by(testid).getByRole('columnheader').first().innerText(), first);
  }
  await shot('reports-tables');
  const table = ui.by('report-reasons').getByRole('table');
  const cells = await table.getByRole('row').evaluateAll((all) => all.slice(1).map((row) => [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent))));
  assert.deepEqual(cells, report.reasons.map((slice) => [slice.lost.count, ...slice.steps, slice.before]));
  await table.getByRole('row').nth(1).getByRole('button').first().press('Enter');
  await until('all of the first reason', async () => (await listed(ui)) === report.reasons[0].lost.count);
});

scenario('another period, leads instead of deals, and a period in which nothing ended', async ({ ui, core, page, shot }) => {
  await ui.go('reports');
  await ui.by('report-period').click();
  await ui.choose('This quarter');
  await until('three months', async () => (await ui.by('report-reasons').locator('.reason').first().locator('[data-mark]').count()) === 3);
  await page.getByRole('radio', { name: 'Leads' }).click();
  await ui.rest();
  const leads = await core.call('report', { ...YEAR, of: 'leads', period: { kind: 'this_quarter' } });
  assert.match(await ui.by('report-figures').innerText(), new RegExp(`Lost leads\\s+${leads.whole.lost.count}\\b`));
  await shot('reports-leads');
  await page.getByRole('radio', { name: 'Deals' }).click();
  await ui.by('report-period').click();
  await ui.choose('Choose days');
  const dialog = ui.by('report-days');
  await dialog.getByRole('textbox', { name: 'First day' }).fill('02/01/2001');
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('01/01/2001');
  await page.keyboard.press('Tab');
  await dialog.getByText('The last day comes before the first').waitFor();
  assert.ok(await dialog.getByRole('button', { name: 'Show' }).isDisabled());
  await dialog.getByRole('textbox', { name: 'Last day' }).fill('03/01/2001');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('No deal was won or lost in this period').waitFor();
  await ui.rest();
  await shot('reports-empty');
  await page.getByRole('button', { name: 'Show all time' }).click();
  await ui.by('report-figures').waitFor();
  await ui.rest();
  await ui.assertNoSidewaysScroll();
});

scenario('money of two currencies is chosen, never added', async ({ ui, core, shot }) => {
  const { columns } = await core.board();
  const card = columns[0].cards[0];
  await core.call('update_deal', { id: card.id, changes: [{ field: 'value', value: { minor: 123_400, currency: 'USD' } }] });
  await core.call('lose_deals', { ids: [card.id], reason: null, note: '' });
  await ui.go('reports');
  await ui.by('report-figures').getByText('1 in another currency left out').waitFor();
  await ui.by('report-currency').click();
  await ui.choose('USD');
  await until('the dollars', async () => /\$1,234/.test(await ui.by('report-figures').innerText()));
  await shot('reports-currency');
});

for (const [language, locale, scheme] of [['fr', 'fr-FR', 'light'], ['zh-CN', 'zh-CN', 'dark'], ['en', 'en-GB', 'dark']]) {
  scenario(`the charts fit in ${language}, also in a narrow window`, { sample: language, locale, scheme }, async ({ ui, page, shot }) => {
    await ui.go('reports');
    await shot(`reports-${language}-${scheme}`);
    await ui.assertNoSidewaysScroll();
    await page.setViewportSize({ width: 720, height: 900 });
    await ui.rest();
    await ui.assertNoSidewaysScroll();
    const outside = await ui.by('reports').evaluate((node) => node.scrollWidth - node.clientWidth);
    assert.equal(outside, 0, 'nothing is wider than the page');
    await shot(`reports-${language}-narrow`);
  });
}
