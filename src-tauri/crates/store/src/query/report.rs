//! Reads behind the reports: what ended when, with what outcome, why and where. Rows come in one pass from an index; what is
//! counted of them is decided above.

use crate::{Column, Result};
use rusqlite::{Connection, Row, ToSql, types::Value};
use uuid::Uuid;

/// Which deals or leads a report looks at.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Leads instead of deals.
    pub leads: bool,
    /// First and last day, both included: days as text for deals, UTC ms for leads.
    pub from: Value,
    /// See `from`.
    pub to: Value,
    /// Deals of one pipeline only.
    pub pipeline: Option<Uuid>,
}

/// The day a deal ended, as the index knows it; `row` names the deal, with its point.
#[must_use]
pub fn ended_day(row: &str) -> String {
    format!("coalesce({row}ended_on, date(coalesce({row}won_at, {row}lost_at) / 1000, 'unixepoch'))")
}

/// Everything ended as `(id, at, won, value, currency, reason, stage, source)`. A lead that became a deal more than once
/// counts for the last time.
#[must_use]
pub fn ended(leads: bool) -> String {
    if leads {
        "SELECT id, lost_at AS at, 0 AS won, value, currency, close_reason_id AS reason, NULL AS stage, source_id AS source FROM leads
          WHERE status = 'lost' AND deleted_at IS NULL AND lost_at BETWEEN :from AND :to AND :pipeline IS NULL
         UNION ALL
         SELECT l.id, e.at, 1, l.value, l.currency, NULL, NULL, l.source_id FROM leads l JOIN lead_entries e ON e.lead_id = l.id AND e.action = 'to_deal'
          WHERE l.status = 'converted' AND l.deleted_at IS NULL AND e.at BETWEEN :from AND :to AND :pipeline IS NULL
            AND NOT EXISTS (SELECT 1 FROM lead_entries x WHERE x.lead_id = l.id AND x.action = 'to_deal' AND x.at > e.at)"
            .to_owned()
    } else {
        let day = ended_day("");
        format!(
            "SELECT id, {day} AS at, status = 'won' AS won, CASE status WHEN 'won' THEN coalesce(actual_value, value) ELSE value END AS value,
                    CASE status WHEN 'won' THEN coalesce(actual_currency, currency) ELSE currency END AS currency,
                    close_reason_id AS reason, stage_id AS stage, source_id AS source FROM deals
              WHERE status IN ('won', 'lost') AND deleted_at IS NULL AND {day} BETWEEN :from AND :to AND (:pipeline IS NULL OR pipeline_id = :pipeline)"
        )
    }
}

/// One deal or lead that ended, as the pass over them sees it.
#[derive(Debug)]
pub struct Ended<'a> {
    row: &'a Row<'a>,
}

impl Ended<'_> {
    /// The day of a deal.
    ///
    /// # Errors
    /// When the file holds what the schema does not allow.
    pub fn day(&self) -> Result<&str> {
        Ok(self.row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)
    }

    /// The instant of a lead.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn instant(&self) -> Result<i64> {
        Ok(self.row.get(1)?)
    }

    /// Won, or converted.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn won(&self) -> Result<bool> {
        Ok(self.row.get(2)?)
    }

    /// Minor units and currency.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn value(&self) -> Result<Option<(i64, &str)>> {
        let Some(value) = self.row.get::<_, Option<i64>>(3)? else { return Ok(None) };
        Ok(Some((value, self.row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?)))
    }

    /// Why.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn reason(&self) -> Result<Option<Uuid>> {
        Column::from_column("close_reason_id", self.row.get_ref(5)?)
    }

    /// The stage it stood in.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn stage(&self) -> Result<Option<Uuid>> {
        Column::from_column("stage_id", self.row.get_ref(6)?)
    }

    /// Where it came from.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn source(&self) -> Result<Option<Uuid>> {
        Column::from_column("source_id", self.row.get_ref(7)?)
    }
}

/// Shows everything in scope to `each`, in no particular order.
///
/// # Errors
/// As SQLite or `each` says.
pub fn each_ended<E: From<crate::Error>>(
    conn: &Connection,
    scope: &Scope,
    mut each: impl FnMut(&Ended<'_>) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    let sql = ended(scope.leads);
    let mut statement = conn.prepare_cached(&sql).map_err(crate::Error::from)?;
    let pipeline = scope.pipeline.to_column();
    let bound: [(&str, &dyn ToSql); 3] = [(":from", &scope.from), (":to", &scope.to), (":pipeline", &pipeline)];
    let mut rows = statement.query(&bound[..]).map_err(crate::Error::from)?;
    while let Some(row) = rows.next().map_err(crate::Error::from)? {
        each(&Ended { row })?;
    }
    Ok(())
}

/// The first and the last day (or instant) anything ended at.
///
/// # Errors
/// As SQLite says.
pub fn extent(conn: &Connection, leads: bool) -> Result<Option<(Value, Value)>> {
    let (first, last) = if leads {
        (Value::Integer(i64::MIN), Value::Integer(i64::MAX))
    } else {
        (Value::Text(String::new()), Value::Text("~".into()))
    };
    let sql = format!("SELECT min(at), max(at) FROM ({})", ended(leads));
    let found: (Value, Value) = conn
        .prepare_cached(&sql)?
        .query_row(&[(":from", &first as &dyn ToSql), (":to", &last), (":pipeline", &Value::Null)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(if found.0 == Value::Null { None } else { Some(found) })
}
