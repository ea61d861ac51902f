//! Fields the user added: what they are, how they change, what a record says in them.

use super::wire;
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq, Hash)]
    pub enum FieldEntity { Deal, Organization, Person }

    #[derive(Copy, Eq)]
    pub enum FieldType {
        Text, LargeText, Number, Money, Date, DateRange, Time, TimeRange, YesNo, Choice, Choices, Url, Phone, Email, Address,
        /// These three hold a record, by id.
        Colleague, Person, Organization,
    }

    /// A field the user added; those of deals are shared by leads.
    pub struct CustomField {
        pub id: Uuid,
        pub entity: FieldEntity,
        pub name: String,
        pub kind: FieldType,
        pub options: Vec<String>,
        /// What it is for, in the user's words; may be empty.
        pub description: String,
        /// Its value is shown on the card of a deal.
        pub on_card: bool,
    }

    pub struct NewField { pub entity: FieldEntity, pub name: String, pub kind: FieldType, pub options: Vec<String>, #[serde(default)]
        pub description: String }

    #[serde(tag = "field", content = "value")]
    pub enum FieldChange {
        Name(String),
        Description(String),
        /// Refused while values are there that do not convert.
        Kind(FieldType),
        /// All of them in order; one with another name than before takes its values along, one that is missing leaves them.
        Options(Vec<FieldOption>),
        OnCard(bool),
        /// Place behind this field of the same kind of record; None = first.
        After(Option<Uuid>),
    }

    pub struct FieldOption { pub name: String, /// What it was called before; None = new.
        pub was: Option<String> }

    pub struct UpdateFieldInput { pub id: Uuid, pub changes: Vec<FieldChange> }

    /// How far a field is used.
    pub struct FieldUse {
        /// Records with a value.
        pub values: i64,
        /// The options, and those that are gone but still stand on records.
        pub options: Vec<OptionUse>,
    }

    pub struct OptionUse { pub name: String, pub count: i64, pub offered: bool }

    /// A custom field with this record's value, in the field's own form (see `CustomChange`).
    pub struct FieldValue { pub field: CustomField, pub value: Option<String>, /// Where the value is a record: what it is called.
        pub name: Option<String> }

    /// A custom value on a card; a record by its name, long texts by their beginning.
    #[derive(Eq)]
    pub struct CardFact { pub field: Uuid, pub kind: FieldType, pub value: String }
}
