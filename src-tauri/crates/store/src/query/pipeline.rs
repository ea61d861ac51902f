//! Reads and set-based writes behind the pipeline editor.

use crate::{Result, tables};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

/// Deals of any status (trashed ones too) that stand in a stage, in their order.
///
/// # Errors
/// As SQLite says.
pub fn deals_in_stage(conn: &Connection, stage: Uuid) -> Result<Vec<Uuid>> {
    tables::ids(conn, "SELECT id FROM deals WHERE stage_id = ?1 ORDER BY rank, id", [stage.as_bytes()])
}

/// Deals of any status that belong to a pipeline: how many, and the first titles.
///
/// # Errors
/// As SQLite says.
pub fn deals_in_pipeline(conn: &Connection, pipeline: Uuid) -> Result<(i64, Vec<String>)> {
    let sql = "SELECT title, count(*) OVER () FROM deals WHERE pipeline_id = ?1 ORDER BY number LIMIT 5";
    let mut statement = conn.prepare_cached(sql)?;
    let rows: Vec<(String, i64)> = statement
        .query_map([pipeline.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((rows.first().map_or(0, |row| row.1), rows.into_iter().map(|row| row.0).collect()))
}

/// Number of pipelines, and the place behind the last.
///
/// # Errors
/// As SQLite says.
pub fn pipelines(conn: &Connection) -> Result<(i64, i64)> {
    Ok(conn
        .prepare_cached("SELECT count(*), coalesce(max(position), -1) + 1 FROM pipelines")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Puts deals into a stage. `lines`: JSON array of `[deal, rank]`; open deals enter it now.
///
/// # Errors
/// As SQLite says.
pub fn restage(conn: &Connection, lines: &str, stage: Uuid, now: i64) -> Result<()> {
    conn.prepare_cached(
        "UPDATE deals SET stage_id = :stage, rank = line.rank, stage_entered_at = CASE status WHEN 'open' THEN :now ELSE stage_entered_at END
         FROM (SELECT unhex(value ->> 0) AS id, value ->> 1 AS rank FROM json_each(:lines)) line WHERE deals.id = line.id",
    )?
    .execute(named_params! { ":lines": lines, ":stage": stage.as_bytes(), ":now": now })?;
    Ok(())
}
