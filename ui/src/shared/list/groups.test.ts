import { describe, expect, it } from 'vitest';
import type { ListField } from '../../ipc';
import { groupedBy, groupsOf } from './groups';

const field = (key: string, kind: ListField['kind'], groupable = true): ListField => ({ key, kind, groupable, name: null }) as ListField;

describe('what rows are grouped by', () => {
  it('offers days in five stretches with the month first to hand, behind all other fields, and no field that has no groups', () => {
    const choices = groupsOf([field('created_at', 'instant'), field('stage', 'record'), field('title', 'text', false), field('expected_close', 'date')]);
    expect(choices.map((choice) => [choice.id, choice.by.grain, choice.ways.map((way) => way.grain)])).toEqual([
      ['stage', null, []],
      ['created_at', 'month', ['day', 'week', 'month', 'quarter', 'year']],
      ['expected_close', 'month', ['day', 'week', 'month', 'quarter', 'year']],
    ]);
  });

  it('knows the stretch in force; a favourite that says none means months', () => {
    const [choice] = groupsOf([field('expected_close', 'date')]);
    if (!choice) throw new Error('no choice');
    expect(groupedBy(choice, null)).toBeNull();
    expect(groupedBy(choice, { field: 'stage', grain: null })).toBeNull();
    expect(groupedBy(choice, { field: 'expected_close', grain: 'week' })?.grain).toBe('week');
    expect(groupedBy(choice, { field: 'expected_close', grain: null })?.grain).toBe('month');
  });
});
