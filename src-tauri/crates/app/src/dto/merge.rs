//! Several records become one: the preview with its choices, and what moves.

use super::{DiffValue, LeftOut, NamedRecord, RecordKind, RecordRef, wire};
use uuid::Uuid;

wire! {
    pub struct MergeInput {
        /// Two to five of one kind; leads beside deals become deals with the merge.
        pub records: Vec<RecordRef>,
        /// The record that stays, no lead among deals; None = the first in the order of confidence.
        pub head: Option<Uuid>,
        pub choices: Vec<MergeChoice>,
    }

    /// A field whose value the user chose.
    pub struct MergeChoice {
        /// As in the preview.
        pub field: String,
        /// None = of all records together, where the field allows it.
        pub from: Option<Uuid>,
    }

    pub struct MergePreview {
        pub revision: i64,
        pub kind: RecordKind,
        pub head: Uuid,
        /// Those that can be merged, in the order of confidence; the head is one of them.
        pub records: Vec<MergeRecord>,
        /// Those that cannot, and why.
        pub left_out: Vec<LeftOut>,
        pub fields: Vec<MergeField>,
        /// What hangs on the records that go, and moves to the head.
        pub moved: Vec<MergeMoved>,
    }

    /// A record as it is compared with others.
    pub struct MergeRecord {
        pub record: NamedRecord,
        /// Organization or person of a deal or lead, organization of a person, city of an organization.
        pub second: Option<String>,
        /// Translated as `value-<status>`; None for contacts.
        pub status: Option<String>,
        pub archived: bool,
        /// UTC ms.
        pub created_at: i64,
    }

    /// One field: what each record has, in the order of `records`, and what it becomes.
    pub struct MergeField {
        /// Translated as `field-<field>`; a custom field's is `custom:<id>` and carries its `name`.
        pub field: String,
        pub name: Option<String>,
        pub values: Vec<DiffValue>,
        pub taken: MergeTaken,
        pub result: DiffValue,
        /// All records can contribute: texts below one another, sets as one.
        pub together: bool,
        /// Follows from the rules; nothing to choose.
        pub fixed: bool,
        /// The records do not agree, so that there is something to look at.
        pub differs: bool,
    }

    #[serde(tag = "of", content = "record")]
    pub enum MergeTaken { One(Uuid), All, Nothing }

    /// `activities`, `notes`, `messages`, `deals`, `leads`, `people`, `children`, `external_ids`.
    pub struct MergeMoved { pub what: String, pub count: i64 }
}
