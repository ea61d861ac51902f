//! Reads for the screens, one file a noun.

pub mod board;
pub mod bulk;
pub mod catalog;
pub mod contact;
pub mod deal;
pub mod detail;
pub mod entity;
pub mod field;
pub mod files;
pub mod history;
pub mod job;
pub mod lead;
pub mod list;
pub mod merge;
pub mod pipeline;
pub mod report;
pub mod sample;
pub mod search;
pub mod similar;
pub mod timeline;
pub mod trash;
