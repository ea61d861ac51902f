//! Finds records that may be the same as another, by keys and by the contacts they share. Each criterion is asked for
//! one record more than means anything, so that a common word costs no more than a rare one.

use crate::{Column, Result, similar as keys, tables};
use rusqlite::Connection;
use satchel_domain::similar::MEANINGLESS_ABOVE;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Why a record is similar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criterion {
    /// The same mail address, or the same firm's.
    Mail,
    /// The same telephone number.
    Phone,
    /// The same organization or person.
    Contact,
    /// The same name or title.
    Name,
}

/// What is compared.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// The record itself, which is not similar to itself; None: it is not written yet.
    pub id: Option<Uuid>,
    /// Name or title.
    pub name: String,
    /// Own mail address.
    pub mail: Option<String>,
    /// Own telephone numbers.
    pub phones: Vec<String>,
    /// Organization and person of a deal or lead.
    pub parties: Vec<Uuid>,
}

/// A record as it is compared; None: it is not there.
///
/// # Errors
/// As SQLite says.
pub fn subject(conn: &Connection, table: &str, id: Uuid) -> Result<Option<Subject>> {
    let sql = match table {
        "deals" => "SELECT title, NULL, NULL, NULL, organization_id, person_id FROM deals WHERE id = ?1",
        "leads" => "SELECT title, NULL, NULL, NULL, organization_id, person_id FROM leads WHERE id = ?1",
        "organizations" => "SELECT name, email, phone, NULL, NULL, NULL FROM organizations WHERE id = ?1",
        "people" => "SELECT name, email, phone, mobile, NULL, NULL FROM people WHERE id = ?1",
        _ => return Ok(None),
    };
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let text = |at| -> Result<Option<String>> { Ok(row.get(at)?) };
    let party = |at| -> Result<Option<Uuid>> { Column::from_column("party", row.get_ref(at)?) };
    Ok(Some(Subject {
        id: Some(id),
        name: row.get(0)?,
        mail: text(1)?,
        phones: text(2)?.into_iter().chain(text(3)?).collect(),
        parties: party(4)?.into_iter().chain(party(5)?).collect(),
    }))
}

/// The records of a table that may be the same, each with its criteria, those with most of them first.
///
/// # Errors
/// As SQLite says.
pub fn similar(conn: &Connection, table: &str, subject: &Subject) -> Result<Vec<(Uuid, Vec<Criterion>)>> {
    let mut found: Vec<(Uuid, Vec<Criterion>)> = Vec::new();
    let apart = kept_apart(conn, subject.id)?;
    let mut note = |criterion: Criterion, ids: Vec<Uuid>| {
        if ids.len() > MEANINGLESS_ABOVE {
            return;
        }
        for id in ids.into_iter().filter(|id| !apart.contains(id)) {
            match found.iter_mut().find(|known| known.0 == id) {
                Some(known) if !known.1.contains(&criterion) => known.1.push(criterion),
                Some(_) => {}
                None => found.push((id, vec![criterion])),
            }
        }
    };
    let own = |keys: &[i64]| with_key(conn, table, keys, subject.id);
    if matches!(table, "deals" | "leads") {
        let contacts: Vec<Subject> = subject
            .parties
            .iter()
            .map(|id| contact(conn, *id))
            .collect::<Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect();
        let domains: Vec<i64> =
            contacts.iter().filter_map(|contact| keys::domain_key(contact.mail.as_deref()?)).collect();
        let phones: Vec<i64> =
            contacts.iter().flat_map(|contact| &contact.phones).filter_map(|phone| keys::phone_key(phone)).collect();
        for (criterion, keys) in [(Criterion::Mail, domains), (Criterion::Phone, phones)] {
            let parties = holders(conn, &keys)?;
            if parties.len() <= MEANINGLESS_ABOVE {
                note(criterion, of_parties(conn, table, &parties, subject.id)?);
            }
        }
        note(Criterion::Contact, of_parties(conn, table, &subject.parties, subject.id)?);
    } else {
        let mail = subject.mail.as_deref().unwrap_or_default();
        // colleagues share a domain without being one person
        let mail = if table == "people" { keys::address_key(mail) } else { keys::domain_key(mail) };
        note(Criterion::Mail, own(&mail.into_iter().collect::<Vec<_>>())?);
        let phones: Vec<i64> = subject.phones.iter().filter_map(|phone| keys::phone_key(phone)).collect();
        note(Criterion::Phone, own(&phones)?);
    }
    note(Criterion::Name, own(&keys::name_key(table, &subject.name).into_iter().collect::<Vec<_>>())?);
    found.sort_by(|one, other| {
        other.1.len().cmp(&one.1.len()).then_with(|| one.1.cmp(&other.1)).then_with(|| other.0.cmp(&one.0))
    });
    Ok(found)
}

fn contact(conn: &Connection, id: Uuid) -> Result<Option<Subject>> {
    match subject(conn, "people", id)? {
        Some(person) => Ok(Some(person)),
        None => subject(conn, "organizations", id),
    }
}

/// Standing records of a table with one of these keys.
fn with_key(conn: &Connection, table: &str, keys: &[i64], but: Option<Uuid>) -> Result<Vec<Uuid>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    tables::ids(
        conn,
        &format!(
            "SELECT DISTINCT k.record_id FROM similar_keys k JOIN {table} r ON r.id = k.record_id
             WHERE k.key IN (SELECT value FROM json_each(?1)) AND r.deleted_at IS NULL AND r.id IS NOT ?2 LIMIT {}",
            MEANINGLESS_ABOVE + 1
        ),
        (serde_json::json!(keys).to_string(), but.map(|id| id.as_bytes().to_vec())),
    )
}

/// Organizations and people with one of these keys.
fn holders(conn: &Connection, keys: &[i64]) -> Result<Vec<Uuid>> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    tables::ids(
        conn,
        &format!(
            "SELECT DISTINCT record_id FROM similar_keys WHERE key IN (SELECT value FROM json_each(?1)) LIMIT {}",
            MEANINGLESS_ABOVE + 1
        ),
        [serde_json::json!(keys).to_string()],
    )
}

/// Standing deals or leads of these organizations and people.
fn of_parties(conn: &Connection, table: &str, parties: &[Uuid], but: Option<Uuid>) -> Result<Vec<Uuid>> {
    if parties.is_empty() {
        return Ok(Vec::new());
    }
    let hex: Vec<String> = parties.iter().map(|id| id.simple().to_string()).collect();
    let half = |column: &str| {
        format!(
            "SELECT id FROM (SELECT r.id FROM {table} r WHERE r.{column} IN (SELECT unhex(value) FROM json_each(?1))
             AND r.deleted_at IS NULL AND r.id IS NOT ?2 LIMIT {})",
            MEANINGLESS_ABOVE + 1
        )
    };
    tables::ids(
        conn,
        &format!("{} UNION {}", half("organization_id"), half("person_id")),
        (serde_json::json!(hex).to_string(), but.map(|id| id.as_bytes().to_vec())),
    )
}

/// Records a person said are not the same as this one.
fn kept_apart(conn: &Connection, id: Option<Uuid>) -> Result<BTreeSet<Uuid>> {
    let Some(id) = id else { return Ok(BTreeSet::new()) };
    let sql = "SELECT other FROM kept_apart WHERE one = ?1 UNION SELECT one FROM kept_apart WHERE other = ?1";
    Ok(tables::ids(conn, sql, [id.as_bytes()])?.into_iter().collect())
}

/// Remembers that two records are not the same.
///
/// # Errors
/// As SQLite says.
pub fn keep_apart(conn: &Connection, one: Uuid, other: Uuid) -> Result<()> {
    let (first, second) = if one < other { (one, other) } else { (other, one) };
    conn.prepare_cached("INSERT OR IGNORE INTO kept_apart (one, other) VALUES (?1, ?2)")?
        .execute((first.as_bytes(), second.as_bytes()))?;
    Ok(())
}
