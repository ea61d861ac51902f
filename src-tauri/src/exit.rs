//! The way out: the window's place is kept, the core finishes what it confirmed, the directory is given free.

use crate::{
    core::Core,
    instance::Instance,
    window::{self, MAIN, Remembered},
};
use std::sync::{Mutex, PoisonError};
use tauri::{AppHandle, Manager, WebviewWindow};

/// Keeps the window's place for the next start.
pub fn remember(window: &WebviewWindow) {
    let remembered = window.state::<Remembered>();
    let measured = window::measure(window, &mut remembered.place());
    match measured {
        Ok(()) => remembered.save(),
        Err(error) => eprintln!("satchel: the window's place is unknown: {error}"),
    }
}

/// The last thing the process does: waits for the writer, then lets go of the lock.
pub fn close(app: &AppHandle) {
    app.state::<Core>().close();
    let instance = app.try_state::<Mutex<Option<Instance>>>();
    drop(instance.and_then(|held| held.lock().unwrap_or_else(PoisonError::into_inner).take()));
}

/// A session manager, a shutdown or Ctrl+C ends the application as closing the window does.
#[cfg(unix)]
pub fn on_signal(app: &AppHandle) {
    use tokio::signal::unix::{SignalKind, signal};
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let (Ok(mut terminate), Ok(mut interrupt), Ok(mut hang_up)) =
            (signal(SignalKind::terminate()), signal(SignalKind::interrupt()), signal(SignalKind::hangup()))
        else {
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hang_up.recv() => {}
        }
        if let Some(window) = app.get_webview_window(MAIN) {
            remember(&window);
        }
        app.exit(0);
    });
}

/// Windows closes the window itself before it ends a process.
#[cfg(not(unix))]
pub fn on_signal(_app: &AppHandle) {}
