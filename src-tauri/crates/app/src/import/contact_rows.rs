//! Organizations, people, products and colleagues from their drafts and, where they exist, the rows of before.

use super::{
    deal_rows::{Planned, party_diff},
    diffs::Diffs,
    draft::{ColleagueDraft, OrganizationDraft, PersonDraft, ProductDraft},
    mapping::ImportField as F,
    work::{Desk, Target, Write, merged},
};
use crate::{Result, party};
use satchel_domain::{ids::*, money::Money};
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

fn split(value: Option<Money>, before: (Option<i64>, Option<String>), clear: bool) -> (Option<i64>, Option<String>) {
    match value {
        Some(money) => (Some(money.minor()), Some(money.currency().code().to_owned())),
        None if clear => (None, None),
        None => before,
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
    let before = if known {
        Some(party::need::<tables::Organization>(desk.conn, OrganizationId(id), "organization")?)
    } else {
        None
    };
    let found = desk.book.find(|book| &mut book.organizations, draft.parent.as_deref(), None).and_then(|parent| {
        Ok((
            parent.filter(|parent| *parent != id),
            desk.book.find(|book| &mut book.colleagues, draft.owner.as_deref(), None)?,
        ))
    });
    let (parent, owner) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let old = before.as_ref();
    let keep = |field: F, said: &Option<String>, old_value: fn(&tables::Organization) -> &Option<String>| {
        merged(field, cleared, said.clone(), old.and_then(|row| old_value(row).clone()))
    };
    let revenue = split(
        draft.annual_revenue,
        old.map_or((None, None), |row| (row.annual_revenue, row.annual_revenue_currency.clone())),
        cleared.contains(&F::AnnualRevenue),
    );
    let row = tables::Organization {
        id: OrganizationId(id),
        name: draft.name.clone(),
        parent_id: merged(F::Parent, cleared, parent.map(OrganizationId), old.and_then(|row| row.parent_id)),
        industry: keep(F::Industry, &draft.industry, |row| &row.industry),
        website: keep(F::Website, &draft.website, |row| &row.website),
        phone: keep(F::Phone, &draft.phone, |row| &row.phone),
        email: keep(F::Email, &draft.email, |row| &row.email),
        street: keep(F::Street, &draft.street, |row| &row.street),
        postcode: keep(F::Postcode, &draft.postcode, |row| &row.postcode),
        city: keep(F::City, &draft.city, |row| &row.city),
        region: keep(F::Region, &draft.region, |row| &row.region),
        country: keep(F::Country, &draft.country, |row| &row.country),
        employees: merged(F::Employees, cleared, draft.employees, old.and_then(|row| row.employees)),
        annual_revenue: revenue.0,
        annual_revenue_currency: revenue.1,
        founded_year: merged(F::FoundedYear, cleared, draft.founded_year, old.and_then(|row| row.founded_year)),
        customer_since: old.and_then(|row| row.customer_since.clone()),
        owner_id: merged(F::Owner, cleared, owner.map(ColleagueId), old.and_then(|row| row.owner_id)),
        merged_into: None,
        created_at: old.map_or(desk.now, |row| row.created_at),
        deleted_at: None,
    };
    let mut diffs = Diffs::default();
    if let Some(before) = old {
        diffs.text("name", Some(&before.name), Some(&row.name));
        party_diff(
            desk,
            &mut diffs,
            "parent",
            "organizations",
            before.parent_id,
            row.parent_id,
            draft.parent.as_deref(),
        )?;
        for (field, from, to) in [
            ("industry", &before.industry, &row.industry),
            ("website", &before.website, &row.website),
            ("phone", &before.phone, &row.phone),
            ("email", &before.email, &row.email),
            ("street", &before.street, &row.street),
            ("postcode", &before.postcode, &row.postcode),
            ("city", &before.city, &row.city),
            ("region", &before.region, &row.region),
            ("country", &before.country, &row.country),
        ] {
            diffs.text(field, from.as_deref(), to.as_deref());
        }
        diffs.number("employees", before.employees, row.employees);
        diffs.money(
            "annual_revenue",
            (before.annual_revenue, before.annual_revenue_currency.as_ref()),
            (row.annual_revenue, row.annual_revenue_currency.as_ref()),
        );
        diffs.number("founded_year", before.founded_year, row.founded_year);
        party_diff(desk, &mut diffs, "owner", "colleagues", before.owner_id, row.owner_id, draft.owner.as_deref())?;
    }
    Ok(Ok((write(Target::Organization(row), known, draft.note.as_ref(), draft.external_id.as_ref()), diffs)))
}

/// A person.
pub(super) fn person(
    desk: &mut Desk<'_>,
    draft: &PersonDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let before = if known { Some(party::need::<tables::Person>(desk.conn, PersonId(id), "person")?) } else { None };
    let organization = match desk.book.find(|book| &mut book.organizations, draft.organization.as_deref(), None) {
        Ok(organization) => organization.map(OrganizationId),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let old = before.as_ref();
    let keep = |field: F, said: &Option<String>, old_value: fn(&tables::Person) -> &Option<String>| {
        merged(field, cleared, said.clone(), old.and_then(|row| old_value(row).clone()))
    };
    let row = tables::Person {
        id: PersonId(id),
        name: draft.name.clone(),
        organization_id: merged(F::Organization, cleared, organization, old.and_then(|row| row.organization_id)),
        job_title: keep(F::JobTitle, &draft.job_title, |row| &row.job_title),
        email: keep(F::Email, &draft.email, |row| &row.email),
        phone: keep(F::Phone, &draft.phone, |row| &row.phone),
        mobile: keep(F::Mobile, &draft.mobile, |row| &row.mobile),
        customer_since: old.and_then(|row| row.customer_since.clone()),
        owner_id: old.and_then(|row| row.owner_id),
        merged_into: None,
        created_at: old.map_or(desk.now, |row| row.created_at),
        deleted_at: None,
    };
    let mut diffs = Diffs::default();
    if let Some(before) = old {
        diffs.text("name", Some(&before.name), Some(&row.name));
        party_diff(
            desk,
            &mut diffs,
            "organization",
            "organizations",
            before.organization_id,
            row.organization_id,
            draft.organization.as_deref(),
        )?;
        for (field, from, to) in [
            ("job_title", &before.job_title, &row.job_title),
            ("email", &before.email, &row.email),
            ("phone", &before.phone, &row.phone),
            ("mobile", &before.mobile, &row.mobile),
        ] {
            diffs.text(field, from.as_deref(), to.as_deref());
        }
    }
    Ok(Ok((write(Target::Person(row), known, draft.note.as_ref(), draft.external_id.as_ref()), diffs)))
}

/// A product.
pub(super) fn product(
    desk: &mut Desk<'_>,
    draft: &ProductDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let before = if known { Some(party::need::<tables::Product>(desk.conn, ProductId(id), "product")?) } else { None };
    let old = before.as_ref();
    let (price, currency) = split(
        draft.price,
        old.map_or((None, None), |row| (row.price, row.currency.clone())),
        cleared.contains(&F::Price),
    );
    let row = tables::Product {
        id: ProductId(id),
        name: draft.name.clone(),
        code: merged(F::Code, cleared, draft.code.clone(), old.and_then(|row| row.code.clone())),
        series: merged(F::Series, cleared, draft.series.clone(), old.and_then(|row| row.series.clone())),
        price,
        currency,
    };
    let mut diffs = Diffs::default();
    if let Some(before) = old {
        diffs.text("name", Some(&before.name), Some(&row.name));
        diffs.text("code", before.code.as_deref(), row.code.as_deref());
        diffs.text("series", before.series.as_deref(), row.series.as_deref());
        diffs.money("price", (before.price, before.currency.as_ref()), (row.price, row.currency.as_ref()));
    }
    Ok(Ok((write(Target::Product(row), known, None, draft.external_id.as_ref()), diffs)))
}

/// A colleague.
pub(super) fn colleague(
    desk: &mut Desk<'_>,
    draft: &ColleagueDraft,
    cleared: &[F],
    id: Uuid,
    known: bool,
) -> Result<Planned> {
    let before =
        if known { Some(party::need::<tables::Colleague>(desk.conn, ColleagueId(id), "colleague")?) } else { None };
    let old = before.as_ref();
    let keep = |field: F, said: &Option<String>, old_value: fn(&tables::Colleague) -> &Option<String>| {
        merged(field, cleared, said.clone(), old.and_then(|row| old_value(row).clone()))
    };
    let row = tables::Colleague {
        id: ColleagueId(id),
        name: draft.name.clone(),
        email: keep(F::Email, &draft.email, |row| &row.email),
        manager: keep(F::Manager, &draft.manager, |row| &row.manager),
        office: keep(F::Office, &draft.office, |row| &row.office),
        active: old.is_none_or(|row| row.active),
    };
    let mut diffs = Diffs::default();
    if let Some(before) = old {
        diffs.text("name", Some(&before.name), Some(&row.name));
        for (field, from, to) in [
            ("email", &before.email, &row.email),
            ("manager", &before.manager, &row.manager),
            ("office", &before.office, &row.office),
        ] {
            diffs.text(field, from.as_deref(), to.as_deref());
        }
    }
    Ok(Ok((write(Target::Colleague(row), known, None, draft.external_id.as_ref()), diffs)))
}
