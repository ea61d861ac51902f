//! Fields the user adds: made, changed, put in order, removed. What a record says in them is `detail::custom`.
//! A change of type takes every value along or is refused as a whole; an option's new name goes to the records that chose it.

use crate::{
    Act, Error, Result, View, boot,
    detail::{custom, words},
    dto::{FieldChange, FieldOption, FieldType, FieldUse, IdInput, NewField, OptionUse, RecordKind, UpdateFieldInput},
    formula, party,
    pipeline::free_name,
    written::{Written, written},
};
use rusqlite::Connection;
use satchel_domain::{
    currency::Currency,
    field::{self as rules, Kind},
    ids::*,
};
use satchel_store::{
    query::{catalog::Named, detail::set_custom_value, field as query},
    tables::{CustomField, Table},
};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Most options of a choice field.
const MOST_OPTIONS: usize = 200;

/// Most fields whose values stand on a card.
pub const MOST_ON_CARDS: i64 = 3;

/// How many records have a value in a field, and which options they chose.
///
/// # Errors
/// `missing`.
pub fn field_use(view: &View<'_>, input: IdInput) -> Result<FieldUse> {
    let row = field(view.conn, input.id)?;
    let kind = kind_of(&row)?;
    let mut counted: BTreeMap<String, i64> = BTreeMap::new();
    if kind.has_options() {
        for (value, count) in query::counts(view.conn, input.id)? {
            for option in custom::choices_of(kind, &value) {
                *counted.entry(option).or_default() += count;
            }
        }
    }
    let mut options: Vec<OptionUse> = read_options(&row.options)
        .into_iter()
        .map(|name| OptionUse { count: counted.remove(&name).unwrap_or(0), name, offered: true })
        .collect();
    options.extend(counted.into_iter().map(|(name, count)| OptionUse { name, count, offered: false }));
    Ok(FieldUse { values: query::count(view.conn, input.id)?, options })
}

/// A new custom field.
///
/// # Errors
/// `required`, `too_long`, `name_taken`, `over_limit`, and what is wrong with a formula (B145).
pub fn create_field(act: &Act<'_>, input: NewField) -> Result<Written> {
    let entity = words::entity(input.entity);
    let id: FieldId = act.id();
    let formula = match input.kind {
        FieldType::Formula => {
            Some(formula::checked(act, input.entity, id.0, input.formula.as_deref().unwrap_or_default())?)
        }
        _ => None,
    };
    let row = CustomField {
        id,
        entity: entity.to_owned(),
        name: free_name(act, Named::Fields(entity), &input.name, None)?,
        kind: words::field_type(input.kind).to_owned(),
        options: options(words::field_kind_in(input.kind), &input.options)?,
        position: query::next_position(act.tx, entity)?,
        description: description(&input.description)?,
        on_card: false,
        formula,
    };
    row.insert(act.tx)?;
    Ok(written("create_field", json!({ "name": row.name })).creating(RecordKind::CustomField, row.id))
}

/// Changes a custom field.
///
/// # Errors
/// As `create_field`, `missing`, `formula_kind_stays`, and `values_do_not_convert` with how many.
pub fn update_field(act: &Act<'_>, input: UpdateFieldInput) -> Result<Written> {
    let mut row = field(act.tx, input.id)?;
    for change in input.changes {
        match change {
            FieldChange::Name(text) => {
                let entity = words::entity(entity_of(&row)?);
                row.name = free_name(act, Named::Fields(entity), &text, Some(input.id))?;
            }
            FieldChange::Description(text) => row.description = description(&text)?,
            FieldChange::Kind(kind) => change_kind(act, &mut row, kind)?,
            FieldChange::Options(wanted) => change_options(act, &mut row, &wanted)?,
            FieldChange::OnCard(on_card) => {
                if on_card && (row.entity != "deal" || query::on_cards(act.tx, input.id)? >= MOST_ON_CARDS) {
                    return Err(Error::with("over_limit", json!({ "field": "on_card", "max": MOST_ON_CARDS })));
                }
                row.on_card = on_card;
            }
            FieldChange::Formula(text) => {
                if row.formula.is_none() {
                    return Err(Error::field("invalid", "formula"));
                }
                row.formula = Some(formula::checked(act, entity_of(&row)?, input.id, &text)?);
            }
            FieldChange::After(after) => {
                row.update(act.tx)?;
                place(act, &row, after)?;
                row = field(act.tx, input.id)?;
            }
        }
    }
    row.update(act.tx)?;
    Ok(written("update_field", json!({ "name": row.name })))
}

/// Removes a custom field with all its values; undo brings both back.
///
/// # Errors
/// `missing`.
pub fn delete_field(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = field(act.tx, input.id)?;
    let count = query::strip(act.tx, input.id)?;
    CustomField::delete(act.tx, row.id)?;
    Ok(written("delete_field", json!({ "name": row.name, "count": count })))
}

fn field(conn: &Connection, id: Uuid) -> Result<CustomField> {
    party::need::<CustomField>(conn, FieldId(id), "custom_field")
}

fn kind_of(row: &CustomField) -> Result<Kind> {
    Kind::of_word(&row.kind).ok_or_else(|| Error::internal(&format!("custom field {}", row.kind)))
}

fn entity_of(row: &CustomField) -> Result<crate::dto::FieldEntity> {
    words::entity_of(&row.entity).ok_or_else(|| Error::internal(&format!("custom field {}", row.entity)))
}

fn description(text: &str) -> Result<String> {
    Ok(party::optional("description", Some(text))?.unwrap_or_default())
}

fn read_options(json: &str) -> Vec<String> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Options as they are kept: each once, none where the type offers no choice.
fn options(kind: Kind, given: &[String]) -> Result<String> {
    let mut kept: Vec<String> = Vec::new();
    if kind.has_options() {
        for option in given.iter().filter(|option| !option.trim().is_empty()) {
            let option = party::name("options", option)?;
            if !kept.contains(&option) {
                kept.push(option);
            }
        }
        if kept.is_empty() {
            return Err(Error::field("required", "options"));
        }
        if kept.len() > MOST_OPTIONS {
            return Err(Error::with("over_limit", json!({ "field": "options", "max": MOST_OPTIONS })));
        }
    }
    Ok(json!(kept).to_string())
}

/// New options; where one has another name now, the records that chose it say the new one.
fn change_options(act: &Act<'_>, row: &mut CustomField, wanted: &[FieldOption]) -> Result<()> {
    let kind = kind_of(row)?;
    row.options = options(kind, &wanted.iter().map(|option| option.name.clone()).collect::<Vec<_>>())?;
    let mut renamed: BTreeMap<String, String> = BTreeMap::new();
    for option in wanted.iter().filter(|option| !option.name.trim().is_empty()) {
        let name = party::name("options", &option.name)?;
        if let Some(was) = option.was.as_ref().filter(|was| **was != name) {
            renamed.insert(was.clone(), name);
        }
    }
    if renamed.is_empty() || !kind.has_options() {
        return Ok(());
    }
    let offered = read_options(&row.options);
    for (record, value) in query::values(act.tx, row.id.0)? {
        let before = custom::choices_of(kind, &value);
        let after: Vec<String> = before.iter().map(|option| renamed.get(option).unwrap_or(option)).cloned().collect();
        if after != before {
            let kept = rules::chosen(&offered, &after, &after).unwrap_or(after);
            set_custom_value(act.tx, record, row.id.0, custom::kept_choices(kind, &kept).as_deref())?;
        }
    }
    Ok(())
}

/// Another type: every value is rewritten in the new form, or nothing changes.
fn change_kind(act: &Act<'_>, row: &mut CustomField, wanted: FieldType) -> Result<()> {
    let (from, to) = (kind_of(row)?, words::field_kind_in(wanted));
    if from == to {
        return Ok(());
    }
    if from == Kind::Formula || to == Kind::Formula {
        return Err(Error::with("formula_kind_stays", json!({ "name": row.name })));
    }
    let home = boot::settings(act.tx)?.home_currency;
    let home = Currency::parse(&home).map_err(|_| Error::internal(&"home currency"))?;
    let all = query::values(act.tx, row.id.0)?;
    let mut offered = if to.has_options() { read_options(&row.options) } else { Vec::new() };
    let mut rewritten = Vec::with_capacity(all.len());
    let mut refused: Vec<String> = Vec::new();
    for (record, value) in &all {
        let plain = custom::plain(act.tx, from, value)?;
        // choices pass between each other one by one, everything else as one text
        let single = if from.has_options() && to.has_options() {
            let choices = custom::choices_of(from, value);
            if to == Kind::Choice && choices.len() > 1 { None } else { Some(choices) }
        } else {
            let found = rules::converted(from, to, &plain, home);
            match (to.has_options(), found) {
                (true, found) => found.map(|option| vec![option]),
                (false, Some(value)) => {
                    rewritten.push((*record, Some(value)));
                    continue;
                }
                (false, None) => None,
            }
        };
        // spelled as options are
        let spelled = |choice: &String| party::name("options", choice).ok();
        match single.and_then(|choices| choices.iter().map(spelled).collect::<Option<Vec<_>>>()) {
            Some(choices) => {
                for choice in &choices {
                    if !offered.contains(choice) {
                        offered.push(choice.clone());
                    }
                }
                rewritten.push((*record, custom::kept_choices(to, &choices)));
            }
            None => refused.push(plain),
        }
    }
    if let Some(example) = refused.first() {
        return Err(Error::with(
            "values_do_not_convert",
            json!({
                "name": row.name, "count": refused.len(), "total": all.len(), "to": to.word(),
                "example": example.chars().take(60).collect::<String>(),
            }),
        ));
    }
    row.options = if to.has_options() && offered.is_empty() { "[]".to_owned() } else { options(to, &offered)? };
    to.word().clone_into(&mut row.kind);
    for ((record, before), (_, after)) in all.iter().zip(&rewritten) {
        if after.as_ref() != Some(before) {
            set_custom_value(act.tx, *record, row.id.0, after.as_deref())?;
        }
    }
    Ok(())
}

/// Puts a field behind another of its kind of record.
fn place(act: &Act<'_>, row: &CustomField, after: Option<Uuid>) -> Result<()> {
    let mut all = CustomField::select(act.tx, "WHERE entity = ?1 ORDER BY position, id", [&row.entity])?;
    all.retain(|other| other.id != row.id);
    let at = match after {
        None => 0,
        Some(after) => {
            1 + all.iter().position(|other| other.id.0 == after).ok_or_else(|| Error::missing("custom_field"))?
        }
    };
    all.insert(at, row.clone());
    for (position, mut field) in (0..).zip(all) {
        if field.position != position {
            field.position = position;
            field.update(act.tx)?;
        }
    }
    Ok(())
}
