//! Cuts the power at many moments of a recording and gathers what the survivors look like.

use std::collections::HashSet;
use std::fmt;
use std::path::Path;

use super::Scratch;
use super::dice::Dice;
use super::disk::{Disk, Trust};
use super::place::Place;
use super::tape::{Event, Recording};

/// Images are laid out under the name that the application gives its file, so that it can open them itself.
const FILE: &str = "satchel.db";

/// What to cut, and how often.
#[derive(Debug, Clone)]
pub struct Plan {
    /// How many images to build.
    pub images: usize,
    /// The first event that may be cut; see [`Recording::position_of`].
    pub from: usize,
    /// Whether syncs hold (after `from`; before it they always do).
    pub trust: Trust,
    /// A name for scratch directories, unique within the process.
    pub name: &'static str,
}

/// What a file turned out to be after the power came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Exactly the state after action `k`.
    Whole(i64),
    /// Readable, but not the state after any action.
    Torn(String),
    /// SQLite cannot read it or finds damage in it.
    Corrupt(String),
}

/// What all images together showed.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    pub images: usize,
    /// Images that differ in what survived.
    pub distinct: usize,
    /// Exact states, none older than what was acknowledged.
    pub good: usize,
    /// Exact states older than what was acknowledged.
    pub lost: usize,
    pub torn: usize,
    pub corrupt: usize,
    /// The first few bad images, told in words.
    pub complaints: Vec<String>,
}

impl Findings {
    /// Counts those of another run too.
    pub fn add(&mut self, other: Self) {
        self.images += other.images;
        self.distinct += other.distinct;
        self.good += other.good;
        self.lost += other.lost;
        self.torn += other.torn;
        self.corrupt += other.corrupt;
        self.complaints.extend(other.complaints);
        self.complaints.truncate(5);
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { images, distinct, good, lost, torn, corrupt, .. } = self;
        write!(
            out,
            "{images} images ({distinct} distinct): {good} good, {lost} with acknowledged actions lost, {torn} torn, {corrupt} corrupt"
        )
    }
}

/// Builds the images of `plan` and has each one judged. `judge` gets the path of the database, looks at it (it must not
/// change the files) and says what it is; whether that is recent enough is decided here.
pub fn replay<J>(recording: &Recording, plan: &Plan, dice: &mut Dice, judge: J) -> Findings
where
    J: Fn(&Path) -> Verdict + Sync,
{
    let cuts = choose_cuts(recording, plan, dice);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let share = cuts.len().div_ceil(threads).max(1);
    let mut findings = Findings::default();
    let mut signatures = HashSet::new();
    std::thread::scope(|scope| {
        let workers: Vec<_> = cuts
            .chunks(share)
            .enumerate()
            .map(|(index, cuts)| {
                let mut dice = dice.fork();
                let judge = &judge;
                scope.spawn(move || work(recording, plan, index, cuts, &mut dice, judge))
            })
            .collect();
        for worker in workers {
            let (found, seen) = worker.join().expect("a judge does not panic");
            findings.add(found);
            signatures.extend(seen);
        }
    });
    findings.distinct = signatures.len();
    findings
}

/// Positions to cut at, in order: half of them anywhere, half right before a sync, where the most is at stake.
fn choose_cuts(recording: &Recording, plan: &Plan, dice: &mut Dice) -> Vec<usize> {
    let positions = recording.events.len() + 1 - plan.from;
    let syncs: Vec<usize> = (plan.from..recording.events.len())
        .filter(|&position| matches!(recording.events[position], Event::Sync { .. }))
        .collect();
    let mut cuts: Vec<usize> = (0..plan.images)
        .map(|index| match syncs.get(index / 2 % syncs.len().max(1)) {
            // In turn, so that every sync is cut at once there are enough images.
            Some(&sync) if index % 2 == 0 => sync,
            _ => plan.from + dice.below(positions),
        })
        .collect();
    cuts.sort_unstable();
    cuts
}

fn work<J>(
    recording: &Recording,
    plan: &Plan,
    index: usize,
    cuts: &[usize],
    dice: &mut Dice,
    judge: &J,
) -> (Findings, HashSet<(usize, u64)>)
where
    J: Fn(&Path) -> Verdict,
{
    let directory = Scratch::new(&format!("{}-{index}", plan.name));
    let mut place = Place::new(directory.join(FILE));
    let mut disk = Disk::before(recording);
    let mut acknowledged = 0;
    let mut position = 0;
    let mut findings = Findings::default();
    let mut signatures = HashSet::new();
    for &cut in cuts {
        while position < cut {
            let event = &recording.events[position];
            let trust = if position < plan.from { Trust::AllSyncs } else { plan.trust };
            disk.play(event, trust);
            if let Event::Mark(k) = event {
                acknowledged = *k;
            }
            position += 1;
        }
        let image = disk.cut(dice);
        signatures.insert((cut, image.signature));
        findings.images += 1;
        place.lay_out(image);
        let complaint = match judge(place.path()) {
            Verdict::Whole(k) if k >= acknowledged => {
                findings.good += 1;
                continue;
            }
            Verdict::Whole(k) => {
                findings.lost += 1;
                format!("{acknowledged} actions acknowledged, {k} found")
            }
            Verdict::Torn(why) => {
                findings.torn += 1;
                format!("after action {acknowledged}: {why}")
            }
            Verdict::Corrupt(why) => {
                findings.corrupt += 1;
                format!("after action {acknowledged}: {why}")
            }
        };
        if findings.complaints.len() < 5 {
            findings.complaints.push(format!("cut at event {cut}: {complaint}"));
        }
    }
    (findings, signatures)
}

/// Plays the whole recording without a power cut and looks at the database at each mark from `from` on.
///
/// # Errors
/// The first error of `look`.
pub fn at_each_mark<T, E>(
    recording: &Recording,
    from: usize,
    name: &str,
    mut look: impl FnMut(i64, &Path) -> Result<T, E>,
) -> Result<Vec<T>, E> {
    let directory = Scratch::new(name);
    let mut place = Place::new(directory.join(FILE));
    let mut disk = Disk::before(recording);
    let mut seen = Vec::new();
    for (position, event) in recording.events.iter().enumerate() {
        disk.play(event, Trust::AllSyncs);
        if let Event::Mark(k) = event
            && position + 1 >= from
        {
            place.lay_out(disk.unharmed());
            seen.push(look(*k, place.path())?);
        }
    }
    Ok(seen)
}
