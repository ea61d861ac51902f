//! Ending and reviving deals: lost, won, closed, restored, reopened, archived, deleted. One act, any number of deals.

use crate::{
    Act, Error, Result,
    batch::{self, Entrant},
    check,
    dto::*,
    lead, party, policy, setting,
    written::{Written, written},
};
use rusqlite::named_params;
use satchel_domain::{
    deal::{self, Refused, Status},
    ids::*,
    policy::Guarded,
};
use satchel_store::{
    query::{bulk, lead as lead_query, list::Entity},
    tables::{self, ReasonKind, Table},
};
use serde_json::json;
use uuid::Uuid;

/// The reason chosen or typed; a typed one that exists is taken, else created.
///
/// # Errors
/// `missing`, `required`, `too_long`.
pub fn reason(act: &Act<'_>, kind: ReasonKind, choice: Option<&ReasonChoice>) -> Result<Option<ReasonId>> {
    let text = match choice {
        None => return Ok(None),
        Some(ReasonChoice::Id(id)) => return known_reason(act, Some(kind), *id).map(Some),
        Some(ReasonChoice::New(text)) => party::name("description", text)?,
    };
    let known = tables::CloseReason::select(act.tx, "WHERE description = ?1 COLLATE NOCASE", [&text])?;
    if let Some(row) = known.into_iter().find(|row| row.kind == kind) {
        return Ok(Some(row.id));
    }
    let position: i64 =
        act.tx.query_row("SELECT coalesce(max(position), 0) + 1 FROM close_reasons", [], |row| row.get(0))?;
    let row =
        tables::CloseReason { id: act.id(), kind, code: code_of(&text), description: text, active: true, position };
    row.insert(act.tx)?;
    Ok(Some(row.id))
}

/// A reason that is there, of one list where that is known.
///
/// # Errors
/// `missing`.
pub(crate) fn known_reason(act: &Act<'_>, kind: Option<ReasonKind>, id: Uuid) -> Result<ReasonId> {
    let row = party::need::<tables::CloseReason>(act.tx, ReasonId(id), "close_reason")?;
    if kind.is_none_or(|kind| kind == row.kind) { Ok(row.id) } else { Err(Error::missing("close_reason")) }
}

/// A short code for a reason typed in a hurry.
pub(crate) fn code_of(description: &str) -> String {
    description.split_whitespace().next().unwrap_or_default().chars().take(10).collect::<String>().to_uppercase()
}

/// Marks deals as lost; reason and closing note are as optional as the settings say.
///
/// # Errors
/// `already_lost`, `in_trash`, `missing`, `required`.
pub fn lose_deals(act: &Act<'_>, input: LoseInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    let reason = lose(act, &deals, input.reason.as_ref(), &input.note)?;
    Ok(written("lose_deals", named(&deals, reason_name(act, reason)?)))
}

fn named(deals: &[Entrant], reason: String) -> serde_json::Value {
    let mut params = batch::params(deals);
    params["reason"] = json!(reason);
    params
}

fn reason_name(act: &Act<'_>, reason: Option<ReasonId>) -> Result<String> {
    Ok(reason
        .map(|id| tables::CloseReason::get(act.tx, id))
        .transpose()?
        .flatten()
        .map(|row| row.description)
        .unwrap_or_default())
}

fn lose(act: &Act<'_>, deals: &[Entrant], choice: Option<&ReasonChoice>, note: &str) -> Result<Option<ReasonId>> {
    batch::all_may(deals, deal::may_lose)?;
    let note = party::body("closing_note", note)?;
    policy::ending(act.tx, ReasonKind::Lost, choice.is_some(), !note.trim().is_empty())?;
    let reason = reason(act, ReasonKind::Lost, choice)?;
    end(act, deals, Status::Lost, reason, &note, None)?;
    Ok(reason)
}

/// Writes the end of deals: history, outcome, closing note.
pub(crate) fn end(
    act: &Act<'_>,
    deals: &[Entrant],
    status: Status,
    reason: Option<ReasonId>,
    note: &str,
    actual: Option<&Money>,
) -> Result<()> {
    let note = Some(note).filter(|note| !note.trim().is_empty());
    let (actual, actual_currency) = check::deal_value("actual_value", actual)?;
    let action = match status {
        Status::Won => "won",
        Status::Lost => "lost",
        Status::Closed | Status::Open => "closed",
    };
    batch::enter(act, deals, |_| action, None, reason, note)?;
    act.tx
        .prepare_cached(
            "UPDATE deals SET status = :status, close_reason_id = :reason, close_note = :note, ended_on = :today,
                    archived_at = CASE :status WHEN 'won' THEN NULL ELSE archived_at END,
                    won_at = CASE :status WHEN 'won' THEN :now END,
                    first_won_at = CASE :status WHEN 'won' THEN coalesce(first_won_at, :now) ELSE first_won_at END,
                    lost_at = CASE :status WHEN 'lost' THEN :now END,
                    closed_at = CASE :status WHEN 'closed' THEN :now END,
                    actual_value = CASE :status WHEN 'won' THEN coalesce(:actual, actual_value, value) ELSE NULL END,
                    actual_currency = CASE :status WHEN 'won' THEN coalesce(:actual_currency, actual_currency, currency) ELSE NULL END
             WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
        )?
        .execute(named_params! { ":ids": batch::hex(deals), ":status": if action == "closed" { "closed" } else { action }, ":reason": reason.map(|id| id.as_bytes().to_vec()),
            ":note": note, ":today": act.today.to_string(), ":now": act.now, ":actual": actual, ":actual_currency": actual_currency })?;
    if let Some(note) = note {
        closing_notes(act, deals, note)?;
    }
    Ok(())
}

/// The closing note stays in the timeline, also after a restore.
fn closing_notes(act: &Act<'_>, deals: &[Entrant], note: &str) -> Result<()> {
    let lines: Vec<_> = deals
        .iter()
        .map(|deal| json!([act.id::<NoteId>().0.simple().to_string(), deal.id.0.simple().to_string()]))
        .collect();
    act.tx
        .prepare_cached("INSERT INTO notes (id, body, kind, deal_id, created_at) SELECT unhex(value ->> 0), :note, 'closing', unhex(value ->> 1), :now FROM json_each(:lines)")?
        .execute(named_params! { ":lines": serde_json::Value::from(lines).to_string(), ":note": note, ":now": act.now })?;
    Ok(())
}

/// Marks deals as won, at their value or at what one of them really brought.
///
/// # Errors
/// `already_won`, `in_trash`, `missing`, `required`; `invalid` for one amount on several deals.
pub fn win_deals(act: &Act<'_>, input: WinInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    batch::all_may(&deals, deal::may_win)?;
    let note = party::body("closing_note", &input.note)?;
    if input.actual.is_some() && deals.len() > 1 {
        return Err(Error::field("invalid", "actual_value"));
    }
    policy::ending(act.tx, ReasonKind::Won, input.reason.is_some(), !note.trim().is_empty())?;
    let reason = reason(act, ReasonKind::Won, input.reason.as_ref())?;
    end(act, &deals, Status::Won, reason, &note, input.actual.as_ref())?;
    Ok(written("win_deals", named(&deals, reason_name(act, reason)?)))
}

/// Closes open deals without outcome.
///
/// # Errors
/// `already_ended`, `in_trash`, `missing`.
pub fn close_deals(act: &Act<'_>, input: DealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    batch::all_may(&deals, deal::may_close)?;
    end(act, &deals, Status::Closed, None, "", None)?;
    Ok(written("close_deals", batch::params(&deals)))
}

/// Lost deals back to open, in the stage of before the loss; the reason stays in history only.
///
/// # Errors
/// `not_lost`, `in_trash`, `missing`, `mass_restore_off`.
pub fn restore_deals(act: &Act<'_>, input: DealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    policy::allow(act.tx, Guarded::Restore, deals.len())?;
    batch::all_may(&deals, deal::may_restore)?;
    revive(act, &deals, "restore")?;
    Ok(written("restore_deals", batch::params(&deals)))
}

/// Won and closed deals back to open; the first win stays on record.
///
/// # Errors
/// `not_ended`, `in_trash`, `missing`, `mass_restore_off`.
pub fn reopen_deals(act: &Act<'_>, input: DealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    policy::allow(act.tx, Guarded::Restore, deals.len())?;
    batch::all_may(&deals, deal::may_reopen)?;
    revive(act, &deals, "reopen")?;
    Ok(written("reopen_deals", batch::params(&deals)))
}

/// Open again, automatic probability, and a stage to stand in.
fn revive(act: &Act<'_>, deals: &[Entrant], action: &'static str) -> Result<()> {
    batch::enter(act, deals, |_| action, None, None, None)?;
    act.tx
        .prepare_cached(
            "UPDATE deals SET status = 'open', archived_at = NULL, close_reason_id = NULL, close_note = NULL, ended_on = NULL, won_at = NULL, lost_at = NULL, closed_at = NULL,
                    actual_value = NULL, actual_currency = NULL, probability = NULL, stage_entered_at = :now,
                    stage_id = coalesce(stage_id, (SELECT s.id FROM stages s WHERE s.pipeline_id = deals.pipeline_id ORDER BY s.position, s.id LIMIT 1))
             WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
        )?
        .execute(named_params! { ":ids": batch::hex(deals), ":now": act.now })?;
    Ok(())
}

/// The one way around the buttons: what is put aside without a chance of its own is lost, and says no reason. Asked after
/// every write that may leave a deal or lead so. `ids`: JSON array in hexadecimal.
pub(crate) fn by_rule(act: &Act<'_>, entity: Entity, ids: &str) -> Result<()> {
    if !matches!(entity, Entity::Deal | Entity::Lead) {
        return Ok(());
    }
    let lost = bulk::lost_by_rule(act.tx, entity, ids)?;
    if lost.is_empty() {
        return Ok(());
    }
    match entity {
        Entity::Deal => end(act, &batch::read(act.tx, &lost)?, Status::Lost, None, "", None),
        _ => lead::write(act, lead_query::Act::Lose, &lead::read(act.tx, &lost)?, None, None),
    }
}

/// Sets deals aside; their status stays, but an open one at 0 % counts as lost from then on.
///
/// # Errors
/// `archived`, `in_trash`, `missing`.
pub fn archive_deals(act: &Act<'_>, input: DealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    batch::all_may(&deals, deal::may_archive)?;
    batch::enter(act, &deals, |_| "archive", None, None, None)?;
    act.tx
        .prepare_cached("UPDATE deals SET archived_at = :now WHERE id IN (SELECT unhex(value) FROM json_each(:ids))")?
        .execute(named_params! { ":ids": batch::hex(&deals), ":now": act.now })?;
    by_rule(act, Entity::Deal, &batch::hex(&deals))?;
    Ok(written("archive_deals", batch::params(&deals)))
}

/// Takes deals out of the archive; lost ones are restored by the same act.
///
/// # Errors
/// `not_archived` for deals that are neither archived nor lost, `in_trash`, `missing`, `mass_restore_off`.
pub fn unarchive_deals(act: &Act<'_>, input: DealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    batch::all_may(&deals, deal::may_unarchive)?;
    let (lost, others): (Vec<Entrant>, Vec<Entrant>) =
        deals.iter().cloned().partition(|entrant| entrant.facts.status == Status::Lost);
    if !lost.is_empty() {
        policy::allow(act.tx, Guarded::Restore, lost.len())?;
        revive(act, &lost, "restore")?;
    }
    if !others.is_empty() {
        batch::enter(act, &others, |_| "unarchive", None, None, None)?;
        act.tx
            .prepare_cached(
                "UPDATE deals SET archived_at = NULL WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
            )?
            .execute(named_params! { ":ids": batch::hex(&others) })?;
    }
    Ok(written("unarchive_deals", batch::params(&deals)))
}

/// Moves deals to the trash. Open ones are ended first, as the person chose, in the same act.
///
/// # Errors
/// `delete_off`, `batch_delete_off`; `end_first` names the open deals when no way to end them was given; `in_trash`,
/// `missing`, `required`.
pub fn delete_deals(act: &Act<'_>, input: DeleteDealsInput) -> Result<Written> {
    let deals = batch::read(act.tx, &input.ids)?;
    policy::allow(act.tx, Guarded::Delete, deals.len())?;
    let ended_only = setting::switch(act.tx, "delete_ended_only", true)?;
    let open: Vec<Entrant> = deals.iter().filter(|entrant| entrant.facts.status == Status::Open).cloned().collect();
    match &input.end {
        Some(EndFirst::Lost { reason, note }) if !open.is_empty() => {
            lose(act, &open, reason.as_ref(), note)?;
        }
        Some(EndFirst::Closed) if !open.is_empty() => {
            batch::all_may(&open, deal::may_close)?;
            end(act, &open, Status::Closed, None, "", None)?;
        }
        Some(EndFirst::Lost { .. } | EndFirst::Closed) => {}
        None => batch::all_may(&deals, |facts| deal::may_delete(facts, ended_only))?,
    }
    batch::all_may(&deals, |facts| if facts.deleted { Err(Refused::InTrash) } else { Ok(()) })?;
    batch::enter(act, &deals, |_| "delete", None, None, None)?;
    act.tx
        .prepare_cached("UPDATE deals SET deleted_at = :now WHERE id IN (SELECT unhex(value) FROM json_each(:ids))")?
        .execute(named_params! { ":ids": batch::hex(&deals), ":now": act.now })?;
    Ok(written("delete_deals", batch::params(&deals)))
}

/// One history line of one deal.
pub(crate) fn entry(
    act: &Act<'_>,
    row: &tables::Deal,
    action: &'static str,
    from: Option<StageId>,
    to: Option<StageId>,
    reason: Option<ReasonId>,
    note: Option<&str>,
) -> Result<()> {
    let entrant = Entrant {
        id: row.id,
        title: row.title.clone(),
        facts: crate::deal::facts(row),
        pipeline: row.pipeline_id,
        stage: from,
        stage_entered_at: row.stage_entered_at,
        lead: row.lead_id,
    };
    batch::enter(act, &[entrant], |_| action, Some(to), reason, note)
}
