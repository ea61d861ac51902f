//! What the settings ask for when something ends, and the switches of guarded acts: honoured at every entry point.

use crate::{World, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

async fn set(world: &World, change: Value) {
    world.act("update_settings", json!({ "changes": [change] })).await;
}

async fn policy(world: &World, of: &str, policy: &str) {
    set(world, json!({ "field": "policy", "value": { "of": of, "policy": policy } })).await;
}

async fn switch(world: &World, act: &str, on: bool) {
    set(world, json!({ "field": "guard", "value": { "act": act, "on": on } })).await;
}

async fn detail(world: &World, id: Uuid) -> Value {
    let filter = json!({ "labels": [], "owner": null, "needs_action": false, "status": null, "text": "" });
    world.read("deal_detail", json!({ "id": id, "filter": filter })).await["deal"].clone()
}

fn ends(ids: &[Uuid], reason: Option<&str>, note: &str) -> Value {
    json!({ "ids": ids, "reason": reason.map(|text| json!({ "by": "new", "value": text })), "note": note })
}

#[tokio::test]
async fn a_required_reason_or_note_is_asked_for_wherever_something_ends() {
    let world = world("required").await;
    let (deal, lead) = (world.deal("Chiller", 0).await, world.lead("Boiler").await);
    let delete = |reason: Option<&str>| {
        let reason = reason.map(|text| json!({ "by": "new", "value": text }));
        json!({ "ids": [deal], "end": { "how": "lost", "reason": reason, "note": "" } })
    };
    policy(&world, "lost_reason", "required").await;
    policy(&world, "won_reason", "required").await;
    for (command, input, field) in [
        ("lose_deals", ends(&[deal], None, "a note is no reason"), "lost_reason"),
        ("lose_leads", ends(&[lead], None, ""), "lost_reason"),
        ("delete_deals", delete(None), "lost_reason"),
        ("win_deals", ends(&[deal], None, ""), "won_reason"),
    ] {
        let refused = world.refused(command, input).await;
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("required", Some(field)), "{command}");
    }
    policy(&world, "lost_note", "required").await;
    policy(&world, "won_note", "required").await;
    for (command, id) in [("lose_deals", deal), ("lose_leads", lead), ("win_deals", deal)] {
        let refused = world.refused(command, ends(&[id], Some("Price"), " \n ")).await;
        assert_eq!(
            (refused.code.as_str(), refused.params["field"].as_str()),
            ("required", Some("closing_note")),
            "{command}: blanks are no note"
        );
        world.act(command, ends(&[id], Some("Price"), "They said so.")).await;
    }
    assert_eq!(detail(&world, deal).await["status"], "won", "lost, then won: each with its reason");
    let cleared = json!({ "id": deal, "changes": [{ "field": "close_reason", "value": null }] });
    assert_eq!(world.refused("update_deal", cleared).await.params["field"], "won_reason", "nor is it taken away later");
    world.act("close_deals", json!({ "ids": [world.deal("No outcome", 0).await] })).await;
}

#[tokio::test]
async fn what_is_recommended_or_optional_may_be_left_out() {
    let world = world("recommended").await;
    let policies = world.read("catalog", json!({})).await["settings"]["policies"].clone();
    assert_eq!(
        policies,
        json!({ "lost_reason": "recommended", "lost_note": "recommended", "won_reason": "recommended", "won_note": "optional" })
    );
    for word in ["recommended", "optional"] {
        for of in ["lost_reason", "lost_note", "won_reason", "won_note"] {
            policy(&world, of, word).await;
        }
        world.act("lose_deals", ends(&[world.deal(word, 0).await], None, "")).await;
        world.act("win_deals", ends(&[world.deal(word, 0).await], None, "")).await;
        world.act("lose_leads", ends(&[world.lead(word).await], None, "")).await;
    }
}

#[tokio::test]
async fn a_switch_that_is_off_stops_its_act_at_every_entry_point() {
    let world = world("switches").await;
    let (one, two) = (world.deal("One", 0).await, world.deal("Two", 0).await);
    let (three, four) = (world.lead("Three").await, world.lead("Four").await);
    let organization = world
        .make(
            "create_organization",
            json!({ "name": "Idle Ltd", "parent": null, "city": null, "phone": null, "email": null }),
        )
        .await;
    let end = json!({ "how": "closed" });
    let options = |ids: Vec<Uuid>| world.read("drop_options", json!({ "ids": ids }));

    switch(&world, "convert", false).await;
    for command in ["convert_to_leads", "convert_preview"] {
        assert_eq!(world.refused(command, json!({ "ids": [one], "from_list": false })).await.code, "convert_off");
    }
    assert_eq!(options(vec![one]).await["leads"]["refusal"]["code"], "convert_off");

    switch(&world, "batch_delete", false).await;
    assert_eq!(world.refused("delete_deals", json!({ "ids": [one, two], "end": end })).await.code, "batch_delete_off");
    assert_eq!(world.refused("delete_leads", json!({ "ids": [three, four] })).await.code, "batch_delete_off");
    assert_eq!(options(vec![one, two]).await["delete"]["refusal"]["code"], "batch_delete_off");
    assert_eq!(options(vec![one]).await["delete"]["refusal"], Value::Null, "one by one stays possible");

    switch(&world, "delete", false).await;
    assert_eq!(world.refused("delete_deals", json!({ "ids": [one], "end": end })).await.code, "delete_off");
    assert_eq!(world.refused("delete_leads", json!({ "ids": [three] })).await.code, "delete_off");
    let contact = json!({ "records": [{ "kind": "organization", "id": organization }] });
    assert_eq!(world.refused("delete_contacts", contact).await.code, "delete_off");
    switch(&world, "delete", true).await;
    switch(&world, "batch_delete", true).await;

    switch(&world, "mass_restore", false).await;
    world.act("lose_deals", ends(&[one, two], None, "")).await;
    world.act("lose_leads", ends(&[three, four], None, "")).await;
    for (command, ids) in [
        ("restore_deals", [one, two]),
        ("unarchive_deals", [one, two]),
        ("restore_leads", [three, four]),
        ("unarchive_leads", [three, four]),
    ] {
        assert_eq!(world.refused(command, json!({ "ids": ids })).await.code, "mass_restore_off", "{command}");
        world.act(command, json!({ "ids": [ids[0]] })).await;
        let lose = if command.ends_with("deals") { "lose_deals" } else { "lose_leads" };
        world.act(lose, ends(&[ids[0]], None, "")).await;
    }
    world.act("delete_leads", json!({ "ids": [three, four] })).await;
    let records = json!({ "records": [{ "kind": "lead", "id": three }, { "kind": "lead", "id": four }] });
    assert_eq!(world.refused("recover", records).await.code, "mass_restore_off");
    world.act("win_deals", ends(&[one, two], None, "")).await;
    assert_eq!(world.refused("reopen_deals", json!({ "ids": [one, two] })).await.code, "mass_restore_off");
    world.read("undo", json!({})).await;
    assert_eq!(detail(&world, one).await["status"], "lost", "undo is no mass restore");
}

#[tokio::test]
async fn a_win_keeps_what_the_deal_really_brought_and_the_day_of_the_first_one() {
    let world = world("actual").await;
    let (one, two) = (world.deal("One", 0).await, world.deal("Two", 0).await);
    let with = |ids: &[Uuid], minor: Option<i64>| json!({ "ids": ids, "reason": null, "note": "", "actual": minor.map(|minor| json!({ "minor": minor, "currency": "EUR" })) });
    world.act("win_deals", with(&[one], Some(99_000))).await;
    let won = detail(&world, one).await;
    assert_eq!((&won["actual_value"]["minor"], &won["value"]["minor"]), (&json!(99_000), &json!(123_450)));
    let refused = world.refused("win_deals", with(&[two, one], Some(1))).await;
    assert_eq!(refused.code, "already_won");
    let three = world.deal("Three", 0).await;
    let refused = world.refused("win_deals", with(&[two, three], Some(1))).await;
    assert_eq!(
        (refused.code.as_str(), &refused.params["field"]),
        ("invalid", &json!("actual_value")),
        "one amount fits one deal"
    );
    world.act("win_deals", with(&[two], None)).await;
    assert_eq!(detail(&world, two).await["actual_value"]["minor"], 123_450, "nothing said: its value");

    let world = world.later("2026-11-29T12:00:00Z").await;
    world.act("lose_deals", ends(&[one], Some("Order cancelled"), "")).await;
    let lost = detail(&world, one).await;
    assert_eq!(
        (&lost["status"], &lost["actual_value"], &lost["first_won_at"]),
        (&json!("lost"), &Value::Null, &won["won_at"])
    );
    world.act("win_deals", with(&[one], None)).await;
    let again = detail(&world, one).await;
    assert_ne!(again["won_at"], won["won_at"]);
    assert_eq!(again["first_won_at"], won["won_at"], "the first win stays on record");
}

#[tokio::test]
async fn restoring_gives_the_probability_back_to_the_pipeline_and_history_keeps_the_own_one() {
    let world = world("probability").await;
    let deal = world.deal("Own chance", 0).await;
    world.act("update_deal", json!({ "id": deal, "changes": [{ "field": "probability", "value": 8000 }] })).await;
    world.act("lose_deals", ends(&[deal], Some("Price"), "Too dear.")).await;
    assert_eq!(detail(&world, deal).await["probability"], 0);
    world.act("restore_deals", json!({ "ids": [deal] })).await;
    let now = detail(&world, deal).await;
    assert_eq!(
        (&now["own_probability"], &now["probability"]),
        (&Value::Null, &json!(2000)),
        "the first stage's chances"
    );
    assert_eq!((&now["close_reason"], &now["close_note"]), (&Value::Null, &Value::Null));
    let kept: Vec<(String, Option<i64>, bool)> = world
        .app
        .read(move |view| {
            let mut statement = view.conn.prepare("SELECT action, probability, close_reason_id IS NOT NULL FROM stage_entries WHERE deal_id = ?1 ORDER BY at, id")?;
            let rows = statement.query_map([deal.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .await
        .expect("entries");
    assert_eq!(
        kept,
        [("create".into(), None, false), ("lost".into(), Some(8000), true), ("restore".into(), Some(8000), false)]
    );
}

#[tokio::test]
async fn an_archived_lead_set_to_zero_percent_is_lost_and_an_open_one_is_not() {
    let world = world("zero").await;
    let lead = world.lead("Slim").await;
    let set = |value: Value| json!({ "id": lead, "changes": [{ "field": "probability", "value": value }] });
    let status = async || world.read("lead_detail", json!({ "id": lead })).await["lead"]["status"].clone();
    world.act("update_lead", set(json!(0))).await;
    assert_eq!(status().await, "open", "active at 0 % is not lost");
    world.act("update_lead", set(json!(1000))).await;
    world.act("archive_leads", json!({ "ids": [lead] })).await;
    assert_eq!(status().await, "open", "archived at 10 % is only archived");
    policy(&world, "lost_reason", "required").await;
    world.act("update_lead", set(json!(0))).await;
    assert_eq!(status().await, "lost", "and needs no reason, as nobody was asked");
    world.act("restore_leads", json!({ "ids": [lead] })).await;
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!((&detail["lead"]["status"], &detail["lead"]["probability"]), (&json!("open"), &Value::Null));
    let refused = world.refused("update_lead", set(json!(10_001))).await;
    assert_eq!((refused.code.as_str(), &refused.params["field"]), ("out_of_range", &json!("probability")));
}

#[tokio::test]
async fn reasons_are_offered_in_the_order_the_user_gives_them_and_name_their_records() {
    let world = world("reasons").await;
    let reasons = async |kind: &str| {
        let all = world.read("catalog", json!({})).await["reasons"].clone();
        let of: Vec<Value> = all.as_array().into_iter().flatten().filter(|one| one["kind"] == kind).cloned().collect();
        Value::from(of)
    };
    let before = reasons("lost").await;
    let (first, last) = (before[0]["id"].clone(), before[6]["id"].clone());
    world.act("move_reason", json!({ "id": last, "after": null })).await;
    world.act("move_reason", json!({ "id": first, "after": before[2]["id"] })).await;
    let names = texts(&reasons("lost").await, "description");
    assert_eq!(names[..4], ["Not a fit for us", "No budget this year", "No answer any more", "Price too high"]);
    let won = reasons("won").await[0]["id"].clone();
    assert_eq!(
        world.refused("move_reason", json!({ "id": last, "after": won })).await.code,
        "missing",
        "of another kind"
    );

    let (deal, lead) = (world.deal("Chiller", 0).await, world.lead("Boiler").await);
    for (command, id) in [("lose_deals", deal), ("lose_leads", lead)] {
        world.act(command, json!({ "ids": [id], "reason": { "by": "id", "value": last }, "note": "" })).await;
    }
    let uses = async || {
        let reason = reasons("lost").await[0].clone();
        (reason["uses"].as_i64().unwrap_or(-1), reason["lead_uses"].as_i64().unwrap_or(-1))
    };
    // as many as the lists find
    let found = async |entity: &str| {
        let with = json!([{ "field": "close_reason", "op": "eq", "values": [{ "type": "id", "value": last }] }]);
        let totals = world.read("list_totals", crate::list::query(entity, &[], with)).await;
        totals["totals"]["count"].as_i64().unwrap_or(-1)
    };
    assert_eq!(uses().await, (2, 1), "leads use the same reasons");
    assert_eq!((found("deal").await, found("lead").await), (1, 1));
    world.act("delete_leads", json!({ "ids": [lead] })).await;
    assert_eq!((uses().await, found("lead").await), ((1, 0), 0), "what lies in the trash is not counted");
    assert_eq!(world.refused("delete_reason", json!({ "id": last })).await.code, "in_use", "but keeps its reason");
    world.act("recover", json!({ "records": [{ "kind": "lead", "id": lead }] })).await;
    world.act("restore_deals", json!({ "ids": [deal] })).await;
    assert_eq!((uses().await, found("deal").await), ((1, 1), 0));
}

#[tokio::test]
async fn several_lost_ones_are_restored_at_once_by_restore_or_by_unarchive() {
    let world = world("several").await;
    let deals = [world.deal("One", 0).await, world.deal("Two", 2).await];
    let leads = [world.lead("Three").await, world.lead("Four").await];
    for (lose, back, ids) in [
        ("lose_deals", "restore_deals", deals),
        ("lose_deals", "unarchive_deals", deals),
        ("lose_leads", "restore_leads", leads),
        ("lose_leads", "unarchive_leads", leads),
    ] {
        world.act(lose, ends(&ids, Some("Price"), "")).await;
        world.act(back, json!({ "ids": ids })).await;
        for id in ids {
            let (status, reason) = if lose == "lose_deals" {
                let deal = detail(&world, id).await;
                (deal["status"].clone(), deal["close_reason"].clone())
            } else {
                let lead = world.read("lead_detail", json!({ "id": id })).await["lead"].clone();
                (lead["status"].clone(), lead["close_reason"].clone())
            };
            assert_eq!((status, reason), (json!("open"), Value::Null), "{back}");
        }
    }
    assert_eq!(detail(&world, deals[1]).await["stage"], json!(world.stages[2]), "where it stood");
}

#[tokio::test]
async fn a_bulk_edit_takes_no_required_note_from_what_has_ended() {
    let world = world("bulk-note").await;
    let (lost, open) = (world.deal("Press", 0).await, world.deal("Pump", 0).await);
    world.act("lose_deals", ends(&[lost], None, "Too dear")).await;
    policy(&world, "lost_note", "required").await;
    let empty = json!([{ "field": "close_note", "value": "" }]);
    let edit = json!({ "ids": [lost, open], "changes": { "entity": "deal", "set": empty } });
    let preview = world.read("bulk_edit_preview", edit).await;
    assert_eq!((&preview["refused_count"], &preview["refused"][0]["name"]), (&json!(1), &json!("Press")), "{preview}");
    assert_eq!(preview["refused"][0]["refusal"]["code"], "required");
}
