//! Custom fields of one record: what it says in them, and what may be stored. The forms of values are `domain::field`'s;
//! here are lists of choices (JSON) and records, which need the file.

use crate::{Act, Error, Result, View, dto, formula, party};
use rusqlite::Connection;
use satchel_domain::{
    field::{self as rules, Kind, Unfit},
    ids::*,
};
use satchel_store::{
    query::detail as query,
    tables::{Colleague, CustomField, Organization, Person, Table},
};
use serde_json::json;
use uuid::Uuid;

/// A record's custom fields, in order, with their values. Leads share the fields of deals but for the computed ones.
///
/// # Errors
/// As SQLite says.
pub fn field_values(
    view: &View<'_>,
    entity: dto::FieldEntity,
    record: impl Into<Uuid>,
    lead: bool,
) -> Result<Vec<dto::FieldValue>> {
    let (conn, record) = (view.conn, record.into());
    let rows = query::field_values(conn, super::words::entity(entity), record)?;
    let (mut fields, mut values) = (Vec::with_capacity(rows.len()), Vec::with_capacity(rows.len()));
    for (field, value) in rows {
        let field = field_dto(field)?;
        if field.formula.is_none() || !lead {
            fields.push(field);
            values.push(value);
        }
    }
    if fields.iter().any(|field| field.formula.is_some()) {
        let mut computed = formula::on_record(view, entity, record, &mut fields)?;
        for (field, value) in fields.iter().zip(&mut values) {
            if field.formula.is_some() {
                *value = computed.remove(&field.id).flatten();
            }
        }
    }
    fields
        .into_iter()
        .zip(values)
        .map(|(field, value)| {
            let name = name_in(conn, super::words::field_kind_in(field.kind), value.as_deref())?;
            Ok(dto::FieldValue { field, value, name })
        })
        .collect()
}

/// What a contact says in its own fields, for records that only show it.
///
/// # Errors
/// As SQLite says.
pub fn filled_values(
    view: &View<'_>,
    entity: dto::FieldEntity,
    contact: Option<impl Into<Uuid>>,
) -> Result<Vec<dto::FieldValue>> {
    let Some(contact) = contact else { return Ok(Vec::new()) };
    let mut values = field_values(view, entity, contact, false)?;
    values.retain(|field| field.value.is_some());
    Ok(values)
}

/// A custom field as windows see it; what a formula gives is told by `formula::tell`.
///
/// # Errors
/// When the file holds a type this version does not know.
pub fn field_dto(row: CustomField) -> Result<dto::CustomField> {
    let unknown = || Error::internal(&format!("custom field {} {}", row.entity, row.kind));
    Ok(dto::CustomField {
        id: row.id.0,
        entity: super::words::entity_of(&row.entity).ok_or_else(unknown)?,
        kind: super::words::field_type_of(&row.kind).ok_or_else(unknown)?,
        options: serde_json::from_str(&row.options).unwrap_or_default(),
        name: row.name,
        description: row.description,
        on_card: row.on_card,
        formula: row.formula.map(|text| dto::Formula { text, result: None, problem: None }),
    })
}

/// Stores a custom value after checking it against its field's type; nothing or blank removes it.
///
/// # Errors
/// `missing`, `field_value`, `too_long`, `field_computed`, naming the field.
pub fn set_custom(
    act: &Act<'_>,
    entity: dto::FieldEntity,
    record: impl Into<Uuid>,
    change: &dto::CustomChange,
) -> Result<()> {
    let record = record.into();
    let before = query::custom_value(act.tx, record, change.custom)?;
    let (field, value) = checked_for(act, entity, change, before.as_deref())?;
    query::set_custom_value(act.tx, record, field, value.as_deref())?;
    Ok(())
}

/// A custom field of this kind of record, and the value as it is kept; nothing or blank is None. What was there `before`
/// may stay although it is no longer offered.
///
/// # Errors
/// As `set_custom`.
pub fn checked_for(
    act: &Act<'_>,
    entity: dto::FieldEntity,
    change: &dto::CustomChange,
    before: Option<&str>,
) -> Result<(Uuid, Option<String>)> {
    let field = CustomField::get(act.tx, FieldId(change.custom))?
        .filter(|field| field.entity == super::words::entity(entity))
        .ok_or_else(|| Error::missing("custom_field"))?;
    let field = field_dto(field)?;
    // nor is there anything to clear
    if field.formula.is_some() {
        return Err(Error::with("field_computed", json!({ "name": field.name })));
    }
    let value = change.value.as_deref().map(|value| checked(act, &field, before, value)).transpose()?.flatten();
    Ok((field.id, value))
}

/// The value as it is kept; None where it is blank. What was there `before` may stay although it is no longer offered.
fn checked(act: &Act<'_>, field: &dto::CustomField, before: Option<&str>, value: &str) -> Result<Option<String>> {
    let kind = super::words::field_kind_in(field.kind);
    let unfit = |why: Unfit| match why {
        Unfit::Invalid => Error::with("field_value", json!({ "name": field.name, "type": kind.word() })),
        Unfit::TooLong(max) => Error::with("too_long", json!({ "field": "custom", "name": field.name, "max": max })),
    };
    if kind.has_options() {
        let trimmed = value.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        let wanted = match kind {
            Kind::Choices => serde_json::from_str::<Vec<String>>(trimmed).map_err(|_| unfit(Unfit::Invalid))?,
            _ => vec![trimmed.to_owned()],
        };
        let before = before.map(|value| choices_of(kind, value)).unwrap_or_default();
        let kept = rules::chosen(&field.options, &before, &wanted).map_err(unfit)?;
        return Ok(kept_choices(kind, &kept));
    }
    let kept = rules::checked(kind, value).map_err(unfit)?;
    if let Some(id) = kept.as_deref().filter(|kept| Some(*kept) != before).and_then(|kept| Uuid::parse_str(kept).ok()) {
        match kind {
            Kind::Colleague => {
                party::need::<Colleague>(act.tx, ColleagueId(id), "colleague")?;
            }
            Kind::Person => {
                let row = party::need::<Person>(act.tx, PersonId(id), "person")?;
                row.deleted_at.map_or(Ok(()), |_| Err(Error::missing("person")))?;
            }
            Kind::Organization => {
                let row = party::need::<Organization>(act.tx, OrganizationId(id), "organization")?;
                row.deleted_at.map_or(Ok(()), |_| Err(Error::missing("organization")))?;
            }
            _ => {}
        }
    }
    Ok(kept)
}

/// The options a kept value of a choice field names.
#[must_use]
pub fn choices_of(kind: Kind, value: &str) -> Vec<String> {
    match kind {
        Kind::Choices => serde_json::from_str(value).unwrap_or_default(),
        _ => vec![value.to_owned()],
    }
}

/// Options as a choice field keeps them; None: none.
#[must_use]
pub fn kept_choices(kind: Kind, choices: &[String]) -> Option<String> {
    match kind {
        Kind::Choices if !choices.is_empty() => Some(json!(choices).to_string()),
        Kind::Choices => None,
        _ => choices.first().cloned(),
    }
}

/// A kept value as one text: records by name, choices one after the other.
///
/// # Errors
/// As SQLite says.
pub fn plain(conn: &Connection, kind: Kind, value: &str) -> Result<String> {
    if let Some(name) = name_in(conn, kind, Some(value))? {
        return Ok(name);
    }
    Ok(match kind {
        Kind::Choices => choices_of(kind, value).join(", "),
        _ => rules::plain(kind, value),
    })
}

/// The kind of record a field's values are.
#[must_use]
pub const fn record_kind(kind: Kind) -> Option<dto::RecordKind> {
    match kind {
        Kind::Colleague => Some(dto::RecordKind::Colleague),
        Kind::Person => Some(dto::RecordKind::Person),
        Kind::Organization => Some(dto::RecordKind::Organization),
        _ => None,
    }
}

/// The record a kept value is, by name; None where the type holds no records.
///
/// # Errors
/// As SQLite says.
pub fn name_in(conn: &Connection, kind: Kind, value: Option<&str>) -> Result<Option<String>> {
    let Some((record, value)) = record_kind(kind).zip(value) else { return Ok(None) };
    match Uuid::parse_str(value) {
        Ok(id) => Ok(Some(super::names::name_of(conn, super::names::table_of(record), id)?)),
        Err(_) => Ok(None),
    }
}

/// A kept value as differences show it; text where it is not of the type (any more).
///
/// # Errors
/// As SQLite says.
pub fn diff_value(conn: &Connection, kind: Kind, value: &str) -> Result<dto::DiffValue> {
    use dto::DiffValue;
    let as_text = || DiffValue::Text(value.to_owned());
    if let Some((record, id)) = record_kind(kind).zip(Uuid::parse_str(value).ok()) {
        let name = super::names::name_of(conn, super::names::table_of(record), id)?;
        return Ok(DiffValue::Record(dto::NamedRecord { kind: record, id, name }));
    }
    Ok(match kind {
        Kind::Number => value.parse().map_or_else(|_| as_text(), DiffValue::Number),
        Kind::Money => value
            .split_once(' ')
            .and_then(|(minor, code)| Some((minor.parse().ok()?, code)))
            .map_or_else(as_text, |(minor, code)| DiffValue::Money(dto::Money { minor, currency: code.to_owned() })),
        Kind::Date if value.len() == 10 => DiffValue::Date(value.to_owned()),
        Kind::DateRange => value
            .split_once('/')
            .map_or_else(as_text, |(first, last)| DiffValue::Days { first: first.to_owned(), last: last.to_owned() }),
        Kind::TimeRange => DiffValue::Text(value.replace('/', " – ")),
        Kind::YesNo if matches!(value, "yes" | "no") => DiffValue::Yes(value == "yes"),
        Kind::Choices => list(&choices_of(kind, value)),
        _ => as_text(),
    })
}

/// Several words as one text.
#[must_use]
pub fn list(items: &[String]) -> dto::DiffValue {
    if items.is_empty() { dto::DiffValue::Empty } else { dto::DiffValue::Text(items.join(", ")) }
}
