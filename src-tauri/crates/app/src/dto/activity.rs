//! Activities, notes and logged messages.

use super::{NamedRecord, RecordRef, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum ActivityKind { Call, Visit, Meeting, Mail, Task }

    pub struct Activity {
        pub id: Uuid,
        pub kind: ActivityKind,
        pub subject: String,
        /// YYYY-MM-DD.
        pub due_on: Option<String>,
        /// HH:MM, local.
        pub due_time: Option<String>,
        pub duration_minutes: Option<i64>,
        pub note: String,
        pub done_at: Option<i64>,
        pub outcome: Option<String>,
        pub mark: super::ActivityMark,
        pub created_at: i64,
        /// The record it hangs on.
        pub on: Option<NamedRecord>,
    }

    pub struct NewActivity {
        /// A deal, lead, organization or person.
        pub on: RecordRef,
        /// The same for each of these, in the same step.
        #[serde(default)]
        #[ts(optional, as = "Option<Vec<RecordRef>>")]
        pub also: Vec<RecordRef>,
        pub kind: ActivityKind,
        pub subject: String,
        pub due_on: Option<String>,
        pub due_time: Option<String>,
        pub duration_minutes: Option<i64>,
        pub note: String,
        /// Log something that already happened.
        pub done: bool,
    }

    #[serde(tag = "field", content = "value")]
    pub enum ActivityChange {
        Kind(ActivityKind),
        Subject(String),
        DueOn(Option<String>),
        DueTime(Option<String>),
        DurationMinutes(Option<i64>),
        Note(String),
    }

    pub struct UpdateActivityInput { pub id: Uuid, pub changes: Vec<ActivityChange> }

    pub struct CompleteActivityInput { pub id: Uuid, pub done: bool, pub outcome: Option<String> }

    pub struct NewNote { pub on: RecordRef, pub body: String }

    pub struct UpdateNoteInput { pub id: Uuid, pub body: String }

    #[derive(Copy, Eq)]
    pub enum MessageDirection { Sent, Received }

    pub struct NewMessage {
        pub on: RecordRef,
        pub direction: MessageDirection,
        pub subject: String,
        pub body: String,
        /// UTC ms; None = now.
        pub at: Option<i64>,
    }
}
