//! Pipelines, stages, labels, reasons, sources, custom fields.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

async fn catalog(world: &World) -> Value {
    world.read("catalog", json!({})).await
}

#[tokio::test]
async fn a_stage_in_use_goes_only_where_its_deals_can_go() {
    let world = world("stage").await;
    let (open, lost, other) = (world.deal("Open", 1).await, world.deal("Lost", 1).await, world.deal("Other", 2).await);
    world.act("lose_deals", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    world.act("delete_deals", json!({ "ids": [lost], "end": null })).await;
    let refused = world.refused("delete_stage", json!({ "id": world.stages[1], "move_to": null })).await;
    assert_eq!(
        (refused.code.as_str(), refused.params["count"].as_i64()),
        ("in_use", Some(2)),
        "trashed and ended deals count"
    );
    assert_eq!(refused.params["names"], "Open, Lost");
    assert_eq!(
        world.refused("delete_stage", json!({ "id": world.stages[1], "move_to": world.stages[1] })).await.code,
        "missing"
    );
    world.act("delete_stage", json!({ "id": world.stages[1], "move_to": world.stages[2] })).await;
    let board = world.read("open_board", json!({ "pipeline": world.pipeline, "filter": {}, "cards": 50 })).await;
    assert_eq!(board["columns"].as_array().map(Vec::len), Some(4));
    assert_eq!(
        texts(&board["columns"][1]["cards"], "id"),
        [other.to_string(), open.to_string()],
        "they stand behind those already there"
    );
    let line = world
        .read(
            "timeline",
            json!({ "record": { "kind": "deal", "id": open }, "filter": "changes", "before": null, "limit": 10 }),
        )
        .await;
    assert_eq!(
        (&line["entries"][0]["what"]["action"], &line["entries"][0]["what"]["from"], &line["entries"][0]["what"]["to"]),
        (&json!("move"), &json!("Site visit"), &json!("Quote sent")),
        "the deleted stage's name stays"
    );
    for stage in [0, 3, 4] {
        world.act("delete_stage", json!({ "id": world.stages[stage], "move_to": null })).await;
    }
    assert_eq!(
        world.refused("delete_stage", json!({ "id": world.stages[2], "move_to": null })).await.code,
        "last_stage"
    );
}

#[tokio::test]
async fn pipelines_and_stages_are_made_renamed_and_put_in_order() {
    let world = world("pipeline").await;
    let done = world.act("create_pipeline", json!({ "name": "Service", "stages": ["In", "Out"] })).await;
    let (pipeline, first) = (done.created[0].id, done.created[1].id);
    assert_eq!(
        world.refused("create_pipeline", json!({ "name": "service", "stages": ["A"] })).await.code,
        "name_taken"
    );
    assert_eq!(world.refused("create_pipeline", json!({ "name": "Other", "stages": [] })).await.code, "required");
    assert_eq!(
        world.refused("create_pipeline", json!({ "name": "Other", "stages": ["A", "a"] })).await.code,
        "name_taken"
    );
    let middle = world.make("create_stage", json!({ "pipeline": pipeline, "name": "Middle", "after": first })).await;
    world.make("create_stage", json!({ "pipeline": pipeline, "name": "Start", "after": null })).await;
    let names = async |at: usize| texts(&catalog(&world).await["pipelines"][at]["stages"], "name");
    assert_eq!(names(1).await, ["Start", "In", "Middle", "Out"]);
    world.act("update_stage", json!({ "id": middle, "changes": [{ "field": "after", "value": null }, { "field": "chances", "value": 4200 }, { "field": "rot_days", "value": 9 }] })).await;
    assert_eq!(names(1).await, ["Middle", "Start", "In", "Out"]);
    let stage = catalog(&world).await["pipelines"][1]["stages"][0].clone();
    assert_eq!((stage["chances"].as_i64(), stage["rot_days"].as_i64()), (Some(4200), Some(9)));
    for (change, code) in [
        (json!({ "field": "chances", "value": 10_001 }), "out_of_range"),
        (json!({ "field": "rot_days", "value": 0 }), "out_of_range"),
        (json!({ "field": "name", "value": "OUT" }), "name_taken"),
        (json!({ "field": "after", "value": world.stages[0] }), "missing"),
    ] {
        assert_eq!(
            world.refused("update_stage", json!({ "id": middle, "changes": [change] })).await.code,
            code,
            "{change}"
        );
    }
    world.act("update_pipeline", json!({ "id": pipeline, "changes": [{ "field": "mode", "value": "strict" }, { "field": "method", "value": "multiply" }, { "field": "sort", "value": "value" }, { "field": "name", "value": "Service 2" }] })).await;
    world.deal("In use", 0).await;
    let refused = world.refused("delete_pipeline", json!({ "id": world.pipeline })).await;
    assert_eq!((refused.code.as_str(), refused.params["count"].as_i64()), ("in_use", Some(1)));
    world.act("delete_pipeline", json!({ "id": pipeline })).await;
    assert_eq!(world.refused("delete_pipeline", json!({ "id": world.pipeline })).await.code, "last_pipeline");
}

#[tokio::test]
async fn labels_travel_over_many_records_and_leave_them_all_at_once() {
    let world = world("labels").await;
    let (deal, lead) = (world.deal("Press", 0).await, world.lead("Boiler").await);
    let label = world.make("create_label", json!({ "name": "Tender", "color": 7 })).await;
    let second = world.make("create_label", json!({ "name": "Urgent", "color": 0 })).await;
    assert_eq!(world.refused("create_label", json!({ "name": "TENDER", "color": 1 })).await.code, "name_taken");
    assert_eq!(world.refused("create_label", json!({ "name": "New", "color": 8 })).await.code, "out_of_range");
    world.act("set_labels", json!({ "deals": [deal], "leads": [lead], "add": [label, second], "remove": [] })).await;
    let uses = |catalog: &Value| {
        catalog["labels"]
            .as_array()
            .map(|rows| rows.iter().map(|row| row["uses"].as_i64().unwrap_or(-1)).collect::<Vec<_>>())
    };
    assert_eq!(uses(&catalog(&world).await), Some(vec![2, 2]));
    world.act("set_labels", json!({ "deals": [deal], "leads": [], "add": [label], "remove": [second] })).await;
    assert_eq!(world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["deal"]["labels"], json!([label]));
    world.act("update_label", json!({ "id": label, "name": "tender", "color": 2 })).await;
    let done = world.act("delete_label", json!({ "id": label })).await;
    assert_eq!(done.change.map(|change| change.params["count"].clone()), Some(json!(2)));
    assert_eq!(
        world.refused("set_labels", json!({ "deals": [deal], "leads": [], "add": [label], "remove": [] })).await.code,
        "missing"
    );
    world.act("delete_leads", json!({ "ids": [lead] })).await;
    assert_eq!(
        world
            .refused("set_labels", json!({ "deals": [deal], "leads": [lead], "add": [second], "remove": [] }))
            .await
            .code,
        "in_trash"
    );
    assert_eq!(
        world.refused("set_labels", json!({ "deals": [], "leads": [], "add": [], "remove": [] })).await.code,
        "nothing_selected"
    );
}

#[tokio::test]
async fn a_reason_something_was_closed_with_can_only_be_put_out_of_use() {
    let world = world("reasons").await;
    let id = world.make("create_reason", json!({ "kind": "lost", "code": "", "description": "Moved abroad" })).await;
    let reason = async || {
        catalog(&world).await["reasons"]
            .as_array()
            .and_then(|rows| rows.iter().find(|row| row["id"] == json!(id)).cloned())
            .unwrap_or_default()
    };
    assert_eq!(reason().await["code"], "MOVED");
    assert_eq!(
        world
            .refused("create_reason", json!({ "kind": "lost", "code": "X", "description": "moved ABROAD" }))
            .await
            .code,
        "name_taken"
    );
    world.make("create_reason", json!({ "kind": "won", "code": "X", "description": "Moved abroad" })).await;
    let lead = world.lead("Boiler").await;
    world.act("lose_leads", json!({ "ids": [lead], "reason": { "by": "id", "value": id }, "note": "" })).await;
    world.act("restore_leads", json!({ "ids": [lead] })).await;
    let refused = world.refused("delete_reason", json!({ "id": id })).await;
    assert_eq!((refused.code.as_str(), refused.params["count"].as_i64()), ("in_use", Some(1)), "history counts");
    assert_eq!(refused.params["names"], "Boiler");
    world
        .act("update_reason", json!({ "id": id, "code": "GONE", "description": "Left the country", "active": false }))
        .await;
    assert_eq!((&reason().await["active"], &reason().await["code"]), (&json!(false), &json!("GONE")));
    let unused = world.make("create_reason", json!({ "kind": "lost", "code": "U", "description": "Unused" })).await;
    world.act("delete_reason", json!({ "id": unused })).await;
    world.make("create_source", json!({ "name": "Radio" })).await;
    assert_eq!(world.refused("create_source", json!({ "name": "radio" })).await.code, "name_taken");
}

#[tokio::test]
async fn a_custom_field_takes_its_values_along_when_it_goes() {
    let world = world("fields").await;
    let (deal, lead) = (world.deal("Press", 0).await, world.lead("Boiler").await);
    let field = |name: &str, entity: &str, kind: &str, options: Value| json!({ "entity": entity, "name": name, "kind": kind, "options": options });
    let power = world.make("create_field", field("Power", "deal", "number", json!(["ignored"]))).await;
    let gas = world.make("create_field", field("Gas", "deal", "choices", json!([" Air ", "Gas", "Air", ""]))).await;
    assert_eq!(world.refused("create_field", field("power", "deal", "text", json!([]))).await.code, "name_taken");
    assert_eq!(world.refused("create_field", field("Empty", "deal", "choice", json!([" "]))).await.code, "required");
    world.make("create_field", field("Power", "person", "text", json!([]))).await;
    let set = |record: Uuid, field: Uuid, value: Value| json!({ "id": record, "changes": [{ "field": "custom", "value": { "custom": field, "value": value } }] });
    let done = world.act("update_deal", set(deal, power, json!("12.5"))).await;
    assert_eq!(
        done.touched.iter().map(|record| record.id).collect::<Vec<_>>(),
        [deal],
        "windows hear which deal changed"
    );
    world.act("update_lead", set(lead, gas, json!("[\"Gas\",\"Air\"]"))).await;
    let refused = world.refused("update_deal", set(deal, power, json!("twelve"))).await;
    assert_eq!(
        (refused.code.as_str(), refused.params["name"].as_str(), refused.params["type"].as_str()),
        ("field_value", Some("Power"), Some("number"))
    );
    assert_eq!(world.refused("update_lead", set(lead, gas, json!("[\"Oil\"]"))).await.code, "field_value");
    let shown = world.read("lead_detail", json!({ "id": lead })).await["fields"].clone();
    assert_eq!(
        (&shown[1]["field"]["options"], &shown[1]["value"], &shown[0]["value"]),
        (&json!(["Air", "Gas"]), &json!("[\"Air\",\"Gas\"]"), &Value::Null),
        "leads share the fields of deals"
    );
    world
        .act(
            "update_field",
            json!({ "id": gas, "changes": [
                { "field": "name", "value": "Refrigerant" }, { "field": "options", "value": [{ "name": "Gas", "was": "Gas" }] },
            ] }),
        )
        .await;
    let done = world.act("delete_field", json!({ "id": power })).await;
    assert_eq!(done.change.map(|change| change.params["count"].clone()), Some(json!(1)));
    world.act("update_lead", set(lead, gas, Value::Null)).await;
    assert_eq!(world.read("lead_detail", json!({ "id": lead })).await["fields"][0]["value"], Value::Null);
}

#[tokio::test]
async fn what_contacts_say_in_their_own_fields_is_read_on_their_leads() {
    let world = world("contact-fields").await;
    let own =
        |entity: &str, name: &str, kind: &str| json!({ "entity": entity, "name": name, "kind": kind, "options": [] });
    let vat = world.make("create_field", own("organization", "VAT", "text")).await;
    let birthday = world.make("create_field", own("person", "Birthday", "date")).await;
    world.make("create_field", own("person", "Hobby", "text")).await;
    let organization = world
        .make(
            "create_organization",
            json!({ "name": "Halden", "parent": null, "city": null, "phone": null, "email": null }),
        )
        .await;
    let person = world
        .make(
            "create_person",
            json!({ "name": "Ana", "organization": null, "job_title": null, "phone": null, "email": null }),
        )
        .await;
    let set = |id: Uuid, field: Uuid, value: &str| json!({ "id": id, "changes": [{ "field": "custom", "value": { "custom": field, "value": value } }] });
    world.act("update_organization", set(organization, vat, "BE 0123")).await;
    world.act("update_person", set(person, birthday, "1980-05-01")).await;
    let deal = world.deal("Press", 0).await;
    let parties = json!([{ "field": "organization", "value": { "by": "id", "value": organization } }, { "field": "person", "value": { "by": "id", "value": person } }]);
    world.act("update_deal", json!({ "id": deal, "changes": parties })).await;
    let lead = world.make("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await;
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    let told = |part: &str| -> Vec<(Value, Value)> {
        let fields = detail[part].as_array().expect("fields");
        fields.iter().map(|field| (field["field"]["name"].clone(), field["value"].clone())).collect()
    };
    assert_eq!(told("organization_fields"), [(json!("VAT"), json!("BE 0123"))]);
    assert_eq!(told("person_fields"), [(json!("Birthday"), json!("1980-05-01"))], "empty ones are left out");
}
