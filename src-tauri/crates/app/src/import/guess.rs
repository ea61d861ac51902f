//! A proposal for a mapping, from the headers, from what the columns hold, and from a mapping remembered for the same headers.
//! Nothing here is certain: every guess says how sure it is and where it came from, and what has two readings is left open.

use super::{
    header::{candidates, currency_in},
    mapping::{
        ColumnMapping, FileReading, ImportEntity, ImportField, ImportMapping, ImportTarget, MappedValue, NumberUnit,
    },
    profile::{ColumnKind, ColumnProfile, FileProfile},
    words,
};
use crate::dto::{CustomField, DealStatus, FieldEntity};
use satchel_domain::names::loose_key;
use std::collections::HashMap;

/// Weaker guesses are not made.
const WEAKEST: i32 = 30;
/// What a file's name adds to the kind of record it speaks of.
const BY_FILE_NAME: i32 = 80;
/// What a record without title or name costs its kind.
const UNTITLED: i32 = 150;

/// Where a guess came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuessedFrom {
    /// The column's name.
    Header,
    /// What its cells are.
    Profile,
    /// A mapping used before on a file with these columns.
    Remembered,
}

/// What a column is thought to be.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnGuess {
    /// The column's name.
    pub column: String,
    /// What it would fill.
    pub target: ImportTarget,
    /// 0 to 100, how sure.
    pub score: i64,
    /// Where it came from.
    pub from: GuessedFrom,
}

/// A whole proposal.
#[derive(Debug, Clone, PartialEq)]
pub struct Guess {
    /// Ready to be edited, or used as it is.
    pub mapping: ImportMapping,
    /// One a column of the file, in order.
    pub columns: Vec<ColumnGuess>,
    /// 0 to 100, how sure the kind of record is.
    pub entity_score: i64,
    /// The mapping is one that was used before.
    pub remembered: bool,
}

/// What is known besides the file's content.
#[derive(Debug, Clone, Default)]
pub struct Hints<'a> {
    /// The file's name may say what its rows are.
    pub file_name: &'a str,
    /// What the user said the rows are.
    pub entity: Option<ImportEntity>,
    /// Assumed for amounts without a currency.
    pub home_currency: Option<&'a str>,
    /// The custom fields that exist.
    pub fields: &'a [CustomField],
    /// The fields that lists show of each kind of record, the user's own left out: columns of our exports.
    pub listed: &'a [(ImportEntity, String)],
    /// How the file is read.
    pub reading: FileReading,
    /// The mapping last used on a file with these columns.
    pub remembered: Option<&'a ImportMapping>,
}

/// Proposes a mapping.
#[must_use]
pub fn guess(file: &FileProfile, hints: &Hints<'_>) -> Guess {
    if let Some(guess) = super::ours::mapped(file, hints) {
        return guess;
    }
    if let Some(guess) = hints.remembered.and_then(|mapping| recalled(file, mapping, hints)) {
        return guess;
    }
    let mut ranked: Vec<(i32, ImportEntity, Vec<Option<Choice>>)> = ImportEntity::ALL
        .into_iter()
        .filter(|entity| hints.entity.is_none_or(|said| said == *entity))
        .map(|entity| {
            let chosen = assigned(file, entity, hints.fields);
            (weight(file, entity, &chosen, hints.file_name), entity, chosen)
        })
        .collect();
    ranked.sort_by_key(|(weight, ..)| -*weight); // stable: of equals the first kind
    let second = ranked.get(1).map_or(0, |(weight, ..)| *weight);
    let Some((best, entity, chosen)) = ranked.into_iter().next() else {
        return Guess {
            mapping: ImportMapping::new(ImportEntity::Deal),
            columns: Vec::new(),
            entity_score: 0,
            remembered: false,
        };
    };
    let lead = if best > 0 { (best - second.max(0)) * 100 / best } else { 0 };
    let entity_score = if hints.entity.is_some() { 100 } else { i64::from(lead.clamp(0, 100)) };
    let columns =
        file.columns.iter().zip(&chosen).map(|(column, choice)| column_guess(column, choice.as_ref())).collect();
    Guess { mapping: mapping_of(file, entity, &chosen, hints), columns, entity_score, remembered: false }
}

/// Fills in, from what the columns hold, how numbers and days are read where the mapping does not say. What has two readings
/// stays open.
pub fn complete(mapping: &mut ImportMapping, file: &FileProfile) {
    let said = mapping.file.clone();
    for column in &mut mapping.columns {
        let Some(profile) = file.columns.iter().find(|profile| profile.name == column.column) else { continue };
        if said.decimal_mark.is_none() && column.decimal_mark.is_none() {
            column.decimal_mark = profile.decimal_mark.map(Into::into);
        }
        if said.date_format.is_none() && column.date_format.is_none() {
            column.date_format = profile.date_format.map(Into::into);
        }
    }
}

/// What files with the same columns have in common, whatever their order: the key under which a mapping is remembered.
#[must_use]
pub fn header_key(headers: &[String]) -> String {
    let mut keys: Vec<String> = headers.iter().map(|header| words::key(header)).collect();
    keys.sort();
    // FNV-1a: the same on every machine and in every version, unlike the standard hasher.
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", keys.join("\n").bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

/// A remembered mapping, if the file has all its columns. How the file is read is found anew; a format that the cells rule
/// out gives way to the one they show.
fn recalled(file: &FileProfile, remembered: &ImportMapping, hints: &Hints<'_>) -> Option<Guess> {
    let has = |name: &str| file.columns.iter().any(|column| column.name == name);
    let fits = remembered.columns.iter().all(|column| column.target == ImportTarget::Ignore || has(&column.column));
    if !fits || hints.entity.is_some_and(|said| said != remembered.entity) {
        return None;
    }
    let mut mapping = remembered.clone();
    mapping.file = hints.reading.clone();
    mapping.columns.retain(|column| has(&column.column));
    for column in &mut mapping.columns {
        let Some(profile) = file.columns.iter().find(|profile| profile.name == column.column) else { continue };
        column.decimal_mark = profile.decimal_mark.map(Into::into).or(column.decimal_mark);
        column.date_format = profile.date_format.map(Into::into).or(column.date_format);
        // a field that the last import made exists by now; one that is gone takes nothing
        let there = match &column.target {
            ImportTarget::NewCustom(new) => field_named(hints.fields, mapping.entity, &new.name),
            ImportTarget::Custom(id) if hints.fields.iter().any(|field| field.id == *id && field.formula.is_none()) => {
                continue;
            }
            ImportTarget::Custom(_) => {
                column.target = ImportTarget::Ignore;
                continue;
            }
            ImportTarget::Field(_) | ImportTarget::Ignore => continue,
        };
        if let Some(field) = there {
            column.target = ImportTarget::Custom(field.id);
        }
    }
    let target =
        |name: &str| mapping.columns.iter().find(|column| column.column == name).map(|column| column.target.clone());
    let columns = file.columns.iter().map(|column| ColumnGuess {
        column: column.name.clone(),
        target: target(&column.name).unwrap_or(ImportTarget::Ignore),
        score: 100,
        from: GuessedFrom::Remembered,
    });
    Some(Guess { columns: columns.collect(), mapping, entity_score: 100, remembered: true })
}

/// One possible use of a column.
#[derive(Debug, Clone, PartialEq)]
struct Choice {
    target: ImportTarget,
    score: i32,
    from: GuessedFrom,
}

/// The best use of each column for one kind of record: the surest first, each field once.
fn assigned(file: &FileProfile, entity: ImportEntity, fields: &[CustomField]) -> Vec<Option<Choice>> {
    let mut possible: Vec<(usize, Choice)> = Vec::new();
    for (at, column) in file.columns.iter().enumerate() {
        possible.extend(choices(column, at, entity, fields).into_iter().map(|choice| (at, choice)));
    }
    possible.sort_by_key(|(at, choice)| (-choice.score, *at));
    let mut chosen: Vec<Option<Choice>> = vec![None; file.columns.len()];
    let mut filled = Vec::new();
    for (at, choice) in possible {
        let again = matches!(choice.target, ImportTarget::Field(field) if field.takes_several());
        if choice.score >= WEAKEST && chosen[at].is_none() && (again || !filled.contains(&choice.target)) {
            filled.push(choice.target.clone());
            chosen[at] = Some(choice);
        }
    }
    chosen
}

/// What a column could be for one kind of record.
fn choices(column: &ColumnProfile, at: usize, entity: ImportEntity, fields: &[CustomField]) -> Vec<Choice> {
    let mut found = Vec::new();
    if words::is_first_name(&column.name) || words::is_last_name(&column.name) {
        return found; // half a name: part of the template
    }
    for (field, score) in candidates(&column.name, entity) {
        let field = if field == ImportField::City && is_countries(column) { ImportField::Country } else { field };
        found.push(Choice {
            target: ImportTarget::Field(field),
            score: score + fit(field, column),
            from: GuessedFrom::Header,
        });
    }
    let custom = fields
        .iter()
        .filter(|field| field.formula.is_none())
        .find(|field| belongs(field.entity, entity) && words::key(&field.name) == words::key(&column.name));
    found.extend(custom.map(|field| Choice {
        target: ImportTarget::Custom(field.id),
        score: 95,
        from: GuessedFrom::Header,
    }));
    let by_content = by_content(column, at, entity).filter(|(field, _)| entity.fields().contains(field));
    found.extend(by_content.map(|(field, score)| Choice {
        target: ImportTarget::Field(field),
        score,
        from: GuessedFrom::Profile,
    }));
    found
}

/// Whether records of a kind carry such fields.
pub(super) const fn belongs(field: FieldEntity, entity: ImportEntity) -> bool {
    match field {
        FieldEntity::Deal => matches!(entity, ImportEntity::Deal | ImportEntity::Lead),
        FieldEntity::Organization => matches!(entity, ImportEntity::Organization),
        FieldEntity::Person => matches!(entity, ImportEntity::Person),
    }
}

/// The custom field of this name that records of this kind have.
pub(super) fn field_named<'a>(fields: &'a [CustomField], entity: ImportEntity, name: &str) -> Option<&'a CustomField> {
    fields.iter().filter(|field| belongs(field.entity, entity)).find(|field| loose_key(&field.name) == loose_key(name))
}

/// What the cells alone suggest, whatever the column is called.
fn by_content(column: &ColumnProfile, at: usize, entity: ImportEntity) -> Option<(ImportField, i32)> {
    let outcomes = column.values.iter().filter(|(value, _)| words::outcome(value).is_some()).count();
    match column.kind {
        ColumnKind::Email => Some((ImportField::Email, 55)),
        ColumnKind::Phone => Some((ImportField::Phone, 50)),
        ColumnKind::Choice if outcomes > 1 && outcomes == column.values.len() => Some((ImportField::Status, 55)),
        ColumnKind::Choice if outcomes > 1 && entity == ImportEntity::Deal => Some((ImportField::Stage, 55)),
        ColumnKind::Choice if is_countries(column) => Some((ImportField::Country, 45)),
        ColumnKind::Unique if at == 0 && looks_like_ids(column) => Some((ImportField::ExternalId, 40)),
        _ => None,
    }
}

/// Codes: one word each, with a digit.
fn looks_like_ids(column: &ColumnProfile) -> bool {
    let is_code = |text: &String| text.chars().any(|c| c.is_ascii_digit()) && !text.contains(char::is_whitespace);
    column.samples.len() > 1 && column.samples.iter().all(is_code)
}

/// Most of its values (of its samples, where there are too many or each is another) name a country.
fn is_countries(column: &ColumnProfile) -> bool {
    let values: Vec<&str> = column.values.iter().map(|(value, _)| value.as_str()).collect();
    let values = if values.is_empty() { column.samples.iter().map(String::as_str).collect() } else { values };
    let countries = values.iter().filter(|value| words::is_country(value)).count();
    !values.is_empty() && countries * 10 >= values.len() * 6
}

/// How well what a column holds fits a field: a little for it, much against it.
fn fit(field: ImportField, column: &ColumnProfile) -> i32 {
    use ColumnKind as K;
    use ImportField as F;
    if column.kind == K::Empty {
        return -10;
    }
    let wants = |good: bool, otherwise: i32| if good { 5 } else { otherwise };
    let is = |kinds: &[K]| kinds.contains(&column.kind);
    match field {
        F::Value | F::ActualValue | F::AnnualRevenue | F::Price => wants(is(&[K::Integer, K::Amount]), -60),
        F::ExpectedClose | F::StartedOn | F::EndedOn => wants(is(&[K::Date]), -60),
        F::Employees | F::FoundedYear => wants(is(&[K::Integer]), -40),
        F::Probability => {
            let percent = column.samples.iter().any(|sample| sample.ends_with(['%', '％']));
            wants(percent || is(&[K::Integer, K::Amount]), -40)
        }
        F::Email => wants(is(&[K::Email]), -50),
        F::Stage | F::Status => wants(!column.values.is_empty() && !is(&[K::Integer, K::Amount, K::Date]), -40),
        F::Currency => wants(!column.values.is_empty() && is(&[K::Choice, K::Text, K::Unique]), -40),
        F::ExternalId | F::SatchelId => wants(column.unique && !is(&[K::Date, K::Email]), -70),
        F::Title | F::Name => wants(!is(&[K::Date, K::Integer, K::Amount, K::Email]), -40),
        F::Organization | F::Person | F::Owner | F::ConvertedBy | F::NextContactBy | F::Parent | F::Product => {
            wants(!is(&[K::Date, K::Amount, K::Email]), -40)
        }
        F::Phone | F::Mobile => wants(!is(&[K::Date, K::Email, K::Amount]), -50),
        F::Pipeline
        | F::Source
        | F::Labels
        | F::CloseReason
        | F::Note
        | F::Industry
        | F::Website
        | F::Street
        | F::Postcode
        | F::City
        | F::Region
        | F::Country
        | F::JobTitle
        | F::Code
        | F::Series
        | F::Manager
        | F::Office => 0,
    }
}

/// How much speaks for a kind of record: its columns, its title, the file's name.
fn weight(file: &FileProfile, entity: ImportEntity, chosen: &[Option<Choice>], file_name: &str) -> i32 {
    let columns: i32 = chosen.iter().flatten().map(|choice| choice.score).sum();
    let titled = field_column(file, chosen, entity.title_field()).is_some() || template(file, entity, chosen).is_some();
    let named = file_name_words(entity).iter().any(|word| words::key(file_name).contains(word));
    columns - if titled { 0 } else { UNTITLED } + if named { BY_FILE_NAME } else { 0 }
}

const fn file_name_words(entity: ImportEntity) -> &'static [&'static str] {
    match entity {
        ImportEntity::Deal => &["deal", "opportunit", "pipeline", "affaire", "verkaufschance", "oportunidad", "商机"],
        ImportEntity::Lead => &["lead", "prospect", "interessent", "线索"],
        ImportEntity::Organization => &[
            "account",
            "compan",
            "organi",
            "customer",
            "client",
            "societe",
            "entreprise",
            "firm",
            "unternehmen",
            "kunde",
            "empresa",
            "客户",
            "公司",
        ],
        ImportEntity::Person => &["contact", "people", "person", "kontakt", "ansprechpartner", "联系人"],
        ImportEntity::Product => &["product", "produit", "produkt", "artikel", "catalog", "产品"],
        ImportEntity::Colleague => &[
            "salesteam",
            "colleague",
            "collegue",
            "employee",
            "mitarbeiter",
            "kollege",
            "empleado",
            "user",
            "同事",
            "员工",
        ],
    }
}

/// The column chosen for a field.
fn field_column<'a>(file: &'a FileProfile, chosen: &[Option<Choice>], field: ImportField) -> Option<&'a ColumnProfile> {
    let target = ImportTarget::Field(field);
    let at = chosen.iter().position(|choice| choice.as_ref().is_some_and(|choice| choice.target == target))?;
    file.columns.get(at)
}

/// A title where no column is one: account and product of a deal, first and last name of a person.
fn template(file: &FileProfile, entity: ImportEntity, chosen: &[Option<Choice>]) -> Option<String> {
    if field_column(file, chosen, entity.title_field()).is_some() {
        return None;
    }
    let braced = |column: &ColumnProfile| (!column.name.contains(['{', '}'])).then(|| format!("{{{}}}", column.name));
    if entity.title_field() == ImportField::Title {
        let column = |field| field_column(file, chosen, field).and_then(braced);
        let party = column(ImportField::Organization).or_else(|| column(ImportField::Person));
        let parts: Vec<String> = party.into_iter().chain(column(ImportField::Product)).collect();
        return (!parts.is_empty()).then(|| parts.join(" – "));
    }
    if !matches!(entity, ImportEntity::Person | ImportEntity::Colleague) {
        return None;
    }
    let first = file.columns.iter().find(|column| words::is_first_name(&column.name)).and_then(braced);
    let last = file.columns.iter().find(|column| words::is_last_name(&column.name)).and_then(braced);
    let parts: Vec<String> = first.into_iter().chain(last).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn column_guess(column: &ColumnProfile, choice: Option<&Choice>) -> ColumnGuess {
    ColumnGuess {
        column: column.name.clone(),
        target: choice.map_or(ImportTarget::Ignore, |choice| choice.target.clone()),
        score: choice.map_or(0, |choice| i64::from(choice.score.clamp(0, 100))),
        from: choice.map_or(GuessedFrom::Profile, |choice| choice.from),
    }
}

fn mapping_of(file: &FileProfile, entity: ImportEntity, chosen: &[Option<Choice>], hints: &Hints<'_>) -> ImportMapping {
    let mut mapping = ImportMapping::new(entity);
    mapping.file = hints.reading.clone();
    mapping.title = template(file, entity, chosen);
    for (column, choice) in file.columns.iter().zip(chosen) {
        let target = choice.as_ref().map_or(ImportTarget::Ignore, |choice| choice.target.clone());
        mapping.columns.push(column_mapping(column, target, entity));
    }
    let money = [ImportField::Value, ImportField::AnnualRevenue, ImportField::Price];
    if money.into_iter().any(|field| mapping.column_of(field).is_some()) {
        let by_header =
            file.columns.iter().find_map(|column| currency_in(&column.name)).map(|currency| currency.code().to_owned());
        mapping.constants.currency = by_header.or_else(|| hints.home_currency.map(str::to_owned));
    }
    mapping
}

fn column_mapping(column: &ColumnProfile, target: ImportTarget, entity: ImportEntity) -> ColumnMapping {
    let mut mapping = ColumnMapping::new(&column.name, target);
    let ImportTarget::Field(field) = mapping.target else {
        mapping.decimal_mark = column.decimal_mark.map(Into::into);
        mapping.date_format = column.date_format.map(Into::into);
        return mapping;
    };
    match field {
        ImportField::Value
        | ImportField::ActualValue
        | ImportField::AnnualRevenue
        | ImportField::Price
        | ImportField::Employees => {
            mapping.decimal_mark = column.decimal_mark.map(Into::into);
        }
        ImportField::Probability => {
            mapping.decimal_mark = column.decimal_mark.map(Into::into);
            mapping.unit = column.fractions.then_some(NumberUnit::Fraction);
        }
        ImportField::ExpectedClose | ImportField::StartedOn | ImportField::EndedOn => {
            mapping.date_format = column.date_format.map(Into::into);
        }
        ImportField::Stage | ImportField::Status => {
            let meanings =
                column.values.iter().filter_map(|(value, _)| Some((value.clone(), meaning(value, field, entity)?)));
            mapping.values = meanings.collect::<HashMap<_, _>>().into_iter().collect();
        }
        _ => {}
    }
    mapping
}

/// What a value of a stage or status column means; a status word nobody knows is left to the user.
fn meaning(value: &str, field: ImportField, entity: ImportEntity) -> Option<MappedValue> {
    match words::outcome(value) {
        Some(DealStatus::Won | DealStatus::Closed) if entity == ImportEntity::Lead => None,
        Some(status) => Some(MappedValue::Status(status)),
        None if field == ImportField::Stage => Some(MappedValue::Stage(value.to_owned())),
        None => None,
    }
}

#[cfg(test)]
#[path = "guess_tests.rs"]
mod tests;
