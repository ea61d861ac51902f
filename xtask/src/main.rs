//! `cargo xtask VERB`: sets up, builds, runs, checks and packages Satchel, on a machine with nothing but Rust and
//! Node on it. Knows platforms and tools; knows nothing of what the product does.

mod behaviours;
mod node;
mod paths;
mod process;
mod screen;
mod setup;
mod tally;
mod verbs {
    pub mod bench;
    pub mod bindings;
    pub mod package;
    pub mod run;
    pub mod test;
}

use std::process::ExitCode;

/// What went wrong, as one line for the person at the terminal.
type Failure = String;
type Outcome<T = ()> = Result<T, Failure>;

const USAGE: &str = "\
Usage: cargo xtask VERB

  run [--release] [--screenshot FILE] [-- ARGUMENTS]
            install what is missing, build, open Satchel. Without a display it opens on a virtual one and
            saves a picture; with --screenshot it ends after the picture.
  test [STEP ...]
            everything the continuous integration checks, or only the named steps.
  bench [ARGUMENTS]
            measure the core beside its raw SQLite floor and the window beside a bare one (docs/performance.md).
  package [--bundles deb,appimage,rpm,nsis,msi,dmg] [--no-install]
            build the release packages; on Debian, install the .deb and see its window open.
  bindings  write ui/src/ipc/bindings.ts from the core's command list.
  setup     only install what is missing.";

fn main() -> ExitCode {
    process::end_children_on_interrupt();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = arguments.split_first().map_or(("help", [].as_slice()), |(verb, rest)| (verb.as_str(), rest));
    let outcome = match verb {
        "run" => verbs::run::run(rest),
        "test" => verbs::test::run(rest),
        "bench" => verbs::bench::run(rest),
        "package" => verbs::package::run(rest),
        "bindings" => verbs::bindings::run(),
        "setup" => setup::ensure(&setup::ALL).and_then(|()| node::install("ui")).and_then(|()| node::install("tests")),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(format!("unknown verb {other}\n\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
