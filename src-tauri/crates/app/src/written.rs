//! What a writing verb answers, and how that becomes the `Done` every window understands.

use crate::{
    Result,
    detail::names,
    dto::{ChangeRef, Done, RecordKind, RecordRef},
};
use rusqlite::Connection;
use satchel_store::{Label, journal};
use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Above this many touched records a window reads its data again instead of looking at each.
const NAMED: usize = 200;

/// The name of an action and the records it created.
#[derive(Debug, Clone)]
pub struct Written {
    /// What history calls it.
    pub label: Label,
    /// In order.
    pub created: Vec<RecordRef>,
}

/// Names an action; `params` holds strings and numbers.
#[must_use]
pub fn written(code: &'static str, params: Value) -> Written {
    Written { label: Label { code, params }, created: Vec::new() }
}

impl Written {
    /// Adds a created record.
    #[must_use]
    pub fn creating(mut self, kind: RecordKind, id: impl Into<Uuid>) -> Self {
        self.created.push(RecordRef { kind, id: id.into() });
        self
    }
}

/// The wire form of a stored change set.
#[must_use]
pub fn change_ref(change: journal::ChangeSet) -> ChangeRef {
    ChangeRef { seq: change.seq, label: change.label, params: serde_json::from_str(&change.params).unwrap_or_default() }
}

/// Kind of the records of a table.
#[must_use]
pub fn kind_of(table: &str) -> Option<RecordKind> {
    Some(match table {
        "deals" => RecordKind::Deal,
        "leads" => RecordKind::Lead,
        "organizations" => RecordKind::Organization,
        "people" => RecordKind::Person,
        "activities" => RecordKind::Activity,
        "notes" => RecordKind::Note,
        "messages" => RecordKind::Message,
        "attachments" => RecordKind::Attachment,
        "pipelines" => RecordKind::Pipeline,
        "stages" => RecordKind::Stage,
        "labels" => RecordKind::Label,
        "close_reasons" => RecordKind::CloseReason,
        "sources" => RecordKind::Source,
        "products" => RecordKind::Product,
        "colleagues" => RecordKind::Colleague,
        "custom_fields" => RecordKind::CustomField,
        _ => return None,
    })
}

/// The answer to a committed write.
///
/// # Errors
/// As SQLite says.
pub fn done(
    conn: &Connection,
    change: Option<journal::ChangeSet>,
    applied: journal::Applied,
    created: Vec<RecordRef>,
) -> Result<Done> {
    let reload = applied.touched.len() > NAMED;
    let touched = if reload { Vec::new() } else { named_kinds(conn, &applied.touched)? };
    let (undo, redo) = journal::next_steps(conn)?;
    Ok(Done {
        revision: applied.revision,
        change: change.map(change_ref),
        created: if created.len() > NAMED { Vec::new() } else { created },
        touched,
        reload,
        stages: crate::totals::of_stages(conn, &applied.stages)?,
        undo: undo.map(change_ref),
        redo: redo.map(change_ref),
    })
}

/// Touched rows as records; custom values and external ids stand for the record they belong to.
fn named_kinds(conn: &Connection, touched: &BTreeSet<journal::Touch>) -> Result<Vec<RecordRef>> {
    let mut records = BTreeSet::new();
    for (table, id) in touched {
        let kind = match kind_of(table) {
            Some(kind) => Some(kind),
            None => names::owner_kind(conn, *id)?,
        };
        records.extend(kind.map(|kind| RecordRef { kind, id: *id }));
    }
    Ok(records.into_iter().collect())
}
