/** Searches kept by name: choices of this machine, shared by board and list. */
import { call, callShell, toAppError, type ListEntity, type SavedFilter } from '../../ipc';
import { errorText, t } from '../../i18n';
import { refuse } from '../../store/act.svelte';
import { dismiss, toast } from '../../store/toasts.svelte';
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
  if (search.lent) return;
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

async function write(work: Promise<{ filters: SavedFilter[] }>): Promise<boolean> {
  try {
    saved = (await work).filters;
    return true;
  } catch (cause) {
    refuse(toAppError(cause));
    return false;
  }
}

/** Gives a favourite another name. Answers the words of a refusal. */
export async function rename(one: SavedFilter, name: string): Promise<string | undefined> {
  try {
    saved = (await call('save_filter', { ...one, name })).filters;
    return undefined;
  } catch (cause) {
    return errorText(toAppError(cause));
  }
}

/** Shown first, or no longer. */
export const makeDefault = (one: SavedFilter, yes: boolean): Promise<boolean> => write(call('save_filter', { ...one, default: yes }));

/** Forgets a favourite. Undo of the notice keeps it again: the journal knows nothing of choices of this machine. */
export async function remove(one: SavedFilter): Promise<void> {
  if (!(await write(call('delete_filter', { id: one.id })))) return;
  const key = toast({ text: t('favourite-deleted', { name: one.name }), icon: 'trash', actions: [{ label: t('act-undo'), run: () => (dismiss(key), void write(call('save_filter', { ...one }))) }] });
}

/** Writes favourites into a file the person chooses: one of them, or all. */
export async function exportTo(ids: readonly string[]): Promise<void> {
  try {
    const { name, text } = await call('export_filters', { ids: [...ids] });
    if (await callShell('save_text', { title: t('favourite-export'), name, text })) toast({ text: t('favourite-exported', { count: ids.length || (saved ?? []).length }), icon: 'export' });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** Takes favourites out of a file: all of them, or none. */
export async function importFrom(file: File): Promise<void> {
  const before = new Set((saved ?? []).map((one) => JSON.stringify(one)));
  if (!(await write(file.text().then((text) => call('import_filters', { text }))))) return;
  toast({ text: t('favourite-imported', { count: (saved ?? []).filter((one) => !before.has(JSON.stringify(one))).length }), icon: 'import' });
}
