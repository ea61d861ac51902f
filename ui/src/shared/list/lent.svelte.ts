/**
 * A list opened for another page's sake: a mark of a report, the uses of a reason. What it shows and where it leads back
 * stand in the route, so that Back and Forward walk it. What was looked for before comes back when the list is left.
 */
import { untrack } from 'svelte';
import type { ListEntity, ListQuery, SortKey } from '../../ipc';
import { go, router, type Route, type View } from '../../store/router.svelte';
import type { Search } from './search.svelte';

type Lent = { readonly query: ListQuery; readonly sort: readonly SortKey[]; readonly back: Route };

/** The page that lists records of a kind with their own search. */
const PAGES: Partial<Record<ListEntity, View>> = { deal: 'list', lead: 'leads' };

/** Opens the list of what a query finds; `back` is the page it was asked from. */
export function lendList(query: ListQuery, sort: readonly SortKey[], back: Route): void {
  const view = PAGES[query.entity];
  const lent: Lent = { query, sort, back };
  if (view) go({ view, params: { lent: JSON.stringify(lent), ...(query.pipeline === null ? {} : { pipeline: query.pipeline }) } });
}

function read(text: string): Lent | null {
  try {
    return JSON.parse(text) as Lent;
  } catch {
    return null;
  }
}

const wanted = (entity: ListEntity): string | null => (router.view === PAGES[entity] ? (router.route.params?.lent ?? null) : null);

/** Where the list leads back to; null where nobody lent it. Reactive. */
export function lentBy(entity: ListEntity): Route | null {
  const text = wanted(entity);
  return text === null ? null : (read(text)?.back ?? null);
}

/** Shows in the list what the route lends it. Call while its page is made. */
export function followLent(search: Search): void {
  const text = $derived(wanted(search.entity));
  $effect.pre(() => {
    const lent = text === null ? null : read(text);
    if (lent === null) return;
    untrack(() => search.lend({ presets: lent.query.presets, filter: lent.query.filter, text: lent.query.text, group: null, sort: lent.sort }));
    return () => untrack(() => search.giveBack());
  });
}
