//! Columns as files have them.

use super::*;
use crate::import::{
    decode::Text,
    records::{Dialect, Limits},
};
use encoding_rs::UTF_8;

fn column(cells: &[&str]) -> ColumnProfile {
    let mut text = String::new();
    for cell in cells {
        text.push_str(&format!("\"{}\"\n", cell.replace('"', "\"\"")));
    }
    let mut records = Records::new(Text::new(text.as_bytes(), UTF_8, u64::MAX), Dialect::new(b','), Limits::default())
        .expect("opens");
    let found =
        profile(&mut records, &["c".to_owned()], false, None, |_, _| true).expect("whole").expect("not stopped");
    found.columns.into_iter().next().expect("one column")
}

#[test]
fn kinds_are_told_apart() {
    use ColumnKind::{Amount, Choice, Date, Email, Empty, Integer, Phone, Text, Unique, YesNo};
    let cases: &[(&[&str], ColumnKind)] = &[
        (&["", " "], Empty),
        (&["1", "20", "-3", "20"], Integer),
        (&["1054", "4514", "50"], Integer),
        (&["1.5", "2", "3.25"], Amount),
        (&["1.234,50", "7,00"], Amount),
        (&["€ 5", "€ 6"], Amount),
        (&["00123", "04510", "75001"], Unique),
        (&["00123", "00123", "75001", "75001"], Choice),
        (&["2024-01-31", "2024-02-01"], Date),
        (&["10/20/2016", "3/1/2017"], Date),
        (&["a@example.org", "b@example.org"], Email),
        (&["+33 1 23 45 67 89", "01.23.45.67.89"], Phone),
        (&["(555) 123-4567", "555-123-4567"], Phone),
        (&["yes", "no", "yes"], YesNo),
        (&["Won", "Lost", "Won", "Won", "Lost", "Engaging"], Choice),
        (&["1C1I7A6R", "Z063OYW0", "EC4QE1BX"], Unique),
        (&["some words", "other words", "some words"], Choice),
        (&["one", "two", "three", "four", "one"], Text),
    ];
    for (cells, kind) in cases {
        assert_eq!(column(cells).kind, *kind, "{cells:?}");
    }
}

#[test]
fn the_decimal_mark_is_what_the_whole_column_allows() {
    use DecimalMark::{Comma, Point};
    let cases: &[(&[&str], Option<DecimalMark>, bool)] = &[
        (&["1,234", "5.5"], Some(Point), false),
        (&["1.234", "5,5"], Some(Comma), false),
        (&["1,234", "2,345"], None, true),
        (&["1 234,50", "7,00"], Some(Comma), false),
        (&["1,234,567", "5,000,000"], Some(Point), false),
        (&["€ 5", "€ 7"], None, false),
    ];
    for (cells, mark, ambiguous) in cases {
        let found = column(cells);
        assert_eq!((found.decimal_mark, found.ambiguous), (*mark, *ambiguous), "{cells:?}");
    }
}

#[test]
fn the_date_format_is_what_the_whole_column_allows() {
    use DateFormat::{DayFirst, MonthFirst, YearFirst};
    let cases: &[(&[&str], Option<DateFormat>, bool)] = &[
        (&["3/1/2017", "10/20/2016"], Some(MonthFirst), false),
        (&["3/1/2017", "20/10/2016"], Some(DayFirst), false),
        (&["3/1/2017", "4/5/2017"], None, true),
        (&["03.04.2017"], Some(DayFirst), false),
        (&["2017-03-01"], Some(YearFirst), false),
    ];
    for (cells, format, ambiguous) in cases {
        let found = column(cells);
        assert_eq!((found.date_format, found.ambiguous), (*format, *ambiguous), "{cells:?}");
    }
}

#[test]
fn three_samples_show_how_they_would_be_read() {
    let amounts = column(&["1.234,50", "7,00", "7,00", "8", "9"]);
    assert_eq!(amounts.samples, ["1.234,50", "7,00", "8"]);
    assert_eq!(amounts.readings, ["1234.5", "7", "8"]);
    let unclear = column(&["1,234", "2,345"]);
    assert_eq!(unclear.readings, ["1234 | 1.234", "2345 | 2.345"]);
    let dates = column(&["03/04/05", "04/05/06"]);
    assert_eq!(dates.readings[0], "2003-04-05 | 2005-03-04 | 2005-04-03");
    assert!(column(&["a", "b"]).readings.is_empty(), "words have no other reading");
}

#[test]
fn a_few_strangers_do_not_change_what_a_column_is() {
    let mut cells = vec!["12.50"; 30];
    cells.push("n/a");
    let found = column(&cells);
    assert_eq!((found.kind, found.decimal_mark), (ColumnKind::Amount, Some(DecimalMark::Point)));
    cells.extend(["n/a"; 5]);
    assert_ne!(column(&cells).kind, ColumnKind::Amount);
}

#[test]
fn distinct_values_come_with_their_counts() {
    let found = column(&["Lost", "Won", "Won", "", "Open", "Lost", "Won"]);
    assert_eq!(found.values, [("Won".to_owned(), 3), ("Lost".to_owned(), 2), ("Open".to_owned(), 1)]);
    assert_eq!((found.filled, found.unique), (6, false));
    let many: Vec<String> = (0..500).map(|n| format!("v{}", n % 250)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(column(&many).values.is_empty());
}

#[test]
fn shares_of_one_are_noticed() {
    assert!(column(&["0.25", "1", "0"]).fractions);
    assert!(!column(&["25", "1", "0.5"]).fractions);
    assert!(!column(&["1", "0"]).fractions);
}

#[test]
fn reading_stops_when_asked_and_at_the_sample_size() {
    let text = "1\n2\n3\n4\n";
    let open = || {
        Records::new(Text::new(text.as_bytes(), UTF_8, u64::MAX), Dialect::new(b','), Limits::default()).expect("opens")
    };
    let headers = ["c".to_owned()];
    assert_eq!(profile(&mut open(), &headers, false, None, |rows, _| rows < 2), Ok(None));
    let sample = profile(&mut open(), &headers, false, Some(2), |_, _| true).expect("whole").expect("not stopped");
    assert_eq!(sample.rows, 2);
}
