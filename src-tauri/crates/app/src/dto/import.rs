//! Import: what a window sees of it. The mapping itself is `crate::import::ImportMapping`.

use super::{RecordKind, Refusal, wire};
use crate::import::{ImportMapping, mapping::ImportEntity};
use uuid::Uuid;

wire! {
    pub struct ImportOpenInput {
        pub path: String,
        /// Overrides of what was detected.
        pub encoding: Option<String>,
        pub delimiter: Option<String>,
        pub has_header: Option<bool>,
        /// What the rows are, when the user said so; the mapping is guessed for it.
        #[serde(default)]
        #[ts(optional)]
        pub entity: Option<ImportEntity>,
    }

    /// A file opened for import and what was found in it.
    pub struct ImportSource {
        /// Names this import in the following calls.
        pub task: Uuid,
        pub file_name: String,
        pub encoding: String,
        pub delimiter: String,
        pub has_header: bool,
        pub rows: i64,
        pub columns: Vec<ImportColumn>,
        /// A remembered mapping of a file with the same headers, else the guess.
        pub mapping: ImportMapping,
        pub remembered: bool,
        /// 0..100, how sure the kind of record is.
        pub entity_score: i64,
        /// False where the encoding is a guess that the user should look at.
        pub encoding_certain: bool,
    }

    pub struct ImportColumn {
        pub name: String,
        /// `text`, `integer`, `amount`, `date`, `email`, `phone`, `yes_no`, `choice`, `unique`, `empty`.
        pub kind: String,
        pub filled: i64,
        /// Up to three raw values.
        pub samples: Vec<String>,
        /// The same values as they would be read, for amounts and dates.
        pub readings: Vec<String>,
        /// More than one reading is possible: the user must choose.
        pub ambiguous: bool,
        /// Distinct values with counts, when few (stages, types).
        pub values: Vec<ValueCount>,
        /// 0..100, how sure the guess is.
        pub score: i64,
    }

    pub struct ValueCount { pub value: String, pub count: i64 }

    pub struct ImportPreviewInput { pub task: Uuid, pub mapping: ImportMapping, pub offset: i64, /// At most 200.
        pub limit: u32, /// Only rows of this outcome.
        pub only: Option<RowOutcome> }

    #[derive(Copy, Eq)]
    pub enum RowOutcome { Create, Update, Unchanged, Refuse }

    pub struct ImportPreview { pub counts: ImportCounts, /// Records of other kinds that would be created (organizations, stages ...).
        pub side: Vec<SideCount>, /// Why the mapping as a whole cannot run.
        pub refusals: Vec<Refusal>, pub matching: i64, pub rows: Vec<PreviewRow> }

    #[derive(Default, Copy, Eq)]
    pub struct ImportCounts { pub create: i64, pub update: i64, pub unchanged: i64, pub refuse: i64 }

    pub struct SideCount { pub kind: RecordKind, pub count: i64, /// Up to ten names.
        pub names: Vec<String> }

    pub struct PreviewRow { /// As counted in the file, the header being row 1.
        pub row: i64, pub outcome: RowOutcome, pub title: String, pub diffs: Vec<super::FieldDiff>, pub problems: Vec<Refusal> }

    pub struct ImportRunInput { pub task: Uuid, pub mapping: ImportMapping }

    pub struct ImportReport { pub counts: ImportCounts, pub side: Vec<SideCount>, /// Refused rows (the first 1,000).
        pub refused: Vec<PreviewRow>, pub milliseconds: i64, pub done: Option<super::Done> }
}
