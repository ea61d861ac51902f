import type { IconName } from './icons';

/** One entry of a Select or Combobox. */
export type Choice = { readonly value: string; readonly label: string; readonly icon?: IconName; readonly note?: string };

/** Text folded for comparing: lower case, no accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Entries that contain what was typed, in their name or beside it; those that start with it first. */
export function filterChoices(options: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return [...options];
  const found = options.filter(({ label, note = '' }) => fold(label).includes(wanted) || fold(note).includes(wanted));
  return found.sort((a, b) => Number(fold(b.label).startsWith(wanted)) - Number(fold(a.label).startsWith(wanted)));
}
