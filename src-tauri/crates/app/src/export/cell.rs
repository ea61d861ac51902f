//! Values of a list as cells of a file: whole and exact, where a list on screen may shorten. The importer compares a file with
//! the same cells, so that what was not changed in between is left alone.

use crate::{
    Error, Result,
    clock::local_time,
    dto::{Cell, Money},
    list::cells,
};
use rusqlite::{Connection, types::Value};
use satchel_domain::{cells::joined, currency::Currency, filter::Kind, money};
use satchel_store::{
    query::list::{self as query, Entity, Field, Lens, Shape},
    tables::{self, Table},
};
use std::{borrow::Cow, collections::HashMap};
use uuid::Uuid;

/// A cell of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Out {
    Empty,
    /// Written by people: guarded against being taken for a formula.
    Text(String),
    /// A decimal number with a point.
    Number(String),
    Amount {
        minor: i64,
        currency: String,
    },
    /// Hundredths of a percent.
    Percent(i64),
    /// YYYY-MM-DD
    Day(String),
    /// UTC milliseconds.
    Instant(i64),
    Yes(bool),
    /// A closed word.
    Code(String),
}

impl Out {
    /// The cell as text, an amount without its currency: a point for decimals, days as YYYY-MM-DD, instants in local time
    /// with their distance from UTC. Not guarded.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => "".into(),
            Self::Text(text) | Self::Number(text) | Self::Day(text) | Self::Code(text) => text.into(),
            Self::Amount { minor, currency } => money::plain(*minor, decimals(currency)).into(),
            Self::Percent(hundredths) => without_zeros(&money::plain(*hundredths, 2)).to_owned().into(),
            Self::Instant(at) => local_time(*at).to_rfc3339_opts(chrono::SecondsFormat::Secs, false).into(),
            Self::Yes(yes) => if *yes { "true" } else { "false" }.into(),
        }
    }

    /// The cell a window shows, where it needs no look into the file.
    pub fn of_cell(cell: Cell, labels: &HashMap<Uuid, String>) -> Self {
        match cell {
            Cell::Empty => Self::Empty,
            Cell::Text(text) => Self::Text(text),
            Cell::Number(number) => Self::Number(number.to_string()),
            Cell::Money(Money { minor, currency }) => Self::Amount { minor, currency },
            Cell::Percent(hundredths) => Self::Percent(hundredths),
            Cell::Date(day) => Self::Day(day),
            Cell::Span { from, to } if from == to => Self::Day(from),
            Cell::Span { from, to } => Self::Text(format!("{from}/{to}")),
            Cell::Instant(at) => Self::Instant(at),
            Cell::Yes(yes) => Self::Yes(yes),
            Cell::Code(code) => Self::Code(code),
            Cell::Options(options) => Self::Text(joined(&options)),
            Cell::Record { name, .. } => Self::Text(name),
            Cell::Ids(ids) => {
                let mut names: Vec<String> = ids.iter().filter_map(|id| labels.get(id).cloned()).collect();
                names.sort();
                Self::Text(joined(&names))
            }
        }
    }
}

/// How many decimals amounts of a currency have; of an unknown one two.
pub(super) fn decimals(currency: &str) -> u32 {
    Currency::parse(currency).map_or(2, Currency::decimals)
}

fn without_zeros(decimal: &str) -> &str {
    decimal.trim_end_matches('0').trim_end_matches('.')
}

/// What turns records of a list into cells.
pub(crate) struct Reader<'a> {
    conn: &'a Connection,
    entity: Entity,
    columns: Vec<Option<(Field, Kind)>>,
    lens: &'a Lens,
    labels: HashMap<Uuid, String>,
}

impl<'a> Reader<'a> {
    /// Reads these fields; None gives empty cells.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn new(conn: &'a Connection, entity: Entity, columns: Vec<Option<Field>>, lens: &'a Lens) -> Result<Self> {
        let whole = |field: Field| {
            let kind = field.kind;
            let field = match field.exact.clone() {
                Some(sql) => Field { kind: Kind::Text, shape: Shape::Plain, sql, exact: None, ..field },
                None => field,
            };
            (field, kind)
        };
        let labels = tables::Label::select(conn, "", [])?.into_iter().map(|label| (label.id.0, label.name)).collect();
        Ok(Self { conn, entity, columns: columns.into_iter().map(|field| field.map(whole)).collect(), lens, labels })
    }

    /// Whether cells of the column are amounts.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        self.columns.get(at).and_then(|column| column.as_ref().map(|(_, kind)| *kind))
    }

    /// The cells of these records, in this order; records that are gone for good are left out.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn read(&self, ids: &[Uuid]) -> Result<Vec<(Uuid, Vec<Out>)>> {
        let fields: Vec<Option<&Field>> =
            self.columns.iter().map(|column| column.as_ref().map(|(field, _)| field)).collect();
        let rows = query::rows(self.conn, self.entity, ids, &fields)?;
        Ok(rows
            .into_iter()
            .map(|row| {
                let cells = row.cells.into_iter().zip(&self.columns);
                (row.id, cells.map(|((value, second), column)| self.cell(column.as_ref(), value, second)).collect())
            })
            .collect())
    }

    fn cell(&self, column: Option<&(Field, Kind)>, value: Value, second: Value) -> Out {
        let Some((field, kind)) = column else { return Out::Empty };
        match (Out::of_cell(cells::cell(field, value, second, self.lens), &self.labels), kind) {
            (Out::Text(number), Kind::Number) => Out::Number(number),
            (cell, _) => cell,
        }
    }
}

/// A list that no file can hold.
pub(super) fn too_many(count: usize, max: usize) -> Error {
    Error::with("export_too_many_rows", serde_json::json!({ "count": count, "max": max }))
}
