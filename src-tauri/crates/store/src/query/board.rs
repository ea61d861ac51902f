//! Reads behind the board: counters, pages of a column, places between cards.

use crate::{Column, Result, tables::Sort};
use rusqlite::{Connection, Row, named_params};
use satchel_domain::deal::Status;
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

/// Which deals a column shows.
#[derive(Debug, Clone, Default)]
pub struct Narrow {
    /// Any of these labels.
    pub labels: Vec<Uuid>,
    /// Owner.
    pub owner: Option<Uuid>,
    /// Next activity overdue, due today or missing.
    pub needs_action: bool,
    /// None = open.
    pub status: Option<Status>,
    /// Words, each in title, organization or person.
    pub words: Vec<String>,
    /// YYYY-MM-DD.
    pub today: String,
}

impl Narrow {
    /// Nothing narrows: the counters hold the totals.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.labels.is_empty()
            && self.owner.is_none()
            && !self.needs_action
            && self.status.is_none()
            && self.words.is_empty()
    }

    /// The condition, with literals only from closed sets and escaped text; ids as blob literals.
    fn condition(&self) -> String {
        let mut sql = match self.status.unwrap_or(Status::Open) {
            Status::Open => "d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL".to_owned(),
            Status::Won => "d.status = 'won' AND d.deleted_at IS NULL".to_owned(),
            Status::Lost => "d.status = 'lost' AND d.deleted_at IS NULL".to_owned(),
            Status::Closed => "d.status = 'closed' AND d.deleted_at IS NULL".to_owned(),
        };
        if !self.labels.is_empty() {
            let list = self.labels.iter().map(|id| blob(*id)).collect::<Vec<_>>().join(", ");
            sql +=
                &format!(" AND EXISTS (SELECT 1 FROM deal_labels l WHERE l.deal_id = d.id AND l.label_id IN ({list}))");
        }
        if let Some(owner) = self.owner {
            sql += &format!(" AND d.owner_id = {}", blob(owner));
        }
        if self.needs_action {
            sql += &format!(" AND coalesce({NEXT_DUE}, '') <= '{}'", self.today.replace('\'', ""));
        }
        for word in &self.words {
            let pattern = format!(
                "'%{}%' ESCAPE '\\'",
                word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_").replace('\'', "''")
            );
            sql += &format!(
                " AND (d.title LIKE {pattern} OR EXISTS (SELECT 1 FROM organizations o WHERE o.id = d.organization_id AND o.name LIKE {pattern}) \
                 OR EXISTS (SELECT 1 FROM people p WHERE p.id = d.person_id AND p.name LIKE {pattern}))"
            );
        }
        sql
    }
}

fn blob(id: Uuid) -> String {
    format!("x'{}'", id.simple())
}

/// The day of the next open activity; activities without a day come last, none at all is NULL.
const NEXT_DUE: &str =
    "(SELECT min(coalesce(a.due_on, '9999-12-31')) FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL)";

fn order(sort: Sort, today: &str) -> String {
    match sort {
        Sort::Hand => "d.rank, d.id".to_owned(),
        Sort::Value => "d.value DESC, d.id".to_owned(),
        Sort::Date => "d.expected_close IS NULL, d.expected_close, d.id".to_owned(),
        Sort::Title => "d.title COLLATE NOCASE, d.id".to_owned(),
        Sort::Urgency => {
            let today = today.replace('\'', "");
            // overdue and today first, then nothing planned, then later
            format!(
                "CASE WHEN {NEXT_DUE} <= '{today}' THEN 0 WHEN {NEXT_DUE} IS NULL THEN 1 ELSE 2 END, {NEXT_DUE}, d.rank, d.id"
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
    let sql = format!(
        "SELECT d.id FROM deals d WHERE {IN_COLUMN} AND {} ORDER BY {} LIMIT :limit OFFSET :offset",
        narrow.condition(),
        order(sort, &narrow.today)
    );
    crate::tables::ids(
        conn,
        &sql,
        named_params! { ":pipeline": place.pipeline.as_bytes(), ":stage": place.stage_blob(), ":limit": limit, ":offset": offset },
    )
}

/// How many cards stand before this deal in its column; None when it is not in it.
///
/// # Errors
/// As SQLite says.
pub fn index_of(conn: &Connection, place: Place, narrow: &Narrow, sort: Sort, deal: Uuid) -> Result<Option<i64>> {
    if sort == Sort::Hand {
        let sql = format!(
            "SELECT (SELECT count(*) FROM deals d WHERE {IN_COLUMN} AND {condition} AND (d.rank, d.id) < (me.rank, me.id))
             FROM deals me WHERE me.id = :deal AND EXISTS (SELECT 1 FROM deals d WHERE d.id = me.id AND {IN_COLUMN} AND {condition})",
            condition = narrow.condition()
        );
        let mut statement = conn.prepare_cached(&sql)?;
        return crate::journal::optional(statement.query_row(named_params! { ":pipeline": place.pipeline.as_bytes(), ":stage": place.stage_blob(), ":deal": deal.as_bytes() }, |row| row.get(0)));
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
    /// Sum of values without a probability of their own.
    pub plain: i64,
    /// Weighted sum of the others.
    pub own_weighted: i64,
}

/// Totals of a pipeline's columns under a filter, counted now.
///
/// # Errors
/// As SQLite says.
pub fn narrowed_sums(conn: &Connection, pipeline: Uuid, narrow: &Narrow) -> Result<Vec<Sum>> {
    sums(conn, &format!("d.pipeline_id = x'{}' AND {}", pipeline.simple(), narrow.condition()))
}

/// Totals of some deals, by stage and currency.
///
/// # Errors
/// As SQLite says.
pub fn sums_of(conn: &Connection, ids: &[Uuid]) -> Result<Vec<Sum>> {
    sums(conn, &format!("d.id IN ({})", ids.iter().map(|id| blob(*id)).collect::<Vec<_>>().join(", ")))
}

fn sums(conn: &Connection, condition: &str) -> Result<Vec<Sum>> {
    let mut statement = conn.prepare(&format!(
        "SELECT d.stage_id, d.currency, count(*), sum(coalesce(CASE WHEN d.status = 'won' THEN d.actual_value END, d.value, 0)),
                sum(CASE WHEN d.probability IS NULL THEN coalesce(d.value, 0) ELSE 0 END),
                sum(CASE WHEN d.probability IS NULL OR d.value IS NULL THEN 0 ELSE sign(d.value) * ((abs(d.value) * d.probability + 5000) / 10000) END)
         FROM deals d WHERE {condition} GROUP BY 1, 2"
    ))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(Sum {
            stage: Option::from_column("stage_id", row.get_ref(0)?)?,
            currency: row.get(1)?,
            count: row.get(2)?,
            sum: row.get(3)?,
            plain: row.get(4)?,
            own_weighted: row.get(5)?,
        });
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
