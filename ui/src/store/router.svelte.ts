/** Where the user is: a page and, over it, at most one opened record. Back and forward walk it; the address bar stays still. */
import type { RecordKind } from '../ipc';

export const VIEWS = ['board', 'list', 'leads', 'contacts', 'reports', 'trash', 'import', 'settings'] as const;
export type View = (typeof VIEWS)[number];

export type Route = {
  readonly view: View;
  /** The record opened in the page (a deal's drawer, a lead's pane). */
  readonly record?: { readonly kind: RecordKind; readonly id: string };
  /** Choices that belong to the page (pipeline, tab, filter): plain data. */
  readonly params?: Readonly<Record<string, string>>;
};

const HOME: Route = { view: 'board' };
/** Pages that show the pipeline, each in its own way. */
const PIPELINE_VIEWS = ['board', 'list'] as const satisfies readonly View[];
export type PipelineView = (typeof PIPELINE_VIEWS)[number];
export const isPipelineView = (view: View): view is PipelineView => PIPELINE_VIEWS.some((one) => one === view);
let current = $state.raw<Route>(HOME);
let depth = $state(0);
let furthest = $state(0);

export const router = {
  get route(): Route {
    return current;
  },
  get view(): View {
    return current.view;
  },
  get canGoBack(): boolean {
    return depth > 0;
  },
  get canGoForward(): boolean {
    return depth < furthest;
  },
};

type Kept = { satchel: { route: Route; depth: number } };

function kept(route: Route, at: number): Kept {
  // History keeps structured clones: strip reactive proxies.
  return { satchel: { route: JSON.parse(JSON.stringify(route)) as Route, depth: at } };
}

function same(a: Route, b: Route): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Goes somewhere new. */
export function go(route: Route): void {
  if (same(route, current)) return;
  depth += 1;
  furthest = depth;
  current = route;
  window.history.pushState(kept(route, depth), '');
}

/** Changes where we are without a step back to it (a tab, a filter). */
export function replace(route: Route): void {
  current = route;
  window.history.replaceState(kept(route, depth), '');
}

/** Opens a record in the page where it belongs. */
export function openRecord(kind: RecordKind, id: string): void {
  const home: Partial<Record<RecordKind, View>> = { lead: 'leads', organization: 'contacts', person: 'contacts' };
  // A deal opens as a drawer over whatever page is shown.
  const view = home[kind] ?? current.view;
  go({ ...(view === current.view ? current : { view }), record: { kind, id } });
}

/** Closes the opened record. */
export function closeRecord(): void {
  const { record, ...page } = current;
  if (record) go(page);
}

export function back(): void {
  if (depth > 0) window.history.back();
}

export function forward(): void {
  if (depth < furthest) window.history.forward();
}

/** Takes over the window's history. Call once; the answer lets go. */
export function startRouter(first: Route = HOME): () => void {
  current = first;
  depth = 0;
  furthest = 0;
  window.history.replaceState(kept(first, 0), '');
  const onPop = (event: PopStateEvent): void => {
    const state = event.state as Partial<Kept> | null;
    if (!state?.satchel) return;
    depth = state.satchel.depth;
    current = state.satchel.route;
  };
  window.addEventListener('popstate', onPop);
  return () => window.removeEventListener('popstate', onPop);
}
