/** What a card says: who, what ages, which labels fit, when, how much. Pure but for the language in use. */
import type { Card, Label, Rot } from '../../ipc';
import { dayRelative, enumerated, money, t } from '../../i18n';
import { langOf } from '../../shared/initials';
import { shownCustom } from '../../shared/record/custom';
import { catalog } from '../../store/catalog.svelte';
import { NBSP_DASH } from './signs';

/** "Harrow & Pike Ltd – Tom Harrow", or the one there is. */
export function whoOf(card: Pick<Card, 'organization' | 'person'>): string {
  return [card.organization, card.person].filter((name) => name !== null && name !== '').join(NBSP_DASH);
}

export function rotText(rot: Rot): string {
  return rot.level === 'rotting' ? t('card-rotting', { days: rot.days }) : t('card-ageing', { days: rot.days, limit: rot.limit });
}

/** A mark of how a card stands. */
export type StateMark = { readonly icon: 'won' | 'lost' | 'closed' | 'archive' | 'trash'; readonly text: string };

const PLAIN: readonly StateMark[] = [];

/** How it ended, and whether it lies in the archive or the trash; nothing for a plain open card. */
export function stateMarks({ status, archived, deleted }: Pick<Card, 'status' | 'archived' | 'deleted'>): readonly StateMark[] {
  if (status === 'open' && !archived && !deleted) return PLAIN;
  return [
    ...(status === 'open' ? [] : [{ icon: status, text: t(`status-${status}`) }]),
    ...(deleted ? [{ icon: 'trash' as const, text: t('deal-in-trash') }] : archived ? [{ icon: 'archive' as const, text: t('deal-archived') }] : []),
  ];
}

/** Whether the next step is shown; that there is none is said of open cards only. */
export const showsStep = (card: Pick<Card, 'status' | 'deleted' | 'mark'>): boolean => card.mark !== 'missing' || (card.status === 'open' && !card.deleted);

/** Past its date and still open. */
export function isLate(card: Pick<Card, 'expected_close' | 'status' | 'deleted'>, today: string): boolean {
  return card.status === 'open' && !card.deleted && card.expected_close !== null && card.expected_close < today;
}

export function dateText(card: Pick<Card, 'expected_close' | 'status' | 'deleted'>, today: string): string {
  return card.expected_close === null ? '' : dayRelative(card.expected_close, today, isLate(card, today));
}

/** What a card says in the user's own fields, in their order; the name is the field's. */
export function factTexts(card: Pick<Card, 'facts'>, today: string): { field: string; name: string; text: string }[] {
  return card.facts.map(({ field, kind, value }) => {
    const name = catalog.fields.find((one) => one.id === field)?.name ?? '';
    const text = kind === 'person' || kind === 'organization' || kind === 'colleague' ? value : shownCustom(kind, value, today);
    return { field, name, text: kind === 'yes_no' ? t('card-fact', { name, value: text }) : text };
  });
}

/** Everything a card says, as one sentence for those who hear it. */
export function spokenCard(card: Card, labels: readonly Label[], today: string, chosen: boolean): string {
  const parts = [
    card.title,
    ...stateMarks(card).map(({ text }) => text),
    card.organization ?? '',
    card.person ?? '',
    card.value ? money(card.value) : '',
    dateText(card, today),
    card.rot ? rotText(card.rot) : '',
    ...labels.map((label) => label.name),
    ...factTexts(card, today).map(({ name, text }) => t('card-fact', { name, value: text })),
    showsStep(card) ? t(`mark-${card.mark}`) : '',
    card.sample ? t('card-sample') : '',
    chosen ? t('card-chosen') : '',
  ];
  return enumerated(parts.filter((part) => part !== ''));
}

export { langOf };

/** Dot, its gap, and the gap between two tags, px. */
const TAG = { dot: 12, gap: 10, more: 24 };

/** How many labels fit into a line of `room` px after something `taken` px wide; the rest is "+2". */
export function fitting(names: readonly string[], room: number, taken: number, width: (text: string) => number): number {
  let used = taken;
  for (const [at, name] of names.entries()) {
    const gap = used > 0 ? TAG.gap : 0;
    const own = TAG.dot + width(name);
    const left = names.length - at - 1;
    // The first label is cut rather than hidden.
    if (used + gap + own + (left > 0 ? TAG.gap + TAG.more : 0) > room && at > 0) return at;
    if (used + gap + own > room && taken > 0 && at === 0 && used + gap + TAG.dot + 40 > room) return 0;
    used += gap + own;
  }
  return names.length;
}
