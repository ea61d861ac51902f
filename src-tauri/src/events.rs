//! What the page hears without having asked: the core's events as they are, and the shell's own few.

use serde::Serialize;
use std::path::PathBuf;
use tauri::{DragDropEvent, Emitter, PhysicalPosition, WebviewWindow};

/// Events of the core.
pub const CORE: &str = "core-event";
/// Events of the shell.
pub const SHELL: &str = "shell-event";

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ShellEvent {
    /// Files hover over the window at a point of the page (or no longer do).
    FilesOver { over: bool, x: f64, y: f64 },
    /// Files were dropped on a point of the page.
    FilesDropped { paths: Vec<PathBuf>, x: f64, y: f64 },
    /// Another process asked for this window, which has come to the front.
    Focused,
}

/// Tells the page. A page that is gone needs no telling.
pub fn tell(window: &WebviewWindow, event: &ShellEvent) {
    let _ = window.emit(SHELL, event);
}

/// Files dragged in from the desktop. Drags within the page are pointer events and never come by here.
pub fn dragged(window: &WebviewWindow, event: &DragDropEvent) {
    let scale = window.scale_factor().unwrap_or(1.0);
    let point = |place: &PhysicalPosition<f64>| (place.x / scale, place.y / scale);
    match event {
        DragDropEvent::Enter { position, .. } | DragDropEvent::Over { position } => {
            let (x, y) = point(position);
            tell(window, &ShellEvent::FilesOver { over: true, x, y });
        }
        DragDropEvent::Drop { paths, position } if !paths.is_empty() => {
            let (x, y) = point(position);
            tell(window, &ShellEvent::FilesDropped { paths: paths.clone(), x, y });
        }
        _ => tell(window, &ShellEvent::FilesOver { over: false, x: 0.0, y: 0.0 }),
    }
}
