//! What can go wrong below the use cases.

use thiserror::Error;

/// Result of a store function.
pub type Result<T> = std::result::Result<T, Error>;

/// A failure of the data file or of the journal.
#[derive(Debug, Error)]
pub enum Error {
    /// SQLite refused; the transaction was rolled back.
    #[error("sqlite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// The file is from a newer Satchel; it was not touched.
    #[error("the file has schema {found}, this version knows {known}")]
    NewerSchema {
        /// In the file.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// Not one of our files.
    #[error("this is not a Satchel file")]
    ForeignFile,
    /// The SQLite in this process is too old to be safe.
    #[error("SQLite {0} is older than the minimum")]
    OldSqlite(i32),
    /// A value in the file is outside what the schema allows.
    #[error("unexpected value {value:?} in {column}")]
    Unexpected {
        /// Table column.
        column: &'static str,
        /// What stood there.
        value: String,
    },
    /// Nothing to undo or redo.
    #[error("nothing to {0}")]
    NothingTo(&'static str),
    /// The change set was made under another schema.
    #[error("change {0} was made under another schema")]
    OtherSchema(i64),
    /// Records changed since: undo would overwrite them.
    #[error("{} records changed since", .0.len())]
    ChangedSince(Vec<crate::journal::Touch>),
    /// A change set is not in a state that allows this.
    #[error("change {0} cannot be undone")]
    NotApplied(i64),
    /// A change set lost what was deleted for ever.
    #[error("change {0} no longer holds all it changed")]
    Redacted(i64),
    /// Another connection reads an older state of the file.
    #[error("the file is being read")]
    Busy,
    /// File system trouble.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}
