//! Generators of the commands about mails and files on records.

use super::World;
use satchel_app::dto::*;

/// Contents that lie where the core keeps them, beside the file this world looks at.
fn kept(w: &mut World<'_>) -> IncomingFile {
    let (hash, content) = *w.dice.pick(&[
        ("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc"),
        ("2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "foo"),
        ("0000000000000000000000000000000000000000000000000000000000000000", ""),
    ]);
    let dir = std::path::Path::new(w.db.path().expect("a file"))
        .parent()
        .expect("its directory")
        .join("files")
        .join(&hash[..2]);
    std::fs::create_dir_all(&dir).expect("the folder");
    if !content.is_empty() {
        std::fs::write(dir.join(&hash[2..]), content).expect("the content");
    }
    IncomingFile { name: w.text(), size: 3, hash: hash.into() }
}

pub fn add_files(w: &mut World<'_>) -> AddFilesInput {
    let mail = w.maybe(|w| IncomingMail {
        direction: *w.dice.pick(&[MessageDirection::Sent, MessageDirection::Received]),
        subject: w.text(),
        body: w.text(),
        sender: w.maybe(|_| "a@example.com".into()),
        recipients: w.maybe(World::text),
        at: w.maybe(|w| *w.dice.pick(&[0, 1_700_000_000_000, i64::MAX])),
        mail_id: w.maybe(|w| (*w.dice.pick(&["m1@x", "m2@x"])).into()),
        person: w.maybe(|w| w.id("people")),
        files: w.maybe(kept).into_iter().collect(),
    });
    AddFilesInput { on: w.on(), mails: mail.into_iter().collect(), files: w.maybe(kept).into_iter().collect() }
}

pub fn remove_attachment(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("attachments") }
}

pub fn delete_message(w: &mut World<'_>) -> IdInput {
    IdInput { id: w.id("messages") }
}
