//! Where the data lives. Nothing here knows what is inside.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
};

/// The directory of `satchel.db`: the flag, else `SATCHEL_DATA_DIR`, else the platform's place for data.
/// It is made if missing, readable by this user only, and answered without links or dots, so that two ways of
/// naming one directory are one instance.
pub fn data_dir(flag: Option<&Path>) -> io::Result<PathBuf> {
    let wanted = flag
        .map(Path::to_owned)
        .or_else(|| env::var_os("SATCHEL_DATA_DIR").filter(|value| !value.is_empty()).map(PathBuf::from))
        .or_else(platform_place)
        .ok_or_else(|| io::Error::other("no place for data on this computer; name one with --data-dir"))?;
    let context = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", wanted.display()));
    make_private(&wanted).map_err(context)?;
    wanted.canonicalize().map_err(context)
}

/// `~/.local/share/satchel`, `%APPDATA%\Satchel`, `~/Library/Application Support/Satchel`.
fn platform_place() -> Option<PathBuf> {
    let name = if cfg!(target_os = "linux") { "satchel" } else { "Satchel" };
    dirs::data_dir().map(|place| place.join(name))
}

#[cfg(unix)]
fn make_private(dir: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
}

#[cfg(not(unix))]
fn make_private(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_directory_is_made_and_two_names_of_it_are_one() {
        let place = tempfile::tempdir().expect("a temporary directory");
        let plain = data_dir(Some(&place.path().join("deep/data"))).expect("made");
        let detour = data_dir(Some(&place.path().join("deep/data/../data"))).expect("found");
        assert!(plain.is_dir());
        assert_eq!(plain, detour, "a detour through .. must not make a second instance possible");
    }

    #[cfg(unix)]
    #[test]
    fn only_this_user_may_read_a_new_directory() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().expect("a temporary directory");
        let dir = data_dir(Some(&place.path().join("data"))).expect("made");
        let mode = dir.metadata().expect("metadata").permissions().mode();
        assert_eq!(mode & 0o077, 0, "group and others have no rights on {mode:o}");
    }
}
