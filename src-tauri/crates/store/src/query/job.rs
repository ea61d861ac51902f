//! Results of longer runs. Not journaled.

use crate::{Column, Result};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

/// A result as it is kept.
#[derive(Debug, Clone)]
pub struct JobRow {
    /// The run.
    pub id: Uuid,
    /// What ran.
    pub kind: String,
    /// How it ended.
    pub state: String,
    /// UTC ms.
    pub at: i64,
    /// JSON.
    pub report: String,
    /// The change set it made.
    pub change: Option<i64>,
    /// Whether that change set was taken back.
    pub undone: bool,
}

/// The number the change set of the running transaction will have.
///
/// # Errors
/// As SQLite says.
pub fn coming_change(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("SELECT coalesce(max(seq), 0) + 1 FROM change_sets", [], |row| row.get(0))?)
}

/// Keeps a result, and the newest `kept` of all.
///
/// # Errors
/// As SQLite says.
pub fn note(conn: &Connection, row: &JobRow, kept: i64) -> Result<()> {
    conn.prepare_cached(
        "INSERT OR REPLACE INTO jobs (id, kind, state, at, report, seq) VALUES (:id, :kind, :state, :at, :report, :seq)",
    )?
    .execute(named_params! { ":id": row.id.as_bytes(), ":kind": row.kind, ":state": row.state, ":at": row.at, ":report": row.report, ":seq": row.change })?;
    conn.prepare_cached("DELETE FROM jobs WHERE id NOT IN (SELECT id FROM jobs ORDER BY at DESC, id DESC LIMIT ?1)")?
        .execute([kept])?;
    Ok(())
}

/// What each result remembers.
///
/// # Errors
/// As SQLite says.
pub fn reports(conn: &Connection) -> Result<Vec<(Uuid, String)>> {
    let mut statement = conn.prepare_cached("SELECT id, report FROM jobs")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Uuid::from_column("id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// Puts another report in the place of one.
///
/// # Errors
/// As SQLite says.
pub fn set_report(conn: &Connection, id: Uuid, report: &str) -> Result<()> {
    conn.prepare_cached("UPDATE jobs SET report = ?2 WHERE id = ?1")?.execute((id.as_bytes(), report))?;
    Ok(())
}

/// All results, newest first.
///
/// # Errors
/// As SQLite says.
pub fn all(conn: &Connection) -> Result<Vec<JobRow>> {
    let mut statement = conn.prepare_cached(
        "SELECT j.id, j.kind, j.state, j.at, j.report, j.seq,
                j.seq IS NOT NULL AND (c.state IS NOT 'applied' OR EXISTS (SELECT 1 FROM change_sets u WHERE u.label = 'undo_change' AND u.state = 'applied' AND u.params ->> 'seq' = j.seq))
         FROM jobs j LEFT JOIN change_sets c ON c.seq = j.seq ORDER BY j.at DESC, j.id DESC",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(JobRow {
            id: Column::from_column("id", row.get_ref(0)?)?,
            kind: row.get(1)?,
            state: row.get(2)?,
            at: row.get(3)?,
            report: row.get(4)?,
            change: row.get(5)?,
            undone: row.get(6)?,
        });
    }
    Ok(found)
}

/// Forgets a result.
///
/// # Errors
/// As SQLite says.
pub fn forget(conn: &Connection, id: Uuid) -> Result<()> {
    conn.prepare_cached("DELETE FROM jobs WHERE id = ?1")?.execute([id.as_bytes()])?;
    Ok(())
}
