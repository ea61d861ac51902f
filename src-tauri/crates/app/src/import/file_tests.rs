//! Whole files: made ones, and the real ones where they are at hand.

use super::*;
use crate::{
    dto::DealStatus,
    import::{
        draft::{DealDraft, Draft},
        guess::{Hints, guess},
        mapping::{ImportEntity, ImportMapping},
        plan::Plan,
        profile::ColumnKind,
    },
};
use encoding_rs::WINDOWS_1252;
use satchel_domain::{currency::Currency, dates::Date, money::Money};
use std::{fmt::Write as _, fs};

/// A file of its own for one test, gone afterwards.
struct Made(PathBuf);

impl Made {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let folder = std::env::temp_dir().join(format!("satchel-import-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder).expect("a folder");
        let path = folder.join(name);
        fs::write(&path, bytes).expect("written");
        Self(path)
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        if let Some(folder) = self.0.parent() {
            let _ = fs::remove_dir_all(folder);
        }
    }
}

fn open(path: &Path) -> ImportFile {
    ImportFile::open(path, &FileReading::default(), None, Limits::default()).expect("opens")
}

fn guessed(file: &ImportFile) -> ImportMapping {
    let profile = file.profile(None, |_, _| true).expect("whole").expect("not stopped");
    let name = file.name();
    guess(
        &profile,
        &Hints { file_name: &name, home_currency: Some("USD"), reading: file.reading(), ..Hints::default() },
    )
    .mapping
}

/// Every row read by the mapping; a refused row fails the test.
fn drafts(file: &ImportFile, mapping: &ImportMapping) -> Vec<Draft> {
    let plan = Plan::new(mapping, file.headers(), &[]).expect("a good mapping");
    let mut rows = file.rows().expect("opens");
    let mut drafts = Vec::new();
    while let Some(record) = rows.next_record().expect("whole") {
        drafts.push(plan.draft(record).expect("a good row").draft);
    }
    drafts
}

fn deals(drafts: Vec<Draft>) -> Vec<DealDraft> {
    drafts.into_iter().map(|draft| if let Draft::Deal(deal) = draft { deal } else { panic!("{draft:?}") }).collect()
}

/// The folder of real files, beside the repository; absent on most machines.
fn real(name: &str) -> Option<PathBuf> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(3)?;
    let path = repository.join("../shared/data/crm-sales-opportunities").join(name);
    if !path.exists() {
        println!("skipped: the real data is not at hand");
        return None;
    }
    Some(path)
}

#[test]
fn what_the_user_says_about_a_file_wins() {
    let made = Made::new("said.csv", "näme;välue\nA;1\n".as_bytes());
    let said = FileReading {
        encoding: Some("latin1".to_owned()),
        delimiter: Some(";".to_owned()),
        has_header: Some(false),
        ..FileReading::default()
    };
    let file = ImportFile::open(&made.0, &said, None, Limits::default()).expect("opens");
    assert_eq!(file.headers(), ["A", "B"]);
    let mut rows = file.rows().expect("opens");
    let first = rows.next_record().expect("whole").expect("a row");
    assert_eq!(first.cell(0), "nÃ¤me", "as the user asked");
    assert_eq!(file.reading().encoding.as_deref(), Some("windows-1252"));
}

#[test]
fn what_cannot_be_read_is_refused() {
    let code =
        |path: &Path, limits| ImportFile::open(path, &FileReading::default(), None, limits).expect_err("refused").code;
    assert_eq!(code(Path::new("/nowhere/at/all.csv"), Limits::default()), Code::FileUnreadable);
    let made = Made::new("long.csv", b"a,b\n1,2\n");
    assert_eq!(code(&made.0, Limits { file: 3, ..Limits::default() }), Code::FileTooLarge);
    let empty = Made::new("empty.csv", b"\n\n");
    assert_eq!(code(&empty.0, Limits::default()), Code::FileEmpty);
}

#[test]
fn a_hundred_thousand_rows_are_read_without_keeping_them() {
    let mut text = String::from("deal,company,amount,created,comment\n");
    for n in 0..100_000 {
        let _ = writeln!(
            text,
            "Deal {n},Company {},{}.50,2024-01-{:02},\"{}\"",
            n % 900,
            n,
            n % 28 + 1,
            "words ".repeat(40)
        );
    }
    let made = Made::new("large.csv", text.as_bytes());
    assert!(text.len() > 25_000_000);
    let file = open(&made.0);
    let mut calls = 0;
    let profile = file.profile(None, |rows, bytes| {
        calls += 1;
        rows <= 200_000 && bytes <= file.size()
    });
    let profile = profile.expect("whole").expect("not stopped");
    assert_eq!((profile.rows, calls), (100_000, 100_000));
    let kinds: Vec<_> = profile.columns.iter().map(|column| column.kind).collect();
    let expected = [ColumnKind::Unique, ColumnKind::Text, ColumnKind::Amount, ColumnKind::Date, ColumnKind::Text];
    assert_eq!(kinds, expected);
}

#[test]
fn the_real_files_are_understood() {
    let expected: [(&str, ImportEntity, u64, &[ColumnKind]); 4] = [
        (
            "accounts.csv",
            ImportEntity::Organization,
            85,
            &[
                ColumnKind::Unique,
                ColumnKind::Choice,
                ColumnKind::Integer,
                ColumnKind::Amount,
                ColumnKind::Integer,
                ColumnKind::Choice,
                ColumnKind::Choice,
            ],
        ),
        ("products.csv", ImportEntity::Product, 7, &[ColumnKind::Unique, ColumnKind::Choice, ColumnKind::Integer]),
        ("sales_teams.csv", ImportEntity::Colleague, 35, &[ColumnKind::Unique, ColumnKind::Choice, ColumnKind::Choice]),
        (
            "sales_pipeline.csv",
            ImportEntity::Deal,
            8_800,
            &[
                ColumnKind::Unique,
                ColumnKind::Choice,
                ColumnKind::Choice,
                ColumnKind::Text,
                ColumnKind::Choice,
                ColumnKind::Date,
                ColumnKind::Date,
                ColumnKind::Integer,
            ],
        ),
    ];
    for (name, entity, rows, kinds) in expected {
        let Some(path) = real(name) else { return };
        let file = open(&path);
        let profile = file.profile(None, |_, _| true).expect("whole").expect("not stopped");
        let found: Vec<_> = profile.columns.iter().map(|column| column.kind).collect();
        assert_eq!((profile.rows, found.as_slice()), (rows, kinds), "{name}");
        let mapping = guessed(&file);
        assert_eq!(mapping.entity, entity, "{name}");
        let drafts = drafts(&file, &mapping);
        assert_eq!(u64::try_from(drafts.len()).expect("few"), rows, "{name}");
    }
}

#[test]
fn the_real_accounts_have_parents_and_countries() {
    let Some(path) = real("accounts.csv") else { return };
    let file = open(&path);
    let drafts = drafts(&file, &guessed(&file));
    let parents = drafts.iter().filter(|draft| matches!(draft, Draft::Organization(o) if o.parent.is_some())).count();
    assert_eq!(parents, 15);
    let Some(Draft::Organization(first)) = drafts.first() else { panic!("an organization") };
    assert_eq!(
        (first.name.as_str(), first.country.as_deref(), first.founded_year, first.employees),
        ("Acme Corporation", Some("United States"), Some(1996), Some(2_822))
    );
    assert_eq!(first.annual_revenue.map(|money| money.to_string()).as_deref(), Some("1100.04 USD"));
}

#[test]
fn the_real_pipeline_has_the_known_figures() {
    let Some(path) = real("sales_pipeline.csv") else { return };
    let file = open(&path);
    let found = deals(drafts(&file, &guessed(&file)));
    let count = |wanted: &dyn Fn(&DealDraft) -> bool| found.iter().filter(|deal| wanted(deal)).count();
    assert_eq!(count(&|deal| deal.stage.as_deref() == Some("Prospecting")), 500);
    assert_eq!(count(&|deal| deal.stage.as_deref() == Some("Engaging")), 1_589);
    assert_eq!(count(&|deal| deal.stage.is_some() && deal.value.is_some()), 0, "open deals have no value");
    assert_eq!(count(&|deal| deal.status == Some(DealStatus::Won)), 4_238);
    assert_eq!(count(&|deal| deal.status == Some(DealStatus::Lost)), 2_473);
    assert_eq!(count(&|deal| deal.organization.is_none()), 1_425);
    assert_eq!(count(&|deal| deal.started_on.is_none()), 500);
    let won: i64 = found
        .iter()
        .filter(|deal| deal.status == Some(DealStatus::Won))
        .filter_map(|deal| deal.value)
        .map(Money::minor)
        .sum();
    assert_eq!(won, 1_000_553_400);
    let first = &found[0];
    assert_eq!(first.title, "Cancity – GTX Plus Basic");
    assert_eq!((first.started_on, first.ended_on), (Date::new(2016, 10, 20), Date::new(2017, 3, 1)));
    assert_eq!(first.value, Money::new(105_400, Currency::parse("USD").expect("known")).ok());
    let nameless = found.iter().find(|deal| deal.organization.is_none()).expect("some");
    assert_eq!(Some(&nameless.title), nameless.product.as_ref(), "an empty part takes its separator with it");
}

/// The pipeline as a program of another country would have written it.
fn rewritten(path: &Path) -> Vec<u8> {
    let file = open(path);
    let mut rows = file.rows().expect("opens");
    let mut text = String::from(
        "Schlüsselkunde – Kunde;Produkt;Abschlusswert;Verkäufer;Abschlussdatum;Startdatum;Vorgangsnummer;Verkaufsphase\r\n",
    );
    let day = |cell: &str| if cell.is_empty() { String::new() } else { german_day(cell) };
    while let Some(record) = rows.next_record().expect("whole") {
        let value = record.cell(7);
        let value = if value.is_empty() { String::new() } else { german_amount(value) };
        let cells = [
            record.cell(3),
            record.cell(2),
            &value,
            record.cell(1),
            &day(record.cell(6)),
            &day(record.cell(5)),
            record.cell(0),
            record.cell(4),
        ];
        let _ = write!(text, "{}\r\n", cells.join(";"));
    }
    WINDOWS_1252.encode(&text).0.into_owned()
}

fn german_day(cell: &str) -> String {
    let mut parts = cell.split('/');
    let (month, day, year) = (parts.next().expect("m"), parts.next().expect("d"), parts.next().expect("y"));
    format!("{day}.{month}.{year}")
}

fn german_amount(cell: &str) -> String {
    let split = cell.len().saturating_sub(3);
    if split == 0 { format!("{cell},00") } else { format!("{}.{},00", &cell[..split], &cell[split..]) }
}

#[test]
fn a_rewritten_copy_gives_the_same_drafts() {
    let Some(path) = real("sales_pipeline.csv") else { return };
    let original = open(&path);
    let made = Made::new("kopie.csv", &rewritten(&path));
    let copy = open(&made.0);
    assert_eq!(copy.reading().encoding.as_deref(), Some("windows-1252"));
    assert_eq!(copy.reading().delimiter.as_deref(), Some(";"));
    assert_eq!(drafts(&copy, &guessed(&copy)), drafts(&original, &guessed(&original)));
}
