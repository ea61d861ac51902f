//! What an import would change in a record that exists, field by field, as a preview shows it.

use crate::dto::{DiffValue, FieldDiff, Money};

/// Collects differences.
#[derive(Default)]
pub struct Diffs(pub Vec<FieldDiff>);

impl Diffs {
    /// One field, when it differs.
    pub fn push(&mut self, field: &str, from: DiffValue, to: DiffValue) {
        if from != to {
            self.0.push(FieldDiff { field: field.to_owned(), name: None, from, to });
        }
    }

    /// A custom field, by its name.
    pub fn push_custom(&mut self, name: &str, from: DiffValue, to: DiffValue) {
        if from != to {
            self.0.push(FieldDiff { field: "custom".to_owned(), name: Some(name.to_owned()), from, to });
        }
    }
}

/// A text as a value.
pub fn text(value: Option<&str>) -> DiffValue {
    value.map_or(DiffValue::Empty, |text| DiffValue::Text(text.to_owned()))
}

/// A day as a value.
pub fn date(value: Option<&str>) -> DiffValue {
    value.map_or(DiffValue::Empty, |day| DiffValue::Date(day.to_owned()))
}

/// A number as a value.
#[expect(clippy::cast_precision_loss, reason = "shown to people; counts here are far below 2^53")]
pub fn number(value: Option<i64>) -> DiffValue {
    value.map_or(DiffValue::Empty, |number| DiffValue::Number(number as f64))
}

/// Hundredths of a percent as a value.
pub fn percent(value: Option<i64>) -> DiffValue {
    value.map_or(DiffValue::Empty, DiffValue::Percent)
}

/// An amount as a value.
pub fn money(minor: Option<i64>, currency: Option<&String>) -> DiffValue {
    minor
        .zip(currency)
        .map_or(DiffValue::Empty, |(minor, currency)| DiffValue::Money(Money { minor, currency: currency.clone() }))
}
