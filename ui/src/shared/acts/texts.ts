/** The way out of a question, as text. */
import { t } from '../../i18n';
import type { Deals } from '../../store/asks.svelte';

/** What Escape does in a question: cards in hand go back to where they were. */
export const leaving = ({ inHand, ids }: Deals): string => (inHand ? t('lost-put-back', { count: ids.length }) : t('lost-cancels'));

/** The same as the name of the cross. */
export const leaveName = ({ inHand, ids }: Deals): string => (inHand ? t('lost-put-back-key', { count: ids.length }) : t('act-cancel'));
