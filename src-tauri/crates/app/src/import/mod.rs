//! Import: reading files into typed drafts, previewing and writing them. `ImportMapping` crosses the wire: derive `Serialize, Deserialize, PartialEq, TS` on it and its parts.

pub mod decode;
pub mod problem;
pub mod records;

/// Replaced by the real mapping (see `mapping.rs`).
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
pub struct ImportMapping { pub version: u32 }
