//! Reads for the screens, one file a noun.

pub mod board;
pub mod deal;
pub mod detail;
pub mod history;
