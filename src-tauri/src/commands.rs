//! Every command the page can call: the core's list, each entry a real Tauri command that passes its input on,
//! and the few the shell answers itself. No command decides anything here.

use crate::{
    core::Core,
    links, pick,
    place::Theme,
    window::{self, Remembered},
};
use satchel_app::{Error, dto, export};
use serde::Deserialize;
use std::path::PathBuf;
use tauri::{State, WebviewWindow, Wry, ipc::Invoke};

macro_rules! expose {
    ($($shell:ident),*; $($how:ident $room:ident::$name:ident($input:ident) -> $output:ident;)*) => {
        $(
            #[tauri::command]
            async fn $name(core: State<'_, Core>, input: dto::$input) -> Result<dto::$output, Error> {
                satchel_app::commands::$name(&core.app().await?, input).await
            }
        )*

        /// Takes every call of the page to its command.
        pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($name,)* $($shell),*]
        }
    };
}

satchel_app::for_each_command!(
    expose,
    set_theme,
    pick_import_file,
    pick_files,
    pick_export,
    show_export,
    save_text,
    open_external,
    open_attachment
);

#[derive(Deserialize)]
struct ThemeInput {
    /// None follows the system.
    theme: Option<Theme>,
}

#[derive(Deserialize)]
struct PickInput {
    title: String,
    /// What the files are called in the dialog's list.
    kind: String,
}

#[derive(Deserialize)]
struct PickFilesInput {
    title: String,
}

#[derive(Deserialize)]
struct PickExportInput {
    title: String,
    /// What such files are called in the dialog's list.
    kind: String,
    /// Proposed, with its ending.
    name: String,
    format: dto::ExportFormat,
}

#[derive(Deserialize)]
struct SaveInput {
    title: String,
    /// What the file is called unless the person says otherwise.
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct OpenInput {
    #[serde(flatten)]
    file: dto::IdInput,
    /// Show it in its folder instead.
    folder: bool,
}

#[derive(Deserialize)]
struct LinkInput {
    url: String,
}

/// Colours the frame of the window like its page, now and at the next start.
#[tauri::command]
async fn set_theme(window: WebviewWindow, remembered: State<'_, Remembered>, input: ThemeInput) -> Result<(), ()> {
    if remembered.place().theme != input.theme {
        remembered.place().theme = input.theme;
        remembered.save();
        // A desktop that cannot colour its frames is no error.
        let _ = window.set_theme(input.theme.map(window::tauri_theme)).and_then(|()| window::colour(&window));
    }
    Ok(())
}

/// The file a person chose for import, if one was chosen.
#[tauri::command]
async fn pick_import_file(window: WebviewWindow, input: PickInput) -> Option<PathBuf> {
    pick::table_file(&window, &input.title, &input.kind).await
}

/// The files a person chose to keep on a record; none when the dialog was dismissed.
#[tauri::command]
async fn pick_files(window: WebviewWindow, input: PickFilesInput) -> Vec<PathBuf> {
    pick::files(&window, &input.title).await
}

/// The place a person chose for an export, as a token the core takes; None when the dialog was dismissed. The page never names
/// a place to write to.
#[tauri::command]
async fn pick_export(
    window: WebviewWindow,
    core: State<'_, Core>,
    input: PickExportInput,
) -> Result<Option<dto::ExportTarget>, Error> {
    let app = core.app().await?;
    let ending = export::ending(input.format);
    let place = pick::place(&window, &input.title, &input.kind, &input.name, ending).await;
    Ok(place.map(|place| export::permit(&app, place, input.format)))
}

/// Shows an exported file in its folder; false when the system did not.
#[tauri::command]
async fn show_export(core: State<'_, Core>, input: dto::IdInput) -> Result<bool, Error> {
    let place = export::place(&core.app().await?, input.id);
    Ok(place.is_some_and(|place| tauri_plugin_opener::reveal_item_in_dir(place).is_ok()))
}

/// Writes a text into the file a person chose for it; false when the dialog was dismissed.
#[tauri::command]
async fn save_text(window: WebviewWindow, core: State<'_, Core>, input: SaveInput) -> Result<bool, Error> {
    let app = core.app().await?;
    match pick::place(&window, &input.title, "JSON", &input.name, "json").await {
        Some(path) => export::write_text(&app, path, "json", &input.text).map(|()| true),
        None => Ok(false),
    }
}

/// Opens a copy of a file on a record with the system's program for it, or shows the copy in its folder: always so for
/// kinds the core does not let be opened. False when the system did not.
#[tauri::command]
async fn open_attachment(core: State<'_, Core>, input: OpenInput) -> Result<bool, Error> {
    let copy = satchel_app::commands::attachment_copy(&core.app().await?, input.file).await?;
    Ok(links::show_file(&copy, input.folder))
}

/// Hands a link to the system's browser, mail or telephone program; false when it is not of such a kind.
#[tauri::command]
async fn open_external(input: LinkInput) -> bool {
    links::allowed(&input.url).is_some_and(|url| tauri_plugin_opener::open_url(url, None::<&str>).is_ok())
}
