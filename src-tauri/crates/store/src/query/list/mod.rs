//! Lists: one registry of fields an entity, one way from conditions to SQL, and the reads built on them.
//! The board is narrowed by the same conditions.

mod compile;
mod field;
mod formula;
mod groups;
mod preset;
mod registry;
mod rows;

pub use super::entity::Entity;
pub use compile::{Narrowed, Query, Refused, compile};
pub use field::{Bound, Computed, Field, Lens, Shape};
pub use formula::type_of;
pub use groups::{Group, QUARTER_HOUR, groups};
pub use preset::{Preset, offered};
pub use registry::{fields, fields_with, own_id, own_key};
pub use rows::{ColumnSum, Order, Row, column_sum, count, ids, kept, rows, sums};
pub(in crate::query) use rows::{sum, sums_of};
