// What a mapping in the making still has to be told, and what pointing a column somewhere does to the others.
import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, type CustomField, type FieldType, type ImportColumn, type ImportMapping, type ImportSource, type ImportTarget } from '../../ipc';
import { columnOf, needsCurrency, readsAs, undecided, withTarget } from './mapping';

const own = (id: string, kind: FieldType): CustomField => ({ id, entity: 'deal', name: id, kind, options: [], description: '', on_card: false, formula: null });
const FIELDS = [own('day', 'date'), own('budget', 'money'), own('words', 'text')];
const NAMES = ['a', 'b'];
const source = { columns: NAMES.map((name) => ({ name })) } as unknown as ImportSource;

function mapping(targets: readonly ImportTarget[]): ImportMapping {
  const columns = targets.map((target, at) => ({ column: NAMES[at] ?? '', target, decimal_mark: null, date_format: null, unit: null, currency_column: null, values: {} }));
  return { entity: 'deal', columns, file: { decimal_mark: null, date_format: null } } as unknown as ImportMapping;
}

describe('a column', () => {
  it('that fills a custom field is read as that field is', () => {
    expect(['day', 'budget', 'words', 'gone'].map((custom) => readsAs({ custom }, FIELDS))).toEqual(['day', 'number', 'text', 'text']);
    expect(readsAs({ new_custom: { name: 'x', kind: 'money' } }, FIELDS)).toBe('number');
  });

  it('of days that can be read in two ways is asked about, for a custom field too', () => {
    const column = { name: 'a', kind: 'date', ambiguous: true } as unknown as ImportColumn;
    expect(undecided(mapping([{ custom: 'day' }]), column, FIELDS)).toBe(true);
    expect(undecided(mapping([{ custom: 'words' }]), column, FIELDS)).toBe(false);
  });

  it('of amounts for a custom field needs a currency', () => {
    expect(needsCurrency(mapping([{ custom: 'budget' }]), FIELDS)).toBe(true);
    expect(needsCurrency(mapping([{ custom: 'words' }]), FIELDS)).toBe(false);
  });

  it('that takes a custom field leaves it to no other', () => {
    const next = withTarget(mapping([{ custom: 'day' }, 'ignore']), source, 'b', { custom: 'day' });
    expect(NAMES.map((name) => columnOf(next, name).target)).toEqual(['ignore', { custom: 'day' }]);
    const both = withTarget(mapping([{ field: 'labels' }, 'ignore']), source, 'b', { field: 'labels' });
    expect(NAMES.map((name) => columnOf(both, name).target), 'labels come from several').toEqual([{ field: 'labels' }, { field: 'labels' }]);
  });

  it('is offered what the core takes for its kind of record', () => {
    expect(IMPORT_FIELDS.lead).not.toContain('started_on');
    expect(IMPORT_FIELDS.person).not.toContain('labels');
  });
});
