//! `satchel import` and `satchel export` from a command line: done here when nobody has the directory open, else handed over to
//! the window that has. What is done and what the report says is the core's business.

use crate::{
    args::{ExportArgs, ImportArgs},
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

/// Does what a command line asks for and prints its report; the exit code says whether it was done.
pub fn run(dir: &Path, claim: Claim, request: Request) -> ExitCode {
    let answered = match claim {
        Claim::First(_instance) => Ok(here(dir, &request)),
        Claim::Second(line) => from_anywhere(request).and_then(|request| line.ask(&request)),
    };
    match answered {
        Ok(Answer::Reported { report, exit }) => {
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

/// Does what another process asks for, with the window's own core, so that the page sees new records arrive.
pub fn for_another_process(core: &Core, request: &Request) -> Answer {
    tauri::async_runtime::block_on(reported(core, request))
}

fn here(dir: &Path, request: &Request) -> Answer {
    let core = Core::open(dir);
    let answer = for_another_process(&core, request);
    core.close();
    answer
}

async fn reported(core: &Core, request: &Request) -> Answer {
    let (report, exit) = match (core.app().await, request) {
        (Ok(app), Request::Import(ImportArgs { file, map, dry_run })) => cli::import(&app, file, map, *dry_run).await,
        (Ok(app), Request::Export(ExportArgs { list, file })) => cli::export(&app, list, file).await,
        (Ok(_), Request::Focus) => return Answer::Focused,
        (Err(error), _) => (json!({ "error": error }), cli::REFUSED),
    };
    Answer::Reported { report, exit }
}

/// The same request with absolute paths: the two processes may stand in different folders.
fn from_anywhere(request: Request) -> io::Result<Request> {
    Ok(match request {
        Request::Import(ImportArgs { file, map, dry_run }) => {
            Request::Import(ImportArgs { file: absolute(file)?, map: absolute(map)?, dry_run })
        }
        Request::Export(ExportArgs { list, file }) => Request::Export(ExportArgs { list, file: absolute(file)? }),
        Request::Focus => Request::Focus,
    })
}
