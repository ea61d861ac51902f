//! Several records become one: which of them stays, what each field becomes, and how the one stands afterwards.
//! Not here: what hangs on the records; all of it moves, whatever it is.

use crate::deal::{Facts, Refused, Status};
use std::cmp::Reverse;
use uuid::Uuid;

/// Fewest records of one merge.
pub const FEWEST: usize = 2;

/// Most records of one merge: as many as can be compared side by side.
pub const MOST: usize = 5;

/// Won deals are sales of their own: merged, their amounts would vanish from every count of wins.
///
/// # Errors
/// The rule that refuses.
pub const fn may_merge(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Won, .. } => Err(Refused::WonNotMerged),
        Facts { .. } => Ok(()),
    }
}

/// What says how far a deal or lead has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Outcome.
    pub status: Status,
    /// Set aside.
    pub archived: bool,
    /// Position of its stage; None = not started, or a lead.
    pub stage: Option<i64>,
    /// Hundredths of a percent, by whatever method.
    pub probability: i64,
    /// UTC ms.
    pub created_at: i64,
    /// Identity.
    pub id: Uuid,
}

/// The order of confidence: worked on before closed before lost, on the board before archived, then the later stage,
/// the higher probability, the older one. Places into `records`, best first; the first is the head.
#[must_use]
pub fn by_progress(records: &[Progress]) -> Vec<usize> {
    by(records, |record| {
        let standing = match record.status {
            Status::Open if record.archived => 2,
            Status::Open | Status::Won => 3,
            Status::Closed => 1,
            Status::Lost => 0,
        };
        (standing, record.stage, record.probability, Reverse((record.created_at, record.id)))
    })
}

/// What says how much is known of a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substance {
    /// Bought before.
    pub customer: bool,
    /// Fields that hold something.
    pub filled: usize,
    /// UTC ms.
    pub created_at: i64,
    /// Identity.
    pub id: Uuid,
}

/// Customers first, then the one of whom more is known, then the older one.
#[must_use]
pub fn by_substance(records: &[Substance]) -> Vec<usize> {
    by(records, |record| (record.customer, record.filled, Reverse((record.created_at, record.id))))
}

fn by<T, K: Ord>(records: &[T], key: impl Fn(&T) -> K) -> Vec<usize> {
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_cached_key(|at| Reverse(key(&records[*at])));
    order
}

/// The same order with one record put first.
#[must_use]
pub fn headed(mut order: Vec<usize>, head: usize) -> Vec<usize> {
    order.retain(|at| *at != head);
    order.insert(0, head);
    order
}

/// How one value comes out of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The first in the order that is not empty.
    First,
    /// The largest.
    Largest,
    /// The smallest: the earlier day.
    Smallest,
    /// All of them: texts one below the other, sets as one set.
    Together,
}

/// Where the value of a field comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Taken {
    /// From one record.
    From(usize),
    /// From all of these, in this order.
    All(Vec<usize>),
    /// No record has one.
    Nothing,
}

/// Where a field's value comes from when nobody chose.
#[must_use]
pub fn take<T: Ord>(rule: Rule, order: &[usize], values: &[Option<T>]) -> Taken {
    let held = || order.iter().copied().filter_map(|at| values.get(at)?.as_ref().map(|value| (at, value)));
    // of equal ones the first in the order
    let best = match rule {
        Rule::First => held().next(),
        Rule::Largest => held().rev().max_by(|one, other| one.1.cmp(other.1)),
        Rule::Smallest => held().min_by(|one, other| one.1.cmp(other.1)),
        Rule::Together => {
            let mut different: Vec<(usize, &T)> = Vec::new();
            for (at, value) in held() {
                if !different.iter().any(|known| known.1 == value) {
                    different.push((at, value));
                }
            }
            match different.as_slice() {
                [] | [_] => different.first().copied(),
                several => return Taken::All(several.iter().map(|one| one.0).collect()),
            }
        }
    };
    best.map_or(Taken::Nothing, |(at, _)| Taken::From(at))
}

/// Fields that only make sense together, such as an address, come from the record that has most of them.
#[must_use]
pub fn fullest(order: &[usize], filled: &[usize]) -> Taken {
    let best = order.iter().copied().rev().max_by_key(|at| filled.get(*at).copied().unwrap_or(0));
    match best {
        Some(at) if filled.get(at).is_some_and(|count| *count > 0) => Taken::From(at),
        _ => Taken::Nothing,
    }
}

/// Texts one below the other, with a blank line between.
#[must_use]
pub fn joined<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().map(str::trim_end).collect::<Vec<_>>().join("\n\n")
}

/// How the one record stands: open if any was, lost only if all were, else closed without outcome.
#[must_use]
pub fn status(all: &[Status]) -> Status {
    if all.contains(&Status::Open) {
        Status::Open
    } else if all.iter().all(|status| *status == Status::Lost) {
        Status::Lost
    } else {
        Status::Closed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::{Closed, Lost, Open, Won};

    const fn progress(
        status: Status,
        archived: bool,
        stage: Option<i64>,
        probability: i64,
        created_at: i64,
        id: u128,
    ) -> Progress {
        Progress { status, archived, stage, probability, created_at, id: Uuid::from_u128(id) }
    }

    #[test]
    fn the_head_is_the_record_that_came_furthest() {
        let cases = [
            (
                "a lost one in a later stage does not win",
                [progress(Lost, false, Some(4), 0, 1, 1), progress(Open, false, Some(0), 1000, 2, 2)],
                1,
            ),
            (
                "nor does an archived one",
                [progress(Open, true, Some(4), 9000, 1, 1), progress(Open, false, Some(1), 1000, 2, 2)],
                1,
            ),
            (
                "archived stands before lost",
                [progress(Lost, false, Some(4), 0, 1, 1), progress(Open, true, Some(0), 1000, 2, 2)],
                1,
            ),
            (
                "closed stands before lost",
                [progress(Lost, false, Some(4), 0, 1, 1), progress(Closed, false, Some(0), 0, 2, 2)],
                1,
            ),
            (
                "the later stage",
                [progress(Open, false, Some(1), 9000, 1, 1), progress(Open, false, Some(2), 1000, 2, 2)],
                1,
            ),
            (
                "any stage before none",
                [progress(Open, false, None, 9000, 1, 1), progress(Open, false, Some(0), 1000, 2, 2)],
                1,
            ),
            (
                "the higher probability",
                [progress(Open, false, Some(1), 1000, 1, 1), progress(Open, false, Some(1), 2000, 2, 2)],
                1,
            ),
            (
                "the older one",
                [progress(Open, false, Some(1), 1000, 2, 1), progress(Open, false, Some(1), 1000, 1, 2)],
                1,
            ),
            (
                "the older id of one instant",
                [progress(Open, false, Some(1), 1000, 1, 1), progress(Open, false, Some(1), 1000, 1, 2)],
                0,
            ),
        ];
        for (case, records, head) in cases {
            assert_eq!(by_progress(&records)[0], head, "{case}");
        }
    }

    #[test]
    fn of_contacts_the_customer_stays_then_the_fuller_then_the_older() {
        let contact = |customer, filled, created_at| Substance { customer, filled, created_at, id: Uuid::nil() };
        for (case, records, order) in [
            ("customer", [contact(false, 9, 1), contact(true, 1, 3), contact(false, 9, 2)], [1, 0, 2]),
            ("fuller", [contact(true, 2, 1), contact(true, 3, 2), contact(true, 1, 0)], [1, 0, 2]),
        ] {
            assert_eq!(by_substance(&records), order, "{case}");
        }
        assert_eq!(headed(vec![1, 0, 2], 2), [2, 1, 0], "a chosen head goes first, the rest keeps its order");
    }

    #[test]
    fn each_rule_takes_its_value() {
        let order = [2, 0, 1];
        let values = [Some(7), Some(9), None];
        for (rule, expected) in [
            (Rule::First, Taken::From(0)),
            (Rule::Largest, Taken::From(1)),
            (Rule::Smallest, Taken::From(0)),
            (Rule::Together, Taken::All(vec![0, 1])),
        ] {
            assert_eq!(take(rule, &order, &values), expected, "{rule:?}");
            assert_eq!(take::<i64>(rule, &order, &[None, None, None]), Taken::Nothing, "{rule:?} of nothing");
            assert_eq!(
                take(rule, &order, &[Some(1), Some(1), Some(1)]),
                Taken::From(2),
                "{rule:?} of equal ones: the first"
            );
        }
        assert_eq!(
            take(Rule::Together, &order, &[Some("b"), Some("a"), Some("b")]),
            Taken::All(vec![2, 1]),
            "each once"
        );
    }

    #[test]
    fn an_address_comes_whole_from_the_fullest_record() {
        assert_eq!(fullest(&[0, 1, 2], &[2, 4, 4]), Taken::From(1));
        assert_eq!(fullest(&[2, 1, 0], &[2, 4, 4]), Taken::From(2), "of equal ones the first in the order");
        assert_eq!(fullest(&[0, 1], &[0, 0]), Taken::Nothing);
    }

    #[test]
    fn texts_are_joined_by_a_blank_line() {
        assert_eq!(joined(["First\n", "Second"]), "First\n\nSecond");
        assert_eq!(joined(["Alone"]), "Alone");
    }

    #[test]
    fn lost_only_when_all_were_lost() {
        for (all, expected) in [
            (vec![Lost, Open], Open),
            (vec![Open, Open], Open),
            (vec![Lost, Lost, Lost], Lost),
            (vec![Closed, Open, Lost], Open),
            (vec![Closed, Closed], Closed),
            (vec![Lost, Closed], Closed),
        ] {
            assert_eq!(status(&all), expected, "{all:?}");
        }
    }

    #[test]
    fn won_and_trashed_deals_are_not_merged() {
        let facts = |status, archived, deleted| Facts { status, archived, deleted };
        for (case, deal, expected) in [
            ("open", facts(Open, false, false), Ok(())),
            ("archived", facts(Open, true, false), Ok(())),
            ("lost", facts(Lost, false, false), Ok(())),
            ("closed", facts(Closed, false, false), Ok(())),
            ("won", facts(Won, false, false), Err(Refused::WonNotMerged)),
            ("trashed", facts(Lost, false, true), Err(Refused::InTrash)),
        ] {
            assert_eq!(may_merge(deal), expected, "{case}");
        }
    }
}
