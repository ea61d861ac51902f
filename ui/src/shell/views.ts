/** Which component shows which page; each is loaded when first needed. To add a page: a line here and one in `store/router`. */
import type { Component } from 'svelte';
import { whilePending } from '../ipc';
import type { View } from '../store';

type Page = {
  default: Component;
  /** Asks for what the page shows, before it is drawn. */
  prepare?: () => Promise<void>;
};

/** Loading code counts as pending, like a command. */
const load = <T>(part: () => Promise<T>) => (): Promise<T> => whilePending(part);

const parts: Record<View, () => Promise<Page>> = {
  board: () => import('../features/board/BoardView.svelte'),
  list: () => import('../features/deals/DealsView.svelte'),
  leads: () => import('../features/leads/LeadsPage.svelte'),
  contacts: () => import('../features/contacts/ContactsView.svelte'),
  reports: () => import('../features/reports/ReportsView.svelte'),
  trash: () => import('../features/trash/TrashView.svelte'),
  import: () => import('../features/import/ImportView.svelte'),
  settings: () => import('../features/settings/SettingsView.svelte'),
};
const loaded: Partial<Record<View, Page>> = {};

/** A page whose code is here already. */
export const pageHere = (view: View): Page | undefined => loaded[view];

export const loadPage = (view: View): Promise<Page> => load(async () => (loaded[view] = await parts[view]()))();

/** What opens over any page. */
export const overlays = {
  deal: load(() => import('../features/deal/DealDrawer.svelte')),
  history: load(() => import('../features/history/HistoryPanel.svelte')),
  create: load(() => import('../features/create/NewRecord.svelte')),
  merge: load(() => import('../features/merge/MergeDialog.svelte')),
};
