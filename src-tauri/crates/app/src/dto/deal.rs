//! Deals: creating, changing, ending, and everything the drawer shows.

use super::{
    Activity, BoardFilter, DealStatus, FieldValue, Money, NamedRecord, OrganizationBrief, PersonBrief, Pipeline, Place,
    Rot, Stage, wire,
};
use uuid::Uuid;

wire! {
    /// A party given by id, or by a name to find or create.
    #[serde(tag = "by", content = "value")]
    pub enum Party { Id(Uuid), Name(String) }

    pub struct NewDeal {
        pub title: String,
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub place: Place,
        pub value: Option<Money>,
        pub expected_close: Option<String>,
        pub organization: Option<Party>,
        pub person: Option<Party>,
        pub source: Option<Uuid>,
        pub labels: Vec<Uuid>,
    }

    /// A quick line such as "Acme heat pump 12k fri" taken apart.
    pub struct QuickTextInput { pub text: String, /// BCP 47
        pub locale: String }

    pub struct QuickText { pub title: String, pub value: Option<Money>, pub expected_close: Option<String> }

    /// One field of a deal and its new value.
    #[serde(tag = "field", content = "value")]
    pub enum DealChange {
        ActualValue(Option<Money>),
        Waiting(bool),
        /// YYYY-MM-DD.
        StartedOn(Option<String>),
        /// YYYY-MM-DD, of a deal that has ended.
        EndedOn(String),
        /// A field that leads have as well.
        #[serde(untagged)]
        Common(super::LeadChange),
    }

    /// A custom field's new value as text in its own form (numbers with a point, dates ISO); None clears it.
    pub struct CustomChange { pub custom: Uuid, pub value: Option<String> }

    pub struct UpdateDealInput { pub id: Uuid, pub changes: Vec<DealChange> }

    /// A reason chosen from the list, or typed and created with the act.
    #[serde(tag = "by", content = "value")]
    pub enum ReasonChoice { Id(Uuid), New(String) }

    pub struct LoseInput { pub ids: Vec<Uuid>, pub reason: Option<ReasonChoice>, pub note: String }

    pub struct WinInput {
        pub ids: Vec<Uuid>,
        pub reason: Option<ReasonChoice>,
        pub note: String,
        /// What one deal really brought, where it is not its value.
        #[serde(default)]
        #[ts(optional, as = "Option<Option<Money>>")]
        pub actual: Option<Money>,
    }

    /// How open deals are ended before they go to the trash.
    #[serde(tag = "how")]
    pub enum EndFirst {
        Lost { reason: Option<ReasonChoice>, note: String },
        Closed,
    }

    pub struct DeleteDealsInput { pub ids: Vec<Uuid>, pub end: Option<EndFirst> }

    pub struct ConvertInput {
        pub ids: Vec<Uuid>,
        /// A list run takes at most 100.
        pub from_list: bool,
        /// Deals converted before go back to the lead that still stands, instead of making another.
        #[serde(default)]
        #[ts(optional, as = "Option<bool>")]
        pub reuse: bool,
    }

    /// What a conversion would do, before it is confirmed.
    pub struct ConvertPreview {
        pub deals: i64,
        pub activities: i64,
        pub notes: i64,
        pub messages: i64,
        /// Stage entries and other history that stay with the deals.
        pub staying: i64,
        pub left_out: Vec<LeftOut>,
        /// Deals that were converted before and whose lead still stands.
        pub existing: Vec<NamedRecord>,
        /// Names of the computed fields whose values stay behind: leads have none.
        pub formulas: Vec<String>,
    }

    pub struct LeftOut { pub record: NamedRecord, pub code: String }

    pub struct LabelInput { pub deals: Vec<Uuid>, pub leads: Vec<Uuid>, pub add: Vec<Uuid>, pub remove: Vec<Uuid> }

    pub struct IdInput { pub id: Uuid }

    pub struct DealDetailInput { pub id: Uuid, pub filter: BoardFilter }

    pub struct DealDetail {
        pub revision: i64,
        pub deal: Deal,
        pub pipeline: Pipeline,
        pub steps: Vec<StageStep>,
        /// Place in its column (from 0) and the column's count, when on a board.
        pub index: Option<i64>,
        pub of: Option<i64>,
        pub previous: Option<Uuid>,
        pub next: Option<Uuid>,
        pub organization: Option<OrganizationBrief>,
        pub people: Vec<PersonBrief>,
        pub open_activities: Vec<Activity>,
        pub fields: Vec<FieldValue>,
        pub lead: Option<NamedRecord>,
        pub came_from_lead: Option<NamedRecord>,
        /// In the trash: everything can be read, nothing changed.
        pub read_only: bool,
    }

    pub struct Deal {
        pub id: Uuid,
        pub number: i64,
        pub title: String,
        pub pipeline: Uuid,
        pub stage: Option<Uuid>,
        pub status: DealStatus,
        pub value: Option<Money>,
        pub actual_value: Option<Money>,
        pub weighted: Option<Money>,
        /// Own override; hundredths of a percent.
        pub own_probability: Option<i64>,
        pub probability: i64,
        pub expected_close: Option<String>,
        pub started_on: Option<String>,
        pub ended_on: Option<String>,
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
        pub waiting: bool,
        pub labels: Vec<Uuid>,
        pub rot: Option<Rot>,
        pub days_in_stage: i64,
        pub created_at: i64,
        pub won_at: Option<i64>,
        pub first_won_at: Option<i64>,
        pub lost_at: Option<i64>,
        pub closed_at: Option<i64>,
        pub archived_at: Option<i64>,
        pub deleted_at: Option<i64>,
        pub sample: bool,
        pub external_ids: Vec<ExternalId>,
    }

    pub struct ExternalId { pub system: String, pub key: String }

    #[derive(Copy, Eq)]
    pub enum StepState { Passed, Current, Ahead }

    /// One chevron. `days` is the time spent there, when it was visited.
    pub struct StageStep { pub stage: Stage, pub state: StepState, pub days: Option<i64>, pub refusal: Option<super::Refusal> }
}
