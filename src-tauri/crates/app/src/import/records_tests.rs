//! Rows and cells of whole and of damaged files, checked against the `csv` crate where it has an opinion.

use super::*;
use encoding_rs::{Encoding, UTF_8, UTF_16LE, WINDOWS_1252};
use proptest::prelude::*;

const SMALL: Limits = Limits { file: u64::MAX, cell: 1_000, columns: 10 };

fn rows_of(
    bytes: &[u8],
    encoding: &'static Encoding,
    dialect: Dialect,
    limits: Limits,
) -> Checked<Vec<(u64, Vec<String>)>> {
    let mut records = Records::new(Text::new(bytes, encoding, limits.file), dialect, limits)?;
    let mut rows = Vec::new();
    while let Some(record) = records.next_record()? {
        rows.push((record.row(), (0..record.len()).map(|at| record.raw(at).to_owned()).collect()));
    }
    Ok(rows)
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let rows = rows_of(text.as_bytes(), UTF_8, Dialect::new(b','), SMALL).expect(text);
    rows.into_iter().map(|(_, cells)| cells).collect()
}

fn refusal(text: &str) -> Problem {
    rows_of(text.as_bytes(), UTF_8, Dialect::new(b','), SMALL).expect_err(text)
}

#[test]
fn cells_are_told_apart_whatever_the_line_ends() {
    let expected = [["a", "b"], ["1", "2"]];
    for text in ["a,b\n1,2", "a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "\n\na,b\n\n1,2\n\n\n", "a,b\n  \n,\n1,2"] {
        assert_eq!(rows(text), expected, "{text:?}");
    }
}

#[test]
fn quotes_enclose_and_are_forgiven_elsewhere() {
    let cases: [(&str, &[&str]); 12] = [
        ("\"a,b\",c", &["a,b", "c"]),
        ("\"a\"\"b\",c", &["a\"b", "c"]),
        ("\"two\nlines\",c", &["two\nlines", "c"]),
        ("\"\",c", &["", "c"]),
        ("5\" pipe,c", &["5\" pipe", "c"]),
        ("\"a\" b,c", &["a b", "c"]),
        ("a, \"b,c\"", &["a", "b,c"]),
        ("a,", &["a", ""]),
        (",a", &["", "a"]),
        ("é,\u{4e0a}", &["é", "\u{4e0a}"]),
        ("a\"b\"\"c,d", &["a\"b\"\"c", "d"]),
        ("\"a\",\"b\"", &["a", "b"]),
    ];
    for (text, expected) in cases {
        assert_eq!(rows(text), [expected], "{text:?}");
    }
}

#[test]
fn rows_keep_the_number_a_spreadsheet_shows() {
    let text = "h\n\n\"two\nlines\"\nc\n";
    let found = rows_of(text.as_bytes(), UTF_8, Dialect::new(b','), SMALL).expect("whole");
    let numbers: Vec<u64> = found.iter().map(|(row, _)| *row).collect();
    assert_eq!(numbers, [1, 3, 4], "a blank line counts, a cell of two lines is one row");
}

#[test]
fn the_separator_line_is_no_row() {
    let dialect = Dialect { sep_line: true, ..Dialect::new(b';') };
    let found = rows_of(b"sep=;\r\na;b\r\n1;2", UTF_8, dialect, SMALL).expect("whole");
    assert_eq!(found[0], (1, vec!["a".to_owned(), "b".to_owned()]));
    assert_eq!(found.len(), 2);
}

#[test]
fn damage_is_refused_with_its_place() {
    let wide = format!("a\n{}", ",".repeat(9_999));
    let long = format!("a,b\n1,{}", "x".repeat(2_000));
    let long_quoted = format!("a,b\n1,\"{}", "x".repeat(2_000));
    let cases = [
        ("a,b\n1,\"open\n2,3\n", Code::UnclosedQuote, 2, Some("B")),
        ("a,b\n1,2\n3,x\0y", Code::NulByte, 3, Some("B")),
        ("a\n\"x\0y\"", Code::NulByte, 2, Some("A")),
        (wide.as_str(), Code::TooManyColumns, 2, None),
        (long.as_str(), Code::FieldTooLong, 2, Some("B")),
        (long_quoted.as_str(), Code::FieldTooLong, 2, Some("B")),
    ];
    for (text, code, row, column) in cases {
        let problem = refusal(text);
        assert_eq!((problem.code, problem.row, problem.column.as_deref()), (code, Some(row), column));
    }
}

#[test]
fn an_endless_cell_ends_at_the_limit_and_not_in_a_full_memory() {
    let endless = std::io::Read::chain(&b"a,\""[..], std::io::repeat(b'x'));
    let limits = Limits::default();
    let mut records = Records::new(Text::new(endless, UTF_8, limits.file), Dialect::new(b','), limits).expect("opens");
    let problem = records.next_record().expect_err("too long");
    assert_eq!(problem.code, Code::FieldTooLong);
    assert!(records.bytes_read() < 2 * 1024 * 1024);
}

#[test]
fn columns_are_named_as_in_a_spreadsheet() {
    let cases = [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")];
    for (column, name) in cases {
        assert_eq!(letters(column), name);
    }
}

/// Cells that survive any dialect: a blank row would be left out on purpose.
fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = "[a-zé\",;\t|\n '€-]{0,8}";
    prop::collection::vec((prop::collection::vec(cell, 1..6), "[a-z]{1,3}"), 1..12).prop_map(|rows| {
        rows.into_iter()
            .map(|(mut cells, last)| {
                cells.push(last);
                cells
            })
            .collect()
    })
}

fn written(table: &[Vec<String>], delimiter: u8, terminator: csv::Terminator) -> String {
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).flexible(true).from_writer(Vec::new());
    for row in table {
        writer.write_record(row).expect("writable");
    }
    String::from_utf8(writer.into_inner().expect("flushed")).expect("text")
}

proptest! {
    #[test]
    fn a_table_written_with_any_delimiter_encoding_and_line_end_comes_back(
        table in table(),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        line_end in 0_usize..3,
        encoding in 0..3,
    ) {
        let terminator = [csv::Terminator::Any(b'\n'), csv::Terminator::CRLF, csv::Terminator::Any(b'\r')][line_end];
        let text = written(&table, delimiter, terminator);
        let (encoding, bytes) = match encoding {
            0 => (UTF_8, text.into_bytes()),
            1 => (WINDOWS_1252, WINDOWS_1252.encode(&text).0.into_owned()),
            _ => (UTF_16LE, text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        };
        let found = rows_of(&bytes, encoding, Dialect::new(delimiter), Limits::default()).expect("whole");
        let found: Vec<Vec<String>> = found.into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(found, table);
    }

    #[test]
    fn well_formed_or_not_the_rows_are_those_of_the_csv_crate(text in "[ab,\"\n\r;]{0,40}") {
        let mut theirs = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let theirs: Vec<Vec<String>> = theirs.records().map(|row| row.expect("text").iter().map(str::to_owned).collect())
            .filter(|row: &Vec<String>| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        match rows_of(text.as_bytes(), UTF_8, Dialect::new(b','), Limits::default()) {
            Ok(ours) => prop_assert_eq!(ours.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), theirs),
            Err(problem) => prop_assert_eq!(problem.code, Code::UnclosedQuote, "the one thing we refuse and they accept"),
        }
    }

    #[test]
    fn pieces_of_any_size_give_the_same_rows(table in table(), block in 1_usize..40) {
        let text = written(&table, b',', csv::Terminator::CRLF);
        let whole = rows_of(text.as_bytes(), UTF_8, Dialect::new(b','), Limits::default()).expect("whole");
        let pieces = Text::in_blocks(text.as_bytes(), UTF_8, u64::MAX, block);
        let mut records = Records::new(pieces, Dialect::new(b','), Limits::default()).expect("opens");
        let mut found = Vec::new();
        while let Some(record) = records.next_record().expect("whole") {
            found.push((record.row(), (0..record.len()).map(|at| record.raw(at).to_owned()).collect::<Vec<_>>()));
        }
        prop_assert_eq!(found, whole);
    }
}
