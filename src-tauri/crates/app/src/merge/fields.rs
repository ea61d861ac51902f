//! The fields of a merge: what each record holds, what the one becomes, and what that writes. The choice itself is the
//! domain's (`satchel_domain::merge`); here is which rule belongs to which field.

use super::Source;
use crate::{
    Error, Result,
    detail::{custom, diff, names, words},
    dto::{DiffValue, FieldEntity, MergeChoice, MergeField, MergeTaken, RecordKind},
    party,
};
use rusqlite::{Connection, types::Value};
use satchel_domain::merge::{self as rules, Rule, Taken};
use satchel_store::{
    query::{contact as contact_query, entity::Entity, list::own_key},
    tables::{CustomField, Table},
};
use serde_json::json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What one record holds in one field.
pub struct Cell {
    /// What is compared: equal cells are the same value; larger and smaller where the rule asks for it.
    key: String,
    shown: DiffValue,
}

/// What a field's result is written to.
pub enum Target {
    /// Columns of the record.
    Columns(&'static [&'static str]),
    /// Labels of the record.
    Labels,
    /// A custom field and its type.
    Custom(Uuid, String),
    /// Decided by the outcome.
    Outcome,
}

/// One field over all records.
pub struct Field {
    pub key: String,
    name: Option<String>,
    pub target: Target,
    cells: Vec<Option<Cell>>,
    pub taken: Taken,
    together: bool,
    fixed: bool,
    /// What it becomes when that is not one of the values.
    becomes: Option<DiffValue>,
}

/// How the value of a row of columns is found.
#[derive(Clone, Copy)]
enum Pick {
    Rule(Rule),
    /// The record with most of the columns filled gives all of them.
    Block,
}

type Spec = (&'static str, &'static [&'static str], Pick);

const FIRST: Pick = Pick::Rule(Rule::First);
const TEXTS: Pick = Pick::Rule(Rule::Together);

const ADDRESS: &[&str] = &["street", "postcode", "city", "region", "country"];

const DEAL: &[Spec] = &[
    ("title", &["title"], FIRST),
    ("value", &["value", "currency"], FIRST),
    ("probability", &["probability"], FIRST),
    ("expected_close", &["expected_close"], FIRST),
    ("organization", &["organization_id"], FIRST),
    ("person", &["person_id"], FIRST),
    ("owner", &["owner_id"], FIRST),
    ("converted_by", &["converted_by_id"], FIRST),
    ("next_contact_by", &["next_contact_by_id"], FIRST),
    ("source", &["source_id"], FIRST),
    ("product", &["product_id"], FIRST),
    ("close_reason", &["close_reason_id"], FIRST),
    ("close_note", &["close_note"], TEXTS),
    ("reply_state", &["reply_state"], Pick::Rule(Rule::Largest)),
];

/// The same, but for the last: of leads nobody waits for an answer.
const LEAD: &[Spec] = DEAL.split_at(DEAL.len() - 1).0;

const ORGANIZATION: &[Spec] = &[
    ("name", &["name"], FIRST),
    ("parent", &["parent_id"], FIRST),
    ("industry", &["industry"], FIRST),
    ("website", &["website"], FIRST),
    ("phone", &["phone"], FIRST),
    ("email", &["email"], FIRST),
    ("address", ADDRESS, Pick::Block),
    ("employees", &["employees"], FIRST),
    ("annual_revenue", &["annual_revenue", "annual_revenue_currency"], FIRST),
    ("founded_year", &["founded_year"], FIRST),
    ("customer_since", &["customer_since"], Pick::Rule(Rule::Smallest)),
    ("owner", &["owner_id"], FIRST),
];

const PERSON: &[Spec] = &[
    ("name", &["name"], FIRST),
    ("organization", &["organization_id"], FIRST),
    ("job_title", &["job_title"], FIRST),
    ("email", &["email"], FIRST),
    ("phone", &["phone"], FIRST),
    ("mobile", &["mobile"], FIRST),
    ("customer_since", &["customer_since"], Pick::Rule(Rule::Smallest)),
    ("owner", &["owner_id"], FIRST),
];

const fn specs(anchor: Entity) -> &'static [Spec] {
    match anchor {
        Entity::Deal => DEAL,
        Entity::Lead => LEAD,
        Entity::Organization => ORGANIZATION,
        Entity::Person => PERSON,
    }
}

/// How many of its fields a record has filled, custom ones included.
pub fn filled(anchor: Entity, source: &Source) -> usize {
    let columns = specs(anchor).iter().flat_map(|spec| spec.1).filter(|column| holds(source, column)).count();
    columns + source.custom.len()
}

fn holds(source: &Source, column: &str) -> bool {
    match source.fields.get(column) {
        None | Some(Value::Null) => false,
        Some(Value::Text(text)) => !text.trim().is_empty(),
        Some(_) => true,
    }
}

/// All fields of these records, in the order of the form, with the values that come out when nobody chooses.
///
/// # Errors
/// As SQLite says.
pub fn collect(conn: &Connection, anchor: Entity, sources: &[Source], order: &[usize]) -> Result<Vec<Field>> {
    let mut fields = Vec::new();
    for (key, columns, pick) in specs(anchor) {
        let cells = sources
            .iter()
            .map(|source| cell(conn, anchor, sources, source, columns))
            .collect::<Result<Vec<Option<Cell>>>>()?;
        let keys: Vec<Option<&str>> = cells.iter().map(|cell| cell.as_ref().map(|cell| cell.key.as_str())).collect();
        let taken = match pick {
            Pick::Rule(rule) => rules::take(*rule, order, &keys),
            Pick::Block => {
                let counts: Vec<usize> =
                    sources.iter().map(|one| columns.iter().filter(|column| holds(one, column)).count()).collect();
                rules::fullest(order, &counts)
            }
        };
        let together = matches!(pick, Pick::Rule(Rule::Together));
        fields.push(Field::new(*key, Target::Columns(columns), cells, taken, together));
    }
    if matches!(anchor, Entity::Deal | Entity::Lead) {
        fields.push(labels(conn, sources, order)?);
    }
    fields.extend(custom(conn, anchor, sources, order)?);
    Ok(fields)
}

fn cell(conn: &Connection, anchor: Entity, all: &[Source], source: &Source, columns: &[&str]) -> Result<Option<Cell>> {
    let (Some(column), Some(value)) = (columns.first(), columns.first().and_then(|column| source.fields.get(*column)))
    else {
        return Ok(None);
    };
    if columns == ADDRESS {
        let parts: Vec<&str> = columns.iter().filter_map(|column| text_of(source, column)).collect();
        let key = parts.join("\n");
        return Ok((!key.is_empty()).then(|| Cell { shown: DiffValue::Text(parts.join(", ")), key }));
    }
    if !holds(source, column) || (*column == "parent_id" && !may_be_parent(conn, all, value)?) {
        return Ok(None);
    }
    let key = match value {
        // who waits for an answer goes before who has one
        Value::Text(word) if *column == "reply_state" => match word.as_str() {
            "waiting" => "2".to_owned(),
            "answered" => "1".to_owned(),
            _ => "0".to_owned(),
        },
        Value::Text(text) => text.clone(),
        other => format!("{other:?} {:?}", columns.get(1).and_then(|column| source.fields.get(*column))),
    };
    let currency = columns.get(1).and_then(|column| source.fields.get(*column));
    Ok(Some(Cell { key, shown: diff::shown(conn, anchor.table(), column, value, currency)? }))
}

fn text_of<'a>(source: &'a Source, column: &str) -> Option<&'a str> {
    match source.fields.get(column) {
        Some(Value::Text(text)) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// Nothing that is merged, or that stands under it, can be above the one that comes out.
fn may_be_parent(conn: &Connection, all: &[Source], value: &Value) -> Result<bool> {
    let Value::Blob(bytes) = value else { return Ok(false) };
    let parent = Uuid::from_slice(bytes).unwrap_or_default();
    for source in all {
        if contact_query::lies_under(conn, parent, source.id)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn labels(conn: &Connection, sources: &[Source], order: &[usize]) -> Result<Field> {
    let mut cells = Vec::new();
    for source in sources {
        let key = source.labels.iter().map(Uuid::to_string).collect::<BTreeSet<_>>().into_iter().collect::<String>();
        let shown = DiffValue::Text(label_names(conn, &source.labels)?);
        cells.push((!source.labels.is_empty()).then_some(Cell { key, shown }));
    }
    let keys: Vec<Option<&str>> = cells.iter().map(|cell| cell.as_ref().map(|cell| cell.key.as_str())).collect();
    let taken = rules::take(Rule::Together, order, &keys);
    let mut field = Field::new("labels", Target::Labels, cells, taken, true);
    let all: Vec<Uuid> = union(order.iter().filter_map(|at| sources.get(*at)).flat_map(|one| one.labels.clone()));
    field.becomes = Some(DiffValue::Text(label_names(conn, &all)?));
    Ok(field)
}

fn label_names(conn: &Connection, labels: &[Uuid]) -> Result<String> {
    let known = labels.iter().map(|id| names::name_of(conn, "labels", *id)).collect::<Result<Vec<_>>>()?;
    Ok(known.join(", "))
}

/// Each once, in the order met.
pub fn union<T: PartialEq>(all: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

fn custom(conn: &Connection, anchor: Entity, sources: &[Source], order: &[usize]) -> Result<Vec<Field>> {
    let entity = words::entity(match anchor {
        Entity::Deal | Entity::Lead => FieldEntity::Deal,
        Entity::Organization => FieldEntity::Organization,
        Entity::Person => FieldEntity::Person,
    });
    let mut fields = Vec::new();
    for field in CustomField::select(conn, "WHERE entity = ?1 ORDER BY position, id", [entity])? {
        let kind = satchel_domain::field::Kind::of_word(&field.kind).unwrap_or(satchel_domain::field::Kind::Text);
        let cells: Vec<Option<Cell>> = sources
            .iter()
            .map(|source| {
                let Some(text) = source.custom.get(&field.id.0) else { return Ok(None) };
                Ok(Some(Cell { key: text.clone(), shown: custom::diff_value(conn, kind, text)? }))
            })
            .collect::<Result<_>>()?;
        if cells.iter().all(Option::is_none) {
            continue;
        }
        let together = matches!(field.kind.as_str(), "large_text" | "choices");
        let keys: Vec<Option<&str>> = cells.iter().map(|cell| cell.as_ref().map(|cell| cell.key.as_str())).collect();
        let taken = rules::take(if together { Rule::Together } else { Rule::First }, order, &keys);
        let all = together_text(&field.kind, order, sources, field.id.0);
        let becomes = all.map(|text| custom::diff_value(conn, kind, &text)).transpose()?;
        let target = Target::Custom(field.id.0, field.kind);
        let mut made = Field::new(own_key(field.id.0), target, cells, taken, together);
        made.name = Some(field.name);
        made.becomes = becomes;
        fields.push(made);
    }
    Ok(fields)
}

/// A custom value made of those of all records; None: this type has no such value.
pub fn together_text(kind: &str, order: &[usize], sources: &[Source], field: Uuid) -> Option<String> {
    let texts = union(order.iter().filter_map(|at| sources.get(*at)?.custom.get(&field)));
    match kind {
        "large_text" => Some(rules::joined(texts.into_iter().map(String::as_str))),
        "choices" => {
            let sets = texts.into_iter().flat_map(|text| serde_json::from_str::<Vec<String>>(text).unwrap_or_default());
            Some(json!(union(sets)).to_string())
        }
        _ => None,
    }
}

impl Field {
    fn new(key: impl Into<String>, target: Target, cells: Vec<Option<Cell>>, taken: Taken, together: bool) -> Self {
        Self { key: key.into(), name: None, target, cells, taken, together, fixed: false, becomes: None }
    }

    /// A field that follows from the rules: what each record shows, and what it becomes.
    pub fn ruled(key: &str, values: Vec<DiffValue>, becomes: DiffValue) -> Self {
        let cells = values
            .into_iter()
            .map(|shown| (shown != DiffValue::Empty).then(|| Cell { key: format!("{shown:?}"), shown }))
            .collect();
        let mut field = Self::new(key, Target::Outcome, cells, Taken::Nothing, false);
        field.fix(becomes);
        field
    }

    /// Nothing is left to choose: it becomes this.
    pub fn fix(&mut self, becomes: DiffValue) {
        self.fixed = true;
        self.taken = Taken::Nothing;
        self.becomes = Some(becomes);
    }

    /// Whether any record holds something here.
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(Option::is_none)
    }

    /// The user's choice.
    ///
    /// # Errors
    /// `invalid`, naming the field, where a record has nothing to give or the field knows no "all".
    pub fn choose(&mut self, choice: &MergeChoice, sources: &[Source], order: &[usize]) -> Result<()> {
        let invalid =
            || Error::with("invalid", json!({ "field": "custom", "name": self.name.as_ref().unwrap_or(&self.key) }));
        let invalid = || if self.name.is_some() { invalid() } else { Error::field("invalid", &self.key) };
        if self.fixed {
            return Err(invalid());
        }
        self.taken = match choice.from {
            Some(id) => {
                let at = sources.iter().position(|source| source.id == id).ok_or_else(invalid)?;
                if self.cells.get(at).is_none_or(Option::is_none) {
                    return Err(invalid());
                }
                Taken::From(at)
            }
            None if self.together => {
                let keys: Vec<Option<&str>> =
                    self.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.key.as_str())).collect();
                rules::take(Rule::Together, order, &keys)
            }
            None => return Err(invalid()),
        };
        Ok(())
    }

    /// Texts of these records, one below the other.
    ///
    /// # Errors
    /// `too_long`, naming the field.
    pub fn text_of_all(&self, places: &[usize]) -> Result<String> {
        let texts = places.iter().filter_map(|at| self.cells.get(*at)?.as_ref()).map(|cell| cell.key.as_str());
        party::body(&self.key, &rules::joined(texts))
    }

    /// As windows see it.
    ///
    /// # Errors
    /// `too_long`.
    pub fn wire(&self, sources: &[Source]) -> Result<MergeField> {
        let shown = |at: &usize| self.cells.get(*at).and_then(Option::as_ref).map(|cell| cell.shown.clone());
        let result = match &self.taken {
            _ if self.fixed => self.becomes.clone(),
            Taken::From(at) => shown(at),
            Taken::All(places) => match &self.becomes {
                Some(all) => Some(all.clone()),
                None => Some(DiffValue::Text(self.text_of_all(places)?)),
            },
            Taken::Nothing => None,
        };
        let keys: Vec<Option<&str>> =
            self.cells.iter().map(|cell| cell.as_ref().map(|cell| cell.key.as_str())).collect();
        Ok(MergeField {
            field: self.key.clone(),
            name: self.name.clone(),
            values: (0..self.cells.len()).map(|at| shown(&at).unwrap_or(DiffValue::Empty)).collect(),
            taken: match &self.taken {
                Taken::From(at) => sources.get(*at).map_or(MergeTaken::Nothing, |source| MergeTaken::One(source.id)),
                Taken::All(_) => MergeTaken::All,
                Taken::Nothing => MergeTaken::Nothing,
            },
            result: result.unwrap_or(DiffValue::Empty),
            together: self.together,
            fixed: self.fixed,
            differs: keys.windows(2).any(|pair| pair[0] != pair[1]),
        })
    }
}

/// A record named by a column, as windows see it.
///
/// # Errors
/// As SQLite says.
pub fn named(conn: &Connection, kind: RecordKind, id: Option<Uuid>) -> Result<DiffValue> {
    let Some(id) = id else { return Ok(DiffValue::Empty) };
    Ok(names::named(conn, kind, id)?.map_or(DiffValue::Empty, DiffValue::Record))
}
