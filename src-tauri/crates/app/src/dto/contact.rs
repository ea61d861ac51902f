//! Organizations and people, and the trash.

use super::{Activity, Card, FieldValue, LeadRow, NamedRecord, Party, RecordKind, RecordRef, wire};
use uuid::Uuid;

wire! {
    /// What a deal or lead shows of its organization.
    pub struct OrganizationBrief { pub id: Uuid, pub name: String, pub city: Option<String>, pub country: Option<String>, pub phone: Option<String>, pub email: Option<String>, pub website: Option<String>, pub customer: bool, pub parent: Option<NamedRecord> }

    pub struct PersonBrief { pub id: Uuid, pub name: String, pub job_title: Option<String>, pub email: Option<String>, pub phone: Option<String>, pub organization: Option<NamedRecord>, pub primary: bool }

    #[derive(Copy, Eq)]
    pub enum ContactKind { Organization, Person }

    pub struct ContactsInput { pub kind: ContactKind, pub text: String, pub offset: i64, /// At most 200.
        pub limit: u32 }

    pub struct ContactsPage { pub revision: i64, pub total: i64, pub offset: i64, pub rows: Vec<ContactRow> }

    pub struct ContactRow {
        pub id: Uuid,
        pub kind: ContactKind,
        pub name: String,
        /// Organization of a person, industry of an organization.
        pub second: Option<String>,
        pub city: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub open_deals: i64,
        pub won_deals: i64,
        pub customer: bool,
        pub sample: bool,
    }

    pub struct Organization {
        pub id: Uuid,
        pub name: String,
        pub parent: Option<NamedRecord>,
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
        pub annual_revenue: Option<super::Money>,
        pub founded_year: Option<i64>,
        pub customer_since: Option<String>,
        pub owner: Option<Uuid>,
        pub created_at: i64,
        pub deleted_at: Option<i64>,
        pub sample: bool,
    }

    pub struct Person {
        pub id: Uuid,
        pub name: String,
        pub organization: Option<NamedRecord>,
        pub job_title: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub mobile: Option<String>,
        pub customer_since: Option<String>,
        pub owner: Option<Uuid>,
        pub created_at: i64,
        pub deleted_at: Option<i64>,
        pub sample: bool,
    }

    #[serde(tag = "field", content = "value")]
    pub enum OrganizationChange {
        Name(String),
        Parent(Option<Party>),
        Industry(Option<String>),
        Website(Option<String>),
        Phone(Option<String>),
        Email(Option<String>),
        Street(Option<String>),
        Postcode(Option<String>),
        City(Option<String>),
        Region(Option<String>),
        Country(Option<String>),
        Employees(Option<i64>),
        AnnualRevenue(Option<super::Money>),
        FoundedYear(Option<i64>),
        Customer(bool),
        Owner(Option<Uuid>),
        Custom(super::CustomChange),
    }

    #[serde(tag = "field", content = "value")]
    pub enum PersonChange {
        Name(String),
        Organization(Option<Party>),
        JobTitle(Option<String>),
        Email(Option<String>),
        Phone(Option<String>),
        Mobile(Option<String>),
        Customer(bool),
        Owner(Option<Uuid>),
        Custom(super::CustomChange),
    }

    pub struct NewOrganization { pub name: String, pub parent: Option<Party>, pub city: Option<String>, pub phone: Option<String>, pub email: Option<String> }
    pub struct NewPerson { pub name: String, pub organization: Option<Party>, pub job_title: Option<String>, pub phone: Option<String>, pub email: Option<String> }
    pub struct UpdateOrganizationInput { pub id: Uuid, pub changes: Vec<OrganizationChange> }
    pub struct UpdatePersonInput { pub id: Uuid, pub changes: Vec<PersonChange> }

    pub struct OrganizationDetail {
        pub revision: i64,
        pub organization: Organization,
        pub people: Vec<PersonBrief>,
        pub children: Vec<NamedRecord>,
        /// Deals of the organization and of its people, newest first (at most 200).
        pub deals: Vec<Card>,
        pub leads: Vec<LeadRow>,
        pub open_activities: Vec<Activity>,
        pub fields: Vec<FieldValue>,
        pub read_only: bool,
    }

    pub struct PersonDetail {
        pub revision: i64,
        pub person: Person,
        pub deals: Vec<Card>,
        pub leads: Vec<LeadRow>,
        pub open_activities: Vec<Activity>,
        pub fields: Vec<FieldValue>,
        pub read_only: bool,
    }

    pub struct RecordsInput { pub records: Vec<RecordRef> }

    pub struct TrashInput { pub kind: Option<RecordKind>, pub text: String, pub offset: i64, /// At most 200.
        pub limit: u32 }

    pub struct TrashPage { pub revision: i64, pub total: i64, pub counts: Vec<KindCount>, pub offset: i64, pub rows: Vec<TrashRow> }

    pub struct KindCount { pub kind: RecordKind, pub count: i64 }

    pub struct TrashRow {
        pub record: NamedRecord,
        pub second: Option<String>,
        pub value: Option<super::Money>,
        pub deleted_at: i64,
        /// The lead a deal became, when that is why it lies here.
        pub lead: Option<NamedRecord>,
        /// The record it became part of.
        pub merged_into: Option<NamedRecord>,
    }
}
