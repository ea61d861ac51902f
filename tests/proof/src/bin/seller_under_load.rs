//! A seller who never stops: the process that `tests/kill.rs` kills. It says on its standard output what it is about to
//! do and what was acknowledged, and checks its own expectations as long as it lives.

use std::io::Write;
use std::time::Instant;

use satchel_app::{Clock, OpenOptions};
use satchel_proof::load::{DIRECTORY, Figures, Line, START};
use satchel_proof::seller::{Deed, Seller};
use satchel_proof::vfs::Dice;

/// What the seller does under load: a third of it large.
const DEEDS: &[Deed] = &[
    Deed::Create,
    Deed::Create,
    Deed::Edit,
    Deed::Edit,
    Deed::Move(1),
    Deed::Move(20),
    Deed::Note,
    Deed::Plan,
    Deed::Lose(100),
    Deed::Lose(400),
    Deed::Convert(100),
    Deed::Convert(400),
    Deed::Trash(50),
    Deed::Undo,
    Deed::Undo,
    Deed::Redo,
    Deed::Import(2000),
];

fn main() {
    let directory = std::env::var(DIRECTORY).expect("the directory is given");
    let start = std::env::var(START).ok().and_then(|text| text.parse().ok()).expect("the number is given");
    let options = OpenOptions { dir: directory.into(), vfs: None, clock: Clock::System, locale: Some("en".into()) };
    let mut dice = Dice::new(start);
    let mut seller = Seller::open(options, dice.fork()).expect("the directory opens");
    let mut now = Figures::of(seller.look()).expect("figures can be read");
    say(&Line::Open(now));
    // What this process did itself, to know where steps lead: before and after.
    type Step = (Figures, Figures);
    let (mut done, mut undone): (Vec<Step>, Vec<Step>) = (Vec::new(), Vec::new());
    loop {
        let deed = if now.open < 500 { Deed::Import(2000) } else { *dice.pick(DEEDS) };
        let expected = match deed {
            Deed::Undo => match done.last() {
                Some((before, _)) => Figures { revision: now.revision + 1, ..*before },
                None => continue,
            },
            Deed::Redo => match undone.last() {
                Some((_, after)) => Figures { revision: now.revision + 1, ..*after },
                None => continue,
            },
            Deed::Trash(count) => {
                let lost = "SELECT count(*) FROM deals WHERE status = 'lost' AND deleted_at IS NULL";
                let there: i64 = seller.look().query_row(lost, [], |row| row.get(0)).expect("a count");
                if there == 0 {
                    continue;
                }
                Figures { trashed: now.trashed + there.min(count as i64), ..now.after(deed) }
            }
            _ => now.after(deed),
        };
        say(&Line::Try { deed: name_of(deed).to_owned(), expected });
        let started = Instant::now();
        let answer = seller.act(deed).expect("no action of this load is refused");
        let took = started.elapsed();
        let answer = answer.expect("no action of this load is empty");
        say(&Line::Ack { deed: name_of(deed).to_owned(), took, revision: answer.revision });
        let found = Figures::of(seller.look()).expect("figures can be read");
        assert_eq!(found, expected, "{deed:?} from {now}");
        match deed {
            Deed::Undo => undone.extend(done.pop()),
            Deed::Redo => done.extend(undone.pop()),
            _ => {
                done.push((now, found));
                undone.clear();
            }
        }
        now = found;
    }
}

/// One line, at once and whole: a line is a promise.
fn say(line: &Line) {
    writeln!(std::io::stdout(), "{line}").expect("somebody listens");
}

fn name_of(deed: Deed) -> &'static str {
    match deed {
        Deed::Create => "create",
        Deed::Edit => "edit",
        Deed::Move(_) => "move",
        Deed::Note => "note",
        Deed::Plan => "plan",
        Deed::Lose(_) => "lose",
        Deed::Trash(_) => "trash",
        Deed::Convert(_) => "convert",
        Deed::Return(_) => "return",
        Deed::Import(_) => "import",
        Deed::Undo => "undo",
        Deed::Redo => "redo",
    }
}
