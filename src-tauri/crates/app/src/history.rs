//! The history of changes, and the steps through it. What a change set says field by field is `detail::diff`.

use crate::{
    Error, Result, View, check,
    detail::{diff, names},
    dto,
    written::change_ref,
};
use rusqlite::Connection;
use satchel_store::{
    journal::{self, Applied, ChangeSet},
    query::history as query,
};
use serde_json::json;

/// How many names a refusal carries.
const NAMES: usize = 5;

/// How many records are asked for their name at most.
const LOOKED_AT: usize = 100;

/// The history, newest first.
///
/// # Errors
/// As SQLite says.
pub fn history(view: &View<'_>, input: dto::HistoryInput) -> Result<dto::HistoryPage> {
    let limit = check::page(input.limit, 200);
    let mut rows = query::page(view.conn, input.before, limit + 1)?;
    let more = i64::try_from(rows.len()).unwrap_or(i64::MAX) > limit;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(dto::HistoryPage { entries: rows.into_iter().map(entry).collect(), more })
}

/// One line of the history, field by field.
///
/// # Errors
/// `missing`, or as SQLite says.
pub fn change_detail(view: &View<'_>, input: dto::ChangeInput) -> Result<dto::ChangeDetail> {
    let row = query::one(view.conn, input.seq)?.ok_or_else(|| Error::missing("change"))?;
    let (records, more) = if row.same_schema { diff::of_change(view.conn, input.seq)? } else { (Vec::new(), false) };
    Ok(dto::ChangeDetail { entry: entry(row), records, more })
}

/// Takes back the newest change, or the one that is asked for: where others were made since, out of the middle.
/// Which of the two is decided here, since a window that asks may not know of the newest yet.
///
/// # Errors
/// `NothingTo`, `ChangedSince`, `OtherSchema`, and as `undo_change`.
pub fn undo(
    conn: &mut Connection,
    now: i64,
    input: dto::UndoInput,
) -> satchel_store::Result<(Option<ChangeSet>, Applied)> {
    if let Some(seq) = input.seq
        && journal::next_steps(conn)?.0.is_none_or(|newest| newest.seq != seq)
    {
        return undo_change(conn, now, dto::ChangeInput { seq });
    }
    journal::undo(conn).map(|(change, applied)| (Some(change), applied))
}

/// Makes the change taken back last again.
///
/// # Errors
/// As `undo`.
pub fn redo(
    conn: &mut Connection,
    _now: i64,
    _input: dto::Nothing,
) -> satchel_store::Result<(Option<ChangeSet>, Applied)> {
    journal::redo(conn).map(|(change, applied)| (Some(change), applied))
}

/// Takes one change out of the middle of the history, as a new change.
///
/// # Errors
/// As `undo`, and `NotApplied`.
pub fn undo_change(
    conn: &mut Connection,
    now: i64,
    input: dto::ChangeInput,
) -> satchel_store::Result<(Option<ChangeSet>, Applied)> {
    journal::undo_change(conn, now, input.seq).map(|recorded| (recorded.change, recorded.applied))
}

/// The refusal of an undo that would overwrite later changes, naming the records in its way.
///
/// # Errors
/// As SQLite says.
pub fn changed_since(conn: &Connection, records: &[satchel_store::journal::Touch]) -> Result<Error> {
    let mut known: Vec<String> = Vec::new();
    for (table, id) in records.iter().take(LOOKED_AT) {
        let name = names::name_of(conn, table, *id)?;
        if !name.is_empty() && !known.contains(&name) {
            known.push(name);
        }
        if known.len() == NAMES {
            break;
        }
    }
    let more = records.len().saturating_sub(known.len());
    Ok(Error::with("changed_since", json!({ "count": records.len(), "names": known.join(", "), "more": more })))
}

fn entry(row: query::SetRow) -> dto::HistoryEntry {
    let state = match row.state.as_str() {
        "applied" => dto::ChangeState::Applied,
        "undone" => dto::ChangeState::Undone,
        _ => dto::ChangeState::Discarded,
    };
    let refusal = match state {
        dto::ChangeState::Applied if row.redacted => Some("redacted"),
        dto::ChangeState::Applied if row.same_schema => None,
        dto::ChangeState::Applied => Some("undo_other_version"),
        dto::ChangeState::Undone | dto::ChangeState::Discarded => Some("not_applied"),
    };
    dto::HistoryEntry {
        change: change_ref(ChangeSet { seq: row.seq, label: row.label, params: row.params }),
        at: row.at,
        state,
        origin: if row.job { dto::ChangeOrigin::Job } else { dto::ChangeOrigin::Person },
        records: row.records,
        refusal: refusal.map(str::to_owned),
    }
}
