//! Import: reading files into typed drafts, previewing and writing them.
//! The way of a row: bytes -> `decode` -> `records` -> (`sniff`, `profile`, `guess` propose a mapping) -> `row` -> `draft`.
//! Not here: what a preview or an import does with a draft's names; that needs the store.

pub mod decode;
pub mod draft;
pub mod mapping;
pub mod plan;
pub mod problem;
pub mod profile;
pub mod records;
mod row;
pub mod sniff;
pub mod template;
mod values;
pub mod words;

pub use mapping::ImportMapping;
