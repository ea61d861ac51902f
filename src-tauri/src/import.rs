//! `satchel import` from a command line: done here when nobody has the directory open, else handed over to the
//! window that has. What is imported and what the report says is the core's business.

use crate::{
    args::ImportArgs,
    core::Core,
    instance::{Answer, Claim, Request},
};
use satchel_app::cli;
use serde_json::json;
use std::{
    io,
    path::{Path, absolute},
    process::ExitCode,
};

/// Runs the import and prints its report; the exit code says whether it was done.
pub fn run(dir: &Path, claim: Claim, args: &ImportArgs) -> ExitCode {
    let answered = match claim {
        Claim::First(_instance) => Ok(here(dir, args)),
        Claim::Second(line) => handed_over(args).and_then(|request| line.ask(&request)),
    };
    match answered {
        Ok(Answer::Imported { report, exit }) => {
            println!("{report:#}");
            ExitCode::from(exit)
        }
        Ok(Answer::Focused) => {
            eprintln!("satchel: the open window did not understand");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("satchel: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does what another process asks for, with the window's own core, so that the page sees the new records arrive.
pub fn for_another_process(core: &Core, args: &ImportArgs) -> Answer {
    tauri::async_runtime::block_on(imported(core, args))
}

fn here(dir: &Path, args: &ImportArgs) -> Answer {
    let core = Core::open(dir);
    let answer = for_another_process(&core, args);
    core.close();
    answer
}

async fn imported(core: &Core, args: &ImportArgs) -> Answer {
    match core.app().await {
        Ok(app) => {
            let (report, exit) = cli::import(&app, &args.file, &args.map, args.dry_run).await;
            Answer::Imported { report, exit }
        }
        Err(error) => Answer::Imported { report: json!({ "error": error }), exit: cli::REFUSED },
    }
}

fn handed_over(args: &ImportArgs) -> io::Result<Request> {
    let (file, map) = (absolute(&args.file)?, absolute(&args.map)?);
    Ok(Request::Import(ImportArgs { file, map, ..*args }))
}
