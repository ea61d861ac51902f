//! Sample data: complete, in one step, and out again without the user's own work.

use crate::{World, world};
use serde_json::{Value, json};

async fn count(world: &World, sql: &'static str) -> i64 {
    world.app.read(move |view| Ok(view.conn.query_row(sql, [], |row| row.get(0))?)).await.expect("counts")
}

#[tokio::test]
async fn each_language_loads_whole_and_leaves_without_a_trace() {
    for locale in ["en", "fr-FR", "zh-CN"] {
        let world = world(&format!("sample-{}", &locale[..2])).await;
        let before = world.dump().await;
        world.act("load_sample", json!({ "locale": locale })).await;
        assert_eq!(world.refused("load_sample", json!({ "locale": locale })).await.code, "sample_loaded");
        let boot = world.read("boot", json!({})).await;
        assert_eq!((&boot["has_sample"], boot["unseen_leads"].as_i64()), (&json!(true), Some(3)));
        for (sql, least) in [
            ("SELECT count(*) FROM deals", 40),
            ("SELECT count(*) FROM leads WHERE status = 'open'", 12),
            ("SELECT count(*) FROM organizations", 25),
            ("SELECT count(*) FROM people", 35),
            ("SELECT count(*) FROM organizations WHERE parent_id IS NOT NULL", 3),
            ("SELECT count(*) FROM activities WHERE done_at IS NULL AND due_on < '2026-11-22'", 5),
            ("SELECT count(*) FROM activities WHERE done_at IS NULL AND due_on = '2026-11-22'", 4),
            ("SELECT count(*) FROM activities WHERE done_at IS NULL AND due_on > '2026-11-22'", 10),
            (
                "SELECT count(*) FROM deals d WHERE status = 'open' AND NOT EXISTS (SELECT 1 FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL)",
                4,
            ),
            ("SELECT count(*) FROM notes", 15),
            ("SELECT count(*) FROM messages", 8),
            ("SELECT count(*) FROM deal_labels", 15),
            ("SELECT count(*) FROM deals WHERE status = 'won'", 5),
            ("SELECT count(*) FROM deals WHERE status = 'lost' AND close_reason_id IS NOT NULL", 4),
            ("SELECT count(*) FROM custom_values", 10),
            ("SELECT count(*) FROM stage_entries", 80),
            ("SELECT count(*) FROM pipelines WHERE mode = 'strict'", 1),
            ("SELECT count(DISTINCT stage_id) FROM deals WHERE status = 'open' AND deleted_at IS NULL", 9),
        ] {
            let found = count(&world, sql).await;
            assert!(found >= least, "{locale}: {sql} gives {found}");
        }
        let currency = if locale == "zh-CN" { "CNY" } else { "EUR" };
        assert_eq!(
            count(
                &world,
                if currency == "CNY" {
                    "SELECT count(*) FROM deals WHERE currency <> 'CNY'"
                } else {
                    "SELECT count(*) FROM deals WHERE currency <> 'EUR'"
                }
            )
            .await,
            0
        );
        let preview = world.read("sample_preview", json!({})).await;
        assert_eq!(preview["keeping"], json!([]));
        world.act("remove_sample", json!({})).await;
        assert_eq!(world.dump().await, before, "{locale}");
        assert_eq!(world.refused("remove_sample", json!({})).await.code, "no_sample");
    }
}

#[tokio::test]
async fn what_the_user_touched_stays_with_all_it_needs() {
    let world = world("sample-kept").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let board = world.read("open_board", json!({ "pipeline": null, "filter": {}, "cards": 50 })).await;
    let card = |title: &str| {
        board["columns"]
            .as_array()
            .into_iter()
            .flatten()
            .flat_map(|column| column["cards"].as_array().cloned().unwrap_or_default())
            .find(|card| card["title"] == title)
            .unwrap_or_else(|| panic!("{title}"))
    };
    let touched = card("Two packaged chillers");
    assert_eq!(touched["sample"], true);
    world
        .act(
            "update_deal",
            json!({ "id": touched["id"], "changes": [{ "field": "title", "value": "Three chillers" }] }),
        )
        .await;
    let noted = card("Wire EDM, used or new");
    world.act("add_note", json!({ "on": { "kind": "deal", "id": noted["id"] }, "body": "My own note" })).await;
    let organizations = world
        .read("contacts_page", json!({ "kind": "organization", "text": "northgate", "offset": 0, "limit": 10 }))
        .await;
    let northgate = organizations["rows"][0]["id"].clone();
    world.act("create_deal", json!({ "title": "My own deal", "pipeline": world.pipeline, "stage": world.stages[0], "place": { "at": "top" }, "value": null, "expected_close": null, "organization": { "by": "id", "value": northgate }, "person": null, "source": null, "labels": [] })).await;
    let preview = world.read("sample_preview", json!({})).await;
    let kept: Vec<Value> = preview["keeping"].as_array().cloned().unwrap_or_default();
    for id in [&touched["id"], &noted["id"], &northgate] {
        assert!(kept.iter().any(|record| record["id"] == *id), "{id} is kept");
    }
    let done = world.act("remove_sample", json!({})).await;
    assert_eq!(done.change.map(|change| change.params["kept"].clone()), Some(json!(kept.len())));
    let titles = count(&world, "SELECT count(*) FROM deals").await;
    assert_eq!(titles, 3, "the touched deal, the noted deal, and the user's own");
    let detail = world.read("deal_detail", json!({ "id": touched["id"], "filter": {} })).await;
    assert_eq!(
        (&detail["deal"]["title"], &detail["deal"]["sample"], &detail["organization"]["name"]),
        (&json!("Three chillers"), &json!(false), &json!("Orchard Lane Cider"))
    );
    assert_eq!(detail["open_activities"].as_array().map(Vec::len), Some(1), "what hangs on it stays with it");
    assert_eq!(world.read("boot", json!({})).await["has_sample"], false);
    assert_eq!(
        world.read("catalog", json!({})).await["pipelines"].as_array().map(Vec::len),
        Some(1),
        "the sample's pipeline went with it"
    );
}

#[tokio::test]
async fn a_deal_of_the_sample_stays_with_what_was_merged_into_it() {
    let world = world("sample-merged").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let ask = json!({ "query": { "entity": "deal", "presets": [{ "name": "mine" }] }, "sort": [], "limit": 1 });
    let head = world.read("list_ids", ask).await["ids"][0].clone();
    let lead = world.lead("Mine").await;
    let records = json!([{ "kind": "deal", "id": head }, { "kind": "lead", "id": lead }]);
    world.act("merge_records", json!({ "records": records, "head": null, "choices": [] })).await;
    world.act("remove_sample", json!({})).await;
    let left = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(left["deal"]["id"], head, "the lead still says what it is part of");
}
