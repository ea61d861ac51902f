//! Search as you type.

use crate::{World, texts, world};
use serde_json::{Value, json};

async fn hits(world: &World, text: &str) -> Value {
    world.read("search", json!({ "text": text, "kinds": [], "limit": 20 })).await["hits"].clone()
}

#[tokio::test]
async fn deals_and_leads_of_a_matching_contact_follow_the_direct_hits() {
    let world = world("contacts").await;
    let deal = world.deal("Chiller", 1).await;
    world.deal("Saint press", 0).await;
    world.act("lose_deals", json!({ "ids": [deal], "reason": null, "note": "" })).await;
    let found = hits(&world, "saint").await;
    assert_eq!(texts(&found, "kind"), ["deal", "organization", "deal"], "newest first, then those of the organization");
    assert_eq!(texts(&found, "title"), ["Saint press", "Laiterie Saint-Just", "Chiller"]);
    assert_eq!(
        (&found[2]["status"], &found[2]["stage"], &found[2]["value"]["minor"], &found[2]["second"]),
        (&json!("lost"), &json!("Site visit"), &json!(123_450), &json!("Laiterie Saint-Just – Zoë Mercier"))
    );
    let found = hits(&world, "zoe chil").await;
    assert_eq!(texts(&found, "title"), ["Chiller"], "one word in the person, one in the title");
    assert_eq!(texts(&hits(&world, "mercier").await, "kind"), ["person", "deal", "deal"]);
}

#[tokio::test]
async fn notes_and_messages_open_the_record_they_hang_on() {
    let world = world("excerpts").await;
    let lead = world.lead("Boiler").await;
    let body = format!("{} The crane needs four weeks. {}", "Before. ".repeat(30), "After. ".repeat(30));
    world.act("add_note", json!({ "on": { "kind": "lead", "id": lead }, "body": body })).await;
    world.act("log_message", json!({ "on": { "kind": "lead", "id": lead }, "direction": "received", "subject": "Crane", "body": "When does it come?", "at": null })).await;
    let found = hits(&world, "crane").await;
    assert_eq!(texts(&found, "kind"), ["message", "note"]);
    assert!(found[1]["excerpt"].as_str().is_some_and(|text| text.contains("The crane needs four weeks")), "{found}");
    assert_eq!((&found[1]["second"], &found[1]["opens"]), (&json!("Boiler"), &json!({ "kind": "lead", "id": lead })));
    let only = world.read("search", json!({ "text": "crane", "kinds": ["message"], "limit": 20 })).await;
    assert_eq!(texts(&only["hits"], "kind"), ["message"]);
    let none = world.read("search", json!({ "text": "crane", "kinds": ["label"], "limit": 20 })).await;
    assert_eq!(none["hits"], json!([]));
    world.act("delete_leads", json!({ "ids": [lead] })).await;
    assert_eq!(hits(&world, "boiler").await[0]["in_trash"], true, "what lies in the trash is found and says so");
}

#[tokio::test]
async fn whatever_is_typed_is_only_text() {
    let world = world("typed").await;
    world.lead("हिन्दी ไทย العربية ἀρχή").await;
    let long = "word ".repeat(200);
    for text in [
        "\"",
        "*",
        "a OR b NEAR(c)",
        "title:x",
        "-",
        "(",
        "^a",
        "{}",
        "\u{0}",
        "हिन्दी",
        "ไทย",
        "العربية",
        "e\u{301}t\u{e9}",
        "ἀρ",
        "½²",
        "ﬁ",
        "İ",
        "🚚",
        "a\u{200d}b",
        long.as_str(),
    ] {
        let answer = world.call("search", json!({ "text": text, "kinds": [], "limit": 20 })).await;
        assert!(answer.is_ok(), "{text:?}: {answer:?}");
    }
    for text in ["हिन्दी", "ไทย", "العربية", "ἀρχή"] {
        assert_eq!(hits(&world, text).await.as_array().map(Vec::len), Some(1), "{text}");
    }
}

#[tokio::test]
async fn a_long_list_of_hits_is_cut_and_says_so() {
    let world = world("many").await;
    for number in 0..8 {
        world.lead(&format!("Pump {number}")).await;
    }
    let answer = world.read("search", json!({ "text": "pump", "kinds": [], "limit": 5 })).await;
    assert_eq!(texts(&answer["hits"], "title"), ["Pump 7", "Pump 6", "Pump 5", "Pump 4", "Pump 3"]);
    assert_eq!((&answer["more"], &answer["text"]), (&json!(true), &json!("pump")));
    let all = world.read("search", json!({ "text": "pump", "kinds": [], "limit": 8 })).await;
    assert_eq!(all["more"], false);
}
