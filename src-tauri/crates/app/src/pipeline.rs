//! The pipeline editor: pipelines and their stages. A stage in use is removed only where its deals have somewhere to go.

use crate::{
    Act, Error, Result, batch, board, boot, check,
    detail::{names, words},
    dto::{
        DeleteStageInput, IdInput, NewPipeline, NewStage, PipelineChange, Place, RecordKind, StageChange,
        UpdatePipelineInput, UpdateStageInput,
    },
    party,
    written::{Written, written},
};
use satchel_domain::{
    ids::*,
    stage::{Method, Mode, MoveAction},
};
use satchel_store::{
    query::{
        board as board_query,
        catalog::{self, Named},
        pipeline as query,
    },
    tables::{Pipeline, Sort, Stage, Table},
};
use serde_json::json;
use uuid::Uuid;

/// Most stages of one pipeline.
const MOST_STAGES: usize = 50;

/// How many deals of a removed stage are written at once.
const CHUNK: usize = 5_000;

/// Stages without a figure count as certain.
const CERTAIN: i64 = 10_000;

/// A new pipeline, free, with its stages in order.
///
/// # Errors
/// `required`, `too_long`, `name_taken`, `over_limit`.
pub fn create_pipeline(act: &Act<'_>, input: NewPipeline) -> Result<Written> {
    let (_, position) = query::pipelines(act.tx)?;
    let row = Pipeline {
        id: act.id(),
        name: free_name(act, Named::Pipelines, &input.name, None)?,
        position,
        mode: Mode::Free,
        method: Method::Chances,
        sort: Sort::Hand,
    };
    row.insert(act.tx)?;
    if input.stages.is_empty() {
        return Err(Error::field("required", "stages"));
    }
    if input.stages.len() > MOST_STAGES {
        return Err(Error::with("over_limit", json!({ "field": "stages", "max": MOST_STAGES })));
    }
    let mut done = written("create_pipeline", json!({ "name": row.name })).creating(RecordKind::Pipeline, row.id);
    let count = input.stages.len() as i64;
    for (position, name) in (0..).zip(&input.stages) {
        let stage = blank(
            act,
            row.id,
            free_name(act, Named::Stages(row.id.0), name, None)?,
            position,
            CERTAIN * position / count,
        );
        stage.insert(act.tx)?;
        done = done.creating(RecordKind::Stage, stage.id);
    }
    Ok(done)
}

fn blank(act: &Act<'_>, pipeline_id: PipelineId, name: String, position: i64, completed: i64) -> Stage {
    Stage {
        id: act.id(),
        pipeline_id,
        name,
        position,
        chances: CERTAIN,
        completed,
        rot_days: None,
        allow_skip: true,
        quote_required: false,
        close_in_days: None,
    }
}

/// A name nobody else on the list carries.
pub(crate) fn free_name(act: &Act<'_>, list: Named, text: &str, except: Option<Uuid>) -> Result<String> {
    let field = if matches!(list, Named::Reasons(_)) { "description" } else { "name" };
    let name = party::name(field, text)?;
    if catalog::name_taken(act.tx, list, &name, except)? {
        return Err(Error::with("name_taken", json!({ "field": field, "name": name })));
    }
    Ok(name)
}

/// Changes a pipeline.
///
/// # Errors
/// `missing`, `required`, `too_long`, `name_taken`.
pub fn update_pipeline(act: &Act<'_>, input: UpdatePipelineInput) -> Result<Written> {
    let mut row = party::need::<Pipeline>(act.tx, PipelineId(input.id), "pipeline")?;
    let mut field = "";
    for change in input.changes {
        field = match change {
            PipelineChange::Name(text) => {
                row.name = free_name(act, Named::Pipelines, &text, Some(input.id))?;
                "name"
            }
            PipelineChange::Mode(mode) => {
                row.mode = words::mode_in(mode);
                "mode"
            }
            PipelineChange::Method(method) => {
                row.method = words::method_in(method);
                "method"
            }
            PipelineChange::Sort(sort) => {
                row.sort = words::sort_in(sort);
                "sort"
            }
        };
    }
    row.update(act.tx)?;
    Ok(written("update_pipeline", json!({ "name": row.name, "field": field })))
}

/// Removes a pipeline no deal belongs to, with its stages.
///
/// # Errors
/// `in_use` with the number of deals, `last_pipeline`, `missing`.
pub fn delete_pipeline(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<Pipeline>(act.tx, PipelineId(input.id), "pipeline")?;
    if query::pipelines(act.tx)?.0 < 2 {
        return Err(Error::with("last_pipeline", json!({ "name": row.name })));
    }
    let (count, titles) = query::deals_in_pipeline(act.tx, input.id)?;
    if count > 0 {
        return Err(Error::with("in_use", json!({ "name": row.name, "count": count, "names": titles.join(", ") })));
    }
    for stage in boot::stages_of(act.tx, row.id)? {
        Stage::delete(act.tx, stage.id)?;
    }
    Pipeline::delete(act.tx, row.id)?;
    Ok(written("delete_pipeline", json!({ "name": row.name })))
}

/// A new stage behind another, or first.
///
/// # Errors
/// `missing`, `required`, `too_long`, `name_taken`, `over_limit`.
pub fn create_stage(act: &Act<'_>, input: NewStage) -> Result<Written> {
    let pipeline = party::need::<Pipeline>(act.tx, PipelineId(input.pipeline), "pipeline")?;
    let mut stages = boot::stages_of(act.tx, pipeline.id)?;
    if stages.len() >= MOST_STAGES {
        return Err(Error::with("over_limit", json!({ "field": "stages", "max": MOST_STAGES })));
    }
    let name = free_name(act, Named::Stages(input.pipeline), &input.name, None)?;
    let place = place_behind(&stages, input.after)?;
    let before = place.checked_sub(1).and_then(|at| stages.get(at)).map_or(0, |stage| stage.completed);
    let after = stages.get(place).map_or(CERTAIN, |stage| stage.completed);
    let row = blank(act, pipeline.id, name, -1, (before + after) / 2);
    row.insert(act.tx)?;
    let done = written("create_stage", json!({ "name": row.name, "pipeline": pipeline.name }))
        .creating(RecordKind::Stage, row.id);
    stages.insert(place, row);
    renumber(act, stages)?;
    Ok(done)
}

fn place_behind(stages: &[Stage], after: Option<Uuid>) -> Result<usize> {
    match after {
        None => Ok(0),
        Some(after) => {
            stages.iter().position(|stage| stage.id.0 == after).map(|at| at + 1).ok_or_else(|| Error::missing("stage"))
        }
    }
}

/// Positions follow the order; only those that changed are written.
fn renumber(act: &Act<'_>, stages: Vec<Stage>) -> Result<()> {
    for (position, stage) in (0..).zip(stages) {
        if stage.position != position {
            Stage { position, ..stage }.update(act.tx)?;
        }
    }
    Ok(())
}

/// Changes a stage, or its place.
///
/// # Errors
/// `missing`, `required`, `too_long`, `name_taken`, `out_of_range`.
pub fn update_stage(act: &Act<'_>, input: UpdateStageInput) -> Result<Written> {
    let mut row = party::need::<Stage>(act.tx, StageId(input.id), "stage")?;
    let mut field = "";
    for change in input.changes {
        field = match change {
            StageChange::Name(text) => {
                row.name = free_name(act, Named::Stages(row.pipeline_id.0), &text, Some(input.id))?;
                "name"
            }
            StageChange::Chances(chances) => {
                row.chances = check::number("chances", chances, 0, CERTAIN)?;
                "chances"
            }
            StageChange::Completed(completed) => {
                row.completed = check::number("completed", completed, 0, CERTAIN)?;
                "completed"
            }
            StageChange::RotDays(days) => {
                row.rot_days = days.map(|days| check::number("rot_days", days, 1, 3650)).transpose()?;
                "rot_days"
            }
            StageChange::AllowSkip(allow) => {
                row.allow_skip = allow;
                "allow_skip"
            }
            StageChange::After(after) => {
                let mut stages = boot::stages_of(act.tx, row.pipeline_id)?;
                stages.retain(|stage| stage.id != row.id);
                let place = place_behind(&stages, after)?;
                row.update(act.tx)?;
                stages.insert(place, row.clone());
                renumber(act, stages)?;
                row = party::need::<Stage>(act.tx, row.id, "stage")?;
                "position"
            }
        };
    }
    row.update(act.tx)?;
    Ok(written("update_stage", json!({ "name": row.name, "field": field })))
}

/// Removes a stage. Deals of any status that stand in it go to the end of `move_to`, each with a line of history.
///
/// # Errors
/// `in_use` with the number of deals, `last_stage`, `missing`.
pub fn delete_stage(act: &Act<'_>, input: DeleteStageInput) -> Result<Written> {
    let row = party::need::<Stage>(act.tx, StageId(input.id), "stage")?;
    let others: Vec<Stage> =
        boot::stages_of(act.tx, row.pipeline_id)?.into_iter().filter(|stage| stage.id != row.id).collect();
    if others.is_empty() {
        return Err(Error::with("last_stage", json!({ "name": row.name })));
    }
    let deals = query::deals_in_stage(act.tx, input.id)?;
    let mut target = String::new();
    if !deals.is_empty() {
        let Some(move_to) = input.move_to else { return Err(in_use(act, &row, &deals)?) };
        let to = others.iter().find(|stage| stage.id.0 == move_to).ok_or_else(|| Error::missing("stage"))?;
        target.clone_from(&to.name);
        move_all(act, &deals, to)?;
    }
    Stage::delete(act.tx, row.id)?;
    renumber(act, others)?;
    Ok(written("delete_stage", json!({ "name": row.name, "count": deals.len(), "stage": target })))
}

fn in_use(act: &Act<'_>, stage: &Stage, deals: &[Uuid]) -> Result<Error> {
    let titles = deals.iter().take(5).map(|deal| names::name_of(act.tx, "deals", *deal)).collect::<Result<Vec<_>>>()?;
    Ok(Error::with("in_use", json!({ "name": stage.name, "count": deals.len(), "names": titles.join(", ") })))
}

fn move_all(act: &Act<'_>, deals: &[Uuid], to: &Stage) -> Result<()> {
    let place = board_query::Place { pipeline: to.pipeline_id.0, stage: Some(to.id.0) };
    let ranks = board::ranks(act.tx, place, &Place::Bottom, &[], deals.len())?;
    for (ids, ranks) in deals.chunks(CHUNK).zip(ranks.chunks(CHUNK)) {
        batch::enter(act, &batch::read(act.tx, ids)?, |_| MoveAction::Move.code(), Some(Some(to.id)), None, None)?;
        let lines: Vec<_> = ids.iter().zip(ranks).map(|(id, rank)| json!([id.simple().to_string(), rank])).collect();
        query::restage(act.tx, &serde_json::Value::from(lines).to_string(), to.id.0, act.now)?;
    }
    Ok(())
}
