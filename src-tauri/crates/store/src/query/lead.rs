//! Reads of the leads inbox.

use crate::{
    Column, Result,
    query::deal::{NextRow, ids_from_hex},
    tables::LeadStatus,
};
use rusqlite::{Connection, Row, ToSql, named_params};
use uuid::Uuid;

/// A lead as the inbox shows it.
#[derive(Debug, Clone)]
pub struct LeadRow {
    /// Lead.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Name.
    pub organization: Option<String>,
    /// Name.
    pub person: Option<String>,
    /// Minor units.
    pub value: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Where it comes from.
    pub source: Option<Uuid>,
    /// Label ids.
    pub labels: Vec<Uuid>,
    /// Somebody looked at it.
    pub seen: bool,
    /// UTC ms: when it was made from a deal, else by hand.
    pub arrived_at: i64,
    /// Status.
    pub status: LeadStatus,
    /// Put aside.
    pub archived: bool,
    /// From the sample, untouched.
    pub sample: bool,
    /// Next open activity.
    pub next: Option<NextRow>,
}

/// How the inbox is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// By next activity: overdue, today, none, later.
    Urgency,
    /// Latest arrival first.
    Newest,
    /// Largest first.
    Value,
    /// Alphabetic.
    Title,
}

/// Which leads.
#[derive(Debug, Clone, Default)]
pub struct Narrow {
    /// One full-text query a word: each in the title, or in the organization's or person's name.
    pub words: Vec<String>,
    /// Source.
    pub source: Option<Uuid>,
    /// Any of these labels.
    pub labels: Vec<Uuid>,
    /// Archived ones instead of the inbox.
    pub archived: bool,
    /// Lost ones instead of the inbox.
    pub lost: bool,
}

const LEAD: &str = "l.id, l.title, o.name, p.name, l.value, l.currency, l.source_id, (SELECT group_concat(hex(x.label_id)) FROM lead_labels x WHERE x.lead_id = l.id),
    EXISTS (SELECT 1 FROM seen_leads s WHERE s.lead_id = l.id), coalesce(l.converted_at, l.created_at) AS arrived, l.status, l.archived_at IS NOT NULL,
    EXISTS (SELECT 1 FROM sample_records s WHERE s.record_id = l.id), a.id, a.kind, a.subject, a.due_on, a.due_time
    FROM leads l
    LEFT JOIN organizations o ON o.id = l.organization_id
    LEFT JOIN people p ON p.id = l.person_id
    LEFT JOIN activities a ON a.id = (SELECT x.id FROM activities x WHERE x.lead_id = l.id AND x.done_at IS NULL
        ORDER BY coalesce(x.due_on, '9999-12-31'), coalesce(x.due_time, '99:99'), x.id LIMIT 1)";

fn lead(row: &Row<'_>) -> Result<LeadRow> {
    Ok(LeadRow {
        id: Column::from_column("id", row.get_ref(0)?)?,
        title: row.get(1)?,
        organization: row.get(2)?,
        person: row.get(3)?,
        value: row.get(4)?,
        currency: row.get(5)?,
        source: Column::from_column("source_id", row.get_ref(6)?)?,
        labels: ids_from_hex(row.get(7)?),
        seen: row.get(8)?,
        arrived_at: row.get(9)?,
        status: Column::from_column("status", row.get_ref(10)?)?,
        archived: row.get(11)?,
        sample: row.get(12)?,
        next: NextRow::from_row(row, 13)?,
    })
}

impl Narrow {
    fn state(&self) -> &'static str {
        match (self.lost, self.archived) {
            (false, false) => "l.status = 'open' AND l.archived_at IS NULL AND l.deleted_at IS NULL",
            (true, false) => "l.status = 'lost' AND l.deleted_at IS NULL",
            (false, true) => "l.status = 'open' AND l.archived_at IS NOT NULL AND l.deleted_at IS NULL",
            (true, true) => {
                "(l.status = 'lost' OR (l.status = 'open' AND l.archived_at IS NOT NULL)) AND l.deleted_at IS NULL"
            }
        }
    }

    /// Common table expressions of the words, and the condition.
    fn sql(&self) -> (String, String) {
        let mut with = Vec::new();
        let mut condition = self.state().to_owned();
        for at in 0..self.words.len() {
            with.push(format!("word{at} AS MATERIALIZED (SELECT d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid WHERE i.search_index MATCH :word{at})"));
            condition += &format!(
                " AND (l.id IN (SELECT record_id FROM word{at}) OR l.organization_id IN (SELECT record_id FROM word{at}) OR l.person_id IN (SELECT record_id FROM word{at}))"
            );
        }
        if self.source.is_some() {
            condition += " AND l.source_id = :source";
        }
        if !self.labels.is_empty() {
            condition += " AND EXISTS (SELECT 1 FROM lead_labels x WHERE x.lead_id = l.id AND x.label_id IN (SELECT unhex(value) FROM json_each(:labels)))";
        }
        let with = if with.is_empty() { String::new() } else { format!("WITH {} ", with.join(", ")) };
        (with, condition)
    }

    fn params(&self) -> Vec<(String, Box<dyn ToSql>)> {
        let mut params: Vec<(String, Box<dyn ToSql>)> = Vec::new();
        for (at, word) in self.words.iter().enumerate() {
            params.push((format!(":word{at}"), Box::new(format!("title : {word}"))));
        }
        if let Some(source) = self.source {
            params.push((":source".to_owned(), Box::new(source.as_bytes().to_vec())));
        }
        if !self.labels.is_empty() {
            let list: Vec<String> = self.labels.iter().map(|id| id.simple().to_string()).collect();
            params.push((":labels".to_owned(), Box::new(serde_json::Value::from(list).to_string())));
        }
        params
    }
}

/// One page of the inbox. The order is stable: equal ones follow by arrival, then by id.
///
/// # Errors
/// As SQLite says.
pub fn page(
    conn: &Connection,
    narrow: &Narrow,
    order: Order,
    today: &str,
    offset: i64,
    limit: i64,
) -> Result<Vec<LeadRow>> {
    let (with, condition) = narrow.sql();
    let order = match order {
        // an activity without a day is planned, some day
        Order::Urgency => {
            "CASE WHEN a.id IS NULL THEN 2 WHEN a.due_on < :today THEN 0 WHEN a.due_on = :today THEN 1 ELSE 3 END, coalesce(a.due_on, '9999-12-31'), coalesce(a.due_time, '99:99'), arrived DESC, l.id DESC"
        }
        Order::Newest => "arrived DESC, l.id DESC",
        Order::Value => "l.value IS NULL, l.value DESC, arrived DESC, l.id DESC",
        Order::Title => "l.title COLLATE NOCASE, l.id",
    };
    let mut statement = conn.prepare_cached(&format!(
        "{with}SELECT {LEAD} WHERE {condition} ORDER BY {order} LIMIT :limit OFFSET :offset"
    ))?;
    let mut params = narrow.params();
    params.push((":limit".to_owned(), Box::new(limit)));
    params.push((":offset".to_owned(), Box::new(offset)));
    if order.contains(":today") {
        params.push((":today".to_owned(), Box::new(today.to_owned())));
    }
    let bound: Vec<(&str, &dyn ToSql)> = params.iter().map(|(name, value)| (name.as_str(), value.as_ref())).collect();
    let mut rows = statement.query(bound.as_slice())?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(lead(row)?);
    }
    Ok(found)
}

/// Leads of an organization (and of its people) or of a person, latest arrival first, at most 200.
///
/// # Errors
/// As SQLite says.
pub fn of_contact(conn: &Connection, organization: bool, id: Uuid) -> Result<Vec<LeadRow>> {
    let whose = if organization {
        "(l.organization_id = ?1 OR l.person_id IN (SELECT id FROM people WHERE organization_id = ?1))"
    } else {
        "l.person_id = ?1"
    };
    let mut statement = conn.prepare_cached(&format!(
        "SELECT {LEAD} WHERE {whose} AND l.deleted_at IS NULL ORDER BY arrived DESC, l.id DESC LIMIT 200"
    ))?;
    let mut rows = statement.query([id.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(lead(row)?);
    }
    Ok(found)
}

/// Count, value and weighted value by currency (an empty code for leads without a value).
///
/// # Errors
/// As SQLite says.
pub fn sums(conn: &Connection, narrow: &Narrow) -> Result<Vec<(String, i64, i64, i64)>> {
    let (with, condition) = narrow.sql();
    let sql = format!(
        "{with}SELECT coalesce(l.currency, ''), count(*), coalesce(sum(l.value), 0),
            coalesce(sum(sign(l.value) * ((abs(l.value) * coalesce(l.probability, 10000) + 5000) / 10000)), 0) FROM leads l WHERE {condition} GROUP BY 1 ORDER BY 1"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = narrow.params();
    let bound: Vec<(&str, &dyn ToSql)> = params.iter().map(|(name, value)| (name.as_str(), value.as_ref())).collect();
    Ok(statement
        .query_map(bound.as_slice(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?
        .collect::<rusqlite::Result<_>>()?)
}

/// How many leads are in this state, whatever else narrows.
///
/// # Errors
/// As SQLite says.
pub fn count(conn: &Connection, narrow: &Narrow) -> Result<i64> {
    Ok(conn
        .prepare_cached(&format!("SELECT count(*) FROM leads l WHERE {}", narrow.state()))?
        .query_row([], |row| row.get(0))?)
}

/// Leads in the inbox nobody looked at.
///
/// # Errors
/// As SQLite says.
pub fn unseen(conn: &Connection) -> Result<i64> {
    let sql = format!(
        "SELECT count(*) FROM leads l WHERE {} AND NOT EXISTS (SELECT 1 FROM seen_leads s WHERE s.lead_id = l.id)",
        Narrow::default().state()
    );
    Ok(conn.prepare_cached(&sql)?.query_row([], |row| row.get(0))?)
}

/// Marks leads as seen, or not. Not journaled.
///
/// # Errors
/// As SQLite says.
pub fn mark_seen(conn: &Connection, ids: &str, seen: bool) -> Result<()> {
    let sql = if seen {
        "INSERT OR IGNORE INTO seen_leads (lead_id) SELECT id FROM leads WHERE id IN (SELECT unhex(value) FROM json_each(:ids))"
    } else {
        "DELETE FROM seen_leads WHERE lead_id IN (SELECT unhex(value) FROM json_each(:ids))"
    };
    conn.prepare_cached(sql)?.execute(named_params! { ":ids": ids })?;
    Ok(())
}

/// What the rules need of a lead.
#[derive(Debug, Clone)]
pub struct Entrant {
    /// Lead.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Status.
    pub status: LeadStatus,
    /// Put aside.
    pub archived: bool,
    /// In the trash.
    pub deleted: bool,
}

/// The leads with these ids (hexadecimal JSON list), in no order.
///
/// # Errors
/// As SQLite says.
pub fn entrants(conn: &Connection, ids: &str) -> Result<Vec<Entrant>> {
    let mut statement = conn.prepare_cached(
        "SELECT id, title, status, archived_at IS NOT NULL, deleted_at IS NOT NULL FROM leads WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
    )?;
    let mut rows = statement.query(named_params! { ":ids": ids })?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Entrant {
            id: Column::from_column("id", row.get_ref(0)?)?,
            title: row.get(1)?,
            status: Column::from_column("status", row.get_ref(2)?)?,
            archived: row.get(3)?,
            deleted: row.get(4)?,
        });
    }
    Ok(found)
}

/// What an act writes into leads; one statement whatever their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Lost now.
    Lose,
    /// Open again.
    Restore,
    /// Put aside.
    Archive,
    /// Back in the inbox.
    Unarchive,
    /// Into the trash.
    Delete,
    /// Out of the trash.
    Recover,
}

impl Act {
    /// As stored in the history of a lead.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lose => "lost",
            Self::Restore => "restore",
            Self::Archive => "archive",
            Self::Unarchive => "unarchive",
            Self::Delete => "delete",
            Self::Recover => "recover",
        }
    }

    const fn sets(self) -> &'static str {
        match self {
            Self::Lose => "status = 'lost', close_reason_id = :reason, close_note = :note, lost_at = :now",
            Self::Restore => {
                "status = 'open', close_reason_id = NULL, close_note = NULL, lost_at = NULL, archived_at = NULL, probability = NULL"
            }
            Self::Archive => "archived_at = :now",
            Self::Unarchive => "archived_at = NULL",
            Self::Delete => "deleted_at = :now",
            Self::Recover => "deleted_at = NULL, merged_into = NULL",
        }
    }
}

/// Writes an act and its line of history. `lines`: JSON array of `[entry, lead]` in hexadecimal.
///
/// # Errors
/// As SQLite says.
pub fn write(
    conn: &Connection,
    act: Act,
    lines: &str,
    now: i64,
    reason: Option<Uuid>,
    note: Option<&str>,
) -> Result<()> {
    let reason = reason.map(|id| id.as_bytes().to_vec());
    let code = act.code();
    let values: [(&str, &dyn ToSql); 5] =
        [(":lines", &lines), (":action", &code), (":now", &now), (":reason", &reason), (":note", &note)];
    let entries = "INSERT INTO lead_entries (id, lead_id, action, at, close_reason_id, note)
         SELECT unhex(value ->> 0), unhex(value ->> 1), :action, :now, :reason, :note FROM json_each(:lines)";
    let leads =
        format!("UPDATE leads SET {} WHERE id IN (SELECT unhex(value ->> 1) FROM json_each(:lines))", act.sets());
    for sql in [entries, leads.as_str()] {
        let used: Vec<_> = values.iter().copied().filter(|(name, _)| sql.contains(name)).collect();
        conn.prepare_cached(sql)?.execute(used.as_slice())?;
    }
    Ok(())
}

/// Puts a closing note on each lead. `lines`: JSON array of `[note, lead]` in hexadecimal.
///
/// # Errors
/// As SQLite says.
pub fn closing_notes(conn: &Connection, lines: &str, now: i64, note: &str) -> Result<()> {
    conn.prepare_cached("INSERT INTO notes (id, body, kind, lead_id, created_at) SELECT unhex(value ->> 0), :note, 'closing', unhex(value ->> 1), :now FROM json_each(:lines)")?
        .execute(named_params! { ":lines": lines, ":note": note, ":now": now })?;
    Ok(())
}

/// Puts a label on a lead.
///
/// # Errors
/// As SQLite says.
pub fn add_label(conn: &Connection, lead: Uuid, label: Uuid) -> Result<()> {
    conn.prepare_cached("INSERT OR IGNORE INTO lead_labels (lead_id, label_id) VALUES (?1, ?2)")?
        .execute((lead.as_bytes(), label.as_bytes()))?;
    Ok(())
}
