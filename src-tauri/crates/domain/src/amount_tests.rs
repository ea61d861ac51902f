//! Amounts as written in many places, and round trips.

use super::{
    AmountError::{
        self, Ambiguous, CurrencyAmbiguous, CurrencyMissing, MisplacedSeparator, NotANumber, NotAnInteger, OverLimit,
    },
    DecimalMark::{self, Comma, Point},
    *,
};
use proptest::prelude::*;

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect(code)
}

fn plainly(text: &str, mark: Option<DecimalMark>) -> Result<String, AmountError> {
    Amount::read(text, mark).and_then(|amount| amount.plain())
}

#[test]
fn a_number_with_one_reading_needs_no_hint() {
    let cases = [
        ("0", "0"),
        ("5", "5"),
        ("007", "7"),
        ("1234", "1234"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1\u{a0}234,56", "1234.56"),
        ("1\u{202f}234,56", "1234.56"),
        ("1'234.56", "1234.56"),
        ("1\u{2019}234.56", "1234.56"),
        ("1 234 567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("12,34,567", "1234567"),
        ("12,34,567.5", "1234567.5"),
        ("1 234,567", "1234.567"),
        ("1.5", "1.5"),
        ("1,5", "1.5"),
        ("1,50", "1.5"),
        ("0,123", "0.123"),
        ("1234,567", "1234.567"),
        (".5", "0.5"),
        (",25", "0.25"),
        ("5.", "5"),
        ("-5", "-5"),
        ("- 5", "-5"),
        ("+5", "5"),
        ("5-", "-5"),
        ("(5)", "-5"),
        ("( 1,234.50 )", "-1234.5"),
        ("\u{2212}5", "-5"),
        ("（５）", "-5"),
        ("１，２３４．５０", "1234.5"),
        ("٣٤", "34"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("۱۲", "12"),
        ("१२", "12"),
        ("5.-", "5"),
        ("1'234.--", "1234"),
        ("5,- €", "5"),
        ("  42  ", "42"),
    ];
    for (text, expected) in cases {
        assert_eq!(plainly(text, None), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn what_has_two_readings_is_asked_about_unless_the_mark_is_known() {
    for text in ["1,234", "1.234", "12.345", "999,000", "-1,234", "€ 1.234"] {
        assert_eq!(plainly(text, None), Err(Ambiguous), "{text}");
    }
    let known = [
        ("1,234", Point, "1234"),
        ("1,234", Comma, "1.234"),
        ("1.234", Comma, "1234"),
        ("1.234", Point, "1.234"),
        ("1.234.567,8", Comma, "1234567.8"),
        ("1 234", Comma, "1234"),
    ];
    for (text, mark, expected) in known {
        assert_eq!(plainly(text, Some(mark)), Ok(expected.to_owned()), "{text} {mark:?}");
    }
}

#[test]
fn separators_where_the_mark_does_not_allow_them_are_refused() {
    let cases = [
        ("1.23", Some(Comma)),
        ("1,5", Some(Point)),
        ("1,234.5", Some(Comma)),
        ("1.2.3", None),
        ("1,23,4", None),
        ("1 23", None),
        ("1.234,567.8", None),
        ("1'234 567", None),
        ("0,123", Some(Point)),
        ("1234,567", Some(Point)),
        ("1.5.5", Some(Point)),
        ("1..5", None),
    ];
    for (text, mark) in cases {
        assert_eq!(plainly(text, mark), Err(MisplacedSeparator), "{text} {mark:?}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    let cases = [
        "",
        " ",
        "-",
        "NaN",
        "inf",
        "Infinity",
        "1e309",
        "1e5",
        "0x10",
        "abc",
        "n/a",
        "5-6",
        "5 6-",
        "--5",
        "-(5)",
        "(5",
        "5)",
        "(-5)",
        "-5-",
        "5 apples",
        "$$5",
        "€ 5 $",
        "12k",
        "10:30",
        "2024-01-31",
        "½",
        "%5",
        "5%",
        "1_000",
        "+-5",
    ];
    for text in cases {
        let read = plainly(text, None);
        assert!(matches!(read, Err(NotANumber | MisplacedSeparator)), "{text}: {read:?}");
    }
    assert_eq!(plainly(&"9".repeat(40), None), Err(OverLimit));
    assert_eq!(plainly(&"9".repeat(100), None), Err(NotANumber), "longer than any amount");
}

#[test]
fn a_currency_may_stand_on_either_side() {
    let cases = [
        ("€ 5", "5.00 EUR"),
        ("€5", "5.00 EUR"),
        ("5 €", "5.00 EUR"),
        ("5 EUR", "5.00 EUR"),
        ("EUR5", "5.00 EUR"),
        ("eur 5", "5.00 EUR"),
        ("-€5", "-5.00 EUR"),
        ("€-5", "-5.00 EUR"),
        ("€ 5-", "-5.00 EUR"),
        ("(€ 5)", "-5.00 EUR"),
        ("(5) €", "-5.00 EUR"),
        ("1 234,56 €", "1234.56 EUR"),
        ("CHF 1'234.50", "1234.50 CHF"),
        ("Fr. 5.50", "5.50 CHF"),
        ("Fr.5.50", "5.50 CHF"),
        ("US$5", "5.00 USD"),
        ("$5 USD", "5.00 USD"),
        ("R$ 1.234,56", "1234.56 BRL"),
        ("100 zł", "100.00 PLN"),
        ("￥1,234.50", "1234.50 CNY"),
        ("¥1234", "1234.00 CNY"),
    ];
    for (text, expected) in cases {
        let money = Amount::read(text, None).and_then(|amount| amount.money(Some(currency("CNY"))));
        assert_eq!(money.map(|money| money.to_string()), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn the_currency_is_never_guessed_among_several() {
    let dollars = Amount::read("$5", None).expect("readable");
    assert_eq!(dollars.money(None), Err(CurrencyAmbiguous));
    assert_eq!(
        dollars.money(Some(currency("EUR"))),
        Err(CurrencyAmbiguous),
        "an assumed euro does not explain a dollar sign"
    );
    assert_eq!(dollars.money(Some(currency("CAD"))).map(Money::currency), Ok(currency("CAD")));
    assert_eq!(Amount::read("5", None).expect("readable").money(None), Err(CurrencyMissing));
}

#[test]
fn digits_beyond_the_currency_are_rounded_away_from_zero() {
    let cases = [
        ("1.005", "EUR", 101),
        ("-1.005", "EUR", -101),
        ("1.0049", "EUR", 100),
        ("1234.5", "JPY", 1235),
        ("1.2345", "KWD", 1235),
        ("646.10000000000002", "EUR", 64_610),
    ];
    for (text, code, minor) in cases {
        let money = Amount::read(text, Some(Point)).and_then(|amount| amount.money(Some(currency(code))));
        assert_eq!(money.map(Money::minor), Ok(minor), "{text} {code}");
    }
    let huge = Amount::read("99999999999999999999", None).expect("a number");
    assert_eq!(huge.money(Some(currency("EUR"))), Err(OverLimit));
}

#[test]
fn quick_entry_knows_thousands_and_millions() {
    let cases = [
        ("12k", "12000"),
        ("$1k", "1000"),
        ("1.5k", "1500"),
        ("1,5 K€", "1500"),
        ("12 k€", "12000"),
        ("2m", "2000000"),
        ("2 mio.", "2000000"),
        ("3万", "30000"),
        ("1.2亿", "120000000"),
        ("-3k", "-3000"),
        ("5 kr", "5"),
        ("5 MXN", "5"),
        ("5 EUR", "5"),
        ("750", "750"),
    ];
    for (text, expected) in cases {
        assert_eq!(Amount::read_quick(text, None).and_then(|a| a.plain()), Ok(expected.to_owned()), "{text}");
    }
    for text in ["k", "12kk", "12 km", "fri"] {
        assert!(Amount::read_quick(text, None).is_err(), "{text}");
    }
}

#[test]
fn whole_numbers_and_percentages_are_read_exactly() {
    assert_eq!(Amount::read("12.00", None).and_then(|a| a.integer()), Ok(12));
    assert_eq!(Amount::read("12.5", None).and_then(|a| a.integer()), Err(NotAnInteger));
    let cases = [
        ("33.33 %", false, 3_333),
        ("33,33%", false, 3_333),
        ("50", false, 5_000),
        ("0.25", true, 2_500),
        ("25%", true, 2_500),
        ("1", true, 10_000),
    ];
    for (text, fraction, expected) in cases {
        assert_eq!(percent(text, None, fraction), Ok(expected), "{text}");
    }
    assert_eq!(percent("€ 5", None, false), Err(NotANumber));
}

/// `minor` as people of a place write it.
fn written(minor: i64, decimals: u32, mark: char, group: &str) -> String {
    let text = plain(minor.abs(), decimals);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push_str(group);
        }
        grouped.push(digit);
    }
    let sign = if minor < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}{mark}{fraction}") }
}

proptest! {
    #[test]
    fn an_amount_written_in_any_locale_comes_back(
        minor in -crate::money::LARGEST..=crate::money::LARGEST,
        place in prop::sample::select(vec![
            (Point, ","), (Comma, "."), (Comma, " "), (Comma, "\u{a0}"), (Comma, "\u{202f}"), (Point, "'"), (Point, "\u{2019}"), (Point, ""), (Comma, ""),
        ]),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        beside in 0..4,
    ) {
        let (mark, group) = place;
        let currency = currency(code);
        let number = written(minor, currency.decimals(), mark.sign(), group);
        let text = match beside {
            0 => number,
            1 => format!("{number} {code}"),
            2 => format!("{code} {number}"),
            _ if minor < 0 => format!("({})", number.trim_start_matches('-')),
            _ => number,
        };
        let known = Amount::read(&text, Some(mark)).and_then(|amount| amount.money(Some(currency)));
        prop_assert_eq!(known.map(Money::minor), Ok(minor), "{}", text);
        match Amount::read(&text, None).and_then(|amount| amount.money(Some(currency))) {
            Ok(money) => prop_assert_eq!(money.minor(), minor, "without the mark there is no other answer: {}", text),
            Err(error) => prop_assert_eq!(error, Ambiguous, "{}", text),
        }
    }

    #[test]
    fn no_text_makes_the_reader_stumble(text in "\\PC{0,40}") {
        for mark in [None, Some(Point), Some(Comma)] {
            let _ = Amount::read(&text, mark);
            let _ = Amount::read_quick(&text, mark);
            let _ = percent(&text, mark, true);
        }
    }

    #[test]
    fn digits_and_separators_never_get_a_third_reading(text in "[0-9 .,'()€-]{1,14}") {
        let readings: Vec<_> = [Point, Comma].into_iter().filter_map(|mark| plainly(&text, Some(mark)).ok()).collect();
        if let Ok(free) = plainly(&text, None) {
            prop_assert!(readings.contains(&free), "{} read as {}", text, free);
        }
    }
}
