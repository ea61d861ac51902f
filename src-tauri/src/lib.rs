//! The shell around the core: windows, the one instance per data directory, paths, the way of a command from
//! the page to the core and back. No SQL, no rule of the product; the only words a person reads are those of the command line.

mod args;
mod commands;
mod core;
mod events;
mod exit;
mod instance;
mod line;
mod links;
mod paths;
mod pick;
mod place;
mod surface;
mod window;

use args::Invocation;
use instance::{Answer, Claim, Request};
use std::{path::Path, process::ExitCode};

/// Runs what the command line asks for; the answer is the exit code of the process.
#[must_use]
pub fn run() -> ExitCode {
    match args::parse(std::env::args_os().skip(1)) {
        Ok(Invocation::Help) => {
            println!("{}", args::USAGE);
            ExitCode::SUCCESS
        }
        Ok(Invocation::Version) => {
            println!("satchel {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Ok(Invocation::Window { data_dir }) => {
            surface::choose();
            in_directory(data_dir.as_deref(), open_window)
        }
        Ok(Invocation::Import { data_dir, import }) => {
            in_directory(data_dir.as_deref(), |dir, claim| line::run(dir, claim, Request::Import(import)))
        }
        Ok(Invocation::Export { data_dir, export }) => {
            in_directory(data_dir.as_deref(), |dir, claim| line::run(dir, claim, Request::Export(export)))
        }
        Err(error) => {
            eprintln!("satchel: {error}\n\n{}", args::USAGE);
            ExitCode::from(2)
        }
    }
}

fn in_directory(flag: Option<&Path>, work: impl FnOnce(&Path, Claim) -> ExitCode) -> ExitCode {
    let claimed = paths::data_dir(flag).and_then(|dir| instance::claim(&dir).map(|claim| (dir, claim)));
    match claimed {
        Ok((dir, claim)) => work(&dir, claim),
        Err(error) => {
            eprintln!("satchel: {error}");
            ExitCode::FAILURE
        }
    }
}

fn open_window(dir: &Path, claim: Claim) -> ExitCode {
    match claim {
        Claim::First(instance) => window::run(dir.to_owned(), instance),
        Claim::Second(line) => match line.ask(&Request::Focus) {
            Ok(Answer::Focused) => ExitCode::SUCCESS,
            Ok(_) | Err(_) => {
                eprintln!("satchel: {} is open in another window, which does not answer", dir.display());
                ExitCode::FAILURE
            }
        },
    }
}
