//! Acts that fit some of several records: the core says which, and what is done to these leaves the others alone.

use crate::{World, list::query, world};
use serde_json::{Value, json};
use uuid::Uuid;

async fn fitting(world: &World, kind: &str, act: &str, ids: &[Uuid]) -> Value {
    world.read("fitting", json!({ "kind": kind, "act": act, "ids": ids })).await
}

fn ids_of(fitting: &Value) -> Vec<Uuid> {
    serde_json::from_value(fitting["ids"].clone()).expect("ids")
}

/// A deal of each kind: open, won, lost, closed without outcome, archived, in the trash.
async fn one_of_each(world: &World) -> [Uuid; 6] {
    let mut ids = [Uuid::nil(); 6];
    for (at, title) in ["Open", "Won", "Lost", "Closed", "Archived", "Trashed"].into_iter().enumerate() {
        ids[at] = world.deal(title, 0).await;
    }
    let [_, won, lost, closed, archived, trashed] = ids;
    world.act("win_deals", json!({ "ids": [won], "reason": null, "note": "", "actual": null })).await;
    world.act("lose_deals", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    world.act("close_deals", json!({ "ids": [closed] })).await;
    world.act("archive_deals", json!({ "ids": [archived] })).await;
    world.act("delete_deals", json!({ "ids": [trashed], "end": { "how": "closed" } })).await;
    ids
}

#[tokio::test]
async fn of_several_deals_each_act_names_those_it_fits_and_does_these_in_one_step() {
    let world = world("fitting").await;
    let ids = one_of_each(&world).await;
    let [open, won, lost, closed, archived, trashed] = ids;
    for (act, expected) in [
        ("move", vec![open]),
        ("win", vec![open, lost, closed, archived]),
        ("lose", vec![open, won, closed, archived]),
        ("close", vec![open, archived]),
        ("restore", vec![lost]),
        ("reopen", vec![won, closed]),
        ("archive", vec![open, won, lost, closed]),
        ("unarchive", vec![lost, archived]),
        ("recover", vec![trashed]),
        ("delete", vec![open, won, lost, closed, archived]),
    ] {
        assert_eq!(ids_of(&fitting(&world, "deal", act, &ids).await), expected, "{act}");
    }
    let losing = fitting(&world, "deal", "lose", &ids).await;
    assert_eq!((&losing["totals"]["count"], &losing["totals"]["sums"][0]["sum"]), (&json!(4), &json!(4 * 123_450)));
    // what the core named it also takes, as one step that undo takes back for all of them
    world.act("lose_deals", json!({ "ids": losing["ids"], "reason": null, "note": "" })).await;
    assert!(ids_of(&fitting(&world, "deal", "lose", &ids).await).is_empty());
    assert_eq!(
        world.refused("lose_deals", json!({ "ids": ids, "reason": null, "note": "" })).await.code,
        "already_lost"
    );
}

#[tokio::test]
async fn of_several_leads_each_act_names_those_it_fits() {
    let world = world("fitting-leads").await;
    let (open, lost, archived, trashed) =
        (world.lead("Open").await, world.lead("Lost").await, world.lead("Archived").await, world.lead("Trashed").await);
    world.act("lose_leads", json!({ "ids": [lost], "reason": null, "note": "" })).await;
    world.act("archive_leads", json!({ "ids": [archived] })).await;
    world.act("delete_leads", json!({ "ids": [trashed] })).await;
    let ids = [open, lost, archived, trashed];
    for (act, expected) in [
        ("lose", vec![open, archived]),
        ("restore", vec![lost]),
        ("archive", vec![open, lost]),
        ("unarchive", vec![lost, archived]),
        ("recover", vec![trashed]),
        ("delete", vec![open, lost, archived]),
    ] {
        assert_eq!(ids_of(&fitting(&world, "lead", act, &ids).await), expected, "{act}");
    }
    for act in ["move", "win", "close", "reopen"] {
        let input = json!({ "kind": "lead", "act": act, "ids": ids });
        assert_eq!(world.refused("fitting", input).await.code, "invalid", "no lead knows {act}");
    }
}

#[tokio::test]
async fn a_zone_that_takes_some_says_what_those_count_for() {
    let world = world("fitting-zones").await;
    let ids = one_of_each(&world).await;
    let [open, won, lost, ..] = ids;
    let options = world.read("drop_options", json!({ "ids": [open, won, lost] })).await;
    assert_eq!(options["lost"]["count"], 2);
    assert_eq!(options["lost"]["part"]["totals"]["count"], 2);
    assert_eq!(options["lost"]["part"]["leaving"][0]["totals"]["sums"][0]["sum"], 2 * 123_450);
    let same = world.read("drop_options", json!({ "ids": [open] })).await;
    assert_eq!((&same["lost"]["count"], &same["lost"]["part"]), (&json!(1), &Value::Null), "all of them is no part");
    assert_eq!(same["fits"], json!(["move", "win", "lose", "close", "archive", "delete"]));
    let gone = world.read("drop_options", json!({ "ids": [ids[5]] })).await;
    assert_eq!((&gone["fits"], &gone["delete"]["refusal"]["code"]), (&json!(["recover"]), &json!("in_trash")));
    assert_eq!(gone["stages"][0]["refusal"]["code"], "in_trash");
}

#[tokio::test]
async fn a_card_of_the_board_knows_whether_it_lies_in_the_trash() {
    let world = world("fitting-cards").await;
    one_of_each(&world).await;
    let seen = async |presets: &[&str]| {
        let board = world
            .read(
                "open_board",
                json!({ "pipeline": null, "filter": { "query": query("deal", presets, json!([])) }, "cards": 50 }),
            )
            .await;
        let mut cards: Vec<(String, bool, bool)> = board["columns"]
            .as_array()
            .expect("columns")
            .iter()
            .flat_map(|column| column["cards"].as_array().cloned().unwrap_or_default())
            .map(|card| {
                (
                    card["title"].as_str().unwrap_or_default().to_owned(),
                    card["archived"] == true,
                    card["deleted"] == true,
                )
            })
            .collect();
        cards.sort();
        cards
    };
    assert_eq!(seen(&["deleted"]).await, [("Trashed".to_owned(), false, true)]);
    assert_eq!(seen(&["mine"]).await, [("Open".to_owned(), false, false)]);
}
