//! What SQLite did to its files, in order, and how often. Knows nothing of SQLite's C interface (`shim.rs` does).

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The part a file plays in a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// The database itself.
    Db,
    /// Its write-ahead log.
    Wal,
    /// Its rollback journal, in use only until WAL mode is switched on.
    Journal,
    /// Anything else: temporary files, statement journals, other databases. Counted, never recorded.
    Other,
}

impl FileKind {
    const ALL: [Self; 4] = [Self::Db, Self::Wal, Self::Journal, Self::Other];

    /// What SQLite appends to the database's name for this file; `None` for files that are not kept.
    #[must_use]
    pub fn suffix(self) -> Option<&'static str> {
        match self {
            Self::Db => Some(""),
            Self::Wal => Some("-wal"),
            Self::Journal => Some("-journal"),
            Self::Other => None,
        }
    }
}

/// A file of the tape: an index into [`Recording::files`].
pub type FileId = usize;

/// One thing that happened.
#[derive(Debug, Clone)]
pub enum Event {
    /// Bytes were handed to the operating system.
    Write { file: FileId, offset: u64, bytes: Arc<[u8]> },
    /// The file was cut to this size.
    Truncate { file: FileId, size: u64 },
    /// Everything written to the file before this point reached the disk before the call returned.
    Sync { file: FileId },
    /// The file was deleted; `durable` when the directory was synced too.
    Delete { file: FileId, durable: bool },
    /// The test's own mark: the application acknowledged its action number `k`.
    Mark(i64),
}

/// How often SQLite asked what of one kind of file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub writes: u64,
    pub bytes: u64,
    pub syncs: u64,
    pub truncates: u64,
}

/// Counts per kind of file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally([Count; 4]);

impl Tally {
    /// The counts of one kind of file.
    #[must_use]
    pub fn of(&self, kind: FileKind) -> Count {
        self.0[kind as usize]
    }

    /// What was added since `earlier`.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Self {
        let mut difference = *self;
        for (now, then) in difference.0.iter_mut().zip(&earlier.0) {
            now.writes -= then.writes;
            now.bytes -= then.bytes;
            now.syncs -= then.syncs;
            now.truncates -= then.truncates;
        }
        difference
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for kind in FileKind::ALL {
            let count = self.of(kind);
            write!(out, "{kind:?}: {} syncs, {} writes, {} bytes; ", count.syncs, count.writes, count.bytes)?;
        }
        Ok(())
    }
}

/// A finished tape.
#[derive(Debug, Clone, Default)]
pub struct Recording {
    /// What was on the disk before the first event, and had been synced; empty for a tape that starts with nothing.
    pub base: Vec<(FileKind, Vec<u8>)>,
    /// The kind of each file; the index is its [`FileId`].
    pub files: Vec<FileKind>,
    /// Everything that happened, oldest first.
    pub events: Vec<Event>,
}

impl Recording {
    /// The position right after mark `k`.
    #[must_use]
    pub fn position_of(&self, k: i64) -> Option<usize> {
        self.events.iter().position(|event| matches!(event, Event::Mark(mark) if *mark == k)).map(|at| at + 1)
    }
}

/// The tape while it runs; shared by all connections of one [`super::Recorder`].
#[derive(Debug, Default)]
pub struct Tape(Mutex<Running>);

#[derive(Debug, Default)]
struct Running {
    names: Vec<Vec<u8>>,
    recording: Recording,
    tally: Tally,
}

impl Tape {
    fn running(&self) -> MutexGuard<'_, Running> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of the file of this full path, known from now on. The first database opened is the one of this
    /// tape; files of others (a backup being written, say) are only counted, as `Other`.
    pub(super) fn file(&self, path: &[u8], kind: FileKind) -> (FileKind, Option<FileId>) {
        let Some(suffix) = kind.suffix() else {
            return (kind, None);
        };
        let mut running = self.running();
        if let Some(known) = running.names.iter().position(|name| name == path) {
            return (kind, Some(known));
        }
        let of_this_tape = match running.names.first() {
            Some(database) => path.strip_prefix(database.as_slice()) == Some(suffix.as_bytes()),
            None => kind == FileKind::Db,
        };
        if !of_this_tape {
            return (FileKind::Other, None);
        }
        running.names.push(path.to_vec());
        running.recording.files.push(kind);
        (kind, Some(running.names.len() - 1))
    }

    pub(super) fn written(&self, kind: FileKind, file: Option<FileId>, offset: u64, bytes: &[u8]) {
        let mut running = self.running();
        let count = &mut running.tally.0[kind as usize];
        count.writes += 1;
        count.bytes += bytes.len() as u64;
        if let Some(file) = file {
            running.recording.events.push(Event::Write { file, offset, bytes: bytes.into() });
        }
    }

    pub(super) fn truncated(&self, kind: FileKind, file: Option<FileId>, size: u64) {
        let mut running = self.running();
        running.tally.0[kind as usize].truncates += 1;
        if let Some(file) = file {
            running.recording.events.push(Event::Truncate { file, size });
        }
    }

    pub(super) fn synced(&self, kind: FileKind, file: Option<FileId>) {
        let mut running = self.running();
        running.tally.0[kind as usize].syncs += 1;
        if let Some(file) = file {
            running.recording.events.push(Event::Sync { file });
        }
    }

    pub(super) fn deleted(&self, path: &[u8], durable: bool) {
        let mut running = self.running();
        if let Some(file) = running.names.iter().position(|name| name == path) {
            running.recording.events.push(Event::Delete { file, durable });
        }
    }

    pub(super) fn mark(&self, k: i64) {
        self.running().recording.events.push(Event::Mark(k));
    }

    pub(super) fn tally(&self) -> Tally {
        self.running().tally
    }

    pub(super) fn take(&self) -> Recording {
        let mut running = self.running();
        running.names.clear();
        std::mem::take(&mut running.recording)
    }
}
