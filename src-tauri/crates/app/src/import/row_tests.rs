//! Rows and mappings as users have them.

use super::*;
use crate::{
    dto::{CustomField, FieldEntity},
    import::{
        decode::Text,
        draft::{CustomKey, DealDraft, Draft, OrganizationDraft},
        mapping::ImportMapping,
        records::{Dialect, Limits, Records},
    },
};
use encoding_rs::UTF_8;
use uuid::Uuid;

fn headers(text: &str) -> Vec<String> {
    text.split(';').map(str::to_owned).collect()
}

fn mapping(json: &str) -> ImportMapping {
    ImportMapping::from_json(json).expect(json)
}

fn refusals(json: &str, header: &str) -> Vec<&'static str> {
    let problems = Plan::new(&mapping(json), &headers(header), &[]).expect_err(json);
    problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// Reads `header` and one row, both with semicolons.
fn draft_with(json: &str, header: &str, row: &str, fields: &[CustomField]) -> Result<DraftRow, Vec<Problem>> {
    let plan = Plan::new(&mapping(json), &headers(header), fields).expect("a good mapping");
    let text = format!("{header}\n{row}\n");
    let mut records = Records::new(Text::new(text.as_bytes(), UTF_8, u64::MAX), Dialect::new(b';'), Limits::default())
        .expect("opens");
    records.next_record().expect("whole");
    plan.draft(records.next_record().expect("whole").expect("a row"))
}

fn draft(json: &str, header: &str, row: &str) -> Result<DraftRow, Vec<Problem>> {
    draft_with(json, header, row, &[])
}

fn deal(json: &str, header: &str, row: &str) -> DealDraft {
    match draft(json, header, row) {
        Ok(DraftRow { draft: Draft::Deal(deal), .. }) => deal,
        other => panic!("{other:?}"),
    }
}

/// One column "c" of a deal, beside a title.
fn one(field: &str, more: &str, cell: &str) -> Result<DealDraft, Problem> {
    let json = format!(
        r#"{{ "version": 1, "entity": "deal", "constants": {{ "currency": "EUR" }}, "columns": [
            {{ "column": "t", "target": {{ "field": "title" }} }},
            {{ "column": "c", "target": {{ "field": "{field}" }} {more} }} ] }}"#
    );
    match draft(&json, "t;c", &format!("T;{cell}")) {
        Ok(DraftRow { draft: Draft::Deal(deal), .. }) => Ok(deal),
        Ok(other) => panic!("{other:?}"),
        Err(problems) => Err(problems.into_iter().next().expect("a reason")),
    }
}

const PIPELINE: &str = r#"{
  "version": 1, "entity": "deal", "system": "crm",
  "file": { "decimal_mark": "comma", "date_format": "day_first" },
  "columns": [
    { "column": "id", "target": { "field": "external_id" } },
    { "column": "account", "target": { "field": "organization" } },
    { "column": "product", "target": { "field": "product" }, "values": { "GTXPro": { "text": "GTX Pro" } } },
    { "column": "stage", "target": { "field": "stage" }, "values": { "Gone": { "status": "lost" } } },
    { "column": "started", "target": { "field": "started_on" } },
    { "column": "value", "target": { "field": "value" } }
  ],
  "title": "{account} – {product}",
  "constants": { "currency": "USD", "pipeline": "Sales", "owner": "Ann", "labels": ["imported"] }
}"#;
const PIPELINE_HEADER: &str = "id;account;product;stage;started;value";

#[test]
fn a_row_becomes_a_deal() {
    let row = draft(PIPELINE, PIPELINE_HEADER, "1C1I;Acme;GTXPro;Prospecting;31.1.2024;1.234,50").expect("good");
    assert_eq!((row.row, row.draft.title(), row.draft.external_id()), (2, "Acme – GTX Pro", Some("1C1I")));
    let Draft::Deal(deal) = row.draft else { panic!("a deal") };
    let expected = DealDraft {
        title: "Acme – GTX Pro".to_owned(),
        external_id: Some("1C1I".to_owned()),
        pipeline: Some("Sales".to_owned()),
        stage: Some("Prospecting".to_owned()),
        value: Money::new(123_450, Currency::parse("USD").expect("known")).ok(),
        started_on: Date::new(2024, 1, 31),
        organization: Some("Acme".to_owned()),
        owner: Some("Ann".to_owned()),
        product: Some("GTX Pro".to_owned()),
        labels: Some(vec!["imported".to_owned()]),
        ..DealDraft::default()
    };
    assert_eq!(deal, expected);
}

#[test]
fn won_and_lost_are_statuses_and_never_stages() {
    let cases = [("Won", DealStatus::Won), ("closed lost", DealStatus::Lost), ("Gone", DealStatus::Lost)];
    for (stage, status) in cases {
        let found = deal(PIPELINE, PIPELINE_HEADER, &format!("1;A;P;{stage};;"));
        assert_eq!((found.status, found.stage), (Some(status), None), "{stage}");
    }
    assert_eq!(one("status", "", "gagnée").map(|deal| deal.status), Ok(Some(DealStatus::Won)));
    assert_eq!(one("status", "", "weird").map_err(|problem| problem.code), Err(Code::UnknownStatus));
    let stage_in_status = one("status", r#", "values": { "weird": { "stage": "Odd" } }"#, "Weird");
    assert_eq!(stage_in_status.map(|deal| deal.stage), Ok(Some("Odd".to_owned())));
}

#[test]
fn everything_wrong_with_a_row_is_said_at_once_with_its_place() {
    let problems = draft(PIPELINE, PIPELINE_HEADER, "1;;;;31.02.2024;1.23;surplus").expect_err("bad");
    let said: Vec<_> =
        problems.iter().map(|p| (p.code.as_str(), p.row, p.column.as_deref(), p.value.as_deref())).collect();
    assert_eq!(
        said,
        [
            ("too_many_cells", Some(2), None, Some("surplus")),
            ("not_a_date", Some(2), Some("started"), Some("31.02.2024")),
            ("misplaced_separator", Some(2), Some("value"), Some("1.23")),
        ]
    );
    let untitled = draft(PIPELINE, PIPELINE_HEADER, "1;;;;;").expect_err("no title");
    assert_eq!(untitled[0].code, Code::TitleMissing);
}

#[test]
fn what_has_two_readings_is_refused_with_both() {
    let problem = one("expected_close", "", "03/04/05").expect_err("ambiguous");
    assert_eq!(
        (problem.code, problem.params),
        (Code::AmbiguousDate, vec![("readings", "2003-04-05 | 2005-03-04 | 2005-04-03".to_owned())])
    );
    assert_eq!(one("value", "", "1,234").expect_err("ambiguous").code, Code::AmbiguousNumber);
    let said = one("value", r#", "decimal_mark": "point""#, "1,234").expect("said");
    assert_eq!(said.value.map(Money::minor), Some(123_400));
}

#[test]
fn figures_are_checked_against_their_field() {
    let cases = [
        ("value", "", "99999999999999", Code::OverLimit),
        ("value", "", "NaN", Code::NotANumber),
        ("value", "", "$ 5", Code::CurrencyAmbiguous),
        ("probability", "", "101", Code::NotAProbability),
        ("probability", "", "-1", Code::NotAProbability),
        ("started_on", r#", "date_format": "month_first""#, "31/1/2024", Code::NotADate),
        ("owner", "", "J\u{FFFD}rg", Code::UndecodableText),
    ];
    for (field, more, cell, code) in cases {
        let problem = one(field, more, cell).expect_err(cell);
        assert_eq!((problem.code, problem.row, problem.column.as_deref()), (code, Some(2), Some("c")), "{cell}");
    }
    let shares = one("probability", r#", "unit": "fraction""#, "0,333").expect("a share");
    assert_eq!(shares.probability, Some(3_330));
    let thousands = one("value", r#", "unit": "thousand""#, "1,5").expect("thousands");
    assert_eq!(thousands.value.map(Money::minor), Some(150_000));
    let serial = one("started_on", r#", "date_format": "excel1900""#, "45322").expect("a serial");
    assert_eq!(serial.started_on, Date::new(2024, 1, 31));
    assert_eq!(one("note", "", &"x".repeat(2_000)).map(|deal| deal.note.map(|note| note.len())), Ok(Some(2_000)));
    assert_eq!(one("owner", "", &"x".repeat(2_000)).expect_err("long").code, Code::TextTooLong);
}

#[test]
fn a_currency_column_outranks_the_one_assumed() {
    let json = r#"{ "version": 1, "entity": "deal", "constants": { "currency": "EUR" }, "columns": [
        { "column": "t", "target": { "field": "title" } },
        { "column": "v", "target": { "field": "value" } },
        { "column": "c", "target": { "field": "currency" } } ] }"#;
    let money = |row: &str| {
        draft(json, "t;v;c", row)
            .map(|row| match row.draft {
                Draft::Deal(deal) => deal.value.map(|money| money.to_string()).unwrap_or_default(),
                other => panic!("{other:?}"),
            })
            .map_err(|problems| problems[0].code)
    };
    assert_eq!(money("T;5;USD"), Ok("5.00 USD".to_owned()));
    assert_eq!(money("T;5;"), Ok("5.00 EUR".to_owned()));
    assert_eq!(money("T;$ 5;CAD"), Ok("5.00 CAD".to_owned()));
    assert_eq!(money("T;5;£"), Err(Code::CurrencyAmbiguous));
    assert_eq!(money("T;£ 5;GBP"), Ok("5.00 GBP".to_owned()));
    assert_eq!(money("T;€ 5;USD"), Err(Code::CurrencyMismatch));
    assert_eq!(money("T;5;XYZ"), Err(Code::UnknownCurrency));
}

#[test]
fn an_empty_cell_keeps_or_clears_as_the_mapping_says() {
    let keeping = draft(PIPELINE, PIPELINE_HEADER, "1;A;;;;").expect("good");
    assert!(keeping.cleared.is_empty());
    let clearing = PIPELINE.replace("\"system\": \"crm\",", "\"system\": \"crm\", \"empty_cells\": \"clear\",");
    let cleared = draft(&clearing, PIPELINE_HEADER, "1;A;;;;").expect("good").cleared;
    assert_eq!(cleared, [ImportField::Product, ImportField::Stage, ImportField::StartedOn, ImportField::Value]);
}

#[test]
fn labels_are_told_apart_and_kept_once() {
    let found = one("labels", "", "red, Big | RED、new").expect("good");
    assert_eq!(found.labels, Some(["red", "Big", "new"].map(str::to_owned).to_vec()));
}

#[test]
fn organizations_are_read_with_their_figures() {
    let json = r#"{ "version": 1, "entity": "organization", "constants": { "currency": "USD" }, "columns": [
        { "column": "n", "target": { "field": "name" } },
        { "column": "p", "target": { "field": "parent" } },
        { "column": "r", "target": { "field": "annual_revenue" }, "unit": "million", "decimal_mark": "point" },
        { "column": "e", "target": { "field": "employees" } },
        { "column": "y", "target": { "field": "founded_year" } },
        { "column": "x", "target": { "field": "note" } },
        { "column": "z", "target": { "field": "note" } } ] }"#;
    let row = draft(json, "n;p;r;e;y;x;z", "'=Acme;Massive;1100.04;2822;1996;first;second").expect("good");
    let expected = OrganizationDraft {
        name: "=Acme".to_owned(),
        parent: Some("Massive".to_owned()),
        annual_revenue: Money::new(110_004_000_000, Currency::parse("USD").expect("known")).ok(),
        employees: Some(2_822),
        founded_year: Some(1996),
        note: Some("first\n\nsecond".to_owned()),
        ..OrganizationDraft::default()
    };
    assert_eq!(row.draft, Draft::Organization(expected));
    let bad = draft(json, "n;p;r;e;y;x;z", "A;;;-5;96;;").expect_err("bad");
    assert_eq!(bad.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::NegativeNumber, Code::NotAYear]);
}

#[test]
fn custom_fields_are_read_by_their_type() {
    let id = Uuid::from_u128(7);
    let size = CustomField {
        id,
        entity: FieldEntity::Deal,
        name: "Size".to_owned(),
        kind: FieldType::Choice,
        options: vec!["Small".to_owned(), "Very Large".to_owned()],
        description: String::new(),
        on_card: false,
        formula: None,
    };
    let columns = [
        "number",
        "date",
        "yes_no",
        "choices",
        "money",
        "text",
        "time",
        "time_range",
        "date_range",
        "person",
    ]
    .map(|kind| {
        format!(
            r#"{{ "column": "{kind}", "target": {{ "new_custom": {{ "name": "My {kind}", "kind": "{kind}" }} }} }}"#
        )
    })
    .join(",");
    let json = format!(
        r#"{{ "version": 1, "entity": "deal", "constants": {{ "currency": "EUR" }}, "columns": [
            {{ "column": "t", "target": {{ "field": "title" }} }},
            {{ "column": "size", "target": {{ "custom": "{id}" }} }}, {columns} ] }}"#
    );
    let header = "t;size;number;date;yes_no;choices;money;text;time;time_range;date_range;person";
    let row = draft_with(
        &json,
        header,
        "T;very-large;1 234,50;2024-01-31;oui;a, b;€ 5;some  words;9h05;9:05 - 17:30;2024-01-31 – 2024-02-29;Zoë  Mercier",
        std::slice::from_ref(&size),
    )
    .expect("good");
    let Draft::Deal(deal) = row.draft else { panic!("a deal") };
    let values: Vec<_> = deal.custom.iter().map(|custom| custom.value.clone()).collect();
    let expected = [
        CustomValue::Text("Very Large".to_owned()),
        CustomValue::Number("1234.5".to_owned()),
        CustomValue::Date(Date::new(2024, 1, 31).expect("a day")),
        CustomValue::YesNo(true),
        CustomValue::Choices(vec!["a".to_owned(), "b".to_owned()]),
        CustomValue::Money(Money::new(500, Currency::parse("EUR").expect("known")).expect("small")),
        CustomValue::Text("some words".to_owned()),
        CustomValue::Text("09:05".to_owned()),
        CustomValue::Text("09:05/17:30".to_owned()),
        CustomValue::Days(Date::new(2024, 1, 31).expect("a day"), Date::new(2024, 2, 29).expect("a day")),
        CustomValue::Record(RecordKind::Person, "Zoë Mercier".to_owned()),
    ];
    assert_eq!(values, expected);
    assert_eq!(
        (&deal.custom[0].key, &deal.custom[1].key),
        (&CustomKey::Existing(id), &CustomKey::New("My number".to_owned()))
    );
    let bad = draft_with(&json, header, "T;medium;;;perhaps;;;;noon;17:30-9:05;2024-02-29/2024-01-31;", &[size])
        .expect_err("bad");
    assert_eq!(
        bad.iter().map(|problem| problem.code).collect::<Vec<_>>(),
        [Code::NotAChoice, Code::NotYesNo, Code::NotATime, Code::NotATime, Code::RangeBackwards]
    );
}

#[test]
fn leads_are_open_or_lost() {
    let json = r#"{ "version": 1, "entity": "lead", "columns": [
        { "column": "t", "target": { "field": "title" } }, { "column": "s", "target": { "field": "status" } } ] }"#;
    assert!(draft(json, "t;s", "T;lost").is_ok());
    assert_eq!(draft(json, "t;s", "T;won").expect_err("no won leads")[0].code, Code::UnknownStatus);
}

#[test]
fn what_is_wrong_with_a_mapping_is_said_before_any_row_is_read() {
    let with = |entity: &str, columns: &str, more: &str| {
        format!(r#"{{ "version": 1, "entity": "{entity}", "columns": [{columns}] {more} }}"#)
    };
    let title = r#"{ "column": "t", "target": { "field": "title" } }"#;
    let cases = [
        (with("deal", "", ""), vec!["title_not_mapped"]),
        (with("deal", &format!("{title},{title}"), ""), vec!["target_twice"]),
        (with("deal", &title.replace("\"t\"", "\"gone\""), ""), vec!["column_missing", "title_not_mapped"]),
        (with("deal", &title.replace("title", "industry"), ""), vec!["field_not_of_entity", "title_not_mapped"]),
        (with("deal", "", r#", "title": "{whale}""#), vec!["column_missing"]),
        (with("deal", "", r#", "title": "no column""#), vec!["bad_template"]),
        (with("deal", title, r#", "constants": { "currency": "EURO" }"#), vec!["unknown_currency"]),
        (with("deal", title, r#", "identify_by": "external_id""#), vec!["identity_not_mapped"]),
        (
            with(
                "deal",
                &format!(
                    r#"{title}, {{ "column": "c", "target": {{ "custom": "00000000-0000-0000-0000-000000000001" }} }}"#
                ),
                "",
            ),
            vec!["custom_field_missing"],
        ),
        (
            with(
                "product",
                r#"{ "column": "t", "target": { "field": "name" } }, { "column": "c", "target": { "new_custom": { "name": "X", "kind": "text" } } }"#,
                "",
            ),
            vec!["field_not_of_entity"],
        ),
        (
            with(
                "deal",
                &format!(
                    r#"{title}, {{ "column": "c", "target": {{ "field": "owner" }}, "values": {{ "x": {{ "stage": "S" }} }} }}"#
                ),
                "",
            ),
            vec!["value_map_misplaced"],
        ),
    ];
    for (json, codes) in cases {
        assert_eq!(refusals(&json, "t;c"), codes, "{json}");
    }
}
