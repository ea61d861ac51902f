//! What ended, counted: won and lost, why, where, when; and the records behind each mark.

use crate::{World, texts, world};
use satchel_app::dto::Catalog;
use serde_json::{Value, json};
use uuid::Uuid;

/// A query about deals of all pipelines in the home currency.
fn deals(period: &Value) -> Value {
    json!({ "of": "deals", "period": period, "pipeline": null, "currency": null })
}

fn year() -> Value {
    deals(&json!({ "kind": "last_twelve_months" }))
}

async fn reasons(world: &World) -> Vec<Uuid> {
    let catalog: Catalog = serde_json::from_value(world.read("catalog", json!({})).await).expect("a catalog");
    catalog
        .reasons
        .into_iter()
        .filter(|reason| reason.kind == satchel_app::dto::ReasonType::Lost)
        .map(|reason| reason.id)
        .collect()
}

async fn lose(world: &World, deal: Uuid, reason: Option<Uuid>) {
    world
        .act(
            "lose_deals",
            json!({ "ids": [deal], "reason": reason.map(|id| json!({ "by": "id", "value": id })), "note": "" }),
        )
        .await;
}

/// Puts the outcome of a deal on another day.
async fn ended_on(world: &World, deal: Uuid, day: Option<&'static str>) {
    world
        .app
        .write_state(move |act| {
            act.tx.execute("UPDATE deals SET ended_on = ?2 WHERE id = ?1", (deal.as_bytes(), day))?;
            Ok(())
        })
        .await
        .expect("written");
}

async fn behind(world: &World, query: Value, mark: Value) -> Value {
    world.read("report_records", json!({ "query": query, "mark": mark, "offset": 0, "limit": 50 })).await
}

/// `(reason, lost, before)` of the slices of a report.
fn slices(list: &Value) -> Vec<(Option<&str>, i64, i64)> {
    list.as_array()
        .expect("slices")
        .iter()
        .map(|slice| {
            (
                slice["id"].as_str(),
                slice["lost"]["count"].as_i64().unwrap_or(-1),
                slice["before"].as_i64().unwrap_or(-1),
            )
        })
        .collect()
}

#[tokio::test]
async fn lost_deals_are_counted_by_reason_stage_source_and_month_and_those_without_a_reason_have_a_row_of_their_own() {
    let world = world("report-lost").await;
    let [price, budget, ..] = reasons(&world).await[..] else { panic!("reasons") };
    for (title, stage, reason, day) in [
        ("A", 0, Some(price), "2026-11-03"),
        ("B", 1, Some(price), "2026-10-31"),
        ("C", 1, Some(budget), "2026-10-01"),
        ("D", 2, None, "2025-12-01"),
        ("E", 2, Some(budget), "2025-11-22"),
        ("F", 2, Some(budget), "2024-11-30"),
    ] {
        let deal = world.deal(title, stage).await;
        lose(&world, deal, reason).await;
        ended_on(&world, deal, Some(day)).await;
    }
    let won = world.deal("W", 3).await;
    world.act("win_deals", json!({ "ids": [won], "reason": null, "note": "" })).await;
    let report = world.read("report", year()).await;
    assert_eq!((&report["whole"]["from"], &report["whole"]["to"]), (&json!("2025-12-01"), &json!("2026-11-30")));
    assert_eq!(
        (&report["whole"]["won"], &report["whole"]["lost"]),
        (&json!({ "count": 1, "value": 123_450 }), &json!({ "count": 4, "value": 4 * 123_450 }))
    );
    assert_eq!(
        (&report["whole"]["rate"], &report["sources"][0]["rate"]),
        (&json!(2_000), &json!(2_000)),
        "one of five"
    );
    assert_eq!(report["before"]["lost"]["count"], 1, "only as much of the year before as has gone by of this one");
    let (price, budget) = (price.to_string(), budget.to_string());
    assert_eq!(slices(&report["reasons"]), [(Some(price.as_str()), 2, 0), (Some(budget.as_str()), 1, 1), (None, 1, 0)]);
    let stage: Vec<String> = world.stages.iter().map(ToString::to_string).collect();
    assert_eq!(
        slices(&report["stages"]),
        [(Some(stage[0].as_str()), 1, 0), (Some(stage[1].as_str()), 2, 0), (Some(stage[2].as_str()), 1, 1)]
    );
    assert_eq!(slices(&report["sources"]), [(None, 4, 1)]);
    assert_eq!(report["reasons"][0]["steps"], json!([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]));
    let months: Vec<i64> = report["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|step| step["lost"]["count"].as_i64().unwrap_or(-1))
        .collect();
    assert_eq!(months, [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1]);
    // each mark opens what it counts
    let mark = |only: Value| json!({ "won": false, "from": null, "to": null, "only": only });
    assert_eq!(
        texts(&behind(&world, year(), mark(json!({ "by": "reason", "id": price }))).await["rows"], "title"),
        ["A", "B"]
    );
    assert_eq!(
        texts(&behind(&world, year(), mark(json!({ "by": "reason", "id": null }))).await["rows"], "title"),
        ["D"]
    );
    assert_eq!(
        texts(&behind(&world, year(), mark(json!({ "by": "stage", "id": stage[1] }))).await["rows"], "title"),
        ["B", "C"]
    );
    let october = json!({ "won": false, "from": "2026-10-01", "to": "2026-10-31", "only": null });
    let found = behind(&world, year(), october).await;
    assert_eq!((&found["total"], &found["sums"]), (&json!(2), &json!([{ "minor": 246_900, "currency": "EUR" }])));
    assert_eq!(
        (&found["rows"][0]["ended_on"], &found["rows"][0]["status"], &found["rows"][0]["party"]),
        (&json!("2026-10-31"), &json!("lost"), &json!("Laiterie Saint-Just"))
    );
    let both = json!({ "won": null, "from": null, "to": null, "only": null });
    assert_eq!(behind(&world, year(), both).await["total"], 5);
}

#[tokio::test]
async fn a_restored_and_a_deleted_deal_are_in_no_report_and_one_without_a_day_counts_where_it_was_written() {
    let world = world("report-restored").await;
    let ids = [world.deal("A", 0).await, world.deal("B", 0).await, world.deal("C", 0).await, world.deal("D", 0).await];
    for id in ids {
        lose(&world, id, None).await;
    }
    ended_on(&world, ids[3], None).await;
    world.act("restore_deals", json!({ "ids": [ids[0]] })).await;
    world.act("delete_deals", json!({ "ids": [ids[1]], "end": null })).await;
    world.act("archive_deals", json!({ "ids": [ids[2]] })).await;
    let report = world.read("report", year()).await;
    assert_eq!(
        (&report["whole"]["lost"]["count"], &report["steps"][11]["lost"]["count"]),
        (&json!(2), &json!(2)),
        "archived ones are still lost"
    );
    let everything = world.read("report", deals(&json!({ "kind": "all" }))).await;
    assert_eq!(
        (&everything["whole"]["from"], &everything["whole"]["to"], &everything["before"]),
        (&json!("2026-11-22"), &json!("2026-11-22"), &Value::Null)
    );
}

#[tokio::test]
async fn values_are_added_within_one_currency_only() {
    let world = world("report-currency").await;
    let (euro, dollar) = (world.deal("Euro", 0).await, world.deal("Dollar", 0).await);
    world
        .act(
            "update_deal",
            json!({ "id": dollar, "changes": [{ "field": "value", "value": { "minor": 700, "currency": "USD" } }] }),
        )
        .await;
    for id in [euro, dollar] {
        lose(&world, id, None).await;
    }
    let report = world.read("report", year()).await;
    assert_eq!(
        (&report["currency"], &report["currencies"], &report["other_currency"]),
        (&json!("EUR"), &json!(["EUR", "USD"]), &json!(1))
    );
    assert_eq!(report["whole"]["lost"], json!({ "count": 2, "value": 123_450 }));
    let mut query = year();
    query["currency"] = json!("USD");
    assert_eq!(world.read("report", query.clone()).await["whole"]["lost"], json!({ "count": 2, "value": 700 }));
    world.act("restore_deals", json!({ "ids": [euro] })).await;
    assert_eq!(world.read("report", year()).await["currency"], "USD", "the only one there is, when nobody chose");
    query["currency"] = json!("nothing");
    assert_eq!(world.refused("report", query).await.code, "unknown_currency");
    let both = json!({ "won": false, "from": null, "to": null, "only": null });
    world.act("lose_deals", json!({ "ids": [euro], "reason": null, "note": "" })).await;
    assert_eq!(
        behind(&world, year(), both).await["sums"],
        json!([{ "minor": 123_450, "currency": "EUR" }, { "minor": 700, "currency": "USD" }])
    );
}

#[tokio::test]
async fn lost_leads_are_counted_beside_those_that_became_deals() {
    let world = world("report-leads").await;
    let [price, ..] = reasons(&world).await[..] else { panic!("reasons") };
    let (lost, converted) = (world.lead("Lost").await, world.lead("Converted").await);
    world.lead("Open").await;
    world.act("lose_leads", json!({ "ids": [lost], "reason": { "by": "id", "value": price }, "note": "" })).await;
    world
        .act("convert_to_deals", json!({ "ids": [converted], "pipeline": world.pipeline, "stage": world.stages[0] }))
        .await;
    let mut query = year();
    query["of"] = json!("leads");
    let report = world.read("report", query.clone()).await;
    assert_eq!((&report["whole"]["won"]["count"], &report["whole"]["lost"]["count"]), (&json!(1), &json!(1)));
    assert_eq!(report["reasons"][0]["id"], json!(price));
    let found = behind(&world, query, json!({ "won": false, "from": "2026-11-01", "last_day": "2026-11-30", "only": { "by": "reason", "id": price } })).await;
    assert_eq!(
        (texts(&found["rows"], "title"), &found["rows"][0]["ended_on"]),
        (vec!["Lost".to_owned()], &json!("2026-11-22"))
    );
}

#[tokio::test]
async fn a_period_that_is_none_is_refused_by_its_field() {
    let world = world("report-period").await;
    for (from, to, field) in [
        ("2026-11-31", "2026-12-01", "first_day"),
        ("2026-11-01", "", "last_day"),
        ("2026-11-02", "2026-11-01", "last_day"),
    ] {
        let refused = world.refused("report", deals(&json!({ "kind": "days", "from": from, "to": to }))).await;
        assert_eq!((refused.code.as_str(), &refused.params["field"]), ("invalid", &json!(field)), "{from} {to}");
    }
}
