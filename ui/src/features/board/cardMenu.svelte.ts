/** The menu of one card: the same outcomes as dragging it. One menu serves the whole board. */
import type { Card } from '../../ipc';
import { t } from '../../i18n';
import type { MenuEntry, MenuItem } from '../../shared/menu';
import { catalog, guardEntry, openRecord } from '../../store';
import { closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, reopenDeals, restoreDeals, winDeals } from '../../store/acts';
import { board, placeOf } from './boardStore.svelte';
import { editTitle } from './editing.svelte';
import { moveToEnd } from './moves';
import { openQuick } from './quick.svelte';
import { chosenIds, isChosen, selection } from './selection.svelte';
import { dealsFor } from './subject';

type Place = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
let open = $state.raw<{ readonly id: string; readonly place: Place } | null>(null);

export const cardMenu = {
  get open(): { readonly id: string; readonly place: Place } | null {
    return open;
  },
};

/** Opens the menu of a card beside an element or at a point. */
export function openCardMenu(id: string, at: Element | { x: number; y: number }): void {
  if (at instanceof Element) {
    const box = at.getBoundingClientRect();
    open = { id, place: { x: box.left, y: box.top, width: box.width, height: box.height } };
  } else open = { id, place: { x: at.x, y: at.y, width: 0, height: 0 } };
}

export function closeCardMenu(): void {
  open = null;
}

/** The entries for a card, or for the selection it belongs to. */
export function cardEntries(card: Card): MenuEntry[] {
  const many = isChosen(card.id) && selection.size > 1;
  const ids = many ? chosenIds() : [card.id];
  const deals = dealsFor(ids);
  const one: MenuEntry[] = many
    ? []
    : [
        { label: t('act-open'), icon: 'open', keys: 'enter', run: () => openRecord('deal', card.id) },
        { label: t('card-edit-title'), icon: 'edit', keys: 'shift+enter', run: () => editTitle(card.id) },
      ];
  const order: MenuEntry[] =
    many || !board.byHand
      ? []
      : [
          { label: t('card-to-top'), icon: 'arrow-up', run: () => void moveToEnd(card.id, 'top') },
          { label: t('card-to-bottom'), icon: 'arrow-down', run: () => void moveToEnd(card.id, 'bottom') },
        ];
  return [
    { head: many ? t('sel-count', { count: ids.length }) : card.title },
    ...one,
    { label: t('act-move'), icon: 'move', keys: 'm', run: () => void pickMove(deals) },
    ...order,
    'rule',
    ...outcomes(card, deals),
    'rule',
    { label: t('card-plan'), icon: 'calendar-plus', keys: 'a', run: () => openQuick('activity', ids) },
    { label: t('card-date'), icon: 'calendar', keys: 'd', run: () => openQuick('date', ids) },
    { label: t('card-labels'), icon: 'label', run: () => openQuick('label', ids) },
    'rule',
    { label: t('act-delete'), icon: 'trash', keys: 'delete', bad: true, run: () => void deleteDeals(deals), ...guardEntry('delete', ids.length) },
  ];
}

function outcomes(card: Card, deals: ReturnType<typeof dealsFor>): MenuItem[] {
  const won: MenuItem = { label: t('act-won'), icon: 'won', keys: 'w', run: () => void winDeals(deals) };
  const lost: MenuItem = { label: t('act-lost'), icon: 'lost', keys: 'l', run: () => void loseDeals(deals) };
  const leads: MenuItem[] = catalog.settings.leads_enabled && card.status !== 'won' ? [{ label: t('act-to-leads'), icon: 'inbox', run: () => void convertDeals(deals), ...guardEntry('convert', deals.ids.length) }] : [];
  const back: Partial<MenuItem> = guardEntry('restore', deals.ids.length);
  const restore: MenuItem = { label: t('act-restore'), icon: 'restore', run: () => void restoreDeals(deals), ...back };
  const reopen: MenuItem = { label: t('act-reopen'), icon: 'folder', run: () => void reopenDeals(deals), ...back };
  switch (card.status) {
    case 'open':
      return [won, lost, { label: t('act-close-without'), icon: 'closed', run: () => void closeDeals(deals) }, ...leads];
    case 'lost':
      return [restore, won, ...leads];
    case 'won':
      return [reopen, lost];
    case 'closed':
      return [reopen, ...leads];
  }
}

/** The card the menu is open for. */
export function menuCard(): Card | null {
  return open ? (placeOf(open.id)?.card ?? null) : null;
}
