/** What the window's shell answers itself, beside the core: files, links, the frame around the page. */
import { toAppError } from './errors';
import { whilePending } from './pending';
import { door } from './door';

export type ExportFormat = 'csv' | 'xlsx';
/** A place chosen for an export: the page learns its name only. */
export type ExportTarget = { target: string; name: string };

/** Commands of the shell with their inputs and outputs (`src-tauri/src/commands.rs`). */
export type ShellCommands = {
  /** The file a person chose for import; null when the dialog was dismissed. */
  pick_import_file: { input: { title: string; kind: string }; output: string | null };
  /** The files a person chose to keep on a record; none when the dialog was dismissed. */
  pick_files: { input: { title: string }; output: string[] };
  /** The place a person chose for an export, as a token for the core; null when the dialog was dismissed. */
  pick_export: { input: { title: string; kind: string; name: string; format: ExportFormat }; output: ExportTarget | null };
  /** Shows an exported file in its folder; false when the system did not. */
  show_export: { input: { id: string }; output: boolean };
  /** Writes a text into the file a person chose for it; false when the dialog was dismissed. */
  save_text: { input: { title: string; name: string; text: string }; output: boolean };
  /** Opens a copy of a file on a record, or shows it in its folder; false when the system did not. */
  open_attachment: { input: { id: string; folder: boolean }; output: boolean };
  /** Hands a web, mail or telephone link to the system; false when it is of another kind. */
  open_external: { input: { url: string }; output: boolean };
  /** Colours the frame of the window like its page; a null theme follows the system. */
  set_theme: { input: { theme: 'light' | 'dark' | null }; output: null };
};

/** What the shell tells the page unasked. */
export type ShellEvent = { type: 'files_over'; over: boolean; x: number; y: number } | { type: 'files_dropped'; paths: string[]; x: number; y: number } | { type: 'focused' };

/** Calls one command of the shell. Where there is no shell (the test harness) most of them are refused. */
export async function callShell<N extends keyof ShellCommands>(name: N, input: ShellCommands[N]['input']): Promise<ShellCommands[N]['output']> {
  return whilePending(async () => {
    try {
      return (await door().call(name, input)) as ShellCommands[N]['output'];
    } catch (cause) {
      throw toAppError(cause);
    }
  });
}

/** Hears the shell; the answer stops hearing. */
export function listenToShell(handler: (event: ShellEvent) => void): () => void {
  return door().listenShell(handler);
}
