//! What a person knows a record by, whatever its kind, also when it is gone.

use crate::{
    Result,
    dto::{NamedRecord, RecordKind},
};
use rusqlite::Connection;
use satchel_store::query::{detail, history};
use uuid::Uuid;

/// The table that holds records of a kind.
#[must_use]
pub const fn table_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Deal => "deals",
        RecordKind::Lead => "leads",
        RecordKind::Organization => "organizations",
        RecordKind::Person => "people",
        RecordKind::Activity => "activities",
        RecordKind::Note => "notes",
        RecordKind::Message => "messages",
        RecordKind::Pipeline => "pipelines",
        RecordKind::Stage => "stages",
        RecordKind::Label => "labels",
        RecordKind::CloseReason => "close_reasons",
        RecordKind::Source => "sources",
        RecordKind::Product => "products",
        RecordKind::Colleague => "colleagues",
        RecordKind::CustomField => "custom_fields",
        RecordKind::Setting => "settings",
        RecordKind::Attachment => "attachments",
    }
}

/// Kinds whose records carry custom values and external ids.
const OWNERS: [&str; 4] = ["deals", "leads", "organizations", "people"];

/// The name of a record; for rows that belong to another record, that one's; empty when it was never known.
///
/// # Errors
/// As SQLite says.
pub fn name_of(conn: &Connection, table: &str, id: impl Into<Uuid>) -> Result<String> {
    let id = id.into();
    let tables: &[&str] = if matches!(table, "custom_values" | "external_ids" | "sample_records" | "kept_apart") {
        &OWNERS
    } else {
        &[table]
    };
    for table in tables {
        if let Some(name) = detail::name_of(conn, table, id)? {
            return Ok(short(table, &name));
        }
    }
    for table in tables {
        if let Some(name) = history::last_known_name(conn, table, id)? {
            return Ok(short(table, &name));
        }
    }
    Ok(String::new())
}

/// The kind of a deal, lead or contact known by its id alone.
///
/// # Errors
/// As SQLite says.
pub fn owner_kind(conn: &Connection, id: Uuid) -> Result<Option<RecordKind>> {
    for kind in [RecordKind::Deal, RecordKind::Lead, RecordKind::Organization, RecordKind::Person] {
        if detail::name_of(conn, table_of(kind), id)?.is_some() {
            return Ok(Some(kind));
        }
    }
    Ok(None)
}

/// A record with its name; None when it is gone.
///
/// # Errors
/// As SQLite says.
pub fn named(conn: &Connection, kind: RecordKind, id: impl Into<Uuid>) -> Result<Option<NamedRecord>> {
    let (id, table) = (id.into(), table_of(kind));
    Ok(detail::name_of(conn, table, id)?.map(|name| NamedRecord { kind, id, name: short(table, &name) }))
}

/// A note is known by its first line.
#[must_use]
pub fn short(table: &str, name: &str) -> String {
    if table == "notes" {
        name.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().chars().take(80).collect()
    } else {
        name.to_owned()
    }
}
