//! The keys by which similar records are found: derived from names, mail addresses and telephone numbers, kept by the
//! journal beside the search index, rebuilt when that is cheaper. What counts as the same is the domain's to say.

use crate::{Column, Result, journal::Touch};
use rusqlite::{Connection, Row};
use satchel_domain::similar as rules;
use std::collections::BTreeSet;
use uuid::Uuid;

/// For each table whose records have keys: the query that gives (id, name, mail, telephones...) of them.
const SOURCES: &[(&str, &str)] = &[
    ("deals", "SELECT id, title FROM deals"),
    ("leads", "SELECT id, title FROM leads"),
    ("organizations", "SELECT id, name, email, phone FROM organizations"),
    ("people", "SELECT id, name, email, phone, mobile FROM people"),
];

/// The key of a name among the records of its table.
#[must_use]
pub fn name_key(table: &str, name: &str) -> Option<i64> {
    rules::name_key(name).map(|key| rules::fingerprint(&[table, "name", &key]))
}

/// The key of a person's own mail address.
#[must_use]
pub fn address_key(mail: &str) -> Option<i64> {
    rules::mail_address(mail).map(|key| rules::fingerprint(&["address", &key]))
}

/// The key of the firm an address belongs to, shared by organizations and people.
#[must_use]
pub fn domain_key(mail: &str) -> Option<i64> {
    rules::company_domain(mail).map(|key| rules::fingerprint(&["domain", &key]))
}

/// The key of a telephone number, shared by organizations and people.
#[must_use]
pub fn phone_key(phone: &str) -> Option<i64> {
    rules::phone_key(phone).map(|key| rules::fingerprint(&["phone", &key]))
}

fn keys(table: &str, row: &Row<'_>, columns: usize) -> BTreeSet<i64> {
    let text = |at: usize| row.get_ref(at).ok().and_then(|value| value.as_str().ok()).unwrap_or_default();
    let mut keys: BTreeSet<i64> = name_key(table, text(1)).into_iter().collect();
    if columns > 2 {
        keys.extend(domain_key(text(2)));
        if table == "people" {
            keys.extend(address_key(text(2)));
        }
    }
    keys.extend((3..columns).filter_map(|at| phone_key(text(at))));
    keys
}

/// Brings the keys of these records up to date.
///
/// # Errors
/// As SQLite says.
pub fn refresh(conn: &Connection, touched: &BTreeSet<Touch>) -> Result<()> {
    let relevant = touched.iter().filter(|(table, _)| SOURCES.iter().any(|source| source.0 == *table)).count();
    if relevant > 2000 {
        let records: i64 = conn.query_row("SELECT count(*) FROM search_docs", [], |row| row.get(0))?;
        if relevant as i64 * 4 > records {
            return rebuild(conn);
        }
    }
    let mut known = conn.prepare_cached("SELECT key FROM similar_keys WHERE record_id = ?1")?;
    let mut drop = conn.prepare_cached("DELETE FROM similar_keys WHERE key = ?1 AND record_id = ?2")?;
    let mut add = conn.prepare_cached("INSERT INTO similar_keys (key, record_id) VALUES (?1, ?2)")?;
    for (table, sql) in SOURCES {
        let mut read = conn.prepare_cached(&format!("{sql} WHERE id = ?1"))?;
        let columns = read.column_count();
        for (_, id) in touched.iter().filter(|touch| touch.0 == *table) {
            let mut rows = read.query([id.as_bytes()])?;
            let now = rows.next()?.map(|row| keys(table, row, columns)).unwrap_or_default();
            let before: BTreeSet<i64> =
                known.query_map([id.as_bytes()], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            for key in before.difference(&now) {
                drop.execute((key, id.as_bytes()))?;
            }
            for key in now.difference(&before) {
                add.execute((key, id.as_bytes()))?;
            }
        }
    }
    Ok(())
}

/// Makes all keys anew from the records.
///
/// # Errors
/// As SQLite says.
pub fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute("DELETE FROM similar_keys", [])?;
    let mut all: Vec<(i64, Uuid)> = Vec::new();
    for (table, sql) in SOURCES {
        let mut read = conn.prepare(sql)?;
        let columns = read.column_count();
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let id = Uuid::from_column("id", row.get_ref(0)?)?;
            all.extend(keys(table, row, columns).into_iter().map(|key| (key, id)));
        }
    }
    // in the order of the table: each row goes to the end of it
    all.sort_unstable();
    let mut add = conn.prepare_cached("INSERT INTO similar_keys (key, record_id) VALUES (?1, ?2)")?;
    for (key, id) in all {
        add.execute((key, id.as_bytes()))?;
    }
    Ok(())
}
