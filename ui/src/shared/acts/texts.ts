/** The way out of a question, as text. */
import { t } from '../../i18n';
import { router } from '../../store/router.svelte';

/** What Escape does in a question: on the board the cards go back to where they were. */
export const leaving = (): string => t(router.view === 'board' ? 'lost-put-back' : 'lost-cancels');
