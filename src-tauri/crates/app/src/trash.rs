//! The trash: what lies there, the way out, and the end of it. Into it lead `ending`, `lead`, `contact` and `convert`.

use crate::{
    Act, App, Error, Result, View, batch, check, contact,
    detail::names,
    dto::*,
    files, lead, party, policy, setting,
    written::{Written, kind_of, written},
};
use rusqlite::Connection;
use satchel_domain::{
    deal::{self as rules_of_deals, Refused},
    ids::*,
    policy::Guarded,
    trash as rules,
};
use satchel_store::{
    Origin, journal, purge,
    query::{lead as lead_query, trash as query},
    search,
    tables::{self, KeyTable},
};
use serde_json::json;
use std::path::Path;
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
    let keep_days = setting::trash_days(view.conn)?;
    let mut rows = Vec::new();
    for row in query::page(view.conn, table, &words, offset, check::page(input.limit, 200))? {
        let Some(kind) = kind_of(&row.table) else { continue };
        rows.push(TrashRow {
            record: NamedRecord { kind, id: row.id, name: row.name },
            second: row.second,
            value: check::money_of(row.value, row.currency),
            deleted_at: row.deleted_at,
            days_left: rules::days_left(row.deleted_at, view.now, keep_days),
            lead: row.lead.map(|id| names::named(view.conn, RecordKind::Lead, id)).transpose()?.flatten(),
            merged_into: row.merged_into.map(|id| names::named(view.conn, kind, id)).transpose()?.flatten(),
        });
    }
    Ok(TrashPage { revision: journal::revision(view.conn)?, total, counts, keep_days, offset, rows })
}

/// Takes records of any kind out of the trash, all or none, as they were. A deal that became a lead comes back
/// beside that lead, with the open activities nobody touched there. A merged one comes back alone; what moved with the
/// merge comes back with `merge::split_merge`.
///
/// # Errors
/// `not_deleted` with the names, `missing`, `mass_restore_off`, `invalid` for kinds that have no trash.
pub fn recover(act: &Act<'_>, input: RecordsInput) -> Result<Written> {
    batch::check_count(input.records.len())?;
    let records = contact::once(input.records);
    policy::allow(act.tx, Guarded::Restore, records.len())?;
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
        batch::all_may(&deals, rules_of_deals::may_recover)?;
        batch::enter(act, &deals, |_| "recover", None, None, None)?;
        query::recover_deals(act.tx, &batch::hex(&deals))?;
        recovered.extend(deals.into_iter().map(|deal| deal.title));
    }
    if !leads.is_empty() {
        let leads = lead::read(act.tx, &leads)?;
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

/// The leads made from these deals that still stand in the inbox: after a recovery each of them is there twice.
///
/// # Errors
/// `over_limit`, or as SQLite says.
pub fn left_leads(view: &View<'_>, input: DealsInput) -> Result<LeftLeads> {
    check::count(input.ids.len())?;
    let mut leads = Vec::new();
    for id in input.ids {
        let lead = <tables::Deal as tables::Table>::get(view.conn, DealId(id))?.and_then(|deal| deal.lead_id);
        let Some(row) = lead.map(|id| <tables::Lead as tables::Table>::get(view.conn, id)).transpose()?.flatten()
        else {
            continue;
        };
        if row.deleted_at.is_none() && row.status == tables::LeadStatus::Open {
            leads.push(NamedRecord { kind: RecordKind::Lead, id: row.id.0, name: row.title });
        }
    }
    Ok(LeftLeads { leads })
}

/// Deletes everything in the trash for ever. Final: undo does not know it, and the history keeps no values of it.
///
/// # Errors
/// `nothing_selected` when the trash is empty.
pub async fn empty_trash(app: &App, _: Nothing) -> Result<Purged> {
    let purged = app.write_final(|conn, now, dir| {
        let records = purge::in_trash(conn, None)?;
        if records.is_empty() {
            return Err(Error::code("nothing_selected"));
        }
        finish(conn, dir, now, Origin::Person, "empty_trash", &records)
    });
    Ok(told(app, purged.await?))
}

/// Deletes records of the trash for ever, one or many; as final as emptying it.
///
/// # Errors
/// `not_deleted` with the names, `missing`; `still_needed` when other records need all of them.
pub async fn delete_for_ever(app: &App, input: RecordsInput) -> Result<Purged> {
    batch::check_count(input.records.len())?;
    let purged = app.write_final(|conn, now, dir| {
        let mut records = Vec::new();
        let mut standing = Vec::new();
        for record in contact::once(input.records) {
            let table = names::table_of(record.kind);
            if !purge::RECORDS.contains(&table) {
                return Err(Error::field("invalid", "kind"));
            }
            if !query::is_deleted(conn, table, record.id)?.ok_or_else(|| Error::missing("record"))? {
                standing.push(names::name_of(conn, table, record.id)?);
            }
            records.push((table, record.id));
        }
        if !standing.is_empty() {
            return Err(batch::refusal(Refused::NotDeleted, standing.iter().map(String::as_str)));
        }
        let purged = finish(conn, dir, now, Origin::Person, "delete_for_ever", &records)?;
        if purged.removed == 0 {
            let name = purged.kept_names.join(", ");
            return Err(Error::with("still_needed", json!({ "count": purged.kept, "name": name })));
        }
        Ok(purged)
    });
    Ok(told(app, purged.await?))
}

/// What the application does for itself at a start: what lay in the trash longer than it keeps things goes, and an
/// earlier deletion is brought to its end. Not when the clock stands before the last such look at it.
///
/// # Errors
/// As SQLite says.
pub async fn tidy(app: &App) -> Result<Option<Purged>> {
    let purged = app.write_final(|conn, now, dir| {
        let last = tables::setting(conn, KeyTable::AppState, LAST_LOOK)?.and_then(|text| text.parse().ok());
        tables::set_setting(conn, KeyTable::AppState, LAST_LOOK, &now.to_string())?;
        let due = rules::cutoff(now, setting::trash_days(conn)?).filter(|_| rules::clock_is_sound(last, now));
        let records = due.map(|until| purge::in_trash(conn, Some(until))).transpose()?.unwrap_or_default();
        if !records.is_empty() {
            return finish(conn, dir, now, Origin::Job, "purge_trash", &records).map(Some);
        }
        if purge::unswept(conn)? {
            sweep(conn, dir)?;
        }
        Ok(None)
    });
    Ok(purged.await?.map(|purged| told(app, purged)))
}

/// Windows hear of it as of every change.
fn told(app: &App, purged: Purged) -> Purged {
    if let Some(done) = &purged.done {
        app.announce(done);
    }
    purged
}

/// When the trash was last looked at, by the clock of this machine.
const LAST_LOOK: &str = "trash_looked_at";

/// How many kept records are named.
const NAMED: usize = 5;

/// Contents of files and older copies first: the mark that work is left goes with the last of it.
fn sweep(conn: &Connection, dir: &Path) -> Result<()> {
    files::collect(conn, dir)?;
    satchel_store::remove_copies(&crate::runtime::data_file(dir))?;
    Ok(purge::sweep(conn)?)
}

fn finish(
    conn: &mut Connection,
    dir: &Path,
    now: i64,
    origin: Origin,
    label: &str,
    records: &[journal::Touch],
) -> Result<Purged> {
    let purged = purge::purge(conn, now, origin, label, records)?;
    // the records are gone whatever happens now; bytes of them that could not be overwritten wait for the next start
    let swept = purged.removed == 0 || sweep(conn, dir).is_ok();
    let kept_names =
        purged.kept.iter().take(NAMED).map(|(table, id)| names::name_of(conn, table, *id)).collect::<Result<_>>()?;
    Ok(Purged {
        removed: i64::try_from(purged.removed).unwrap_or(i64::MAX),
        kept: i64::try_from(purged.kept.len()).unwrap_or(i64::MAX),
        kept_names,
        swept,
        done: purged
            .change
            .map(|change| crate::written::done(conn, Some(change), purged.applied, Vec::new()))
            .transpose()?,
    })
}
