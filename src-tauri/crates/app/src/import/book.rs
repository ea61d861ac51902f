//! The names of every kind of record a row may mention, and the custom fields a mapping may make.

use super::{
    draft::{CustomDraft, CustomKey, CustomValue},
    mapping::{ImportEntity, ImportMapping, ImportTarget, NameRule},
    problem::Code,
    resolve::{Names, Unknown},
};
use crate::{
    Result,
    clock::new_id,
    dto::{FieldType, RecordKind, Refusal},
};
use rusqlite::Connection;
use satchel_domain::{field::Kind, ids::FieldId, names::loose_key};
use satchel_store::tables::{CustomField, Table};
use serde_json::json;
use std::collections::{HashMap, hash_map::Entry};
use uuid::Uuid;

/// Everything names are looked up in.
pub struct Book {
    pub pipelines: Names,
    pub stages: Names,
    pub organizations: Names,
    pub people: Names,
    pub colleagues: Names,
    pub products: Names,
    pub sources: Names,
    pub labels: Names,
    pub lost_reasons: Names,
    pub won_reasons: Names,
    pub fields: Fields,
    now: i64,
}

impl Book {
    /// Reads all names from the file.
    ///
    /// # Errors
    /// As SQLite says.
    pub fn read(conn: &Connection, mapping: &ImportMapping, now: i64) -> Result<Self> {
        let rules = mapping.names;
        let read = |kind, rule, sql| Names::read(conn, kind, rule, sql);
        Ok(Self {
            pipelines: read(
                RecordKind::Pipeline,
                NameRule::default(),
                "SELECT id, name FROM pipelines ORDER BY position, id",
            )?,
            stages: read(
                RecordKind::Stage,
                rules.stage,
                "SELECT id, name, pipeline_id FROM stages ORDER BY position, id",
            )?,
            organizations: read(
                RecordKind::Organization,
                rules.organization,
                "SELECT id, name FROM organizations WHERE deleted_at IS NULL ORDER BY id",
            )?,
            people: read(
                RecordKind::Person,
                rules.person,
                "SELECT id, name, organization_id FROM people WHERE deleted_at IS NULL ORDER BY id",
            )?,
            colleagues: read(RecordKind::Colleague, rules.colleague, "SELECT id, name FROM colleagues ORDER BY id")?,
            products: read(RecordKind::Product, rules.product, "SELECT id, name FROM products ORDER BY id")?,
            sources: read(RecordKind::Source, rules.source, "SELECT id, name FROM sources ORDER BY id")?,
            labels: read(RecordKind::Label, rules.label, "SELECT id, name FROM labels ORDER BY id")?,
            lost_reasons: read(
                RecordKind::CloseReason,
                rules.close_reason,
                "SELECT id, description FROM close_reasons WHERE kind = 'lost' ORDER BY id",
            )?,
            won_reasons: read(
                RecordKind::CloseReason,
                rules.close_reason,
                "SELECT id, description FROM close_reasons WHERE kind = 'won' ORDER BY id",
            )?,
            fields: Fields::read(conn, mapping, now)?,
            now,
        })
    }

    /// A name looked up where `pick` says, made if the mapping allows it.
    ///
    /// # Errors
    /// The refusal of the row.
    pub fn find(
        &mut self,
        pick: fn(&mut Self) -> &mut Names,
        name: Option<&str>,
        within: Option<Uuid>,
    ) -> std::result::Result<Option<Uuid>, Refusal> {
        let Some(name) = name else { return Ok(None) };
        let now = self.now;
        pick(self).resolve(name, within, || new_id(now)).map_err(|Unknown { kind, name }| Refusal {
            code: Code::UnknownName.as_str().into(),
            params: json!({ "kind": kind, "value": name }),
        })
    }

    /// A custom value in its field's own form; a record it names is looked up like any other. None: it stays empty.
    ///
    /// # Errors
    /// The refusal of the row.
    pub fn take(&mut self, draft: &CustomDraft) -> std::result::Result<Option<(FieldId, String)>, Refusal> {
        let CustomValue::Record(kind, name) = &draft.value else { return Ok(self.fields.take(draft)) };
        let Some(field) = self.fields.id(&draft.key) else { return Ok(None) };
        let pick: fn(&mut Self) -> &mut Names = match kind {
            RecordKind::Organization => |book| &mut book.organizations,
            RecordKind::Colleague => |book| &mut book.colleagues,
            _ => |book| &mut book.people,
        };
        Ok(self.find(pick, Some(name), None)?.map(|id| (field, id.hyphenated().to_string())))
    }

    /// What a record is called that only this import makes.
    #[must_use]
    pub fn made(&self, kind: Kind, value: &str) -> Option<String> {
        let names = match kind {
            Kind::Organization => &self.organizations,
            Kind::Person => &self.people,
            Kind::Colleague => &self.colleagues,
            _ => return None,
        };
        let id = Uuid::parse_str(value).ok()?;
        names.made().iter().find(|made| made.id == id).map(|made| made.name.clone())
    }

    /// The names of the records that rows of a kind bring, where other rows may name them.
    pub fn of(&mut self, entity: ImportEntity) -> Option<&mut Names> {
        match entity {
            ImportEntity::Organization => Some(&mut self.organizations),
            ImportEntity::Person => Some(&mut self.people),
            ImportEntity::Product => Some(&mut self.products),
            ImportEntity::Colleague => Some(&mut self.colleagues),
            ImportEntity::Deal | ImportEntity::Lead => None,
        }
    }

    /// All kinds of names, for counting and for taking back.
    pub fn all(&mut self) -> [&mut Names; 10] {
        [
            &mut self.pipelines,
            &mut self.stages,
            &mut self.organizations,
            &mut self.people,
            &mut self.colleagues,
            &mut self.products,
            &mut self.sources,
            &mut self.labels,
            &mut self.lost_reasons,
            &mut self.won_reasons,
        ]
    }

    /// How much was made so far, for [`Self::forget_from`].
    pub fn marks(&mut self) -> [usize; 10] {
        self.all().map(|names| names.made().len())
    }

    /// Takes back what was made since the marks (the row that asked for it is refused).
    pub fn forget_from(&mut self, marks: [usize; 10]) {
        for (names, mark) in self.all().into_iter().zip(marks) {
            if names.made().len() > mark {
                names.forget_from(mark);
            }
        }
    }
}

/// The custom fields of the imported kind of record: those there are, those the mapping makes.
pub struct Fields {
    known: HashMap<CustomKey, FieldId>,
    made: Vec<CustomField>,
}

impl Fields {
    fn read(conn: &Connection, mapping: &ImportMapping, now: i64) -> Result<Self> {
        let entity = match mapping.entity {
            ImportEntity::Deal | ImportEntity::Lead => "deal",
            ImportEntity::Organization => "organization",
            ImportEntity::Person => "person",
            ImportEntity::Product | ImportEntity::Colleague => {
                return Ok(Self { known: HashMap::new(), made: Vec::new() });
            }
        };
        let there = CustomField::select(conn, "WHERE entity = ?1 ORDER BY position, id", [entity])?;
        let mut known: HashMap<CustomKey, FieldId> =
            there.iter().map(|field| (CustomKey::Existing(field.id.0), field.id)).collect();
        let mut made = Vec::new();
        for new in mapping.columns.iter().filter_map(|column| match &column.target {
            ImportTarget::NewCustom(new) => Some(new),
            _ => None,
        }) {
            let name = new.name.trim();
            let key = CustomKey::New(name.to_owned());
            if let Some(field) = there.iter().find(|field| loose_key(&field.name) == loose_key(name)) {
                known.insert(key, field.id);
            } else if let Entry::Vacant(vacant) = known.entry(key) {
                let id = *vacant.insert(FieldId(new_id(now)));
                let position = i64::try_from(there.len() + made.len()).unwrap_or(i64::MAX);
                made.push(CustomField {
                    id,
                    entity: entity.into(),
                    name: name.into(),
                    kind: crate::detail::words::field_type(new.kind).into(),
                    options: "[]".into(),
                    position,
                    description: String::new(),
                    on_card: false,
                    formula: None,
                });
            }
        }
        Ok(Self { known, made })
    }

    /// The field a draft means.
    #[must_use]
    pub fn id(&self, key: &CustomKey) -> Option<FieldId> {
        self.known.get(key).copied()
    }

    /// The value in the field's own form; a new choice field learns its options from the rows.
    fn take(&mut self, draft: &CustomDraft) -> Option<(FieldId, String)> {
        let id = self.id(&draft.key)?;
        if let Some(field) = self.made.iter_mut().find(|field| field.id == id)
            && matches!(crate::detail::words::field_type_of(&field.kind), Some(FieldType::Choice | FieldType::Choices))
        {
            let mut options: Vec<String> = serde_json::from_str(&field.options).unwrap_or_default();
            let values: &[String] = match &draft.value {
                CustomValue::Text(text) => std::slice::from_ref(text),
                CustomValue::Choices(values) => values,
                _ => &[],
            };
            for value in values {
                if !options.contains(value) {
                    options.push(value.clone());
                }
            }
            field.options = json!(options).to_string();
        }
        Some((id, draft.value.own_form()))
    }

    /// Fields to be made.
    #[must_use]
    pub fn made(&self) -> &[CustomField] {
        &self.made
    }
}
