import { describe, expect, it } from 'vitest';
import type { ListField } from '../../ipc';
import { groupedBy, groupParts, groupsOf } from './groups';

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

  it('shows what is common first and folds the rest away, with the user’s own fields, unless the rest is short', () => {
    const ids = (fields: readonly ListField[]): string[][] => {
      const { common, days, more } = groupParts(groupsOf(fields));
      return [common, days, more].map((part) => part.map((choice) => choice.id));
    };
    const few = [field('stage', 'record'), field('source', 'record'), field('won_at', 'instant'), field('created_at', 'instant')];
    expect(ids(few)).toEqual([['stage', 'source'], ['won_at', 'created_at'], []]);
    const many = [...few, field('lost_at', 'instant'), field('custom:1', 'choice')];
    expect(ids(many)).toEqual([['stage'], ['created_at'], ['source', 'custom:1', 'won_at', 'lost_at']]);
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
