/** Which component shows which page; each is loaded when first needed. To add a page: a line here and one in `store/router`. */
import type { Component } from 'svelte';
import type { View } from '../store';

type Page = { default: Component };

export const pages: Record<View, () => Promise<Page>> = {
  board: () => import('../features/board/BoardView.svelte'),
  leads: () => import('../features/leads/LeadsView.svelte'),
  contacts: () => import('../features/contacts/ContactsView.svelte'),
  trash: () => import('../features/trash/TrashView.svelte'),
  import: () => import('../features/import/ImportView.svelte'),
  settings: () => import('../features/settings/SettingsView.svelte'),
};

/** What opens over any page. */
export const overlays = {
  deal: () => import('../features/deal/DealDrawer.svelte'),
  history: () => import('../features/history/HistoryPanel.svelte'),
};
