//! Organizations and people named in a form: taken by id, found by name, or created with the act; sources and products by id.

use crate::{Act, Error, Result, dto::Party};
use satchel_domain::ids::{OrganizationId, PersonId, ProductId, SourceId};
use satchel_store::{
    Column,
    tables::{Organization, Person, Product, Source, Table},
};
use uuid::Uuid;

/// Longest name or title, in characters.
pub const NAME_LIMIT: usize = 500;

/// Longest note or message body, in characters.
pub const BODY_LIMIT: usize = 100_000;

/// A required one-line text: trimmed, not empty, within the limit.
///
/// # Errors
/// `required` or `too_long`, naming the field.
pub fn name(field: &str, text: &str) -> Result<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return Err(Error::field("required", field));
    }
    within(field, text, NAME_LIMIT)
}

/// A text of several lines; may be empty.
///
/// # Errors
/// `too_long`, naming the field.
pub fn body(field: &str, text: &str) -> Result<String> {
    within(field, text.trim_end().to_owned(), BODY_LIMIT)
}

/// An optional one-line text; empty means none.
///
/// # Errors
/// `too_long`, naming the field.
pub fn optional(field: &str, text: Option<&str>) -> Result<Option<String>> {
    match text.map(str::trim) {
        None | Some("") => Ok(None),
        Some(text) => within(field, text.to_owned(), NAME_LIMIT).map(Some),
    }
}

fn within(field: &str, text: String, limit: usize) -> Result<String> {
    if text.chars().count() > limit {
        return Err(Error::with("too_long", serde_json::json!({ "field": field, "max": limit })));
    }
    // NUL would end the text for other readers of the file
    Ok(if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text })
}

/// The organization meant.
///
/// # Errors
/// `missing` for an unknown id, `required` for an empty name.
pub fn organization(act: &Act<'_>, party: &Party) -> Result<OrganizationId> {
    let wanted = match party {
        Party::Id(id) => return exists::<Organization>(act, OrganizationId(*id), "organization"),
        Party::Name(text) => name("organization", text)?,
    };
    if let Some(found) = find(
        act,
        "SELECT id FROM organizations WHERE name = ?1 COLLATE NOCASE AND deleted_at IS NULL ORDER BY id LIMIT 1",
        &wanted,
    )? {
        return Ok(OrganizationId(found));
    }
    let organization = new_organization(act, wanted);
    organization.insert(act.tx)?;
    Ok(organization.id)
}

/// The person meant; a new one works for `at`.
///
/// # Errors
/// `missing` for an unknown id, `required` for an empty name.
pub fn person(act: &Act<'_>, party: &Party, at: Option<OrganizationId>) -> Result<PersonId> {
    let wanted = match party {
        Party::Id(id) => return exists::<Person>(act, PersonId(*id), "person"),
        Party::Name(text) => name("person", text)?,
    };
    let mut found = act.tx.prepare_cached("SELECT id FROM people WHERE name = ?1 COLLATE NOCASE AND deleted_at IS NULL AND (?2 IS NULL OR organization_id = ?2) ORDER BY id LIMIT 1")?;
    let mut rows = found.query((&wanted, at.map(|id| id.as_bytes().to_vec())))?;
    if let Some(row) = rows.next()? {
        return Ok(PersonId(Uuid::from_column("id", row.get_ref(0)?)?));
    }
    let person = new_person(act, wanted, at);
    person.insert(act.tx)?;
    Ok(person.id)
}

/// An organization with nothing but a name.
#[must_use]
pub fn new_organization(act: &Act<'_>, name: String) -> Organization {
    blank_organization(act.id(), name, act.now)
}

/// The same from its parts, before there is an act.
pub(crate) const fn blank_organization(id: OrganizationId, name: String, now: i64) -> Organization {
    Organization {
        id,
        name,
        parent_id: None,
        industry: None,
        website: None,
        phone: None,
        email: None,
        street: None,
        postcode: None,
        city: None,
        region: None,
        country: None,
        employees: None,
        annual_revenue: None,
        annual_revenue_currency: None,
        founded_year: None,
        customer_since: None,
        owner_id: None,
        merged_into: None,
        created_at: now,
        deleted_at: None,
    }
}

/// A person with nothing but a name and an employer.
#[must_use]
pub fn new_person(act: &Act<'_>, name: String, organization_id: Option<OrganizationId>) -> Person {
    Person { organization_id, ..blank_person(act.id(), name, act.now) }
}

/// The same from its parts, before there is an act.
pub(crate) const fn blank_person(id: PersonId, name: String, now: i64) -> Person {
    Person {
        id,
        name,
        organization_id: None,
        job_title: None,
        email: None,
        phone: None,
        mobile: None,
        customer_since: None,
        owner_id: None,
        merged_into: None,
        created_at: now,
        deleted_at: None,
    }
}

/// The row with this id, or `missing`.
///
/// # Errors
/// `missing` with the kind.
pub fn need<T: Table>(conn: &rusqlite::Connection, id: impl Into<T::Id>, kind: &str) -> Result<T> {
    T::get(conn, id.into())?.ok_or_else(|| Error::missing(kind))
}

/// The source meant.
///
/// # Errors
/// `missing` for an unknown id.
pub fn source(act: &Act<'_>, id: Option<Uuid>) -> Result<Option<SourceId>> {
    id.map(|id| exists::<Source>(act, SourceId(id), "source")).transpose()
}

/// The product meant.
///
/// # Errors
/// `missing` for an unknown id.
pub fn product(act: &Act<'_>, id: Option<Uuid>) -> Result<Option<ProductId>> {
    id.map(|id| exists::<Product>(act, ProductId(id), "product")).transpose()
}

fn exists<T: Table>(act: &Act<'_>, id: T::Id, kind: &str) -> Result<T::Id> {
    need::<T>(act.tx, id, kind).map(|_| id)
}

fn find(act: &Act<'_>, sql: &str, name: &str) -> Result<Option<Uuid>> {
    Ok(satchel_store::tables::ids(act.tx, sql, [name])?.into_iter().next())
}
