//! Change sets as people read them: names instead of ids, amounts with their currency, days, percentages.
//! Columns that only serve the machine (ranks, stamps that mirror a status) are left out.

use super::{custom, names};
use crate::{
    Result,
    check::money_of,
    dto::{DiffKind, DiffValue, FieldDiff, NamedRecord, RecordDiff, RecordKind},
    written::kind_of,
};
use rusqlite::{Connection, types::Value};
use satchel_domain::field;
use satchel_store::{
    journal,
    query::{
        detail,
        history::{self, Kind, RowChange},
    },
};
use std::collections::{HashMap, hash_map::Entry};
use uuid::Uuid;

/// How many records one change shows.
const RECORDS: usize = 200;

/// Larger change sets are not opened for one record's timeline.
pub const READABLE: usize = 8_000_000;

/// The records of a change, field by field, and whether there are more.
///
/// # Errors
/// As SQLite says.
pub fn of_change(conn: &Connection, seq: i64) -> Result<(Vec<RecordDiff>, bool)> {
    let mut order: Vec<Uuid> = Vec::new();
    let mut places: HashMap<Uuid, usize> = HashMap::new();
    let mut more = false;
    let rows = history::rows(conn, &journal::changeset(conn, seq)?, None, |table, id| {
        if matches!(table, "sample_records" | "stage_entries" | "lead_entries") {
            return false;
        }
        if let Entry::Vacant(free) = places.entry(id) {
            if order.len() == RECORDS {
                more = true;
                return false;
            }
            free.insert(order.len());
            order.push(id);
        }
        true
    })?;
    let mut groups: Vec<Vec<RowChange>> = vec![Vec::new(); order.len()];
    for row in rows {
        if let Some(place) = places.get(&row.owner) {
            groups[*place].push(row);
        }
    }
    let records = groups.iter().map(|rows| record(conn, seq, rows)).collect::<Result<Vec<_>>>()?;
    Ok((records.into_iter().flatten().collect(), more))
}

/// What a change did to the fields of one record and no other entry of its timeline tells.
///
/// # Errors
/// As SQLite says.
pub fn of_record(conn: &Connection, seq: i64, id: Uuid) -> Result<Vec<FieldDiff>> {
    let changeset = journal::changeset(conn, seq)?;
    if changeset.len() > READABLE {
        return Ok(Vec::new());
    }
    let rows =
        history::rows(conn, &changeset, Some(id), |table, _| !matches!(table, "sample_records" | "external_ids"))?;
    let main = |row: &&RowChange| matches!(row.table.as_str(), "deals" | "leads" | "organizations" | "people");
    if rows.iter().filter(main).any(|row| row.kind != Kind::Changed) {
        return Ok(Vec::new());
    }
    let told = rows
        .iter()
        .any(|row| matches!(row.table.as_str(), "stage_entries" | "lead_entries") && row.kind == Kind::Created);
    let rows: Vec<RowChange> =
        rows.into_iter().filter(|row| !matches!(row.table.as_str(), "stage_entries" | "lead_entries")).collect();
    let mut fields = fields(conn, seq, &rows)?;
    if told {
        const TOLD: [&str; 13] = [
            "stage",
            "pipeline",
            "status",
            "archived",
            "deleted",
            "close_reason",
            "close_note",
            "started_on",
            "ended_on",
            "lead",
            "deal",
            "actual_value",
            "probability",
        ];
        fields.retain(|diff| !TOLD.contains(&diff.field.as_str()));
    }
    Ok(fields)
}

fn record(conn: &Connection, seq: i64, rows: &[RowChange]) -> Result<Option<RecordDiff>> {
    let Some(first) = rows.first() else { return Ok(None) };
    let id = first.owner;
    let main = rows.iter().find(|row| history::owner(&row.table) == Some((row.table.as_str(), 0)));
    let table = match (main, history::owner(&first.table)) {
        (Some(main), _) => main.table.clone(),
        (None, None) => "settings".to_owned(),
        (None, Some(("", _))) => ["deals", "leads", "organizations", "people"]
            .into_iter()
            .find(|table| matches!(detail::name_of(conn, table, id), Ok(Some(_))))
            .unwrap_or("deals")
            .to_owned(),
        (None, Some((table, _))) => table.to_owned(),
    };
    let kind = if table == "settings" { RecordKind::Setting } else { kind_of(&table).unwrap_or(RecordKind::Setting) };
    let done = main.map_or(DiffKind::Changed, |row| match row.kind {
        Kind::Created => DiffKind::Created,
        Kind::Changed => DiffKind::Changed,
        Kind::Removed => DiffKind::Removed,
    });
    let name = names::name_of(conn, &table, id)?;
    Ok(Some(RecordDiff { record: NamedRecord { kind, id, name }, kind: done, fields: fields(conn, seq, rows)? }))
}

fn fields(conn: &Connection, seq: i64, rows: &[RowChange]) -> Result<Vec<FieldDiff>> {
    let mut found = Vec::new();
    for row in rows {
        match row.table.as_str() {
            "deal_labels" | "lead_labels" => found.push(label(conn, row)?),
            "custom_values" => found.extend(custom_field(conn, row)?),
            "external_ids" => found.extend(external(row)),
            "settings" => found.extend(setting(row)),
            _ => columns(conn, seq, row, &mut found)?,
        }
    }
    Ok(found)
}

/// How a column is read.
#[derive(Clone, Copy)]
enum How {
    Text,
    Number,
    Place,
    Percent,
    Date,
    Instant,
    Code,
    /// A stamp that says no more than that it is so.
    Since,
    Flag,
    List,
    Record(RecordKind),
    Money(&'static str),
}

/// The name of a field and how to read it; None: the column serves the machine.
fn rule<'a>(table: &str, column: &'a str) -> Option<(&'a str, How)> {
    let record = |kind| Some((column.trim_end_matches("_id"), How::Record(kind)));
    match column {
        "name" | "title" | "subject" | "body" | "description" | "note" | "outcome" | "code" | "industry"
        | "website" | "phone" | "mobile" | "email" | "street" | "postcode" | "city" | "region" | "country"
        | "job_title" | "sender" | "recipients" | "series" | "manager" | "office" | "close_note" | "due_time"
        | "formula" => Some((column, How::Text)),
        "kind" | "direction" | "status" | "mode" | "method" | "sort" | "reply_state" | "entity" => {
            Some((column, How::Code))
        }
        "chances" | "completed" | "probability" => Some((column, How::Percent)),
        "rot_days" | "close_in_days" | "employees" | "founded_year" | "duration_minutes" | "number" | "color" => {
            Some((column, How::Number))
        }
        "position" => Some((column, How::Place)),
        "due_on" | "expected_close" | "customer_since" | "started_on" | "ended_on" => Some((column, How::Date)),
        "sent_at" => Some((column, How::Instant)),
        "done_at" => Some(("done", How::Since)),
        "archived_at" => Some(("archived", How::Since)),
        "deleted_at" => Some(("deleted", How::Since)),
        "allow_skip" | "quote_required" | "active" | "on_card" => Some((column, How::Flag)),
        "options" => Some((column, How::List)),
        "value" => Some((column, How::Money("currency"))),
        "actual_value" => Some((column, How::Money("actual_currency"))),
        "price" => Some((column, How::Money("currency"))),
        "annual_revenue" => Some((column, How::Money("annual_revenue_currency"))),
        "pipeline_id" => record(RecordKind::Pipeline),
        "stage_id" => record(RecordKind::Stage),
        "organization_id" => record(RecordKind::Organization),
        "parent_id" => record(RecordKind::Organization),
        "person_id" => record(RecordKind::Person),
        "owner_id" | "converted_by_id" | "next_contact_by_id" => record(RecordKind::Colleague),
        "source_id" => record(RecordKind::Source),
        "product_id" => record(RecordKind::Product),
        "close_reason_id" => record(RecordKind::CloseReason),
        "lead_id" => record(RecordKind::Lead),
        "source_lead_id" => record(RecordKind::Lead),
        "deal_id" => record(RecordKind::Deal),
        "source_deal_id" => record(RecordKind::Deal),
        "merged_into" => kind_of(table).and_then(record),
        _ => None,
    }
}

/// A column of a record as a person reads it, outside of any change; `currency` belongs to amounts.
///
/// # Errors
/// As SQLite says.
pub fn shown(
    conn: &Connection,
    table: &str,
    column: &str,
    value: &Value,
    currency: Option<&Value>,
) -> Result<DiffValue> {
    match (rule(table, column), value, currency) {
        (Some((_, How::Money(_))), Value::Integer(minor), Some(Value::Text(code))) => {
            Ok(DiffValue::Money(crate::dto::Money { minor: *minor, currency: code.clone() }))
        }
        (Some((_, how)), value, _) => read(conn, how, Some(value)),
        (None, ..) => Ok(DiffValue::Empty),
    }
}

fn columns(conn: &Connection, seq: i64, row: &RowChange, found: &mut Vec<FieldDiff>) -> Result<()> {
    for (column, old, new) in &row.columns {
        if row.kind == Kind::Changed && new.is_none() {
            continue;
        }
        // an amount is told once, also when only its currency changed
        let amount = match column.as_str() {
            "currency" if row.old("value").or(row.new_value("value")).is_none() && row.table != "products" => "value",
            "currency" if row.old("price").or(row.new_value("price")).is_none() && row.table == "products" => "price",
            "actual_currency" if row.any("actual_value").is_none() => "actual_value",
            "annual_revenue_currency" if row.any("annual_revenue").is_none() => "annual_revenue",
            column => column,
        };
        let Some((field, how)) = rule(&row.table, amount) else { continue };
        let (from, to) = match how {
            How::Money(currency) => (
                amount_side(conn, seq, row, (amount, currency), false)?,
                amount_side(conn, seq, row, (amount, currency), true)?,
            ),
            _ => (read(conn, how, old.as_ref())?, read(conn, how, new.as_ref())?),
        };
        if from != to {
            found.push(FieldDiff { field: field.to_owned(), name: None, from, to });
        }
    }
    Ok(())
}

fn read(conn: &Connection, how: How, value: Option<&Value>) -> Result<DiffValue> {
    let empty_as_no = matches!(how, How::Since);
    Ok(match (how, value) {
        (_, None) => DiffValue::Empty,
        (_, Some(Value::Null)) if !empty_as_no => DiffValue::Empty,
        (How::Since, Some(value)) => DiffValue::Yes(*value != Value::Null),
        (How::Text, Some(Value::Text(text))) if text.is_empty() => DiffValue::Empty,
        (How::Text, Some(Value::Text(text))) => DiffValue::Text(text.clone()),
        (How::Code, Some(Value::Text(text))) => DiffValue::Code(text.clone()),
        (How::Date, Some(Value::Text(text))) => DiffValue::Date(text.clone()),
        (How::List, Some(Value::Text(text))) => list(text),
        (How::Number, Some(Value::Integer(number))) => DiffValue::Number(exact(*number)),
        (How::Place, Some(Value::Integer(number))) => DiffValue::Number(exact(number.saturating_add(1))),
        (How::Percent, Some(Value::Integer(number))) => DiffValue::Percent(*number),
        (How::Instant, Some(Value::Integer(at))) => DiffValue::Instant(*at),
        (How::Flag, Some(Value::Integer(flag))) => DiffValue::Yes(*flag != 0),
        (How::Record(kind), Some(Value::Blob(bytes))) => match Uuid::from_slice(bytes) {
            Ok(id) => {
                DiffValue::Record(NamedRecord { kind, id, name: names::name_of(conn, names::table_of(kind), id)? })
            }
            Err(_) => DiffValue::Empty,
        },
        _ => DiffValue::Empty,
    })
}

fn amount_side(
    conn: &Connection,
    seq: i64,
    row: &RowChange,
    (amount, currency): (&str, &str),
    new: bool,
) -> Result<DiffValue> {
    if (new && row.kind == Kind::Removed) || (!new && row.kind == Kind::Created) {
        return Ok(DiffValue::Empty);
    }
    let side = |column: &str| -> Result<Option<Value>> {
        match if new { row.new_value(column) } else { row.old(column) } {
            Some(value) => Ok(Some(value.clone())),
            None => Ok(history::column_at(conn, &row.table, row.owner, column, seq)?),
        }
    };
    let minor = match side(amount)? {
        Some(Value::Integer(minor)) => Some(minor),
        _ => None,
    };
    let code = match side(currency)? {
        Some(Value::Text(code)) => Some(code),
        _ => None,
    };
    Ok(money_of(minor, code).map_or(DiffValue::Empty, DiffValue::Money))
}

fn label(conn: &Connection, row: &RowChange) -> Result<FieldDiff> {
    let label = read(conn, How::Record(RecordKind::Label), row.any("label_id"))?;
    let (from, to) = if row.kind == Kind::Removed { (label, DiffValue::Empty) } else { (DiffValue::Empty, label) };
    Ok(FieldDiff { field: "labels".into(), name: None, from, to })
}

fn custom_field(conn: &Connection, row: &RowChange) -> Result<Option<FieldDiff>> {
    let Some(Value::Blob(id)) = row.any("field_id") else { return Ok(None) };
    let id = Uuid::from_slice(id).unwrap_or_default();
    let kind = detail::field_kind(conn, id)?.as_deref().and_then(field::Kind::of_word).unwrap_or(field::Kind::Text);
    let side = |value: Option<&Value>| match value {
        Some(Value::Text(text)) => custom::diff_value(conn, kind, text),
        _ => Ok(DiffValue::Empty),
    };
    let (from, to) = (side(row.old("value"))?, side(row.new_value("value"))?);
    Ok(Some(FieldDiff { field: "custom".into(), name: Some(names::name_of(conn, "custom_fields", id)?), from, to }))
}

fn external(row: &RowChange) -> Option<FieldDiff> {
    let text = |column| match row.any(column) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    };
    let key = DiffValue::Text(format!("{} {}", text("system")?, text("key")?));
    let (from, to) = if row.kind == Kind::Removed { (key, DiffValue::Empty) } else { (DiffValue::Empty, key) };
    Some(FieldDiff { field: "external_id".into(), name: None, from, to })
}

fn setting(row: &RowChange) -> Option<FieldDiff> {
    let Some(Value::Text(key)) = row.any("key") else { return None };
    let side = |value: Option<&Value>| match value {
        Some(Value::Text(json)) => match serde_json::from_str(json) {
            Ok(serde_json::Value::Bool(yes)) => DiffValue::Yes(yes),
            Ok(serde_json::Value::String(text)) if text.is_empty() => DiffValue::Empty,
            Ok(serde_json::Value::String(text)) if key.ends_with("_policy") => DiffValue::Code(text),
            Ok(serde_json::Value::String(text)) => DiffValue::Text(text),
            Ok(serde_json::Value::Number(number)) => DiffValue::Number(number.as_f64().unwrap_or_default()),
            _ => DiffValue::Text(json.clone()),
        },
        _ => DiffValue::Empty,
    };
    Some(FieldDiff { field: key.clone(), name: None, from: side(row.old("value")), to: side(row.new_value("value")) })
}

fn list(json: &str) -> DiffValue {
    custom::list(&serde_json::from_str::<Vec<String>>(json).unwrap_or_default())
}

/// Whole numbers a window can show exactly.
#[expect(clippy::cast_precision_loss, reason = "figures of this kind stay far below 2^53")]
fn exact(number: i64) -> f64 {
    number as f64
}
