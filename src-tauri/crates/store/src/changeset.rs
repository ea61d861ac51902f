//! A change set with some of its rows left out. SQLite reads and applies change sets, but cannot take rows out of one,
//! so its documented format is walked here: a header for each table, then one operation after the other.
//! Not here: which rows those are.

use crate::{Error, Result, journal::each_change};
use rusqlite::session::ChangesetItem;

const TABLE: u8 = b'T';
const INSERT: u8 = 18;
const UPDATE: u8 = 23;
const DELETE: u8 = 9;

/// The change set without the rows that `drop` names, and how many rows are left.
///
/// # Errors
/// When the bytes are not a change set, or as `drop` says.
pub fn without(changeset: &[u8], mut drop: impl FnMut(&ChangesetItem) -> Result<bool>) -> Result<(Vec<u8>, i64)> {
    let mut verdicts = Vec::new();
    each_change(changeset, |item| {
        verdicts.push(drop(item)?);
        Ok(())
    })?;
    let mut reader = Reader { bytes: changeset, at: 0 };
    let (mut kept, mut left) = (Vec::with_capacity(changeset.len()), 0);
    let (mut header, mut columns, mut written) = (0..0, 0, false);
    let mut verdicts = verdicts.into_iter();
    while reader.at < changeset.len() {
        let start = reader.at;
        let code = reader.byte()?;
        if code == TABLE {
            columns = reader.varint()?;
            reader.skip(columns)?;
            while reader.byte()? != 0 {}
            (header, written) = (start..reader.at, false);
            continue;
        }
        reader.skip(1)?;
        let records = match code {
            INSERT | DELETE => 1,
            UPDATE => 2,
            _ => return Err(reader.broken()),
        };
        for _ in 0..columns * records {
            reader.value()?;
        }
        if verdicts.next().ok_or_else(|| reader.broken())? {
            continue;
        }
        if !written {
            kept.extend_from_slice(&changeset[header.clone()]);
            written = true;
        }
        kept.extend_from_slice(&changeset[start..reader.at]);
        left += 1;
    }
    Ok((kept, left))
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn broken(&self) -> Error {
        Error::Unexpected { column: "changeset", value: format!("unreadable at byte {}", self.at) }
    }

    fn byte(&mut self) -> Result<u8> {
        let byte = *self.bytes.get(self.at).ok_or_else(|| self.broken())?;
        self.at += 1;
        Ok(byte)
    }

    fn skip(&mut self, count: usize) -> Result<()> {
        let end = self.at.checked_add(count).filter(|end| *end <= self.bytes.len());
        self.at = end.ok_or_else(|| self.broken())?;
        Ok(())
    }

    /// SQLite's variable-length number: seven bits a byte, the most significant first, nine bytes at most.
    fn varint(&mut self) -> Result<usize> {
        let mut number: u64 = 0;
        for _ in 0..8 {
            let byte = self.byte()?;
            number = (number << 7) | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return usize::try_from(number).map_err(|_| self.broken());
            }
        }
        Err(self.broken())
    }

    /// One column: its kind, and what follows for that kind.
    fn value(&mut self) -> Result<()> {
        match self.byte()? {
            0 | 5 => Ok(()),
            1 | 2 => self.skip(8),
            3 | 4 => {
                let length = self.varint()?;
                self.skip(length)
            }
            _ => Err(self.broken()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::{
        Connection,
        session::{ConflictAction, Session},
    };

    /// A change set over two tables, with long texts, updates and removals.
    fn made() -> (Connection, Vec<u8>) {
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch(
            "CREATE TABLE one (id BLOB PRIMARY KEY, name TEXT, size REAL, count INTEGER);
             CREATE TABLE two (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
             INSERT INTO one VALUES (x'01', 'first', 1.5, 1), (x'02', 'second', NULL, 2), (x'03', 'third', 0.0, 3);",
        )
        .expect("tables");
        let mut session = Session::new(&conn).expect("session");
        session.attach::<&str>(None).expect("all tables");
        conn.execute_batch(
            "INSERT INTO one VALUES (x'04', printf('%.3000c', 'x'), NULL, NULL);
             UPDATE one SET name = 'renamed' WHERE id = x'01';
             DELETE FROM one WHERE id = x'02';
             UPDATE one SET count = 30 WHERE id = x'03';
             INSERT INTO two VALUES ('a', 'b'), ('c', 'd');",
        )
        .expect("changes");
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).expect("change set");
        drop(session);
        (conn, bytes)
    }

    fn first(item: &ChangesetItem) -> rusqlite::types::Value {
        let value = item.new_value(0).or_else(|_| item.old_value(0)).expect("a key");
        rusqlite::types::Value::try_from(value).expect("a value")
    }

    #[test]
    fn leaving_nothing_out_leaves_it_as_it_was() {
        let (_, bytes) = made();
        assert_eq!(without(&bytes, |_| Ok(false)).expect("walks"), (bytes, 6));
    }

    #[test]
    fn what_is_left_can_still_be_read_and_applied_and_holds_nothing_of_what_went() {
        let (_, bytes) = made();
        let gone = [rusqlite::types::Value::Blob(vec![4]), rusqlite::types::Value::Text("c".into())];
        let (left, count) = without(&bytes, |item| Ok(gone.contains(&first(item)))).expect("walks");
        assert_eq!(count, 4);
        assert!(!left.windows(4).any(|window| window == b"xxxx"), "the long text is gone");
        let fresh = Connection::open_in_memory().expect("memory");
        fresh
            .execute_batch(
                "CREATE TABLE one (id BLOB PRIMARY KEY, name TEXT, size REAL, count INTEGER);
                 CREATE TABLE two (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
                 INSERT INTO one VALUES (x'01', 'first', 1.5, 1), (x'02', 'second', NULL, 2), (x'03', 'third', 0.0, 3);",
            )
            .expect("tables");
        fresh
            .apply_strm(&mut &*left, None::<fn(&str) -> bool>, |_, _| ConflictAction::SQLITE_CHANGESET_ABORT)
            .expect("applies");
        let rows: i64 = fresh.query_row("SELECT count(*) FROM one", [], |row| row.get(0)).expect("count");
        let pairs: i64 = fresh.query_row("SELECT count(*) FROM two", [], |row| row.get(0)).expect("count");
        assert_eq!((rows, pairs), (2, 1));
    }

    #[test]
    fn leaving_all_out_leaves_nothing_not_even_the_names_of_tables() {
        let (_, bytes) = made();
        assert_eq!(without(&bytes, |_| Ok(true)).expect("walks"), (Vec::new(), 0));
    }

    #[test]
    fn bytes_that_end_too_early_are_refused() {
        let (_, bytes) = made();
        assert!(without(&bytes[..bytes.len() - 3], |_| Ok(false)).is_err());
    }
}
