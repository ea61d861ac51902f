//! What every write answers, what windows are told, and the history of changes.

use super::{StageTotals, wire};
use uuid::Uuid;

wire! {
    /// A command without input.
    #[derive(Default)]
    pub struct Nothing {}

    /// The kinds of record a change can touch.
    #[derive(Copy, Eq, PartialOrd, Ord, Hash)]
    pub enum RecordKind {
        Deal, Lead, Organization, Person, Activity, Note, Message, Pipeline, Stage, Label, CloseReason,
        Source, Product, Colleague, CustomField, Setting, Attachment,
    }

    /// One record, by kind and id.
    #[derive(Eq, PartialOrd, Ord, Hash)]
    pub struct RecordRef { pub kind: RecordKind, pub id: Uuid }

    /// A record with the name a person knows it by.
    pub struct NamedRecord { pub kind: RecordKind, pub id: Uuid, pub name: String }

    /// One undo step: the translated label is `change-<label>` with `params`.
    pub struct ChangeRef {
        pub seq: i64,
        /// snake_case verb, for example `move_deals`.
        pub label: String,
        /// Counts and names for the sentence (strings and numbers only).
        #[ts(type = "Record<string, string | number>")]
        pub params: serde_json::Value,
    }

    /// The answer to every write, and the event other windows receive.
    pub struct Done {
        /// Grows by one with every committed write, undo and redo included.
        pub revision: i64,
        /// None when nothing changed.
        pub change: Option<ChangeRef>,
        /// Records this command created, in order.
        pub created: Vec<RecordRef>,
        /// Records whose data changed; empty when `reload` is set.
        pub touched: Vec<RecordRef>,
        /// More changed than is worth naming: read the visible data again.
        pub reload: bool,
        /// New totals of every stage the change reached.
        pub stages: Vec<StageTotals>,
        pub undo: Option<ChangeRef>,
        pub redo: Option<ChangeRef>,
    }

    /// What the core tells every window.
    #[serde(tag = "type")]
    pub enum Event {
        /// A write was committed.
        Changed { done: Box<Done> },
        /// A long task moved on; `total` 0 means not known yet.
        Progress { task: Uuid, phase: TaskPhase, done: i64, total: i64 },
    }

    #[derive(Copy, Eq)]
    pub enum TaskPhase { Reading, Checking, Writing, Indexing, Finished, Cancelled, Failed }

    pub struct TaskInput { pub task: Uuid }

    pub struct HistoryInput {
        /// Entries older than this one; None = newest.
        pub before: Option<i64>,
        pub limit: u32,
    }

    pub struct HistoryPage { pub entries: Vec<HistoryEntry>, pub more: bool }

    #[derive(Copy, Eq)]
    pub enum ChangeState { Applied, Undone, Discarded }

    /// Who asked for a change.
    #[derive(Copy, Eq)]
    pub enum ChangeOrigin { Person, Job }

    pub struct HistoryEntry {
        pub change: ChangeRef,
        /// UTC milliseconds.
        pub at: i64,
        pub state: ChangeState,
        pub origin: ChangeOrigin,
        /// Number of records touched.
        pub records: i64,
        /// The code that explains why this entry can no longer be undone, if so.
        pub refusal: Option<String>,
    }

    pub struct ChangeInput { pub seq: i64 }

    /// Which step to take back: the newest one, or where `seq` is given that one.
    #[derive(Default)]
    pub struct UndoInput {
        #[serde(default)]
        #[ts(optional)]
        pub seq: Option<i64>,
    }

    /// One history entry, field by field (the first 200 records).
    pub struct ChangeDetail { pub entry: HistoryEntry, pub records: Vec<RecordDiff>, pub more: bool }

    #[derive(Copy, Eq)]
    pub enum DiffKind { Created, Changed, Removed }

    pub struct RecordDiff { pub record: NamedRecord, pub kind: DiffKind, pub fields: Vec<FieldDiff> }

    /// One field, before and after; `field` is translated as `field-<field>`, custom fields carry their `name`.
    pub struct FieldDiff { pub field: String, pub name: Option<String>, pub from: DiffValue, pub to: DiffValue }

    /// A value as a person reads it.
    #[serde(tag = "type", content = "value")]
    pub enum DiffValue {
        Empty,
        Text(String),
        Number(f64),
        Money(Money),
        Date(String),
        /// From the first to the last.
        Days { first: String, last: String },
        /// UTC milliseconds.
        Instant(i64),
        /// Hundredths of a percent.
        Percent(i64),
        Yes(bool),
        /// A closed word, translated as `value-<code>`.
        Code(String),
        Record(NamedRecord),
    }

    /// An amount in the currency's smallest unit.
    #[derive(Eq)]
    pub struct Money { pub minor: i64, pub currency: String }

    /// Why something is not allowed: translated as `error-<code>` with `params`.
    pub struct Refusal {
        pub code: String,
        #[ts(type = "Record<string, string | number>")]
        pub params: serde_json::Value,
    }
}
