//! Use cases of Satchel: one feature a file, one function a verb, and the one list of commands.
//! Knows neither Tauri nor windows nor HTML.

pub mod activity;
mod batch;
pub mod board;
pub mod boot;
pub mod bulk;
pub mod catalog;
pub mod check;
pub mod cli;
pub mod clock;
pub mod colleague;
pub mod commands;
pub mod contact;
pub mod convert;
pub mod deal;
pub mod detail;
pub mod dto;
pub mod ending;
mod error;
mod excerpt;
pub mod favourite;
pub mod field;
pub mod files;
pub mod history;
pub mod import;
pub mod job;
pub mod lead;
pub mod list;
mod mail;
pub mod merge;
pub mod party;
pub mod pipeline;
pub mod policy;
pub mod report;
mod runtime;
pub mod sample;
pub mod search;
pub mod similar;
pub mod timeline;
pub mod totals;
pub mod trash;
pub mod typescript;
pub mod written;

pub use clock::Clock;
pub use error::{Error, Result};
pub use runtime::{Act, App, OpenOptions, View};
