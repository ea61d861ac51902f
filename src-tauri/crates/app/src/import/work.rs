//! All rows of a file looked up against the data: which create, which update and what, which stay as they are, which are
//! refused and why. A preview stops here; `write` puts it into the file.

use super::{
    book::Book,
    contact_rows, deal_rows,
    diffs::{Diffs, text},
    draft::{Draft, DraftRow},
    mapping::{ImportEntity, ImportField, ImportIdentity, ImportMapping},
    problem::{Checked, Code, Problem},
};
use crate::{
    Error, Result,
    clock::new_id,
    detail::{custom, names},
    dto::{DiffValue, FieldDiff, ImportCounts, RecordKind, Refusal, RowOutcome, SideCount},
};
use rusqlite::Connection;
use satchel_domain::{field::Kind, ids::FieldId, names::loose_key};
use satchel_store::{Column as _, query::detail as detail_query, tables};
use serde_json::json;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// What becomes of one row.
pub struct RowPlan {
    pub row: u64,
    pub title: String,
    pub outcome: RowOutcome,
    pub diffs: Vec<FieldDiff>,
    pub problems: Vec<Refusal>,
    pub(super) write: Option<Box<Write>>,
}

/// A record to be written, whole.
pub(super) struct Write {
    pub target: Target,
    pub fresh: bool,
    pub labels: Vec<Uuid>,
    /// Labels it has and loses.
    pub unlabel: Vec<Uuid>,
    /// None clears the value.
    pub custom: Vec<(FieldId, Option<String>)>,
    pub note: Option<String>,
    pub external: Option<String>,
    /// A change of stage or status that history tells: the action and the stage that was left.
    pub history: Option<(&'static str, Option<satchel_domain::ids::StageId>)>,
}

/// The row itself.
pub(super) enum Target {
    Deal(tables::Deal),
    Lead(tables::Lead),
    Organization(tables::Organization),
    Person(tables::Person),
    Product(tables::Product),
    Colleague(tables::Colleague),
}

/// The whole import, planned.
pub struct Work {
    pub rows: Vec<RowPlan>,
    pub counts: ImportCounts,
    pub(super) book: Book,
    pub(super) entity: ImportEntity,
    pub(super) system: String,
}

/// What planning a row looks at.
pub(super) struct Desk<'a> {
    pub conn: &'a Connection,
    pub book: Book,
    pub now: i64,
    pub next_number: i64,
    pub first_pipeline: Uuid,
    /// The rank behind the last card of a column, as new cards are put there.
    pub ranks: HashMap<(Uuid, Option<Uuid>), i64>,
}

impl Desk<'_> {
    pub fn name(&self, table: &str, id: Option<impl Into<Uuid>>) -> Result<Option<String>> {
        id.map(|id| names::name_of(self.conn, table, id)).transpose()
    }
}

/// Kind word of imported records in `external_ids`, and their table.
pub(super) const fn words_of(entity: ImportEntity) -> (&'static str, &'static str) {
    match entity {
        ImportEntity::Deal => ("deal", "deals"),
        ImportEntity::Lead => ("lead", "leads"),
        ImportEntity::Organization => ("organization", "organizations"),
        ImportEntity::Person => ("person", "people"),
        ImportEntity::Product => ("product", "products"),
        ImportEntity::Colleague => ("colleague", "colleagues"),
    }
}

impl Work {
    /// Plans all rows. `on_row` hears how many are done and answers whether to go on.
    ///
    /// # Errors
    /// `cancelled`, or as SQLite says; what is wrong with a row is in its plan.
    pub fn plan(
        conn: &Connection,
        now: i64,
        mapping: &ImportMapping,
        rows: Vec<std::result::Result<DraftRow, (u64, Vec<Refusal>)>>,
        mut on_row: impl FnMut(usize) -> bool,
    ) -> Result<Self> {
        let book = Book::read(conn, mapping, now)?;
        let numbered = if mapping.entity == ImportEntity::Lead {
            satchel_store::query::deal::NumberedTable::Leads
        } else {
            satchel_store::query::deal::NumberedTable::Deals
        };
        let mut desk = Desk {
            conn,
            book,
            now,
            next_number: satchel_store::query::deal::next_number(conn, numbered)?,
            first_pipeline: tables::ids(conn, "SELECT id FROM pipelines ORDER BY position, id LIMIT 1", [])?
                .first()
                .copied()
                .ok_or_else(|| Error::missing("pipeline"))?,
            ranks: HashMap::new(),
        };
        let identities = Identities::read(conn, mapping)?;
        let assigned = assign(&mut desk, &identities, mapping, &rows);
        let mut plans = Vec::with_capacity(rows.len());
        for (at, (row, identity)) in rows.into_iter().zip(assigned).enumerate() {
            plans.push(plan_row(&mut desk, mapping, row, identity)?);
            if at.is_multiple_of(256) && !on_row(at) {
                return Err(Error::code("cancelled"));
            }
        }
        let mut counts = ImportCounts::default();
        for plan in &plans {
            match plan.outcome {
                RowOutcome::Create => counts.create += 1,
                RowOutcome::Update => counts.update += 1,
                RowOutcome::Unchanged => counts.unchanged += 1,
                RowOutcome::Refuse => counts.refuse += 1,
            }
        }
        Ok(Self { rows: plans, counts, book: desk.book, entity: mapping.entity, system: mapping.system.clone() })
    }

    /// Records of other kinds that the rows make.
    pub fn side(&mut self) -> Vec<SideCount> {
        let mut side: Vec<SideCount> = self
            .book
            .all()
            .into_iter()
            .filter(|names| !names.made().is_empty())
            .map(|names| SideCount {
                kind: names.kind(),
                count: names.made().len() as i64,
                names: names.made().iter().take(10).map(|made| made.name.clone()).collect(),
            })
            .collect();
        let fields = self.book.fields.made();
        if !fields.is_empty() {
            side.push(SideCount {
                kind: RecordKind::CustomField,
                count: fields.len() as i64,
                names: fields.iter().take(10).map(|field| field.name.clone()).collect(),
            });
        }
        side
    }
}

/// How a row finds the record it updates.
struct Identities {
    by: ImportIdentity,
    known: HashMap<String, Uuid>,
    /// Records that may be updated: those not in the trash.
    standing: HashSet<Uuid>,
}

impl Identities {
    fn read(conn: &Connection, mapping: &ImportMapping) -> Result<Self> {
        let (kind, table) = words_of(mapping.entity);
        let by = mapping.identity();
        let title = if matches!(mapping.entity, ImportEntity::Deal | ImportEntity::Lead) { "title" } else { "name" };
        let trash = if matches!(mapping.entity, ImportEntity::Product | ImportEntity::Colleague) {
            ""
        } else {
            " WHERE deleted_at IS NULL"
        };
        let column = if by == ImportIdentity::Email { "email" } else { title };
        let mut known = HashMap::new();
        let mut standing = HashSet::new();
        let mut statement = conn.prepare(&format!("SELECT id, {column} FROM {table}{trash} ORDER BY id DESC"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = Uuid::from_column("id", row.get_ref(0)?)?;
            standing.insert(id);
            if matches!(by, ImportIdentity::Name | ImportIdentity::Email)
                && let Ok(text) = row.get_ref(1)?.as_str()
            {
                known.insert(loose_key(text), id);
            }
        }
        if by == ImportIdentity::ExternalId {
            let mut statement =
                conn.prepare("SELECT key, record_id FROM external_ids WHERE kind = ?1 AND system = ?2")?;
            let mut rows = statement.query([kind, mapping.system.as_str()])?;
            while let Some(row) = rows.next()? {
                let id = Uuid::from_column("record_id", row.get_ref(1)?)?;
                // a record in the trash does not block its key: the row makes a new one
                if standing.contains(&id) {
                    known.insert(row.get(0)?, id);
                }
            }
        }
        Ok(Self { by, known, standing })
    }

    fn key(&self, row: &DraftRow) -> Option<String> {
        let draft = &row.draft;
        let text = match self.by {
            ImportIdentity::SatchelId => return row.satchel_id.clone(),
            ImportIdentity::ExternalId => return draft.external_id().map(str::to_owned),
            ImportIdentity::Name => Some(draft.title()),
            ImportIdentity::Email => match draft {
                Draft::Person(person) => person.email.as_deref(),
                Draft::Organization(organization) => organization.email.as_deref(),
                Draft::Colleague(colleague) => colleague.email.as_deref(),
                Draft::Deal(_) | Draft::Lead(_) | Draft::Product(_) => None,
            },
            ImportIdentity::Nothing => None,
        };
        text.map(loose_key)
    }
}

/// The record a row is about.
enum Identity {
    New(Uuid),
    Known(Uuid),
    /// The row names a record that is not there.
    Gone(String),
    /// An earlier row of the file has the same identity.
    Twice(u64),
    /// The row could not be read.
    None,
}

/// Gives every row its record first, so that rows may name each other in any order (a parent after its subsidiary).
fn assign(
    desk: &mut Desk<'_>,
    identities: &Identities,
    mapping: &ImportMapping,
    rows: &[std::result::Result<DraftRow, (u64, Vec<Refusal>)>],
) -> Vec<Identity> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    rows.iter()
        .map(|row| {
            let Ok(row) = row else { return Identity::None };
            let key = identities.key(row);
            if let Some(key) = &key {
                if let Some(first) = seen.get(key) {
                    return Identity::Twice(*first);
                }
                seen.insert(key.clone(), row.row);
            }
            if identities.by == ImportIdentity::SatchelId
                && let Some(text) = &key
            {
                let found = Uuid::try_parse(text).ok().filter(|id| identities.standing.contains(id));
                return found.map_or_else(|| Identity::Gone(text.clone()), Identity::Known);
            }
            let known =
                key.and_then(|key| identities.known.get(&key).copied()).filter(|id| identities.standing.contains(id));
            let id = known.unwrap_or_else(|| new_id(desk.now));
            let name = row.draft.title();
            match mapping.entity {
                ImportEntity::Organization => desk.book.organizations.learn(name, None, id),
                ImportEntity::Person => desk.book.people.learn(name, None, id),
                ImportEntity::Product => desk.book.products.learn(name, None, id),
                ImportEntity::Colleague => desk.book.colleagues.learn(name, None, id),
                ImportEntity::Deal | ImportEntity::Lead => {}
            }
            known.map_or(Identity::New(id), Identity::Known)
        })
        .collect()
}

fn plan_row(
    desk: &mut Desk<'_>,
    mapping: &ImportMapping,
    row: std::result::Result<DraftRow, (u64, Vec<Refusal>)>,
    identity: Identity,
) -> Result<RowPlan> {
    let entity = mapping.entity;
    let mut row = match row {
        Ok(row) => row,
        Err((row, problems)) => return Ok(refused(row, String::new(), problems)),
    };
    let (id, known) = match identity {
        Identity::New(id) => (id, false),
        Identity::Known(id) => (id, true),
        Identity::Twice(first) => {
            let problem = Refusal { code: "identity_twice".into(), params: json!({ "row": row.row, "first": first }) };
            return Ok(refused(row.row, row.draft.title().to_owned(), vec![problem]));
        }
        Identity::Gone(id) => {
            let problem = Problem::new(Code::SatchelIdUnknown).in_row(row.row).of_value(&id);
            return Ok(refused(row.row, row.draft.title().to_owned(), vec![problem.refusal()]));
        }
        Identity::None => return Err(Error::internal(&"a row that was read has no record")),
    };
    if known && row.draft.title().is_empty() {
        row.draft.set_title(desk.name(words_of(entity).1, Some(id))?.unwrap_or_default());
    }
    let marks = desk.book.marks();
    let title = row.draft.title().to_owned();
    let planned = match &row.draft {
        Draft::Deal(draft) => deal_rows::deal(desk, draft, &row.cleared, id, known)?,
        Draft::Lead(draft) => deal_rows::lead(desk, draft, &row.cleared, id, known)?,
        Draft::Organization(draft) => contact_rows::organization(desk, draft, &row.cleared, id, known)?,
        Draft::Person(draft) => contact_rows::person(desk, draft, &row.cleared, id, known)?,
        Draft::Product(draft) => contact_rows::product(desk, draft, &row.cleared, id, known)?,
        Draft::Colleague(draft) => contact_rows::colleague(desk, draft, &row.cleared, id, known)?,
    };
    let (mut write, mut diffs) = match planned {
        Ok(planned) => planned,
        Err(problem) => {
            desk.book.forget_from(marks);
            return Ok(refused(row.row, title, vec![problem]));
        }
    };
    if let Err(problem) = custom_values(desk, &row, id, known, &mut write, &mut diffs)? {
        desk.book.forget_from(marks);
        return Ok(refused(row.row, title, vec![problem]));
    }
    if known {
        // an export of ours has all labels of a record, any other file some
        let whole = mapping.identity() == ImportIdentity::SatchelId && says_labels(&row);
        extras(desk, entity, id, whole, &mut write, &mut diffs)?;
    }
    let outcome = if !known {
        RowOutcome::Create
    } else if diffs.0.is_empty() {
        RowOutcome::Unchanged
    } else {
        RowOutcome::Update
    };
    let write = (outcome != RowOutcome::Unchanged).then(|| Box::new(write));
    let diffs = if known { diffs.0 } else { Vec::new() };
    Ok(RowPlan { row: row.row, title, outcome, diffs, problems: Vec::new(), write })
}

fn refused(row: u64, title: String, problems: Vec<Refusal>) -> RowPlan {
    RowPlan { row, title, outcome: RowOutcome::Refuse, diffs: Vec::new(), problems, write: None }
}

fn custom_values(
    desk: &mut Desk<'_>,
    row: &DraftRow,
    id: Uuid,
    known: bool,
    write: &mut Write,
    diffs: &mut Diffs,
) -> Result<std::result::Result<(), Refusal>> {
    let drafts = match &row.draft {
        Draft::Deal(draft) => &draft.custom,
        Draft::Lead(draft) => &draft.custom,
        Draft::Organization(draft) => &draft.custom,
        Draft::Person(draft) => &draft.custom,
        Draft::Product(_) | Draft::Colleague(_) => return Ok(Ok(())),
    };
    let mut wanted: Vec<(FieldId, Option<String>)> = Vec::new();
    for draft in drafts {
        match desk.book.take(draft) {
            Ok(found) => wanted.extend(found.map(|(field, value)| (field, Some(value)))),
            Err(problem) => return Ok(Err(problem)),
        }
    }
    wanted.extend(row.cleared_custom.iter().filter_map(|key| desk.book.fields.id(key)).map(|field| (field, None)));
    for (field, value) in wanted {
        let before: Option<String> = if known {
            let mut statement =
                desk.conn.prepare_cached("SELECT value FROM custom_values WHERE record_id = ?1 AND field_id = ?2")?;
            let mut rows = statement.query((id.as_bytes(), field.as_bytes()))?;
            rows.next()?.map(|row| row.get(0)).transpose()?
        } else {
            None
        };
        if before != value {
            let name = desk.name("custom_fields", Some(field))?.unwrap_or_default();
            let (from, to) = (shown(desk, field, before.as_deref())?, shown(desk, field, value.as_deref())?);
            diffs.push_custom(&name, from, to);
            write.custom.push((field, value));
        }
    }
    Ok(Ok(()))
}

/// A kept custom value as a difference shows it; a record that this import makes is called what the row calls it.
fn shown(desk: &Desk<'_>, field: FieldId, value: Option<&str>) -> Result<DiffValue> {
    let Some(value) = value else { return Ok(DiffValue::Empty) };
    let kind = detail_query::field_kind(desk.conn, field.0)?.as_deref().and_then(Kind::of_word).unwrap_or(Kind::Text);
    if let Some(made) = desk.book.made(kind, value) {
        return Ok(DiffValue::Text(made));
    }
    custom::diff_value(desk.conn, kind, value)
}

/// Whether the row says which labels its record has.
fn says_labels(row: &DraftRow) -> bool {
    let said = match &row.draft {
        Draft::Deal(draft) | Draft::Lead(draft) => draft.labels.is_some(),
        Draft::Organization(_) | Draft::Person(_) | Draft::Product(_) | Draft::Colleague(_) => false,
    };
    said || row.cleared.contains(&ImportField::Labels)
}

/// Notes and keys of a record that exists are only ever added to; labels as well, unless the row has all of them (`whole`).
fn extras(
    desk: &Desk<'_>,
    entity: ImportEntity,
    id: Uuid,
    whole: bool,
    write: &mut Write,
    diffs: &mut Diffs,
) -> Result<()> {
    let (kind, _) = words_of(entity);
    if whole || !write.labels.is_empty() {
        let table = if entity == ImportEntity::Lead { "lead_labels" } else { "deal_labels" };
        let has: HashSet<Uuid> =
            tables::ids(desk.conn, &format!("SELECT label_id FROM {table} WHERE {kind}_id = ?1"), [id.as_bytes()])?
                .into_iter()
                .collect();
        if whole {
            write.unlabel = has.iter().filter(|label| !write.labels.contains(label)).copied().collect();
            for label in &write.unlabel {
                let name = desk.name("labels", Some(*label))?.unwrap_or_default();
                diffs.push("label", text(Some(&name)), DiffValue::Empty);
            }
        }
        write.labels.retain(|label| !has.contains(label));
        for label in &write.labels {
            let name = desk.name("labels", Some(*label))?.unwrap_or_default();
            diffs.push("label", DiffValue::Empty, text(Some(&name)));
        }
    }
    if let Some(note) = &write.note {
        let there: bool = desk
            .conn
            .prepare_cached(&format!("SELECT EXISTS (SELECT 1 FROM notes WHERE {kind}_id = ?1 AND body = ?2)"))?
            .query_row((id.as_bytes(), note), |row| row.get(0))?;
        if there {
            write.note = None;
        } else {
            diffs.push("note", DiffValue::Empty, text(Some(note)));
        }
    }
    Ok(())
}

/// A file's problem as the command's error.
pub(super) fn refuse<T>(checked: Checked<T>) -> Result<T> {
    checked.map_err(|problem| {
        let refusal = problem.refusal();
        Error::with(&refusal.code, refusal.params)
    })
}
