import type { RowOutcome } from '../../ipc';
import type { IconName } from '../../shared/icons';

/** What can happen with a row, in the order it is counted. */
export const OUTCOMES = ['create', 'update', 'unchanged', 'refuse'] as const satisfies readonly RowOutcome[];

export const OUTCOME_ICONS: Readonly<Record<RowOutcome, IconName>> = { create: 'plus', update: 'edit', unchanged: 'check', refuse: 'warning' };
