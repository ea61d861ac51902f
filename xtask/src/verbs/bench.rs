//! `cargo xtask bench`: builds everything as it is shipped and lets `tests/bench` measure it: the core beside its floor,
//! then the window beside a bare one, a list until it is painted, and the gaps between frames. What is measured, and against
//! what, is said there.

use crate::{
    Outcome, node, paths, process,
    setup::{self, Need},
};
use std::fs;

/// Deals in the file that the window is started on.
const DEALS: &str = "100000";

pub fn run(arguments: &[String]) -> Outcome {
    setup::ensure(&[Need::Build, Need::Screen, Need::Drive])?;
    node::install("ui")?;
    node::build_page()?;
    let built = |kind: &[&str]| process::run(process::cargo().args(["build", "--release", "--package"]).args(kind));
    built(&["satchel-bench"])?;
    built(&["satchel", "--bin", "satchel", "--example", "bare"])?;
    let bench = paths::binary(true).with_file_name(format!("satchel-bench{}", std::env::consts::EXE_SUFFIX));
    process::run(process::command(&bench).args(arguments))?;
    if !cfg!(target_os = "linux") {
        println!("The window is measured on Linux only, where a virtual screen says when it is painted");
        return Ok(());
    }
    let data = paths::scratch("bench-data")?;
    // What an earlier run left is not a fresh directory.
    let _ = fs::remove_dir_all(&data);
    process::run(process::command(&bench).arg("--fill").arg(&data).args([DEALS, "20"]))?;
    let bare = paths::target().join("release/examples/bare");
    process::run(process::command(&bench).arg("--window").arg(paths::binary(true)).arg(bare).arg(&data).arg(DEALS))?;
    node::install("tests")?;
    let node = |arguments: &[&str]| {
        let mut node = process::command("node");
        node.args(arguments).env("SATCHEL_BINARY", paths::binary(true)).env("SATCHEL_BENCH", &bench);
        node
    };
    process::run(node(&["tests/bench/list.mjs", DEALS]).arg(&data))?;
    fs::remove_dir_all(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    let mut frames = node(&["--test", "--test-reporter=tap", "tests/window/large_board.test.mjs"]);
    let said = process::run_logged(&mut frames, &paths::scratch("bench-frames.log")?)?;
    for line in said.lines().filter_map(|line| line.trim_start().strip_prefix("# ")) {
        if ["frames:", "nodes:", "start:"].iter().any(|word| line.starts_with(word)) {
            println!("{line}");
        }
    }
    Ok(())
}
