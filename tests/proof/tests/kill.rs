//! `kill -9` at random moments under load: a second process works on a data directory and says over a pipe what it is
//! about to do and what was acknowledged; this one kills it, most often in the middle of something, and looks at the
//! file. Two hundred times. Whatever was acknowledged is there, and of the action under way either all or nothing.
//!
//! This says nothing about power cuts (the operating system lives on and keeps what was written): `power_cut.rs` does.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use satchel_app::{Clock, OpenOptions};
use satchel_proof::dump::{difference, dump};
use satchel_proof::invariants;
use satchel_proof::load::{DIRECTORY, Figures, Line, START, parse};
use satchel_proof::seller::{Deed, Seller};
use satchel_proof::vfs::{Dice, Scratch, check_pages, open_plainly};

const KILLS: usize = 200;
/// Kills on one directory before a fresh one is taken, so that files stay small enough to check whole.
const KILLS_PER_FILE: usize = 20;
/// Files under load at the same time.
const LANES: usize = 2;

fn options(directory: &Path) -> OpenOptions {
    OpenOptions { dir: directory.to_owned(), vfs: None, clock: Clock::System, locale: Some("en".into()) }
}

/// The load as seen from outside.
struct Load {
    child: Child,
    lines: Receiver<Line>,
    /// The last figures that were acknowledged, and what was begun after them.
    sure: Figures,
    begun: Option<(String, Figures)>,
    acknowledged: usize,
}

impl Load {
    fn start(directory: &Path, start: u64) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_seller_under_load"))
            .env(DIRECTORY, directory)
            .env(START, start.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("a second process starts");
        let out = child.stdout.take().expect("stdout is a pipe");
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
                // The last line may be cut short; then it parses as nothing, or was not about an acknowledgement.
                if let Some(line) = std::str::from_utf8(&line).ok().and_then(parse)
                    && send.send(line).is_err()
                {
                    return;
                }
            }
        });
        let zero = Figures { revision: 0, deals: 0, open: 0, lost: 0, trashed: 0, leads: 0, notes: 0, activities: 0 };
        Self { child, lines, sure: zero, begun: None, acknowledged: 0 }
    }

    fn take(&mut self, line: &Line, durations: &mut BTreeMap<String, Duration>) {
        match line {
            Line::Open(figures) => self.sure = *figures,
            Line::Try { deed, expected } => self.begun = Some((deed.clone(), *expected)),
            Line::Ack { deed, took, revision } => {
                let (_, expected) = self.begun.take().expect("an acknowledgement follows its beginning");
                assert_eq!(expected.revision, *revision, "{deed} makes one revision");
                self.sure = expected;
                self.acknowledged += 1;
                durations.insert(deed.clone(), *took);
            }
        }
    }

    /// Lets it work until `count` actions of the kind began (any kind, if `None`), then for a random part of the time
    /// that such an action takes, and kills it.
    fn kill(
        mut self,
        aim: Option<&str>,
        count: usize,
        dice: &mut Dice,
        durations: &mut BTreeMap<String, Duration>,
    ) -> Self {
        let mut begun = 0;
        let mut aimed = Duration::ZERO;
        while begun < count {
            let line = self.lines.recv().unwrap_or_else(|_| panic!("the load ended by itself: {}", self.last_words()));
            self.take(&line, durations);
            if let Line::Try { deed, .. } = &line
                && aim.is_none_or(|aim| aim == deed)
            {
                begun += 1;
                aimed = durations.get(deed).copied().unwrap_or(Duration::from_millis(5));
            }
        }
        let wait = aimed.mul_f64(dice.below(1100) as f64 / 1000.0);
        let until = Instant::now() + wait;
        loop {
            match self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(line) => self.take(&line, durations),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => panic!("the load ended by itself: {}", self.last_words()),
            }
        }
        self.child.kill().expect("it can be killed");
        let status = self.child.wait().expect("it ends");
        assert_eq!(status.code(), None, "it was killed and did not end by itself: {}", self.last_words());
        while let Ok(line) = self.lines.recv() {
            self.take(&line, durations);
        }
        self
    }

    fn last_words(&mut self) -> String {
        let mut words = String::new();
        if let Some(errors) = self.child.stderr.take() {
            words.extend(BufReader::new(errors).lines().map_while(Result::ok).map(|line| line + "\n"));
        }
        words
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        // It would go on for ever. Most often it is dead already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What the kills hit.
#[derive(Debug, Default)]
struct Tally {
    kills: usize,
    acknowledged: usize,
    steps_back: usize,
    /// In the middle of which action, and whether it was found done or not done.
    hit: BTreeMap<String, (usize, usize)>,
    between: usize,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.kills += other.kills;
        self.acknowledged += other.acknowledged;
        self.steps_back += other.steps_back;
        self.between += other.between;
        for (deed, (whole, nothing)) in other.hit {
            let counts = self.hit.entry(deed).or_default();
            counts.0 += whole;
            counts.1 += nothing;
        }
    }
}

/// One lane's share of the kills, on one file after the other.
fn kill_again_and_again(lane: usize, dice: &mut Dice) -> Tally {
    let mut tally = Tally::default();
    let mut durations = BTreeMap::new();
    for round in 0..KILLS / LANES / KILLS_PER_FILE {
        let (directory, new) = new_file(&format!("kill-{lane}-{round}"), dice);
        for _ in 0..KILLS_PER_FILE {
            let load = Load::start(&directory, dice.bits());
            let aim = *dice.pick(&[None, None, Some("import"), Some("lose"), Some("convert"), Some("undo")]);
            let count = if aim.is_some() { 1 } else { 1 + dice.below(12) };
            let load = load.kill(aim, count, dice, &mut durations);
            inspect(&directory, &load, &mut tally);
        }
        tally.steps_back += undo_everything(&directory, &new, dice);
    }
    tally
}

fn inspect(directory: &Path, load: &Load, tally: &mut Tally) {
    let db = open_plainly(&directory.join("satchel.db")).expect("the file opens");
    let found = Figures::of(&db).expect("figures can be read");
    tally.kills += 1;
    tally.acknowledged += load.acknowledged;
    match &load.begun {
        None => {
            tally.between += 1;
            assert_eq!(found, load.sure, "everything acknowledged is there and nothing else");
        }
        Some((deed, expected)) => {
            let (whole, nothing) = (found == *expected, found == load.sure);
            assert!(whole || nothing, "{deed} is done or not: from {} to {expected}, found {found}", load.sure);
            let counts = tally.hit.entry(deed.clone()).or_default();
            counts.0 += usize::from(whole);
            counts.1 += usize::from(!whole);
        }
    }
    check_pages(&db).expect("the file is sound");
    invariants::check_without_recoveries(&db).expect("no rule between records is broken");
}

/// Steps back through everything that ever happened to a file; what is left is what a new file has.
fn undo_everything(directory: &Path, new: &str, dice: &mut Dice) -> usize {
    let mut seller = Seller::open(options(directory), dice.fork()).expect("the file opens");
    let mut steps = 0;
    while seller.act(Deed::Undo).expect("each step can be taken back").is_some() {
        steps += 1;
    }
    let left = dump(seller.look()).expect("readable");
    assert_eq!(left, new, "after {steps} steps back: {}", difference(new, &left));
    seller.close();
    steps
}

fn new_file(name: &str, dice: &mut Dice) -> (Scratch, String) {
    let directory = Scratch::new(name);
    let seller = Seller::open(options(&directory), dice.fork()).expect("a new directory opens");
    let content = dump(seller.look()).expect("readable");
    seller.close();
    (directory, content)
}

#[test]
fn two_hundred_kills_under_load_leave_nothing_half_applied_and_lose_nothing_acknowledged() {
    let mut dice = Dice::announced("kills");
    let started = Instant::now();
    let mut tally = Tally::default();
    std::thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES)
            .map(|lane| {
                let mut dice = dice.fork();
                scope.spawn(move || kill_again_and_again(lane, &mut dice))
            })
            .collect();
        for lane in lanes {
            tally.add(lane.join().expect("what the lane found is told above"));
        }
    });
    println!(
        "{} kills in {:.1?}, {} actions acknowledged, {} undone in the end",
        tally.kills,
        started.elapsed(),
        tally.acknowledged,
        tally.steps_back
    );
    assert_eq!(tally.kills, KILLS);
    println!("killed between actions: {}; within one (found done, found not done): {:?}", tally.between, tally.hit);
    let within: usize = tally.hit.values().map(|(whole, nothing)| whole + nothing).sum();
    assert!(within > KILLS / 2, "most kills hit an action under way: {tally:?}");
    for large in ["import", "lose", "convert"] {
        assert!(tally.hit.get(large).is_some_and(|(_, nothing)| *nothing > 0), "a kill interrupted {large}: {tally:?}");
    }
}

#[test]
fn kills_during_the_first_start_leave_a_directory_that_starts() {
    let mut dice = Dice::announced("kills during the first start");
    let directory = Scratch::new("kill-start-time");
    let begun = Instant::now();
    let load = Load::start(&directory, dice.bits());
    let opened = load.lines.recv().expect("the load says that it opened the directory");
    assert!(matches!(opened, Line::Open(_)));
    let whole = begun.elapsed();
    drop(load);
    let mut before_it_was_open = 0;
    for round in 0..40 {
        let directory = Scratch::new(&format!("kill-start-{round}"));
        let load = Load::start(&directory, dice.bits());
        let wait = whole.mul_f64(dice.below(1200) as f64 / 1000.0);
        before_it_was_open += usize::from(load.lines.recv_timeout(wait).is_err());
        drop(load);
        let mut seller = Seller::open(options(&directory), dice.fork()).expect("whatever was left opens");
        seller.act(Deed::Create).expect("and can be worked with").expect("a deal was made");
        let db = open_plainly(&directory.join("satchel.db")).expect("readable");
        check_pages(&db).expect("no page is damaged");
        invariants::check_without_recoveries(&db).expect("no rule is broken");
        seller.close();
    }
    println!("40 kills, {before_it_was_open} of them before the new directory was open (that takes {whole:.1?})");
    assert!(before_it_was_open > 5, "the kills hit the first start: {before_it_was_open}");
}
