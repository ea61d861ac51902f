//! A real pipeline of 8,800 opportunities through the import, where the public data set lies beside the project: its known
//! figures, the same from a file written in another way, nothing new the second time, and nothing left after undo.

use rusqlite::Connection;
use satchel_app::{App, Clock, OpenOptions, cli, commands, dto::UndoInput};
use satchel_proof::{
    dump::{difference, dump, dump_without_ids},
    invariants,
};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The data set, or None (said aloud) where it is not there.
fn data() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/crm-sales-opportunities");
    if path.is_dir() {
        return Some(path);
    }
    println!("the public data set is not here: nothing to compare with");
    None
}

struct Bench {
    app: App,
    db: Connection,
    dir: PathBuf,
}

impl Bench {
    fn open(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("satchel-real-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dir);
        let app = App::open(OpenOptions {
            dir: dir.clone(),
            vfs: None,
            clock: Clock::Frozen("2026-11-22T12:00:00Z".parse().expect("an instant")),
            locale: Some("en".into()),
        })
        .expect("opens");
        let db = Connection::open(dir.join("satchel.db")).expect("a second look");
        Self { app, db, dir }
    }

    /// Imports a file with a mapping; answers the report's counts.
    async fn import(&self, file: &Path, mapping: &Value) -> Value {
        let map = self.dir.join("map.json");
        fs::write(&map, mapping.to_string()).expect("mapping written");
        let (report, exit) = cli::import(&self.app, file, &map, false).await;
        assert_eq!(exit, cli::DONE, "{report}");
        assert_eq!(report["refused"].as_array().map(Vec::len), Some(0), "{report}");
        report["counts"].clone()
    }

    fn count(&self, sql: &str) -> i64 {
        self.db.query_row(sql, [], |row| row.get(0)).unwrap_or_else(|error| panic!("{sql}: {error}"))
    }
}

fn field(column: &str, field: &str) -> Value {
    json!({ "column": column, "target": { "field": field } })
}

fn accounts(system: &str) -> Value {
    json!({ "version": 1, "entity": "organization", "identify_by": "name", "system": system, "constants": { "currency": "USD" },
        "columns": [field("account", "name"), field("sector", "industry"), field("year_established", "founded_year"),
            { "column": "revenue", "target": { "field": "annual_revenue" }, "unit": "million" }, field("employees", "employees"),
            field("office_location", "country"), field("subsidiary_of", "parent")] })
}

fn products() -> Value {
    json!({ "version": 1, "entity": "product", "identify_by": "name", "constants": { "currency": "USD" },
        "columns": [field("product", "name"), field("series", "series"), field("sales_price", "price")] })
}

fn colleagues() -> Value {
    json!({ "version": 1, "entity": "colleague", "identify_by": "name", "columns": [field("sales_agent", "name"), field("manager", "manager"), field("regional_office", "office")] })
}

fn pipeline(names: [&str; 8], decimal: &str, dates: &str) -> Value {
    let [id, agent, product, account, stage, engage, close, value] = names;
    json!({ "version": 1, "entity": "deal", "file": { "decimal_mark": decimal, "date_format": dates }, "system": "crm", "constants": { "currency": "USD" },
        "title": format!("{{{account}}} – {{{product}}}"),
        "columns": [field(id, "external_id"), field(agent, "owner"), field(product, "product"), field(account, "organization"), field(stage, "stage"),
            field(engage, "started_on"), field(close, "ended_on"), field(value, "value")] })
}

const NAMES: [&str; 8] =
    ["opportunity_id", "sales_agent", "product", "account", "deal_stage", "engage_date", "close_date", "close_value"];
const OTHERS: [&str; 8] = ["Nummer", "Verkäufer", "Produkt", "Kunde", "Phase", "Beginn", "Ende", "Betrag"];

async fn import_all(bench: &Bench, data: &Path, deals: &Path, mapping: &Value) {
    bench.import(&data.join("accounts.csv"), &accounts("crm")).await;
    bench.import(&data.join("products.csv"), &products()).await;
    bench.import(&data.join("sales_teams.csv"), &colleagues()).await;
    let counts = bench.import(deals, mapping).await;
    assert_eq!(counts, json!({ "create": 8800, "update": 0, "unchanged": 0, "refuse": 0 }));
}

#[tokio::test]
async fn the_real_pipeline_comes_in_with_its_known_figures() {
    let Some(data) = data() else { return };
    let bench = Bench::open("figures");
    let empty = dump(&bench.db).expect("dump");
    let deals = data.join("sales_pipeline.csv");
    import_all(&bench, &data, &deals, &pipeline(NAMES, "point", "month_first")).await;

    let figures = [
        ("organizations", "SELECT count(*) FROM organizations", 85),
        ("organizations with a parent", "SELECT count(*) FROM organizations WHERE parent_id IS NOT NULL", 15),
        ("products, spelling ignored", "SELECT count(*) FROM products", 7),
        ("colleagues", "SELECT count(*) FROM colleagues", 35),
        ("deals", "SELECT count(*) FROM deals", 8800),
        (
            "Prospecting",
            "SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.status = 'open' AND s.name = 'Prospecting'",
            500,
        ),
        (
            "Engaging",
            "SELECT count(*) FROM deals d JOIN stages s ON s.id = d.stage_id WHERE d.status = 'open' AND s.name = 'Engaging'",
            1589,
        ),
        ("open deals with a value", "SELECT count(*) FROM deals WHERE status = 'open' AND value IS NOT NULL", 0),
        ("won", "SELECT count(*) FROM deals WHERE status = 'won'", 4238),
        ("won, sum in dollars", "SELECT sum(actual_value) / 100 FROM deals WHERE status = 'won'", 10_005_534),
        ("lost", "SELECT count(*) FROM deals WHERE status = 'lost'", 2473),
        ("without account", "SELECT count(*) FROM deals WHERE organization_id IS NULL", 1425),
        ("without engage date", "SELECT count(*) FROM deals WHERE started_on IS NULL", 500),
        ("external ids", "SELECT count(*) FROM external_ids WHERE kind = 'deal' AND system = 'crm'", 8800),
    ];
    for (what, sql, expected) in figures {
        assert_eq!(bench.count(sql), expected, "{what}");
    }
    invariants::check(&bench.db).expect("sound");

    let before = dump(&bench.db).expect("dump");
    let counts = bench.import(&deals, &pipeline(NAMES, "point", "month_first")).await;
    assert_eq!(
        counts,
        json!({ "create": 0, "update": 0, "unchanged": 8800, "refuse": 0 }),
        "a second import has nothing to do"
    );
    assert_eq!(dump(&bench.db).expect("dump"), before);

    for _ in 0..4 {
        commands::undo(&bench.app, UndoInput::default()).await.expect("undo of an import");
    }
    let after = dump(&bench.db).expect("dump");
    assert!(after == empty, "{}", difference(&empty, &after));
}

#[tokio::test]
async fn the_same_rows_written_another_way_give_the_same_data() {
    let Some(data) = data() else { return };
    let (one, other) = (Bench::open("one"), Bench::open("other"));
    let deals = data.join("sales_pipeline.csv");
    import_all(&one, &data, &deals, &pipeline(NAMES, "point", "month_first")).await;
    let rewritten = other.dir.join("Verkauf.csv");
    fs::write(&rewritten, rewrite(&fs::read_to_string(&deals).expect("the real file"))).expect("rewritten");
    import_all(&other, &data, &rewritten, &pipeline(OTHERS, "comma", "day_first")).await;
    let (first, second) = (dump_without_ids(&one.db).expect("dump"), dump_without_ids(&other.db).expect("dump"));
    assert!(first == second, "{}", difference(&first, &second));
}

/// Semicolons, decimal commas, d.m.Y dates, renamed and reordered columns, Windows-1252, CRLF.
fn rewrite(text: &str) -> Vec<u8> {
    let day = |text: &str| match text.split('/').collect::<Vec<_>>().as_slice() {
        [month, day, year] => format!("{day}.{month}.{year}"),
        _ => text.to_owned(),
    };
    let amount = |text: &str| if text.is_empty() { String::new() } else { format!("{text},00") };
    let mut lines =
        vec![[OTHERS[7], OTHERS[0], OTHERS[4], OTHERS[3], OTHERS[2], OTHERS[1], OTHERS[6], OTHERS[5]].join(";")];
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        lines.push(
            [
                amount(cells[7]),
                cells[0].into(),
                cells[4].into(),
                cells[3].into(),
                cells[2].into(),
                cells[1].into(),
                day(cells[6]),
                day(cells[5]),
            ]
            .join(";"),
        );
    }
    (lines.join("\r\n") + "\r\n")
        .chars()
        .map(|letter| if letter == '–' { 0x96 } else { u8::try_from(u32::from(letter)).unwrap_or(b'?') })
        .collect()
}
