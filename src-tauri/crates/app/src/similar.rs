//! Records that may be the same as another: shown beside a record and while one is being made, so that they can be
//! merged, or kept separate for good.

use crate::{
    Act, Error, Result, View, batch, contact,
    detail::names,
    dto::*,
    merge,
    written::{Written, written},
};
use satchel_store::{
    journal,
    query::{
        merge as merge_query,
        similar::{self as query, Criterion, Subject},
    },
};
use serde_json::json;

/// Most similar records shown.
const SHOWN: usize = 20;

/// Records similar to one, and what it was merged with; nothing of a record that is not there.
///
/// # Errors
/// `invalid` for kinds that are not compared.
pub fn similar_records(view: &View<'_>, input: RecordRef) -> Result<SimilarRecords> {
    let anchor = merge::anchor(input.kind)?;
    let revision = journal::revision(view.conn)?;
    let Some(subject) = query::subject(view.conn, anchor.table(), input.id)? else {
        return Ok(SimilarRecords { revision, rows: Vec::new(), merged_into: None, merged: Vec::new() });
    };
    let named = |id| names::named(view.conn, input.kind, id);
    let merged_into = merge_query::merged_into(view.conn, anchor, input.id)?.map(named).transpose()?.flatten();
    let merged = merge_query::absorbed(view.conn, anchor, input.id)?
        .into_iter()
        .map(|(id, _)| named(id))
        .collect::<Result<Vec<_>>>()?;
    // what became part of another is not looked for again
    let rows = if merged_into.is_some() { Vec::new() } else { rows(view, input.kind, &subject)? };
    Ok(SimilarRecords { revision, rows, merged_into, merged: merged.into_iter().flatten().collect() })
}

/// Records similar to what a form holds.
///
/// # Errors
/// `invalid` for kinds that are not compared.
pub fn similar_to_draft(view: &View<'_>, input: DraftInput) -> Result<SimilarRecords> {
    let subject = Subject {
        id: None,
        name: input.name,
        mail: input.email,
        phones: input.phone.into_iter().collect(),
        parties: input.organization.into_iter().chain(input.person).collect(),
    };
    Ok(SimilarRecords {
        revision: journal::revision(view.conn)?,
        rows: rows(view, input.kind, &subject)?,
        merged_into: None,
        merged: Vec::new(),
    })
}

fn rows(view: &View<'_>, kind: RecordKind, subject: &Subject) -> Result<Vec<SimilarRow>> {
    let anchor = merge::anchor(kind)?;
    let mut rows = Vec::new();
    for (id, criteria) in query::similar(view.conn, anchor.table(), subject)?.into_iter().take(SHOWN) {
        let Some(fields) = merge_query::row(view.conn, anchor, id)? else { continue };
        let reasons = criteria
            .into_iter()
            .map(|criterion| match criterion {
                Criterion::Mail => SimilarReason::Mail,
                Criterion::Phone => SimilarReason::Phone,
                Criterion::Contact => SimilarReason::Contact,
                Criterion::Name => SimilarReason::Name,
            })
            .collect();
        rows.push(SimilarRow { row: merge::brief(view.conn, kind, id, &fields)?, reasons });
    }
    Ok(rows)
}

/// Remembers that these records are not the same, each with each.
///
/// # Errors
/// `merge_count`, `missing`; `invalid` for records of several kinds.
pub fn keep_separate(act: &Act<'_>, input: RecordsInput) -> Result<Written> {
    let records = contact::once(input.records);
    let kind = merge::one_kind(&records)?;
    if records.len() < 2 {
        return Err(Error::code("nothing_selected"));
    }
    batch::check_count(records.len())?;
    let mut known = Vec::new();
    for record in records.iter().take(SHOWN + 1) {
        known.push(names::named(act.tx, kind, record.id)?.ok_or_else(|| merge::missing(kind))?);
    }
    for (at, one) in known.iter().enumerate() {
        for other in &known[at + 1..] {
            query::keep_apart(act.tx, one.id, other.id)?;
        }
    }
    let name = known.first().map_or("", |one| one.name.as_str());
    Ok(written("keep_separate", json!({ "count": known.len(), "name": name })))
}
