/** Which component shows which page; each is loaded when first needed. To add a page: a line here and one in `store/router`. */
import type { Component } from 'svelte';
import { whilePending } from '../ipc';
import type { View } from '../store';

type Page = { default: Component };

/** Loading code counts as pending, like a command. */
const load = <T>(part: () => Promise<T>) => (): Promise<T> => whilePending(part);

export const pages: Record<View, () => Promise<Page>> = {
  board: load(() => import('../features/board/BoardView.svelte')),
  leads: load(() => import('../features/leads/LeadsView.svelte')),
  contacts: load(() => import('../features/contacts/ContactsView.svelte')),
  trash: load(() => import('../features/trash/TrashView.svelte')),
  import: load(() => import('../features/import/ImportView.svelte')),
  settings: load(() => import('../features/settings/SettingsView.svelte')),
};

/** What opens over any page. */
export const overlays = {
  deal: load(() => import('../features/deal/DealDrawer.svelte')),
  history: load(() => import('../features/history/HistoryPanel.svelte')),
  merge: load(() => import('../features/merge/MergeDialog.svelte')),
};
