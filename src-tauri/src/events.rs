//! What the page hears without having asked: the core's events as they are, and the shell's own few.

use serde::Serialize;
use std::path::PathBuf;
use tauri::{DragDropEvent, Emitter, WebviewWindow};

/// Events of the core.
pub const CORE: &str = "core-event";
/// Events of the shell.
pub const SHELL: &str = "shell-event";

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ShellEvent {
    /// Files hover over the window (or no longer do).
    FilesOver { over: bool },
    /// Files were dropped on the window: a wish to import them.
    FilesDropped { paths: Vec<PathBuf> },
    /// Another process asked for this window, which has come to the front.
    Focused,
}

/// Tells the page. A page that is gone needs no telling.
pub fn tell(window: &WebviewWindow, event: &ShellEvent) {
    let _ = window.emit(SHELL, event);
}

/// Files dragged in from the desktop. Drags within the page are pointer events and never come by here.
pub fn dragged(window: &WebviewWindow, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } if !paths.is_empty() => tell(window, &ShellEvent::FilesOver { over: true }),
        DragDropEvent::Leave => tell(window, &ShellEvent::FilesOver { over: false }),
        DragDropEvent::Drop { paths, .. } => {
            tell(window, &ShellEvent::FilesOver { over: false });
            if !paths.is_empty() {
                tell(window, &ShellEvent::FilesDropped { paths: paths.clone() });
            }
        }
        _ => {}
    }
}
