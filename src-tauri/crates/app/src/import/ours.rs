//! The mapping of an export of ours, known by its column of ids: every column goes back to the field it came from, what is
//! computed is left out, and nothing is guessed from what the cells hold.

use super::{
    guess::{ColumnGuess, Guess, GuessedFrom, Hints, belongs},
    headings, image,
    mapping::{
        ColumnMapping, EmptyCells, ImportDateFormat, ImportDecimalMark, ImportEntity, ImportField as F, ImportIdentity,
        ImportMapping, ImportTarget, MappedValue,
    },
    profile::{ColumnProfile, FileProfile},
    words,
};
use crate::{
    dto::{CustomField, FieldType},
    export::ID_HEADING,
};
use satchel_domain::cells::unguarded;

/// Whether a heading is that of our ids.
pub(super) fn is_id(heading: &str) -> bool {
    words::key(heading) == words::key(ID_HEADING)
}

/// The column of our ids, in a file that has one.
pub(super) fn id_column(file: &FileProfile) -> Option<&ColumnProfile> {
    file.columns.iter().find(|column| is_id(&column.name))
}

/// The mapping of a file with our ids; None for any other file.
pub(super) fn mapped(file: &FileProfile, hints: &Hints<'_>) -> Option<Guess> {
    id_column(file)?;
    let ranked = ImportEntity::ALL.into_iter().filter(|entity| image::list_of(*entity).is_some()).map(|entity| {
        let known = targets(file, entity, hints).iter().filter(|target| **target != ImportTarget::Ignore).count();
        (known, entity)
    });
    // of equals the first kind
    let likely = ranked.rev().max_by_key(|(known, _)| *known).map(|(_, entity)| entity)?;
    let entity = hints.entity.unwrap_or(likely);
    image::list_of(entity)?;
    let mut targets = targets(file, entity, hints);
    // of all columns of currencies, the one of the record's own amount is the record's currency
    let own = |target: &ImportTarget| matches!(target, ImportTarget::Field(F::Value | F::AnnualRevenue));
    let currency = targets.iter().position(own).and_then(|at| currency_of(file, &file.columns[at].name));
    if let Some(at) = file.columns.iter().position(|column| Some(&column.name) == currency.as_ref()) {
        targets[at] = ImportTarget::Field(F::Currency);
    }
    let mut mapping = ImportMapping::new(entity);
    mapping.file = hints.reading.clone();
    mapping.identify_by = Some(ImportIdentity::SatchelId);
    mapping.empty_cells = EmptyCells::Clear;
    mapping.constants.currency = hints.home_currency.map(str::to_owned);
    mapping.columns = file
        .columns
        .iter()
        .zip(&targets)
        .map(|(column, target)| {
            let currency = is_amount(target, hints.fields).then(|| currency_of(file, &column.name)).flatten();
            column_mapping(column, target.clone(), currency, entity)
        })
        .collect();
    let columns = file.columns.iter().zip(targets).map(|(column, target)| ColumnGuess {
        column: column.name.clone(),
        target,
        score: 100,
        from: GuessedFrom::Header,
    });
    Some(Guess { columns: columns.collect(), mapping, entity_score: 100, remembered: false })
}

/// What each column fills, each field once: a field of ours, else one of the user's own, which goes before where the heading is
/// numbered. Fields of ours that no file fills are left out.
fn targets(file: &FileProfile, entity: ImportEntity, hints: &Hints<'_>) -> Vec<ImportTarget> {
    let mut taken: Vec<ImportTarget> = Vec::new();
    let is_listed = |key: &&str| hints.listed.iter().any(|(of, listed)| *of == entity && listed == *key);
    for column in &file.columns {
        let (heading, numbered) = plain(&column.name);
        let keys = headings::keys(heading);
        let field = keys.iter().find_map(|key| entity.fields().iter().find(|field| field.word() == *key));
        let ours = field.map(|field| ImportTarget::Field(*field));
        let custom = custom(&column.name, heading, entity, hints.fields);
        let free = |target: &ImportTarget| !taken.contains(target);
        let target = match ours {
            _ if is_id(heading) => Some(ImportTarget::Field(F::SatchelId)),
            _ if numbered => custom.filter(free),
            Some(ours) => Some(ours).filter(free),
            None if keys.iter().any(is_listed) => None,
            None => custom.filter(free),
        };
        taken.push(target.unwrap_or(ImportTarget::Ignore));
    }
    taken
}

/// A heading without its guard and without what makes a second one of the same name another ("Value (2)"), and whether it
/// was numbered so.
fn plain(heading: &str) -> (&str, bool) {
    let heading = unguarded(heading.trim());
    let numbered = heading.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match numbered {
        Some((name, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => (name, true),
        _ => (heading, false),
    }
}

/// The user's own field of that very name, its number counted or not, else of a name that differs in spelling only; a computed
/// one takes no value.
fn custom(whole: &str, heading: &str, entity: ImportEntity, fields: &[CustomField]) -> Option<ImportTarget> {
    let of_entity = || fields.iter().filter(|field| field.formula.is_none() && belongs(field.entity, entity));
    let named = |name: &str| of_entity().find(|field| field.name == name);
    named(unguarded(whole.trim()))
        .or_else(|| named(heading))
        .or_else(|| of_entity().find(|field| words::key(&field.name) == words::key(heading)))
        .map(|field| ImportTarget::Custom(field.id))
}

fn is_amount(target: &ImportTarget, fields: &[CustomField]) -> bool {
    match target {
        ImportTarget::Field(field) => matches!(field, F::Value | F::ActualValue | F::AnnualRevenue),
        ImportTarget::Custom(id) => fields.iter().any(|field| field.id == *id && field.kind == FieldType::Money),
        ImportTarget::NewCustom(_) | ImportTarget::Ignore => false,
    }
}

/// The column that states the currency of an amount: called like it, with a word for currency behind.
fn currency_of(file: &FileProfile, amount: &str) -> Option<String> {
    let amount = words::key(amount);
    let states = |column: &&ColumnProfile| {
        let key = words::key(&column.name);
        let word = key.strip_prefix(&amount).unwrap_or_default();
        words::meanings(word).iter().any(|(_, field)| *field == F::Currency)
    };
    file.columns.iter().find(states).map(|column| column.name.clone())
}

fn column_mapping(
    column: &ColumnProfile,
    target: ImportTarget,
    currency_column: Option<String>,
    entity: ImportEntity,
) -> ColumnMapping {
    let mut mapping = ColumnMapping::new(&column.name, target);
    mapping.currency_column = currency_column;
    // as we write them; a spreadsheet may have written them anew
    mapping.decimal_mark = Some(column.decimal_mark.map_or(ImportDecimalMark::Point, Into::into));
    mapping.date_format = Some(column.date_format.map_or(ImportDateFormat::YearFirst, Into::into));
    match mapping.target {
        ImportTarget::Field(F::Stage) => {
            let stage = |(value, _): &(String, u64)| (value.clone(), MappedValue::Stage(unguarded(value).to_owned()));
            mapping.values = column.values.iter().map(stage).collect();
        }
        ImportTarget::Field(F::Status) => {
            let known = |(value, _): &(String, u64)| Some((value.clone(), MappedValue::Status(words::outcome(value)?)));
            mapping.values = column.values.iter().filter_map(known).collect();
            if entity == ImportEntity::Lead {
                // no file turns a lead into a deal, or back
                mapping.values.insert("converted".to_owned(), MappedValue::Empty);
            }
        }
        _ => {}
    }
    mapping
}
