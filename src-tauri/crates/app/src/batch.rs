//! Several deals acted on at once: read in one statement, checked by one rule, written in constant statements.

use crate::{Act, Error, Result, check, clock::local_day, deal::days_between, setting};
use rusqlite::{Connection, named_params};
use satchel_domain::{
    deal::{Facts, Refused, Status},
    ids::*,
};
use satchel_store::Column;
use serde_json::{Value, json};
use std::collections::HashMap;
use uuid::Uuid;

/// What the rules and the history need of a deal.
#[derive(Debug, Clone)]
pub struct Entrant {
    pub id: DealId,
    pub title: String,
    pub facts: Facts,
    pub pipeline: PipelineId,
    pub stage: Option<StageId>,
    pub stage_entered_at: i64,
    pub lead: Option<LeadId>,
}

/// Ids as a JSON array of hexadecimal, for `IN (SELECT unhex(value) FROM json_each(:ids))`.
pub fn hex_list(ids: impl IntoIterator<Item = Uuid>) -> String {
    Value::from(ids.into_iter().map(|id| id.simple().to_string()).collect::<Vec<_>>()).to_string()
}

/// The deals with these ids, in the order given, each once.
///
/// # Errors
/// `over_limit`, `nothing_selected`, `missing` when one is not there.
pub fn read(conn: &Connection, ids: &[Uuid]) -> Result<Vec<Entrant>> {
    check_count(ids.len())?;
    let mut statement = conn.prepare_cached(
        "SELECT id, title, status, archived_at IS NOT NULL, deleted_at IS NOT NULL, pipeline_id, stage_id, stage_entered_at, lead_id
         FROM deals WHERE id IN (SELECT unhex(value) FROM json_each(:ids))",
    )?;
    let mut rows = statement.query(named_params! { ":ids": hex_list(ids.iter().copied()) })?;
    let mut found = HashMap::new();
    while let Some(row) = rows.next()? {
        let entrant = Entrant {
            id: Column::from_column("id", row.get_ref(0)?)?,
            title: row.get(1)?,
            facts: Facts {
                status: Status::from_column("status", row.get_ref(2)?)?,
                archived: row.get(3)?,
                deleted: row.get(4)?,
            },
            pipeline: Column::from_column("pipeline_id", row.get_ref(5)?)?,
            stage: Column::from_column("stage_id", row.get_ref(6)?)?,
            stage_entered_at: row.get(7)?,
            lead: Column::from_column("lead_id", row.get_ref(8)?)?,
        };
        found.insert(entrant.id.0, entrant);
    }
    let mut deals = Vec::with_capacity(ids.len());
    let mut seen = std::collections::HashSet::new();
    for id in ids {
        if seen.insert(*id) {
            deals.push(found.remove(id).ok_or_else(|| Error::missing("deal"))?);
        }
    }
    Ok(deals)
}

/// Refuses empty and oversized selections.
pub fn check_count(count: usize) -> Result<()> {
    if count == 0 { Err(Error::code("nothing_selected")) } else { check::count(count) }
}

/// All or none: the first rule broken, with the names of all that break it.
pub fn all_may(deals: &[Entrant], rule: impl Fn(Facts) -> std::result::Result<(), Refused>) -> Result<()> {
    let refused: Vec<(&str, Refused)> =
        deals.iter().filter_map(|deal| rule(deal.facts).err().map(|refused| (deal.title.as_str(), refused))).collect();
    match refused.first() {
        None => Ok(()),
        Some((_, first)) => {
            Err(refusal(*first, refused.iter().filter(|(_, code)| code == first).map(|(name, _)| *name)))
        }
    }
}

/// A refusal naming up to five records.
pub fn refusal<'a>(code: Refused, names: impl Iterator<Item = &'a str>) -> Error {
    let names: Vec<&str> = names.collect();
    let shown = names.iter().take(5).copied().collect::<Vec<_>>().join(", ");
    Error::with(&code.to_string(), json!({ "name": shown, "count": names.len() }))
}

/// Parameters of a sentence about several records: their count, and the name where it is one.
pub fn params(deals: &[Entrant]) -> Value {
    json!({ "count": deals.len(), "name": deals.first().map_or("", |deal| deal.title.as_str()) })
}

/// One history line a deal, before the deals themselves change. `to` None keeps the stage.
pub fn enter(
    act: &Act<'_>,
    deals: &[Entrant],
    action: impl Fn(&Entrant) -> &'static str,
    to: Option<Option<StageId>>,
    reason: Option<ReasonId>,
    note: Option<&str>,
) -> Result<()> {
    let calendar = setting::switch(act.tx, "rot_calendar_days", false)?;
    let lines: Vec<Value> = deals
        .iter()
        .map(|deal| {
            let entry: EntryId = act.id();
            let target = to.unwrap_or(deal.stage);
            json!({
                "deal": deal.id.0.simple().to_string(), "entry": entry.0.simple().to_string(), "action": action(deal),
                "to": target.map(|stage| stage.0.simple().to_string()),
                "days": deal.stage.map(|_| days_between(local_day(deal.stage_entered_at), act.today, calendar)),
            })
        })
        .collect();
    act.tx
        .prepare_cached(
            "INSERT INTO stage_entries (id, deal_id, action, from_stage_id, from_stage, to_stage_id, to_stage, at, days, value, currency, chances, completed, probability, close_reason_id, note)
             SELECT unhex(line.value ->> 'entry'), d.id, line.value ->> 'action', d.stage_id, old.name, new.id, new.name, :now, line.value ->> 'days',
                    d.value, d.currency, new.chances, new.completed, d.probability, :reason, :note
             FROM json_each(:lines) line JOIN deals d ON d.id = unhex(line.value ->> 'deal')
             LEFT JOIN stages old ON old.id = d.stage_id LEFT JOIN stages new ON new.id = unhex(line.value ->> 'to')",
        )?
        .execute(named_params! { ":lines": Value::from(lines).to_string(), ":now": act.now, ":reason": reason.map(|id| id.as_bytes().to_vec()), ":note": note })?;
    Ok(())
}

/// Hexadecimal list of the deals' ids.
pub fn hex(deals: &[Entrant]) -> String {
    hex_list(deals.iter().map(|deal| deal.id.0))
}
