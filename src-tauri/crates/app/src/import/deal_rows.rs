//! A deal or lead from its draft and, where it exists, the row of before: the row to write and what differs.

use super::{
    diffs::{Diffs, text},
    draft::DealDraft,
    mapping::ImportField as F,
    work::{Desk, Target, Write, merged},
};
use crate::{
    Result,
    dto::{DiffValue, Refusal},
    party,
};
use satchel_domain::{
    dates::Date,
    deal::{ReplyState, Status},
    ids::*,
    money::Money,
    rank,
};
use satchel_store::{
    query::board,
    tables::{self, LeadStatus},
};
use uuid::Uuid;

/// A row to write with its differences, or why the row is refused.
pub(super) type Planned = std::result::Result<(Write, Diffs), Refusal>;

/// What deals and leads share, looked up.
struct Parties {
    organization: Option<OrganizationId>,
    person: Option<PersonId>,
    owner: Option<ColleagueId>,
    source: Option<SourceId>,
    product: Option<ProductId>,
    labels: Vec<Uuid>,
}

fn parties(desk: &mut Desk<'_>, draft: &DealDraft) -> std::result::Result<Parties, Refusal> {
    let organization = desk.book.find(|book| &mut book.organizations, draft.organization.as_deref(), None)?;
    let person = desk.book.find(|book| &mut book.people, draft.person.as_deref(), organization)?;
    Ok(Parties {
        organization: organization.map(OrganizationId),
        person: person.map(PersonId),
        owner: desk.book.find(|book| &mut book.colleagues, draft.owner.as_deref(), None)?.map(ColleagueId),
        source: desk.book.find(|book| &mut book.sources, draft.source.as_deref(), None)?.map(SourceId),
        product: desk.book.find(|book| &mut book.products, draft.product.as_deref(), None)?.map(ProductId),
        labels: draft
            .labels
            .iter()
            .flatten()
            .map(|label| desk.book.find(|book| &mut book.labels, Some(label), None))
            .collect::<std::result::Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect(),
    })
}

fn split(value: Option<Money>) -> (Option<i64>, Option<String>) {
    value.map_or((None, None), |money| (Some(money.minor()), Some(money.currency().code().to_owned())))
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

/// The instant a day is kept as: noon, so that no time zone moves it to another day.
fn instant(day: Option<&str>, now: i64) -> i64 {
    day.and_then(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok())
        .and_then(|day| day.and_hms_opt(12, 0, 0))
        .map_or(now, |at| at.and_utc().timestamp_millis())
}

const fn status_of(status: crate::dto::DealStatus) -> Status {
    match status {
        crate::dto::DealStatus::Open => Status::Open,
        crate::dto::DealStatus::Won => Status::Won,
        crate::dto::DealStatus::Lost => Status::Lost,
        crate::dto::DealStatus::Closed => Status::Closed,
    }
}

const fn word(status: Status) -> &'static str {
    match status {
        Status::Open => "open",
        Status::Won => "won",
        Status::Lost => "lost",
        Status::Closed => "closed",
    }
}

/// A deal.
pub(super) fn deal(desk: &mut Desk<'_>, draft: &DealDraft, cleared: &[F], id: Uuid, known: bool) -> Result<Planned> {
    let before = if known { Some(party::need::<tables::Deal>(desk.conn, DealId(id), "deal")?) } else { None };
    match deal_row(desk, draft, cleared, id, before.as_ref())? {
        Ok((row, labels)) => {
            let mut diffs = Diffs::default();
            let history = match &before {
                None => Some(("create", None)),
                Some(before) => {
                    compare(desk, before, &row, draft, &mut diffs)?;
                    history(before, &row)
                }
            };
            let write = Write {
                target: Target::Deal(row),
                fresh: !known,
                labels,
                unlabel: Vec::new(),
                custom: Vec::new(),
                note: draft.note.clone(),
                external: draft.external_id.clone(),
                history,
            };
            Ok(Ok((write, diffs)))
        }
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn history(before: &tables::Deal, row: &tables::Deal) -> Option<(&'static str, Option<StageId>)> {
    if before.status != row.status {
        return Some((if row.status == Status::Open { "restore" } else { word(row.status) }, before.stage_id));
    }
    (before.stage_id != row.stage_id || before.pipeline_id != row.pipeline_id).then_some(("move", before.stage_id))
}

fn deal_row(
    desk: &mut Desk<'_>,
    draft: &DealDraft,
    cleared: &[F],
    id: Uuid,
    before: Option<&tables::Deal>,
) -> Result<std::result::Result<(tables::Deal, Vec<Uuid>), Refusal>> {
    let found = parties(desk, draft).and_then(|parties| {
        let pipeline = desk.book.find(|book| &mut book.pipelines, draft.pipeline.as_deref(), None)?;
        let pipeline = pipeline.or(before.map(|row| row.pipeline_id.0)).unwrap_or(desk.first_pipeline);
        let stage = desk.book.find(|book| &mut book.stages, draft.stage.as_deref(), Some(pipeline))?;
        Ok((parties, pipeline, stage))
    });
    let (parties, pipeline, stage) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let status = draft.status.map(status_of).or(before.map(|row| row.status)).unwrap_or(Status::Open);
    let same_pipeline = before.filter(|row| row.pipeline_id.0 == pipeline);
    let stage = merged(F::Stage, cleared, stage.map(StageId), same_pipeline.and_then(|row| row.stage_id));
    let reason = match status {
        Status::Won => desk.book.find(|book| &mut book.won_reasons, draft.close_reason.as_deref(), None),
        Status::Lost | Status::Closed | Status::Open => {
            desk.book.find(|book| &mut book.lost_reasons, draft.close_reason.as_deref(), None)
        }
    };
    let reason = match reason {
        Ok(reason) => reason.map(ReasonId),
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (value, currency) = match (draft.value, before) {
        (None, Some(row)) if !cleared.contains(&F::Value) => (row.value, row.currency.clone()),
        (said, _) => split(said),
    };
    // a sale that is won has its own value; one that is won now gets the deal's
    let (actual_value, actual_currency) = match (status, draft.actual_value, before) {
        (Status::Won, Some(said), _) => split(Some(said)),
        (Status::Won, None, Some(row)) if row.status == Status::Won => (row.actual_value, row.actual_currency.clone()),
        (Status::Won, None, _) => (value, currency.clone()),
        (_, _, Some(row)) if row.status == status => (row.actual_value, row.actual_currency.clone()),
        _ => (None, None),
    };
    let keep = |field: F, said: Option<String>, old: fn(&tables::Deal) -> &Option<String>| {
        merged(field, cleared, said, before.and_then(|row| old(row).clone()))
    };
    // what belongs to an end stays with it, and with a status that is as it was
    let ended = status.is_ended() || before.is_some_and(|row| row.status == status);
    let ended_on = if ended { keep(F::EndedOn, day(draft.ended_on), |row| &row.ended_on) } else { None };
    let started_on = keep(F::StartedOn, day(draft.started_on), |row| &row.started_on);
    let at = instant(ended_on.as_deref(), desk.now);
    let moved = before.is_none_or(|row| row.stage_id != stage || row.pipeline_id.0 != pipeline);
    let rank = match before {
        Some(row) if !moved => row.rank,
        _ => desk.behind_last(pipeline, stage)?,
    };
    let same_status = before.filter(|row| row.status == status && row.ended_on == ended_on);
    let won_at = if status == Status::Won { same_status.map_or(Some(at), |row| row.won_at) } else { None };
    let row = tables::Deal {
        id: DealId(id),
        number: before.map_or(desk.next_number, |row| row.number),
        title: draft.title.clone(),
        pipeline_id: PipelineId(pipeline),
        stage_id: stage,
        rank,
        status,
        reply_state: before.map_or(ReplyState::None, |row| row.reply_state),
        actual_value,
        actual_currency,
        value,
        currency,
        probability: merged(F::Probability, cleared, draft.probability, before.and_then(|row| row.probability)),
        expected_close: keep(F::ExpectedClose, day(draft.expected_close), |row| &row.expected_close),
        started_on,
        ended_on,
        organization_id: merged(
            F::Organization,
            cleared,
            parties.organization,
            before.and_then(|row| row.organization_id),
        ),
        person_id: merged(F::Person, cleared, parties.person, before.and_then(|row| row.person_id)),
        owner_id: merged(F::Owner, cleared, parties.owner, before.and_then(|row| row.owner_id)),
        source_id: merged(F::Source, cleared, parties.source, before.and_then(|row| row.source_id)),
        product_id: merged(F::Product, cleared, parties.product, before.and_then(|row| row.product_id)),
        close_reason_id: if ended {
            merged(F::CloseReason, cleared, reason, before.and_then(|row| row.close_reason_id))
        } else {
            None
        },
        close_note: before.filter(|_| ended).and_then(|row| row.close_note.clone()),
        lead_id: before.and_then(|row| row.lead_id),
        source_lead_id: before.and_then(|row| row.source_lead_id),
        merged_into: None,
        created_at: before.map_or(desk.now, |row| row.created_at),
        stage_entered_at: if moved { desk.now } else { before.map_or(desk.now, |row| row.stage_entered_at) },
        won_at,
        first_won_at: before.and_then(|row| row.first_won_at).or(won_at),
        lost_at: if status == Status::Lost { same_status.map_or(Some(at), |row| row.lost_at) } else { None },
        closed_at: if status == Status::Closed { same_status.map_or(Some(at), |row| row.closed_at) } else { None },
        archived_at: before.and_then(|row| row.archived_at),
        deleted_at: None,
    };
    if before.is_none() {
        desk.next_number += 1;
    }
    Ok(Ok((row, parties.labels)))
}

impl Desk<'_> {
    /// A rank behind everything in a column, also behind what this import put there.
    fn behind_last(&mut self, pipeline: Uuid, stage: Option<StageId>) -> Result<i64> {
        let place = (pipeline, stage.map(|stage| stage.0));
        let last = match self.ranks.get(&place) {
            Some(last) => *last,
            None => board::neighbours(self.conn, board::Place { pipeline, stage: place.1 }, None, false, &[], 1)?
                .first()
                .map_or(-rank::GAP, |found| found.rank),
        };
        self.ranks.insert(place, last + rank::GAP);
        Ok(last + rank::GAP)
    }
}

fn compare(
    desk: &Desk<'_>,
    before: &tables::Deal,
    row: &tables::Deal,
    draft: &DealDraft,
    diffs: &mut Diffs,
) -> Result<()> {
    diffs.text("title", Some(&before.title), Some(&row.title));
    diffs.push("status", DiffValue::Code(word(before.status).into()), DiffValue::Code(word(row.status).into()));
    if before.pipeline_id != row.pipeline_id {
        diffs.push(
            "pipeline",
            text(desk.name("pipelines", Some(before.pipeline_id))?.as_deref()),
            text(draft.pipeline.as_deref()),
        );
    }
    if before.stage_id != row.stage_id {
        diffs.push("stage", text(desk.name("stages", before.stage_id)?.as_deref()), text(draft.stage.as_deref()));
    }
    diffs.money("value", (before.value, before.currency.as_ref()), (row.value, row.currency.as_ref()));
    diffs.money(
        "actual_value",
        (before.actual_value, before.actual_currency.as_ref()),
        (row.actual_value, row.actual_currency.as_ref()),
    );
    diffs.percent("probability", before.probability, row.probability);
    diffs.date("expected_close", before.expected_close.as_deref(), row.expected_close.as_deref());
    diffs.date("started_on", before.started_on.as_deref(), row.started_on.as_deref());
    diffs.date("ended_on", before.ended_on.as_deref(), row.ended_on.as_deref());
    party_diff(
        desk,
        diffs,
        "organization",
        "organizations",
        before.organization_id,
        row.organization_id,
        draft.organization.as_deref(),
    )?;
    party_diff(desk, diffs, "person", "people", before.person_id, row.person_id, draft.person.as_deref())?;
    party_diff(desk, diffs, "owner", "colleagues", before.owner_id, row.owner_id, draft.owner.as_deref())?;
    party_diff(desk, diffs, "source", "sources", before.source_id, row.source_id, draft.source.as_deref())?;
    party_diff(desk, diffs, "product", "products", before.product_id, row.product_id, draft.product.as_deref())?;
    party_diff(
        desk,
        diffs,
        "close_reason",
        "close_reasons",
        before.close_reason_id,
        row.close_reason_id,
        draft.close_reason.as_deref(),
    )
}

/// A field holding another record, shown by names.
pub(super) fn party_diff<T: Into<Uuid> + Copy + PartialEq>(
    desk: &Desk<'_>,
    diffs: &mut Diffs,
    field: &str,
    table: &str,
    before: Option<T>,
    now: Option<T>,
    said: Option<&str>,
) -> Result<()> {
    if before != now {
        diffs.push(
            field,
            text(desk.name(table, before)?.as_deref()),
            if now.is_some() { text(said) } else { DiffValue::Empty },
        );
    }
    Ok(())
}

/// A lead: open or lost.
pub(super) fn lead(desk: &mut Desk<'_>, draft: &DealDraft, cleared: &[F], id: Uuid, known: bool) -> Result<Planned> {
    let before = if known { Some(party::need::<tables::Lead>(desk.conn, LeadId(id), "lead")?) } else { None };
    let found = parties(desk, draft).and_then(|parties| {
        Ok((parties, desk.book.find(|book| &mut book.lost_reasons, draft.close_reason.as_deref(), None)?))
    });
    let (parties, reason) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let old = before.as_ref();
    let status = match draft.status {
        Some(crate::dto::DealStatus::Lost) => LeadStatus::Lost,
        Some(crate::dto::DealStatus::Open | crate::dto::DealStatus::Won | crate::dto::DealStatus::Closed) => {
            LeadStatus::Open
        }
        None => old.map_or(LeadStatus::Open, |row| row.status),
    };
    let (value, currency) = match (draft.value, old) {
        (None, Some(row)) if !cleared.contains(&F::Value) => (row.value, row.currency.clone()),
        (said, _) => split(said),
    };
    let lost = status == LeadStatus::Lost;
    let as_before = old.is_some_and(|row| row.status == status);
    let lost_at = old
        .filter(|row| row.status == status)
        .and_then(|row| row.lost_at)
        .unwrap_or_else(|| instant(day(draft.ended_on).as_deref(), desk.now));
    let row = tables::Lead {
        id: LeadId(id),
        number: old.map_or(desk.next_number, |row| row.number),
        title: draft.title.clone(),
        status,
        value,
        currency,
        expected_close: merged(
            F::ExpectedClose,
            cleared,
            day(draft.expected_close),
            old.and_then(|row| row.expected_close.clone()),
        ),
        organization_id: merged(
            F::Organization,
            cleared,
            parties.organization,
            old.and_then(|row| row.organization_id),
        ),
        person_id: merged(F::Person, cleared, parties.person, old.and_then(|row| row.person_id)),
        owner_id: merged(F::Owner, cleared, parties.owner, old.and_then(|row| row.owner_id)),
        source_id: merged(F::Source, cleared, parties.source, old.and_then(|row| row.source_id)),
        product_id: merged(F::Product, cleared, parties.product, old.and_then(|row| row.product_id)),
        probability: merged(F::Probability, cleared, draft.probability, old.and_then(|row| row.probability)),
        close_reason_id: if lost || as_before {
            merged(F::CloseReason, cleared, reason.map(ReasonId), old.and_then(|row| row.close_reason_id))
        } else {
            None
        },
        close_note: old.filter(|_| lost || as_before).and_then(|row| row.close_note.clone()),
        source_deal_id: old.and_then(|row| row.source_deal_id),
        source_deal_title: old.and_then(|row| row.source_deal_title.clone()),
        converted_at: old.and_then(|row| row.converted_at),
        deal_id: old.and_then(|row| row.deal_id),
        merged_into: None,
        created_at: old.map_or(desk.now, |row| row.created_at),
        lost_at: lost.then_some(lost_at),
        archived_at: old.and_then(|row| row.archived_at),
        deleted_at: None,
    };
    let mut diffs = Diffs::default();
    let mut history = None;
    match old {
        None => desk.next_number += 1,
        Some(before) => {
            diffs.text("title", Some(&before.title), Some(&row.title));
            diffs.money("value", (before.value, before.currency.as_ref()), (row.value, row.currency.as_ref()));
            diffs.percent("probability", before.probability, row.probability);
            diffs.date("expected_close", before.expected_close.as_deref(), row.expected_close.as_deref());
            if before.status != row.status {
                let code = |lost: bool| DiffValue::Code(if lost { "lost" } else { "open" }.into());
                diffs.push("status", code(before.status == LeadStatus::Lost), code(lost));
                history = Some((if lost { "lost" } else { "restore" }, None));
            }
            party_diff(
                desk,
                &mut diffs,
                "organization",
                "organizations",
                before.organization_id,
                row.organization_id,
                draft.organization.as_deref(),
            )?;
            party_diff(desk, &mut diffs, "person", "people", before.person_id, row.person_id, draft.person.as_deref())?;
            party_diff(desk, &mut diffs, "owner", "colleagues", before.owner_id, row.owner_id, draft.owner.as_deref())?;
            party_diff(
                desk,
                &mut diffs,
                "source",
                "sources",
                before.source_id,
                row.source_id,
                draft.source.as_deref(),
            )?;
            party_diff(
                desk,
                &mut diffs,
                "product",
                "products",
                before.product_id,
                row.product_id,
                draft.product.as_deref(),
            )?;
            party_diff(
                desk,
                &mut diffs,
                "close_reason",
                "close_reasons",
                before.close_reason_id,
                row.close_reason_id,
                draft.close_reason.as_deref(),
            )?;
        }
    }
    let write = Write {
        target: Target::Lead(row),
        fresh: !known,
        labels: parties.labels,
        unlabel: Vec::new(),
        custom: Vec::new(),
        note: draft.note.clone(),
        external: draft.external_id.clone(),
        history,
    };
    Ok(Ok((write, diffs)))
}
