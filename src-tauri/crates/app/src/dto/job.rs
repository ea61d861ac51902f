//! Longer runs and what came of them: kept beyond the run and the window, outside undo.

use super::{ConvertInput, LeftOut, NamedRecord, Refusal, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum JobState { NotStarted, Running, Completed, Failed, Rejected }

    /// What came of a run. Names are those of the moment it ended.
    pub struct Job {
        pub id: Uuid,
        /// Translated as `job-<kind>`.
        pub kind: String,
        pub state: JobState,
        /// UTC ms.
        pub at: i64,
        pub made: Vec<NamedRecord>,
        pub left_out: Vec<LeftOut>,
        /// The file it wrote.
        pub file: Option<WrittenFile>,
        /// Why it failed or was refused.
        pub refusal: Option<Refusal>,
        /// The change it made, for undoing it from here.
        pub change: Option<i64>,
        /// That change was taken back since.
        pub undone: bool,
    }

    /// A file by its name, without its folder, and its rows below the headings.
    #[derive(Eq)]
    pub struct WrittenFile { pub name: String, pub rows: i64 }

    pub struct Jobs { pub jobs: Vec<Job> }

    /// A conversion from a list: told about as `task` while it runs, and kept as a result under that id.
    pub struct ConvertRunInput { pub task: Uuid, pub convert: ConvertInput }

    pub struct ConvertRun { pub done: super::Done, pub job: Job }
}
