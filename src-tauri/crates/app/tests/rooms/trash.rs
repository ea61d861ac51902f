//! The trash and the way out of it.

use crate::{texts, world};
use serde_json::json;

#[tokio::test]
async fn records_of_several_kinds_come_back_together() {
    let world = world("mixed").await;
    let (deal, lead) = (world.deal("Press", 0).await, world.lead("Boiler").await);
    let person = world
        .make(
            "create_person",
            json!({ "name": "Cy", "organization": null, "job_title": null, "phone": null, "email": null }),
        )
        .await;
    world.act("delete_deals", json!({ "ids": [deal], "end": { "how": "closed" } })).await;
    world.act("delete_leads", json!({ "ids": [lead] })).await;
    world.act("delete_contacts", json!({ "records": [{ "kind": "person", "id": person }] })).await;
    let all = json!({ "kind": null, "text": "", "offset": 0, "limit": 50 });
    let page = world.read("trash_page", all.clone()).await;
    assert_eq!((page["total"].as_i64(), page["counts"].as_array().map(Vec::len)), (Some(3), Some(3)));
    let leads = world.read("trash_page", json!({ "kind": "lead", "text": "", "offset": 0, "limit": 50 })).await;
    assert_eq!((leads["total"].as_i64(), leads["rows"][0]["record"]["name"].as_str()), (Some(1), Some("Boiler")));
    let found = world.read("trash_page", json!({ "kind": null, "text": "pres", "offset": 0, "limit": 50 })).await;
    assert_eq!((found["total"].as_i64(), found["rows"][0]["second"].as_str()), (Some(1), Some("Laiterie Saint-Just")));
    let records = json!({ "records": [{ "kind": "deal", "id": deal }, { "kind": "lead", "id": lead }, { "kind": "person", "id": person }, { "kind": "lead", "id": lead }] });
    let done = world.act("recover", records.clone()).await;
    assert_eq!(done.change.map(|change| change.params["count"].clone()), Some(json!(3)), "each once");
    assert_eq!(world.read("trash_page", all).await["total"], 0);
    let refused = world.refused("recover", records).await;
    assert_eq!((refused.code.as_str(), refused.params["name"].as_str()), ("not_deleted", Some("Press")));
    assert_eq!(world.refused("recover", json!({ "records": [{ "kind": "label", "id": deal }] })).await.code, "invalid");
}

#[tokio::test]
async fn a_recovered_deal_gets_back_the_activities_nobody_touched_and_its_lead_stays() {
    let world = world("recover").await;
    let deal = world.deal("Cold room", 2).await;
    let untouched = world.activity("deal", deal, Some("2026-11-25")).await;
    let (moved, done) = (
        world.activity("deal", deal, Some("2026-11-26")).await,
        world.activity("deal", deal, Some("2026-11-27")).await,
    );
    let lead = world.act("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await.created[0].id;
    world
        .act("update_activity", json!({ "id": moved, "changes": [{ "field": "due_on", "value": "2026-12-01" }] }))
        .await;
    world.act("complete_activity", json!({ "id": done, "done": true, "outcome": null })).await;
    let trash = world.read("trash_page", json!({ "kind": "deal", "text": "", "offset": 0, "limit": 50 })).await;
    assert_eq!(trash["rows"][0]["lead"]["id"], json!(lead));
    world.act("recover", json!({ "records": [{ "kind": "deal", "id": deal }] })).await;
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    assert_eq!(texts(&detail["open_activities"], "id"), [untouched.to_string()]);
    assert_eq!(
        (&detail["deal"]["status"], &detail["deal"]["stage"], &detail["lead"]["id"]),
        (&json!("open"), &json!(world.stages[2]), &json!(lead))
    );
    let kept = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(
        (texts(&kept["open_activities"], "id"), &kept["lead"]["status"]),
        (vec![moved.to_string()], &json!("open")),
        "the rescheduled one is the lead's own by now"
    );
}
