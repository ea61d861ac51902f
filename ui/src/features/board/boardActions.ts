/** What the palette offers of the board. */
import { appearance, DENSITIES, NO_FILTER, router, setDensity, go, type Action } from '../../store';
import { t } from '../../i18n';
import { board, setFilter } from './boardStore.svelte';
import { startAdding } from './keys';

const onBoard = (): boolean => router.view === 'board' && board.pipeline !== null;

function newDeal(): void {
  go({ view: 'board' });
  startAdding();
}

export const boardActions: readonly Action[] = [
  { id: 'new-deal', group: 'create', icon: 'plus', keys: 'n', label: () => t('board-new'), when: () => board.pipeline !== null, run: newDeal },
  { id: 'needs-action', group: 'view', icon: 'filter', keys: 'q', label: () => t('narrow-needs-action'), when: onBoard, chosen: () => board.filter.needs_action, run: () => setFilter({ ...board.filter, needs_action: !board.filter.needs_action }) },
  { id: 'show-lost', group: 'view', icon: 'lost', label: () => t('board-show-lost'), when: onBoard, chosen: () => board.filter.status === 'lost', run: () => setFilter({ ...NO_FILTER, status: board.filter.status === 'lost' ? null : 'lost' }) },
  { id: 'show-won', group: 'view', icon: 'won', label: () => t('board-show-won'), when: onBoard, chosen: () => board.filter.status === 'won', run: () => setFilter({ ...NO_FILTER, status: board.filter.status === 'won' ? null : 'won' }) },
  { id: 'clear-filter', group: 'view', icon: 'close', label: () => t('narrow-clear'), when: () => onBoard() && board.filtered, run: () => setFilter(NO_FILTER) },
  ...DENSITIES.map((density): Action => ({ id: `density-${density}`, group: 'view', icon: 'rows', label: () => t('density-is', { density: t(`density-${density}`) }), chosen: () => appearance.density === density, run: () => setDensity(density) })),
];
