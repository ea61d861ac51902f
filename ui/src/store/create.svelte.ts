/** Making a deal or a lead from anywhere: of which kind, and what is known of it already. Drawn by `features/create`. */
import type { Money, Place } from '../ipc';

export type NewKind = 'deal' | 'lead';
type Named = { readonly id: string; readonly name: string };

/** What the place it is made from knows. */
export type NewStart = {
  readonly title?: string;
  readonly value?: Money | null;
  readonly close?: string | null;
  readonly organization?: Named | null;
  readonly person?: Named | null;
  readonly pipeline?: string;
  /** null: not started. Left out: where the pipeline begins. */
  readonly stage?: string | null;
  /** Where in that stage, asked when it is saved: cards move meanwhile. */
  readonly place?: () => Place;
};

export type NewAsk = {
  readonly kind: NewKind;
  readonly start: NewStart;
  /** Once it is there. */
  readonly then?: (id: string) => void;
};

let current = $state.raw<NewAsk | null>(null);

export const creating = {
  /** What is being made; null: nothing. Reactive. */
  get current(): NewAsk | null {
    return current;
  },
};

/** Opens the form of a new deal or lead. */
export function openNew(kind: NewKind, start: NewStart = {}, then?: (id: string) => void): void {
  current = { kind, start, ...(then ? { then } : {}) };
}

export function closeNew(): void {
  current = null;
}
