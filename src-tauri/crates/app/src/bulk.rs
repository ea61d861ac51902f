//! The same fields of many records changed at once: one transaction, all or none, one step of undo.
//! Each new value is checked once, by the rule of the single change, and written to all in a few statements.

use crate::{
    Act, Error, Result, View, batch,
    common::{self, Common},
    contact, deal, detail,
    dto::*,
    ending, lead,
    list::ask,
    party, policy,
    written::{Written, written},
};
use rusqlite::types::Value;
use satchel_domain::{deal::Refused, ids::*};
use satchel_store::{
    query::{
        bulk::{self as query, Set, Standing},
        list::Entity,
    },
    tables::{self, ReasonKind, Table},
};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// Most refusals a preview names.
const MOST_NAMED: usize = 200;

/// Whether names typed for a party become records, or are only looked up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Preview,
    Write,
}

const fn entity_of(changes: &BulkChanges) -> (ListEntity, FieldEntity, RecordKind, &'static str) {
    match changes {
        BulkChanges::Deal(_) => (ListEntity::Deal, FieldEntity::Deal, RecordKind::Deal, "deal"),
        BulkChanges::Lead(_) => (ListEntity::Lead, FieldEntity::Deal, RecordKind::Lead, "lead"),
        BulkChanges::Person(_) => (ListEntity::Person, FieldEntity::Person, RecordKind::Person, "person"),
        BulkChanges::Organization(_) => {
            (ListEntity::Organization, FieldEntity::Organization, RecordKind::Organization, "organization")
        }
    }
}

/// The columns a field stands in.
fn columns(field: &str) -> Vec<String> {
    match field {
        "value" => vec!["value".into(), "currency".into()],
        "actual_value" => vec!["actual_value".into(), "actual_currency".into()],
        "annual_revenue" => vec!["annual_revenue".into(), "annual_revenue_currency".into()],
        "organization" | "person" | "owner" | "converted_by" | "next_contact_by" | "source" | "product"
        | "close_reason" | "parent" => {
            vec![format!("{field}_id")]
        }
        "waiting" => vec!["reply_state".into()],
        other => vec![other.into()],
    }
}

/// What a row holds in the columns of a field.
fn taken<T: Table>(row: &T, field: &str) -> Vec<Set> {
    let wanted = columns(field);
    T::COLUMNS
        .split(", ")
        .zip(row.values())
        .filter(|(column, _)| wanted.iter().any(|one| one == column))
        .map(|(column, value)| Set::Column(column, value))
        .collect()
}

/// A party as an id: found, made, or in a preview a stand-in that no record has.
/// `at`: the organization of a person who is made.
fn party_id(
    act: &Act<'_>,
    mode: Mode,
    party: Option<&Party>,
    person: bool,
    at: Option<OrganizationId>,
) -> Result<Option<Party>> {
    let Some(party) = party else { return Ok(None) };
    let id = match (party, mode) {
        (Party::Id(id), _) => *id,
        (Party::Name(_), Mode::Write) if person => party::person(act, party, at)?.0,
        (Party::Name(_), Mode::Write) => party::organization(act, party)?.0,
        (Party::Name(text), Mode::Preview) => {
            let name = party::name(if person { "person" } else { "organization" }, text)?;
            let table = if person { "people" } else { "organizations" };
            let sql = format!(
                "SELECT id FROM {table} WHERE name = ?1 COLLATE NOCASE AND deleted_at IS NULL ORDER BY id LIMIT 1"
            );
            tables::ids(act.tx, &sql, [name])?.first().copied().unwrap_or_default()
        }
    };
    Ok(Some(Party::Id(id)))
}

fn custom(act: &Act<'_>, entity: FieldEntity, change: &CustomChange) -> Result<Set> {
    let (field, value) = detail::custom::checked_for(act, entity, change, None)?;
    Ok(Set::Custom(field, value))
}

/// A party that stands for a new record in a preview: nothing to look up.
fn newly_named(mode: Mode, party: Option<&Party>) -> bool {
    mode == Mode::Preview && matches!(party, Some(Party::Id(id)) if id.is_nil())
}

/// The party fields, whose names are resolved once for all records.
fn party_set(
    act: &Act<'_>,
    mode: Mode,
    column: &'static str,
    party: Option<&Party>,
    at: Option<OrganizationId>,
) -> Result<Set> {
    let person = column == "person_id";
    let id = party_id(act, mode, party, person, at)?;
    if let Some(id @ Party::Id(_)) = &id
        && !newly_named(mode, Some(id))
    {
        // an id that is none is refused as it is for one record
        if person {
            party::person(act, id, None).map(|_| ())?
        } else {
            party::organization(act, id).map(|_| ())?
        };
    }
    Ok(Set::Column(
        column,
        match id {
            Some(Party::Id(id)) => Value::Blob(id.as_bytes().to_vec()),
            _ => Value::Null,
        },
    ))
}

fn customer(act: &Act<'_>, customer: bool) -> Set {
    if customer {
        Set::Fill("customer_since", Value::Text(act.today.to_string()))
    } else {
        Set::Column("customer_since", Value::Null)
    }
}

/// A field that deals and leads have in common.
fn common<T: Table>(act: &Act<'_>, mode: Mode, row: &mut T, change: &LeadChange) -> Result<Vec<Set>>
where
    for<'a> Common<'a>: From<&'a mut T>,
{
    Ok(match change {
        LeadChange::Organization(party) => {
            let set = party_set(act, mode, "organization_id", party.as_ref(), None)?;
            // a person who is made in the same step is one of it, as for one record
            if let Set::Column(_, Value::Blob(id)) = &set {
                *Common::from(&mut *row).organization = Uuid::from_slice(id).ok().map(OrganizationId);
            }
            vec![set]
        }
        LeadChange::Person(party) => {
            let at = *Common::from(&mut *row).organization;
            vec![party_set(act, mode, "person_id", party.as_ref(), at)?]
        }
        LeadChange::Custom(change) => vec![custom(act, FieldEntity::Deal, change)?],
        change => {
            let field = common::change(act, &mut *row, change)?;
            taken(row, field)
        }
    })
}

/// The changes as what is to be set, each value checked by the rule of its field.
fn sets(act: &Act<'_>, mode: Mode, input: &BulkEditInput) -> Result<Vec<Set>> {
    let mut sets = Vec::new();
    match &input.changes {
        BulkChanges::Deal(changes) => {
            let mut row = deal::blank(act, String::new(), PipelineId(Uuid::nil()), None, 0);
            for change in changes {
                match change {
                    DealChange::Common(change) => sets.extend(common(act, mode, &mut row, change)?),
                    change => {
                        let field = deal::change_field(act, &mut row, change)?;
                        sets.extend(taken(&row, field));
                    }
                }
            }
        }
        BulkChanges::Lead(changes) => {
            let mut row = lead::blank(act, String::new());
            for change in changes {
                sets.extend(common(act, mode, &mut row, change)?);
            }
        }
        BulkChanges::Person(changes) => {
            let mut row = party::new_person(act, String::new(), None);
            for change in changes {
                match change {
                    PersonChange::Organization(party) => {
                        sets.push(party_set(act, mode, "organization_id", party.as_ref(), None)?);
                    }
                    PersonChange::Customer(yes) => sets.push(customer(act, *yes)),
                    PersonChange::Custom(change) => sets.push(custom(act, FieldEntity::Person, change)?),
                    change => {
                        let field = contact::change_person(act, &mut row, change)?;
                        sets.extend(taken(&row, field));
                    }
                }
            }
        }
        BulkChanges::Organization(changes) => {
            let mut row = party::new_organization(act, String::new());
            for change in changes {
                match change {
                    OrganizationChange::Parent(party) => {
                        sets.push(party_set(act, mode, "parent_id", party.as_ref(), None)?);
                    }
                    OrganizationChange::Customer(yes) => sets.push(customer(act, *yes)),
                    OrganizationChange::Custom(change) => sets.push(custom(act, FieldEntity::Organization, change)?),
                    change => {
                        let field = contact::change_organization(act, &mut row, change)?;
                        sets.extend(taken(&row, field));
                    }
                }
            }
        }
    }
    let labelled = matches!(input.changes, BulkChanges::Deal(_) | BulkChanges::Lead(_));
    for (labels, on) in [(&input.remove_labels, false), (&input.add_labels, true)] {
        for label in labels {
            if !labelled {
                return Err(Error::field("invalid", "labels"));
            }
            sets.push(Set::Label(party::need::<tables::Label>(act.tx, LabelId(*label), "label")?.id.0, on));
        }
    }
    Ok(sets)
}

/// The records meant, in the order given, each once.
fn records(act: &Act<'_>, entity: Entity, kind: &str, ids: &[Uuid]) -> Result<Vec<Standing>> {
    batch::check_count(ids.len())?;
    let mut found: HashMap<Uuid, Standing> = query::standing(act.tx, entity, &batch::hex_list(ids.iter().copied()))?
        .into_iter()
        .map(|record| (record.id, record))
        .collect();
    let mut seen = std::collections::HashSet::new();
    ids.iter().filter(|id| seen.insert(**id)).map(|id| found.remove(id).ok_or_else(|| Error::missing(kind))).collect()
}

/// Records that refuse: those in the trash, organizations that would come to lie under themselves, and what has ended
/// where its reason is required or of another list.
fn refused<'a>(act: &Act<'_>, records: &'a [Standing], sets: &[Set]) -> Result<Vec<(&'a Standing, Error)>> {
    let mut refused: Vec<(&Standing, Error)> = records
        .iter()
        .filter(|record| record.deleted)
        .map(|record| (record, Error::refused(Refused::InTrash, &record.name)))
        .collect();
    for set in sets {
        if let Set::Column("parent_id", Value::Blob(parent)) = set
            && let Ok(parent) = Uuid::from_slice(parent)
        {
            let above: std::collections::HashSet<Uuid> = query::with_ancestors(act.tx, parent)?.into_iter().collect();
            let circular = records.iter().filter(|record| above.contains(&record.id));
            refused.extend(circular.map(|record| (record, Error::field("invalid", "parent"))));
        }
        if let Set::Column(column @ ("close_reason_id" | "close_note"), value) = set {
            for kind in [ReasonKind::Won, ReasonKind::Lost] {
                let may = if *column == "close_note" {
                    policy::ending(act.tx, kind, true, *value != Value::Null)
                } else {
                    reason_of(act, kind, value)
                };
                if let Err(error) = may {
                    let ended = records.iter().filter(|record| record.ended == Some(kind));
                    refused.extend(ended.map(|record| (record, error.clone())));
                }
            }
        }
    }
    Ok(refused)
}

/// Whether what ended so may have this reason, or none.
fn reason_of(act: &Act<'_>, kind: ReasonKind, reason: &Value) -> Result<()> {
    match reason {
        Value::Blob(id) => ending::known_reason(act, Some(kind), Uuid::from_slice(id).unwrap_or_default()).map(|_| ()),
        _ => policy::ending(act.tx, kind, false, true),
    }
}

/// What a bulk edit would do.
///
/// # Errors
/// `nothing_selected`, `over_limit`, `missing`.
pub fn bulk_edit_preview(view: &View<'_>, input: BulkEditInput) -> Result<BulkEditPreview> {
    let act = Act { tx: view.conn, now: view.now, today: view.today, dir: view.dir };
    let (entity, _, kind, word) = entity_of(&input.changes);
    let entity = ask::entity(entity);
    let records = records(&act, entity, word, &input.ids)?;
    let (sets, mut named) = match sets(&act, Mode::Preview, &input) {
        Ok(sets) => (sets, Vec::new()),
        Err(error) => (
            Vec::new(),
            vec![BulkRefusal {
                record: None,
                name: String::new(),
                refusal: Refusal { code: error.code, params: error.params },
            }],
        ),
    };
    let refusing = refused(&act, &records, &sets)?;
    let refused_count = refusing.len() + named.len();
    named.extend(refusing.into_iter().take(MOST_NAMED).map(|(record, error)| BulkRefusal {
        record: Some(RecordRef { kind, id: record.id }),
        name: record.name.clone(),
        refusal: Refusal { code: error.code, params: error.params },
    }));
    let ids = batch::hex_list(records.iter().map(|record| record.id));
    Ok(BulkEditPreview {
        count: i64::try_from(records.len()).unwrap_or(i64::MAX),
        changing: query::changing(view.conn, entity, &ids, &sets)?,
        refused: named,
        refused_count: i64::try_from(refused_count).unwrap_or(i64::MAX),
    })
}

/// Changes the same fields of many records.
///
/// # Errors
/// `nothing_selected`, `over_limit`, `missing`, `in_trash` with the names, and those of the fields; then nothing changed.
pub fn bulk_edit(act: &Act<'_>, input: BulkEditInput) -> Result<Written> {
    let (entity, _, _, word) = entity_of(&input.changes);
    let entity = ask::entity(entity);
    let records = records(act, entity, word, &input.ids)?;
    let trashed: Vec<&str> =
        records.iter().filter(|record| record.deleted).map(|record| record.name.as_str()).collect();
    if !trashed.is_empty() {
        return Err(batch::refusal(Refused::InTrash, trashed.into_iter()));
    }
    let sets = sets(act, Mode::Write, &input)?;
    if let Some((_, error)) = refused(act, &records, &sets)?.into_iter().next() {
        return Err(error);
    }
    let ids = batch::hex_list(records.iter().map(|record| record.id));
    query::write(act.tx, entity, &ids, &sets)?;
    ending::by_rule(act, entity, &ids)?;
    let name = records.first().map_or("", |record| record.name.as_str());
    Ok(written("bulk_edit", json!({ "count": records.len(), "name": name })))
}
