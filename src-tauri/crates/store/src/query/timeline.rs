//! Reads of what happened to a record: its notes, messages, done activities and history lines.
//! Each page holds at least `limit` rows where there are that many, and never parts rows of the same instant.

use crate::{
    Column, Result,
    query::entity::Entity,
    tables::{Activity, LeadEntry, Message, Note, StageEntry, Table},
};
use rusqlite::Connection;
use uuid::Uuid;

/// Condition and order of one source: rows of an owner older than `?2`, newest first, at least `?3` of them.
fn newest(table: &str, owner: &str, at: &str, and: &str) -> String {
    format!(
        "WHERE {owner} = ?1 AND {at} < ?2 {and} AND {at} >= coalesce((SELECT y.{at} FROM {table} y WHERE y.{owner} = ?1 AND y.{at} < ?2 {and} ORDER BY y.{at} DESC LIMIT 1 OFFSET ?3 - 1), -1) ORDER BY {at} DESC, id DESC"
    )
}

/// Notes on a record.
///
/// # Errors
/// As SQLite says.
pub fn notes(conn: &Connection, anchor: Entity, id: Uuid, before: i64, limit: i64) -> Result<Vec<Note>> {
    Note::select(conn, &newest("notes", anchor.column(), "created_at", ""), (id.as_bytes(), before, limit))
}

/// Messages logged on a record.
///
/// # Errors
/// As SQLite says.
pub fn messages(conn: &Connection, anchor: Entity, id: Uuid, before: i64, limit: i64) -> Result<Vec<Message>> {
    Message::select(conn, &newest("messages", anchor.column(), "sent_at", ""), (id.as_bytes(), before, limit))
}

/// Activities done on a record.
///
/// # Errors
/// As SQLite says.
pub fn done_activities(conn: &Connection, anchor: Entity, id: Uuid, before: i64, limit: i64) -> Result<Vec<Activity>> {
    Activity::select(conn, &newest("activities", anchor.column(), "done_at", ""), (id.as_bytes(), before, limit))
}

/// A deal's stage and status history.
///
/// # Errors
/// As SQLite says.
pub fn stage_entries(conn: &Connection, deal: Uuid, before: i64, limit: i64) -> Result<Vec<StageEntry>> {
    StageEntry::select(
        conn,
        &newest("stage_entries", "deal_id", "at", "AND action <> 'create'"),
        (deal.as_bytes(), before, limit),
    )
}

/// A lead's status history.
///
/// # Errors
/// As SQLite says.
pub fn lead_entries(conn: &Connection, lead: Uuid, before: i64, limit: i64) -> Result<Vec<LeadEntry>> {
    LeadEntry::select(conn, &newest("lead_entries", "lead_id", "at", ""), (lead.as_bytes(), before, limit))
}

/// The line in which a lead was made from a deal.
///
/// # Errors
/// As SQLite says.
pub fn conversion(conn: &Connection, lead: Uuid, at: i64) -> Result<Option<LeadEntry>> {
    Ok(LeadEntry::select(conn, "WHERE lead_id = ?1 AND at = ?2 AND action = 'convert' LIMIT 1", (lead.as_bytes(), at))?
        .into_iter()
        .next())
}

/// Deals and leads that one record became or was made from, nearest first, without itself, at most eight.
///
/// # Errors
/// As SQLite says.
pub fn linked(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Vec<(Entity, Uuid)>> {
    if !matches!(anchor, Entity::Deal | Entity::Lead) {
        return Ok(Vec::new());
    }
    let mut of_deal = conn.prepare_cached("SELECT lead_id, source_lead_id FROM deals WHERE id = ?1")?;
    let mut of_lead = conn.prepare_cached("SELECT source_deal_id, deal_id FROM leads WHERE id = ?1")?;
    let mut found = vec![(anchor, id)];
    let mut at = 0;
    while let Some((anchor, id)) = found.get(at).copied() {
        let (statement, other) =
            if anchor == Entity::Deal { (&mut of_deal, Entity::Lead) } else { (&mut of_lead, Entity::Deal) };
        let mut rows = statement.query([id.as_bytes()])?;
        if let Some(row) = rows.next()? {
            for column in 0..2 {
                let link = Option::<Uuid>::from_column("link", row.get_ref(column)?)?.map(|id| (other, id));
                found.extend(link.filter(|link| !found.contains(link)));
            }
        }
        at += 1;
        if found.len() > 8 {
            break;
        }
    }
    found.remove(0);
    Ok(found)
}

/// When a record came into being.
///
/// # Errors
/// As SQLite says.
pub fn created_at(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Option<i64>> {
    crate::journal::optional(
        conn.prepare_cached(&format!("SELECT created_at FROM {} WHERE id = ?1", anchor.table()))?
            .query_row([id.as_bytes()], |row| row.get(0)),
    )
}
