//! The end of what lies in the trash: nothing of it is left in the file, and nothing that others need goes.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

/// Everything of the data file and its log, as bytes.
fn bytes(world: &World) -> Vec<u8> {
    ["satchel.db", "satchel.db-wal"]
        .iter()
        .flat_map(|name| std::fs::read(world.app.dir().join(name)).unwrap_or_default())
        .collect()
}

fn holds(world: &World, text: &str) -> bool {
    bytes(world).windows(text.len()).any(|window| window == text.as_bytes())
}

async fn note(world: &World, kind: &str, on: Uuid, body: &str) -> Uuid {
    world.make("add_note", json!({ "on": { "kind": kind, "id": on }, "body": body })).await
}

async fn trash(world: &World) -> Value {
    world.read("trash_page", json!({ "kind": null, "text": "", "offset": 0, "limit": 50 })).await
}

async fn delete(world: &World, deal: Uuid) {
    world.act("delete_deals", json!({ "ids": [deal], "end": { "how": "closed" } })).await;
}

#[tokio::test]
async fn no_byte_of_what_was_deleted_for_ever_is_left_in_the_file_or_its_log() {
    let world = world("bytes").await;
    let (gone, stays) = (world.deal("Xylograph press", 0).await, world.deal("Cold room", 1).await);
    let removed = note(&world, "deal", gone, "quintessential whispering").await;
    world.act("update_note", json!({ "id": removed, "body": "zebra crossing" })).await;
    world.act("delete_note", json!({ "id": removed })).await;
    note(&world, "deal", gone, "marmalade agreement").await;
    world
        .act("update_deal", json!({ "id": gone, "changes": [{ "field": "title", "value": "Vermilion press" }] }))
        .await;
    world.act("move_deals", json!({ "ids": [gone, stays], "pipeline": world.pipeline, "stage": world.stages[2], "place": { "at": "top" } })).await;
    world.read("set_preference", json!({ "key": "recent", "value": [{ "kind": "deal", "id": gone, "title": "Vermilion press", "second": null }, { "kind": "deal", "id": stays, "title": "Cold room", "second": null }] })).await;
    delete(&world, gone).await;
    let secrets = [
        "Xylograph",
        "Vermilion",
        "quintessential",
        "whispering",
        "zebra crossing",
        "marmalade",
        "xylograph",
        "vermilion",
    ];
    assert!(secrets[..6].iter().all(|secret| holds(&world, secret)), "the test looks where they stood");
    // as a newer version of the application leaves it behind
    let copy = world.app.dir().join("satchel.before-schema-9.db");
    std::fs::copy(world.app.dir().join("satchel.db"), &copy).expect("a copy");
    let purged = world.read("empty_trash", json!({})).await;
    assert!(!copy.exists(), "nor in a copy made before a migration");
    assert_eq!((&purged["removed"], &purged["kept"], &purged["swept"]), (&json!(1), &json!(0), &json!(true)));
    let left: Vec<_> = secrets.into_iter().filter(|secret| holds(&world, secret)).collect();
    assert!(left.is_empty(), "still in the file: {left:?}");
    assert!(holds(&world, "Cold room"));
    let recent = world.read("boot", json!({})).await["preferences"]["recent"].clone();
    assert_eq!(texts(&recent, "title"), ["Cold room"]);
    assert_eq!(world.refused("deal_detail", json!({ "id": gone, "filter": {} })).await.code, "missing");
    // after a restart as well
    let world = world.later("2026-11-23T12:00:00Z").await;
    assert!(!holds(&world, "Vermilion") && !holds(&world, "marmalade"));
}

#[tokio::test]
async fn the_results_of_runs_forget_what_was_deleted_for_ever() {
    let world = world("runs").await;
    let (gone, stays) = (world.deal("Xylograph press", 0).await, world.deal("Cold room", 1).await);
    let run = json!({ "task": Uuid::now_v7(), "convert": { "ids": [gone, stays], "from_list": true, "reuse": false } });
    let leads = world.read("convert_run", run).await["job"]["made"].clone();
    let lead = leads.as_array().expect("leads").iter().find(|one| one["name"] == "Xylograph press").expect("its lead")
        ["id"]
        .clone();
    world.act("delete_leads", json!({ "ids": [lead] })).await;
    let records = json!({ "records": [{ "kind": "deal", "id": gone }, { "kind": "lead", "id": lead }] });
    world.read("delete_for_ever", records).await;
    assert!(!holds(&world, "Xylograph") && holds(&world, "Cold room"));
    let jobs = world.read("jobs", json!({})).await["jobs"].clone();
    let mut names = texts(&jobs[0]["made"], "name");
    names.sort();
    assert_eq!(names, ["Cold room", "…"]);
}

#[tokio::test]
async fn the_history_keeps_its_lines_without_values_and_undo_walks_around_them() {
    let world = world("lines").await;
    let (gone, stays) = (world.deal("Press", 0).await, world.deal("Cold room", 1).await);
    world
        .act(
            "move_deals",
            json!({ "ids": [stays], "pipeline": world.pipeline, "stage": world.stages[3], "place": { "at": "top" } }),
        )
        .await;
    let both = world.act("archive_deals", json!({ "ids": [gone, stays] })).await.change.expect("a change").seq;
    delete(&world, gone).await;
    let before = world.read("history", json!({ "before": null, "limit": 50 })).await["entries"].clone();
    world.read("empty_trash", json!({})).await;
    let after = world.read("history", json!({ "before": null, "limit": 50 })).await["entries"].clone();
    let lines = |entries: &Value| -> Vec<(i64, String)> {
        entries
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| {
                (
                    entry["change"]["seq"].as_i64().unwrap_or(0),
                    entry["change"]["label"].as_str().unwrap_or_default().to_owned(),
                )
            })
            .collect()
    };
    assert_eq!(lines(&after)[1..], lines(&before)[..], "every line is still there, below the new one");
    assert_eq!(
        (lines(&after)[0].1.as_str(), &after[0]["change"]["params"]["count"], &after[0]["refusal"]),
        ("empty_trash", &json!(1), &json!("redacted"))
    );
    assert!(!after.to_string().contains("Press"), "{after}");
    let line =
        after.as_array().into_iter().flatten().find(|entry| entry["change"]["seq"] == json!(both)).expect("the line");
    assert_eq!((&line["refusal"], &line["records"]), (&json!("redacted"), &json!(1)));
    let detail = world.read("change_detail", json!({ "seq": both })).await;
    assert_eq!(
        texts(
            &json!(
                detail["records"].as_array().into_iter().flatten().map(|one| one["record"].clone()).collect::<Vec<_>>()
            ),
            "name"
        ),
        ["Cold room"],
        "what stays is still told"
    );
    assert_eq!(world.refused("undo_change", json!({ "seq": both })).await.code, "redacted");
    // the newest step that can still be taken back is the move of the deal that stays
    let done = world.read("undo", json!({})).await;
    assert_eq!(done["change"]["label"], "move_deals");
    assert_eq!(
        world.read("deal_detail", json!({ "id": stays, "filter": {} })).await["deal"]["stage"],
        json!(world.stages[1])
    );
}

#[tokio::test]
async fn what_was_said_stays_readable_on_the_lead_when_its_deal_is_gone() {
    let world = world("lead-keeps").await;
    let deal = world.deal("Heat pump", 1).await;
    note(&world, "deal", deal, "They want it before spring").await;
    world.act("log_message", json!({ "on": { "kind": "deal", "id": deal }, "direction": "received", "subject": "Offer", "body": "Please send it", "at": null })).await;
    let lead = world.act("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await.created[0].id;
    let purged = world.read("delete_for_ever", json!({ "records": [{ "kind": "deal", "id": deal }] })).await;
    assert_eq!(purged["removed"], 1);
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!((&detail["source_deal"]["name"], &detail["source_deal_gone"]), (&json!("Heat pump"), &json!(true)));
    assert!(detail["lead"]["converted_at"].is_i64());
    let timeline = world
        .read(
            "timeline",
            json!({ "record": { "kind": "lead", "id": lead }, "filter": "notes", "before": null, "limit": 50 }),
        )
        .await
        .to_string();
    assert!(timeline.contains("They want it before spring") && timeline.contains("Please send it"), "{timeline}");
    let found = world.read("search", json!({ "text": "spring", "kinds": [], "limit": 10 })).await;
    assert!(found.to_string().contains(&lead.to_string()), "found under the lead: {found}");
}

#[tokio::test]
async fn a_contact_that_others_need_stays_and_is_named() {
    let world = world("needed").await;
    let deal = world.deal("Press", 0).await;
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    let organization = json!({ "kind": "organization", "id": detail["organization"]["id"] });
    delete(&world, deal).await;
    world.act("delete_contacts", json!({ "records": [organization] })).await;
    let refused = world.refused("delete_for_ever", json!({ "records": [organization] })).await;
    assert_eq!((refused.code.as_str(), refused.params["name"].as_str()), ("still_needed", Some("Laiterie Saint-Just")));
    world.act("recover", json!({ "records": [{ "kind": "deal", "id": deal }] })).await;
    let purged = world.read("empty_trash", json!({})).await;
    assert_eq!((&purged["removed"], &purged["kept_names"]), (&json!(0), &json!(["Laiterie Saint-Just"])));
    let refused = world.refused("delete_for_ever", json!({ "records": [{ "kind": "deal", "id": deal }] })).await;
    assert_eq!((refused.code.as_str(), refused.params["name"].as_str()), ("not_deleted", Some("Press")));
    delete(&world, deal).await;
    let person = json!({ "kind": "person", "id": detail["people"][0]["id"] });
    world.act("delete_contacts", json!({ "records": [person] })).await;
    let purged = world.read("empty_trash", json!({})).await;
    assert_eq!((&purged["removed"], &purged["kept"]), (&json!(3), &json!(0)), "together they can go");
    assert_eq!(world.refused("empty_trash", json!({})).await.code, "nothing_selected");
}

#[tokio::test]
async fn a_start_removes_what_had_its_days_and_never_with_a_clock_that_went_back() {
    let world = world("retention").await;
    let old = world.deal("Old press", 0).await;
    delete(&world, old).await;
    assert!(satchel_app::trash::tidy(&world.app).await.expect("looks").is_none());
    assert_eq!(trash(&world).await["rows"][0]["days_left"], 30);
    let world = world.later("2026-12-20T12:00:00Z").await;
    let young = world.deal("Young press", 0).await;
    delete(&world, young).await;
    let page = trash(&world).await;
    assert_eq!(
        page["rows"].as_array().map(|rows| rows.iter().map(|row| row["days_left"].clone()).collect::<Vec<_>>()),
        Some(vec![json!(30), json!(2)])
    );
    // somebody sets the clock years ahead, and back: what is looked at first with the clock back is not believed
    let world = world.later("2036-01-01T12:00:00Z").await;
    world.act("update_settings", json!({ "changes": [{ "field": "trash_days", "value": 0 }] })).await;
    assert!(satchel_app::trash::tidy(&world.app).await.expect("looks").is_none(), "0 days = never");
    world.act("update_settings", json!({ "changes": [{ "field": "trash_days", "value": 30 }] })).await;
    let world = world.later("2026-12-23T12:00:00Z").await;
    assert!(satchel_app::trash::tidy(&world.app).await.expect("looks").is_none(), "the clock went back");
    assert_eq!(trash(&world).await["total"], 2);
    let purged = satchel_app::trash::tidy(&world.app).await.expect("looks").expect("now it stands still");
    assert_eq!(
        (purged.removed, purged.done.and_then(|done| done.change).map(|change| change.label)),
        (1, Some("purge_trash".into()))
    );
    assert_eq!(
        texts(
            &json!(
                trash(&world).await["rows"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|row| row["record"].clone())
                    .collect::<Vec<_>>()
            ),
            "name"
        ),
        ["Young press"]
    );
    assert!(!holds(&world, "Old press"));
    assert_eq!(
        world.refused("update_settings", json!({ "changes": [{ "field": "trash_days", "value": -1 }] })).await.code,
        "out_of_range"
    );
}

#[tokio::test]
async fn a_deal_and_the_lead_it_began_as_go_together() {
    let world = world("began").await;
    let lead = world.lead("Boiler house").await;
    note(&world, "lead", lead, "Met at the fair").await;
    let deal = world
        .act("convert_to_deals", json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0] }))
        .await
        .created[0]
        .id;
    delete(&world, deal).await;
    let purged = world.read("empty_trash", json!({})).await;
    assert_eq!(purged["removed"], 1, "the lead is no record of its own any more");
    assert_eq!(world.refused("lead_detail", json!({ "id": lead })).await.code, "missing");
    assert!(!holds(&world, "Boiler house") && !holds(&world, "Met at the fair"));
}

#[tokio::test]
async fn after_a_recovery_the_leads_that_still_stand_are_named() {
    let world = world("left").await;
    let (one, other) = (world.deal("One", 0).await, world.deal("Other", 0).await);
    let leads = world.act("convert_to_leads", json!({ "ids": [one, other], "from_list": false })).await.created;
    world.act("delete_leads", json!({ "ids": [leads[1].id] })).await;
    world.act("recover", json!({ "records": [{ "kind": "deal", "id": one }, { "kind": "deal", "id": other }] })).await;
    let left = world.read("left_leads", json!({ "ids": [one, other] })).await;
    assert_eq!(texts(&left["leads"], "id"), [leads[0].id.to_string()]);
}

async fn told(world: &World, kind: &str, id: Uuid) -> String {
    let ask = json!({ "record": { "kind": kind, "id": id }, "filter": "notes", "before": null, "limit": 50 });
    world.read("timeline", ask).await.to_string()
}

async fn to_deal(world: &World, lead: Uuid) -> Uuid {
    let input = json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0] });
    world.make("convert_to_deals", input).await
}

#[tokio::test]
async fn what_was_said_on_a_lead_stays_with_the_deal_its_own_became_part_of() {
    let world = world("lead-merged").await;
    let head = world.deal("Cold room", 1).await;
    let (beside, earlier) = (world.lead("Cold store").await, world.lead("Cold house").await);
    note(&world, "lead", beside, "Met at the fair").await;
    note(&world, "lead", earlier, "Wrote in spring").await;
    let middle = to_deal(&world, earlier).await;
    for other in [json!({ "kind": "lead", "id": beside }), json!({ "kind": "deal", "id": middle })] {
        let records = json!([{ "kind": "deal", "id": head }, other]);
        world.act("merge_records", json!({ "records": records, "head": head, "choices": [] })).await;
    }
    let before = told(&world, "deal", head).await;
    assert!(before.contains("Met at the fair") && before.contains("Wrote in spring"), "{before}");
    let world = world.later("2026-12-23T12:00:00Z").await;
    let purged = satchel_app::trash::tidy(&world.app).await.expect("looks").expect("two deals go");
    assert_eq!(purged.removed, 2);
    let after = told(&world, "deal", head).await;
    assert!(after.contains("Met at the fair") && after.contains("Wrote in spring"), "{after}");
    for lead in [beside, earlier] {
        let detail = world.read("lead_detail", json!({ "id": lead })).await;
        assert_eq!(
            (&detail["lead"]["status"], &detail["deal"]["id"]),
            (&json!("converted"), &json!(head)),
            "the lead is told of as before"
        );
        assert!(told(&world, "lead", lead).await.contains("Met at the fair"));
    }
    // with the last of them everything goes
    delete(&world, head).await;
    world.read("empty_trash", json!({})).await;
    assert!(!holds(&world, "Met at the fair") && !holds(&world, "Cold house"));
}

#[tokio::test]
async fn what_was_said_on_a_lead_stays_with_the_lead_its_deal_became() {
    let world = world("lead-again").await;
    let lead = world.lead("Cold store").await;
    note(&world, "lead", lead, "Met at the fair").await;
    let deal = to_deal(&world, lead).await;
    note(&world, "deal", deal, "Asked for an offer").await;
    let again = world.make("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await;
    let world = world.later("2026-12-23T12:00:00Z").await;
    satchel_app::trash::tidy(&world.app).await.expect("looks").expect("the deal goes");
    let after = told(&world, "lead", again).await;
    assert!(after.contains("Met at the fair") && after.contains("Asked for an offer"), "{after}");
    assert_eq!(world.refused("lead_detail", json!({ "id": lead })).await.code, "missing");
}

#[tokio::test]
async fn a_lead_that_began_what_stays_is_not_taken_along_by_another_deal_that_goes() {
    let world = world("lead-not-taken").await;
    let lead = world.lead("Cold store").await;
    let (head, other) = (world.deal("Cold room", 1).await, world.deal("Other", 0).await);
    let middle = to_deal(&world, lead).await;
    for one in [middle, other] {
        let records = json!([{ "kind": "deal", "id": head }, { "kind": "deal", "id": one }]);
        world.act("merge_records", json!({ "records": records, "head": head, "choices": [] })).await;
    }
    delete(&world, head).await;
    // `other` stays and is part of `head`, which stays for it
    let records = json!([{ "kind": "deal", "id": head }, { "kind": "deal", "id": middle }]);
    world.read("delete_for_ever", json!({ "records": records })).await;
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(detail["lead"]["status"], "converted", "its deal is what stays");
    assert_eq!(world.refused("deal_detail", json!({ "id": middle, "filter": {} })).await.code, "missing");
    assert_eq!(world.read("deal_detail", json!({ "id": head, "filter": {} })).await["deal"]["title"], "Cold room");
}
