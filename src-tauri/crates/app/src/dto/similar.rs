//! Records that may be the same as another.

use super::{MergeRecord, NamedRecord, RecordKind, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum SimilarReason { Mail, Phone, Contact, Name }

    pub struct SimilarRow { pub row: MergeRecord, pub reasons: Vec<SimilarReason> }

    pub struct SimilarRecords {
        pub revision: i64,
        /// Most criteria in common first; at most 20.
        pub rows: Vec<SimilarRow>,
        /// The record this one became part of.
        pub merged_into: Option<NamedRecord>,
        /// Records that became part of this one, latest first.
        pub merged: Vec<NamedRecord>,
    }

    /// What a form holds before its record is written.
    pub struct DraftInput {
        pub kind: RecordKind,
        pub name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub organization: Option<Uuid>,
        pub person: Option<Uuid>,
    }
}
