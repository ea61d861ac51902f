//! Closed sets between the file and the wire: each pair spelled once.

use crate::dto;
use satchel_domain::{
    deal::Status,
    field::Kind,
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
    Kind, FieldType, field_kind, field_kind_in {
        Text, LargeText, Number, Money, Date, DateRange, Time, TimeRange, YesNo, Choice, Choices, Url, Phone, Email, Address,
        Colleague, Person, Organization, Formula
    }
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

/// The stored word of a custom field's type.
#[must_use]
pub const fn field_type(kind: dto::FieldType) -> &'static str {
    field_kind_in(kind).word()
}

/// A custom field's type from its stored word.
#[must_use]
pub fn field_type_of(word: &str) -> Option<dto::FieldType> {
    Kind::of_word(word).map(field_kind)
}
