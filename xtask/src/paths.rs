//! Where things are, whatever folder the command was given in.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The root of the project: of the clone whose `cargo xtask` this is, even where clones share a target directory.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

/// Cargo's target directory; `CARGO_TARGET_DIR` is respected.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The application as cargo builds it.
pub fn binary(release: bool) -> PathBuf {
    let name = format!("satchel{}", env::consts::EXE_SUFFIX);
    target().join(if release { "release" } else { "debug" }).join(name)
}

/// A place for logs and pictures, made if missing.
pub fn scratch(name: &str) -> Result<PathBuf, String> {
    let folder = target().join("xtask");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.join(name))
}

/// Every file below `folder` (or the file itself) whose name ends in one of `endings`.
pub fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    if folder.is_file() {
        return vec![folder.to_owned()];
    }
    let mut found: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name != "node_modules"))
        .flat_map(|path| if path.is_dir() { files(&path, endings) } else { vec![path] })
        .filter(|path| endings.is_empty() || endings.iter().any(|ending| path.to_string_lossy().ends_with(ending)))
        .collect();
    found.sort();
    found
}
