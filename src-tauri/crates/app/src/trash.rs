//! The trash: what lies there, and the way out. Into it lead `ending`, `lead`, `contact` and `convert`.

use crate::{
    Act, Error, Result, View, batch, check, contact,
    detail::names,
    dto::*,
    lead, party,
    written::{Written, kind_of, written},
};
use satchel_domain::{deal::Refused, ids::*};
use satchel_store::{
    journal,
    query::{lead as lead_query, trash as query},
    search, tables,
};
use serde_json::json;
use uuid::Uuid;

/// One page of the trash, latest deletion first.
///
/// # Errors
/// As SQLite says.
pub fn trash_page(view: &View<'_>, input: TrashInput) -> Result<TrashPage> {
    let words = search::terms(&input.text);
    let offset = input.offset.max(0);
    let table = input.kind.map(names::table_of);
    let counts: Vec<KindCount> = query::counts(view.conn, &words)?
        .into_iter()
        .filter_map(|(table, count)| Some(KindCount { kind: kind_of(&table)?, count }))
        .collect();
    let total =
        counts.iter().filter(|entry| input.kind.is_none_or(|kind| kind == entry.kind)).map(|entry| entry.count).sum();
    let mut rows = Vec::new();
    for row in query::page(view.conn, table, &words, offset, check::page(input.limit, 200))? {
        let Some(kind) = kind_of(&row.table) else { continue };
        rows.push(TrashRow {
            record: NamedRecord { kind, id: row.id, name: row.name },
            second: row.second,
            value: check::money_of(row.value, row.currency),
            deleted_at: row.deleted_at,
            lead: row.lead.map(|id| names::named(view.conn, RecordKind::Lead, id)).transpose()?.flatten(),
            merged_into: row.merged_into.map(|id| names::named(view.conn, kind, id)).transpose()?.flatten(),
        });
    }
    Ok(TrashPage { revision: journal::revision(view.conn)?, total, counts, offset, rows })
}

/// Takes records of any kind out of the trash, all or none, as they were. A deal that became a lead comes back
/// beside that lead, with the open activities nobody touched there. A merged one comes back alone; what moved with the
/// merge comes back with `merge::split_merge`.
///
/// # Errors
/// `not_deleted` with the names, `missing`, `invalid` for kinds that have no trash.
pub fn recover(act: &Act<'_>, input: RecordsInput) -> Result<Written> {
    batch::check_count(input.records.len())?;
    let records = contact::once(input.records);
    let of = |kind: RecordKind| -> Vec<Uuid> {
        records.iter().filter(|record| record.kind == kind).map(|record| record.id).collect()
    };
    let (deals, leads) = (of(RecordKind::Deal), of(RecordKind::Lead));
    let contacts: Vec<&RecordRef> =
        records.iter().filter(|record| matches!(record.kind, RecordKind::Organization | RecordKind::Person)).collect();
    if deals.len() + leads.len() + contacts.len() < records.len() {
        return Err(Error::field("invalid", "kind"));
    }
    let mut recovered: Vec<String> = Vec::new();
    if !deals.is_empty() {
        let deals = batch::read(act.tx, &deals)?;
        batch::all_may(&deals, |facts| if facts.deleted { Ok(()) } else { Err(Refused::NotDeleted) })?;
        batch::enter(act, &deals, |_| "recover", None, None, None)?;
        query::recover_deals(act.tx, &batch::hex(&deals))?;
        recovered.extend(deals.into_iter().map(|deal| deal.title));
    }
    if !leads.is_empty() {
        let leads = lead::read(act, &leads)?;
        let standing: Vec<&str> = leads.iter().filter(|lead| !lead.deleted).map(|lead| lead.title.as_str()).collect();
        if !standing.is_empty() {
            return Err(batch::refusal(Refused::NotDeleted, standing.into_iter()));
        }
        lead::write(act, lead_query::Act::Recover, &leads, None, None)?;
        recovered.extend(leads.into_iter().map(|lead| lead.title));
    }
    for record in contacts {
        let (name, deleted) = match record.kind {
            RecordKind::Organization => {
                party::need::<tables::Organization>(act.tx, OrganizationId(record.id), "organization")
                    .map(|row| (row.name, row.deleted_at))?
            }
            _ => party::need::<tables::Person>(act.tx, PersonId(record.id), "person")
                .map(|row| (row.name, row.deleted_at))?,
        };
        if deleted.is_none() {
            return Err(Error::refused(Refused::NotDeleted, &name));
        }
        contact::set_deleted(act, record, None)?;
        recovered.push(name);
    }
    Ok(written("recover", json!({ "count": recovered.len(), "name": recovered.first().cloned().unwrap_or_default() })))
}
