/** Which columns a list shows, in which order and how wide: a choice of this machine for each kind of record. */
import type { ListEntity, ListField } from '../../ipc';
import { isStrings, preference, setPreference } from '../../store/preferences.svelte';
import { fieldsOf } from './fields.svelte';
import type { Search } from './search.svelte';
import { isTitle } from './values';

const isWidths = (value: unknown): value is Record<string, number> => typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'number');
const NONE: string[] = [];
const NARROWEST = 64;
const WIDEST = 640;
/** By how much a key makes a column wider. */
export const NUDGE = 16;

/** Keys of the columns shown, in order; what names the record stands first. Reactive. */
export function columnsOf(search: Search): readonly string[] {
  const fields = fieldsOf(search.entity);
  const name = fields.find(isTitle)?.key;
  const known = (keys: readonly string[]): string[] => keys.filter((key) => fields.some((field) => field.key === key));
  const [chosen] = [search.looked.columns ?? NONE, preference(`list-columns-${search.entity}`, NONE, isStrings)].map(known).filter((keys) => keys.length > 0);
  const rest = (chosen ?? usual(search, fields)).filter((key) => key !== name);
  return name === undefined ? rest : [name, ...rest];
}

/** Says nothing about what has ended. */
const AHEAD: ReadonlySet<string> = new Set(['activity_state', 'probability', 'expected_close']);
/** Asked of what has ended only. */
const ENDS: ReadonlySet<string> = new Set(['ended_on', 'ended_at', 'close_reason']);

/**
 * What is shown when nothing was chosen: where more than open records may stand, how each of them ended; in a list that
 * another page lent, also what that page asked for.
 */
function usual(search: Search, fields: readonly ListField[]): string[] {
  const keys = fields.filter((field) => field.default_column).map((field) => field.key);
  if (search.shows('mine', 'open') || !fields.some((field) => field.key === 'status')) return keys;
  const { filter, sort } = search.looked;
  const asked = search.lent ? [...filter.all, ...sort].map((one) => one.field) : [];
  const ended = search.shows('lost', 'won') || asked.some((key) => ENDS.has(key));
  return [...new Set(['status', ...keys.filter((key) => !(ended && AHEAD.has(key))), ...(ended ? ['close_reason'] : []), ...asked])];
}

/** Chooses columns; what a favourite brought along gives way to them. */
export function setColumns(search: Search, keys: readonly string[]): void {
  setPreference(`list-columns-${search.entity}`, [...keys]);
  if (search.looked.columns) search.ownColumns();
}

/** The width a column was given, in px; null where it finds its own. Reactive. */
export function widthOf(entity: ListEntity, key: string): number | null {
  return preference<Record<string, number>>(`list-widths-${entity}`, {}, isWidths)[key] ?? null;
}

export function setWidth(entity: ListEntity, key: string, width: number | null): void {
  const { [key]: _old, ...rest } = preference<Record<string, number>>(`list-widths-${entity}`, {}, isWidths);
  setPreference(`list-widths-${entity}`, width === null ? rest : { ...rest, [key]: Math.round(Math.max(NARROWEST, Math.min(WIDEST, width))) });
}

/** Makes a column wider or narrower than it is; one that finds its own width is measured. */
export function nudge(entity: ListEntity, key: string, by: number): void {
  const head = document.querySelector(`[data-column="${CSS.escape(key)}"]`);
  setWidth(entity, key, (widthOf(entity, key) ?? head?.getBoundingClientRect().width ?? NARROWEST) + by);
}

type Room = readonly [least: number, share: number];

/** How much room a field takes when nobody said: smallest width in rem and share of what is left. */
function room(field: ListField): Room {
  // A shape or a dot stands before the words.
  if (field.key === 'status') return [11.75, 1];
  if (field.key === 'labels') return [9, 1];
  if (field.key === 'close_reason') return [9.5, 1.2];
  switch (field.kind) {
    case 'text':
      return isTitle(field) ? [14, 3] : [8, 1.4];
    case 'record':
      return field.of === 'person' || field.of === 'organization' ? [9, 1.6] : [7.5, 1];
    case 'money':
      return [8, 0.8];
    case 'number':
      return [8.5, 0.9];
    case 'percent':
    case 'yes_no':
      return [5.5, 0.6];
    default:
      return [7.5, 1];
  }
}

const TICK = '2.5rem';
const END = '2.25rem';

/** The columns as a grid (tick, fields, the end), and the width below which they scroll sideways: the same for every row. */
export function template(entity: ListEntity, shown: readonly ListField[]): { readonly columns: string; readonly least: string } {
  const parts = shown.map((field) => {
    const width = widthOf(entity, field.key);
    const [least, share] = room(field);
    return width === null ? { column: `minmax(${least}rem, ${share}fr)`, least: `${least}rem` } : { column: `${width}px`, least: `${width}px` };
  });
  return { columns: [TICK, ...parts.map((part) => part.column), END].join(' '), least: `calc(${[TICK, ...parts.map((part) => part.least), END].join(' + ')})` };
}
