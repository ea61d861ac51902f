//! Organizations and people: the list, one contact, creating, changing, into the trash.

use crate::{
    Act, Error, Result, View, batch, check, colleague, deal,
    detail::{self, names},
    dto::*,
    lead, party, policy,
    written::{Written, written},
};
use satchel_domain::{deal::Refused, ids::*, policy::Guarded};
use satchel_store::{
    journal,
    query::contact as query,
    search,
    tables::{self, Table},
};
use serde_json::json;

/// One page of organizations or people, by name.
///
/// # Errors
/// As SQLite says.
pub fn contacts_page(view: &View<'_>, input: ContactsInput) -> Result<ContactsPage> {
    let offset = input.offset.max(0);
    let (total, rows) = query::page(
        view.conn,
        input.kind == ContactKind::Organization,
        &search::terms(&input.text),
        offset,
        check::page(input.limit, 200),
    )?;
    let row = |row: query::ContactRow| ContactRow {
        id: row.id,
        kind: input.kind,
        name: row.name,
        second: row.second,
        city: row.city,
        email: row.email,
        phone: row.phone,
        open_deals: row.open_deals,
        won_deals: row.won_deals,
        customer: row.customer,
        sample: row.sample,
    };
    Ok(ContactsPage {
        revision: journal::revision(view.conn)?,
        total,
        offset,
        rows: rows.into_iter().map(row).collect(),
    })
}

/// One organization with its people, deals and leads.
///
/// # Errors
/// `missing`.
pub fn organization_detail(view: &View<'_>, input: IdInput) -> Result<OrganizationDetail> {
    let conn = view.conn;
    let row = party::need::<tables::Organization>(conn, OrganizationId(input.id), "organization")?;
    Ok(OrganizationDetail {
        revision: journal::revision(conn)?,
        people: detail::people_briefs(conn, None, Some(row.id))?,
        children: query::children(conn, input.id)?
            .into_iter()
            .map(|(id, name)| NamedRecord { kind: RecordKind::Organization, id, name })
            .collect(),
        deals: deal::cards(view, &query::deals(conn, true, input.id)?)?,
        leads: lead::of_contact(view, true, input.id)?,
        open_activities: detail::open_activities(view, "organization_id", row.id)?,
        fields: detail::field_values(view, FieldEntity::Organization, row.id, false)?,
        read_only: row.deleted_at.is_some(),
        organization: Organization {
            sample: detail::is_sample(conn, row.id)?,
            parent: row.parent_id.map(|id| names::named(conn, RecordKind::Organization, id)).transpose()?.flatten(),
            id: row.id.0,
            name: row.name,
            industry: row.industry,
            website: row.website,
            phone: row.phone,
            email: row.email,
            street: row.street,
            postcode: row.postcode,
            city: row.city,
            region: row.region,
            country: row.country,
            employees: row.employees,
            annual_revenue: check::money_of(row.annual_revenue, row.annual_revenue_currency),
            founded_year: row.founded_year,
            customer_since: row.customer_since,
            owner: row.owner_id.map(Into::into),
            created_at: row.created_at,
            deleted_at: row.deleted_at,
        },
    })
}

/// One person with the deals and leads it is a party of.
///
/// # Errors
/// `missing`.
pub fn person_detail(view: &View<'_>, input: IdInput) -> Result<PersonDetail> {
    let conn = view.conn;
    let row = party::need::<tables::Person>(conn, PersonId(input.id), "person")?;
    Ok(PersonDetail {
        revision: journal::revision(conn)?,
        deals: deal::cards(view, &query::deals(conn, false, input.id)?)?,
        leads: lead::of_contact(view, false, input.id)?,
        open_activities: detail::open_activities(view, "person_id", row.id)?,
        fields: detail::field_values(view, FieldEntity::Person, row.id, false)?,
        read_only: row.deleted_at.is_some(),
        person: Person {
            sample: detail::is_sample(conn, row.id)?,
            organization: row
                .organization_id
                .map(|id| names::named(conn, RecordKind::Organization, id))
                .transpose()?
                .flatten(),
            id: row.id.0,
            name: row.name,
            job_title: row.job_title,
            email: row.email,
            phone: row.phone,
            mobile: row.mobile,
            customer_since: row.customer_since,
            owner: row.owner_id.map(Into::into),
            created_at: row.created_at,
            deleted_at: row.deleted_at,
        },
    })
}

/// A new organization.
///
/// # Errors
/// `required`, `too_long`, `missing`.
pub fn create_organization(act: &Act<'_>, input: NewOrganization) -> Result<Written> {
    let row = tables::Organization {
        parent_id: input.parent.as_ref().map(|party| party::organization(act, party)).transpose()?,
        city: party::optional("city", input.city.as_deref())?,
        phone: party::optional("phone", input.phone.as_deref())?,
        email: party::optional("email", input.email.as_deref())?,
        ..party::new_organization(act, party::name("name", &input.name)?)
    };
    row.insert(act.tx)?;
    Ok(written("create_organization", json!({ "name": row.name })).creating(RecordKind::Organization, row.id))
}

/// A new person.
///
/// # Errors
/// `required`, `too_long`, `missing`.
pub fn create_person(act: &Act<'_>, input: NewPerson) -> Result<Written> {
    let organization = input.organization.as_ref().map(|party| party::organization(act, party)).transpose()?;
    let row = tables::Person {
        job_title: party::optional("job_title", input.job_title.as_deref())?,
        phone: party::optional("phone", input.phone.as_deref())?,
        email: party::optional("email", input.email.as_deref())?,
        ..party::new_person(act, party::name("name", &input.name)?, organization)
    };
    row.insert(act.tx)?;
    Ok(written("create_person", json!({ "name": row.name })).creating(RecordKind::Person, row.id))
}

/// Changes fields of an organization.
///
/// # Errors
/// `in_trash`, and those of the fields; `invalid` for a parent that lies below it.
pub fn update_organization(act: &Act<'_>, input: UpdateOrganizationInput) -> Result<Written> {
    let mut row = party::need::<tables::Organization>(act.tx, OrganizationId(input.id), "organization")?;
    if row.deleted_at.is_some() {
        return Err(Error::refused(Refused::InTrash, &row.name));
    }
    let mut field = "";
    for change in &input.changes {
        field = change_organization(act, &mut row, change)?;
    }
    row.update(act.tx)?;
    Ok(written("update_organization", json!({ "name": row.name, "field": field })))
}

/// Changes one field of a row; answers the field.
pub(crate) fn change_organization(
    act: &Act<'_>,
    row: &mut tables::Organization,
    change: &OrganizationChange,
) -> Result<&'static str> {
    let line = |field: &'static str, slot: &mut Option<String>, text: &Option<String>| -> Result<&'static str> {
        *slot = party::optional(field, text.as_deref())?;
        Ok(field)
    };
    match change {
        OrganizationChange::Name(text) => {
            row.name = party::name("name", text)?;
            Ok("name")
        }
        OrganizationChange::Parent(parent) => {
            row.parent_id = parent.as_ref().map(|party| party::organization(act, party)).transpose()?;
            if let Some(parent) = row.parent_id
                && query::lies_under(act.tx, parent.0, row.id.0)?
            {
                return Err(Error::field("invalid", "parent"));
            }
            Ok("parent")
        }
        OrganizationChange::Industry(text) => line("industry", &mut row.industry, text),
        OrganizationChange::Website(text) => line("website", &mut row.website, text),
        OrganizationChange::Phone(text) => line("phone", &mut row.phone, text),
        OrganizationChange::Email(text) => line("email", &mut row.email, text),
        OrganizationChange::Street(text) => line("street", &mut row.street, text),
        OrganizationChange::Postcode(text) => line("postcode", &mut row.postcode, text),
        OrganizationChange::City(text) => line("city", &mut row.city, text),
        OrganizationChange::Region(text) => line("region", &mut row.region, text),
        OrganizationChange::Country(text) => line("country", &mut row.country, text),
        OrganizationChange::Employees(count) => {
            row.employees = count.map(|count| check::number("employees", count, 0, 100_000_000)).transpose()?;
            Ok("employees")
        }
        OrganizationChange::AnnualRevenue(amount) => {
            (row.annual_revenue, row.annual_revenue_currency) = check::any_amount("annual_revenue", amount.as_ref())?;
            Ok("annual_revenue")
        }
        OrganizationChange::FoundedYear(year) => {
            row.founded_year = year.map(|year| check::number("founded_year", year, 1, 9999)).transpose()?;
            Ok("founded_year")
        }
        OrganizationChange::Customer(customer) => {
            row.customer_since = customer_since(act, *customer, row.customer_since.take());
            Ok("customer_since")
        }
        OrganizationChange::Owner(id) => {
            row.owner_id = colleague::of(act, *id)?;
            Ok("owner")
        }
        OrganizationChange::Custom(custom) => {
            detail::set_custom(act, FieldEntity::Organization, row.id, custom).map(|()| "custom")
        }
    }
}

/// Changes fields of a person.
///
/// # Errors
/// `in_trash`, and those of the fields.
pub fn update_person(act: &Act<'_>, input: UpdatePersonInput) -> Result<Written> {
    let mut row = party::need::<tables::Person>(act.tx, PersonId(input.id), "person")?;
    if row.deleted_at.is_some() {
        return Err(Error::refused(Refused::InTrash, &row.name));
    }
    let mut field = "";
    for change in &input.changes {
        field = change_person(act, &mut row, change)?;
    }
    row.update(act.tx)?;
    Ok(written("update_person", json!({ "name": row.name, "field": field })))
}

/// Changes one field of a row; answers the field.
pub(crate) fn change_person(act: &Act<'_>, row: &mut tables::Person, change: &PersonChange) -> Result<&'static str> {
    let line = |field: &'static str, slot: &mut Option<String>, text: &Option<String>| -> Result<&'static str> {
        *slot = party::optional(field, text.as_deref())?;
        Ok(field)
    };
    match change {
        PersonChange::Name(text) => {
            row.name = party::name("name", text)?;
            Ok("name")
        }
        PersonChange::Organization(organization) => {
            row.organization_id = organization.as_ref().map(|party| party::organization(act, party)).transpose()?;
            Ok("organization")
        }
        PersonChange::JobTitle(text) => line("job_title", &mut row.job_title, text),
        PersonChange::Email(text) => line("email", &mut row.email, text),
        PersonChange::Phone(text) => line("phone", &mut row.phone, text),
        PersonChange::Mobile(text) => line("mobile", &mut row.mobile, text),
        PersonChange::Customer(customer) => {
            row.customer_since = customer_since(act, *customer, row.customer_since.take());
            Ok("customer_since")
        }
        PersonChange::Owner(id) => {
            row.owner_id = colleague::of(act, *id)?;
            Ok("owner")
        }
        PersonChange::Custom(custom) => detail::set_custom(act, FieldEntity::Person, row.id, custom).map(|()| "custom"),
    }
}

fn customer_since(act: &Act<'_>, customer: bool, since: Option<String>) -> Option<String> {
    customer.then(|| since.unwrap_or_else(|| act.today.to_string()))
}

/// Moves contacts to the trash, all or none; those an open deal or lead still names stay.
///
/// # Errors
/// `in_use` with the titles in the way, `in_trash`, `missing`, `delete_off`, `batch_delete_off`, `invalid` for other kinds
/// of record.
pub fn delete_contacts(act: &Act<'_>, input: RecordsInput) -> Result<Written> {
    batch::check_count(input.records.len())?;
    let records = once(input.records);
    policy::allow(act.tx, Guarded::Delete, records.len())?;
    let mut names = Vec::new();
    let mut contacts = Vec::new();
    for record in records {
        let (name, deleted) = match record.kind {
            RecordKind::Organization => {
                party::need::<tables::Organization>(act.tx, OrganizationId(record.id), "organization")
                    .map(|row| (row.name, row.deleted_at))?
            }
            RecordKind::Person => party::need::<tables::Person>(act.tx, PersonId(record.id), "person")
                .map(|row| (row.name, row.deleted_at))?,
            _ => return Err(Error::field("invalid", "kind")),
        };
        if deleted.is_some() {
            return Err(Error::refused(Refused::InTrash, &name));
        }
        names.push(name);
        contacts.push(record);
    }
    let (count, titles) = query::in_use(act.tx, &batch::hex_list(contacts.iter().map(|contact| contact.id)))?;
    if count > 0 {
        return Err(Error::with(
            "in_use",
            json!({ "count": count, "names": titles.join(", "), "name": names.join(", ") }),
        ));
    }
    for contact in &contacts {
        set_deleted(act, contact, Some(act.now))?;
    }
    Ok(written("delete_contacts", json!({ "count": names.len(), "name": names.first().cloned().unwrap_or_default() })))
}

/// Each record once, in the order given.
pub(crate) fn once(records: Vec<RecordRef>) -> Vec<RecordRef> {
    let mut seen = std::collections::HashSet::new();
    records.into_iter().filter(|record| seen.insert(record.clone())).collect()
}

/// Into the trash, or out of it.
pub(crate) fn set_deleted(act: &Act<'_>, contact: &RecordRef, at: Option<i64>) -> Result<()> {
    if contact.kind == RecordKind::Organization {
        let row = party::need::<tables::Organization>(act.tx, OrganizationId(contact.id), "organization")?;
        tables::Organization { deleted_at: at, merged_into: None, ..row }.update(act.tx)?;
    } else {
        let row = party::need::<tables::Person>(act.tx, PersonId(contact.id), "person")?;
        tables::Person { deleted_at: at, merged_into: None, ..row }.update(act.tx)?;
    }
    Ok(())
}
