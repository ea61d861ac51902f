/** Meanings of values (a stage, a status, nothing) as entries of a choice list. */
import type { ColumnMapping, DealStatus, MappedValue } from '../../ipc';
import { fold } from '../../shared/choices';

/** Whether two names are one for the core's loose matching: case, accents, blanks and punctuation do not count. */
export function sameName(a: string, b: string): boolean {
  const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(a) === bare(b);
}

/** The meaning a mapping gives a value, if any. */
export function valueOf(values: ColumnMapping['values'], value: string): MappedValue | null {
  return Object.entries(values).find(([name]) => sameName(name, value))?.[1] ?? null;
}

/** The entry for what a value means; a stage of the value's own name is what it would be anyway. */
export function meaningKey(meaning: MappedValue | null, value: string): string {
  if (meaning === null || (typeof meaning === 'object' && 'stage' in meaning && sameName(meaning.stage, value))) return 'auto';
  if (meaning === 'empty') return 'empty';
  if ('status' in meaning) return `status:${meaning.status}`;
  return 'stage' in meaning ? `stage:${meaning.stage}` : `stage:${meaning.text}`;
}

/** The meaning of an entry; null for none of its own. */
export function meaningOf(key: string): MappedValue | null {
  if (key === 'empty') return 'empty';
  const [kind, rest] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (kind === 'status') return { status: rest as DealStatus };
  return kind === 'stage' ? { stage: rest } : null;
}
