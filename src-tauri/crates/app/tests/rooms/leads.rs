//! Leads: the inbox and what can be done with leads.

use crate::{texts, world};
use serde_json::{Value, json};

fn inbox() -> Value {
    json!({ "text": "", "source": null, "labels": [], "archived": false, "lost": false, "sort": "urgency", "offset": 0, "limit": 50 })
}

fn with(mut input: Value, key: &str, value: Value) -> Value {
    input[key] = value;
    input
}

#[tokio::test]
async fn the_inbox_is_ordered_by_the_urgency_of_the_next_activity() {
    let world = world("urgency").await;
    for (title, due) in [
        ("later", Some("2026-12-01")),
        ("none", None),
        ("today", Some("2026-11-22")),
        ("overdue", Some("2026-11-20")),
        ("long overdue", Some("2026-11-02")),
    ] {
        let lead = world.lead(title).await;
        if due.is_some() {
            world.activity("lead", lead, due).await;
        }
    }
    let some_day = world.lead("some day").await;
    world.activity("lead", some_day, None).await;
    let page = world.read("leads_page", inbox()).await;
    assert_eq!(texts(&page["rows"], "title"), ["long overdue", "overdue", "today", "none", "later", "some day"]);
    assert_eq!(texts(&page["rows"], "mark"), ["overdue", "overdue", "today", "missing", "later", "later"]);
    assert_eq!(
        (page["total"].as_i64(), page["all"].as_i64(), page["unseen"].as_i64()),
        (Some(6), Some(6), Some(0)),
        "whoever makes a lead has seen it"
    );
    let second = world.read("leads_page", with(with(inbox(), "offset", json!(2)), "limit", json!(2))).await;
    assert_eq!(texts(&second["rows"], "title"), ["today", "none"], "pages follow each other");
}

#[tokio::test]
async fn a_lead_can_be_narrowed_by_words_of_its_title_and_its_contacts() {
    let world = world("narrow").await;
    let label = world.make("create_label", json!({ "name": "Tender", "color": 3 })).await;
    world.make("create_lead", json!({ "title": "Été chiller", "value": { "minor": 100, "currency": "EUR" }, "expected_close": "2027-01-31", "organization": { "by": "name", "value": "Boulangerie Hautin" }, "person": { "by": "name", "value": "Jeanne" }, "source": null, "labels": [label] })).await;
    world.lead("冷水机组报价").await;
    for (text, expected) in [
        ("ete", 1),
        ("hautin chill", 1),
        ("jeanne été", 1),
        ("冷水", 1),
        ("nothing", 0),
        ("", 2),
        ("\" OR *", 0),
        ("--", 2),
    ] {
        let page = world.read("leads_page", with(inbox(), "text", json!(text))).await;
        assert_eq!(page["rows"].as_array().map(Vec::len), Some(expected), "{text}");
        assert_eq!((page["total"].as_u64(), page["all"].as_u64()), (Some(expected as u64), Some(2)), "{text}");
    }
    let page = world.read("leads_page", with(inbox(), "labels", json!([label]))).await;
    assert_eq!(texts(&page["rows"], "title"), ["Été chiller"]);
    assert_eq!(page["sums"], json!([{ "currency": "EUR", "sum": 100, "weighted": 100 }]));
}

#[tokio::test]
async fn a_lead_needs_a_title_and_keeps_hostile_text_as_text() {
    let world = world("hostile").await;
    let new = |title: &str| json!({ "title": title, "value": null, "expected_close": null, "organization": null, "person": null, "source": null, "labels": [] });
    assert_eq!(world.refused("create_lead", new("  ")).await.code, "required");
    let long = world.refused("create_lead", new(&"x".repeat(501))).await;
    assert_eq!((long.code.as_str(), long.params["max"].as_i64()), ("too_long", Some(500)));
    let hostile = "<img src=x onerror=alert(1)> '; DROP TABLE leads; -- \u{202e}🚚";
    let id = world.make("create_lead", new(hostile)).await;
    let detail = world.read("lead_detail", json!({ "id": id })).await;
    assert_eq!(detail["lead"]["title"], hostile);
    assert_eq!(
        world
            .refused(
                "update_lead",
                json!({ "id": id, "changes": [{ "field": "expected_close", "value": "2026-02-30" }] })
            )
            .await
            .code,
        "invalid"
    );
    assert_eq!(world.refused("update_lead", json!({ "id": id, "changes": [{ "field": "value", "value": { "minor": 10_000_000_000_001_i64, "currency": "EUR" } }] })).await.code, "over_limit");
}

#[tokio::test]
async fn a_lost_lead_keeps_its_reason_in_history_and_comes_back_into_the_inbox() {
    let world = world("lost").await;
    let id = world.lead("Boiler").await;
    let lose =
        json!({ "ids": [id], "reason": { "by": "new", "value": "Went abroad" }, "note": "Sold by their cousin." });
    world.act("lose_leads", lose.clone()).await;
    assert_eq!(world.refused("lose_leads", lose).await.code, "already_lost");
    assert_eq!(world.read("leads_page", inbox()).await["total"], 0);
    assert_eq!(texts(&world.read("leads_page", with(inbox(), "lost", json!(true))).await["rows"], "title"), ["Boiler"]);
    world.act("restore_leads", json!({ "ids": [id] })).await;
    let detail = world.read("lead_detail", json!({ "id": id })).await;
    assert_eq!(
        (&detail["lead"]["status"], &detail["lead"]["close_reason"], &detail["lead"]["close_note"]),
        (&json!("open"), &Value::Null, &Value::Null)
    );
    let line = world
        .read(
            "timeline",
            json!({ "record": { "kind": "lead", "id": id }, "filter": "all", "before": null, "limit": 50 }),
        )
        .await;
    let told = line["entries"].to_string();
    assert!(told.contains("Went abroad") && told.contains("Sold by their cousin."), "{told}");
    assert_eq!(told.matches("Sold by their cousin.").count(), 1, "the closing note is told once: {told}");
    assert_eq!(world.refused("restore_leads", json!({ "ids": [id] })).await.code, "not_lost");
}

#[tokio::test]
async fn archiving_keeps_the_status_but_an_open_lead_without_chance_is_lost() {
    let world = world("archive").await;
    let deal = world.deal("No chance", 0).await;
    let (plain, lost) = (world.lead("Plain").await, world.lead("Hopeless").await);
    // only an import can give a lead a probability of its own
    world
        .app
        .write_state(move |act| {
            Ok(act.tx.execute("UPDATE leads SET probability = 0 WHERE id = ?1", [lost.as_bytes()])?)
        })
        .await
        .expect("set");
    world.act("archive_leads", json!({ "ids": [plain, lost] })).await;
    let archived = world.read("leads_page", with(inbox(), "archived", json!(true))).await;
    assert_eq!(texts(&archived["rows"], "title"), ["Plain"]);
    assert_eq!(world.read("lead_detail", json!({ "id": lost })).await["lead"]["status"], "lost");
    assert_eq!(world.refused("archive_leads", json!({ "ids": [plain] })).await.code, "archived");
    world.act("unarchive_leads", json!({ "ids": [plain, lost] })).await;
    assert_eq!(world.read("leads_page", inbox()).await["total"], 2, "a lost one is restored by the same act");
    assert_eq!(world.refused("unarchive_leads", json!({ "ids": [plain] })).await.code, "not_archived");
    assert_eq!(
        world.refused("lose_leads", json!({ "ids": [deal], "reason": null, "note": "" })).await.code,
        "missing",
        "a deal is no lead"
    );
}

#[tokio::test]
async fn a_lead_made_from_a_deal_is_unseen_until_somebody_looks() {
    let world = world("seen").await;
    let deal = world.deal("Cold room", 1).await;
    world.activity("deal", deal, Some("2026-11-25")).await;
    let done = world.act("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await;
    let lead = done.created[0].id;
    let page = world.read("leads_page", inbox()).await;
    assert_eq!((page["unseen"].as_i64(), &page["rows"][0]["seen"]), (Some(1), &json!(false)));
    let revision = page["revision"].clone();
    world.read("mark_seen", json!({ "ids": [lead], "seen": true })).await;
    let page = world.read("leads_page", inbox()).await;
    assert_eq!((page["unseen"].as_i64(), &page["revision"]), (Some(0), &revision), "looking is no change");
    world.read("mark_seen", json!({ "ids": [lead], "seen": false })).await;
    assert_eq!(world.read("leads_page", inbox()).await["unseen"], 1);
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(
        (
            &detail["source_deal"]["name"],
            &detail["source_deal_gone"],
            detail["open_activities"].as_array().map(Vec::len)
        ),
        (&json!("Cold room"), &json!(false), Some(1))
    );
}

#[tokio::test]
async fn leads_go_to_the_trash_in_any_state_and_stay_readable() {
    let world = world("delete").await;
    let (one, two) = (world.lead("One").await, world.lead("Two").await);
    world.act("lose_leads", json!({ "ids": [two], "reason": null, "note": "" })).await;
    world.act("delete_leads", json!({ "ids": [one, two] })).await;
    assert_eq!(world.read("leads_page", inbox()).await["total"], 0);
    assert_eq!(world.read("lead_detail", json!({ "id": one })).await["read_only"], true);
    let refused = world.refused("delete_leads", json!({ "ids": [one, two] })).await;
    assert_eq!(
        (refused.code.as_str(), refused.params["count"].as_i64()),
        ("in_trash", Some(2)),
        "all in the way are counted"
    );
    assert_eq!(
        world.refused("update_lead", json!({ "id": one, "changes": [{ "field": "title", "value": "x" }] })).await.code,
        "in_trash"
    );
    assert_eq!(world.refused("delete_leads", json!({ "ids": [] })).await.code, "nothing_selected");
    let many: Vec<String> = (0..10_001).map(|at| uuid::Uuid::from_u128(at).to_string()).collect();
    assert_eq!(world.refused("archive_leads", json!({ "ids": many })).await.code, "over_limit");
}
