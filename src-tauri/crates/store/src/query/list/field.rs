//! What the registry of fields says of each: how it is read, compared, ordered and grouped.
//! Expressions read the record under the alias `r`. They are our own text; what people type is always a bound value.

use rusqlite::types::Value;
use satchel_domain::{
    dates::Date,
    filter::{Days, Kind},
    formula::{Problem, Type},
};
use std::fmt::Write as _;
use uuid::Uuid;

/// How an expression's value is to be understood beyond its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// The value itself.
    Plain,
    /// A number of days passed since the instant the expression gives.
    DaysSince,
    /// An amount: the expression gives minor units, this one the currency.
    Money(String),
    /// Another record: the expression gives its id, this one its name, over the id as `$`.
    Record(String),
    /// Labels: rows of this table, by this column of the record.
    Labels(&'static str, &'static str),
    /// Several options of a custom field, kept as a JSON array.
    Options,
    /// A stretch of days: the expression gives the first one, this one the last.
    Span(String),
}

/// What is known of a field that is computed by a formula.
#[derive(Debug, Clone)]
pub struct Computed {
    /// What it gives; None where it cannot be computed.
    pub of: Option<Type>,
    /// Why it cannot be computed.
    pub problem: Option<Problem>,
    /// How many formulas stand in each other, this one included.
    pub depth: usize,
    /// At least how deep its expression is.
    pub height: usize,
}

/// One field.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its key; `custom:<uuid>` for the user's own.
    pub key: String,
    /// The user's own name for it; None: translated.
    pub name: Option<String>,
    /// What may be asked of it.
    pub kind: Kind,
    /// How the value reads.
    pub shape: Shape,
    /// The value over `r`.
    pub sql: String,
    /// What rows are ordered by, the value as `$`; None: the value.
    pub order: Option<String>,
    /// The value as it is kept, for files, where the list shows a part of it or rounds it; None: the value.
    pub exact: Option<String>,
    /// Never NULL: its order needs no rule for empty fields, and an index can give it.
    pub full: bool,
    /// Table of the records it names.
    pub of: Option<&'static str>,
    /// What those records are called: the column by which rows are ordered where `order` says nothing else.
    pub by_name: Option<&'static str>,
    /// Closed words or options.
    pub choices: Vec<String>,
    /// Rows can be ordered by it.
    pub sortable: bool,
    /// Rows can be grouped by it.
    pub groupable: bool,
    /// Offered in the bulk edit.
    pub editable: bool,
    /// Shown when nothing else was chosen.
    pub default_column: bool,
    /// Where a formula gives the value.
    pub computed: Option<Computed>,
}

impl Field {
    /// A field that is read by an expression and can be ordered by it.
    #[must_use]
    pub fn new(key: &str, kind: Kind, sql: impl Into<String>) -> Self {
        Self {
            key: key.to_owned(),
            name: None,
            kind,
            shape: Shape::Plain,
            sql: sql.into(),
            order: None,
            exact: None,
            full: false,
            of: None,
            by_name: None,
            choices: Vec::new(),
            sortable: true,
            groupable: matches!(kind, Kind::Date | Kind::Instant | Kind::Choice | Kind::YesNo | Kind::Record),
            editable: false,
            default_column: false,
            computed: None,
        }
    }

    /// The value as text in the form that custom fields of its kind keep (B29): amounts as `<minor units> <code>`.
    #[must_use]
    pub fn kept(&self) -> String {
        let sql = &self.sql;
        match (self.kind, &self.shape) {
            (Kind::Money, Shape::Money(currency)) => format!("({sql} || ' ' || {currency})"),
            (Kind::Number, _) => format!("formula_text({sql})"),
            (Kind::YesNo, _) => format!("(CASE {sql} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END)"),
            _ => format!("({sql})"),
        }
    }

    /// An amount with its currency.
    #[must_use]
    pub fn money(key: &str, minor: impl Into<String>, currency: impl Into<String>) -> Self {
        Self { shape: Shape::Money(currency.into()), ..Self::new(key, Kind::Money, minor) }
    }

    /// A record of a table, named by a column of it.
    #[must_use]
    pub fn record(key: &str, id: &str, table: &'static str, name: &'static str) -> Self {
        let named = format!("(SELECT n.{name} FROM {table} n WHERE n.id = $)");
        Self { shape: Shape::Record(named), of: Some(table), by_name: Some(name), ..Self::new(key, Kind::Record, id) }
    }

    /// A closed list of words.
    #[must_use]
    pub fn choice(key: &str, sql: impl Into<String>, words: &[&str]) -> Self {
        Self { choices: words.iter().map(|word| (*word).to_owned()).collect(), ..Self::new(key, Kind::Choice, sql) }
    }

    /// Labels.
    #[must_use]
    pub fn labels(table: &'static str, column: &'static str) -> Self {
        Self {
            shape: Shape::Labels(table, column),
            of: Some("labels"),
            sortable: false,
            groupable: true,
            ..Self::new("labels", Kind::Choices, "")
        }
    }

    /// Also offered in the bulk edit.
    #[must_use]
    pub const fn editable(mut self) -> Self {
        self.editable = true;
        self
    }

    /// Also a column from the start.
    #[must_use]
    pub const fn column(mut self) -> Self {
        self.default_column = true;
        self
    }

    /// Never empty.
    #[must_use]
    pub const fn full(mut self) -> Self {
        self.full = true;
        self
    }

    /// Words worth grouping by.
    #[must_use]
    pub const fn grouped(mut self) -> Self {
        self.groupable = true;
        self
    }

    /// Ordered by another expression.
    #[must_use]
    pub fn ordered(mut self, by: impl Into<String>) -> Self {
        self.order = Some(by.into());
        self
    }

    /// What is joined as `alias` to order by it, and the `ORDER BY` term; fields that hold nothing come last either way.
    #[must_use]
    pub fn order_by(&self, descending: bool, alias: &str) -> (String, String) {
        let sql = &self.sql;
        let (join, by) = match (&self.order, self.of.zip(self.by_name)) {
            (Some(order), _) => (String::new(), order.replace('$', sql)),
            // joined, a name takes half of what a query for each row takes
            (None, Some((table, name))) => {
                (format!(" LEFT JOIN {table} {alias} ON {alias}.id = {sql}"), format!("{alias}.{name} COLLATE NOCASE"))
            }
            (None, None) if self.kind == Kind::Text => (String::new(), format!("{sql} COLLATE NOCASE")),
            (None, None) => (String::new(), sql.clone()),
        };
        // the longer ago, the more days
        let descending = descending != (self.shape == Shape::DaysSince);
        // NULL counts as the smallest value, so only the rising order has to be told
        let term = match (descending, self.full) {
            (true, _) => format!("{by} DESC"),
            (false, true) => by,
            (false, false) => format!("{by} NULLS LAST"),
        };
        (join, term)
    }
}

/// What the day, the settings and the pipelines say: the same for all rows of one answer.
#[derive(Debug, Clone)]
pub struct Lens {
    /// Local business day.
    pub today: Date,
    /// First day of the week.
    pub week_start: chrono::Weekday,
    /// Days in a stage are calendar days instead of working days.
    pub calendar_days: bool,
    /// What each stage counts for, hundredths of a percent.
    pub chances: Vec<(Uuid, i64)>,
    /// After how many days deals rot, by stage.
    pub rot_days: Vec<(Uuid, i64)>,
    /// UTC milliseconds at which a local day begins.
    pub day_start: fn(chrono::NaiveDate) -> i64,
    /// The local day of an instant.
    pub local_day: fn(i64) -> chrono::NaiveDate,
}

impl Lens {
    fn days_since(&self, day: Date) -> i64 {
        if self.calendar_days { day.days_until(self.today).max(0) } else { day.working_days_until(self.today).max(0) }
    }

    /// The first instant that lies at most `days` days back; the end of time where none does.
    #[must_use]
    pub fn within_days(&self, days: i64) -> i64 {
        if days < 0 {
            return i64::MAX;
        }
        let days = days.min(36_600);
        // five working days are a week: from there it is a few steps at most
        let start = if self.calendar_days { days } else { days / 5 * 7 };
        let Some(mut first) = self.today.plus_days(-start) else { return i64::MIN };
        while let Some(earlier) = first.plus_days(-1) {
            if self.days_since(earlier) > days {
                return (self.day_start)(first.naive());
            }
            first = earlier;
        }
        i64::MIN
    }

    /// The instants of these local days: from the first one on, and before the second one.
    #[must_use]
    pub fn instants(&self, days: Days) -> (Option<i64>, Option<i64>) {
        let from = days.from.map(|day| (self.day_start)(day.naive()));
        let before = days.to.and_then(|day| day.plus_days(1)).map(|day| (self.day_start)(day.naive()));
        (from, before)
    }

    /// What a stage counts for, over a column with its id.
    #[must_use]
    pub fn chance_of(&self, stage: &str) -> String {
        by_stage(stage, &self.chances, "0")
    }

    /// Open, not archived, and longer in its stage than that stage allows.
    #[must_use]
    pub fn rotting(&self) -> String {
        let limits: Vec<(Uuid, i64)> =
            self.rot_days.iter().map(|(stage, days)| (*stage, self.within_days(days - 1))).collect();
        format!(
            "(r.status = 'open' AND r.archived_at IS NULL AND r.deleted_at IS NULL AND r.stage_entered_at < {})",
            by_stage("r.stage_id", &limits, "NULL")
        )
    }
}

/// A figure a stage, as an expression. Ids and figures come from the file and are written out: there are few of them.
fn by_stage(stage: &str, figures: &[(Uuid, i64)], otherwise: &str) -> String {
    if figures.is_empty() {
        return otherwise.to_owned();
    }
    let mut sql = format!("(CASE {stage}");
    for (id, figure) in figures {
        let _ = write!(sql, " WHEN x'{}' THEN {figure}", id.simple());
    }
    sql + " ELSE " + otherwise + " END)"
}

/// A text within a statement. Bound values are the rule; this is for expressions that stand in several statements.
#[must_use]
pub(super) fn quoted(text: &str) -> String {
    // NUL would end the statement
    format!("'{}'", text.replace('\0', "").replace('\'', "''"))
}

/// Bound values, numbered as they are asked for.
#[derive(Debug, Default)]
pub struct Bound {
    /// In order.
    pub values: Vec<Value>,
}

impl Bound {
    /// Takes a value and answers its place holder.
    pub fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("?{}", self.values.len())
    }

    /// Takes ids as one list, for `IN`.
    pub fn bind_ids(&mut self, ids: &[Uuid]) -> String {
        let list: Vec<String> = ids.iter().map(|id| id.simple().to_string()).collect();
        format!("(SELECT unhex(value) FROM json_each({}))", self.bind(serde_json::Value::from(list).to_string()))
    }

    /// Takes words as one list, for `IN`.
    pub fn bind_words(&mut self, words: &[&str]) -> String {
        format!("(SELECT value FROM json_each({}))", self.bind(serde_json::Value::from(words).to_string()))
    }
}
