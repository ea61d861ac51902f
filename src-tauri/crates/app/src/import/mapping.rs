//! The mapping: which column of a file fills which field, and how its values are read. It is what the window edits, what is
//! remembered for files with the same headers, and the `MAP.json` of the command line (see `docs/import-mapping.md`).
//! Plain data; `plan` turns it into something that reads rows, `guess` proposes one.

use super::problem::{Checked, Code, Problem};
use crate::dto::{DealStatus, FieldType, wire};
use satchel_domain::{amount::DecimalMark, date_text::DateFormat};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// The version written; a later one is refused.
pub const MAPPING_VERSION: u32 = 1;

wire! {
    /// Which column of a file fills which field.
    #[serde(deny_unknown_fields)]
    pub struct ImportMapping {
        /// 1
        pub version: u32,
        /// What a row is.
        pub entity: ImportEntity,
        /// How the file is read; what is not said is detected.
        #[serde(default)]
        pub file: FileReading,
        /// Columns not listed are ignored.
        pub columns: Vec<ColumnMapping>,
        /// The title or name where no column gives it, for example "{account} – {product}"; empty parts drop their separators.
        #[serde(default)]
        pub title: Option<String>,
        /// What every row gets where its own cell says nothing.
        #[serde(default)]
        pub constants: ImportConstants,
        /// How names of other records find them.
        #[serde(default)]
        pub names: NameRules,
        /// How a row recognizes the record it updates. None = by our own id where a column gives it, else by the external
        /// id, else by the name (deals and leads: not at all, every row is new).
        #[serde(default)]
        pub identify_by: Option<ImportIdentity>,
        /// The system external ids come from: the same id of two systems is two records.
        #[serde(default = "default_system")]
        pub system: String,
        /// What an empty cell does to a record that has a value.
        #[serde(default)]
        pub empty_cells: EmptyCells,
    }

    #[derive(Copy, Eq, Hash)]
    pub enum ImportEntity { Deal, Lead, Organization, Person, Product, Colleague }

    #[derive(Default, Eq)]
    #[serde(default, deny_unknown_fields)]
    pub struct FileReading {
        /// "utf-8", "utf-16le", "windows-1252" ...
        pub encoding: Option<String>,
        /// One sign.
        pub delimiter: Option<String>,
        pub has_header: Option<bool>,
        /// Of columns that do not say otherwise.
        pub decimal_mark: Option<ImportDecimalMark>,
        /// Of columns that do not say otherwise.
        pub date_format: Option<ImportDateFormat>,
    }

    #[derive(Copy, Eq)]
    pub enum ImportDecimalMark { Point, Comma }

    #[derive(Copy, Eq)]
    pub enum ImportDateFormat {
        /// 2024-01-31
        YearFirst,
        /// 1/31/2024
        MonthFirst,
        /// 31.1.2024
        DayFirst,
        /// Days as spreadsheets count them since 1900.
        Excel1900,
        /// Days as old Macintosh spreadsheets count them since 1904.
        Excel1904,
    }

    #[serde(deny_unknown_fields)]
    pub struct ColumnMapping {
        /// Its header; in a file without one A, B, C ...
        pub column: String,
        pub target: ImportTarget,
        #[serde(default)]
        pub decimal_mark: Option<ImportDecimalMark>,
        #[serde(default)]
        pub date_format: Option<ImportDateFormat>,
        /// What one in this column means; none = one (percent for a probability).
        #[serde(default)]
        pub unit: Option<NumberUnit>,
        /// The column that states the currency of this one's amounts, row by row.
        #[serde(default)]
        pub currency_column: Option<String>,
        /// What certain values mean, compared without regard to case, blanks and punctuation.
        #[serde(default)]
        pub values: BTreeMap<String, MappedValue>,
    }

    pub enum ImportTarget {
        Field(ImportField),
        /// A custom field that exists.
        Custom(Uuid),
        /// A custom field to be made.
        NewCustom(NewCustomField),
        Ignore,
    }

    #[derive(Eq)]
    #[serde(deny_unknown_fields)]
    pub struct NewCustomField { pub name: String, pub kind: FieldType }

    #[derive(Copy, Eq, Hash, PartialOrd, Ord)]
    pub enum ImportField {
        ExternalId,
        /// The id an export of ours gave the record.
        SatchelId,
        /// Of deals and leads.
        Title,
        /// Of everything else.
        Name,
        Pipeline, Stage, Status, Value, ActualValue, Currency, Probability, ExpectedClose, StartedOn, EndedOn,
        Organization, Person, Owner, ConvertedBy, NextContactBy, Source, Product, Labels, CloseReason, Note,
        Parent, Industry, Website, Phone, Mobile, Email, Street, Postcode, City, Region, Country,
        Employees, AnnualRevenue, FoundedYear, JobTitle, Code, Series, Price, Manager, Office,
    }

    #[derive(Copy, Eq)]
    pub enum NumberUnit { Thousand, Million, Percent,
        /// 0.25 = 25 %
        Fraction }

    /// What a value of a column means.
    #[derive(Eq)]
    pub enum MappedValue {
        Status(DealStatus),
        Stage(String),
        /// Another spelling, for example of a product.
        Text(String),
        /// As if the cell were empty.
        Empty,
    }

    /// What every row gets where its own cell says nothing; records are given by name.
    #[derive(Default, Eq)]
    #[serde(default, deny_unknown_fields)]
    pub struct ImportConstants {
        /// ISO 4217.
        pub currency: Option<String>,
        /// None = the first pipeline.
        pub pipeline: Option<String>,
        pub status: Option<DealStatus>,
        pub owner: Option<String>,
        pub source: Option<String>,
        pub labels: Vec<String>,
    }

    /// One rule for each kind of record that rows name.
    #[derive(Default, Copy, Eq)]
    #[serde(default, deny_unknown_fields)]
    pub struct NameRules {
        pub stage: NameRule,
        pub product: NameRule,
        pub organization: NameRule,
        pub person: NameRule,
        pub colleague: NameRule,
        pub source: NameRule,
        pub label: NameRule,
        pub close_reason: NameRule,
    }

    #[derive(Default, Copy, Eq)]
    #[serde(default, deny_unknown_fields)]
    pub struct NameRule { pub matching: NameMatching, pub unknown: UnknownName }

    #[derive(Default, Copy, Eq)]
    pub enum NameMatching {
        /// "GTXPro" is "GTX Pro": case, blanks and punctuation do not count.
        #[default]
        Loose,
        Exact,
    }

    /// What happens with a name that no record has.
    #[derive(Default, Copy, Eq)]
    pub enum UnknownName {
        #[default]
        Create,
        LeaveEmpty,
        /// The row is refused.
        Refuse,
    }

    #[derive(Copy, Eq)]
    pub enum ImportIdentity {
        /// A row without one is a new record.
        ExternalId,
        /// A row without one is a new record; one that no record has is refused. Such a file says all there is to say about
        /// its records: what it holds as it was exported is left alone, and the labels of a row are all its labels.
        SatchelId,
        Name,
        Email,
        /// Every row is a new record.
        Nothing,
    }

    #[derive(Default, Copy, Eq)]
    pub enum EmptyCells {
        #[default]
        Keep,
        Clear,
    }
}

/// Fields that are null, or an object or list of nothing; reading gives them back as their defaults.
fn leave_out_nothings(value: &mut Value) {
    let says_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    };
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(leave_out_nothings);
            fields.retain(|name, field| name == "columns" || !says_nothing(field));
        }
        Value::Array(items) => items.iter_mut().for_each(leave_out_nothings),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn default_system() -> String {
    "import".to_owned()
}

impl ImportMapping {
    /// A mapping without any column.
    #[must_use]
    pub fn new(entity: ImportEntity) -> Self {
        Self {
            version: MAPPING_VERSION,
            entity,
            file: FileReading::default(),
            columns: Vec::new(),
            title: None,
            constants: ImportConstants::default(),
            names: NameRules::default(),
            identify_by: None,
            system: default_system(),
            empty_cells: EmptyCells::default(),
        }
    }

    /// Reads `MAP.json`; refuses what it does not know instead of skipping it.
    pub fn from_json(text: &str) -> Checked<Self> {
        let unreadable = |error: serde_json::Error| Problem::new(Code::MappingUnreadable).with("detail", error);
        let value: Value = serde_json::from_str(text).map_err(unreadable)?;
        // The version first: a later one may have fields that this one calls unknown.
        let version = value.get("version").and_then(Value::as_u64);
        if let Some(later) = version.filter(|version| *version > u64::from(MAPPING_VERSION)) {
            return Err(Problem::new(Code::MappingVersionUnknown).with("version", later));
        }
        serde_json::from_value(value).map_err(unreadable)
    }

    /// `MAP.json` as people read it: what says nothing is left out.
    pub fn to_json(&self) -> Checked<String> {
        let unwritable = |error: serde_json::Error| Problem::new(Code::MappingUnreadable).with("detail", error);
        let mut value = serde_json::to_value(self).map_err(unwritable)?;
        leave_out_nothings(&mut value);
        serde_json::to_string_pretty(&value).map_err(unwritable)
    }

    /// How a row recognizes the record it updates, as said or as the columns suggest.
    #[must_use]
    pub fn identity(&self) -> ImportIdentity {
        let by_name = self.entity.title_field() == ImportField::Name;
        let suggested = match self.column_of(ImportField::ExternalId) {
            _ if self.column_of(ImportField::SatchelId).is_some() => ImportIdentity::SatchelId,
            Some(_) => ImportIdentity::ExternalId,
            None if by_name => ImportIdentity::Name,
            None => ImportIdentity::Nothing,
        };
        self.identify_by.unwrap_or(suggested)
    }

    /// The column that fills a field.
    #[must_use]
    pub fn column_of(&self, field: ImportField) -> Option<&ColumnMapping> {
        self.columns.iter().find(|column| column.target == ImportTarget::Field(field))
    }
}

impl ColumnMapping {
    /// A column whose values are read as the file's columns are.
    #[must_use]
    pub fn new(column: impl Into<String>, target: ImportTarget) -> Self {
        Self {
            column: column.into(),
            target,
            decimal_mark: None,
            date_format: None,
            unit: None,
            currency_column: None,
            values: BTreeMap::new(),
        }
    }
}

impl ImportEntity {
    /// Every kind of record that a row can be.
    pub const ALL: [Self; 6] =
        [Self::Deal, Self::Lead, Self::Organization, Self::Person, Self::Product, Self::Colleague];

    /// The fields such a record takes from a file, in the order a form shows them.
    #[must_use]
    pub const fn fields(self) -> &'static [ImportField] {
        use ImportField::{
            ActualValue, AnnualRevenue, City, CloseReason, Code, ConvertedBy, Country, Currency, Email, Employees,
            EndedOn, ExpectedClose, ExternalId, FoundedYear, Industry, JobTitle, Labels, Manager, Mobile, Name,
            NextContactBy, Note, Office, Organization, Owner, Parent, Person, Phone, Pipeline, Postcode, Price,
            Probability, Product, Region, SatchelId, Series, Source, Stage, StartedOn, Status, Street, Title, Value,
            Website,
        };
        match self {
            Self::Deal => &[
                Title,
                SatchelId,
                ExternalId,
                Pipeline,
                Stage,
                Status,
                Value,
                ActualValue,
                Currency,
                Probability,
                ExpectedClose,
                StartedOn,
                EndedOn,
                Organization,
                Person,
                Owner,
                ConvertedBy,
                NextContactBy,
                Source,
                Product,
                Labels,
                CloseReason,
                Note,
            ],
            Self::Lead => &[
                Title,
                SatchelId,
                ExternalId,
                Status,
                Value,
                Currency,
                Probability,
                ExpectedClose,
                EndedOn,
                Organization,
                Person,
                Owner,
                ConvertedBy,
                NextContactBy,
                Source,
                Product,
                Labels,
                CloseReason,
                Note,
            ],
            Self::Organization => &[
                Name,
                SatchelId,
                ExternalId,
                Parent,
                Industry,
                Website,
                Phone,
                Email,
                Street,
                Postcode,
                City,
                Region,
                Country,
                Employees,
                AnnualRevenue,
                Currency,
                FoundedYear,
                Owner,
                Note,
            ],
            Self::Person => &[Name, SatchelId, ExternalId, Organization, JobTitle, Email, Phone, Mobile, Note],
            Self::Product => &[Name, ExternalId, Code, Series, Price, Currency],
            Self::Colleague => &[Name, ExternalId, Email, Manager, Office],
        }
    }

    /// The field a record cannot be without.
    #[must_use]
    pub const fn title_field(self) -> ImportField {
        match self {
            Self::Deal | Self::Lead => ImportField::Title,
            Self::Organization | Self::Person | Self::Product | Self::Colleague => ImportField::Name,
        }
    }

    /// Whether such records have custom fields.
    #[must_use]
    pub const fn takes_custom_fields(self) -> bool {
        matches!(self, Self::Deal | Self::Lead | Self::Organization | Self::Person)
    }
}

impl ImportField {
    /// The word for it; of fields that lists show as well, their key there.
    #[must_use]
    pub fn word(self) -> String {
        serde_json::to_value(self).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Whether several columns may fill it together.
    #[must_use]
    pub const fn takes_several(self) -> bool {
        matches!(self, Self::Labels | Self::Note)
    }
}

impl From<ImportDecimalMark> for DecimalMark {
    fn from(mark: ImportDecimalMark) -> Self {
        match mark {
            ImportDecimalMark::Point => Self::Point,
            ImportDecimalMark::Comma => Self::Comma,
        }
    }
}

impl From<DecimalMark> for ImportDecimalMark {
    fn from(mark: DecimalMark) -> Self {
        match mark {
            DecimalMark::Point => Self::Point,
            DecimalMark::Comma => Self::Comma,
        }
    }
}

impl From<ImportDateFormat> for DateFormat {
    fn from(format: ImportDateFormat) -> Self {
        match format {
            ImportDateFormat::YearFirst => Self::YearFirst,
            ImportDateFormat::MonthFirst => Self::MonthFirst,
            ImportDateFormat::DayFirst => Self::DayFirst,
            ImportDateFormat::Excel1900 => Self::Excel1900,
            ImportDateFormat::Excel1904 => Self::Excel1904,
        }
    }
}

impl From<DateFormat> for ImportDateFormat {
    fn from(format: DateFormat) -> Self {
        match format {
            DateFormat::YearFirst => Self::YearFirst,
            DateFormat::MonthFirst => Self::MonthFirst,
            DateFormat::DayFirst => Self::DayFirst,
            DateFormat::Excel1900 => Self::Excel1900,
            DateFormat::Excel1904 => Self::Excel1904,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = r#"{
      "version": 1,
      "entity": "deal",
      "file": { "delimiter": ";", "decimal_mark": "comma", "date_format": "day_first" },
      "columns": [
        { "column": "opportunity_id", "target": { "field": "external_id" } },
        { "column": "deal_stage", "target": { "field": "stage" },
          "values": { "Won": { "status": "won" }, "Prospecting": { "stage": "Prospecting" }, "?": "empty" } },
        { "column": "engage_date", "target": { "field": "started_on" }, "date_format": "excel1900" },
        { "column": "score", "target": { "new_custom": { "name": "Score", "kind": "number" } } },
        { "column": "internal", "target": "ignore" }
      ],
      "title": "{account} – {product}",
      "constants": { "currency": "USD", "pipeline": "Sales" },
      "names": { "product": { "matching": "exact", "unknown": "refuse" } },
      "system": "crm",
      "empty_cells": "clear"
    }"#;

    #[test]
    fn a_mapping_written_by_hand_is_read() {
        let mapping = ImportMapping::from_json(WRITTEN).expect("readable");
        assert_eq!(mapping.file.decimal_mark, Some(ImportDecimalMark::Comma));
        assert_eq!(mapping.columns[1].values["Won"], MappedValue::Status(DealStatus::Won));
        assert_eq!(mapping.columns[1].values["?"], MappedValue::Empty);
        assert_eq!(mapping.columns[2].date_format, Some(ImportDateFormat::Excel1900));
        assert_eq!(mapping.names.product.unknown, UnknownName::Refuse);
        assert_eq!(mapping.names.organization, NameRule::default(), "what is not said is loose and creates");
        assert_eq!(mapping.identity(), ImportIdentity::ExternalId);
        assert_eq!(mapping.column_of(ImportField::StartedOn).map(|column| column.column.as_str()), Some("engage_date"));
    }

    #[test]
    fn a_mapping_comes_back_from_its_own_text() {
        let mapping = ImportMapping::from_json(WRITTEN).expect("readable");
        let text = mapping.to_json().expect("text");
        assert!(!text.contains("null"), "what says nothing is left out");
        assert_eq!(ImportMapping::from_json(&text), Ok(mapping));
        let empty = ImportMapping::new(ImportEntity::Person);
        assert_eq!(ImportMapping::from_json(&empty.to_json().expect("text")), Ok(empty));
    }

    #[test]
    fn what_is_not_understood_is_refused_and_not_skipped() {
        let later = r#"{ "version": 2, "entity": "deal", "columns": [], "novelty": true }"#;
        assert_eq!(ImportMapping::from_json(later).expect_err("later").code, Code::MappingVersionUnknown);
        let cases = [
            r#"{ "version": 1, "entity": "deal", "columns": [], "colums": [] }"#,
            r#"{ "version": 1, "entity": "whale", "columns": [] }"#,
            r#"{ "version": 1, "entity": "deal", "columns": [{ "column": "a", "target": { "field": "valeu" } }] }"#,
            r#"{ "entity": "deal", "columns": [] }"#,
            "not json",
        ];
        for text in cases {
            assert_eq!(ImportMapping::from_json(text).expect_err(text).code, Code::MappingUnreadable, "{text}");
        }
    }

    #[test]
    fn the_documented_mapping_is_a_good_one() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../docs/import-mapping.md");
        let page = std::fs::read_to_string(path).expect("docs/import-mapping.md");
        let example = page.split("```json").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
        assert_eq!(ImportMapping::from_json(example).map(|mapping| mapping.columns.len()), Ok(8));
        for entity in ImportEntity::ALL.iter().filter(|entity| **entity != ImportEntity::Lead) {
            for field in entity.fields() {
                let word = serde_json::to_value(field).expect("a word");
                let word = word.as_str().expect("a word");
                assert!(page.contains(&format!("`{word}`")), "{entity:?} {word} is not documented");
            }
        }
    }

    #[test]
    fn every_kind_of_record_has_its_title_and_an_external_id() {
        for entity in ImportEntity::ALL {
            assert!(entity.fields().contains(&entity.title_field()), "{entity:?}");
            assert!(entity.fields().contains(&ImportField::ExternalId), "{entity:?}");
        }
    }
}
