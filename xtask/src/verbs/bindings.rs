//! `cargo xtask bindings`: the page's types, from the core's one command list. The test that finds them stale is
//! also what writes them, so that there is one way to make them.

use crate::{Outcome, process};

pub fn run() -> Outcome {
    process::run(
        process::cargo()
            .args(["test", "--quiet", "--package", "satchel-app", "--lib", "bindings"])
            .env("SATCHEL_WRITE_BINDINGS", "1"),
    )
}
