//! Shows that the power-cut proof of `power_cut.rs` can fail: on a small schema of its own, SQLite keeps every
//! acknowledged transaction with the settings that Satchel uses, loses some with `synchronous=NORMAL`, and is damaged
//! with `OFF`; and the recorder sees exactly one sync per commit. Satchel's own code is deliberately not used here.

use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};
use satchel_proof::vfs::{
    Dice, FileKind, Findings, Plan, Recorder, Recording, Scratch, Snapshot, Trust, Verdict, at_each_mark, check_pages,
    open_plainly, replay,
};

const SCHEMA: &str = "
    CREATE TABLE deals(id INTEGER PRIMARY KEY, stage INTEGER NOT NULL, value INTEGER NOT NULL, trashed INTEGER) STRICT;
    CREATE TABLE leads(id INTEGER PRIMARY KEY, source_deal INTEGER NOT NULL UNIQUE REFERENCES deals) STRICT;
    CREATE TABLE counters(stage INTEGER PRIMARY KEY, count INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
    CREATE TABLE actions(seq INTEGER PRIMARY KEY, touched INTEGER NOT NULL, undo BLOB NOT NULL) STRICT;
    CREATE INDEX deals_by_stage ON deals(stage, value) WHERE trashed IS NULL;
    CREATE TRIGGER deals_in AFTER INSERT ON deals BEGIN
        INSERT INTO counters VALUES (new.stage, 1, new.value)
            ON CONFLICT DO UPDATE SET count = count + 1, sum = sum + new.value;
    END;
    CREATE TRIGGER deals_move AFTER UPDATE OF stage, trashed ON deals BEGIN
        UPDATE counters SET count = count - 1, sum = sum - old.value WHERE stage = old.stage AND old.trashed IS NULL;
        UPDATE counters SET count = count + 1, sum = sum + new.value WHERE stage = new.stage AND new.trashed IS NULL;
    END;
";

/// Runs `actions` transactions under the given setting and returns the tape; marks 0 when the schema stands.
fn record(name: &str, synchronous: &str, actions: i64, dice: &mut Dice) -> Recording {
    let recorder = Recorder::install(name);
    let directory = Scratch::new(name);
    {
        let mut db = open(&recorder, &directory.join("own.db"), synchronous);
        db.execute_batch(SCHEMA).expect("the schema is made");
        for id in 0..300 {
            db.execute("INSERT INTO deals VALUES (?, ?, ?, NULL)", [id, id % 5, id * 10]).expect("a deal is made");
        }
        db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("the log is emptied");
        recorder.mark(0);
        let mut next_deal = 300;
        for seq in 1..=actions {
            act(&mut db, seq, &mut next_deal, dice).expect("the action succeeds");
            recorder.mark(seq);
        }
    }
    recorder.take()
}

fn open(recorder: &Recorder, path: &Path, synchronous: &str) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let db = Connection::open_with_flags_and_vfs(path, flags, recorder.name()).expect("the database opens");
    db.execute_batch(&format!(
        "PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;
         PRAGMA mmap_size = 0; PRAGMA wal_autocheckpoint = 40; PRAGMA journal_size_limit = 65536;"
    ))
    .expect("the settings are taken");
    db
}

/// One transaction: a move, a batch of conversions, or some new deals; all leave a line in `actions`.
fn act(db: &mut Connection, seq: i64, next_deal: &mut i64, dice: &mut Dice) -> rusqlite::Result<()> {
    let transaction = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let touched = match dice.below(4) {
        0 => transaction.execute(
            "INSERT INTO leads(source_deal) SELECT id FROM deals WHERE trashed IS NULL ORDER BY id LIMIT 8",
            [],
        )?,
        1 => {
            for _ in 0..6 {
                transaction
                    .execute("INSERT INTO deals VALUES (?, ?, ?, NULL)", params![*next_deal, seq % 5, *next_deal])?;
                *next_deal += 1;
            }
            6
        }
        _ => transaction.execute(
            "UPDATE deals SET stage = (stage + 1) % 5
             WHERE id = (SELECT id FROM deals WHERE trashed IS NULL ORDER BY id LIMIT 1 OFFSET ?)",
            [dice.below(100) as i64],
        )?,
    };
    transaction.execute(
        "UPDATE deals SET trashed = ? WHERE trashed IS NULL AND id IN (SELECT source_deal FROM leads)",
        [seq],
    )?;
    let undo = vec![seq as u8; 200 + dice.below(2000)];
    transaction.execute("INSERT INTO actions VALUES (?, ?, ?)", params![seq, touched as i64, undo])?;
    transaction.commit()
}

fn cut(recording: &Recording, trust: Trust, images: usize, name: &'static str, dice: &mut Dice) -> Findings {
    let from = recording.position_of(0).expect("mark 0 is on the tape");
    let states = at_each_mark(recording, from, &format!("{name}-states"), |k, path| {
        open_plainly(path).and_then(|db| Snapshot::of(&db, &[])).map(|content| (k, content))
    })
    .expect("an unharmed disk is readable");
    let judge = |path: &Path| {
        let examine = || -> Result<Verdict, String> {
            let db = open_plainly(path).map_err(|error| error.to_string())?;
            check_pages(&db)?;
            let content = Snapshot::of(&db, &[]).map_err(|error| error.to_string())?;
            let seq: i64 = db
                .query_row("SELECT coalesce(max(seq), 0) FROM actions", [], |row| row.get(0))
                .map_err(|error| error.to_string())?;
            Ok(match states.iter().find(|(k, _)| *k == seq) {
                Some((_, state)) if *state == content => Verdict::Whole(seq),
                Some((_, state)) => Verdict::Torn(format!("{:?} differ", state.differences(&content))),
                None => Verdict::Torn(format!("there is no action {seq}")),
            })
        };
        examine().unwrap_or_else(Verdict::Corrupt)
    };
    let findings = replay(recording, &Plan { images, from, trust, name }, dice, judge);
    println!("{name}: {findings}");
    findings
}

#[test]
fn with_full_syncs_no_power_cut_loses_or_tears_anything() {
    let mut dice = Dice::announced("full");
    let recording = record("method-full", "FULL", 120, &mut dice);
    let found = cut(&recording, Trust::AllSyncs, 2000, "method-full-cut", &mut dice);
    assert_eq!((found.good, found.images), (2000, 2000), "{found}: {:#?}", found.complaints);
    assert!(found.distinct > 1000, "most images differ: {found}");
}

#[test]
fn with_normal_syncs_the_same_images_show_lost_transactions_but_no_damage() {
    let mut dice = Dice::announced("normal");
    let recording = record("method-normal", "NORMAL", 120, &mut dice);
    let found = cut(&recording, Trust::AllSyncs, 400, "method-normal-cut", &mut dice);
    assert!(found.lost > 0, "the method finds losses: {found}");
    assert_eq!((found.torn, found.corrupt), (0, 0), "NORMAL loses, it does not damage: {:#?}", found.complaints);
}

#[test]
fn without_syncs_the_same_images_show_damage() {
    let mut dice = Dice::announced("off");
    let recording = record("method-off", "OFF", 120, &mut dice);
    let found = cut(&recording, Trust::AllSyncs, 400, "method-off-cut", &mut dice);
    assert!(found.corrupt > 0, "the method finds damage: {found}");
}

#[test]
fn a_log_whose_syncs_are_not_believed_shows_losses_even_with_full() {
    let mut dice = Dice::announced("disbelieved");
    let recording = record("method-disbelieved", "FULL", 60, &mut dice);
    let found = cut(&recording, Trust::NoWalSyncs, 200, "method-disbelieved-cut", &mut dice);
    assert!(found.lost + found.torn + found.corrupt > 0, "the control of the real proof can fail: {found}");
}

#[test]
fn a_commit_outside_a_checkpoint_costs_exactly_one_sync_of_the_log() {
    let mut dice = Dice::announced("counts");
    let recorder = Recorder::install("method-counts");
    let directory = Scratch::new("method-counts");
    let mut db = open(&recorder, &directory.join("own.db"), "FULL");
    db.execute_batch(SCHEMA).expect("the schema is made");
    db.execute_batch("PRAGMA wal_autocheckpoint = 0; INSERT INTO deals VALUES (1, 1, 1, NULL)").expect("no checkpoint");
    let mut next_deal = 2;
    for seq in 1..=50 {
        let before = recorder.tally();
        act(&mut db, seq, &mut next_deal, &mut dice).expect("the action succeeds");
        let cost = recorder.tally().since(&before);
        assert_eq!(cost.of(FileKind::Wal).syncs, 1, "one sync of the log: {cost}");
        assert!(cost.of(FileKind::Wal).writes > 0 && cost.of(FileKind::Wal).bytes > 1024, "its frames: {cost}");
        assert_eq!(cost.of(FileKind::Db), Default::default(), "the database itself waits for a checkpoint: {cost}");
    }
    let before = recorder.tally();
    db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("the log is emptied");
    let cost = recorder.tally().since(&before);
    assert_eq!(cost.of(FileKind::Db).syncs, 1, "a checkpoint syncs the database: {cost}");
    assert!(cost.of(FileKind::Wal).truncates > 0, "and empties the log: {cost}");
    drop(db);
}
