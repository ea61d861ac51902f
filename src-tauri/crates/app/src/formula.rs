//! Computed fields (B143): checked while they are written, told with what they give, and read on one record.
//! The language of formulas is `domain::formula`; how they are read from the file is the registry of lists.

use crate::{
    Act, Error, Result, View,
    detail::words,
    dto::{
        self, CheckFormulaInput, FieldEntity, FormulaCheck, FormulaFunction, FormulaGuide, ListFieldsInput, Refusal,
    },
    list::ask,
};
use satchel_domain::formula::{self as rules, Problem, Why};
use satchel_store::query::list::{self as query, Computed, Entity, Field, Narrowed};
use serde_json::json;
use std::collections::HashMap;
use uuid::Uuid;

/// Records a formula is tried on while it is written.
const SAMPLES: i64 = 3;

/// Most formulas a kind of record has: all of them are read with every list.
pub const MOST: usize = 100;

const fn entity(entity: FieldEntity) -> Entity {
    match entity {
        FieldEntity::Deal => Entity::Deal,
        FieldEntity::Organization => Entity::Organization,
        FieldEntity::Person => Entity::Person,
    }
}

/// All fields of a kind of record as the registry knows them.
///
/// # Errors
/// As SQLite says.
pub fn fields(view: &View<'_>, of: FieldEntity) -> Result<Vec<Field>> {
    Ok(query::fields(view.conn, entity(of), &ask::lens(view)?)?)
}

/// What a formula would give: its type and the values of the newest records, or what is wrong and where.
///
/// # Errors
/// As SQLite says; a wrong formula is an answer here.
pub fn check_formula(view: &View<'_>, input: CheckFormulaInput) -> Result<FormulaCheck> {
    let entity = entity(input.entity);
    // a field that is not there yet has an id nothing refers to
    let id = input.field.unwrap_or_default();
    let fields = query::fields_with(view.conn, entity, &ask::lens(view)?, Some((id, &input.text)))?;
    let Some((field, computed)) = found(&fields, id) else { return Err(Error::missing("custom_field")) };
    if let Some(problem) = &computed.problem {
        return Ok(FormulaCheck { result: None, problem: Some(refusal(problem, &fields)), samples: Vec::new() });
    }
    let all = Narrowed { condition: "r.deleted_at IS NULL".to_owned(), ..Narrowed::default() };
    let ids = query::ids(view.conn, entity, &all, &[], 0, SAMPLES)?;
    let mut samples = Vec::new();
    for row in query::rows(view.conn, entity, &ids, &[])? {
        let value = query::kept(view.conn, entity, row.id, &[field])?.into_iter().next().flatten();
        samples.push(dto::FormulaSample { name: row.title, value });
    }
    Ok(FormulaCheck { result: result(computed), problem: None, samples })
}

/// What formulas of a kind of record can be written with.
///
/// # Errors
/// As SQLite says.
pub fn formula_guide(view: &View<'_>, input: ListFieldsInput) -> Result<FormulaGuide> {
    let fields = query::fields(view.conn, ask::entity(input.entity), &ask::lens(view)?)?;
    Ok(FormulaGuide {
        fields: fields
            .into_iter()
            .filter_map(|field| {
                let kind = words::field_kind(query::type_of(&field)?.kind());
                Some(dto::FormulaField { key: field.key, name: field.name, kind })
            })
            .collect(),
        functions: rules::Function::offered()
            .map(|function| {
                let (least, most) = function.arity();
                FormulaFunction { name: function.word().to_owned(), least: least as i64, most: most as i64 }
            })
            .collect(),
    })
}

fn found(fields: &[Field], id: Uuid) -> Option<(&Field, &Computed)> {
    let key = query::own_key(id);
    fields.iter().find(|field| field.key == key).and_then(|field| Some((field, field.computed.as_ref()?)))
}

fn result(computed: &Computed) -> Option<dto::FieldType> {
    computed.of.map(|of| words::field_kind(of.kind()))
}

/// The text of a formula as it is kept for a field.
///
/// # Errors
/// `required`, and what is wrong with it; `over_limit` where there are too many.
pub fn checked(act: &Act<'_>, of: FieldEntity, field: Uuid, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Error::field("required", "formula"));
    }
    let fields = query::fields_with(act.tx, entity(of), &ask::lens(&act.view())?, Some((field, text)))?;
    if fields.iter().filter(|field| field.computed.is_some()).count() > MOST {
        return Err(Error::with("over_limit", json!({ "field": "formula", "max": MOST })));
    }
    match found(&fields, field).and_then(|(_, computed)| computed.problem.as_ref()) {
        Some(problem) => {
            let Refusal { code, params } = refusal(problem, &fields);
            Err(Error::with(&code, params))
        }
        None => Ok(text.to_owned()),
    }
}

/// Says of each computed field what it gives, or why it gives nothing.
///
/// # Errors
/// As SQLite says.
pub fn tell(view: &View<'_>, fields: &mut [dto::CustomField]) -> Result<()> {
    for of in [FieldEntity::Deal, FieldEntity::Organization, FieldEntity::Person] {
        let mut own = fields.iter_mut().filter(|field| field.entity == of && field.formula.is_some()).peekable();
        if own.peek().is_none() {
            continue;
        }
        let known = self::fields(view, of)?;
        own.for_each(|field| say(field, &known));
    }
    Ok(())
}

fn say(field: &mut dto::CustomField, known: &[Field]) {
    if let (Some(formula), Some((_, computed))) = (&mut field.formula, found(known, field.id)) {
        formula.result = result(computed);
        formula.problem = computed.problem.as_ref().map(|problem| refusal(problem, known));
    }
}

/// Says it of the fields of one record, and answers their computed values by field, each in the kept form of its type.
///
/// # Errors
/// As SQLite says.
pub fn on_record(
    view: &View<'_>,
    of: FieldEntity,
    record: Uuid,
    own: &mut [dto::CustomField],
) -> Result<HashMap<Uuid, Option<String>>> {
    let known = fields(view, of)?;
    own.iter_mut().for_each(|field| say(field, &known));
    let computed: Vec<&Field> = known.iter().filter(|field| field.computed.is_some()).collect();
    let values = query::kept(view.conn, entity(of), record, &computed)?;
    Ok(computed
        .into_iter()
        .zip(values)
        .filter_map(|(field, value)| Some((query::own_id(&field.key)?, value)))
        .collect())
}

/// What is wrong with a formula, for people; `at` says where.
fn refusal(problem: &Problem, fields: &[Field]) -> Refusal {
    let field = |key: &str| ask::field_params(key, fields);
    let mut code = problem.why.to_string();
    let mut params = match &problem.why {
        Why::Syntax(near) if near.is_empty() => {
            "formula_end".clone_into(&mut code);
            json!({})
        }
        Why::Field(key) if query::own_id(key).is_some() => {
            "formula_field_gone".clone_into(&mut code);
            json!({})
        }
        Why::Syntax(near) => json!({ "near": near }),
        Why::Word(name) | Why::Function(name) | Why::Field(name) => json!({ "name": name }),
        Why::Arguments(function) => {
            let (least, most) = function.arity();
            json!({ "name": function.word(), "min": least, "max": most })
        }
        Why::FieldKind(key) | Why::Cycle(key) | Why::Broken(key) => field(key),
        Why::Type { expected, found } => json!({ "expected": expected.word(), "found": found.word() }),
        Why::Day(text) => json!({ "text": text }),
        Why::Choice(key, choices) => {
            let mut params = field(key);
            params["choices"] = json!(choices.join(", "));
            params
        }
        Why::TooLarge => json!({ "max": rules::LONGEST }),
    };
    params["at"] = json!(problem.at);
    Refusal { code, params }
}

/// The names of the computed fields a conversion leaves behind.
///
/// # Errors
/// As SQLite says.
pub fn left_behind(conn: &rusqlite::Connection) -> Result<Vec<String>> {
    use satchel_store::tables::{CustomField, Table};
    let fields = CustomField::select(conn, "WHERE entity = 'deal' AND kind = 'formula' ORDER BY position, id", [])?;
    Ok(fields.into_iter().map(|field| field.name).collect())
}
