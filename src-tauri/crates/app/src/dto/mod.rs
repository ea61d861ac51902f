//! Wire types: what crosses the door between the core and a window, one file a noun.
//! Plain data only; rules and names for people live elsewhere (domain, and the Fluent catalogues).

mod activity;
mod board;
mod catalog;
mod change;
mod contact;
mod deal;
mod export;
mod field;
mod file;
mod import;
mod job;
mod lead;
mod list;
mod merge;
mod report;
mod search;
mod similar;
mod timeline;

pub use activity::*;
pub use board::*;
pub use catalog::*;
pub use change::*;
pub use contact::*;
pub use deal::*;
pub use export::*;
pub use field::*;
pub use file::*;
pub use import::*;
pub use job::*;
pub use lead::*;
pub use list::*;
pub use merge::*;
pub use report::*;
pub use search::*;
pub use similar::*;
pub use timeline::*;

/// Derives every wire type needs, spelled once.
macro_rules! wire {
    ($($item:item)*) => { $(
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        $item
    )* };
}
pub(crate) use wire;
