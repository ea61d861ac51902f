//! Reads of the journal: its lines, and the rows inside a change set as columns before and after.

use crate::{Column, Result, journal, query::detail::name_column};
use rusqlite::{
    Connection, Row,
    fallible_streaming_iterator::FallibleStreamingIterator,
    hooks::Action,
    session::{ChangesetItem, ChangesetIter},
    types::Value,
};
use std::{collections::HashMap, io::Read};
use uuid::Uuid;

/// One line of the history.
#[derive(Debug, Clone)]
pub struct SetRow {
    /// Position.
    pub seq: i64,
    /// Verb.
    pub label: String,
    /// JSON.
    pub params: String,
    /// UTC ms.
    pub at: i64,
    /// Asked for by an automatic job.
    pub job: bool,
    /// `applied`, `undone` or `discarded`.
    pub state: String,
    /// Records touched.
    pub records: i64,
    /// Made under the schema this version writes.
    pub same_schema: bool,
}

const SET: &str = "seq, label, params, at, origin = 'job', state, records, schema_version";

fn set(row: &Row<'_>) -> rusqlite::Result<SetRow> {
    Ok(SetRow {
        seq: row.get(0)?,
        label: row.get(1)?,
        params: row.get(2)?,
        at: row.get(3)?,
        job: row.get(4)?,
        state: row.get(5)?,
        records: row.get(6)?,
        same_schema: row.get::<_, i64>(7)? == crate::SCHEMA_VERSION,
    })
}

/// Lines older than `before`, newest first.
///
/// # Errors
/// As SQLite says.
pub fn page(conn: &Connection, before: Option<i64>, limit: i64) -> Result<Vec<SetRow>> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT {SET} FROM change_sets WHERE seq < ?1 ORDER BY seq DESC LIMIT ?2"))?;
    Ok(statement.query_map((before.unwrap_or(i64::MAX), limit), set)?.collect::<rusqlite::Result<_>>()?)
}

/// One line.
///
/// # Errors
/// As SQLite says.
pub fn one(conn: &Connection, seq: i64) -> Result<Option<SetRow>> {
    journal::optional(
        conn.prepare_cached(&format!("SELECT {SET} FROM change_sets WHERE seq = ?1"))?.query_row([seq], set),
    )
}

/// Lines that touched a record and still hold, newest first, with the size of their change sets in bytes.
/// At least `limit` where there are that many; those of one instant are never parted.
///
/// # Errors
/// As SQLite says.
pub fn of_record(conn: &Connection, record: Uuid, before: i64, limit: i64) -> Result<Vec<(SetRow, i64)>> {
    let mut statement = conn.prepare_cached(&format!(
        "WITH mine AS MATERIALIZED (SELECT c.seq, c.at FROM change_records r JOIN change_sets c ON c.seq = r.seq WHERE r.record_id = ?1 AND c.state = 'applied' AND c.at < ?2)
         SELECT {SET}, length(changeset) FROM change_sets WHERE seq IN (SELECT seq FROM mine WHERE at >= coalesce((SELECT at FROM mine ORDER BY at DESC LIMIT 1 OFFSET ?3 - 1), -1)) ORDER BY at DESC, seq DESC"
    ))?;
    Ok(statement
        .query_map((record.as_bytes(), before, limit), |row| Ok((set(row)?, row.get(8)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// The line under which a record came into being.
///
/// # Errors
/// As SQLite says.
pub fn first_of_record(conn: &Connection, record: Uuid) -> Result<Option<SetRow>> {
    let sql = format!(
        "SELECT {SET} FROM change_sets WHERE seq = (SELECT min(r.seq) FROM change_records r JOIN change_sets c ON c.seq = r.seq WHERE r.record_id = ?1 AND c.state = 'applied')"
    );
    journal::optional(conn.prepare_cached(&sql)?.query_row([record.as_bytes()], set))
}

/// Whether any change that still holds touched this record after `seq`.
///
/// # Errors
/// As SQLite says.
pub fn touched_after(conn: &Connection, record: Uuid, seq: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM change_records r JOIN change_sets c ON c.seq = r.seq WHERE r.record_id = ?1 AND r.seq > ?2 AND c.state = 'applied')";
    Ok(conn.prepare_cached(sql)?.query_row((record.as_bytes(), seq), |row| row.get(0))?)
}

/// What happened to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Inserted.
    Created,
    /// Updated.
    Changed,
    /// Deleted.
    Removed,
}

/// One row of a change set: its columns by name.
#[derive(Debug, Clone)]
pub struct RowChange {
    /// Table.
    pub table: String,
    /// What happened.
    pub kind: Kind,
    /// The record this row belongs to (nil for rows of settings).
    pub owner: Uuid,
    /// Name, value before, value after; an update names changed columns (and keys, without an after) only.
    pub columns: Vec<(String, Option<Value>, Option<Value>)>,
}

impl RowChange {
    /// The value before, where the change set knows it.
    #[must_use]
    pub fn old(&self, column: &str) -> Option<&Value> {
        self.columns.iter().find(|entry| entry.0 == column).and_then(|entry| entry.1.as_ref())
    }

    /// The value after, where the change set knows it.
    #[must_use]
    pub fn new_value(&self, column: &str) -> Option<&Value> {
        self.columns.iter().find(|entry| entry.0 == column).and_then(|entry| entry.2.as_ref())
    }

    /// The value after if there is one, else the one before.
    #[must_use]
    pub fn any(&self, column: &str) -> Option<&Value> {
        self.new_value(column).or_else(|| self.old(column))
    }
}

/// For a table: the table and column of the record its rows belong to. An empty table: deal, lead or contact.
#[must_use]
pub fn owner(table: &str) -> Option<(&str, usize)> {
    match table {
        "deal_labels" => Some(("deals", 0)),
        "lead_labels" => Some(("leads", 0)),
        "stage_entries" => Some(("deals", 1)),
        "lead_entries" => Some(("leads", 1)),
        "custom_values" => Some(("", 0)),
        "external_ids" => Some(("", 3)),
        "kept_apart" => Some(("", 0)),
        "settings" | "sample_records" => None,
        _ => Some((table, 0)),
    }
}

/// The rows of a change set, in its order; `only` keeps those of one record, `keep` may leave out and stop.
///
/// # Errors
/// As SQLite says.
pub fn rows(
    conn: &Connection,
    changeset: &[u8],
    only: Option<Uuid>,
    mut keep: impl FnMut(&str, Uuid) -> bool,
) -> Result<Vec<RowChange>> {
    let mut names: HashMap<String, Vec<String>> = HashMap::new();
    let mut found = Vec::new();
    let mut bytes = changeset;
    let input: &mut dyn Read = &mut bytes;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        let op = item.op()?;
        let (table, code) = (op.table_name(), op.code());
        let id = owner(table).and_then(|(_, column)| owner_id(item, code, column)).unwrap_or_default();
        if only.is_some_and(|only| only != id) || !keep(table, id) {
            continue;
        }
        if !names.contains_key(table) {
            names.insert(table.to_owned(), column_names(conn, table)?);
        }
        let columns = names.get(table).map(Vec::as_slice).unwrap_or_default();
        let side = |new: bool, at: usize| -> Option<Value> {
            let known = if new { code != Action::SQLITE_DELETE } else { code != Action::SQLITE_INSERT };
            if !known {
                return None;
            }
            let value = if new { item.new_value(at) } else { item.old_value(at) };
            value.ok().and_then(|value| Value::try_from(value).ok())
        };
        let columns = columns
            .iter()
            .enumerate()
            .map(|(at, name)| (name.clone(), side(false, at), side(true, at)))
            .filter(|(_, old, new)| old.is_some() || new.is_some())
            .collect();
        let kind = match code {
            Action::SQLITE_INSERT => Kind::Created,
            Action::SQLITE_DELETE => Kind::Removed,
            _ => Kind::Changed,
        };
        found.push(RowChange { table: table.to_owned(), kind, owner: id, columns });
    }
    Ok(found)
}

fn owner_id(item: &ChangesetItem, code: Action, column: usize) -> Option<Uuid> {
    let new = || item.new_value(column).ok().and_then(|value| Uuid::from_column("id", value).ok());
    let old = || item.old_value(column).ok().and_then(|value| Uuid::from_column("id", value).ok());
    match code {
        Action::SQLITE_INSERT => new(),
        Action::SQLITE_DELETE => old(),
        _ => old().or_else(new),
    }
}

fn column_names(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    Ok(statement.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// What a column held when this change was made: what later changes say it was before them, else what it holds now.
///
/// # Errors
/// As SQLite says.
pub fn column_at(conn: &Connection, table: &str, record: Uuid, column: &str, seq: i64) -> Result<Option<Value>> {
    let mut later = conn.prepare_cached(
        "SELECT c.changeset FROM change_records r JOIN change_sets c ON c.seq = r.seq
         WHERE r.record_id = ?1 AND r.seq > ?2 AND c.state = 'applied' AND length(c.changeset) < 1000000 ORDER BY r.seq LIMIT 50",
    )?;
    let mut sets = later.query((record.as_bytes(), seq))?;
    while let Some(set) = sets.next()? {
        let rows = rows(conn, set.get_ref(0)?.as_blob().unwrap_or_default(), Some(record), |name, _| name == table)?;
        if let Some(value) = rows.iter().find_map(|row| row.old(column)) {
            return Ok(Some(value.clone()));
        }
    }
    journal::optional(
        conn.prepare_cached(&format!("SELECT {column} FROM {table} WHERE id = ?1"))?
            .query_row([record.as_bytes()], |row| row.get(0)),
    )
}

/// The name of a record that is gone, from the newest change that still knows it.
///
/// # Errors
/// As SQLite says.
pub fn last_known_name(conn: &Connection, table: &str, record: Uuid) -> Result<Option<String>> {
    let Some(column) = name_column(table) else { return Ok(None) };
    let mut sets = conn.prepare_cached("SELECT c.changeset FROM change_records r JOIN change_sets c ON c.seq = r.seq WHERE r.record_id = ?1 ORDER BY r.seq DESC LIMIT 20")?;
    let mut sets = sets.query([record.as_bytes()])?;
    while let Some(set) = sets.next()? {
        let rows = rows(conn, set.get_ref(0)?.as_blob().unwrap_or_default(), Some(record), |name, _| name == table)?;
        if let Some(Value::Text(name)) = rows.iter().find_map(|row| row.any(column)) {
            return Ok(Some(name.clone()));
        }
    }
    Ok(None)
}
