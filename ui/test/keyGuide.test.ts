// The keyboard page of the settings says what the screens register: nothing more, nothing less, the same keys.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEY_GUIDE } from '../src/features/settings/keyGuide';

const SOURCE = join(import.meta.dirname, '../src');
const HELPERS = new Map([["DIGITS", "digit1 digit2 digit3 digit4 digit5 digit6 digit7 digit8 digit9"]]);

/** Ids with their keys, as written in a source: `{ id: 'key-won', keys: 'w'` or `key('key-won', 'w'`. */
function registered(code: string): string[] {
  const found = [...code.matchAll(/(?:\{ id: |\bkey\()'(key-[\w-]+)',\s*(?:keys: )?(\[[^\]]*\]|'[^']*'|[A-Z]+)/g)];
  return found.map(([, id, keys = '']) => `${id} ${HELPERS.get(keys) ?? [...keys.matchAll(/'([^']*)'/g)].map((one) => one[1]).join(' ')}`);
}

const sources = readdirSync(SOURCE, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !/test\.ts$|^keyGuide/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const guide = KEY_GUIDE.flatMap((block) => block.bindings.map(({ id, keys }) => `${id} ${typeof keys === 'string' ? keys : keys.join(' ')}`));

describe('the keyboard page', () => {
  it('lists every key that a screen registers', () => {
    const all = new Set(sources.flatMap(registered));
    expect(all.size, 'the sources are read').toBeGreaterThan(40);
    expect([...all].filter((one) => !guide.includes(one)).sort()).toEqual([]);
  });

  it('lists no key that nobody registers', () => {
    const all = new Set(sources.flatMap(registered));
    expect([...new Set(guide)].filter((one) => !all.has(one)).sort()).toEqual([]);
  });
});
