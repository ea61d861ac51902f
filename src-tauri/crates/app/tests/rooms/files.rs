//! Mails and files on records: read, added in one step, kept by hash, seen from both sides of a conversion, and gone
//! with the record they hang on.

use crate::{World, texts, world};
use serde_json::{Value, json};
use std::path::PathBuf;
use uuid::Uuid;

const OFFER: &str = "From: \"Zoë Mercier\" <zoe@laiterie.example>\nTo: ana@satchel.example\nDate: Fri, 20 Nov 2026 09:15:00 +0100\nSubject: Your offer\nMessage-ID: <offer-1@laiterie.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nPlease add the low-noise version.\n--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=\"../plan.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQK\n--b--\n";

fn drop_in(world: &World, name: &str, content: &str) -> String {
    let folder = world.app.dir().with_extension("outside");
    std::fs::create_dir_all(&folder).expect("a folder outside");
    let path = folder.join(name);
    std::fs::write(&path, content.replace('\n', "\r\n")).expect("a file outside");
    path.to_string_lossy().into_owned()
}

async fn read(world: &World, kind: &str, id: Uuid, paths: &[String]) -> Value {
    let files: Vec<Value> = paths.iter().map(|path| json!({ "by": "path", "value": path })).collect();
    world.read("read_files", json!({ "on": { "kind": kind, "id": id }, "files": files })).await
}

async fn add(world: &World, kind: &str, id: Uuid, paths: &[String]) -> Value {
    let read = read(world, kind, id, paths).await;
    world
        .act("add_files", json!({ "on": { "kind": kind, "id": id }, "mails": read["mails"], "files": read["files"] }))
        .await;
    read
}

async fn timeline(world: &World, kind: &str, id: Uuid) -> Vec<Value> {
    let page = world
        .read(
            "timeline",
            json!({ "record": { "kind": kind, "id": id }, "filter": "notes", "before": null, "limit": 50 }),
        )
        .await;
    page["entries"].as_array().cloned().unwrap_or_default()
}

async fn files(world: &World, kind: &str, id: Uuid) -> Vec<String> {
    texts(&world.read("attachments", json!({ "record": { "kind": kind, "id": id } })).await["files"], "name")
}

fn contents(world: &World) -> Vec<PathBuf> {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    inside(world.app.dir().join("files")).flat_map(inside).collect()
}

#[tokio::test]
async fn a_mail_dropped_on_a_deal_is_matched_to_its_person_and_kept_with_its_enclosure() {
    let world = world("mail").await;
    let deal = world.deal("Chiller", 0).await;
    let person = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["people"][0]["id"].clone();
    world.act("update_person", json!({ "id": person, "changes": [{ "field": "email", "value": "old@laiterie.example; Zoe@Laiterie.example" }] })).await;
    world
        .act(
            "log_message",
            json!({ "on": { "kind": "deal", "id": deal }, "direction": "sent", "subject": "Asked", "body": "", "at": 1_763_000_000_000_i64 }),
        )
        .await;
    assert_eq!(world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["deal"]["waiting"], true);
    add(&world, "deal", deal, &[drop_in(&world, "offer.eml", OFFER)]).await;
    let entry = timeline(&world, "deal", deal).await[0]["what"].clone();
    assert_eq!(
        (entry["type"].as_str(), entry["direction"].as_str(), entry["subject"].as_str()),
        (Some("message"), Some("received"), Some("Your offer"))
    );
    assert_eq!((&entry["body"], &entry["person"]["id"]), (&json!("Please add the low-noise version."), &person));
    assert_eq!(
        (entry["sender"].as_str(), entry["recipients"].as_str()),
        (Some("Zoë Mercier <zoe@laiterie.example>"), Some("ana@satchel.example"))
    );
    assert_eq!(
        (texts(&entry["files"], "name"), &entry["files"][0]["may_open"]),
        (vec!["plan.pdf".to_owned()], &json!(true)),
        "no folders in a name from outside"
    );
    assert_eq!(files(&world, "deal", deal).await, ["plan.pdf"]);
    let detail = world.read("deal_detail", json!({ "id": deal, "filter": {} })).await;
    assert_eq!(detail["deal"]["waiting"], false, "a customer's answer says whose turn it is");
    let id = Uuid::parse_str(person.as_str().expect("an id")).expect("an id");
    assert_eq!(timeline(&world, "person", id).await.len(), 1, "it stands on the person as well");
    let found = world.read("search", json!({ "text": "low-noise", "kinds": [], "limit": 10 })).await;
    assert!(found.to_string().contains(&deal.to_string()), "{found}");
}

#[tokio::test]
async fn the_profile_says_which_mails_are_ours() {
    let world = world("direction").await;
    let deal = world.deal("Chiller", 0).await;
    let ours = OFFER
        .replace("From: \"Zoë Mercier\" <zoe@laiterie.example>", "From: Ana <ANA@satchel.example>")
        .replace("To: ana@satchel.example", "To: zoe@laiterie.example");
    world
        .act("update_settings", json!({ "changes": [{ "field": "profile_email", "value": "ana@satchel.example" }] }))
        .await;
    let read = read(&world, "deal", deal, &[drop_in(&world, "ours.eml", &ours)]).await;
    assert_eq!(read["mails"][0]["direction"], "sent");
    add(&world, "deal", deal, &[drop_in(&world, "ours.eml", &ours)]).await;
    assert_eq!(world.read("deal_detail", json!({ "id": deal, "filter": {} })).await["deal"]["waiting"], true);
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_by_name_and_the_rest_goes_in() {
    let world = world("refused").await;
    let deal = world.deal("Chiller", 0).await;
    let paths = [
        drop_in(&world, "offer.eml", OFFER),
        drop_in(&world, "twice.eml", OFFER),
        drop_in(&world, "broken.eml", "this is no mail"),
        drop_in(&world, "list.csv", "a,b\n1,2"),
        "/nowhere/at/all.pdf".to_owned(),
        world.app.dir().to_string_lossy().into_owned(),
    ];
    let read = add(&world, "deal", deal, &paths).await;
    let refused: Vec<(&str, &str)> = read["refused"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| (one["name"].as_str().unwrap_or_default(), one["why"]["code"].as_str().unwrap_or_default()))
        .collect();
    assert_eq!(
        refused[..3],
        [("twice.eml", "mail_there"), ("broken.eml", "not_a_mail"), ("all.pdf", "attachment_unreadable")]
    );
    assert_eq!(refused[3].1, "attachment_unreadable", "a folder is no file");
    assert_eq!((timeline(&world, "deal", deal).await.len(), files(&world, "deal", deal).await.len()), (1, 2));
    let again = self::read(&world, "deal", deal, &paths[..1]).await;
    assert_eq!(again["refused"][0]["why"]["code"], "mail_there", "it stands there already");
    let large = world.app.dir().with_extension("outside").join("large.bin");
    std::fs::File::create(&large).and_then(|file| file.set_len(60 * 1024 * 1024)).expect("a large file");
    let read = self::read(&world, "deal", deal, &[large.to_string_lossy().into_owned()]).await;
    assert_eq!(
        (&read["refused"][0]["why"]["code"], &read["refused"][0]["why"]["params"]["max"]),
        (&json!("attachment_too_large"), &json!(50))
    );
    assert_eq!(
        world
            .refused(
                "read_files",
                json!({ "on": { "kind": "label", "id": deal }, "files": [{ "by": "path", "value": "/x" }] })
            )
            .await
            .code,
        "invalid"
    );
    assert_eq!(world.refused("add_files", json!({ "on": { "kind": "deal", "id": deal }, "mails": [], "files": [{ "name": "x.pdf", "size": 3, "hash": "0".repeat(64) }] })).await.code, "file_gone");
    assert_eq!(world.refused("add_files", json!({ "on": { "kind": "deal", "id": deal }, "mails": [], "files": [{ "name": "x.pdf", "size": 3, "hash": "../../etc/passwd" }] })).await.code, "invalid");
}

#[tokio::test]
async fn mails_and_files_are_read_on_the_deal_and_on_the_lead_it_became() {
    let world = world("both").await;
    let deal = world.deal("Chiller", 0).await;
    add(&world, "deal", deal, &[drop_in(&world, "offer.eml", OFFER), drop_in(&world, "photo.png", "png")]).await;
    let lead = world.act("convert_to_leads", json!({ "ids": [deal], "from_list": false })).await.created[0].id;
    for (kind, id) in [("deal", deal), ("lead", lead)] {
        let said = timeline(&world, kind, id).await;
        assert_eq!(said.iter().filter(|entry| entry["what"]["subject"] == "Your offer").count(), 1, "{kind}");
        assert_eq!(files(&world, kind, id).await, ["photo.png", "plan.pdf"], "{kind}");
    }
    let twice = read(&world, "lead", lead, &[drop_in(&world, "offer.eml", OFFER)]).await;
    assert_eq!(twice["refused"][0]["why"]["code"], "mail_there", "it is there, through its deal");
    // and when the deal is gone for ever, the lead keeps them
    world.read("delete_for_ever", json!({ "records": [{ "kind": "deal", "id": deal }] })).await;
    assert_eq!(files(&world, "lead", lead).await, ["photo.png", "plan.pdf"]);
    assert_eq!(
        (
            timeline(&world, "lead", lead)
                .await
                .iter()
                .filter(|entry| entry["what"]["subject"] == "Your offer")
                .count(),
            contents(&world).len()
        ),
        (1, 2)
    );
}

#[tokio::test]
async fn a_file_is_opened_as_a_copy_removed_with_undo_and_its_content_goes_only_with_the_trash() {
    let world = world("content").await;
    let (deal, stays) = (world.deal("Chiller", 0).await, world.deal("Boiler", 1).await);
    add(
        &world,
        "deal",
        deal,
        &[drop_in(&world, "secret plan.txt", "ultramarine"), drop_in(&world, "run.sh", "#!/bin/sh")],
    )
    .await;
    add(&world, "deal", stays, &[drop_in(&world, "shared.txt", "shared"), drop_in(&world, "gone.txt", "vermilion")])
        .await;
    let list = world.read("attachments", json!({ "record": { "kind": "deal", "id": deal } })).await["files"].clone();
    for (name, may_open) in [("secret plan.txt", true), ("run.sh", false)] {
        let id = list.as_array().into_iter().flatten().find(|file| file["name"] == name).expect(name)["id"].clone();
        let copy = world.read("attachment_copy", json!({ "id": id })).await;
        assert_eq!(copy["may_open"], may_open, "{name}");
        assert!(std::path::Path::new(copy["path"].as_str().unwrap_or_default()).ends_with(name));
    }
    let file = world.read("attachments", json!({ "record": { "kind": "deal", "id": stays } })).await["files"].clone();
    let id = file.as_array().into_iter().flatten().find(|file| file["name"] == "gone.txt").expect("it")["id"].clone();
    world.act("remove_attachment", json!({ "id": id })).await;
    assert_eq!(contents(&world).len(), 4, "undo must find the content of what was removed");
    world.act("delete_deals", json!({ "ids": [deal], "end": { "how": "closed" } })).await;
    assert_eq!(world.refused("remove_attachment", json!({ "id": list[0]["id"] })).await.code, "in_trash");
    world.read("empty_trash", json!({})).await;
    let left: Vec<String> = contents(&world).iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    assert!(
        left.contains(&"shared".to_owned()) && left.contains(&"vermilion".to_owned()) && left.len() == 2,
        "{left:?}"
    );
    assert!(!world.app.dir().join("opened").exists(), "copies go as well");
}

#[tokio::test]
async fn a_logged_mail_is_removed_with_its_files_and_undo_brings_both_back() {
    let world = world("unlog").await;
    let deal = world.deal("Chiller", 0).await;
    add(&world, "deal", deal, &[drop_in(&world, "offer.eml", OFFER)]).await;
    let id = timeline(&world, "deal", deal).await[0]["what"]["id"].clone();
    world.act("delete_message", json!({ "id": id })).await;
    assert_eq!((timeline(&world, "deal", deal).await.len(), files(&world, "deal", deal).await.len()), (0, 0));
    assert!(
        read(&world, "deal", deal, &[drop_in(&world, "offer.eml", OFFER)]).await["refused"]
            .as_array()
            .is_some_and(Vec::is_empty),
        "it can be logged again"
    );
}

#[tokio::test]
async fn a_mail_of_a_person_who_is_gone_stays_with_its_organization() {
    let world = world("mail-stays").await;
    let firm = json!({ "name": "Laiterie", "parent": null, "city": null, "phone": null, "email": null });
    let firm = world.make("create_organization", firm).await;
    let zoe = json!({ "name": "Zoë", "organization": null, "job_title": null, "phone": null, "email": "zoe@laiterie.example" });
    let zoe = world.make("create_person", zoe).await;
    add(&world, "organization", firm, &[drop_in(&world, "offer.eml", OFFER)]).await;
    assert_eq!(timeline(&world, "person", zoe).await.len(), 1, "it names her");
    world.act("delete_contacts", json!({ "records": [{ "kind": "person", "id": zoe }] })).await;
    assert_eq!(world.read("empty_trash", json!({})).await["removed"], 1);
    let entry = timeline(&world, "organization", firm).await[0]["what"].clone();
    assert_eq!((&entry["subject"], &entry["person"]), (&json!("Your offer"), &Value::Null));
    assert_eq!(files(&world, "organization", firm).await, ["plan.pdf"]);
}
