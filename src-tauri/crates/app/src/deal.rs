//! Deals: cards, the drawer, creating, changing one field after the other.

use crate::{
    Act, Error, Result, View, batch, boot, check,
    clock::{self, local_day},
    common, detail,
    dto::{self, *},
    ending, party, setting, totals,
    written::{Written, written},
};
use chrono::NaiveDate;
use satchel_domain::{
    dates::Date,
    deal::{self, Facts, ReplyState, Status},
    ids::*,
    stage::{self, Age},
};
use satchel_store::{
    query::{
        board as board_query, deal as query,
        field::{self, Fact},
        list::Entity,
    },
    tables::{self, Table},
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// How much of a long text stands on a card.
const FACT: usize = 120;

/// A deal as a card; missing ids are left out.
///
/// # Errors
/// As SQLite says.
pub fn cards(view: &View<'_>, ids: &[Uuid]) -> Result<Vec<Card>> {
    let lens = Lens::new(view)?;
    lens.cards(view, ids)
}

/// What reading many cards shares: stage figures, today, and how days are counted.
pub(crate) struct Lens {
    probabilities: BTreeMap<Uuid, i64>,
    rot_days: BTreeMap<Uuid, i64>,
    today: NaiveDate,
    calendar_days: bool,
    facts: Vec<Fact>,
}

impl Lens {
    pub(crate) fn new(view: &View<'_>) -> Result<Self> {
        let mut rot_days = BTreeMap::new();
        let mut statement = view.conn.prepare_cached("SELECT id, rot_days FROM stages WHERE rot_days IS NOT NULL")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            use satchel_store::Column as _;
            rot_days.insert(Uuid::from_column("id", row.get_ref(0)?)?, row.get(1)?);
        }
        Ok(Self {
            probabilities: totals::stage_probabilities(view.conn)?,
            rot_days,
            today: view.today,
            calendar_days: setting::switch(view.conn, "rot_calendar_days", false)?,
            facts: field::facts(view.conn, || crate::formula::fields(view, FieldEntity::Deal))?,
        })
    }

    /// These deals as cards; missing ids are left out.
    pub(crate) fn cards(&self, view: &View<'_>, ids: &[Uuid]) -> Result<Vec<Card>> {
        Ok(query::cards(view.conn, ids, &self.facts)?.into_iter().map(|row| self.card(row)).collect())
    }

    /// Whole days since an instant, working days by default.
    pub(crate) fn days_since(&self, at: i64) -> i64 {
        days_between(local_day(at), self.today, self.calendar_days)
    }

    /// Probability that counts now: the outcome's, else the deal's own, else its stage's.
    pub(crate) fn probability(&self, status: Status, own: Option<i64>, stage: Option<Uuid>) -> i64 {
        match status {
            Status::Won => 10_000,
            Status::Lost | Status::Closed => 0,
            Status::Open => {
                own.or_else(|| stage.and_then(|stage| self.probabilities.get(&stage).copied())).unwrap_or(0)
            }
        }
    }

    pub(crate) fn rot(&self, status: Status, stage: Option<Uuid>, entered_at: i64) -> Option<Rot> {
        let limit = *self.rot_days.get(&stage?)?;
        let days = self.days_since(entered_at);
        let level = match (status, stage::age(days, limit)) {
            (Status::Open, Some(Age::Rotting)) => RotLevel::Rotting,
            (Status::Open, Some(Age::Ageing)) => RotLevel::Ageing,
            (Status::Open, None) | (Status::Won | Status::Lost | Status::Closed, _) => return None,
        };
        Some(Rot { level, days, limit })
    }

    fn card(&self, row: query::CardRow) -> Card {
        let said = |(fact, value): (&Fact, Option<String>)| {
            Some(CardFact {
                field: fact.field,
                kind: detail::words::field_kind(fact.kind),
                value: value?.chars().take(FACT).collect(),
            })
        };
        let value = match (row.status, row.actual) {
            (Status::Won, Some((minor, currency))) => Some(dto::Money { minor, currency }),
            (Status::Won | Status::Open | Status::Lost | Status::Closed, _) => {
                row.value.zip(row.currency).map(|(minor, currency)| dto::Money { minor, currency })
            }
        };
        Card {
            probability: self.probability(row.status, row.probability, row.stage),
            mark: next_mark(row.next.as_ref(), self.today),
            next: row.next.map(next_activity),
            rot: if row.archived || row.deleted { None } else { self.rot(row.status, row.stage, row.stage_entered_at) },
            days_in_stage: self.days_since(row.stage_entered_at),
            id: row.id,
            number: row.number,
            title: row.title,
            pipeline: row.pipeline,
            stage: row.stage,
            status: detail::words::deal_status(row.status),
            organization: row.organization,
            person: row.person,
            value,
            expected_close: row.expected_close,
            labels: row.labels,
            archived: row.archived,
            deleted: row.deleted,
            sample: row.sample,
            facts: self.facts.iter().zip(row.facts).filter_map(said).collect(),
        }
    }
}

/// The mark of a record with this next activity; one without a day is still a plan.
pub(crate) fn next_mark(next: Option<&query::NextRow>, today: NaiveDate) -> ActivityMark {
    match next {
        Some(next) if next.due_on.is_none() => ActivityMark::Later,
        next => detail::mark(next.and_then(|next| next.due_on.as_deref()), today),
    }
}

/// The next activity as windows see it.
pub(crate) fn next_activity(row: query::NextRow) -> NextActivity {
    NextActivity {
        id: row.id,
        kind: detail::words::activity_kind(row.kind),
        subject: row.subject,
        due_on: row.due_on,
        due_time: row.due_time,
    }
}

/// Days from one day to another: working days, or calendar days where the user wants them.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate, calendar: bool) -> i64 {
    match (Date::from_naive(from), Date::from_naive(to)) {
        (Some(from), Some(to)) if calendar => from.days_until(to).max(0),
        (Some(from), Some(to)) => from.working_days_until(to).max(0),
        _ => 0,
    }
}

/// The facts rules look at.
pub(crate) const fn facts(row: &tables::Deal) -> Facts {
    Facts { status: row.status, archived: row.archived_at.is_some(), deleted: row.deleted_at.is_some() }
}

/// A deal row, or `missing`.
pub(crate) fn need(conn: &rusqlite::Connection, id: Uuid) -> Result<tables::Deal> {
    party::need::<tables::Deal>(conn, DealId(id), "deal")
}

/// Everything the drawer shows but the timeline.
///
/// # Errors
/// `missing`.
pub fn deal_detail(view: &View<'_>, input: DealDetailInput) -> Result<DealDetail> {
    let conn = view.conn;
    let row = need(conn, input.id)?;
    let lens = Lens::new(view)?;
    let pipeline = boot::pipeline(conn, party::need::<tables::Pipeline>(conn, row.pipeline_id, "pipeline")?)?;
    let sort = crate::board::sort_of(conn, row.pipeline_id)?;
    let place = board_query::Place { pipeline: row.pipeline_id.0, stage: row.stage_id.map(Into::into) };
    let narrow = crate::board::narrow(view, &input.filter)?;
    let index = board_query::index_of(conn, place, &narrow, sort, input.id)?;
    let around = match index {
        Some(index) => {
            board_query::column_ids(conn, place, &narrow, sort, (index - 1).max(0), if index == 0 { 2 } else { 3 })?
        }
        None => Vec::new(),
    };
    let at = around.iter().position(|id| *id == input.id);
    let of = match index {
        Some(_) => Some(crate::board::column_totals(view, place, &narrow)?.count),
        None => None,
    };
    let lead = row.lead_id.map(|id| detail::names::named(conn, RecordKind::Lead, id)).transpose()?.flatten();
    let came_from_lead =
        row.source_lead_id.map(|id| detail::names::named(conn, RecordKind::Lead, id)).transpose()?.flatten();
    Ok(DealDetail {
        revision: satchel_store::journal::revision(conn)?,
        steps: steps(view, &lens, &row, &pipeline)?,
        pipeline,
        index,
        of,
        previous: at.and_then(|at| at.checked_sub(1)).and_then(|at| around.get(at).copied()),
        next: at.and_then(|at| around.get(at + 1).copied()),
        organization: detail::organization_brief(conn, row.organization_id)?,
        people: detail::people_briefs(conn, row.person_id, row.organization_id)?,
        open_activities: detail::open_activities(view, "deal_id", input.id)?,
        fields: detail::field_values(view, FieldEntity::Deal, input.id, false)?,
        lead,
        came_from_lead,
        read_only: row.deleted_at.is_some(),
        deal: deal_of(conn, &lens, row)?,
    })
}

fn steps(view: &View<'_>, lens: &Lens, row: &tables::Deal, pipeline: &Pipeline) -> Result<Vec<StageStep>> {
    let mut spent: BTreeMap<Uuid, i64> = query::days_by_stage(view.conn, row.id.0)?.into_iter().collect();
    if let (Some(stage), Status::Open) = (row.stage_id, row.status) {
        *spent.entry(stage.0).or_default() += lens.days_since(row.stage_entered_at);
    }
    let current = row.stage_id.and_then(|stage| pipeline.stages.iter().position(|step| step.id == stage.0));
    let rules = crate::board::steps_of(view.conn, row.pipeline_id)?;
    let mode = party::need::<tables::Pipeline>(view.conn, row.pipeline_id, "pipeline")?.mode;
    Ok(pipeline
        .stages
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let refusal = deal::may_move(facts(row))
                .and_then(|()| {
                    stage::plan_move(mode, &rules, stage::From::Here(row.stage_id), Some(StageId(step.id)), false)
                })
                .err()
                .map(|refused| Refusal { code: refused.to_string(), params: json!({ "name": row.title }) });
            let state = match current {
                Some(current) if at < current => StepState::Passed,
                Some(current) if at == current => StepState::Current,
                _ => StepState::Ahead,
            };
            StageStep { days: spent.get(&step.id).copied(), stage: step.clone(), state, refusal }
        })
        .collect())
}

fn deal_of(conn: &rusqlite::Connection, lens: &Lens, row: tables::Deal) -> Result<Deal> {
    let stage = row.stage_id.map(|id| id.0);
    let probability = lens.probability(row.status, row.probability, stage);
    let money = |minor: Option<i64>, currency: &Option<String>| {
        minor.zip(currency.clone()).map(|(minor, currency)| dto::Money { minor, currency })
    };
    let value = money(row.value, &row.currency);
    Ok(Deal {
        weighted: value.as_ref().map(|value| dto::Money {
            minor: totals::weighted(value.minor, probability),
            currency: value.currency.clone(),
        }),
        actual_value: money(row.actual_value, &row.actual_currency),
        labels: detail::labels_of(conn, RecordKind::Deal, row.id)?,
        rot: if row.archived_at.is_some() { None } else { lens.rot(row.status, stage, row.stage_entered_at) },
        days_in_stage: lens.days_since(row.stage_entered_at),
        sample: detail::is_sample(conn, row.id.0)?,
        external_ids: detail::external_ids(conn, row.id.0)?,
        id: row.id.0,
        number: row.number,
        title: row.title,
        pipeline: row.pipeline_id.0,
        stage,
        status: detail::words::deal_status(row.status),
        value,
        own_probability: row.probability,
        probability,
        expected_close: row.expected_close,
        started_on: row.started_on,
        ended_on: row.ended_on,
        organization: row.organization_id.map(Into::into),
        person: row.person_id.map(Into::into),
        owner: row.owner_id.map(Into::into),
        converted_by: row.converted_by_id.map(Into::into),
        next_contact_by: row.next_contact_by_id.map(Into::into),
        source: row.source_id.map(Into::into),
        product: row.product_id.map(Into::into),
        close_reason: row.close_reason_id.map(Into::into),
        close_note: row.close_note,
        waiting: row.reply_state == ReplyState::Waiting,
        created_at: row.created_at,
        won_at: row.won_at,
        first_won_at: row.first_won_at,
        lost_at: row.lost_at,
        closed_at: row.closed_at,
        archived_at: row.archived_at,
        deleted_at: row.deleted_at,
    })
}

/// Takes a quick line apart: "Acme heat pump 12k fri" is a title, a value and a date.
///
/// # Errors
/// `too_long`.
pub fn quick_text(view: &View<'_>, input: QuickTextInput) -> Result<QuickText> {
    let text = party::body("title", &input.text)?;
    let home = totals::home_currency(view.conn)?;
    let quick = satchel_domain::quick::parse(&text, &home, view.today);
    Ok(QuickText {
        title: quick.title,
        value: quick.value.map(|(minor, currency)| dto::Money { minor, currency }),
        expected_close: quick.date.map(|day| day.to_string()),
    })
}

/// A new deal.
///
/// # Errors
/// `required`, `too_long`, `bad_date`, `over_limit`, `unknown_currency`, `missing`.
pub fn create_deal(act: &Act<'_>, input: NewDeal) -> Result<Written> {
    let title = party::name("title", &input.title)?;
    let pipeline = party::need::<tables::Pipeline>(act.tx, PipelineId(input.pipeline), "pipeline")?;
    let stage = input.stage.map(|id| crate::board::stage_in(act.tx, id, pipeline.id)).transpose()?;
    crate::board::may_begin(act.tx, &pipeline, stage.as_ref().map(|stage| stage.id))?;
    let organization_id = input.organization.as_ref().map(|party| party::organization(act, party)).transpose()?;
    let person_id = input.person.as_ref().map(|party| party::person(act, party, organization_id)).transpose()?;
    let (value, currency) = check::deal_value("value", input.value.as_ref())?;
    let place = board_query::Place { pipeline: input.pipeline, stage: input.stage };
    let rank = crate::board::ranks(act.tx, place, &input.place, &[], 1)?[0];
    let row = tables::Deal {
        number: query::next_number(act.tx, query::NumberedTable::Deals)?,
        value,
        currency,
        expected_close: check::optional_date("expected_close", input.expected_close.as_deref())?,
        organization_id,
        person_id,
        source_id: party::source(act, input.source)?,
        ..blank(act, title, pipeline.id, stage.as_ref().map(|stage| stage.id), rank)
    };
    row.insert(act.tx)?;
    for label in &input.labels {
        let label = party::need::<tables::Label>(act.tx, LabelId(*label), "label")?.id;
        act.tx
            .prepare_cached("INSERT OR IGNORE INTO deal_labels (deal_id, label_id) VALUES (?1, ?2)")?
            .execute((row.id.as_bytes(), label.as_bytes()))?;
    }
    ending::entry(act, &row, "create", None, row.stage_id, None, None)?;
    Ok(written("create_deal", json!({ "name": row.title })).creating(RecordKind::Deal, row.id))
}

/// An open deal with a title in a place, and nothing else.
pub(crate) fn blank(
    act: &Act<'_>,
    title: String,
    pipeline_id: PipelineId,
    stage_id: Option<StageId>,
    rank: i64,
) -> tables::Deal {
    let started_on = stage_id.map(|_| act.today.to_string());
    tables::Deal { started_on, ..blank_row(act.id(), title, pipeline_id, stage_id, rank, act.now) }
}

/// The same from its parts, before there is an act; it has not been started.
pub(crate) const fn blank_row(
    id: DealId,
    title: String,
    pipeline_id: PipelineId,
    stage_id: Option<StageId>,
    rank: i64,
    now: i64,
) -> tables::Deal {
    tables::Deal {
        id,
        number: 0,
        title,
        pipeline_id,
        stage_id,
        rank,
        status: Status::Open,
        reply_state: ReplyState::None,
        value: None,
        currency: None,
        actual_value: None,
        actual_currency: None,
        probability: None,
        expected_close: None,
        started_on: None,
        ended_on: None,
        organization_id: None,
        person_id: None,
        owner_id: None,
        source_id: None,
        product_id: None,
        close_reason_id: None,
        close_note: None,
        lead_id: None,
        source_lead_id: None,
        merged_into: None,
        created_at: now,
        stage_entered_at: now,
        won_at: None,
        first_won_at: None,
        lost_at: None,
        closed_at: None,
        archived_at: None,
        deleted_at: None,
        converted_by_id: None,
        next_contact_by_id: None,
    }
}

/// Changes fields of a deal; ended deals stay editable, trashed ones do not.
///
/// # Errors
/// `in_trash`, and those of the fields.
pub fn update_deal(act: &Act<'_>, input: UpdateDealInput) -> Result<Written> {
    let mut row = need(act.tx, input.id)?;
    if row.deleted_at.is_some() {
        return Err(Error::refused(deal::Refused::InTrash, &row.title));
    }
    let mut field = "";
    for change in &input.changes {
        field = change_field(act, &mut row, change)?;
    }
    row.update(act.tx)?;
    ending::by_rule(act, Entity::Deal, &batch::hex_list([row.id.0]))?;
    Ok(written("update_deal", json!({ "name": row.title, "field": field })))
}

/// Changes one field of a row; answers the field.
pub(crate) fn change_field(act: &Act<'_>, row: &mut tables::Deal, change: &DealChange) -> Result<&'static str> {
    Ok(match change {
        DealChange::ActualValue(value) => {
            (row.actual_value, row.actual_currency) = check::deal_value("actual_value", value.as_ref())?;
            "actual_value"
        }
        DealChange::Waiting(waiting) => {
            row.reply_state = if *waiting { ReplyState::Waiting } else { ReplyState::Answered };
            "waiting"
        }
        DealChange::StartedOn(day) => {
            row.started_on = check::optional_date("started_on", day.as_deref())?;
            "started_on"
        }
        DealChange::EndedOn(day) => {
            ends_on(act, row, day)?;
            "ended_on"
        }
        DealChange::Common(change) => common::change(act, row, change)?,
    })
}

/// Another day for the end of a deal that has ended; the instant of the end moves with it.
fn ends_on(act: &Act<'_>, row: &mut tables::Deal, day: &str) -> Result<()> {
    let day = check::date("ended_on", day)?;
    let at = day.parse().ok().map(|day| clock::instant_of(day, act.now));
    let ended = match row.status {
        Status::Open => return Err(Error::refused(deal::Refused::NotEnded, &row.title)),
        Status::Won => &mut row.won_at,
        Status::Lost => &mut row.lost_at,
        Status::Closed => &mut row.closed_at,
    };
    if row.status == Status::Won && row.first_won_at == *ended {
        row.first_won_at = at;
    }
    *ended = at;
    row.ended_on = Some(day);
    Ok(())
}

/// A copy of a deal, open, in the first stage, without its history.
///
/// # Errors
/// `missing`.
pub fn duplicate_deal(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let original = need(act.tx, input.id)?;
    let first = boot::stages_of(act.tx, original.pipeline_id)?.first().map(|stage| stage.id);
    let place = board_query::Place { pipeline: original.pipeline_id.0, stage: first.map(Into::into) };
    let rank = crate::board::ranks(act.tx, place, &Place::Top, &[], 1)?[0];
    let copy = tables::Deal {
        number: query::next_number(act.tx, query::NumberedTable::Deals)?,
        value: original.value,
        currency: original.currency.clone(),
        probability: original.probability,
        expected_close: original.expected_close.clone(),
        organization_id: original.organization_id,
        person_id: original.person_id,
        owner_id: original.owner_id,
        next_contact_by_id: original.next_contact_by_id,
        source_id: original.source_id,
        product_id: original.product_id,
        ..blank(act, original.title.clone(), original.pipeline_id, first, rank)
    };
    copy.insert(act.tx)?;
    act.tx.execute(
        "INSERT INTO deal_labels (deal_id, label_id) SELECT ?1, label_id FROM deal_labels WHERE deal_id = ?2",
        (copy.id.as_bytes(), original.id.as_bytes()),
    )?;
    act.tx.execute("INSERT INTO custom_values (record_id, field_id, value) SELECT ?1, field_id, value FROM custom_values WHERE record_id = ?2", (copy.id.as_bytes(), original.id.as_bytes()))?;
    ending::entry(act, &copy, "create", None, copy.stage_id, None, None)?;
    Ok(written("duplicate_deal", json!({ "name": copy.title })).creating(RecordKind::Deal, copy.id))
}
