//! Counts and sums: from the maintained counters for open boards, from a query where a filter narrows them.
//! Currencies are never added together.

use crate::{
    Error, Result,
    dto::{CurrencySum, StageTotals, Totals},
};
use rusqlite::Connection;
use satchel_domain::stage;
use satchel_store::query::board::{Counter, Sum, counters};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Largest absolute sum a counter may hold: what a window can show exactly.
const SUM_LIMIT: i64 = 1 << 53;

/// The user's own currency.
///
/// # Errors
/// As SQLite says.
pub fn home_currency(conn: &Connection) -> Result<String> {
    Ok(crate::setting::text(conn, "home_currency")?.unwrap_or_else(|| "EUR".to_owned()))
}

/// Sums by currency, growing as rows are added.
#[derive(Debug, Default, Clone)]
pub struct Tally {
    count: i64,
    sums: BTreeMap<String, (i64, i64)>,
}

impl Tally {
    /// Adds deals: their number, and sum and weighted sum in one currency.
    pub fn add(&mut self, count: i64, currency: Option<&str>, sum: i64, weighted: i64) {
        self.count += count;
        if let Some(currency) = currency.filter(|code| !code.is_empty()) {
            let entry = self.sums.entry(currency.to_owned()).or_default();
            entry.0 += sum;
            entry.1 += weighted;
        }
    }

    /// The wire form, home currency first.
    #[must_use]
    pub fn finish(self, home: &str) -> Totals {
        let mut sums: Vec<_> =
            self.sums.into_iter().map(|(currency, (sum, weighted))| CurrencySum { currency, sum, weighted }).collect();
        sums.sort_by_key(|sum| sum.currency != home);
        Totals { count: self.count, sums }
    }
}

/// A value times a probability in hundredths of a percent, half away from zero.
#[must_use]
pub fn weighted(value: i64, probability: i64) -> i64 {
    satchel_domain::money::weighted(value, probability)
}

/// What read sums come to, each where it stands.
pub(crate) fn of_sums(sums: &[Sum], chances: &BTreeMap<Uuid, i64>, home: &str) -> Totals {
    let mut tally = Tally::default();
    for sum in sums {
        let chance = sum.stage.and_then(|stage| chances.get(&stage).copied()).unwrap_or(0);
        tally.add(sum.count, sum.currency.as_deref(), sum.sum, weighted(sum.plain, chance) + sum.own_weighted);
    }
    tally.finish(home)
}

/// What a stage counts for: method over its figures; deals not started count for nothing.
pub(crate) fn stage_probabilities(conn: &Connection) -> Result<BTreeMap<Uuid, i64>> {
    let mut statement = conn.prepare_cached(
        "SELECT s.id, p.method, s.chances, s.completed FROM stages s JOIN pipelines p ON p.id = s.pipeline_id",
    )?;
    let mut rows = statement.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        use satchel_store::Column as _;
        let method = stage::Method::from_column("method", row.get_ref(1)?)?;
        found.insert(Uuid::from_column("id", row.get_ref(0)?)?, stage::probability(method, row.get(2)?, row.get(3)?));
    }
    Ok(found)
}

/// Totals of open deals of a pipeline by stage (`None` = not started), from the counters.
///
/// # Errors
/// As SQLite says.
pub fn of_pipeline(conn: &Connection, pipeline: Uuid) -> Result<BTreeMap<Option<Uuid>, Totals>> {
    let home = home_currency(conn)?;
    let chances = stage_probabilities(conn)?;
    let mut tallies: BTreeMap<Option<Uuid>, Tally> = BTreeMap::new();
    for counter in counters(conn, pipeline)? {
        let Counter { stage, currency, count, plain, own, own_weighted } = counter;
        let chance = stage.and_then(|stage| chances.get(&stage).copied()).unwrap_or(0);
        tallies.entry(stage).or_default().add(
            count,
            Some(&currency),
            plain + own,
            weighted(plain, chance) + own_weighted,
        );
    }
    Ok(tallies.into_iter().map(|(stage, tally)| (stage, tally.finish(&home))).collect())
}

/// New totals of the stages a change reached.
///
/// # Errors
/// As SQLite says.
pub fn of_stages(conn: &Connection, stages: &BTreeSet<(Uuid, Option<Uuid>)>) -> Result<Vec<StageTotals>> {
    let pipelines: BTreeSet<Uuid> = stages.iter().map(|place| place.0).collect();
    let mut by_pipeline = BTreeMap::new();
    for pipeline in pipelines {
        by_pipeline.insert(pipeline, of_pipeline(conn, pipeline)?);
    }
    Ok(stages
        .iter()
        .map(|(pipeline, stage)| StageTotals {
            pipeline: *pipeline,
            stage: *stage,
            totals: by_pipeline
                .get(pipeline)
                .and_then(|totals| totals.get(stage))
                .cloned()
                .unwrap_or(Totals { count: 0, sums: Vec::new() }),
        })
        .collect())
}

/// Refuses a write that would push a counter beyond what a window shows exactly.
///
/// # Errors
/// `over_limit`.
pub fn check_limits(conn: &Connection) -> Result<()> {
    let over: bool = conn
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM stage_totals WHERE max(abs(plain + own), abs(own_weighted)) > ?1)",
        )?
        .query_row([SUM_LIMIT], |row| row.get(0))?;
    if over {
        Err(Error::with("over_limit", serde_json::json!({ "field": "value", "max": SUM_LIMIT / 100 })))
    } else {
        Ok(())
    }
}

/// The counters counted again from the deals: for the test that they are equal, and for repair.
///
/// # Errors
/// As SQLite says.
pub fn recount_differs(conn: &Connection) -> Result<Option<String>> {
    satchel_store::query::board::recount_differs(conn).map_err(Error::from)
}
