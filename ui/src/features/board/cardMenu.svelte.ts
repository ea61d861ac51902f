/** The menu of one card: the same outcomes as dragging it. One menu serves the whole board. */
import type { Card } from '../../ipc';
import { t } from '../../i18n';
import type { DealTool } from '../../shared/acts/fitting';
import { ruled, type MenuEntry, type MenuItem } from '../../shared/menu';
import { openRecord } from '../../store';
import { board, placeOf } from './boardStore.svelte';
import { editTitle } from './editing.svelte';
import { moveToEnd } from './moves';
import { openQuick } from './quick.svelte';
import { chosenIds, isChosen, selection } from './selection.svelte';
import { dealsFor } from './subject';
import { fitsCard, fitsChosen, fittingOnBoard, toolOff, writable, type BoardTool } from './tools';

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
  const fits = many ? fitsChosen() : fitsCard(card);
  const written = writable(fits);
  const item = (tool: BoardTool): MenuItem => {
    const { id, icon, label, keys, bad, run } = tool;
    const why = toolOff(id, fits);
    return { label: t(label), icon, ...(keys ? { keys } : {}), ...(bad ? { bad } : {}), ...(why === null ? {} : { why }), run: () => void run(deals) };
  };
  const fitting = (...wanted: readonly DealTool[]): MenuItem[] => fittingOnBoard(fits).filter((tool) => wanted.includes(tool.id)).map(item);
  const one: MenuEntry[] = many
    ? []
    : [
        { label: t('act-open'), icon: 'open', keys: 'enter', run: () => openRecord('deal', card.id) },
        ...(written ? [{ label: t('card-edit-title'), icon: 'edit' as const, keys: 'shift+enter', run: () => editTitle(card.id) }] : []),
      ];
  const order: MenuEntry[] =
    many || !board.byHand || !fits.has('move')
      ? []
      : [
          { label: t('card-to-top'), icon: 'arrow-up', run: () => void moveToEnd(card.id, 'top') },
          { label: t('card-to-bottom'), icon: 'arrow-down', run: () => void moveToEnd(card.id, 'bottom') },
        ];
  const edits: MenuEntry[] = written
    ? [
        { label: t('card-plan'), icon: 'calendar-plus', keys: 'a', run: () => openQuick('activity', ids) },
        { label: t('card-date'), icon: 'calendar', keys: 'd', run: () => openQuick('date', ids) },
        { label: t('card-labels'), icon: 'label', run: () => openQuick('label', ids) },
      ]
    : [];
  return [
    { head: many ? t('sel-count', { count: ids.length }) : card.title },
    ...ruled([...one, ...fitting('move'), ...order, 'rule', ...fitting('recover', 'restore', 'reopen', 'won', 'lost', 'close', 'convert'), 'rule', ...edits, 'rule', ...fitting('unarchive', 'archive', 'delete')]),
  ];
}

/** The card the menu is open for. */
export function menuCard(): Card | null {
  return open ? (placeOf(open.id)?.card ?? null) : null;
}
