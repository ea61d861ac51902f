/**
 * Files that come to a record, dropped or chosen: read by the core, added in one step, and what could not be taken is
 * said by name. Mails become messages, everything else a file on the record.
 */
import { errorText, t } from '../../i18n';
import { call, callShell, toAppError, type FileSource, type ReadFiles, type RecordRef } from '../../ipc';
import { act, refuse } from '../../store/act.svelte';
import { toast } from '../../store/toasts.svelte';

/** The largest file that is sent from the page itself; the core says the same of files it reads. */
const LARGEST = 50 * 1024 * 1024;
/** Refusals that are told in one notice. */
const TOLD = 3;

export const fromPaths = (paths: readonly string[]): FileSource[] => paths.map((value) => ({ by: 'path', value }));

/** Files of the page, where there is no window around it that knows their places. */
export async function fromPage(files: Iterable<File>): Promise<FileSource[]> {
  const read: FileSource[] = [];
  for (const file of files) {
    if (file.size > LARGEST) toast({ text: t('error-attachment_too_large', { name: file.name, max: String(LARGEST / 1024 / 1024) }), icon: 'warning', tone: 'bad' });
    else read.push({ by: 'bytes', value: { name: file.name, base64: await base64(file) } });
  }
  return read;
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(file);
  });
}

/** Adds files to a record. */
export async function addFiles(on: RecordRef, files: readonly FileSource[]): Promise<void> {
  if (files.length === 0) return;
  const record = { kind: on.kind, id: on.id };
  try {
    const read = await call('read_files', { on: record, files: [...files] });
    tell(read);
    if (read.mails.length + read.files.length > 0) await act('add_files', { on: record, mails: read.mails, files: read.files }, { icon: read.files.length > 0 ? 'attachment' : 'mail' });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

function tell(read: ReadFiles): void {
  const [first, ...more] = read.refused;
  if (!first) return;
  const words = [first, ...more].slice(0, TOLD).map((one) => errorText({ code: one.why.code, params: one.why.params }));
  if (read.refused.length > TOLD) words.push(t('files-more-refused', { count: read.refused.length - TOLD }));
  toast({ text: words.join(' '), icon: read.refused.every((one) => one.why.code === 'mail_there') ? 'info' : 'warning', tone: read.refused.every((one) => one.why.code === 'mail_there') ? 'plain' : 'bad' });
}

/** Lets a person choose files for a record. */
export async function chooseFiles(on: RecordRef): Promise<void> {
  try {
    const paths = await callShell('pick_files', { title: t('files-choose') });
    await addFiles(on, fromPaths(paths));
  } catch (cause) {
    refuse(toAppError(cause));
  }
}

/** Opens a file with the system's program, or shows it in its folder. */
export async function openFile(id: string, folder: boolean): Promise<void> {
  try {
    const opened = await callShell('open_attachment', { id, folder });
    if (!opened) toast({ text: t('files-not-opened'), icon: 'warning', tone: 'bad' });
  } catch (cause) {
    refuse(toAppError(cause));
  }
}
