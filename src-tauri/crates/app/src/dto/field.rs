//! Fields the user added: what they are, how they change, what a record says in them.

use super::{Refusal, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq, Hash)]
    pub enum FieldEntity { Deal, Organization, Person }

    #[derive(Copy, Eq)]
    pub enum FieldType {
        Text, LargeText, Number, Money, Date, DateRange, Time, TimeRange, YesNo, Choice, Choices, Url, Phone, Email, Address,
        /// These three hold a record, by id.
        Colleague, Person, Organization,
        /// Computed; it is set at the beginning and stays.
        Formula,
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
        /// How it is computed; of fields of that type only.
        pub formula: Option<Formula>,
    }

    /// A formula with fields by their keys, as `[value]` or `[custom:<uuid>]`.
    pub struct Formula {
        pub text: String,
        /// What it gives: `number`, `text`, `date`, `yes_no` or `money`; None while something is wrong with it.
        pub result: Option<FieldType>,
        /// `at` in its parameters is the place, in characters from 0.
        pub problem: Option<Refusal>,
    }

    /// A formula as it is being written; `field` None: of a field that is not there yet.
    pub struct CheckFormulaInput { pub entity: FieldEntity, pub field: Option<Uuid>, pub text: String }

    pub struct FormulaCheck { pub result: Option<FieldType>, pub problem: Option<Refusal>, /// What it gives for the newest records.
        pub samples: Vec<FormulaSample> }

    pub struct FormulaSample { pub name: String, /// In the kept form of the result's type.
        pub value: Option<String> }

    /// What a formula can be made of.
    pub struct FormulaGuide { pub fields: Vec<FormulaField>, pub functions: Vec<FormulaFunction> }
    pub struct FormulaField { pub key: String, /// Of the user's own; None = translated as `field-<key>`.
        pub name: Option<String>, pub kind: FieldType }
    pub struct FormulaFunction { pub name: String, pub least: i64, pub most: i64 }

    pub struct NewField { pub entity: FieldEntity, pub name: String, pub kind: FieldType, pub options: Vec<String>, #[serde(default)]
        pub description: String, /// Of computed fields only.
        #[serde(default)]
        pub formula: Option<String> }

    #[serde(tag = "field", content = "value")]
    pub enum FieldChange {
        Name(String),
        Description(String),
        /// Refused while values are there that do not convert.
        Kind(FieldType),
        /// All of them in order; one with another name than before takes its values along, one that is missing leaves them.
        Options(Vec<FieldOption>),
        OnCard(bool),
        /// Of computed fields only.
        Formula(String),
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
