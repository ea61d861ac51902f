//! The way from the shell to the core. The core opens its file on a thread of its own while the window is being
//! made; whoever asks before it is there waits, and whoever asks after it failed to open hears why, so that the
//! page can say it.

use crate::events;
use satchel_app::{
    App, Error, OpenOptions,
    boot::system_locale,
    commands,
    dto::{Nothing, SampleInput},
};
use std::{env, path::Path, thread};
use tauri::{AppHandle, Emitter};
use tokio::sync::watch;

type Opened = Option<Result<App, Error>>;

/// The core, there or on its way. Cheap to clone.
#[derive(Clone)]
pub struct Core {
    opened: watch::Receiver<Opened>,
}

impl Core {
    /// Starts opening the file in `dir`.
    pub fn open(dir: &Path) -> Self {
        let (sender, opened) = watch::channel(None);
        let options = OpenOptions::new(dir);
        thread::spawn(move || {
            let result = App::open(options).inspect(|app| {
                if env::var("SATCHEL_SAMPLE").is_ok_and(|wish| wish == "1") {
                    tauri::async_runtime::block_on(fill_fresh(app));
                }
            });
            if let Err(error) = &result {
                eprintln!("satchel: the data could not be opened: {error}");
            }
            let opened = result.as_ref().ok().cloned();
            // Nobody waits any more when the process is ending.
            let _ = sender.send(Some(result));
            if let Some(Err(error)) = opened.map(|app| tauri::async_runtime::block_on(satchel_app::trash::tidy(&app))) {
                eprintln!("satchel: the trash was not looked through: {error}");
            }
        });
        Self { opened }
    }

    /// The core, as soon as it is open.
    ///
    /// # Errors
    /// Why it could not be opened.
    pub async fn app(&self) -> Result<App, Error> {
        let mut opened = self.opened.clone();
        let value = opened.wait_for(Option::is_some).await.map_err(|error| Error::internal(&error))?;
        value.clone().unwrap_or_else(|| Err(Error::code("closing")))
    }

    /// From now on every event of the core reaches the page.
    pub fn forward_events(&self, app: &AppHandle) {
        let (core, app) = (self.clone(), app.clone());
        tauri::async_runtime::spawn(async move {
            if let Ok(opened) = core.app().await {
                opened.subscribe(move |event| {
                    // A page that is gone needs no telling.
                    let _ = app.emit(events::CORE, event);
                });
            }
        });
    }

    /// Finishes what was asked and closes the file, if it was open.
    pub fn close(&self) {
        if let Some(Ok(app)) = &*self.opened.borrow() {
            app.close();
        }
    }
}

/// Puts the sample data into a directory where nothing was ever stored.
async fn fill_fresh(app: &App) {
    let Ok(boot) = commands::boot(app, Nothing {}).await else { return };
    let locale = boot.forced_locale.unwrap_or_else(system_locale);
    if boot.first_start
        && let Err(error) = commands::load_sample(app, SampleInput { locale }).await
    {
        // The page then offers it again.
        eprintln!("satchel: the sample data could not be loaded: {error}");
    }
}
