/** A list as tests read it and act on it, in the words of a person. */
export const QUERY = { entity: 'deal', presets: [], filter: { all: [], any: [] }, text: '', pipeline: null };

/** The list as it is seen, in the words of a person. */
export function listOf({ ui, page, core }) {
  const list = {
    rows: () => ui.by('list-row'),
    row: (title) => ui.by('list-row').filter({ has: page.locator('[data-field="title"]', { hasText: new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) }) }),
    titles: () => page.locator('[data-testid="list-row"] [data-field="title"]').allInnerTexts(),
    count: async () => Number((await ui.by('list-count').innerText()).replace(/\D/g, '')),
    open: () => ui.list(),
    async panel() {
      await ui.by('search-panel-open').click();
      await ui.by('search-panel').waitFor();
    },
    /** Puts ready filters in force or takes them away. */
    async presets(...names) {
      await list.panel();
      for (const name of names) await ui.by(`preset-${name}`).click();
      await page.keyboard.press('Escape');
      await ui.rest();
    },
    async tick(...titles) {
      for (const title of titles) await list.row(title).getByRole('checkbox').click();
    },
    async act(name) {
      await ui.by('list-actions').click();
      await ui.choose(name);
    },
    total: async (presets, more = {}) => (await core.call('list_totals', { ...QUERY, presets, ...more })).totals,
  };
  return list;
}

/** Adds a condition in the builder that is open: its field, operator and values by their words. */
export async function condition({ ui, page }, field, operator, values) {
  const row = ui.by('condition').last();
  await row.getByTestId('condition-field').getByRole('combobox').fill(field);
  await page.getByRole('option').filter({ has: page.getByText(field, { exact: true }) }).click();
  if (operator) {
    await row.getByTestId('condition-operator').getByRole('combobox').or(row.getByTestId('condition-operator').getByRole('button')).first().click();
    await page.getByRole('option', { name: operator }).first().click();
  }
  for (const value of values) {
    const add = row.getByTestId('add-value');
    if ((await page.getByRole('listbox', { name: 'Value' }).count()) === 0) await add.click();
    await page.getByRole('listbox', { name: 'Value' }).getByRole('option', { name: value }).first().click();
  }
  if (values.length > 0) await page.keyboard.press('Escape');
}

export const lostReasons = async (core) => {
  const { rows } = await core.call('list_page', { query: { ...QUERY, presets: [{ name: 'lost' }] }, sort: [], columns: ['close_reason'], offset: 0, limit: 200 });
  return rows.map((row) => ({ id: row.id, title: row.title, reason: row.cells[0].type === 'record' ? row.cells[0].value.name : null }));
};

/** Loses three deals of the board, for two reasons. */
export async function lose(core) {
  const { reasons } = await core.catalog();
  const [first, second] = reasons.filter((one) => one.kind === 'lost' && one.active);
  const cards = (await core.board()).columns.flatMap((column) => column.cards).slice(0, 4);
  for (const [at, card] of cards.entries()) await core.call('lose_deals', { ids: [card.id], reason: { by: 'id', value: (at < 2 ? first : second).id }, note: '' });
}
