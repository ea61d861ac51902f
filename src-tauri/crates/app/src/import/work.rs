//! All rows of a file looked up against the data: which create, which update and what, which stay as they are, which are
//! refused and why. A preview stops here; `write` puts it into the file.

use super::{
    book::Book,
    circle, contact_rows, deal_rows,
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
use satchel_domain::{field::Kind, ids::FieldId, names::loose_key, similar::mail_address};
use satchel_store::{
    Column as _,
    query::{
        deal::{NumberedTable, next_number},
        detail as detail_query,
    },
    tables,
};
use serde_json::json;
use std::collections::{BTreeMap, HashMap, HashSet};
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

impl<'a> Desk<'a> {
    fn new(conn: &'a Connection, mapping: &ImportMapping, now: i64) -> Result<Self> {
        let numbered = if mapping.entity == ImportEntity::Lead { NumberedTable::Leads } else { NumberedTable::Deals };
        Ok(Self {
            conn,
            book: Book::read(conn, mapping, now)?,
            now,
            next_number: next_number(conn, numbered)?,
            first_pipeline: tables::ids(conn, "SELECT id FROM pipelines ORDER BY position, id LIMIT 1", [])?
                .first()
                .copied()
                .ok_or_else(|| Error::missing("pipeline"))?,
            ranks: HashMap::new(),
        })
    }

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
        mut rows: Vec<Row>,
        mut on_row: impl FnMut(usize) -> bool,
    ) -> Result<Self> {
        let identities = Identities::read(conn, mapping)?;
        let mut out = Out::new();
        let (desk, plans) = loop {
            let mut desk = Desk::new(conn, mapping, now)?;
            let (plans, again) = pass(&mut desk, &identities, mapping, &mut rows, &mut out, &mut on_row)?;
            if !again {
                break (desk, plans);
            }
        };
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

/// A row as it was read, or why it could not be.
pub type Row = std::result::Result<DraftRow, Unread>;

/// A row that says nothing that can be taken.
pub struct Unread {
    pub row: u64,
    /// What its cells call it, or nothing.
    pub title: String,
    pub problems: Vec<Refusal>,
}

/// Rows that turned out to be refused, by their place: no other row finds the records they would have brought.
type Out = BTreeMap<usize, Vec<Refusal>>;

/// Plans all rows once. True: a row was refused that others refer to, or rows close a circle; they are `out`, and all is
/// planned again without them.
fn pass(
    desk: &mut Desk<'_>,
    identities: &Identities,
    mapping: &ImportMapping,
    rows: &mut [Row],
    out: &mut Out,
    on_row: &mut impl FnMut(usize) -> bool,
) -> Result<(Vec<RowPlan>, bool)> {
    let assigned = assign(desk, identities, mapping, rows, out);
    let mut plans = Vec::with_capacity(rows.len());
    let (mut fresh, mut again) = (Vec::new(), false);
    for (at, (row, identity)) in rows.iter_mut().zip(assigned).enumerate() {
        let new = if let Identity::New(id) = identity { Some(id) } else { None };
        let plan = match (out.get(&at), &row) {
            (Some(problems), Ok(row)) => refused(row.row, row.draft.title().to_owned(), problems.clone()),
            _ => plan_row(desk, mapping, row, identity)?,
        };
        if let Some(id) = new.filter(|_| plan.outcome == RowOutcome::Refuse) {
            fresh.push(at);
            let names = desk.book.of(mapping.entity);
            again |= names.is_some_and(|names| names.unlearn(&plan.title, id));
        }
        plans.push(plan);
        if at.is_multiple_of(256) && !on_row(at) {
            return Err(Error::code("cancelled"));
        }
    }
    if mapping.entity == ImportEntity::Organization {
        for at in circle::closing(desk.conn, &plans)? {
            out.insert(at, vec![Problem::new(Code::ParentBelow).in_row(plans[at].row).refusal()]);
            again = true;
        }
    }
    if again {
        out.extend(fresh.into_iter().map(|at| (at, std::mem::take(&mut plans[at].problems))));
    }
    Ok((plans, again))
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
                known.insert(by_text(by, text), id);
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
        text.map(|text| by_text(self.by, text))
    }
}

/// A name or an address as records are recognized by it: of an address every sign counts.
fn by_text(by: ImportIdentity, text: &str) -> String {
    match by {
        ImportIdentity::Email => mail_address(text).unwrap_or_else(|| text.trim().to_lowercase()),
        _ => loose_key(text),
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
    /// The row could not be read, or is refused.
    None,
}

/// Gives every row its record first, so that rows may name each other in any order (a parent after its subsidiary).
fn assign(
    desk: &mut Desk<'_>,
    identities: &Identities,
    mapping: &ImportMapping,
    rows: &[Row],
    out: &Out,
) -> Vec<Identity> {
    let mut seen: HashMap<String, u64> = HashMap::new();
    rows.iter()
        .enumerate()
        .map(|(at, row)| {
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
            if known.is_none() && out.contains_key(&at) {
                return Identity::None;
            }
            let id = known.unwrap_or_else(|| new_id(desk.now));
            if let Some(names) = desk.book.of(mapping.entity) {
                names.learn(row.draft.title(), None, id);
            }
            known.map_or(Identity::New(id), Identity::Known)
        })
        .collect()
}

fn plan_row(desk: &mut Desk<'_>, mapping: &ImportMapping, row: &mut Row, identity: Identity) -> Result<RowPlan> {
    let entity = mapping.entity;
    let row = match row {
        Ok(row) => row,
        Err(unread) => return Ok(refused(unread.row, unread.title.clone(), unread.problems.clone())),
    };
    let (id, known) = match identity {
        Identity::New(id) => (id, false),
        Identity::Known(id) => (id, true),
        Identity::Twice(first) => {
            let params = json!({ "row": row.row, "first": first });
            let problem = Refusal { code: Code::IdentityTwice.as_str().into(), params };
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
    if let Err(problem) = custom_values(desk, row, id, known, &mut write, &mut diffs)? {
        desk.book.forget_from(marks);
        return Ok(refused(row.row, title, vec![problem]));
    }
    if known {
        // an export of ours has all labels of a record, any other file some
        let whole = mapping.identity() == ImportIdentity::SatchelId && says_labels(row);
        extras(desk, mapping, id, whole, &mut write, &mut diffs)?;
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
        let before = if known { detail_query::custom_value(desk.conn, id, field.0)? } else { None };
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

/// Notes and keys of a record that exists are only ever added to, which makes a difference by itself; labels as well, unless the row has all of them (`whole`).
fn extras(
    desk: &Desk<'_>,
    mapping: &ImportMapping,
    id: Uuid,
    whole: bool,
    write: &mut Write,
    diffs: &mut Diffs,
) -> Result<()> {
    let entity = mapping.entity;
    let (kind, _) = words_of(entity);
    if let Some(key) = &write.external {
        let there: bool = desk
            .conn
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM external_ids WHERE kind = ?1 AND system = ?2 AND key = ?3 AND record_id = ?4)",
            )?
            .query_row((kind, &mapping.system, key, id.as_bytes()), |row| row.get(0))?;
        if there {
            write.external = None;
        } else {
            diffs.push(&ImportField::ExternalId.word(), DiffValue::Empty, text(Some(key)));
        }
    }
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
