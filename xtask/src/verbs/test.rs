//! `cargo xtask test`: everything the continuous integration checks, in the order in which failures are cheap.
//! The first failure ends it; the closing line sums up every suite.

use crate::{
    Outcome, behaviours, node, paths,
    process::{self, run_logged},
    setup,
    tally::Tally,
};
use std::{fs, path::Path, process::Command, time::Instant};

type Step = (&'static str, fn(&Path, &mut Tally) -> Outcome);

/// Each step writes what it runs into a log of its own.
const STEPS: [Step; 10] = [
    ("format", format),
    ("page-types", page_types),
    ("page-units", page_units),
    ("page-build", page_build),
    ("clippy", clippy),
    ("rust", rust),
    ("binaries", binaries),
    ("browser", browser),
    ("window", window),
    ("behaviours", behaviour_rows),
];

pub fn run(wanted: &[String]) -> Outcome {
    if let Some(unknown) = wanted.iter().find(|name| !STEPS.iter().any(|(step, _)| step == name)) {
        let names: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(format!("test does not know {unknown}; its steps: {}", names.join(" ")));
    }
    setup::ensure(&setup::ALL)?;
    node::install("ui")?;
    node::install("tests")?;
    let (start, mut tally) = (Instant::now(), Tally::default());
    let outcome = STEPS
        .iter()
        .filter(|(name, _)| wanted.is_empty() || wanted.iter().any(|wanted| wanted == name))
        .try_for_each(|(name, step)| one(name, *step, &mut tally));
    if outcome.is_err() && tally.failed == 0 {
        // A step that is one check, not a suite, has failed.
        tally.failed = 1;
    }
    println!("{:.0} s", start.elapsed().as_secs_f64());
    println!("{} passed, {} failed", tally.passed, tally.failed);
    outcome
}

fn one(name: &str, step: fn(&Path, &mut Tally) -> Outcome, tally: &mut Tally) -> Outcome {
    let (start, passed) = (Instant::now(), tally.passed);
    let outcome = step(&paths::scratch(&format!("{name}.log"))?, tally);
    let tests = match tally.passed - passed {
        0 => String::new(),
        count => format!("  {count} tests"),
    };
    let mark = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("{mark:>6}  {name:<12}{:>7.1} s{tests}", start.elapsed().as_secs_f64());
    outcome.map_err(|failure| format!("step {name} failed\n{failure}"))
}

/// Runs a suite and counts its tests, whether it succeeds or not.
fn suite(command: &mut Command, log: &Path, tally: &mut Tally) -> Outcome {
    let outcome = run_logged(command, log);
    tally.add(&fs::read_to_string(log).unwrap_or_default());
    outcome.map(drop)
}

fn format(log: &Path, _: &mut Tally) -> Outcome {
    run_logged(process::cargo().args(["fmt", "--all", "--check", "--", "--color=never"]), log).map(drop)
}

fn page_types(log: &Path, _: &mut Tally) -> Outcome {
    run_logged(&mut node::npm("ui", &["run", "check"]), log).map(drop)
}

fn page_units(log: &Path, tally: &mut Tally) -> Outcome {
    suite(&mut node::npm("ui", &["test", "--", "--reporter=tap-flat"]), log, tally)
}

fn page_build(log: &Path, _: &mut Tally) -> Outcome {
    run_logged(&mut node::npm("ui", &["run", "build"]), log).map(drop)
}

fn clippy(log: &Path, _: &mut Tally) -> Outcome {
    run_logged(process::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]), log).map(drop)
}

fn rust(log: &Path, tally: &mut Tally) -> Outcome {
    let nextest = process::output(process::cargo().args(["nextest", "--version"])).is_some();
    let arguments: &[&str] =
        if nextest { &["nextest", "run", "--status-level=pass", "--color=never"] } else { &["test", "--color=never"] };
    suite(process::cargo().args(arguments).arg("--workspace"), log, tally)
}

/// The application, the harness that serves the page to a browser, and the bench that fills large boards.
fn binaries(log: &Path, _: &mut Tally) -> Outcome {
    let packages = ["--package", "satchel", "--package", "satchel-harness", "--package", "satchel-bench"];
    run_logged(process::cargo().arg("build").args(packages), log).map(drop)
}

fn browser(log: &Path, tally: &mut Tally) -> Outcome {
    node_suite("browser", log, tally)
}

fn window(log: &Path, tally: &mut Tally) -> Outcome {
    node_suite("window", log, tally)
}

/// Every `*.test.mjs` of a folder of `tests`, one file after the other: each has a window of its own, and frame
/// times are only worth something when nothing else runs. A file that fails is run once more and said aloud: a window
/// system under load is not ours to repair, but a test that needs it twice is worth a look.
fn node_suite(folder: &str, log: &Path, tally: &mut Tally) -> Outcome {
    let files = paths::files(&paths::root().join("tests").join(folder), &[".test.mjs"]);
    if files.is_empty() {
        return Err(format!("tests/{folder} has no test"));
    }
    for file in &files {
        let name = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let own = log.with_file_name(format!("{folder}-{name}.log"));
        if let Err(first) = run_logged(&mut node_test(file), &own) {
            let failed: Vec<&str> = first.lines().filter(|line| line.trim_start().starts_with("not ok")).collect();
            println!(" again  {name}: {}", failed.join("; "));
            suite(&mut node_test(file), &own, tally)?;
        } else {
            tally.add(&fs::read_to_string(&own).unwrap_or_default());
        }
    }
    Ok(())
}

fn node_test(file: &Path) -> Command {
    let mut command = process::command("node");
    command.args(["--test", "--test-reporter=tap", "--test-concurrency=1", "--test-timeout=600000"]).arg(file);
    let built = |name: &str| paths::binary(false).with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    for (variable, name) in
        [("SATCHEL_BINARY", "satchel"), ("SATCHEL_HARNESS", "satchel-harness"), ("SATCHEL_BENCH", "satchel-bench")]
    {
        command.env(variable, built(name));
    }
    command
}

fn behaviour_rows(_: &Path, tally: &mut Tally) -> Outcome {
    let file = paths::root().join("docs/behaviours.md");
    let document = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let rows = behaviours::check(&document, tally)?;
    if rows == 0 { Err("docs/behaviours.md has no row".into()) } else { Ok(()) }
}
