//! Reads and writes of a merge: whole rows by column name, what hangs on them, and moving all of it to one record.

use crate::{Column, Result, journal::optional, query::entity::Entity};
use rusqlite::{Connection, ToSql, types::Value};
use satchel_domain::field::Kind;
use std::collections::{BTreeMap, HashSet};
use uuid::Uuid;

/// A row by column name.
pub type Fields = BTreeMap<String, Value>;

/// All columns of one record.
///
/// # Errors
/// As SQLite says.
pub fn row(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Option<Fields>> {
    let mut statement = conn.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", anchor.table()))?;
    let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let mut fields = Fields::new();
    for (at, name) in names.into_iter().enumerate() {
        fields.insert(name, row.get(at)?);
    }
    Ok(Some(fields))
}

/// Writes these columns of one record.
///
/// # Errors
/// As SQLite says.
pub fn write(conn: &Connection, anchor: Entity, id: Uuid, fields: &Fields) -> Result<()> {
    if fields.is_empty() {
        return Ok(());
    }
    let sets: Vec<String> = fields.keys().enumerate().map(|(at, name)| format!("{name} = ?{}", at + 2)).collect();
    let mut values: Vec<&dyn ToSql> = Vec::with_capacity(fields.len() + 1);
    let key = id.as_bytes().to_vec();
    values.push(&key);
    values.extend(fields.values().map(|value| value as &dyn ToSql));
    conn.prepare_cached(&format!("UPDATE {} SET {} WHERE id = ?1", anchor.table(), sets.join(", ")))?
        .execute(values.as_slice())?;
    Ok(())
}

/// The custom values of one record, by field.
///
/// # Errors
/// As SQLite says.
pub fn custom_values(conn: &Connection, id: Uuid) -> Result<BTreeMap<Uuid, String>> {
    let mut statement = conn.prepare_cached("SELECT field_id, value FROM custom_values WHERE record_id = ?1")?;
    let mut rows = statement.query([id.as_bytes()])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        found.insert(Uuid::from_column("field_id", row.get_ref(0)?)?, row.get(1)?);
    }
    Ok(found)
}

/// Gives a deal or lead these labels and no others.
///
/// # Errors
/// As SQLite says.
pub fn set_labels(conn: &Connection, anchor: Entity, id: Uuid, labels: &[Uuid]) -> Result<()> {
    let (table, column) = match anchor {
        Entity::Deal => ("deal_labels", "deal_id"),
        Entity::Lead => ("lead_labels", "lead_id"),
        Entity::Organization | Entity::Person => return Ok(()),
    };
    let hex: Vec<String> = labels.iter().map(|id| id.simple().to_string()).collect();
    let hex = serde_json::json!(hex).to_string();
    for sql in [
        format!("DELETE FROM {table} WHERE {column} = ?1 AND label_id NOT IN (SELECT unhex(value) FROM json_each(?2))"),
        format!("INSERT OR IGNORE INTO {table} ({column}, label_id) SELECT ?1, unhex(value) FROM json_each(?2)"),
    ] {
        conn.prepare_cached(&sql)?.execute((id.as_bytes(), &hex))?;
    }
    Ok(())
}

/// What refers to a record of this kind: a word for it, table and column. History lines stay where they are.
const fn references(anchor: Entity) -> &'static [(&'static str, &'static str, &'static str)] {
    match anchor {
        Entity::Deal => &[
            ("activities", "activities", "deal_id"),
            ("notes", "notes", "deal_id"),
            ("messages", "messages", "deal_id"),
            ("files", "attachments", "deal_id"),
            ("external_ids", "external_ids", "record_id"),
        ],
        Entity::Lead => &[
            ("activities", "activities", "lead_id"),
            ("notes", "notes", "lead_id"),
            ("messages", "messages", "lead_id"),
            ("files", "attachments", "lead_id"),
            ("external_ids", "external_ids", "record_id"),
        ],
        Entity::Organization => &[
            ("deals", "deals", "organization_id"),
            ("leads", "leads", "organization_id"),
            ("people", "people", "organization_id"),
            ("children", "organizations", "parent_id"),
            ("activities", "activities", "organization_id"),
            ("notes", "notes", "organization_id"),
            ("messages", "messages", "organization_id"),
            ("files", "attachments", "organization_id"),
            ("external_ids", "external_ids", "record_id"),
        ],
        Entity::Person => &[
            ("deals", "deals", "person_id"),
            ("leads", "leads", "person_id"),
            ("activities", "activities", "person_id"),
            ("notes", "notes", "person_id"),
            ("messages", "messages", "person_id"),
            ("files", "attachments", "person_id"),
            ("external_ids", "external_ids", "record_id"),
        ],
    }
}

/// How much of each kind would move away from these records. `ids`: hexadecimal JSON list.
///
/// # Errors
/// As SQLite says.
pub fn baggage(conn: &Connection, anchor: Entity, ids: &str) -> Result<Vec<(&'static str, i64)>> {
    let mut counts = Vec::new();
    for (word, table, column) in references(anchor) {
        let sql = format!("SELECT count(*) FROM {table} WHERE {column} IN (SELECT unhex(value) FROM json_each(?1))");
        let count: i64 = conn.prepare_cached(&sql)?.query_row([ids], |row| row.get(0))?;
        if count > 0 {
            counts.push((*word, count));
        }
    }
    Ok(counts)
}

/// How many open activities these leads have. `ids`: hexadecimal JSON list.
///
/// # Errors
/// As SQLite says.
pub fn open_activities(conn: &Connection, ids: &str) -> Result<i64> {
    let sql =
        "SELECT count(*) FROM activities WHERE lead_id IN (SELECT unhex(value) FROM json_each(?1)) AND done_at IS NULL";
    Ok(conn.prepare_cached(sql)?.query_row([ids], |row| row.get(0))?)
}

/// Everything that refers to these records refers to `head` from now on; among themselves they keep what they hold.
///
/// # Errors
/// As SQLite says.
pub fn move_all(conn: &Connection, anchor: Entity, ids: &str, head: Uuid) -> Result<()> {
    for (_, table, column) in references(anchor) {
        let among = if *table == anchor.table() {
            " AND id <> ?2 AND id NOT IN (SELECT unhex(value) FROM json_each(?1))"
        } else {
            ""
        };
        conn.prepare_cached(&format!(
            "UPDATE {table} SET {column} = ?2 WHERE {column} IN (SELECT unhex(value) FROM json_each(?1)){among}"
        ))?
        .execute((ids, head.as_bytes()))?;
    }
    let kind = match anchor {
        Entity::Deal | Entity::Lead => return Ok(()),
        Entity::Organization => Kind::Organization,
        Entity::Person => Kind::Person,
    };
    conn.prepare_cached(
        "UPDATE custom_values SET value = ?2 WHERE field_id IN (SELECT id FROM custom_fields WHERE kind = ?3)
         AND replace(value, '-', '') IN (SELECT value FROM json_each(?1))",
    )?
    .execute((ids, head.hyphenated().to_string(), kind.word()))?;
    Ok(())
}

/// Into the trash, with a line to the record they became part of.
///
/// # Errors
/// As SQLite says.
pub fn absorb(conn: &Connection, anchor: Entity, ids: &str, head: Uuid, at: i64) -> Result<()> {
    conn.prepare_cached(&format!(
        "UPDATE {} SET deleted_at = ?3, merged_into = ?2 WHERE id IN (SELECT unhex(value) FROM json_each(?1))",
        anchor.table()
    ))?
    .execute((ids, head.as_bytes(), at))?;
    Ok(())
}

/// The record this one was merged into.
///
/// # Errors
/// As SQLite says.
pub fn merged_into(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Option<Uuid>> {
    let sql = format!("SELECT merged_into FROM {} WHERE id = ?1 AND merged_into IS NOT NULL", anchor.table());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id.as_bytes()])?;
    rows.next()?.map(|row| Uuid::from_column("merged_into", row.get_ref(0)?)).transpose()
}

/// The record that this one is part of now, however many merges lie between; itself where it was not merged.
///
/// # Errors
/// As SQLite says.
pub fn part_of(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Uuid> {
    let (mut at, mut seen) = (id, HashSet::from([id]));
    while let Some(head) = merged_into(conn, anchor, at)?.filter(|head| seen.insert(*head)) {
        at = head;
    }
    Ok(at)
}

/// Records merged into this one, latest first, with the moment of it.
///
/// # Errors
/// As SQLite says.
pub fn absorbed(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Vec<(Uuid, i64)>> {
    let sql = format!(
        "SELECT id, coalesce(deleted_at, 0) FROM {} WHERE merged_into = ?1 ORDER BY deleted_at DESC, id LIMIT 100",
        anchor.table()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Uuid::from_column("id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// The change that merged a record into another and still holds.
///
/// # Errors
/// As SQLite says.
pub fn change_of(conn: &Connection, id: Uuid) -> Result<Option<i64>> {
    let sql = "SELECT c.seq FROM change_records r JOIN change_sets c ON c.seq = r.seq
               WHERE r.record_id = ?1 AND c.label = 'merge_records' AND c.state = 'applied' ORDER BY c.seq DESC LIMIT 1";
    optional(conn.prepare_cached(sql)?.query_row([id.as_bytes()], |row| row.get(0)))
}
