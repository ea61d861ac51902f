//! Single settings of the user, as the rules ask for them. All of them together, and changing them, is in `boot`.

use crate::Result;
use rusqlite::Connection;
use satchel_domain::trash;
use satchel_store::tables::{self, KeyTable};
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>(conn: &Connection, key: &str) -> Result<Option<T>> {
    Ok(tables::setting(conn, KeyTable::Settings, key)?.and_then(|json| serde_json::from_str(&json).ok()))
}

/// A text; None where nobody set it.
pub(crate) fn text(conn: &Connection, key: &str) -> Result<Option<String>> {
    read(conn, key)
}

/// A switch; `default` where nobody touched it.
pub(crate) fn switch(conn: &Connection, key: &str, default: bool) -> Result<bool> {
    Ok(read(conn, key)?.unwrap_or(default))
}

/// Days the trash keeps things; 0 = until it is emptied.
pub(crate) fn trash_days(conn: &Connection) -> Result<i64> {
    Ok(read(conn, "trash_days")?.unwrap_or(trash::USUAL_DAYS))
}
