/** The import under way: it outlives the page, so that a look at the board loses nothing. One at a time. */
import { newest } from '../../shared/newest';
import { applyDone, onProgress } from '../../store';
import { call, callShell, toAppError, type AppError, type ImportMapping, type ImportOpenInput, type ImportReport, type ImportSource, type TaskPhase } from '../../ipc';
import { t } from '../../i18n';

export const STEPS = ['file', 'columns', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];
export type Progress = { readonly task: string; readonly phase: TaskPhase; readonly done: number; readonly total: number };
type Reading = Omit<ImportOpenInput, 'path'>;

const DETECT: Reading = { encoding: null, delimiter: null, has_header: null };

let step = $state<Step>('file');
let path = $state<string | null>(null);
let reading = $state.raw<Reading>(DETECT);
let source = $state.raw<ImportSource | null>(null);
let mapping = $state.raw<ImportMapping | null>(null);
let report = $state.raw<ImportReport | null>(null);
let error = $state.raw<AppError | null>(null);
let busy = $state<'open' | 'run' | null>(null);
let progress = $state.raw<Progress | null>(null);
const opening = newest();

export const wizard = {
  get step(): Step {
    return step;
  },
  get path(): string | null {
    return path;
  },
  /** What the user said about reading the file; null is as detected. */
  get reading(): Reading {
    return reading;
  },
  get source(): ImportSource | null {
    return source;
  },
  get mapping(): ImportMapping | null {
    return mapping;
  },
  get report(): ImportReport | null {
    return report;
  },
  get error(): AppError | null {
    return error;
  },
  get busy(): 'open' | 'run' | null {
    return busy;
  },
  get progress(): Progress | null {
    return progress;
  },
};

/** Follows the progress of our task. Call in an effect of the page. */
export function followProgress(): () => void {
  return onProgress((event) => {
    // While a file is opened its task has no name here yet.
    if (source === null || busy === 'open' || event.task === source.task) progress = { task: event.task, phase: event.phase, done: event.done, total: event.total };
  });
}

/** Asks for a file. */
export async function pick(): Promise<void> {
  try {
    const chosen = await callShell('pick_import_file', { title: t('import-pick'), kind: t('import-pick-kind') });
    if (chosen !== null) await open(chosen);
  } catch (cause) {
    error = toAppError(cause);
  }
}

/** Opens a file, reading it as detected or as said. */
export async function open(file: string, how: Partial<Reading> = DETECT): Promise<void> {
  const still = opening();
  const before = source?.task;
  const said = { ...(file === path ? reading : DETECT), ...how };
  busy = 'open';
  error = null;
  progress = null;
  try {
    const found = await call('import_open', { path: file, ...said });
    if (!still()) return void (await close(found.task));
    if (before !== undefined) void close(before);
    path = file;
    reading = said;
    source = found;
    mapping = found.mapping;
    report = null;
    step = 'file';
  } catch (cause) {
    if (still()) error = toAppError(cause);
  } finally {
    if (still()) {
      busy = null;
      progress = null;
    }
  }
}

/** The core may forget a file. */
async function close(task: string): Promise<void> {
  await call('import_close', { task }).catch(() => undefined);
}

export function edit(next: ImportMapping): void {
  mapping = next;
}

/** Goes to a step that can be reached from here. */
export function goTo(next: Step): void {
  if (source === null && next !== 'file') return;
  error = null;
  step = next;
}

/** Writes the rows. A cancelled or failed run changed nothing, and every choice is kept. */
export async function run(): Promise<void> {
  if (!source || !mapping) return;
  busy = 'run';
  error = null;
  progress = null;
  try {
    const answer = await call('import_run', { task: source.task, mapping });
    if (answer.done) applyDone(answer.done);
    report = answer;
    step = 'done';
  } catch (cause) {
    error = toAppError(cause);
  } finally {
    busy = null;
    progress = null;
  }
}

/** Stops what is under way. */
export async function cancel(): Promise<void> {
  if (busy === 'open') {
    // A file that is being opened changes nothing: its answer is dropped when it comes.
    opening();
    busy = null;
    progress = null;
    return;
  }
  const task = progress?.task ?? source?.task;
  if (task !== undefined) await call('cancel_task', { task }).catch(() => undefined);
}

/** Begins anew with another file. */
export function restart(): void {
  if (source) void close(source.task);
  opening();
  step = 'file';
  path = source = mapping = report = error = busy = progress = null;
  reading = DETECT;
}
