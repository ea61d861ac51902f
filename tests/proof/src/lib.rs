//! Proofs about the whole core that no single crate can give. What each of them shows stands in `tests/`; here is only
//! what several of them share.

pub mod dump;
pub mod generate;
pub mod invariants;
pub mod load;
pub mod seller;
pub mod vfs;
