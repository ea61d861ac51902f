//! Groups of a list: how many and how much by the value of one field.

use super::{
    Entity, Field, Narrowed, Shape,
    rows::{figures, sum},
};
use crate::{Result, query::board::Sum};
use rusqlite::{Connection, params_from_iter, types::Value};
use satchel_domain::filter::Kind;
use std::collections::HashMap;
use uuid::Uuid;

/// A value of the field with its figures, one sum a stage and currency.
#[derive(Debug, Clone)]
pub struct Group {
    /// The value: an id, a word, a day, or for instants the quarter of an hour (in quarters since 1970, UTC), so that
    /// local days can be made of it in any time zone.
    pub value: Value,
    /// The name of a record.
    pub name: Option<String>,
    /// Its figures.
    pub sums: Vec<Sum>,
}

/// Milliseconds of a quarter of an hour.
pub const QUARTER_HOUR: i64 = 900_000;

/// The groups by a field, ordered as the field is, empty values last.
///
/// # Errors
/// As SQLite says.
pub fn groups(conn: &Connection, entity: Entity, narrowed: &Narrowed, field: &Field) -> Result<Vec<Group>> {
    let plain = field.sql.clone();
    let (value, join) = match &field.shape {
        Shape::Labels(table, column) => ("g.label_id".to_owned(), format!(" LEFT JOIN {table} g ON g.{column} = r.id")),
        Shape::Options => ("g.value".to_owned(), format!(" LEFT JOIN json_each({plain}) g")),
        _ if field.kind == Kind::Instant => (format!("{plain} / {QUARTER_HOUR}"), String::new()),
        // words differing only in case are one group
        _ if field.kind == Kind::Text => (format!("nullif({plain}, '') COLLATE NOCASE"), String::new()),
        _ if field.kind == Kind::YesNo => (format!("({plain}) IS TRUE"), String::new()),
        _ => (plain, String::new()),
    };
    let first = field.order.as_ref().filter(|_| named(field).is_none());
    let order = match first {
        Some(first) => format!("min({}), 1", first.replace('$', &field.sql)),
        None => "1".to_owned(),
    };
    let sql = format!(
        "{}SELECT {value}, {} FROM {} r{join} WHERE {} GROUP BY 1, 2, 3 ORDER BY {order}",
        narrowed.with,
        figures(entity),
        entity.table(),
        narrowed.condition
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&narrowed.bound.values))?;
    let mut found: Vec<Group> = Vec::new();
    while let Some(row) = rows.next()? {
        let (value, sum) = (row.get(0)?, sum(row, 1)?);
        match found.last_mut() {
            Some(group) if same(&group.value, &value) => group.sums.push(sum),
            _ => found.push(Group { value, name: None, sums: vec![sum] }),
        }
    }
    if let Some((name, order)) = named(field) {
        return named_in_order(conn, found, &name, &order);
    }
    if let Some(at) = found.iter().position(|group| group.value == Value::Null) {
        let none = found.remove(at);
        found.push(none);
    }
    Ok(found)
}

fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Text(one), Value::Text(other)) => one.eq_ignore_ascii_case(other),
        _ => one == other,
    }
}

/// Of fields whose values are records: what the record `r.value` is called, and what such records are ordered by.
fn named(field: &Field) -> Option<(String, String)> {
    match &field.shape {
        Shape::Record(name) => {
            let order = field.order.as_ref().unwrap_or(name).replace('$', "r.value");
            Some((name.replace('$', "r.value"), order))
        }
        Shape::Labels(..) => {
            Some(("(SELECT n.name FROM labels n WHERE n.id = r.value)".to_owned(), "2 COLLATE NOCASE".to_owned()))
        }
        _ => None,
    }
}

/// Groups of records with their names, in the order of those: a name is looked up once a record, not once a sum.
fn named_in_order(conn: &Connection, groups: Vec<Group>, name: &str, order: &str) -> Result<Vec<Group>> {
    let mut of: HashMap<Option<Uuid>, Group> = groups.into_iter().map(|group| (id(&group.value), group)).collect();
    let list: Vec<String> = of.keys().flatten().map(|id| id.simple().to_string()).collect();
    let sql =
        format!("SELECT r.value, {name} FROM (SELECT unhex(value) AS value FROM json_each(?1)) r ORDER BY {order}, 1");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([serde_json::Value::from(list).to_string()])?;
    let mut found = Vec::with_capacity(of.len());
    while let Some(row) = rows.next()? {
        if let Some(group) = of.remove(&id(&row.get(0)?)) {
            found.push(Group { name: row.get(1)?, ..group });
        }
    }
    // what is left over has no value
    found.extend(of.into_values());
    Ok(found)
}

fn id(value: &Value) -> Option<Uuid> {
    match value {
        Value::Blob(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}
