//! Several records become one, come apart again, and are found before anybody makes them twice.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

fn refs(kind: &str, ids: &[Uuid]) -> Value {
    json!(ids.iter().map(|id| json!({ "kind": kind, "id": id })).collect::<Vec<_>>())
}

fn merge(kind: &str, ids: &[Uuid], head: Option<Uuid>, choices: Value) -> Value {
    json!({ "records": refs(kind, ids), "head": head, "choices": choices })
}

fn field<'a>(preview: &'a Value, key: &str) -> &'a Value {
    preview["fields"]
        .as_array()
        .and_then(|fields| fields.iter().find(|field| field["field"] == key))
        .unwrap_or_else(|| panic!("no field {key} in {preview}"))
}

/// Deals and leads to become one deal.
fn beside(deals: &[Uuid], leads: &[Uuid], head: Option<Uuid>, choices: Value) -> Value {
    let of = |kind: &'static str, ids: &[Uuid]| -> Vec<Value> {
        ids.iter().map(|id| json!({ "kind": kind, "id": id })).collect()
    };
    let records = [of("deal", deals), of("lead", leads)].concat();
    json!({ "records": records, "head": head, "choices": choices })
}

async fn deal(world: &World, id: Uuid) -> Value {
    world.read("deal_detail", json!({ "id": id, "filter": {} })).await
}

async fn lose(world: &World, id: Uuid, reason: &str) {
    let reason = json!({ "by": "new", "value": reason });
    world.act("lose_deals", json!({ "ids": [id], "reason": reason, "note": format!("Note of {reason}") })).await;
}

async fn organization(world: &World, name: &str, email: Option<&str>, phone: Option<&str>) -> Uuid {
    world
        .make(
            "create_organization",
            json!({ "name": name, "parent": null, "city": null, "phone": phone, "email": email }),
        )
        .await
}

async fn person(world: &World, name: &str, at: Option<Uuid>, email: Option<&str>, phone: Option<&str>) -> Uuid {
    let at = at.map(|id| json!({ "by": "id", "value": id }));
    world
        .make(
            "create_person",
            json!({ "name": name, "organization": at, "job_title": null, "phone": phone, "email": email }),
        )
        .await
}

#[tokio::test]
async fn a_lost_deal_merged_with_an_active_one_is_active() {
    let world = world("lost_active").await;
    let (active, lost) = (world.deal("Chiller", 0).await, world.deal("Chiller again", 3).await);
    world.act("update_deal", json!({ "id": active, "changes": [{ "field": "probability", "value": 4000 }] })).await;
    lose(&world, lost, "Too slow").await;
    let input = merge("deal", &[lost, active], None, json!([]));
    let preview = world.read("merge_preview", input.clone()).await;
    assert_eq!(preview["head"], json!(active), "a lost one in a later stage is not the head");
    assert_eq!(field(&preview, "status")["result"], json!({ "type": "code", "value": "open" }));
    assert_eq!(field(&preview, "close_reason")["result"]["type"], "empty", "the reason is cleared");
    assert_eq!(field(&preview, "probability")["result"]["type"], "empty", "the probability is the method's again");
    let done = world.act("merge_records", input).await;
    assert_eq!(done.change.map(|change| change.params["count"].clone()), Some(json!(2)));
    let head = deal(&world, active).await;
    assert_eq!((&head["deal"]["status"], &head["deal"]["own_probability"]), (&json!("open"), &Value::Null));
    let trash = world.read("trash_page", json!({ "kind": null, "text": "", "offset": 0, "limit": 9 })).await;
    assert_eq!(
        (&trash["rows"][0]["record"]["id"], &trash["rows"][0]["merged_into"]["id"]),
        (&json!(lost), &json!(active))
    );
}

#[tokio::test]
async fn a_lost_head_is_revived_by_an_active_one_and_says_so_in_its_history() {
    let world = world("lost_head").await;
    let (active, lost) = (world.deal("Chiller", 0).await, world.deal("Chiller again", 3).await);
    lose(&world, lost, "Too slow").await;
    world.act("merge_records", merge("deal", &[active, lost], Some(lost), json!([]))).await;
    let head = deal(&world, lost).await["deal"].clone();
    assert_eq!(
        (&head["status"], &head["close_reason"], &head["close_note"], &head["lost_at"], &head["stage"]),
        (&json!("open"), &Value::Null, &Value::Null, &Value::Null, &json!(world.stages[3])),
        "open, where it stood before the loss"
    );
    let told = world
        .read(
            "timeline",
            json!({ "record": { "kind": "deal", "id": lost }, "filter": "all", "before": null, "limit": 50 }),
        )
        .await;
    let entries = told["entries"].as_array().expect("entries");
    assert!(entries.iter().any(|entry| entry["what"]["action"] == "restore"), "{told}");
    assert!(
        entries
            .iter()
            .any(|entry| entry["what"]["type"] == "merged" && entry["what"]["records"][0]["id"] == json!(active))
    );
    assert!(entries.iter().any(|entry| entry["what"]["reason"] == "Too slow"), "the reason stays in history");
}

#[tokio::test]
async fn deals_that_are_all_lost_stay_lost_with_the_first_reason_and_all_notes() {
    let world = world("all_lost").await;
    let (one, other) = (world.deal("One", 2).await, world.deal("Other", 1).await);
    lose(&world, one, "Price").await;
    lose(&world, other, "Timing").await;
    world.act("merge_records", merge("deal", &[other, one], None, json!([]))).await;
    let head = deal(&world, one).await["deal"].clone();
    assert_eq!(head["status"], "lost");
    let note = head["close_note"].as_str().unwrap_or_default();
    assert!(note.contains("Price") && note.contains("\n\n") && note.contains("Timing"), "{note}");
    let reasons = world.read("catalog", json!({})).await["reasons"].clone();
    let known = reasons.as_array().expect("reasons").iter().find(|reason| reason["id"] == head["close_reason"]);
    assert_eq!(known.map(|reason| reason["description"].clone()), Some(json!("Price")));
}

#[tokio::test]
async fn everything_that_hangs_on_a_deal_moves_and_its_history_is_seen() {
    let world = world("moves").await;
    let (head, source) = (world.deal("Head", 2).await, world.deal("Source", 1).await);
    let activity = world.activity("deal", source, Some("2026-11-25")).await;
    world.act("add_note", json!({ "on": { "kind": "deal", "id": source }, "body": "From the source" })).await;
    world.act("log_message", json!({ "on": { "kind": "deal", "id": source }, "direction": "sent", "subject": "Offer", "body": "…", "at": null })).await;
    let red = world.make("create_label", json!({ "name": "Red", "color": 1 })).await;
    let blue = world.make("create_label", json!({ "name": "Blue", "color": 2 })).await;
    world.act("set_labels", json!({ "deals": [head], "leads": [], "add": [red], "remove": [] })).await;
    world.act("set_labels", json!({ "deals": [source], "leads": [], "add": [blue], "remove": [] })).await;
    let story = world
        .make("create_field", json!({ "entity": "deal", "name": "Story", "kind": "large_text", "options": [] }))
        .await;
    let size =
        world.make("create_field", json!({ "entity": "deal", "name": "Size", "kind": "number", "options": [] })).await;
    for (id, field, value) in [(head, story, "First"), (source, story, "Second"), (source, size, "12.5")] {
        let change = json!({ "field": "custom", "value": { "custom": field, "value": value } });
        world.act("update_deal", json!({ "id": id, "changes": [change] })).await;
    }
    let preview = world.read("merge_preview", merge("deal", &[head, source], None, json!([]))).await;
    assert_eq!(
        preview["moved"],
        json!([{ "what": "activities", "count": 1 }, { "what": "notes", "count": 1 }, { "what": "messages", "count": 1 }])
    );
    world.act("merge_records", merge("deal", &[head, source], None, json!([]))).await;
    let detail = deal(&world, head).await;
    assert_eq!(texts(&detail["open_activities"], "id"), [activity.to_string()]);
    assert_eq!(detail["deal"]["labels"], json!([blue, red]), "all labels, by name");
    let values: Vec<(&str, &Value)> = detail["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .map(|field| (field["field"]["name"].as_str().unwrap_or_default(), &field["value"]))
        .collect();
    assert!(values.contains(&("Story", &json!("First\n\nSecond"))), "texts one below the other: {values:?}");
    assert!(values.contains(&("Size", &json!("12.5"))), "an empty field is filled: {values:?}");
    let told = world
        .read(
            "timeline",
            json!({ "record": { "kind": "deal", "id": head }, "filter": "all", "before": null, "limit": 50 }),
        )
        .await;
    let kinds = texts(
        &json!(
            told["entries"].as_array().expect("entries").iter().map(|entry| entry["what"].clone()).collect::<Vec<_>>()
        ),
        "type",
    );
    for kind in ["note", "message", "merged", "created"] {
        assert!(kinds.iter().any(|one| one == kind), "{kind} in {kinds:?}");
    }
}

#[tokio::test]
async fn contacts_are_merged_with_all_their_business() {
    let world = world("contacts").await;
    let head = organization(&world, "ACME, Inc.", Some("info@acme.com"), None).await;
    let source = organization(&world, "Acme Inc", None, Some("+33 4 78 12 34 56")).await;
    let child = world.make("create_organization", json!({ "name": "Acme Lyon", "parent": { "by": "id", "value": source }, "city": null, "phone": null, "email": null })).await;
    let worker = person(&world, "Zoë", Some(source), None, None).await;
    for (id, changes) in [
        (
            head,
            json!([{ "field": "city", "value": "Paris" }, { "field": "customer", "value": true }, { "field": "parent", "value": { "by": "id", "value": child } }]),
        ),
        (
            source,
            json!([{ "field": "street", "value": "Rue 1" }, { "field": "postcode", "value": "69001" }, { "field": "city", "value": "Lyon" }]),
        ),
    ] {
        world.act("update_organization", json!({ "id": id, "changes": changes })).await;
    }
    let deal_of = world.make("create_deal", json!({ "title": "Press", "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "top" }, "value": null, "expected_close": null, "organization": { "by": "id", "value": source }, "person": null, "source": null, "labels": [] })).await;
    let preview = world.read("merge_preview", merge("organization", &[source, head], None, json!([]))).await;
    assert_eq!(preview["head"], json!(head), "the customer stays");
    assert_eq!(
        field(&preview, "address")["result"],
        json!({ "type": "text", "value": "Rue 1, 69001, Lyon" }),
        "the fuller address, whole"
    );
    world.act("merge_records", merge("organization", &[source, head], None, json!([]))).await;
    let merged = world.read("organization_detail", json!({ "id": head })).await;
    let after = &merged["organization"];
    assert_eq!(
        (&after["city"], &after["phone"], &after["email"]),
        (&json!("Lyon"), &json!("+33 4 78 12 34 56"), &json!("info@acme.com"))
    );
    assert_eq!(after["parent"], Value::Null, "what stands under it cannot stand above it");
    assert_eq!(texts(&merged["people"], "id"), [worker.to_string()]);
    assert_eq!(texts(&merged["children"], "id"), [child.to_string()]);
    assert_eq!(texts(&merged["deals"], "id"), [deal_of.to_string()]);
    let (one, other) = (
        person(&world, "Ana", None, None, None).await,
        person(&world, "Ana R.", Some(head), None, Some("04 78 00 00 00")).await,
    );
    world.act("add_note", json!({ "on": { "kind": "person", "id": one }, "body": "Met at the fair" })).await;
    // a field of the user's own that names one of them
    let fitter = world
        .make(
            "create_field",
            json!({ "entity": "deal", "name": "Fitter", "kind": "person", "options": [], "description": "" }),
        )
        .await;
    let names = json!({ "field": "custom", "value": { "custom": fitter, "value": one } });
    world.act("update_deal", json!({ "id": deal_of, "changes": [names] })).await;
    world.act("merge_records", merge("person", &[one, other], None, json!([]))).await;
    let named =
        async || world.read("deal_detail", json!({ "id": deal_of, "filter": {} })).await["fields"][0]["value"].clone();
    assert_eq!(named().await, json!(other), "it names the one that stayed");
    world.act("split_merge", json!({ "kind": "person", "id": one })).await;
    assert_eq!(named().await, json!(one), "and the first one again after a split");
    world.read("undo", json!({})).await;
    let told = world
        .read(
            "timeline",
            json!({ "record": { "kind": "person", "id": other }, "filter": "notes", "before": null, "limit": 9 }),
        )
        .await;
    assert_eq!(told["entries"][0]["what"]["body"], "Met at the fair");
}

#[tokio::test]
async fn each_field_can_be_taken_from_any_record_that_has_one() {
    let world = world("choices").await;
    let (one, other) = (world.lead("Boiler").await, world.lead("Boiler room").await);
    for (id, changes) in [
        (one, json!([{ "field": "value", "value": { "minor": 5000, "currency": "EUR" } }])),
        (
            other,
            json!([{ "field": "value", "value": { "minor": 9000, "currency": "USD" } }, { "field": "expected_close", "value": "2026-12-24" }]),
        ),
    ] {
        world.act("update_lead", json!({ "id": id, "changes": changes })).await;
    }
    let plain = world.read("merge_preview", merge("lead", &[one, other], None, json!([]))).await;
    assert_eq!(plain["head"], json!(one), "the older one");
    assert_eq!(field(&plain, "value")["taken"], json!({ "of": "one", "record": one }));
    assert_eq!(
        field(&plain, "expected_close")["taken"],
        json!({ "of": "one", "record": other }),
        "the first that has one"
    );
    let choices = json!([{ "field": "title", "from": other }, { "field": "value", "from": other }]);
    world.act("merge_records", merge("lead", &[one, other], None, choices)).await;
    let lead = world.read("lead_detail", json!({ "id": one })).await["lead"].clone();
    assert_eq!(
        (&lead["title"], &lead["value"], &lead["expected_close"]),
        (&json!("Boiler room"), &json!({ "minor": 9000, "currency": "USD" }), &json!("2026-12-24"))
    );
    let third = world.lead("Third").await;
    for (choice, named) in [
        (json!([{ "field": "expected_close", "from": third }]), "expected_close"),
        (json!([{ "field": "title", "from": null }]), "title"),
        (json!([{ "field": "colour", "from": one }]), "colour"),
        (json!([{ "field": "status", "from": one }]), "status"),
    ] {
        let refused = world.refused("merge_records", merge("lead", &[one, third], None, choice)).await;
        assert_eq!((refused.code.as_str(), &refused.params["field"]), ("invalid", &json!(named)));
    }
}

#[tokio::test]
async fn what_cannot_be_merged_is_named() {
    let world = world("refused").await;
    let (open, won, other) = (world.deal("Open", 0).await, world.deal("Won", 0).await, world.deal("Other", 0).await);
    world.act("win_deals", json!({ "ids": [won], "reason": null, "note": "" })).await;
    let refused = world.refused("merge_records", merge("deal", &[open, won, other], None, json!([]))).await;
    assert_eq!((refused.code.as_str(), &refused.params["name"]), ("won_not_merged", &json!("Won")));
    let preview = world.read("merge_preview", merge("deal", &[open, won, other], None, json!([]))).await;
    assert_eq!(
        (texts(&preview["left_out"], "code"), preview["records"].as_array().map(Vec::len)),
        (vec!["won_not_merged".to_owned()], Some(2))
    );
    let lead = world.lead("Lead").await;
    let many: Vec<Uuid> = vec![
        open,
        other,
        world.deal("3", 0).await,
        world.deal("4", 0).await,
        world.deal("5", 0).await,
        world.deal("6", 0).await,
    ];
    for (case, input, code) in [
        ("one", merge("deal", &[open], None, json!([])), "merge_count"),
        ("one, twice", merge("deal", &[open, open], None, json!([])), "merge_count"),
        ("six", merge("deal", &many, None, json!([])), "merge_count"),
        ("none", merge("deal", &[], None, json!([])), "nothing_selected"),
        ("won", merge("deal", &[open, won], None, json!([])), "won_not_merged"),
        ("unknown", merge("deal", &[open, lead], None, json!([])), "missing"),
        ("no kind for it", merge("label", &[open, other], None, json!([])), "invalid"),
        ("a strange head", merge("deal", &[open, other], Some(won), json!([])), "invalid"),
        (
            "a deal and a person",
            json!({ "records": [{ "kind": "deal", "id": open }, { "kind": "person", "id": lead }], "head": null, "choices": [] }),
            "invalid",
        ),
        ("a lead as the head of deals", beside(&[open], &[lead], Some(lead), json!([])), "invalid"),
    ] {
        assert_eq!(world.refused("merge_records", input).await.code, code, "{case}");
    }
}

#[tokio::test]
async fn a_lead_becomes_part_of_a_deal_in_one_step() {
    let world = world("lead_deal").await;
    let (deal_of, lead) = (world.deal("Chiller", 1).await, world.lead("Chillers").await);
    let value = json!([{ "field": "value", "value": { "minor": 7000, "currency": "EUR" } }]);
    world.act("update_lead", json!({ "id": lead, "changes": value })).await;
    let activity = world.activity("lead", lead, Some("2026-11-25")).await;
    let before = world.dump().await;
    let choices = json!([{ "field": "title", "from": lead }, { "field": "value", "from": lead }]);
    let input = beside(&[deal_of], &[lead], None, choices);
    let preview = world.read("merge_preview", input.clone()).await;
    assert_eq!(preview["head"], json!(deal_of), "what is no deal yet is not the head");
    assert_eq!(preview["moved"], json!([{ "what": "activities", "count": 1 }]));
    world.act("merge_records", input).await;
    let merged = deal(&world, deal_of).await;
    assert_eq!((&merged["deal"]["title"], &merged["deal"]["value"]["minor"]), (&json!("Chillers"), &json!(7000)));
    assert_eq!(merged["open_activities"][0]["id"], json!(activity));
    let left = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!((&left["lead"]["status"], &left["deal"]["id"]), (&json!("converted"), &json!(deal_of)));
    let after = world.dump().await;
    world.read("undo", json!({})).await;
    assert_eq!(world.dump().await, before, "one undo");
    world.read("redo", json!({})).await;
    assert_eq!(world.dump().await, after);
    world.act("split_merge", json!({ "kind": "deal", "id": deal_of })).await;
    assert_eq!(world.dump().await, before, "a split gives the lead back");
    lose(&world, deal_of, "Price").await;
    world.act("merge_records", beside(&[deal_of], &[lead], None, json!([]))).await;
    assert_eq!(deal(&world, deal_of).await["deal"]["status"], "open", "a lead revives a lost deal");
    let lost = world.lead("Lost").await;
    world.act("lose_leads", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    for (lead, code) in [(lead, "already_converted"), (lost, "already_lost")] {
        let refused = world.refused("merge_records", beside(&[deal_of], &[lead], None, json!([]))).await;
        assert_eq!(refused.code, code);
    }
}

#[tokio::test]
async fn a_merge_is_split_as_if_it_had_not_been() {
    let world = world("split").await;
    let (head, one, two) = (world.deal("Head", 2).await, world.deal("One", 1).await, world.deal("Two", 1).await);
    let activity = world.activity("deal", one, Some("2026-11-25")).await;
    lose(&world, two, "Price").await;
    let before = world.dump().await;
    world.act("merge_records", merge("deal", &[head, one, two], None, json!([]))).await;
    let done = world.act("split_merge", json!({ "kind": "deal", "id": one })).await;
    assert_eq!(
        done.change.map(|change| (change.params["kept"].clone(), change.params["count"].clone())),
        Some((json!(0), json!(3)))
    );
    assert_eq!(world.dump().await, before, "by a source");
    world.act("merge_records", merge("deal", &[head, one, two], None, json!([]))).await;
    world.act("split_merge", json!({ "kind": "deal", "id": head })).await;
    assert_eq!(world.dump().await, before, "by the head");
    assert_eq!(texts(&deal(&world, one).await["open_activities"], "id"), [activity.to_string()]);
    assert_eq!(world.refused("split_merge", json!({ "kind": "deal", "id": head })).await.code, "not_merged");
}

#[tokio::test]
async fn what_changed_since_a_merge_stays_when_it_is_split() {
    let world = world("split_kept").await;
    let (head, source) = (world.deal("Head", 2).await, world.deal("Source", 1).await);
    world.act("update_deal", json!({ "id": head, "changes": [{ "field": "expected_close", "value": null }] })).await;
    let (moved, edited) = (
        world.activity("deal", source, Some("2026-11-25")).await,
        world.activity("deal", source, Some("2026-11-26")).await,
    );
    world.act("merge_records", merge("deal", &[head, source], None, json!([]))).await;
    // the day the merge brought is changed; an activity goes; another one's day is not what the merge changed
    world.act("update_deal", json!({ "id": head, "changes": [{ "field": "expected_close", "value": "2027-01-15" }, { "field": "title", "value": "Head, renamed" }] })).await;
    world.act("delete_activity", json!({ "id": moved })).await;
    world
        .act("update_activity", json!({ "id": edited, "changes": [{ "field": "due_on", "value": "2026-12-01" }] }))
        .await;
    let done = world.act("split_merge", json!({ "kind": "deal", "id": source })).await;
    assert_eq!(
        done.change.map(|change| change.params["kept"].clone()),
        Some(json!(2)),
        "the head's row and the deleted activity"
    );
    let (after, back) = (deal(&world, head).await, deal(&world, source).await);
    assert_eq!(
        (&after["deal"]["title"], &after["deal"]["expected_close"]),
        (&json!("Head, renamed"), &json!("2027-01-15"))
    );
    assert_eq!((texts(&back["open_activities"], "id"), &back["read_only"]), (vec![edited.to_string()], &json!(false)));
}

#[tokio::test]
async fn merges_are_split_from_the_outside_in_and_a_source_can_come_back_alone() {
    let world = world("nested").await;
    let (outer, middle, inner) =
        (world.deal("Outer", 3).await, world.deal("Middle", 2).await, world.deal("Inner", 1).await);
    let note = world.make("add_note", json!({ "on": { "kind": "deal", "id": inner }, "body": "Inner note" })).await;
    world.act("merge_records", merge("deal", &[middle, inner], None, json!([]))).await;
    world.act("merge_records", merge("deal", &[outer, middle], None, json!([]))).await;
    let refused = world.refused("split_merge", json!({ "kind": "deal", "id": inner })).await;
    assert_eq!(
        (refused.code.as_str(), &refused.params["name"], &refused.params["into"]),
        ("merged_since", &json!("Middle"), &json!("Outer"))
    );
    world.act("split_merge", json!({ "kind": "deal", "id": middle })).await;
    world.act("recover", json!({ "records": [{ "kind": "deal", "id": inner }] })).await;
    let alone = world.read("similar_records", json!({ "kind": "deal", "id": inner })).await;
    assert_eq!(alone["merged_into"], Value::Null, "it stands for itself");
    let told = world
        .read(
            "timeline",
            json!({ "record": { "kind": "deal", "id": middle }, "filter": "notes", "before": null, "limit": 9 }),
        )
        .await;
    assert_eq!(told["entries"][0]["what"]["id"], json!(note), "what moved stays where it went");
}

async fn similar(world: &World, kind: &str, id: Uuid) -> Vec<(String, Value)> {
    let answer = world.read("similar_records", json!({ "kind": kind, "id": id })).await;
    let rows = answer["rows"].as_array().expect("rows").clone();
    rows.into_iter()
        .map(|row| (row["row"]["record"]["name"].as_str().unwrap_or_default().to_owned(), row["reasons"].clone()))
        .collect()
}

#[tokio::test]
async fn similar_contacts_share_a_mail_a_telephone_or_a_name() {
    let world = world("similar").await;
    let acme = organization(&world, "ACME, Inc.", Some("info@acme.com"), Some("+33 (0)4 78 12 34 56")).await;
    organization(&world, "Acme Inc", None, None).await;
    organization(&world, "Acme Service", Some("service@ACME.com"), None).await;
    let gone = organization(&world, "Old Acme", None, Some("04.78.12.34.56")).await;
    organization(&world, "Free", Some("acme@gmail.com"), None).await;
    organization(&world, "Free too", Some("other@gmail.com"), None).await;
    assert_eq!(
        similar(&world, "organization", acme).await.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
        [("Acme Inc", json!(["name"])), ("Acme Service", json!(["mail"])), ("Old Acme", json!(["phone"]))]
            .into_iter()
            .map(|(name, why)| (name.to_owned(), why))
            .collect()
    );
    world.act("delete_contacts", json!({ "records": [{ "kind": "organization", "id": gone }] })).await;
    assert_eq!(similar(&world, "organization", acme).await.len(), 2, "what lies in the trash does not count");
    let ana = person(&world, "Ana Ruiz", Some(acme), Some("ana@acme.com"), None).await;
    person(&world, "Bo", Some(acme), Some("bo@acme.com"), None).await;
    person(&world, "A. Ruiz", None, Some("Ana@Acme.com"), None).await;
    assert_eq!(
        similar(&world, "person", ana).await,
        [("A. Ruiz".to_owned(), json!(["mail"]))],
        "colleagues share a domain and are two people"
    );
    let draft = json!({ "kind": "person", "name": "ana ruiz", "email": null, "phone": null, "organization": null, "person": null });
    let found = world.read("similar_to_draft", draft).await;
    assert_eq!(found["rows"][0]["row"]["record"]["id"], json!(ana), "told before it is made");
}

#[tokio::test]
async fn similar_deals_count_lost_and_archived_ones_and_ignore_what_fits_too_many() {
    let world = world("similar_deals").await;
    let (one, lost, archived) =
        (world.deal("Heat pump", 0).await, world.deal("Heat-Pump", 1).await, world.deal("Other", 2).await);
    lose(&world, lost, "Price").await;
    world.act("archive_deals", json!({ "ids": [archived] })).await;
    assert_eq!(
        similar(&world, "deal", one).await,
        [("Heat-Pump".to_owned(), json!(["contact", "name"])), ("Other".to_owned(), json!(["contact"]))]
    );
    let firm = organization(&world, "Sister", None, None).await;
    let people = [
        person(&world, "Li", Some(firm), Some("li@laiterie.fr"), None).await,
        person(&world, "Mo", None, Some("mo@laiterie.fr"), None).await,
    ];
    let mut by_mail = Vec::new();
    for (title, id) in ["First", "Second"].into_iter().zip(people) {
        let input = json!({ "title": title, "value": null, "expected_close": null, "organization": null, "person": { "by": "id", "value": id }, "source": null, "labels": [] });
        by_mail.push(world.make("create_lead", input).await);
    }
    assert_eq!(
        similar(&world, "lead", by_mail[0]).await,
        [("Second".to_owned(), json!(["mail"]))],
        "people of one firm"
    );
    let kept = world
        .act("keep_separate", json!({ "records": [{ "kind": "deal", "id": one }, { "kind": "deal", "id": archived }] }))
        .await;
    assert!(kept.change.is_some());
    assert_eq!(similar(&world, "deal", one).await.len(), 1, "kept separate for good");
    assert_eq!(similar(&world, "deal", archived).await.len(), 1, "from either side");
    for at in 0..20 {
        world.call("create_deal", json!({ "title": format!("Many {at}"), "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "top" }, "value": null, "expected_close": null, "organization": { "by": "name", "value": "Laiterie Saint-Just" }, "person": null, "source": null, "labels": [] })).await.expect("a deal");
    }
    assert_eq!(
        similar(&world, "deal", one).await,
        [("Heat-Pump".to_owned(), json!(["name"]))],
        "the same firm says nothing any more"
    );
}

#[tokio::test]
async fn a_record_with_ten_thousand_deals_and_notes_is_merged_split_and_undone() {
    let world = world("ten_thousand").await;
    let (head, source) =
        (organization(&world, "Head", None, None).await, organization(&world, "Source", None, None).await);
    let one = world.make("create_deal", json!({ "title": "Deal", "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "top" }, "value": { "minor": 100, "currency": "EUR" }, "expected_close": null, "organization": { "by": "id", "value": source }, "person": null, "source": null, "labels": [] })).await;
    world
        .app
        .write_state(move |act| {
            let numbers = "WITH RECURSIVE n (at) AS (SELECT 2 UNION ALL SELECT at + 1 FROM n WHERE at < 10000)";
            for (table, columns, values) in [
                ("deals", "id, number, title, pipeline_id, stage_id, rank, status, organization_id, created_at, stage_entered_at", "unhex(printf('%032x', at)), at, 'Deal ' || at, pipeline_id, stage_id, at * 1000, 'open', organization_id, created_at, stage_entered_at"),
                ("notes", "id, body, kind, organization_id, created_at", "unhex(printf('%032x', at + 1000000)), 'Note', 'note', organization_id, at"),
            ] {
                act.tx.execute(&format!("INSERT INTO {table} ({columns}) {numbers} SELECT {values} FROM n, deals d WHERE d.id = ?1"), [one.as_bytes()])?;
            }
            Ok(())
        })
        .await
        .expect("filled");
    world.act("merge_records", merge("organization", &[head, source], Some(head), json!([]))).await;
    let count = |id: Uuid| {
        let world = &world;
        async move {
            world.app.read(move |view| Ok(view.conn.query_row("SELECT (SELECT count(*) FROM deals WHERE organization_id = ?1), (SELECT count(*) FROM notes WHERE organization_id = ?1)", [id.as_bytes()], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?)).await.expect("counts")
        }
    };
    assert_eq!(count(head).await, (10_000, 9_999));
    world.act("split_merge", json!({ "kind": "organization", "id": source })).await;
    assert_eq!((count(head).await, count(source).await), ((0, 0), (10_000, 9_999)));
}

#[tokio::test]
async fn no_undo_makes_two_records_part_of_each_other() {
    let world = world("merge_circle").await;
    let (one, other) = (organization(&world, "One", None, None).await, organization(&world, "Other", None, None).await);
    world.act("merge_records", merge("organization", &[other, one], Some(other), json!([]))).await;
    let recovered = world.act("recover", json!({ "records": refs("organization", &[one]) })).await;
    world.act("merge_records", merge("organization", &[one, other], Some(one), json!([]))).await;
    let seq = recovered.change.expect("a change").seq;
    let refused = world.refused("undo_change", json!({ "seq": seq })).await;
    assert_eq!(refused.code, "changed_since");
    assert!(refused.params["names"].as_str().is_some_and(|names| names.contains("One")), "{:?}", refused.params);
}
