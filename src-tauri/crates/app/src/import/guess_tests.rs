//! Headers and columns as files have them, in five languages.

use super::*;
use crate::import::{
    decode::Text,
    mapping::{ImportDateFormat, ImportDecimalMark, NewCustomField},
    plan::Plan,
    problem::Code,
    profile,
    records::{Limits, Records},
    sniff::{Said, sniff},
};
use ImportEntity::{Colleague, Deal, Organization, Person, Product};
use ImportField as F;
use encoding_rs::UTF_8;
use uuid::Uuid;

fn profiled(text: &str) -> FileProfile {
    let layout = sniff(text, true, Said::default(), Limits::default()).expect(text);
    let mut records =
        Records::new(Text::new(text.as_bytes(), UTF_8, u64::MAX), layout.dialect, Limits::default()).expect("opens");
    profile::profile(&mut records, &layout.headers, layout.has_header, None, |_, _| true)
        .expect("whole")
        .expect("not stopped")
}

fn guessed(text: &str) -> Guess {
    guess(&profiled(text), &Hints { home_currency: Some("EUR"), ..Hints::default() })
}

fn fields(guess: &Guess) -> Vec<Option<ImportField>> {
    let field = |column: &ColumnGuess| if let ImportTarget::Field(field) = column.target { Some(field) } else { None };
    guess.columns.iter().map(field).collect()
}

#[test]
fn kinds_of_record_and_their_columns_are_guessed_in_five_languages() {
    let cases: [(&str, ImportEntity, &[Option<F>]); 9] = [
        (
            "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\nA1,Ann,X,Acme,Won,1/31/2024,2/28/2024,5\nA2,Ann,X,,Lost,1/30/2024,2/27/2024,0\nA3,Bob,Y,Beta,New,1/30/2024,,\n",
            Deal,
            &[
                Some(F::ExternalId),
                Some(F::Owner),
                Some(F::Product),
                Some(F::Organization),
                Some(F::Stage),
                Some(F::StartedOn),
                Some(F::EndedOn),
                Some(F::Value),
            ],
        ),
        (
            "Affaire;Société;Montant (EUR);Étape;Probabilité;Clôture prévue;Inconnu\nToit;Dupont;1 234,50;Devis;50 %;31/01/2024;zz\nMur;Durand;99,00;Visite;20 %;15/02/2024;yy\n",
            Deal,
            &[
                Some(F::Title),
                Some(F::Organization),
                Some(F::Value),
                Some(F::Stage),
                Some(F::Probability),
                Some(F::ExpectedClose),
                None,
            ],
        ),
        (
            "商机名称,客户名称,金额,销售阶段,负责人,预计成交日期\n屋顶,北京公司,1234.5,谈判,王,2024年1月31日\n墙,上海公司,99,报价,李,2024年2月1日\n",
            Deal,
            &[
                Some(F::Title),
                Some(F::Organization),
                Some(F::Value),
                Some(F::Stage),
                Some(F::Owner),
                Some(F::ExpectedClose),
            ],
        ),
        (
            "Firma;Branche;Mitarbeiterzahl;PLZ;Ort;Land;Telefon\nMüller GmbH;Bau;12;10115;Berlin;Deutschland;030 1234567\nMaier AG;Handel;40;80331;München;Deutschland;089 7654321\n",
            Organization,
            &[
                Some(F::Name),
                Some(F::Industry),
                Some(F::Employees),
                Some(F::Postcode),
                Some(F::City),
                Some(F::Country),
                Some(F::Phone),
            ],
        ),
        (
            "Nombre;Empresa;Cargo;Correo electrónico;Móvil\nAna;Acme;Jefa;ana@acme.es;600 123 456\nLuis;Beta;CEO;luis@beta.es;600 654 321\n",
            Person,
            &[Some(F::Name), Some(F::Organization), Some(F::JobTitle), Some(F::Email), Some(F::Mobile)],
        ),
        (
            "product,series,sales_price\nGTX Basic,GTX,550\nMG Special,MG,55\n",
            Product,
            &[Some(F::Name), Some(F::Series), Some(F::Price)],
        ),
        (
            "sales_agent,manager,regional_office\nAnn,Dustin,Central\nBob,Dustin,East\nCid,Cara,East\nDan,Cara,West\n",
            Colleague,
            &[Some(F::Name), Some(F::Manager), Some(F::Office)],
        ),
        (
            "account,sector,year_established,revenue,employees,office_location,subsidiary_of\nAcme,retail,1996,1100.04,2822,United States,\nBeta,retail,1999,251.41,495,Kenya,Acme\n",
            Organization,
            &[
                Some(F::Name),
                Some(F::Industry),
                Some(F::FoundedYear),
                Some(F::AnnualRevenue),
                Some(F::Employees),
                Some(F::Country),
                Some(F::Parent),
            ],
        ),
        ("First name,Last name,E-mail\nAnn,Lee,ann@a.org\nBob,Ray,bob@b.org\n", Person, &[None, None, Some(F::Email)]),
    ];
    for (text, entity, expected) in cases {
        let found = guessed(text);
        assert_eq!((found.mapping.entity, fields(&found).as_slice()), (entity, expected), "{text}");
        assert!(found.columns.iter().all(|column| column.score < 100), "nothing is certain");
    }
}

#[test]
fn titles_stages_formats_and_currencies_are_proposed() {
    let deals = guessed("account;product;stage;value (USD);close date\nAcme;X;Won;1.234,50;31.1.2024\nBeta;Y;Talking;9,00;1.2.2024\nBeta;Y;Talking;9,00;1.2.2024\n").mapping;
    assert_eq!(deals.title.as_deref(), Some("{account} – {product}"));
    assert_eq!(deals.constants.currency.as_deref(), Some("USD"), "the header outranks the home currency");
    let stage = deals.column_of(F::Stage).expect("mapped");
    assert_eq!(stage.values["Won"], MappedValue::Status(DealStatus::Won));
    assert_eq!(stage.values["Talking"], MappedValue::Stage("Talking".to_owned()));
    assert_eq!(deals.column_of(F::Value).and_then(|column| column.decimal_mark), Some(ImportDecimalMark::Comma));
    assert_eq!(deals.column_of(F::EndedOn).and_then(|column| column.date_format), Some(ImportDateFormat::DayFirst));
    let people = guessed("First name,Last name,E-mail\nAnn,Lee,ann@a.org\n").mapping;
    assert_eq!(people.title.as_deref(), Some("{First name} {Last name}"));
}

#[test]
fn what_has_two_readings_is_left_open() {
    let mapping = guessed("deal,amount,close date\nA,\"1,234\",3/4/2024\nB,\"2,345\",4/5/2024\n").mapping;
    assert_eq!(mapping.column_of(F::Value).map(|column| column.decimal_mark), Some(None));
    assert_eq!(mapping.column_of(F::EndedOn).map(|column| column.date_format), Some(None));
}

#[test]
fn columns_without_a_telling_name_are_guessed_from_their_cells() {
    let found = guessed("A1,ann@a.org,+33 1 23 45 67 89\nA2,bob@b.org,+33 1 23 45 67 80\n");
    let by_cells: Vec<_> = found.columns.iter().map(|column| column.from).collect();
    assert_eq!(by_cells, [GuessedFrom::Profile; 3]);
    assert!(fields(&found).contains(&Some(F::Email)) && fields(&found).contains(&Some(F::Phone)));
    let wrong = guessed("deal,email\nA,yes\nB,no\nC,yes\nD,yes\n");
    assert!(!fields(&wrong).contains(&Some(F::Email)), "the cells outrank the header");
}

#[test]
fn an_id_that_repeats_is_no_id() {
    let found = guessed("deal id,deal\n7,A\n7,B\n7,C\n");
    assert!(!fields(&found).contains(&Some(F::ExternalId)));
}

/// A custom field of deals.
fn roof_type(kind: crate::dto::FieldType, formula: Option<crate::dto::Formula>) -> CustomField {
    CustomField {
        id: Uuid::from_u128(5),
        entity: FieldEntity::Deal,
        name: "Roof type".to_owned(),
        kind,
        options: Vec::new(),
        description: String::new(),
        on_card: false,
        formula,
    }
}

#[test]
fn a_custom_field_of_that_name_is_used() {
    let field = roof_type(crate::dto::FieldType::Text, None);
    let file = profiled("deal,stage,roof_type\nA,New,flat\nB,New,steep\n");
    let found = guess(&file, &Hints { fields: std::slice::from_ref(&field), ..Hints::default() });
    assert_eq!(found.columns[2].target, ImportTarget::Custom(field.id));
}

#[test]
fn a_computed_field_is_no_target_of_an_import() {
    let formula = crate::dto::Formula { text: "[value]".to_owned(), result: None, problem: None };
    let field = roof_type(crate::dto::FieldType::Formula, Some(formula));
    let file = profiled("deal,stage,roof_type\nA,New,flat\nB,New,steep\n");
    let found = guess(&file, &Hints { fields: std::slice::from_ref(&field), ..Hints::default() });
    assert!(found.columns.iter().all(|column| column.target != ImportTarget::Custom(field.id)));
    let mut mapping = found.mapping;
    let headers = ["deal", "stage", "roof_type"].map(str::to_owned);
    let new = NewCustomField { name: "roof TYPE".to_owned(), kind: crate::dto::FieldType::Text };
    for target in [ImportTarget::Custom(field.id), ImportTarget::NewCustom(new)] {
        mapping.columns[2].target = target;
        let problems = Plan::new(&mapping, &headers, std::slice::from_ref(&field)).err().unwrap_or_default();
        assert!(problems.iter().any(|problem| problem.code == Code::CustomFieldComputed), "{problems:?}");
    }
}

#[test]
fn a_remembered_mapping_is_used_while_its_columns_are_there() {
    let text = "deal;amount;close date\nA;1,50;31.1.2024\nB;2,50;1.2.2024\n";
    let mut remembered = guessed(text).mapping;
    remembered.columns[1].target = ImportTarget::Ignore;
    remembered.system = "mine".to_owned();
    let hints = Hints { remembered: Some(&remembered), ..Hints::default() };
    let american = "close date,deal,amount\n1/31/2024,A,1.50\n2/1/2024,B,2.50\n";
    let found = guess(&profiled(american), &hints);
    assert!(found.remembered);
    assert_eq!(found.mapping.system, "mine");
    assert!(found.columns.iter().all(|column| column.from == GuessedFrom::Remembered));
    let date = found.mapping.column_of(F::EndedOn).and_then(|column| column.date_format);
    assert_eq!(date, Some(ImportDateFormat::MonthFirst), "what the cells rule out gives way");
    let other = guess(&profiled("deal,amount\nA,1.5\nB,2.5\n"), &hints);
    assert!(!other.remembered, "a column of it is missing");
}

#[test]
fn a_remembered_new_field_is_the_field_it_became_and_one_that_is_gone_takes_nothing() {
    let text = "deal;roof;floor\nA;flat;2\n";
    let mut remembered = guessed(text).mapping;
    let new = NewCustomField { name: "roof TYPE".to_owned(), kind: crate::dto::FieldType::Text };
    remembered.columns[1].target = ImportTarget::NewCustom(new.clone());
    remembered.columns[2].target = ImportTarget::Custom(Uuid::from_u128(9));
    let target = |fields: &[CustomField]| {
        let found = guess(&profiled(text), &Hints { remembered: Some(&remembered), fields, ..Hints::default() });
        [1, 2].map(|at| found.mapping.columns[at].target.clone())
    };
    let made = roof_type(crate::dto::FieldType::Text, None);
    assert_eq!(target(&[]), [ImportTarget::NewCustom(new), ImportTarget::Ignore]);
    assert_eq!(target(std::slice::from_ref(&made)), [ImportTarget::Custom(made.id), ImportTarget::Ignore]);
}

#[test]
fn files_with_the_same_columns_share_a_key() {
    let key = |headers: &[&str]| header_key(&headers.iter().map(|header| (*header).to_owned()).collect::<Vec<_>>());
    assert_eq!(key(&["Close date", "deal"]), key(&["deal", "close_date"]));
    assert_ne!(key(&["deal"]), key(&["deal", "value"]));
    assert_eq!(key(&["deal"]), "a5bc1a6742557fcf", "the same in every version");
}

#[test]
fn a_mapping_written_by_hand_is_completed_from_the_columns() {
    let file = profiled("deal;amount;close date\nA;1,50;31.1.2024\nB;2,50;1.2.2024\n");
    let mut mapping = ImportMapping::new(Deal);
    mapping.columns.push(ColumnMapping::new("amount", ImportTarget::Field(F::Value)));
    mapping.columns.push(ColumnMapping::new("close date", ImportTarget::Field(F::EndedOn)));
    complete(&mut mapping, &file);
    assert_eq!(mapping.columns[0].decimal_mark, Some(ImportDecimalMark::Comma));
    assert_eq!(mapping.columns[1].date_format, Some(ImportDateFormat::DayFirst));
    mapping.columns[1].date_format = Some(ImportDateFormat::MonthFirst);
    complete(&mut mapping, &file);
    assert_eq!(mapping.columns[1].date_format, Some(ImportDateFormat::MonthFirst), "what is said stays");
}
