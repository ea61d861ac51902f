//! Reads of organizations and people.

use crate::{Column, Result};
use rusqlite::{Connection, Row, ToSql, named_params};
use uuid::Uuid;

/// A contact as the list shows it.
#[derive(Debug, Clone)]
pub struct ContactRow {
    /// Organization or person.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Industry of an organization, organization of a person.
    pub second: Option<String>,
    /// City, a person's being that of its organization.
    pub city: Option<String>,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone, else mobile.
    pub phone: Option<String>,
    /// Open deals it is a party of.
    pub open_deals: i64,
    /// Won deals.
    pub won_deals: i64,
    /// Bought before.
    pub customer: bool,
    /// From the sample, untouched.
    pub sample: bool,
}

/// Deals that count for an organization: its own and those of its people.
const OF_ORGANIZATION: &str =
    "(d.organization_id = c.id OR d.person_id IN (SELECT x.id FROM people x WHERE x.organization_id = c.id))";
/// Deals where the person is a party.
const OF_PERSON: &str = "d.person_id = c.id";

fn contact(row: &Row<'_>) -> Result<ContactRow> {
    Ok(ContactRow {
        id: Column::from_column("id", row.get_ref(0)?)?,
        name: row.get(1)?,
        second: row.get(2)?,
        city: row.get(3)?,
        email: row.get(4)?,
        phone: row.get(5)?,
        open_deals: row.get(6)?,
        won_deals: row.get(7)?,
        customer: row.get(8)?,
        sample: row.get(9)?,
    })
}

/// Common table expressions and condition for words: each in the contact, or in the name of a person's organization.
fn narrow(organizations: bool, words: &[String]) -> (String, String) {
    let mut with = Vec::new();
    let mut condition = "c.deleted_at IS NULL".to_owned();
    for at in 0..words.len() {
        with.push(format!("word{at} AS MATERIALIZED (SELECT d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid WHERE i.search_index MATCH :word{at})"));
        let or = if organizations {
            String::new()
        } else {
            format!(" OR c.organization_id IN (SELECT record_id FROM word{at})")
        };
        condition += &format!(" AND (c.id IN (SELECT record_id FROM word{at}){or})");
    }
    (if with.is_empty() { String::new() } else { format!("WITH {} ", with.join(", ")) }, condition)
}

/// One page of organizations or people by name, and their number.
///
/// # Errors
/// As SQLite says.
pub fn page(
    conn: &Connection,
    organizations: bool,
    words: &[String],
    offset: i64,
    limit: i64,
) -> Result<(i64, Vec<ContactRow>)> {
    let (with, condition) = narrow(organizations, words);
    let (from, columns, deals) = if organizations {
        ("organizations c", "c.industry, c.city, c.email, c.phone", OF_ORGANIZATION)
    } else {
        (
            "people c LEFT JOIN organizations o ON o.id = c.organization_id",
            "o.name, o.city, c.email, coalesce(c.phone, c.mobile)",
            OF_PERSON,
        )
    };
    let words: Vec<(String, &String)> =
        words.iter().enumerate().map(|(at, word)| (format!(":word{at}"), word)).collect();
    let mut bound: Vec<(&str, &dyn ToSql)> =
        words.iter().map(|(name, word)| (name.as_str(), *word as &dyn ToSql)).collect();
    let total = conn
        .prepare_cached(&format!("{with}SELECT count(*) FROM {from} WHERE {condition}"))?
        .query_row(bound.as_slice(), |row| row.get(0))?;
    bound.push((":limit", &limit));
    bound.push((":offset", &offset));
    let mut statement = conn.prepare_cached(&format!(
        "{with}SELECT c.id, c.name, {columns},
            (SELECT count(*) FROM deals d WHERE {deals} AND d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL),
            (SELECT count(*) FROM deals d WHERE {deals} AND d.status = 'won' AND d.deleted_at IS NULL),
            c.customer_since IS NOT NULL, EXISTS (SELECT 1 FROM sample_records s WHERE s.record_id = c.id)
         FROM {from} WHERE {condition} ORDER BY c.name COLLATE NOCASE, c.id LIMIT :limit OFFSET :offset"
    ))?;
    let mut rows = statement.query(bound.as_slice())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(contact(row)?);
    }
    Ok((total, found))
}

/// Deals of an organization (and of its people) or of a person, newest first, at most 200.
///
/// # Errors
/// As SQLite says.
pub fn deals(conn: &Connection, organization: bool, id: Uuid) -> Result<Vec<Uuid>> {
    let whose = if organization {
        "(d.organization_id = ?1 OR d.person_id IN (SELECT id FROM people WHERE organization_id = ?1))"
    } else {
        "d.person_id = ?1"
    };
    crate::tables::ids(
        conn,
        &format!(
            "SELECT d.id FROM deals d WHERE {whose} AND d.deleted_at IS NULL ORDER BY d.created_at DESC, d.id DESC LIMIT 200"
        ),
        [id.as_bytes()],
    )
}

/// Organizations this one is the parent of, by name, at most 200.
///
/// # Errors
/// As SQLite says.
pub fn children(conn: &Connection, id: Uuid) -> Result<Vec<(Uuid, String)>> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM organizations WHERE parent_id = ?1 AND deleted_at IS NULL ORDER BY name COLLATE NOCASE, id LIMIT 200")?;
    let mut rows = statement.query([id.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Column::from_column("id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// Whether `below` is `above` or lies under it.
///
/// # Errors
/// As SQLite says.
pub fn lies_under(conn: &Connection, below: Uuid, above: Uuid) -> Result<bool> {
    let sql = "WITH RECURSIVE up (id) AS (SELECT ?1 UNION SELECT o.parent_id FROM organizations o JOIN up ON o.id = up.id WHERE o.parent_id IS NOT NULL)
               SELECT EXISTS (SELECT 1 FROM up WHERE id = ?2)";
    Ok(conn.prepare_cached(sql)?.query_row((below.as_bytes(), above.as_bytes()), |row| row.get(0))?)
}

/// Open deals, leads and activities of these contacts: how many, and the first titles.
///
/// # Errors
/// As SQLite says.
pub fn in_use(conn: &Connection, ids: &str) -> Result<(i64, Vec<String>)> {
    let sql = "WITH gone (id) AS (SELECT unhex(value) FROM json_each(:ids)),
        used (title, created_at) AS (
            SELECT d.title, d.created_at FROM deals d WHERE (d.organization_id IN (SELECT id FROM gone) OR d.person_id IN (SELECT id FROM gone)) AND d.status = 'open' AND d.deleted_at IS NULL
            UNION ALL
            SELECT l.title, l.created_at FROM leads l WHERE (l.organization_id IN (SELECT id FROM gone) OR l.person_id IN (SELECT id FROM gone)) AND l.status = 'open' AND l.deleted_at IS NULL
            UNION ALL
            SELECT a.subject, a.created_at FROM activities a WHERE (a.organization_id IN (SELECT id FROM gone) OR a.person_id IN (SELECT id FROM gone)) AND a.deal_id IS NULL AND a.lead_id IS NULL AND a.done_at IS NULL)
        SELECT title, count(*) OVER () FROM used ORDER BY created_at DESC LIMIT 5";
    let mut statement = conn.prepare_cached(sql)?;
    let rows: Vec<(String, i64)> = statement
        .query_map(named_params! { ":ids": ids }, |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok((rows.first().map_or(0, |row| row.1), rows.into_iter().map(|row| row.0).collect()))
}
