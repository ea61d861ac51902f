//! Groups of a list: how many and how much by the value of one field.

use super::{
    Entity, Field, Narrowed, Shape,
    rows::{figures, sum},
};
use crate::{Result, query::board::Sum};
use rusqlite::{Connection, params_from_iter, types::Value};
use satchel_domain::filter::Kind;

/// A value of the field with the sums of its rows; one value comes once a stage and currency.
#[derive(Debug, Clone)]
pub struct Part {
    /// The value: an id, a word, a day, or for instants the quarter of an hour (in quarters since 1970, UTC), so that
    /// local days can be made of it in any time zone.
    pub value: Value,
    /// The name of a record.
    pub name: Option<String>,
    /// Its figures.
    pub sum: Sum,
}

/// Milliseconds of a quarter of an hour.
pub const QUARTER_HOUR: i64 = 900_000;

/// The groups by a field, ordered as the field is, empty values last.
///
/// # Errors
/// As SQLite says.
pub fn groups(conn: &Connection, entity: Entity, narrowed: &Narrowed, field: &Field) -> Result<Vec<Part>> {
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
    // first the groups, then their names: a name is looked up once a group, not once a row
    let none = || "NULL".to_owned();
    let (name, first, order) = match (&field.shape, &field.order) {
        (Shape::Record(name), order) => {
            let name = name.replace('$', "r.value");
            let order = order.as_ref().map_or_else(|| name.clone(), |order| order.replace('$', "r.value"));
            (name, none(), order)
        }
        (Shape::Labels(..), _) => {
            ("(SELECT n.name FROM labels n WHERE n.id = r.value)".to_owned(), none(), "2 COLLATE NOCASE".to_owned())
        }
        (_, Some(order)) => (none(), format!("min({})", order.replace('$', &field.sql)), "r.first".to_owned()),
        (_, None) => (none(), none(), "r.value".to_owned()),
    };
    let with = if narrowed.with.is_empty() { "WITH ".to_owned() } else { format!("{}, ", narrowed.with.trim_end()) };
    let sql = format!(
        "{with}r (value, stage, currency, number, total, plain, own, first) AS MATERIALIZED
         (SELECT {value}, {}, {first} FROM {} r{join} WHERE {} GROUP BY 1, 2, 3)
         SELECT r.value, {name}, r.stage, r.currency, r.number, r.total, r.plain, r.own FROM r
         ORDER BY r.value IS NULL, {order}, r.value",
        figures(entity),
        entity.table(),
        narrowed.condition
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&narrowed.bound.values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Part { value: row.get(0)?, name: row.get(1)?, sum: sum(row, 2)? });
    }
    Ok(found)
}
