//! The one error of the use cases, as it crosses the wire: a closed code, parameters, and detail for the log.
//! No prose for people: the window translates `error-<code>`.

use satchel_domain::deal::Refused;
use serde::Serialize;
use serde_json::{Value, json};

/// Result of a use case.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal or failure.
#[derive(Debug, Clone, PartialEq, Serialize, thiserror::Error)]
#[error("{code} {params} {detail}")]
pub struct Error {
    /// snake_case, translated by the window.
    pub code: String,
    /// Names and numbers for the sentence.
    pub params: Value,
    /// For the log only; empty for expected refusals.
    pub detail: String,
}

impl Error {
    /// A refusal without parameters.
    #[must_use]
    pub fn code(code: &str) -> Self {
        Self { code: code.to_owned(), params: json!({}), detail: String::new() }
    }

    /// A refusal with parameters.
    #[must_use]
    pub fn with(code: &str, params: Value) -> Self {
        Self { code: code.to_owned(), params, detail: String::new() }
    }

    /// A field that cannot be taken: `field` is translated as `field-<field>`.
    #[must_use]
    pub fn field(code: &str, field: &str) -> Self {
        Self::with(code, json!({ "field": field }))
    }

    /// Something that should not happen.
    #[must_use]
    pub fn internal(detail: &dyn std::fmt::Display) -> Self {
        Self { code: "internal".into(), params: json!({}), detail: detail.to_string() }
    }

    /// Input that does not have the command's shape.
    #[must_use]
    pub fn bad_input(command: &str, detail: &dyn std::fmt::Display) -> Self {
        Self { code: "bad_input".into(), params: json!({ "command": command }), detail: detail.to_string() }
    }

    /// The record is not there (any more).
    #[must_use]
    pub fn missing(kind: &str) -> Self {
        Self::with("missing", json!({ "kind": kind }))
    }

    /// A domain refusal about a named record.
    #[must_use]
    pub fn refused(refused: Refused, name: &str) -> Self {
        Self::with(&refused.to_string(), json!({ "name": name }))
    }
}

impl From<satchel_store::Error> for Error {
    fn from(error: satchel_store::Error) -> Self {
        use satchel_store::Error as Store;
        match error {
            Store::NothingTo(what) => Self::code(if what == "undo" { "nothing_to_undo" } else { "nothing_to_redo" }),
            Store::OtherSchema(_) => Self::code("undo_other_version"),
            Store::NotApplied(_) => Self::code("not_applied"),
            Store::Redacted(_) => Self::code("redacted"),
            Store::Busy => Self::code("file_busy"),
            // names are filled in where the records can be read
            Store::ChangedSince(ref records) => Self::with("changed_since", json!({ "count": records.len() })),
            Store::NewerSchema { found, known } => Self::with("newer_file", json!({ "found": found, "known": known })),
            Store::ForeignFile => Self::code("foreign_file"),
            Store::Sqlite(ref inner) => Self::from_sqlite(inner),
            Store::OldSqlite(_) | Store::Unexpected { .. } | Store::Io(_) => Self::internal(&error),
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        Self::from_sqlite(&error)
    }
}

impl Error {
    fn from_sqlite(error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let code = match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => "disk_full",
            Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => "cannot_write",
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "file_busy",
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => "damaged_file",
            Some(ErrorCode::OperationInterrupted) => "superseded",
            _ => "internal",
        };
        Self { code: code.into(), params: json!({}), detail: error.to_string() }
    }
}
