//! Organizations and people.

use crate::{texts, world};
use serde_json::{Value, json};

fn organization(name: &str) -> Value {
    json!({ "name": name, "parent": null, "city": null, "phone": null, "email": null })
}

#[tokio::test]
async fn an_organization_shows_the_deals_and_leads_of_its_people_too() {
    let world = world("org-detail").await;
    let parent = world.make("create_organization", organization("Holding")).await;
    let id = world.make("create_organization", json!({ "name": "Works", "parent": { "by": "id", "value": parent }, "city": "Lyon", "phone": null, "email": "a@b.example" })).await;
    let person = world.make("create_person", json!({ "name": "Ada", "organization": { "by": "id", "value": id }, "job_title": "Buyer", "phone": null, "email": null })).await;
    let deal = json!({ "title": "Through Ada", "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "top" }, "value": null, "expected_close": null, "organization": null, "person": { "by": "id", "value": person }, "source": null, "labels": [] });
    world.act("create_deal", deal).await;
    world.act("create_lead", json!({ "title": "Lead of Ada", "value": null, "expected_close": null, "organization": null, "person": { "by": "id", "value": person }, "source": null, "labels": [] })).await;
    let detail = world.read("organization_detail", json!({ "id": id })).await;
    assert_eq!(
        (texts(&detail["deals"], "title"), texts(&detail["leads"], "title"), texts(&detail["people"], "name")),
        (vec!["Through Ada".to_owned()], vec!["Lead of Ada".to_owned()], vec!["Ada".to_owned()])
    );
    assert_eq!(detail["organization"]["parent"]["name"], "Holding");
    assert_eq!(texts(&world.read("organization_detail", json!({ "id": parent })).await["children"], "name"), ["Works"]);
    let detail = world.read("person_detail", json!({ "id": person })).await;
    assert_eq!(
        (texts(&detail["deals"], "title"), &detail["person"]["organization"]["name"]),
        (vec!["Through Ada".to_owned()], &json!("Works"))
    );
    let page =
        world.read("contacts_page", json!({ "kind": "organization", "text": "", "offset": 0, "limit": 50 })).await;
    assert_eq!(texts(&page["rows"], "name"), ["Holding", "Works"]);
    assert_eq!((page["rows"][1]["open_deals"].as_i64(), page["rows"][0]["open_deals"].as_i64()), (Some(1), Some(0)));
}

#[tokio::test]
async fn contacts_are_found_by_any_of_their_words() {
    let world = world("contact-search").await;
    let id = world.make("create_organization", json!({ "name": "Électro Été", "parent": null, "city": "Besançon", "phone": "+33 1 99 00 52 10", "email": null })).await;
    world.make("create_person", json!({ "name": "Łukasz", "organization": { "by": "id", "value": id }, "job_title": null, "phone": null, "email": "lk@electro.example" })).await;
    for (kind, text, expected) in [
        ("organization", "electro", 1),
        ("organization", "besancon ete", 1),
        ("organization", "0199005210", 0),
        ("organization", "199005210", 1),
        ("person", "electro", 1),
        ("person", "besançon", 1),
        ("person", "nobody", 0),
        ("person", "", 1),
    ] {
        let page = world.read("contacts_page", json!({ "kind": kind, "text": text, "offset": 0, "limit": 50 })).await;
        assert_eq!(
            (page["total"].as_i64(), page["rows"].as_array().map(Vec::len)),
            (Some(expected), Some(expected as usize)),
            "{kind} {text}"
        );
    }
}

#[tokio::test]
async fn every_field_of_a_contact_can_be_changed_and_is_checked() {
    let world = world("contact-fields").await;
    let id = world.make("create_organization", organization("Acme")).await;
    let child = world.make("create_organization", json!({ "name": "Acme East", "parent": { "by": "id", "value": id }, "city": null, "phone": null, "email": null })).await;
    let changes = json!([
        { "field": "industry", "value": "Foundry" }, { "field": "website", "value": "acme.example" }, { "field": "street", "value": "1 Rue" }, { "field": "postcode", "value": "69000" }, { "field": "region", "value": "ARA" },
        { "field": "country", "value": "France" }, { "field": "employees", "value": 120 }, { "field": "annual_revenue", "value": { "minor": 500_000_000_i64, "currency": "chf" } }, { "field": "founded_year", "value": 1923 },
        { "field": "customer", "value": true }, { "field": "city", "value": "  " },
    ]);
    world.act("update_organization", json!({ "id": id, "changes": changes })).await;
    let shown = world.read("organization_detail", json!({ "id": id })).await["organization"].clone();
    assert_eq!(
        (&shown["annual_revenue"], &shown["customer_since"], &shown["city"]),
        (&json!({ "minor": 500_000_000, "currency": "CHF" }), &json!("2026-11-22"), &Value::Null)
    );
    for (change, code) in [
        (json!({ "field": "name", "value": "" }), "required"),
        (json!({ "field": "parent", "value": { "by": "id", "value": child } }), "invalid"),
        (json!({ "field": "parent", "value": { "by": "id", "value": id } }), "invalid"),
        (json!({ "field": "founded_year", "value": 0 }), "out_of_range"),
        (json!({ "field": "employees", "value": -1 }), "out_of_range"),
        (json!({ "field": "annual_revenue", "value": { "minor": 1, "currency": "QQQ" } }), "unknown_currency"),
        (json!({ "field": "owner", "value": id }), "missing"),
    ] {
        assert_eq!(
            world.refused("update_organization", json!({ "id": id, "changes": [change] })).await.code,
            code,
            "{change}"
        );
    }
    let person = world
        .make(
            "create_person",
            json!({ "name": "Bo", "organization": null, "job_title": null, "phone": null, "email": null }),
        )
        .await;
    world.act("update_person", json!({ "id": person, "changes": [{ "field": "organization", "value": { "by": "name", "value": "acme" } }, { "field": "mobile", "value": "06" }, { "field": "customer", "value": true }] })).await;
    assert_eq!(
        world.read("person_detail", json!({ "id": person })).await["person"]["organization"]["name"],
        "Acme",
        "an organization is found whatever its case"
    );
}

#[tokio::test]
async fn contacts_named_by_open_business_do_not_go_to_the_trash() {
    let world = world("contact-delete").await;
    let deal = world.deal("Chiller", 0).await;
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    let records = json!({ "records": [{ "kind": "organization", "id": detail["deal"]["organization"] }, { "kind": "person", "id": detail["deal"]["person"] }] });
    let refused = world.refused("delete_contacts", records.clone()).await;
    assert_eq!(
        (refused.code.as_str(), &refused.params["names"], &refused.params["count"]),
        ("in_use", &json!("Chiller"), &json!(1))
    );
    world.act("lose_deals", json!({ "ids": [deal], "reason": null, "note": "" })).await;
    let person = serde_json::from_value(detail["deal"]["person"].clone()).expect("an id");
    let call = world.activity("person", person, None).await;
    let refused = world.refused("delete_contacts", records.clone()).await;
    assert_eq!(&refused.params["names"], &json!("Call back"), "nor where something is still to be done");
    world.act("delete_activity", json!({ "id": call })).await;
    world.act("delete_contacts", records.clone()).await;
    assert_eq!(
        world.read("contacts_page", json!({ "kind": "person", "text": "", "offset": 0, "limit": 50 })).await["total"],
        0
    );
    assert_eq!(
        world.read("organization_detail", json!({ "id": detail["deal"]["organization"] })).await["read_only"],
        true
    );
    assert_eq!(world.refused("delete_contacts", records.clone()).await.code, "in_trash");
    world.act("recover", records).await;
    assert_eq!(
        world.read("contacts_page", json!({ "kind": "organization", "text": "", "offset": 0, "limit": 50 })).await["total"],
        1
    );
    assert_eq!(
        world.refused("delete_contacts", json!({ "records": [{ "kind": "deal", "id": deal }] })).await.code,
        "invalid"
    );
}
