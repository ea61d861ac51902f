/** The first answer of the core: everything a window needs once. */
import { call, listenToCore, toAppError, type AppError, type Boot, type Event } from '../ipc';
import { newest } from '../shared/newest';
import { colourFrame, setForcedLocale } from './appearance.svelte';
import { followUndoSteps, setUndoSteps } from './act.svelte';
import { reloadCatalog, setCatalog, staleBy } from './catalog.svelte';
import { setClock } from './clock.svelte';
import { setPreferences, takePreference } from './preferences.svelte';
import { applyDone, onChange, revision, setRevision } from './revision';

type State = {
  status: 'starting' | 'ready' | 'failed';
  error: AppError | null;
  version: string;
  dataDir: string;
  /** Nothing was ever stored here. */
  firstStart: boolean;
  hasSample: boolean;
  unseenLeads: number;
  trash: number;
};
const state = $state<State>({ status: 'starting', error: null, version: '', dataDir: '', firstStart: false, hasSample: false, unseenLeads: 0, trash: 0 });
/** Reactive facts of this start. */
export const boot: Readonly<State> = state;

/** Changes after which no title of the records they deleted may be remembered. */
const FINAL = /^(empty_trash|delete_for_ever|purge_trash)$/;
/** Changes that may move a record into or out of the inbox or the trash. */
const COUNTED = /lead|delete|recover|convert|undo|redo|import|sample|trash|for_ever/;

let started = false;
let listening = false;
const taskHandlers = new Set<(event: Extract<Event, { type: 'progress' }>) => void>();

function takeCounts(answer: Boot): void {
  state.version = answer.version;
  state.dataDir = answer.data_dir;
  state.firstStart = answer.first_start;
  state.hasSample = answer.has_sample;
  state.unseenLeads = answer.unseen_leads;
  state.trash = answer.trash;
  setClock(answer.now, answer.today);
}

/** Starts the interface, or tries again after a failure. */
export async function start(): Promise<void> {
  state.status = 'starting';
  state.error = null;
  try {
    if (!listening) await listen();
    let answer = await call('boot');
    // A change that was heard before this answer may not be in it yet.
    while (revision() > answer.revision) answer = await call('boot');
    setForcedLocale(answer.forced_locale);
    setPreferences(answer.preferences);
    colourFrame();
    setCatalog(answer.catalog);
    setRevision(answer.revision);
    setUndoSteps(answer.undo, answer.redo);
    takeCounts(answer);
    if (!started) follow();
    started = true;
    state.status = 'ready';
  } catch (cause) {
    state.error = toAppError(cause);
    state.status = 'failed';
  }
}

/** Listens before the first question, so that no change falls between its answer and the first event. */
async function listen(): Promise<void> {
  await listenToCore((event) => {
    if (event.type === 'changed') applyDone(event.done);
    else for (const handler of taskHandlers) handler(event);
  });
  listening = true;
}

function follow(): void {
  followUndoSteps();
  onChange((change) => {
    // Settings are no records: their change is known by its name, undone and redone too.
    const settings = change.done?.change?.label === 'update_settings';
    if (change.reload || settings || staleBy(change.records.map((record) => record.kind))) void reloadCatalog().catch(() => undefined);
    // A move within the board changes none of the rail's counts.
    if (change.reload || COUNTED.test(change.done?.change?.label ?? '')) void refreshCounts();
    if (FINAL.test(change.done?.change?.label ?? '')) void forgetTitles();
  });
}

const ask = newest();

/** Reads the rail's counts again (leads unseen, trash). */
export async function refreshCounts(): Promise<void> {
  const still = ask();
  try {
    const answer = await call('boot');
    if (still()) takeCounts(answer);
  } catch {
    // The next change asks again.
  }
}

/** The core has struck what was deleted for ever from the records opened lately. */
async function forgetTitles(): Promise<void> {
  try {
    takePreference('recent', (await call('boot')).preferences.recent);
  } catch {
    // Opening such a record says that it is gone, and strikes it then.
  }
}

/** Hears the progress of long tasks; the answer stops hearing. */
export function onProgress(handler: (event: Extract<Event, { type: 'progress' }>) => void): () => void {
  taskHandlers.add(handler);
  return () => taskHandlers.delete(handler);
}
