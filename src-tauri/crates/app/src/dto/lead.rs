//! Leads: the inbox and one lead.

use super::{
    Activity, ActivityMark, ExternalId, FieldValue, Money, NamedRecord, NextActivity, OrganizationBrief, Party,
    PersonBrief, wire,
};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum LeadStatus { Open, Lost, Converted }

    #[derive(Copy, Eq)]
    pub enum LeadSort { Urgency, Newest, Value, Title }

    pub struct LeadsInput {
        pub text: String,
        pub source: Option<Uuid>,
        pub labels: Vec<Uuid>,
        pub archived: bool,
        pub lost: bool,
        pub sort: LeadSort,
        pub offset: i64,
        /// At most 200.
        pub limit: u32,
    }

    pub struct LeadsPage { pub revision: i64, pub total: i64, pub all: i64, pub unseen: i64, pub sums: Vec<super::CurrencySum>, pub offset: i64, pub rows: Vec<LeadRow> }

    pub struct LeadRow {
        pub id: Uuid,
        pub title: String,
        pub organization: Option<String>,
        pub person: Option<String>,
        pub value: Option<Money>,
        pub source: Option<Uuid>,
        pub labels: Vec<Uuid>,
        pub mark: ActivityMark,
        pub next: Option<NextActivity>,
        pub seen: bool,
        /// UTC ms: conversion for leads made from deals, else creation.
        pub arrived_at: i64,
        pub status: LeadStatus,
        pub archived: bool,
        pub sample: bool,
    }

    pub struct Lead {
        pub id: Uuid,
        pub number: i64,
        pub title: String,
        pub status: LeadStatus,
        pub value: Option<Money>,
        /// Hundredths of a percent, where the user gave one.
        pub probability: Option<i64>,
        pub expected_close: Option<String>,
        pub organization: Option<Uuid>,
        pub person: Option<Uuid>,
        pub owner: Option<Uuid>,
        /// A colleague who made it what it is, where that was not the user.
        pub converted_by: Option<Uuid>,
        /// A colleague who speaks with the customer next.
        pub next_contact_by: Option<Uuid>,
        pub source: Option<Uuid>,
        pub product: Option<Uuid>,
        pub close_reason: Option<Uuid>,
        pub close_note: Option<String>,
        pub labels: Vec<Uuid>,
        pub created_at: i64,
        pub lost_at: Option<i64>,
        pub archived_at: Option<i64>,
        pub deleted_at: Option<i64>,
        pub converted_at: Option<i64>,
        pub sample: bool,
        pub external_ids: Vec<ExternalId>,
    }

    pub struct LeadDetail {
        pub revision: i64,
        pub lead: Lead,
        pub organization: Option<OrganizationBrief>,
        pub people: Vec<PersonBrief>,
        /// What its organization and its person say in fields of their own, empty ones left out.
        pub organization_fields: Vec<FieldValue>,
        pub person_fields: Vec<FieldValue>,
        pub open_activities: Vec<Activity>,
        pub fields: Vec<FieldValue>,
        /// The deal this lead was made from; its title stays readable after a purge.
        pub source_deal: Option<NamedRecord>,
        pub source_deal_gone: bool,
        /// The deal this lead became.
        pub deal: Option<NamedRecord>,
        pub read_only: bool,
    }

    pub struct NewLead {
        pub title: String,
        pub value: Option<Money>,
        pub expected_close: Option<String>,
        pub organization: Option<Party>,
        pub person: Option<Party>,
        pub source: Option<Uuid>,
        pub labels: Vec<Uuid>,
    }

    /// One field of a lead and its new value. Deals have these fields too.
    #[serde(tag = "field", content = "value")]
    pub enum LeadChange {
        Title(String),
        Value(Option<Money>),
        /// Hundredths of a percent; of a deal None = by the pipeline's method. At 0 an archived record is lost.
        Probability(Option<i64>),
        ExpectedClose(Option<String>),
        Organization(Option<Party>),
        Person(Option<Party>),
        Owner(Option<Uuid>),
        ConvertedBy(Option<Uuid>),
        NextContactBy(Option<Uuid>),
        Source(Option<Uuid>),
        Product(Option<Uuid>),
        CloseReason(Option<Uuid>),
        CloseNote(String),
        Custom(super::CustomChange),
    }

    pub struct UpdateLeadInput { pub id: Uuid, pub changes: Vec<LeadChange> }

    pub struct LeadsActInput { pub ids: Vec<Uuid> }

    pub struct SeenInput { pub ids: Vec<Uuid>, pub seen: bool }

    pub struct ConvertLeadsInput {
        pub ids: Vec<Uuid>,
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        #[serde(default)]
        #[ts(optional, as = "Option<ValueChoice>")]
        pub value: ValueChoice,
        #[serde(default)]
        #[ts(optional, as = "Option<CustomerChoice>")]
        pub customer: CustomerChoice,
    }

    /// What a deal made from a lead is worth; another value than the lead's fits a single lead.
    #[derive(Default)]
    #[serde(tag = "how", content = "value")]
    pub enum ValueChoice {
        /// As much as the lead.
        #[default]
        Keep,
        /// Nobody knows yet.
        None,
        Set(Money),
    }

    /// Who a deal made from a lead is for.
    #[derive(Default)]
    #[serde(tag = "how", content = "value")]
    pub enum CustomerChoice {
        /// Whom the lead names.
        #[default]
        Keep,
        /// Nobody yet.
        Skip,
        /// Contacts that are there, or are made with the act.
        Link { organization: Option<Party>, person: Option<Party> },
    }

    /// Which of these leads would become deals, and why others would not.
    pub struct LeadConvertPreview { pub leads: i64, pub left_out: Vec<super::LeftOut> }
}
