//! Reads of deals as cards, and of what hangs on them.

use super::field::Fact;
use crate::{Column, Result, tables::ActivityKind};
use rusqlite::{Connection, Row, named_params};
use satchel_domain::deal::Status;
use uuid::Uuid;

/// A deal as a card needs it.
#[derive(Debug, Clone)]
pub struct CardRow {
    /// Deal.
    pub id: Uuid,
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Pipeline.
    pub pipeline: Uuid,
    /// Stage.
    pub stage: Option<Uuid>,
    /// Outcome.
    pub status: Status,
    /// Name.
    pub organization: Option<String>,
    /// Name.
    pub person: Option<String>,
    /// Minor units.
    pub value: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// What a won deal brought.
    pub actual: Option<(i64, String)>,
    /// Own override.
    pub probability: Option<i64>,
    /// YYYY-MM-DD.
    pub expected_close: Option<String>,
    /// UTC ms.
    pub stage_entered_at: i64,
    /// Archived.
    pub archived: bool,
    /// In the trash.
    pub deleted: bool,
    /// From the sample, untouched.
    pub sample: bool,
    /// Label ids.
    pub labels: Vec<Uuid>,
    /// Next open activity.
    pub next: Option<NextRow>,
    /// What it says in the fields that cards show, in their order.
    pub facts: Vec<Option<String>>,
}

/// The next open activity of a deal or lead.
#[derive(Debug, Clone)]
pub struct NextRow {
    /// Activity.
    pub id: Uuid,
    /// Kind.
    pub kind: ActivityKind,
    /// Subject.
    pub subject: String,
    /// YYYY-MM-DD; None = some day.
    pub due_on: Option<String>,
    /// HH:MM.
    pub due_time: Option<String>,
}

impl NextRow {
    /// From five columns starting at `at`; None when the join found nothing.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn from_row(row: &Row<'_>, at: usize) -> Result<Option<Self>> {
        let Some(id) = Option::<Uuid>::from_column("id", row.get_ref(at)?)? else { return Ok(None) };
        Ok(Some(Self {
            id,
            kind: Column::from_column("kind", row.get_ref(at + 1)?)?,
            subject: row.get(at + 2)?,
            due_on: row.get(at + 3)?,
            due_time: row.get(at + 4)?,
        }))
    }
}

/// Ids joined as hexadecimal with commas (group_concat).
#[must_use]
pub fn ids_from_hex(text: Option<String>) -> Vec<Uuid> {
    text.map(|text| text.split(',').filter_map(|hex| Uuid::parse_str(hex).ok()).collect()).unwrap_or_default()
}

const CARD: &str = "SELECT d.id, d.number, d.title, d.pipeline_id, d.stage_id, d.status, o.name, p.name, d.value, d.currency, d.probability,
    d.expected_close, d.stage_entered_at, d.archived_at IS NOT NULL, EXISTS (SELECT 1 FROM sample_records s WHERE s.record_id = d.id),
    (SELECT group_concat(hex(l.label_id)) FROM deal_labels l WHERE l.deal_id = d.id),
    a.id, a.kind, a.subject, a.due_on, a.due_time, d.actual_value, d.actual_currency, d.deleted_at IS NOT NULL";

const CARD_FROM: &str = "FROM deals d
    LEFT JOIN organizations o ON o.id = d.organization_id
    LEFT JOIN people p ON p.id = d.person_id
    LEFT JOIN activities a ON a.id = (SELECT x.id FROM activities x WHERE x.deal_id = d.id AND x.done_at IS NULL
        ORDER BY coalesce(x.due_on, '9999-12-31'), coalesce(x.due_time, '99:99'), x.id LIMIT 1)";

/// These deals as cards, in the order asked for, with these facts of their own; missing ones are left out.
///
/// # Errors
/// As SQLite says.
pub fn cards(conn: &Connection, ids: &[Uuid], facts: &[Fact]) -> Result<Vec<CardRow>> {
    let more: String = facts.iter().map(|fact| format!(", {}", fact.sql)).collect();
    let mut statement = conn.prepare_cached(&format!("{CARD}{more} {CARD_FROM} WHERE d.id = ?1"))?;
    let mut found = Vec::with_capacity(ids.len());
    for id in ids {
        let mut rows = statement.query([id.as_bytes()])?;
        if let Some(row) = rows.next()? {
            found.push(card(row, facts.len())?);
        }
    }
    Ok(found)
}

/// The first column after those every card has.
const FACTS: usize = 24;

fn card(row: &Row<'_>, facts: usize) -> Result<CardRow> {
    Ok(CardRow {
        id: Column::from_column("id", row.get_ref(0)?)?,
        number: row.get(1)?,
        title: row.get(2)?,
        pipeline: Column::from_column("pipeline_id", row.get_ref(3)?)?,
        stage: Column::from_column("stage_id", row.get_ref(4)?)?,
        status: Column::from_column("status", row.get_ref(5)?)?,
        organization: row.get(6)?,
        person: row.get(7)?,
        value: row.get(8)?,
        currency: row.get(9)?,
        probability: row.get(10)?,
        expected_close: row.get(11)?,
        stage_entered_at: row.get(12)?,
        archived: row.get(13)?,
        deleted: row.get(23)?,
        sample: row.get(14)?,
        labels: ids_from_hex(row.get(15)?),
        next: NextRow::from_row(row, 16)?,
        actual: row.get::<_, Option<i64>>(21)?.zip(row.get::<_, Option<String>>(22)?),
        facts: (FACTS..FACTS + facts).map(|at| row.get(at)).collect::<rusqlite::Result<_>>()?,
    })
}

/// The next free deal or lead number.
///
/// # Errors
/// As SQLite says.
pub fn next_number(conn: &Connection, table: NumberedTable) -> Result<i64> {
    Ok(conn
        .prepare_cached(&format!("SELECT coalesce(max(number), 0) + 1 FROM {}", table.name()))?
        .query_row([], |row| row.get(0))?)
}

/// Tables whose records carry a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberedTable {
    /// Deals.
    Deals,
    /// Leads.
    Leads,
}

impl NumberedTable {
    const fn name(self) -> &'static str {
        match self {
            Self::Deals => "deals",
            Self::Leads => "leads",
        }
    }
}

/// Days this deal has spent in stages it left, summed per stage.
///
/// # Errors
/// As SQLite says.
pub fn days_by_stage(conn: &Connection, deal: Uuid) -> Result<Vec<(Uuid, i64)>> {
    let mut statement = conn.prepare_cached("SELECT from_stage_id, sum(coalesce(days, 0)) FROM stage_entries WHERE deal_id = ?1 AND from_stage_id IS NOT NULL AND from_stage_id IS NOT to_stage_id GROUP BY 1")?;
    let mut rows = statement.query([deal.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((Uuid::from_column("from_stage_id", row.get_ref(0)?)?, row.get(1)?));
    }
    Ok(found)
}

/// What would travel with these deals, and what would stay, when they become leads.
#[derive(Debug, Clone, Copy, Default)]
pub struct Baggage {
    /// Open activities.
    pub activities: i64,
    /// Notes.
    pub notes: i64,
    /// Messages.
    pub messages: i64,
    /// Lines of history.
    pub history: i64,
}

/// Counts what hangs on one deal.
///
/// # Errors
/// As SQLite says.
pub fn baggage(conn: &Connection, deal: Uuid) -> Result<Baggage> {
    Ok(conn
        .prepare_cached(
            "SELECT (SELECT count(*) FROM activities WHERE deal_id = :deal AND done_at IS NULL), (SELECT count(*) FROM notes WHERE deal_id = :deal),
                    (SELECT count(*) FROM messages WHERE deal_id = :deal), (SELECT count(*) FROM stage_entries WHERE deal_id = :deal)",
        )?
        .query_row(named_params! { ":deal": deal.as_bytes() }, |row| Ok(Baggage { activities: row.get(0)?, notes: row.get(1)?, messages: row.get(2)?, history: row.get(3)? }))?)
}
