// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError, useTransport, type Done } from '../ipc';
import { act, followUndoSteps, redoLast, setUndoSteps, undoFromToast, undoLast, undoStep, undoSteps } from './act.svelte';
import { applyDone, onChange, setRevision, type Change } from './revision';
import { back, closeRecord, go, openRecord, router, startRouter } from './router.svelte';
import { TOAST_MS, dismiss, setPaused, toast, toasts } from './toasts.svelte';

function done(revision: number, more: Partial<Done> = {}): Done {
  return { revision, change: { seq: revision, label: 'move_deals', params: { count: 1 } }, created: [], touched: [], reload: false, stages: [], undo: null, redo: null, ...more };
}

const stops: (() => void)[] = [];
beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  for (const one of toasts.list) dismiss(one.key);
  for (const stop of stops.splice(0)) stop();
  useTransport(undefined);
  setPaused(false);
  vi.useRealTimers();
});

describe('changes', () => {
  let heard: Change[];
  beforeEach(() => {
    heard = [];
    setRevision(10);
    stops.push(onChange((change) => heard.push(change)));
  });

  it('are applied once, though both answer and event bring them', () => {
    applyDone(done(11));
    applyDone(done(11));
    applyDone(done(9));
    expect(heard.map((change) => change.revision)).toEqual([11]);
  });

  it('with a gap before them ask screens to read again', () => {
    applyDone(done(13, { touched: [{ kind: 'deal', id: 'x' }] }));
    expect(heard[0]).toMatchObject({ revision: 13, reload: true, records: [] });
  });

  it('name what was created and touched', () => {
    applyDone(done(11, { created: [{ kind: 'lead', id: 'l' }], touched: [{ kind: 'deal', id: 'd' }] }));
    expect(heard[0]?.records.map((record) => record.id)).toEqual(['l', 'd']);
  });
});

describe('toasts', () => {
  it('go after eight seconds', () => {
    toast({ text: 'a' });
    vi.advanceTimersByTime(TOAST_MS - 1);
    expect(toasts.list).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(toasts.list).toHaveLength(0);
  });

  it('keep the rest of their time while paused', () => {
    toast({ text: 'a' });
    vi.advanceTimersByTime(6000);
    setPaused(true);
    vi.advanceTimersByTime(60_000);
    setPaused(false);
    vi.advanceTimersByTime(1999);
    expect(toasts.list).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(toasts.list).toHaveLength(0);
  });

  it('of the same kind collapse into one with a counter and fresh time', () => {
    toast({ text: 'a', collapse: 'move', undo: 1 });
    vi.advanceTimersByTime(7000);
    toast({ text: 'b', collapse: 'move', undo: 2 });
    vi.advanceTimersByTime(7000);
    expect(toasts.list).toMatchObject([{ text: 'b', round: 2, undo: [1, 2] }]);
  });

  it('of another kind stand beside it, four at most', () => {
    for (const text of ['a', 'b', 'c', 'd', 'e']) toast({ text });
    expect(toasts.list.map((one) => one.text)).toEqual(['b', 'c', 'd', 'e']);
  });
});

describe('acts', () => {
  const calls: [string, unknown][] = [];

  function answer(next: (name: string, input: unknown) => unknown): void {
    calls.length = 0;
    useTransport({
      call: async (name, input) => {
        calls.push([name, input]);
        return next(name, input);
      },
      listen: async () => undefined,
      listenShell: () => () => undefined,
    } as Parameters<typeof useTransport>[0]);
  }

  beforeEach(() => {
    setRevision(10);
    setUndoSteps(null, null);
    stops.push(followUndoSteps());
  });

  it('apply their answer and offer to take it back', async () => {
    answer(() => done(11, { undo: { seq: 11, label: 'move_deals', params: {} } }));
    await act('undo_change', { seq: 3 });
    expect(undoSteps.undo?.seq).toBe(11);
    expect(toasts.list[0]?.undo).toEqual([11]);
  });

  it('say why they were refused', async () => {
    answer(() => {
      throw new AppError('not_found');
    });
    expect(await act('undo', {})).toBeNull();
    expect(toasts.list).toMatchObject([{ tone: 'bad' }]);
  });

  it('undo the last step as such and an older one by its number', async () => {
    let answered = 11;
    answer(() => done((answered += 1)));
    setUndoSteps({ seq: 8, label: 'move_deals', params: {} }, null);
    const key = toast({ text: 'x', collapse: 'm', undo: 7 });
    toast({ text: 'y', collapse: 'm', undo: 8 });
    await undoFromToast(key);
    expect(calls).toEqual([['undo', { seq: 8 }]]);
    expect(toasts.list[0]?.undo, 'the step before it is still offered').toEqual([7]);
    await undoFromToast(key);
    expect(calls).toEqual([['undo', { seq: 8 }], ['undo', { seq: 7 }]]);
    expect(toasts.list).toHaveLength(0);
  });

  /** A core with these steps done, the newest first; each undo is answered in its turn. */
  function walked(...seqs: number[]): void {
    const step = (seq: number | undefined): Done['undo'] => (seq === undefined ? null : { seq, label: 'move_deals', params: { count: seq } });
    let revision = 20;
    setRevision(revision);
    setUndoSteps(step(seqs[0]), null);
    const undone: number[] = [];
    answer((name) => {
      if (name === 'undo') undone.push(seqs.shift() ?? 0);
      if (name === 'redo') seqs.unshift(undone.pop() ?? 0);
      return done((revision += 1), { change: step(name === 'redo' ? seqs[0] : undone.at(-1)), undo: step(seqs[0]), redo: step(undone.at(-1)) });
    });
  }

  it('take a step back once however often its button is pressed', async () => {
    walked(8, 7);
    const key = toast({ text: 'y', undo: 8 });
    const first = undoFromToast(key);
    expect(undoSteps.busy).toBe(true);
    await Promise.all([first, undoFromToast(key), undoFromToast(key)]);
    expect(undoSteps.busy).toBe(false);
    expect(calls).toEqual([['undo', { seq: 8 }]]);
    await Promise.all([undoStep(7, true), undoStep(7, true)]);
    expect(calls).toEqual([['undo', { seq: 8 }], ['undo', { seq: 7 }]]);
  });

  it('walk back a step for each Ctrl+Z, one after the other, each with its own words', async () => {
    walked(8, 7);
    const said: (string | undefined)[] = [];
    await Promise.all([undoLast(), undoLast().then(() => said.push(toasts.list.at(-1)?.sub)), undoLast()]);
    expect(calls).toEqual([['undo', {}], ['undo', {}]]);
    expect(said[0]).toContain('7');
    await Promise.all([redoLast(), redoLast()]);
    expect(toasts.list.at(-1)?.undo).toEqual([8]);
  });

  it('wait for the writes before them to know which step is the last', async () => {
    walked(8);
    let release: (value: unknown) => void = () => undefined;
    const core = calls;
    answer((name) => (name === 'undo_change' ? new Promise((resolve) => (release = resolve)) : done(23, { change: { seq: 9, label: 'x', params: {} } })));
    const write = act('undo_change', { seq: 3 });
    await vi.advanceTimersByTimeAsync(0);
    const undo = undoStep(8, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(core).toEqual([['undo_change', { seq: 3 }]]);
    release(done(22, { undo: { seq: 9, label: 'x', params: {} } }));
    await vi.advanceTimersByTimeAsync(0);
    expect(core, 'it is asked for by its number: the core knows of the newer one').toEqual([['undo_change', { seq: 3 }], ['undo', { seq: 8 }]]);
    await Promise.all([write, undo]);
  });

  it('say of a step out of the middle that it can be undone in its turn, of the last that it can be done again', async () => {
    setUndoSteps({ seq: 8, label: 'move_deals', params: {} }, null);
    answer((_name, input) => done(24, { change: { seq: (input as { seq: number }).seq === 8 ? 10 : 7, label: 'move_deals', params: { count: 1 } } }));
    await undoStep(8, true);
    expect(toasts.list.at(-1)?.undo, 'another window had written since: a new step').toEqual([10]);
    await undoStep(7, true);
    expect(toasts.list.at(-1)).toMatchObject({ undo: [], collapse: 'undone' });
  });

  it('are named by the answer, not by what this window believed', async () => {
    setUndoSteps({ seq: 8, label: 'move_deals', params: { count: 8 } }, null);
    answer(() => done(23, { change: { seq: 9, label: 'move_deals', params: { count: 9 } } }));
    await undoLast();
    expect(toasts.list.at(-1)?.sub).toContain('9');
  });

  it('count as pending until answered', async () => {
    let release: (value: unknown) => void = () => undefined;
    answer(() => new Promise((resolve) => (release = resolve)));
    const running = act('undo', {});
    expect(document.documentElement.dataset.pending).toBe('1');
    await vi.advanceTimersByTimeAsync(0);
    release(done(11));
    await running;
    expect(document.documentElement.dataset.pending).toBe('0');
  });
});

describe('the way through pages', () => {
  it('goes forward, opens records where they belong, and walks back', async () => {
    vi.useRealTimers();
    stops.push(startRouter());
    go({ view: 'settings' });
    openRecord('deal', 'd1');
    expect(router.route).toEqual({ view: 'settings', record: { kind: 'deal', id: 'd1' } });
    openRecord('lead', 'l1');
    expect(router.view).toBe('leads');
    closeRecord();
    expect(router.route).toEqual({ view: 'leads' });
    const popped = new Promise((resolve) => window.addEventListener('popstate', resolve, { once: true }));
    back();
    await popped;
    expect(router.route).toEqual({ view: 'leads', record: { kind: 'lead', id: 'l1' } });
    expect(router.canGoForward).toBe(true);
  });

  it('does not step to where one is', () => {
    stops.push(startRouter());
    go({ view: 'board' });
    expect(router.canGoBack).toBe(false);
  });
});
