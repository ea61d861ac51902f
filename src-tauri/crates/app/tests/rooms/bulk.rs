//! Many records edited at once: set, clear, keep; all or none; one step.

use crate::{list::query, texts, world};
use serde_json::{Value, json};

fn edit(entity: &str, ids: &[uuid::Uuid], set: Value) -> Value {
    json!({ "ids": ids, "changes": { "entity": entity, "set": set } })
}

#[tokio::test]
async fn fields_are_set_and_cleared_for_many_and_the_others_stay() {
    let world = world("bulk").await;
    let field =
        world.make("create_field", json!({ "entity": "deal", "name": "Power", "kind": "number", "options": [] })).await;
    let (hot, cold) = (
        world.make("create_label", json!({ "name": "Hot", "color": 1 })).await,
        world.make("create_label", json!({ "name": "Cold", "color": 2 })).await,
    );
    let ids = [world.deal("A", 0).await, world.deal("B", 1).await, world.deal("C", 2).await];
    world.act("set_labels", json!({ "deals": [ids[0]], "leads": [], "add": [cold], "remove": [] })).await;
    let mut input = edit(
        "deal",
        &ids[..2],
        json!([
            { "field": "value", "value": { "minor": 7, "currency": "CHF" } },
            { "field": "expected_close", "value": null },
            { "field": "organization", "value": { "by": "name", "value": "New Works" } },
            { "field": "custom", "value": { "custom": field, "value": "42" } },
        ]),
    );
    input["add_labels"] = json!([hot]);
    input["remove_labels"] = json!([cold]);
    let preview = world.read("bulk_edit_preview", input.clone()).await;
    assert_eq!((&preview["count"], &preview["changing"], &preview["refused_count"]), (&json!(2), &json!(2), &json!(0)));
    let done = world.act("bulk_edit", input.clone()).await;
    assert_eq!(
        done.change.map(|change| (change.label, change.params["count"].clone())),
        Some(("bulk_edit".into(), json!(2)))
    );
    let page = world
        .read("list_page", json!({ "query": query("deal", &[], json!([])), "sort": [{ "field": "title", "descending": false }], "columns": ["value", "expected_close", "organization", format!("custom:{field}"), "labels", "person"], "offset": 0, "limit": 9 }))
        .await;
    for at in 0..2 {
        let cells = &page["rows"][at]["cells"];
        assert_eq!(cells[0]["value"], json!({ "minor": 7, "currency": "CHF" }));
        assert_eq!(cells[1]["type"], "empty");
        assert_eq!(cells[2]["value"]["name"], "New Works");
        assert_eq!(cells[3]["value"], 42.0);
        assert_eq!(cells[4]["value"], json!([hot]));
        assert_eq!(cells[5]["value"]["name"], "Zoë Mercier", "what is not named stays");
    }
    assert_eq!(page["rows"][2]["cells"][2]["value"]["name"], "Laiterie Saint-Just", "who is not chosen stays");
    assert_eq!(world.read("bulk_edit_preview", input.clone()).await["changing"], 0, "they hold it already");
    assert!(world.act("bulk_edit", input).await.change.is_none(), "and nothing changes again");
}

#[tokio::test]
async fn a_bulk_edit_is_all_or_nothing_and_names_what_refuses() {
    let world = world("bulk-refused").await;
    let (open, trashed) = (world.deal("Open", 0).await, world.deal("Trashed", 0).await);
    world.act("close_deals", json!({ "ids": [trashed] })).await;
    world.act("delete_deals", json!({ "ids": [trashed], "end": null })).await;
    let input = edit("deal", &[open, trashed], json!([{ "field": "probability", "value": 5000 }]));
    let preview = world.read("bulk_edit_preview", input.clone()).await;
    assert_eq!(preview["refused_count"], 1);
    assert_eq!(
        (&preview["refused"][0]["name"], &preview["refused"][0]["refusal"]["code"]),
        (&json!("Trashed"), &json!("in_trash"))
    );
    let refused = world.refused("bulk_edit", input).await;
    assert_eq!((refused.code.as_str(), &refused.params["name"]), ("in_trash", &json!("Trashed")));
    for (set, code) in [
        (json!([{ "field": "probability", "value": 10_001 }]), "out_of_range"),
        (json!([{ "field": "owner", "value": open }]), "missing"),
        (json!([{ "field": "expected_close", "value": "2026-02-30" }]), "invalid"),
    ] {
        let preview = world.read("bulk_edit_preview", edit("deal", &[open], set.clone())).await;
        assert_eq!(preview["refused"][0]["refusal"]["code"], code);
        assert_eq!(world.refused("bulk_edit", edit("deal", &[open], set)).await.code, code);
    }
    assert_eq!(world.refused("bulk_edit", edit("deal", &[], json!([]))).await.code, "nothing_selected");
    let many: Vec<uuid::Uuid> = (0..10_001).map(uuid::Uuid::from_u128).collect();
    let over = world.refused("bulk_edit", edit("deal", &many, json!([]))).await;
    assert_eq!((over.code.as_str(), &over.params["count"]), ("over_limit", &json!(10_001)));
    // an organization does not come to lie under itself
    let mother = world
        .make(
            "create_organization",
            json!({ "name": "Mother", "parent": null, "city": null, "phone": null, "email": null }),
        )
        .await;
    let child = world.make("create_organization", json!({ "name": "Child", "parent": { "by": "id", "value": mother }, "city": null, "phone": null, "email": null })).await;
    let circle =
        edit("organization", &[mother], json!([{ "field": "parent", "value": { "by": "id", "value": child } }]));
    assert_eq!(world.read("bulk_edit_preview", circle.clone()).await["refused"][0]["name"], "Mother");
    assert_eq!(world.refused("bulk_edit", circle).await.code, "invalid");
}

#[tokio::test]
async fn an_archived_open_deal_set_to_zero_is_lost_by_the_same_step() {
    let world = world("bulk-lost").await;
    let ids = [world.deal("A", 0).await, world.deal("B", 0).await];
    world.act("archive_deals", json!({ "ids": [ids[0]] })).await;
    world.act("bulk_edit", edit("deal", &ids, json!([{ "field": "probability", "value": 0 }]))).await;
    let page = world
        .read(
            "list_page",
            json!({ "query": query("deal", &["lost"], json!([])), "sort": [], "columns": [], "offset": 0, "limit": 9 }),
        )
        .await;
    assert_eq!(texts(&page["rows"], "title"), ["A"]);
}

#[tokio::test]
async fn leads_people_and_organizations_are_edited_by_the_rules_of_their_own_fields() {
    let world = world("bulk-kinds").await;
    let leads = [world.lead("One").await, world.lead("Two").await];
    world.deal("Deal", 0).await;
    let source = world.read("catalog", json!({})).await["sources"][0]["id"].clone();
    world.act("bulk_edit", edit("lead", &leads, json!([{ "field": "source", "value": source }]))).await;
    let of = |entity: &str, column: &str| json!({ "query": query(entity, &[], json!([])), "sort": [], "columns": [column], "offset": 0, "limit": 9 });
    let page = world.read("list_page", of("lead", "source")).await;
    assert!(page["rows"].as_array().expect("rows").iter().all(|row| row["cells"][0]["value"]["id"] == source));
    for (entity, column) in [("person", "phone"), ("organization", "city")] {
        let ids =
            world.read("list_ids", json!({ "query": query(entity, &[], json!([])), "sort": [], "limit": 9 })).await;
        let ids: Vec<uuid::Uuid> = serde_json::from_value(ids["ids"].clone()).expect("ids");
        world
            .act(
                "bulk_edit",
                edit(
                    entity,
                    &ids,
                    json!([{ "field": column, "value": " Lyon " }, { "field": "customer", "value": true }]),
                ),
            )
            .await;
        let page = world.read("list_page", of(entity, column)).await;
        assert_eq!(page["rows"][0]["cells"][0]["value"], "Lyon");
        let refused =
            json!({ "ids": ids, "changes": { "entity": entity, "set": [] }, "add_labels": [uuid::Uuid::nil()] });
        assert_eq!(world.refused("bulk_edit", refused).await.code, "invalid", "labels are for deals and leads");
    }
}

#[tokio::test]
async fn a_person_who_is_made_with_an_organization_for_many_is_one_of_it() {
    let world = world("bulk-parties").await;
    let ids = [world.deal("A", 0).await, world.deal("B", 0).await];
    let named = |field: &str, name: &str| json!({ "field": field, "value": { "by": "name", "value": name } });
    let input = edit("deal", &ids, json!([named("organization", "Halden"), named("person", "Ana Low")]));
    world.act("bulk_edit", input).await;
    for id in ids {
        let detail = world.read("deal_detail", json!({ "id": id, "filter": {} })).await;
        assert_eq!(detail["organization"]["name"], "Halden");
        let person = &detail["people"][0];
        assert_eq!((&person["name"], &person["organization"]["name"]), (&json!("Ana Low"), &json!("Halden")));
    }
}
