/** What can be done with the deal in the drawer, for its buttons, its menu, its keys and the palette alike. */
import { t } from '../../i18n';
import type { DealDetail } from '../../ipc';
import type { IconName } from '../../shared/icons';
import type { MenuEntry } from '../../shared/menu';
import { act, catalog, guardEntry, openRecord, whyOff, type Action } from '../../store';
import { archiveDeals, closeDeals, convertDeals, deleteDeals, loseDeals, pickMove, recover, reopenDeals, restoreDeals, unarchiveDeals, winDeals, winWithDetails } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';

type Run = (anchor?: Element) => void;

export type DealActs = {
  readonly win: Run | null;
  readonly lose: Run | null;
  readonly move: Run | null;
  readonly duplicate: Run | null;
  readonly remove: Run | null;
  /** Restore, Reopen or Recover. */
  readonly back: { readonly label: string; readonly icon: IconName; readonly run: Run } | null;
  readonly items: readonly MenuEntry[];
  readonly offered: readonly Action[];
};

async function duplicate(id: string): Promise<void> {
  const done = await act('duplicate_deal', { id }, { icon: 'copy' });
  const made = done?.created.find((record) => record.kind === 'deal');
  if (made) openRecord('deal', made.id);
}

/** Everything on offer now. */
export function dealActs(detail: DealDetail): DealActs {
  const { deal } = detail;
  const one: Deals = { ids: [deal.id], title: deal.title, titles: new Map([[deal.id, deal.title]]), value: deal.value };
  const writable = !detail.read_only;
  const open = writable && deal.status === 'open';
  const archived = deal.archived_at !== null;
  const when = (offered: boolean, run: (anchor?: Element) => unknown): Run | null => (offered ? (anchor) => void run(anchor) : null);

  const win = when(writable && deal.status !== 'won', () => winDeals(one));
  const lose = when(writable && deal.status !== 'lost', (anchor) => loseDeals({ ...one, anchor: anchor ?? null }));
  const move = when(open && !archived, () => pickMove(one));
  const copy = when(writable, () => duplicate(deal.id));
  const remove = when(writable, () => deleteDeals(one));
  const convert = when(writable && catalog.settings.leads_enabled, () => convertDeals(one));
  const back = backOf(detail, one);

  const items: MenuEntry[] = writable
    ? [
        ...(open || win === null ? [] : [{ label: t('deal-won'), icon: 'won' as const, keys: 'w', run: () => win() }]),
        ...(open || lose === null ? [] : [{ label: t('deal-lost'), icon: 'lost' as const, keys: 'l', run: () => lose() }]),
        ...(win === null ? [] : [{ label: t('deal-won-details'), icon: 'won' as const, run: () => void winWithDetails(one) }]),
        ...(convert === null ? [] : [{ label: t('deal-convert'), icon: 'inbox' as const, run: () => convert(), ...(deal.status === 'won' ? { why: t('deal-won-not-converted') } : guardEntry('convert')) }]),
        { label: t('deal-duplicate'), icon: 'copy', keys: 'mod+d', run: () => copy?.() },
        { label: t('deal-move'), icon: 'move', keys: 'm', run: () => move?.(), ...(move === null ? { why: t(archived ? 'deal-move-archived' : 'deal-move-ended') } : {}) },
        'rule',
        ...(open ? [{ label: t('deal-close-plain'), icon: 'closed' as const, run: () => void closeDeals(one) }] : []),
        archived ? { label: t('deal-unarchive'), icon: 'unarchive', run: () => void unarchiveDeals(one) } : { label: t('deal-archive'), icon: 'archive', run: () => void archiveDeals(one) },
        { label: t('act-delete'), icon: 'trash', keys: 'delete', bad: true, run: () => remove?.(), ...guardEntry('delete') },
      ]
    : [];

  const offer = (id: string, icon: IconName, label: string, run: Run | null, keys?: string): Action[] =>
    run === null ? [] : [{ id: `deal-${id}`, group: 'record', icon, label: () => t(label), run: () => run(), ...(keys ? { keys } : {}) }];
  const offered = [
    ...offer('won', 'won', 'deal-won', win, 'w'),
    ...offer('lost', 'lost', 'deal-lost', lose, 'l'),
    ...offer('move', 'move', 'deal-move', move, 'm'),
    ...offer('convert', 'inbox', 'deal-convert', deal.status === 'won' || whyOff('convert') !== null ? null : convert),
    ...offer('duplicate', 'copy', 'deal-duplicate', copy, 'mod+d'),
    ...(back ? [{ id: 'deal-back', group: 'record' as const, icon: back.icon, label: () => back.label, run: () => back.run() }] : []),
    ...offer('delete', 'trash', 'act-delete', whyOff('delete') === null ? remove : null, 'delete'),
  ];
  return { win, lose, move, duplicate: copy, remove, back, items, offered };
}

function backOf(detail: DealDetail, one: Deals): DealActs['back'] {
  const { deal } = detail;
  if (detail.read_only) return { label: t('deal-recover'), icon: 'undo', run: () => void recover([{ kind: 'deal', id: deal.id }]) };
  if (deal.status === 'lost') return { label: t('deal-restore'), icon: 'undo', run: () => void restoreDeals(one) };
  if (deal.status !== 'open') return { label: t('deal-reopen'), icon: 'folder', run: () => void reopenDeals(one) };
  return null;
}
