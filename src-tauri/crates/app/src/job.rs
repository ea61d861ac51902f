//! The results of longer runs, newest first: a line that outlives its notice, its window and the program. Not
//! journaled: what a run did to records is a change set like any other, and this only remembers that it ran.

use crate::{
    Act, Error, Result, View,
    dto::{IdInput, Job, JobState, Jobs, LeftOut, NamedRecord, Nothing, Refusal, TaskPhase, WrittenFile},
};
use satchel_store::query::job as query;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicBool, Ordering};
use uuid::Uuid;

/// Results that are kept; older ones go.
const KEPT: i64 = 100;

/// Whether somebody asked a run to stop. Nothing is written once it has.
#[derive(Debug, Default)]
pub struct Running {
    cancelled: AtomicBool,
}

impl Running {
    /// Asks the run to stop.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether to go on.
    ///
    /// # Errors
    /// `cancelled`.
    pub fn goes_on(&self) -> Result<()> {
        if self.cancelled.load(Ordering::Relaxed) { Err(Error::code("cancelled")) } else { Ok(()) }
    }
}

/// How a run ends that was refused.
pub(crate) fn end_of(error: &Error) -> TaskPhase {
    if error.code == "cancelled" { TaskPhase::Cancelled } else { TaskPhase::Failed }
}

/// What a result remembers beside its state.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Report {
    made: Vec<NamedRecord>,
    left_out: Vec<LeftOut>,
    refusal: Option<Refusal>,
    #[serde(default)]
    file: Option<WrittenFile>,
}

/// Notes what a run did, within the transaction that did it.
///
/// # Errors
/// As SQLite says.
pub fn completed(act: &Act<'_>, id: Uuid, kind: &str, made: Vec<NamedRecord>, left_out: Vec<LeftOut>) -> Result<()> {
    let report = Report { made, left_out, ..Report::default() };
    note(act, id, kind, "completed", &report, Some(query::coming_change(act.tx)?))
}

/// Notes which file a run wrote; it changed no record.
///
/// # Errors
/// As SQLite says.
pub fn wrote(act: &Act<'_>, id: Uuid, kind: &str, file: WrittenFile) -> Result<()> {
    note(act, id, kind, "completed", &Report { file: Some(file), ..Report::default() }, None)
}

/// Notes that a run did nothing, and why. A run that was cancelled leaves no line: whoever did it knows.
///
/// # Errors
/// As SQLite says.
pub fn stopped(act: &Act<'_>, id: Uuid, kind: &str, error: &Error) -> Result<()> {
    if error.code == "cancelled" {
        return Ok(());
    }
    let state = if error.detail.is_empty() { "rejected" } else { "failed" };
    let refusal = Some(Refusal { code: error.code.clone(), params: error.params.clone() });
    note(act, id, kind, state, &Report { refusal, ..Report::default() }, None)
}

fn note(act: &Act<'_>, id: Uuid, kind: &str, state: &str, report: &Report, change: Option<i64>) -> Result<()> {
    let report = serde_json::to_string(report).map_err(|error| Error::internal(&error))?;
    Ok(query::note(
        act.tx,
        &query::JobRow { id, kind: kind.into(), state: state.into(), at: act.now, report, change, undone: false },
        KEPT,
    )?)
}

/// The results of the last runs, newest first.
///
/// # Errors
/// As SQLite says.
pub fn jobs(view: &View<'_>, _: Nothing) -> Result<Jobs> {
    Ok(Jobs { jobs: query::all(view.conn)?.into_iter().map(job).collect() })
}

/// One result by its id.
pub(crate) fn get(view: &View<'_>, id: Uuid) -> Result<Job> {
    query::all(view.conn)?.into_iter().find(|row| row.id == id).map(job).ok_or_else(|| Error::missing("job"))
}

fn job(row: query::JobRow) -> Job {
    let report: Report = serde_json::from_str(&row.report).unwrap_or_default();
    Job {
        id: row.id,
        kind: row.kind,
        state: match row.state.as_str() {
            "not_started" => JobState::NotStarted,
            "running" => JobState::Running,
            "completed" => JobState::Completed,
            "rejected" => JobState::Rejected,
            _ => JobState::Failed,
        },
        at: row.at,
        made: report.made,
        left_out: report.left_out,
        refusal: report.refusal,
        file: report.file,
        change: row.change,
        undone: row.undone,
    }
}

/// Forgets a result. The records it names stay as they are.
///
/// # Errors
/// As SQLite says.
pub fn forget_job(act: &Act<'_>, input: IdInput) -> Result<Nothing> {
    query::forget(act.tx, input.id)?;
    Ok(Nothing {})
}
