//! Exports and their way back: what a file says, that it is there whole or not at all, and that reading it again changes
//! nothing but what was changed in it.

use crate::{World, world};
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use proptest::strategy::{Strategy as _, ValueTree as _};
use satchel_app::{
    App,
    dto::{Event, ExportFormat, TaskInput},
    export,
};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A fresh folder beside the data directory.
fn folder(world: &World) -> PathBuf {
    let folder = world.app.dir().with_extension("out");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// All fields of a list as columns, called by what `name` says of their keys.
async fn columns(world: &World, entity: &str, name: impl Fn(&str) -> String) -> Value {
    let fields = world.read("list_fields", json!({ "entity": entity })).await["fields"].clone();
    let column = |field: &Value| {
        let key = field["key"].as_str().expect("a key");
        let heading = field["name"].as_str().map_or_else(|| name(key), str::to_owned);
        let currency = (field["kind"] == "money").then(|| format!("{heading} (currency)"));
        json!({ "key": key, "title": { "heading": heading, "currency": currency } })
    };
    fields.as_array().expect("fields").iter().map(column).collect()
}

fn sheet(query: Value, columns: &Value) -> Value {
    json!({ "name": "Liste", "query": query, "ids": null, "columns": columns, "sort": [] })
}

fn input(app: &App, path: &Path, sheets: &[Value]) -> Value {
    let format =
        if path.extension().is_some_and(|ending| ending == "xlsx") { ExportFormat::Xlsx } else { ExportFormat::Csv };
    let target = export::permit(app, path.to_owned(), format).target;
    json!({ "task": Uuid::now_v7(), "target": target, "sheets": sheets, "words": [{ "code": "won", "text": "Gagné" }] })
}

/// Writes a whole list to a CSV file.
async fn written(world: &World, entity: &str, path: &Path) -> Value {
    let columns = columns(world, entity, str::to_owned).await;
    world.read("export_list", input(&world.app, path, &[sheet(json!({ "entity": entity }), &columns)])).await
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read(path).expect("a file");
    let text = text.strip_prefix(b"\xEF\xBB\xBF").expect("a mark at the beginning");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn save(path: &Path, rows: &[Vec<String>]) {
    let mut writer = csv::Writer::from_path(path).expect("a file");
    for row in rows {
        writer.write_record(row).expect("a row");
    }
    writer.flush().expect("written");
}

fn column(rows: &[Vec<String>], heading: &str) -> usize {
    rows[0].iter().position(|name| name == heading).unwrap_or_else(|| panic!("no column {heading} in {:?}", rows[0]))
}

/// Opens a file and tells what importing it would do, with the mapping that was proposed.
async fn preview(world: &World, path: &Path) -> (Value, Value) {
    let source = world
        .read("import_open", json!({ "path": path, "encoding": null, "delimiter": null, "has_header": null }))
        .await;
    let ask = json!({ "task": source["task"], "mapping": source["mapping"], "offset": 0, "limit": 200, "only": null });
    let preview = world.read("import_preview", ask).await;
    assert_eq!(preview["refusals"], json!([]), "{preview}");
    (source, preview)
}

fn changes(preview: &Value) -> Vec<String> {
    let mut told = Vec::new();
    for row in preview["rows"].as_array().into_iter().flatten().filter(|row| row["outcome"] != "unchanged") {
        let diffs =
            row["diffs"].as_array().into_iter().flatten().map(|diff| diff["field"].as_str().unwrap_or_default());
        let problems =
            row["problems"].as_array().into_iter().flatten().map(|one| one["code"].as_str().unwrap_or_default());
        told.push(format!("{}: {}", row["title"], diffs.chain(problems).collect::<Vec<_>>().join(", ")));
    }
    told
}

async fn custom_fields(world: &World, entity: &str, record: Uuid, update: &str) {
    let options = json!(["A+", "A-", "Air, sec", "\"Gaz\""]);
    let values = [
        ("text", "=1+1"),
        ("large_text", "  deux\nlignes; \"citées\""),
        ("number", "-12345678901234567.50"),
        ("money", "-123450 KWD"),
        ("date", "2026-12-24"),
        ("date_range", "2026-12-24/2027-01-02"),
        ("time", "09:05"),
        ("time_range", "09:05/17:30"),
        ("yes_no", "no"),
        ("choice", "A-"),
        ("choices", "[\"Air, sec\",\"\\\"Gaz\\\"\"]"),
        ("url", "https://example.org"),
        ("phone", "+33 4 78"),
        ("email", "a@b.example"),
        ("address", "1 rue X\n69001 Lyon"),
    ];
    for (kind, value) in values {
        let options = if kind.starts_with("choice") { options.clone() } else { json!([]) };
        let new = json!({ "entity": entity, "name": format!("Mon {kind}"), "kind": kind, "options": options, "description": "" });
        let field = world.make("create_field", new).await;
        let change = json!({ "field": "custom", "value": { "custom": field, "value": value } });
        world.act(update, json!({ "id": record, "changes": [change] })).await;
    }
}

#[tokio::test]
async fn a_file_nobody_changed_changes_nothing_in_any_list_and_any_language_of_its_headings() {
    let world = world("exports-same").await;
    world.read("load_sample", json!({ "locale": "fr" })).await;
    let folder = folder(&world);
    let hostile = world.deal("=HYPERLINK(\"http://x\")\u{202e}; '\"ﬁn\"'", 1).await;
    custom_fields(&world, "deal", hostile, "update_deal").await;
    // two firms of one name, a stage called like an end, a chance of its own, a sale with its own value
    let card = world.read("deal_detail", json!({ "id": hostile, "filter": {} })).await;
    world
        .act(
            "create_organization",
            json!({ "name": card["organization"]["name"], "parent": null, "city": null, "phone": null, "email": null }),
        )
        .await;
    world
        .act("update_stage", json!({ "id": world.stages[1], "changes": [{ "field": "name", "value": "Gagné" }] }))
        .await;
    // computed: written out, and no value of its own to read again
    world.make("create_field", json!({ "entity": "deal", "name": "Commission", "kind": "formula", "options": [], "formula": "[value] * 0.1" })).await;
    let own = world.deal("Chance de plus", 2).await;
    world.act("update_deal", json!({ "id": own, "changes": [{ "field": "probability", "value": 3_333 }] })).await;
    world.act("win_deals", json!({ "ids": [own], "reason": { "by": "new", "value": "Prix" }, "note": "bien", "actual": { "minor": 99_900, "currency": "USD" } })).await;
    let lead = world.lead("@piste").await;
    world.act("convert_to_deals", json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0], "customer": { "how": "keep" } })).await;
    let organization = serde_json::from_value(card["deal"]["organization"].clone()).expect("an id");
    custom_fields(&world, "organization", organization, "update_organization").await;
    let before = world.dump().await;
    for entity in ["deal", "lead", "person", "organization"] {
        for language in ["", "en", "fr", "zh-CN"] {
            let path = folder.join(format!("{entity}{language}.csv"));
            let columns = columns(&world, entity, |key| heading(language, key)).await;
            let done = world
                .read("export_list", input(&world.app, &path, &[sheet(json!({ "entity": entity }), &columns)]))
                .await;
            assert!(done["rows"].as_i64() > Some(10), "{entity}: {done}");
            let (source, preview) = preview(&world, &path).await;
            assert_eq!(
                (&source["mapping"]["entity"], &source["mapping"]["identify_by"]),
                (&json!(entity), &json!("satchel_id"))
            );
            assert_eq!(rows(&path)[0].contains(&"Commission".to_owned()), entity == "deal", "{entity}");
            assert_eq!(preview["counts"]["unchanged"], done["rows"], "{entity} {language}: {:?}", changes(&preview));
            assert_eq!(preview["side"], json!([]), "nothing else would be made");
            let run = world.read("import_run", json!({ "task": source["task"], "mapping": source["mapping"] })).await;
            assert_eq!((&run["counts"]["create"], &run["counts"]["update"]), (&json!(0), &json!(0)));
        }
    }
    assert_eq!(world.dump().await, before, "not a row of the file is another");
}

/// What the catalogue of a language calls a field; without a language its key, as the command line does.
fn heading(language: &str, key: &str) -> String {
    if language.is_empty() {
        return key.to_owned();
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/i18n").join(language);
    let catalogues =
        ["list.ftl", "record.ftl"].map(|name| std::fs::read_to_string(folder.join(name)).expect("a catalogue"));
    let words =
        catalogues.iter().flat_map(|text| text.lines()).find_map(|line| line.strip_prefix(&format!("field-{key} = ")));
    words.unwrap_or_else(|| panic!("{language} has no word for {key}")).to_owned()
}

#[tokio::test]
async fn a_changed_cell_changes_that_one_field_an_emptied_one_clears_it_and_an_unknown_id_is_refused() {
    let world = world("exports-changed").await;
    let folder = folder(&world);
    let deal = world.deal("Refroidisseur", 1).await;
    let labels = ["Chaud", "Froid"].map(|name| json!({ "name": name, "color": 1 }));
    let mut ids = Vec::new();
    for label in labels {
        ids.push(world.make("create_label", label).await);
    }
    world.act("set_labels", json!({ "deals": [deal], "leads": [], "add": [ids[0]], "remove": [] })).await;
    custom_fields(&world, "deal", deal, "update_deal").await;
    let path = folder.join("deals.csv");
    written(&world, "deal", &path).await;
    let all = rows(&path);
    assert_eq!(all[0][0], "Satchel ID");
    assert_eq!(all[1][0], deal.to_string());
    let cases = [
        ("title", "Autre", "title"),
        ("value", "10.50", "value"),
        ("value (currency)", "USD", "value"),
        ("probability", "35", "probability"),
        ("expected_close", "2027-01-31", "expected_close"),
        ("expected_close", "", "expected_close"),
        ("person", "", "person"),
        ("organization", "Neuve", "organization"),
        ("stage", "Étape neuve", "stage"),
        ("labels", "Froid", "label, label"),
        ("labels", "", "label"),
        ("Mon text", "'-2", "custom"),
        ("Mon number", "2.5", "custom"),
        ("Mon money (currency)", "BHD", "custom"),
        ("Mon date_range", "2026-12-24/2027-01-03", "custom"),
        ("Mon choice", "A+", "custom"),
        ("Mon choices", "\"Air, sec\"; A+", "custom"),
        ("Mon address", "", "custom"),
        ("weighted", "1", ""),
        ("created_at", "2020-01-01", ""),
    ];
    for (name, cell, expected) in cases {
        let mut edited = all.clone();
        let at = column(&edited, name);
        cell.clone_into(&mut edited[1][at]);
        save(&path, &edited);
        let (_, preview) = preview(&world, &path).await;
        let diffs: Vec<&str> = preview["rows"][0]["diffs"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|diff| diff["field"].as_str())
            .collect();
        assert_eq!(diffs.join(", "), expected, "{name} = {cell:?}: {preview}");
    }
    let mut edited = all.clone();
    let (title, phone) = (column(&edited, "title"), column(&edited, "Mon phone"));
    "'=2+2".clone_into(&mut edited[1][title]);
    "".clone_into(&mut edited[1][phone]);
    for (id, name) in
        [("", "Nouvelle"), ("00000000-0000-7000-8000-000000000001", "Inconnue"), ("n'importe", "Inconnue")]
    {
        let mut row = vec![String::new(); edited[0].len()];
        id.clone_into(&mut row[0]);
        name.clone_into(&mut row[title]);
        edited.push(row);
    }
    save(&path, &edited);
    let (source, _) = preview(&world, &path).await;
    let run = world.read("import_run", json!({ "task": source["task"], "mapping": source["mapping"] })).await;
    assert_eq!(run["counts"], json!({ "create": 1, "update": 1, "unchanged": 0, "refuse": 2 }));
    let codes: Vec<&Value> =
        run["refused"].as_array().into_iter().flatten().map(|row| &row["problems"][0]["code"]).collect();
    assert_eq!(codes, ["satchel_id_unknown", "satchel_id_unknown"]);
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    assert_eq!(detail["deal"]["title"], "=2+2", "exactly the apostrophe of ours is gone");
    let phone = detail["fields"].as_array().expect("fields").iter().find(|one| one["field"]["name"] == "Mon phone");
    assert_eq!(phone.map(|field| &field["value"]), Some(&Value::Null), "an emptied cell clears");
}

#[tokio::test]
async fn fields_of_ones_own_come_back_whatever_they_are_called() {
    let world = world("exports-names").await;
    let deal = world.deal("Refroidisseur", 1).await;
    let names = [
        ("Industry", "text"),
        ("Value", "money"),
        ("Rotting", "text"),
        ("=2+2", "text"),
        ("Étape", "text"),
        ("Prix (2)", "text"),
    ];
    for (name, kind) in names {
        let new = json!({ "entity": "deal", "name": name, "kind": kind, "options": [], "description": "" });
        let field = world.make("create_field", new).await;
        let value = if kind == "money" { "700 JPY" } else { "avant" };
        let change = json!({ "field": "custom", "value": { "custom": field, "value": value } });
        world.act("update_deal", json!({ "id": deal, "changes": [change] })).await;
    }
    let path = folder(&world).join("names.csv");
    for language in ["", "en", "fr"] {
        let columns = columns(&world, "deal", |key| heading(language, key)).await;
        world.read("export_list", input(&world.app, &path, &[sheet(json!({ "entity": "deal" }), &columns)])).await;
        let all = rows(&path);
        for (name, kind) in names {
            let at = all[0].len() - names.iter().map(|(_, kind)| 1 + usize::from(*kind == "money")).sum::<usize>()
                + names
                    .iter()
                    .take_while(|(other, _)| *other != name)
                    .map(|(_, kind)| 1 + usize::from(*kind == "money"))
                    .sum::<usize>();
            let mut edited = all.clone();
            edited[1][at] = if kind == "money" { "800".to_owned() } else { "après".to_owned() };
            save(&path, &edited);
            let (_, preview) = preview(&world, &path).await;
            let diffs = preview["rows"][0]["diffs"].clone();
            assert_eq!(diffs.as_array().map(Vec::len), Some(1), "{language} {name}: {preview}");
            assert_eq!((&diffs[0]["field"], &diffs[0]["name"]), (&json!("custom"), &json!(name)), "{language}");
        }
    }
}

#[tokio::test]
async fn a_sale_keeps_what_it_brought_when_its_value_is_imported() {
    let world = world("exports-sale").await;
    let deal = world.deal("Vendue", 1).await;
    world
        .act(
            "win_deals",
            json!({ "ids": [deal], "reason": null, "note": "", "actual": { "minor": 50_000, "currency": "EUR" } }),
        )
        .await;
    let path = folder(&world).join("sales.csv");
    let cell = async |name: &str, value: &str| {
        written(&world, "deal", &path).await;
        let mut all = rows(&path);
        let at = column(&all, name);
        value.clone_into(&mut all[1][at]);
        save(&path, &all);
        let (source, _) = preview(&world, &path).await;
        world.read("import_run", json!({ "task": source["task"], "mapping": source["mapping"] })).await;
        let deal = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["deal"].clone();
        (deal["value"]["minor"].as_i64(), deal["actual_value"]["minor"].as_i64())
    };
    assert_eq!(cell("value", "2000.00").await, (Some(200_000), Some(50_000)));
    assert_eq!(cell("actual_value", "700").await, (Some(200_000), Some(70_000)));
}

#[tokio::test]
async fn hostile_texts_are_no_formulas_in_either_format_and_come_back_as_they_were() {
    let world = world("exports-hostile").await;
    let folder = folder(&world);
    let mut texts: Vec<String> = [
        "=1+1",
        "+33",
        "-5",
        "@SUM(1)",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "'=1",
        "''-1",
        "a\"b",
        "a;b,c",
        "<b>&amp;",
        "\u{202e}=rtl",
        "_x0041_",
    ]
    .map(str::to_owned)
    .to_vec();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..60 {
        let text = proptest::string::string_regex("['=+@＝＋－＠\"\u{202e}\u{200b}a-]{1,6}|[^\\p{C}]{1,12}")
            .expect("a pattern");
        texts.push(text.new_tree(&mut runner).expect("a text").current());
    }
    texts.retain(|text| !text.trim().is_empty());
    for text in &texts {
        let new = json!({ "name": text, "parent": null, "city": text, "phone": null, "email": null });
        world.read("create_organization", new).await;
    }
    let (csv, xlsx) = (folder.join("o.csv"), folder.join("o.xlsx"));
    written(&world, "organization", &csv).await;
    written(&world, "organization", &xlsx).await;
    let safe = |cell: &str| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let all = rows(&csv);
    assert_eq!(all.len(), texts.len() + 1);
    for cell in all.iter().flatten() {
        assert!(safe(cell), "{cell:?}");
    }
    let mut book: Xlsx<_> = open_workbook(&xlsx).expect("a workbook");
    let range = book.worksheet_range("Liste").expect("the sheet");
    let name = column(&all, "name");
    for (row, line) in range.rows().zip(&all) {
        assert_eq!(row[name].to_string(), line[name], "both formats say the same");
        for cell in row {
            assert!(!matches!(cell, Data::String(text) if !safe(text)), "{cell:?}");
        }
    }
    let (_, preview) = preview(&world, &csv).await;
    assert_eq!(preview["counts"]["unchanged"], json!(texts.len()), "{:?}", changes(&preview));
}

#[tokio::test]
async fn xlsx_has_numbers_days_and_instants_by_their_type_a_sheet_a_list_and_words_for_people() {
    let world = world("exports-xlsx").await;
    let deal = world.deal("Vendue", 1).await;
    world.act("win_deals", json!({ "ids": [deal], "reason": null, "note": "" })).await;
    world.lead("Piste").await;
    let path = folder(&world).join("all.xlsx");
    let (deals, leads) = (columns(&world, "deal", str::to_owned).await, columns(&world, "lead", str::to_owned).await);
    let sheets = [sheet(json!({ "entity": "deal" }), &deals), sheet(json!({ "entity": "lead" }), &leads)];
    let done = world.read("export_list", input(&world.app, &path, &sheets)).await;
    assert_eq!((&done["name"], &done["rows"], &done["cut"]), (&json!("all.xlsx"), &json!(2), &json!(0)));
    let job = world.read("jobs", json!({})).await["jobs"][0].clone();
    let file = json!({ "name": "all.xlsx", "rows": 2 });
    assert_eq!((&job["kind"], &job["state"], &job["file"]), (&json!("export"), &json!("completed"), &file));
    let mut book: Xlsx<_> = open_workbook(&path).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Liste", "Liste 2"], "each name once");
    let range = book.worksheet_range("Liste").expect("the sheet");
    let rows: Vec<&[Data]> = range.rows().collect();
    let cell = |name: &str| {
        let at = rows[0].iter().position(|cell| cell == &Data::String(name.into())).expect("a heading");
        rows[1][at].clone()
    };
    assert_eq!(cell("Satchel ID"), Data::String(deal.to_string()));
    assert_eq!(cell("value"), Data::Float(1_234.5));
    assert_eq!(cell("value (currency)"), Data::String("EUR".into()));
    assert_eq!(cell("probability"), Data::Float(1.0), "a share, shown as percent");
    assert_eq!(cell("status"), Data::String("Gagné".into()));
    let day = |data: Data| match data {
        Data::DateTime(at) => at.as_f64(),
        other => panic!("{other:?}"),
    };
    assert!((day(cell("expected_close")) - 46_367.0).abs() < f64::EPSILON, "11 December 2026 as Excel counts");
    assert!(day(cell("created_at")) > 46_000.0);
    // CSV takes one list
    let csv = path.with_extension("csv");
    assert_eq!(world.refused("export_list", input(&world.app, &csv, &sheets)).await.code, "bad_input");
}

#[tokio::test]
async fn a_file_is_there_whole_or_not_at_all_and_never_where_the_data_lies() {
    let world = world("exports-whole").await;
    world.deal("Chiller", 0).await;
    let folder = folder(&world);
    let columns = columns(&world, "deal", str::to_owned).await;
    let all = [sheet(json!({ "entity": "deal" }), &columns)];
    let refused = async |path: &Path| world.refused("export_list", input(&world.app, path, &all)).await.code;
    assert_eq!(refused(&world.app.dir().join("satchel.db")).await, "export_inside_data");
    assert_eq!(refused(&world.app.dir().join("files/../new.csv")).await, "export_no_folder");
    assert_eq!(refused(&folder.join("no/such/a.csv")).await, "export_no_folder");
    assert_eq!(refused(&folder).await, "export_not_a_file");
    let gone = json!({ "task": Uuid::nil(), "target": Uuid::from_u128(1), "sheets": all, "words": [] });
    assert_eq!(world.refused("export_list", gone).await.code, "export_gone");
    assert_eq!(names(&folder), [""; 0]);

    let old = folder.join("old.csv");
    std::fs::write(&old, "what was there").expect("written");
    for ending in ["csv", "xlsx"] {
        let path = old.with_extension(ending);
        let mut asked = input(&world.app, &path, &all);
        let (task, app) = (Uuid::now_v7(), world.app.clone());
        asked["task"] = json!(task);
        world.app.subscribe(move |event| {
            if let Event::Progress { task: told, done: 1, .. } = event
                && *told == task
            {
                satchel_app::import::cancel_task(&app, TaskInput { task }).expect("it runs");
            }
        });
        assert_eq!(world.refused("export_list", asked).await.code, "cancelled");
        assert_eq!(names(&folder), ["old.csv"], "a stopped export leaves nothing behind");
    }
    assert_eq!(std::fs::read_to_string(&old).expect("there"), "what was there");
    world.read("export_list", input(&world.app, &old, &all)).await;
    assert_eq!((names(&folder), rows(&old).len()), (vec!["old.csv".to_owned()], 2), "replaced whole");
    let ended = export::permit(&world.app, folder.join("named"), ExportFormat::Xlsx);
    assert_eq!(ended.name, "named.xlsx");
    assert_eq!(export::place(&world.app, ended.target), Some(folder.join("named.xlsx")));
}

#[cfg(unix)]
#[tokio::test]
async fn a_folder_that_may_not_be_written_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let world = world("exports-forbidden").await;
    let folder = folder(&world);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o500)).expect("closed");
    // whoever may do everything may write there too
    let closed = std::fs::write(folder.join("probe"), "").is_err();
    let columns = columns(&world, "deal", str::to_owned).await;
    let asked = input(&world.app, &folder.join("a.csv"), &[sheet(json!({ "entity": "deal" }), &columns)]);
    let answer = world.call("export_list", asked).await;
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700)).expect("open again");
    assert_eq!(answer.err().map(|error| error.code), closed.then(|| "export_forbidden".to_owned()));
}

#[tokio::test]
async fn the_file_has_the_rows_of_the_list_in_its_order_or_the_ticked_ones_and_many_come_in_parts() {
    let world = world("exports-many").await;
    let made = world
        .app
        .write_state(|act| {
            let sql = "WITH RECURSIVE n (at) AS (VALUES (1) UNION ALL SELECT at + 1 FROM n WHERE at < 12345)
                 INSERT INTO organizations (id, name, city, created_at) SELECT randomblob(16), 'Firm ' || printf('%05d', at), CASE at % 2 WHEN 0 THEN 'Lyon' ELSE 'Dijon' END, 0 FROM n";
            Ok(act.tx.execute(sql, [])?)
        })
        .await
        .expect("many firms");
    assert_eq!(made, 12_345);
    let path = folder(&world).join("many.csv");
    let columns = json!([{ "key": "name", "title": { "heading": "Name", "currency": null } }, { "key": "gone", "title": { "heading": "Name", "currency": null } }]);
    let lyon = json!({ "entity": "organization", "filter": { "all": [{ "field": "city", "op": "eq", "values": [{ "type": "text", "value": "Lyon" }] }], "any": [] } });
    let mut asked = sheet(lyon.clone(), &columns);
    asked["sort"] = json!([{ "field": "name", "descending": true }]);
    let done = world.read("export_list", input(&world.app, &path, std::slice::from_ref(&asked))).await;
    assert_eq!(done["rows"], 6_172);
    let all = rows(&path);
    assert_eq!(all[0], ["Satchel ID", "Name", "Name (2)"]);
    assert_eq!(
        (&all[1][1..], &all[6_172][1..]),
        (&["Firm 12344".to_owned(), String::new()][..], &["Firm 00002".to_owned(), String::new()][..])
    );
    asked["ids"] = json!([all[9][0], all[3][0]]);
    world.read("export_list", input(&world.app, &path, std::slice::from_ref(&asked))).await;
    assert_eq!(rows(&path)[1..], [all[3].clone(), all[9].clone()], "ticked rows, in the order of the list");
    let (_, preview) = preview(&world, &path).await;
    assert_eq!(preview["counts"]["unchanged"], 2);
}

#[tokio::test]
async fn a_table_that_a_window_shows_is_a_file_too() {
    let world = world("exports-table").await;
    let path = folder(&world).join("report.csv");
    let target = export::permit(&world.app, path.clone(), ExportFormat::Csv).target;
    let table = json!({
        "task": Uuid::now_v7(), "target": target, "name": "Perdues",
        "columns": [{ "heading": "=Motif", "currency": null }, { "heading": "Valeur", "currency": "Devise" }, { "heading": "Part", "currency": null }],
        "rows": [
            [{ "type": "text", "value": "-Prix" }, { "type": "money", "value": { "minor": -5, "currency": "EUR" } }, { "type": "percent", "value": 1_250 }],
            [{ "type": "empty" }, { "type": "number", "value": -3.0 }, { "type": "yes", "value": true }],
        ],
    });
    let done = world.read("export_table", table).await;
    assert_eq!((&done["rows"], &done["name"]), (&json!(2), &json!("report.csv")));
    let expected = [
        vec!["'=Motif", "Valeur", "Devise", "Part"],
        vec!["'-Prix", "-0.05", "EUR", "12.5"],
        vec!["", "-3", "", "true"],
    ];
    assert_eq!(rows(&path), expected);
}
