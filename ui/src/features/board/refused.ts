/** Says why cards cannot be acted on as they stand, with the way back to where they can. */
import { errorText, t } from '../../i18n';
import type { DealStatus, Refusal } from '../../ipc';
import type { DealTool } from '../../shared/acts/fitting';
import { toast } from '../../store';
import { optionsFor, recoverDeals, reopenDeals, restoreDeals, unarchiveDeals } from '../../store/acts';
import type { Deals } from '../../store/asks.svelte';
import type { ToastAction } from '../../store/toasts.svelte';
import { placeOf } from './boardStore.svelte';

function wayBack(code: string, deals: Deals, status: DealStatus | undefined): readonly ToastAction[] {
  switch (code) {
    case 'in_trash':
      return [{ label: t('deal-recover'), run: () => void recoverDeals(deals) }];
    case 'archived':
      return [{ label: t('deal-unarchive'), run: () => void unarchiveDeals(deals) }];
    case 'not_open':
      return [status === 'lost' ? { label: t('act-restore'), run: () => void restoreDeals(deals) } : { label: t('act-reopen'), run: () => void reopenDeals(deals) }];
    default:
      return [];
  }
}

/** `status`: that of the card that was meant. */
export function sayRefused(refused: Refusal, ids: readonly string[], status?: DealStatus): void {
  const actions = wayBack(refused.code, { ids }, status);
  toast({ text: errorText(refused), icon: 'warning', tone: 'bad', ...(actions.length > 0 ? { actions } : {}) });
}

/** A key was pressed whose act fits none of these cards: the core says why. */
export async function sayWhyNot(tool: DealTool, ids: readonly string[]): Promise<void> {
  const [first] = ids;
  const options = await optionsFor(ids);
  if (options === null || first === undefined) return;
  const zone = tool === 'won' || tool === 'lost' ? tool : 'delete';
  const refused = tool === 'move' ? options.stages.find((stage) => stage.refusal !== null)?.refusal : options[zone].refusal;
  if (refused) sayRefused(refused, ids, placeOf(first)?.card.status);
}
