//! From conditions to SQL: what was checked by the domain becomes expressions over `r` with bound values only.

use super::{
    Entity, Field,
    field::{Bound, Lens, Shape},
    preset::{self, Preset},
};
use rusqlite::types::Value as Sql;
use satchel_domain::filter::{Condition, Days, Filter, Kind, Operator, Value, Wrong};
use uuid::Uuid;

/// What narrows a list or a board.
#[derive(Debug, Clone)]
pub struct Query {
    /// Whose records.
    pub entity: Entity,
    /// Ready filters.
    pub presets: Vec<Preset>,
    /// Conditions.
    pub filter: Filter,
    /// One full-text query a word.
    pub words: Vec<String>,
    /// Deals of this pipeline only.
    pub pipeline: Option<Uuid>,
}

/// Why a filter cannot be asked: the field, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// There is no such field (any more).
    Unknown(String),
    /// The condition does not suit it.
    Condition(String, Wrong),
    /// Its formula cannot be computed.
    Broken(String),
    /// More conditions than a filter takes.
    TooMany,
}

/// A compiled condition with what it needs before the statement.
#[derive(Debug, Default)]
pub struct Narrowed {
    /// Common table expressions, with `WITH` and a blank, or nothing.
    pub with: String,
    /// The condition.
    pub condition: String,
    /// What it binds.
    pub bound: Bound,
    /// It leaves most records: what reads the first of an order need not look for few among many.
    pub broad: bool,
}

/// Compiles a query.
///
/// # Errors
/// The first condition that cannot be asked.
pub fn compile(query: &Query, fields: &[Field], lens: &Lens) -> Result<Narrowed, Refused> {
    if query.filter.all.len() + query.filter.any.len() > satchel_domain::filter::MOST_CONDITIONS {
        return Err(Refused::TooMany);
    }
    let mut bound = Bound::default();
    let mut parts = preset::conditions(query.entity, &query.presets, lens, &mut bound);
    if let Some(pipeline) = query.pipeline.filter(|_| query.entity == Entity::Deal) {
        parts.push(format!("r.pipeline_id = {}", bound.bind(pipeline.as_bytes().to_vec())));
    }
    for condition in &query.filter.all {
        parts.push(one(condition, fields, lens, &mut bound)?);
    }
    let any: Vec<String> = query
        .filter
        .any
        .iter()
        .map(|condition| one(condition, fields, lens, &mut bound))
        .collect::<Result<_, Refused>>()?;
    if !any.is_empty() {
        parts.push(format!("({})", any.join(" OR ")));
    }
    let with = words(query, &mut bound, &mut parts);
    let condition = if parts.is_empty() { "1".to_owned() } else { parts.join(" AND ") };
    let broad = query.presets.iter().all(|preset| matches!(preset, Preset::Mine | Preset::Open))
        && query.filter.all.is_empty()
        && query.filter.any.is_empty()
        && query.words.is_empty()
        && query.pipeline.is_none();
    Ok(Narrowed { with, condition, bound, broad })
}

/// Each word is looked up once in the index: in the record itself, or in the name of who it belongs to.
fn words(query: &Query, bound: &mut Bound, parts: &mut Vec<String>) -> String {
    let mut with = Vec::new();
    let owners: &[&str] = match query.entity {
        Entity::Deal | Entity::Lead => &["organization_id", "person_id"],
        Entity::Person => &["organization_id"],
        Entity::Organization => &[],
    };
    let matching = |place: String| {
        format!(
            "AS MATERIALIZED (SELECT d.record_id FROM search_index i JOIN search_docs d ON d.doc = i.rowid WHERE i.search_index MATCH {place})"
        )
    };
    for (at, word) in query.words.iter().enumerate() {
        with.push(format!("own{at} {}", matching(bound.bind(word.clone()))));
        let mut places = vec![format!("r.id IN (SELECT record_id FROM own{at})")];
        if !owners.is_empty() {
            with.push(format!("owner{at} {}", matching(bound.bind(format!("title : {word}")))));
            places.extend(owners.iter().map(|column| format!("r.{column} IN (SELECT record_id FROM owner{at})")));
        }
        parts.push(format!("({})", places.join(" OR ")));
    }
    if with.is_empty() { String::new() } else { format!("WITH {} ", with.join(", ")) }
}

fn one(condition: &Condition, fields: &[Field], lens: &Lens, bound: &mut Bound) -> Result<String, Refused> {
    let field = fields
        .iter()
        .find(|field| field.key == condition.field)
        .ok_or_else(|| Refused::Unknown(condition.field.clone()))?;
    if field.computed.as_ref().is_some_and(|computed| computed.problem.is_some()) {
        return Err(Refused::Broken(field.key.clone()));
    }
    condition.check(field.kind).map_err(|wrong| Refused::Condition(field.key.clone(), wrong))?;
    let sql = &field.sql;
    let wrong = || Refused::Condition(field.key.clone(), Wrong::Value);
    Ok(match (field.kind, &field.shape) {
        (Kind::Text, _) => text(condition, sql, bound),
        (Kind::Number, Shape::DaysSince) => days_since(condition, sql, lens),
        (Kind::Number | Kind::Percent, _) => compared(condition, sql, bound, |value| match value {
            Value::Number(number) => Some(Sql::Real(*number)),
            Value::Percent(hundredths) => Some(Sql::Integer(*hundredths)),
            _ => None,
        })
        .ok_or_else(wrong)?,
        (Kind::Money, Shape::Money(currency)) => money(condition, sql, currency, bound).ok_or_else(wrong)?,
        (Kind::Date, _) => dates(condition, lens, &mut |days| day_texts(sql, days, bound), sql).ok_or_else(wrong)?,
        (Kind::Instant, _) => {
            dates(condition, lens, &mut |days| instants(sql, days, lens, bound), sql).ok_or_else(wrong)?
        }
        (Kind::Span, Shape::Span(last)) => {
            let ends = matches!(condition.op, Operator::Lt | Operator::Le | Operator::Gt | Operator::Ge);
            dates(condition, lens, &mut |days| spans(sql, last, days, ends, bound), sql).ok_or_else(wrong)?
        }
        (Kind::YesNo, _) => {
            let yes = matches!(condition.values.as_slice(), [Value::Yes(true)]);
            format!("({sql}) IS {}TRUE", if yes { "" } else { "NOT " })
        }
        (Kind::Choices, shape) => many(condition, shape, sql, bound),
        (Kind::Choice | Kind::Record, _) => among(condition, sql, bound),
        (Kind::Money | Kind::Span, _) => return Err(wrong()),
    })
}

/// Whether it holds anything, for the operators that ask only that.
fn presence(condition: &Condition, filled: &str) -> Option<String> {
    match condition.op {
        Operator::IsSet => Some(format!("({filled})")),
        Operator::NotSet => Some(format!("({filled}) IS NOT TRUE")),
        _ => None,
    }
}

const fn sign(op: Operator) -> &'static str {
    match op {
        Operator::Lt => "<",
        Operator::Le => "<=",
        Operator::Gt => ">",
        Operator::Ge => ">=",
        Operator::Ne => "IS NOT",
        _ => "=",
    }
}

fn compared(
    condition: &Condition,
    sql: &str,
    bound: &mut Bound,
    value: impl Fn(&Value) -> Option<Sql>,
) -> Option<String> {
    if let Some(asked) = presence(condition, &format!("{sql} IS NOT NULL")) {
        return Some(asked);
    }
    let first = bound.bind(value(condition.values.first()?)?);
    Some(if condition.op == Operator::Between {
        format!("({sql} BETWEEN {first} AND {})", bound.bind(value(condition.values.get(1)?)?))
    } else {
        format!("({sql} {} {first})", sign(condition.op))
    })
}

fn money(condition: &Condition, sql: &str, currency: &str, bound: &mut Bound) -> Option<String> {
    let minor = |value: &Value| match value {
        Value::Money(minor, _) => Some(Sql::Integer(*minor)),
        _ => None,
    };
    match condition.values.first() {
        Some(Value::Money(_, code)) => {
            let same = format!("{currency} = {}", bound.bind(code.code().to_owned()));
            let positive = Condition {
                op: if condition.op == Operator::Ne { Operator::Eq } else { condition.op },
                ..condition.clone()
            };
            let both = format!("({same} AND {})", compared(&positive, sql, bound, minor)?);
            Some(if condition.op == Operator::Ne { format!("{both} IS NOT TRUE") } else { both })
        }
        _ => compared(condition, sql, bound, minor),
    }
}

/// Days as conditions on a stretch of them; `within` says how a stretch reads for the field.
fn dates(condition: &Condition, lens: &Lens, within: &mut dyn FnMut(Days) -> String, sql: &str) -> Option<String> {
    if let Some(asked) = presence(condition, &format!("{sql} IS NOT NULL")) {
        return Some(asked);
    }
    let open = Days { from: None, to: None };
    let days = match (condition.op, condition.values.as_slice()) {
        (Operator::InPeriod, [Value::Period(period)]) => period.days(lens.today, lens.week_start),
        (Operator::Eq | Operator::Ne, [Value::Date(day)]) => Days { from: Some(*day), to: Some(*day) },
        (Operator::Le, [Value::Date(day)]) => Days { to: Some(*day), ..open },
        (Operator::Ge, [Value::Date(day)]) => Days { from: Some(*day), ..open },
        // before the first day there is, and after the last one, lies nothing
        (Operator::Lt, [Value::Date(day)]) => match day.plus_days(-1) {
            Some(before) => Days { to: Some(before), ..open },
            None => return Some("0".to_owned()),
        },
        (Operator::Gt, [Value::Date(day)]) => match day.plus_days(1) {
            Some(after) => Days { from: Some(after), ..open },
            None => return Some("0".to_owned()),
        },
        (Operator::Between, [Value::Date(from), Value::Date(to)]) => Days { from: Some(*from), to: Some(*to) },
        _ => return None,
    };
    let inside = within(days);
    Some(if condition.op == Operator::Ne { format!("{inside} IS NOT TRUE") } else { inside })
}

/// A stretch of days on a column of days.
pub(super) fn day_texts(sql: &str, days: Days, bound: &mut Bound) -> String {
    spans(sql, sql, days, true, bound)
}

/// A stretch of days on another one, by its first and last day: all of it lies in there (`whole`), or they overlap (B160).
fn spans(first: &str, last: &str, days: Days, whole: bool, bound: &mut Bound) -> String {
    let (left, right) = if whole { (first, last) } else { (last, first) };
    let mut parts = Vec::new();
    if let Some(from) = days.from {
        parts.push(format!("{left} >= {}", bound.bind(from.to_string())));
    }
    if let Some(to) = days.to {
        parts.push(format!("{right} <= {}", bound.bind(to.to_string())));
    }
    format!("({})", parts.join(" AND "))
}

/// A stretch of local days on a column of instants.
pub(super) fn instants(sql: &str, days: Days, lens: &Lens, bound: &mut Bound) -> String {
    let (from, before) = lens.instants(days);
    let mut parts = Vec::new();
    if let Some(from) = from {
        parts.push(format!("{sql} >= {}", bound.bind(from)));
    }
    if let Some(before) = before {
        parts.push(format!("{sql} < {}", bound.bind(before)));
    }
    format!("({})", parts.join(" AND "))
}

/// Days passed since an instant: fewer of them, the later the instant.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a number of days beyond the integers is clamped, and means forever"
)]
fn days_since(condition: &Condition, sql: &str, lens: &Lens) -> String {
    if let Some(asked) = presence(condition, &format!("{sql} IS NOT NULL")) {
        return asked;
    }
    let number = |at: usize| match condition.values.get(at) {
        Some(Value::Number(number)) => *number,
        _ => 0.0,
    };
    let at_most = |days: f64| lens.within_days(days.floor() as i64);
    let below = |days: f64| lens.within_days(days.ceil() as i64 - 1);
    let first = number(0);
    match condition.op {
        Operator::Le => format!("({sql} >= {})", at_most(first)),
        Operator::Lt => format!("({sql} >= {})", below(first)),
        Operator::Gt => format!("({sql} < {})", at_most(first)),
        Operator::Ge => format!("({sql} < {})", below(first)),
        Operator::Between => format!("({sql} >= {} AND {sql} < {})", at_most(number(1)), below(first)),
        op => {
            let same = format!("({sql} >= {} AND {sql} < {})", at_most(first), below(first));
            if op == Operator::Ne { format!("{same} IS NOT TRUE") } else { same }
        }
    }
}

/// Words: SQLite compares ASCII without case by itself; where the words hold other letters, both sides are lowered.
fn text(condition: &Condition, sql: &str, bound: &mut Bound) -> String {
    if let Some(asked) = presence(condition, &format!("coalesce({sql}, '') != ''")) {
        return asked;
    }
    // what equals is told to the letter, so that a group opens to its own rows
    let exact = condition.op == Operator::Eq;
    let words: Vec<String> = condition
        .values
        .iter()
        .map(|value| match value {
            Value::Text(text) if exact => text.clone(),
            Value::Text(text) => text.trim().to_owned(),
            _ => String::new(),
        })
        .collect();
    let cased = words.iter().any(|word| !word.is_ascii() && word.to_lowercase() != word.to_uppercase());
    let (sql, words) = if cased {
        (format!("lowered({sql})"), words.iter().map(|word| word.to_lowercase()).collect())
    } else {
        (sql.to_owned(), words)
    };
    let first = words.first().cloned().unwrap_or_default();
    let like = |before: &str| {
        let escaped = first.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("{before}{escaped}%")
    };
    let negated = matches!(condition.op, Operator::Ne | Operator::NotIn | Operator::NotContains);
    let positive = match condition.op {
        Operator::Contains | Operator::NotContains => format!("({sql} LIKE {} ESCAPE '\\')", bound.bind(like("%"))),
        Operator::StartsWith => format!("({sql} LIKE {} ESCAPE '\\')", bound.bind(like(""))),
        Operator::In | Operator::NotIn => {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            format!("({sql} COLLATE NOCASE IN {})", bound.bind_words(&words))
        }
        _ => format!("({sql} = {} COLLATE NOCASE)", bound.bind(first.clone())),
    };
    if negated { format!("{positive} IS NOT TRUE") } else { positive }
}

fn ids_of(condition: &Condition) -> Vec<Uuid> {
    condition.values.iter().filter_map(|value| if let Value::Id(id) = value { Some(*id) } else { None }).collect()
}

fn codes_of(condition: &Condition) -> Vec<&str> {
    condition
        .values
        .iter()
        .filter_map(|value| if let Value::Code(code) = value { Some(code.as_str()) } else { None })
        .collect()
}

/// One word or record among several.
fn among(condition: &Condition, sql: &str, bound: &mut Bound) -> String {
    if let Some(asked) = presence(condition, &format!("{sql} IS NOT NULL")) {
        return asked;
    }
    let (ids, codes) = (ids_of(condition), codes_of(condition));
    let positive = match (ids.as_slice(), codes.as_slice()) {
        ([id], []) => format!("({sql} = {})", bound.bind(id.as_bytes().to_vec())),
        ([], [code]) => format!("({sql} = {})", bound.bind((*code).to_owned())),
        ([], codes) => format!("({sql} IN {})", bound.bind_words(codes)),
        (ids, _) => format!("({sql} IN {})", bound.bind_ids(ids)),
    };
    let negated = matches!(condition.op, Operator::Ne | Operator::NotIn);
    if negated { format!("{positive} IS NOT TRUE") } else { positive }
}

/// Any of several among those the record carries.
fn many(condition: &Condition, shape: &Shape, sql: &str, bound: &mut Bound) -> String {
    let carrying = |among: &str| match shape {
        Shape::Labels(table, column) => {
            format!("EXISTS (SELECT 1 FROM {table} x WHERE x.{column} = r.id{})", among.replace('$', "x.label_id"))
        }
        _ => format!("EXISTS (SELECT 1 FROM json_each({sql}) x WHERE 1{})", among.replace('$', "x.value")),
    };
    if let Some(asked) = presence(condition, &carrying("")) {
        return asked;
    }
    let list = match shape {
        Shape::Labels(..) => bound.bind_ids(&ids_of(condition)),
        _ => bound.bind_words(&codes_of(condition)),
    };
    let positive = carrying(&format!(" AND $ IN {list}"));
    let negated = matches!(condition.op, Operator::Ne | Operator::NotIn);
    if negated { format!("NOT {positive}") } else { positive }
}
