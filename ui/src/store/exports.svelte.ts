/** Files written from lists and tables: asked where to, they are written beside everything else and can be stopped. One at a time. */
import { number, t } from '../i18n';
import { call, callShell, toAppError, type ExportDone, type ExportFormat, type InputOf } from '../ipc';
import { refuse } from './act.svelte';
import { onProgress } from './boot.svelte';
import { clock } from './clock.svelte';
import { toast } from './toasts.svelte';

type Running = { readonly task: string; readonly name: string; readonly done: number; readonly total: number };

let running = $state.raw<Running | null>(null);

export const exporting = {
  /** The export under way. Reactive. */
  get running(): Running | null {
    return running;
  },
};

/** A name as files may have it, with today's date. */
function fileName(name: string, format: ExportFormat): string {
  return `${name.replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim()} ${clock.today}.${format}`;
}

async function write(name: string, format: ExportFormat, work: (task: string, target: string) => Promise<ExportDone>): Promise<void> {
  if (running !== null) return;
  let stop = (): void => undefined;
  try {
    const place = await callShell('pick_export', { title: t('export-pick'), kind: t(`export-kind-${format}`), name: fileName(name, format), format });
    if (place === null) return;
    const task = crypto.randomUUID();
    running = { task, name: place.name, done: 0, total: 0 };
    stop = onProgress((event) => {
      if (event.task === task && event.phase === 'writing') running = { task, name: place.name, done: event.done, total: event.total };
    });
    tell(await work(task, place.target));
  } catch (cause) {
    const error = toAppError(cause);
    if (error.code === 'cancelled') toast({ text: t('export-cancelled'), icon: 'export' });
    else refuse(error);
  } finally {
    stop();
    running = null;
  }
}

function tell(done: ExportDone): void {
  const cut = done.cut > 0 ? { sub: t('export-cut', { count: done.cut, shown: number(done.cut) }) } : {};
  const show = { label: t('export-show'), run: () => void callShell('show_export', { id: done.target }).catch(() => undefined) };
  toast({ text: t('job-wrote', { name: done.name, count: done.rows, shown: number(done.rows) }), icon: 'export', ...cut, actions: [show] });
}

/** Asks where to and writes lists there. */
export function exportLists(name: string, format: ExportFormat, lists: Pick<InputOf<'export_list'>, 'sheets' | 'words'>): Promise<void> {
  return write(name, format, (task, target) => call('export_list', { task, target, ...lists }));
}

/** Asks where to and writes a table there, as CSV. */
export function exportTable(name: string, table: Pick<InputOf<'export_table'>, 'columns' | 'rows'>): Promise<void> {
  return write(name, 'csv', (task, target) => call('export_table', { task, target, name, ...table }));
}

/** Stops the export under way; nothing of it is left. */
export function stopExport(): void {
  // Too late is no matter: then the file is there.
  if (running) void call('cancel_task', { task: running.task }).catch(() => undefined);
}
