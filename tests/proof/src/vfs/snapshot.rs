//! The whole content of a database as bytes, to tell exactly which moment of its life a recovered file shows. Unlike
//! `crate::dump` it holds everything, the full-text index's own tables too, in the order in which the file has it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};

use crate::dump::each_row;

/// Every row of every table, by table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<String, Arc<Vec<u8>>>);

impl Snapshot {
    /// Reads all tables of `db` but virtual ones (their content is in tables of their own) and those in `except`.
    ///
    /// # Errors
    /// SQLite's, on a damaged file above all.
    pub fn of(db: &Connection, except: &[&str]) -> rusqlite::Result<Self> {
        let tables: Vec<String> = db
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut content = BTreeMap::new();
        for table in tables.into_iter().filter(|table| !except.contains(&table.as_str())) {
            let bytes = bytes_of(db, &table)?;
            content.insert(table, Arc::new(bytes));
        }
        Ok(Self(content))
    }

    /// The tables whose content differs.
    #[must_use]
    pub fn differences<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let names = self.0.keys().chain(other.0.keys().filter(|name| !self.0.contains_key(*name)));
        names.filter(|name| self.0.get(*name) != other.0.get(*name)).map(String::as_str).collect()
    }

    /// Uses the memory of `earlier` for the tables that did not change since.
    pub fn share_with(&mut self, earlier: &Self) {
        for (name, content) in &mut self.0 {
            if let Some(same) = earlier.0.get(name).filter(|same| *same == content) {
                *content = Arc::clone(same);
            }
        }
    }
}

fn bytes_of(db: &Connection, table: &str) -> rusqlite::Result<Vec<u8>> {
    let mut content = Vec::new();
    each_row(db, table, |row, columns| {
        for column in 0..columns {
            let (kind, bytes): (u8, &[u8]) = match row.get_ref(column)? {
                ValueRef::Null => (0, &[]),
                ValueRef::Integer(number) => (1, &number.to_le_bytes()),
                ValueRef::Real(number) => (2, &number.to_le_bytes()),
                ValueRef::Text(text) => (3, text),
                ValueRef::Blob(blob) => (4, blob),
            };
            content.push(kind);
            content.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
            content.extend_from_slice(bytes);
        }
        Ok(())
    })?;
    Ok(content)
}

/// Opens a database as any SQLite program would; the default VFS, no settings that repair or change the file. Nothing
/// it does is synced and closing leaves the log alone: the file is looked at and thrown away.
///
/// # Errors
/// SQLite's.
pub fn open_plainly(path: &Path) -> rusqlite::Result<Connection> {
    let db = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    db.pragma_update(None, "synchronous", "OFF")?;
    Ok(db)
}

/// SQLite's own check of all pages.
///
/// # Errors
/// The first thing that is wrong, in SQLite's words.
pub fn check_pages(db: &Connection) -> Result<(), String> {
    let answer: rusqlite::Result<String> = db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0));
    match answer {
        Ok(text) if text == "ok" => Ok(()),
        Ok(text) => Err(text),
        Err(error) => Err(error.to_string()),
    }
}
