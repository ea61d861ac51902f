/** Where files may be dropped: the record under a point, and its frame while they hover. */
import type { RecordKind, RecordRef } from '../../ipc';

const KINDS: Readonly<Record<string, RecordKind>> = { deal: 'deal', lead: 'lead', organization: 'organization', person: 'person' };

type Target = { readonly record: RecordRef; readonly element: Element };

/** A record on screen says `data-files-for="deal:<id>"`; cards of the board say which deal they are anyway. */
export function targetAt(x: number, y: number): Target | null {
  const element = document.elementFromPoint(x, y)?.closest('[data-files-for], [data-deal-id]');
  if (!(element instanceof HTMLElement)) return null;
  const [kind = '', id = ''] = element.dataset.filesFor?.split(':') ?? ['deal', element.dataset.dealId];
  const known = KINDS[kind];
  return known && id !== '' ? { record: { kind: known, id }, element } : null;
}

let marked: Element | null = null;

/** Frames the record that a drop would reach now; null frames none. */
export function mark(target: Target | null): void {
  if (marked === (target?.element ?? null)) return;
  marked?.removeAttribute('data-files-over');
  marked = target?.element ?? null;
  marked?.setAttribute('data-files-over', '');
}
