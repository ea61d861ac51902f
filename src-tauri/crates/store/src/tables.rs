//! One struct a table: the columns as Rust values, read and written whole.
//! Rows are plain; what may be written is decided above.

use crate::{Column, Result, column::word_columns};
use rusqlite::{
    Connection, Row,
    types::{Value, ValueRef},
};
use satchel_domain::{
    deal::{ReplyState, Status},
    ids::*,
    stage::{Method, Mode},
};
use uuid::Uuid;

/// A row type of a journaled table with an `id`.
pub trait Table: Sized {
    /// Its id type.
    type Id: Column + Copy;
    /// Table name.
    const NAME: &'static str;
    /// Column names, comma separated, in struct order; `id` first.
    const COLUMNS: &'static str;

    /// From a row selected as `COLUMNS`.
    ///
    /// # Errors
    /// When the file holds what the schema does not allow.
    fn from_row(row: &Row<'_>) -> Result<Self>;
    /// In struct order.
    fn values(&self) -> Vec<Value>;

    /// One row by id.
    ///
    /// # Errors
    /// As SQLite says.
    fn get(conn: &Connection, id: Self::Id) -> Result<Option<Self>> {
        let mut statement =
            conn.prepare_cached(&format!("SELECT {} FROM {} WHERE id = ?1", Self::COLUMNS, Self::NAME))?;
        let mut rows = statement.query([id.to_column()])?;
        rows.next()?.map(Self::from_row).transpose()
    }

    /// Adds the row.
    ///
    /// # Errors
    /// As SQLite says.
    fn insert(&self, conn: &Connection) -> Result<()> {
        let values = self.values();
        let marks = vec!["?"; values.len()].join(", ");
        conn.prepare_cached(&format!("INSERT INTO {} ({}) VALUES ({marks})", Self::NAME, Self::COLUMNS))?
            .execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Writes every column of the row with this id.
    ///
    /// # Errors
    /// As SQLite says.
    fn update(&self, conn: &Connection) -> Result<()> {
        let sets = Self::COLUMNS
            .split(", ")
            .enumerate()
            .skip(1)
            .map(|(at, name)| format!("{name} = ?{}", at + 1))
            .collect::<Vec<_>>()
            .join(", ");
        conn.prepare_cached(&format!("UPDATE {} SET {sets} WHERE id = ?1", Self::NAME))?
            .execute(rusqlite::params_from_iter(self.values()))?;
        Ok(())
    }

    /// Removes the row.
    ///
    /// # Errors
    /// As SQLite says; foreign keys refuse while it is used.
    fn delete(conn: &Connection, id: Self::Id) -> Result<()> {
        conn.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", Self::NAME))?.execute([id.to_column()])?;
        Ok(())
    }

    /// Rows matching a condition such as `WHERE deal_id = ?1 ORDER BY created_at`.
    ///
    /// # Errors
    /// As SQLite says.
    fn select(conn: &Connection, rest: &str, params: impl rusqlite::Params) -> Result<Vec<Self>> {
        let mut statement = conn.prepare_cached(&format!("SELECT {} FROM {} {rest}", Self::COLUMNS, Self::NAME))?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(Self::from_row(row)?);
        }
        Ok(found)
    }
}

macro_rules! table {
    ($(#[$doc:meta])* $row:ident, $table:literal, $id:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $row {
            /// Identity.
            pub id: $id,
            $($(#[$field_doc])* pub $field: $kind,)*
        }

        impl Table for $row {
            type Id = $id;
            const NAME: &'static str = $table;
            const COLUMNS: &'static str = concat!("id", $(", ", stringify!($field)),*);

            fn from_row(row: &Row<'_>) -> Result<Self> {
                let mut at = 0;
                let id = Column::from_column("id", row.get_ref(at)?)?;
                $(at += 1; let $field = Column::from_column(stringify!($field), row.get_ref(at)?)?;)*
                Ok(Self { id, $($field),* })
            }

            fn values(&self) -> Vec<Value> {
                vec![self.id.to_column(), $(self.$field.to_column()),*]
            }
        }
    };
}

/// The given source of leads that were deals before.
pub const DEAL_SOURCE: &str = "deal";

/// Kinds of close reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReasonKind {
    #[doc = "For won deals."]
    Won,
    #[doc = "For lost deals and leads."]
    Lost,
}

/// Status of a lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadStatus {
    #[doc = "In the inbox."]
    Open,
    #[doc = "Lost."]
    Lost,
    #[doc = "Became a deal."]
    Converted,
}

/// Order of a column's cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    #[doc = "By hand."]
    Hand,
    #[doc = "By next activity."]
    Urgency,
    #[doc = "Largest first."]
    Value,
    #[doc = "By expected close."]
    Date,
    #[doc = "Alphabetic."]
    Title,
}

/// Kinds of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActivityKind {
    #[doc = "Telephone."]
    Call,
    #[doc = "At the customer's."]
    Visit,
    #[doc = "Meeting."]
    Meeting,
    #[doc = "Write."]
    Mail,
    #[doc = "Anything else."]
    Task,
}

word_columns! {
    ReasonKind { ReasonKind::Won => "won", ReasonKind::Lost => "lost" }
    LeadStatus { LeadStatus::Open => "open", LeadStatus::Lost => "lost", LeadStatus::Converted => "converted" }
    Sort { Sort::Hand => "hand", Sort::Urgency => "urgency", Sort::Value => "value", Sort::Date => "date", Sort::Title => "title" }
    ActivityKind { ActivityKind::Call => "call", ActivityKind::Visit => "visit", ActivityKind::Meeting => "meeting", ActivityKind::Mail => "mail", ActivityKind::Task => "task" }
}

fn unexpected<T>(column: &'static str, value: ValueRef<'_>) -> Result<T> {
    Err(crate::Error::Unexpected { column, value: format!("{value:?}") })
}

table! { /// A pipeline.
Pipeline, "pipelines", PipelineId { name: String, position: i64, mode: Mode, method: Method, sort: Sort } }

table! { /// A stage.
Stage, "stages", StageId { pipeline_id: PipelineId, name: String, position: i64, chances: i64, completed: i64, rot_days: Option<i64>, allow_skip: bool, quote_required: bool, close_in_days: Option<i64> } }

table! { /// A colleague.
Colleague, "colleagues", ColleagueId { name: String, email: Option<String>, manager: Option<String>, office: Option<String>, active: bool } }

table! { /// A source.
Source, "sources", SourceId { name: String, builtin: Option<String> } }

table! { /// A label.
Label, "labels", LabelId { name: String, color: i64 } }

table! { /// A close reason.
CloseReason, "close_reasons", ReasonId { kind: ReasonKind, code: String, description: String, active: bool, position: i64 } }

table! { /// A product.
Product, "products", ProductId { name: String, code: Option<String>, series: Option<String>, price: Option<i64>, currency: Option<String> } }

table! { /// A custom field; `options` is a JSON array, `formula` the text of a computed one.
CustomField, "custom_fields", FieldId { entity: String, name: String, kind: String, options: String, position: i64, description: String, on_card: bool,
    formula: Option<String> } }

table! { /// An organization.
Organization, "organizations", OrganizationId {
    name: String, parent_id: Option<OrganizationId>, industry: Option<String>, website: Option<String>, phone: Option<String>, email: Option<String>,
    street: Option<String>, postcode: Option<String>, city: Option<String>, region: Option<String>, country: Option<String>,
    employees: Option<i64>, annual_revenue: Option<i64>, annual_revenue_currency: Option<String>, founded_year: Option<i64>,
    customer_since: Option<String>, owner_id: Option<ColleagueId>, merged_into: Option<OrganizationId>, created_at: i64, deleted_at: Option<i64>,
} }

table! { /// A person.
Person, "people", PersonId {
    name: String, organization_id: Option<OrganizationId>, job_title: Option<String>, email: Option<String>, phone: Option<String>, mobile: Option<String>,
    customer_since: Option<String>, owner_id: Option<ColleagueId>, merged_into: Option<PersonId>, created_at: i64, deleted_at: Option<i64>,
} }

table! { /// A lead.
Lead, "leads", LeadId {
    number: i64, title: String, status: LeadStatus, value: Option<i64>, currency: Option<String>, expected_close: Option<String>,
    organization_id: Option<OrganizationId>, person_id: Option<PersonId>, owner_id: Option<ColleagueId>, source_id: Option<SourceId>, product_id: Option<ProductId>,
    probability: Option<i64>, close_reason_id: Option<ReasonId>, close_note: Option<String>,
    source_deal_id: Option<DealId>, source_deal_title: Option<String>, converted_at: Option<i64>, deal_id: Option<DealId>, merged_into: Option<LeadId>,
    created_at: i64, lost_at: Option<i64>, archived_at: Option<i64>, deleted_at: Option<i64>,
    converted_by_id: Option<ColleagueId>, next_contact_by_id: Option<ColleagueId>,
} }

table! { /// A deal.
Deal, "deals", DealId {
    number: i64, title: String, pipeline_id: PipelineId, stage_id: Option<StageId>, rank: i64, status: Status, reply_state: ReplyState,
    value: Option<i64>, currency: Option<String>, actual_value: Option<i64>, actual_currency: Option<String>, probability: Option<i64>,
    expected_close: Option<String>, started_on: Option<String>, ended_on: Option<String>,
    organization_id: Option<OrganizationId>, person_id: Option<PersonId>, owner_id: Option<ColleagueId>, source_id: Option<SourceId>, product_id: Option<ProductId>,
    close_reason_id: Option<ReasonId>, close_note: Option<String>, lead_id: Option<LeadId>, source_lead_id: Option<LeadId>, merged_into: Option<DealId>,
    created_at: i64, stage_entered_at: i64, won_at: Option<i64>, first_won_at: Option<i64>, lost_at: Option<i64>, closed_at: Option<i64>,
    archived_at: Option<i64>, deleted_at: Option<i64>,
    converted_by_id: Option<ColleagueId>, next_contact_by_id: Option<ColleagueId>,
} }

table! { /// An activity.
Activity, "activities", ActivityId {
    kind: ActivityKind, subject: String, due_on: Option<String>, due_time: Option<String>, duration_minutes: Option<i64>, note: String, outcome: Option<String>, done_at: Option<i64>,
    deal_id: Option<DealId>, lead_id: Option<LeadId>, organization_id: Option<OrganizationId>, person_id: Option<PersonId>, moved_from_deal_id: Option<DealId>, created_at: i64,
} }

table! { /// A note.
Note, "notes", NoteId { body: String, kind: String, deal_id: Option<DealId>, lead_id: Option<LeadId>, organization_id: Option<OrganizationId>, person_id: Option<PersonId>, created_at: i64 } }

table! { /// A logged message.
Message, "messages", MessageId {
    direction: String, subject: String, body: String, sender: Option<String>, recipients: Option<String>, sent_at: i64,
    deal_id: Option<DealId>, lead_id: Option<LeadId>, organization_id: Option<OrganizationId>, person_id: Option<PersonId>, created_at: i64,
    mail_id: Option<String>,
} }

table! { /// A file on a record; its content lies under its hash.
Attachment, "attachments", AttachmentId {
    name: String, size: i64, hash: Vec<u8>, message_id: Option<MessageId>,
    deal_id: Option<DealId>, lead_id: Option<LeadId>, organization_id: Option<OrganizationId>, person_id: Option<PersonId>, created_at: i64,
} }

table! { /// One line of a deal's history.
StageEntry, "stage_entries", EntryId {
    deal_id: DealId, action: String, from_stage_id: Option<StageId>, from_stage: Option<String>, to_stage_id: Option<StageId>, to_stage: Option<String>,
    at: i64, days: Option<i64>, value: Option<i64>, currency: Option<String>, chances: Option<i64>, completed: Option<i64>, probability: Option<i64>,
    close_reason_id: Option<ReasonId>, note: Option<String>,
} }

table! { /// One line of a lead's history.
LeadEntry, "lead_entries", EntryId {
    lead_id: LeadId, action: String, at: i64, close_reason_id: Option<ReasonId>, note: Option<String>, activities: Option<i64>, notes: Option<i64>, messages: Option<i64>,
} }

/// Value of a setting, as JSON text.
///
/// # Errors
/// As SQLite says.
pub fn setting(conn: &Connection, table: KeyTable, key: &str) -> Result<Option<String>> {
    let mut statement = conn.prepare_cached(&format!("SELECT value FROM {} WHERE key = ?1", table.name()))?;
    let mut rows = statement.query([key])?;
    Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
}

/// Writes a setting.
///
/// # Errors
/// As SQLite says.
pub fn set_setting(conn: &Connection, table: KeyTable, key: &str, value: &str) -> Result<()> {
    conn.prepare_cached(&format!(
        "INSERT INTO {} (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value",
        table.name()
    ))?
    .execute([key, value])?;
    Ok(())
}

/// Values of all settings whose key matches a pattern, by key.
///
/// # Errors
/// As SQLite says.
pub fn settings_like(conn: &Connection, table: KeyTable, pattern: &str) -> Result<Vec<String>> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT value FROM {} WHERE key GLOB ?1 ORDER BY key", table.name()))?;
    let values = statement.query_map([pattern], |row| row.get(0))?;
    Ok(values.collect::<rusqlite::Result<_>>()?)
}

/// Removes a setting; false where there was none.
///
/// # Errors
/// As SQLite says.
pub fn delete_setting(conn: &Connection, table: KeyTable, key: &str) -> Result<bool> {
    Ok(conn.prepare_cached(&format!("DELETE FROM {} WHERE key = ?1", table.name()))?.execute([key])? > 0)
}

/// The two tables of keys and values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyTable {
    /// Journaled: undo covers it.
    Settings,
    /// This machine's choices, not journaled.
    AppState,
}

impl KeyTable {
    const fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::AppState => "app_state",
        }
    }
}

/// Ids of a one-column query.
///
/// # Errors
/// As SQLite says.
pub fn ids(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<Uuid>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Uuid::from_column("id", row.get_ref(0)?)?);
    }
    Ok(found)
}
