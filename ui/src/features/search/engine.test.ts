import { afterEach, expect, test } from 'vitest';
import { useTransport, type Hit, type SearchAnswer } from '../../ipc';
import { createSearch } from './engine.svelte';

function hit(title: string): Hit {
  return { kind: 'deal', id: title, title, second: null, excerpt: null, status: 'open', value: null, stage: null, in_trash: false, opens: { kind: 'deal', id: title } };
}

/** A core whose answers are given out by hand, in any order. */
function slowCore() {
  const waiting = new Map<string, { answer: (titles: string[]) => void; refuse: (code: string) => void }>();
  useTransport({
    call: (_name, input) =>
      new Promise((resolve, reject) => {
        const { text } = input as { text: string };
        waiting.set(text, {
          answer: (titles) => resolve({ text, hits: titles.map(hit), more: false } satisfies SearchAnswer),
          refuse: (code) => reject({ code, params: {}, detail: null }),
        });
      }),
    listen: async () => undefined,
    listenShell: () => () => undefined,
  });
  return (text: string) => {
    const found = waiting.get(text);
    if (!found) throw new Error(`nobody asked for ${text}`);
    return found;
  };
}

afterEach(() => useTransport(undefined));

test('an answer to older text is never shown over a newer one', async () => {
  const core = slowCore();
  const search = createSearch();
  const older = search.ask('ch');
  const newer = search.ask('chi');
  core('chi').answer(['Chiller']);
  await newer;
  core('ch').answer(['Chair', 'Chiller']);
  await older;
  expect(search.hits.map((one) => one.title)).toEqual(['Chiller']);
  expect(search.answered).toBe('chi');
});

test('a search that a newer one interrupted is no error', async () => {
  const core = slowCore();
  const search = createSearch();
  const older = search.ask('ch');
  const newer = search.ask('chi');
  core('ch').refuse('superseded');
  await older;
  expect(search.error).toBeNull();
  core('chi').answer(['Chiller']);
  await newer;
  expect(search.hits).toHaveLength(1);
});

test('the newest search is asked again when an older one, arriving late, interrupted it', async () => {
  const core = slowCore();
  const search = createSearch();
  const asked = search.ask('chi');
  core('chi').refuse('superseded');
  await new Promise((done) => setTimeout(done));
  core('chi').answer(['Chiller']);
  await asked;
  expect(search.hits.map((one) => one.title)).toEqual(['Chiller']);
});

test('a failure of the newest search is shown, and goes with the next answer', async () => {
  const core = slowCore();
  const search = createSearch();
  const failing = search.ask('x');
  core('x').refuse('internal');
  await failing;
  expect(search.error?.code).toBe('internal');
  const next = search.ask('xy');
  core('xy').answer([]);
  await next;
  expect(search.error).toBeNull();
});

test('clearing the field clears the list at once', async () => {
  const core = slowCore();
  const search = createSearch();
  const asked = search.ask('chi');
  core('chi').answer(['Chiller']);
  await asked;
  await search.ask('  ');
  expect(search.hits).toEqual([]);
});
