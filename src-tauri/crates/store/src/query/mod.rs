//! Reads for the screens, one file a noun.

pub mod board;
pub mod bulk;
pub mod catalog;
pub mod contact;
pub mod deal;
pub mod detail;
pub mod field;
pub mod history;
pub mod lead;
pub mod list;
pub mod pipeline;
pub mod sample;
pub mod search;
pub mod timeline;
pub mod trash;
