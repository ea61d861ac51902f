// Every text of the markup comes from the catalogues; nothing in it breaks the content security policy.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../src');
const SPOKEN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'hint', 'text', 'sub']);

type Node = Record<string, unknown> & { type?: string };

function components(): string[] {
  return readdirSync(SOURCE, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.svelte'))
    .map((entry) => join(entry.parentPath, entry.name));
}

const worded = (text: unknown): boolean => typeof text === 'string' && /\p{L}/u.test(text.replace(/&[a-z]+;/g, ''));

/** Literal words an attribute would show: "Save", or {wide ? 'Save' : short}. */
function words(value: unknown): string[] {
  const parts = Array.isArray(value) ? value : [value];
  return parts.flatMap((part: unknown) => {
    const node = part as Node;
    if (node?.type === 'Text' && worded(node.data)) return [String(node.data)];
    return node?.type === 'ExpressionTag' ? literals(node.expression as Node) : [];
  });
}

function literals(node: Node | null | undefined): string[] {
  if (!node) return [];
  if (node.type === 'Literal') return worded(node.value) ? [String(node.value)] : [];
  if (node.type === 'TemplateLiteral') return (node.quasis as { value: { raw: string } }[]).map((quasi) => quasi.value.raw).filter(worded);
  if (node.type === 'ConditionalExpression') return [...literals(node.consequent as Node), ...literals(node.alternate as Node)];
  if (node.type === 'LogicalExpression') return [...literals(node.left as Node), ...literals(node.right as Node)];
  return [];
}

function faults(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const one = node as Node;
    if (one.type === 'StyleDirective') return;
    if (one.type === 'Text' && worded(one.data)) found.push(`text: ${String(one.data).trim()}`);
    if (one.type === 'ExpressionTag') for (const word of literals(one.expression as Node)) found.push(`text: ${word}`);
    if (one.type === 'Attribute') {
      const name = String(one.name);
      if (SPOKEN.has(name)) for (const word of words(one.value)) found.push(`${name}: ${word}`);
      if (name === 'style') found.push('style attribute: use style:property or a class');
      return;
    }
    if (one.type === 'HtmlTag') found.push('{@html}');
    for (const [key, value] of Object.entries(one)) if (key !== 'loc' && key !== 'expression') walk(value);
  };
  const root = parse(source, { modern: true });
  walk(root.fragment);
  if (root.css) found.push('<style>: styles live in src/styles');
  return found;
}

describe('markup', () => {
  it.each(components().map((file) => [file.slice(SOURCE.length + 1), file] as const))('%s says nothing of its own', (_name, file) => {
    expect(faults(readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each([
    ['<p>Hello</p>', 1],
    ['<p>{wide ? "Save" : ""}</p>', 1],
    ['<button aria-label="Close">×</button>', 1],
    ['<input placeholder={short ? "Name" : t("x")} />', 1],
    ['<p style="color: red">{t("x")}</p>', 1],
    ['<p>· – {t("x")}</p>', 0],
    ['<Kbd keys="mod+z" />', 0],
  ])('the check sees through %s', (source, count) => {
    expect(faults(source)).toHaveLength(count);
  });
});
