//! What a changeset reaches: the records its rows stand for, and the columns of the board that may look different.

use super::{MANY, Touch, Tx, each_change};
use crate::{Column, Result, tables};
use rusqlite::{hooks::Action, session::ChangesetItem, types::ValueRef};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// For a table: the records a row stands for, as (table, column holding the id).
pub(crate) fn owners(table: &str) -> &'static [(&'static str, usize)] {
    match table {
        "deal_labels" => &[("deals", 0)],
        "lead_labels" => &[("leads", 0)],
        "custom_values" => &[("custom_values", 0)],
        "external_ids" => &[("external_ids", 3)],
        "kept_apart" => &[("kept_apart", 0), ("kept_apart", 1)],
        "stage_entries" => &[("deals", 1)],
        "lead_entries" => &[("leads", 1)],
        "activities" => &[("activities", 0), ("deals", 9), ("leads", 10), ("organizations", 11), ("people", 12)],
        "notes" => &[("notes", 0), ("deals", 3), ("leads", 4), ("organizations", 5), ("people", 6)],
        "messages" => &[("messages", 0), ("deals", 7), ("leads", 8), ("organizations", 9), ("people", 10)],
        "attachments" => &[("attachments", 0), ("deals", 5), ("leads", 6), ("organizations", 7), ("people", 8)],
        "settings" | "sample_records" => &[],
        "pipelines" => &[("pipelines", 0)],
        "stages" => &[("stages", 0)],
        "colleagues" => &[("colleagues", 0)],
        "sources" => &[("sources", 0)],
        "labels" => &[("labels", 0)],
        "close_reasons" => &[("close_reasons", 0)],
        "products" => &[("products", 0)],
        "custom_fields" => &[("custom_fields", 0)],
        "organizations" => &[("organizations", 0)],
        "people" => &[("people", 0)],
        "leads" => &[("leads", 0)],
        "deals" => &[("deals", 0)],
        _ => &[],
    }
}

/// What a changeset reaches.
#[derive(Default)]
pub(super) struct Scan {
    pub changes: i64,
    pub touched: BTreeSet<Touch>,
    pub stages: BTreeSet<(Uuid, Option<Uuid>)>,
    /// Deals whose stage is not in the changeset because it did not change.
    pub placed: BTreeSet<Uuid>,
}

const DEAL_PIPELINE: usize = 3;
const DEAL_STAGE: usize = 4;

impl Scan {
    pub fn of(changeset: &[u8]) -> Result<Self> {
        let mut scan = Self::default();
        // sorted once at the end: a set that grows row by row costs a large change a second
        let mut touched = Vec::new();
        each_change(changeset, |item| {
            scan.changes += 1;
            let op = item.op()?;
            let (table, code) = (op.table_name(), op.code());
            for (owner, column) in owners(table) {
                for value in both(item, code, *column) {
                    if let Ok(id) = Uuid::from_column("id", value) {
                        touched.push((*owner, id));
                    }
                }
            }
            if table == "deals" {
                scan.place(item, code)?;
            }
            Ok(())
        })?;
        scan.touched = touched.into_iter().collect();
        Ok(scan)
    }

    /// A changed note, activity, message or file also touches the record it hangs on, which its changeset need not name.
    pub fn adopt(&mut self, tx: &Tx) -> Result<()> {
        for table in ["activities", "notes", "messages", "attachments"] {
            let ids: Vec<Uuid> = self
                .touched
                .range((table, Uuid::nil())..=(table, Uuid::max()))
                .map(|touch| touch.1)
                .take(MANY)
                .collect();
            for id in ids {
                let mut read = tx.prepare_cached(&format!(
                    "SELECT deal_id, lead_id, organization_id, person_id FROM {table} WHERE id = ?1"
                ))?;
                let mut rows = read.query([id.as_bytes()])?;
                if let Some(row) = rows.next()? {
                    for (column, owner) in ["deals", "leads", "organizations", "people"].into_iter().enumerate() {
                        if let Some(id) = Option::<Uuid>::from_column("owner", row.get_ref(column)?)? {
                            self.touched.insert((owner, id));
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn place(&mut self, item: &ChangesetItem, code: Action) -> Result<()> {
        let side = |new: bool| {
            let read = |column| if new { item.new_value(column) } else { item.old_value(column) };
            let pipeline = read(DEAL_PIPELINE).ok().and_then(|value| Uuid::from_column("pipeline_id", value).ok());
            let stage = read(DEAL_STAGE).ok().and_then(|value| Option::<Uuid>::from_column("stage_id", value).ok());
            (pipeline, stage)
        };
        match code {
            Action::SQLITE_INSERT | Action::SQLITE_DELETE => {
                if let (Some(pipeline), Some(stage)) = side(code == Action::SQLITE_INSERT) {
                    self.stages.insert((pipeline, stage));
                }
            }
            _ => {
                let id = Uuid::from_column("id", item.old_value(0)?)?;
                self.placed.insert(id);
                // a changed stage or pipeline names the place that was left; the new one is read from the row
                let (pipeline, stage) = side(false);
                if pipeline.is_some() || stage.is_some() {
                    self.stages.insert((pipeline.unwrap_or(id), stage.unwrap_or(Some(id))));
                }
            }
        }
        Ok(())
    }
}

/// Records that would be in the way of an applied changeset although no row of theirs conflicts: they hold values of what is
/// gone, or became part of each other.
pub(super) fn left_over(tx: &Tx, changeset: &[u8]) -> Result<BTreeSet<Touch>> {
    let mut gone: BTreeMap<Uuid, &'static str> = BTreeMap::new();
    let mut merged: Vec<Touch> = Vec::new();
    let mut columns: BTreeMap<&str, usize> = BTreeMap::new();
    for table in &HOLDING[..4] {
        let sql = "SELECT cid FROM pragma_table_info(?1) WHERE name = 'merged_into'";
        columns.insert(table, tx.query_row(sql, [table], |row| row.get::<_, u16>(0).map(usize::from))?);
    }
    each_change(changeset, |item| {
        let op = item.op()?;
        let Some(table) = HOLDING.iter().find(|known| **known == op.table_name()).copied() else { return Ok(()) };
        if op.code() == Action::SQLITE_DELETE {
            gone.insert(Uuid::from_column("id", item.old_value(0)?)?, table);
        } else if let Some(column) = columns.get(table)
            && item.new_value(*column).is_ok_and(|value| matches!(value, ValueRef::Blob(_)))
            && let Ok(id) = item.old_value(0).or_else(|_| item.new_value(0))
        {
            merged.push((table, Uuid::from_column("id", id)?));
        }
        Ok(())
    })?;
    let mut found = BTreeSet::new();
    let list = serde_json::json!(gone.keys().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string();
    const GONE: &str = "(SELECT unhex(value) FROM json_each(?1))";
    for sql in [
        format!("SELECT record_id FROM custom_values WHERE record_id IN {GONE}"),
        format!("SELECT record_id FROM external_ids WHERE record_id IN {GONE}"),
    ] {
        let left = tables::ids(tx, &sql, [&list])?;
        found.extend(left.into_iter().filter_map(|id| Some((*gone.get(&id)?, id))));
    }
    let holders = format!(
        "SELECT v.record_id FROM custom_fields f JOIN custom_values v ON v.field_id = f.id
         WHERE f.kind IN ('colleague', 'person', 'organization') AND unhex(v.value, '-') IN {GONE}"
    );
    if !gone.is_empty() {
        found.extend(tables::ids(tx, &holders, [&list])?.into_iter().map(|id| ("custom_values", id)));
    }
    for (table, id) in merged {
        let sql = format!(
            "WITH RECURSIVE up (id) AS (SELECT merged_into FROM {table} WHERE id = ?1 UNION SELECT r.merged_into FROM {table} r JOIN up ON r.id = up.id)
             SELECT EXISTS (SELECT 1 FROM up WHERE id = ?1)"
        );
        if tx.prepare_cached(&sql)?.query_row([id.as_bytes()], |row| row.get(0))? {
            found.insert((table, id));
        }
    }
    Ok(found)
}

/// Tables of records that have values and keys of other systems; the first four also become part of each other.
const HOLDING: [&str; 6] = ["deals", "leads", "organizations", "people", "products", "colleagues"];

fn both<'a>(item: &'a ChangesetItem, code: Action, column: usize) -> impl Iterator<Item = ValueRef<'a>> {
    let old = if code == Action::SQLITE_INSERT { None } else { item.old_value(column).ok() };
    let new = if code == Action::SQLITE_DELETE { None } else { item.new_value(column).ok() };
    old.into_iter().chain(new)
}
