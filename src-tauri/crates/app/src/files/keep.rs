//! Contents of files beside the data file, each once, under its SHA-256: `files/ab/cdef...`. A content is written
//! whole and durably before any row names it, and goes only when neither a record nor the history needs it any more.

use crate::{Error, Result};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// The folder of all contents.
const FOLDER: &str = "files";
/// Copies made for other programs to open.
const COPIES: &str = "opened";

/// The hash of a content.
pub type Hash = [u8; 32];

/// As text.
#[must_use]
pub fn hex(hash: &Hash) -> String {
    hash.iter().fold(String::with_capacity(64), |mut text, byte| {
        use std::fmt::Write as _;
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// From text.
#[must_use]
pub fn parse(text: &str) -> Option<Hash> {
    let mut hash = [0; 32];
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).ok()?;
    }
    Some(hash)
}

/// Where a content lies.
#[must_use]
pub fn place(dir: &Path, hash: &Hash) -> PathBuf {
    let name = hex(hash);
    dir.join(FOLDER).join(&name[..2]).join(&name[2..])
}

/// Keeps a content; once it answers, it outlives a power cut.
///
/// # Errors
/// `disk_full`, `cannot_write`.
pub fn keep(dir: &Path, bytes: &[u8]) -> Result<Hash> {
    let hash: Hash = Sha256::digest(bytes).into();
    let place = place(dir, &hash);
    if fs::metadata(&place).is_ok_and(|there| there.len() == bytes.len() as u64) {
        return Ok(hash);
    }
    let folder = place.parent().unwrap_or(dir).to_owned();
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(&folder)?;
        let part = place.with_extension(format!("part-{}", std::process::id()));
        let mut file = private(&part)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&part, &place)?;
        for folder in [folder.as_path(), dir.join(FOLDER).as_path(), dir] {
            settle(folder)?;
        }
        Ok(())
    };
    write().map_err(|error| cannot(&error))?;
    Ok(hash)
}

/// A copy under its own name, for another program to open; changes to it change nothing here.
///
/// # Errors
/// `file_gone`, `disk_full`, `cannot_write`.
pub fn copy(dir: &Path, hash: &Hash, name: &str) -> Result<PathBuf> {
    let bytes = fs::read(place(dir, hash)).map_err(|error| Error {
        detail: error.to_string(),
        ..Error::with("file_gone", serde_json::json!({ "name": name }))
    })?;
    let folder = dir.join(COPIES).join(&hex(hash)[..16]);
    let path = folder.join(name);
    let write = || -> std::io::Result<()> {
        fs::create_dir_all(&folder)?;
        if let Err(error) = fs::remove_file(&path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(error);
        }
        private(&path)?.write_all(&bytes)
    };
    write().map_err(|error| cannot(&error))?;
    Ok(path)
}

/// Removes contents that no record has and no change set could bring back, and all copies. Answers how many went.
///
/// # Errors
/// As SQLite says; files that cannot be removed now are left for the next time.
pub fn collect(conn: &Connection, dir: &Path) -> Result<usize> {
    let _ = fs::remove_dir_all(dir.join(COPIES));
    let mut gone = 0;
    for folder in entries(&dir.join(FOLDER)) {
        for path in entries(&folder) {
            let name =
                |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            // what is no content is what a power cut left of writing one
            let needed = parse(&(name(&folder) + &name(&path))).map(|hash| is_needed(conn, &hash)).transpose()?;
            if needed != Some(true) && fs::remove_file(&path).is_ok() {
                gone += 1;
            }
        }
    }
    Ok(gone)
}

fn is_needed(conn: &Connection, hash: &Hash) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM attachments WHERE hash = ?1) OR EXISTS (SELECT 1 FROM change_sets WHERE instr(changeset, ?1) > 0)";
    Ok(conn.prepare_cached(sql)?.query_row([hash.as_slice()], |row| row.get(0))?)
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// A new file that only its owner can read, and nobody can run.
fn private(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes names in a folder durable; elsewhere than on Unix the rename itself is.
///
/// # Errors
/// As the system says.
pub fn settle(folder: &Path) -> std::io::Result<()> {
    if cfg!(unix) { fs::File::open(folder)?.sync_all() } else { Ok(()) }
}

fn cannot(error: &std::io::Error) -> Error {
    let code = if error.kind() == std::io::ErrorKind::StorageFull { "disk_full" } else { "cannot_write" };
    Error { detail: error.to_string(), ..Error::code(code) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_kept_once_and_found_by_its_hash() {
        let dir = std::env::temp_dir().join(format!("satchel-keep-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).expect("scratch directory");
        let hash = keep(&dir, b"abc").expect("kept");
        assert_eq!(hex(&hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(parse(&hex(&hash)), Some(hash));
        assert_eq!(keep(&dir, b"abc").expect("again"), hash);
        let path = place(&dir, &hash);
        assert!(path.ends_with("files/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assert_eq!(
            (fs::read(&path).expect("content"), entries(path.parent().expect("folder")).len()),
            (b"abc".to_vec(), 1)
        );
        // a content cut short by whatever happened is written again
        fs::write(&path, b"a").expect("cut");
        keep(&dir, b"abc").expect("mended");
        assert_eq!(fs::read(&path).expect("content"), b"abc");
        let copy = copy(&dir, &hash, "offer.pdf").expect("copied");
        assert_eq!(copy.file_name().and_then(|name| name.to_str()), Some("offer.pdf"));
        for text in ["", "ba", "../../etc/passwd", &"g".repeat(64), &"é".repeat(32)] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
