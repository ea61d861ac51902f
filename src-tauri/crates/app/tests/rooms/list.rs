//! Lists: fields, ready filters, conditions, order, pages, groups, totals, and the board under the same filters.

use crate::{World, texts, world};
use rusqlite::trace::TraceEventCodes;
use satchel_app::{View, dto::*, list};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use uuid::Uuid;

/// A query of one entity with ready filters by name and conditions that must all hold.
pub fn query(entity: &str, presets: &[&str], all: Value) -> Value {
    let presets: Vec<Value> = presets.iter().map(|name| json!({ "name": name })).collect();
    json!({ "entity": entity, "presets": presets, "filter": { "all": all, "any": [] }, "text": "" })
}

async fn titles(world: &World, query: Value) -> Vec<String> {
    let page = world
        .read("list_page", json!({ "query": query, "sort": [{ "field": "title", "descending": false }], "columns": [], "offset": 0, "limit": 200 }))
        .await;
    texts(&page["rows"], "title")
}

async fn custom_fields(world: &World, entity: &str) {
    for kind in [
        "text",
        "large_text",
        "number",
        "money",
        "date",
        "date_range",
        "time",
        "time_range",
        "yes_no",
        "choice",
        "choices",
        "url",
        "phone",
        "email",
        "address",
        "colleague",
        "person",
        "organization",
    ] {
        let options = if kind.starts_with("choice") { json!(["Gas", "Air"]) } else { json!([]) };
        world
            .act(
                "create_field",
                json!({ "entity": entity, "name": format!("Own {kind}"), "kind": kind, "options": options }),
            )
            .await;
    }
}

fn value_for(kind: &str, of: &Value) -> Value {
    match kind {
        "text" => json!({ "type": "text", "value": "É_%" }),
        "number" => json!({ "type": "number", "value": 3.5 }),
        "money" => json!({ "type": "money", "value": { "minor": 5, "currency": "EUR" } }),
        "percent" => json!({ "type": "percent", "value": 5000 }),
        "date" | "instant" | "span" => json!({ "type": "date", "value": "2026-11-22" }),
        "yes_no" => json!({ "type": "yes", "value": true }),
        "choices" if of == "label" => json!({ "type": "id", "value": Uuid::nil() }),
        "choice" | "choices" => json!({ "type": "code", "value": "open" }),
        _ => json!({ "type": "id", "value": Uuid::nil() }),
    }
}

#[tokio::test]
async fn every_field_can_be_shown_asked_ordered_and_grouped_as_the_registry_says() {
    let world = world("list-fields").await;
    for entity in ["deal", "person", "organization"] {
        custom_fields(&world, entity).await;
    }
    world.deal("Chiller", 0).await;
    world.lead("Boiler").await;
    for entity in ["deal", "lead", "person", "organization"] {
        let fields = world.read("list_fields", json!({ "entity": entity })).await["fields"].clone();
        let fields = fields.as_array().expect("fields").clone();
        assert!(fields.len() > 20, "{entity}");
        let keys: Vec<&Value> = fields.iter().map(|field| &field["key"]).collect();
        let page = world
            .read("list_page", json!({ "query": query(entity, &[], json!([])), "sort": [], "columns": keys, "offset": 0, "limit": 50 }))
            .await;
        assert_eq!(page["rows"][0]["cells"].as_array().map(Vec::len), Some(keys.len()));
        for field in &fields {
            let key = &field["key"];
            for op in field["operators"].as_array().expect("operators") {
                let value = value_for(field["kind"].as_str().expect("kind"), &field["of"]);
                let values = match op.as_str().expect("an operator") {
                    "is_set" | "not_set" => json!([]),
                    "between" => json!([value, value]),
                    "in_period" => json!([{ "type": "period", "value": { "is": "last_days", "days": 7 } }]),
                    _ => json!([value]),
                };
                let asked = query(entity, &[], json!([{ "field": key, "op": op, "values": values }]));
                let answer = world.call("list_totals", asked).await;
                assert!(answer.is_ok(), "{entity} {key} {op}: {answer:?}");
            }
            if field["sortable"] == true {
                for descending in [true, false] {
                    let sort = json!([{ "field": key, "descending": descending }]);
                    let input = json!({ "query": query(entity, &[], json!([])), "sort": sort, "limit": 10 });
                    assert_eq!(world.read("list_ids", input).await["total"], 1, "{entity} {key}");
                }
            }
            if field["groupable"] == true {
                let input =
                    json!({ "query": query(entity, &[], json!([])), "group": { "field": key, "grain": "week" } });
                let groups = world.read("list_groups", input).await;
                assert_eq!(groups["groups"].as_array().map(Vec::len), Some(1), "{entity} {key}");
            }
        }
    }
}

#[tokio::test]
async fn ready_filters_show_what_they_say_and_lost_shows_only_lost() {
    let world = world("list-presets").await;
    let mut ids = Vec::new();
    for title in ["Open", "Won", "Lost", "Closed", "Archived", "Lost by rule", "Trashed"] {
        ids.push(world.deal(title, 0).await);
    }
    world.act("win_deals", json!({ "ids": [ids[1]], "reason": null, "note": "" })).await;
    world.act("lose_deals", json!({ "ids": [ids[2], ids[6]], "reason": null, "note": "" })).await;
    world.act("close_deals", json!({ "ids": [ids[3]] })).await;
    world.act("archive_deals", json!({ "ids": [ids[4]] })).await;
    world.act("update_deal", json!({ "id": ids[5], "changes": [{ "field": "probability", "value": 0 }] })).await;
    world.act("archive_deals", json!({ "ids": [ids[5]] })).await;
    world.act("delete_deals", json!({ "ids": [ids[6]], "end": null })).await;
    let cases: &[(&[&str], &[&str])] = &[
        (&["mine"], &["Open"]),
        (&["open"], &["Archived", "Open"]),
        (&["won"], &["Won"]),
        (&["lost"], &["Lost", "Lost by rule"]),
        (&["closed"], &["Closed"]),
        (&["archived"], &["Archived", "Lost by rule"]),
        (&["deleted"], &["Trashed"]),
        (&["mine", "won"], &["Open", "Won"]),
        (&["won", "deleted"], &["Trashed", "Won"]),
        (&[], &["Archived", "Closed", "Lost", "Lost by rule", "Open", "Won"]),
    ];
    for (presets, expected) in cases {
        assert_eq!(titles(&world, query("deal", presets, json!([]))).await, *expected, "{presets:?}");
    }
    // what is restored leaves a list of lost ones; unarchive restores too, and thousands of ids are one step
    world.act("unarchive_deals", json!({ "ids": [ids[2], ids[5]] })).await;
    assert_eq!(titles(&world, query("deal", &["lost"], json!([]))).await, Vec::<String>::new());
    assert_eq!(titles(&world, query("deal", &["mine"], json!([]))).await, ["Lost", "Lost by rule", "Open"]);
}

#[tokio::test]
async fn activities_rotting_and_periods_narrow_by_local_days() {
    let world = world("list-periods").await;
    let (late, today, later, none) = (
        world.deal("Late", 0).await,
        world.deal("Today", 0).await,
        world.deal("Later", 0).await,
        world.deal("None", 0).await,
    );
    world.activity("deal", late, Some("2026-12-20")).await;
    world.activity("deal", today, Some("2026-12-23")).await;
    world.activity("deal", later, None).await;
    let world = world.later("2026-12-23T12:00:00Z").await;
    let fresh = world.deal("Fresh", 0).await;
    world.act("lose_deals", json!({ "ids": [fresh], "reason": null, "note": "" })).await;
    for (presets, expected) in [
        (vec!["activity_late"], vec!["Late"]),
        (vec!["activity_today"], vec!["Today"]),
        (vec!["activity_future"], vec!["Later"]),
        (vec!["activity_late", "activity_none"], vec!["Fresh", "Late", "None"]),
        (vec!["rotting"], vec!["Late", "Later", "None", "Today"]),
        (vec!["mine", "activity_none"], vec!["None"]),
    ] {
        assert_eq!(titles(&world, query("deal", &presets, json!([]))).await, expected, "{presets:?}");
    }
    let within = |name: &str, is: &str| json!({ "entity": "deal", "presets": [{ "name": name, "period": { "is": is } }], "filter": {}, "text": "" });
    assert_eq!(titles(&world, within("created", "today")).await, ["Fresh"]);
    assert_eq!(titles(&world, within("created", "last_month")).await, ["Late", "Later", "None", "Today"]);
    assert_eq!(titles(&world, within("ended", "this_week")).await, ["Fresh"]);
    let days = |op: &str, days: f64| {
        query(
            "deal",
            &["mine"],
            json!([{ "field": "days_in_stage", "op": op, "values": [{ "type": "number", "value": days }] }]),
        )
    };
    // from Sunday 22 November to Wednesday 23 December are 23 working days
    for (op, number, expected) in [
        ("eq", 23.0, 4),
        ("gt", 22.5, 4),
        ("ge", 23.0, 4),
        ("lt", 23.0, 0),
        ("le", 23.0, 4),
        ("le", 22.9, 0),
        ("ne", 23.0, 0),
    ] {
        assert_eq!(titles(&world, days(op, number)).await.len(), expected, "{op} {number}");
    }
    let page = world
        .read("list_page", json!({ "query": query("deal", &["mine"], json!([])), "sort": [], "columns": ["days_in_stage", "activity_state", "next_due"], "offset": 0, "limit": 1 }))
        .await;
    assert_eq!(page["rows"][0]["id"], none.to_string(), "newest first");
    assert_eq!(
        page["rows"][0]["cells"],
        json!([{ "type": "number", "value": 23.0 }, { "type": "code", "value": "missing" }, { "type": "empty" }])
    );
}

#[tokio::test]
async fn each_operator_means_what_it_says_and_its_opposite_takes_the_empty_ones_too() {
    let world = world("list-operators").await;
    let field = world
        .make(
            "create_field",
            json!({ "entity": "deal", "name": "Gas", "kind": "choices", "options": ["R-290", "R-32"] }),
        )
        .await;
    let label = world.make("create_label", json!({ "name": "Hot", "color": 1 })).await;
    let one = world.deal("Énergie 100 %", 0).await;
    let two = world.deal("Pompe_à_chaleur", 1).await;
    world.deal("Lathe", 2).await;
    world.act("set_labels", json!({ "deals": [one], "leads": [], "add": [label], "remove": [] })).await;
    world.act("update_deal", json!({ "id": two, "changes": [{ "field": "value", "value": null }, { "field": "expected_close", "value": null }] })).await;
    world.act("update_deal", json!({ "id": one, "changes": [{ "field": "custom", "value": { "custom": field, "value": "[\"R-32\"]" } }, { "field": "value", "value": { "minor": 50_000, "currency": "USD" } }] })).await;
    let (energy, pump, lathe) = ("Énergie 100 %", "Pompe_à_chaleur", "Lathe");
    let text = |value: &str| json!([{ "type": "text", "value": value }]);
    let eur = |minor: i64| json!({ "type": "money", "value": { "minor": minor, "currency": "EUR" } });
    let custom = format!("custom:{field}");
    let cases = [
        ("title", "contains", text("éNERG"), vec![energy]),
        ("title", "contains", text("100 %"), vec![energy]),
        ("title", "contains", text("pompe_"), vec![pump]),
        ("title", "not_contains", text("LATHE"), vec![pump, energy]),
        ("title", "starts_with", text("énergie"), vec![energy]),
        ("title", "eq", text("lathe"), vec![lathe]),
        (
            "title",
            "in",
            json!([{ "type": "text", "value": "lathe" }, { "type": "text", "value": "ÉNERGIE 100 %" }]),
            vec![lathe, energy],
        ),
        ("value", "ge", json!([eur(123_450)]), vec![lathe]),
        ("value", "ne", json!([eur(123_450)]), vec![pump, energy]),
        ("value", "between", json!([eur(0), eur(200_000)]), vec![lathe]),
        ("value", "not_set", json!([]), vec![pump]),
        ("expected_close", "ne", json!([{ "type": "date", "value": "2026-12-11" }]), vec![pump]),
        (
            "expected_close",
            "in_period",
            json!([{ "type": "period", "value": { "is": "next_month" } }]),
            vec![lathe, energy],
        ),
        ("expected_close", "le", json!([{ "type": "date", "value": "2026-12-11" }]), vec![lathe, energy]),
        ("expected_close", "lt", json!([{ "type": "date", "value": "2026-12-11" }]), vec![]),
        (
            "stage",
            "in",
            json!([{ "type": "id", "value": world.stages[1] }, { "type": "id", "value": world.stages[2] }]),
            vec![lathe, pump],
        ),
        ("stage", "ne", json!([{ "type": "id", "value": world.stages[1] }]), vec![lathe, energy]),
        ("owner", "ne", json!([{ "type": "id", "value": one }]), vec![lathe, pump, energy]),
        ("labels", "in", json!([{ "type": "id", "value": label }]), vec![energy]),
        ("labels", "not_in", json!([{ "type": "id", "value": label }]), vec![lathe, pump]),
        ("labels", "not_set", json!([]), vec![lathe, pump]),
        (custom.as_str(), "eq", json!([{ "type": "code", "value": "R-32" }]), vec![energy]),
        (custom.as_str(), "not_in", json!([{ "type": "code", "value": "R-32" }]), vec![lathe, pump]),
        (custom.as_str(), "is_set", json!([]), vec![energy]),
        ("status", "in", json!([{ "type": "code", "value": "won" }]), vec![]),
        ("rotting", "eq", json!([{ "type": "yes", "value": false }]), vec![lathe, pump, energy]),
    ];
    for (field, op, values, expected) in cases {
        let asked = query("deal", &[], json!([{ "field": field, "op": op, "values": values }]));
        assert_eq!(titles(&world, asked).await, expected, "{field} {op} {values}");
    }
    // every one of `all` and at least one of `any`
    let both = json!({ "entity": "deal", "presets": [], "text": "", "filter": {
        "all": [{ "field": "value", "op": "is_set", "values": [] }],
        "any": [{ "field": "title", "op": "contains", "values": text("lathe") }, { "field": "title", "op": "contains", "values": text("pompe") }] } });
    assert_eq!(titles(&world, both).await, [lathe]);
    // words begin words of the title, or of who the deal belongs to; accents do not matter
    for (words, expected) in
        [("energ", vec![energy]), ("lait lath", vec![lathe]), ("zoe", vec![lathe, pump, energy]), ("nergie", vec![])]
    {
        let asked = json!({ "entity": "deal", "presets": [], "filter": {}, "text": words });
        assert_eq!(titles(&world, asked).await, expected, "{words}");
    }
    // what cannot be asked is refused with the field
    for (field, op, values, code) in [
        ("nothing", "eq", text("x"), "filter_unknown"),
        ("title", "lt", text("x"), "filter_operator"),
        ("title", "eq", json!([]), "filter_values"),
        ("value", "eq", text("x"), "filter_value"),
        ("expected_close", "eq", json!([{ "type": "date", "value": "2026-02-30" }]), "filter_value"),
    ] {
        let asked = query("deal", &[], json!([{ "field": field, "op": op, "values": values }]));
        assert_eq!(world.call("list_totals", asked).await.expect_err("refused").code, code);
    }
}

#[tokio::test]
async fn groups_add_up_to_the_list_and_their_conditions_find_their_rows() {
    let world = world("list-groups").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    for entity in ["deal", "lead", "organization", "person"] {
        let whole = world.read("list_totals", query(entity, &[], json!([]))).await["totals"]["count"].clone();
        let fields = world.read("list_fields", json!({ "entity": entity })).await["fields"].clone();
        for field in fields.as_array().expect("fields").iter().filter(|field| field["groupable"] == true) {
            let key = field["key"].as_str().expect("a key");
            for grain in ["day", "week", "month", "quarter", "year"] {
                let input =
                    json!({ "query": query(entity, &[], json!([])), "group": { "field": key, "grain": grain } });
                let groups = world.read("list_groups", input).await;
                let groups = groups["groups"].as_array().expect("groups");
                let empty: Vec<bool> = groups.iter().map(|group| group["cell"]["type"] == "empty").collect();
                assert!(empty.windows(2).all(|pair| pair[0] <= pair[1]), "{entity} by {key}: nothing comes last");
                let mut sum = 0;
                for group in groups {
                    let rows = world.read("list_totals", query(entity, &[], group["conditions"].clone())).await;
                    assert_eq!(rows["totals"], group["totals"], "{entity} {key} {grain} {}", group["cell"]);
                    sum += group["totals"]["count"].as_i64().expect("a count");
                }
                if field["kind"] != "choices" {
                    assert_eq!(Some(sum), whole.as_i64(), "{entity} by {key}, {grain}");
                }
                if !matches!(field["kind"].as_str(), Some("date" | "instant")) {
                    break;
                }
            }
        }
    }
}

#[tokio::test]
async fn the_counters_and_the_query_give_the_same_totals() {
    let world = world("list-totals").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let counted = world.read("list_totals", query("deal", &["mine"], json!([]))).await;
    // a condition that holds for every deal turns the counters off
    let always = json!([{ "field": "title", "op": "is_set", "values": [] }]);
    let queried = world.read("list_totals", query("deal", &["mine"], always)).await;
    assert_eq!(counted, queried);
    assert!(counted["totals"]["count"].as_i64() > Some(10));
}

/// A page of the deals that are open, by one field.
fn page_of(field: &str, offset: usize, limit: usize) -> Value {
    let sort = [json!({ "field": field, "descending": false })];
    json!({ "query": query("deal", &["mine"], json!([])), "sort": sort, "columns": [], "offset": offset, "limit": limit })
}

#[tokio::test]
async fn every_order_is_total_and_pages_follow_one_another_without_a_gap() {
    let world = world("list-order").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    for entity in ["deal", "lead", "person", "organization"] {
        let fields = world.read("list_fields", json!({ "entity": entity })).await["fields"].clone();
        for field in fields.as_array().expect("fields").iter().filter(|field| field["sortable"] == true) {
            let sort = json!([{ "field": field["key"], "descending": true }]);
            let all = query(entity, &[], json!([]));
            let ids = world.read("list_ids", json!({ "query": all, "sort": sort, "limit": 10_000 })).await;
            let ids = ids["ids"].as_array().expect("ids").clone();
            let mut paged = Vec::new();
            while paged.len() < ids.len() {
                let page = world
                    .read(
                        "list_page",
                        json!({ "query": all, "sort": sort, "columns": [], "offset": paged.len(), "limit": 7 }),
                    )
                    .await;
                let rows = texts(&page["rows"], "id");
                assert!(!rows.is_empty());
                paged.extend(rows.into_iter().map(Value::from));
            }
            assert_eq!(paged, ids, "{entity} by {}", field["key"]);
        }
    }
    // read by the index of names or not, both ways and with a second key: one order
    let named = world.read("list_page", page_of("organization", 0, 200)).await["rows"][0]["id"].clone();
    world.act("update_deal", json!({ "id": named, "changes": [{ "field": "organization", "value": null }] })).await;
    let always = json!([{ "field": "number", "op": "ge", "values": [{ "type": "number", "value": 0 }] }]);
    for (field, descending) in [("organization", true), ("organization", false), ("person", true), ("person", false)] {
        let sort = json!([{ "field": field, "descending": descending }, { "field": "stage", "descending": true }]);
        let ids = async |filter: &Value| {
            let ask = json!({ "query": query("deal", &["mine"], filter.clone()), "sort": sort, "limit": 10_000 });
            world.read("list_ids", ask).await["ids"].clone()
        };
        assert_eq!(ids(&json!([])).await, ids(&always).await, "{field} {descending}");
        let count = ids(&always).await.as_array().map_or(0, Vec::len);
        let mut paged = Vec::new();
        while paged.len() < count {
            let mut ask = page_of(field, paged.len(), 7);
            ask["sort"] = sort.clone();
            let page = world.read("list_page", ask).await;
            paged.extend(texts(&page["rows"], "id").into_iter().map(Value::from));
        }
        assert_eq!(Value::from(paged), ids(&always).await, "{field} {descending}, in pages");
    }
    // what holds nothing comes last, whichever way
    for descending in [true, false] {
        let page = world
            .read("list_page", json!({ "query": query("deal", &[], json!([])), "sort": [{ "field": "close_reason", "descending": descending }], "columns": ["close_reason"], "offset": 0, "limit": 200 }))
            .await;
        let empty: Vec<bool> =
            page["rows"].as_array().expect("rows").iter().map(|row| row["cells"][0]["type"] == "empty").collect();
        assert!(empty.windows(2).all(|pair| pair[0] <= pair[1]) && empty.contains(&true) && empty.contains(&false));
    }
}

static STATEMENTS: AtomicUsize = AtomicUsize::new(0);

/// How many statements a page of a query costs, and how large its answer is.
pub fn cost(world: &World, query: Value, limit: u32) -> (usize, usize) {
    let columns = ["organization", "stage", "value", "weighted", "labels", "activity_state", "next_activity", "owner"];
    let input: ListPageInput = serde_json::from_value(json!({
        "query": query, "sort": [], "columns": columns, "offset": 0, "limit": limit,
    }))
    .expect("an input");
    let options = satchel_store::OpenOptions::new(world.app.dir().join("satchel.db"));
    let mut conn = satchel_store::open_reader(&options).expect("a reader of its own");
    let count = |_: rusqlite::trace::TraceEvent<'_>| {
        STATEMENTS.fetch_add(1, Ordering::SeqCst);
    };
    conn.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(count)).expect("a trace");
    STATEMENTS.store(0, Ordering::SeqCst);
    let clock = world.app.clock();
    let view = View { conn: &conn, now: clock.now(), today: clock.today(), dir: world.app.dir(), locale: None };
    let page = list::list_page(&view, input).expect("a page");
    (STATEMENTS.load(Ordering::SeqCst), serde_json::to_string(&page).expect("JSON").len())
}

#[tokio::test]
async fn a_page_costs_the_same_few_statements_whatever_its_length_and_stays_small() {
    let world = world("list-cost").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let mine = || query("deal", &["mine"], json!([]));
    let (few, _) = cost(&world, mine(), 2);
    let (many, bytes) = cost(&world, mine(), 50);
    assert_eq!(few, many, "statements do not grow with rows");
    // two of the list, the others read settings, stages and own fields
    assert!(many <= 15, "{many} statements a page");
    assert!(bytes < 50 * 1200, "{bytes} bytes for 50 rows of 8 columns");
}

#[tokio::test]
async fn the_board_takes_the_query_of_a_list_and_counts_what_it_hides() {
    let world = world("list-board").await;
    let (big, small, lost) = (world.deal("Big", 0).await, world.deal("Small", 0).await, world.deal("Lost", 0).await);
    world
        .act(
            "update_deal",
            json!({ "id": big, "changes": [{ "field": "value", "value": { "minor": 9_000_000, "currency": "EUR" } }] }),
        )
        .await;
    world.act("lose_deals", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    let board = async |query: Value| {
        world.read("open_board", json!({ "pipeline": null, "filter": { "query": query }, "cards": 50 })).await
    };
    let plain = board(query("deal", &["mine"], json!([]))).await;
    assert_eq!(plain["filtered"], false, "My pipeline is the unfiltered board");
    assert_eq!(plain, world.read("open_board", json!({ "pipeline": null, "filter": {}, "cards": 50 })).await);
    let large = json!([{ "field": "value", "op": "ge", "values": [{ "type": "money", "value": { "minor": 5_000_000, "currency": "EUR" } }] }]);
    let filtered = board(query("deal", &["mine"], large.clone())).await;
    let column = &filtered["columns"][0];
    assert_eq!(texts(&column["cards"], "title"), ["Big"]);
    assert_eq!(
        (&filtered["filtered"], &column["hidden"], &column["totals"]["count"]),
        (&json!(true), &json!(1), &json!(1))
    );
    let filter = json!({ "query": query("deal", &["mine"], large) });
    let page = world
        .read(
            "column_page",
            json!({ "pipeline": world.pipeline, "stage": world.stages[0], "filter": filter, "offset": 0, "limit": 50 }),
        )
        .await;
    assert_eq!((texts(&page["cards"], "title"), &page["totals"]), (vec!["Big".to_owned()], &column["totals"]));
    let ids = world
        .read(
            "column_ids",
            json!({ "pipeline": world.pipeline, "stage": world.stages[0], "filter": filter, "from": 0, "to": 9 }),
        )
        .await;
    assert_eq!(ids["ids"], json!([big]));
    assert_eq!(
        world.call("locate_card", json!({ "deal": small, "filter": filter })).await.expect_err("hidden").code,
        "not_on_board"
    );
    assert_eq!(world.read("locate_card", json!({ "deal": big, "filter": filter })).await["index"], 0);
    let lost_board = board(query("deal", &["lost"], json!([]))).await;
    assert_eq!(texts(&lost_board["columns"][0]["cards"], "title"), ["Lost"], "the board shows any filter");
    assert_eq!(lost_board["columns"][0]["hidden"], 0, "nothing lost is hidden");
    let all = board(json!({ "entity": "deal", "presets": [], "filter": {}, "text": "big" })).await;
    assert_eq!(
        (texts(&all["columns"][0]["cards"], "title"), &all["columns"][0]["hidden"]),
        (vec!["Big".to_owned()], &json!(2))
    );
    let wrong = world
        .call(
            "open_board",
            json!({ "pipeline": null, "filter": { "query": query("lead", &[], json!([])) }, "cards": 50 }),
        )
        .await;
    assert_eq!(wrong.expect_err("a list of leads is no board").code, "invalid");
}

#[tokio::test]
async fn converting_what_a_list_shows_takes_a_hundred_and_refuses_one_more_with_the_number() {
    let world = world("list-convert").await;
    for number in 0..101 {
        world
            .call("create_deal", json!({ "title": format!("Deal {number}"), "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "bottom" }, "value": null, "expected_close": null, "organization": null, "person": null, "source": null, "labels": [] }))
            .await
            .expect("a deal");
    }
    world.deal("Other", 0).await;
    let shown = query(
        "deal",
        &["mine"],
        json!([{ "field": "title", "op": "starts_with", "values": [{ "type": "text", "value": "deal " }] }]),
    );
    let ids = world.read("list_ids", json!({ "query": shown, "sort": [], "limit": 10_000 })).await;
    assert_eq!(
        (ids["total"].as_i64(), ids["ids"].as_array().map(Vec::len)),
        (Some(101), Some(101)),
        "after the filter"
    );
    let refused = world.refused("convert_to_leads", json!({ "ids": ids["ids"], "from_list": true })).await;
    assert_eq!((refused.code.as_str(), &refused.params["count"]), ("over_list_limit", &json!(101)));
    let first = world.read("list_ids", json!({ "query": shown, "sort": [], "limit": 100 })).await;
    assert_eq!(first["total"], 101);
    world.act("convert_to_leads", json!({ "ids": first["ids"], "from_list": true })).await;
    assert_eq!(world.read("list_totals", shown).await["totals"]["count"], 1);
    assert_eq!(world.read("list_totals", query("lead", &["mine"], json!([]))).await["totals"]["count"], 100);
}

#[tokio::test]
async fn a_stretch_of_days_is_within_others_when_they_overlap_and_before_or_after_by_its_ends() {
    let world = world("list-spans").await;
    let field = world
        .make("create_field", json!({ "entity": "deal", "name": "Works", "kind": "date_range", "options": [] }))
        .await;
    for (title, days) in [
        ("early", "2026-10-20/2026-11-05"),
        ("long", "2026-10-01/2026-12-31"),
        ("now", "2026-11-22/2026-11-22"),
        ("late", "2026-11-28/2026-12-10"),
    ] {
        let deal = world.deal(title, 0).await;
        let value = json!({ "custom": field, "value": days });
        world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "custom", "value": value }] })).await;
    }
    world.deal("none", 0).await;
    let key = format!("custom:{field}");
    let day = |text: &str| json!({ "type": "date", "value": text });
    let period = |is: &str| json!([{ "type": "period", "value": { "is": is } }]);
    let cases: &[(&str, Value, &[&str])] = &[
        ("between", json!([day("2026-11-01"), day("2026-11-21")]), &["early", "long"]),
        ("between", json!([day("2026-11-05"), day("2026-11-28")]), &["early", "late", "long", "now"]),
        ("between", json!([day("2027-01-01"), day("2027-01-31")]), &[]),
        ("eq", json!([day("2026-11-22")]), &["long", "now"]),
        ("ne", json!([day("2026-11-22")]), &["early", "late", "none"]),
        ("lt", json!([day("2026-11-22")]), &["early"]),
        ("le", json!([day("2026-11-22")]), &["early", "now"]),
        ("gt", json!([day("2026-11-22")]), &["late"]),
        ("ge", json!([day("2026-11-22")]), &["late", "now"]),
        ("in_period", period("today"), &["long", "now"]),
        ("in_period", period("next_month"), &["late", "long"]),
        ("in_period", period("before_today"), &["early", "long"]),
        ("in_period", period("after_today"), &["late", "long"]),
        ("is_set", json!([]), &["early", "late", "long", "now"]),
        ("not_set", json!([]), &["none"]),
    ];
    for (op, values, expected) in cases {
        let asked = query("deal", &[], json!([{ "field": key, "op": op, "values": values }]));
        assert_eq!(titles(&world, asked).await, *expected, "{op} {values}");
    }
    let page = json!({ "query": query("deal", &[], json!([])), "sort": [{ "field": key, "descending": false }], "columns": [key], "offset": 0, "limit": 10 });
    let rows = world.read("list_page", page).await["rows"].clone();
    assert_eq!(texts(&rows, "title"), ["long", "early", "now", "late", "none"], "by the first day");
    let cell = json!({ "type": "span", "value": { "from": "2026-10-20", "to": "2026-11-05" } });
    assert_eq!((&rows[1]["cells"][0], &rows[4]["cells"][0]), (&cell, &json!({ "type": "empty" })));
}
