//! What ended, counted: won and lost, why, where, when; and the list behind each mark.

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

/// The titles of the list behind a mark, latest first.
async fn behind(world: &World, query: &Value, mark: Value) -> Vec<String> {
    let list = world.read("report_list", json!({ "query": query, "mark": mark })).await;
    let page = json!({ "query": list["query"], "sort": list["sort"], "columns": [], "offset": 0, "limit": 200 });
    texts(&world.read("list_page", page).await["rows"], "title")
}

/// How many records the list behind a mark holds.
async fn counted(world: &World, query: &Value, mark: &Value) -> i64 {
    let list = world.read("report_list", json!({ "query": query, "mark": mark })).await;
    let totals = world.read("list_totals", list["query"].clone()).await;
    totals["totals"]["count"].as_i64().expect("a count")
}

fn mark(won: Option<bool>, step: Option<&Value>, only: Option<(&str, &Value)>) -> Value {
    let day = |key: &str| step.map_or(Value::Null, |step| step[key].clone());
    let only = only.map(|(by, id)| json!({ "by": by, "id": id }));
    json!({ "won": won, "from": day("from"), "to": day("to"), "only": only })
}

/// Every mark a report draws, with the number it shows. Leads stand in no stage.
fn marks(report: &Value, leads: bool) -> Vec<(Value, i64)> {
    let count = |of: &Value| of["count"].as_i64().expect("a count");
    let list = |of: &str| report[of].as_array().expect("a list").clone();
    let mut found = Vec::new();
    for (step, at) in
        std::iter::once((&report["whole"], None)).chain(list("steps").iter().map(|step| (step, Some(step))))
    {
        let (won, lost) = (count(&step["won"]), count(&step["lost"]));
        for (which, number) in [(None, won + lost), (Some(true), won), (Some(false), lost)] {
            found.push((mark(which, at, None), number));
        }
    }
    for (by, of) in
        [("reason", "reasons"), ("source", "sources"), ("stage", "stages")].into_iter().take(if leads { 2 } else { 3 })
    {
        for slice in list(of) {
            found.push((mark(Some(false), None, Some((by, &slice["id"]))), count(&slice["lost"])));
            if by == "source" {
                found.push((mark(Some(true), None, Some((by, &slice["id"]))), count(&slice["won"])));
            }
            for (step, number) in list("steps").iter().zip(slice["steps"].as_array().expect("steps")) {
                let of_step = mark(Some(false), Some(step), Some((by, &slice["id"])));
                found.push((of_step, number.as_i64().expect("a number")));
            }
        }
    }
    found
}

#[tokio::test]
async fn the_list_behind_every_mark_of_the_sample_holds_as_many_records_as_the_mark_says() {
    let world = world("report-marks").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let catalog = world.read("catalog", json!({})).await;
    let mut pipelines = vec![Value::Null];
    pipelines.extend(catalog["pipelines"].as_array().expect("pipelines").iter().map(|one| one["id"].clone()));
    let mut seen = 0;
    for of in ["deals", "leads"] {
        for period in ["last_twelve_months", "this_quarter", "last_year", "all"] {
            for pipeline in &pipelines {
                let query = json!({ "of": of, "period": { "kind": period }, "pipeline": pipeline, "currency": null });
                let report = world.read("report", query.clone()).await;
                for (mark, number) in marks(&report, of == "leads") {
                    assert_eq!(counted(&world, &query, &mark).await, number, "{query}: {mark}");
                    seen += number;
                }
            }
        }
    }
    assert!(seen > 200, "the sample has marks to open: {seen}");
}

#[tokio::test]
async fn a_lead_that_became_a_deal_twice_is_counted_and_listed_once() {
    let world = world("report-twice").await;
    let lead = world.lead("Twice").await;
    let to_deal = json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0] });
    world.act("convert_to_deals", to_deal).await;
    world
        .app
        .write_state(move |act| {
            // as it stands where a lead was opened again by hand and converted once more
            act.tx.execute(
                "INSERT INTO lead_entries (id, lead_id, action, at) SELECT randomblob(16), lead_id, action, at + 60000 FROM lead_entries WHERE action = 'to_deal'",
                [],
            )?;
            Ok(())
        })
        .await
        .expect("written");
    let mut query = year();
    query["of"] = json!("leads");
    let report = world.read("report", query.clone()).await;
    assert_eq!(report["whole"]["won"]["count"], 1);
    assert_eq!(counted(&world, &query, &mark(Some(true), None, None)).await, 1);
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
    let lost = |only: (&str, Value)| mark(Some(false), None, Some((only.0, &only.1)));
    assert_eq!(behind(&world, &year(), lost(("reason", json!(price)))).await, ["A", "B"]);
    assert_eq!(behind(&world, &year(), lost(("reason", Value::Null))).await, ["D"]);
    assert_eq!(behind(&world, &year(), lost(("stage", json!(stage[1])))).await, ["B", "C"]);
    let october = json!({ "from": "2026-10-01", "to": "2026-10-31" });
    assert_eq!(behind(&world, &year(), mark(Some(false), Some(&october), None)).await, ["B", "C"]);
    assert_eq!(counted(&world, &year(), &mark(None, None, None)).await, 5);
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
    for (mark, number) in marks(&report, false) {
        assert_eq!(counted(&world, &year(), &mark).await, number, "{mark}");
    }
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
    let november = json!({ "from": "2026-11-01", "to": "2026-11-30" });
    let for_its_price = mark(Some(false), Some(&november), Some(("reason", &json!(price))));
    assert_eq!(behind(&world, &query, for_its_price).await, ["Lost"]);
    assert_eq!(behind(&world, &query, mark(Some(true), Some(&november), None)).await, ["Converted"]);
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
