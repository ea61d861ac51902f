//! Organizations that the rows of a file, taken together, would put below themselves. One row alone may do so without harm:
//! a later one may say that what was above it is no longer.

use super::work::{RowPlan, Target};
use crate::Result;
use rusqlite::Connection;
use satchel_store::Column as _;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The last row of each circle of parents, by its place.
pub(super) fn closing(conn: &Connection, plans: &[RowPlan]) -> Result<Vec<usize>> {
    let mut parents: HashMap<Uuid, Uuid> = HashMap::new();
    let mut statement = conn.prepare_cached("SELECT id, parent_id FROM organizations WHERE parent_id IS NOT NULL")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        parents.insert(Uuid::from_column("id", row.get_ref(0)?)?, Uuid::from_column("parent_id", row.get_ref(1)?)?);
    }
    let mut planned: HashMap<Uuid, usize> = HashMap::new();
    for (at, plan) in plans.iter().enumerate() {
        let Some(Target::Organization(row)) = plan.write.as_ref().map(|write| &write.target) else { continue };
        match row.parent_id {
            Some(parent) => parents.insert(row.id.0, parent.0),
            None => parents.remove(&row.id.0),
        };
        planned.insert(row.id.0, at);
    }
    let mut seen: HashSet<Uuid> = HashSet::new();
    let mut closing = Vec::new();
    for start in planned.keys() {
        let (mut way, mut next) = (Vec::new(), Some(*start));
        while let Some(id) = next.filter(|id| seen.insert(*id)) {
            way.push(id);
            next = parents.get(&id).copied();
        }
        // the way ended at the top, on an earlier way, or on itself
        if let Some(from) = next.and_then(|id| way.iter().position(|passed| *passed == id)) {
            closing.extend(way[from..].iter().filter_map(|id| planned.get(id)).max());
        }
    }
    closing.sort_unstable();
    Ok(closing)
}
