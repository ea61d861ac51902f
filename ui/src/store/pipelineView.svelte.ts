/** How the pipeline is seen and which: the last choice, columns or rows, is what the rail goes back to. */
import { isString, oneOf, preference, setPreference } from './preferences.svelte';
import { go, isPipelineView, router, type PipelineView } from './router.svelte';

const KEY = 'pipeline-view';

export const lastPipelineView = (): PipelineView => preference<PipelineView>(KEY, 'board', oneOf('board', 'list'));

/** The pipeline on screen, else the one the board showed last; null where there was none. */
export function shownPipeline(): string | null {
  const named = isPipelineView(router.view) ? router.route.params?.pipeline : undefined;
  return named ?? (preference('pipeline', '', isString) || null);
}

/** Goes to the other way of seeing the pipeline, of the same pipeline. */
export function showPipelineAs(view: PipelineView): void {
  setPreference(KEY, view);
  const { params } = router.route;
  go({ view, ...(params ? { params } : {}) });
}
