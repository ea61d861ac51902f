//! Proofs about the whole core that no single crate can give. What each of them shows stands in `tests/`; here is only
//! what several of them share.

pub mod vfs;
