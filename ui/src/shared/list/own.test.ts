import { beforeEach, describe, expect, it } from 'vitest';
import { setLocale } from '../../i18n';
import type { Cell, FieldType, FilterValue } from '../../ipc';
import { editedCustom, readCustom } from '../record/custom';
import { isTyped, keptOfCell, keptOfSlots } from './own';

beforeEach(() => setLocale('en', 'en-GB'));

/** Each kind as a list's cell has it, and as the core keeps it. */
const CELLS: readonly (readonly [FieldType, Cell, string])[] = [
  ['text', { type: 'text', value: 'R-290' }, 'R-290'],
  ['large_text', { type: 'text', value: 'two\nlines' }, 'two\nlines'],
  ['number', { type: 'number', value: 1234.5 }, '1234.5'],
  ['money', { type: 'money', value: { minor: 50_000, currency: 'USD' } }, '50000 USD'],
  ['date', { type: 'date', value: '2026-12-01' }, '2026-12-01'],
  ['date_range', { type: 'span', value: { from: '2026-12-01', to: '2026-12-12' } }, '2026-12-01/2026-12-12'],
  ['time', { type: 'text', value: '09:30' }, '09:30'],
  ['time_range', { type: 'text', value: '09:00 – 17:30' }, '09:00/17:30'],
  ['yes_no', { type: 'yes', value: false }, 'no'],
  ['choice', { type: 'text', value: 'Steep' }, 'Steep'],
  ['choices', { type: 'options', value: ['North', 'West, or so'] }, '["North","West, or so"]'],
  ['person', { type: 'record', value: { id: 'p1', name: 'Ann' } }, 'p1'],
  ['organization', { type: 'record', value: { id: 'o1', name: 'Halden' } }, 'o1'],
  ['colleague', { type: 'record', value: { id: 'c1', name: 'Noor' } }, 'c1'],
  ['address', { type: 'text', value: '1 High St\nTruro' }, '1 High St\nTruro'],
  ['phone', { type: 'text', value: '+44 1872 1234' }, '+44 1872 1234'],
  ['email', { type: 'text', value: 'bills@halden.example' }, 'bills@halden.example'],
  ['url', { type: 'text', value: 'halden.example/plans' }, 'halden.example/plans'],
];

describe('an own field in a list', () => {
  it.each(CELLS)('of kind %s has the value of its cell in the form the core keeps it', (kind, cell, kept) => {
    expect(keptOfCell(kind, cell)).toBe(kept);
    expect(keptOfCell(kind, { type: 'empty' })).toBeNull();
    // Opened and left, or typed as it is shown, it stays what it was.
    if (isTyped(kind)) expect(readCustom(kind, editedCustom(kind, kept), '2026-11-24', 'USD')).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['date', [{ type: 'date', value: '2026-12-01' }], '2026-12-01'],
    ['date_range', [{ type: 'date', value: '2026-12-01' }, { type: 'date', value: '2026-12-12' }], '2026-12-01/2026-12-12'],
    ['date_range', [null, { type: 'date', value: '2026-12-12' }], null],
    ['date_range', [{ type: 'date', value: '2026-12-01' }, null], null],
    ['yes_no', [{ type: 'yes', value: false }], 'no'],
    ['choice', [{ type: 'code', value: 'Steep' }], 'Steep'],
    ['choices', [{ type: 'code', value: 'North' }, { type: 'code', value: 'West' }], '["North","West"]'],
    ['choices', [], null],
    ['colleague', [{ type: 'id', value: 'c1' }], 'c1'],
  ] as [FieldType, (FilterValue | null)[], string | null][])('of kind %s takes what a form says: %j', (kind, values, kept) => expect(keptOfSlots(kind, values)).toBe(kept));
});
