import { describe, expect, it } from 'vitest';
import type { FormulaField } from '../ipc';
import { setLocale } from '../i18n';
import { keptFormula, namesOf, readFormula, shownFormula, shownPlace } from './formula';

const OWN = 'custom:0199a2c4-0000-7000-8000-000000000001';
const OTHER = 'custom:0199a2c4-0000-7000-8000-000000000002';
const GONE = 'custom:0199a2c4-0000-7000-8000-00000000000f';
const FIELDS: FormulaField[] = [
  { key: 'value', name: null, kind: 'money' },
  { key: OWN, name: 'Größe ]', kind: 'number' },
  { key: OTHER, name: 'value', kind: 'number' },
];

describe('formulas', () => {
  it('name their fields in the language of the reader and are kept by key', () => {
    setLocale('en');
    const kept = `[value] * [${OWN}] & '[value]' & "it''s [x]" + [${OTHER}]`;
    const names = namesOf(FIELDS, kept);
    const shown = shownFormula(kept, names);
    expect(shown).toBe(`[Value] * [Größe ]]] & '[value]' & "it''s [x]" + [value 2]`);
    expect(keptFormula(shown, names)).toBe(kept);
    setLocale('fr');
    expect(shownFormula('[value]', namesOf(FIELDS, ''))).toBe('[Montant]');
    setLocale('zh-CN');
    expect(keptFormula(shownFormula(kept, namesOf(FIELDS, kept)), namesOf(FIELDS, kept))).toBe(kept);
    setLocale('en');
  });

  it('take names in any case, leave unknown ones, and keep fields that are gone', () => {
    const names = namesOf(FIELDS, `[${GONE}] + 1`);
    expect(keptFormula('[ VALUE ] + [Nothing]', names)).toBe('[value] + [Nothing]');
    const shown = shownFormula(`[${GONE}] + 1`, names);
    expect(shown).not.toContain('custom:');
    expect(readFormula(`[value] & '[value]' & [${GONE}]`)).toBe(`[Value] & '[value]' & [deleted field]`);
    expect(keptFormula(shown, names)).toBe(`[${GONE}] + 1`);
  });

  it('find the place of a mistake among names of other lengths', () => {
    const names = namesOf(FIELDS, '');
    const shown = '"😀" & [Größe ]]] + [Nothing]';
    const kept = keptFormula(shown, names);
    expect(shownPlace(shown, names, [...kept].length - '[Nothing]'.length)).toBe(shown.indexOf('[Nothing]'));
    expect(shownPlace(shown, names, 6)).toBe(shown.indexOf('[Größe'));
    expect(shownPlace(shown, names, 9_999)).toBe(shown.length);
  });
});
