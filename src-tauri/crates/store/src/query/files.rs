//! Reads of files on records, and of what a mail is matched with.

use crate::{
    Column, Result,
    query::entity::Entity,
    tables::{Attachment, Table},
};
use rusqlite::Connection;
use uuid::Uuid;

/// The files of a record, newest first (at most 500).
///
/// # Errors
/// As SQLite says.
pub fn of_record(conn: &Connection, anchor: Entity, id: Uuid) -> Result<Vec<Attachment>> {
    let rest = format!("WHERE {} = ?1 ORDER BY created_at DESC, id DESC LIMIT 500", anchor.column());
    Attachment::select(conn, &rest, [id.as_bytes()])
}

/// The files of a mail.
///
/// # Errors
/// As SQLite says.
pub fn of_message(conn: &Connection, message: Uuid) -> Result<Vec<Attachment>> {
    Attachment::select(conn, "WHERE message_id = ?1 ORDER BY name, id", [message.as_bytes()])
}

/// Whether a record has this mail.
///
/// # Errors
/// As SQLite says.
pub fn has_mail(conn: &Connection, anchor: Entity, id: Uuid, mail: &str) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM messages WHERE mail_id = ?1 AND {} = ?2)", anchor.column());
    Ok(conn.prepare_cached(&sql)?.query_row((mail, id.as_bytes()), |row| row.get(0))?)
}

/// The person with this address (in small letters), in the field for it or in one the user added. Several stand in one
/// field between commas, semicolons or blanks.
///
/// # Errors
/// As SQLite says.
pub fn person_with(conn: &Connection, address: &str) -> Result<Option<Uuid>> {
    let mut statement = conn.prepare_cached(
        "SELECT p.id, p.email FROM people p WHERE p.deleted_at IS NULL AND instr(lower(p.email), ?1) > 0
         UNION ALL
         SELECT p.id, v.value FROM custom_values v JOIN custom_fields f ON f.id = v.field_id AND f.kind = 'email'
           JOIN people p ON p.id = v.record_id WHERE p.deleted_at IS NULL AND instr(lower(v.value), ?1) > 0
         ORDER BY 1",
    )?;
    let mut rows = statement.query([address])?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(1)?;
        if text.split([',', ';', ' ', '<', '>', '\n', '\t']).any(|one| one.to_lowercase() == address) {
            return Ok(Some(Uuid::from_column("id", row.get_ref(0)?)?));
        }
    }
    Ok(None)
}
