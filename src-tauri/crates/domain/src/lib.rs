//! The rules of Satchel as pure functions: ids, money, dates, order, stages, and what a deal allows.
//! Knows no SQL, no clock, no files and no wire formats; time and ids come in as arguments.

pub mod amount;
pub mod cells;
pub mod currency;
pub mod date_text;
pub mod dates;
pub mod deal;
pub mod field;
pub mod files;
pub mod filter;
pub mod formula;
pub mod ids;
pub mod merge;
pub mod money;
pub mod names;
pub mod period;
pub mod policy;
pub mod quick;
pub mod rank;
pub mod similar;
pub mod stage;
pub mod trash;
