//! Filters: conditions on fields, which operators each kind of field offers, and which days a relative period means.
//! A filter is two groups: every condition of `all` and at least one of `any` hold; an empty group holds always.
//! How a condition becomes a query is the store's business; what it may ask is decided here.

use crate::{currency::Currency, dates::Date};
use chrono::{Datelike, Weekday};
use thiserror::Error;
use uuid::Uuid;

/// Most conditions of one filter.
pub const MOST_CONDITIONS: usize = 100;

/// Most values of one condition.
pub const MOST_VALUES: usize = 1_000;

/// Longest relative period in days, about a century.
pub const MOST_DAYS: i64 = 36_600;

/// What a field holds, and so what may be asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Words; compared without regard to upper and lower case.
    Text,
    /// A number.
    Number,
    /// An amount; compared within one currency.
    Money,
    /// Hundredths of a percent.
    Percent,
    /// A business day.
    Date,
    /// A moment, shown and compared by its local day.
    Instant,
    /// A stretch of days with a first and a last one. It is within other days when the two overlap, and before or after
    /// a day by the end that is nearer to it (B160).
    Span,
    /// One of a closed list of words.
    Choice,
    /// Any number of a list of words or records.
    Choices,
    /// Yes or no.
    YesNo,
    /// Another record.
    Record,
}

/// How a field is compared with the values of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operator {
    /// The same.
    Eq,
    /// Not the same; empty fields are included.
    Ne,
    /// One of several.
    In,
    /// None of several; empty fields are included.
    NotIn,
    /// The text occurs in it.
    Contains,
    /// The text does not occur in it; empty fields are included.
    NotContains,
    /// It begins with the text.
    StartsWith,
    /// Less, or before.
    Lt,
    /// Less or the same.
    Le,
    /// More, or after.
    Gt,
    /// More or the same.
    Ge,
    /// From the first value to the second, both included.
    Between,
    /// Holds anything.
    IsSet,
    /// Holds nothing.
    NotSet,
    /// Its day lies in a relative period.
    InPeriod,
}

/// A stretch of days that moves with today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// Today.
    Today,
    /// The day before.
    Yesterday,
    /// The day after.
    Tomorrow,
    /// The calendar week today lies in.
    ThisWeek,
    /// The week before.
    LastWeek,
    /// The week after.
    NextWeek,
    /// The calendar month today lies in.
    ThisMonth,
    /// The month before.
    LastMonth,
    /// The month after.
    NextMonth,
    /// The quarter today lies in.
    ThisQuarter,
    /// The quarter before.
    LastQuarter,
    /// The quarter after.
    NextQuarter,
    /// The year today lies in.
    ThisYear,
    /// The year before.
    LastYear,
    /// The year after.
    NextYear,
    /// Today and the days before it, so many altogether.
    LastDays(i64),
    /// Today and the days after it, so many altogether.
    NextDays(i64),
    /// Any day before today.
    BeforeToday,
    /// Any day after today.
    AfterToday,
}

/// Days from one to another, both included; None = open on that side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

/// What a field is compared with.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A number.
    Number(f64),
    /// An amount in the smallest unit.
    Money(i64, Currency),
    /// Hundredths of a percent.
    Percent(i64),
    /// A day.
    Date(Date),
    /// Yes or no.
    Yes(bool),
    /// A word of a closed list.
    Code(String),
    /// A record.
    Id(Uuid),
    /// A relative period.
    Period(Period),
}

/// One question about one field.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// Key of the field.
    pub field: String,
    /// How it is compared.
    pub op: Operator,
    /// With what.
    pub values: Vec<Value>,
}

/// Both groups hold; an empty one always does.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    /// Every one of these.
    pub all: Vec<Condition>,
    /// At least one of these.
    pub any: Vec<Condition>,
}

impl Filter {
    /// Nothing is asked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.all.is_empty() && self.any.is_empty()
    }
}

/// Why a condition cannot be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Wrong {
    /// Fields of this kind do not offer the operator.
    #[error("filter_operator")]
    Operator,
    /// The operator takes another number of values.
    #[error("filter_values")]
    Values,
    /// A value is of another kind than the field, or out of all bounds.
    #[error("filter_value")]
    Value,
}

impl Kind {
    /// What may be asked of fields of this kind, in the order menus show it.
    #[must_use]
    pub const fn operators(self) -> &'static [Operator] {
        use Operator::{
            Between, Contains, Eq, Ge, Gt, In, InPeriod, IsSet, Le, Lt, Ne, NotContains, NotIn, NotSet, StartsWith,
        };
        match self {
            Self::Text => &[Contains, NotContains, Eq, Ne, StartsWith, In, NotIn, IsSet, NotSet],
            Self::Number | Self::Money | Self::Percent => &[Eq, Ne, Lt, Le, Gt, Ge, Between, IsSet, NotSet],
            Self::Date | Self::Instant | Self::Span => &[InPeriod, Eq, Ne, Lt, Le, Gt, Ge, Between, IsSet, NotSet],
            Self::Choice | Self::Record => &[Eq, Ne, In, NotIn, IsSet, NotSet],
            Self::Choices => &[In, NotIn, Eq, Ne, IsSet, NotSet],
            Self::YesNo => &[Eq],
        }
    }

    const fn takes(self, value: &Value) -> bool {
        match (self, value) {
            (Self::Text, Value::Text(_))
            | (Self::Money, Value::Money(..))
            | (Self::Percent, Value::Percent(_))
            | (Self::Date | Self::Instant | Self::Span, Value::Date(_))
            | (Self::Choice, Value::Code(_))
            | (Self::Choices, Value::Code(_) | Value::Id(_))
            | (Self::YesNo, Value::Yes(_))
            | (Self::Record, Value::Id(_)) => true,
            (Self::Number, Value::Number(number)) => number.is_finite(),
            _ => false,
        }
    }
}

impl Operator {
    /// How many values it takes: least and most.
    const fn arity(self) -> (usize, usize) {
        match self {
            Self::IsSet | Self::NotSet => (0, 0),
            Self::Between => (2, 2),
            Self::In | Self::NotIn => (1, MOST_VALUES),
            Self::Eq
            | Self::Ne
            | Self::Contains
            | Self::NotContains
            | Self::StartsWith
            | Self::Lt
            | Self::Le
            | Self::Gt
            | Self::Ge
            | Self::InPeriod => (1, 1),
        }
    }
}

impl Condition {
    /// Whether this may be asked of a field of this kind.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn check(&self, kind: Kind) -> Result<(), Wrong> {
        if !kind.operators().contains(&self.op) {
            return Err(Wrong::Operator);
        }
        let (least, most) = self.op.arity();
        if !(least..=most).contains(&self.values.len()) {
            return Err(Wrong::Values);
        }
        let fits = |value: &Value| match (self.op, value) {
            (Operator::InPeriod, Value::Period(Period::LastDays(days) | Period::NextDays(days))) => {
                (1..=MOST_DAYS).contains(days)
            }
            (Operator::InPeriod, Value::Period(_)) => true,
            (Operator::InPeriod, _) => false,
            (_, value) => kind.takes(value),
        };
        if !self.values.iter().all(fits) {
            return Err(Wrong::Value);
        }
        match self.values.as_slice() {
            [Value::Money(_, first), Value::Money(_, second)] if first != second => Err(Wrong::Value),
            _ => Ok(()),
        }
    }
}

impl Period {
    /// The days meant, seen from today.
    #[must_use]
    pub fn days(self, today: Date, week_start: Weekday) -> Days {
        let shifted = |days: i64| today.plus_days(days).unwrap_or(today);
        let day = |days: i64| span(shifted(days), shifted(days));
        let week = |weeks: i64| {
            let since = i64::from(today.weekday().days_since(week_start));
            let first = shifted(7 * weeks - since);
            span(first, first.plus_days(6).unwrap_or(first))
        };
        // calendar parts of so many months, counted from the one today lies in
        let months = |length: i32, step: i32| {
            let into = i32::try_from(today.naive().month0()).unwrap_or(0) % length;
            let first = today.month_start().plus_months(step * length - into).unwrap_or(today);
            let last = first.plus_months(length - 1).unwrap_or(first).month_end();
            span(first, last)
        };
        match self {
            Self::Today => day(0),
            Self::Yesterday => day(-1),
            Self::Tomorrow => day(1),
            Self::ThisWeek => week(0),
            Self::LastWeek => week(-1),
            Self::NextWeek => week(1),
            Self::ThisMonth => months(1, 0),
            Self::LastMonth => months(1, -1),
            Self::NextMonth => months(1, 1),
            Self::ThisQuarter => months(3, 0),
            Self::LastQuarter => months(3, -1),
            Self::NextQuarter => months(3, 1),
            Self::ThisYear => months(12, 0),
            Self::LastYear => months(12, -1),
            Self::NextYear => months(12, 1),
            Self::LastDays(days) => span(shifted(1 - days.clamp(1, MOST_DAYS)), today),
            Self::NextDays(days) => span(today, shifted(days.clamp(1, MOST_DAYS) - 1)),
            Self::BeforeToday => Days { from: None, to: Some(shifted(-1)) },
            Self::AfterToday => Days { from: Some(shifted(1)), to: None },
        }
    }
}

const fn span(from: Date, to: Date) -> Days {
    Days { from: Some(from), to: Some(to) }
}

impl Days {
    /// Whether a day lies in it.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// How fine days are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    /// Each day.
    Day,
    /// Calendar weeks.
    Week,
    /// Calendar months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

impl Grain {
    /// The stretch this day lies in.
    #[must_use]
    pub fn around(self, day: Date, week_start: Weekday) -> Days {
        match self {
            Self::Day => Period::Today,
            Self::Week => Period::ThisWeek,
            Self::Month => Period::ThisMonth,
            Self::Quarter => Period::ThisQuarter,
            Self::Year => Period::ThisYear,
        }
        .days(day, week_start)
    }
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;
