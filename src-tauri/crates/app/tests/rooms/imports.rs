//! Files read into records that are there, and rows that name each other: what stays, what is refused, and that a preview
//! tells what the import then does.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

/// A mapping of these columns to these fields.
fn mapping(entity: &str, columns: &[(&str, Value)], rest: Value) -> Value {
    let columns: Vec<Value> =
        columns.iter().map(|(column, target)| json!({ "column": column, "target": target })).collect();
    let mut mapping = json!({ "version": 1, "entity": entity, "columns": columns });
    for (key, value) in rest.as_object().into_iter().flatten() {
        mapping[key] = value.clone();
    }
    mapping
}

fn field(name: &str) -> Value {
    json!({ "field": name })
}

/// Previews a file. Answers the task and what would be done.
async fn previewed(world: &World, text: &str, mapping: &Value) -> (Value, Value) {
    let path = world.app.dir().join("rows.csv");
    std::fs::write(&path, text).expect("a file");
    let open = json!({ "path": path, "encoding": null, "delimiter": null, "has_header": null });
    let task = world.read("import_open", open).await["task"].clone();
    let ask = json!({ "task": task, "mapping": mapping, "offset": 0, "limit": 200, "only": null });
    (task, world.read("import_preview", ask).await)
}

/// Previews a file and imports it; both must say the same.
async fn import(world: &World, text: &str, mapping: &Value) -> (Value, Value) {
    let (task, preview) = previewed(world, text, mapping).await;
    assert_eq!(preview["refusals"], json!([]), "{preview}");
    let run = world.read("import_run", json!({ "task": task, "mapping": mapping })).await;
    assert_eq!(run["counts"], preview["counts"], "the preview told what happens");
    (preview, run)
}

/// Codes of refused rows.
fn refused(run: &Value) -> Vec<(i64, String)> {
    let of = |row: &Value| {
        (row["row"].as_i64().unwrap_or(0), row["problems"][0]["code"].as_str().unwrap_or_default().to_owned())
    };
    run["refused"].as_array().into_iter().flatten().map(of).collect()
}

fn changed(preview: &Value, row: usize) -> Vec<String> {
    texts(&preview["rows"][row]["diffs"], "field")
}

async fn firm(world: &World, name: &str, email: Option<&str>, parent: Option<Uuid>) -> Uuid {
    let parent = parent.map(|id| json!({ "by": "id", "value": id }));
    let new = json!({ "name": name, "parent": parent, "city": null, "phone": null, "email": email });
    world.make("create_organization", new).await
}

/// The name of an organization's parent.
async fn parent(world: &World, id: Uuid) -> Value {
    world.read("organization_detail", json!({ "id": id })).await["organization"]["parent"]["name"].clone()
}

/// The organizations of a name.
async fn firms(world: &World, name: &str) -> Vec<Uuid> {
    let name = name.to_owned();
    let find = move |view: &satchel_app::View<'_>| {
        let mut statement = view.conn.prepare("SELECT id FROM organizations WHERE name = ?1")?;
        let ids: Vec<Vec<u8>> = statement.query_map([name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(ids.iter().filter_map(|id| Uuid::from_slice(id).ok()).collect())
    };
    world.app.read(find).await.expect("reads")
}

async fn deal(world: &World, id: Uuid) -> Value {
    world.read("deal_detail", json!({ "id": id, "filter": {} })).await["deal"].clone()
}

#[tokio::test]
async fn a_converted_lead_stays_converted_whatever_a_file_says_of_its_status() {
    let world = world("import-converted").await;
    let lead = world.lead("Cold store").await;
    world.act("convert_to_deals", json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0] })).await;
    let columns = [("Title", field("title")), ("Status", field("status")), ("Reason", field("close_reason"))];
    let mapping = mapping("lead", &columns, json!({ "identify_by": "name", "empty_cells": "clear" }));
    for status in ["open", "lost", ""] {
        let text = format!("Title,Status,Reason\nCold store,{status},Too dear\n");
        let (preview, run) = import(&world, &text, &mapping).await;
        assert_eq!(run["counts"]["unchanged"], 1, "{status}: {preview}");
        assert_eq!(preview["side"], json!([]), "no reason is made for it");
        let detail = world.read("lead_detail", json!({ "id": lead })).await;
        assert_eq!((&detail["lead"]["status"], &detail["lead"]["close_reason"]), (&json!("converted"), &Value::Null));
    }
}

#[tokio::test]
async fn a_refused_row_is_no_parent_of_others_and_the_rest_goes_in() {
    let world = world("import-refused-parent").await;
    let columns = [("Name", field("name")), ("Parent", field("parent")), ("Owner", field("owner"))];
    let text = "Name,Parent,Owner\nFirst below,Head,\nHead,,Nobody\nLast below,Head,\nFar below,First below,\n";
    let names = json!({ "colleague": { "unknown": "refuse" } });
    let create = mapping("organization", &columns, json!({ "names": names, "identify_by": "name" }));
    let (preview, run) = import(&world, text, &create).await;
    assert_eq!(refused(&run), [(3, "unknown_name".to_owned())]);
    assert_eq!(preview["side"][0]["names"], json!(["Head"]), "as a firm that is only named: {preview}");
    let head = firms(&world, "Head").await;
    assert_eq!(head.len(), 1);
    for name in ["First below", "Last below"] {
        assert_eq!(parent(&world, firms(&world, name).await[0]).await, "Head");
    }
    world.read("undo", json!({})).await;
    // where names are not made, those below are refused as well, and those below these
    let names = json!({ "colleague": { "unknown": "refuse" }, "organization": { "unknown": "refuse" } });
    let refuse = mapping("organization", &columns, json!({ "names": names, "identify_by": "name" }));
    let (_, run) = import(&world, text, &refuse).await;
    let rows: Vec<i64> = refused(&run).into_iter().map(|(row, _)| row).collect();
    assert_eq!(rows, [2, 3, 4, 5]);
}

#[tokio::test]
async fn rows_that_close_a_circle_of_parents_are_refused() {
    let world = world("import-circle").await;
    let (above, below) = (firm(&world, "Above", None, None).await, firm(&world, "Below", None, None).await);
    let columns = [("Name", field("name")), ("Parent", field("parent"))];
    let mapping = mapping("organization", &columns, json!({ "identify_by": "name" }));
    let (_, run) = import(&world, "Name,Parent\nAbove,Below\nNew,Above\nBelow,New\n", &mapping).await;
    assert_eq!(refused(&run), [(4, "parent_below".to_owned())]);
    assert_eq!((parent(&world, above).await, parent(&world, below).await), (json!("Below"), Value::Null));
    // the other way round it is no circle once all rows are read
    let (_, run) = import(&world, "Name,Parent\nBelow,Above\nAbove,Top\n", &mapping).await;
    assert_eq!(refused(&run), []);
    assert_eq!((parent(&world, above).await, parent(&world, below).await), (json!("Top"), json!("Above")));
}

#[tokio::test]
async fn records_are_recognized_by_the_whole_address() {
    let world = world("import-mail").await;
    let other = firm(&world, "A-B", Some("info@a-b.com"), None).await;
    let same = firm(&world, "AB", Some("Info@AB.com "), None).await;
    let columns = [("Name", field("name")), ("Mail", field("email"))];
    let mapping = mapping("organization", &columns, json!({ "identify_by": "email" }));
    let (_, run) = import(&world, "Name,Mail\nAB Ltd,info@ab.com\nNew,info@a.b.com\n", &mapping).await;
    assert_eq!((&run["counts"]["update"], &run["counts"]["create"]), (&json!(1), &json!(1)));
    let name =
        async |id: Uuid| world.read("organization_detail", json!({ "id": id })).await["organization"]["name"].clone();
    assert_eq!((name(other).await, name(same).await), (json!("A-B"), json!("AB Ltd")));
}

#[tokio::test]
async fn another_end_does_not_keep_the_reason_note_and_day_of_the_one_before() {
    let world = world("import-ends").await;
    let id = world.deal("Press", 1).await;
    let reason = json!({ "by": "new", "value": "Too slow" });
    world.act("lose_deals", json!({ "ids": [id], "reason": reason, "note": "They said so" })).await;
    let world = world.later("2026-12-01T12:00:00Z").await;
    let columns = [("Title", field("title")), ("Status", field("status")), ("End", field("ended_on"))];
    let mapping = mapping("deal", &columns, json!({ "identify_by": "name" }));
    let (preview, _) = import(&world, "Title,Status,End\nPress,Won,\n", &mapping).await;
    let won = deal(&world, id).await;
    assert_eq!(
        (&won["status"], &won["close_reason"], &won["close_note"], &won["ended_on"]),
        (&json!("won"), &Value::Null, &Value::Null, &json!("2026-12-01"))
    );
    let told = changed(&preview, 0);
    assert!(told.contains(&"close_reason".to_owned()) && told.contains(&"ended_on".to_owned()), "{told:?}");
    import(&world, "Title,Status,End\nPress,Closed,2026-11-30\n", &mapping).await;
    assert_eq!(deal(&world, id).await["ended_on"], "2026-11-30", "what the row says");
    import(&world, "Title,Status,End\nPress,Closed,\n", &mapping).await;
    assert_eq!(deal(&world, id).await["ended_on"], "2026-11-30", "the same end stays as it was");
}

#[tokio::test]
async fn an_end_lies_on_its_own_day_wherever_the_clock_stands() {
    let world = world("import-day").await;
    let columns = [("Title", field("title")), ("Status", field("status")), ("End", field("ended_on"))];
    let mapping = mapping("deal", &columns, json!({}));
    import(&world, "Title,Status,End\nPress,Lost,2026-11-20\n", &mapping).await;
    let at = world
        .app
        .read(|view| Ok(view.conn.query_row("SELECT lost_at FROM deals", [], |row| row.get::<_, i64>(0))?))
        .await
        .expect("reads");
    assert_eq!(satchel_app::clock::local_day(at).to_string(), "2026-11-20");
}

#[tokio::test]
async fn an_emptied_actual_value_of_a_sale_is_emptied() {
    let world = world("import-actual").await;
    let id = world.deal("Press", 1).await;
    let actual = json!({ "minor": 50_000, "currency": "EUR" });
    world.act("win_deals", json!({ "ids": [id], "reason": null, "note": "", "actual": actual })).await;
    let columns = [("Title", field("title")), ("Brought", field("actual_value"))];
    let with = |empty: &str| {
        mapping(
            "deal",
            &columns,
            json!({ "identify_by": "name", "empty_cells": empty, "constants": { "currency": "EUR" } }),
        )
    };
    import(&world, "Title,Brought\nPress,\n", &with("keep")).await;
    assert_eq!(deal(&world, id).await["actual_value"]["minor"], 50_000);
    let (preview, _) = import(&world, "Title,Brought\nPress,\n", &with("clear")).await;
    assert_eq!(changed(&preview, 0), ["actual_value"]);
    assert_eq!(deal(&world, id).await["actual_value"], Value::Null);
}

#[tokio::test]
async fn a_key_of_another_system_is_kept_also_where_nothing_else_is_new() {
    let world = world("import-key").await;
    let id = firm(&world, "Laiterie", None, None).await;
    let columns = [("Name", field("name")), ("Key", field("external_id"))];
    let mapping = mapping("organization", &columns, json!({ "identify_by": "name", "system": "old" }));
    let (preview, run) = import(&world, "Name,Key\nLaiterie,K-7\n", &mapping).await;
    assert_eq!((&run["counts"]["update"], changed(&preview, 0)), (&json!(1), vec!["external_id".to_owned()]));
    let known = world.app.read(move |view| Ok(satchel_store::query::detail::external_ids(view.conn, id)?)).await;
    assert_eq!(known.expect("reads"), [("old".to_owned(), "K-7".to_owned())]);
    let (_, run) = import(&world, "Name,Key\nLaiterie,K-7\n", &mapping).await;
    assert_eq!(run["counts"]["unchanged"], 1);
}

#[tokio::test]
async fn a_value_that_does_not_fit_its_custom_field_is_refused_with_its_column() {
    let world = world("import-custom").await;
    let mut columns = vec![("Name", field("name"))];
    let kinds = [("Page", "url"), ("Mail", "email"), ("Phone", "phone"), ("Line", "text")];
    for (name, kind) in kinds {
        let new = json!({ "entity": "organization", "name": name, "kind": kind, "options": [], "description": "" });
        columns.push((name, json!({ "custom": world.make("create_field", new).await })));
    }
    let mapping = mapping("organization", &columns, json!({ "identify_by": "name" }));
    let long = "1".repeat(700);
    let text = format!(
        "Name,Page,Mail,Phone,Line\nA,javascript:alert(1),,,\nB,,no mail,,\nC,,,{long},\nD,,,,{long}\nE,example.org,a@b.example,+33 4,text\n"
    );
    let (_, run) = import(&world, &text, &mapping).await;
    let codes = ["not_of_field", "not_of_field", "text_too_long", "text_too_long"];
    assert_eq!(refused(&run), (2..).zip(codes.map(str::to_owned)).collect::<Vec<_>>());
    let named: Vec<&Value> =
        run["refused"].as_array().into_iter().flatten().map(|row| &row["problems"][0]["params"]["column"]).collect();
    assert_eq!(named, ["Page", "Mail", "Phone", "Line"]);
    let titles: Vec<&Value> = run["refused"].as_array().into_iter().flatten().map(|row| &row["title"]).collect();
    assert_eq!(titles, ["A", "B", "C", "D"], "a refused row is still known by its name");
    assert_eq!(run["counts"]["create"], 1);
}

#[tokio::test]
async fn what_is_open_takes_no_end_from_a_file_however_often_it_is_read() {
    let world = world("import-open-end").await;
    for entity in ["deal", "lead"] {
        let columns = [("Id", field("external_id")), ("Title", field("title")), ("Status", field("status"))];
        let ends = [("Closed", field("ended_on")), ("Why", field("close_reason"))];
        let columns: Vec<_> = columns.into_iter().chain(ends).collect();
        let mapping = mapping(entity, &columns, json!({ "identify_by": "external_id" }));
        let text = format!(
            "Id,Title,Status,Closed,Why\n{entity} 1,Open,open,2026-05-04,Never {entity}\n{entity} 2,Lost,lost,2026-05-04,Late {entity}\n"
        );
        let (preview, run) = import(&world, &text, &mapping).await;
        assert_eq!(run["counts"]["create"], 2, "{entity}");
        let told: Vec<&Value> =
            preview["rows"][0]["diffs"].as_array().into_iter().flatten().map(|one| &one["field"]).collect();
        assert!(!told.contains(&&json!("ended_on")) && !told.contains(&&json!("close_reason")), "{told:?}");
        let (_, again) = import(&world, &text, &mapping).await;
        assert_eq!((&again["counts"]["update"], &again["counts"]["unchanged"]), (&json!(0), &json!(2)), "{entity}");
        let reasons = world.read("catalog", json!({})).await["reasons"].clone();
        let named =
            |name: String| reasons.as_array().into_iter().flatten().any(|one| one["description"] == json!(name));
        assert!(named(format!("Late {entity}")) && !named(format!("Never {entity}")), "{reasons}");
        let later =
            text.replace(&format!("{entity} 2,Lost,lost,2026-05-04"), &format!("{entity} 2,Lost,lost,2026-05-06"));
        let (_, moved) = import(&world, &later, &mapping).await;
        assert_eq!(moved["counts"]["update"], 1, "another day of an end that stays is a change of {entity}");
        assert_eq!(import(&world, &later, &mapping).await.1["counts"]["unchanged"], 2, "{entity}");
    }
}

#[tokio::test]
async fn a_new_field_whose_name_is_taken_is_that_field_with_its_rules_and_one_column_fills_it() {
    let world = world("import-taken-field").await;
    let budget = json!({ "entity": "deal", "name": "Budget", "kind": "number", "options": [], "description": "" });
    world.make("create_field", budget).await;
    let new = |name: &str| json!({ "new_custom": { "name": name, "kind": "text" } });
    let one = mapping("deal", &[("Title", field("title")), ("a", new("budget"))], json!({ "identify_by": "name" }));
    let (_, run) = import(&world, "Title,a\nPress,abc\nPump,12\n", &one).await;
    assert_eq!(refused(&run).len(), 1, "letters are no number");
    assert_eq!(run["counts"]["create"], 1);
    let two = mapping(
        "deal",
        &[("Title", field("title")), ("a", new("Budget")), ("b", new("budget"))],
        json!({ "identify_by": "name" }),
    );
    let (_, preview) = previewed(&world, "Title,a,b\nPress,1,2\n", &two).await;
    assert_eq!(preview["refusals"][0]["code"], "target_twice", "{preview}");
}
