//! What one row says about one record, typed and checked, before anything is looked up or written. `None` = the row says
//! nothing; what an empty cell shall clear is named beside it. Records of other kinds are given by name.

use super::mapping::ImportField;
use crate::dto::{DealStatus, RecordKind};
use satchel_domain::{dates::Date, money::Money};
use uuid::Uuid;

/// One row of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// As counted in the file, the header being row 1.
    pub row: u64,
    /// The id our own export gave the record; as it stands in the file.
    pub satchel_id: Option<String>,
    /// What it says.
    pub draft: Draft,
    /// Fields whose empty cells clear the record's value.
    pub cleared: Vec<ImportField>,
    /// Custom fields whose empty cells clear the record's value.
    pub cleared_custom: Vec<CustomKey>,
}

/// A record as its row describes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Draft {
    /// A deal.
    Deal(DealDraft),
    /// A lead: a deal without pipeline and stage, open or lost.
    Lead(LeadDraft),
    /// An organization.
    Organization(OrganizationDraft),
    /// A person.
    Person(PersonDraft),
    /// A product.
    Product(ProductDraft),
    /// A colleague.
    Colleague(ColleagueDraft),
}

/// A deal, or a lead. `probability` is in hundredths of a percent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of a deal")]
pub struct DealDraft {
    pub title: String,
    pub external_id: Option<String>,
    pub pipeline: Option<String>,
    pub stage: Option<String>,
    pub status: Option<DealStatus>,
    pub value: Option<Money>,
    pub actual_value: Option<Money>,
    pub probability: Option<i64>,
    pub expected_close: Option<Date>,
    pub started_on: Option<Date>,
    pub ended_on: Option<Date>,
    pub organization: Option<String>,
    pub person: Option<String>,
    pub owner: Option<String>,
    pub converted_by: Option<String>,
    pub next_contact_by: Option<String>,
    pub source: Option<String>,
    pub product: Option<String>,
    pub labels: Option<Vec<String>>,
    pub close_reason: Option<String>,
    pub note: Option<String>,
    pub custom: Vec<CustomDraft>,
}

/// A lead says what a deal says, but for pipeline and stage, which stay `None`; its status is open or lost.
pub type LeadDraft = DealDraft;

/// An organization.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of an organization")]
pub struct OrganizationDraft {
    pub name: String,
    pub external_id: Option<String>,
    pub parent: Option<String>,
    pub industry: Option<String>,
    pub website: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub region: Option<String>,
    pub country: Option<String>,
    pub employees: Option<i64>,
    pub annual_revenue: Option<Money>,
    pub founded_year: Option<i64>,
    pub owner: Option<String>,
    pub note: Option<String>,
    pub custom: Vec<CustomDraft>,
}

/// A person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of a person")]
pub struct PersonDraft {
    pub name: String,
    pub external_id: Option<String>,
    pub organization: Option<String>,
    pub job_title: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub mobile: Option<String>,
    pub note: Option<String>,
    pub custom: Vec<CustomDraft>,
}

/// A product.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of a product")]
pub struct ProductDraft {
    pub name: String,
    pub external_id: Option<String>,
    pub code: Option<String>,
    pub series: Option<String>,
    pub price: Option<Money>,
}

/// A colleague.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of a colleague")]
pub struct ColleagueDraft {
    pub name: String,
    pub external_id: Option<String>,
    pub email: Option<String>,
    pub manager: Option<String>,
    pub office: Option<String>,
}

/// Which custom field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum CustomKey {
    /// One that exists.
    Existing(Uuid),
    /// One to be made, by its name in the mapping.
    New(String),
}

/// A custom field's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomDraft {
    /// Which field.
    pub key: CustomKey,
    /// What the row says.
    pub value: CustomValue,
}

/// A value of a custom field, by the field's type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomValue {
    /// Text, large text, address of a page, phone, e-mail, and a choice as its option is spelled.
    Text(String),
    /// With a point and without superfluous zeros.
    Number(String),
    /// An amount with its currency.
    Money(Money),
    /// A day.
    Date(Date),
    /// Yes or no.
    YesNo(bool),
    /// Several options, as they are spelled.
    Choices(Vec<String>),
    /// From the first day to the last.
    Days(Date, Date),
    /// A record of this kind, by name.
    Record(RecordKind, String),
}

impl CustomValue {
    /// The value as its field keeps it; of a record, its name.
    #[must_use]
    pub fn own_form(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Money(money) => format!("{} {}", money.minor(), money.currency().code()),
            Self::Date(date) => date.to_string(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Self::Choices(values) => serde_json::json!(values).to_string(),
            Self::Days(first, last) => format!("{first}/{last}"),
            Self::Record(_, name) => name.clone(),
        }
    }
}

impl Draft {
    /// The title or name.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::Deal(deal) | Self::Lead(deal) => &deal.title,
            Self::Organization(organization) => &organization.name,
            Self::Person(person) => &person.name,
            Self::Product(product) => &product.name,
            Self::Colleague(colleague) => &colleague.name,
        }
    }

    /// Gives it the title or name its record has, where the row has none.
    pub fn set_title(&mut self, name: String) {
        match self {
            Self::Deal(deal) | Self::Lead(deal) => deal.title = name,
            Self::Organization(organization) => organization.name = name,
            Self::Person(person) => person.name = name,
            Self::Product(product) => product.name = name,
            Self::Colleague(colleague) => colleague.name = name,
        }
    }

    /// The other system's id.
    #[must_use]
    pub fn external_id(&self) -> Option<&str> {
        let id = match self {
            Self::Deal(deal) | Self::Lead(deal) => &deal.external_id,
            Self::Organization(organization) => &organization.external_id,
            Self::Person(person) => &person.external_id,
            Self::Product(product) => &product.external_id,
            Self::Colleague(colleague) => &colleague.external_id,
        };
        id.as_deref()
    }
}
