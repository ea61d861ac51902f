//! Deleting for ever: records of the trash leave the file with everything that hangs on them, and what the history
//! remembers of them goes too. Not a step of the journal: nothing brings them back.

mod heirs;

use crate::{
    Applied, ChangeSet, Column, Error, Origin, Result, changeset,
    journal::{self, Touch, Tx, owners},
    query::job,
    search, similar, tables,
};
use rusqlite::{Connection, TransactionBehavior, hooks::Action, named_params, session::ChangesetItem};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap, HashSet};
use uuid::Uuid;

/// Tables of records that have a trash.
pub const RECORDS: [&str; 4] = ["deals", "leads", "organizations", "people"];

/// Rows that belong to one record and go with it.
const BELONGING: &[(&str, &str)] = &[
    ("deal_labels", "deal_id"),
    ("lead_labels", "lead_id"),
    ("stage_entries", "deal_id"),
    ("lead_entries", "lead_id"),
    ("custom_values", "record_id"),
    ("external_ids", "record_id"),
    ("sample_records", "record_id"),
    ("seen_leads", "lead_id"),
];

/// Rows that hang on a record by one of four columns. A deal and the lead it became share them. A row may also name the
/// person or organization it came from.
const HANGING: &[&str] = &["activities", "notes", "messages", "attachments"];
const HOOKS: [&str; 4] = ["deal_id", "lead_id", "organization_id", "person_id"];

/// Columns by which one record holds on to another.
const HOLDS: &[(&str, &str)] = &[
    ("deals", "organization_id"),
    ("deals", "person_id"),
    ("deals", "merged_into"),
    ("leads", "organization_id"),
    ("leads", "person_id"),
    ("leads", "merged_into"),
    ("people", "organization_id"),
    ("people", "merged_into"),
    ("organizations", "parent_id"),
    ("organizations", "merged_into"),
];

/// Links between deals and leads that are cut when one of the two goes.
const LINKS: &[(&str, &str)] = &[("deals", "lead_id"), ("deals", "source_lead_id")];

/// Parameters of a history line that are words of the application or lists of the user, not values of a record.
const HARMLESS: &[&str] = &["field", "direction", "label", "labels", "pipeline", "stage"];

/// What stands where a name stood.
const BLANK: &str = "…";

const GONE: &str = "(SELECT unhex(value) FROM json_each(:gone))";

/// What went and what could not.
#[derive(Debug, Clone)]
pub struct Purged {
    /// The line in the history; None when nothing went.
    pub change: Option<ChangeSet>,
    /// Effects.
    pub applied: Applied,
    /// Records that went, as asked for.
    pub removed: usize,
    /// Records that others still need.
    pub kept: Vec<Touch>,
}

/// Records in the trash that were deleted up to an instant; None: all of them.
///
/// # Errors
/// As SQLite says.
pub fn in_trash(conn: &Connection, until: Option<i64>) -> Result<Vec<Touch>> {
    let mut found = Vec::new();
    for table in RECORDS {
        let sql = format!("SELECT id FROM {table} WHERE deleted_at IS NOT NULL AND deleted_at <= ?1 ORDER BY id");
        found.extend(tables::ids(conn, &sql, [until.unwrap_or(i64::MAX)])?.into_iter().map(|id| (table, id)));
    }
    Ok(found)
}

/// Deletes these records of the trash for ever, except those that others still need.
/// `label` names the line in the history; its parameter `count` is filled in here.
///
/// # Errors
/// As SQLite says; then nothing went.
pub fn purge(conn: &mut Connection, at: i64, origin: Origin, label: &str, records: &[Touch]) -> Result<Purged> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let asked: HashSet<Uuid> = records.iter().map(|record| record.1).collect();
    let mut left = records.to_vec();
    let mut kept: Vec<Touch> = Vec::new();
    // what stays may be what a lead belongs to: such a lead goes with no other deal, so the rest is looked at again
    let going = loop {
        let ties = ties(&tx, &left)?;
        let begun = ties.iter().map(|tie| ("leads", tie.1)).filter(|lead| !asked.contains(&lead.1));
        let (going, needed) = part(&tx, left.iter().copied().chain(begun).collect(), &ties)?;
        let stays: HashSet<Uuid> = needed.iter().map(|record| record.1).collect();
        let before = left.len();
        left.retain(|record| !stays.contains(&record.1));
        kept.extend(needed.into_iter().filter(|record| asked.contains(&record.1)));
        if left.len() == before {
            break going;
        }
    };
    let removed = going.iter().filter(|record| asked.contains(&record.1)).count();
    if removed == 0 {
        let revision = journal::revision(&tx)?;
        return Ok(Purged { change: None, applied: Applied { revision, ..Applied::default() }, removed, kept });
    }
    let touched: BTreeSet<Touch> = going.iter().copied().collect();
    let records: HashSet<Uuid> = going.iter().map(|record| record.1).collect();
    let gone = delete(&tx, &records)?;
    redact(&tx, &records, gone)?;
    forget(&tx, &records)?;
    search::rebuild(&tx)?;
    similar::rebuild(&tx)?;
    tables::set_setting(&tx, tables::KeyTable::AppState, UNSWEPT, "true")?;
    let params = serde_json::json!({ "count": removed }).to_string();
    tx.prepare_cached(
        "INSERT INTO change_sets (label, params, at, origin, schema_version, changeset, changes, records, state, redacted)
         VALUES (:label, :params, :at, :origin, :schema, x'', 0, 0, 'applied', 1)",
    )?
    .execute(named_params! { ":label": label, ":params": params, ":at": at, ":origin": origin.word(), ":schema": crate::SCHEMA_VERSION })?;
    let change = ChangeSet { seq: tx.last_insert_rowid(), label: label.to_owned(), params };
    let revision = journal::next_revision(&tx)?;
    tx.commit()?;
    Ok(Purged { change: Some(change), applied: Applied { revision, touched, ..Applied::default() }, removed, kept })
}

/// Set while bytes of deleted records may still lie in unused parts of the file.
const UNSWEPT: &str = "unswept";

/// Whether `sweep` has work to do.
///
/// # Errors
/// As SQLite says.
pub fn unswept(conn: &Connection) -> Result<bool> {
    Ok(tables::setting(conn, tables::KeyTable::AppState, UNSWEPT)?.is_some())
}

/// Writes the file anew and empties its log, so that no byte of what was deleted is left in either.
///
/// # Errors
/// As SQLite says; it is then due again.
pub fn sweep(conn: &Connection) -> Result<()> {
    conn.execute_batch("VACUUM")?;
    conn.execute("DELETE FROM app_state WHERE key = ?1", [UNSWEPT])?;
    let busy: i64 = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 {
        return Ok(());
    }
    // somebody reads an older state; the log is emptied next time
    tables::set_setting(conn, tables::KeyTable::AppState, UNSWEPT, "true")?;
    Err(Error::Busy)
}

/// Deals that go and the converted leads that are nothing but their beginning: such a lead goes with its deal, or both
/// stay. Not the leads of a deal that is part of one that stays: they began that one.
fn ties(tx: &Tx, records: &[Touch]) -> Result<Vec<(Uuid, Uuid)>> {
    let deals: HashSet<Uuid> = records.iter().filter(|record| record.0 == "deals").map(|record| record.1).collect();
    let mut ties = Vec::new();
    let begun = format!("SELECT deal_id, id FROM leads WHERE status = 'converted' AND deal_id IN {GONE}");
    let mut statement = tx.prepare_cached(&begun)?;
    let mut rows = statement.query(named_params! { ":gone": hex(&deals) })?;
    while let Some(row) = rows.next()? {
        let deal = Uuid::from_column("deal_id", row.get_ref(0)?)?;
        if heirs::whole(tx, deal, &deals)?.is_none() {
            ties.push((deal, Uuid::from_column("id", row.get_ref(1)?)?));
        }
    }
    Ok(ties)
}

/// Those that can go, and those that a record that stays holds on to.
fn part(tx: &Tx, records: Vec<Touch>, ties: &[(Uuid, Uuid)]) -> Result<(Vec<Touch>, Vec<Touch>)> {
    let candidates: HashSet<Uuid> = records.iter().map(|record| record.1).collect();
    let list = hex(&candidates);
    let mut held_by: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mut staying = Vec::new();
    let columns =
        HOLDS.iter().map(|(table, column)| format!("SELECT id, {column} FROM {table} WHERE {column} IN {GONE}"));
    // a custom field may hold a person or an organization, by its id as text
    let custom = format!("SELECT record_id, unhex(value, '-') FROM custom_values WHERE unhex(value, '-') IN {GONE}");
    for sql in columns.chain([custom]) {
        let mut statement = tx.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! { ":gone": list })?;
        while let Some(row) = rows.next()? {
            let (holder, held) =
                (Uuid::from_column("id", row.get_ref(0)?)?, Uuid::from_column("held", row.get_ref(1)?)?);
            if candidates.contains(&holder) {
                held_by.entry(holder).or_default().push(held);
            } else {
                staying.push(held);
            }
        }
    }
    for (deal, lead) in ties {
        held_by.entry(*deal).or_default().push(*lead);
        held_by.entry(*lead).or_default().push(*deal);
    }
    let mut needed = HashSet::new();
    while let Some(id) = staying.pop() {
        if needed.insert(id) {
            staying.extend(held_by.get(&id).into_iter().flatten());
        }
    }
    Ok(records.into_iter().partition(|record| !needed.contains(&record.1)))
}

/// Takes the rows out; answers the ids of everything that went with them.
fn delete(tx: &Tx, records: &HashSet<Uuid>) -> Result<HashSet<Uuid>> {
    let list = hex(records);
    let run = |sql: &str| -> Result<()> {
        tx.prepare_cached(sql)?.execute(named_params! { ":gone": list })?;
        Ok(())
    };
    tx.pragma_update(None, "defer_foreign_keys", true)?;
    heirs::settle(tx, records)?;
    for table in HANGING {
        // a mail on a deal that also names a person stays with the deal, one on an organization with that
        for column in ["organization_id", "person_id"] {
            let others: Vec<String> =
                HOOKS.iter().filter(|other| **other != column).map(|other| format!("{other} NOT IN {GONE}")).collect();
            let stays = others.join(" OR ");
            run(&format!("UPDATE {table} SET {column} = NULL WHERE {column} IN {GONE} AND ({stays})"))?;
        }
    }
    let mut gone = records.clone();
    for table in HANGING {
        for column in HOOKS {
            let statement = format!("SELECT id FROM {table} WHERE {column} IN {GONE}");
            gone.extend(tables::ids(tx, &statement, named_params! { ":gone": list })?);
            run(&format!("DELETE FROM {table} WHERE {column} IN {GONE}"))?;
        }
    }
    for (table, column) in BELONGING {
        run(&format!("DELETE FROM {table} WHERE {column} IN {GONE}"))?;
    }
    for (table, column) in LINKS {
        run(&format!("UPDATE {table} SET {column} = NULL WHERE {column} IN {GONE} AND id NOT IN {GONE}"))?;
    }
    for table in RECORDS {
        run(&format!("DELETE FROM {table} WHERE id IN {GONE}"))?;
    }
    Ok(gone)
}

/// Takes what went out of every change set that tells of it. Those lines stay, without names, and cannot be undone.
fn redact(tx: &Tx, records: &HashSet<Uuid>, mut gone: HashSet<Uuid>) -> Result<()> {
    // what was undone could only come back around what is gone
    tx.execute("UPDATE change_sets SET state = 'discarded' WHERE state = 'undone'", [])?;
    let sets = sets_about(tx, &gone)?;
    for seq in &sets {
        journal::each_change(&bytes_of(tx, *seq)?, |item| removed_earlier(tx, item, records, &mut gone))?;
    }
    let sets: BTreeSet<i64> = sets.into_iter().chain(sets_about(tx, &gone)?).collect();
    let list = hex(&gone);
    tx.execute(&format!("DELETE FROM change_records WHERE record_id IN {GONE}"), named_params! { ":gone": list })?;
    for seq in sets {
        let bytes = bytes_of(tx, seq)?;
        let (left, changes) = changeset::without(&bytes, |item| tells_of(item, &gone))?;
        let params: String = tx.query_row("SELECT params FROM change_sets WHERE seq = ?1", [seq], |row| row.get(0))?;
        tx.prepare_cached(
            "UPDATE change_sets SET changeset = :left, changes = :changes, params = :params, redacted = redacted OR :cut,
                    records = (SELECT count(*) FROM change_records r WHERE r.seq = change_sets.seq)
             WHERE seq = :seq",
        )?
        .execute(named_params! { ":seq": seq, ":left": left, ":changes": changes, ":params": without_names(&params), ":cut": left.len() < bytes.len() })?;
    }
    Ok(())
}

fn sets_about(tx: &Tx, ids: &HashSet<Uuid>) -> Result<BTreeSet<i64>> {
    let mut statement =
        tx.prepare_cached(&format!("SELECT DISTINCT seq FROM change_records WHERE record_id IN {GONE}"))?;
    Ok(statement.query_map(named_params! { ":gone": hex(ids) }, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn bytes_of(tx: &Tx, seq: i64) -> Result<Vec<u8>> {
    Ok(tx.prepare_cached("SELECT changeset FROM change_sets WHERE seq = ?1")?.query_row([seq], |row| row.get(0))?)
}

/// A note or message of such a record that somebody removed before: the history still knows its text.
fn removed_earlier(tx: &Tx, item: &ChangesetItem, records: &HashSet<Uuid>, gone: &mut HashSet<Uuid>) -> Result<()> {
    let op = item.op()?;
    let (table, code) = (op.table_name(), op.code());
    if code == Action::SQLITE_UPDATE || !HANGING.contains(&table) {
        return Ok(());
    }
    let about =
        owners(table).iter().skip(1).any(|(_, column)| id_at(item, *column).is_some_and(|id| records.contains(&id)));
    if let Some(id) = id_at(item, 0).filter(|_| about) {
        let standing: bool = tx
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?1)"))?
            .query_row([id.as_bytes()], |row| row.get(0))?;
        if !standing {
            gone.insert(id);
        }
    }
    Ok(())
}

/// Whether a row of a change set is of something that went. What hangs on records is known by its own id only:
/// it may have moved to a record that stays.
fn tells_of(item: &ChangesetItem, gone: &HashSet<Uuid>) -> Result<bool> {
    let op = item.op()?;
    let table = op.table_name();
    let columns: Vec<usize> = if HANGING.contains(&table) || RECORDS.contains(&table) {
        vec![0]
    } else {
        owners(table).iter().map(|(_, column)| *column).collect()
    };
    Ok(columns.into_iter().any(|column| id_at(item, column).is_some_and(|id| gone.contains(&id))))
}

fn id_at(item: &ChangesetItem, column: usize) -> Option<Uuid> {
    let read = |value: rusqlite::Result<rusqlite::types::ValueRef<'_>>| {
        value.ok().and_then(|value| Uuid::from_column("id", value).ok())
    };
    read(item.new_value(column)).or_else(|| read(item.old_value(column)))
}

/// The parameters of a history line without the texts that may be values of a record.
fn without_names(params: &str) -> String {
    blanked(serde_json::from_str(params).unwrap_or_else(|_| serde_json::json!({}))).to_string()
}

fn blanked(mut params: Value) -> Value {
    for (key, value) in params.as_object_mut().into_iter().flatten() {
        if value.as_str().is_some_and(|text| !text.is_empty()) && !HARMLESS.contains(&key.as_str()) {
            *value = BLANK.into();
        }
    }
    params
}

/// Blanks what a report of a run calls records that went; answers whether it did. What refused a run names records by
/// their titles only, which then go all.
fn blank_report(part: &mut Value, gone: &HashSet<Uuid>) -> bool {
    let mut did = false;
    if let Value::Object(parts) = part {
        let id = parts.get("id").and_then(Value::as_str).and_then(|id| Uuid::parse_str(id).ok());
        if id.is_some_and(|id| gone.contains(&id)) {
            parts.insert("name".into(), BLANK.into());
            did = true;
        }
        if let Some(params) = parts.get_mut("refusal").and_then(|refusal| refusal.get_mut("params")) {
            *params = blanked(params.take());
            did = true;
        }
        for part in parts.values_mut() {
            did |= blank_report(part, gone);
        }
    } else if let Value::Array(parts) = part {
        for part in parts {
            did |= blank_report(part, gone);
        }
    }
    did
}

/// This machine's list of records looked at last holds their titles too, and so do the results of runs.
fn forget(tx: &Tx, records: &HashSet<Uuid>) -> Result<()> {
    for (job, report) in job::reports(tx)? {
        let mut report: Value = serde_json::from_str(&report).unwrap_or_default();
        if blank_report(&mut report, records) {
            job::set_report(tx, job, &report.to_string())?;
        }
    }
    tx.execute(
        "WITH gone AS (SELECT unhex(value) AS id FROM json_each(?1))
         DELETE FROM kept_apart WHERE one IN (SELECT id FROM gone) OR other IN (SELECT id FROM gone)",
        [hex(records)],
    )?;
    let Some(text) = tables::setting(tx, tables::KeyTable::AppState, RECENT)? else { return Ok(()) };
    let Ok(Value::Array(mut list)) = serde_json::from_str::<Value>(&text) else { return Ok(()) };
    let id = |entry: &Value| entry["id"].as_str().and_then(|id| Uuid::parse_str(id).ok());
    list.retain(|entry| !id(entry).is_some_and(|id| records.contains(&id)));
    tables::set_setting(tx, tables::KeyTable::AppState, RECENT, &Value::Array(list).to_string())
}

/// Key of the list of records looked at last.
const RECENT: &str = "pref:recent";

fn hex(ids: &HashSet<Uuid>) -> String {
    Value::from(ids.iter().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_to_a_record_is_known_here() {
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch(include_str!("../schema.sql")).expect("schema");
        let mut statement = conn
            .prepare(
                "SELECT t.name, f.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) f
                 WHERE t.type = 'table' AND f.\"table\" IN ('deals', 'leads', 'organizations', 'people')",
            )
            .expect("query");
        let references: Vec<(String, String)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("rows")
            .map(|row| row.expect("row"))
            .collect();
        assert!(references.len() > 20, "the query looks at something");
        let known = |table: &str, column: &str| {
            BELONGING.contains(&(table, column))
                || HOLDS.contains(&(table, column))
                || (HANGING.contains(&table) && HOOKS.contains(&column))
        };
        let unknown: Vec<_> = references.iter().filter(|(table, column)| !known(table, column)).collect();
        assert!(unknown.is_empty(), "deleting for ever would stumble over {unknown:?}");
    }

    #[test]
    fn a_line_of_the_history_keeps_its_words_and_loses_names() {
        let cases = [
            (r#"{"name":"Press","count":1}"#, r#"{"name":"…","count":1}"#),
            (r#"{"direction":"sent","name":"Press"}"#, r#"{"direction":"sent","name":"…"}"#),
            (r#"{"name":"","stage":"Quote sent"}"#, r#"{"name":"","stage":"Quote sent"}"#),
            ("not json", "{}"),
        ];
        for (before, after) in cases {
            let (now, then): (Value, Value) = (
                serde_json::from_str(&without_names(before)).expect("json"),
                serde_json::from_str(after).expect("json"),
            );
            assert_eq!(now, then, "{before}");
        }
    }
}
