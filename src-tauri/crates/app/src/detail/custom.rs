//! Custom fields: the form each type of value is kept in, and what may be stored.
//! Numbers with a point, days ISO, amounts as `<minor units> <code>`, yes or no as `yes`/`no`, choices as a JSON array.

use crate::{Act, Error, Result, check, dto, party};
use rusqlite::Connection;
use satchel_domain::{currency::Currency, ids::FieldId, money};
use satchel_store::{
    query::detail as query,
    tables::{CustomField, Table},
};
use serde_json::json;
use uuid::Uuid;

/// Longest address of a page.
const URL_LIMIT: usize = 2_000;

/// A record's custom fields, in order, with their values. Leads share the fields of deals.
///
/// # Errors
/// As SQLite says.
pub fn field_values(
    conn: &Connection,
    entity: dto::FieldEntity,
    record: impl Into<Uuid>,
) -> Result<Vec<dto::FieldValue>> {
    let rows = query::field_values(conn, super::words::entity(entity), record.into())?;
    rows.into_iter().map(|(field, value)| Ok(dto::FieldValue { field: field_dto(field)?, value })).collect()
}

/// A custom field as windows see it.
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
    })
}

/// Stores a custom value after checking it against its field's type; nothing or blank removes it.
///
/// # Errors
/// `missing`, `invalid`, `too_long`, naming the field.
pub fn set_custom(
    act: &Act<'_>,
    entity: dto::FieldEntity,
    record: impl Into<Uuid>,
    change: &dto::CustomChange,
) -> Result<()> {
    let (field, value) = checked_for(act.tx, entity, change)?;
    query::set_custom_value(act.tx, record.into(), field, value.as_deref())?;
    Ok(())
}

/// A custom field of this kind of record, and the value as it is kept; nothing or blank is None.
///
/// # Errors
/// As `set_custom`.
pub fn checked_for(
    conn: &Connection,
    entity: dto::FieldEntity,
    change: &dto::CustomChange,
) -> Result<(Uuid, Option<String>)> {
    let field = CustomField::get(conn, FieldId(change.custom))?
        .filter(|field| field.entity == super::words::entity(entity))
        .ok_or_else(|| Error::missing("custom_field"))?;
    let field = field_dto(field)?;
    let value = change.value.as_deref().map(|value| checked(&field, value)).transpose()?.flatten();
    Ok((field.id, value))
}

/// The value as it is kept; None where it is blank.
///
/// # Errors
/// `invalid` or `too_long`, naming the field.
pub fn checked(field: &dto::CustomField, value: &str) -> Result<Option<String>> {
    use dto::FieldType;
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let invalid = || Error::with("invalid", json!({ "field": "custom", "name": field.name }));
    let kept = match field.kind {
        FieldType::Text => line(field, trimmed, party::NAME_LIMIT)?,
        FieldType::LargeText => line(field, value.trim_end(), party::BODY_LIMIT)?,
        FieldType::Number => number(trimmed).ok_or_else(invalid)?,
        FieldType::Money => amount(trimmed).ok_or_else(invalid)?,
        FieldType::Date => check::date("custom", trimmed).map_err(|_| invalid())?,
        FieldType::YesNo => match trimmed {
            "yes" | "true" | "1" => "yes".to_owned(),
            "no" | "false" | "0" => "no".to_owned(),
            _ => return Err(invalid()),
        },
        FieldType::Choice => field.options.iter().find(|option| *option == trimmed).cloned().ok_or_else(invalid)?,
        FieldType::Choices => {
            let chosen: Vec<String> = serde_json::from_str(trimmed).map_err(|_| invalid())?;
            if chosen.iter().any(|one| !field.options.contains(one)) {
                return Err(invalid());
            }
            let kept: Vec<&String> = field.options.iter().filter(|option| chosen.contains(option)).collect();
            if kept.is_empty() {
                return Ok(None);
            }
            json!(kept).to_string()
        }
        FieldType::Url => url(trimmed).ok_or_else(invalid).and_then(|url| line(field, url, URL_LIMIT))?,
        FieldType::Phone => line(field, trimmed, 100)?,
        FieldType::Email => {
            let (name, host) = trimmed.split_once('@').ok_or_else(invalid)?;
            if name.is_empty() || host.is_empty() || trimmed.contains(char::is_whitespace) || host.contains('@') {
                return Err(invalid());
            }
            line(field, trimmed, 320)?
        }
    };
    Ok(Some(kept))
}

fn line(field: &dto::CustomField, text: &str, limit: usize) -> Result<String> {
    if text.chars().count() > limit {
        return Err(Error::with("too_long", json!({ "field": "custom", "name": field.name, "max": limit })));
    }
    Ok(text.replace('\0', "\u{fffd}"))
}

/// A decimal number with a point.
fn number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let decimal = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (decimal(whole) && decimal(fraction) && text.len() <= 30).then(|| text.to_owned())
}

/// Minor units and code, as `123450 EUR`.
fn amount(text: &str) -> Option<String> {
    let (minor, code) = text.split_once(' ')?;
    let minor: i64 = minor.parse().ok()?;
    let currency = Currency::parse(code).ok()?;
    (minor.unsigned_abs() <= money::LARGEST.unsigned_abs()).then(|| format!("{minor} {}", currency.code()))
}

/// An address a window may open: of the web, or without a scheme.
fn url(text: &str) -> Option<&str> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    match text.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '.']) && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel").then_some(text)
        }
        _ => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dto::FieldType;

    fn field(kind: FieldType) -> dto::CustomField {
        dto::CustomField {
            id: Uuid::nil(),
            entity: dto::FieldEntity::Deal,
            name: "Power".into(),
            kind,
            options: vec!["Gas".into(), "Air".into()],
        }
    }

    #[test]
    fn each_type_keeps_its_own_form_and_refuses_the_rest() {
        let cases = [
            (FieldType::Text, " a <b> ", Ok(Some("a <b>"))),
            (FieldType::Text, "  ", Ok(None)),
            (FieldType::Number, "-12.50", Ok(Some("-12.50"))),
            (FieldType::Number, "12,5", Err(())),
            (FieldType::Number, "1e9", Err(())),
            (FieldType::Number, ".5", Err(())),
            (FieldType::Money, "123450 eur", Ok(Some("123450 EUR"))),
            (FieldType::Money, "1234.50 EUR", Err(())),
            (FieldType::Date, "2024-02-29", Ok(Some("2024-02-29"))),
            (FieldType::Date, "2023-02-29", Err(())),
            (FieldType::YesNo, "true", Ok(Some("yes"))),
            (FieldType::YesNo, "maybe", Err(())),
            (FieldType::Choice, "Gas", Ok(Some("Gas"))),
            (FieldType::Choice, "Oil", Err(())),
            (FieldType::Choices, r#"["Air","Gas","Air"]"#, Ok(Some(r#"["Gas","Air"]"#))),
            (FieldType::Choices, "[]", Ok(None)),
            (FieldType::Choices, "Gas", Err(())),
            (FieldType::Url, "example.org:8080/x", Ok(Some("example.org:8080/x"))),
            (FieldType::Url, "javascript:alert(1)", Err(())),
            (FieldType::Url, "HTTPS://example.org", Ok(Some("HTTPS://example.org"))),
            (FieldType::Email, "a@b.example", Ok(Some("a@b.example"))),
            (FieldType::Email, "a b@c", Err(())),
            (FieldType::Phone, "+33 (0)4 78", Ok(Some("+33 (0)4 78"))),
        ];
        for (kind, value, expected) in cases {
            let got = checked(&field(kind), value).map_err(|_| ());
            assert_eq!(got.as_ref().map(Option::as_deref), expected.as_ref().map(|value| *value), "{kind:?} {value}");
        }
    }
}
