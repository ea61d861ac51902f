//! Search as you type: newest first; deals and leads of a matching organization or person follow the direct hits.

use crate::{
    Result, View, check,
    detail::names,
    dto::{DealStatus, Hit, RecordKind, RecordRef, SearchAnswer, SearchInput},
    excerpt,
};
use satchel_domain::ids::{MessageId, NoteId};
use satchel_store::{
    query::search as query,
    search,
    tables::{Message, Note, Table},
};
use std::collections::HashSet;
use uuid::Uuid;

/// Kinds that can be found, with their word in the index.
const KINDS: [(RecordKind, &str); 6] = [
    (RecordKind::Deal, "deal"),
    (RecordKind::Lead, "lead"),
    (RecordKind::Organization, "organization"),
    (RecordKind::Person, "person"),
    (RecordKind::Note, "note"),
    (RecordKind::Message, "message"),
];

/// What matches the text.
///
/// # Errors
/// As SQLite says.
pub fn search(view: &View<'_>, input: SearchInput) -> Result<SearchAnswer> {
    let limit = usize::try_from(check::page(input.limit, 50)).unwrap_or(50);
    let wanted = |kind: RecordKind| input.kinds.is_empty() || input.kinds.contains(&kind);
    let kinds: Vec<&str> = KINDS.iter().filter(|(kind, _)| wanted(*kind)).map(|(_, word)| *word).collect();
    let mut answer = SearchAnswer { text: input.text.clone(), hits: Vec::new(), more: false };
    let Some(whole) = search::query(&input.text).filter(|_| !kinds.is_empty()) else { return Ok(answer) };
    let enough = i64::try_from(limit + 1).unwrap_or(51);
    let filter = if kinds.len() == KINDS.len() { &[][..] } else { &kinds };
    let mut found: Vec<(RecordKind, Uuid)> = Vec::new();
    for (word, id) in query::documents(view.conn, &whole, filter, enough)? {
        found.extend(KINDS.iter().find(|(_, known)| *known == word).map(|(kind, _)| (*kind, id)));
    }
    for kind in [RecordKind::Deal, RecordKind::Lead] {
        if wanted(kind) && found.len() <= limit {
            found.extend(
                query::of_contacts(view.conn, kind == RecordKind::Deal, &search::terms(&input.text), enough)?
                    .into_iter()
                    .map(|id| (kind, id)),
            );
        }
    }
    let mut seen = HashSet::new();
    found.retain(|hit| seen.insert(*hit));
    answer.more = found.len() > limit;
    for (kind, id) in found.into_iter().take(limit) {
        answer.hits.extend(hit(view, kind, id, &input.text)?);
    }
    Ok(answer)
}

fn hit(view: &View<'_>, kind: RecordKind, id: Uuid, text: &str) -> Result<Option<Hit>> {
    match kind {
        RecordKind::Note => {
            let Some(row) = Note::get(view.conn, NoteId(id))? else { return Ok(None) };
            let on = hook(
                row.deal_id.map(Into::into),
                row.lead_id.map(Into::into),
                row.organization_id.map(Into::into),
                row.person_id.map(Into::into),
            );
            written_on(
                view,
                RecordRef { kind, id },
                names::short("notes", &row.body),
                on,
                excerpt::around(&row.body, text),
            )
        }
        RecordKind::Message => {
            let Some(row) = Message::get(view.conn, MessageId(id))? else { return Ok(None) };
            let on = hook(
                row.deal_id.map(Into::into),
                row.lead_id.map(Into::into),
                row.organization_id.map(Into::into),
                row.person_id.map(Into::into),
            );
            written_on(view, RecordRef { kind, id }, row.subject, on, excerpt::around(&row.body, text))
        }
        kind => {
            let row = record(view, kind, id)?;
            Ok(row.map(|row| Hit {
                kind,
                id,
                title: row.title,
                second: row.second,
                excerpt: None,
                status: row.status.as_deref().and_then(status),
                value: check::money_of(row.value, row.currency),
                stage: row.stage,
                in_trash: row.in_trash,
                opens: RecordRef { kind, id },
            }))
        }
    }
}

fn record(view: &View<'_>, kind: RecordKind, id: Uuid) -> Result<Option<query::HitRow>> {
    match KINDS.iter().find(|(known, _)| *known == kind) {
        Some((_, word)) => Ok(query::hit(view.conn, word, id)?),
        None => Ok(None),
    }
}

/// A note or message: it shows and opens the record it hangs on.
fn written_on(
    view: &View<'_>,
    found: RecordRef,
    title: String,
    on: Option<RecordRef>,
    excerpt: String,
) -> Result<Option<Hit>> {
    let Some(on) = on else { return Ok(None) };
    let Some(row) = record(view, on.kind, on.id)? else { return Ok(None) };
    Ok(Some(Hit {
        kind: found.kind,
        id: found.id,
        title,
        second: Some(row.title),
        excerpt: Some(excerpt),
        status: row.status.as_deref().and_then(status),
        value: None,
        stage: None,
        in_trash: row.in_trash,
        opens: on,
    }))
}

fn hook(deal: Option<Uuid>, lead: Option<Uuid>, organization: Option<Uuid>, person: Option<Uuid>) -> Option<RecordRef> {
    let on = |kind| move |id| RecordRef { kind, id };
    deal.map(on(RecordKind::Deal))
        .or(lead.map(on(RecordKind::Lead)))
        .or(organization.map(on(RecordKind::Organization)))
        .or(person.map(on(RecordKind::Person)))
}

fn status(word: &str) -> Option<DealStatus> {
    Some(match word {
        "open" => DealStatus::Open,
        "won" => DealStatus::Won,
        "lost" => DealStatus::Lost,
        "closed" => DealStatus::Closed,
        _ => return None,
    })
}
