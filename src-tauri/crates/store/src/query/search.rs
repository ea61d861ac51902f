//! Reads behind search as you type: matching documents newest first, and what a hit shows.

use crate::{Column, Result, journal::optional};
use rusqlite::{Connection, ToSql};
use uuid::Uuid;

/// How many of the newest records that match a word are looked at for deals and leads of contacts.
const NEWEST: i64 = 2_000;

/// Documents that match a whole query, newest first: kind and record. `kinds` empty: every kind.
///
/// # Errors
/// As SQLite says.
pub fn documents(conn: &Connection, query: &str, kinds: &[&str], limit: i64) -> Result<Vec<(String, Uuid)>> {
    let kinds = serde_json::Value::from(kinds.to_vec()).to_string();
    let mut statement = conn.prepare_cached(
        "SELECT d.kind, d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid
         WHERE i.search_index MATCH ?1 AND (?2 = '[]' OR d.kind IN (SELECT value FROM json_each(?2))) ORDER BY i.rowid DESC LIMIT ?3",
    )?;
    let mut rows = statement.query((query, kinds, limit))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((row.get(0)?, Column::from_column("record_id", row.get_ref(1)?)?));
    }
    Ok(found)
}

/// Deals (or leads) whose organization or person matches a word, and which match every word themselves or through them.
///
/// # Errors
/// As SQLite says.
pub fn of_contacts(conn: &Connection, deals: bool, words: &[String], limit: i64) -> Result<Vec<Uuid>> {
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let table = if deals { "deals" } else { "leads" };
    let mut with = Vec::new();
    let mut any = Vec::new();
    let mut all = String::new();
    for at in 0..words.len() {
        with.push(format!("word{at} (id) AS MATERIALIZED (SELECT d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid WHERE i.search_index MATCH :word{at} ORDER BY i.rowid DESC LIMIT {NEWEST})"));
        any.push(format!("SELECT id FROM word{at}"));
        all += &format!(
            " AND (x.id IN (SELECT id FROM word{at}) OR x.organization_id IN (SELECT id FROM word{at}) OR x.person_id IN (SELECT id FROM word{at}))"
        );
    }
    let any = any.join(" UNION ");
    let sql = format!(
        "WITH {}, contact (id) AS MATERIALIZED ({any}) SELECT x.id FROM {table} x
         WHERE (x.organization_id IN (SELECT id FROM contact) OR x.person_id IN (SELECT id FROM contact)){all} ORDER BY x.created_at DESC, x.id DESC LIMIT :limit",
        with.join(", ")
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let names: Vec<(String, &String)> =
        words.iter().enumerate().map(|(at, word)| (format!(":word{at}"), word)).collect();
    let mut bound: Vec<(&str, &dyn ToSql)> =
        names.iter().map(|(name, word)| (name.as_str(), *word as &dyn ToSql)).collect();
    bound.push((":limit", &limit));
    let mut rows = statement.query(bound.as_slice())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Column::from_column("id", row.get_ref(0)?)?);
    }
    Ok(found)
}

/// What a hit on a deal, lead or contact shows.
#[derive(Debug, Clone)]
pub struct HitRow {
    /// Title or name.
    pub title: String,
    /// Organization or person.
    pub second: Option<String>,
    /// Status of a deal or lead.
    pub status: Option<String>,
    /// Minor units.
    pub value: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Stage of a deal.
    pub stage: Option<String>,
    /// Deleted.
    pub in_trash: bool,
}

/// A deal, lead, organization or person as a hit; None: it is gone.
///
/// # Errors
/// As SQLite says.
pub fn hit(conn: &Connection, kind: &str, id: Uuid) -> Result<Option<HitRow>> {
    let sql = match kind {
        "deal" => {
            "SELECT d.title, nullif(concat_ws(' – ', o.name, p.name), ''), d.status, d.value, d.currency, s.name, d.deleted_at IS NOT NULL FROM deals d
             LEFT JOIN organizations o ON o.id = d.organization_id LEFT JOIN people p ON p.id = d.person_id LEFT JOIN stages s ON s.id = d.stage_id WHERE d.id = ?1"
        }
        "lead" => {
            "SELECT l.title, nullif(concat_ws(' – ', o.name, p.name), ''), l.status, l.value, l.currency, NULL, l.deleted_at IS NOT NULL FROM leads l
             LEFT JOIN organizations o ON o.id = l.organization_id LEFT JOIN people p ON p.id = l.person_id WHERE l.id = ?1"
        }
        "organization" => "SELECT c.name, nullif(concat_ws(', ', c.industry, c.city), ''), NULL, NULL, NULL, NULL, c.deleted_at IS NOT NULL FROM organizations c WHERE c.id = ?1",
        "person" => {
            "SELECT c.name, nullif(concat_ws(', ', c.job_title, o.name), ''), NULL, NULL, NULL, NULL, c.deleted_at IS NOT NULL FROM people c
             LEFT JOIN organizations o ON o.id = c.organization_id WHERE c.id = ?1"
        }
        _ => return Ok(None),
    };
    optional(conn.prepare_cached(sql)?.query_row([id.as_bytes()], |row| {
        Ok(HitRow {
            title: row.get(0)?,
            second: row.get(1)?,
            status: row.get(2)?,
            value: row.get(3)?,
            currency: row.get(4)?,
            stage: row.get(5)?,
            in_trash: row.get(6)?,
        })
    }))
}
