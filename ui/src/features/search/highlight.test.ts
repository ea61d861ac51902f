import { describe, expect, test } from 'vitest';
import { answers, around, pieces } from './highlight';

const marked = (text: string, query: string): string =>
  pieces(text, query)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('');

describe('marking what was typed', () => {
  test.each([
    ['Hôtel du Vieux Port', 'hotel', '[Hôtel] du Vieux Port'],
    ['Hôtel du Vieux Port', 'vie po', 'Hôtel du [Vie]ux [Po]rt'],
    ['Chiller 320 kW', 'hill', 'Chiller 320 kW'],
    ['Plasturgie du Rhône', 'RHÔ', 'Plasturgie du [Rhô]ne'],
    ['空压站节能改造', '压站', '空[压站]节能改造'],
    ['空压站节能改造', '能空', '[空]压站节[能]改造'],
    ['Café', 'cafe', '[Café]'],
    ['Dust collector 12,000 m³/h', '12', 'Dust collector [12],000 m³/h'],
    ['Anything', '', 'Anything'],
  ])('%s for "%s" shows %s', (text, query, shown) => {
    expect(marked(text, query)).toBe(shown);
  });

  test('pieces joined again are the text', () => {
    const text = 'Café – 宁波海拓 & Co';
    expect(pieces(text, 'caf 海').map((piece) => piece.text).join('')).toBe(text);
  });
});

describe('a long text around its first match', () => {
  const shown = (text: string, query: string): string => around(pieces(text, query), 12).map((piece) => piece.text).join('');

  test('begins shortly before the match, at a word', () => {
    expect(shown('Dear Ms Lambert, as agreed here is the quote', 'quote')).toBe('…is the quote');
  });
  test('stays whole when the match is near or missing', () => {
    expect(shown('The quote of today', 'quote')).toBe('The quote of today');
    expect(shown('Nothing of the kind in here', 'quote')).toBe('Nothing of the kind in here');
  });
});

describe('whether a text answers', () => {
  test('every word must start some word', () => {
    expect(answers('Theme: dark', 'da th')).toBe(true);
    expect(answers('Theme: dark', 'ark')).toBe(false);
  });
  test('Chinese is found anywhere', () => {
    expect(answers('新建商机', '商机')).toBe(true);
  });
});
