//! Activities, notes and logged messages: what is planned with a customer, what was said, what happened.

use crate::{
    Act, Error, Result, check,
    detail::{names, words},
    dto::{
        ActivityChange, CompleteActivityInput, IdInput, MessageDirection, NewActivity, NewMessage, NewNote, RecordKind,
        RecordRef, UpdateActivityInput, UpdateNoteInput,
    },
    party,
    written::{Written, written},
};
use rusqlite::Connection;
use satchel_domain::{
    deal::{Refused, ReplyState, Status},
    ids::*,
};
use satchel_store::tables::{Activity, Deal, Lead, Message, Note, Organization, Person, Table};
use serde_json::json;
use uuid::Uuid;

/// A week of minutes: no activity lasts longer.
const LONGEST: i64 = 7 * 24 * 60;

/// The record something hangs on, as its four columns.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hook {
    pub deal: Option<DealId>,
    pub lead: Option<LeadId>,
    pub organization: Option<OrganizationId>,
    pub person: Option<PersonId>,
}

impl Hook {
    /// The record meant, which must be there and not lie in the trash.
    pub fn on(act: &Act<'_>, on: &RecordRef) -> Result<Self> {
        let hook = match on.kind {
            RecordKind::Deal => Self { deal: Some(DealId(on.id)), ..Self::default() },
            RecordKind::Lead => Self { lead: Some(LeadId(on.id)), ..Self::default() },
            RecordKind::Organization => Self { organization: Some(OrganizationId(on.id)), ..Self::default() },
            RecordKind::Person => Self { person: Some(PersonId(on.id)), ..Self::default() },
            _ => return Err(Error::field("invalid", "on")),
        };
        hook.writable(act.tx)?;
        Ok(hook)
    }

    /// Records in the trash can be read, not changed.
    pub fn writable(&self, conn: &Connection) -> Result<()> {
        let gone = |name: &str, deleted: Option<i64>| {
            if deleted.is_some() { Err(Error::refused(Refused::InTrash, name)) } else { Ok(()) }
        };
        if let Some(id) = self.deal {
            let row = party::need::<Deal>(conn, id, "deal")?;
            gone(&row.title, row.deleted_at)?;
        }
        if let Some(id) = self.lead {
            let row = party::need::<Lead>(conn, id, "lead")?;
            gone(&row.title, row.deleted_at)?;
        }
        if let Some(id) = self.organization {
            let row = party::need::<Organization>(conn, id, "organization")?;
            gone(&row.name, row.deleted_at)?;
        }
        if let Some(id) = self.person {
            let row = party::need::<Person>(conn, id, "person")?;
            gone(&row.name, row.deleted_at)?;
        }
        Ok(())
    }

    /// What a person knows the record by.
    pub fn name(&self, conn: &Connection) -> Result<String> {
        match (self.deal, self.lead, self.organization, self.person) {
            (Some(id), ..) => names::name_of(conn, "deals", id),
            (_, Some(id), ..) => names::name_of(conn, "leads", id),
            (_, _, Some(id), _) => names::name_of(conn, "organizations", id),
            (.., Some(id)) => names::name_of(conn, "people", id),
            (None, None, None, None) => Ok(String::new()),
        }
    }
}

/// Plans an activity, or logs one that already happened; for several records as one step.
///
/// # Errors
/// `required`, `too_long`, `invalid` with the field; `missing`; `in_trash`; `over_limit`.
pub fn add_activity(act: &Act<'_>, input: NewActivity) -> Result<Written> {
    check::count(input.also.len() + 1)?;
    let due_on = check::optional_date("due_on", input.due_on.as_deref())?;
    let due_time = if due_on.is_some() { check::optional_time("due_time", input.due_time.as_deref())? } else { None };
    let subject = party::name("subject", &input.subject)?;
    let (duration_minutes, note) = (minutes(input.duration_minutes)?, party::body("note", &input.note)?);
    let first = Hook::on(act, &input.on)?.name(act.tx)?;
    let code = if input.done { "log_activity" } else { "add_activity" };
    let mut done = written(code, json!({ "name": subject, "on": first, "count": input.also.len() + 1 }));
    for on in std::iter::once(&input.on).chain(&input.also) {
        let hook = Hook::on(act, on)?;
        let row = Activity {
            id: act.id(),
            kind: words::activity_kind_in(input.kind),
            subject: subject.clone(),
            due_on: due_on.clone(),
            due_time: due_time.clone(),
            duration_minutes,
            note: note.clone(),
            outcome: None,
            done_at: input.done.then_some(act.now),
            deal_id: hook.deal,
            lead_id: hook.lead,
            organization_id: hook.organization,
            person_id: hook.person,
            moved_from_deal_id: None,
            created_at: act.now,
        };
        row.insert(act.tx)?;
        done = done.creating(RecordKind::Activity, row.id);
    }
    Ok(done)
}

/// Changes fields of an activity (a new day is rescheduling).
///
/// # Errors
/// As `add_activity`.
pub fn update_activity(act: &Act<'_>, input: UpdateActivityInput) -> Result<Written> {
    let mut row = editable(act, input.id)?;
    for change in input.changes {
        match change {
            ActivityChange::Kind(kind) => row.kind = words::activity_kind_in(kind),
            ActivityChange::Subject(text) => row.subject = party::name("subject", &text)?,
            ActivityChange::DueOn(day) => row.due_on = check::optional_date("due_on", day.as_deref())?,
            ActivityChange::DueTime(time) => row.due_time = check::optional_time("due_time", time.as_deref())?,
            ActivityChange::DurationMinutes(length) => row.duration_minutes = minutes(length)?,
            ActivityChange::Note(text) => row.note = party::body("note", &text)?,
        }
    }
    if row.due_on.is_none() {
        row.due_time = None;
    }
    touch(&mut row);
    row.update(act.tx)?;
    Ok(written("update_activity", json!({ "name": row.subject })))
}

/// Ticks an activity off, or opens it again.
///
/// # Errors
/// `missing`, `too_long`, `in_trash`.
pub fn complete_activity(act: &Act<'_>, input: CompleteActivityInput) -> Result<Written> {
    let mut row = editable(act, input.id)?;
    if input.done {
        row.done_at = row.done_at.or(Some(act.now));
        if let Some(outcome) = input.outcome {
            row.outcome = Some(party::body("outcome", &outcome)?).filter(|text| !text.is_empty());
        }
    } else {
        (row.done_at, row.outcome) = (None, None);
    }
    touch(&mut row);
    row.update(act.tx)?;
    Ok(written(if input.done { "complete_activity" } else { "reopen_activity" }, json!({ "name": row.subject })))
}

/// Removes an activity; undo brings it back.
///
/// # Errors
/// `missing`, `in_trash`.
pub fn delete_activity(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = editable(act, input.id)?;
    Activity::delete(act.tx, row.id)?;
    Ok(written("delete_activity", json!({ "name": row.subject })))
}

/// Writes a note on a record.
///
/// # Errors
/// `required`, `too_long`, `missing`, `in_trash`.
pub fn add_note(act: &Act<'_>, input: NewNote) -> Result<Written> {
    let hook = Hook::on(act, &input.on)?;
    let row = Note {
        id: act.id(),
        body: required_body("note", &input.body)?,
        kind: "note".into(),
        deal_id: hook.deal,
        lead_id: hook.lead,
        organization_id: hook.organization,
        person_id: hook.person,
        created_at: act.now,
    };
    row.insert(act.tx)?;
    Ok(written("add_note", json!({ "name": hook.name(act.tx)? })).creating(RecordKind::Note, row.id))
}

/// Changes the text of a note.
///
/// # Errors
/// As `add_note`.
pub fn update_note(act: &Act<'_>, input: UpdateNoteInput) -> Result<Written> {
    let (mut row, hook) = editable_note(act, input.id)?;
    row.body = required_body("note", &input.body)?;
    row.update(act.tx)?;
    Ok(written("update_note", json!({ "name": hook.name(act.tx)? })))
}

/// Removes a note; undo brings it back.
///
/// # Errors
/// `missing`, `in_trash`.
pub fn delete_note(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let (row, hook) = editable_note(act, input.id)?;
    Note::delete(act.tx, row.id)?;
    Ok(written("delete_note", json!({ "name": hook.name(act.tx)? })))
}

/// Logs a mail that was written or received elsewhere. The newest one of an open deal also says whose turn it is.
///
/// # Errors
/// `required`, `too_long`, `missing`, `in_trash`.
pub fn log_message(act: &Act<'_>, input: NewMessage) -> Result<Written> {
    let hook = Hook::on(act, &input.on)?;
    let body = party::body("body", &input.body)?;
    let subject = party::optional("subject", Some(&input.subject))?.unwrap_or_default();
    if subject.is_empty() && body.trim().is_empty() {
        return Err(Error::field("required", "subject"));
    }
    let sent_at = input.at.unwrap_or(act.now);
    if !(0..=act.now).contains(&sent_at) {
        return Err(Error::field("invalid", "sent_at"));
    }
    let row = Message {
        id: act.id(),
        direction: match input.direction {
            MessageDirection::Sent => "sent",
            MessageDirection::Received => "received",
        }
        .into(),
        subject,
        body,
        sender: None,
        recipients: None,
        sent_at,
        deal_id: hook.deal,
        lead_id: hook.lead,
        organization_id: hook.organization,
        person_id: hook.person,
        created_at: act.now,
        mail_id: None,
    };
    row.insert(act.tx)?;
    if let Some(deal) = hook.deal {
        settle_turn(act, deal, &row)?;
    }
    Ok(written("log_message", json!({ "name": hook.name(act.tx)?, "direction": row.direction }))
        .creating(RecordKind::Message, row.id))
}

/// The newest message of an open deal says whose turn it is.
pub(crate) fn settle_turn(act: &Act<'_>, deal: DealId, message: &Message) -> Result<()> {
    let newest =
        Message::select(act.tx, "WHERE deal_id = ?1 ORDER BY sent_at DESC, id DESC LIMIT 1", [deal.as_bytes()])?;
    let mut row = party::need::<Deal>(act.tx, deal, "deal")?;
    if row.status == Status::Open && newest.first().is_some_and(|newest| newest.id == message.id) {
        row.reply_state = if message.direction == "sent" { ReplyState::Waiting } else { ReplyState::Answered };
        row.update(act.tx)?;
    }
    Ok(())
}

/// An activity that was worked on as a lead's own stays with the lead when the deal is recovered.
fn touch(row: &mut Activity) {
    row.moved_from_deal_id = None;
}

fn editable(act: &Act<'_>, id: Uuid) -> Result<Activity> {
    let row = party::need::<Activity>(act.tx, ActivityId(id), "activity")?;
    Hook { deal: row.deal_id, lead: row.lead_id, organization: row.organization_id, person: row.person_id }
        .writable(act.tx)?;
    Ok(row)
}

fn editable_note(act: &Act<'_>, id: Uuid) -> Result<(Note, Hook)> {
    let row = party::need::<Note>(act.tx, NoteId(id), "note")?;
    let hook = Hook { deal: row.deal_id, lead: row.lead_id, organization: row.organization_id, person: row.person_id };
    hook.writable(act.tx)?;
    Ok((row, hook))
}

fn required_body(field: &str, text: &str) -> Result<String> {
    let body = party::body(field, text)?;
    if body.trim().is_empty() { Err(Error::field("required", field)) } else { Ok(body) }
}

fn minutes(length: Option<i64>) -> Result<Option<i64>> {
    length.map(|minutes| check::number("duration", minutes, 1, LONGEST)).transpose()
}
