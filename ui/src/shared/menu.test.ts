import { describe, expect, it } from 'vitest';
import { ruled, type MenuEntry } from './menu';

const item = (label: string): MenuEntry => ({ label });

describe('rules of a menu', () => {
  it('stand between entries only: none first, none last, never two in a row', () => {
    expect(ruled(['rule', item('a'), 'rule', 'rule', item('b'), 'rule'])).toEqual([item('a'), 'rule', item('b')]);
    expect(ruled([item('a'), 'rule', item('b')])).toEqual([item('a'), 'rule', item('b')]);
    expect(ruled(['rule', 'rule'])).toEqual([]);
  });
});
