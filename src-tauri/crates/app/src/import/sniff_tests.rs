//! Layouts of files as they come from spreadsheets, programs and people.

use super::*;
use proptest::prelude::*;

fn layout(text: &str) -> Layout {
    sniff(text, true, Said::default(), Limits::default()).expect(text)
}

#[test]
fn delimiters_are_found() {
    let cases = [
        ("a,b,c\n1,2,3\n", b','),
        ("a;b;c\n1;2;3\n", b';'),
        ("a\tb\n1\t2\n", b'\t'),
        ("a|b\n1|2\n", b'|'),
        ("name;montant\nA;1,5\nB;2,5\n", b';'),
        ("1,5;2,5\n3,5;4,5\n", b';'),
        ("name,comment\nA,\"x; y\"\nB,\"x; z\"\n", b','),
        ("name,comment\nA,x; y\nB,x; z\n", b','),
        ("a,b\n\"1;2;3\",4\n\"1;2;3\",5\n", b','),
        ("one\ntwo\nthree\n", b','),
        ("sep=|\na|b\n1|2\n", b'|'),
        ("\"sep=;\"\na;b\n", b';'),
    ];
    for (text, delimiter) in cases {
        assert_eq!(char::from(layout(text).dialect.delimiter), char::from(delimiter), "{text:?}");
    }
}

#[test]
fn what_the_user_says_wins() {
    let said = Said { delimiter: Some(b','), has_header: Some(false) };
    let found = sniff("a;b,c\n1;2,3\n", true, said, Limits::default()).expect("readable");
    assert_eq!(
        (found.dialect.delimiter, found.has_header, found.headers),
        (b',', false, vec!["A".to_owned(), "B".to_owned()])
    );
}

#[test]
fn delimiters_are_given_by_sign_or_by_name() {
    assert_eq!(
        (delimiter_of(";"), delimiter_of("tab"), delimiter_of("\\t"), delimiter_of("\t")),
        (Ok(b';'), Ok(b'\t'), Ok(b'\t'), Ok(b'\t'))
    );
    for text in ["", "a", "\"", ";;", "é", "\n"] {
        assert_eq!(delimiter_of(text).map_err(|problem| problem.code), Err(Code::BadDelimiter), "{text:?}");
    }
}

#[test]
fn a_header_is_told_from_data() {
    let cases = [
        ("account,sector,revenue\nAcme,retail,12.5\n", true),
        ("Acme,retail,12.5\nBeta,tech,99.1\n", false),
        ("Name\nAcme\n", true),
        ("foo,bar\n1,2\n", true),
        ("2024-01-01,x\n2024-01-02,y\n", false),
        ("Ann,ann@example.org\nBob,bob@example.org\n", false),
        ("red,big\nblue,small\nred,small\n", false),
        ("client,2023,notes\nAcme,5,x\n", true),
        ("客户,金额\n北京公司,12\n", true),
    ];
    for (text, has_header) in cases {
        assert_eq!(layout(text).has_header, has_header, "{text:?}");
    }
}

#[test]
fn every_column_gets_a_name_of_its_own() {
    let found = layout("name,,name, name ,name (2)\na,b,c,d,e,f\n");
    assert_eq!(found.headers, ["name", "B", "name (2)", "name (3)", "name (2) (2)", "F"]);
    let headerless = layout("1,2\n3,4\n");
    assert_eq!(headerless.headers, ["A", "B"]);
}

#[test]
fn line_ends_and_quotes_are_told() {
    assert_eq!(layout("a,b\n1,2\n").line_end, LineEnd::Lf);
    assert_eq!(layout("a,b\r\n1,2\r\n").line_end, LineEnd::CrLf);
    assert_eq!(layout("a,b\r1,2\r").line_end, LineEnd::Cr);
    let single = layout("'a','b'\n'1,5','2'\n");
    assert_eq!((single.dialect.quote, single.headers), (b'\'', vec!["a".to_owned(), "b".to_owned()]));
}

#[test]
fn nothing_and_damage_are_refused() {
    let code = |text: &str| sniff(text, true, Said::default(), Limits::default()).expect_err(text).code;
    assert_eq!(code(""), Code::FileEmpty);
    assert_eq!(code("\n\n  \n"), Code::FileEmpty);
    assert_eq!(code("a,b\n\"open,2\n"), Code::UnclosedQuote);
}

#[test]
fn a_sample_cut_in_the_middle_is_no_damage() {
    let cut = sniff("a,b\n1,2\n3,4\n5,\"un", false, Said::default(), Limits::default()).expect("readable");
    assert_eq!(cut.headers, ["a", "b"]);
}

proptest! {
    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,60}|[a1,;\t|\"'\r\n=]{0,40}", whole: bool) {
        if let Ok(found) = sniff(&text, whole, Said::default(), Limits::default()) {
            let names: HashSet<_> = found.headers.iter().collect();
            prop_assert_eq!(names.len(), found.headers.len());
        }
    }
}
