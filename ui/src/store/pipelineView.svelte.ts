/** Whether the pipeline is seen as columns or as rows: the last choice is what the rail goes back to. */
import { oneOf, preference, setPreference } from './preferences.svelte';
import { go, router, type PipelineView } from './router.svelte';

const KEY = 'pipeline-view';

export const lastPipelineView = (): PipelineView => preference<PipelineView>(KEY, 'board', oneOf('board', 'list'));

/** Goes to the other way of seeing the pipeline, of the same pipeline. */
export function showPipelineAs(view: PipelineView): void {
  setPreference(KEY, view);
  const { params } = router.route;
  go({ view, ...(params ? { params } : {}) });
}
