//! `cargo xtask bench`: builds what is measured as it is shipped, then lets the proofs' bench measure it.
//! What is measured, and against which floor, is said in `tests/proof`.

use crate::{
    Outcome, node, paths, process,
    setup::{self, Need},
};

pub fn run(arguments: &[String]) -> Outcome {
    setup::ensure(&[Need::Build, Need::Screen])?;
    node::install("ui")?;
    node::build_page()?;
    process::run(process::cargo().args(["build", "--release", "--package", "satchel"]))?;
    let mut bench = process::cargo();
    bench.args(["run", "--release", "--package", "satchel-proof", "--bin", "bench", "--"]).args(arguments);
    process::run(bench.env("SATCHEL_BINARY", paths::binary(true)))
}
