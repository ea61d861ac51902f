//! What a typed value must be before it is stored: days, times, amounts, numbers, and how much at once.
//! Names and longer texts are checked in `party`, custom fields in `detail::custom`.

use crate::{Error, Result, dto::Money};
use chrono::{NaiveDate, NaiveTime};
use satchel_domain::{currency::Currency, dates::Date, money};
use serde_json::json;

/// Most records one command takes.
pub const MOST_IDS: usize = 10_000;

/// Refuses a command about more records than one command takes.
///
/// # Errors
/// `over_limit` with the limit.
pub fn count(records: usize) -> Result<()> {
    if records > MOST_IDS {
        Err(Error::with("over_limit", json!({ "field": "selection", "max": MOST_IDS, "count": records })))
    } else {
        Ok(())
    }
}

/// A page size within 1..=`most`.
#[must_use]
pub fn page(limit: u32, most: u32) -> i64 {
    i64::from(limit.clamp(1, most))
}

/// A real day as YYYY-MM-DD, of the years 1900 to 9999: "10-12-24" is no day of the year 10.
///
/// # Errors
/// `invalid`, naming the field.
pub fn date(field: &str, text: &str) -> Result<String> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| Error::field("invalid", field))?;
    Date::from_naive(day).map(|day| day.to_string()).ok_or_else(|| Error::field("invalid", field))
}

/// An optional day; empty means none.
///
/// # Errors
/// As `date`.
pub fn optional_date(field: &str, text: Option<&str>) -> Result<Option<String>> {
    text.filter(|text| !text.trim().is_empty()).map(|text| date(field, text)).transpose()
}

/// An optional local time as HH:MM.
///
/// # Errors
/// `invalid`, naming the field.
pub fn optional_time(field: &str, text: Option<&str>) -> Result<Option<String>> {
    let read = |text: &str| {
        NaiveTime::parse_from_str(text.trim(), "%H:%M")
            .map(|time| time.format("%H:%M").to_string())
            .map_err(|_| Error::field("invalid", field))
    };
    text.filter(|text| !text.trim().is_empty()).map(read).transpose()
}

/// A whole number within bounds.
///
/// # Errors
/// `out_of_range` with the field and its bounds.
pub fn number(field: &str, value: i64, least: i64, most: i64) -> Result<i64> {
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(Error::with("out_of_range", json!({ "field": field, "min": least, "max": most })))
    }
}

/// The value of a deal or lead as its two columns.
///
/// # Errors
/// `unknown_currency`, `over_limit`.
pub fn deal_value(field: &str, value: Option<&Money>) -> Result<(Option<i64>, Option<String>)> {
    amount(field, value, money::LARGEST_DEAL_VALUE)
}

/// Any other amount as its two columns.
///
/// # Errors
/// `unknown_currency`, `over_limit`.
pub fn any_amount(field: &str, value: Option<&Money>) -> Result<(Option<i64>, Option<String>)> {
    amount(field, value, money::LARGEST)
}

fn amount(field: &str, value: Option<&Money>, most: i64) -> Result<(Option<i64>, Option<String>)> {
    let Some(Money { minor, currency }) = value else { return Ok((None, None)) };
    let currency = Currency::parse(currency).map_err(|_| Error::field("unknown_currency", field))?;
    if minor.unsigned_abs() > most.unsigned_abs() {
        return Err(Error::with("over_limit", json!({ "field": field, "max": most / currency.minor_per_unit() })));
    }
    Ok((Some(*minor), Some(currency.code().to_owned())))
}

/// Two columns as an amount.
#[must_use]
pub fn money_of(minor: Option<i64>, currency: Option<String>) -> Option<Money> {
    minor.zip(currency).map(|(minor, currency)| Money { minor, currency })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_days() {
        for (text, expected) in [
            ("2024-02-29", Some("2024-02-29")),
            (" 2024-2-9 ", Some("2024-02-09")),
            ("2023-02-29", None),
            ("29.02.2024", None),
            ("+12024-01-01", None),
            ("0000-01-01", None),
            ("10-12-24", None),
            ("1899-12-31", None),
        ] {
            assert_eq!(date("due_on", text).ok().as_deref(), expected, "{text}");
        }
        assert_eq!(optional_time("due_time", Some("9:05")).ok().flatten().as_deref(), Some("09:05"));
        for text in ["24:00", "9h", "09:05:07", "-1:00"] {
            assert!(optional_time("due_time", Some(text)).is_err(), "{text}");
        }
    }

    #[test]
    fn an_amount_needs_a_currency_that_exists_and_stays_within_the_limit() {
        let value = |minor, currency: &str| {
            deal_value("value", Some(&Money { minor, currency: currency.into() })).map_err(|error| error.code)
        };
        assert_eq!(value(5, "eur"), Ok((Some(5), Some("EUR".into()))));
        assert_eq!(value(5, "EURO"), Err("unknown_currency".into()));
        assert_eq!(value(i64::MIN, "EUR"), Err("over_limit".into()), "its absolute value does not fit");
        assert_eq!(value(10_000_000_000_001, "EUR"), Err("over_limit".into()));
    }
}
