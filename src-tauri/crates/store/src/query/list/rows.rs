//! Pages of rows: first the ids of a page, reading only what narrows and orders them, then the cells of those few.

use super::{Bound, Entity, Field, Narrowed, Shape};
use crate::{
    Column, Result,
    query::board::{self, Sum},
};
use rusqlite::{Connection, params_from_iter, types::Value};
use uuid::Uuid;

/// One key of an order.
#[derive(Debug, Clone, Copy)]
pub struct Order<'a> {
    /// By what.
    pub field: &'a Field,
    /// Largest first.
    pub descending: bool,
}

/// What is joined for each key of an order, and the order, always total: what is equal in all keys follows by id.
fn order_by(entity: Entity, order: &[Order<'_>]) -> (Vec<String>, String) {
    let (joins, mut terms): (Vec<String>, Vec<String>) =
        order.iter().enumerate().map(|(at, key)| key.field.order_by(key.descending, &format!("k{at}"))).unzip();
    let last_descends = match order.last() {
        Some(key) => key.descending,
        None if matches!(entity, Entity::Person | Entity::Organization) => {
            terms.push("r.name COLLATE NOCASE".to_owned());
            false
        }
        None => {
            terms.push("r.created_at DESC".to_owned());
            true
        }
    };
    terms.push(if last_descends { "r.id DESC" } else { "r.id" }.to_owned());
    (joins, terms.join(", "))
}

/// Ids of a range, in order.
///
/// # Errors
/// As SQLite says.
pub fn ids(
    conn: &Connection,
    entity: Entity,
    narrowed: &Narrowed,
    order: &[Order<'_>],
    offset: i64,
    limit: i64,
) -> Result<Vec<Uuid>> {
    let (joins, terms) = order_by(entity, order);
    let page = |from: &str, condition: &str, terms: &str, offset: i64, limit: i64| {
        let sql = format!(
            "{}SELECT r.id FROM {from} WHERE {} AND {condition} ORDER BY {terms} LIMIT ?{} OFFSET ?{}",
            narrowed.with,
            narrowed.condition,
            narrowed.bound.values.len() + 1,
            narrowed.bound.values.len() + 2
        );
        let values = narrowed.bound.values.iter().cloned().chain([Value::Integer(limit), Value::Integer(offset)]);
        crate::tables::ids(conn, &sql, params_from_iter(values))
    };
    let all = format!("{} r{}", entity.table(), joins.concat());
    let walked =
        order.first().and_then(|first| walk(entity, narrowed, first.field).map(|(names, link)| (first, names, link)));
    let Some((first, names, link)) = walked else {
        return page(&all, "1", &terms, offset, limit);
    };
    // what has a name, as the index has the names; then what has none
    let walked = format!("{names}{}", joins.get(1..).unwrap_or_default().concat());
    // a rising order says where nothing goes, which no index would follow; here all have a name
    let named = if first.descending { terms.clone() } else { terms.replacen(" NULLS LAST", "", 1) };
    let mut found = page(&walked, "1", &named, offset, limit)?;
    let missing = limit - i64::try_from(found.len()).unwrap_or(limit);
    if missing > 0 {
        let before = if found.is_empty() && offset > 0 {
            let sql = format!("{}SELECT count(*) FROM {walked} WHERE {}", narrowed.with, narrowed.condition);
            conn.prepare_cached(&sql)?.query_row(params_from_iter(&narrowed.bound.values), |row| row.get(0))?
        } else {
            offset
        };
        found.extend(page(&all, &format!("{link} IS NULL"), &terms, offset - before, missing)?);
    }
    Ok(found)
}

/// What an order by a name is read from where most deals are listed: the index of names, and of each name its deals. The
/// first page of a hundred thousand is there after a hundred of them. Answers the tables and the column that links them.
fn walk<'a>(entity: Entity, narrowed: &Narrowed, field: &'a Field) -> Option<(String, &'a str)> {
    let indexed = ["r.organization_id", "r.person_id"].contains(&field.sql.as_str());
    let (of, _) = field.of.zip(field.by_name)?;
    (narrowed.broad && indexed && entity == Entity::Deal)
        .then(|| (format!("{of} k0 CROSS JOIN deals r ON r.{} = k0.id", &field.sql[2..]), field.sql.as_str()))
}

/// How many there are.
///
/// # Errors
/// As SQLite says.
pub fn count(conn: &Connection, entity: Entity, narrowed: &Narrowed) -> Result<i64> {
    let sql = format!("{}SELECT count(*) FROM {} r WHERE {}", narrowed.with, entity.table(), narrowed.condition);
    Ok(conn.prepare_cached(&sql)?.query_row(params_from_iter(&narrowed.bound.values), |row| row.get(0))?)
}

/// Counts and sums, by stage (deals only) and currency.
///
/// # Errors
/// As SQLite says.
pub fn sums(conn: &Connection, entity: Entity, narrowed: &Narrowed) -> Result<Vec<Sum>> {
    let sql = format!(
        "{}SELECT {} FROM {} r WHERE {} GROUP BY 1, 2",
        narrowed.with,
        sums_of(entity),
        entity.table(),
        narrowed.condition
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(params_from_iter(&narrowed.bound.values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(sum(row, 0)?);
    }
    Ok(found)
}

/// What the values of one column add up to.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnSum {
    /// Of amounts; currencies are never added.
    pub currency: Option<String>,
    /// The sum; of amounts in smallest units.
    pub sum: f64,
    /// How many values there are.
    pub count: i64,
}

/// The sum of a column of numbers or amounts, one a currency, over all rows that match.
///
/// # Errors
/// As SQLite says.
pub fn column_sum(conn: &Connection, entity: Entity, narrowed: &Narrowed, field: &Field) -> Result<Vec<ColumnSum>> {
    let currency = if let Shape::Money(currency) = &field.shape { currency } else { "NULL" };
    // total() is a floating sum: it never overflows, and whole numbers stay exact up to 2^53
    let sql = format!(
        "{}SELECT x.currency, total(x.value), count(x.value)
         FROM (SELECT {currency} AS currency, {} AS value FROM {} r WHERE {}) x WHERE x.value IS NOT NULL GROUP BY 1 ORDER BY 1",
        narrowed.with,
        field.sql,
        entity.table(),
        narrowed.condition
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let sums = statement.query_map(params_from_iter(&narrowed.bound.values), |row| {
        Ok(ColumnSum { currency: row.get(0)?, sum: row.get(1)?, count: row.get(2)? })
    })?;
    Ok(sums.collect::<rusqlite::Result<_>>()?)
}

/// What a record says in these fields, each in its kept form (see [`Field::kept`]).
///
/// # Errors
/// As SQLite says.
pub fn kept(conn: &Connection, entity: Entity, id: Uuid, fields: &[&Field]) -> Result<Vec<Option<String>>> {
    if fields.is_empty() {
        return Ok(Vec::new());
    }
    let columns: Vec<String> = fields.iter().map(|field| field.kept()).collect();
    let sql = format!("SELECT {} FROM {} r WHERE r.id = ?1", columns.join(", "), entity.table());
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else { return Ok(vec![None; fields.len()]) };
    Ok((0..fields.len()).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?)
}

/// Stage and currency of a row, and what it adds to a sum. A lead counts for its value times its own probability, else whole.
pub(super) const fn figures(entity: Entity) -> [&'static str; 5] {
    let [whole, plain, own] = board::FIGURES;
    match entity {
        Entity::Deal => ["r.stage_id", board::CURRENCY, whole, plain, own],
        Entity::Lead => [
            "NULL",
            "r.currency",
            "coalesce(r.value, 0)",
            "0",
            "coalesce(sign(r.value) * ((abs(r.value) * coalesce(r.probability, 10000) + 5000) / 10000), 0)",
        ],
        Entity::Person | Entity::Organization => ["NULL", "NULL", "0", "0", "0"],
    }
}

/// The same added up, for `GROUP BY` the first two.
pub(in crate::query) fn sums_of(entity: Entity) -> String {
    let [stage, currency, whole, plain, own] = figures(entity);
    format!("{stage}, {currency}, count(*), sum({whole}), sum({plain}), sum({own})")
}

/// A sum from the columns of `sums_of`, the first of them at `at`.
pub(in crate::query) fn sum(row: &rusqlite::Row<'_>, at: usize) -> Result<Sum> {
    Ok(Sum {
        stage: Option::from_column("stage_id", row.get_ref(at)?)?,
        currency: row.get(at + 1)?,
        count: row.get(at + 2)?,
        sum: row.get(at + 3)?,
        plain: row.get(at + 4)?,
        own_weighted: row.get(at + 5)?,
    })
}

/// One row: what every list shows, and one value a column asked for (two for amounts and records).
#[derive(Debug, Clone)]
pub struct Row {
    /// Record.
    pub id: Uuid,
    /// What a person knows it by.
    pub title: String,
    /// Of deals and leads.
    pub status: Option<String>,
    /// Put aside.
    pub archived: bool,
    /// In the trash.
    pub deleted: bool,
    /// From the sample, untouched.
    pub sample: bool,
    /// Value and, for amounts and records, currency or name.
    pub cells: Vec<(Value, Value)>,
}

/// The rows of these ids, in that order; `None` columns give empty cells.
///
/// # Errors
/// As SQLite says.
pub fn rows(conn: &Connection, entity: Entity, ids: &[Uuid], columns: &[Option<&Field>]) -> Result<Vec<Row>> {
    let facts = match entity {
        Entity::Deal | Entity::Lead => "r.title, r.status, r.archived_at IS NOT NULL",
        Entity::Person | Entity::Organization => "r.name, NULL, 0",
    };
    let mut sql = format!(
        "SELECT r.id, {facts}, r.deleted_at IS NOT NULL, EXISTS (SELECT 1 FROM sample_records s WHERE s.record_id = r.id)"
    );
    for column in columns {
        let (value, second) = column.map_or(("NULL".to_owned(), "NULL".to_owned()), cell);
        sql += &format!(", {value}, {second}");
    }
    let mut bound = Bound::default();
    sql += &format!(" FROM {} r WHERE r.id IN {}", entity.table(), bound.bind_ids(ids));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut found = std::collections::HashMap::with_capacity(ids.len());
    let mut rows = statement.query(params_from_iter(&bound.values))?;
    while let Some(row) = rows.next()? {
        let id = Uuid::from_column("id", row.get_ref(0)?)?;
        let mut cells = Vec::with_capacity(columns.len());
        for at in 0..columns.len() {
            cells.push((row.get(6 + 2 * at)?, row.get(7 + 2 * at)?));
        }
        found.insert(
            id,
            Row {
                id,
                title: row.get(1)?,
                status: row.get(2)?,
                archived: row.get(3)?,
                deleted: row.get(4)?,
                sample: row.get(5)?,
                cells,
            },
        );
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

fn cell(field: &Field) -> (String, String) {
    match &field.shape {
        Shape::Plain | Shape::DaysSince | Shape::Options => (field.sql.clone(), "NULL".to_owned()),
        Shape::Money(second) | Shape::Span(second) => (field.sql.clone(), second.clone()),
        Shape::Record(name) => (field.sql.clone(), name.replace('$', &field.sql)),
        Shape::Labels(table, column) => (
            format!("(SELECT group_concat(hex(x.label_id)) FROM {table} x WHERE x.{column} = r.id)"),
            "NULL".to_owned(),
        ),
    }
}
