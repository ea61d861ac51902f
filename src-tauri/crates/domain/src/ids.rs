//! Identities: UUIDv7 newtypes, one a kind of record, so that a deal's id cannot pass for a lead's.

use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The 16 bytes as stored.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )* };
}

ids! {
    /// A deal (an opportunity).
    DealId,
    /// A lead.
    LeadId,
    /// A company or public body.
    OrganizationId,
    /// A person.
    PersonId,
    /// A planned or done activity.
    ActivityId,
    /// A note.
    NoteId,
    /// A logged message.
    MessageId,
    /// A file on a record.
    AttachmentId,
    /// A pipeline.
    PipelineId,
    /// A stage of a pipeline.
    StageId,
    /// A label.
    LabelId,
    /// A close reason.
    ReasonId,
    /// Where a deal or lead comes from.
    SourceId,
    /// A product.
    ProductId,
    /// A colleague, used as a name only.
    ColleagueId,
    /// A custom field.
    FieldId,
    /// A row of a deal's or lead's history.
    EntryId,
}
