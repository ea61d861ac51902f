// The board's data against a core that answers when the test says so.
import { beforeEach, describe, expect, it } from 'vitest';
import { useTransport, AppError, type Done, type Place } from '../../ipc';
import { setRevision } from '../../store/revision';
import { onIntent } from '../../store/foresight';
import { moveDeals, renameDeal, winDeals } from '../../store/acts';
import { toasts } from '../../store';
import { board, cellOf, need, openBoard, placeOf, setFilter, startBoard } from './boardStore.svelte';
import { boardOf, card, eur, options, PIPELINE } from './cards.fake';
import { foreseeOnBoard } from './foreseen';
import { rememberOptions } from './optionsMemory';
import { NO_FILTER } from '../../store';

type Call = { name: string; input: Record<string, unknown>; answer: (value: unknown) => void; refuse: (error: AppError) => void };
let calls: Call[] = [];

const transport = {
  call: (name: string, input: unknown) =>
    new Promise((answer, refuse) => {
      if (name === 'set_preference' || name === 'boot' || name === 'catalog') return;
      calls.push({ name, input: input as Record<string, unknown>, answer, refuse });
    }),
  listen: () => () => undefined,
  listenShell: () => () => undefined,
} as unknown as NonNullable<Parameters<typeof useTransport>[0]>;

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 0));
const titles = (key: string): string[] => Array.from({ length: cellOf(key)?.strip.count ?? 0 }, (_, at) => cellOf(key)?.strip.cards.get(at)?.id ?? '?');
const counts = (): number[] => board.cells.map((cell) => cell.totals.count);

function take(name: string): Call {
  const at = calls.findIndex((one) => one.name === name);
  const found = calls.splice(at, 1)[0];
  if (at < 0 || !found) throw new Error(`nobody asked for ${name}; asked: ${calls.map((one) => one.name).join()}`);
  return found;
}

let revision = 1;
function done(stages: Done['stages'], label = 'move_deals', touched: string[] = []): Done {
  revision += 1;
  return { revision, change: { seq: revision, label, params: { count: 1, name: 'x' } }, created: [], touched: touched.map((id) => ({ kind: 'deal', id })), reload: false, stages, undo: null, redo: null };
}
const totals = (stage: string, count: number): Done['stages'][number] => ({ pipeline: PIPELINE, stage, totals: eur(count, count * 100) });
const after = (id: string): Place => ({ at: 'after', card: id });

beforeEach(async () => {
  calls = [];
  revision = 1;
  setRevision(1);
  useTransport(transport);
  startBoard(null);
  void openBoard(PIPELINE);
  const opened = calls.filter((one) => one.name === 'open_board').at(-1);
  opened?.answer(boardOf({ a: [card('1'), card('2'), card('3')], b: [card('7', 'b'), card('8', 'b')], c: [] }));
  await settle();
  calls = [];
});

onIntent(foreseeOnBoard);

describe('moving a card', () => {
  it('stands in its new place in the same turn, before the core answers', () => {
    void moveDeals(['2'], { pipeline: PIPELINE, stage: 'b', place: after('7') });
    expect([titles('a'), titles('b')]).toEqual([['1', '3'], ['7', '2', '8']]);
    expect(counts()).toEqual([2, 3, 0]);
    take('move_deals').answer(done([totals('a', 2), totals('b', 3)]));
  });

  it('takes the totals of the core and reads the touched columns again, drawing what it has meanwhile', async () => {
    const moving = moveDeals(['2'], { pipeline: PIPELINE, stage: 'b', place: after('7') });
    need(cellOf('a')!, 0, 3);
    need(cellOf('b')!, 0, 3);
    expect(calls.map((one) => one.name), 'nothing is read while the move is under way').toEqual(['move_deals']);
    take('move_deals').answer(done([totals('a', 2), { pipeline: PIPELINE, stage: 'b', totals: eur(3, 900) }]));
    await moving;
    expect(cellOf('b')?.totals.sums[0]?.sum).toBe(900);
    expect(titles('b')).toEqual(['7', '2', '8']);
    const pages = calls.filter((one) => one.name === 'column_page').map((one) => one.input.stage);
    expect(pages.sort()).toEqual(['a', 'b']);
  });

  it('goes back to its exact place when the core refuses, and the reason is told', async () => {
    const before = [titles('a'), titles('b'), counts()];
    const moving = moveDeals(['2', '3'], { pipeline: PIPELINE, stage: 'b', place: { at: 'top' } });
    expect(titles('b')).toEqual(['2', '3', '7', '8']);
    take('move_deals').refuse(new AppError('skip_not_allowed', { name: 'Deal 2' }));
    await moving;
    expect([titles('a'), titles('b'), counts()]).toEqual(before);
    expect(toasts.list.at(-1)?.tone).toBe('bad');
  });

  it('keeps the order in which a stack was given', () => {
    void moveDeals(['3', '1'], { pipeline: PIPELINE, stage: 'b', place: { at: 'bottom' } });
    expect(titles('b')).toEqual(['7', '8', '3', '1']);
    take('move_deals').answer(done([]));
  });

  it('within a column changes the order and no total', () => {
    void moveDeals(['1'], { pipeline: PIPELINE, stage: 'a', place: after('3') });
    expect([titles('a'), counts()]).toEqual([['2', '3', '1'], [3, 2, 0]]);
    take('move_deals').answer(done([]));
  });

  it('shows the totals the core foretold, where they are known', () => {
    rememberOptions(['2'], options(1, 'a', ['a', 'b', 'c']));
    void moveDeals(['2'], { pipeline: PIPELINE, stage: 'b', place: { at: 'top' } });
    expect(cellOf('b')?.totals.sums[0]).toEqual({ currency: 'EUR', sum: 300, weighted: 180 });
    take('move_deals').answer(done([]));
  });

  it('survives two moves at once, the second answered first', async () => {
    const first = moveDeals(['1'], { pipeline: PIPELINE, stage: 'c', place: { at: 'top' } });
    const second = moveDeals(['2'], { pipeline: PIPELINE, stage: 'c', place: { at: 'top' } });
    const [one, two] = [take('move_deals'), take('move_deals')];
    two.answer(done([totals('a', 1), totals('c', 2)]));
    await second;
    expect(titles('c')).toEqual(['2', '1']);
    one.refuse(new AppError('internal'));
    await first;
    expect([titles('a'), titles('c')]).toEqual([['1', '3'], ['2']]);
  });
});

describe('an outcome', () => {
  it('takes the card off the board at once, and back when it is refused', async () => {
    const winning = winDeals({ ids: ['2'] });
    expect([titles('a'), counts()]).toEqual([['1', '3'], [2, 2, 0]]);
    take('win_deals').refuse(new AppError('in_trash'));
    await winning;
    expect([titles('a'), counts()]).toEqual([['1', '2', '3'], [3, 2, 0]]);
  });
});

describe('a title', () => {
  it('changes on the card at once, and back when it is refused', async () => {
    const renaming = renameDeal('2', 'New');
    expect(placeOf('2')?.card.title).toBe('New');
    take('update_deal').refuse(new AppError('too_long'));
    await renaming;
    expect(placeOf('2')?.card.title).toBe('Deal 2');
  });
});

describe('reading', () => {
  it('drops a page that was read before a change', async () => {
    cellOf('b')!.strip = { count: 120, cards: cellOf('b')!.strip.cards };
    need(cellOf('b')!, 60, 70);
    const old = take('column_page');
    void moveDeals(['2'], { pipeline: PIPELINE, stage: 'b', place: { at: 'top' } });
    old.answer({ revision: 1, totals: eur(2, 200), offset: 50, cards: [card('old', 'b')] });
    await settle();
    expect(placeOf('old')).toBeNull();
    take('move_deals').answer(done([totals('b', 3)]));
  });

  it('asks for a few pages at a time, and for what is wanted by then', async () => {
    cellOf('b')!.strip = { count: 1000, cards: new Map() };
    cellOf('b')!.invalidate();
    need(cellOf('b')!, 0, 400);
    expect(calls).toHaveLength(3);
    need(cellOf('b')!, 700, 710);
    expect(calls, 'three are under way').toHaveLength(3);
    take('column_page').answer({ revision: 1, totals: eur(1000, 1), offset: 0, cards: [] });
    await settle();
    expect(calls.at(-1)?.input.offset).toBe(650);
  });

  it('reads again what another window changed', async () => {
    need(cellOf('a')!, 0, 3);
    const { applyDone } = await import('../../store/revision');
    applyDone(done([totals('a', 4)], 'create_deal', ['9']));
    expect(cellOf('a')?.totals.count).toBe(4);
    take('column_page').answer({ revision, totals: eur(4, 400), offset: 0, cards: ['9', '1', '2', '3'].map((id) => card(id)) });
    await settle();
    expect(titles('a')).toEqual(['9', '1', '2', '3']);
  });

  it('opens again under another filter and keeps what is on screen until then', async () => {
    const filtering = setFilter({ ...NO_FILTER, needs_action: true });
    expect(titles('a')).toEqual(['1', '2', '3']);
    const asked = take('open_board');
    expect(asked.input.filter).toMatchObject({ needs_action: true });
    asked.answer({ ...boardOf({ a: [card('1')], b: [], c: [] }), filtered: true });
    await filtering;
    expect(titles('a')).toEqual(['1']);
    void setFilter(NO_FILTER);
  });
});
