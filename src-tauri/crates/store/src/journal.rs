//! The journal: one user action = one transaction = one change set = one undo step.
//! SQLite's session extension takes the changes and applies their inverse; nobody writes an inverse by hand.
//! Not here: words for people (a change set carries a code and parameters), and what to tell windows.

mod reach;

pub(crate) use reach::owners;

use crate::{Column, Error, Result, search, similar};
use reach::Scan;
use rusqlite::{
    Connection, TransactionBehavior,
    fallible_streaming_iterator::FallibleStreamingIterator,
    named_params,
    session::{ChangesetItem, ChangesetIter, ConflictAction, ConflictType, Session, invert_strm},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
    sync::{Arc, Mutex, PoisonError},
};
use uuid::Uuid;

/// Tables whose changes are recorded, and so undone. Everything else is derived or belongs to this machine.
pub const JOURNALED: &[&str] = &[
    "settings",
    "pipelines",
    "stages",
    "colleagues",
    "sources",
    "labels",
    "close_reasons",
    "products",
    "custom_fields",
    "organizations",
    "people",
    "leads",
    "deals",
    "deal_labels",
    "lead_labels",
    "activities",
    "notes",
    "messages",
    "attachments",
    "stage_entries",
    "lead_entries",
    "custom_values",
    "external_ids",
    "sample_records",
    "kept_apart",
];

/// Inside `record`: the connection within its transaction.
pub type Tx = Connection;

/// What an action is called in the history: a code and the parameters of its sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// snake_case verb.
    pub code: &'static str,
    /// Strings and numbers.
    pub params: serde_json::Value,
}

/// Who asked for a change. Ctrl+Z walks back over a person's changes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The person at the window.
    Person,
    /// An automatic job.
    Job,
}

impl Origin {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Job => "job",
        }
    }
}

/// A change set as listed.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeSet {
    /// Position in the history.
    pub seq: i64,
    /// Verb.
    pub label: String,
    /// JSON parameters.
    pub params: String,
}

/// A table and the record in it that changed.
pub type Touch = (&'static str, Uuid);

/// What a committed write did.
#[derive(Debug, Clone, Default)]
pub struct Applied {
    /// Grows by one with every committed write.
    pub revision: i64,
    /// Records whose rows changed, with their table; joined rows count for their owner.
    pub touched: BTreeSet<Touch>,
    /// Pipelines and stages whose columns may look different.
    pub stages: BTreeSet<(Uuid, Option<Uuid>)>,
}

/// Answer of `record`.
#[derive(Debug, Clone)]
pub struct Recorded<T> {
    /// What the work answered.
    pub value: T,
    /// None: nothing changed.
    pub change: Option<ChangeSet>,
    /// Effects.
    pub applied: Applied,
}

/// Runs `work` in one transaction and records what it changed as one undo step.
///
/// # Errors
/// Whatever `work` refuses, and SQLite's failures; then nothing was written.
pub fn record<T, E: From<Error>>(
    conn: &mut Connection,
    at: i64,
    origin: Origin,
    work: impl FnOnce(&Tx) -> std::result::Result<(Label, T), E>,
) -> std::result::Result<Recorded<T>, E> {
    let tx = begin(conn)?;
    let (done, changeset) = capture(&tx, work)?;
    let (label, value) = done;
    let mut scan = Scan::of(&changeset)?;
    scan.adopt(&tx)?;
    if scan.changes == 0 {
        let revision = revision(&tx)?;
        tx.commit().map_err(Error::from)?;
        return Ok(Recorded { value, change: None, applied: Applied { revision, ..Applied::default() } });
    }
    let change = store_change(&tx, at, origin, &label, &changeset, &scan)?;
    drop(changeset);
    let large = scan.changes > LARGE;
    let applied = settle(&tx, scan)?;
    tx.commit().map_err(Error::from)?;
    give_back(conn, large)?;
    Ok(Recorded { value, change: Some(change), applied })
}

/// Undoes the newest applied change of a person.
///
/// # Errors
/// `NothingTo`, `OtherSchema`, `ChangedSince` (all records named); then nothing was written.
pub fn undo(conn: &mut Connection) -> Result<(ChangeSet, Applied)> {
    step(
        conn,
        "SELECT seq FROM change_sets WHERE state = 'applied' AND origin = 'person' AND redacted = 0 ORDER BY seq DESC LIMIT 1",
        true,
    )
}

/// Applies again what was undone last.
///
/// # Errors
/// As `undo`.
pub fn redo(conn: &mut Connection) -> Result<(ChangeSet, Applied)> {
    step(conn, "SELECT seq FROM change_sets WHERE state = 'undone' ORDER BY seq LIMIT 1", false)
}

fn step(conn: &mut Connection, which: &str, back: bool) -> Result<(ChangeSet, Applied)> {
    let tx = begin(conn)?;
    let seq = optional(tx.query_row(which, [], |row| row.get::<_, i64>(0)))?.ok_or(Error::NothingTo(if back {
        "undo"
    } else {
        "redo"
    }))?;
    let stored = Stored::read(&tx, seq)?;
    let changes = if back { invert(&stored.changeset)? } else { stored.changeset };
    let ((), captured) = capture::<(), Error>(&tx, |tx| apply(tx, &changes))?;
    let mut scan = Scan::of(&captured)?;
    scan.adopt(&tx)?;
    if scan.changes != stored.changes {
        return Err(Error::OtherSchema(seq));
    }
    drop((changes, captured));
    tx.execute("UPDATE change_sets SET state = ?2 WHERE seq = ?1", (seq, if back { "undone" } else { "applied" }))?;
    let applied = settle(&tx, scan)?;
    tx.commit()?;
    give_back(conn, stored.changes > LARGE)?;
    Ok((stored.change, applied))
}

/// Takes one change out of the middle of the history, as a new undoable step.
///
/// # Errors
/// As `undo`, and `NotApplied`.
pub fn undo_change(conn: &mut Connection, at: i64, seq: i64) -> Result<Recorded<ChangeSet>> {
    record(conn, at, Origin::Person, |tx| {
        let stored = Stored::read(tx, seq)?;
        if stored.redacted {
            return Err(Error::Redacted(seq));
        }
        if stored.state != "applied" {
            return Err(Error::NotApplied(seq));
        }
        let inverse = invert(&stored.changeset)?;
        apply(tx, &inverse)?;
        let left = reach::left_over(tx, &inverse)?;
        if !left.is_empty() {
            return Err(Error::ChangedSince(left.into_iter().collect()));
        }
        // its own words, so that history can say what was taken back
        let mut params: serde_json::Value =
            serde_json::from_str(&stored.change.params).unwrap_or_else(|_| serde_json::json!({}));
        params["label"] = stored.change.label.as_str().into();
        params["seq"] = seq.into();
        Ok((Label { code: "undo_change", params }, stored.change))
    })
}

/// The steps Ctrl+Z and its counterpart would take now.
///
/// # Errors
/// As SQLite says.
pub fn next_steps(conn: &Connection) -> Result<(Option<ChangeSet>, Option<ChangeSet>)> {
    let one = |sql: &str| optional(conn.prepare_cached(sql)?.query_row([], change_set));
    Ok((
        one(
            "SELECT seq, label, params FROM change_sets WHERE state = 'applied' AND origin = 'person' AND redacted = 0 ORDER BY seq DESC LIMIT 1",
        )?,
        one("SELECT seq, label, params FROM change_sets WHERE state = 'undone' ORDER BY seq LIMIT 1")?,
    ))
}

/// The file's revision.
///
/// # Errors
/// As SQLite says.
pub fn revision(conn: &Connection) -> Result<i64> {
    Ok(optional(
        conn.prepare_cached("SELECT CAST(value AS INTEGER) FROM app_state WHERE key = 'revision'")?
            .query_row([], |row| row.get(0)),
    )?
    .unwrap_or(0))
}

/// The raw changeset of a history entry.
///
/// # Errors
/// As SQLite says.
pub fn changeset(conn: &Connection, seq: i64) -> Result<Vec<u8>> {
    Ok(Stored::read(conn, seq)?.changeset)
}

/// Calls `visit` with each row change of a changeset.
///
/// # Errors
/// As SQLite says, or what `visit` returns.
pub fn each_change(changeset: &[u8], mut visit: impl FnMut(&ChangesetItem) -> Result<()>) -> Result<()> {
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        visit(item)?;
    }
    Ok(())
}

struct Stored {
    change: ChangeSet,
    changeset: Vec<u8>,
    changes: i64,
    state: String,
    redacted: bool,
}

impl Stored {
    fn read(conn: &Connection, seq: i64) -> Result<Self> {
        let (stored, schema) = conn.query_row(
            "SELECT seq, label, params, changeset, changes, state, redacted, schema_version FROM change_sets WHERE seq = ?1",
            [seq],
            |row| {
                Ok((
                    Self {
                        change: change_set(row)?,
                        changeset: row.get(3)?,
                        changes: row.get(4)?,
                        state: row.get(5)?,
                        redacted: row.get(6)?,
                    },
                    row.get::<_, i64>(7)?,
                ))
            },
        )?;
        if schema == crate::SCHEMA_VERSION { Ok(stored) } else { Err(Error::OtherSchema(seq)) }
    }
}

fn change_set(row: &rusqlite::Row<'_>) -> rusqlite::Result<ChangeSet> {
    Ok(ChangeSet { seq: row.get(0)?, label: row.get(1)?, params: row.get(2)? })
}

fn begin(conn: &mut Connection) -> Result<rusqlite::Transaction<'_>> {
    Ok(conn.transaction_with_behavior(TransactionBehavior::Immediate)?)
}

fn capture<T, E: From<Error>>(
    tx: &Tx,
    work: impl FnOnce(&Tx) -> std::result::Result<T, E>,
) -> std::result::Result<(T, Vec<u8>), E> {
    let mut session = Session::new(tx).map_err(Error::from)?;
    for table in JOURNALED {
        session.attach(Some(*table)).map_err(Error::from)?;
    }
    let value = work(tx)?;
    let mut changeset = Vec::new();
    session.changeset_strm(&mut changeset).map_err(Error::from)?;
    Ok((value, changeset))
}

fn invert(changeset: &[u8]) -> Result<Vec<u8>> {
    let mut inverse = Vec::with_capacity(changeset.len());
    invert_strm(&mut &*changeset, &mut inverse)?;
    Ok(inverse)
}

/// Applies a changeset whole, or names every record that stands in the way (the caller rolls back).
fn apply(tx: &Tx, changeset: &[u8]) -> Result<()> {
    let in_the_way = apply_what_fits(tx, changeset)?;
    if in_the_way.is_empty() { Ok(()) } else { Err(Error::ChangedSince(in_the_way.into_iter().collect())) }
}

/// Inside `record`: takes back what still is as a change left it, row by row. Answers the records of the rows that were
/// changed since; those stay as they are now.
///
/// # Errors
/// `OtherSchema`, `NotApplied`; `ChangedSince` when something would refer to nothing.
pub fn take_back(tx: &Tx, seq: i64) -> Result<BTreeSet<Touch>> {
    let stored = Stored::read(tx, seq)?;
    if stored.state != "applied" {
        return Err(Error::NotApplied(seq));
    }
    let kept = apply_what_fits(tx, &invert(&stored.changeset)?)?;
    let dangling = dangling_rows(tx)?;
    if dangling.is_empty() { Ok(kept) } else { Err(Error::ChangedSince(dangling)) }
}

/// Applies every row of a changeset that still is as it was; answers the records of the others.
fn apply_what_fits(tx: &Tx, changeset: &[u8]) -> Result<BTreeSet<Touch>> {
    let conflicts: Arc<Mutex<(BTreeSet<Touch>, bool)>> = Arc::default();
    let seen = Arc::clone(&conflicts);
    tx.apply_strm(&mut &*changeset, None::<fn(&str) -> bool>, move |kind, item| {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        if kind == ConflictType::SQLITE_CHANGESET_FOREIGN_KEY {
            seen.1 = true;
        } else if let Ok(op) = item.op() {
            let owner = owners(op.table_name()).first().copied().unwrap_or((journaled(op.table_name()), 0));
            let value = item.new_value(owner.1).or_else(|_| item.old_value(owner.1));
            let id = value.ok().and_then(|value| Uuid::from_column("id", value).ok()).unwrap_or_default();
            seen.0.insert((owner.0, id));
        }
        ConflictAction::SQLITE_CHANGESET_OMIT
    })?;
    let (mut records, dangling) = std::mem::take(&mut *conflicts.lock().unwrap_or_else(PoisonError::into_inner));
    if dangling {
        records.extend(dangling_rows(tx)?);
    }
    Ok(records)
}

/// Rows that would refer to nothing.
fn dangling_rows(tx: &Tx) -> Result<Vec<Touch>> {
    let mut statement = tx.prepare("SELECT \"table\", rowid FROM pragma_foreign_key_check")?;
    let rows = statement
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Option<i64>>(1)?)))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut found = Vec::new();
    for (table, rowid) in rows {
        let id = match rowid {
            Some(rowid) if JOURNALED.contains(&table.as_str()) => {
                tx.query_row(&format!("SELECT id FROM {table} WHERE rowid = ?1"), [rowid], |row| {
                    row.get::<_, Vec<u8>>(0)
                })?
            }
            _ => Vec::new(),
        };
        found.push((journaled(&table), Uuid::from_slice(&id).unwrap_or_default()));
    }
    Ok(found)
}

/// The name of a table as the list of journaled tables has it; empty for one that is not in it.
fn journaled(table: &str) -> &'static str {
    JOURNALED.iter().find(|known| **known == table).copied().unwrap_or_default()
}

fn store_change(tx: &Tx, at: i64, origin: Origin, label: &Label, changeset: &[u8], scan: &Scan) -> Result<ChangeSet> {
    if origin == Origin::Person {
        tx.prepare_cached("UPDATE change_sets SET state = 'discarded' WHERE state = 'undone'")?.execute([])?;
    }
    let params = label.params.to_string();
    tx.prepare_cached(
        "INSERT INTO change_sets (label, params, at, origin, schema_version, changeset, changes, records, state)
         VALUES (:label, :params, :at, :origin, :schema, :changeset, :changes, :records, 'applied')",
    )?
    .execute(named_params! { ":label": label.code, ":params": params, ":at": at, ":origin": origin.word(), ":schema": crate::SCHEMA_VERSION,
        ":changeset": changeset, ":changes": scan.changes, ":records": i64::try_from(scan.touched.len()).unwrap_or(i64::MAX) })?;
    let seq = tx.last_insert_rowid();
    let mut index = tx.prepare_cached("INSERT OR IGNORE INTO change_records (record_id, seq) VALUES (?1, ?2)")?;
    for (_, id) in &scan.touched {
        index.execute((id.as_bytes(), seq))?;
    }
    Ok(ChangeSet { seq, label: label.code.to_owned(), params })
}

/// Brings what is derived up to date and says what changed.
fn settle(tx: &Tx, scan: Scan) -> Result<Applied> {
    let mut stages = BTreeSet::new();
    {
        let mut place = tx.prepare_cached("SELECT pipeline_id, stage_id FROM deals WHERE id = ?1")?;
        for id in scan.placed.iter().take(MANY) {
            if let Some(row) = place.query([id.as_bytes()])?.next()? {
                stages.insert((
                    Uuid::from_column("pipeline_id", row.get_ref(0)?)?,
                    Option::from_column("stage_id", row.get_ref(1)?)?,
                ));
            }
        }
        if scan.placed.len() > MANY {
            let mut all = tx.prepare("SELECT pipeline_id, id FROM stages")?;
            let mut rows = all.query([])?;
            while let Some(row) = rows.next()? {
                stages.insert((
                    Uuid::from_column("pipeline_id", row.get_ref(0)?)?,
                    Option::from_column("id", row.get_ref(1)?)?,
                ));
            }
        }
        let mut owner = tx.prepare_cached("SELECT pipeline_id FROM stages WHERE id = ?1")?;
        for (pipeline, stage) in scan.stages {
            let known = match stage {
                Some(stage) => optional(owner.query_row([stage.as_bytes()], |row| row.get::<_, Vec<u8>>(0)))?,
                None => None,
            };
            let pipeline = known.and_then(|bytes| Uuid::from_slice(&bytes).ok()).unwrap_or(pipeline);
            stages.insert((pipeline, stage));
        }
    }
    search::refresh(tx, &scan.touched)?;
    similar::refresh(tx, &scan.touched)?;
    Ok(Applied { revision: next_revision(tx)?, touched: scan.touched, stages })
}

/// Counts one more committed write.
pub(crate) fn next_revision(tx: &Tx) -> Result<i64> {
    tx.prepare_cached("INSERT INTO app_state (key, value) VALUES ('revision', '1') ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)")?.execute([])?;
    revision(tx)
}

/// From this many changed rows on a change fills the writer's cache.
const LARGE: i64 = 5_000;

/// Frees the pages that a large change left in the writer's cache.
fn give_back(conn: &Connection, large: bool) -> Result<()> {
    if large {
        conn.execute_batch("PRAGMA shrink_memory")?;
    }
    Ok(())
}

/// Above this many changed deals every stage counts as changed.
const MANY: usize = 500;

/// `None` for "no row".
pub(crate) fn optional<T>(result: rusqlite::Result<T>) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// How many of each table's rows are in a set of touched records.
#[must_use]
pub fn count_by_table(touched: &BTreeSet<Touch>) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for (table, _) in touched {
        *counts.entry(*table).or_default() += 1;
    }
    counts
}
