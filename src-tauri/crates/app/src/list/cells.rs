//! Values of the store as cells of a row, and as the conditions that find them again.

use crate::{
    deal::days_between,
    dto::{Cell, Condition, FilterValue, Money, Operator, RecordKind},
    written,
};
use rusqlite::types::Value;
use satchel_domain::filter::Kind;
use satchel_store::query::{
    deal::ids_from_hex,
    list::{Field, Lens, Shape},
};
use uuid::Uuid;

/// The kind of record a field names.
pub fn kind_of(field: &Field) -> Option<RecordKind> {
    field.of.and_then(written::kind_of)
}

fn id(value: &Value) -> Option<Uuid> {
    match value {
        Value::Blob(bytes) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

fn text(value: Value) -> String {
    match value {
        Value::Text(text) => text,
        _ => String::new(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "numbers a window shows stay below 2^53")]
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(number) => Some(*number as f64),
        Value::Real(number) => Some(*number),
        _ => None,
    }
}

/// A value, with its currency or name, as a cell.
pub fn cell(field: &Field, value: Value, second: Value, lens: &Lens) -> Cell {
    let integer = if let Value::Integer(number) = value { Some(number) } else { None };
    let filled = match (&field.shape, field.kind) {
        (Shape::Money(_), _) => integer.map(|minor| Cell::Money(Money { minor, currency: text(second) })),
        (Shape::Record(_), _) => id(&value).map(|id| Cell::Record { id, name: text(second) }),
        (Shape::Labels(..), _) => match value {
            Value::Text(list) => Some(Cell::Ids(ids_from_hex(Some(list)))),
            _ => None,
        },
        (Shape::Span(_), _) => Some((text(value), text(second)))
            .filter(|(from, to)| !from.is_empty() && !to.is_empty())
            .map(|(from, to)| Cell::Span { from, to }),
        (Shape::Options, _) => serde_json::from_str(&text(value)).ok().map(Cell::Options),
        #[expect(clippy::cast_precision_loss, reason = "days since 1970 are few")]
        (Shape::DaysSince, _) => integer
            .map(|at| Cell::Number(days_between((lens.local_day)(at), lens.today.naive(), lens.calendar_days) as f64)),
        (Shape::Plain, Kind::Number | Kind::Money) => number(&value).map(Cell::Number),
        (Shape::Plain, Kind::Percent) => integer.map(Cell::Percent),
        (Shape::Plain, Kind::Date) => Some(text(value)).filter(|day| !day.is_empty()).map(Cell::Date),
        (Shape::Plain, Kind::Instant) => integer.map(Cell::Instant),
        (Shape::Plain, Kind::YesNo) => integer.map(|yes| Cell::Yes(yes != 0)),
        (Shape::Plain, Kind::Choice) if field.name.is_none() => {
            Some(text(value)).filter(|code| !code.is_empty()).map(Cell::Code)
        }
        (Shape::Plain, Kind::Text | Kind::Choice | Kind::Choices | Kind::Record | Kind::Span) => {
            Some(text(value)).filter(|text| !text.is_empty()).map(Cell::Text)
        }
    };
    filled.unwrap_or(Cell::Empty)
}

/// What narrows a list to the rows a group stands for. Days come as their first and last.
pub fn conditions(field: &Field, value: &Value, days: Option<(String, String)>) -> Vec<Condition> {
    let equal = |value: FilterValue| (Operator::Eq, vec![value]);
    let (op, values) = match (value, days) {
        (Value::Null, _) => (Operator::NotSet, Vec::new()),
        (_, Some((from, to))) => (Operator::Between, vec![FilterValue::Date(from), FilterValue::Date(to)]),
        (Value::Blob(_), None) => equal(FilterValue::Id(id(value).unwrap_or_default())),
        (Value::Integer(yes), None) if field.kind == Kind::YesNo => equal(FilterValue::Yes(*yes != 0)),
        (Value::Text(words), None) if field.kind == Kind::Text => equal(FilterValue::Text(words.clone())),
        (Value::Integer(share), None) if field.kind == Kind::Percent => equal(FilterValue::Percent(*share)),
        (figure, None) if field.kind == Kind::Number => equal(FilterValue::Number(number(figure).unwrap_or_default())),
        (other, None) => equal(FilterValue::Code(text(other.clone()))),
    };
    vec![Condition { field: field.key.clone(), op, values }]
}
