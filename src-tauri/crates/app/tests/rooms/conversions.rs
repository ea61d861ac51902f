//! Conversions from lists with their results, and what is chosen when a lead becomes a deal.

use crate::{World, texts, world};
use satchel_app::dto::Event;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

fn run(task: Uuid, ids: &[Uuid]) -> Value {
    json!({ "task": task, "convert": { "ids": ids, "from_list": true, "reuse": false } })
}

async fn deals(world: &World, count: usize) -> Vec<Uuid> {
    let mut ids = Vec::with_capacity(count);
    for at in 0..count {
        let done: satchel_app::dto::Done = serde_json::from_value(
            world
                .read("create_deal", json!({ "title": format!("Deal {at}"), "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "bottom" }, "value": null, "expected_close": null, "organization": null, "person": null, "source": null, "labels": [] }))
                .await,
        )
        .expect("a Done");
        ids.push(done.created[0].id);
    }
    ids
}

#[tokio::test]
async fn a_hundred_from_a_list_run_in_parts_and_leave_a_result_with_links_that_outlives_a_restart() {
    let world = world("hundred").await;
    let ids = deals(&world, 101).await;
    world.act("win_deals", json!({ "ids": [ids[0], ids[1]], "reason": null, "note": "" })).await;
    let too_many = world.refused("convert_run", run(Uuid::from_u128(1), &ids)).await;
    assert_eq!((too_many.code.as_str(), &too_many.params["max"]), ("over_list_limit", &json!(100)));
    let told: Arc<Mutex<Vec<(i64, i64)>>> = Arc::default();
    let heard = Arc::clone(&told);
    world.app.subscribe(move |event| {
        if let Event::Progress { done, total, .. } = event {
            heard.lock().expect("not poisoned").push((*done, *total));
        }
    });
    let task = Uuid::from_u128(2);
    let answer = world.read("convert_run", run(task, &ids[..100])).await;
    assert_eq!(answer["done"]["created"].as_array().map(Vec::len), Some(98), "one step, won ones left out");
    assert_eq!(*told.lock().expect("not poisoned"), [(20, 98), (40, 98), (60, 98), (80, 98), (98, 98)]);
    assert_eq!(world.read("leads_page", inbox()).await["total"], 98);

    let world = world.later("2026-11-23T08:00:00Z").await;
    let jobs = world.read("jobs", json!({})).await["jobs"].clone();
    let (done, refused) = (&jobs[0], &jobs[1]);
    assert_eq!((&done["id"], &done["state"], &done["undone"]), (&json!(task), &json!("completed"), &json!(false)));
    assert_eq!(done["made"].as_array().map(Vec::len), Some(98));
    let lead = world.read("lead_detail", json!({ "id": done["made"][0]["id"] })).await;
    assert_eq!(lead["lead"]["title"], done["made"][0]["name"], "each line opens its lead");
    let out: Vec<&Value> = done["left_out"].as_array().into_iter().flatten().map(|one| &one["code"]).collect();
    assert_eq!(out, ["won_not_converted", "won_not_converted"]);
    assert_eq!((&refused["state"], &refused["refusal"]["code"]), (&json!("rejected"), &json!("over_list_limit")));

    world.read("undo", json!({})).await;
    assert_eq!(world.read("leads_page", inbox()).await["total"], 0, "the whole run is one step");
    assert_eq!(world.read("jobs", json!({})).await["jobs"][0]["undone"], true);
    world.read("redo", json!({})).await;
    assert_eq!(world.read("jobs", json!({})).await["jobs"][0]["undone"], false);
    world.read("forget_job", json!({ "id": task })).await;
    assert_eq!(world.read("jobs", json!({})).await["jobs"].as_array().map(Vec::len), Some(1));
    assert_eq!(world.read("leads_page", inbox()).await["total"], 98, "forgetting a result touches no record");
}

#[tokio::test]
async fn a_run_that_is_stopped_half_way_leaves_every_deal_where_it_stood() {
    let world = world("stopped").await;
    let ids = deals(&world, 60).await;
    let (task, app) = (Uuid::from_u128(9), world.app.clone());
    world.app.subscribe(move |event| {
        if let Event::Progress { task, done: 20, .. } = event {
            satchel_app::import::cancel_task(&app, satchel_app::dto::TaskInput { task: *task }).expect("it runs");
        }
    });
    assert_eq!(world.refused("convert_run", run(task, &ids)).await.code, "cancelled");
    assert_eq!(world.read("leads_page", inbox()).await["total"], 0);
    assert_eq!(world.read("jobs", json!({})).await["jobs"], json!([]), "whoever stopped it knows");
}

fn inbox() -> Value {
    json!({ "text": "", "source": null, "labels": [], "archived": false, "lost": false, "sort": "newest", "offset": 0, "limit": 1 })
}

#[tokio::test]
async fn a_lead_becomes_a_deal_with_the_customer_and_the_value_that_were_chosen() {
    let world = world("customer").await;
    let to_deal = |ids: &[Uuid], customer: Value, value: Value| json!({ "ids": ids, "pipeline": world.pipeline, "stage": world.stages[2], "value": value, "customer": customer });
    let new = json!({ "title": "Boiler", "value": { "minor": 5_000, "currency": "EUR" }, "expected_close": null, "organization": { "by": "name", "value": "Hautin" }, "person": { "by": "name", "value": "Jeanne" }, "source": null, "labels": [] });
    let made = async |customer: Value, value: Value| {
        let lead = world.make("create_lead", new.clone()).await;
        let deal = world.make("convert_to_deals", to_deal(&[lead], customer, value)).await;
        let filter = json!({ "labels": [], "owner": null, "needs_action": false, "status": null, "text": "" });
        let detail = world.read("deal_detail", json!({ "id": deal, "filter": filter })).await;
        (
            detail["organization"]["name"].clone(),
            texts(&detail["people"], "name"),
            detail["deal"]["value"]["minor"].clone(),
            detail["deal"]["stage"].clone(),
        )
    };
    let stage = json!(world.stages[2]);
    let keep = || json!({ "how": "keep" });
    let set = |minor: i64| json!({ "how": "set", "value": { "minor": minor, "currency": "EUR" } });
    let emptied = made(keep(), json!({ "how": "none" })).await;
    assert_eq!(emptied.2, Value::Null, "an emptied value is no value, whatever the lead says");
    assert_eq!(
        made(json!({ "how": "keep" }), keep()).await,
        (json!("Hautin"), vec!["Jeanne".to_owned()], json!(5_000), stage.clone())
    );
    assert_eq!(made(json!({ "how": "skip" }), keep()).await.0, Value::Null, "nobody yet");
    let link = json!({ "how": "link", "value": { "organization": { "by": "name", "value": "Ostler" }, "person": { "by": "name", "value": "Sally" } } });
    let linked = made(link.clone(), set(7_000)).await;
    assert_eq!(linked, (json!("Ostler"), vec!["Sally".to_owned()], json!(7_000), stage));

    let (one, two, lost) = (world.lead("One").await, world.lead("Two").await, world.lead("Lost").await);
    let refused = world.refused("convert_to_deals", to_deal(&[one, two], link, keep())).await;
    assert_eq!(
        (refused.code.as_str(), &refused.params["field"]),
        ("invalid", &json!("customer")),
        "one customer fits one lead"
    );
    for value in [set(1), json!({ "how": "none" })] {
        let refused = world.refused("convert_to_deals", to_deal(&[one, two], json!({ "how": "keep" }), value)).await;
        assert_eq!(refused.params["field"], "value");
    }
    world.act("lose_leads", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    let preview = world.read("lead_convert_preview", json!({ "ids": [one, two, lost] })).await;
    assert_eq!(
        (&preview["leads"], &preview["left_out"][0]["code"], &preview["left_out"][0]["record"]["name"]),
        (&json!(2), &json!("already_lost"), &json!("Lost"))
    );
    let done = world.act("convert_to_deals", to_deal(&[one, two, lost], json!({ "how": "keep" }), keep())).await;
    assert_eq!(done.created.len(), 2, "lost ones are named and left out");
    let twice = world.lead("Twice").await;
    let done = world.act("convert_to_deals", to_deal(&[twice, twice], json!({ "how": "keep" }), keep())).await;
    assert_eq!(done.created.len(), 1, "one that is named twice becomes one deal");
}
