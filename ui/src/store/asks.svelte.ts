/** The question that is open before an act: one at a time, drawn by `shared/acts/ActPrompts`. */
import type { ConvertPreview, Done, DropOptions, EndFirst, Money, NamedRecord, ReasonChoice, Totals } from '../ipc';

/** Where a question opens: at an element, at a point, or in the middle of the window. */
export type AskAnchor = Element | { readonly x: number; readonly y: number } | null;

/** The deals an act is about, with what the screen knows of them. */
export type Deals = {
  readonly ids: readonly string[];
  /** Leads are asked the same, in their own words. */
  readonly what?: 'deal' | 'lead';
  /** The title, where it is one deal. */
  readonly title?: string;
  /** Titles by id, where they are on screen: reasons can then be given one by one. */
  readonly titles?: ReadonlyMap<string, string>;
  readonly totals?: Totals | null;
  readonly value?: Money | null;
  readonly anchor?: AskAnchor;
  /** Cards in hand: they go back when the question is left. */
  readonly inHand?: boolean;
  /** Ticked in a list: a list run has a limit. */
  readonly fromList?: boolean;
  /** How many were ticked or found, where `ids` are only the first of them. */
  readonly found?: number;
};

export type LostAnswer = { readonly ids: readonly string[]; readonly reason: ReasonChoice | null; readonly reasonName: string; readonly note: string };
export type WonAnswer = { readonly reason: ReasonChoice | null; readonly reasonName: string; readonly note: string; readonly actual: Money | null };
export type MoveAnswer = { readonly to: 'stage'; readonly pipeline: string; readonly stage: string | null } | { readonly to: 'leads' };

type Questions = {
  /** Why were they lost? One answer for all, or one a deal. `then: 'delete'`: on the way to the trash. */
  lost: { readonly then: 'lose' | 'delete'; answer: readonly LostAnswer[] };
  /** What won it, and what did it bring? */
  won: { answer: WonAnswer };
  /** How are open deals ended before they are deleted? */
  end: { readonly count: number; answer: 'lost' | EndFirst };
  /** Become leads? */
  convert: {
    readonly preview: ConvertPreview;
    /** So many were chosen; the preview is of the first that one run takes. */
    readonly over?: number;
    /** Done while the question stands, with its progress; the task can be cancelled. */
    readonly run?: (reuse: boolean, task: string) => Promise<Done>;
    answer: { readonly reuse: boolean; readonly done?: Done };
  };
  /** Deals came back from the trash: what becomes of the leads made from them? */
  leads: { readonly leads: readonly NamedRecord[]; answer: 'keep' | 'remove' };
  /** Where to? */
  move: { readonly options: DropOptions | null; answer: MoveAnswer };
};

export type AskKind = keyof Questions;
export type Ask = { [K in AskKind]: { readonly kind: K; readonly deals: Deals; readonly answer: (value: Questions[K]['answer'] | null) => void } & Omit<Questions[K], 'answer'> }[AskKind];
export type AskOf<K extends AskKind> = Extract<Ask, { kind: K }>;

let current = $state.raw<Ask | null>(null);

export const asking = {
  /** The open question. Reactive. */
  get current(): Ask | null {
    return current;
  },
};

/** Asks; answers null when it was cancelled. A question that was open is cancelled. */
export function ask<K extends AskKind>(kind: K, deals: Deals, more: Omit<Questions[K], 'answer'>): Promise<Questions[K]['answer'] | null> {
  current?.answer(null);
  return new Promise((resolve) => {
    const asked = {
      kind,
      deals,
      ...more,
      answer: (value: Questions[K]['answer'] | null) => {
        if (current === asked) current = null;
        resolve(value);
      },
    } as unknown as Ask;
    current = asked;
  });
}

/** Takes back the open question, if any. */
export function cancelAsk(): void {
  current?.answer(null);
}
