//! The system's dialogs for choosing a file to import, files to keep on a record, or where something is written. The page never learns more of the disk than the paths
//! a person chose.

use std::path::PathBuf;
use tauri::{WebviewWindow, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};
use tokio::sync::oneshot;

/// For tests, which cannot reach into a system dialog: the path it answers with.
const ANSWER: &str = "SATCHEL_PICK_FILE";

/// What a dialog calls with what was chosen.
type Chosen = Box<dyn FnOnce(Vec<FilePath>) + Send>;

/// Asks in a dialog over the window; nothing when it was dismissed. `title` is shown to the person, `open` shows the dialog.
async fn asked(window: &WebviewWindow, title: &str, open: impl FnOnce(FileDialogBuilder<Wry>, Chosen)) -> Vec<PathBuf> {
    if let Some(path) = std::env::var_os(ANSWER) {
        return vec![path.into()];
    }
    let (sender, receiver) = oneshot::channel();
    let chosen: Chosen = Box::new(move |chosen| {
        // The page may have gone while the dialog stood open.
        let _ = sender.send(chosen);
    });
    open(window.dialog().file().set_parent(window).set_title(title), chosen);
    receiver.await.unwrap_or_default().into_iter().filter_map(|file| file.into_path().ok()).collect()
}

/// Asks for one table file; None when the dialog was dismissed. `title` and `kind` are shown to the person.
pub async fn table_file(window: &WebviewWindow, title: &str, kind: &str) -> Option<PathBuf> {
    let open = |dialog: FileDialogBuilder<Wry>, chosen: Chosen| {
        let dialog = dialog.add_filter(kind, &["csv", "tsv", "tab", "txt"]);
        dialog.pick_file(move |file| chosen(file.into_iter().collect()));
    };
    asked(window, title, open).await.pop()
}

/// Asks where to write a file called `name`; None when the dialog was dismissed. `title` and `kind` are shown to the person, `ending`
/// is the one such files have. The system itself asks before a file that is there is replaced.
pub async fn place(window: &WebviewWindow, title: &str, kind: &str, name: &str, ending: &str) -> Option<PathBuf> {
    let open = |dialog: FileDialogBuilder<Wry>, chosen: Chosen| {
        let dialog = dialog.set_file_name(name).add_filter(kind, &[ending]);
        dialog.save_file(move |file| chosen(file.into_iter().collect()));
    };
    asked(window, title, open).await.pop()
}

/// Asks for files of any kind; none when the dialog was dismissed. `title` is shown to the person.
pub async fn files(window: &WebviewWindow, title: &str) -> Vec<PathBuf> {
    asked(window, title, |dialog, chosen| dialog.pick_files(move |files| chosen(files.unwrap_or_default()))).await
}
