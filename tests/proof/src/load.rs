//! What the load of the kill proof (`src/bin/seller_under_load.rs`) and the proof itself (`tests/kill.rs`) say to each
//! other: the figures of a file, and lines about actions begun and acknowledged.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use rusqlite::Connection;

use crate::seller::Deed;

/// The variable that names the directory to work on.
pub const DIRECTORY: &str = "SATCHEL_KILL_DIRECTORY";
/// The variable with the number that decides what is done there.
pub const START: &str = "SATCHEL_KILL_START";

/// Counts that any half-applied action would change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    pub revision: i64,
    pub deals: i64,
    pub open: i64,
    pub lost: i64,
    pub trashed: i64,
    pub leads: i64,
    pub notes: i64,
    pub activities: i64,
}

impl Figures {
    /// As a file has them.
    ///
    /// # Errors
    /// SQLite's.
    pub fn of(db: &Connection) -> rusqlite::Result<Self> {
        db.query_row(
            "SELECT (SELECT CAST(value AS INTEGER) FROM app_state WHERE key = 'revision'),
                count(*), count(*) FILTER (WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL),
                count(*) FILTER (WHERE status = 'lost'), count(deleted_at), (SELECT count(*) FROM leads),
                (SELECT count(*) FROM notes WHERE kind = 'note'), (SELECT count(*) FROM activities)
             FROM deals",
            [],
            |row| {
                Ok(Self {
                    revision: row.get::<_, Option<i64>>(0)?.unwrap_or(0),
                    deals: row.get(1)?,
                    open: row.get(2)?,
                    lost: row.get(3)?,
                    trashed: row.get(4)?,
                    leads: row.get(5)?,
                    notes: row.get(6)?,
                    activities: row.get(7)?,
                })
            },
        )
    }

    /// What the figures will be after a deed that is not a step back or forward.
    #[must_use]
    pub fn after(self, deed: Deed) -> Self {
        let next = Self { revision: self.revision + 1, ..self };
        let among = |count: usize, all: i64| (count as i64).min(all);
        match deed {
            Deed::Create => Self { deals: self.deals + 1, open: self.open + 1, ..next },
            Deed::Import(rows) => Self { deals: self.deals + rows as i64, open: self.open + rows as i64, ..next },
            Deed::Note => Self { notes: self.notes + 1, ..next },
            Deed::Plan => Self { activities: self.activities + 1, ..next },
            Deed::Lose(count) => {
                let lost = among(count, self.open);
                Self { open: self.open - lost, lost: self.lost + lost, ..next }
            }
            Deed::Convert(count) => {
                let made = among(count, self.open);
                Self { open: self.open - made, trashed: self.trashed + made, leads: self.leads + made, ..next }
            }
            Deed::Edit | Deed::Move(_) | Deed::Trash(_) | Deed::Return(_) | Deed::Undo | Deed::Redo => next,
        }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { revision, deals, open, lost, trashed, leads, notes, activities } = self;
        write!(out, "{revision} {deals} {open} {lost} {trashed} {leads} {notes} {activities}")
    }
}

impl FromStr for Figures {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let numbers: Vec<i64> = text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
        let [revision, deals, open, lost, trashed, leads, notes, activities] = numbers[..] else {
            return Err(format!("not figures: {text}"));
        };
        Ok(Self { revision, deals, open, lost, trashed, leads, notes, activities })
    }
}

/// One line of the load.
#[derive(Debug, Clone, PartialEq)]
pub enum Line {
    Open(Figures),
    Try { deed: String, expected: Figures },
    Ack { deed: String, took: Duration, revision: i64 },
}

/// The line in words, as the load prints it; `None` for what is not one, a line cut short among them.
#[must_use]
pub fn parse(line: &str) -> Option<Line> {
    let (word, rest) = line.split_once(' ')?;
    match word {
        "open" => Some(Line::Open(rest.parse().ok()?)),
        "try" => {
            let (deed, figures) = rest.split_once(' ')?;
            Some(Line::Try { deed: deed.to_owned(), expected: figures.parse().ok()? })
        }
        "ack" => {
            let mut words = rest.split(' ');
            let deed = words.next()?.to_owned();
            let took = Duration::from_micros(words.next()?.parse().ok()?);
            Some(Line::Ack { deed, took, revision: words.next()?.parse().ok()? })
        }
        _ => None,
    }
}

impl fmt::Display for Line {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(figures) => write!(out, "open {figures}"),
            Self::Try { deed, expected } => write!(out, "try {deed} {expected}"),
            Self::Ack { deed, took, revision } => write!(out, "ack {deed} {} {revision}", took.as_micros()),
        }
    }
}
