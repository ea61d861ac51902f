//! Closed sets between the file and the wire: each pair spelled once.

use crate::dto;
use satchel_domain::{
    deal::Status,
    stage::{Method, Mode},
};
use satchel_store::tables::{ActivityKind, LeadStatus, ReasonKind, Sort};

/// Two functions between a stored enum and its wire twin.
macro_rules! pairs {
    ($($stored:ident, $wire:ident, $there:ident, $back:ident { $($variant:ident),* })*) => { $(
        #[doc = concat!("The wire form of a ", stringify!($stored), ".")]
        #[must_use]
        pub const fn $there(value: $stored) -> dto::$wire {
            match value { $($stored::$variant => dto::$wire::$variant),* }
        }

        #[doc = concat!("The ", stringify!($stored), " of a wire form.")]
        #[must_use]
        pub const fn $back(value: dto::$wire) -> $stored {
            match value { $(dto::$wire::$variant => $stored::$variant),* }
        }
    )* };
}

pairs! {
    ActivityKind, ActivityKind, activity_kind, activity_kind_in { Call, Visit, Meeting, Mail, Task }
    LeadStatus, LeadStatus, lead_status, lead_status_in { Open, Lost, Converted }
    ReasonKind, ReasonType, reason_kind, reason_kind_in { Won, Lost }
    Status, DealStatus, deal_status, deal_status_in { Open, Won, Lost, Closed }
    Mode, PipelineMode, mode, mode_in { Free, Strict }
    Method, ProbabilityMethod, method, method_in { Chances, Completed, Multiply, Add }
    Sort, SortBy, sort, sort_in { Hand, Urgency, Value, Date, Title }
}

/// The stored word of a custom field's record kind.
#[must_use]
pub const fn entity(entity: dto::FieldEntity) -> &'static str {
    match entity {
        dto::FieldEntity::Deal => "deal",
        dto::FieldEntity::Organization => "organization",
        dto::FieldEntity::Person => "person",
    }
}

/// A custom field's record kind from its stored word.
#[must_use]
pub fn entity_of(word: &str) -> Option<dto::FieldEntity> {
    Some(match word {
        "deal" => dto::FieldEntity::Deal,
        "organization" => dto::FieldEntity::Organization,
        "person" => dto::FieldEntity::Person,
        _ => return None,
    })
}

const FIELD_TYPES: [(dto::FieldType, &str); 11] = {
    use dto::FieldType::{Choice, Choices, Date, Email, LargeText, Money, Number, Phone, Text, Url, YesNo};
    [
        (Text, "text"),
        (LargeText, "large_text"),
        (Number, "number"),
        (Money, "money"),
        (Date, "date"),
        (YesNo, "yes_no"),
        (Choice, "choice"),
        (Choices, "choices"),
        (Url, "url"),
        (Phone, "phone"),
        (Email, "email"),
    ]
};

/// The stored word of a custom field's type.
#[must_use]
pub fn field_type(kind: dto::FieldType) -> &'static str {
    FIELD_TYPES.iter().find(|pair| pair.0 == kind).map_or("text", |pair| pair.1)
}

/// A custom field's type from its stored word.
#[must_use]
pub fn field_type_of(word: &str) -> Option<dto::FieldType> {
    FIELD_TYPES.iter().find(|pair| pair.1 == word).map(|pair| pair.0)
}
