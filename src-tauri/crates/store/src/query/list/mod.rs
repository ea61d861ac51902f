//! Lists: one registry of fields an entity, one way from conditions to SQL, and the reads built on them.
//! The board is narrowed by the same conditions.

mod compile;
mod field;
mod groups;
mod preset;
mod registry;
mod rows;

pub use compile::{Narrowed, Query, Refused, compile};
pub use field::{Bound, Entity, Field, Lens, Shape};
pub use groups::{Part, QUARTER_HOUR, groups};
pub use preset::{Preset, offered};
pub use registry::fields;
pub(in crate::query) use rows::sum;
pub use rows::{Order, Row, count, ids, rows, sums};
