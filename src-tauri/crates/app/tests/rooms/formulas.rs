//! Computed fields: read the same everywhere, checked while they are written, and never written into.

use crate::{
    World,
    list::{cost, query},
    texts, world,
};
use serde_json::{Value, json};
use uuid::Uuid;

impl World {
    async fn formula(&self, entity: &str, name: &str, text: &str) -> Uuid {
        self.make("create_field", new(entity, name, text)).await
    }

    /// What is wrong with a computed field, as its row in the settings says.
    async fn wrong(&self, field: Uuid) -> Value {
        let catalog = self.read("catalog", json!({})).await;
        let fields = catalog["fields"].as_array().expect("fields").clone();
        fields.iter().find(|one| one["id"] == json!(field)).expect("the field")["formula"]["problem"]["code"].clone()
    }

    /// What a formula gives for the newest record, or the code of what is wrong with it.
    async fn tried(&self, text: &str) -> Value {
        let check = self.read("check_formula", json!({ "entity": "deal", "field": null, "text": text })).await;
        match &check["problem"] {
            Value::Null => check["samples"][0]["value"].clone(),
            problem => problem["code"].clone(),
        }
    }

    async fn said(&self, deal: Uuid, field: Uuid) -> Value {
        let detail = self.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
        let fields = detail["fields"].as_array().expect("fields");
        fields.iter().find(|one| one["field"]["id"] == json!(field)).expect("the field")["value"].clone()
    }

    async fn set(&self, deal: Uuid, change: Value) {
        self.act("update_deal", json!({ "id": deal, "changes": [change] })).await;
    }
}

fn new(entity: &str, name: &str, text: &str) -> Value {
    json!({ "entity": entity, "name": name, "kind": "formula", "options": [], "formula": text })
}

fn key(field: Uuid) -> String {
    format!("custom:{field}")
}

fn change(field: Uuid, text: &str) -> Value {
    json!({ "id": field, "changes": [{ "field": "formula", "value": text }] })
}

fn value(minor: i64, currency: &str) -> Value {
    json!({ "field": "value", "value": { "minor": minor, "currency": currency } })
}

async fn listed(world: &World, conditions: Value, sort: Value, columns: Value) -> Value {
    world
        .read("list_page", json!({ "query": query("deal", &["mine"], conditions), "sort": sort, "columns": columns, "offset": 0, "limit": 50 }))
        .await
}

#[tokio::test]
async fn a_formula_reads_the_same_in_the_drawer_on_cards_and_in_lists() {
    let world = world("formula-everywhere").await;
    let (small, big) = (world.deal("Small", 0).await, world.deal("Big", 0).await);
    world.set(big, value(9_000_000, "EUR")).await;
    world.set(big, json!({ "field": "probability", "value": 5_000 })).await;
    world.set(small, json!({ "field": "probability", "value": 1_000 })).await;
    let fee = world.formula("deal", "Fee", "[value] * [probability] + 10").await;
    let left = world.formula("deal", "Days left", "[expected_close] - today()").await;
    let class = world
        .formula("deal", "Class", "if([custom:FEE] > 1000, 'large', 'small')".replace("FEE", &fee.to_string()).as_str())
        .await;
    assert_eq!(world.said(small, fee).await, "13345 EUR", "123.45 and 10, in the currency of the deal");
    assert_eq!(world.said(big, fee).await, "4501000 EUR");
    assert_eq!(world.said(big, left).await, "19");
    for field in [fee, left, class] {
        world.act("update_field", json!({ "id": field, "changes": [{ "field": "on_card", "value": true }] })).await;
    }
    let board = world.read("open_board", json!({ "pipeline": null, "filter": {}, "cards": 10 })).await;
    let facts = &board["columns"][0]["cards"][1]["facts"];
    assert_eq!(
        (texts(facts, "value"), texts(facts, "kind")),
        (
            vec!["4501000 EUR".to_owned(), "19".to_owned(), "large".to_owned()],
            vec!["money".to_owned(), "number".to_owned(), "text".to_owned()]
        )
    );
    let large = json!([{ "field": key(fee), "op": "ge", "values": [{ "type": "money", "value": { "minor": 100_000, "currency": "EUR" } }] }]);
    let page = listed(&world, large.clone(), json!([]), json!([key(fee), key(left), key(class)])).await;
    assert_eq!(texts(&page["rows"], "title"), ["Big"]);
    assert_eq!(
        page["rows"][0]["cells"],
        json!([
            { "type": "money", "value": { "minor": 4_501_000, "currency": "EUR" } },
            { "type": "number", "value": 19.0 },
            { "type": "text", "value": "large" },
        ])
    );
    for descending in [true, false] {
        let page = listed(&world, json!([]), json!([{ "field": key(fee), "descending": descending }]), json!([])).await;
        assert_eq!(texts(&page["rows"], "title")[0], if descending { "Big" } else { "Small" });
    }
    let groups = world
        .read("list_groups", json!({ "query": query("deal", &["mine"], json!([])), "group": { "field": key(class) } }))
        .await;
    let names: Vec<&Value> =
        groups["groups"].as_array().expect("groups").iter().map(|group| &group["cell"]["value"]).collect();
    assert_eq!(names, [&json!("large"), &json!("small")]);
    let narrowed = query("deal", &["mine"], groups["groups"][0]["conditions"].clone());
    assert_eq!(world.read("list_totals", narrowed).await["totals"]["count"], 1, "a group is found by its conditions");
    let sums = world.read("list_sums", json!({ "query": query("deal", &["mine"], json!([])), "columns": ["value", key(fee), key(left), key(class)] })).await;
    assert_eq!(
        sums["sums"],
        json!([
            { "field": key(fee), "value": { "type": "money", "value": { "minor": 4_514_345, "currency": "EUR" } } },
            { "field": key(left), "value": { "type": "number", "value": 38.0 } },
        ])
    );
    let filtered = world
        .read(
            "open_board",
            json!({ "pipeline": null, "filter": { "query": query("deal", &["mine"], large) }, "cards": 10 }),
        )
        .await;
    assert_eq!(texts(&filtered["columns"][0]["cards"], "title"), ["Big"], "the board takes the same filter");
}

#[tokio::test]
async fn empty_stays_empty_and_amounts_keep_their_currency() {
    let world = world("formula-empty").await;
    let cost =
        world.make("create_field", json!({ "entity": "deal", "name": "Cost", "kind": "money", "options": [] })).await;
    let count =
        world.make("create_field", json!({ "entity": "deal", "name": "Count", "kind": "number", "options": [] })).await;
    let deal = world.deal("O'Neil & Söhne", 0).await;
    let named = |text: &str| {
        text.replace("[cost]", &format!("[{}]", key(cost))).replace("[count]", &format!("[{}]", key(count)))
    };
    for (text, expected) in [
        // nothing in the two own fields yet
        ("[count] + 1", Value::Null),
        ("[value] - [cost]", Value::Null),
        ("coalesce([count], 0) + 1", json!("1")),
        ("[value] - coalesce([cost], 0)", json!("123450 EUR")),
        ("coalesce([cost], 0)", Value::Null),
        ("coalesce([cost], 5)", Value::Null),
        ("max(coalesce([cost], 0), [value], -1)", json!("123450 EUR")),
        ("number(coalesce([cost], 0)) + 1", json!("1")),
        ("round([value] - round(coalesce([cost], 0)))", json!("123500 EUR")),
        ("coalesce([cost], 0) < [value]", json!("yes")),
        ("if([count] > 1, 'yes', 'no')", json!("no")),
        ("empty([count])", json!("yes")),
        ("'a' & [count] & 'b'", json!("ab")),
        ("coalesce([close_note], 'none')", json!("none")),
        ("1 / 0", Value::Null),
        ("[value] / 0", Value::Null),
        ("[value] / 7", json!("17636 EUR")),
        ("round([value] / 7)", json!("17600 EUR")),
        ("round([value] / 7, 1)", json!("17640 EUR")),
        ("floor([value])", json!("123400 EUR")),
        ("-[value]", json!("-123450 EUR")),
        ("[value] / [value]", json!("1")),
        ("number([value]) * 2", json!("2469")),
        ("[value] > 1234.49", json!("yes")),
        ("[value] = 1234.5", json!("yes")),
        ("1234.51 <= [value]", json!("no")),
        ("max([value], 2000)", json!("200000 EUR")),
        ("round(2.5) & ' ' & round(-2.5) & ' ' & round(1.005, 2)", json!("3 -3 1.01")),
        ("0.1 + 0.2", json!("0.3")),
        ("7 / 2", json!("3.5")),
        ("1e308 * 10", Value::Null),
        ("[value] * 1e300", Value::Null),
        ("[expected_close] + 21", json!("2027-01-01")),
        ("addmonths('2026-01-31', 1)", json!("2026-02-28")),
        ("addmonths(date(2026, 3, 31), -1)", json!("2026-02-28")),
        ("date(2026, 2, 29)", Value::Null),
        ("date(2024, 2, 28) + 1", json!("2024-02-29")),
        ("today()", json!("2026-11-22")),
        ("[created_at]", json!("2026-11-22")),
        ("year([expected_close]) * 100 + month([expected_close])", json!("202612")),
        ("[expected_close] between '2026-12-01' and '2026-12-31'", json!("yes")),
        ("upper(right([title], 5))", json!("SÖHNE")),
        ("contains([title], 'SÖHNE')", json!("yes")),
        ("len([title])", json!("14")),
        ("[title] = 'o''neil & söhne'", json!("yes")),
        ("[title] & \"'; DROP TABLE deals; --\"", json!("O'Neil & Söhne'; DROP TABLE deals; --")),
        ("[organization] & ', ' & [stage]", json!("Laiterie Saint-Just, New")),
        ("[status] = 'open'", json!("yes")),
        ("[status] = 'offen'", json!("formula_choice")),
        ("not [rotting] and true", json!("yes")),
    ] {
        let got = world.tried(&named(text)).await;
        if text.contains("[stage]") {
            assert!(got.as_str().is_some_and(|text| text.starts_with("Laiterie Saint-Just, ")), "{got}");
        } else {
            assert_eq!(got, expected, "{text}");
        }
    }
    let own = |field: Uuid, value: &str| json!({ "field": "custom", "value": { "custom": field, "value": value } });
    world.set(deal, own(cost, "23450 USD")).await;
    for (text, expected) in [
        ("[value] - [cost]", Value::Null),
        ("[value] > [cost]", Value::Null),
        ("[value] / [cost]", Value::Null),
        ("if(true, [cost], [value])", json!("23450 USD")),
        ("coalesce([cost], [value])", json!("23450 USD")),
        ("[cost] + 1", json!("23550 USD")),
    ] {
        assert_eq!(world.tried(&named(text)).await, expected, "{text}");
    }
    world.set(deal, own(cost, "23450 EUR")).await;
    assert_eq!(world.tried(&named("[value] - [cost]")).await, "100000 EUR");
    world.set(deal, value(5_000, "JPY")).await;
    assert_eq!(world.tried("[value] / 3 + 1").await, "1668 JPY", "yen have no decimals");
}

#[tokio::test]
async fn a_wrong_formula_is_refused_with_its_place_and_circles_are_refused() {
    let world = world("formula-wrong").await;
    let refused = world.refused("create_field", new("deal", "Wrong", "2 * [Nothing]")).await;
    assert_eq!(
        (refused.code.as_str(), &refused.params["at"], &refused.params["name"]),
        ("formula_field", &json!(4), &json!("Nothing"))
    );
    for (text, code) in [
        ("", "required"),
        ("1 +", "formula_end"),
        ("1 ; 2", "formula_syntax"),
        ("[labels] + 1", "formula_field_kind"),
        ("[title] + 1", "formula_type"),
    ] {
        assert_eq!(world.refused("create_field", new("deal", "Wrong", text)).await.code, code, "{text}");
    }
    assert_eq!(
        world
            .refused("create_field", json!({ "entity": "deal", "name": "None", "kind": "formula", "options": [] }))
            .await
            .code,
        "required"
    );
    let one = world.formula("deal", "One", "1").await;
    let two = world.formula("deal", "Two", &format!("[{}] + 1", key(one))).await;
    for text in [format!("[{}]", key(one)), format!("2 * [{}]", key(two))] {
        let refused = world.refused("update_field", change(one, &text)).await;
        assert_eq!(refused.code, "formula_cycle", "{text}");
        assert!(["One", "Two"].contains(&refused.params["name"].as_str().unwrap_or_default()));
    }
    // each doubles the one before: refused long before it fills the memory
    let mut last = two;
    for step in 0..20 {
        let text = format!("[{0}] + [{0}]", key(last));
        match world.call("create_field", new("deal", &format!("Step {step}"), &text)).await {
            Ok(done) => last = serde_json::from_value(done["created"][0]["id"].clone()).expect("an id"),
            Err(error) => {
                assert_eq!(error.code, "formula_too_large");
                return;
            }
        }
    }
    panic!("twenty doublings were taken");
}

#[tokio::test]
async fn the_largest_formula_that_is_taken_can_be_listed_filtered_and_ordered() {
    let world = world("formula-large").await;
    world.deal("Chiller", 0).await;
    let sum = |count: usize| vec!["[value]"; count].join(" + ");
    let mut count = 140;
    while world.tried(&sum(count)).await == "formula_too_large" {
        count -= 1;
    }
    assert!(count > 50, "{count} values are too few");
    let mut last = world.formula("deal", "Sum", &sum(count)).await;
    // as many in each other as are taken
    for depth in 0..20 {
        match world.call("create_field", new("deal", &format!("Deep {depth}"), &format!("-[{}]", key(last)))).await {
            Ok(done) => last = serde_json::from_value(done["created"][0]["id"].clone()).expect("an id"),
            Err(error) => assert_eq!(error.code, "formula_too_large"),
        }
    }
    let sort = json!([{ "field": key(last), "descending": true }]);
    let set = json!([{ "field": key(last), "op": "is_set", "values": [] }]);
    assert_eq!(texts(&listed(&world, set, sort, json!([key(last)])).await["rows"], "title"), ["Chiller"]);
}

#[tokio::test]
async fn a_circle_closed_by_undo_is_empty_and_marked_and_the_list_still_answers() {
    let world = world("formula-circle").await;
    let deal = world.deal("Chiller", 0).await;
    let (one, two) = (world.formula("deal", "One", "1").await, world.formula("deal", "Two", "2").await);
    let good = world.formula("deal", "Good", "[value] * 2").await;
    let first = world.act("update_field", change(one, &format!("[{}] + 1", key(two)))).await;
    let back = world.read("undo_change", json!({ "seq": first.change.expect("a change").seq })).await;
    world.act("update_field", change(two, &format!("[{}] + 1", key(one)))).await;
    assert_eq!(world.wrong(two).await, Value::Null);
    world.read("undo_change", json!({ "seq": back["change"]["seq"] })).await;
    assert_eq!(
        (world.wrong(one).await, world.wrong(two).await, world.wrong(good).await),
        (json!("formula_cycle"), json!("formula_cycle"), Value::Null)
    );
    assert_eq!((world.said(deal, one).await, world.said(deal, good).await), (Value::Null, json!("246900 EUR")));
    let page =
        listed(&world, json!([]), json!([{ "field": key(one), "descending": true }]), json!([key(one), key(good)]))
            .await;
    assert_eq!(page["rows"][0]["cells"][0], json!({ "type": "empty" }));
    assert_eq!(page["rows"][0]["cells"][1]["value"]["minor"], 246_900);
    let asked = query("deal", &["mine"], json!([{ "field": key(one), "op": "is_set", "values": [] }]));
    let refused = world.call("list_totals", asked).await.expect_err("nothing can be asked of it");
    assert_eq!((refused.code.as_str(), &refused.params["name"]), ("filter_formula", &json!("One")));
    world.act("update_field", change(one, "3")).await;
    assert_eq!((world.said(deal, two).await, world.wrong(two).await), (json!("4"), Value::Null), "repaired");
    let page = world.read("history", json!({ "before": null, "limit": 1 })).await;
    let change = world.read("change_detail", json!({ "seq": page["entries"][0]["change"]["seq"] })).await;
    let told = &change["records"][0]["fields"][0];
    assert_eq!((&told["field"], &told["to"]["value"]), (&json!("formula"), &json!("3")), "the history tells it");
}

#[tokio::test]
async fn a_formula_survives_other_names_and_says_when_a_field_it_needs_is_gone() {
    let world = world("formula-gone").await;
    let deal = world.deal("Chiller", 0).await;
    let size =
        world.make("create_field", json!({ "entity": "deal", "name": "Size", "kind": "number", "options": [] })).await;
    world.set(deal, json!({ "field": "custom", "value": { "custom": size, "value": "4" } })).await;
    let double = world.formula("deal", "Double", &format!("[{}] * 2", key(size))).await;
    let more = world.formula("deal", "More", &format!("[{}] + 1", key(double))).await;
    world.act("update_field", json!({ "id": size, "changes": [{ "field": "name", "value": "Grösse ]" }] })).await;
    assert_eq!(world.said(deal, more).await, "9");
    world.act("delete_field", json!({ "id": size })).await;
    assert_eq!(
        (world.wrong(double).await, world.wrong(more).await),
        (json!("formula_field_gone"), json!("formula_broken"))
    );
    assert_eq!(world.said(deal, more).await, Value::Null);
    world.read("undo", json!({})).await;
    assert_eq!(
        (world.said(deal, more).await, world.wrong(more).await),
        (json!("9"), Value::Null),
        "and comes back with it"
    );
    world.act("update_field", json!({ "id": size, "changes": [{ "field": "kind", "value": "text" }] })).await;
    assert_eq!(world.wrong(double).await, "formula_type");
}

#[tokio::test]
async fn nothing_is_written_into_a_computed_field() {
    let world = world("formula-closed").await;
    let deal = world.deal("Chiller", 0).await;
    let fee = world.formula("deal", "Fee", "[value] * 0.1").await;
    let text =
        world.make("create_field", json!({ "entity": "deal", "name": "Text", "kind": "text", "options": [] })).await;
    for value in [json!("5 EUR"), Value::Null] {
        let change = json!([{ "field": "custom", "value": { "custom": fee, "value": value } }]);
        assert_eq!(world.refused("update_deal", json!({ "id": deal, "changes": change })).await.code, "field_computed");
        let bulk = json!({ "ids": [deal], "changes": { "entity": "deal", "set": change } });
        assert_eq!(world.refused("bulk_edit", bulk).await.code, "field_computed");
    }
    let kind = |field: Uuid, kind: &str| json!({ "id": field, "changes": [{ "field": "kind", "value": kind }] });
    for input in [kind(fee, "text"), kind(text, "formula")] {
        assert_eq!(world.refused("update_field", input).await.code, "formula_kind_stays");
    }
    assert_eq!(world.refused("update_field", change(text, "1")).await.code, "invalid");
    let fields = world.read("list_fields", json!({ "entity": "deal" })).await["fields"].clone();
    let field = fields.as_array().expect("fields").iter().find(|field| field["key"] == key(fee)).expect("Fee").clone();
    assert_eq!(
        (&field["editable"], &field["kind"], &field["sortable"]),
        (&json!(false), &json!("money"), &json!(true))
    );
}

#[tokio::test]
async fn a_conversion_names_the_computed_fields_it_leaves_behind() {
    let world = world("formula-lead").await;
    let deal = world.deal("Chiller", 0).await;
    let fee = world.formula("deal", "Fee", "[value] * 0.1").await;
    world.formula("organization", "Deals", "[open_deals] + [won_deals]").await;
    let preview = world.read("convert_preview", json!({ "ids": [deal], "from_list": false })).await;
    assert_eq!(preview["formulas"], json!(["Fee"]));
    let lead = world.make("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await;
    let detail = world.read("lead_detail", json!({ "id": lead })).await;
    assert_eq!(detail["fields"], json!([]), "leads have no computed fields");
    let fields = world.read("list_fields", json!({ "entity": "lead" })).await["fields"].clone();
    assert!(fields.as_array().expect("fields").iter().all(|field| field["key"] != key(fee)));
    let back = world
        .make(
            "convert_to_deals",
            json!({ "ids": [lead], "pipeline": world.pipeline, "stage": null, "customer": { "how": "keep" } }),
        )
        .await;
    assert_eq!(world.said(back, fee).await, "12345 EUR", "and are there again on a deal");
}

#[tokio::test]
async fn a_filter_on_a_formula_costs_no_more_statements_than_any_other() {
    let world = world("formula-cost").await;
    world.act("load_sample", json!({ "locale": "en" })).await;
    let number =
        world.make("create_field", json!({ "entity": "deal", "name": "Count", "kind": "number", "options": [] })).await;
    let fee = world.formula("deal", "Fee", "number([value]) * [probability]").await;
    let asked = |field: Uuid| {
        query(
            "deal",
            &["mine"],
            json!([{ "field": key(field), "op": "ge", "values": [{ "type": "number", "value": 5 }] }]),
        )
    };
    assert_eq!(cost(&world, asked(number), 50).0, cost(&world, asked(fee), 50).0);
    assert!(world.read("list_totals", asked(fee)).await["totals"]["count"].as_i64() > Some(3));
}
