/** A condition while it is put together: any part may be missing, also the first of two values. */
import type { Condition, FilterValue, ListField, Operator } from '../../ipc';
import { countOf } from './values';

export type Slots = readonly (FilterValue | null)[];
export type Draft = { readonly id: number; readonly field: string; readonly operator: Operator | null; readonly values: Slots };

let made = 0;

export function emptyDraft(): Draft {
  made += 1;
  return { id: made, field: '', operator: null, values: [] };
}

export const isEmpty = (draft: Draft): boolean => draft.field === '';

export function asDraft(condition: Condition): Draft {
  return { ...emptyDraft(), field: condition.field, operator: condition.op, values: condition.values };
}

/** The finished condition; null while something is missing. */
export function asCondition(draft: Draft, fields: readonly ListField[]): Condition | null {
  const { field, operator } = draft;
  const values = draft.values.filter((value) => value !== null);
  if (operator === null || !fields.some((one) => one.key === field && one.operators.includes(operator))) return null;
  const { least, most } = countOf(operator);
  return values.length >= least && values.length <= most ? { field, op: operator, values } : null;
}

export function withField(draft: Draft, field: ListField | undefined): Draft {
  if (!field) return { ...draft, field: '', operator: null, values: [] };
  if (field.key === draft.field) return draft;
  return { ...draft, field: field.key, operator: field.operators[0] ?? null, values: [] };
}

/** Another operator keeps the values it can use. */
export function withOperator(draft: Draft, operator: Operator): Draft {
  const period = operator === 'in_period' || draft.operator === 'in_period';
  const { most } = countOf(operator);
  return { ...draft, operator, values: period && operator !== draft.operator ? [] : draft.values.slice(0, most) };
}
