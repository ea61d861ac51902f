/** Cards, stages and totals for tests of the board. */
import type { Board, Card, CurrencySum, DropOptions, Stage, Totals } from '../../ipc';

export const PIPELINE = 'p';

export function card(id: string, stage: string | null = 'a', value = 100): Card {
  return {
    id, number: 1, title: `Deal ${id}`, pipeline: PIPELINE, stage, status: 'open', organization: null, person: null, value: { minor: value, currency: 'EUR' },
    probability: 5000, expected_close: null, labels: [], mark: 'missing', next: null, rot: null, days_in_stage: 3, archived: false, deleted: false, sample: false, facts: [],
  };
}

export function stage(id: string): Stage {
  return { id, name: `Stage ${id}`, chances: 5000, completed: 0, probability: 5000, rot_days: null, allow_skip: true, open_deals: 0 };
}

export function eur(count: number, sum: number, weighted = sum / 2): Totals {
  const sums: CurrencySum[] = count === 0 ? [] : [{ currency: 'EUR', sum, weighted }];
  return { count, sums };
}

export function boardOf(columns: Readonly<Record<string, readonly Card[]>>, counts: Readonly<Record<string, number>> = {}): Board {
  const made = Object.entries(columns).map(([id, cards]) => ({ stage: stage(id), totals: eur(counts[id] ?? cards.length, (counts[id] ?? cards.length) * 100), hidden: 0, cards: [...cards] }));
  return {
    revision: 1,
    pipeline: { id: PIPELINE, name: 'Sales', mode: 'free', method: 'chances', sort: 'hand', stages: made.map((one) => one.stage), open_deals: 0 },
    filtered: false,
    columns: made,
    totals: eur(0, 0),
  };
}

/** What may be done with deals of 100 each that stand in `from`. */
export function options(count: number, from: string, stages: readonly string[], refused: Readonly<Record<string, string>> = {}): DropOptions {
  const zone = (id: string): DropOptions['won'] => ({ refusal: refused[id] ? { code: refused[id], params: {} } : null, count: refused[id] ? 0 : count, part: null, ask_end: id === 'delete' });
  return {
    revision: 1,
    selection: eur(count, count * 100),
    leaving: [{ pipeline: PIPELINE, stage: from, totals: eur(count, count * 100) }],
    stages: stages.map((id) => ({ pipeline: PIPELINE, stage: id, refusal: refused[id] ? { code: refused[id], params: {} } : null, arriving: id === from ? eur(0, 0) : eur(count, count * 100, count * 80) })),
    fits: ['move', 'win', 'lose', 'close', 'archive', 'delete'],
    won: zone('won'),
    lost: zone('lost'),
    delete: zone('delete'),
    leads: zone('leads'),
  };
}
