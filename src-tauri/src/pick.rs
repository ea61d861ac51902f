//! The system's dialogs for choosing a file to import, files to keep on a record, or where something is written. The page never learns more of the disk than the paths
//! a person chose.

use std::path::PathBuf;
use tauri::WebviewWindow;
use tauri_plugin_dialog::DialogExt;
use tokio::sync::oneshot;

/// For tests, which cannot reach into a system dialog: the path it answers with.
const ANSWER: &str = "SATCHEL_PICK_FILE";

/// Asks for one table file; None when the dialog was dismissed. `title` and `kind` are shown to the person.
pub async fn table_file(window: &WebviewWindow, title: &str, kind: &str) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(ANSWER) {
        return Some(path.into());
    }
    let (sender, receiver) = oneshot::channel();
    window
        .dialog()
        .file()
        .set_parent(window)
        .set_title(title)
        .add_filter(kind, &["csv", "tsv", "tab", "txt"])
        .pick_file(move |chosen| {
            // The page may have gone while the dialog stood open.
            let _ = sender.send(chosen);
        });
    receiver.await.ok().flatten()?.into_path().ok()
}

/// Asks where to write a file called `name`; None when the dialog was dismissed. `title` and `kind` are shown to the person, `ending`
/// is the one such files have. The system itself asks before a file that is there is replaced.
pub async fn place(window: &WebviewWindow, title: &str, kind: &str, name: &str, ending: &str) -> Option<PathBuf> {
    if let Some(path) = std::env::var_os(ANSWER) {
        return Some(path.into());
    }
    let (sender, receiver) = oneshot::channel();
    window
        .dialog()
        .file()
        .set_parent(window)
        .set_title(title)
        .set_file_name(name)
        .add_filter(kind, &[ending])
        .save_file(move |chosen| {
            // The page may have gone while the dialog stood open.
            let _ = sender.send(chosen);
        });
    receiver.await.ok().flatten()?.into_path().ok()
}

/// Asks for files of any kind; none when the dialog was dismissed. `title` is shown to the person.
pub async fn files(window: &WebviewWindow, title: &str) -> Vec<PathBuf> {
    if let Some(path) = std::env::var_os(ANSWER) {
        return vec![path.into()];
    }
    let (sender, receiver) = oneshot::channel();
    window.dialog().file().set_parent(window).set_title(title).pick_files(move |chosen| {
        // The page may have gone while the dialog stood open.
        let _ = sender.send(chosen);
    });
    let chosen = receiver.await.ok().flatten().unwrap_or_default();
    chosen.into_iter().filter_map(|file| file.into_path().ok()).collect()
}
