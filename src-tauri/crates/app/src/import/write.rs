//! A planned import put into the file, inside the one transaction of its undo step.

use super::mapping::ImportEntity as Entity;
use super::work::{Target, Work, Write, words_of};
use crate::{Act, Error, Result};
use satchel_domain::{ids::*, stage};
use satchel_store::{
    query::detail::set_custom_value,
    tables::{self, Sort, Table},
};
use uuid::Uuid;

/// Writes everything planned. `on_row` hears how many rows are done and answers whether to go on.
///
/// # Errors
/// `cancelled`; as SQLite says.
pub(super) fn write(act: &Act<'_>, work: &mut Work, mut on_row: impl FnMut(usize) -> bool) -> Result<()> {
    // rows may refer to records written after them (a parent below its subsidiary)
    act.tx.pragma_update(None, "defer_foreign_keys", true)?;
    side_records(act, work)?;
    let (entity, system) = (work.entity, work.system.clone());
    for (at, plan) in work.rows.iter_mut().enumerate() {
        // taken: what is in the file need not stay in memory while the change is recorded
        if let Some(write) = plan.write.take() {
            row(act, entity, &system, &write)?;
        }
        if at.is_multiple_of(256) && !on_row(at) {
            return Err(Error::code("cancelled"));
        }
    }
    Ok(())
}

/// The records that rows name and nobody had yet.
fn side_records(act: &Act<'_>, work: &mut Work) -> Result<()> {
    let book = &work.book;
    let first: i64 = act.tx.query_row("SELECT coalesce(max(position), -1) + 1 FROM pipelines", [], |row| row.get(0))?;
    for (at, made) in book.pipelines.made().iter().enumerate() {
        tables::Pipeline {
            id: PipelineId(made.id),
            name: made.name.clone(),
            position: first + at as i64,
            mode: stage::Mode::Free,
            method: stage::Method::Chances,
            sort: Sort::Hand,
        }
        .insert(act.tx)?;
    }
    for made in book.stages.made() {
        let pipeline = PipelineId(made.within.unwrap_or_default());
        let position: i64 = act
            .tx
            .prepare_cached("SELECT coalesce(max(position), -1) + 1 FROM stages WHERE pipeline_id = ?1")?
            .query_row([pipeline.as_bytes()], |row| row.get(0))?;
        // a stage without a figure counts in full
        tables::Stage {
            id: StageId(made.id),
            pipeline_id: pipeline,
            name: made.name.clone(),
            position,
            chances: 10_000,
            completed: 0,
            rot_days: None,
            allow_skip: true,
            quote_required: false,
            close_in_days: None,
        }
        .insert(act.tx)?;
    }
    for made in book.organizations.made() {
        tables::Organization { id: OrganizationId(made.id), ..crate::party::new_organization(act, made.name.clone()) }
            .insert(act.tx)?;
    }
    for made in book.people.made() {
        tables::Person {
            id: PersonId(made.id),
            ..crate::party::new_person(act, made.name.clone(), made.within.map(OrganizationId))
        }
        .insert(act.tx)?;
    }
    for made in book.colleagues.made() {
        tables::Colleague {
            id: ColleagueId(made.id),
            name: made.name.clone(),
            email: None,
            manager: None,
            office: None,
            active: true,
        }
        .insert(act.tx)?;
    }
    for made in book.products.made() {
        tables::Product {
            id: ProductId(made.id),
            name: made.name.clone(),
            code: None,
            series: None,
            price: None,
            currency: None,
        }
        .insert(act.tx)?;
    }
    for made in book.sources.made() {
        tables::Source { id: SourceId(made.id), name: made.name.clone(), builtin: None }.insert(act.tx)?;
    }
    for (at, made) in book.labels.made().iter().enumerate() {
        tables::Label { id: LabelId(made.id), name: made.name.clone(), color: at as i64 % 8 }.insert(act.tx)?;
    }
    for (kind, names) in [(tables::ReasonKind::Lost, &book.lost_reasons), (tables::ReasonKind::Won, &book.won_reasons)]
    {
        let first: i64 =
            act.tx.query_row("SELECT coalesce(max(position), -1) + 1 FROM close_reasons", [], |row| row.get(0))?;
        for (at, made) in names.made().iter().enumerate() {
            tables::CloseReason {
                id: ReasonId(made.id),
                kind,
                code: crate::ending::code_of(&made.name),
                description: made.name.clone(),
                active: true,
                position: first + at as i64,
            }
            .insert(act.tx)?;
        }
    }
    for field in book.fields.made() {
        field.insert(act.tx)?;
    }
    Ok(())
}

fn row(act: &Act<'_>, entity: Entity, system: &str, write: &Write) -> Result<()> {
    let id = match &write.target {
        Target::Deal(row) => put(act, row, row.id.0, write.fresh)?,
        Target::Lead(row) => put(act, row, row.id.0, write.fresh)?,
        Target::Organization(row) => put(act, row, row.id.0, write.fresh)?,
        Target::Person(row) => put(act, row, row.id.0, write.fresh)?,
        Target::Product(row) => put(act, row, row.id.0, write.fresh)?,
        Target::Colleague(row) => put(act, row, row.id.0, write.fresh)?,
    };
    if let Some((action, from)) = write.history {
        history(act, &write.target, action, from)?;
    }
    let (kind, _) = words_of(entity);
    let labels = if entity == Entity::Lead {
        "INSERT OR IGNORE INTO lead_labels (lead_id, label_id) VALUES (?1, ?2)"
    } else {
        "INSERT OR IGNORE INTO deal_labels (deal_id, label_id) VALUES (?1, ?2)"
    };
    for label in &write.labels {
        act.tx.prepare_cached(labels)?.execute((id.as_bytes(), label.as_bytes()))?;
    }
    let unlabels = if entity == Entity::Lead {
        "DELETE FROM lead_labels WHERE lead_id = ?1 AND label_id = ?2"
    } else {
        "DELETE FROM deal_labels WHERE deal_id = ?1 AND label_id = ?2"
    };
    for label in &write.unlabel {
        act.tx.prepare_cached(unlabels)?.execute((id.as_bytes(), label.as_bytes()))?;
    }
    for (field, value) in &write.custom {
        set_custom_value(act.tx, id, field.0, value.as_deref())?;
    }
    if let Some(body) = &write.note {
        let on = |wanted: &str| (wanted == kind).then_some(id);
        tables::Note {
            id: act.id(),
            body: body.clone(),
            kind: "note".into(),
            deal_id: on("deal").map(DealId),
            lead_id: on("lead").map(LeadId),
            organization_id: on("organization").map(OrganizationId),
            person_id: on("person").map(PersonId),
            created_at: act.now,
        }
        .insert(act.tx)?;
    }
    if let Some(key) = &write.external {
        act.tx
            .prepare_cached("INSERT INTO external_ids (kind, system, key, record_id) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET record_id = excluded.record_id WHERE record_id <> excluded.record_id")?
            .execute((kind, system, key, id.as_bytes()))?;
    }
    Ok(())
}

fn put<T: Table>(act: &Act<'_>, row: &T, id: Uuid, fresh: bool) -> Result<Uuid> {
    if fresh {
        row.insert(act.tx)?
    } else {
        row.update(act.tx)?
    }
    Ok(id)
}

fn history(act: &Act<'_>, target: &Target, action: &str, from: Option<StageId>) -> Result<()> {
    match target {
        Target::Deal(row) => {
            act.tx
                .prepare_cached(
                    "INSERT INTO stage_entries (id, deal_id, action, from_stage_id, from_stage, to_stage_id, to_stage, at, value, currency, probability, close_reason_id)
                     VALUES (?1, ?2, ?3, ?4, (SELECT name FROM stages WHERE id = ?4), ?5, (SELECT name FROM stages WHERE id = ?5), ?6, ?7, ?8, ?9, ?10)",
                )?
                .execute((
                    act.id::<EntryId>().as_bytes(), row.id.as_bytes(), action, from.map(|id| id.as_bytes().to_vec()), row.stage_id.map(|id| id.as_bytes().to_vec()), act.now, row.value, &row.currency, row.probability,
                    row.close_reason_id.map(|id| id.as_bytes().to_vec()),
                ))?;
        }
        Target::Lead(row) => {
            tables::LeadEntry {
                id: act.id(),
                lead_id: row.id,
                action: action.into(),
                at: act.now,
                close_reason_id: row.close_reason_id,
                note: None,
                activities: None,
                notes: None,
                messages: None,
            }
            .insert(act.tx)?;
        }
        Target::Organization(_) | Target::Person(_) | Target::Product(_) | Target::Colleague(_) => {}
    }
    Ok(())
}
