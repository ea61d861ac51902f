/** The deal in the drawer: read, kept right by every change, and written field by field. */
import { call, type DealChange, type DealDetail, type Party } from '../../ipc';
import { concerns, narrowing, router } from '../../store';
import { NO_FILTER } from '../../store/spotlight.svelte';
import { writeQuietly } from '../../shared/record/attempt';
import { reading, type Reading } from '../../shared/record/reading.svelte';
import { withChange } from './patch';

/** Changes of these kinds may alter what the drawer says without naming its deal. */
const AROUND = ['activity', 'pipeline', 'stage', 'label', 'close_reason', 'source', 'product', 'colleague', 'custom_field', 'setting'] as const;

export type Save = (change: DealChange) => Promise<string | undefined>;

export type DealModel = {
  readonly reading: Reading<DealDetail>;
  readonly save: Save;
  readonly saveParty: (which: 'organization' | 'person', party: Party | null) => Promise<string | undefined>;
};

/** Call while a component is made; `id` is followed. */
export function dealModel(id: () => string | null): DealModel {
  const answer = reading<DealDetail>(
    () => {
      const which = id();
      const filter = router.view === 'board' ? narrowing.board : NO_FILTER;
      return which === null ? null : call('deal_detail', { id: which, filter });
    },
    (change, detail) =>
      concerns(change, ['deal'], detail.deal.id) ||
      concerns(change, AROUND) ||
      // Another deal of the column moves this one's place.
      (detail.index !== null && concerns(change, ['deal'])) ||
      (detail.organization !== null && concerns(change, ['organization'], detail.organization.id)) ||
      detail.people.some((person) => concerns(change, ['person'], person.id)),
  );

  const save: Save = async (change) => {
    const deal = answer.value?.deal.id;
    if (deal === undefined) return undefined;
    return answer.write((detail) => withChange(detail, change), () => writeQuietly('update_deal', { id: deal, changes: [change] }));
  };

  return { reading: answer, save, saveParty: (which, party) => save({ field: which, value: party }) };
}
