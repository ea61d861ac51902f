//! The data file: schema, tables, queries, full-text index and the journal behind undo.
//! Knows SQL; knows no use cases, no wire types, no windows.

mod changeset;
mod column;
mod error;
mod functions;
pub mod journal;
mod open;
pub mod purge;
pub mod query;
pub mod search;
pub mod similar;
pub mod tables;

pub use column::Column;
pub use error::{Error, Result};
pub use journal::{Applied, ChangeSet, Label, Origin, Recorded, Tx};
pub use open::{
    MINIMUM_SQLITE, OpenOptions, SCHEMA_VERSION, open_reader, open_writer, remove_copies, with_statements_in_memory,
};
pub use rusqlite::{Connection, InterruptHandle};
