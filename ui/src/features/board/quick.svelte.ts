/** Small questions about cards that are no outcome: close date, labels, next step. One open at a time. */
export type QuickKind = 'date' | 'label' | 'activity';
export type Quick = { readonly kind: QuickKind; readonly ids: readonly string[] };

let open = $state.raw<Quick | null>(null);

export const quick = {
  get open(): Quick | null {
    return open;
  },
};

export function openQuick(kind: QuickKind, ids: readonly string[]): void {
  if (ids.length > 0) open = { kind, ids };
}

export function closeQuick(): void {
  open = null;
}
