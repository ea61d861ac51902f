//! For every writing command: undo gives back the file of before, redo the file of after, a refusal changes nothing,
//! and after each step the counters equal a recount and the search index its records.

use rusqlite::{Connection, OpenFlags};
use satchel_app::{
    App, Clock, OpenOptions, commands,
    dto::{Nothing, SampleInput, UndoInput},
};
use satchel_proof::{
    dump::{difference, dump},
    generate::{self, World},
    invariants,
    vfs::Dice,
};
use serde_json::Value;
use std::{collections::BTreeMap, path::PathBuf};

type Make = fn(&mut World<'_>) -> Value;

fn json(value: impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("inputs are plain data")
}

/// The generators, drawn from the command list: reading commands have none, every other kind must.
macro_rules! generators {
    (; $($how:ident $room:ident::$name:ident($input:ident) -> $output:ident;)*) => {
        #[expect(clippy::vec_init_then_push, reason = "one push a line of the command list")]
        fn generators() -> Vec<(&'static str, Make)> {
            let mut all: Vec<(&'static str, Make)> = Vec::new();
            $(generators!(@ $how $name all);)*
            all
        }
    };
    (@ write $name:ident $all:ident) => { $all.push((stringify!($name), |world| json(generate::$name(world)))) };
    (@ step undo $all:ident) => {};
    (@ step redo $all:ident) => {};
    (@ step $name:ident $all:ident) => { $all.push((stringify!($name), |world| json(generate::$name(world)))) };
    (@ $other:ident $name:ident $all:ident) => {};
}

satchel_app::for_each_command!(generators);

struct Bench {
    app: App,
    db: Connection,
}

impl Bench {
    fn open(name: &str) -> Self {
        let dir: PathBuf = std::env::temp_dir().join(format!("satchel-undo-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        let app = App::open(OpenOptions {
            dir: dir.clone(),
            vfs: None,
            clock: Clock::Frozen("2026-11-22T12:00:00Z".parse().expect("an instant")),
            locale: Some("en".into()),
        })
        .expect("opens");
        let db = Connection::open_with_flags(dir.join("satchel.db"), OpenFlags::SQLITE_OPEN_READ_WRITE)
            .expect("a second look at the file");
        Self { app, db }
    }

    fn dump(&self) -> String {
        dump(&self.db).expect("dump")
    }

    /// Runs one command and holds it to the property. Answers whether it changed anything.
    async fn hold(&self, name: &str, input: Value) -> bool {
        let before = self.dump();
        let shown = input.to_string();
        let done = match commands::dispatch(&self.app, name, input).await {
            Ok(done) => done,
            Err(error) => {
                assert_ne!(error.code, "internal", "{name} {shown}: {error}");
                let after = self.dump();
                assert!(
                    before == after,
                    "{name} was refused ({error}) but changed the file:\n{}",
                    difference(&before, &after)
                );
                return false;
            }
        };
        let after = self.dump();
        self.check(name, &shown);
        if done["change"].is_null() {
            assert!(before == after, "{name} {shown} said that nothing changed:\n{}", difference(&before, &after));
            return false;
        }
        commands::undo(&self.app, UndoInput::default())
            .await
            .unwrap_or_else(|error| panic!("undo of {name} {shown}: {error}"));
        let undone = self.dump();
        assert!(undone == before, "undo of {name} {shown} left:\n{}", difference(&before, &undone));
        self.check("undo", &shown);
        commands::redo(&self.app, Nothing {}).await.unwrap_or_else(|error| panic!("redo of {name} {shown}: {error}"));
        let redone = self.dump();
        assert!(redone == after, "redo of {name} {shown} left:\n{}", difference(&after, &redone));
        self.check("redo", &shown);
        true
    }

    /// One command with an input drawn from what is there, held to the property and counted where it changed something.
    async fn turn(
        &self,
        (name, make): (&'static str, Make),
        dice: &mut Dice,
        changed: &mut BTreeMap<&'static str, u32>,
    ) {
        let input = make(&mut World { db: &self.db, dice });
        if self.hold(name, input).await {
            *changed.entry(name).or_insert(0) += 1;
        }
        if name == "remove_sample" || name == "delete_pipeline" {
            // keep something to work on
            commands::undo(&self.app, UndoInput::default()).await.ok();
        }
    }

    fn check(&self, name: &str, input: &str) {
        invariants::check(&self.db).unwrap_or_else(|offence| panic!("after {name} {input}: {offence}"));
    }
}

#[tokio::test]
async fn every_command_is_undone_and_redone_exactly() {
    let bench = Bench::open("each");
    let mut dice = Dice::announced("every_command_is_undone_and_redone_exactly");
    let all = generators();
    let mut changed = BTreeMap::new();
    // the sample is refused a second time, so its turn comes first, on the empty file
    assert!(
        bench.hold("load_sample", json(generate::load_sample(&mut World { db: &bench.db, dice: &mut dice }))).await
    );
    changed.insert("load_sample", 1);
    // each command several times in turn, then many at random, on a file that keeps what they did
    let turns = all.iter().cycle().take(all.len() * 6).copied();
    let order: Vec<(&'static str, Make)> =
        turns.chain((0..300).map(|_| all[dice.below(all.len())]).collect::<Vec<_>>()).collect();
    for command in order {
        bench.turn(command, &mut dice, &mut changed).await;
    }
    // a switch that was left off would forbid them for good
    let on = serde_json::json!({ "changes": [
        { "field": "leads_enabled", "value": true },
        { "field": "delete_ended_only", "value": false },
        { "field": "guard", "value": { "act": "batch_delete", "on": true } },
    ] });
    bench.hold("update_settings", on).await;
    // the unlucky ones go on until they did something; between their tries others bring other records and states
    for command in &all {
        let mut tries = 0;
        while !changed.contains_key(command.0) && tries < 400 {
            bench.turn(*command, &mut dice, &mut changed).await;
            bench.turn(all[dice.below(all.len())], &mut dice, &mut changed).await;
            tries += 1;
        }
    }
    let idle: Vec<&str> = all.iter().map(|(name, _)| *name).filter(|name| !changed.contains_key(name)).collect();
    assert!(idle.is_empty(), "generators that never changed anything prove nothing: {idle:?}");
}

#[tokio::test]
async fn walking_all_the_way_back_and_forth_meets_every_state_again_also_after_a_restart() {
    let bench = Bench::open("walk");
    let mut dice = Dice::announced("walking_all_the_way_back_and_forth");
    let all = generators();
    commands::load_sample(&bench.app, SampleInput { locale: "en".into() }).await.expect("sample data");
    let mut states = vec![bench.dump()];
    while states.len() < 80 {
        let (name, make) = all[dice.below(all.len())];
        if matches!(name, "remove_sample" | "load_sample" | "undo_change") {
            continue;
        }
        let input = make(&mut World { db: &bench.db, dice: &mut dice });
        if let Ok(done) = commands::dispatch(&bench.app, name, input).await
            && !done["change"].is_null()
        {
            states.push(bench.dump());
        }
    }
    bench.app.close();
    let app = App::open(OpenOptions::new(bench.app.dir())).expect("opens again");
    for state in states.iter().rev().skip(1) {
        commands::undo(&app, UndoInput::default()).await.expect("undo after a restart");
        let now = bench.dump();
        assert!(&now == state, "{}", difference(state, &now));
    }
    for state in states.iter().skip(1) {
        commands::redo(&app, Nothing {}).await.expect("redo");
        let now = bench.dump();
        assert!(&now == state, "{}", difference(state, &now));
    }
    invariants::check(&bench.db).expect("sound at the end");
}

#[tokio::test]
async fn ten_thousand_deals_edited_at_once_come_back_exactly() {
    let bench = Bench::open("bulk");
    commands::load_sample(&bench.app, SampleInput { locale: "en".into() }).await.expect("sample data");
    bench
        .db
        .execute_batch(
            "INSERT INTO deals (id, number, title, pipeline_id, stage_id, rank, status, value, currency, created_at, stage_entered_at)
             WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
             SELECT unhex(printf('%032x', i)), 100000 + i, 'Deal ' || i, s.pipeline_id, s.id, i * 4294967296, 'open', i * 100, 'EUR', i, i
             FROM n JOIN (SELECT id, pipeline_id FROM stages ORDER BY position LIMIT 1) s",
        )
        .expect("ten thousand deals");
    // their documents, as a write of the core would have made them
    satchel_store::search::rebuild(&bench.db).expect("documents");
    satchel_store::similar::rebuild(&bench.db).expect("keys of similar ones");
    let ids: Vec<uuid::Uuid> = (1..=10_000).map(uuid::Uuid::from_u128).collect();
    let label: Vec<u8> = bench.db.query_row("SELECT id FROM labels LIMIT 1", [], |row| row.get(0)).expect("a label");
    let input = serde_json::json!({
        "ids": ids,
        "changes": { "entity": "deal", "set": [
            { "field": "value", "value": { "minor": 77, "currency": "USD" } },
            { "field": "expected_close", "value": "2027-01-31" },
            { "field": "organization", "value": { "by": "name", "value": "Made by the edit" } },
        ] },
        "add_labels": [uuid::Uuid::from_slice(&label).expect("16 bytes")],
    });
    assert!(bench.hold("bulk_edit", input).await, "something changed, came back, and came again");
    let changed: i64 = bench
        .db
        .query_row("SELECT count(*) FROM deals WHERE value = 77 AND currency = 'USD'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(changed, 10_000);
}
