//! What was said and done on a deal or lead that goes: the record it lives on in keeps it. Not here: what goes.

use super::{GONE, HANGING, hex};
use crate::{Column, Result, journal::Tx, query::entity::Entity};
use rusqlite::named_params;
use std::collections::HashSet;
use uuid::Uuid;

/// The nearest deal outside `going` that this one is part of, however many merges lie between.
pub(super) fn whole(tx: &Tx, deal: Uuid, going: &HashSet<Uuid>) -> Result<Option<Uuid>> {
    let mut statement = tx.prepare_cached(
        "WITH RECURSIVE up (id) AS (SELECT merged_into FROM deals WHERE id = ?1 UNION SELECT d.merged_into FROM deals d JOIN up ON d.id = up.id)
         SELECT id FROM up WHERE id IS NOT NULL",
    )?;
    let mut rows = statement.query([deal.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let id = Uuid::from_column("id", row.get_ref(0)?)?;
        if !going.contains(&id) {
            return Ok(Some(id));
        }
    }
    Ok(None)
}

/// Hangs what was said and done on going deals and leads on the record each of them lives on in, where there is one.
/// A lead that became part of a deal that stays names that deal from now on.
pub(super) fn settle(tx: &Tx, going: &HashSet<Uuid>) -> Result<()> {
    let list = hex(going);
    for anchor in [Entity::Deal, Entity::Lead] {
        let sql = format!("SELECT id FROM {} WHERE id IN {GONE}", anchor.table());
        for id in crate::tables::ids(tx, &sql, named_params! { ":gone": list })? {
            if let Some(heir) = heir(tx, (anchor, id), going)? {
                hang(tx, (anchor, id), heir)?;
            }
        }
    }
    let stays = format!("SELECT id, deal_id FROM leads WHERE deal_id IN {GONE} AND id NOT IN {GONE}");
    let mut statement = tx.prepare_cached(&stays)?;
    let mut rows = statement.query(named_params! { ":gone": list })?;
    let mut moved = Vec::new();
    while let Some(row) = rows.next()? {
        let (lead, deal) = (Uuid::from_column("id", row.get_ref(0)?)?, Uuid::from_column("deal_id", row.get_ref(1)?)?);
        moved.extend(whole(tx, deal, going)?.map(|head| (lead, head)));
    }
    for (lead, head) in moved {
        tx.prepare_cached("UPDATE leads SET deal_id = ?2 WHERE id = ?1")?
            .execute((lead.as_bytes(), head.as_bytes()))?;
        hang(tx, (Entity::Lead, lead), (Entity::Deal, head))?;
    }
    Ok(())
}

/// The record in which a deal or lead that goes lives on: what it is part of, else what it became; a lead also in the
/// deal it was made from.
fn heir(tx: &Tx, from: (Entity, Uuid), going: &HashSet<Uuid>) -> Result<Option<(Entity, Uuid)>> {
    let (mut open, mut seen) = (vec![from], HashSet::new());
    while let Some((anchor, id)) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let (sql, others): (_, &[Entity]) = if anchor == Entity::Deal {
            ("SELECT merged_into, lead_id FROM deals WHERE id = ?1", &[Entity::Deal, Entity::Lead])
        } else {
            (
                "SELECT merged_into, deal_id, source_deal_id FROM leads WHERE id = ?1",
                &[Entity::Lead, Entity::Deal, Entity::Deal],
            )
        };
        let mut statement = tx.prepare_cached(sql)?;
        let mut rows = statement.query([id.as_bytes()])?;
        // links to other deals and leads outlive those
        let Some(row) = rows.next()? else { continue };
        if !going.contains(&id) {
            return Ok(Some((anchor, id)));
        }
        for (column, other) in others.iter().enumerate().rev() {
            let link = Option::<Uuid>::from_column("link", row.get_ref(column)?)?;
            open.extend(link.map(|id| (*other, id)));
        }
    }
    Ok(None)
}

fn hang(tx: &Tx, (from, id): (Entity, Uuid), (to, heir): (Entity, Uuid)) -> Result<()> {
    for table in HANGING {
        let (old, new) = (from.column(), to.column());
        let emptied = if old == new { String::new() } else { format!(", {old} = NULL") };
        tx.prepare_cached(&format!("UPDATE {table} SET {new} = ?2{emptied} WHERE {old} = ?1"))?
            .execute((id.as_bytes(), heir.as_bytes()))?;
    }
    Ok(())
}
