/** What the palette offers of the board. */
import { go, openMerge, router, showPipelineAs, type Action } from '../../store';
import type { Deals } from '../../store/asks.svelte';
import type { IconName } from '../../shared/icons';
import { t } from '../../i18n';
import { board } from './boardStore.svelte';
import { startAdding } from './keys';
import { clearLooking, needsAction, showOnly, toggleAction } from './looking.svelte';
import { mergeTools } from '../../shared/list/mergeTool';
import { searchOf } from '../../shared/list/search.svelte';
import { clearSelection } from './selection.svelte';
import { subject, subjectIds } from './subject';
import { BOARD_TOOLS, fittingOnBoard, subjectFits, toolOff, writable, type BoardTool } from './tools';

const onBoard = (): boolean => router.view === 'board' && board.pipeline !== null;

function addInColumn(): void {
  go({ view: 'board' });
  startAdding();
}

/** What is chosen on the board, or the focused card, while no record lies over it. */
const hasSubject = (): boolean => onBoard() && router.route.record === undefined && subjectIds().length > 0;

function named(act: string): string {
  const deals = subject();
  return deals?.title !== undefined ? t('act-on', { act, name: deals.title }) : t('act-on-many', { act, count: deals?.ids.length ?? 0 });
}

function outcome(id: string, icon: IconName, label: string, keys: string | null, run: (deals: Deals) => unknown, when: () => boolean): Action {
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

/** A tool as it fits. */
function tool({ id, icon, label, keys, run }: BoardTool): Action {
  return outcome(id, icon, label, keys ?? null, run, () => {
    const fits = subjectFits();
    return fittingOnBoard(fits).some((one) => one.id === id) && toolOff(id, fits) === null;
  });
}

export const boardActions: readonly Action[] = [
  ...BOARD_TOOLS.map(tool),
  outcome('merge', 'merge', 'merge-act', null, (deals) => openMerge('deal', deals.ids, { then: clearSelection }), () => writable(subjectFits()) && mergeTools('deal', subjectIds().length, clearSelection).some((one) => one.why === undefined)),
  { id: 'add-in-column', group: 'create', icon: 'plus', keys: 'n', label: () => t('board-add'), when: () => board.pipeline !== null, run: addInColumn },
  { id: 'needs-action', group: 'view', icon: 'filter', keys: 'q', label: () => t('narrow-needs-action'), when: onBoard, chosen: needsAction, run: toggleAction },
  { id: 'show-lost', group: 'view', icon: 'lost', label: () => t('board-show-lost'), when: onBoard, chosen: () => searchOf('deal').shows('lost'), run: () => showOnly('lost') },
  { id: 'show-won', group: 'view', icon: 'won', label: () => t('board-show-won'), when: onBoard, chosen: () => searchOf('deal').shows('won'), run: () => showOnly('won') },
  { id: 'clear-filter', group: 'view', icon: 'close', label: () => t('narrow-clear'), when: () => onBoard() && board.filtered, run: clearLooking },
  { id: 'view-list', group: 'view', icon: 'list', keys: 'alt+2', label: () => t('key-view-list'), when: onBoard, run: () => showPipelineAs('list') },
];
