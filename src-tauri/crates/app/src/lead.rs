//! Leads: the inbox, one lead, and what can be done with several at once.
//! Conversions between deals and leads are in `convert`.

use crate::{
    Act, Error, Result, View, batch, check, common,
    deal::{next_activity, next_mark},
    detail::{self, names, words},
    dto::*,
    ending, party, policy,
    totals::{self, Tally},
    written::{Written, written},
};
use chrono::NaiveDate;
use rusqlite::Connection;
use satchel_domain::{deal::Refused, ids::*, policy::Guarded};
use satchel_store::{
    journal,
    query::{
        deal::{NumberedTable, next_number},
        entity::Entity,
        lead::{self as query, Entrant, Narrow},
        merge,
    },
    search,
    tables::{self, LeadStatus as Status, ReasonKind, Table},
};
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// One page of the inbox, or of the archived or lost leads.
///
/// # Errors
/// As SQLite says.
pub fn leads_page(view: &View<'_>, input: LeadsInput) -> Result<LeadsPage> {
    let narrow = Narrow {
        words: search::terms(&input.text),
        source: input.source,
        labels: input.labels,
        archived: input.archived,
        lost: input.lost,
    };
    let order = match input.sort {
        LeadSort::Urgency => query::Order::Urgency,
        LeadSort::Newest => query::Order::Newest,
        LeadSort::Value => query::Order::Value,
        LeadSort::Title => query::Order::Title,
    };
    let offset = input.offset.max(0);
    let rows = query::page(view.conn, &narrow, order, &view.today.to_string(), offset, check::page(input.limit, 200))?;
    let mut tally = Tally::default();
    for (currency, count, sum, weighted) in query::sums(view.conn, &narrow)? {
        tally.add(count, Some(&currency), sum, weighted);
    }
    let totals = tally.finish(&totals::home_currency(view.conn)?);
    Ok(LeadsPage {
        revision: journal::revision(view.conn)?,
        total: totals.count,
        all: query::count(view.conn, &narrow)?,
        unseen: query::unseen(view.conn)?,
        sums: totals.sums,
        offset,
        rows: rows.into_iter().map(|row| lead_row(row, view.today)).collect(),
    })
}

/// Leads of an organization or person.
///
/// # Errors
/// As SQLite says.
pub fn of_contact(view: &View<'_>, organization: bool, id: Uuid) -> Result<Vec<LeadRow>> {
    Ok(query::of_contact(view.conn, organization, id)?.into_iter().map(|row| lead_row(row, view.today)).collect())
}

fn lead_row(row: query::LeadRow, today: NaiveDate) -> LeadRow {
    LeadRow {
        id: row.id,
        title: row.title,
        organization: row.organization,
        person: row.person,
        value: check::money_of(row.value, row.currency),
        source: row.source,
        labels: row.labels,
        mark: next_mark(row.next.as_ref(), today),
        next: row.next.map(next_activity),
        seen: row.seen,
        arrived_at: row.arrived_at,
        status: words::lead_status(row.status),
        archived: row.archived,
        sample: row.sample,
    }
}

/// Everything the lead's pane shows but the timeline.
///
/// # Errors
/// `missing`.
pub fn lead_detail(view: &View<'_>, input: IdInput) -> Result<LeadDetail> {
    let conn = view.conn;
    let row = party::need::<tables::Lead>(conn, LeadId(input.id), "lead")?;
    let standing = row.source_deal_id.map(|id| names::named(conn, RecordKind::Deal, id)).transpose()?.flatten();
    let source_deal_gone = row.source_deal_id.is_some() && standing.is_none();
    // a deal that was merged is found as what it is part of
    let deal = row.deal_id.map(|id| merge::part_of(conn, Entity::Deal, id.0)).transpose()?;
    let remembered = || {
        row.source_deal_id.zip(row.source_deal_title.clone()).map(|(id, name)| NamedRecord {
            kind: RecordKind::Deal,
            id: id.0,
            name,
        })
    };
    Ok(LeadDetail {
        revision: journal::revision(conn)?,
        source_deal: standing.or_else(remembered),
        source_deal_gone,
        deal: deal.map(|id| names::named(conn, RecordKind::Deal, id)).transpose()?.flatten(),
        organization: detail::organization_brief(conn, row.organization_id)?,
        people: detail::people_briefs(conn, row.person_id, row.organization_id)?,
        organization_fields: detail::filled_values(view, FieldEntity::Organization, row.organization_id)?,
        person_fields: detail::filled_values(view, FieldEntity::Person, row.person_id)?,
        open_activities: detail::open_activities(view, "lead_id", row.id)?,
        fields: detail::field_values(view, FieldEntity::Deal, row.id, true)?,
        read_only: row.deleted_at.is_some(),
        lead: Lead {
            labels: detail::labels_of(conn, RecordKind::Lead, row.id)?,
            sample: detail::is_sample(conn, row.id)?,
            external_ids: detail::external_ids(conn, row.id)?,
            id: row.id.0,
            number: row.number,
            title: row.title,
            status: words::lead_status(row.status),
            value: check::money_of(row.value, row.currency),
            probability: row.probability,
            expected_close: row.expected_close,
            organization: row.organization_id.map(Into::into),
            person: row.person_id.map(Into::into),
            owner: row.owner_id.map(Into::into),
            converted_by: row.converted_by_id.map(Into::into),
            next_contact_by: row.next_contact_by_id.map(Into::into),
            source: row.source_id.map(Into::into),
            product: row.product_id.map(Into::into),
            close_reason: row.close_reason_id.map(Into::into),
            close_note: row.close_note,
            created_at: row.created_at,
            lost_at: row.lost_at,
            archived_at: row.archived_at,
            deleted_at: row.deleted_at,
            converted_at: row.converted_at,
        },
    })
}

/// A new lead. Whoever makes one by hand has seen it.
///
/// # Errors
/// `required`, `too_long`, `invalid`, `over_limit`, `unknown_currency`, `missing`.
pub fn create_lead(act: &Act<'_>, input: NewLead) -> Result<Written> {
    let organization_id = input.organization.as_ref().map(|party| party::organization(act, party)).transpose()?;
    let (value, currency) = check::deal_value("value", input.value.as_ref())?;
    let row = tables::Lead {
        number: next_number(act.tx, NumberedTable::Leads)?,
        value,
        currency,
        expected_close: check::optional_date("expected_close", input.expected_close.as_deref())?,
        organization_id,
        person_id: input.person.as_ref().map(|party| party::person(act, party, organization_id)).transpose()?,
        source_id: party::source(act, input.source)?,
        ..blank(act, party::name("title", &input.title)?)
    };
    row.insert(act.tx)?;
    for label in input.labels {
        query::add_label(act.tx, row.id.0, party::need::<tables::Label>(act.tx, LabelId(label), "label")?.id.0)?;
    }
    query::mark_seen(act.tx, &batch::hex_list([row.id.0]), true)?;
    Ok(written("create_lead", json!({ "name": row.title })).creating(RecordKind::Lead, row.id))
}

/// An open lead with a title and nothing else.
pub(crate) fn blank(act: &Act<'_>, title: String) -> tables::Lead {
    blank_row(act.id(), title, act.now)
}

/// The same from its parts, before there is an act.
pub(crate) const fn blank_row(id: LeadId, title: String, now: i64) -> tables::Lead {
    tables::Lead {
        id,
        number: 0,
        title,
        status: Status::Open,
        value: None,
        currency: None,
        expected_close: None,
        organization_id: None,
        person_id: None,
        owner_id: None,
        source_id: None,
        product_id: None,
        probability: None,
        close_reason_id: None,
        close_note: None,
        source_deal_id: None,
        source_deal_title: None,
        converted_at: None,
        deal_id: None,
        merged_into: None,
        created_at: now,
        lost_at: None,
        archived_at: None,
        deleted_at: None,
        converted_by_id: None,
        next_contact_by_id: None,
    }
}

/// Changes fields of a lead.
///
/// # Errors
/// `in_trash`, and those of the fields.
pub fn update_lead(act: &Act<'_>, input: UpdateLeadInput) -> Result<Written> {
    let mut row = party::need::<tables::Lead>(act.tx, LeadId(input.id), "lead")?;
    if row.deleted_at.is_some() {
        return Err(Error::refused(Refused::InTrash, &row.title));
    }
    let mut field = "";
    for change in &input.changes {
        field = common::change(act, &mut row, change)?;
    }
    row.update(act.tx)?;
    ending::by_rule(act, Entity::Lead, &batch::hex_list([row.id.0]))?;
    Ok(written("update_lead", json!({ "name": row.title, "field": field })))
}

/// The leads of an act, in the order given, each once.
pub(crate) fn read(conn: &Connection, ids: &[Uuid]) -> Result<Vec<Entrant>> {
    batch::check_count(ids.len())?;
    let mut found: HashMap<Uuid, Entrant> =
        query::entrants(conn, &batch::hex_list(ids.iter().copied()))?.into_iter().map(|lead| (lead.id, lead)).collect();
    let mut seen = std::collections::HashSet::new();
    ids.iter().filter(|id| seen.insert(**id)).map(|id| found.remove(id).ok_or_else(|| Error::missing("lead"))).collect()
}

/// All or none: the first rule broken, with the names of all that break it.
fn allow(leads: &[Entrant], act: RecordAct) -> Result<()> {
    let mut refused = Vec::new();
    for lead in leads {
        if let Err(code) = may(lead, act)? {
            refused.push((lead.title.as_str(), code));
        }
    }
    match refused.first() {
        None => Ok(()),
        Some((_, first)) => {
            Err(batch::refusal(*first, refused.iter().filter(|(_, code)| code == first).map(|(name, _)| *name)))
        }
    }
}

/// Whether an act fits a lead as it stands.
///
/// # Errors
/// `invalid` for acts that only deals know.
pub(crate) fn may(lead: &Entrant, act: RecordAct) -> Result<std::result::Result<(), Refused>> {
    let unless = |no: bool, code: Refused| in_reach(lead).and(if no { Err(code) } else { Ok(()) });
    let lost = lead.status == Status::Lost;
    Ok(match act {
        RecordAct::Lose => unless(lost, Refused::AlreadyLost),
        RecordAct::Restore => unless(!lost, Refused::NotLost),
        RecordAct::Archive => unless(lead.archived, Refused::Archived),
        RecordAct::Unarchive => unless(!lead.archived && !lost, Refused::NotArchived),
        RecordAct::Delete if lead.deleted => Err(Refused::InTrash),
        RecordAct::Recover if !lead.deleted => Err(Refused::NotDeleted),
        RecordAct::Delete | RecordAct::Recover => Ok(()),
        RecordAct::Move | RecordAct::Win | RecordAct::Close | RecordAct::Reopen => {
            return Err(Error::field("invalid", "kind"));
        }
    })
}

const fn in_reach(lead: &Entrant) -> std::result::Result<(), Refused> {
    match (lead.deleted, lead.status) {
        (true, _) => Err(Refused::InTrash),
        (false, Status::Converted) => Err(Refused::AlreadyConverted),
        (false, Status::Open | Status::Lost) => Ok(()),
    }
}

fn params(leads: &[Entrant]) -> Value {
    json!({ "count": leads.len(), "name": leads.first().map_or("", |lead| lead.title.as_str()) })
}

/// Writes an act on these leads with one line of history each.
pub(crate) fn write(
    act: &Act<'_>,
    what: query::Act,
    leads: &[Entrant],
    reason: Option<ReasonId>,
    note: Option<&str>,
) -> Result<()> {
    if leads.is_empty() {
        return Ok(());
    }
    Ok(query::write(act.tx, what, &lines(act, leads), act.now, reason.map(Into::into), note)?)
}

/// `[new id, lead]` for each, in hexadecimal.
fn lines(act: &Act<'_>, leads: &[Entrant]) -> String {
    let hex = |id: Uuid| id.simple().to_string();
    Value::from(leads.iter().map(|lead| json!([hex(act.id()), hex(lead.id)])).collect::<Vec<_>>()).to_string()
}

/// Marks leads as lost; reason and closing note are as optional as for deals.
///
/// # Errors
/// `already_lost`, `already_converted`, `in_trash`, `missing`, `required`.
pub fn lose_leads(act: &Act<'_>, input: LoseInput) -> Result<Written> {
    let leads = read(act.tx, &input.ids)?;
    allow(&leads, RecordAct::Lose)?;
    let note = Some(party::body("closing_note", &input.note)?).filter(|note| !note.trim().is_empty());
    policy::ending(act.tx, ReasonKind::Lost, input.reason.is_some(), note.is_some())?;
    let reason = ending::reason(act, ReasonKind::Lost, input.reason.as_ref())?;
    write(act, query::Act::Lose, &leads, reason, note.as_deref())?;
    if let Some(note) = note {
        query::closing_notes(act.tx, &lines(act, &leads), act.now, &note)?;
    }
    let mut params = params(&leads);
    params["reason"] =
        json!(reason.map(|id| names::name_of(act.tx, "close_reasons", id)).transpose()?.unwrap_or_default());
    Ok(written("lose_leads", params))
}

/// Lost leads back into the inbox; the reason stays in history only.
///
/// # Errors
/// `not_lost`, `already_converted`, `in_trash`, `missing`, `mass_restore_off`.
pub fn restore_leads(act: &Act<'_>, input: LeadsActInput) -> Result<Written> {
    let leads = read(act.tx, &input.ids)?;
    policy::allow(act.tx, Guarded::Restore, leads.len())?;
    allow(&leads, RecordAct::Restore)?;
    write(act, query::Act::Restore, &leads, None, None)?;
    Ok(written("restore_leads", params(&leads)))
}

/// Sets leads aside; their status stays, but an open one at 0 % counts as lost from then on.
///
/// # Errors
/// `archived`, `already_converted`, `in_trash`, `missing`.
pub fn archive_leads(act: &Act<'_>, input: LeadsActInput) -> Result<Written> {
    let leads = read(act.tx, &input.ids)?;
    allow(&leads, RecordAct::Archive)?;
    write(act, query::Act::Archive, &leads, None, None)?;
    ending::by_rule(act, Entity::Lead, &batch::hex_list(leads.iter().map(|lead| lead.id)))?;
    Ok(written("archive_leads", params(&leads)))
}

/// Takes leads out of the archive; lost ones are restored by the same act.
///
/// # Errors
/// `not_archived` for leads neither archived nor lost, `already_converted`, `in_trash`, `missing`, `mass_restore_off`.
pub fn unarchive_leads(act: &Act<'_>, input: LeadsActInput) -> Result<Written> {
    let leads = read(act.tx, &input.ids)?;
    allow(&leads, RecordAct::Unarchive)?;
    let (lost, others): (Vec<Entrant>, Vec<Entrant>) =
        leads.iter().cloned().partition(|lead| lead.status == Status::Lost);
    policy::allow(act.tx, Guarded::Restore, lost.len())?;
    write(act, query::Act::Restore, &lost, None, None)?;
    write(act, query::Act::Unarchive, &others, None, None)?;
    Ok(written("unarchive_leads", params(&leads)))
}

/// Moves leads to the trash; leads may always be trashed.
///
/// # Errors
/// `in_trash`, `missing`, `delete_off`, `batch_delete_off`.
pub fn delete_leads(act: &Act<'_>, input: LeadsActInput) -> Result<Written> {
    let leads = read(act.tx, &input.ids)?;
    policy::allow(act.tx, Guarded::Delete, leads.len())?;
    allow(&leads, RecordAct::Delete)?;
    write(act, query::Act::Delete, &leads, None, None)?;
    Ok(written("delete_leads", params(&leads)))
}

/// Marks leads as seen or unseen on this machine; undo does not cover it.
///
/// # Errors
/// `nothing_selected`, `over_limit`.
pub fn mark_seen(act: &Act<'_>, input: SeenInput) -> Result<Nothing> {
    batch::check_count(input.ids.len())?;
    query::mark_seen(act.tx, &batch::hex_list(input.ids), input.seen)?;
    Ok(Nothing {})
}
