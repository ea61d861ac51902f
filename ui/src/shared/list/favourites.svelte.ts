/** Searches kept by name: choices of this machine, shared by board and list. */
import { call, toAppError, type ListEntity, type SavedFilter } from '../../ipc';
import { errorText } from '../../i18n';
import { refuse } from '../../store/act.svelte';
import { columnsOf } from './columns.svelte';
import { compareNames } from '../../i18n/formats';
import { lookedOf, type Search } from './search.svelte';

let saved = $state.raw<readonly SavedFilter[] | null>(null);
let asked = false;

/** Reads the favourites once. */
export async function loadFavourites(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    saved = (await call('saved_filters')).filters;
  } catch {
    asked = false;
  }
}

/** The favourites of a kind by name; null until they were read. Reactive. */
export function favouritesOf(entity: ListEntity): readonly SavedFilter[] {
  return (saved ?? []).filter((one) => one.query.entity === entity).sort((a, b) => compareNames(a.name, b.name));
}

/** Puts the favourite that is shown first in force, unless something was looked for already. */
export async function startWithDefault(search: Search): Promise<void> {
  await loadFavourites();
  const first = (saved ?? []).find((one) => one.default && one.query.entity === search.entity);
  if (first && search.untouched && !search.started) search.use(lookedOf(first), first.id);
  search.started = true;
}

/** Keeps what is looked for under a name, in place of `instead` where given. Answers the words of a refusal. */
export async function keep(search: Search, name: string, instead: SavedFilter | null = null): Promise<string | undefined> {
  const { sort, group } = search.looked;
  const id = instead?.id ?? null;
  try {
    const { filters } = await call('save_filter', { id, name, query: search.query, sort: [...sort], group, columns: [...columnsOf(search)], default: instead?.default ?? false });
    const made = filters.find((one) => one.id === id || !(saved ?? []).some((old) => old.id === one.id));
    saved = filters;
    if (made) search.use(lookedOf(made), made.id);
    return undefined;
  } catch (cause) {
    return errorText(toAppError(cause));
  }
}

async function write(work: Promise<{ filters: SavedFilter[] }>): Promise<void> {
  try {
    saved = (await work).filters;
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** Shown first, or no longer. */
export const makeDefault = (one: SavedFilter, yes: boolean): Promise<void> => write(call('save_filter', { ...one, default: yes }));
export const remove = (one: SavedFilter): Promise<void> => write(call('delete_filter', { id: one.id }));
export const importFrom = (text: string): Promise<void> => write(call('import_filters', { text }));
