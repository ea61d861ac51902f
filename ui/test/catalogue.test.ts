// The three languages say the same things, in their own words and typography.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Entry, type Message, type Pattern } from '@fluent/syntax';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../src/i18n');
const SOURCE = join(import.meta.dirname, '../src');
const LANGUAGES = ['en', 'fr', 'zh-CN'] as const;
type Language = (typeof LANGUAGES)[number];

/** Words that are the same in another language: names, signs, true cognates. */
const SAME: Record<Exclude<Language, 'en'>, ReadonlySet<string>> = {
  fr: new Set(readList('same-fr.txt')),
  'zh-CN': new Set(readList('same-zh-CN.txt')),
};

function readList(name: string): string[] {
  return readFileSync(join(import.meta.dirname, name), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

type Text = { text: string; args: string[]; file: string };

function literal(pattern: Pattern): string {
  return pattern.elements
    .map((element) => {
      if (element.type === 'TextElement') return element.value;
      const inner = element.expression;
      return inner.type === 'SelectExpression' ? inner.variants.map((variant) => literal(variant.value)).join('|') : '{}';
    })
    .join('');
}

function args(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) args(one, found);
  else if (typeof node === 'object' && node !== null) {
    const fields = node as Record<string, unknown>;
    if (fields.type === 'VariableReference') found.add((fields.id as { name: string }).name);
    for (const [key, value] of Object.entries(fields)) if (key !== 'span') args(value, found);
  }
  return found;
}

function read(language: Language): { texts: Map<string, Text>; junk: string[]; twice: string[] } {
  const texts = new Map<string, Text>();
  const junk: string[] = [];
  const twice: string[] = [];
  for (const file of readdirSync(join(ROOT, language)).filter((name) => name.endsWith('.ftl'))) {
    const resource = parse(readFileSync(join(ROOT, language, file), 'utf8'), { withSpans: false });
    for (const entry of resource.body as Entry[]) {
      if (entry.type === 'Junk') junk.push(`${file}: ${entry.content.slice(0, 60)}`);
      if (entry.type !== 'Message') continue;
      const message = entry as Message;
      if (texts.has(message.id.name)) twice.push(`${file}: ${message.id.name}`);
      if (message.value) texts.set(message.id.name, { text: literal(message.value), args: [...args(message.value)].sort(), file });
    }
  }
  return { texts, junk, twice };
}

const catalogues = Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as Record<Language, ReturnType<typeof read>>;
const english = catalogues.en.texts;

describe.each(LANGUAGES)('%s', (language) => {
  const { texts, junk, twice } = catalogues[language];

  it('can be read, and names each text once', () => {
    expect(junk).toEqual([]);
    expect(twice).toEqual([]);
  });

  it('has the same ids as English, in the same files', () => {
    const ids = (from: Map<string, Text>): string[] => [...from].map(([id, text]) => `${text.file} ${id}`).sort();
    expect(ids(texts)).toEqual(ids(english));
  });

  it('has the same arguments as English', () => {
    const differing = [...texts].filter(([id, text]) => text.args.join() !== english.get(id)?.args.join()).map(([id]) => id);
    expect(differing).toEqual([]);
  });
});

describe.each(['fr', 'zh-CN'] as const)('%s', (language) => {
  it('is not English, but for the words that are the same', () => {
    const equal = [...catalogues[language].texts]
      .filter(([id, { text }]) => /\p{L}/u.test(text.replaceAll('{}', '')) && text === english.get(id)?.text && !SAME[language].has(id))
      .map(([id, { text }]) => `${id} = ${text}`);
    expect(equal, `a true cognate goes into test/same-${language}.txt`).toEqual([]);
  });

  it('keeps no exception that is no longer one', () => {
    expect([...SAME[language]].filter((id) => catalogues[language].texts.get(id)?.text !== english.get(id)?.text)).toEqual([]);
  });
});

describe('typography', () => {
  const faults = (language: Language, wrong: RegExp): string[] => [...catalogues[language].texts].filter(([, { text }]) => wrong.test(text)).map(([id, { text }]) => `${id} = ${text}`);

  it('French sets a narrow no-break space before ; : ! ? and inside « »', () => {
    expect(faults('fr', /[^\u202f\d][;!?]|[^\u202f\d]:(?!\d)|«[^\u202f]|[^\u202f]»|'/u)).toEqual([]);
  });

  it('Chinese sets its own punctuation after Chinese', () => {
    expect(faults('zh-CN', /\p{Script=Han}[,;:!?]|\p{Script=Han}\.(?!\p{L}|\d)|['"]/u)).toEqual([]);
  });

  it('Chinese leaves a blank between Chinese and Latin letters or digits', () => {
    expect(faults('zh-CN', /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u)).toEqual([]);
  });

  it('English neither shouts nor begs', () => {
    expect(faults('en', /!|\bplease\b|\bsuccessfully\b|'|"/iu)).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name) && !entry.name.endsWith('.test.ts') && entry.name !== 'bindings.ts')
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('use', () => {
  it('every text that is asked for by name exists', () => {
    const missing: string[] = [];
    for (const file of sources(SOURCE)) {
      const code = readFileSync(file, 'utf8');
      for (const found of code.matchAll(/\bt\(\s*'([\w-]+)'/g)) if (!english.has(found[1] ?? '')) missing.push(`${file.slice(SOURCE.length + 1)}: ${found[1]}`);
      for (const found of code.matchAll(/\bid: '(key-[\w-]+)'|\btitle: '(keys-[\w-]+)'/g)) {
        const id = found[1] ?? found[2] ?? '';
        if (!english.has(id)) missing.push(`${file.slice(SOURCE.length + 1)}: ${id}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
