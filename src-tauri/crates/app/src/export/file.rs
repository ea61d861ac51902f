//! A file that is there whole or not at all: written beside its place under another name, made durable, then put in place.

use crate::{Error, Result, files::settle};
use serde_json::json;
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

/// A file being written; dropped before it is kept, it leaves nothing behind.
pub(super) struct Fresh {
    path: PathBuf,
    part: PathBuf,
}

impl Fresh {
    /// Begins a file for this place. `data` is the directory of the data file, where nothing else may be written.
    ///
    /// # Errors
    /// `export_inside_data`, `export_not_a_file`, `export_no_folder`, `export_forbidden`, `disk_full`, `cannot_write`.
    pub fn begin(path: &Path, data: &Path, id: uuid::Uuid) -> Result<(Self, File)> {
        let name = path.file_name().ok_or_else(|| refused("export_not_a_file", path))?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().map_err(|error| cannot(&error, path))?;
        if data.canonicalize().is_ok_and(|data| folder.starts_with(data)) {
            return Err(refused("export_inside_data", path));
        }
        let path = folder.join(name);
        if path.is_dir() {
            return Err(refused("export_not_a_file", &path));
        }
        let part = folder.join(format!(".satchel-{}.part", id.simple()));
        let file = File::create_new(&part).map_err(|error| cannot(&error, &path))?;
        Ok((Self { path, part }, file))
    }

    /// The folder it lies in.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// Puts the file in its place for good, over what was there.
    ///
    /// # Errors
    /// `export_busy`, `disk_full`, `cannot_write`.
    pub fn keep(self, file: File) -> Result<()> {
        file.sync_all().map_err(|error| cannot(&error, &self.path))?;
        drop(file);
        fs::rename(&self.part, &self.path).map_err(|error| match error.kind() {
            // the folder could be written just now, so it is the file itself
            io::ErrorKind::PermissionDenied => refused("export_busy", &self.path),
            _ => cannot(&error, &self.path),
        })?;
        settle(self.folder()).map_err(|error| cannot(&error, &self.path))
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // kept, it is no longer there
        let _ = fs::remove_file(&self.part);
    }
}

fn refused(code: &str, path: &Path) -> Error {
    Error::with(code, json!({ "name": path.file_name().unwrap_or(path.as_os_str()).to_string_lossy() }))
}

/// Why a file cannot be written, by its name.
pub(super) fn cannot(error: &io::Error, path: &Path) -> Error {
    use io::ErrorKind as Kind;
    let held = cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33));
    let code = match error.kind() {
        _ if held => "export_busy",
        Kind::NotFound | Kind::NotADirectory => "export_no_folder",
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => "export_forbidden",
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => "disk_full",
        Kind::IsADirectory | Kind::InvalidFilename => "export_not_a_file",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "export_busy",
        _ => "cannot_write",
    };
    Error { detail: error.to_string(), ..refused(code, path) }
}
