//! What the details of deals, leads and contacts share: people and organization at a glance, open activities, marks.
//! Custom fields are in `custom`, names in `names`, words of closed sets in `words`.

pub mod custom;
pub mod diff;
pub mod names;
pub mod words;

pub use custom::{field_values, filled_values, set_custom};

use crate::{Error, Result, View, dto};
use chrono::NaiveDate;
use rusqlite::Connection;
use satchel_domain::ids::{OrganizationId, PersonId};
use satchel_store::{
    query::{detail as query, entity::Entity},
    tables::{self, Table},
};
use uuid::Uuid;

/// How urgent a next activity is; no day given means nothing is planned.
#[must_use]
pub fn mark(due_on: Option<&str>, today: NaiveDate) -> dto::ActivityMark {
    let today = today.to_string();
    match due_on {
        None => dto::ActivityMark::Missing,
        Some(day) if day < today.as_str() => dto::ActivityMark::Overdue,
        Some(day) if day == today => dto::ActivityMark::Today,
        Some(_) => dto::ActivityMark::Later,
    }
}

/// Activities still to do on a record, given by its column in `activities`; the next one first.
///
/// # Errors
/// As SQLite says.
pub fn open_activities(view: &View<'_>, column: &str, id: impl Into<Uuid>) -> Result<Vec<dto::Activity>> {
    let anchor = Entity::of_column(column).ok_or_else(|| Error::internal(&column))?;
    query::open_activities(view.conn, anchor, id.into())?
        .into_iter()
        .map(|row| activity(view.conn, view.today, row))
        .collect()
}

/// An activity as windows see it.
///
/// # Errors
/// As SQLite says.
pub fn activity(conn: &Connection, today: NaiveDate, row: tables::Activity) -> Result<dto::Activity> {
    let on = match (row.deal_id, row.lead_id, row.organization_id, row.person_id) {
        (Some(id), ..) => names::named(conn, dto::RecordKind::Deal, id.0)?,
        (_, Some(id), ..) => names::named(conn, dto::RecordKind::Lead, id.0)?,
        (_, _, Some(id), _) => names::named(conn, dto::RecordKind::Organization, id.0)?,
        (.., Some(id)) => names::named(conn, dto::RecordKind::Person, id.0)?,
        (None, None, None, None) => None,
    };
    Ok(dto::Activity {
        id: row.id.0,
        kind: words::activity_kind(row.kind),
        subject: row.subject,
        mark: mark(row.due_on.as_deref(), today),
        due_on: row.due_on,
        due_time: row.due_time,
        duration_minutes: row.duration_minutes,
        note: row.note,
        done_at: row.done_at,
        outcome: row.outcome,
        created_at: row.created_at,
        on,
    })
}

/// What a deal or lead shows of its organization.
///
/// # Errors
/// As SQLite says.
pub fn organization_brief(conn: &Connection, id: Option<OrganizationId>) -> Result<Option<dto::OrganizationBrief>> {
    let Some(row) = id.map(|id| tables::Organization::get(conn, id)).transpose()?.flatten() else { return Ok(None) };
    let parent = row.parent_id.map(|id| names::named(conn, dto::RecordKind::Organization, id.0)).transpose()?.flatten();
    Ok(Some(dto::OrganizationBrief {
        id: row.id.0,
        name: row.name,
        city: row.city,
        country: row.country,
        phone: row.phone,
        email: row.email,
        website: row.website,
        customer: row.customer_since.is_some(),
        parent,
    }))
}

/// The record's person first, then the other people of its organization.
///
/// # Errors
/// As SQLite says.
pub fn people_briefs(
    conn: &Connection,
    primary: Option<PersonId>,
    organization: Option<OrganizationId>,
) -> Result<Vec<dto::PersonBrief>> {
    let brief = |row: tables::Person| {
        Ok(dto::PersonBrief {
            primary: Some(row.id) == primary,
            organization: row
                .organization_id
                .map(|id| names::named(conn, dto::RecordKind::Organization, id.0))
                .transpose()?
                .flatten(),
            id: row.id.0,
            name: row.name,
            job_title: row.job_title,
            email: row.email,
            phone: row.phone.or(row.mobile),
        })
    };
    query::people(conn, primary, organization)?.into_iter().map(brief).collect()
}

/// Labels of a deal or lead, by name.
///
/// # Errors
/// As SQLite says.
pub fn labels_of(conn: &Connection, kind: dto::RecordKind, id: impl Into<Uuid>) -> Result<Vec<Uuid>> {
    match Entity::of_table(names::table_of(kind)) {
        Some(anchor) => Ok(query::labels_of(conn, anchor, id.into())?),
        None => Ok(Vec::new()),
    }
}

/// Keys other systems know a record by.
///
/// # Errors
/// As SQLite says.
pub fn external_ids(conn: &Connection, id: impl Into<Uuid>) -> Result<Vec<dto::ExternalId>> {
    Ok(query::external_ids(conn, id.into())?.into_iter().map(|(system, key)| dto::ExternalId { system, key }).collect())
}

/// Whether a record came with the sample data.
///
/// # Errors
/// As SQLite says.
pub fn is_sample(conn: &Connection, id: impl Into<Uuid>) -> Result<bool> {
    Ok(query::is_sample(conn, id.into())?)
}
