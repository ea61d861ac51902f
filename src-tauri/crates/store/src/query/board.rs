//! Reads behind the board: counters, pages of a column, places between cards.

use super::list::{Bound, Narrowed};
use crate::{Column, Result, tables::Sort};
use rusqlite::{Connection, Row, named_params, params_from_iter, types::Value};
use uuid::Uuid;

/// One counter row.
#[derive(Debug, Clone)]
pub struct Counter {
    /// None = not started.
    pub stage: Option<Uuid>,
    /// Empty for deals without a value.
    pub currency: String,
    /// Deals.
    pub count: i64,
    /// Sum of values without a probability of their own.
    pub plain: i64,
    /// Sum of values with one.
    pub own: i64,
    /// Their weighted sum.
    pub own_weighted: i64,
}

/// The counters of a pipeline.
///
/// # Errors
/// As SQLite says.
pub fn counters(conn: &Connection, pipeline: Uuid) -> Result<Vec<Counter>> {
    let mut statement = conn.prepare_cached(
        "SELECT stage_id, currency, count, plain, own, own_weighted FROM stage_totals WHERE pipeline_id = ?1",
    )?;
    let mut rows = statement.query([pipeline.as_bytes()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Counter {
            stage: stage_key(row, 0)?,
            currency: row.get(1)?,
            count: row.get(2)?,
            plain: row.get(3)?,
            own: row.get(4)?,
            own_weighted: row.get(5)?,
        });
    }
    Ok(found)
}

fn stage_key(row: &Row<'_>, column: usize) -> Result<Option<Uuid>> {
    let value = row.get_ref(column)?;
    Ok(match value.as_blob() {
        Ok([]) | Err(_) => None,
        Ok(_) => Some(Uuid::from_column("stage_id", value)?),
    })
}

/// Which deals a column shows: the conditions of a list, compiled.
#[derive(Debug)]
pub struct Narrow {
    /// The conditions over `r`.
    pub narrowed: Narrowed,
    /// They are those of My pipeline and nothing else: the counters hold the totals.
    pub plain: bool,
    /// YYYY-MM-DD.
    pub today: String,
}

impl Narrow {
    /// The statement's beginning, its condition within a column, and what both bind.
    fn within(&self, place: Place) -> (&str, String, Bound) {
        let mut bound = Bound { values: self.narrowed.bound.values.clone() };
        let column = format!(
            "r.pipeline_id = {} AND r.stage_id IS {}",
            bound.bind(place.pipeline.as_bytes().to_vec()),
            bound.bind(place.stage_blob().map_or(Value::Null, Value::Blob))
        );
        (&self.narrowed.with, format!("{column} AND {}", self.narrowed.condition), bound)
    }
}

fn blob(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

/// The day of the next open activity; activities without a day come last, none at all is NULL.
const NEXT_DUE: &str =
    "(SELECT min(coalesce(a.due_on, '9999-12-31')) FROM activities a WHERE a.deal_id = r.id AND a.done_at IS NULL)";

fn order(sort: Sort, today: &str) -> String {
    match sort {
        Sort::Hand => "r.rank, r.id".to_owned(),
        Sort::Value => "r.value DESC, r.id".to_owned(),
        Sort::Date => "r.expected_close IS NULL, r.expected_close, r.id".to_owned(),
        Sort::Title => "r.title COLLATE NOCASE, r.id".to_owned(),
        Sort::Urgency => {
            let today = today.replace('\'', "");
            // overdue and today first, then nothing planned, then later
            format!(
                "CASE WHEN {NEXT_DUE} <= '{today}' THEN 0 WHEN {NEXT_DUE} IS NULL THEN 1 ELSE 2 END, {NEXT_DUE}, r.rank, r.id"
            )
        }
    }
}

/// A column: pipeline and stage (None = not started).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Pipeline.
    pub pipeline: Uuid,
    /// Stage.
    pub stage: Option<Uuid>,
}

impl Place {
    fn stage_blob(self) -> Option<Vec<u8>> {
        self.stage.map(|id| id.as_bytes().to_vec())
    }
}

const IN_COLUMN: &str = "d.pipeline_id = :pipeline AND d.stage_id IS :stage";

/// Ids of a range of a column, in its order.
///
/// # Errors
/// As SQLite says.
pub fn column_ids(
    conn: &Connection,
    place: Place,
    narrow: &Narrow,
    sort: Sort,
    offset: i64,
    limit: i64,
) -> Result<Vec<Uuid>> {
    let (with, condition, mut bound) = narrow.within(place);
    let sql = format!(
        "{with}SELECT r.id FROM deals r WHERE {condition} ORDER BY {} LIMIT {} OFFSET {}",
        order(sort, &narrow.today),
        bound.bind(limit),
        bound.bind(offset)
    );
    crate::tables::ids(conn, &sql, params_from_iter(bound.values))
}

/// How many cards stand before this deal in its column; None when it is not in it.
///
/// # Errors
/// As SQLite says.
pub fn index_of(conn: &Connection, place: Place, narrow: &Narrow, sort: Sort, deal: Uuid) -> Result<Option<i64>> {
    if sort == Sort::Hand {
        let (with, condition, mut bound) = narrow.within(place);
        let sql = format!(
            "{with}SELECT (SELECT count(*) FROM deals r WHERE {condition} AND (r.rank, r.id) < (me.rank, me.id))
             FROM deals me WHERE me.id = {} AND EXISTS (SELECT 1 FROM deals r WHERE r.id = me.id AND {condition})",
            bound.bind(deal.as_bytes().to_vec())
        );
        let mut statement = conn.prepare_cached(&sql)?;
        return crate::journal::optional(statement.query_row(params_from_iter(bound.values), |row| row.get(0)));
    }
    let all = column_ids(conn, place, narrow, sort, 0, -1)?;
    Ok(all.iter().position(|id| *id == deal).and_then(|index| i64::try_from(index).ok()))
}

/// One row of a narrowed column's totals.
#[derive(Debug, Clone)]
pub struct Sum {
    /// None = not started.
    pub stage: Option<Uuid>,
    /// None: no value.
    pub currency: Option<String>,
    /// Deals.
    pub count: i64,
    /// Sum of values (what they really brought, for won ones).
    pub sum: i64,
    /// Sum of open values without a probability of their own.
    pub plain: i64,
    /// Weighted sum of the others; won ones count in full.
    pub own_weighted: i64,
}

/// The currency a deal `r` counts in: of what a won one brought, else of its value.
pub(in crate::query) const CURRENCY: &str =
    "CASE WHEN r.status = 'won' AND r.actual_value IS NOT NULL THEN r.actual_currency ELSE r.currency END";

/// What one deal `r` adds to a sum in that currency, its plain part and its own weighted part. Won deals count for what they
/// brought, ended ones without success for nothing.
pub(in crate::query) const FIGURES: [&str; 3] = [
    "coalesce(CASE WHEN r.status = 'won' THEN r.actual_value END, r.value, 0)",
    "CASE WHEN r.status = 'open' AND r.probability IS NULL THEN coalesce(r.value, 0) ELSE 0 END",
    "CASE WHEN r.status = 'won' THEN coalesce(r.actual_value, r.value, 0)
          WHEN r.status != 'open' OR r.probability IS NULL OR r.value IS NULL THEN 0
          ELSE sign(r.value) * ((abs(r.value) * r.probability + 5000) / 10000) END",
];

/// Totals of a pipeline's columns under a filter, counted now.
///
/// # Errors
/// As SQLite says.
pub fn narrowed_sums(conn: &Connection, pipeline: Uuid, narrow: &Narrow) -> Result<Vec<Sum>> {
    let mut bound = Bound { values: narrow.narrowed.bound.values.clone() };
    let condition =
        format!("r.pipeline_id = {} AND {}", bound.bind(pipeline.as_bytes().to_vec()), narrow.narrowed.condition);
    sums(conn, &narrow.narrowed.with, &condition, bound)
}

/// Totals of some deals, by stage and currency.
///
/// # Errors
/// As SQLite says.
pub fn sums_of(conn: &Connection, ids: &[Uuid]) -> Result<Vec<Sum>> {
    let mut bound = Bound::default();
    let condition = format!("r.id IN {}", bound.bind_ids(ids));
    sums(conn, "", &condition, bound)
}

fn sums(conn: &Connection, with: &str, condition: &str, bound: Bound) -> Result<Vec<Sum>> {
    let mut statement = conn.prepare_cached(&format!(
        "{with}SELECT {} FROM deals r WHERE {condition} GROUP BY 1, 2",
        super::list::sums_of(super::list::Entity::Deal)
    ))?;
    let mut rows = statement.query(params_from_iter(bound.values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(super::list::sum(row, 0)?);
    }
    Ok(found)
}

/// A neighbour in the order by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Neighbour {
    /// Deal.
    pub id: Uuid,
    /// Its rank.
    pub rank: i64,
}

/// Open cards of a column next to a position: `before` ones walking up, `after` ones walking down, nearest first.
/// `from` None = beyond the column's end in that direction. `moving` cards do not count.
///
/// # Errors
/// As SQLite says.
pub fn neighbours(
    conn: &Connection,
    place: Place,
    from: Option<(i64, Uuid)>,
    down: bool,
    moving: &[Uuid],
    count: usize,
) -> Result<Vec<Neighbour>> {
    let (compare, direction) = if down { (">", "ASC") } else { ("<", "DESC") };
    let start =
        from.map_or(String::new(), |(rank, id)| format!(" AND (d.rank, d.id) {compare} ({rank}, {})", blob(id)));
    let sql = format!(
        "SELECT d.id, d.rank FROM deals d WHERE {IN_COLUMN} AND d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL{start} ORDER BY d.rank {direction}, d.id {direction}"
    );
    let mut statement = conn.prepare(&sql)?;
    let mut rows =
        statement.query(named_params! { ":pipeline": place.pipeline.as_bytes(), ":stage": place.stage_blob() })?;
    let mut found = Vec::new();
    while found.len() < count {
        let Some(row) = rows.next()? else { break };
        let id = Uuid::from_column("id", row.get_ref(0)?)?;
        if !moving.contains(&id) {
            found.push(Neighbour { id, rank: row.get(1)? });
        }
    }
    Ok(found)
}

/// Says where counters and a recount differ; None: equal.
///
/// # Errors
/// As SQLite says.
pub fn recount_differs(conn: &Connection) -> Result<Option<String>> {
    const COUNTED: &str = "SELECT pipeline_id, coalesce(stage_id, x'') AS stage_id, coalesce(currency, '') AS currency, count(*) AS count,
        sum(CASE WHEN probability IS NULL THEN coalesce(value, 0) ELSE 0 END) AS plain,
        sum(CASE WHEN probability IS NULL THEN 0 ELSE coalesce(value, 0) END) AS own,
        sum(CASE WHEN probability IS NULL OR value IS NULL THEN 0 ELSE sign(value) * ((abs(value) * probability + 5000) / 10000) END) AS own_weighted
        FROM deals WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL GROUP BY 1, 2, 3";
    const KEPT: &str = "SELECT pipeline_id, stage_id, currency, count, plain, own, own_weighted FROM stage_totals";
    let sql = format!(
        "SELECT hex(stage_id) || ' ' || currency || ' ' || count || ' ' || plain FROM (SELECT * FROM ({COUNTED} EXCEPT {KEPT}) UNION ALL SELECT * FROM ({KEPT} EXCEPT {COUNTED})) LIMIT 1"
    );
    crate::journal::optional(conn.query_row(&sql, [], |row| row.get(0)))
}
