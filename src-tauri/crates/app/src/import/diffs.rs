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

    /// A text.
    pub fn text(&mut self, field: &str, from: Option<&str>, to: Option<&str>) {
        self.push(field, text(from), text(to));
    }

    /// A day.
    pub fn date(&mut self, field: &str, from: Option<&str>, to: Option<&str>) {
        let day = |value: Option<&str>| value.map_or(DiffValue::Empty, |day| DiffValue::Date(day.to_owned()));
        self.push(field, day(from), day(to));
    }

    /// A number.
    pub fn number(&mut self, field: &str, from: Option<i64>, to: Option<i64>) {
        #[expect(clippy::cast_precision_loss, reason = "shown to people; counts here are far below 2^53")]
        let number = |value: Option<i64>| value.map_or(DiffValue::Empty, |number| DiffValue::Number(number as f64));
        self.push(field, number(from), number(to));
    }

    /// Hundredths of a percent.
    pub fn percent(&mut self, field: &str, from: Option<i64>, to: Option<i64>) {
        let percent = |value: Option<i64>| value.map_or(DiffValue::Empty, DiffValue::Percent);
        self.push(field, percent(from), percent(to));
    }

    /// An amount.
    pub fn money(&mut self, field: &str, from: (Option<i64>, Option<&String>), to: (Option<i64>, Option<&String>)) {
        let money = |(minor, currency): (Option<i64>, Option<&String>)| {
            minor.zip(currency).map_or(DiffValue::Empty, |(minor, currency)| {
                DiffValue::Money(Money { minor, currency: currency.clone() })
            })
        };
        self.push(field, money(from), money(to));
    }
}

/// A text as a value.
pub fn text(value: Option<&str>) -> DiffValue {
    value.map_or(DiffValue::Empty, |text| DiffValue::Text(text.to_owned()))
}
