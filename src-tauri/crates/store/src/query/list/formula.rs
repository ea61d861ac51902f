//! Formulas as expressions of the registry: the one way a computed field is read, by drawers, cards, columns, filters,
//! orders, groups and sums alike (B143). What people wrote reaches SQL only as checked numbers, days and escaped texts.
//! Formulas may name formulas. Saving refuses circles, but undo may close one: those in it are empty and say so.

use super::{
    Field, Lens, Shape,
    field::{Computed, quoted},
};
use satchel_domain::{
    filter::Kind,
    formula::{self, Function, Known, Meaning, Part, Problem, Type, Typed, Why},
};
use std::collections::HashMap;

/// How many formulas may stand in each other.
const DEEPEST: usize = 16;
/// Longest expression, in bytes: a formula that doubles one that doubles one ... would fill the memory.
const LONGEST: usize = 32_000;
/// How deep an expression may be: SQLite refuses a thousand, and a list puts it into others.
const HIGHEST: usize = 500;
/// What any other field's expression counts for.
const PLAIN_HEIGHT: usize = 20;

/// An expression of one part.
struct Sql {
    value: String,
    /// Of amounts: the expression of their currency. Where it is empty the amount is empty or zero, and fits any other.
    currency: Option<String>,
    /// At least how deep it is.
    height: usize,
}

/// Makes expressions of the formulas among the fields; the text of each by its place.
pub(super) fn resolve(fields: &mut [Field], texts: Vec<(usize, String)>, lens: &Lens) {
    let places: HashMap<String, usize> =
        if texts.is_empty() { HashMap::new() } else { fields.iter().map(|field| field.key.clone()).zip(0..).collect() };
    let mut open: HashMap<usize, Part> = HashMap::new();
    for (place, text) in texts {
        match formula::read(&text) {
            Ok(part) => {
                open.insert(place, part);
            }
            Err(problem) => break_off(&mut fields[place], problem),
        }
    }
    // each waits for the formulas it names; what waits in the end waits for itself
    loop {
        let ready: Vec<usize> =
            open.iter().filter(|(_, part)| waits(part, &places, &open).is_none()).map(|(place, _)| *place).collect();
        if ready.is_empty() {
            break;
        }
        for place in ready {
            let Some(part) = open.remove(&place) else { continue };
            match computed(&part, fields, &places, lens) {
                Ok((of, sql, depth)) => fill(&mut fields[place], of, sql, depth),
                Err(problem) => break_off(&mut fields[place], problem),
            }
        }
    }
    for (place, part) in &open {
        if let Some((key, at)) = waits(part, &places, &open) {
            break_off(&mut fields[*place], Problem { at, why: Why::Cycle(key) });
        }
    }
}

/// The first formula a part names that has no expression yet.
fn waits(part: &Part, places: &HashMap<String, usize>, open: &HashMap<usize, Part>) -> Option<(String, usize)> {
    let named = part.fields().into_iter().find(|(key, _)| places.get(*key).is_some_and(|at| open.contains_key(at)));
    named.map(|(key, at)| (key.to_owned(), at))
}

/// A formula that cannot be computed is an empty text nobody can order or group by.
fn break_off(field: &mut Field, problem: Problem) {
    field.computed = Some(Computed { of: None, problem: Some(problem), depth: 0, height: 0 });
    field.sortable = false;
    field.groupable = false;
}

fn fill(field: &mut Field, of: Type, sql: Sql, depth: usize) {
    let key = field.key.clone();
    let filled = match (of, sql.currency) {
        (Type::Money, Some(currency)) => Field::money(&key, sql.value, currency),
        (Type::Date, _) => Field::new(&key, Kind::Date, sql.value),
        (Type::YesNo, _) => Field::new(&key, Kind::YesNo, sql.value),
        (Type::Text, _) => Field::new(&key, Kind::Text, sql.value).grouped(),
        (Type::Number | Type::Money, _) => Field::new(&key, Kind::Number, sql.value).grouped(),
    };
    let computed = Computed { of: Some(of), problem: None, depth, height: sql.height };
    *field = Field { name: field.name.take(), computed: Some(computed), ..filled };
}

/// What a formula gives where it names this field.
pub fn type_of(field: &Field) -> Option<Type> {
    Some(match (field.kind, &field.shape) {
        (Kind::Number | Kind::Percent, Shape::Plain) => Type::Number,
        (Kind::Money, Shape::Money(_)) => Type::Money,
        (Kind::Date | Kind::Instant, Shape::Plain) => Type::Date,
        (Kind::YesNo, Shape::Plain) => Type::YesNo,
        (Kind::Text | Kind::Choice, Shape::Plain) | (Kind::Record, Shape::Record(_)) => Type::Text,
        _ => return None,
    })
}

fn known(field: &Field) -> Known {
    // the user's own choices may change: a word that is none of them now may become one
    let closed = field.kind == Kind::Choice && field.name.is_none();
    Known {
        of: type_of(field),
        words: if closed { field.choices.clone() } else { Vec::new() },
        broken: field.computed.as_ref().is_some_and(|computed| computed.problem.is_some()),
    }
}

fn computed(
    part: &Part,
    fields: &[Field],
    places: &HashMap<String, usize>,
    lens: &Lens,
) -> Result<(Type, Sql, usize), Problem> {
    let field = |key: &str| places.get(key).and_then(|place| fields.get(*place));
    let typed = formula::typed(part, &|key| field(key).map(known))?;
    let too_large = |()| Problem { at: 0, why: Why::TooLarge };
    let inner = part.fields().into_iter().filter_map(|(key, _)| field(key)?.computed.as_ref());
    let depth = 1 + inner.map(|computed| computed.depth).max().unwrap_or(0);
    if depth > DEEPEST {
        return Err(too_large(()));
    }
    let sql = Compiler { field: &field, lens }.part(&typed).map_err(too_large)?;
    let value = match typed.of {
        Type::Number => format!("formula_finite({})", sql.value),
        Type::Money => {
            let currency = sql.currency.as_deref().unwrap_or("NULL");
            // sums may go beyond the largest amount; what these functions give does not
            let kept = matches!(typed.meaning, Meaning::Call(Function::Mul | Function::Round, _));
            let minor = if kept { sql.value } else { format!("formula_minor({})", sql.value) };
            format!("(CASE WHEN {currency} IS NOT NULL THEN {minor} END)")
        }
        Type::Text => format!("nullif({}, '')", sql.value),
        Type::Date | Type::YesNo => sql.value,
    };
    Ok((typed.of, Sql { value, height: sql.height + 1, ..sql }, depth))
}

/// Writes expressions.
struct Compiler<'a> {
    field: &'a dyn Fn(&str) -> Option<&'a Field>,
    lens: &'a Lens,
}

impl Compiler<'_> {
    fn part(&self, part: &Typed) -> Result<Sql, ()> {
        let leaf = |value: String| Ok(Sql { value, currency: None, height: 1 });
        match &part.meaning {
            Meaning::Number(number) => leaf(format!("({number:?})")),
            Meaning::Text(text) => leaf(quoted(text)),
            Meaning::Date(day) => leaf(format!("'{day}'")),
            Meaning::Yes(yes) => leaf(if *yes { "1" } else { "0" }.to_owned()),
            Meaning::Field(key) => (self.field)(key).map(named).ok_or(()),
            Meaning::Call(function, parts) => {
                let values = parts.iter().map(|part| self.part(part)).collect::<Result<Vec<_>, ()>>()?;
                let height = values.iter().map(|value| value.height).max().unwrap_or(0) + parts.len() + 3;
                let kinds: Vec<Type> = parts.iter().map(|part| part.of).collect();
                let (value, currency) = self.call(*function, part.of, &Values { values: &values, kinds: &kinds });
                let length = value.len() + currency.as_ref().map_or(0, String::len);
                if length > LONGEST || height > HIGHEST {
                    return Err(());
                }
                Ok(Sql { value, currency, height })
            }
        }
    }

    fn call(&self, function: Function, of: Type, given: &Values<'_>) -> (String, Option<String>) {
        let all = given.plain();
        let first = all.first().copied().unwrap_or_default();
        let second = all.get(1).copied().unwrap_or_default();
        let calls = |name: &str| format!("{name}({})", all.join(", "));
        let value = match function {
            Function::If => return given.chosen(of),
            Function::Coalesce => return given.first_filled(of),
            Function::Add | Function::Sub => return given.sum(function, of),
            Function::Mul if of == Type::Money => {
                return (format!("formula_minor({first} * {second})"), given.currency());
            }
            Function::Div if of == Type::Money => {
                return (format!("formula_minor({first} * 1.0 / {second})"), given.currency());
            }
            Function::Neg | Function::Abs => {
                let sign = if function == Function::Neg { "-" } else { "abs" };
                return (format!("({sign}({first}))"), given.currency());
            }
            Function::Round | Function::Floor | Function::Ceil => return given.rounded(function, of),
            Function::Min | Function::Max => return given.extreme(function, of),
            Function::Mul => format!("({first} * {second})"),
            // of two amounts: how often the one goes into the other
            Function::Div => given.in_one_currency(&format!("({first} * 1.0 / {second})")),
            Function::Number => match given.currency() {
                Some(currency) => format!("({first} * 1.0 / {})", unit(&currency)),
                None => first.to_owned(),
            },
            Function::Eq | Function::Ne | Function::Lt | Function::Le | Function::Gt | Function::Ge => {
                given.compared(function.word())
            }
            Function::And | Function::Or => format!("({})", all.join(&format!(" {} ", function.word()))),
            Function::Not => format!("(NOT {first})"),
            Function::Empty if given.kinds == [Type::Text] => format!("(nullif({first}, '') IS NULL)"),
            Function::Empty => format!("({first} IS NULL)"),
            Function::Today => format!("'{}'", self.lens.today),
            Function::Date => calls("formula_day"),
            Function::Year => format!("CAST(substr({first}, 1, 4) AS REAL)"),
            Function::Month => format!("CAST(substr({first}, 6, 2) AS REAL)"),
            Function::Day => format!("CAST(substr({first}, 9, 2) AS REAL)"),
            Function::AddMonths => calls("formula_months"),
            Function::Concat => given.joined(),
            Function::Left => calls("formula_left"),
            Function::Right => calls("formula_right"),
            Function::Len => format!("CAST(length({first}) AS REAL)"),
            Function::Upper => calls("uppered"),
            Function::Lower => calls("lowered"),
            Function::Trim => format!("trim({first}, char(9, 10, 13, 32, 160, 8239, 12288))"),
            Function::Contains => format!("(instr(lowered({first}), lowered({second})) > 0)"),
        };
        (value, None)
    }
}

/// A field as formulas read it.
fn named(field: &Field) -> Sql {
    let sql = &field.sql;
    let (value, currency) = match (field.kind, &field.shape) {
        (Kind::Number, _) => (format!("CAST({sql} AS REAL)"), None),
        (Kind::Percent, _) => (format!("({sql} / 10000.0)"), None),
        (Kind::Money, Shape::Money(currency)) => (sql.clone(), Some(currency.clone())),
        (Kind::Instant, _) => (format!("date({sql} / 1000, 'unixepoch', 'localtime')"), None),
        (Kind::Record, Shape::Record(name)) => (name.replace('$', sql), None),
        (Kind::Text | Kind::Choice, _) => (format!("nullif({sql}, '')"), None),
        _ => (format!("({sql})"), None),
    };
    let height = field.computed.as_ref().map_or(PLAIN_HEIGHT, |computed| computed.height + 2);
    Sql { value, currency, height }
}

/// Smallest units in a whole one; a zero without a currency is the same in any.
fn unit(currency: &str) -> String {
    format!("coalesce(formula_unit({currency}), 1)")
}

/// The values of a function, with what they are.
struct Values<'a> {
    values: &'a [Sql],
    kinds: &'a [Type],
}

impl Values<'_> {
    fn plain(&self) -> Vec<&str> {
        self.values.iter().map(|value| value.value.as_str()).collect()
    }

    /// Their currencies, each once.
    fn currencies(&self) -> Vec<&str> {
        let mut once: Vec<&str> = Vec::new();
        for currency in self.values.iter().filter_map(|value| value.currency.as_deref()) {
            if !once.contains(&currency) {
                once.push(currency);
            }
        }
        once
    }

    /// The currency of the first amount that has one: a zero may have none.
    fn currency(&self) -> Option<String> {
        match self.currencies().as_slice() {
            [] => None,
            [one] => Some((*one).to_owned()),
            several => Some(format!("coalesce({})", several.join(", "))),
        }
    }

    /// Nothing unless all amounts are of one currency.
    fn in_one_currency(&self, value: &str) -> String {
        let (all, Some(common)) = (self.currencies(), self.currency()) else { return value.to_owned() };
        if all.len() < 2 {
            return value.to_owned();
        }
        let same: Vec<String> = all.iter().map(|one| format!("coalesce({one} = {common}, 1)")).collect();
        format!("(CASE WHEN {} THEN {value} END)", same.join(" AND "))
    }

    /// All as amounts in smallest units: a number beside an amount counts in whole units of its currency.
    fn minors(&self) -> Vec<String> {
        let currency = self.currency().unwrap_or_else(|| "NULL".to_owned());
        let minor = |value: &Sql| match value.currency {
            Some(_) => value.value.clone(),
            None => format!("formula_units({}, formula_unit({currency}))", value.value),
        };
        self.values.iter().map(minor).collect()
    }

    fn rest(&self, from: usize) -> Values<'_> {
        Values { values: &self.values[from..], kinds: &self.kinds[from..] }
    }

    fn chosen(&self, of: Type) -> (String, Option<String>) {
        let condition = &self.values[0].value;
        let pick = |parts: &[String]| {
            let otherwise = parts.get(1).map(|other| format!(" ELSE {other}")).unwrap_or_default();
            format!("(CASE WHEN {condition} THEN {}{otherwise} END)", parts[0])
        };
        let rest = self.rest(1);
        if of != Type::Money {
            return (pick(&rest.plain().into_iter().map(str::to_owned).collect::<Vec<_>>()), None);
        }
        let currency = if rest.currencies().len() < 2 {
            rest.currency()
        } else {
            Some(pick(&rest.values.iter().filter_map(|value| value.currency.clone()).collect::<Vec<_>>()))
        };
        (pick(&rest.minors()), currency)
    }

    fn first_filled(&self, of: Type) -> (String, Option<String>) {
        match of {
            Type::Money => {
                let minors = self.minors();
                let currency = if self.currencies().len() < 2 {
                    self.currency()
                } else {
                    let own = self.currency().unwrap_or_else(|| "NULL".to_owned());
                    let arms: String = minors
                        .iter()
                        .zip(self.values)
                        .map(|(minor, value)| {
                            format!(" WHEN {minor} IS NOT NULL THEN {}", value.currency.as_ref().unwrap_or(&own))
                        })
                        .collect();
                    Some(format!("(CASE{arms} END)"))
                };
                (format!("coalesce({})", minors.join(", ")), currency)
            }
            Type::Text => {
                let texts: Vec<String> = self.plain().iter().map(|text| format!("nullif({text}, '')")).collect();
                (format!("coalesce({})", texts.join(", ")), None)
            }
            Type::Number | Type::Date | Type::YesNo => (format!("coalesce({})", self.plain().join(", ")), None),
        }
    }

    fn sum(&self, function: Function, of: Type) -> (String, Option<String>) {
        let sign = function.word();
        let (one, other) = (&self.values[0].value, &self.values[1].value);
        let value = match (of, self.kinds) {
            (Type::Money, _) => {
                let sum = self.in_one_currency(&format!("({})", self.minors().join(&format!(" {sign} "))));
                return (sum, self.currency());
            }
            (Type::Date, [Type::Date, _]) => format!("formula_days({one}, {sign}({other}))"),
            (Type::Date, _) => format!("formula_days({other}, {one})"),
            (_, [Type::Date, Type::Date]) => format!("(julianday({one}) - julianday({other}))"),
            _ => format!("({one} {sign} {other})"),
        };
        (value, None)
    }

    /// Amounts are rounded in whole units.
    fn rounded(&self, function: Function, of: Type) -> (String, Option<String>) {
        let name = match function {
            Function::Floor => "formula_floor",
            Function::Ceil => "formula_ceil",
            _ => "formula_round",
        };
        let number = &self.values[0].value;
        let decimals = match (function, self.values.get(1)) {
            (Function::Round, Some(decimals)) => format!(", {}", decimals.value),
            (Function::Round, None) => ", 0.0".to_owned(),
            _ => String::new(),
        };
        match self.values[0].currency.as_ref().filter(|_| of == Type::Money) {
            None => (format!("{name}({number}{decimals})"), None),
            Some(currency) if function == Function::Round => {
                (format!("formula_round_money({number}, {currency}{decimals})"), Some(currency.clone()))
            }
            Some(currency) => {
                let unit = unit(currency);
                let units = format!("{name}({number} * 1.0 / {unit})");
                (format!("formula_minor({units} * {unit})"), Some(currency.clone()))
            }
        }
    }

    fn extreme(&self, function: Function, of: Type) -> (String, Option<String>) {
        let name = if function == Function::Min { "min" } else { "max" };
        match of {
            Type::Money => (self.in_one_currency(&format!("{name}({})", self.minors().join(", "))), self.currency()),
            // the order of texts is that of lists
            Type::Text => (format!("{name}({} COLLATE NOCASE)", self.plain().join(" COLLATE NOCASE, ")), None),
            Type::Number | Type::Date | Type::YesNo => (format!("{name}({})", self.plain().join(", ")), None),
        }
    }

    fn compared(&self, sign: &str) -> String {
        let values: Vec<String> = self
            .values
            .iter()
            .zip(self.kinds)
            .map(|(value, kind)| match (kind, self.currency()) {
                (Type::Text, _) => format!("lowered({})", value.value),
                (Type::Number, Some(currency)) => {
                    format!("formula_round({} * {}, 6.0)", value.value, unit(&currency))
                }
                _ => value.value.clone(),
            })
            .collect();
        self.in_one_currency(&format!("({})", values.join(&format!(" {sign} "))))
    }

    /// One text of all that is there.
    fn joined(&self) -> String {
        let texts: Vec<String> = self
            .values
            .iter()
            .zip(self.kinds)
            .map(|(Sql { value, currency, .. }, kind)| match (kind, currency) {
                (Type::Number, _) => format!("coalesce(formula_text({value}), '')"),
                (Type::Money, Some(currency)) => format!("coalesce(formula_amount({value}, {currency}), '')"),
                _ => format!("coalesce({value}, '')"),
            })
            .collect();
        format!("({})", texts.join(" || "))
    }
}
