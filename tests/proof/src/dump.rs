//! The whole content of a data file as text, for "equal before and after".

use rusqlite::{Connection, types::ValueRef};
use std::{collections::HashMap, fmt::Write as _};

/// Tables a dump leaves out: the journal's own trace, this machine's choices, and what is checked by a recount instead.
pub const LEFT_OUT: &[&str] = &["change_sets", "change_records", "app_state", "seen_leads", "search_docs"];

/// Every other table, row by row in a stable order.
///
/// # Errors
/// As SQLite says.
pub fn dump(db: &Connection) -> rusqlite::Result<String> {
    dump_with(db, |blob| {
        blob.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    })
}

/// The same with ids replaced by their place in the order of creation, so that two files can be compared.
///
/// # Errors
/// As SQLite says.
pub fn dump_without_ids(db: &Connection) -> rusqlite::Result<String> {
    let mut ids: Vec<Vec<u8>> = Vec::new();
    for table in tables(db)? {
        each_row(db, &table, |row, columns| {
            for column in 0..columns {
                if let ValueRef::Blob(blob) = row.get_ref(column)?
                    && blob.len() == 16
                {
                    ids.push(blob.to_vec());
                }
            }
            Ok(())
        })?;
    }
    ids.sort_unstable();
    ids.dedup();
    let places: HashMap<Vec<u8>, usize> = ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect();
    dump_with(db, move |blob| places.get(blob).map_or_else(|| format!("{blob:?}"), |place| format!("#{place}")))
}

fn dump_with(db: &Connection, show: impl Fn(&[u8]) -> String) -> rusqlite::Result<String> {
    let mut text = String::new();
    for table in tables(db)? {
        let mut lines = Vec::new();
        each_row(db, &table, |row, columns| {
            let mut line = String::new();
            for column in 0..columns {
                match row.get_ref(column)? {
                    ValueRef::Null => line.push_str("null"),
                    ValueRef::Integer(number) => {
                        let _ = write!(line, "{number}");
                    }
                    ValueRef::Real(number) => {
                        let _ = write!(line, "{number}");
                    }
                    ValueRef::Text(text) => {
                        let _ = write!(line, "{:?}", String::from_utf8_lossy(text));
                    }
                    ValueRef::Blob(blob) => line.push_str(&show(blob)),
                }
                line.push('|');
            }
            lines.push(line);
            Ok(())
        })?;
        lines.sort_unstable();
        let _ = writeln!(text, "== {table} {}", lines.len());
        for line in lines {
            let _ = writeln!(text, "{line}");
        }
    }
    Ok(text)
}

/// Lines in which two dumps differ, for the message of a failed comparison.
#[must_use]
pub fn difference(before: &str, after: &str) -> String {
    let (old, new): (std::collections::BTreeSet<&str>, std::collections::BTreeSet<&str>) =
        (before.lines().collect(), after.lines().collect());
    let gone = old.difference(&new).take(8).map(|line| format!("- {line}"));
    let come = new.difference(&old).take(8).map(|line| format!("+ {line}"));
    gone.chain(come).collect::<Vec<_>>().join("\n")
}

fn tables(db: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' ORDER BY name")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(names.into_iter().filter(|name| !LEFT_OUT.contains(&name.as_str())).collect())
}

pub(crate) fn each_row(
    db: &Connection,
    table: &str,
    mut visit: impl FnMut(&rusqlite::Row<'_>, usize) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = db.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        visit(row, columns)?;
    }
    Ok(())
}
