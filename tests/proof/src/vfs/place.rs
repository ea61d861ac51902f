//! Where images are laid out as files, one after the other.

use std::fs::{self, File};
use std::io::{self, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::disk::Image;
use super::tape::FileKind;

const KEPT: [FileKind; 3] = [FileKind::Db, FileKind::Wal, FileKind::Journal];
const CHUNK: usize = 1 << 15;

/// Writes the files of an image as `path`, `path-wal` and so on. What an earlier image left there is deleted first, not
/// overwritten: a connection to it may still be closing in another thread.
pub fn lay_out(image: &Image, path: &Path) {
    remove(&beside(path, "-shm"));
    for kind in KEPT {
        let file = name_of(path, kind);
        remove(&file);
        if let Some(content) = image.content(kind) {
            fs::write(&file, content).expect("scratch space suffices");
        }
    }
}

/// A place for many images, each only looked at: of the next one only what differs is written.
pub(super) struct Place {
    path: PathBuf,
    last: Option<Image>,
}

impl Place {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, last: None }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn lay_out(&mut self, image: Image) {
        // A rollback journal is played back into the database when it is opened: then the files are not as laid out.
        let last = self.last.take().filter(|last| last.content(FileKind::Journal).is_none());
        match &last {
            None => lay_out(&image, &self.path),
            Some(last) => {
                remove(&beside(&self.path, "-shm"));
                for kind in KEPT {
                    let file = name_of(&self.path, kind);
                    match (last.content(kind), image.content(kind)) {
                        (Some(old), Some(new)) => overwrite(&file, old, new).expect("scratch space suffices"),
                        (None, Some(new)) => fs::write(&file, new).expect("scratch space suffices"),
                        (_, None) => remove(&file),
                    }
                }
            }
        }
        self.last = Some(image);
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // The whole saving rests on this.
        let Some(last) = self.last.as_ref().filter(|last| last.content(FileKind::Journal).is_none()) else { return };
        for kind in KEPT {
            // Opening a file in WAL mode makes its log where there is none: an empty one says nothing.
            let there = fs::read(name_of(&self.path, kind)).unwrap_or_default();
            assert!(
                std::thread::panicking() || there == last.content(kind).unwrap_or_default(),
                "whoever looked at the images left the {kind:?} alone"
            );
        }
    }
}

fn overwrite(file: &Path, old: &[u8], new: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(file)?;
    if old.len() > new.len() {
        file.set_len(new.len() as u64)?;
    }
    for (index, chunk) in new.chunks(CHUNK).enumerate() {
        let at = index * CHUNK;
        if old.get(at..at + chunk.len()) != Some(chunk) {
            file.seek(SeekFrom::Start(at as u64))?;
            file.write_all(chunk)?;
        }
    }
    Ok(())
}

fn remove(file: &Path) {
    // Not being there is what is wanted.
    drop(fs::remove_file(file));
}

fn name_of(path: &Path, kind: FileKind) -> PathBuf {
    beside(path, kind.suffix().unwrap_or_default())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
