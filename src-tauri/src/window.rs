//! The one window: shown at once, in the colour and size its page will have, so that nothing flashes or jumps.
//! (A hidden window would be no better: WebKitGTK lays its page out for a size of zero and paints nothing.)

use crate::{
    commands,
    core::Core,
    events::{self, ShellEvent},
    exit,
    instance::{Answer, Instance, Request},
    line, links,
    place::{self, Area, Place},
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Mutex, MutexGuard, PoisonError},
};
use tauri::{
    App, AppHandle, Manager, Monitor, RunEvent, Theme, UserAttentionType, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent, webview::NewWindowResponse, window::Color,
};

/// The label of the window, as `tauri.conf.json` grants it its rights.
pub const MAIN: &str = "main";

/// The ground of the page before the page is there: `--c-base` of the design tokens, by day and by night.
const PAPER: [u8; 3] = [0xf0, 0xee, 0xea];
const INK: [u8; 3] = [0x0b, 0x0d, 0x10];

/// What the window remembers of its place, and where.
pub struct Remembered {
    dir: PathBuf,
    place: Mutex<Place>,
}

impl Remembered {
    /// The remembered place; a panic elsewhere does not damage a handful of plain numbers.
    pub fn place(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes it down. Failing to is no reason to disturb anybody.
    pub fn save(&self) {
        if let Err(error) = place::save(&self.dir, &self.place()) {
            eprintln!("satchel: the window's place was not saved: {error}");
        }
    }
}

/// Opens the window on `dir` and returns when it has closed.
pub fn run(dir: PathBuf, instance: Instance) -> ExitCode {
    let core = Core::open(&dir);
    let built = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(core.clone())
        .invoke_handler(commands::handler())
        .setup(move |app| {
            setup(app, &dir, &core, &instance)?;
            app.manage(Mutex::new(Some(instance)));
            Ok(())
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            let code = app.run_return(|app, event| {
                if let RunEvent::Exit = event {
                    exit::close(app);
                }
            });
            ExitCode::from(u8::try_from(code).unwrap_or(1))
        }
        Err(error) => {
            eprintln!("satchel: the window could not be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

fn setup(app: &App, dir: &Path, core: &Core, instance: &Instance) -> tauri::Result<()> {
    let place = place::load(dir);
    // Before the page is there to ask for it.
    app.manage(Remembered { dir: dir.to_owned(), place: Mutex::new(place.clone()) });
    let window = build(app, dir, &place)?;
    core.forward_events(app.handle());
    let (handle, core) = (app.handle().clone(), core.clone());
    let served = instance.serve(move |request| match request {
        Request::Focus => {
            come_forward(&handle);
            Answer::Focused
        }
        Request::Import(_) | Request::Export(_) => line::for_another_process(&core, &request),
    });
    if let Err(error) = served {
        eprintln!("satchel: a second start will not find this window: {error}");
    }
    exit::on_signal(app.handle());
    let heard = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::CloseRequested { .. } => exit::remember(&heard),
        WindowEvent::DragDrop(event) => events::dragged(&heard, event),
        _ => {}
    });
    Ok(())
}

fn build(app: &App, dir: &Path, place: &Place) -> tauri::Result<WebviewWindow> {
    let screens: Vec<Area> = app.available_monitors()?.iter().map(work_area).collect();
    let area = place.area.and_then(|area| place::clamp(area, &screens));
    let (width, height) = area.map_or_else(|| place::usual(screens.first()), |area| (area.width, area.height));
    let theme = place.theme.map(tauri_theme);
    let mut builder = WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title("Satchel")
        .inner_size(width, height)
        .min_inner_size(place::MIN_WIDTH, place::MIN_HEIGHT)
        .maximized(place.maximized)
        .theme(theme)
        .visible(false)
        .data_directory(dir.join("webview"))
        .on_navigation(links::inside)
        .on_new_window(|_, _| NewWindowResponse::Deny);
    builder = match area {
        Some(area) => builder.position(area.x, area.y),
        None => builder.center(),
    };
    let window = builder.build()?;
    colour(&window)?;
    window.show()?;
    Ok(window)
}

/// Paints the ground in the colour that the page will have.
pub fn colour(window: &WebviewWindow) -> tauri::Result<()> {
    let [red, green, blue] = if window.theme()? == Theme::Dark { INK } else { PAPER };
    window.set_background_color(Some(Color(red, green, blue, 255)))
}

/// Brings the window before the user, as far as the desktop lets a program do that.
fn come_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // Each of these may be refused by a desktop; the next one may then still be granted.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
        let _ = window.request_user_attention(Some(UserAttentionType::Informational));
        events::tell(&window, &ShellEvent::Focused);
    }
}

/// Where the window stands now, for the next start; a maximized window keeps the place it came from.
pub fn measure(window: &WebviewWindow, place: &mut Place) -> tauri::Result<()> {
    place.maximized = window.is_maximized()?;
    if !place.maximized && !window.is_minimized()? && window.is_visible()? {
        let scale = window.scale_factor()?;
        let (size, spot) =
            (window.inner_size()?.to_logical::<f64>(scale), window.outer_position()?.to_logical::<f64>(scale));
        place.area = Some(Area { x: spot.x, y: spot.y, width: size.width, height: size.height });
    }
    Ok(())
}

pub fn tauri_theme(theme: place::Theme) -> Theme {
    match theme {
        place::Theme::Light => Theme::Light,
        place::Theme::Dark => Theme::Dark,
    }
}

fn work_area(monitor: &Monitor) -> Area {
    let (area, scale) = (monitor.work_area(), monitor.scale_factor());
    let (spot, size) = (area.position.to_logical::<f64>(scale), area.size.to_logical::<f64>(scale));
    Area { x: spot.x, y: spot.y, width: size.width, height: size.height }
}
