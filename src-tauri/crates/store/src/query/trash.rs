//! Reads of the trash: deals, leads, organizations and people that were deleted.

use crate::{Column, Result};
use rusqlite::{Connection, ToSql, named_params};
use uuid::Uuid;

/// One deleted record.
#[derive(Debug, Clone)]
pub struct TrashRow {
    /// `deals`, `leads`, `organizations` or `people`.
    pub table: String,
    /// Record.
    pub id: Uuid,
    /// Title or name.
    pub name: String,
    /// Organization or person of a deal or lead, organization of a person, city of an organization.
    pub second: Option<String>,
    /// Minor units.
    pub value: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// UTC ms.
    pub deleted_at: i64,
    /// The lead a deal became.
    pub lead: Option<Uuid>,
    /// The record of the same table it became part of.
    pub merged_into: Option<Uuid>,
}

const GONE: &str = "gone (tbl, id, name, second, value, currency, deleted_at, lead_id, merged_into) AS (
    SELECT 'deals', d.id, d.title, coalesce(o.name, p.name), d.value, d.currency, d.deleted_at, d.lead_id, d.merged_into
      FROM deals d LEFT JOIN organizations o ON o.id = d.organization_id LEFT JOIN people p ON p.id = d.person_id WHERE d.deleted_at IS NOT NULL
    UNION ALL SELECT 'leads', l.id, l.title, coalesce(o.name, p.name), l.value, l.currency, l.deleted_at, NULL, l.merged_into
      FROM leads l LEFT JOIN organizations o ON o.id = l.organization_id LEFT JOIN people p ON p.id = l.person_id WHERE l.deleted_at IS NOT NULL
    UNION ALL SELECT 'organizations', c.id, c.name, c.city, NULL, NULL, c.deleted_at, NULL, c.merged_into FROM organizations c WHERE c.deleted_at IS NOT NULL
    UNION ALL SELECT 'people', c.id, c.name, o.name, NULL, NULL, c.deleted_at, NULL, c.merged_into
      FROM people c LEFT JOIN organizations o ON o.id = c.organization_id WHERE c.deleted_at IS NOT NULL)";

fn sql(words: &[String], rest: &str) -> String {
    let mut with = GONE.to_owned();
    let mut condition = String::from("1");
    for at in 0..words.len() {
        with += &format!(
            ", word{at} AS MATERIALIZED (SELECT d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid WHERE i.search_index MATCH :word{at})"
        );
        condition += &format!(" AND id IN (SELECT record_id FROM word{at})");
    }
    format!("WITH {with} {}", rest.replace("{words}", &condition))
}

/// How many records of each table lie in the trash and match.
///
/// # Errors
/// As SQLite says.
pub fn counts(conn: &Connection, words: &[String]) -> Result<Vec<(String, i64)>> {
    let names = names(words);
    let bound: Vec<(&str, &dyn ToSql)> =
        names.iter().map(|(name, word)| (name.as_str(), *word as &dyn ToSql)).collect();
    let mut statement =
        conn.prepare_cached(&sql(words, "SELECT tbl, count(*) FROM gone WHERE {words} GROUP BY tbl"))?;
    Ok(statement.query_map(bound.as_slice(), |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<rusqlite::Result<_>>()?)
}

/// One page, latest deletion first.
///
/// # Errors
/// As SQLite says.
pub fn page(
    conn: &Connection,
    table: Option<&str>,
    words: &[String],
    offset: i64,
    limit: i64,
) -> Result<Vec<TrashRow>> {
    let names = names(words);
    let mut bound: Vec<(&str, &dyn ToSql)> =
        names.iter().map(|(name, word)| (name.as_str(), *word as &dyn ToSql)).collect();
    bound.extend([(":table", &table as &dyn ToSql), (":limit", &limit), (":offset", &offset)]);
    let mut statement = conn.prepare_cached(&sql(
        words,
        "SELECT tbl, id, name, second, value, currency, deleted_at, lead_id, merged_into FROM gone WHERE {words} AND (:table IS NULL OR tbl = :table) ORDER BY deleted_at DESC, id DESC LIMIT :limit OFFSET :offset",
    ))?;
    let mut rows = statement.query(bound.as_slice())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(TrashRow {
            table: row.get(0)?,
            id: Column::from_column("id", row.get_ref(1)?)?,
            name: row.get(2)?,
            second: row.get(3)?,
            value: row.get(4)?,
            currency: row.get(5)?,
            deleted_at: row.get(6)?,
            lead: Column::from_column("lead_id", row.get_ref(7)?)?,
            merged_into: Column::from_column("merged_into", row.get_ref(8)?)?,
        });
    }
    Ok(found)
}

fn names(words: &[String]) -> Vec<(String, &String)> {
    words.iter().enumerate().map(|(at, word)| (format!(":word{at}"), word)).collect()
}

/// Takes deals out of the trash. Open activities that went to the lead with them and were not touched there come back.
///
/// # Errors
/// As SQLite says.
pub fn recover_deals(conn: &Connection, ids: &str) -> Result<()> {
    for sql in [
        "UPDATE activities SET deal_id = moved_from_deal_id, lead_id = NULL, moved_from_deal_id = NULL
         WHERE done_at IS NULL AND lead_id IN (SELECT lead_id FROM deals WHERE id IN (SELECT unhex(value) FROM json_each(:ids)) AND lead_id IS NOT NULL)
           AND moved_from_deal_id IN (SELECT unhex(value) FROM json_each(:ids))",
        "UPDATE deals SET deleted_at = NULL, merged_into = NULL WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
    ] {
        conn.prepare_cached(sql)?.execute(named_params! { ":ids": ids })?;
    }
    Ok(())
}
