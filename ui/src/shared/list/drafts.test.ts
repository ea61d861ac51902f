import { describe, expect, it } from 'vitest';
import type { FilterValue, ListField } from '../../ipc';
import { asCondition, emptyDraft, withOperator } from './drafts';

const fields = [{ key: 'expected_close', operators: ['eq', 'between'] }] as unknown as ListField[];
const day = (value: string): FilterValue => ({ type: 'date', value });

describe('a condition that is put together', () => {
  it('keeps the end of a range where it is while the beginning is missing', () => {
    const half = { ...emptyDraft(), field: 'expected_close', operator: 'between' as const, values: [null, day('2026-12-01')] };
    expect(asCondition(half, fields)).toBeNull();
    const whole = { ...half, values: [day('2026-11-01'), half.values[1] ?? null] };
    expect(asCondition(whole, fields)).toEqual({ field: 'expected_close', op: 'between', values: [day('2026-11-01'), day('2026-12-01')] });
  });

  it('is not finished by the end of a range under an operator of one value', () => {
    const half = { ...emptyDraft(), field: 'expected_close', operator: 'between' as const, values: [null, day('2026-12-01')] };
    expect(asCondition(withOperator(half, 'eq'), fields)).toBeNull();
  });
});
