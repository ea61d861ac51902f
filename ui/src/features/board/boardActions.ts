/** What the palette offers of the board. */
import { catalog, go, NO_FILTER, openMerge, router, type Action } from '../../store';
import { convertDeals, deleteDeals, loseDeals, pickMove, winDeals } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';
import type { IconName } from '../../shared/icons';
import { t } from '../../i18n';
import { board, setFilter } from './boardStore.svelte';
import { startAdding } from './keys';
import { subject, subjectIds } from './subject';

const onBoard = (): boolean => router.view === 'board' && board.pipeline !== null;

function newDeal(): void {
  go({ view: 'board' });
  startAdding();
}

/** What is chosen on the board, or the focused card, while no record lies over it. */
const hasSubject = (): boolean => onBoard() && router.route.record === undefined && subjectIds().length > 0;

function named(act: string): string {
  const deals = subject();
  return deals?.title !== undefined ? t('act-on', { act, name: deals.title }) : t('act-on-many', { act, count: deals?.ids.length ?? 0 });
}

function outcome(id: string, icon: IconName, label: string, keys: string | null, run: (deals: Deals) => unknown, when: () => boolean = () => true): Action {
  return {
    id: `board-${id}`,
    group: 'record',
    icon,
    label: () => named(t(label)),
    ...(keys ? { keys } : {}),
    when: () => hasSubject() && when(),
    run: () => {
      const deals = subject();
      // The palette is gone by then: questions open in the middle.
      if (deals) void run({ ...deals, anchor: null });
    },
  };
}

export const boardActions: readonly Action[] = [
  outcome('won', 'won', 'act-won', 'w', winDeals),
  outcome('lost', 'lost', 'act-lost', 'l', loseDeals),
  outcome('move', 'move', 'act-move', 'm', pickMove),
  outcome('leads', 'inbox', 'act-to-leads', null, convertDeals, () => catalog.settings.leads_enabled),
  outcome('merge', 'merge', 'merge-act', null, (deals) => openMerge('deal', deals.ids), () => subjectIds().length > 1),
  outcome('delete', 'trash', 'act-delete', 'delete', deleteDeals),
  { id: 'new-deal', group: 'create', icon: 'plus', keys: 'n', label: () => t('board-new'), when: () => board.pipeline !== null, run: newDeal },
  { id: 'needs-action', group: 'view', icon: 'filter', keys: 'q', label: () => t('narrow-needs-action'), when: onBoard, chosen: () => board.filter.needs_action, run: () => setFilter({ ...board.filter, needs_action: !board.filter.needs_action }) },
  { id: 'show-lost', group: 'view', icon: 'lost', label: () => t('board-show-lost'), when: onBoard, chosen: () => board.filter.status === 'lost', run: () => setFilter({ ...NO_FILTER, status: board.filter.status === 'lost' ? null : 'lost' }) },
  { id: 'show-won', group: 'view', icon: 'won', label: () => t('board-show-won'), when: onBoard, chosen: () => board.filter.status === 'won', run: () => setFilter({ ...NO_FILTER, status: board.filter.status === 'won' ? null : 'won' }) },
  { id: 'clear-filter', group: 'view', icon: 'close', label: () => t('narrow-clear'), when: () => onBoard() && board.filtered, run: () => setFilter(NO_FILTER) },
];
