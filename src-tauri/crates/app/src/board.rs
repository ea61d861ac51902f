//! The board: opening it, its pages, what a drag may do, and moving cards.

use crate::{
    Act, Error, Result, View, batch, boot, check,
    deal::{self, Lens},
    dto::*,
    fitting, list, party, policy,
    totals::{self, Tally},
    written::{Written, written},
};
use rusqlite::{Connection, named_params};
use satchel_domain::{deal as rules, ids::*, policy::Guarded, rank, stage};
use satchel_store::{
    query::board as query,
    tables::{self, KeyTable, Sort},
};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Most cards one answer carries for a column.
const PAGE: u32 = 200;

/// What narrows the columns, in the words of a list: the board's own short filters become conditions like any other.
fn conditions(filter: &BoardFilter) -> Result<ListQuery> {
    let mut asked = match &filter.query {
        Some(query) if query.entity != ListEntity::Deal => return Err(Error::field("invalid", "entity")),
        Some(query) => query.clone(),
        None => ListQuery {
            entity: ListEntity::Deal,
            presets: vec![match filter.status {
                None | Some(DealStatus::Open) => Preset::Mine,
                Some(DealStatus::Won) => Preset::Won,
                Some(DealStatus::Lost) => Preset::Lost,
                Some(DealStatus::Closed) => Preset::Closed,
            }],
            filter: Filter::default(),
            text: String::new(),
            pipeline: None,
        },
    };
    let mut also = |field: &str, op, values| {
        asked.filter.all.push(Condition { field: field.to_owned(), op, values });
    };
    if !filter.labels.is_empty() {
        also("labels", Operator::In, filter.labels.iter().copied().take(100).map(FilterValue::Id).collect());
    }
    if let Some(owner) = filter.owner {
        also("owner", Operator::Eq, vec![FilterValue::Id(owner)]);
    }
    if filter.needs_action {
        let states = ["overdue", "today", "missing"].map(|state| FilterValue::Code(state.to_owned()));
        also("activity_state", Operator::In, states.to_vec());
    }
    if !filter.text.trim().is_empty() {
        asked.text = format!("{} {}", asked.text, filter.text);
    }
    asked.pipeline = None;
    Ok(asked)
}

/// The conditions of a board, compiled.
pub(crate) fn narrow(view: &View<'_>, filter: &BoardFilter) -> Result<query::Narrow> {
    compiled(view, &conditions(filter)?)
}

fn compiled(view: &View<'_>, asked: &ListQuery) -> Result<query::Narrow> {
    Ok(query::Narrow {
        narrowed: list::ask::ask(view, asked)?.narrowed,
        plain: list::ask::is_plain(asked),
        today: view.today.to_string(),
    })
}

/// What a column would hold by its state alone: the cards a filter hides are counted against it.
fn of_state(view: &View<'_>, pipeline: Uuid, filter: &BoardFilter) -> Result<BTreeMap<Option<Uuid>, Totals>> {
    let asked = conditions(filter)?;
    let presets = asked
        .presets
        .into_iter()
        .filter(|preset| {
            matches!(
                preset,
                Preset::Mine
                    | Preset::Open
                    | Preset::Won
                    | Preset::Lost
                    | Preset::Closed
                    | Preset::Archived
                    | Preset::Deleted
            )
        })
        .collect();
    let narrow = compiled(view, &ListQuery { presets, filter: Filter::default(), text: String::new(), ..asked })?;
    if narrow.plain { totals::of_pipeline(view.conn, pipeline) } else { narrowed(view, pipeline, &narrow) }
}

/// Order of the cards of a pipeline.
pub(crate) fn sort_of(conn: &Connection, pipeline: PipelineId) -> Result<Sort> {
    Ok(party::need::<tables::Pipeline>(conn, pipeline, "pipeline")?.sort)
}

/// A pipeline's columns with their totals and first cards.
///
/// # Errors
/// `missing` for an unknown pipeline.
pub fn open_board(view: &View<'_>, input: OpenBoardInput) -> Result<Board> {
    let row = chosen_pipeline(view.conn, input.pipeline)?;
    let narrow = narrow(view, &input.filter)?;
    let pipeline = boot::pipeline(view.conn, row.clone())?;
    let open = totals::of_pipeline(view.conn, row.id.0)?;
    let shown = if narrow.plain { open.clone() } else { narrowed(view, row.id.0, &narrow)? };
    let unfiltered = if narrow.plain { open.clone() } else { of_state(view, row.id.0, &input.filter)? };
    let lens = Lens::new(view)?;
    let not_started = row.mode == stage::Mode::Strict || shown.contains_key(&None) || open.contains_key(&None);
    let places = not_started.then_some(None).into_iter().chain(pipeline.stages.iter().cloned().map(Some));
    let mut columns = Vec::new();
    for stage in places {
        let id = stage.as_ref().map(|stage| stage.id);
        let totals = shown.get(&id).cloned().unwrap_or(Totals { count: 0, sums: Vec::new() });
        let place = query::Place { pipeline: row.id.0, stage: id };
        let ids = if totals.count == 0 {
            Vec::new()
        } else {
            query::column_ids(view.conn, place, &narrow, row.sort, 0, i64::from(input.cards.min(PAGE)))?
        };
        let hidden = unfiltered.get(&id).map_or(0, |all| all.count - totals.count);
        columns.push(Column { stage, hidden, cards: lens.cards(view, &ids)?, totals });
    }
    let home = totals::home_currency(view.conn)?;
    let mut all = Tally::default();
    for column in &columns {
        all.add(column.totals.count, None, 0, 0);
        for sum in &column.totals.sums {
            all.add(0, Some(&sum.currency), sum.sum, sum.weighted);
        }
    }
    Ok(Board {
        revision: satchel_store::journal::revision(view.conn)?,
        pipeline,
        filtered: !narrow.plain,
        columns,
        totals: all.finish(&home),
    })
}

fn chosen_pipeline(conn: &Connection, asked: Option<Uuid>) -> Result<tables::Pipeline> {
    use tables::Table as _;
    if let Some(id) = asked {
        return party::need::<tables::Pipeline>(conn, PipelineId(id), "pipeline");
    }
    let last = tables::setting(conn, KeyTable::AppState, "pref:pipeline")?
        .and_then(|json| serde_json::from_str::<Uuid>(&json).ok());
    if let Some(row) = last.map(|id| tables::Pipeline::get(conn, PipelineId(id))).transpose()?.flatten() {
        return Ok(row);
    }
    tables::Pipeline::select(conn, "ORDER BY position, id LIMIT 1", [])?
        .into_iter()
        .next()
        .ok_or_else(|| Error::missing("pipeline"))
}

fn narrowed(view: &View<'_>, pipeline: Uuid, narrow: &query::Narrow) -> Result<BTreeMap<Option<Uuid>, Totals>> {
    let home = totals::home_currency(view.conn)?;
    let chances = totals::stage_probabilities(view.conn)?;
    let mut tallies: BTreeMap<Option<Uuid>, Tally> = BTreeMap::new();
    for sum in query::narrowed_sums(view.conn, pipeline, narrow)? {
        let weighted = totals::weighted(sum.plain, chance(&chances, sum.stage)) + sum.own_weighted;
        tallies.entry(sum.stage).or_default().add(sum.count, sum.currency.as_deref(), sum.sum, weighted);
    }
    Ok(tallies.into_iter().map(|(stage, tally)| (stage, tally.finish(&home))).collect())
}

fn chance(chances: &BTreeMap<Uuid, i64>, stage: Option<Uuid>) -> i64 {
    stage.and_then(|stage| chances.get(&stage).copied()).unwrap_or(0)
}

/// Totals of one column under a filter.
pub(crate) fn column_totals(view: &View<'_>, place: query::Place, narrow: &query::Narrow) -> Result<Totals> {
    let all = if narrow.plain {
        totals::of_pipeline(view.conn, place.pipeline)?
    } else {
        narrowed(view, place.pipeline, narrow)?
    };
    Ok(all.get(&place.stage).cloned().unwrap_or(Totals { count: 0, sums: Vec::new() }))
}

/// Cards of a column from `offset` on.
///
/// # Errors
/// `missing`.
pub fn column_page(view: &View<'_>, input: ColumnPageInput) -> Result<ColumnPage> {
    let narrow = narrow(view, &input.filter)?;
    let place = query::Place { pipeline: input.pipeline, stage: input.stage };
    let sort = sort_of(view.conn, PipelineId(input.pipeline))?;
    let offset = input.offset.max(0);
    let ids = query::column_ids(view.conn, place, &narrow, sort, offset, i64::from(input.limit.min(PAGE)))?;
    Ok(ColumnPage {
        revision: satchel_store::journal::revision(view.conn)?,
        totals: column_totals(view, place, &narrow)?,
        offset,
        cards: deal::cards(view, &ids)?,
    })
}

/// Ids of a range of a column.
///
/// # Errors
/// `missing`, `over_limit`.
pub fn column_ids(view: &View<'_>, input: ColumnIdsInput) -> Result<ColumnIds> {
    let (from, count) = (input.from.max(0), (input.to - input.from).max(0));
    check::count(usize::try_from(count).unwrap_or(usize::MAX))?;
    let place = query::Place { pipeline: input.pipeline, stage: input.stage };
    Ok(ColumnIds {
        ids: query::column_ids(
            view.conn,
            place,
            &narrow(view, &input.filter)?,
            sort_of(view.conn, PipelineId(input.pipeline))?,
            from,
            count,
        )?,
    })
}

/// Where a card lies on its board.
///
/// # Errors
/// `missing` for an unknown deal, `not_on_board` when the filter or its status hides it.
pub fn locate_card(view: &View<'_>, input: LocateInput) -> Result<CardPlace> {
    let row = deal::need(view.conn, input.deal)?;
    let place = query::Place { pipeline: row.pipeline_id.0, stage: row.stage_id.map(Into::into) };
    let index = query::index_of(
        view.conn,
        place,
        &narrow(view, &input.filter)?,
        sort_of(view.conn, row.pipeline_id)?,
        input.deal,
    )?;
    index
        .map(|index| CardPlace { pipeline: place.pipeline, stage: place.stage, index })
        .ok_or_else(|| Error::with("not_on_board", json!({ "name": row.title })))
}

/// The stages of a pipeline as the move rules see them.
pub(crate) fn steps_of(conn: &Connection, pipeline: PipelineId) -> Result<Vec<stage::Step>> {
    Ok(boot::stages_of(conn, pipeline)?
        .into_iter()
        .map(|row| stage::Step { id: row.id, allow_skip: row.allow_skip, quote_required: row.quote_required })
        .collect())
}

/// A stage of this pipeline.
pub(crate) fn stage_in(conn: &Connection, id: Uuid, pipeline: PipelineId) -> Result<tables::Stage> {
    let row = party::need::<tables::Stage>(conn, StageId(id), "stage")?;
    if row.pipeline_id == pipeline { Ok(row) } else { Err(Error::missing("stage")) }
}

/// What a drag of these deals may do, everywhere, in one answer.
///
/// # Errors
/// `missing`, `over_limit`.
pub fn drop_options(view: &View<'_>, input: DealsInput) -> Result<DropOptions> {
    use tables::Table as _;
    let deals = batch::read(view.conn, &input.ids)?;
    let settings = boot::settings(view.conn)?;
    let chances = totals::stage_probabilities(view.conn)?;
    let sums = query::sums_of(view.conn, &input.ids)?;
    // what these deals count for, were they in `stage`; those in `already` excluded
    let tally = |stage: Option<Uuid>, except: Option<Option<Uuid>>| {
        let mut tally = Tally::default();
        for sum in sums.iter().filter(|sum| except.is_none_or(|except| sum.stage != except)) {
            tally.add(
                sum.count,
                sum.currency.as_deref(),
                sum.sum,
                totals::weighted(sum.plain, chance(&chances, stage)) + sum.own_weighted,
            );
        }
        tally.finish(&settings.home_currency)
    };
    let mut stages = Vec::new();
    for pipeline in tables::Pipeline::select(view.conn, "ORDER BY position, id", [])? {
        let steps = steps_of(view.conn, pipeline.id)?;
        let targets = (pipeline.mode == stage::Mode::Strict)
            .then_some(None)
            .into_iter()
            .chain(steps.iter().map(|step| Some(step.id)));
        for target in targets {
            let refusal = deals.iter().find_map(|deal| {
                plan(&pipeline, &steps, deal, target)
                    .err()
                    .map(|refused| Refusal { code: refused.to_string(), params: json!({ "name": deal.title }) })
            });
            let id = target.map(Into::into);
            let here = deals.iter().any(|deal| deal.pipeline == pipeline.id).then_some(id);
            stages.push(StageDrop { pipeline: pipeline.id.0, stage: id, refusal, arriving: tally(id, here) });
        }
    }
    let home = settings.home_currency.as_str();
    let leaving = |deals: &[&batch::Entrant], sums: &[query::Sum]| -> Vec<StageTotals> {
        let columns: BTreeSet<(Uuid, Option<Uuid>)> =
            deals.iter().map(|deal| (deal.pipeline.0, deal.stage.map(Into::into))).collect();
        let of = |stage: Option<Uuid>| sums.iter().filter(|sum| sum.stage == stage).cloned().collect::<Vec<_>>();
        columns
            .into_iter()
            .map(|(pipeline, stage)| StageTotals {
                pipeline,
                stage,
                totals: totals::of_sums(&of(stage), &chances, home),
            })
            .collect()
    };
    let guards = settings.guards;
    let zone = |rule: &dyn Fn(rules::Facts) -> std::result::Result<(), rules::Refused>, ask_end: bool| {
        let refused = deals.iter().find_map(|deal| {
            rule(deal.facts).err().map(|code| Refusal { code: code.to_string(), params: json!({ "name": deal.title }) })
        });
        let taken: Vec<&batch::Entrant> = deals.iter().filter(|deal| rule(deal.facts).is_ok()).collect();
        let part = if taken.is_empty() || taken.len() == deals.len() {
            None
        } else {
            let sums = query::sums_of(view.conn, &taken.iter().map(|deal| deal.id.0).collect::<Vec<_>>())?;
            Some(ZonePart { totals: totals::of_sums(&sums, &chances, home), leaving: leaving(&taken, &sums) })
        };
        let count = i64::try_from(taken.len()).unwrap_or(i64::MAX);
        Ok::<_, Error>(ZoneDrop { refusal: refused.filter(|_| count == 0), count, part, ask_end })
    };
    let any_open = deals.iter().any(|deal| deal.facts.status == rules::Status::Open && !deal.facts.deleted);
    Ok(DropOptions {
        revision: satchel_store::journal::revision(view.conn)?,
        selection: totals::of_sums(&sums, &chances, home),
        leaving: leaving(&deals.iter().collect::<Vec<_>>(), &sums),
        stages,
        fits: fitting::ALL
            .into_iter()
            .filter(|act| deals.iter().any(|deal| fitting::may(deal.facts, *act).is_ok()))
            .collect(),
        won: zone(&rules::may_win, false)?,
        lost: zone(&rules::may_lose, false)?,
        delete: zone(
            &|facts| policy::may(guards, Guarded::Delete, deals.len()).and_then(|()| rules::may_delete(facts, false)),
            any_open && settings.delete_ended_only,
        )?,
        leads: zone(
            &|facts| {
                policy::may(guards, Guarded::Convert, deals.len())
                    .and_then(|()| rules::may_convert(facts, settings.leads_enabled))
            },
            false,
        )?,
    })
}

fn plan(
    pipeline: &tables::Pipeline,
    steps: &[stage::Step],
    deal: &batch::Entrant,
    target: Option<StageId>,
) -> std::result::Result<Option<stage::MoveAction>, rules::Refused> {
    rules::may_move(deal.facts)?;
    let from = if deal.pipeline == pipeline.id { stage::From::Here(deal.stage) } else { stage::From::Elsewhere };
    stage::plan_move(pipeline.mode, steps, from, target, false)
}

/// Refuses a new deal a place where its pipeline lets none begin.
///
/// # Errors
/// `first_stage_only`.
pub(crate) fn may_begin(conn: &Connection, pipeline: &tables::Pipeline, stage: Option<StageId>) -> Result<()> {
    stage::plan_move(pipeline.mode, &steps_of(conn, pipeline.id)?, stage::From::Here(None), stage, false)
        .map(|_| ())
        .map_err(|refused| Error::with(&refused.to_string(), json!({ "name": pipeline.name, "count": 1 })))
}

/// Moves deals to a stage and a place in it: all or none.
///
/// # Errors
/// The rule that refuses a deal, with the names of all it refuses; `missing`.
pub fn move_deals(act: &Act<'_>, input: MoveDealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    let pipeline = party::need::<tables::Pipeline>(act.tx, PipelineId(input.pipeline), "pipeline")?;
    let target = input.stage.map(|id| stage_in(act.tx, id, pipeline.id)).transpose()?;
    let steps = steps_of(act.tx, pipeline.id)?;
    let target_id = target.as_ref().map(|stage| stage.id);
    let mut moving = Vec::new();
    let mut actions = BTreeMap::new();
    let mut refused = Vec::new();
    for deal in &deals {
        match plan(&pipeline, &steps, deal, target_id) {
            Ok(Some(action)) => {
                actions.insert(deal.id, action.code());
                moving.push(deal.clone());
            }
            Ok(None) => {}
            Err(code) => refused.push((deal.title.as_str(), code)),
        }
    }
    if let Some((_, first)) = refused.first() {
        return Err(batch::refusal(*first, refused.iter().filter(|(_, code)| code == first).map(|(name, _)| *name)));
    }
    if !moving.is_empty() {
        batch::enter(
            act,
            &moving,
            |deal| actions.get(&deal.id).copied().unwrap_or("move"),
            Some(target_id),
            None,
            None,
        )?;
    }
    let ids: Vec<Uuid> = deals.iter().map(|deal| deal.id.0).collect();
    let place = query::Place { pipeline: input.pipeline, stage: input.stage };
    let ranks = ranks(act.tx, place, &input.place, &ids, ids.len())?;
    let lines: Vec<_> = ids.iter().zip(ranks).map(|(id, rank)| json!([id.simple().to_string(), rank])).collect();
    act.tx
        .prepare_cached(
            "UPDATE deals SET pipeline_id = :pipeline, stage_id = :stage, rank = line.rank,
                    stage_entered_at = CASE WHEN stage_id IS :stage THEN stage_entered_at ELSE :now END,
                    started_on = CASE WHEN :stage IS NULL THEN started_on ELSE coalesce(started_on, :today) END
             FROM (SELECT unhex(value ->> 0) AS id, value ->> 1 AS rank FROM json_each(:lines)) line WHERE deals.id = line.id",
        )?
        .execute(named_params! { ":pipeline": pipeline.id.as_bytes(), ":stage": target_id.map(|id| id.as_bytes().to_vec()), ":now": act.now, ":today": act.today.to_string(),
            ":lines": serde_json::Value::from(lines).to_string() })?;
    let mut params = batch::params(&deals);
    params["stage"] = json!(target.map_or(String::new(), |stage| stage.name));
    params["pipeline"] = json!(pipeline.name);
    Ok(written(if moving.is_empty() { "reorder_deals" } else { "move_deals" }, params))
}

/// Ranks for `count` cards put at a place of a column. Where the gap is used up, neighbours are spread out first.
///
/// # Errors
/// `missing` when the card to stand behind or before is gone from the column.
pub(crate) fn ranks(
    tx: &Connection,
    place: query::Place,
    at: &Place,
    moving: &[Uuid],
    count: usize,
) -> Result<Vec<i64>> {
    let anchor = |id: &Uuid| -> Result<(i64, Uuid)> {
        let row = deal::need(tx, *id)?;
        let here =
            row.pipeline_id.0 == place.pipeline && row.stage_id.map(Into::into) == place.stage && !moving.contains(id);
        if here { Ok((row.rank, *id)) } else { Err(Error::with("place_gone", json!({ "name": row.title }))) }
    };
    let (low, high) = match at {
        Place::Top => (None, first(tx, place, None, true, moving)?),
        Place::Bottom => (first(tx, place, None, false, moving)?, None),
        Place::After(id) => {
            let anchor = anchor(id)?;
            (Some(anchor), first(tx, place, Some(anchor), true, moving)?)
        }
        Place::Before(id) => {
            let anchor = anchor(id)?;
            (first(tx, place, Some(anchor), false, moving)?, Some(anchor))
        }
    };
    if let Some(ranks) = rank::between(low.map(|found| found.0), high.map(|found| found.0), count) {
        return Ok(ranks);
    }
    make_room(tx, place, low, high, moving, count)
}

fn first(
    tx: &Connection,
    place: query::Place,
    from: Option<(i64, Uuid)>,
    down: bool,
    moving: &[Uuid],
) -> Result<Option<(i64, Uuid)>> {
    Ok(query::neighbours(tx, place, from, down, moving, 1)?.first().map(|found| (found.rank, found.id)))
}

/// Spreads a window around the place, wider until it has room, and answers the ranks in its middle.
fn make_room(
    tx: &Connection,
    place: query::Place,
    low: Option<(i64, Uuid)>,
    high: Option<(i64, Uuid)>,
    moving: &[Uuid],
    count: usize,
) -> Result<Vec<i64>> {
    let mut width = 32;
    loop {
        let mut above = match low {
            Some(low) => query::neighbours(tx, place, Some(low), false, moving, width)?,
            None => Vec::new(),
        };
        let mut below = match high {
            Some(high) => query::neighbours(tx, place, Some(high), true, moving, width)?,
            None => Vec::new(),
        };
        // the outermost cards found stay where they are; beyond a column's end there is nothing to keep clear of
        let bound_above = if above.len() == width { above.pop() } else { None };
        let bound_below = if below.len() == width { below.pop() } else { None };
        let mut shifting: Vec<Uuid> = above.iter().rev().map(|found| found.id).collect();
        shifting.extend(low.map(|found| found.1));
        let upper = shifting.len();
        shifting.extend(high.map(|found| found.1));
        shifting.extend(below.iter().map(|found| found.id));
        if let Some(all) = rank::spread(
            bound_above.map(|found| found.rank),
            bound_below.map(|found| found.rank),
            shifting.len() + count,
        ) {
            let mut update = tx.prepare_cached("UPDATE deals SET rank = ?2 WHERE id = ?1")?;
            let kept = all.iter().take(upper).chain(all.iter().skip(upper + count));
            for (id, rank) in shifting.iter().zip(kept) {
                update.execute((id.as_bytes(), rank))?;
            }
            return Ok(all[upper..upper + count].to_vec());
        }
        if bound_above.is_none() && bound_below.is_none() {
            return Err(Error::internal(&"a column has no room for another card"));
        }
        width *= 4;
    }
}
