//! What every record shows of its surroundings: names, open activities, labels, custom values, people.

use crate::{
    Column, Result,
    journal::optional,
    query::entity::Entity,
    tables::{Activity, CustomField, Person, Table},
};
use rusqlite::Connection;
use satchel_domain::ids::{OrganizationId, PersonId};
use uuid::Uuid;

/// The column of a table that a person knows its records by; None: not a table of named records.
#[must_use]
pub fn name_column(table: &str) -> Option<&'static str> {
    Some(match table {
        "deals" | "leads" => "title",
        "organizations" | "people" | "pipelines" | "stages" | "labels" | "sources" | "products" | "colleagues"
        | "custom_fields" | "attachments" => "name",
        "activities" | "messages" => "subject",
        "notes" => "body",
        "close_reasons" => "description",
        _ => return None,
    })
}

/// What a person knows a record by; None: it is not there.
///
/// # Errors
/// As SQLite says.
pub fn name_of(conn: &Connection, table: &str, id: Uuid) -> Result<Option<String>> {
    let Some(column) = name_column(table) else { return Ok(None) };
    let mut statement = conn.prepare_cached(&format!("SELECT substr({column}, 1, 500) FROM {table} WHERE id = ?1"))?;
    optional(statement.query_row([id.as_bytes()], |row| row.get(0)))
}

/// Activities still to do, the next one first, those without a day last.
///
/// # Errors
/// As SQLite says.
pub fn open_activities(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Vec<Activity>> {
    let rest = format!(
        "WHERE {} = ?1 AND done_at IS NULL ORDER BY coalesce(due_on, '9999-12-31'), coalesce(due_time, '99:99'), id",
        anchor.column()
    );
    Activity::select(conn, &rest, [id.as_bytes()])
}

/// Labels of a deal or lead (none for other records).
///
/// # Errors
/// As SQLite says.
pub fn labels_of(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Vec<Uuid>> {
    match anchor {
        Entity::Deal => crate::tables::ids(
            conn,
            "SELECT x.label_id FROM deal_labels x JOIN labels l ON l.id = x.label_id WHERE x.deal_id = ?1 ORDER BY l.name COLLATE NOCASE, l.id",
            [id.as_bytes()],
        ),
        Entity::Lead => crate::tables::ids(
            conn,
            "SELECT x.label_id FROM lead_labels x JOIN labels l ON l.id = x.label_id WHERE x.lead_id = ?1 ORDER BY l.name COLLATE NOCASE, l.id",
            [id.as_bytes()],
        ),
        Entity::Organization | Entity::Person => Ok(Vec::new()),
    }
}

/// The custom fields of a kind of record, in order, with this record's values.
///
/// # Errors
/// As SQLite says.
pub fn field_values(conn: &Connection, entity: &str, record: Uuid) -> Result<Vec<(CustomField, Option<String>)>> {
    let fields = CustomField::select(conn, "WHERE entity = ?1 ORDER BY position, id", [entity])?;
    let mut value = conn.prepare_cached("SELECT value FROM custom_values WHERE record_id = ?1 AND field_id = ?2")?;
    let mut found = Vec::with_capacity(fields.len());
    for field in fields {
        let value = optional(value.query_row((record.as_bytes(), field.id.as_bytes()), |row| row.get(0)))?;
        found.push((field, value));
    }
    Ok(found)
}

/// One record's value in a custom field.
///
/// # Errors
/// As SQLite says.
pub fn custom_value(conn: &Connection, record: Uuid, field: Uuid) -> Result<Option<String>> {
    optional(
        conn.prepare_cached("SELECT value FROM custom_values WHERE record_id = ?1 AND field_id = ?2")?
            .query_row((record.as_bytes(), field.as_bytes()), |row| row.get(0)),
    )
}

/// Writes a custom value, or removes it.
///
/// # Errors
/// As SQLite says.
pub fn set_custom_value(conn: &Connection, record: Uuid, field: Uuid, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => conn.prepare_cached("INSERT INTO custom_values (record_id, field_id, value) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET value = excluded.value")?.execute((record.as_bytes(), field.as_bytes(), value))?,
        None => conn.prepare_cached("DELETE FROM custom_values WHERE record_id = ?1 AND field_id = ?2")?.execute((record.as_bytes(), field.as_bytes()))?,
    };
    Ok(())
}

/// The person of a record first, then the other people of its organization, by name.
///
/// # Errors
/// As SQLite says.
pub fn people(
    conn: &Connection,
    primary: Option<PersonId>,
    organization: Option<OrganizationId>,
) -> Result<Vec<Person>> {
    let mut found: Vec<Person> = primary.map(|id| Person::get(conn, id)).transpose()?.flatten().into_iter().collect();
    if let Some(organization) = organization {
        let others = Person::select(
            conn,
            "WHERE organization_id = ?1 AND deleted_at IS NULL ORDER BY name COLLATE NOCASE, id LIMIT 50",
            [organization.as_bytes()],
        )?;
        found.extend(others.into_iter().filter(|person| Some(person.id) != primary));
    }
    Ok(found)
}

/// The type of a custom field; None: it is not there.
///
/// # Errors
/// As SQLite says.
pub fn field_kind(conn: &Connection, field: Uuid) -> Result<Option<String>> {
    optional(
        conn.prepare_cached("SELECT kind FROM custom_fields WHERE id = ?1")?
            .query_row([field.as_bytes()], |row| row.get(0)),
    )
}

/// Keys other systems know a record by: system and key.
///
/// # Errors
/// As SQLite says.
pub fn external_ids(conn: &Connection, record: Uuid) -> Result<Vec<(String, String)>> {
    let mut statement =
        conn.prepare_cached("SELECT system, key FROM external_ids WHERE record_id = ?1 ORDER BY system, key")?;
    Ok(statement
        .query_map([record.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// Whether a record came with the sample data.
///
/// # Errors
/// As SQLite says.
pub fn is_sample(conn: &Connection, record: Uuid) -> Result<bool> {
    Ok(conn
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM sample_records WHERE record_id = ?1)")?
        .query_row([record.as_bytes()], |row| row.get(0))?)
}

/// The column as an id (a small door for queries that select names and ids).
///
/// # Errors
/// When the file holds what the schema does not allow.
pub fn uuid_at(row: &rusqlite::Row<'_>, at: usize) -> Result<Uuid> {
    Uuid::from_column("id", row.get_ref(at)?)
}

/// The column as an id, if there is one.
///
/// # Errors
/// When the file holds what the schema does not allow.
pub fn optional_uuid_at(row: &rusqlite::Row<'_>, at: usize) -> Result<Option<Uuid>> {
    Option::from_column("id", row.get_ref(at)?)
}
