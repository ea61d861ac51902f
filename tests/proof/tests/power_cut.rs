//! "Saved" means saved: whatever the moment at which the power goes, and whichever of the bytes on their way reach the
//! disk, the data file comes back as it was after some action, and never after one older than the last acknowledged.
//!
//! The whole core works here, through a recording VFS. That the method can find losses is shown by
//! `power_cut_method.rs`, and again at the end of the first test by not believing the log's syncs.

use std::path::Path;
use std::time::Instant;

use satchel_app::{Clock, OpenOptions};
use satchel_proof::invariants;
use satchel_proof::seller::{Deed, Seller};
use satchel_proof::vfs::{
    Dice, Disk, Event, FileKind, Findings, Plan, Recorder, Recording, Scratch, Snapshot, Trust, Verdict, at_each_mark,
    check_pages, lay_out, open_plainly, replay,
};

/// A mixture with every kind of write in it.
const DEEDS: &[Deed] = &[
    Deed::Create,
    Deed::Create,
    Deed::Edit,
    Deed::Edit,
    Deed::Move(1),
    Deed::Move(1),
    Deed::Move(5),
    Deed::Note,
    Deed::Plan,
    Deed::Lose(1),
    Deed::Lose(4),
    Deed::Trash(2),
    Deed::Convert(1),
    Deed::Convert(4),
    Deed::Return(1),
    Deed::Import(25),
    Deed::Undo,
    Deed::Undo,
    Deed::Redo,
];

/// This machine's choices, which have no revision: an import remembers its mapping here in a write of its own.
const SET_ASIDE: &[&str] = &["app_state"];

/// The state after one acknowledged action.
struct State {
    revision: i64,
    content: Snapshot,
}

fn options(directory: &Path, recorder: Option<&Recorder>) -> OpenOptions {
    OpenOptions {
        dir: directory.to_owned(),
        vfs: recorder.map(|recorder| recorder.name().to_owned()),
        clock: Clock::System,
        locale: Some("en".into()),
    }
}

/// Works until `actions` writes were acknowledged, each with its mark; mark 0 stands where the new file was first open.
fn record(recorder: &Recorder, name: &str, actions: i64, dice: &mut Dice) -> Recording {
    let directory = Scratch::new(name);
    let mut seller = Seller::open(options(&directory, Some(recorder)), dice.fork()).expect("a new directory opens");
    recorder.mark(0);
    let mut acknowledged = 0;
    while acknowledged < actions {
        let deed = if acknowledged < 30 { Deed::Create } else { *dice.pick(DEEDS) };
        acknowledged = act(&mut seller, deed, recorder, acknowledged);
        if dice.chance(10) {
            // Closing writes the log back: cuts during that, and with an empty log after it, belong to the proof.
            seller.close();
            seller = Seller::open(options(&directory, Some(recorder)), dice.fork()).expect("it opens again");
        }
    }
    seller.close();
    recorder.take()
}

fn act(seller: &mut Seller, deed: Deed, recorder: &Recorder, acknowledged: i64) -> i64 {
    match seller.act(deed) {
        Ok(Some(done)) if done.revision > acknowledged => {
            assert_eq!(done.revision, acknowledged + 1, "each write makes one revision");
            recorder.mark(done.revision);
            done.revision
        }
        Ok(_) => acknowledged,
        Err(error) => {
            assert!(error.detail.is_empty(), "{deed:?} may be refused, but it failed: {error}");
            acknowledged
        }
    }
}

/// The file after each acknowledged action, each one sound.
fn states_of(recording: &Recording, from: usize, name: &str) -> Vec<State> {
    let mut states: Vec<State> = Vec::new();
    at_each_mark(recording, from, name, |revision, path| {
        let db = open_plainly(path).map_err(|error| error.to_string())?;
        check_pages(&db)?;
        invariants::check_without_recoveries(&db).map_err(|broken| format!("after action {revision}: {broken}"))?;
        let mut content = Snapshot::of(&db, SET_ASIDE).map_err(|error| error.to_string())?;
        if let Some(earlier) = states.last() {
            content.share_with(&earlier.content);
        }
        states.push(State { revision, content });
        Ok::<(), String>(())
    })
    .expect("without a power cut every state is readable and sound");
    states
}

fn judge(path: &Path, states: &[State]) -> Verdict {
    let examine = || -> Result<Verdict, String> {
        let db = open_plainly(path).map_err(|error| error.to_string())?;
        check_pages(&db)?;
        let revision = revision_of(&db)?;
        let content = Snapshot::of(&db, SET_ASIDE).map_err(|error| error.to_string())?;
        Ok(match states.iter().find(|state| state.revision == revision) {
            // Every rule was checked on that state: what equals it row by row keeps them too.
            Some(state) if state.content == content => Verdict::Whole(revision),
            Some(state) => {
                let tables = state.content.differences(&content);
                let broken = invariants::check_without_recoveries(&db).err();
                Verdict::Torn(format!("revision {revision}: {tables:?} differ; {broken:?}"))
            }
            None => Verdict::Torn(format!("there is no revision {revision}")),
        })
    };
    examine().unwrap_or_else(Verdict::Corrupt)
}

fn revision_of(db: &rusqlite::Connection) -> Result<i64, String> {
    satchel_store::journal::revision(db).map_err(|error| error.to_string())
}

fn cut(recording: &Recording, plan: &Plan, dice: &mut Dice) -> Findings {
    let states = states_of(recording, plan.from, &format!("{}-states", plan.name));
    replay(recording, plan, dice, |path| judge(path, &states))
}

#[test]
fn ten_thousand_power_cuts_lose_nothing_that_was_acknowledged() {
    let mut dice = Dice::announced("power cuts");
    let started = Instant::now();
    let recorder = Recorder::install("satchel-power-cuts");
    let recording = record(&recorder, "power-cuts", 300, &mut dice);
    println!("recorded {} events in {:.1?}: {}", recording.events.len(), started.elapsed(), recorder.tally());

    let from = recording.position_of(0).expect("mark 0 is on the tape");
    let plan = Plan { images: 10_000, from, trust: Trust::AllSyncs, name: "power-cuts-images" };
    let found = cut(&recording, &plan, &mut dice);
    println!("syncs believed: {found}; {:.1?}", started.elapsed());
    assert_eq!((found.good, found.images), (10_000, 10_000), "{found}: {:#?}", found.complaints);
    assert!(found.distinct > 5_000, "most images differ: {found}");

    let control = Plan { images: 300, trust: Trust::NoWalSyncs, name: "power-cuts-control", ..plan };
    let found = cut(&recording, &control, &mut dice);
    println!("syncs of the log not believed: {found}; {:.1?}", started.elapsed());
    assert!(found.lost > 0, "the same images show losses when the log's syncs do not hold: {found}");
}

#[test]
fn a_power_cut_while_the_file_is_made_leaves_a_file_that_opens() {
    let mut dice = Dice::announced("first start");
    let recorder = Recorder::install("satchel-first-start");
    let recording = record(&recorder, "first-start", 3, &mut dice);
    let end = recording.position_of(0).expect("mark 0 is on the tape");
    let mut disk = Disk::before(&recording);
    let mut images = 0;
    for event in &recording.events[..end] {
        disk.play(event, Trust::AllSyncs);
        let cuts = if matches!(event, Event::Sync { .. }) { 4 } else { usize::from(dice.chance(32)) };
        for _ in 0..cuts {
            images += 1;
            let place = Scratch::new(&format!("first-start-{images}"));
            let file = place.join("satchel.db");
            lay_out(&disk.cut(&mut dice), &file);
            let mut seller = Seller::open(options(&place, None), dice.fork()).expect("whatever was left opens");
            seller.act(Deed::Create).expect("and can be worked with").expect("a deal was made");
            let db = open_plainly(&file).expect("readable");
            check_pages(&db).expect("no page is damaged");
            invariants::check_without_recoveries(&db).expect("no rule is broken");
            seller.close();
        }
    }
    println!("{images} images of a first start");
    assert!(images > 20, "there were moments to cut at: {images}");
}

#[test]
fn a_second_power_cut_while_recovering_from_the_first_loses_nothing_either() {
    let mut dice = Dice::announced("second cut");
    let recorder = Recorder::install("satchel-second-cut");
    let first = record(&recorder, "second-cut", 60, &mut dice);
    let from = first.position_of(0).expect("mark 0 is on the tape");
    let mut total = Findings::default();
    for _ in 0..40 {
        let cut_at = from + dice.below(first.events.len() - from);
        let mut disk = Disk::before(&first);
        for event in &first.events[..cut_at] {
            disk.play(event, Trust::AllSyncs);
        }
        let image = disk.cut(&mut dice);
        let directory = Scratch::new("second-cut-again");
        lay_out(&image, &directory.join("satchel.db"));
        let found = {
            let db = open_plainly(&directory.join("satchel.db")).expect("readable after the first cut");
            revision_of(&db).expect("it has a revision")
        };
        lay_out(&image, &directory.join("satchel.db"));
        recorder.mark(found);
        let mut seller = Seller::open(options(&directory, Some(&recorder)), dice.fork()).expect("it opens");
        let mut acknowledged = found;
        for deed in [Deed::Create, Deed::Undo, Deed::Edit] {
            acknowledged = act(&mut seller, deed, &recorder, acknowledged);
        }
        seller.close();
        let again = Recording { base: image.files, ..recorder.take() };
        let plan = Plan { images: 25, from: 0, trust: Trust::AllSyncs, name: "second-cut-images" };
        total.add(cut(&again, &plan, &mut dice));
    }
    println!("cut twice: {total}");
    assert_eq!((total.good, total.images), (1000, 1000), "{total}: {:#?}", total.complaints);
}

#[test]
fn an_acknowledged_command_costs_exactly_one_sync_of_the_log() {
    let mut dice = Dice::announced("syncs");
    let recorder = Recorder::install("satchel-syncs");
    let directory = Scratch::new("syncs");
    let mut seller = Seller::open(options(&directory, Some(&recorder)), dice.fork()).expect("a new directory opens");
    let (mut commands, mut beside_checkpoints, mut log_restarts, mut imported) = (0, 0, false, false);
    while commands < 400 {
        let deed = if commands < 150 { Deed::Create } else { *dice.pick(&[DEEDS, &[Deed::Convert(60)]].concat()) };
        let before = recorder.tally();
        let answer = seller.act(deed);
        let cost = recorder.tally().since(&before);
        let Ok(Some(done)) = answer else {
            assert_eq!(cost.of(FileKind::Wal).syncs, 0, "what was refused or empty costs nothing: {deed:?}");
            continue;
        };
        commands += 1;
        let checkpointed = cost.of(FileKind::Db).syncs > 0;
        if checkpointed || log_restarts {
            // A checkpoint syncs the log and the database; the log's new header has a sync of its own.
            beside_checkpoints += 1;
        } else {
            // The first import of a kind of file remembers its mapping for this machine, in a write of its own.
            let remembers = matches!(deed, Deed::Import(_)) && !imported;
            let writes = 1 + u64::from(remembers);
            assert_eq!(cost.of(FileKind::Wal).syncs, writes, "{deed:?}, revision {}: {cost}", done.revision);
            assert_eq!(cost.of(FileKind::Db).writes, 0, "{deed:?}, revision {}: {cost}", done.revision);
        }
        log_restarts = checkpointed;
        imported |= matches!(deed, Deed::Import(_));
    }
    println!("{commands} commands, {beside_checkpoints} of them beside a checkpoint; all: {}", recorder.tally());
    assert!(beside_checkpoints * 10 < commands, "checkpoints are rare");
    seller.close();
}
