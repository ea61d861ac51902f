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

/// What a mark of a chart stands for, within a scope.
#[derive(Debug, Clone, Copy, Default)]
pub struct Only {
    /// Won (converted for leads) or lost; None = both.
    pub won: Option<bool>,
    /// With this reason; `Some(None)` = without one.
    pub reason: Option<Option<Uuid>>,
    /// Standing in this stage; `Some(None)` = not started.
    pub stage: Option<Option<Uuid>>,
    /// From this source; `Some(None)` = from none.
    pub source: Option<Option<Uuid>>,
}

/// The day a deal ended, as the index knows it.
const DAY: &str = "coalesce(ended_on, date(coalesce(won_at, lost_at) / 1000, 'unixepoch'))";

/// Everything ended as `(id, at, won, value, currency, reason, stage, source)`.
#[must_use]
pub fn ended(leads: bool) -> String {
    if leads {
        "SELECT id, lost_at AS at, 0 AS won, value, currency, close_reason_id AS reason, NULL AS stage, source_id AS source FROM leads
          WHERE status = 'lost' AND deleted_at IS NULL AND lost_at BETWEEN :from AND :to AND :pipeline IS NULL
         UNION ALL
         SELECT l.id, e.at, 1, l.value, l.currency, NULL, NULL, l.source_id FROM leads l JOIN lead_entries e ON e.lead_id = l.id AND e.action = 'to_deal'
          WHERE l.status = 'converted' AND l.deleted_at IS NULL AND e.at BETWEEN :from AND :to AND :pipeline IS NULL"
            .to_owned()
    } else {
        format!(
            "SELECT id, {DAY} AS at, status = 'won' AS won, CASE status WHEN 'won' THEN coalesce(actual_value, value) ELSE value END AS value,
                    CASE status WHEN 'won' THEN coalesce(actual_currency, currency) ELSE currency END AS currency,
                    close_reason_id AS reason, stage_id AS stage, source_id AS source FROM deals
              WHERE status IN ('won', 'lost') AND deleted_at IS NULL AND {DAY} BETWEEN :from AND :to AND (:pipeline IS NULL OR pipeline_id = :pipeline)"
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

/// A record behind a mark.
#[derive(Debug, Clone)]
pub struct ReportRow {
    /// Deal or lead.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Organization, else person.
    pub party: Option<String>,
    /// Day as text, or UTC ms.
    pub at: Value,
    /// Won, or converted.
    pub won: bool,
    /// Minor units.
    pub value: Option<i64>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Why.
    pub reason: Option<Uuid>,
    /// The stage it stood in.
    pub stage: Option<Uuid>,
}

struct Bound(Vec<(&'static str, Value)>);

impl Bound {
    /// The condition a mark adds, and what both bind.
    fn narrow(scope: &Scope, only: &Only) -> (String, Self) {
        let mut sql = String::from("1");
        let mut bound =
            vec![(":from", scope.from.clone()), (":to", scope.to.clone()), (":pipeline", scope.pipeline.to_column())];
        let picks =
            [(":reason", "reason", only.reason), (":stage", "stage", only.stage), (":source", "source", only.source)];
        for (name, column, wanted) in picks {
            if let Some(id) = wanted {
                sql += &format!(" AND {column} IS {name}");
                bound.push((name, id.to_column()));
            }
        }
        if let Some(won) = only.won {
            sql += " AND won = :won";
            bound.push((":won", won.to_column()));
        }
        (sql, Self(bound))
    }

    fn params(&self) -> Vec<(&str, &dyn ToSql)> {
        self.0.iter().map(|(name, value)| (*name, value as &dyn ToSql)).collect()
    }
}

/// How many records stand behind a mark, and their values by currency.
///
/// # Errors
/// As SQLite says.
pub fn behind(conn: &Connection, scope: &Scope, only: &Only) -> Result<(i64, Vec<(String, i64)>)> {
    let (condition, bound) = Bound::narrow(scope, only);
    let sql = format!(
        "SELECT currency, count(*), total(value) FROM ({}) WHERE {condition} GROUP BY currency",
        ended(scope.leads)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(&bound.params()[..])?;
    let (mut total, mut sums) = (0, Vec::new());
    while let Some(row) = rows.next()? {
        total += row.get::<_, i64>(1)?;
        if let Some(currency) = row.get::<_, Option<String>>(0)? {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a sum beyond what a double counts exactly is beyond what a window shows"
            )]
            sums.push((currency, row.get::<_, f64>(2)? as i64));
        }
    }
    Ok((total, sums))
}

/// One page of the records behind a mark, latest first.
///
/// # Errors
/// As SQLite says.
pub fn page(conn: &Connection, scope: &Scope, only: &Only, offset: i64, limit: i64) -> Result<Vec<ReportRow>> {
    let (condition, mut bound) = Bound::narrow(scope, only);
    bound.0.extend([(":offset", Value::Integer(offset)), (":limit", Value::Integer(limit))]);
    let table = if scope.leads { "leads" } else { "deals" };
    let sql = format!(
        "SELECT e.id, r.title, coalesce(o.name, p.name), e.at, e.won, e.value, e.currency, e.reason, e.stage
         FROM (SELECT * FROM ({}) WHERE {condition} ORDER BY at DESC, id DESC LIMIT :limit OFFSET :offset) e
         JOIN {table} r ON r.id = e.id LEFT JOIN organizations o ON o.id = r.organization_id LEFT JOIN people p ON p.id = r.person_id
         ORDER BY e.at DESC, e.id DESC",
        ended(scope.leads)
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(&bound.params()[..])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(ReportRow {
            id: Column::from_column("id", row.get_ref(0)?)?,
            title: row.get(1)?,
            party: row.get(2)?,
            at: row.get(3)?,
            won: row.get(4)?,
            value: row.get(5)?,
            currency: row.get(6)?,
            reason: Column::from_column("close_reason_id", row.get_ref(7)?)?,
            stage: Column::from_column("stage_id", row.get_ref(8)?)?,
        });
    }
    Ok(found)
}
