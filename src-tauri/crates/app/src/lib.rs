//! Use cases of Satchel: one feature a file, one function a verb, and the one list of commands.
//! Knows neither Tauri nor windows nor HTML.

mod commands;
pub mod dto;
pub mod import;
pub mod typescript;
