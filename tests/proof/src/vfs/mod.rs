//! Power cuts, shown instead of claimed: a SQLite VFS that records what reaches the disk, and a replayer that
//! builds what a disk could hold after the power went at any moment of that record.
//!
//! The flow: [`Recorder`] (`shim.rs`) forwards every call to the real unix VFS and writes it onto a [`Tape`]
//! (`tape.rs`); the test puts a mark on the tape whenever the application said "saved"; [`Disk`] (`disk.rs`)
//! plays the tape and builds [`Image`]s; `cut.rs` opens each one with plain SQLite and judges what it finds.
//!
//! Not here: what a correct record looks like. Each test brings its own rules.

mod cut;
mod dice;
mod disk;
mod place;
mod shim;
mod snapshot;
mod tape;

pub use cut::{Findings, Plan, Verdict, at_each_mark, replay};
pub use dice::Dice;
pub use disk::{Disk, Image, Trust};
pub use place::lay_out;
pub use shim::Recorder;
pub use snapshot::{Snapshot, check_pages, open_plainly};
pub use tape::{Count, Event, FileId, FileKind, Recording, Tally, Tape};

use std::ops::Deref;
use std::path::{Path, PathBuf};

/// A new empty directory for throw-away files, in memory (`/dev/shm`) where the machine has that: the tests here write
/// thousands of small databases, and nothing about them depends on the real disk. Gone when dropped, unless the test
/// failed: then it stays to be looked at.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// The name must be unique within the process.
    #[must_use]
    pub fn new(name: &str) -> Self {
        let shm = Path::new("/dev/shm");
        let base = if shm.is_dir() { shm.to_owned() } else { std::env::temp_dir() };
        let directory = base.join(format!("satchel-{name}-{}", std::process::id()));
        // One of the same process id, from an earlier boot, may be left over.
        let _ = std::fs::remove_dir_all(&directory);
        std::fs::create_dir_all(&directory).expect("a scratch directory can be made");
        Self(directory)
    }
}

impl Deref for Scratch {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}
