//! Fields the user adds: every type on a record, options that change, types that change, places, cards, search, import.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

const TYPES: &[(&str, &str, &str)] = &[
    ("text", "  one line ", "one line"),
    ("large_text", "two\nlines", "two\nlines"),
    ("number", "-12.50", "-12.50"),
    ("money", "123450 eur", "123450 EUR"),
    ("date", "2026-12-24", "2026-12-24"),
    ("date_range", "2026-12-24/2027-01-02", "2026-12-24/2027-01-02"),
    ("time", "9:05", "09:05"),
    ("time_range", "9:05/17:30", "09:05/17:30"),
    ("yes_no", "true", "yes"),
    ("choice", "Gas", "Gas"),
    ("choices", "[\"Gas\",\"Air\"]", "[\"Air\",\"Gas\"]"),
    ("url", "example.org", "example.org"),
    ("phone", "+33 4 78", "+33 4 78"),
    ("email", "a@b.example", "a@b.example"),
    ("address", "1 rue X\n69001 Lyon", "1 rue X\n69001 Lyon"),
];

impl World {
    async fn field(&self, entity: &str, name: &str, kind: &str) -> Uuid {
        let options = if kind.starts_with("choice") { json!(["Air", "Gas"]) } else { json!([]) };
        self.make(
            "create_field",
            json!({ "entity": entity, "name": name, "kind": kind, "options": options, "description": "" }),
        )
        .await
    }

    async fn change_field(&self, field: Uuid, change: Value) {
        self.act("update_field", json!({ "id": field, "changes": [change] })).await;
    }
}

fn set(record: Uuid, field: Uuid, value: impl Into<Value>) -> Value {
    json!({ "id": record, "changes": [{ "field": "custom", "value": { "custom": field, "value": value.into() } }] })
}

fn value_of(detail: &Value, field: Uuid) -> Value {
    let fields = detail["fields"].as_array().expect("fields");
    fields.iter().find(|one| one["field"]["id"] == json!(field)).expect("the field")["value"].clone()
}

#[tokio::test]
async fn every_type_is_kept_on_deals_leads_people_and_organizations() {
    let world = world("fields-types").await;
    let (deal, lead) = (world.deal("Chiller", 0).await, world.lead("Boiler").await);
    let card = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    let id = |key: &str| serde_json::from_value::<Uuid>(card["deal"][key].clone()).expect("an id");
    let (organization, person) = (id("organization"), id("person"));
    let places = [
        ("deal", deal, "update_deal", "deal_detail"),
        ("deal", lead, "update_lead", "lead_detail"),
        ("organization", organization, "update_organization", "organization_detail"),
        ("person", person, "update_person", "person_detail"),
    ];
    for (kind, typed, kept) in TYPES {
        for entity in ["deal", "organization", "person"] {
            let field = world.field(entity, &format!("My {kind}"), kind).await;
            for (_, record, update, detail) in places.iter().filter(|place| place.0 == entity) {
                world.act(update, set(*record, field, *typed)).await;
                let shown = world.read(detail, json!({ "id": record, "filter": {} })).await;
                assert_eq!(value_of(&shown, field), *kept, "{kind} on {entity}");
            }
        }
    }
}

#[tokio::test]
async fn a_field_may_hold_a_person_an_organization_or_a_colleague() {
    let world = world("fields-records").await;
    let deal = world.deal("Chiller", 0).await;
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    let person = detail["deal"]["person"].clone();
    let installer = world.field("deal", "Installer", "person").await;
    world.act("update_deal", set(deal, installer, person.clone())).await;
    let shown = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    assert_eq!(shown["fields"][0]["name"], "Zoë Mercier", "a record is shown by its name");
    let nobody = Uuid::from_u128(1).to_string();
    assert_eq!(world.refused("update_deal", set(deal, installer, nobody)).await.code, "missing");
    assert_eq!(world.refused("update_deal", set(deal, installer, "Zoë")).await.code, "field_value");
    let page = world.read("history", json!({ "before": null, "limit": 1 })).await;
    let change = world.read("change_detail", json!({ "seq": page["entries"][0]["change"]["seq"] })).await;
    assert_eq!(change["records"][0]["fields"][0]["to"]["value"]["name"], "Zoë Mercier", "and in history too");
}

#[tokio::test]
async fn an_option_may_be_renamed_moved_and_taken_away_and_no_record_loses_its_value() {
    let world = world("fields-options").await;
    let (one, two) = (world.deal("One", 0).await, world.deal("Two", 0).await);
    let gas = world.field("deal", "Gas", "choices").await;
    world.act("update_deal", set(one, gas, "[\"Air\",\"Gas\"]")).await;
    world.act("update_deal", set(two, gas, "[\"Gas\"]")).await;
    let options = |list: Value| json!({ "field": "options", "value": list });
    world
        .change_field(gas, options(json!([{ "name": "Propane", "was": "Gas" }, { "name": "Air", "was": "Air" }])))
        .await;
    let value = |deal: Uuid| {
        let world = &world;
        async move { value_of(&world.read("deal_detail", json!({ "id": deal, "filter": {} })).await, gas) }
    };
    assert_eq!(value(one).await, "[\"Propane\",\"Air\"]", "in the order of the options");
    assert_eq!(value(two).await, "[\"Propane\"]");
    world.change_field(gas, options(json!([{ "name": "Air", "was": "Air" }]))).await;
    assert_eq!(value(two).await, "[\"Propane\"]", "what was chosen stays");
    let used = world.read("field_use", json!({ "id": gas })).await;
    assert_eq!(used["values"], 2);
    assert_eq!(
        used["options"],
        json!([{ "name": "Air", "count": 1, "offered": true }, { "name": "Propane", "count": 2, "offered": false }])
    );
    world.act("update_deal", set(two, gas, "[\"Propane\",\"Air\"]")).await;
    assert_eq!(value(two).await, "[\"Air\",\"Propane\"]", "and another may be added to it");
    assert_eq!(world.refused("update_deal", set(one, gas, "[\"Oil\"]")).await.code, "field_value");
}

#[tokio::test]
async fn another_type_takes_every_value_along_or_says_how_many_do_not_fit() {
    let world = world("fields-kinds").await;
    let (one, two) = (world.deal("One", 0).await, world.deal("Two", 0).await);
    let power = world.field("deal", "Power", "text").await;
    world.act("update_deal", set(one, power, "12.5")).await;
    world.act("update_deal", set(two, power, "twelve")).await;
    let kind = |kind: &str| json!({ "field": "kind", "value": kind });
    let refused = world.refused("update_field", json!({ "id": power, "changes": [kind("number")] })).await;
    assert_eq!(refused.code, "values_do_not_convert");
    assert_eq!(
        (&refused.params["count"], &refused.params["total"], &refused.params["example"]),
        (&json!(1), &json!(2), &json!("twelve"))
    );
    world.act("update_deal", set(two, power, "7")).await;
    for (to, kept) in [
        ("number", "12.5"),
        ("money", "1250 EUR"),
        ("number", "12.50"),
        ("choice", "12.50"),
        ("choices", "[\"12.50\"]"),
        ("text", "12.50"),
    ] {
        world.change_field(power, kind(to)).await;
        let shown = world.read("deal_detail", json!({ "id": one, "filter": {} })).await;
        assert_eq!(value_of(&shown, power), kept, "as {to}");
    }
}

#[tokio::test]
async fn fields_keep_their_order_and_up_to_three_stand_on_cards() {
    let world = world("fields-places").await;
    let deal = world.deal("Chiller", 0).await;
    let mut fields = Vec::new();
    for name in ["A", "B", "C", "D"] {
        fields.push(world.field("deal", name, "text").await);
    }
    world.change_field(fields[3], json!({ "field": "after", "value": null })).await;
    world.change_field(fields[0], json!({ "field": "after", "value": fields[1] })).await;
    let names = texts(&world.read("catalog", json!({})).await["fields"], "name");
    assert_eq!(names, ["D", "B", "A", "C"]);
    for field in &fields[..3] {
        world.change_field(*field, json!({ "field": "on_card", "value": true })).await;
    }
    let fourth = json!({ "id": fields[3], "changes": [{ "field": "on_card", "value": true }] });
    assert_eq!(world.refused("update_field", fourth).await.code, "over_limit");
    world.act("update_deal", set(deal, fields[0], "<b>first</b>")).await;
    world.act("update_deal", set(deal, fields[2], "x".repeat(500))).await;
    let board = world.read("open_board", json!({ "pipeline": null, "filter": {}, "cards": 10 })).await;
    let facts = &board["columns"][0]["cards"][0]["facts"];
    assert_eq!(texts(facts, "value"), ["<b>first</b>".to_owned(), "x".repeat(120)]);
}

#[tokio::test]
async fn a_text_that_becomes_a_choice_is_one_of_the_options() {
    let world = world("fields-blanks").await;
    let deals = [world.deal("One", 0).await, world.deal("Two", 0).await];
    let roof = world.field("deal", "Roof", "text").await;
    for (deal, text) in deals.into_iter().zip(["Flat  roof", "Flat roof"]) {
        world.act("update_deal", set(deal, roof, text)).await;
    }
    world.change_field(roof, json!({ "field": "kind", "value": "choice" })).await;
    for deal in deals {
        let shown = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
        assert_eq!(value_of(&shown, roof), "Flat roof");
    }
    let used = world.read("field_use", json!({ "id": roof })).await["options"].clone();
    assert_eq!(used, json!([{ "name": "Flat roof", "count": 2, "offered": true }]));
}

#[tokio::test]
async fn what_a_record_says_in_a_field_is_found_by_searching_for_it() {
    let world = world("fields-search").await;
    let (deal, lead) = (world.deal("Chiller", 0).await, world.lead("Boiler").await);
    let serial = world.field("deal", "Serial", "text").await;
    world.act("update_deal", set(deal, serial, "Kx-Zephyr 77")).await;
    world.act("update_lead", set(lead, serial, "冷水机组")).await;
    let found = |text: &str| {
        let (world, text) = (&world, text.to_owned());
        async move {
            let answer = world.read("search", json!({ "text": text, "kinds": [], "limit": 10 })).await;
            texts(&answer["hits"], "title")
        }
    };
    assert_eq!(found("zephyr").await, ["Chiller"]);
    assert_eq!(found("冷水机").await, ["Boiler"]);
    world.read("undo", json!({})).await;
    assert!(found("冷水机").await.is_empty(), "undo takes it out of the index");
    world.act("delete_field", json!({ "id": serial })).await;
    assert!(found("zephyr").await.is_empty(), "and so does deleting the field");
}
