//! What a disk may hold after the power went: for each file what was synced, plus any choice of what was not.
//!
//! The unit of loss is the 512-byte sector, and each write counts for itself: of the sectors written since the last
//! sync any subset may have arrived, in any order (a sector written twice may hold the older version), so pages are
//! torn and later writes outlive earlier ones. Unsynced truncations and deletions may or may not have happened, a new
//! file may be missing or empty. Bytes beside a write stay as they were: that is SQLite's documented default
//! assumption (`powersafe overwrite`), and what disks of the last decades do. SQLite's unix VFS syncs the directory
//! together with the first sync of a new log or journal: which files exist is certain from then on.

use std::collections::VecDeque;
use std::sync::Arc;

use super::dice::Dice;
use super::tape::{Event, FileId, FileKind, Recording};

const SECTOR: u64 = 512;

/// Whether a sync is believed. The second choice is a control: it shows what the proof says when syncs do not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// What was synced survives.
    AllSyncs,
    /// Syncs of the write-ahead log are taken for nothing, as if the application had not asked for them.
    NoWalSyncs,
}

/// The disk at one position of a recording.
#[derive(Debug)]
pub struct Disk {
    files: Vec<FileOnDisk>,
}

#[derive(Debug)]
struct FileOnDisk {
    kind: FileKind,
    /// `None` while the file does not exist.
    synced: Option<Vec<u8>>,
    unsynced: VecDeque<Change>,
    /// No sync yet since the file was made; see the directory sync above.
    new: bool,
    /// Grows with each sync, to tell equal choices at different times apart.
    generation: u64,
}

#[derive(Debug, Clone)]
enum Change {
    Write { offset: u64, bytes: Arc<[u8]> },
    Truncate(u64),
    Delete,
}

/// The files as found after the power came back.
#[derive(Debug)]
pub struct Image {
    /// The content of each file that exists.
    pub files: Vec<(FileKind, Vec<u8>)>,
    /// Equal for two images of one recording only if the same changes survived in both.
    pub signature: u64,
}

impl Image {
    /// The content of the file of this kind, if it exists.
    #[must_use]
    pub fn content(&self, kind: FileKind) -> Option<&[u8]> {
        self.files.iter().find(|(of, _)| *of == kind).map(|(_, content)| content.as_slice())
    }
}

/// How a file fares in one power cut.
#[derive(Debug, Clone, Copy)]
enum Fate {
    NothingUnsynced,
    Everything,
    /// In order up to some sector; nothing after it.
    UpTo(usize),
    /// All but one sector or change.
    AllBut(usize),
    /// Each sector for itself, with so many chances of 256.
    Some(u32),
}

impl Disk {
    /// The disk before the first event.
    #[must_use]
    pub fn before(recording: &Recording) -> Self {
        let content_of = |kind| recording.base.iter().find(|(of, _)| *of == kind).map(|(_, content)| content.clone());
        let mut kinds = recording.files.clone();
        kinds.extend(recording.base.iter().map(|(kind, _)| *kind).filter(|kind| !recording.files.contains(kind)));
        let files = kinds
            .into_iter()
            .map(|kind| {
                let synced = content_of(kind);
                FileOnDisk { kind, new: synced.is_none(), synced, unsynced: VecDeque::new(), generation: 0 }
            })
            .collect();
        Self { files }
    }

    /// Plays one event.
    pub fn play(&mut self, event: &Event, trust: Trust) {
        match event {
            Event::Write { file, offset, bytes } => {
                self.change(*file, Change::Write { offset: *offset, bytes: Arc::clone(bytes) });
            }
            Event::Truncate { file, size } => self.change(*file, Change::Truncate(*size)),
            Event::Delete { file, durable } => {
                self.change(*file, Change::Delete);
                self.files[*file].new = true;
                if *durable {
                    self.sync_directory();
                }
            }
            Event::Sync { file } => {
                let file = &mut self.files[*file];
                if trust == Trust::AllSyncs || file.kind != FileKind::Wal {
                    file.sync();
                    if std::mem::take(&mut file.new) && file.kind != FileKind::Db {
                        self.sync_directory();
                    }
                }
            }
            Event::Mark(_) => {}
        }
    }

    fn sync_directory(&mut self) {
        for file in &mut self.files {
            file.settle_existence();
        }
    }

    fn change(&mut self, file: FileId, change: Change) {
        self.files[file].unsynced.push_back(change);
    }

    /// The files if the machine had not failed.
    #[must_use]
    pub fn unharmed(&self) -> Image {
        self.image_by(|_| Fate::Everything, &mut Dice::new(0))
    }

    /// The files after a power cut now, one of many possible outcomes.
    #[must_use]
    pub fn cut(&self, dice: &mut Dice) -> Image {
        let mut fates = dice.fork();
        self.image_by(|file| file.draw_fate(&mut fates), dice)
    }

    fn image_by(&self, mut fate: impl FnMut(&FileOnDisk) -> Fate, dice: &mut Dice) -> Image {
        let mut signature = 0;
        let mut files = Vec::new();
        for file in &self.files {
            let fate = fate(file);
            if let Some(content) = file.survive(fate, dice, &mut signature) {
                files.push((file.kind, content));
            }
        }
        Image { files, signature }
    }
}

impl FileOnDisk {
    fn sync(&mut self) {
        if self.unsynced.is_empty() {
            return;
        }
        self.generation += 1;
        let mut content = self.synced.take();
        for change in self.unsynced.drain(..) {
            change.happen(&mut content);
        }
        self.synced = content;
    }

    /// The directory was synced: deletions are certain, and a file with content after its last deletion exists.
    fn settle_existence(&mut self) {
        if let Some(last) = self.unsynced.iter().rposition(|change| matches!(change, Change::Delete)) {
            self.unsynced.drain(..=last);
            self.synced = None;
            self.generation += 1;
        }
        if !self.unsynced.is_empty() {
            self.synced.get_or_insert_default();
        }
    }

    fn draw_fate(&self, dice: &mut Dice) -> Fate {
        let parts: usize = self.unsynced.iter().map(Change::parts).sum();
        match dice.below(8) {
            0 => Fate::NothingUnsynced,
            1 => Fate::Everything,
            2 => Fate::UpTo(dice.below(parts + 1)),
            3 => Fate::AllBut(dice.below(parts)),
            _ => Fate::Some(1 + dice.below(255) as u32),
        }
    }

    fn survive(&self, fate: Fate, dice: &mut Dice, signature: &mut u64) -> Option<Vec<u8>> {
        let mut content = self.synced.clone();
        mix(signature, self.generation);
        if self.unsynced.is_empty() {
            return content;
        }
        let mut part = 0;
        let mut arrives = || {
            let here = part;
            part += 1;
            let kept = match fate {
                Fate::NothingUnsynced => false,
                Fate::Everything => true,
                Fate::UpTo(end) => here < end,
                Fate::AllBut(missing) => here != missing,
                Fate::Some(chances) => dice.chance(chances),
            };
            if kept {
                mix(signature, here as u64 + 1);
            }
            kept
        };
        for change in &self.unsynced {
            match change {
                Change::Write { offset, bytes } => {
                    for (from, to) in sectors(*offset, bytes.len()) {
                        if arrives() {
                            write(&mut content, offset + from as u64, &bytes[from..to]);
                        }
                    }
                }
                Change::Truncate(_) => {
                    if arrives() {
                        change.happen(&mut content);
                    }
                }
                Change::Delete => {
                    if !arrives() {
                        // The directory still names the old file: what was written to its successor is out of reach.
                        return content;
                    }
                    content = None;
                }
            }
        }
        if content.is_none() && matches!(fate, Fate::Some(chances) if chances > 127) {
            // The directory entry of a new file may arrive before anything of its content.
            content = self.synced.is_none().then(Vec::new);
        }
        content
    }
}

impl Change {
    /// How many separate pieces of this change can be lost.
    fn parts(&self) -> usize {
        match self {
            Self::Write { offset, bytes } => sectors(*offset, bytes.len()).count(),
            Self::Truncate(_) | Self::Delete => 1,
        }
    }

    fn happen(&self, content: &mut Option<Vec<u8>>) {
        match self {
            Self::Write { offset, bytes } => write(content, *offset, bytes),
            Self::Truncate(size) => content.get_or_insert_default().resize(*size as usize, 0),
            Self::Delete => *content = None,
        }
    }
}

/// The pieces of a write by sector: ranges within its bytes.
fn sectors(offset: u64, length: usize) -> impl Iterator<Item = (usize, usize)> {
    let end = offset + length as u64;
    (offset / SECTOR..end.div_ceil(SECTOR)).map(move |sector| {
        let from = (sector * SECTOR).max(offset);
        let to = ((sector + 1) * SECTOR).min(end);
        ((from - offset) as usize, (to - offset) as usize)
    })
}

fn write(content: &mut Option<Vec<u8>>, offset: u64, bytes: &[u8]) {
    let content = content.get_or_insert_default();
    let from = offset as usize;
    let to = from + bytes.len();
    if content.len() < to {
        content.resize(to, 0);
    }
    content[from..to].copy_from_slice(bytes);
}

fn mix(signature: &mut u64, value: u64) {
    *signature = (*signature ^ value).wrapping_mul(0x0100_0000_01b3).rotate_left(23);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(length: usize, fill: u8) -> Arc<[u8]> {
        vec![fill; length].into()
    }

    fn disk(events: &[Event]) -> Disk {
        let recording = Recording { base: Vec::new(), files: vec![FileKind::Db], events: events.to_vec() };
        let mut disk = Disk::before(&recording);
        for event in events {
            disk.play(event, Trust::AllSyncs);
        }
        disk
    }

    #[test]
    fn synced_bytes_survive_every_cut_and_unsynced_ones_only_some() {
        let disk = disk(&[
            Event::Write { file: 0, offset: 0, bytes: bytes(1024, 1) },
            Event::Sync { file: 0 },
            Event::Write { file: 0, offset: 512, bytes: bytes(1024, 2) },
        ]);
        let mut dice = Dice::new(1);
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..500 {
            let image = disk.cut(&mut dice);
            let content = &image.files[0].1;
            assert_eq!(content[..512], [1; 512], "the sector nobody wrote again");
            seen.insert((content[512], content.get(1024).copied()));
        }
        let all = [(1, None), (2, None), (1, Some(2)), (2, Some(2))];
        assert_eq!(seen, all.into(), "each of the two unsynced sectors arrives or not, for itself");
    }

    #[test]
    fn a_write_is_torn_at_sector_borders_of_the_file_not_of_the_write() {
        let pieces: Vec<_> = sectors(500, 30).collect();
        assert_eq!(pieces, [(0, 12), (12, 30)]);
        assert_eq!(sectors(1024, 512).collect::<Vec<_>>(), [(0, 512)]);
    }

    #[test]
    fn a_file_reborn_after_an_undone_deletion_is_the_old_file() {
        let disk = disk(&[
            Event::Write { file: 0, offset: 0, bytes: bytes(8, 1) },
            Event::Sync { file: 0 },
            Event::Delete { file: 0, durable: false },
            Event::Write { file: 0, offset: 0, bytes: bytes(8, 2) },
        ]);
        let mut dice = Dice::new(2);
        for _ in 0..200 {
            let image = disk.cut(&mut dice);
            if let Some((_, content)) = image.files.first() {
                assert!(content.is_empty() || content == &[1; 8] || content == &[2; 8], "never a mixture: {content:?}");
            }
        }
    }
}
