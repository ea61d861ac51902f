//! Organizations, people, products and colleagues from their drafts and, where they exist, the rows of before.

use super::{
    deal_rows::Planned,
    draft::{ColleagueDraft, OrganizationDraft, PersonDraft, ProductDraft},
    fill::Fill,
    mapping::ImportField as F,
    work::{Desk, Target, Write},
};
use crate::{Result, party};
use satchel_domain::ids::*;
use satchel_store::tables;
use uuid::Uuid;

fn write(target: Target, known: bool, note: Option<&String>, external: Option<&String>) -> Write {
    Write {
        target,
        fresh: !known,
        labels: Vec::new(),
        unlabel: Vec::new(),
        custom: Vec::new(),
        note: note.cloned(),
        external: external.cloned(),
        history: None,
    }
}

/// An organization.
pub(super) fn organization(
    desk: &mut Desk<'_>,
    draft: &OrganizationDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let found = desk.book.find(|book| &mut book.organizations, draft.parent.as_deref(), None).and_then(|parent| {
        let owner = desk.book.find(|book| &mut book.colleagues, draft.owner.as_deref(), None)?;
        Ok((parent.filter(|parent| *parent != id).map(OrganizationId), owner.map(ColleagueId)))
    });
    let (parent, owner) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = OrganizationId(id);
    let mut row = if known {
        party::need::<tables::Organization>(desk.conn, id, "organization")?
    } else {
        party::blank_organization(id, draft.name.clone(), desk.now)
    };
    let mut fill = Fill::new(known, cleared);
    fill.name(F::Name, &mut row.name, &draft.name);
    fill.record(desk, "organizations", F::Parent, &mut row.parent_id, parent, draft.parent.as_ref())?;
    fill.text(F::Industry, &mut row.industry, draft.industry.as_ref());
    fill.text(F::Website, &mut row.website, draft.website.as_ref());
    fill.text(F::Phone, &mut row.phone, draft.phone.as_ref());
    fill.text(F::Email, &mut row.email, draft.email.as_ref());
    fill.text(F::Street, &mut row.street, draft.street.as_ref());
    fill.text(F::Postcode, &mut row.postcode, draft.postcode.as_ref());
    fill.text(F::City, &mut row.city, draft.city.as_ref());
    fill.text(F::Region, &mut row.region, draft.region.as_ref());
    fill.text(F::Country, &mut row.country, draft.country.as_ref());
    fill.number(F::Employees, &mut row.employees, draft.employees);
    fill.money(F::AnnualRevenue, &mut row.annual_revenue, &mut row.annual_revenue_currency, draft.annual_revenue);
    fill.number(F::FoundedYear, &mut row.founded_year, draft.founded_year);
    fill.record(desk, "colleagues", F::Owner, &mut row.owner_id, owner, draft.owner.as_ref())?;
    let write = write(Target::Organization(row), known, draft.note.as_ref(), draft.external_id.as_ref());
    Ok(Ok((write, fill.diffs)))
}

/// A person.
pub(super) fn person(
    desk: &mut Desk<'_>,
    draft: &PersonDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let organization = match desk.book.find(|book| &mut book.organizations, draft.organization.as_deref(), None) {
        Ok(organization) => organization.map(OrganizationId),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let id = PersonId(id);
    let mut row = if known {
        party::need::<tables::Person>(desk.conn, id, "person")?
    } else {
        party::blank_person(id, draft.name.clone(), desk.now)
    };
    let said = draft.organization.as_ref();
    let mut fill = Fill::new(known, cleared);
    fill.name(F::Name, &mut row.name, &draft.name);
    fill.record(desk, "organizations", F::Organization, &mut row.organization_id, organization, said)?;
    fill.text(F::JobTitle, &mut row.job_title, draft.job_title.as_ref());
    fill.text(F::Email, &mut row.email, draft.email.as_ref());
    fill.text(F::Phone, &mut row.phone, draft.phone.as_ref());
    fill.text(F::Mobile, &mut row.mobile, draft.mobile.as_ref());
    Ok(Ok((write(Target::Person(row), known, draft.note.as_ref(), draft.external_id.as_ref()), fill.diffs)))
}

/// A product.
pub(super) fn product(
    desk: &mut Desk<'_>,
    draft: &ProductDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let id = ProductId(id);
    let mut row = if known {
        party::need::<tables::Product>(desk.conn, id, "product")?
    } else {
        tables::Product { id, name: draft.name.clone(), code: None, series: None, price: None, currency: None }
    };
    let mut fill = Fill::new(known, cleared);
    fill.name(F::Name, &mut row.name, &draft.name);
    fill.text(F::Code, &mut row.code, draft.code.as_ref());
    fill.text(F::Series, &mut row.series, draft.series.as_ref());
    fill.money(F::Price, &mut row.price, &mut row.currency, draft.price);
    Ok(Ok((write(Target::Product(row), known, None, draft.external_id.as_ref()), fill.diffs)))
}

/// A colleague.
pub(super) fn colleague(
    desk: &mut Desk<'_>,
    draft: &ColleagueDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let id = ColleagueId(id);
    let mut row = if known {
        party::need::<tables::Colleague>(desk.conn, id, "colleague")?
    } else {
        tables::Colleague { id, name: draft.name.clone(), email: None, manager: None, office: None, active: true }
    };
    let mut fill = Fill::new(known, cleared);
    fill.name(F::Name, &mut row.name, &draft.name);
    fill.text(F::Email, &mut row.email, draft.email.as_ref());
    fill.text(F::Manager, &mut row.manager, draft.manager.as_ref());
    fill.text(F::Office, &mut row.office, draft.office.as_ref());
    Ok(Ok((write(Target::Colleague(row), known, None, draft.external_id.as_ref()), fill.diffs)))
}
