import { describe, expect, it } from 'vitest';
import type { ListField } from '../../ipc';
import { NO_CONDITIONS, Search, type Looked } from './search.svelte';
import { conditionText, operatorText, spanText } from './words';

const lost: Looked = { presets: [{ name: 'lost' }], filter: NO_CONDITIONS, text: '', group: null, sort: [{ field: 'ended_on', descending: true }] };

describe('a list another page lent', () => {
  it('gives back what was looked for before, also after a second loan and after changes', () => {
    const search = new Search('deal');
    search.setText('chiller');
    search.use(search.looked, 'favourite');
    search.lend(lost);
    expect([search.lent, search.query.presets, search.favourite]).toEqual([true, [{ name: 'lost' }], null]);
    search.lend({ ...lost, presets: [{ name: 'won' }] });
    search.toggle({ name: 'archived' });
    search.giveBack();
    expect([search.lent, search.query.text, search.favourite]).toEqual([false, 'chiller', 'favourite']);
    expect(search.query.presets).toEqual([{ name: 'mine' }]);
  });

  it('keeps what is looked for where nothing was lent', () => {
    const search = new Search('lead');
    search.setText('boiler');
    search.giveBack();
    expect(search.query.text).toBe('boiler');
  });

  it('knows which states it shows, one or several', () => {
    const search = new Search('deal');
    expect([search.shows('mine', 'open'), search.shows('won', 'lost')]).toEqual([true, false]);
    search.only([{ name: 'won' }, { name: 'lost' }]);
    expect([search.shows('won', 'lost'), search.shows('lost')]).toEqual([true, false]);
    search.only([]);
    expect(search.shows('won', 'lost')).toBe(false);
  });
});

describe('days in words', () => {
  const field = (kind: ListField['kind']): ListField => ({ key: 'ended_on', name: 'Ended on', kind, of: null, choices: [], operators: ['between'], sortable: true, groupable: true, editable: false, default_column: false });
  const between = { field: 'ended_on', op: 'between' as const, values: ['2026-11-01', '2026-11-30'].map((value) => ({ type: 'date' as const, value })) };

  it.each([
    ['2026-11-01', '2026-11-30', 'Nov 2026'],
    ['2025-12-01', '2026-11-30', 'Dec 2025 – Nov 2026'],
    ['2028-02-01', '2028-02-29', 'Feb 2028'],
  ])('%s to %s are whole months', (from, to, text) => {
    expect(spanText({ from, to })).toBe(text);
  });

  it('days that are no whole months stay days', () => {
    expect(spanText({ from: '2026-11-01', to: '2026-11-29' })).not.toContain('Nov');
  });

  it('a chip names the months; a stretch of days keeps its comparison', () => {
    expect(conditionText(between, [field('date')])).toBe('Ended on Nov 2026');
    expect(conditionText(between, [field('span')])).toMatch(/^Ended on is between/);
    expect(operatorText('eq', field('span'))).toBe('includes');
    expect(operatorText('lt', field('span'))).toBe('is before');
  });
});
