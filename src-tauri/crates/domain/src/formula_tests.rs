//! Formulas as text: what is read, what it gives, and what is refused with which words at which place.

use super::{maths, *};
use proptest::prelude::*;

fn known(of: Type) -> Known {
    Known { of: Some(of), words: Vec::new(), broken: false }
}

fn field(key: &str) -> Option<Known> {
    Some(match key {
        "value" => known(Type::Money),
        "probability" | "n" => known(Type::Number),
        "expected_close" => known(Type::Date),
        "title" => known(Type::Text),
        "rotting" => known(Type::YesNo),
        "status" => Known { words: vec!["open".into(), "won".into()], ..known(Type::Text) },
        "labels" => Known { of: None, words: Vec::new(), broken: false },
        "broken" => Known { broken: true, ..known(Type::Number) },
        _ => return None,
    })
}

fn check(text: &str) -> Result<Typed, Problem> {
    typed(&read(text)?, &field)
}

/// The tree in words, to see what belongs together.
fn shown(part: &Part) -> String {
    match &part.what {
        What::Number(number) => format!("{number}"),
        What::Text(text) => format!("{text:?}"),
        What::Yes(yes) => format!("{yes}"),
        What::Field(key) => format!("[{key}]"),
        What::Call(function, parts) => {
            format!("{}({})", function.word(), parts.iter().map(shown).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn signs_bind_as_people_expect() {
    for (text, tree) in [
        ("1 + 2 * 3", "+(1 *(2 3))"),
        ("(1 + 2) * 3", "*(+(1 2) 3)"),
        ("10 - 3 - 2", "-(-(10 3) 2)"),
        ("12 / 3 / 2", "/(/(12 3) 2)"),
        ("-[n] * 2", "*(−([n]) 2)"),
        ("-2", "-2"),
        ("1 < 2 and not 3 = 4 or true", "OR(AND(<(1 2) NOT(=(3 4))) true)"),
        ("'a' & 1 + 2", "CONCAT(\"a\" +(1 2))"),
        ("'a' || \"b\"", "CONCAT(\"a\" \"b\")"),
        ("AND(1 < 2, or(true, false))", "AND(<(1 2) OR(true false))"),
        ("if(true, left('abc', 2), trim('x'))", "IF(true LEFT(\"abc\" 2) TRIM(\"x\"))"),
        ("CASE WHEN true THEN 1 WHEN false THEN 2 ELSE 3 END", "IF(true 1 IF(false 2 3))"),
        ("[n] between 1 and 5", "AND(>=([n] 1) <=([n] 5))"),
        ("[n] not between 1 and 5", "NOT(AND(>=([n] 1) <=([n] 5)))"),
        ("[n] is not null", "NOT(EMPTY([n]))"),
        ("[custom:0199] == [a ]] b]", "=([custom:0199] [a ] b])"),
        ("floor(1.5) + ceil(.5)", "+(FLOOR(1.5) CEIL(0.5))"),
        ("date(2026, 1, 31)", "DATE(2026 1 31)"),
        ("'it''s'", "\"it's\""),
    ] {
        assert_eq!(read(text).as_ref().map(shown), Ok(tree.to_owned()), "{text}");
    }
}

#[test]
fn each_formula_gives_what_its_parts_make_of_it() {
    for (text, of) in [
        ("[value] * [probability]", Type::Money),
        ("[value] * 0.1 - 50", Type::Money),
        ("[value] / [value]", Type::Number),
        ("[value] / 3", Type::Money),
        ("round([value], 0)", Type::Money),
        ("number([value]) * 2", Type::Number),
        ("[value] > 1000", Type::YesNo),
        ("if([value] > 1000, [value] * 0.1, 0)", Type::Money),
        ("coalesce([n], 0)", Type::Number),
        ("[expected_close] - today()", Type::Number),
        ("[expected_close] + 30", Type::Date),
        ("[expected_close] - 30", Type::Date),
        ("[expected_close] - '2026-01-31'", Type::Number),
        ("[expected_close] < '2026-12-31'", Type::YesNo),
        ("if(empty([expected_close]), today(), [expected_close])", Type::Date),
        ("addmonths([expected_close], 1)", Type::Date),
        ("year(today())", Type::Number),
        ("[title] & ' ' & [n] & ' ' & [value] & [expected_close]", Type::Text),
        ("upper(left([title], 3))", Type::Text),
        ("len([title]) + 1", Type::Number),
        ("contains([title], 'pump') or [rotting]", Type::YesNo),
        ("[status] = 'Won'", Type::YesNo),
        ("min([value], 100)", Type::Money),
        ("max(today(), [expected_close])", Type::Date),
        ("not [rotting]", Type::YesNo),
    ] {
        assert_eq!(check(text).map(|found| found.of), Ok(of), "{text}");
    }
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    let kinds = |expected, found| Why::Type { expected, found };
    for (text, at, why) in [
        ("", 0, Why::Syntax(String::new())),
        ("1 +", 3, Why::Syntax(String::new())),
        ("(1 + 2", 6, Why::Syntax(String::new())),
        ("1 2", 2, Why::Syntax("2".into())),
        ("1 % 2", 2, Why::Syntax("% 2".into())),
        ("1; drop table deals", 1, Why::Syntax("; drop table deals".into())),
        ("1 -- note", 2, Why::Syntax("-- note".into())),
        ("[n].x", 3, Why::Syntax(".x".into())),
        ("value * 2", 0, Why::Word("value".into())),
        ("select", 0, Why::Word("select".into())),
        ("exists(1)", 0, Why::Function("exists".into())),
        ("cast([n])", 0, Why::Function("cast".into())),
        ("load_extension('x')", 0, Why::Function("load_extension".into())),
        ("1 + round()", 4, Why::Arguments(Function::Round)),
        ("if(true)", 0, Why::Arguments(Function::If)),
        ("2 * [gone]", 4, Why::Field("gone".into())),
        ("2 * [labels]", 4, Why::FieldKind("labels".into())),
        ("2 * [broken]", 4, Why::Broken("broken".into())),
        ("[title] + 1", 0, kinds(Type::Number, Type::Text)),
        ("1 + [title]", 4, kinds(Type::Number, Type::Text)),
        ("[value] * [value]", 10, kinds(Type::Number, Type::Money)),
        ("if([n], 1, 2)", 3, kinds(Type::YesNo, Type::Number)),
        ("if(true, 1, 'x')", 12, kinds(Type::Number, Type::Text)),
        ("year([n])", 5, kinds(Type::Date, Type::Number)),
        ("[rotting] < true", 0, kinds(Type::Number, Type::YesNo)),
        ("'a' & [rotting]", 6, kinds(Type::Text, Type::YesNo)),
        ("[expected_close] = '2026-02-30'", 19, Why::Day("2026-02-30".into())),
        ("[status] = 'gewonnen'", 11, Why::Choice("status".into(), vec!["open".into(), "won".into()])),
        ("1\n + [gone]", 5, Why::Field("gone".into())),
        ("'é' & [gone]", 6, Why::Field("gone".into())),
    ] {
        assert_eq!(check(text).err(), Some(Problem { at, why }), "{text}");
    }
}

#[test]
fn what_is_too_long_or_too_deep_is_refused_and_never_overflows() {
    let deep = |count: usize| format!("{}1{}", "(".repeat(count), ")".repeat(count));
    let calls = |count: usize| format!("{}1{}", "abs(".repeat(count), ")".repeat(count));
    assert!(check(&deep(12)).is_ok());
    for text in [
        deep(DEEPEST + 1),
        deep(900),
        calls(400),
        "not ".repeat(300) + "true",
        "- ".repeat(399) + "1",
        "1+".repeat(300) + "1",
        "x".repeat(LONGEST + 1),
        "case when true then ".repeat(80) + "1",
    ] {
        assert_eq!(check(&text).err().map(|problem| problem.why), Some(Why::TooLarge), "{:.40}", text);
    }
    assert!(check(&("1+".repeat(140) + "1")).is_ok(), "a long sum is no deep one");
}

#[test]
fn hostile_words_are_only_words() {
    let text = "'; DROP TABLE deals; -- \"[x]\" $1 ?1 %s \\'";
    assert_eq!(read(text).map(|part| part.what), Ok(What::Text("; DROP TABLE deals; -- \"[x]\" $1 ?1 %s \\".into())));
    assert!(read("'a\0b'").is_err(), "a text that would end early for other readers");
    assert!(read("x'00'").is_err());
    assert!(read("N'a'").is_err());
}

#[test]
fn numbers_round_half_away_from_zero() {
    for (number, decimals, expected) in [
        (2.5, 0.0, Some(3.0)),
        (-2.5, 0.0, Some(-3.0)),
        (2.675, 2.0, Some(2.68)),
        (1.005, 2.0, Some(1.01)),
        (-0.4, 0.0, Some(0.0)),
        (1234.0, -2.0, Some(1200.0)),
        (1250.0, -2.0, Some(1300.0)),
        (1e300, 2.0, Some(1e300)),
        (1.5, 99.0, Some(1.5)),
        (f64::INFINITY, 0.0, None),
        (f64::NAN, 0.0, None),
    ] {
        assert_eq!(maths::rounded(number, decimals), expected, "{number} to {decimals}");
    }
    assert!(maths::rounded(-0.4, 0.0).is_some_and(f64::is_sign_positive), "zero has no sign");
    assert_eq!(maths::minor(10.5), Some(11));
    assert_eq!(maths::minor(1e20), None);
    assert_eq!((maths::floored(-1.5), maths::ceiled(-1.5)), (Some(-2.0), Some(-1.0)));
    assert_eq!(maths::plain(3.0).as_deref(), Some("3"));
    assert_eq!(maths::plain(2469.0).as_deref(), Some("2469"));
    assert_eq!(maths::plain(1_234_567.89).as_deref(), Some("1234567.89"));
    assert_eq!(maths::plain(0.1 + 0.2).as_deref(), Some("0.3"));
}

#[test]
fn days_stay_in_the_calendar() {
    let text = |day: Option<crate::dates::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    assert_eq!(text(maths::plus_months("2026-01-31", 1.0)), "2026-02-28");
    assert_eq!(text(maths::plus_months("2024-01-31", 1.0)), "2024-02-29");
    assert_eq!(text(maths::plus_months("2026-03-31", -1.0)), "2026-02-28");
    assert_eq!(text(maths::plus_days("2026-12-31", 1.0)), "2027-01-01");
    assert_eq!(text(maths::plus_days("2026-12-31", 1e300)), "");
    assert_eq!(text(maths::plus_days("soon", 1.0)), "");
    assert_eq!(text(maths::day(2026.0, 2.0, 29.0)), "");
    assert_eq!(text(maths::day(2024.0, 2.0, 29.0)), "2024-02-29");
    assert_eq!(
        (maths::left("日本語", 2.0).as_deref(), maths::right("日本語", 2.0).as_deref()),
        (Some("日本"), Some("本語"))
    );
    assert_eq!((maths::left("abc", -1.0).as_deref(), maths::right("abc", 9.0).as_deref()), (Some(""), Some("abc")));
}

#[test]
fn a_function_is_found_by_its_name_and_takes_what_it_says() {
    for function in Function::offered() {
        assert_eq!(Function::named(&function.word().to_lowercase()), Some(function));
        let (least, most) = function.arity();
        assert!(least <= most && most <= MANY);
    }
    assert_eq!(Function::named("+"), None);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_read_or_refused_within_the_text(text in "[-+*/()\\[\\]'\"a-z0-9 ,.<>=&|\n]{0,60}") {
        if let Err(problem) = check(&text) {
            prop_assert!(problem.at <= text.chars().count());
        }
    }
}
