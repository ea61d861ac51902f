//! Reads for the screens, one file a noun.

pub mod board;
pub mod catalog;
pub mod contact;
pub mod deal;
pub mod detail;
pub mod field;
pub mod files;
pub mod history;
pub mod lead;
pub mod pipeline;
pub mod sample;
pub mod search;
pub mod timeline;
pub mod trash;
