//! Deal to lead and lead to deal: what travels, what stays, all or nothing.

use crate::{
    Act, App, Error, Result, View,
    batch::{self, Entrant},
    boot, check, deal,
    dto::*,
    formula,
    job::{self, Running},
    party, policy, setting,
    written::{Written, written},
};
use rusqlite::{Connection, named_params};
use satchel_domain::{
    deal::{self as rules, Refused},
    ids::*,
    policy::Guarded,
};
use satchel_store::{
    query::{board as board_query, deal as query},
    tables::{self, LeadStatus as RowStatus, Table},
};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};
use uuid::Uuid;

/// Deals between two words about progress; somebody may stop the run there.
const PART: usize = 20;

/// What a result of such a run is called.
const KIND: &str = "convert_to_leads";

/// Most deals a run from a list converts.
pub const LIST_LIMIT: usize = 100;

/// What a conversion would carry along, leave behind and leave out.
///
/// # Errors
/// `over_list_limit`, `missing`, `convert_off`.
pub fn convert_preview(view: &View<'_>, input: ConvertInput) -> Result<ConvertPreview> {
    let (going, left_out) = sort_out(view.conn, &input)?;
    let mut preview = ConvertPreview {
        deals: going.len() as i64,
        activities: 0,
        notes: 0,
        messages: 0,
        staying: 0,
        left_out,
        existing: Vec::new(),
        formulas: if going.is_empty() { Vec::new() } else { formula::left_behind(view.conn)? },
    };
    for deal in &going {
        let baggage = query::baggage(view.conn, deal.id.0)?;
        preview.activities += baggage.activities;
        preview.notes += baggage.notes;
        preview.messages += baggage.messages;
        preview.staying += baggage.history;
        if let Some(lead) = standing_lead(view.conn, deal)? {
            preview.existing.push(NamedRecord { kind: RecordKind::Lead, id: lead.id.0, name: lead.title });
        }
    }
    Ok(preview)
}

/// Who converts and who is left out, by name and rule.
fn sort_out(conn: &Connection, input: &ConvertInput) -> Result<(Vec<Entrant>, Vec<LeftOut>)> {
    if input.from_list && input.ids.len() > LIST_LIMIT {
        return Err(Error::with("over_list_limit", json!({ "count": input.ids.len(), "max": LIST_LIMIT })));
    }
    policy::allow(conn, Guarded::Convert, input.ids.len())?;
    let leads_enabled = setting::switch(conn, "leads_enabled", true)?;
    let mut left_out = Vec::new();
    let mut going = Vec::new();
    for deal in batch::read(conn, &input.ids)? {
        match rules::may_convert(deal.facts, leads_enabled) {
            Ok(()) => going.push(deal),
            Err(refused) => left_out.push(LeftOut {
                record: NamedRecord { kind: RecordKind::Deal, id: deal.id.0, name: deal.title },
                code: refused.to_string(),
            }),
        }
    }
    Ok((going, left_out))
}

/// The lead this deal became before, while it still stands in the inbox.
fn standing_lead(conn: &Connection, deal: &Entrant) -> Result<Option<tables::Lead>> {
    let lead = deal.lead.map(|id| tables::Lead::get(conn, id)).transpose()?.flatten();
    Ok(lead.filter(|lead| lead.deleted_at.is_none() && lead.status == RowStatus::Open))
}

/// Deals become leads: fields, custom values, labels and open activities travel; history stays; the deals lie readable in the trash.
///
/// # Errors
/// `over_list_limit`, `leads_off`, `convert_off`; where no deal can convert, the rule that refuses the first with all names.
pub fn convert_to_leads(act: &Act<'_>, input: ConvertInput) -> Result<Written> {
    let (going, left_out) = sort_out(act.tx, &input)?;
    some_go(&going, &left_out)?;
    let leads = to_leads(act, &going, input.reuse)?;
    Ok(converted(&going, left_out.len(), &leads))
}

/// A refusal where no deal can convert: the rule that refuses the first, with all names.
fn some_go(going: &[Entrant], left_out: &[LeftOut]) -> Result<()> {
    if !going.is_empty() {
        return Ok(());
    }
    let code = left_out.first().map_or("nothing_selected", |left| left.code.as_str());
    let names = left_out.iter().take(5).map(|left| left.record.name.as_str()).collect::<Vec<_>>().join(", ");
    Err(Error::with(code, json!({ "name": names, "count": left_out.len() })))
}

fn converted(going: &[Entrant], left_out: usize, leads: &[LeadId]) -> Written {
    let mut params = batch::params(going);
    params["left_out"] = json!(left_out);
    leads.iter().fold(written("convert_to_leads", params), |done, lead| done.creating(RecordKind::Lead, *lead))
}

/// The same from a list, in parts: told about while it runs, taken back whole when somebody stops it, and kept as a
/// result with links to the leads.
///
/// # Errors
/// As `convert_to_leads`, and `cancelled`.
pub async fn convert_run(app: &App, input: ConvertRunInput) -> Result<ConvertRun> {
    let task = input.task;
    let running = Arc::new(Running::default());
    app.keep_task(task, Arc::clone(&running) as _);
    let telling = app.clone();
    let outcome = app
        .write(move |act| {
            let (going, left_out) = sort_out(act.tx, &input.convert)?;
            some_go(&going, &left_out)?;
            let mut leads = Vec::with_capacity(going.len());
            for part in going.chunks(PART) {
                running.goes_on()?;
                leads.extend(to_leads(act, part, input.convert.reuse)?);
                let (done, total) = (leads.len() as i64, going.len() as i64);
                telling.emit(&Event::Progress { task, phase: TaskPhase::Writing, done, total });
            }
            running.goes_on()?;
            let named = |(lead, deal): (&LeadId, &Entrant)| NamedRecord {
                kind: RecordKind::Lead,
                id: lead.0,
                name: deal.title.clone(),
            };
            let count = left_out.len();
            job::completed(act, task, KIND, leads.iter().zip(&going).map(named).collect(), left_out)?;
            Ok(converted(&going, count, &leads))
        })
        .await;
    app.drop_task(task);
    match outcome {
        Ok(done) => Ok(ConvertRun { done, job: app.read(move |view| job::get(view, task)).await? }),
        Err(error) => {
            let told = error.clone();
            app.write_state(move |act| job::stopped(act, task, KIND, &told)).await?;
            Err(error)
        }
    }
}

/// Each of these deals becomes a lead, or goes back to the one that still stands.
fn to_leads(act: &Act<'_>, going: &[Entrant], reuse: bool) -> Result<Vec<LeadId>> {
    let source = deal_source(act)?;
    let mut number = query::next_number(act.tx, query::NumberedTable::Leads)?;
    let mut lines = Vec::new();
    let mut fresh = Vec::new();
    let mut leads = Vec::new();
    for deal in going {
        let standing = if reuse { standing_lead(act.tx, deal)? } else { None };
        let lead = standing.as_ref().map_or_else(|| act.id(), |lead| lead.id);
        let line = json!({ "deal": deal.id.0.simple().to_string(), "lead": lead.0.simple().to_string(), "entry": act.id::<EntryId>().0.simple().to_string(), "number": number });
        if standing.is_none() {
            fresh.push(line.clone());
            number += 1;
        }
        lines.push(line);
        leads.push(lead);
    }
    let (lines, fresh) = (Value::from(lines).to_string(), Value::from(fresh).to_string());
    batch::enter(act, going, |_| "convert", None, None, None)?;
    act.tx
        .prepare_cached(
            "INSERT INTO leads (id, number, title, status, value, currency, probability, expected_close, organization_id, person_id, owner_id, source_id, product_id,
                                source_deal_id, source_deal_title, converted_at, created_at, next_contact_by_id)
             SELECT unhex(line.value ->> 'lead'), line.value ->> 'number', d.title, 'open', d.value, d.currency, d.probability, d.expected_close, d.organization_id, d.person_id, NULL, :source, d.product_id,
                    d.id, d.title, :now, :now, d.next_contact_by_id
             FROM json_each(:fresh) line JOIN deals d ON d.id = unhex(line.value ->> 'deal')",
        )?
        .execute(named_params! { ":fresh": fresh, ":source": source.as_bytes(), ":now": act.now })?;
    for sql in [
        "INSERT OR IGNORE INTO lead_labels (lead_id, label_id) SELECT unhex(line.value ->> 'lead'), l.label_id
         FROM json_each(?1) line JOIN deal_labels l ON l.deal_id = unhex(line.value ->> 'deal')",
        "INSERT OR IGNORE INTO custom_values (record_id, field_id, value) SELECT unhex(line.value ->> 'lead'), v.field_id, v.value
         FROM json_each(?1) line JOIN custom_values v ON v.record_id = unhex(line.value ->> 'deal')",
    ] {
        act.tx.prepare_cached(sql)?.execute([&fresh])?;
    }
    // counted before the activities move; a former owner's name is kept in the note
    act.tx
        .prepare_cached(
            "INSERT INTO lead_entries (id, lead_id, action, at, note, activities, notes, messages)
             SELECT unhex(line.value ->> 'entry'), unhex(line.value ->> 'lead'), 'convert', :now, c.name,
                    (SELECT count(*) FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL),
                    (SELECT count(*) FROM notes n WHERE n.deal_id = d.id), (SELECT count(*) FROM messages m WHERE m.deal_id = d.id)
             FROM json_each(:lines) line JOIN deals d ON d.id = unhex(line.value ->> 'deal') LEFT JOIN colleagues c ON c.id = d.owner_id",
        )?
        .execute(named_params! { ":lines": lines, ":now": act.now })?;
    for sql in [
        "UPDATE activities SET lead_id = line.lead, deal_id = NULL, moved_from_deal_id = line.deal
         FROM (SELECT unhex(value ->> 'deal') AS deal, unhex(value ->> 'lead') AS lead FROM json_each(:lines)) line
         WHERE activities.deal_id = line.deal AND activities.done_at IS NULL AND :now IS NOT NULL",
        "UPDATE deals SET deleted_at = :now, lead_id = line.lead
         FROM (SELECT unhex(value ->> 'deal') AS deal, unhex(value ->> 'lead') AS lead FROM json_each(:lines)) line WHERE deals.id = line.deal",
    ] {
        act.tx.prepare_cached(sql)?.execute(named_params! { ":lines": lines, ":now": act.now })?;
    }
    Ok(leads)
}

/// The source that says "made from a deal".
fn deal_source(act: &Act<'_>) -> Result<SourceId> {
    if let Some(row) = tables::Source::select(act.tx, "WHERE builtin = ?1 ORDER BY id LIMIT 1", [tables::DEAL_SOURCE])?
        .into_iter()
        .next()
    {
        return Ok(row.id);
    }
    let row = tables::Source { id: act.id(), name: "Deal".into(), builtin: Some(tables::DEAL_SOURCE.into()) };
    row.insert(act.tx)?;
    Ok(row.id)
}

/// Which leads become deals and which do not, by rule.
fn sort_leads(conn: &Connection, ids: &[Uuid]) -> Result<(Vec<tables::Lead>, Vec<LeftOut>)> {
    let (mut leads, mut left_out) = (Vec::new(), Vec::new());
    let mut named = HashSet::new();
    // one that is named twice becomes one deal
    for id in ids.iter().filter(|id| named.insert(**id)) {
        let lead = party::need::<tables::Lead>(conn, LeadId(*id), "lead")?;
        let code = match (&lead.deleted_at, lead.status) {
            (Some(_), _) => Some(Refused::InTrash),
            (None, RowStatus::Converted) => Some(Refused::AlreadyConverted),
            (None, RowStatus::Lost) => Some(Refused::AlreadyLost),
            (None, RowStatus::Open) => None,
        };
        match code {
            Some(code) => left_out.push(LeftOut {
                record: NamedRecord { kind: RecordKind::Lead, id: *id, name: lead.title },
                code: code.to_string(),
            }),
            None => leads.push(lead),
        }
    }
    Ok((leads, left_out))
}

/// Which of these leads would become deals, and why others would not.
///
/// # Errors
/// `nothing_selected`, `over_limit`, `missing`.
pub fn lead_convert_preview(view: &View<'_>, input: LeadsActInput) -> Result<LeadConvertPreview> {
    batch::check_count(input.ids.len())?;
    let (leads, left_out) = sort_leads(view.conn, &input.ids)?;
    Ok(LeadConvertPreview { leads: leads.len() as i64, left_out })
}

/// Organization and person the deals are for; None: whom each lead names.
fn customer(
    act: &Act<'_>,
    choice: CustomerChoice,
    leads: usize,
) -> Result<Option<(Option<OrganizationId>, Option<PersonId>)>> {
    match choice {
        CustomerChoice::Keep => Ok(None),
        CustomerChoice::Skip => Ok(Some((None, None))),
        CustomerChoice::Link { .. } if leads > 1 => Err(Error::field("invalid", "customer")),
        CustomerChoice::Link { organization, person } => {
            let organization = organization.as_ref().map(|party| party::organization(act, party)).transpose()?;
            let person = person.as_ref().map(|party| party::person(act, party, organization)).transpose()?;
            Ok(Some((organization, person)))
        }
    }
}

/// Leads become deals in a pipeline: fields, custom values, labels and open activities travel; the leads leave the inbox.
///
/// # Errors
/// `already_converted`, `already_lost`, `in_trash` with the names; `missing`; `invalid` for one value or contact on several.
pub fn convert_to_deals(act: &Act<'_>, input: ConvertLeadsInput) -> Result<Written> {
    batch::check_count(input.ids.len())?;
    let pipeline = party::need::<tables::Pipeline>(act.tx, PipelineId(input.pipeline), "pipeline")?;
    let stage = match input.stage {
        Some(id) => Some(crate::board::stage_in(act.tx, id, pipeline.id)?.id),
        None => boot::stages_of(act.tx, pipeline.id)?.first().map(|stage| stage.id),
    };
    crate::board::may_begin(act.tx, &pipeline, stage)?;
    let (leads, left_out) = sort_leads(act.tx, &input.ids)?;
    let mut refused: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for left in &left_out {
        refused.entry(&left.code).or_default().push(&left.record.name);
    }
    // several at once: lost ones are left out by name; nothing left is a refusal
    if (leads.is_empty() || refused.keys().any(|code| *code != "already_lost"))
        && let Some((code, names)) = refused.iter().next()
    {
        return Err(Error::with(code, json!({ "name": names.join(", "), "count": names.len() })));
    }
    let customer = customer(act, input.customer, leads.len())?;
    let value = match &input.value {
        ValueChoice::Keep => None,
        _ if leads.len() > 1 => return Err(Error::field("invalid", "value")),
        ValueChoice::None => Some((None, None)),
        ValueChoice::Set(value) => Some(check::deal_value("value", Some(value))?),
    };
    let place = board_query::Place { pipeline: input.pipeline, stage: stage.map(Into::into) };
    let ranks = crate::board::ranks(act.tx, place, &Place::Top, &[], leads.len())?;
    let mut done = written(
        "convert_to_deals",
        json!({ "count": leads.len(), "name": leads.first().map_or("", |lead| lead.title.as_str()), "stage": pipeline.name, "left_out": left_out.len() }),
    );
    let first = query::next_number(act.tx, query::NumberedTable::Deals)?;
    for (number, (lead, rank)) in (first..).zip(leads.into_iter().zip(ranks)) {
        let blank = deal::blank(act, String::new(), pipeline.id, stage, rank);
        let (amount, currency) = value.clone().unwrap_or((lead.value, lead.currency.clone()));
        let (organization_id, person_id) = customer.unwrap_or((lead.organization_id, lead.person_id));
        let deal =
            deal_of(act, lead, tables::Deal { number, value: amount, currency, organization_id, person_id, ..blank })?;
        done = done.creating(RecordKind::Deal, deal);
    }
    Ok(done)
}

/// A lead becomes a deal in the stage of another one.
///
/// # Errors
/// `missing`.
pub(crate) fn beside(act: &Act<'_>, lead: Uuid, other: Uuid) -> Result<Uuid> {
    let lead = party::need::<tables::Lead>(act.tx, LeadId(lead), "lead")?;
    let other = deal::need(act.tx, other)?;
    let blank = deal::blank(act, String::new(), other.pipeline_id, other.stage_id, other.rank);
    let number = query::next_number(act.tx, query::NumberedTable::Deals)?;
    let (value, currency) = (lead.value, lead.currency.clone());
    let (organization_id, person_id) = (lead.organization_id, lead.person_id);
    let deal = tables::Deal { number, value, currency, organization_id, person_id, ..blank };
    Ok(deal_of(act, lead, deal)?.0)
}

/// Where a lead came from; one that was a deal before, where that deal came from.
fn first_source(act: &Act<'_>, lead: &tables::Lead) -> Result<Option<SourceId>> {
    let source = lead.source_id.map(|id| tables::Source::get(act.tx, id)).transpose()?.flatten();
    if source.and_then(|row| row.builtin).as_deref() != Some(tables::DEAL_SOURCE) {
        return Ok(lead.source_id);
    }
    let deal = lead.source_deal_id.map(|id| tables::Deal::get(act.tx, id)).transpose()?.flatten();
    Ok(deal.map_or(lead.source_id, |deal| deal.source_id))
}

/// One lead becomes a deal in the place that `blank` says.
fn deal_of(act: &Act<'_>, mut lead: tables::Lead, blank: tables::Deal) -> Result<DealId> {
    let row = tables::Deal {
        title: lead.title.clone(),
        probability: lead.probability,
        expected_close: lead.expected_close.clone(),
        owner_id: lead.owner_id,
        next_contact_by_id: lead.next_contact_by_id,
        source_id: first_source(act, &lead)?,
        product_id: lead.product_id,
        source_lead_id: Some(lead.id),
        ..blank
    };
    row.insert(act.tx)?;
    crate::ending::entry(act, &row, "create", None, row.stage_id, None, None)?;
    let (from, to) = (lead.id.as_bytes(), row.id.as_bytes());
    act.tx
        .prepare_cached(
            "INSERT INTO deal_labels (deal_id, label_id) SELECT ?2, label_id FROM lead_labels WHERE lead_id = ?1",
        )?
        .execute((from, to))?;
    act.tx.prepare_cached("INSERT INTO custom_values (record_id, field_id, value) SELECT ?2, field_id, value FROM custom_values WHERE record_id = ?1")?.execute((from, to))?;
    act.tx.prepare_cached("UPDATE activities SET deal_id = ?2, lead_id = NULL, moved_from_deal_id = NULL WHERE lead_id = ?1 AND done_at IS NULL")?.execute((from, to))?;
    tables::LeadEntry {
        id: act.id(),
        lead_id: lead.id,
        action: "to_deal".into(),
        at: act.now,
        close_reason_id: None,
        note: None,
        activities: None,
        notes: None,
        messages: None,
    }
    .insert(act.tx)?;
    lead.status = RowStatus::Converted;
    lead.deal_id = Some(row.id);
    lead.update(act.tx)?;
    Ok(row.id)
}
