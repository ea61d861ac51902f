//! Colleagues: names that records can belong to.

use crate::world;
use serde_json::{Value, json};

#[tokio::test]
async fn colleagues_are_added_renamed_put_out_of_use_and_deleted_while_nothing_names_them() {
    let world = world("colleagues").await;
    let ana = world.make("create_colleague", json!({ "name": " Ana  Ruiz ", "email": "ana@example.com" })).await;
    let taken = world.refused("create_colleague", json!({ "name": "ANA RUIZ", "email": null })).await;
    assert_eq!((taken.code.as_str(), &taken.params["name"]), ("name_taken", &json!("ANA RUIZ")));
    assert_eq!(world.refused("create_colleague", json!({ "name": " ", "email": null })).await.params["field"], "name");
    let deal = world.deal("Chiller", 0).await;
    world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "owner", "value": ana }] })).await;
    let used = world.refused("delete_colleague", json!({ "id": ana })).await;
    assert_eq!(
        (used.code.as_str(), &used.params["count"], &used.params["names"]),
        ("in_use", &json!(1), &json!("Chiller"))
    );
    world.act("update_colleague", json!({ "id": ana, "name": "Ana Ruiz-Sol", "email": null, "active": false })).await;
    let listed = world.read("catalog", json!({})).await["colleagues"].clone();
    assert_eq!(
        listed,
        json!([{ "id": ana, "name": "Ana Ruiz-Sol", "email": null, "active": false, "uses": 1 }]),
        "who is gone stays where they are named"
    );
    world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "owner", "value": null }] })).await;
    world.act("delete_colleague", json!({ "id": ana })).await;
    assert_eq!(world.read("catalog", json!({})).await["colleagues"], json!([]));
    assert_eq!(world.refused("delete_colleague", json!({ "id": ana })).await.code, "missing");
}

#[tokio::test]
async fn whoever_converts_a_deal_owns_the_lead_and_the_former_owner_is_kept_in_its_story() {
    let world = world("former-owner").await;
    let ana = world.make("create_colleague", json!({ "name": "Ana Ruiz", "email": null })).await;
    let deal = world.deal("Chiller", 0).await;
    world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "owner", "value": ana }] })).await;
    let lead = world.make("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await;
    assert_eq!(world.read("lead_detail", json!({ "id": lead })).await["lead"]["owner"], Value::Null, "the user's own");
    world.act("update_colleague", json!({ "id": ana, "name": "Ana Sol", "email": null, "active": true })).await;
    let line = world
        .read(
            "timeline",
            json!({ "record": { "kind": "lead", "id": lead }, "filter": "all", "before": null, "limit": 50 }),
        )
        .await;
    assert!(line["entries"].to_string().contains("Ana Ruiz"), "as it was called then: {line}");
}
