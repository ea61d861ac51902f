/** Where a deal may begin in a pipeline. */
import type { Pipeline, Stage } from '../../ipc';

/** The stages to choose from: a strict pipeline begins at its first. */
export function startStages(pipeline: Pipeline | undefined): readonly Stage[] {
  const stages = pipeline?.stages ?? [];
  return pipeline?.mode === 'strict' ? stages.slice(0, 1) : stages;
}

/** Whether a new deal may begin at this stage; null is not started. */
export function mayBegin(pipeline: Pipeline | undefined, stage: string | null): boolean {
  return stage === null || startStages(pipeline).some((one) => one.id === stage);
}

/** The stage that was asked for where a deal may begin there, else the first; null (not started) stays. */
export function startStage(pipeline: Pipeline | undefined, wanted: string | null | undefined): string | null {
  if (wanted === null) return null;
  const stages = startStages(pipeline);
  return (stages.find((one) => one.id === wanted) ?? stages[0])?.id ?? null;
}
