//! Several records become one: what comes out of it, what moves, the write, and taking it apart again.
//! The sources lie in the trash with a line to the head; their own values and history stay with them, so that a merge
//! can be split as long as the journal remembers it.

mod fields;

use crate::{
    Act, Error, Result, View, batch, boot, contact, convert,
    deal::{self, Lens},
    detail::names,
    dto::*,
    ending, lead, policy,
    written::{Written, written},
};
use fields::{Field, Target};
use rusqlite::{Connection, types::Value};
use satchel_domain::{
    deal::{Facts, Refused, Status},
    ids::*,
    merge::{self as rules, Progress, Substance, Taken},
    policy::Guarded,
};
use satchel_store::{
    Column, journal,
    query::{
        detail as detail_query,
        entity::Entity,
        lead as lead_query,
        merge::{self as query, Fields},
    },
    tables::{self, LeadStatus as RowStatus, Table},
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A record of a merge as it is in the file.
pub struct Source {
    id: Uuid,
    /// Its own kind: among deals a lead that becomes one of them.
    kind: RecordKind,
    name: String,
    fields: Fields,
    custom: BTreeMap<Uuid, String>,
    labels: Vec<Uuid>,
}

/// What comes out of a merge.
struct Plan {
    kind: RecordKind,
    anchor: Entity,
    sources: Vec<Source>,
    /// Places in `sources`, the head first.
    order: Vec<usize>,
    fields: Vec<Field>,
    left_out: Vec<LeftOut>,
    /// Of deals and leads.
    outcome: Option<Outcome>,
}

/// How the one stands afterwards.
struct Outcome {
    status: Status,
    archived: bool,
}

/// The anchor of a kind that can be merged.
///
/// # Errors
/// `invalid` for others.
pub fn anchor(kind: RecordKind) -> Result<Entity> {
    Entity::of_table(names::table_of(kind)).ok_or_else(|| Error::field("invalid", "kind"))
}

/// The refusal for a record that is not there.
#[must_use]
pub fn missing(kind: RecordKind) -> Error {
    Error::missing(&format!("{kind:?}").to_lowercase())
}

/// The kind all records share.
///
/// # Errors
/// `nothing_selected`, `invalid`.
pub fn one_kind(records: &[RecordRef]) -> Result<RecordKind> {
    let kind = records.first().ok_or_else(|| Error::code("nothing_selected"))?.kind;
    if records.iter().any(|record| record.kind != kind) {
        return Err(Error::field("invalid", "kind"));
    }
    anchor(kind).map(|_| kind)
}

/// A record beside others.
///
/// # Errors
/// As SQLite says.
pub fn brief(conn: &Connection, kind: RecordKind, id: Uuid, fields: &Fields) -> Result<MergeRecord> {
    let name_column = if matches!(kind, RecordKind::Deal | RecordKind::Lead) { "title" } else { "name" };
    let party = |column: &str, kind| -> Result<Option<String>> {
        Ok(id_of(fields, column).map(|id| names::named(conn, kind, id)).transpose()?.flatten().map(|one| one.name))
    };
    let second = match party("organization_id", RecordKind::Organization)? {
        Some(name) => Some(name),
        None => party("person_id", RecordKind::Person)?.or_else(|| text(fields, "city")),
    };
    Ok(MergeRecord {
        record: NamedRecord { kind, id, name: text(fields, name_column).unwrap_or_default() },
        second,
        status: text(fields, "status"),
        archived: is_set(fields, "archived_at"),
        created_at: number(fields, "created_at").unwrap_or(0),
    })
}

fn text(fields: &Fields, column: &str) -> Option<String> {
    match fields.get(column) {
        Some(Value::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn number(fields: &Fields, column: &str) -> Option<i64> {
    match fields.get(column) {
        Some(Value::Integer(number)) => Some(*number),
        _ => None,
    }
}

fn id_of(fields: &Fields, column: &str) -> Option<Uuid> {
    match fields.get(column) {
        Some(Value::Blob(bytes)) => Uuid::from_slice(bytes).ok(),
        _ => None,
    }
}

fn is_set(fields: &Fields, column: &str) -> bool {
    fields.get(column).is_some_and(|value| *value != Value::Null)
}

fn status_of(fields: &Fields) -> Status {
    match text(fields, "status").as_deref() {
        Some("lost") => Status::Lost,
        Some("won") => Status::Won,
        Some("closed") => Status::Closed,
        _ => Status::Open,
    }
}

/// Whether these are deals and leads: the leads become deals with the merge.
fn with_leads(records: &[RecordRef]) -> bool {
    let has = |kind| records.iter().any(|record| record.kind == kind);
    has(RecordKind::Deal)
        && has(RecordKind::Lead)
        && records.iter().all(|record| matches!(record.kind, RecordKind::Deal | RecordKind::Lead))
}

/// Whether a record may be merged at all, into one of kind `into`.
fn may_merge(kind: RecordKind, into: RecordKind, fields: &Fields) -> std::result::Result<(), Refused> {
    let deleted = is_set(fields, "deleted_at");
    if kind == RecordKind::Lead && !deleted {
        match text(fields, "status").as_deref() {
            Some("converted") => return Err(Refused::AlreadyConverted),
            Some("lost") if into == RecordKind::Deal => return Err(Refused::AlreadyLost),
            _ => {}
        }
    }
    rules::may_merge(Facts { status: status_of(fields), archived: is_set(fields, "archived_at"), deleted })
}

impl Plan {
    fn make(view: &View<'_>, input: &MergeInput) -> Result<Self> {
        let conn = view.conn;
        let records = contact::once(input.records.clone());
        let kind = if with_leads(&records) { RecordKind::Deal } else { one_kind(&records)? };
        let anchor = anchor(kind)?;
        let count = |count: usize| {
            Error::with("merge_count", json!({ "count": count, "min": rules::FEWEST, "max": rules::MOST }))
        };
        if !(rules::FEWEST..=rules::MOST).contains(&records.len()) {
            return Err(count(records.len()));
        }
        let (mut sources, mut left_out) = (Vec::new(), Vec::new());
        for record in &records {
            let own = self::anchor(record.kind)?;
            let fields = query::row(conn, own, record.id)?.ok_or_else(|| missing(record.kind))?;
            let known = brief(conn, record.kind, record.id, &fields)?.record;
            match may_merge(record.kind, kind, &fields) {
                Ok(()) => sources.push(Source {
                    id: record.id,
                    kind: record.kind,
                    name: known.name,
                    custom: query::custom_values(conn, record.id)?,
                    labels: detail_query::labels_of(conn, own, record.id)?,
                    fields,
                }),
                Err(refused) => left_out.push(LeftOut { record: known, code: refused.to_string() }),
            }
        }
        if sources.len() < rules::FEWEST {
            return Err(left_out.first().map_or_else(|| count(sources.len()), |left| refusal(&left.code, &left_out)));
        }
        let order = order(view, anchor, &sources)?;
        let mut sources_in_order: Vec<Option<Source>> = sources.into_iter().map(Some).collect();
        let sources: Vec<Source> = order.iter().filter_map(|at| sources_in_order.get_mut(*at)?.take()).collect();
        let mut order: Vec<usize> = (0..sources.len()).collect();
        if let Some(head) = input.head {
            let at = sources
                .iter()
                .position(|source| source.id == head && source.kind == kind)
                .ok_or_else(|| Error::field("invalid", "head"))?;
            order = rules::headed(order, at);
        }
        let mut fields = fields::collect(conn, anchor, &sources, &order)?;
        let outcome = matches!(anchor, Entity::Deal | Entity::Lead).then(|| Outcome::of(&sources));
        if let Some(outcome) = &outcome {
            outcome.rule(conn, anchor, &sources, &order, &mut fields)?;
        }
        for choice in &input.choices {
            let field = fields
                .iter_mut()
                .find(|field| field.key == choice.field)
                .ok_or_else(|| Error::field("invalid", &choice.field))?;
            field.choose(choice, &sources, &order)?;
        }
        Ok(Self { kind, anchor, sources, order, fields, left_out, outcome })
    }

    fn head(&self) -> &Source {
        &self.sources[self.order.first().copied().unwrap_or(0)]
    }

    /// The records that go.
    fn going(&self) -> impl Iterator<Item = &Source> {
        self.order.iter().skip(1).filter_map(|at| self.sources.get(*at))
    }
}

/// A refusal with the names of those it is about.
fn refusal(code: &str, left_out: &[LeftOut]) -> Error {
    let names: Vec<&str> =
        left_out.iter().filter(|left| left.code == code).map(|left| left.record.name.as_str()).collect();
    Error::with(code, json!({ "name": names.join(", "), "count": names.len() }))
}

/// The order of confidence.
fn order(view: &View<'_>, anchor: Entity, sources: &[Source]) -> Result<Vec<usize>> {
    if matches!(anchor, Entity::Organization | Entity::Person) {
        let all: Vec<Substance> = sources
            .iter()
            .map(|source| Substance {
                customer: is_set(&source.fields, "customer_since"),
                filled: fields::filled(anchor, source),
                created_at: number(&source.fields, "created_at").unwrap_or(0),
                id: source.id,
            })
            .collect();
        return Ok(rules::by_substance(&all));
    }
    let lens = Lens::new(view)?;
    let mut all = Vec::new();
    for source in sources {
        let status = status_of(&source.fields);
        let stage = id_of(&source.fields, "stage_id");
        let position = stage.map(|id| tables::Stage::get(view.conn, StageId(id))).transpose()?.flatten();
        all.push(Progress {
            status,
            archived: is_set(&source.fields, "archived_at"),
            stage: position.map(|stage| stage.position),
            probability: lens.probability(status, number(&source.fields, "probability"), stage),
            created_at: number(&source.fields, "created_at").unwrap_or(0),
            id: source.id,
        });
    }
    let mut order = rules::by_progress(&all);
    // a lead among deals is no deal yet, whatever its chances
    order.sort_by_key(|at| anchor == Entity::Deal && sources[*at].kind == RecordKind::Lead);
    Ok(order)
}

impl Outcome {
    fn of(sources: &[Source]) -> Self {
        let all: Vec<Status> = sources.iter().map(|source| status_of(&source.fields)).collect();
        let archived = sources.iter().all(|source| is_set(&source.fields, "archived_at"));
        Self { status: rules::status(&all), archived }
    }

    /// What the outcome leaves to choose: of an open record why it ended is cleared, and where an ended one took part
    /// the probability is the method's again.
    fn rule(
        &self,
        conn: &Connection,
        anchor: Entity,
        sources: &[Source],
        order: &[usize],
        fields: &mut Vec<Field>,
    ) -> Result<()> {
        let revives = self.status == Status::Open && sources.iter().any(|one| status_of(&one.fields) != Status::Open);
        for field in fields.iter_mut() {
            let ending = matches!(field.key.as_str(), "close_reason" | "close_note");
            if (ending && self.status == Status::Open) || (revives && field.key == "probability") {
                field.fix(DiffValue::Empty);
            }
        }
        let code = |status: Status| {
            DiffValue::Code(match status {
                Status::Open => "open".into(),
                Status::Won => "won".into(),
                Status::Lost => "lost".into(),
                Status::Closed => "closed".into(),
            })
        };
        let mut ruled = Vec::new();
        if anchor == Entity::Deal {
            let stage = |source: &Source| fields::named(conn, RecordKind::Stage, id_of(&source.fields, "stage_id"));
            let head = order.first().and_then(|at| sources.get(*at));
            let becomes = head.map(stage).transpose()?.unwrap_or(DiffValue::Empty);
            ruled.push(Field::ruled("stage", sources.iter().map(stage).collect::<Result<_>>()?, becomes));
        }
        let statuses = sources.iter().map(|source| code(status_of(&source.fields))).collect();
        ruled.push(Field::ruled("status", statuses, code(self.status)));
        // behind title and value: what a person looks for next
        let at = fields.len().min(2);
        fields.splice(at..at, ruled);
        Ok(())
    }
}

/// What a merge would make of these records: every field with its candidates, what moves, who is left out.
///
/// # Errors
/// `merge_count`, `missing`, `invalid`; where fewer than two can be merged, the rule that refuses, with the names.
pub fn merge_preview(view: &View<'_>, input: MergeInput) -> Result<MergePreview> {
    let plan = Plan::make(view, &input)?;
    let records =
        plan.sources.iter().map(|one| brief(view.conn, one.kind, one.id, &one.fields)).collect::<Result<_>>()?;
    Ok(MergePreview {
        revision: journal::revision(view.conn)?,
        kind: plan.kind,
        head: plan.head().id,
        records,
        fields: plan
            .fields
            .iter()
            .filter(|field| !field.is_empty())
            .map(|field| field.wire(&plan.sources))
            .collect::<Result<_>>()?,
        moved: moved(view.conn, &plan)?,
        left_out: plan.left_out,
    })
}

/// What hangs on the records that go. Of a lead that becomes a deal only what its conversion takes along.
fn moved(conn: &Connection, plan: &Plan) -> Result<Vec<MergeMoved>> {
    let ids = |of: RecordKind| batch::hex_list(plan.going().filter(|one| one.kind == of).map(|one| one.id));
    let mut moved = query::baggage(conn, plan.anchor, &ids(plan.kind))?;
    if plan.kind == RecordKind::Deal {
        let open = query::open_activities(conn, &ids(RecordKind::Lead))?;
        match moved.iter_mut().find(|(what, _)| *what == "activities") {
            Some((_, count)) => *count += open,
            None if open > 0 => moved.insert(0, ("activities", open)),
            None => {}
        }
    }
    Ok(moved.into_iter().map(|(what, count)| MergeMoved { what: what.to_owned(), count }).collect())
}

/// The same merge with a deal in the place of each lead that takes part in it.
fn leads_as_deals(act: &Act<'_>, mut input: MergeInput) -> Result<MergeInput> {
    let plan = Plan::make(&act.view(), &input)?;
    if let Some(left) = plan.left_out.first() {
        return Err(refusal(&left.code, &plan.left_out));
    }
    for lead in plan.sources.iter().filter(|source| source.kind == RecordKind::Lead) {
        let deal = convert::beside(act, lead.id, plan.head().id)?;
        let taken = input.choices.iter_mut().filter_map(|choice| choice.from.as_mut());
        taken.filter(|from| **from == lead.id).for_each(|from| *from = deal);
        for record in input.records.iter_mut().filter(|record| record.id == lead.id) {
            *record = RecordRef { kind: RecordKind::Deal, id: deal };
        }
    }
    input.head = Some(plan.head().id);
    Ok(input)
}

/// Merges records of one kind: the head takes the chosen values and everything that hangs on the others, which go to
/// the trash with a line to it. Leads among deals become deals first, in the same step.
///
/// # Errors
/// As the preview; `merge_off` when merging is switched off; `in_trash`, `won_not_merged`, `already_converted` with the names when one of them cannot be merged.
pub fn merge_records(act: &Act<'_>, input: MergeInput) -> Result<Written> {
    policy::allow(act.tx, Guarded::Merge, input.records.len())?;
    let input = if with_leads(&input.records) { leads_as_deals(act, input)? } else { input };
    let plan = Plan::make(&act.view(), &input)?;
    if let Some(left) = plan.left_out.first() {
        return Err(refusal(&left.code, &plan.left_out));
    }
    let head = plan.head();
    let mut writes = Fields::new();
    if let Some(outcome) = &plan.outcome {
        stand(act, &plan, outcome, &mut writes)?;
    }
    for field in &plan.fields {
        write_field(act, &plan, field, &mut writes)?;
    }
    let going = batch::hex_list(plan.going().map(|source| source.id));
    query::move_all(act.tx, plan.anchor, &going, head.id)?;
    query::absorb(act.tx, plan.anchor, &going, head.id, act.now)?;
    writes.retain(|column, value| head.fields.get(column) != Some(value));
    query::write(act.tx, plan.anchor, head.id, &writes)?;
    ending::by_rule(act, plan.anchor, &batch::hex_list([head.id]))?;
    let others: Vec<&str> = plan.going().map(|source| source.name.as_str()).collect();
    let name = names::name_of(act.tx, plan.anchor.table(), head.id)?;
    Ok(written(
        "merge_records",
        json!({ "count": plan.sources.len(), "name": name, "others": others.join(", "), "of": plan.anchor.table() }),
    ))
}

/// Adds what a field becomes to what is written.
fn write_field(act: &Act<'_>, plan: &Plan, field: &Field, writes: &mut Fields) -> Result<()> {
    let head = plan.head();
    match &field.target {
        Target::Outcome => {}
        Target::Columns(columns) => match &field.taken {
            Taken::From(at) => {
                for column in *columns {
                    let value = plan.sources.get(*at).and_then(|source| source.fields.get(*column)).cloned();
                    writes.insert((*column).to_owned(), value.unwrap_or(Value::Null));
                }
            }
            Taken::All(places) => {
                for column in *columns {
                    writes.insert((*column).to_owned(), Value::Text(field.text_of_all(places)?));
                }
            }
            // nothing usable: only a parent that is itself merged is cleared by this, and what an outcome fixed
            Taken::Nothing => {
                for column in *columns {
                    writes.insert((*column).to_owned(), Value::Null);
                }
            }
        },
        Target::Labels => {
            let from: Vec<usize> = match &field.taken {
                Taken::From(at) => vec![*at],
                Taken::All(places) => places.clone(),
                Taken::Nothing => Vec::new(),
            };
            let wanted =
                fields::union(from.iter().filter_map(|at| plan.sources.get(*at)).flat_map(|one| one.labels.clone()));
            query::set_labels(act.tx, plan.anchor, head.id, &wanted)?;
        }
        Target::Custom(id, kind) => {
            let value = match &field.taken {
                Taken::From(at) => plan.sources.get(*at).and_then(|source| source.custom.get(id)).cloned(),
                Taken::All(_) => fields::together_text(kind, &plan.order, &plan.sources, *id),
                Taken::Nothing => None,
            };
            if value.as_ref() != head.custom.get(id) {
                detail_query::set_custom_value(act.tx, head.id, *id, value.as_deref())?;
            }
        }
    }
    Ok(())
}

/// Puts the head where the outcome wants it, with its line of history.
fn stand(act: &Act<'_>, plan: &Plan, outcome: &Outcome, writes: &mut Fields) -> Result<()> {
    let head = plan.head();
    let (was, was_archived) = (status_of(&head.fields), is_set(&head.fields, "archived_at"));
    if plan.anchor == Entity::Lead {
        let line = [lead_query::Entrant {
            id: head.id,
            title: head.name.clone(),
            status: if was == Status::Lost { RowStatus::Lost } else { RowStatus::Open },
            archived: was_archived,
            deleted: false,
        }];
        if was == Status::Lost && outcome.status == Status::Open {
            lead::write(act, lead_query::Act::Restore, &line, None, None)?;
        } else if was_archived && !outcome.archived {
            lead::write(act, lead_query::Act::Unarchive, &line, None, None)?;
        }
        return Ok(());
    }
    let row = deal::need(act.tx, head.id)?;
    let stage = match row.stage_id {
        None if outcome.status == Status::Open && was != Status::Open => {
            boot::stages_of(act.tx, row.pipeline_id)?.first().map(|stage| stage.id)
        }
        stage => stage,
    };
    let enter = |action| ending::entry(act, &row, action, row.stage_id, stage, None, None);
    if was != outcome.status && outcome.status == Status::Open {
        enter(if was == Status::Lost { "restore" } else { "reopen" })?;
        for column in [
            "ended_on",
            "won_at",
            "lost_at",
            "closed_at",
            "actual_value",
            "actual_currency",
            "archived_at",
            "close_reason_id",
            "close_note",
            "probability",
        ] {
            writes.insert(column.to_owned(), Value::Null);
        }
        writes.insert("status".to_owned(), Value::Text("open".into()));
        writes.insert("stage_id".to_owned(), stage.to_column());
        writes.insert("stage_entered_at".to_owned(), Value::Integer(act.now));
    } else if was != outcome.status {
        // ended differently than most: the end of the first that ended like this
        enter(if outcome.status == Status::Lost { "lost" } else { "closed" })?;
        let ended = plan
            .order
            .iter()
            .filter_map(|at| plan.sources.get(*at))
            .find(|one| status_of(&one.fields) == outcome.status);
        for column in ["status", "ended_on", "lost_at", "closed_at"] {
            let value = ended.and_then(|source| source.fields.get(column)).cloned().unwrap_or(Value::Null);
            writes.insert(column.to_owned(), value);
        }
    }
    if was_archived && !outcome.archived {
        if outcome.status != Status::Open || was == Status::Open {
            enter("unarchive")?;
        }
        writes.insert("archived_at".to_owned(), Value::Null);
    }
    Ok(())
}

/// Takes the merge of a record apart again: by one of its sources, or the latest one by its head. What was changed
/// since stays as it is; everything else is where it was.
///
/// # Errors
/// `not_merged`, `merge_forgotten`, `merged_since` naming the merge to split first, `missing`.
pub fn split_merge(act: &Act<'_>, input: RecordRef) -> Result<Written> {
    let anchor = anchor(input.kind)?;
    let name_of = |id| names::name_of(act.tx, anchor.table(), id);
    if query::row(act.tx, anchor, input.id)?.is_none() {
        return Err(missing(input.kind));
    }
    let absorbed = query::absorbed(act.tx, anchor, input.id)?;
    let (head, source) = match (absorbed.first(), query::merged_into(act.tx, anchor, input.id)?) {
        (_, Some(head)) => (head, input.id),
        (Some((source, _)), None) => (input.id, *source),
        (None, None) => return Err(Error::with("not_merged", json!({ "name": name_of(input.id)? }))),
    };
    if let Some(outer) = query::merged_into(act.tx, anchor, head)? {
        return Err(Error::with("merged_since", json!({ "name": name_of(head)?, "into": name_of(outer)? })));
    }
    let seq = query::change_of(act.tx, source)?
        .ok_or_else(|| Error::with("merge_forgotten", json!({ "name": name_of(source).unwrap_or_default() })))?;
    let before = query::absorbed(act.tx, anchor, head)?.len();
    let kept = journal::take_back(act.tx, seq)?;
    let count = before.saturating_sub(query::absorbed(act.tx, anchor, head)?.len());
    Ok(written("split_merge", json!({ "name": name_of(head)?, "count": count + 1, "kept": kept.len() })))
}
