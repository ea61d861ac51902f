//! Timeline and history: what happened, told once, newest first, in words for people.

use crate::{World, world};
use serde_json::{Value, json};
use uuid::Uuid;

async fn line(world: &World, kind: &str, id: Uuid, before: Value, limit: u32) -> Value {
    world
        .read(
            "timeline",
            json!({ "record": { "kind": kind, "id": id }, "filter": "all", "before": before, "limit": limit }),
        )
        .await
}

fn types(page: &Value) -> Vec<String> {
    page["entries"]
        .as_array()
        .map(|entries| {
            entries.iter().map(|entry| entry["what"]["type"].as_str().unwrap_or_default().to_owned()).collect()
        })
        .unwrap_or_default()
}

/// One fresh world whose file is opened again an hour later for each step.
const HOURS: [&str; 8] = [
    "2026-11-22T13:00:00Z",
    "2026-11-22T14:00:00Z",
    "2026-11-22T15:00:00Z",
    "2026-11-22T16:00:00Z",
    "2026-11-22T17:00:00Z",
    "2026-11-22T18:00:00Z",
    "2026-11-22T19:00:00Z",
    "2026-11-22T20:00:00Z",
];

#[tokio::test]
async fn a_deal_tells_its_story_newest_first_and_each_thing_once() {
    let mut world = world("story").await;
    let deal = world.deal("Chiller", 0).await;
    world = world.later(HOURS[0]).await;
    world
        .act(
            "move_deals",
            json!({ "ids": [deal], "pipeline": world.pipeline, "stage": world.stages[1], "place": { "at": "top" } }),
        )
        .await;
    world = world.later(HOURS[1]).await;
    world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "value", "value": { "minor": 200_000, "currency": "EUR" } }, { "field": "title", "value": "Two chillers" }] })).await;
    world = world.later(HOURS[2]).await;
    world.act("add_note", json!({ "on": { "kind": "deal", "id": deal }, "body": "Door is too small" })).await;
    world = world.later(HOURS[3]).await;
    world
        .act(
            "lose_deals",
            json!({ "ids": [deal], "reason": { "by": "new", "value": "Too big" }, "note": "Next year maybe" }),
        )
        .await;
    let page = line(&world, "deal", deal, Value::Null, 50).await;
    assert_eq!(types(&page), ["note", "status", "note", "fields", "stage", "created"]);
    let entries = &page["entries"];
    assert_eq!((&entries[1]["what"]["action"], &entries[1]["what"]["reason"]), (&json!("lost"), &json!("Too big")));
    assert_eq!(entries[0]["what"]["closing"], true);
    let diffs = &entries[3]["what"]["diffs"];
    assert_eq!(diffs.as_array().map(Vec::len), Some(2), "rank and stamps are not told: {diffs}");
    let value = diffs
        .as_array()
        .and_then(|diffs| diffs.iter().find(|diff| diff["field"] == "value"))
        .cloned()
        .unwrap_or_default();
    assert_eq!(
        (&value["from"]["value"], &value["to"]["value"]),
        (&json!({ "minor": 123_450, "currency": "EUR" }), &json!({ "minor": 200_000, "currency": "EUR" })),
        "the currency did not change and is known all the same"
    );
    assert_eq!(
        (&entries[4]["what"]["action"], &entries[4]["what"]["from"], &entries[4]["what"]["to"]),
        (&json!("next"), &json!("Qualified"), &json!("Site visit"))
    );
    assert_eq!(entries[5]["what"]["label"], "create_deal");

    let mut seen = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = line(&world, "deal", deal, before, 1).await;
        seen.extend(types(&page));
        if page["more"] == false {
            break;
        }
        before = page["entries"]
            .as_array()
            .and_then(|entries| entries.last())
            .map(|entry| entry["at"].clone())
            .unwrap_or_default();
    }
    assert_eq!(
        seen,
        types(&line(&world, "deal", deal, Value::Null, 50).await),
        "small pages leave nothing out and repeat nothing"
    );
}

#[tokio::test]
async fn a_lead_shows_what_was_said_and_done_on_its_deal() {
    let mut world = world("shared").await;
    let deal = world.deal("Cold room", 1).await;
    world.act("add_note", json!({ "on": { "kind": "deal", "id": deal }, "body": "Said on the deal" })).await;
    let done = world.activity("deal", deal, Some("2026-11-20")).await;
    world.act("complete_activity", json!({ "id": done, "done": true, "outcome": "Reached" })).await;
    world.activity("deal", deal, Some("2026-11-30")).await;
    world.act("log_message", json!({ "on": { "kind": "deal", "id": deal }, "direction": "sent", "subject": "Quote", "body": "Here", "at": null })).await;
    world = world.later(HOURS[0]).await;
    let lead = world.act("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await.created[0].id;
    world = world.later(HOURS[1]).await;
    world.act("add_note", json!({ "on": { "kind": "lead", "id": lead }, "body": "Said on the lead" })).await;
    let page = line(&world, "lead", lead, Value::Null, 50).await;
    assert_eq!(types(&page), ["note", "converted", "created", "note", "message", "activity_done"]);
    let converted = &page["entries"][1];
    assert_eq!(
        (
            &converted["from"]["name"],
            &converted["what"]["activities"],
            &converted["what"]["notes"],
            &converted["what"]["messages"]
        ),
        (&json!("Cold room"), &json!(1), &json!(1), &json!(1))
    );
    assert_eq!(
        (&page["entries"][0]["from"], &page["entries"][3]["from"]["kind"]),
        (&Value::Null, &json!("deal")),
        "entries of the deal say so"
    );
    let page = line(&world, "deal", deal, Value::Null, 50).await;
    assert!(types(&page).contains(&"converted".to_owned()));
    assert!(page.to_string().contains("Said on the lead"), "both records show both: {page}");
    let converted = page["entries"]
        .as_array()
        .and_then(|entries| entries.iter().find(|entry| entry["what"]["type"] == "converted"))
        .cloned()
        .unwrap_or_default();
    assert_eq!((&converted["what"]["to"]["id"], &converted["what"]["notes"]), (&json!(lead), &json!(1)));
}

#[tokio::test]
async fn undone_changes_are_not_part_of_a_records_story() {
    let mut world = world("undone").await;
    let lead = world.lead("Boiler").await;
    world = world.later(HOURS[0]).await;
    world.read("update_lead", json!({ "id": lead, "changes": [{ "field": "title", "value": "Wrong" }] })).await;
    world.read("undo", json!({})).await;
    assert_eq!(types(&line(&world, "lead", lead, Value::Null, 50).await), ["created"]);
    assert_eq!(
        world
            .refused(
                "timeline",
                json!({ "record": { "kind": "label", "id": lead }, "filter": "all", "before": null, "limit": 5 })
            )
            .await
            .code,
        "invalid"
    );
    assert_eq!(world.refused("timeline", json!({ "record": { "kind": "lead", "id": Uuid::from_u128(1) }, "filter": "all", "before": null, "limit": 5 })).await.code, "missing");
}

#[tokio::test]
async fn history_reads_every_change_in_words() {
    let world = world("history").await;
    let label = world.make("create_label", json!({ "name": "Tender", "color": 3 })).await;
    let field = world
        .make("create_field", json!({ "entity": "deal", "name": "Delivery", "kind": "date", "options": [] }))
        .await;
    let (deal, other) = (world.deal("Chiller", 0).await, world.deal("Press", 0).await);
    world.act("set_labels", json!({ "deals": [deal, other], "leads": [], "add": [label], "remove": [] })).await;
    world.act("update_deal", json!({ "id": deal, "changes": [
        { "field": "custom", "value": { "custom": field, "value": "2027-01-15" } }, { "field": "probability", "value": 3_500 }, { "field": "expected_close", "value": null }, { "field": "value", "value": { "minor": 99, "currency": "CHF" } },
        { "field": "organization", "value": { "by": "name", "value": "New & Co" } },
    ] }))
    .await;
    let page = world.read("history", json!({ "before": null, "limit": 2 })).await;
    assert_eq!(page["more"], true);
    let entries = page["entries"].as_array().cloned().unwrap_or_default();
    assert_eq!(
        (&entries[0]["change"]["label"], &entries[1]["change"]["label"], &entries[0]["refusal"]),
        (&json!("update_deal"), &json!("set_labels"), &Value::Null)
    );
    let detail = world.read("change_detail", json!({ "seq": entries[0]["change"]["seq"] })).await;
    let records = detail["records"].as_array().cloned().unwrap_or_default();
    let kinds: Vec<_> = records
        .iter()
        .map(|record| {
            (record["record"]["kind"].as_str().unwrap_or_default(), record["kind"].as_str().unwrap_or_default())
        })
        .collect();
    assert!(kinds.contains(&("organization", "created")) && kinds.contains(&("deal", "changed")), "{kinds:?}");
    let diffs = records
        .iter()
        .find(|record| record["record"]["kind"] == "deal")
        .map(|record| record["fields"].clone())
        .unwrap_or_default();
    let diff = |field: &str| {
        diffs
            .as_array()
            .and_then(|diffs| diffs.iter().find(|diff| diff["field"] == field).cloned())
            .unwrap_or_else(|| panic!("{field} in {diffs}"))
    };
    assert_eq!(
        (&diff("custom")["name"], &diff("custom")["to"]),
        (&json!("Delivery"), &json!({ "type": "date", "value": "2027-01-15" }))
    );
    assert_eq!(diff("probability")["to"], json!({ "type": "percent", "value": 3_500 }));
    assert_eq!(
        (&diff("expected_close")["from"], &diff("expected_close")["to"]),
        (&json!({ "type": "date", "value": "2026-12-11" }), &json!({ "type": "empty" }))
    );
    assert_eq!(
        (&diff("value")["from"]["value"]["currency"], &diff("value")["to"]["value"]),
        (&json!("EUR"), &json!({ "minor": 99, "currency": "CHF" }))
    );
    assert_eq!(diff("organization")["to"]["value"]["name"], "New & Co");
    assert_eq!(diffs.as_array().map(Vec::len), Some(5), "one line a field: {diffs}");
    let labels = world.read("change_detail", json!({ "seq": entries[1]["change"]["seq"] })).await;
    assert_eq!(
        (labels["records"].as_array().map(Vec::len), &labels["records"][0]["fields"][0]["to"]["value"]["name"]),
        (Some(2), &json!("Tender"))
    );
    let rest = world.read("history", json!({ "before": entries[1]["change"]["seq"], "limit": 200 })).await;
    assert_eq!((rest["entries"].as_array().map(Vec::len), &rest["more"]), (Some(4), &json!(false)));
}

#[tokio::test]
async fn an_undo_in_the_way_of_later_changes_names_the_records() {
    let world = world("conflict").await;
    let (one, two) = (world.lead("One").await, world.lead("Two").await);
    world.act("archive_leads", json!({ "ids": [one, two] })).await;
    let seq = world.read("history", json!({ "before": null, "limit": 1 })).await["entries"][0]["change"]["seq"].clone();
    world.act("unarchive_leads", json!({ "ids": [one, two] })).await;
    let refused = world.refused("undo_change", json!({ "seq": seq })).await;
    assert_eq!(refused.code, "changed_since");
    let names = refused.params["names"].as_str().unwrap_or_default().to_owned();
    assert!(names.contains("One") && names.contains("Two") && refused.params["count"] == 2, "{:?}", refused.params);
    let note =
        world.make("add_note", json!({ "on": { "kind": "lead", "id": one }, "body": "A note\nof two lines" })).await;
    let made =
        world.read("history", json!({ "before": null, "limit": 1 })).await["entries"][0]["change"]["seq"].clone();
    world.act("delete_note", json!({ "id": note })).await;
    let refused = world.refused("undo_change", json!({ "seq": made })).await;
    assert_eq!(
        (refused.code.as_str(), refused.params["names"].as_str()),
        ("changed_since", Some("A note")),
        "a record that is gone is still known by name"
    );
    world.read("undo", json!({})).await;
    let undone = world.read("history", json!({ "before": null, "limit": 1 })).await["entries"][0].clone();
    assert_eq!((&undone["state"], &undone["refusal"]), (&json!("undone"), &json!("not_applied")));
    assert_eq!(world.refused("undo_change", json!({ "seq": undone["change"]["seq"] })).await.code, "not_applied");
}

#[tokio::test]
async fn a_creation_is_not_undone_under_what_a_record_says_since() {
    let world = world("orphans").await;
    let new = |name: &str| json!({ "name": name, "parent": null, "city": null, "phone": null, "email": null });
    let field = json!({ "entity": "organization", "name": "Roof", "kind": "text", "options": [], "description": "" });
    let roof = world.make("create_field", field).await;
    let field = json!({ "entity": "deal", "name": "Fitter", "kind": "organization", "options": [], "description": "" });
    let fitter = world.make("create_field", field).await;
    let deal = world.deal("Press", 0).await;
    let set = |id: uuid::Uuid, field: uuid::Uuid, value: String| {
        let change = json!({ "field": "custom", "value": { "custom": field, "value": value } });
        json!({ "id": id, "changes": [change] })
    };
    let made = world.act("create_organization", new("Laiterie")).await;
    let other = world.act("create_organization", new("Ostler")).await;
    let (firm, fitting) = (made.created[0].id, other.created[0].id);
    world.act("update_organization", set(firm, roof, "Flat".into())).await;
    world.act("update_deal", set(deal, fitter, fitting.to_string())).await;
    for (change, name) in [(made, "Laiterie"), (other, "Press")] {
        let seq = change.change.expect("a change").seq;
        let refused = world.refused("undo_change", json!({ "seq": seq })).await;
        assert_eq!((refused.code.as_str(), refused.params["names"].as_str()), ("changed_since", Some(name)));
    }
}

#[tokio::test]
async fn one_change_is_taken_out_of_the_middle_as_a_step_of_its_own() {
    let world = world("middle").await;
    let (one, two) = (world.lead("One").await, world.lead("Two").await);
    world.act("update_lead", json!({ "id": one, "changes": [{ "field": "title", "value": "Wrong" }] })).await;
    let seq = world.read("history", json!({ "before": null, "limit": 1 })).await["entries"][0]["change"]["seq"].clone();
    world.act("update_lead", json!({ "id": two, "changes": [{ "field": "title", "value": "Right" }] })).await;
    world.read("undo_change", json!({ "seq": seq })).await;
    assert_eq!(world.read("lead_detail", json!({ "id": one })).await["lead"]["title"], "One");
    assert_eq!(world.read("lead_detail", json!({ "id": two })).await["lead"]["title"], "Right");
    world.read("undo", json!({})).await;
    assert_eq!(
        world.read("lead_detail", json!({ "id": one })).await["lead"]["title"],
        "Wrong",
        "Ctrl+Z takes that step back too"
    );
}

#[tokio::test]
async fn an_undo_by_number_takes_back_that_step_whether_it_is_the_newest_or_not() {
    let world = world("undo-by-number").await;
    let (one, two) = (world.lead("One").await, world.lead("Two").await);
    let renamed = async |id: Uuid, title: &str| {
        let change = json!([{ "field": "title", "value": title }]);
        world.act("update_lead", json!({ "id": id, "changes": change })).await.change.expect("a change").seq
    };
    let title = async |id: Uuid| world.read("lead_detail", json!({ "id": id })).await["lead"]["title"].clone();
    let (older, newest) = (renamed(one, "First").await, renamed(two, "Second").await);
    let back = world.read("undo", json!({ "seq": newest })).await;
    assert_eq!((&back["change"]["seq"], &back["redo"]["seq"]), (&json!(newest), &json!(newest)), "can be done again");
    world.read("redo", json!({})).await;
    let back = world.read("undo", json!({ "seq": older })).await;
    assert_eq!((&back["change"]["label"], &back["redo"]), (&json!("undo_change"), &Value::Null), "out of the middle");
    assert_eq!((title(one).await, title(two).await), (json!("One"), json!("Second")), "what came after it stays");
    assert_eq!(world.refused("undo", json!({ "seq": older })).await.code, "changed_since", "it is taken back by now");
    world.read("undo", json!({})).await;
    world.read("undo", json!({})).await;
    assert_eq!(world.refused("undo", json!({ "seq": newest })).await.code, "not_applied", "and this one too");
}
