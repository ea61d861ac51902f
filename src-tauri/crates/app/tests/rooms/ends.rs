//! What an end says and what may be said of it later, and what counts where it ended in another currency.

use crate::{World, list::query, texts, world};
use serde_json::{Value, json};
use uuid::Uuid;

async fn deal(world: &World, id: Uuid) -> Value {
    let filter = json!({ "labels": [], "owner": null, "needs_action": false, "status": null, "text": "" });
    world.read("deal_detail", json!({ "id": id, "filter": filter })).await["deal"].clone()
}

async fn change(world: &World, name: &str, id: Uuid, field: &str, value: Value) {
    world.act(name, json!({ "id": id, "changes": [{ "field": field, "value": value }] })).await;
}

#[tokio::test]
async fn the_day_reason_and_note_of_an_end_are_put_right_later() {
    let world = world("ends").await;
    let won = world.deal("Boiler", 1).await;
    let refused = world
        .refused("update_deal", json!({ "id": won, "changes": [{ "field": "ended_on", "value": "2026-11-02" }] }))
        .await;
    assert_eq!(refused.code, "not_ended");
    world.act("win_deals", json!({ "ids": [won], "reason": null, "note": "", "actual": null })).await;
    change(&world, "update_deal", won, "ended_on", json!("2026-10-05")).await;
    let now = deal(&world, won).await;
    assert_eq!((&now["ended_on"], &now["won_at"]), (&json!("2026-10-05"), &now["first_won_at"]));
    let october = json!([{ "field": "won_at", "op": "between", "values": [{ "type": "date", "value": "2026-10-05" }, { "type": "date", "value": "2026-10-05" }] }]);
    assert_eq!(
        world.read("list_totals", query("deal", &["won"], october)).await["totals"]["count"],
        1,
        "lists and reports follow"
    );

    let (lead, catalog) = (world.lead("Chiller").await, world.read("catalog", json!({})).await);
    let of = |kind: &str| {
        let reasons = catalog["reasons"].as_array().expect("reasons");
        reasons.iter().find(|one| one["kind"] == kind).expect("one of each")["id"].clone()
    };
    world.act("lose_leads", json!({ "ids": [lead], "reason": null, "note": "" })).await;
    let wrong = json!({ "id": lead, "changes": [{ "field": "close_reason", "value": of("won") }] });
    assert_eq!(world.refused("update_lead", wrong).await.code, "missing", "a reason of the other list");
    change(&world, "update_lead", lead, "close_reason", of("lost")).await;
    change(&world, "update_lead", lead, "close_note", json!("Went with the neighbour")).await;
    let now = world.read("lead_detail", json!({ "id": lead })).await["lead"].clone();
    assert_eq!((&now["close_reason"], &now["close_note"]), (&of("lost"), &json!("Went with the neighbour")));
}

#[tokio::test]
async fn a_won_deal_counts_in_the_currency_of_what_it_brought() {
    let world = world("brought").await;
    let plain = world.deal("Without a value", 1).await;
    change(&world, "update_deal", plain, "value", Value::Null).await;
    let dollars = world.deal("In euro, paid in dollars", 1).await;
    for (id, minor, currency) in [(plain, 500_000, "EUR"), (dollars, 99_900, "USD")] {
        let actual = json!({ "minor": minor, "currency": currency });
        world.act("win_deals", json!({ "ids": [id], "reason": null, "note": "", "actual": actual })).await;
    }
    let sums = |totals: &Value| {
        let sums = totals["sums"].as_array().expect("sums").clone();
        sums.iter().map(|sum| (sum["currency"].clone(), sum["sum"].clone())).collect::<Vec<_>>()
    };
    let expected = [(json!("EUR"), json!(500_000)), (json!("USD"), json!(99_900))];
    let list = world.read("list_totals", query("deal", &["won"], json!([]))).await;
    assert_eq!(sums(&list["totals"]), expected);
    let group = json!({ "query": query("deal", &["won"], json!([])), "group": { "field": "status", "grain": null } });
    assert_eq!(sums(&world.read("list_groups", group).await["groups"][0]["totals"]), expected);
    let page = json!({ "query": query("deal", &["won"], json!([])), "sort": [{ "field": "title", "descending": false }], "columns": ["weighted"], "offset": 0, "limit": 10 });
    let rows = world.read("list_page", page).await["rows"].clone();
    assert_eq!(rows[0]["cells"][0]["value"], json!({ "minor": 99_900, "currency": "USD" }));
}

#[tokio::test]
async fn whatever_leaves_a_record_archived_at_zero_percent_loses_it() {
    let world = world("by-rule").await;
    let (one, other) = (world.deal("Archived", 1).await, world.deal("Without a chance", 1).await);
    change(&world, "update_deal", other, "probability", json!(0)).await;
    world.act("archive_deals", json!({ "ids": [one] })).await;
    world.act("archive_deals", json!({ "ids": [other] })).await;
    assert_eq!(deal(&world, other).await["status"], "lost", "by archiving");
    world.act("restore_deals", json!({ "ids": [other] })).await;
    change(&world, "update_deal", other, "probability", json!(0)).await;
    // a merge that takes the other's probability for an archived head
    let archived = world.deal("Archived too", 1).await;
    world.act("archive_deals", json!({ "ids": [archived] })).await;
    let records = json!([{ "kind": "deal", "id": one }, { "kind": "deal", "id": archived }]);
    change(&world, "update_deal", archived, "title", json!("Archived as well")).await;
    world.act("merge_records", json!({ "records": records, "head": one, "choices": [] })).await;
    assert_eq!(deal(&world, one).await["status"], "open", "archived, and no chance of its own");
    let lead = world.lead("Lead").await;
    world.act("archive_leads", json!({ "ids": [lead] })).await;
    let zero = json!([{ "field": "probability", "value": 0 }]);
    world.act("bulk_edit", json!({ "ids": [lead], "changes": { "entity": "lead", "set": zero } })).await;
    assert_eq!(world.read("lead_detail", json!({ "id": lead })).await["lead"]["status"], "lost", "by a bulk edit");
}

#[tokio::test]
async fn many_at_once_lose_their_reasons_only_where_one_may() {
    let world = world("bulk-reason").await;
    let lost = world.deal("Lost", 1).await;
    let reason = world.read("catalog", json!({})).await["reasons"][0]["id"].clone();
    let kind = world.read("catalog", json!({})).await["reasons"][0]["kind"].clone();
    assert_eq!(kind, "lost", "the first of a fresh file");
    world.act("lose_deals", json!({ "ids": [lost], "reason": { "by": "id", "value": reason }, "note": "" })).await;
    let none = json!([{ "field": "close_reason", "value": null }]);
    let clear = json!({ "ids": [lost], "changes": { "entity": "deal", "set": none } });
    let required = json!({ "field": "policy", "value": { "of": "lost_reason", "policy": "required" } });
    world.act("update_settings", json!({ "changes": [required] })).await;
    let preview = world.read("bulk_edit_preview", clear.clone()).await;
    assert_eq!(preview["refused"][0]["refusal"]["code"], "required");
    assert_eq!(world.refused("bulk_edit", clear).await.code, "required");
}

#[tokio::test]
async fn a_new_deal_begins_where_its_pipeline_lets_it() {
    let world = world("begins").await;
    let strict = json!([{ "field": "mode", "value": "strict" }]);
    world.act("update_pipeline", json!({ "id": world.pipeline, "changes": strict })).await;
    let new = |stage: usize| json!({ "title": "Boiler", "pipeline": world.pipeline, "stage": world.stages[stage], "place": { "at": "bottom" }, "value": null, "expected_close": null, "organization": null, "person": null, "source": null, "labels": [] });
    assert_eq!(world.refused("create_deal", new(2)).await.code, "first_stage_only");
    world.make("create_deal", new(0)).await;
    let lead = world.lead("Chiller").await;
    let to_deal = |stage: usize| json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[stage] });
    assert_eq!(world.refused("convert_to_deals", to_deal(1)).await.code, "first_stage_only");
    world.act("convert_to_deals", to_deal(0)).await;
}

#[tokio::test]
async fn a_deal_that_was_a_lead_that_was_a_deal_comes_from_where_the_first_one_came() {
    let world = world("first-source").await;
    let first = world.deal("Boiler", 0).await;
    let fair = world.make("create_source", json!({ "name": "Open day" })).await;
    change(&world, "update_deal", first, "source", json!(fair)).await;
    let lead = world.make("convert_to_leads", json!({ "ids": [first], "from_list": false, "reuse": false })).await;
    let sources = world.read("catalog", json!({})).await["sources"].clone();
    let given =
        sources.as_array().expect("sources").iter().find(|one| one["builtin"] == "deal").expect("given")["id"].clone();
    assert_eq!(world.read("lead_detail", json!({ "id": lead })).await["lead"]["source"], given);
    let again = world
        .make("convert_to_deals", json!({ "ids": [lead], "pipeline": world.pipeline, "stage": world.stages[0] }))
        .await;
    assert_eq!(deal(&world, again).await["source"], json!(fair));
}

#[tokio::test]
async fn sources_and_products_are_kept_by_the_user_and_go_when_nothing_names_them() {
    let world = world("short-lists").await;
    let boiler = world.deal("Boiler", 0).await;
    let price = json!({ "minor": 120_000, "currency": "EUR" });
    let source = world.make("create_source", json!({ "name": "Open day" })).await;
    let product = world.make("create_product", json!({ "name": "Heat pump", "code": "HP-1", "price": price })).await;
    for (name, input) in [
        ("create_source", json!({ "name": "open DAY" })),
        ("create_product", json!({ "name": "heat pump", "code": null, "price": null })),
    ] {
        assert_eq!(world.refused(name, input).await.code, "name_taken");
    }
    for (kind, id) in [("source", source), ("product", product)] {
        change(&world, "update_deal", boiler, kind, json!(id)).await;
        let refused = world.refused(&format!("delete_{kind}"), json!({ "id": id })).await;
        assert_eq!((refused.code.as_str(), &refused.params["names"]), ("in_use", &json!("Boiler")));
        change(&world, "update_deal", boiler, kind, Value::Null).await;
    }
    world.act("update_source", json!({ "id": source, "name": "Open house" })).await;
    world.act("update_product", json!({ "id": product, "name": "Heat pump 2", "code": null, "price": null })).await;
    let catalog = world.read("catalog", json!({})).await;
    assert!(texts(&catalog["sources"], "name").contains(&"Open house".to_owned()));
    assert_eq!(
        (&catalog["products"][0]["name"], &catalog["products"][0]["price"]),
        (&json!("Heat pump 2"), &Value::Null)
    );
    for given in catalog["sources"].as_array().expect("sources") {
        let name = given["name"].as_str().expect("a name");
        let input = json!({ "id": given["id"], "name": format!("{name} 2") });
        if given["builtin"] == "deal" {
            assert_eq!(world.refused("update_source", input).await.code, "source_given");
            assert_eq!(world.refused("delete_source", json!({ "id": given["id"] })).await.code, "source_given");
        } else {
            world.act("update_source", input).await;
        }
    }
    assert!(
        world.read("catalog", json!({})).await["sources"]
            .as_array()
            .expect("sources")
            .iter()
            .all(|one| one["builtin"] == "deal" || one["builtin"].is_null()),
        "a renamed one is the user's own"
    );
    world.act("delete_source", json!({ "id": source })).await;
    world.act("delete_product", json!({ "id": product })).await;
}

#[tokio::test]
async fn a_colleague_is_named_for_what_they_do_next_and_travels_with_a_conversion() {
    let world = world("hand-over").await;
    let sally = world.make("create_colleague", json!({ "name": "Sally", "email": null })).await;
    let boiler = world.deal("Boiler", 0).await;
    change(&world, "update_deal", boiler, "next_contact_by", json!(sally)).await;
    change(&world, "update_deal", boiler, "converted_by", json!(sally)).await;
    let lead = world.make("convert_to_leads", json!({ "ids": [boiler], "from_list": false, "reuse": false })).await;
    let now = world.read("lead_detail", json!({ "id": lead })).await["lead"].clone();
    assert_eq!(
        (&now["next_contact_by"], &now["converted_by"]),
        (&json!(sally), &Value::Null),
        "this time it was the user"
    );
    let mine = json!([{ "field": "next_contact_by", "op": "eq", "values": [{ "type": "id", "value": sally }] }]);
    assert_eq!(world.read("list_totals", query("lead", &[], mine)).await["totals"]["count"], 1);
    let refused = world.refused("delete_colleague", json!({ "id": sally })).await;
    assert_eq!((refused.code.as_str(), refused.params["count"].as_i64()), ("in_use", Some(2)), "each record once");
}

#[tokio::test]
async fn an_order_by_a_name_leaves_empty_values_last_in_its_second_key() {
    let world = world("second-key").await;
    let (empty, dated) = (world.deal("Without a day", 0).await, world.deal("With a day", 0).await);
    change(&world, "update_deal", empty, "expected_close", Value::Null).await;
    for descending in [false, true] {
        let sort = json!([{ "field": "organization", "descending": descending }, { "field": "expected_close", "descending": false }]);
        // broadly, where the names' index is walked, and narrowed, where it is not
        for all in
            [json!([]), json!([{ "field": "title", "op": "contains", "values": [{ "type": "text", "value": "day" }] }])]
        {
            let page =
                json!({ "query": query("deal", &["mine"], all), "sort": sort, "columns": [], "offset": 0, "limit": 9 });
            let rows = world.read("list_page", page).await["rows"].clone();
            assert_eq!(texts(&rows, "id"), [dated.to_string(), empty.to_string()], "{descending}");
        }
    }
}

#[tokio::test]
async fn groups_of_words_and_figures_open_to_their_own_rows() {
    let world = world("group-words").await;
    let own =
        world.make("create_field", json!({ "entity": "deal", "name": "Floor", "kind": "number", "options": [] })).await;
    let word =
        world.make("create_field", json!({ "entity": "deal", "name": "Trade", "kind": "text", "options": [] })).await;
    let blank = world
        .make(
            "create_field",
            json!({ "entity": "deal", "name": "Label", "kind": "formula", "options": [], "formula": "[title] & ' '" }),
        )
        .await;
    for (title, floor, trade) in [("A", "12.5", "Élec"), ("B", "12.5", "élec"), ("C", "7", "Gaz")] {
        let id = world.deal(title, 0).await;
        for (field, value) in [(own, floor), (word, trade)] {
            change(&world, "update_deal", id, "custom", json!({ "custom": field, "value": value })).await;
        }
    }
    for (field, counts) in [(own, vec![1, 2]), (word, vec![1, 2]), (blank, vec![1, 1, 1])] {
        let key = format!("custom:{field}");
        let asked = json!({ "query": query("deal", &[], json!([])), "group": { "field": key, "grain": null } });
        let groups = world.read("list_groups", asked).await["groups"].clone();
        let mut found = Vec::new();
        for group in groups.as_array().expect("groups") {
            let rows = world.read("list_totals", query("deal", &[], group["conditions"].clone())).await;
            assert_eq!(rows["totals"]["count"], group["totals"]["count"], "{key} {}", group["cell"]);
            found.push(group["totals"]["count"].as_i64().expect("a count"));
        }
        assert_eq!(found, counts, "{key}");
    }
}
