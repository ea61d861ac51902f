//! A deal or lead from its draft and, where it exists, the row of before: the row to write and what differs.

use super::{
    book::Book,
    diffs::{Diffs, money},
    draft::DealDraft,
    facts::word,
    fill::{Fill, split},
    mapping::ImportField as F,
    resolve::Names,
    work::{Desk, Target, Write},
};
use crate::{
    Result, clock,
    common::Common,
    deal,
    detail::words,
    dto::{DealStatus, DiffValue, Refusal},
    lead, party,
};
use satchel_domain::{
    dates::Date,
    deal::{Status, becomes_lost},
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
    converted_by: Option<ColleagueId>,
    next_contact_by: Option<ColleagueId>,
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
        owner: colleague(desk, draft.owner.as_ref())?,
        converted_by: colleague(desk, draft.converted_by.as_ref())?,
        next_contact_by: colleague(desk, draft.next_contact_by.as_ref())?,
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

fn colleague(desk: &mut Desk<'_>, name: Option<&String>) -> std::result::Result<Option<ColleagueId>, Refusal> {
    Ok(desk.book.find(|book| &mut book.colleagues, name.map(String::as_str), None)?.map(ColleagueId))
}

/// When a day is said to have been; now where none is said.
fn instant(day: Option<&str>, now: i64) -> i64 {
    day.and_then(|day| day.parse::<Date>().ok()).map_or(now, |day| clock::instant_of(day.naive(), now))
}

/// Fills what deals and leads have in common, but for the title.
fn common<'a>(
    desk: &Desk<'_>,
    fill: &mut Fill,
    row: impl Into<Common<'a>>,
    draft: &DealDraft,
    found: &Parties,
) -> Result<()> {
    let row = row.into();
    fill.money(F::Value, row.value, row.currency, draft.value);
    fill.percent(F::Probability, row.probability, draft.probability);
    fill.date(F::ExpectedClose, row.expected_close, draft.expected_close);
    let said = draft.organization.as_ref();
    fill.record(desk, "organizations", F::Organization, row.organization, found.organization, said)?;
    fill.record(desk, "people", F::Person, row.person, found.person, draft.person.as_ref())?;
    fill.record(desk, "colleagues", F::Owner, row.owner, found.owner, draft.owner.as_ref())?;
    let (by, next) = (found.converted_by, found.next_contact_by);
    fill.record(desk, "colleagues", F::ConvertedBy, row.converted_by, by, draft.converted_by.as_ref())?;
    fill.record(desk, "colleagues", F::NextContactBy, row.next_contact_by, next, draft.next_contact_by.as_ref())?;
    fill.record(desk, "sources", F::Source, row.source, found.source, draft.source.as_ref())?;
    fill.record(desk, "products", F::Product, row.product, found.product, draft.product.as_ref())
}

/// A deal.
pub(super) fn deal(desk: &mut Desk<'_>, draft: &DealDraft, cleared: &[F], id: Uuid, known: bool) -> Result<Planned> {
    let id = DealId(id);
    let before = if known { Some(party::need::<tables::Deal>(desk.conn, id, "deal")?) } else { None };
    let before = before.as_ref();
    let status = draft.status.map(words::deal_status_in).or(before.map(|row| row.status)).unwrap_or(Status::Open);
    let found = parties(desk, draft).and_then(|parties| {
        let pipeline = desk.book.find(|book| &mut book.pipelines, draft.pipeline.as_deref(), None)?;
        let pipeline = pipeline.or(before.map(|row| row.pipeline_id.0)).unwrap_or(desk.first_pipeline);
        let stage = desk.book.find(|book| &mut book.stages, draft.stage.as_deref(), Some(pipeline))?;
        let reasons: fn(&mut Book) -> &mut Names = match status {
            Status::Won => |book| &mut book.won_reasons,
            Status::Lost | Status::Closed | Status::Open => |book| &mut book.lost_reasons,
        };
        // a reason that is not taken is not made either; archived ones may turn out to be lost
        let ends = status.is_ended() || before.is_some_and(|row| row.archived_at.is_some());
        let reason = desk.book.find(reasons, draft.close_reason.as_deref().filter(|_| ends), None)?;
        Ok((parties, PipelineId(pipeline), stage.map(StageId), reason.map(ReasonId)))
    });
    let (parties, pipeline, stage, reason) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let same_pipeline = before.filter(|row| row.pipeline_id == pipeline);
    let mut fill = Fill::new(known, cleared);
    let stage = fill.takes(F::Stage, stage, same_pipeline.and_then(|row| row.stage_id));
    let moved = before.is_none_or(|row| row.stage_id != stage || row.pipeline_id != pipeline);
    let mut row =
        before.cloned().unwrap_or_else(|| deal::blank_row(id, draft.title.clone(), pipeline, stage, 0, desk.now));
    fill.name(F::Title, &mut row.title, &draft.title);
    common(desk, &mut fill, &mut row, draft, &parties)?;
    let lost = becomes_lost(status, row.archived_at.is_some(), row.probability);
    let status = if lost { Status::Lost } else { status };
    fill.differs(F::Status, code(row.status), code(status));
    fill.moved(desk, "pipelines", F::Pipeline, Some(row.pipeline_id), Some(pipeline), draft.pipeline.as_ref())?;
    fill.moved(desk, "stages", F::Stage, row.stage_id, stage, draft.stage.as_ref())?;
    (row.status, row.pipeline_id, row.stage_id) = (status, pipeline, stage);
    if moved {
        (row.rank, row.stage_entered_at) = (desk.behind_last(pipeline.0, stage)?, desk.now);
    }
    brought(&mut fill, &mut row, before, draft.actual_value);
    fill.date(F::StartedOn, &mut row.started_on, draft.started_on);
    // what is open has no end, whatever its row says; what belongs to an end stays with it while the status is as it was;
    // another end has its own, as by hand of today
    let stays = before.is_some_and(|before| before.status == status);
    let ended = status.is_ended();
    if !stays {
        fill.clear(&[F::EndedOn, F::CloseReason]);
        row.close_note = None;
    }
    let today = || Date::from_naive(clock::local_day(desk.now)).filter(|_| known && !stays);
    fill.date(F::EndedOn, &mut row.ended_on, draft.ended_on.or_else(today).filter(|_| ended));
    let said = draft.close_reason.as_ref();
    fill.record(desk, "close_reasons", F::CloseReason, &mut row.close_reason_id, reason.filter(|_| ended), said)?;
    end(&mut row, before, desk.now);
    if before.is_none() {
        row.number = desk.next_number;
        desk.next_number += 1;
    }
    let history = before.map_or(Some(("create", None)), |before| history(before, &row));
    Ok(Ok((write(Target::Deal(row), draft, known, parties.labels, history), fill.diffs)))
}

/// A sale that is won has its own value; one that is won now gets the deal's.
fn brought(fill: &mut Fill, row: &mut tables::Deal, before: Option<&tables::Deal>, said: Option<Money>) {
    let from = money(row.actual_value, row.actual_currency.as_ref());
    let stays = before.is_some_and(|before| before.status == row.status);
    (row.actual_value, row.actual_currency) = match (row.status, said) {
        (Status::Won, Some(said)) => split(Some(said)),
        (Status::Won, None) if stays && fill.clears(F::ActualValue) => (None, None),
        (_, _) if stays => return,
        (Status::Won, None) => (row.value, row.currency.clone()),
        (Status::Open | Status::Lost | Status::Closed, _) => (None, None),
    };
    fill.differs(F::ActualValue, from, money(row.actual_value, row.actual_currency.as_ref()));
}

/// When the deal ended: as it was said before, while that still holds, else on its day.
fn end(row: &mut tables::Deal, before: Option<&tables::Deal>, now: i64) {
    let at = Some(instant(row.ended_on.as_deref(), now));
    let same = before.filter(|before| before.status == row.status && before.ended_on == row.ended_on);
    let when = |status: Status, of: fn(&tables::Deal) -> Option<i64>| {
        if row.status == status { same.map_or(at, of) } else { None }
    };
    let (won, lost, closed) = (
        when(Status::Won, |row| row.won_at),
        when(Status::Lost, |row| row.lost_at),
        when(Status::Closed, |row| row.closed_at),
    );
    (row.won_at, row.lost_at, row.closed_at) = (won, lost, closed);
    row.first_won_at = row.first_won_at.or(won);
}

fn code(status: Status) -> DiffValue {
    DiffValue::Code(word(words::deal_status(status)).into())
}

fn history(before: &tables::Deal, row: &tables::Deal) -> Option<(&'static str, Option<StageId>)> {
    if before.status != row.status {
        let action = if row.status == Status::Open { "restore" } else { word(words::deal_status(row.status)) };
        return Some((action, before.stage_id));
    }
    (before.stage_id != row.stage_id || before.pipeline_id != row.pipeline_id).then_some(("move", before.stage_id))
}

fn write(
    target: Target,
    draft: &DealDraft,
    known: bool,
    labels: Vec<Uuid>,
    history: Option<(&'static str, Option<StageId>)>,
) -> Write {
    Write {
        target,
        fresh: !known,
        labels,
        unlabel: Vec::new(),
        custom: Vec::new(),
        note: draft.note.clone(),
        external: draft.external_id.clone(),
        history,
    }
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

/// A lead: open or lost; one that is converted keeps its status.
pub(super) fn lead(desk: &mut Desk<'_>, draft: &DealDraft, cleared: &[F], id: Uuid, known: bool) -> Result<Planned> {
    let id = LeadId(id);
    let before = if known { Some(party::need::<tables::Lead>(desk.conn, id, "lead")?) } else { None };
    let before = before.as_ref();
    // what became a deal stays that: no file opens or loses it again
    let converted = before.is_some_and(|row| row.status == LeadStatus::Converted);
    let said = draft.close_reason.as_ref().filter(|_| !converted);
    let ends = draft.status == Some(DealStatus::Lost)
        || before.is_some_and(|row| row.archived_at.is_some() || row.status == LeadStatus::Lost);
    let found = parties(desk, draft).and_then(|parties| {
        let reason = said.map(String::as_str).filter(|_| ends);
        let reason = desk.book.find(|book| &mut book.lost_reasons, reason, None)?;
        Ok((parties, reason.map(ReasonId)))
    });
    let (parties, reason) = match found {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let status = match draft.status {
        _ if converted => LeadStatus::Converted,
        Some(DealStatus::Lost) => LeadStatus::Lost,
        Some(DealStatus::Open | DealStatus::Won | DealStatus::Closed) => LeadStatus::Open,
        None => before.map_or(LeadStatus::Open, |row| row.status),
    };
    let mut row = before.cloned().unwrap_or_else(|| lead::blank_row(id, draft.title.clone(), desk.now));
    let code = |lost: bool| DiffValue::Code(if lost { "lost" } else { "open" }.into());
    let mut fill = Fill::new(known, cleared);
    fill.name(F::Title, &mut row.title, &draft.title);
    common(desk, &mut fill, &mut row, draft, &parties)?;
    let open = if status == LeadStatus::Open { Status::Open } else { Status::Lost };
    let lost = status == LeadStatus::Lost || becomes_lost(open, row.archived_at.is_some(), row.probability);
    let status = if lost { LeadStatus::Lost } else { status };
    let as_before = before.is_some_and(|row| row.status == status);
    fill.differs(F::Status, code(row.status == LeadStatus::Lost), code(lost));
    row.status = status;
    if !lost && !as_before {
        fill.clear(&[F::CloseReason]);
        row.close_note = None;
    }
    let reason = reason.filter(|_| lost);
    fill.record(desk, "close_reasons", F::CloseReason, &mut row.close_reason_id, reason, said)?;
    let was = row.lost_at.filter(|_| as_before);
    let stood = was.map(|at| clock::local_day(at).to_string());
    let mut ended_on = stood.clone();
    // a loss has its day: one can be said, none cannot
    if let Some(day) = draft.ended_on.filter(|_| lost) {
        fill.date(F::EndedOn, &mut ended_on, Some(day));
    }
    row.lost_at =
        lost.then(|| was.filter(|_| ended_on == stood).unwrap_or_else(|| instant(ended_on.as_deref(), desk.now)));
    let history = match before {
        None => {
            row.number = desk.next_number;
            desk.next_number += 1;
            None
        }
        Some(_) if as_before => None,
        Some(_) => Some((if lost { "lost" } else { "restore" }, None)),
    };
    Ok(Ok((write(Target::Lead(row), draft, known, parties.labels, history), fill.diffs)))
}
