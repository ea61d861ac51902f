//! `cargo xtask bench`: builds the core as it is shipped and lets `tests/bench` measure it beside its floor.
//! What is measured, and against what, is said there.

use crate::{
    Outcome, process,
    setup::{self, Need},
};

pub fn run(arguments: &[String]) -> Outcome {
    setup::ensure(&[Need::Build])?;
    let mut bench = process::cargo();
    process::run(bench.args(["run", "--release", "--package", "satchel-bench", "--"]).args(arguments))
}
