//! Import: reading files into typed drafts, previewing and writing them.
//! The way of a row: bytes -> `decode` -> `records` -> (`sniff`, `profile`, `guess` propose a mapping) -> `row` -> `draft`.
//! A row of an export of ours is first compared with its record (`image`), so that only what was changed in the file counts.
//! Then `work` looks every draft up in the data (`book` and `resolve` know the names) and `write` puts it there; `session` is
//! what a window sees of all this.

mod book;
mod circle;
mod contact_rows;
mod deal_rows;
pub mod decode;
mod diffs;
pub mod draft;
mod facts;
pub mod file;
mod fill;
pub mod guess;
pub mod header;
pub(crate) mod headings;
mod image;
pub mod mapping;
mod ours;
pub mod plan;
pub mod problem;
pub mod profile;
pub mod records;
mod resolve;
mod row;
mod session;
pub mod sniff;
pub mod template;
mod values;
pub mod words;
mod work;
mod write;

pub use mapping::ImportMapping;
pub use session::{cancel_task, import_close, import_open, import_preview, import_run};
