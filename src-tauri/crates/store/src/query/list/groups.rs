//! Groups of a list: how many and how much by the value of one field.

use super::{Entity, Field, Narrowed, Shape, rows::figures};
use crate::{Column as _, Result, query::board::Sum};
use rusqlite::{
    Connection, Row, params_from_iter,
    types::{Value, ValueRef},
};
use satchel_domain::filter::Kind;
use std::{cmp::Ordering, collections::HashMap};
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

/// The groups by a field, ordered as the field is, empty values last. Rows are read as they lie and added up here: sorting a
/// hundred thousand of them by value, stage and currency took longer than all the rest.
///
/// # Errors
/// As SQLite says.
pub fn groups(conn: &Connection, entity: Entity, narrowed: &Narrowed, field: &Field) -> Result<Vec<Group>> {
    let plain = field.sql.clone();
    let (value, join) = match &field.shape {
        Shape::Labels(table, column) => ("g.label_id".to_owned(), format!(" LEFT JOIN {table} g ON g.{column} = r.id")),
        Shape::Options => ("g.value".to_owned(), format!(" LEFT JOIN json_each({plain}) g")),
        _ if field.kind == Kind::Instant => (format!("{plain} / {QUARTER_HOUR}"), String::new()),
        _ if field.kind == Kind::Text => (format!("nullif({plain}, '')"), String::new()),
        _ if field.kind == Kind::YesNo => (format!("({plain}) IS TRUE"), String::new()),
        _ => (plain, String::new()),
    };
    let named = named(field);
    let order = match &field.order {
        Some(order) if named.is_none() => order.replace('$', &field.sql),
        _ => "NULL".to_owned(),
    };
    let sql = format!(
        "{}SELECT {value}, {order}, {} FROM {} r{join} WHERE {}",
        narrowed.with,
        figures(entity).join(", "),
        entity.table(),
        narrowed.condition
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&narrowed.bound.values))?;
    let mut places: HashMap<Key, usize> = HashMap::new();
    let mut found: Vec<(Rank, Group)> = Vec::new();
    while let Some(row) = rows.next()? {
        let value = row.get_ref(0)?;
        let place = match places.get(&Key::of(value)) {
            Some(place) => *place,
            None => {
                places.insert(Key::of(value), found.len());
                let value: Value = row.get(0)?;
                found.push((Rank(row.get(1)?, value.clone()), Group { value, name: None, sums: Vec::new() }));
                found.len() - 1
            }
        };
        add(&mut found[place].1.sums, row)?;
    }
    match named {
        Some((name, order)) => named_in_order(conn, found.into_iter().map(|(_, group)| group).collect(), &name, &order),
        None => {
            found.sort_by(|(one, _), (other, _)| one.cmp(other));
            Ok(found.into_iter().map(|(_, group)| group).collect())
        }
    }
}

/// A value as groups tell it apart: words differing only in case are one.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Nothing,
    Number(u64),
    Word(String),
    Id(Vec<u8>),
}

impl Key {
    fn of(value: ValueRef<'_>) -> Self {
        match value {
            ValueRef::Null => Self::Nothing,
            ValueRef::Integer(number) => Self::Number(number.cast_unsigned()),
            // 2.0 is 2, as SQLite compares them
            #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
            ValueRef::Real(number) if number.fract() == 0.0 && number.abs() < 9e15 => {
                Self::Number((number as i64).cast_unsigned())
            }
            ValueRef::Real(number) => Self::Number(number.to_bits()),
            ValueRef::Text(text) => Self::Word(String::from_utf8_lossy(text).to_lowercase()),
            ValueRef::Blob(bytes) => Self::Id(bytes.to_vec()),
        }
    }
}

/// Where a group stands: by the field's own order, then by its value; nothing comes last.
struct Rank(Value, Value);

impl Rank {
    fn cmp(&self, other: &Self) -> Ordering {
        let nothing = |rank: &Self| rank.1 == Value::Null;
        nothing(self).cmp(&nothing(other)).then_with(|| order(&self.0, &other.0)).then_with(|| order(&self.1, &other.1))
    }
}

/// As SQLite orders values without regard to case.
fn order(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
        (Value::Real(one), Value::Real(other)) => one.total_cmp(other),
        #[expect(clippy::cast_precision_loss, reason = "numbers of one field, compared for an order")]
        (Value::Integer(one), Value::Real(other)) => (*one as f64).total_cmp(other),
        #[expect(clippy::cast_precision_loss, reason = "numbers of one field, compared for an order")]
        (Value::Real(one), Value::Integer(other)) => one.total_cmp(&(*other as f64)),
        (Value::Text(one), Value::Text(other)) => one.to_ascii_lowercase().cmp(&other.to_ascii_lowercase()),
        (Value::Blob(one), Value::Blob(other)) => one.cmp(other),
        _ => Ordering::Equal,
    }
}

/// Adds a row to the sum of its stage and currency.
fn add(sums: &mut Vec<Sum>, row: &Row<'_>) -> Result<()> {
    let stage: Option<Uuid> = Option::from_column("stage_id", row.get_ref(2)?)?;
    let currency = row.get_ref(3)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    let at = match sums.iter().position(|sum| sum.stage == stage && sum.currency.as_deref() == currency) {
        Some(at) => at,
        None => {
            let currency = currency.map(str::to_owned);
            sums.push(Sum { stage, currency, count: 0, sum: 0, plain: 0, own_weighted: 0 });
            sums.len() - 1
        }
    };
    let sum = &mut sums[at];
    sum.count += 1;
    for (part, at) in [(&mut sum.sum, 4), (&mut sum.plain, 5), (&mut sum.own_weighted, 6)] {
        *part = part.saturating_add(row.get(at)?);
    }
    Ok(())
}

/// Of fields whose values are records: what the record `r.value` is called, and what such records are ordered by.
fn named(field: &Field) -> Option<(String, String)> {
    match &field.shape {
        Shape::Record(name) => {
            // the name, not looked up a second time
            let by_name = || "2 COLLATE NOCASE".to_owned();
            let order = field.order.as_ref().map_or_else(by_name, |order| order.replace('$', "r.value"));
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
