//! Activities, notes and messages.

use crate::world;
use serde_json::{Value, json};
use uuid::Uuid;

fn new(kind: &str, on: Uuid) -> Value {
    json!({ "on": { "kind": kind, "id": on }, "kind": "visit", "subject": " Measure the roof ", "due_on": "2026-11-24", "due_time": "9:05", "duration_minutes": 45, "note": "Bring\nthe ladder", "done": false })
}

#[tokio::test]
async fn an_activity_is_planned_moved_done_and_opened_again() {
    let world = world("activity").await;
    let deal = world.deal("Roof unit", 0).await;
    let id = world.make("add_activity", new("deal", deal)).await;
    let open = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["open_activities"].clone();
    assert_eq!(
        (&open[0]["subject"], &open[0]["due_time"], &open[0]["mark"], &open[0]["on"]["name"]),
        (&json!("Measure the roof"), &json!("09:05"), &json!("later"), &json!("Roof unit"))
    );
    world.act("update_activity", json!({ "id": id, "changes": [{ "field": "due_on", "value": "2026-11-22" }, { "field": "subject", "value": "Measure twice" }] })).await;
    let open = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["open_activities"].clone();
    assert_eq!((&open[0]["subject"], &open[0]["mark"]), (&json!("Measure twice"), &json!("today")));
    let done = world.act("complete_activity", json!({ "id": id, "done": true, "outcome": "All fits" })).await;
    assert_eq!(done.change.map(|change| change.label).as_deref(), Some("complete_activity"));
    assert_eq!(world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["open_activities"], json!([]));
    let line = world
        .read(
            "timeline",
            json!({ "record": { "kind": "deal", "id": deal }, "filter": "notes", "before": null, "limit": 10 }),
        )
        .await;
    assert_eq!(
        (&line["entries"][0]["what"]["type"], &line["entries"][0]["what"]["activity"]["outcome"]),
        (&json!("activity_done"), &json!("All fits"))
    );
    world.act("complete_activity", json!({ "id": id, "done": false, "outcome": null })).await;
    assert_eq!(
        world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["open_activities"][0]["outcome"],
        Value::Null
    );
    world.act("update_activity", json!({ "id": id, "changes": [{ "field": "due_on", "value": null }] })).await;
    let open = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["open_activities"].clone();
    assert_eq!(open[0]["due_time"], Value::Null, "a time without a day means nothing");
    world.act("delete_activity", json!({ "id": id })).await;
    assert_eq!(world.refused("delete_activity", json!({ "id": id })).await.code, "missing");
}

#[tokio::test]
async fn days_times_and_subjects_are_checked() {
    let world = world("checks").await;
    let deal = world.deal("Press", 0).await;
    let cases = [
        ("due_on", json!("2026-02-29"), "invalid"),
        ("due_on", json!("tomorrow"), "invalid"),
        ("due_time", json!("25:00"), "invalid"),
        ("subject", json!(" "), "required"),
        ("duration_minutes", json!(0), "out_of_range"),
        ("duration_minutes", json!(10_081), "out_of_range"),
        ("note", json!("n".repeat(100_001)), "too_long"),
        ("on", json!({ "kind": "label", "id": deal }), "invalid"),
        ("on", json!({ "kind": "lead", "id": deal }), "missing"),
        ("kind", json!("party"), "bad_input"),
    ];
    for (field, value, code) in cases {
        let mut input = new("deal", deal);
        input[field] = value.clone();
        assert_eq!(
            world.refused("add_activity", input).await.code,
            code,
            "{field} {}",
            value.to_string().chars().take(40).collect::<String>()
        );
    }
}

#[tokio::test]
async fn what_already_happened_is_logged_as_done() {
    let world = world("log").await;
    let lead = world.lead("Walk-in").await;
    let mut input = new("lead", lead);
    input["done"] = json!(true);
    let done = world.act("add_activity", input).await;
    assert_eq!(done.change.map(|change| change.label).as_deref(), Some("log_activity"));
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(detail["open_activities"], json!([]));
}

#[tokio::test]
async fn notes_hang_on_any_record_and_keep_their_text_exactly() {
    let world = world("notes").await;
    let lead = world.lead("Note me").await;
    let body = "First line\n\n  indented <script>\u{0007} 你好\nlast";
    let id = world.make("add_note", json!({ "on": { "kind": "lead", "id": lead }, "body": body })).await;
    let line = world
        .read(
            "timeline",
            json!({ "record": { "kind": "lead", "id": lead }, "filter": "notes", "before": null, "limit": 10 }),
        )
        .await;
    assert_eq!(line["entries"][0]["what"]["body"], body);
    world.act("update_note", json!({ "id": id, "body": "x".repeat(100_000) })).await;
    assert_eq!(world.refused("update_note", json!({ "id": id, "body": "x".repeat(100_001) })).await.code, "too_long");
    assert_eq!(world.refused("update_note", json!({ "id": id, "body": " \n " })).await.code, "required");
    world.act("delete_note", json!({ "id": id })).await;
    let organization = world
        .make(
            "create_organization",
            json!({ "name": "Halden", "parent": null, "city": null, "phone": null, "email": null }),
        )
        .await;
    world
        .act("add_note", json!({ "on": { "kind": "organization", "id": organization }, "body": "Call the chair" }))
        .await;
    world.act("delete_contacts", json!({ "records": [{ "kind": "organization", "id": organization }] })).await;
    assert_eq!(
        world
            .refused("add_note", json!({ "on": { "kind": "organization", "id": organization }, "body": "Too late" }))
            .await
            .code,
        "in_trash"
    );
}

#[tokio::test]
async fn the_newest_message_of_an_open_deal_says_whose_turn_it_is() {
    let world = world("messages").await;
    let deal = world.deal("Chiller", 0).await;
    let log = |direction: &str, at: Option<i64>| json!({ "on": { "kind": "deal", "id": deal }, "direction": direction, "subject": "Quote", "body": "", "at": at });
    let waiting =
        async || world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["deal"]["waiting"].clone();
    world.act("log_message", log("sent", None)).await;
    assert_eq!(waiting().await, true, "we wrote and wait");
    world.act("log_message", log("received", Some(1_700_000_000_000))).await;
    assert_eq!(waiting().await, true, "an old mail logged late changes nothing");
    world.act("log_message", log("received", None)).await;
    assert_eq!(waiting().await, false, "they answered");
    assert_eq!(world.refused("log_message", json!({ "on": { "kind": "deal", "id": deal }, "direction": "sent", "subject": " ", "body": "\n", "at": null })).await.code, "required");
    assert_eq!(
        world.refused("log_message", log("sent", Some(i64::MAX))).await.code,
        "invalid",
        "the future has no mail yet"
    );
}

#[tokio::test]
async fn the_same_next_step_for_several_deals_is_one_step_back() {
    let world = world("planned-for-several").await;
    let ids = [world.deal("One", 0).await, world.deal("Two", 1).await, world.deal("Three", 2).await];
    let on = |id: Uuid| json!({ "kind": "deal", "id": id });
    let plan = |also: Value| json!({ "on": on(ids[0]), "also": also, "kind": "call", "subject": "Call back", "due_on": "2026-12-01", "due_time": null, "duration_minutes": null, "note": "", "done": false });
    let done = world.act("add_activity", plan(json!([on(ids[1]), on(ids[2])]))).await;
    assert_eq!((done.created.len(), done.change.expect("a step").params["count"].as_i64()), (3, Some(3)));
    for id in ids {
        let detail = world.read("deal_detail", json!({ "id": id, "filter": {} })).await;
        assert_eq!(detail["open_activities"][0]["due_on"], "2026-12-01");
    }
    world.act("close_deals", json!({ "ids": [ids[2]] })).await;
    world.act("delete_deals", json!({ "ids": [ids[2]], "end": null })).await;
    assert_eq!(world.refused("add_activity", plan(json!([on(ids[2])]))).await.code, "in_trash", "all or none");
}
