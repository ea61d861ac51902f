//! Node and its packages: `npm ci` exactly when the lock file differs from what is installed.

use crate::{Outcome, paths, process};
use std::{fs, path::PathBuf, process::Command};

/// Oldest Node that the tools of `ui` accept.
const LEAST: (u32, u32) = (20, 19);

/// `npm` with the arguments given, in a folder of the project.
pub fn npm(folder: &str, arguments: &[&str]) -> Command {
    let mut command = process::command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(paths::root().join(folder)).args(arguments);
    command
}

/// Says plainly when Node is missing or too old.
///
/// # Errors
/// Then.
pub fn check() -> Outcome {
    let wanted =
        format!("Satchel's page is built with Node {}.{} or newer: https://nodejs.org/en/download", LEAST.0, LEAST.1);
    let Some(version) = process::output(process::command("node").arg("--version")) else {
        return Err(format!("Node was not found. {wanted}"));
    };
    let mut numbers = version.trim_start_matches('v').split('.').map_while(|number| number.parse::<u32>().ok());
    let found = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if found >= LEAST { Ok(()) } else { Err(format!("Node {version} is too old. {wanted}")) }
}

/// Installs the packages of `folder` when its lock file has changed since the last time.
///
/// # Errors
/// npm's own.
pub fn install(folder: &str) -> Outcome {
    check()?;
    let folder_path = paths::root().join(folder);
    let lock = fs::read(folder_path.join("package-lock.json"))
        .map_err(|error| format!("{folder}/package-lock.json: {error}"))?;
    let mark = folder_path.join("node_modules/.satchel-installed");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the packages of {folder} (npm ci)");
    process::run(&mut npm(folder, &["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(&mark, lock).map_err(|error| format!("{}: {error}", mark.display()))
}

/// The folder of a tool that is a package of its own, installed when it is not there in this version. Apart from the
/// packages of `tests`, because a lock file made on one platform may lack what it needs on another.
///
/// # Errors
/// npm's own.
pub fn tool(name: &str, version: &str) -> Outcome<PathBuf> {
    check()?;
    let home = paths::root().join("out/tools");
    let folder = home.join("node_modules").join(name);
    let installed = fs::read_to_string(folder.join("package.json")).unwrap_or_default();
    if !installed.contains(&format!("\"version\": \"{version}\"")) {
        println!("Installing {name} {version} (npm install)");
        fs::create_dir_all(&home).map_err(|error| format!("{}: {error}", home.display()))?;
        fs::write(home.join("package.json"), "{ \"private\": true }\n").map_err(|error| error.to_string())?;
        let wanted = format!("{name}@{version}");
        process::run(&mut npm(
            "out/tools",
            &["install", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error", &wanted],
        ))?;
    }
    Ok(folder)
}

/// Builds the page into `ui/dist`, unless it is newer than all it is made of.
///
/// # Errors
/// The build's own.
pub fn build_page() -> Outcome {
    if page_is_fresh() {
        return Ok(());
    }
    process::run(&mut npm("ui", &["run", "--silent", "build"]))
}

fn page_is_fresh() -> bool {
    let ui = paths::root().join("ui");
    let Ok(built) = ui.join("dist/index.html").metadata().and_then(|file| file.modified()) else {
        return false;
    };
    let sources =
        ["src", "public", "index.html", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json"];
    // A deleted source file leaves a younger folder behind, which this does not see: its importers changed too.
    sources
        .iter()
        .flat_map(|name| paths::files(&ui.join(name), &[]))
        .all(|file| file.metadata().and_then(|file| file.modified()).is_ok_and(|changed| changed <= built))
}
