//! Fields a user adds: their types, the form each type's values are kept in, and how values pass from one type to another.
//! Lists of choices are JSON in the file and come here as lists; whether a record of that id exists is asked above.

use crate::{currency::Currency, dates::Date, money};
use chrono::{NaiveDate, NaiveTime};
use uuid::Uuid;

/// Longest single line, in characters.
pub const LINE: usize = 500;
/// Longest text of several lines.
pub const PROSE: usize = 100_000;
/// Longest address of a page.
const PAGE: usize = 2_000;
/// Longest telephone number.
const PHONE: usize = 100;
/// Longest e-mail address.
const EMAIL: usize = 320;
/// Longest postal address.
const ADDRESS: usize = 1_000;
/// Most characters of a number.
const DIGITS: usize = 30;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $word:literal),* $(,)?) => {
        /// The type of a field.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind { $($(#[$doc])* $kind),* }

        impl Kind {
            /// All of them, in the order they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The word kept in the file.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word),* }
            }

            /// The type of a kept word.
            #[must_use]
            pub fn of_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$kind),)* _ => None }
            }
        }
    };
}

kinds! {
    /// One line.
    Text = "text",
    /// Several lines.
    LargeText = "large_text",
    /// A decimal number, with a point.
    Number = "number",
    /// An amount: `<minor units> <code>`.
    Money = "money",
    /// A day, YYYY-MM-DD.
    Date = "date",
    /// Two days: `<first>/<last>`.
    DateRange = "date_range",
    /// A time of day, HH:MM.
    Time = "time",
    /// Two times of one day: `<from>/<to>`.
    TimeRange = "time_range",
    /// `yes` or `no`.
    YesNo = "yes_no",
    /// One of the field's options.
    Choice = "choice",
    /// Several of them, a JSON array in the order of the options.
    Choices = "choices",
    /// A web address.
    Url = "url",
    /// A telephone number.
    Phone = "phone",
    /// An e-mail address.
    Email = "email",
    /// A postal address, several lines.
    Address = "address",
    /// A colleague, by id.
    Colleague = "colleague",
    /// A person, by id.
    Person = "person",
    /// An organization, by id.
    Organization = "organization",
    /// Computed from other fields by a [`crate::formula`]; it keeps no values.
    Formula = "formula",
}

impl Kind {
    /// Whether its values are chosen from the field's options.
    #[must_use]
    pub const fn has_options(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether its values are records.
    #[must_use]
    pub const fn is_record(self) -> bool {
        matches!(self, Self::Colleague | Self::Person | Self::Organization)
    }

    /// Whether its values are free text.
    #[must_use]
    pub const fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::LargeText | Self::Address)
    }
}

/// Why a value does not fit its field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not a value of the type.
    Invalid,
    /// More characters than this.
    TooLong(usize),
}

/// A value as it is kept; None where it is blank. Choices are checked by [`chosen`], several at once.
///
/// # Errors
/// Why it does not fit.
pub fn checked(kind: Kind, value: &str) -> Result<Option<String>, Unfit> {
    let trimmed = value.trim();
    if trimmed.is_empty() {
        return Ok(None);
    }
    let kept = match kind {
        Kind::Text | Kind::Choice | Kind::Choices => within(trimmed, LINE)?,
        Kind::LargeText => within(value.trim_end(), PROSE)?,
        Kind::Address => within(value.trim(), ADDRESS)?,
        Kind::Phone => within(trimmed, PHONE)?,
        Kind::Number => number(trimmed).ok_or(Unfit::Invalid)?,
        Kind::Money => amount(trimmed).ok_or(Unfit::Invalid)?,
        Kind::Date => day(trimmed).ok_or(Unfit::Invalid)?,
        Kind::Time => time(trimmed).ok_or(Unfit::Invalid)?,
        Kind::DateRange => range(trimmed, day).ok_or(Unfit::Invalid)?,
        Kind::TimeRange => range(trimmed, time).ok_or(Unfit::Invalid)?,
        Kind::YesNo => match trimmed {
            "yes" | "true" | "1" => "yes".to_owned(),
            "no" | "false" | "0" => "no".to_owned(),
            _ => return Err(Unfit::Invalid),
        },
        Kind::Url => page(trimmed).ok_or(Unfit::Invalid).and_then(|url| within(url, PAGE))?,
        Kind::Email => {
            let (name, host) = trimmed.split_once('@').ok_or(Unfit::Invalid)?;
            if name.is_empty() || host.is_empty() || trimmed.contains(char::is_whitespace) || host.contains('@') {
                return Err(Unfit::Invalid);
            }
            within(trimmed, EMAIL)?
        }
        Kind::Formula => return Err(Unfit::Invalid),
        Kind::Colleague | Kind::Person | Kind::Organization => {
            Uuid::try_parse(trimmed).map_err(|_| Unfit::Invalid)?.hyphenated().to_string()
        }
    };
    Ok(Some(kept))
}

/// The choices in the order of the options; what the record had already may stay although its option is gone.
///
/// # Errors
/// `Invalid` where one is neither offered nor kept.
pub fn chosen(options: &[String], before: &[String], wanted: &[String]) -> Result<Vec<String>, Unfit> {
    if wanted.iter().any(|one| !options.contains(one) && !before.contains(one)) {
        return Err(Unfit::Invalid);
    }
    let gone = before.iter().filter(|one| !options.contains(*one));
    Ok(options.iter().chain(gone).filter(|one| wanted.contains(one)).cloned().collect())
}

/// A value of another type as this type keeps it; None: it does not convert. `plain` is the value as text
/// (see [`plain`]; of a record, its name), `home` the currency of a bare number.
#[must_use]
pub fn converted(from: Kind, to: Kind, plain: &str, home: Currency) -> Option<String> {
    if from == to {
        return Some(plain.to_owned());
    }
    let day_alone = || plain.split_once('/').filter(|(first, last)| first == last).map(|(first, _)| first);
    match (from, to) {
        (Kind::YesNo | Kind::Formula, _) | (_, Kind::Colleague | Kind::Person | Kind::Organization | Kind::Formula) => {
            None
        }
        (Kind::Money, Kind::Number) => plain.rsplit_once(' ').map(|(figures, _)| figures.to_owned()),
        (Kind::Number, Kind::Money) => minor(plain, home),
        (Kind::Date, Kind::DateRange) => Some(format!("{plain}/{plain}")),
        (Kind::DateRange, Kind::Date) => day_alone().map(str::to_owned),
        // of the choices and the free texts only what is one line can become an option
        (_, Kind::Choice | Kind::Choices) if plain.lines().count() > 1 => None,
        (_, Kind::Text | Kind::Phone) if plain.lines().count() > 1 => None,
        _ => checked(to, plain).ok().flatten(),
    }
}

/// A kept value as text that other types can be read from: amounts with their decimals.
#[must_use]
pub fn plain(kind: Kind, kept: &str) -> String {
    if kind != Kind::Money {
        return kept.to_owned();
    }
    let read = kept.split_once(' ').and_then(|(minor, code)| {
        let currency = Currency::parse(code).ok()?;
        Some((minor.parse::<i64>().ok()?, currency))
    });
    let Some((minor, currency)) = read else { return kept.to_owned() };
    let unit = currency.minor_per_unit().unsigned_abs();
    let sign = if minor < 0 { "-" } else { "" };
    let (whole, rest) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    if unit == 1 {
        return format!("{sign}{whole} {}", currency.code());
    }
    let digits = unit.to_string().len() - 1;
    format!("{sign}{whole}.{rest:0digits$} {}", currency.code())
}

fn within(text: &str, limit: usize) -> Result<String, Unfit> {
    if text.chars().count() > limit {
        return Err(Unfit::TooLong(limit));
    }
    // NUL would end the text for other readers of the file
    Ok(text.replace('\0', "\u{fffd}"))
}

/// A decimal number with a point.
fn number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let decimal = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (decimal(whole) && decimal(fraction) && text.len() <= DIGITS).then(|| text.to_owned())
}

/// Minor units and code, as `123450 EUR`.
fn amount(text: &str) -> Option<String> {
    let (minor, code) = text.split_once(' ')?;
    let minor: i64 = minor.parse().ok()?;
    let currency = Currency::parse(code).ok()?;
    (minor.unsigned_abs() <= money::LARGEST.unsigned_abs()).then(|| format!("{minor} {}", currency.code()))
}

/// A plain number as an amount, where the currency has that many decimals.
fn minor(figures: &str, currency: Currency) -> Option<String> {
    let digits = currency.minor_per_unit().to_string().len() - 1;
    let (whole, fraction) = figures.split_once('.').unwrap_or((figures, ""));
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > digits {
        return None;
    }
    amount(&format!("{}{fraction:0<digits$} {}", whole, currency.code()))
}

/// A real day of the years 1900 to 9999.
fn day(text: &str) -> Option<String> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    Date::from_naive(day).map(|day| day.to_string())
}

fn time(text: &str) -> Option<String> {
    NaiveTime::parse_from_str(text.trim(), "%H:%M").ok().map(|time| time.format("%H:%M").to_string())
}

/// Two of them, the first not after the last.
fn range(text: &str, read: fn(&str) -> Option<String>) -> Option<String> {
    let (first, last) = text.split_once('/')?;
    let (first, last) = (read(first)?, read(last)?);
    (first <= last).then(|| format!("{first}/{last}"))
}

/// An address a window may open: of the web, or without a scheme.
fn page(text: &str) -> Option<&str> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    match text.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '.']) && !rest.starts_with(|c: char| c.is_ascii_digit()) => {
            matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto" | "tel").then_some(text)
        }
        _ => Some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_type_keeps_its_own_form_and_refuses_the_rest() {
        let id = "0199a2c4-0000-7000-8000-000000000001";
        let cases = [
            (Kind::Text, " a <b> ", Ok(Some("a <b>"))),
            (Kind::Text, "  ", Ok(None)),
            (Kind::Text, "=cmd|' /C calc'!A0", Ok(Some("=cmd|' /C calc'!A0"))),
            (Kind::Number, "-12.50", Ok(Some("-12.50"))),
            (Kind::Number, "12,5", Err(Unfit::Invalid)),
            (Kind::Number, "1e9", Err(Unfit::Invalid)),
            (Kind::Number, ".5", Err(Unfit::Invalid)),
            (Kind::Money, "123450 eur", Ok(Some("123450 EUR"))),
            (Kind::Money, "1234.50 EUR", Err(Unfit::Invalid)),
            (Kind::Date, "2024-02-29", Ok(Some("2024-02-29"))),
            (Kind::Date, "2023-02-29", Err(Unfit::Invalid)),
            (Kind::Date, "10-12-24", Err(Unfit::Invalid)),
            (Kind::DateRange, "2024-02-28/2024-02-29", Ok(Some("2024-02-28/2024-02-29"))),
            (Kind::DateRange, "2024-02-29/2024-02-29", Ok(Some("2024-02-29/2024-02-29"))),
            (Kind::DateRange, "2024-03-01/2024-02-29", Err(Unfit::Invalid)),
            (Kind::DateRange, "2024-03-01", Err(Unfit::Invalid)),
            (Kind::Time, "9:05", Ok(Some("09:05"))),
            (Kind::Time, "24:00", Err(Unfit::Invalid)),
            (Kind::TimeRange, "9:05/17:30", Ok(Some("09:05/17:30"))),
            (Kind::TimeRange, "17:30/9:05", Err(Unfit::Invalid)),
            (Kind::YesNo, "true", Ok(Some("yes"))),
            (Kind::YesNo, "maybe", Err(Unfit::Invalid)),
            (Kind::Url, "example.org:8080/x", Ok(Some("example.org:8080/x"))),
            (Kind::Url, "javascript:alert(1)", Err(Unfit::Invalid)),
            (Kind::Url, "HTTPS://example.org", Ok(Some("HTTPS://example.org"))),
            (Kind::Email, "a@b.example", Ok(Some("a@b.example"))),
            (Kind::Email, "a b@c", Err(Unfit::Invalid)),
            (Kind::Phone, "+33 (0)4 78", Ok(Some("+33 (0)4 78"))),
            (Kind::Address, " 1 rue X\n69001 Lyon ", Ok(Some("1 rue X\n69001 Lyon"))),
            (Kind::Person, id, Ok(Some(id))),
            (Kind::Organization, "0199A2C4000070008000000000000001", Ok(Some(id))),
            (Kind::Colleague, "Ana", Err(Unfit::Invalid)),
        ];
        for (kind, value, expected) in cases {
            let got = checked(kind, value);
            assert_eq!(got.as_ref().map(Option::as_deref), expected.as_ref().copied(), "{kind:?} {value}");
        }
        assert_eq!(checked(Kind::Text, &"x".repeat(LINE + 1)), Err(Unfit::TooLong(LINE)));
        assert_eq!(checked(Kind::LargeText, &"x".repeat(PROSE + 1)), Err(Unfit::TooLong(PROSE)));
    }

    #[test]
    fn choices_keep_the_order_of_the_options_and_what_was_chosen_before() {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let options = list(&["Gas", "Air"]);
        assert_eq!(chosen(&options, &[], &list(&["Air", "Gas", "Air"])), Ok(list(&["Gas", "Air"])));
        assert_eq!(chosen(&options, &[], &list(&["Oil"])), Err(Unfit::Invalid));
        assert_eq!(chosen(&options, &list(&["Oil"]), &list(&["Oil", "Air"])), Ok(list(&["Air", "Oil"])));
        assert_eq!(chosen(&options, &list(&["Oil"]), &[]), Ok(Vec::new()));
    }

    #[test]
    fn a_value_becomes_one_of_another_type_where_nothing_is_lost() {
        let cases = [
            (Kind::Text, Kind::Number, "12.5", Some("12.5")),
            (Kind::Text, Kind::Number, "twelve", None),
            (Kind::Number, Kind::Text, "12.5", Some("12.5")),
            (Kind::Number, Kind::Money, "12.5", Some("1250 EUR")),
            (Kind::Number, Kind::Money, "12.505", None),
            (Kind::Number, Kind::Money, "-0.50", Some("-50 EUR")),
            (Kind::Money, Kind::Number, "1234.50 EUR", Some("1234.50")),
            (Kind::Money, Kind::Text, "1234.50 EUR", Some("1234.50 EUR")),
            (Kind::Date, Kind::DateRange, "2024-02-29", Some("2024-02-29/2024-02-29")),
            (Kind::DateRange, Kind::Date, "2024-02-29/2024-02-29", Some("2024-02-29")),
            (Kind::DateRange, Kind::Date, "2024-02-28/2024-02-29", None),
            (Kind::LargeText, Kind::Text, "one\ntwo", None),
            (Kind::LargeText, Kind::Choice, "one\ntwo", None),
            (Kind::Text, Kind::Choice, "one", Some("one")),
            (Kind::Text, Kind::Person, "0199a2c4-0000-7000-8000-000000000001", None),
            (Kind::Person, Kind::Text, "Tom Harrow", Some("Tom Harrow")),
            (Kind::YesNo, Kind::Text, "yes", None),
        ];
        let home = Currency::parse("EUR").expect("a currency");
        for (from, to, value, expected) in cases {
            assert_eq!(converted(from, to, value, home).as_deref(), expected, "{from:?} to {to:?}: {value}");
        }
        assert_eq!(plain(Kind::Money, "-5 EUR"), "-0.05 EUR");
        assert_eq!(plain(Kind::Money, "5 JPY"), "5 JPY");
    }

    #[test]
    fn every_type_has_a_word_of_its_own() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_word(kind.word()), Some(*kind));
        }
    }

    proptest! {
        #[test]
        fn what_is_kept_is_kept_again_unchanged(text in ".{0,40}") {
            for kind in Kind::ALL {
                if let Ok(Some(kept)) = checked(*kind, &text) {
                    prop_assert_eq!(checked(*kind, &kept), Ok(Some(kept.clone())));
                }
            }
        }
    }
}
