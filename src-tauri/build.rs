//! Puts the core's commands, and the shell's few own, into Tauri's access control list.
//! The names are read from the one command list, so no second list exists; granting them to the page is
//! `own-commands` in `tauri.conf.json`.

use std::{env, fs, path::Path};

const COMMAND_LIST: &str = "src-tauri/crates/app/src/commands.rs";
const PAGE: &str = "ui/dist";
const SHELL_COMMANDS: &str = "src-tauri/src/commands.rs";

fn main() {
    println!("cargo:rerun-if-changed={COMMAND_LIST}");
    println!("cargo:rerun-if-changed={SHELL_COMMANDS}");
    println!("cargo:rerun-if-changed={PAGE}");
    // An empty folder lets `cargo check` work before the page was ever built; `cargo xtask` builds it first.
    fs::create_dir_all(PAGE).expect("the page's folder can be made");

    let mut names = core_commands(&read(COMMAND_LIST));
    assert!(!names.is_empty(), "no command found in {COMMAND_LIST}: its form changed, and so must `core_commands`");
    names.extend(shell_commands(&read(SHELL_COMMANDS)));

    let pattern: &'static str = own_permission(&names).leak();
    let manifest = tauri_build::AppManifest::new().permissions_path_pattern(pattern);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        panic!("the Tauri build step failed: {error:#}");
    }
}

/// The names in lines of the form `read room::name(Input) -> Output;`.
fn core_commands(list: &str) -> Vec<String> {
    list.lines()
        .filter_map(|line| {
            let line = line.trim();
            let (head, _) = line.strip_suffix(';').filter(|line| line.contains(") -> "))?.split_once('(')?;
            let (_, name) = head.rsplit_once("::")?;
            Some(name.to_owned())
        })
        .collect()
}

/// The names of the functions the shell itself marks with `#[tauri::command]`, one line above the signature.
fn shell_commands(source: &str) -> Vec<String> {
    let mut lines = source.lines();
    let mut names = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim() != "#[tauri::command]" {
            continue;
        }
        let signature = lines.next().unwrap_or_default();
        if let Some((name, _)) = signature.split_once("fn ").and_then(|(_, rest)| rest.split_once('('))
            && !name.starts_with('$')
        {
            names.push(name.to_owned());
        }
    }
    names
}

/// Writes the permission `own-commands` and says where Tauri finds it.
fn own_permission(names: &[String]) -> String {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let folder = Path::new(&out).join("own-permissions");
    fs::create_dir_all(&folder).expect("OUT_DIR can be written");
    let permission = format!(
        "[[permission]]\nidentifier = \"own-commands\"\ndescription = \"Every command of Satchel.\"\ncommands.allow = {names:?}\n"
    );
    fs::write(folder.join("own.toml"), permission).expect("OUT_DIR can be written");
    folder.join("*.toml").display().to_string()
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
