//! Everything that happened to a record, newest first.

use super::{Activity, Attachment, FieldDiff, MessageDirection, Money, NamedRecord, RecordRef, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum TimelineFilter { All, Notes, Changes }

    pub struct TimelineInput { pub record: RecordRef, pub filter: TimelineFilter, /// UTC ms of the last entry shown.
        pub before: Option<i64>, /// At most 100.
        pub limit: u32 }

    pub struct TimelinePage { pub revision: i64, pub entries: Vec<TimelineEntry>, pub more: bool }

    /// `key` is unique and stable; `from` names the linked record an entry comes from (a lead shows its deal's notes).
    pub struct TimelineEntry { pub key: String, pub at: i64, pub from: Option<NamedRecord>, pub what: Happening }

    #[serde(tag = "type")]
    pub enum Happening {
        Created { label: String },
        Note { id: Uuid, body: String, closing: bool },
        ActivityDone { activity: Activity },
        Message {
            id: Uuid,
            direction: MessageDirection,
            subject: String,
            body: String,
            sender: Option<String>,
            recipients: Option<String>,
            /// The person known here whom it is from or to.
            person: Option<NamedRecord>,
            files: Vec<Attachment>,
        },
        /// A stage move: translated action `next`, `previous`, `skip`, `jump`, `move`, `activate`.
        Stage { action: String, from: Option<String>, to: Option<String>, days: Option<i64> },
        /// `won`, `lost`, `closed`, `restore`, `reopen`, `archive`, `unarchive`, `delete`, `recover`, `auto_close`.
        Status { action: String, reason: Option<String>, note: Option<String>, value: Option<Money> },
        /// A deal became this lead, or this lead a deal.
        Converted {
            to: NamedRecord,
            activities: i64,
            notes: i64,
            messages: i64,
            /// Who it belonged to before, as they were called then.
            former_owner: Option<String>,
        },
        /// These became part of this record.
        Merged { records: Vec<NamedRecord> },
        /// Fields saved together.
        Fields { seq: i64, diffs: Vec<FieldDiff> },
    }
}
