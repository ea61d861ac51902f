//! Values of the fields the user added, taken field by field: counted, read, rewritten. One record's are in `detail`.

use super::list::{Field, own_key};
use crate::{
    Column, Error, Result,
    tables::{CustomField, Table},
};
use rusqlite::Connection;
use satchel_domain::field::Kind;
use uuid::Uuid;

/// Every value of a field: record and value.
///
/// # Errors
/// As SQLite says.
pub fn values(conn: &Connection, field: Uuid) -> Result<Vec<(Uuid, String)>> {
    let mut statement =
        conn.prepare_cached("SELECT record_id, value FROM custom_values WHERE field_id = ?1 ORDER BY record_id")?;
    let mut rows = statement.query([field.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Uuid::from_column("record_id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// How often each value of a field stands, as kept.
///
/// # Errors
/// As SQLite says.
pub fn counts(conn: &Connection, field: Uuid) -> Result<Vec<(String, i64)>> {
    let mut statement = conn.prepare_cached(
        "SELECT value, count(*) FROM custom_values WHERE field_id = ?1 GROUP BY value ORDER BY value",
    )?;
    Ok(statement
        .query_map([field.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// How many records have a value in a field.
///
/// # Errors
/// As SQLite says.
pub fn count(conn: &Connection, field: Uuid) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM custom_values WHERE field_id = ?1")?
        .query_row([field.as_bytes()], |row| row.get(0))?)
}

/// Removes all values of a field; answers how many there were.
///
/// # Errors
/// As SQLite says.
pub fn strip(conn: &Connection, field: Uuid) -> Result<usize> {
    Ok(conn.prepare_cached("DELETE FROM custom_values WHERE field_id = ?1")?.execute([field.as_bytes()])?)
}

/// The place behind the last field of a kind of record.
///
/// # Errors
/// As SQLite says.
pub fn next_position(conn: &Connection, entity: &str) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT coalesce(max(position), -1) + 1 FROM custom_fields WHERE entity = ?1")?
        .query_row([entity], |row| row.get(0))?)
}

/// How many other fields of deals stand on cards.
///
/// # Errors
/// As SQLite says.
pub fn on_cards(conn: &Connection, except: Uuid) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM custom_fields WHERE entity = 'deal' AND on_card AND id <> ?1")?
        .query_row([except.as_bytes()], |row| row.get(0))?)
}

/// A field of deals whose value stands on cards.
#[derive(Debug, Clone)]
pub struct Fact {
    /// Field.
    pub field: Uuid,
    /// Its type.
    pub kind: Kind,
    /// Its value as text, of the deal `d`; of a record, its name.
    pub sql: String,
}

/// The fields that cards show, in order. Computed ones are read through the registry of lists, which is asked only
/// where one of them stands on cards.
///
/// # Errors
/// As SQLite says, and what `registry` answers.
pub fn facts<E: From<Error>>(
    conn: &Connection,
    registry: impl FnOnce() -> std::result::Result<Vec<Field>, E>,
) -> std::result::Result<Vec<Fact>, E> {
    let fields = CustomField::select(conn, "WHERE entity = 'deal' AND on_card ORDER BY position, id", [])?;
    let computed = if fields.iter().any(|field| field.kind == "formula") { registry()? } else { Vec::new() };
    Ok(fields
        .into_iter()
        .filter_map(|field| {
            let id = field.id.0;
            match Kind::of_word(&field.kind)? {
                Kind::Formula => {
                    let key = own_key(id);
                    let found = computed.iter().find(|field| field.key == key)?;
                    let kind = found.computed.as_ref()?.of?.kind();
                    let sql = format!("(SELECT {} FROM deals r WHERE r.id = d.id)", found.kept());
                    Some(Fact { field: id, kind, sql })
                }
                kind => Some(Fact { field: id, kind, sql: fact_sql(kind, id) }),
            }
        })
        .collect())
}

fn fact_sql(kind: Kind, field: Uuid) -> String {
    let names = match kind {
        Kind::Colleague => Some("colleagues"),
        Kind::Person => Some("people"),
        Kind::Organization => Some("organizations"),
        _ => None,
    };
    let field = field.simple();
    match names {
        Some(table) => format!(
            "(SELECT n.name FROM custom_values v JOIN {table} n ON n.id = unhex(v.value, '-') WHERE v.record_id = d.id AND v.field_id = x'{field}')"
        ),
        None => format!("(SELECT v.value FROM custom_values v WHERE v.record_id = d.id AND v.field_id = x'{field}')"),
    }
}
