import { describe, expect, it } from 'vitest';
import type { CustomField } from '../../ipc';
import { changesOf, kept, moved, newRow, rowsOf } from './options';

const field: CustomField = { id: 'f', entity: 'deal', name: 'Gas', kind: 'choice', options: ['Air', 'Gas'], description: '', on_card: false, formula: null };

describe('the options of a choice while they are edited', () => {
  it('an option that is called otherwise keeps what it was', () => {
    const rows = rowsOf(field, { values: 3, options: [{ name: 'Gas', count: 3, offered: true }] });
    const [air, gas] = rows;
    expect(gas?.count).toBe(3);
    const renamed = [{ ...gas!, name: ' Propane  R-290 ' }, air!, newRow(''), newRow('Air')];
    expect(kept(renamed)).toEqual([
      { name: 'Propane R-290', was: 'Gas' },
      { name: 'Air', was: 'Air' },
    ]);
  });

  it('a row moves by one place and stays at the ends', () => {
    const rows = rowsOf(field, null);
    expect(moved(rows, 1, -1).map((row) => row.name)).toEqual(['Gas', 'Air']);
    expect(moved(rows, 0, -1).map((row) => row.name)).toEqual(['Air', 'Gas']);
  });

  it('only what differs is sent', () => {
    const same = { name: 'Gas', kind: 'choice' as const, description: '', onCard: false, options: kept(rowsOf(field, null)) };
    expect(changesOf(field, same)).toEqual([]);
    expect(changesOf(field, { ...same, onCard: true, kind: 'text' })).toEqual([
      { field: 'kind', value: 'text' },
      { field: 'on_card', value: true },
    ]);
    const swapped = [{ name: 'Gas', was: 'Gas' }, { name: 'Air', was: 'Air' }];
    expect(changesOf(field, { ...same, options: swapped })).toEqual([{ field: 'options', value: swapped }]);
  });
});
