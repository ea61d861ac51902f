//! Everything that happened to a record, newest first: how it began, moves, outcomes, notes, messages, done activities
//! and changed fields. Deals and leads that became each other share what was said and done.

use crate::{
    Error, Result, View, check,
    detail::{self, diff, names},
    dto::*,
    files,
};
use satchel_store::{
    journal,
    query::{entity::Entity, files as file_query, history, merge as merge_query, timeline as query},
    tables::{self, LeadEntry, StageEntry},
};
use std::collections::HashSet;
use uuid::Uuid;

/// One page of a record's timeline.
///
/// # Errors
/// `missing`; `invalid` for kinds without a timeline.
pub fn timeline(view: &View<'_>, input: TimelineInput) -> Result<TimelinePage> {
    let limit = check::page(input.limit, 100);
    let page = Page { view, limit, before: input.before.unwrap_or(i64::MAX) };
    let anchor = Entity::of_table(names::table_of(input.record.kind)).ok_or_else(|| Error::field("invalid", "kind"))?;
    let id = input.record.id;
    let kind = format!("{:?}", input.record.kind).to_lowercase();
    let created = query::created_at(view.conn, anchor, id)?.ok_or_else(|| Error::missing(&kind))?;
    let mut entries = Vec::new();
    let parts = parts(view.conn, anchor, id)?;
    if input.filter != TimelineFilter::Changes {
        page.said_and_done(anchor, id, None, &mut entries)?;
        let mut linked = query::linked(view.conn, anchor, id)?;
        for (part, _, _) in &parts {
            for other in query::linked(view.conn, anchor, part.id)? {
                if !linked.contains(&other) && other != (anchor, id) {
                    linked.push(other);
                }
            }
        }
        for (other, other_id) in linked {
            if let Some(from) = names::named(view.conn, kind_of(other), other_id)? {
                page.said_and_done(other, other_id, Some(from), &mut entries)?;
            }
        }
    }
    if input.filter != TimelineFilter::Notes {
        page.moves(anchor, id, &mut entries)?;
        page.merges(id, &parts, &mut entries);
        for (part, _, _) in &parts {
            let mut theirs = Vec::new();
            page.moves(anchor, part.id, &mut theirs)?;
            entries.extend(
                theirs
                    .into_iter()
                    .map(|entry| TimelineEntry { from: entry.from.or_else(|| Some(part.clone())), ..entry }),
            );
        }
        let first = history::first_of_record(view.conn, id)?;
        page.fields(id, first.as_ref().map(|set| set.seq), &mut entries)?;
        if created < page.before {
            let label = first.map_or_else(|| "create".to_owned(), |set| set.label);
            entries.push(TimelineEntry {
                key: "created".into(),
                at: created,
                from: None,
                what: Happening::Created { label },
            });
        }
    }
    Ok(finish(journal::revision(view.conn)?, entries, limit))
}

/// A record that became part of another: itself, the one it went into, and when.
type Part = (NamedRecord, Uuid, i64);

/// Records that became part of this one, and their own parts; at most as many as two full merges make.
fn parts(conn: &rusqlite::Connection, anchor: Entity, id: Uuid) -> Result<Vec<Part>> {
    const MOST: usize = 10;
    let mut found: Vec<Part> = Vec::new();
    let mut open = vec![id];
    while let Some(into) = open.pop() {
        for (part, at) in merge_query::absorbed(conn, anchor, into)? {
            if found.len() < MOST
                && let Some(named) = names::named(conn, kind_of(anchor), part)?
            {
                found.push((named, into, at));
                open.push(part);
            }
        }
    }
    Ok(found)
}

const fn kind_of(anchor: Entity) -> RecordKind {
    match anchor {
        Entity::Deal => RecordKind::Deal,
        Entity::Lead => RecordKind::Lead,
        Entity::Organization => RecordKind::Organization,
        Entity::Person => RecordKind::Person,
    }
}

/// Orders, cuts between two instants, and tells a closing note once.
fn finish(revision: i64, mut entries: Vec<TimelineEntry>, limit: i64) -> TimelinePage {
    let closing: HashSet<(i64, String)> = entries
        .iter()
        .filter_map(|entry| match &entry.what {
            Happening::Note { body, closing: true, .. } => Some((entry.at, body.clone())),
            _ => None,
        })
        .collect();
    for entry in &mut entries {
        if let Happening::Status { note, .. } = &mut entry.what
            && note.as_ref().is_some_and(|text| closing.contains(&(entry.at, text.clone())))
        {
            *note = None;
        }
    }
    entries.sort_by(|one, other| {
        other
            .at
            .cmp(&one.at)
            .then_with(|| order(&one.what).cmp(&order(&other.what)))
            .then_with(|| other.key.cmp(&one.key))
    });
    let mut count = usize::try_from(limit).unwrap_or(usize::MAX).min(entries.len());
    while count > 0 && count < entries.len() && entries[count].at == entries[count - 1].at {
        count += 1;
    }
    let more = count < entries.len();
    entries.truncate(count);
    TimelinePage { revision, entries, more }
}

/// What happened at the same instant: the beginning stands last.
const fn order(what: &Happening) -> u8 {
    match what {
        Happening::Note { .. } => 0,
        Happening::Message { .. } => 1,
        Happening::ActivityDone { .. } => 2,
        Happening::Status { .. } | Happening::Merged { .. } => 3,
        Happening::Stage { .. } => 4,
        Happening::Fields { .. } => 5,
        Happening::Converted { .. } => 6,
        Happening::Created { .. } => 7,
    }
}

struct Page<'a> {
    view: &'a View<'a>,
    limit: i64,
    before: i64,
}

impl Page<'_> {
    fn said_and_done(
        &self,
        anchor: Entity,
        id: Uuid,
        from: Option<NamedRecord>,
        entries: &mut Vec<TimelineEntry>,
    ) -> Result<()> {
        let conn = self.view.conn;
        let mut add = |key: String, at, what| entries.push(TimelineEntry { key, at, from: from.clone(), what });
        for row in query::notes(conn, anchor, id, self.before, self.limit)? {
            add(
                format!("note-{}", row.id.0),
                row.created_at,
                Happening::Note { id: row.id.0, closing: row.kind == "closing", body: row.body },
            );
        }
        for row in query::messages(conn, anchor, id, self.before, self.limit)? {
            let direction = if row.direction == "sent" { MessageDirection::Sent } else { MessageDirection::Received };
            add(
                format!("message-{}", row.id.0),
                row.sent_at,
                Happening::Message {
                    id: row.id.0,
                    direction,
                    subject: row.subject,
                    body: row.body,
                    sender: row.sender,
                    recipients: row.recipients,
                    person: row.person_id.map(|id| names::named(conn, RecordKind::Person, id)).transpose()?.flatten(),
                    files: file_query::of_message(conn, row.id.0)?
                        .into_iter()
                        .map(|file| files::attachment(file, None))
                        .collect(),
                },
            );
        }
        for row in query::done_activities(conn, anchor, id, self.before, self.limit)? {
            let Some(at) = row.done_at else { continue };
            add(
                format!("activity-{}", row.id.0),
                at,
                Happening::ActivityDone { activity: detail::activity(conn, self.view.today, row)? },
            );
        }
        Ok(())
    }

    /// What was merged at one moment is one entry.
    fn merges(&self, id: Uuid, parts: &[Part], entries: &mut Vec<TimelineEntry>) {
        let mut moments: Vec<(Uuid, i64)> = parts.iter().map(|part| (part.1, part.2)).collect();
        moments.sort_unstable();
        moments.dedup();
        for (into, at) in moments.into_iter().filter(|moment| moment.1 < self.before) {
            let from = parts.iter().find(|part| part.0.id == into).map(|part| part.0.clone());
            let records =
                parts.iter().filter(|part| (part.1, part.2) == (into, at)).map(|part| part.0.clone()).collect();
            let key = format!("merged-{into}-{at}");
            entries.push(TimelineEntry {
                key,
                at,
                from: from.filter(|_| into != id),
                what: Happening::Merged { records },
            });
        }
    }

    fn moves(&self, anchor: Entity, id: Uuid, entries: &mut Vec<TimelineEntry>) -> Result<()> {
        match anchor {
            Entity::Deal => {
                for row in query::stage_entries(self.view.conn, id, self.before, self.limit)? {
                    entries.push(TimelineEntry {
                        key: format!("entry-{}", row.id.0),
                        at: row.at,
                        from: None,
                        what: self.stage_entry(row)?,
                    });
                }
            }
            Entity::Lead => {
                for row in query::lead_entries(self.view.conn, id, self.before, self.limit)? {
                    entries.extend(self.lead_entry(row)?);
                }
            }
            Entity::Organization | Entity::Person => {}
        }
        Ok(())
    }

    fn stage_entry(&self, row: StageEntry) -> Result<Happening> {
        Ok(match row.action.as_str() {
            "activate" | "next" | "previous" | "skip" | "jump" | "move" => {
                Happening::Stage { action: row.action, from: row.from_stage, to: row.to_stage, days: row.days }
            }
            "convert" => {
                let lead =
                    <tables::Deal as tables::Table>::get(self.view.conn, row.deal_id)?.and_then(|deal| deal.lead_id);
                let carried = lead.map(|lead| query::conversion(self.view.conn, lead.0, row.at)).transpose()?.flatten();
                let name =
                    lead.map(|lead| names::name_of(self.view.conn, "leads", lead)).transpose()?.unwrap_or_default();
                let count = |of: fn(&LeadEntry) -> Option<i64>| carried.as_ref().and_then(of).unwrap_or(0);
                Happening::Converted {
                    to: NamedRecord { kind: RecordKind::Lead, id: lead.map(|lead| lead.0).unwrap_or_default(), name },
                    activities: count(|entry| entry.activities),
                    notes: count(|entry| entry.notes),
                    messages: count(|entry| entry.messages),
                    former_owner: carried.as_ref().and_then(|entry| entry.note.clone()),
                }
            }
            _ => Happening::Status {
                value: if row.action == "won" { check::money_of(row.value, row.currency) } else { None },
                reason: self.reason(row.close_reason_id)?,
                action: row.action,
                note: row.note,
            },
        })
    }

    fn lead_entry(&self, row: LeadEntry) -> Result<Option<TimelineEntry>> {
        let conn = self.view.conn;
        let Some(lead) = <tables::Lead as tables::Table>::get(conn, row.lead_id)? else { return Ok(None) };
        let counts = (row.activities.unwrap_or(0), row.notes.unwrap_or(0), row.messages.unwrap_or(0));
        let former_owner = row.note.clone().filter(|_| row.action == "convert");
        let converted =
            |to| Happening::Converted { to, activities: counts.0, notes: counts.1, messages: counts.2, former_owner };
        let mut from = None;
        let what = match row.action.as_str() {
            "convert" => {
                // the title of then stays readable when the deal is gone
                let title = || lead.source_deal_title.clone().unwrap_or_default();
                from = lead
                    .source_deal_id
                    .map(|id| {
                        names::named(conn, RecordKind::Deal, id).map(|deal| {
                            deal.unwrap_or_else(|| NamedRecord { kind: RecordKind::Deal, id: id.0, name: title() })
                        })
                    })
                    .transpose()?;
                converted(NamedRecord { kind: RecordKind::Lead, id: lead.id.0, name: lead.title.clone() })
            }
            "to_deal" => {
                let id = lead.deal_id.map(|id| id.0).unwrap_or_default();
                converted(NamedRecord { kind: RecordKind::Deal, id, name: names::name_of(conn, "deals", id)? })
            }
            _ => Happening::Status {
                reason: self.reason(row.close_reason_id)?,
                action: row.action,
                note: row.note,
                value: None,
            },
        };
        Ok(Some(TimelineEntry { key: format!("entry-{}", row.id.0), at: row.at, from, what }))
    }

    fn reason(&self, id: Option<satchel_domain::ids::ReasonId>) -> Result<Option<String>> {
        id.map(|id| names::name_of(self.view.conn, "close_reasons", id)).transpose()
    }

    /// Changed fields; change sets that only repeat what other entries tell are passed over, `first` made the record.
    fn fields(&self, id: Uuid, first: Option<i64>, entries: &mut Vec<TimelineEntry>) -> Result<()> {
        let (mut before, mut found) = (self.before, 0);
        loop {
            let sets = history::of_record(self.view.conn, id, before, self.limit)?;
            for (set, size) in &sets {
                if Some(set.seq) == first
                    || !set.same_schema
                    || usize::try_from(*size).is_ok_and(|size| size > diff::READABLE)
                {
                    continue;
                }
                let diffs = diff::of_record(self.view.conn, set.seq, id)?;
                if !diffs.is_empty() {
                    entries.push(TimelineEntry {
                        key: format!("fields-{}", set.seq),
                        at: set.at,
                        from: None,
                        what: Happening::Fields { seq: set.seq, diffs },
                    });
                    found += 1;
                }
            }
            let Some((last, _)) = sets.last() else { return Ok(()) };
            if found >= self.limit {
                return Ok(());
            }
            before = last.at;
        }
    }
}
