//! A mapping checked against a file: which cell of a row goes where and how it is read. Everything that can be wrong with the
//! mapping as a whole is found here, once; what is wrong with a row is `row`.

use super::{
    draft::CustomKey,
    guess::field_named,
    mapping::{
        ColumnMapping, EmptyCells, ImportConstants, ImportEntity, ImportField, ImportIdentity, ImportMapping,
        ImportTarget, MAPPING_VERSION, MappedValue, NumberUnit,
    },
    problem::{Checked, Code, Problem},
    template::Template,
    words,
};
use crate::dto::{CustomField, FieldType};
use satchel_domain::{amount::DecimalMark, currency::Currency, date_text::DateFormat, names::loose_key};
use std::collections::{HashMap, HashSet};

/// Turns rows into drafts, see [`Plan::draft`](super::row).
#[derive(Debug, Clone)]
pub struct Plan {
    pub(super) entity: ImportEntity,
    pub(super) columns: Vec<PlannedColumn>,
    pub(super) title: Option<Template>,
    pub(super) constants: ImportConstants,
    pub(super) currency: Option<Currency>,
    pub(super) clears: bool,
    /// The file is an export of ours: its rows say which records they are, and a stage is a stage whatever it is called.
    pub(super) ours: bool,
    /// How many columns the file has.
    pub(super) width: usize,
}

/// One cell of every row.
#[derive(Debug, Clone)]
pub(super) struct PlannedColumn {
    pub at: usize,
    pub name: String,
    pub slot: Slot,
    pub mark: Option<DecimalMark>,
    pub format: Option<DateFormat>,
    pub unit: Option<NumberUnit>,
    /// Where the row states the currency of this amount.
    pub currency_at: Option<usize>,
    /// By `words::key`.
    pub values: HashMap<String, MappedValue>,
}

/// Where a cell goes.
#[derive(Debug, Clone)]
pub(super) enum Slot {
    Field(ImportField),
    Custom {
        key: CustomKey,
        kind: FieldType,
        options: Vec<String>,
    },
    /// Only for the template.
    Title,
}

impl Plan {
    /// Checks the mapping against the columns of the file and the custom fields that exist. All problems come at once.
    pub fn new(mapping: &ImportMapping, headers: &[String], fields: &[CustomField]) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        if mapping.version > MAPPING_VERSION {
            problems.push(Problem::new(Code::MappingVersionUnknown).with("version", mapping.version));
        }
        let mut columns = Vec::new();
        let mut filled = HashSet::new();
        let mut own = HashSet::new();
        for column in &mapping.columns {
            match planned(column, mapping, headers, fields) {
                Ok(Some(planned)) => {
                    let again = match &planned.slot {
                        Slot::Field(field) => !filled.insert(*field) && !field.takes_several(),
                        Slot::Custom { key: CustomKey::New(name), .. } => !own.insert(CustomKey::New(loose_key(name))),
                        Slot::Custom { key, .. } => !own.insert(key.clone()),
                        Slot::Title => false,
                    };
                    if again {
                        problems.push(Problem::new(Code::TargetTwice).in_column(&column.column));
                    }
                    columns.push(planned);
                }
                Ok(None) => {}
                Err(problem) => problems.push(problem),
            }
        }
        let title =
            mapping.title.as_deref().filter(|text| !text.trim().is_empty()).map(|text| Template::new(text, headers));
        let title = title.transpose().unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let ours = mapping.identity() == ImportIdentity::SatchelId;
        // a record we know has its title
        if !ours && title.is_none() && mapping.title.is_none() && !filled.contains(&mapping.entity.title_field()) {
            problems.push(Problem::new(Code::TitleNotMapped));
        }
        let currency =
            mapping.constants.currency.as_deref().map(Currency::parse).transpose().unwrap_or_else(|unknown| {
                problems.push(
                    Problem::new(unknown.into()).of_value(mapping.constants.currency.as_deref().unwrap_or_default()),
                );
                None
            });
        if !identity_is_mapped(mapping, &filled, title.is_some()) {
            problems.push(Problem::new(Code::IdentityNotMapped));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        for at in title.iter().flat_map(Template::columns) {
            if !columns.iter().any(|column| column.at == at) {
                columns.push(PlannedColumn::for_title(at, &headers[at], mapping));
            }
        }
        let clears = mapping.empty_cells == EmptyCells::Clear;
        let constants = mapping.constants.clone();
        Ok(Self { entity: mapping.entity, columns, title, constants, currency, clears, ours, width: headers.len() })
    }
}

impl PlannedColumn {
    /// A column that is only part of the title; its values may still have other spellings.
    fn for_title(at: usize, name: &str, mapping: &ImportMapping) -> Self {
        let said = mapping.columns.iter().find(|column| column.column == name);
        let values = said.map(by_key).unwrap_or_default();
        Self {
            at,
            name: name.to_owned(),
            slot: Slot::Title,
            mark: None,
            format: None,
            unit: None,
            currency_at: None,
            values,
        }
    }
}

/// What a column of the mapping means for this file; nothing if it is ignored.
fn planned(
    column: &ColumnMapping,
    mapping: &ImportMapping,
    headers: &[String],
    fields: &[CustomField],
) -> Checked<Option<PlannedColumn>> {
    if column.target == ImportTarget::Ignore {
        return Ok(None);
    }
    let problem = |code| Problem::new(code).in_column(&column.column);
    let at = headers.iter().position(|header| *header == column.column).ok_or_else(|| problem(Code::ColumnMissing))?;
    let entity = mapping.entity;
    let slot = match &column.target {
        ImportTarget::Field(field) if entity.fields().contains(field) => Slot::Field(*field),
        ImportTarget::Field(_) => return Err(problem(Code::FieldNotOfEntity)),
        ImportTarget::Custom(_) | ImportTarget::NewCustom(_) if !entity.takes_custom_fields() => {
            return Err(problem(Code::FieldNotOfEntity));
        }
        ImportTarget::Custom(id) => {
            let field = fields.iter().find(|field| field.id == *id).ok_or_else(|| problem(Code::CustomFieldMissing))?;
            if field.formula.is_some() {
                return Err(problem(Code::CustomFieldComputed));
            }
            existing(field)
        }
        ImportTarget::NewCustom(new) if new.name.trim().is_empty() => return Err(problem(Code::CustomFieldUnnamed)),
        ImportTarget::NewCustom(new) => {
            let taken = field_named(fields, entity, &new.name);
            if new.kind == FieldType::Formula || taken.is_some_and(|field| field.formula.is_some()) {
                return Err(problem(Code::CustomFieldComputed));
            }
            match taken {
                // it was made meanwhile: what it takes is what counts
                Some(there) => existing(there),
                None => {
                    let key = CustomKey::New(new.name.trim().to_owned());
                    Slot::Custom { key, kind: new.kind, options: Vec::new() }
                }
            }
        }
        ImportTarget::Ignore => return Ok(None),
    };
    let has_stages = matches!(slot, Slot::Field(ImportField::Stage | ImportField::Status));
    let misplaced =
        |value: &MappedValue| matches!(value, MappedValue::Stage(_) | MappedValue::Status(_)) && !has_stages;
    if let Some((value, _)) = column.values.iter().find(|(_, value)| misplaced(value)) {
        return Err(problem(Code::ValueMapMisplaced).of_value(value));
    }
    let place = |name: &String| {
        let at = headers.iter().position(|header| header == name);
        at.ok_or_else(|| Problem::new(Code::ColumnMissing).in_column(name))
    };
    let currency_at = column.currency_column.as_ref().map(place).transpose()?;
    Ok(Some(PlannedColumn {
        at,
        name: column.column.clone(),
        slot,
        mark: column.decimal_mark.or(mapping.file.decimal_mark).map(Into::into),
        format: column.date_format.or(mapping.file.date_format).map(Into::into),
        unit: column.unit,
        currency_at,
        values: by_key(column),
    }))
}

fn existing(field: &CustomField) -> Slot {
    Slot::Custom { key: CustomKey::Existing(field.id), kind: field.kind, options: field.options.clone() }
}

fn by_key(column: &ColumnMapping) -> HashMap<String, MappedValue> {
    column.values.iter().map(|(value, meaning)| (words::key(value), meaning.clone())).collect()
}

fn identity_is_mapped(mapping: &ImportMapping, filled: &HashSet<ImportField>, has_template: bool) -> bool {
    match mapping.identity() {
        ImportIdentity::SatchelId => filled.contains(&ImportField::SatchelId),
        ImportIdentity::ExternalId => filled.contains(&ImportField::ExternalId),
        ImportIdentity::Email => filled.contains(&ImportField::Email),
        ImportIdentity::Name => has_template || filled.contains(&mapping.entity.title_field()),
        ImportIdentity::Nothing => true,
    }
}
