//! Favourites: kept over a restart, outside undo, one opened first an entity, carried by files.

use crate::{World, list::query, texts, world};
use serde_json::{Value, json};

fn favourite(name: &str, query: Value, default: bool) -> Value {
    json!({ "id": null, "name": name, "query": query, "sort": [{ "field": "value", "descending": true }], "group": { "field": "stage", "grain": null }, "columns": ["title", "value"], "default": default })
}

async fn names(world: &World) -> Vec<String> {
    texts(&world.read("saved_filters", json!({})).await["filters"], "name")
}

#[tokio::test]
async fn favourites_are_saved_renamed_and_forgotten_outside_undo_and_stay_over_a_restart() {
    let world = world("favourites").await;
    let before = world.dump().await;
    world.read("save_filter", favourite("Won", query("deal", &["won"], json!([])), true)).await;
    let saved =
        world.read("save_filter", favourite("Rotting", query("deal", &["mine", "rotting"], json!([])), true)).await;
    assert_eq!(
        saved["filters"].as_array().expect("filters").iter().map(|one| &one["default"]).collect::<Vec<_>>(),
        [&json!(true), &json!(false)],
        "one an entity is opened first: Rotting took it from Won"
    );
    world.read("save_filter", favourite("Inbox", query("lead", &["mine"], json!([])), true)).await;
    assert_eq!(before, world.dump().await, "no journaled row changed");
    assert_eq!(world.call("undo", json!({})).await.expect_err("nothing").code, "nothing_to_undo");
    let world = world.later("2026-11-23T12:00:00Z").await;
    assert_eq!(names(&world).await, ["Rotting", "Won", "Inbox"]);
    let mut renamed = world.read("saved_filters", json!({})).await["filters"][1].clone();
    renamed["name"] = json!("Won deals");
    world.read("save_filter", renamed.clone()).await;
    assert_eq!(names(&world).await, ["Rotting", "Won deals", "Inbox"]);
    let taken = world.refused("save_filter", favourite("ROTTING", query("deal", &[], json!([])), false)).await;
    assert_eq!((taken.code.as_str(), &taken.params["name"]), ("name_taken", &json!("Rotting")));
    let unknown = query("deal", &[], json!([{ "field": "custom:gone", "op": "is_set", "values": [] }]));
    assert_eq!(world.refused("save_filter", favourite("Gone", unknown, false)).await.code, "filter_unknown");
    world.read("delete_filter", json!({ "id": renamed["id"] })).await;
    assert_eq!(names(&world).await, ["Rotting", "Inbox"]);
    assert_eq!(world.refused("delete_filter", json!({ "id": renamed["id"] })).await.code, "missing");
    world.read("save_filter", renamed.clone()).await;
    let kept = world.read("saved_filters", json!({})).await["filters"][1].clone();
    assert_eq!(kept, renamed, "kept again it is the same favourite, so that its file still replaces it");
}

#[tokio::test]
async fn a_file_carries_favourites_and_a_bad_one_is_refused_with_its_reason() {
    let here = world("favourites-from").await;
    let large = query(
        "deal",
        &["mine"],
        json!([{ "field": "value", "op": "ge", "values": [{ "type": "money", "value": { "minor": 100, "currency": "EUR" } }] }]),
    );
    here.read("save_filter", favourite("Large", large, true)).await;
    let file = here.read("export_filters", json!({ "ids": [] })).await;
    assert_eq!(file["name"], "Large.satchel-filter.json");
    let there = world("favourites-to").await;
    there.read("import_filters", json!({ "text": file["text"] })).await;
    there.read("import_filters", json!({ "text": file["text"] })).await;
    let (mine, theirs) = (here.read("saved_filters", json!({})).await, there.read("saved_filters", json!({})).await);
    assert_eq!(theirs["filters"].as_array().map(Vec::len), Some(1), "the same favourite is replaced, not doubled");
    assert_eq!(theirs["filters"][0]["query"], mine["filters"][0]["query"]);
    assert_eq!(theirs["filters"][0]["default"], false, "what is opened first is chosen here");
    let text = file["text"].as_str().expect("a text");
    for (bad, code) in [
        ("not a file".to_owned(), "filter_file_unreadable"),
        (r#"{"format":"other","version":1,"filters":[]}"#.to_owned(), "filter_file_foreign"),
        (text.replace("\"version\": 1", "\"version\": 9"), "filter_file_newer"),
        (text.replace("\"entity\": \"deal\"", "\"entity\": \"quote\""), "filter_file_entry"),
        (text.replace("\"field\": \"value\",\n", "\"field\": \"custom:x\",\n"), "filter_unknown"),
    ] {
        assert_ne!(bad, text, "{code}");
        let refused = there.refused("import_filters", json!({ "text": bad })).await;
        assert_eq!(refused.code, code);
        assert_eq!(there.read("saved_filters", json!({})).await, theirs, "all or nothing");
    }
    assert_eq!(
        there.call("export_filters", json!({ "ids": [uuid::Uuid::nil()] })).await.expect_err("unknown").code,
        "missing"
    );
}
