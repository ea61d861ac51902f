// Whatever the core may call an action, a refusal or a field, the catalogues have words for it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { has } from '../src/i18n/messages';

const CORE = join(import.meta.dirname, '../../src-tauri/crates');
const rooms = ['app/src', 'domain/src', 'store/src'].map((room) => join(CORE, room));

function sources(folders: readonly string[]): [string, string][] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.rs') && !entry.name.includes('test'))
      .map((entry): [string, string] => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8').split('#[cfg(test)]')[0] ?? '']),
  );
}

const code = sources(rooms);
const words = (text: string): string[] => [...text.matchAll(/"([a-z][a-z_]+)"/g)].map((found) => found[1] ?? '');

/** Labels of change sets: the first argument of `written`, spelled out or chosen just before. */
function labels(): Set<string> {
  const found = new Set<string>(['undo_change']);
  for (const [, text] of code) {
    for (const call of text.matchAll(/\bwritten\(\s*([^,]*?),/g)) for (const word of words(call[1] ?? '')) found.add(word);
    if (/\bwritten\(code,/.test(text)) for (const line of text.matchAll(/let code = ([^;]*);/g)) for (const word of words(line[1] ?? '')) found.add(word);
  }
  return found;
}

/** Codes of refusals and failures. */
function refusals(): Set<string> {
  const found = new Set<string>();
  for (const [, text] of code) {
    for (const call of text.matchAll(/\bError::(?:code|with|field)\(\s*"([a-z_]+)"/g)) found.add(call[1] ?? '');
    for (const variant of text.matchAll(/#\[error\("([a-z_]+)"\)\]/g)) found.add(variant[1] ?? '');
  }
  return found;
}

/** Fields named by differences and refusals. */
function fields(): Set<string> {
  const found = new Set<string>();
  for (const [name, text] of code) {
    for (const call of text.matchAll(/\bError::field\(\s*"[a-z_]+",\s*"([a-z_]+)"/g)) found.add(call[1] ?? '');
    if (name !== 'diff.rs') continue;
    for (const arm of text.matchAll(/((?:"[a-z_]+"\s*\|?\s*)+)=>\s*\{?\s*(?:Some\(\((column|"[a-z_]+"),|record\()/g)) {
      const out = arm[2] === undefined ? words(arm[1] ?? '').map((word) => word.replace(/_id$/, '')) : arm[2] === 'column' ? words(arm[1] ?? '') : words(arm[2]);
      for (const word of out) found.add(word);
    }
  }
  return found;
}

describe.each(['en', 'fr', 'zh-CN'] as const)('%s', (language) => {
  const missing = (prefix: string, codes: ReadonlySet<string>): string[] => [...codes].map((one) => `${prefix}-${one}`).filter((id) => !has(language, id));

  it('has a sentence for every action', () => expect(missing('change', labels())).toEqual([]));
  it('has words for every refusal', () => expect(missing('error', refusals())).toEqual([]));
  it('has a name for every field of a difference', () => expect(missing('field', fields())).toEqual([]));
});

it('the lists are not empty', () => {
  expect([labels().size > 50, refusals().size > 30, fields().size > 60]).toEqual([true, true, true]);
});
