//! Search as you type.

use super::{DealStatus, Money, RecordKind, wire};
use uuid::Uuid;

wire! {
    pub struct SearchInput {
        pub text: String,
        /// Empty = every kind.
        pub kinds: Vec<RecordKind>,
        /// At most 50.
        pub limit: u32,
    }

    pub struct SearchAnswer { pub text: String, pub hits: Vec<Hit>, pub more: bool }

    pub struct Hit {
        pub kind: RecordKind,
        pub id: Uuid,
        pub title: String,
        /// Organization, person, or the record a note hangs on.
        pub second: Option<String>,
        /// The matching words in their surroundings, for notes and messages.
        pub excerpt: Option<String>,
        pub status: Option<DealStatus>,
        pub value: Option<Money>,
        pub stage: Option<String>,
        pub in_trash: bool,
        /// What opening the hit opens (a note opens its deal).
        pub opens: super::RecordRef,
    }
}
