//! Stages of a pipeline: probability by the pipeline's method, moves in free and strict pipelines, rotting.

use crate::{deal::Refused, ids::StageId};

/// How a pipeline turns a stage's two figures into a probability.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Method {
    /// The chances of success.
    Chances,
    /// The completed part.
    Completed,
    /// Chances times completed.
    Multiply,
    /// The average of the two.
    Add,
}

/// Probability in hundredths of a percent from chances and completed (both hundredths of a percent), rounding half up.
#[must_use]
pub const fn probability(method: Method, chances: i64, completed: i64) -> i64 {
    match method {
        Method::Chances => chances,
        Method::Completed => completed,
        Method::Multiply => (chances * completed + 5000) / 10000,
        Method::Add => (chances + completed + 1) / 2,
    }
}

/// Whether a pipeline checks its moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Any move.
    Free,
    /// Skipping needs permission, quotes are demanded, other pipelines are entered at the first stage.
    Strict,
}

/// What a move is called in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MoveAction {
    /// From "not started" into a stage.
    Activate,
    /// One stage forward.
    Next,
    /// One stage back.
    Previous,
    /// Several stages forward.
    Skip,
    /// Several stages back.
    Jump,
    /// Into another pipeline, or back to "not started".
    Move,
}

impl MoveAction {
    /// As stored and translated.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::Next => "next",
            Self::Previous => "previous",
            Self::Skip => "skip",
            Self::Jump => "jump",
            Self::Move => "move",
        }
    }
}

/// A stage as the move rules see it; slices of these are in pipeline order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which stage.
    pub id: StageId,
    /// It may be skipped over.
    pub allow_skip: bool,
    /// Entering it by Next or Skip needs a quote.
    pub quote_required: bool,
}

/// Where a deal stands before a move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// In the same pipeline, in this stage or not started.
    Here(Option<StageId>),
    /// In another pipeline.
    Elsewhere,
}

/// Names a move and checks it (`Ok(None)` = the deal already stands there).
///
/// # Errors
/// In strict pipelines: `SkipNotAllowed`, `QuoteRequired`, `FirstStageOnly`, `AlreadyStarted`.
pub fn plan_move(
    mode: Mode,
    steps: &[Step],
    from: From,
    to: Option<StageId>,
    has_quote: bool,
) -> Result<Option<MoveAction>, Refused> {
    let place = |id: StageId| steps.iter().position(|step| step.id == id);
    let strict = mode == Mode::Strict;
    let Some(target) = to else {
        return match from {
            From::Here(None) => Ok(None),
            From::Here(Some(_)) | From::Elsewhere if strict => Err(Refused::AlreadyStarted),
            From::Here(Some(_)) | From::Elsewhere => Ok(Some(MoveAction::Move)),
        };
    };
    let Some(end) = place(target) else { return Ok(Some(MoveAction::Move)) };
    let quote_missing = strict && steps[end].quote_required && !has_quote;
    let start = match from {
        From::Elsewhere if strict && end != 0 => return Err(Refused::FirstStageOnly),
        From::Elsewhere => return Ok(Some(MoveAction::Move)),
        From::Here(None) if strict && end != 0 => return Err(Refused::FirstStageOnly),
        From::Here(None) => return Ok(Some(MoveAction::Activate)),
        From::Here(Some(stage)) => place(stage),
    };
    let Some(start) = start else { return Ok(Some(MoveAction::Move)) };
    if end == start {
        return Ok(None);
    }
    if end < start {
        return Ok(Some(if start - end == 1 { MoveAction::Previous } else { MoveAction::Jump }));
    }
    if strict && steps[start + 1..end].iter().any(|step| !step.allow_skip) {
        return Err(Refused::SkipNotAllowed);
    }
    if quote_missing {
        return Err(Refused::QuoteRequired);
    }
    Ok(Some(if end - start == 1 { MoveAction::Next } else { MoveAction::Skip }))
}

/// How far a deal has aged in its stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Age {
    /// From 80 % of the limit.
    Ageing,
    /// From 100 %.
    Rotting,
}

/// Age of a deal that has stood `days` in a stage that rots after `limit` days.
#[must_use]
pub const fn age(days: i64, limit: i64) -> Option<Age> {
    if days >= limit {
        Some(Age::Rotting)
    } else if days * 10 >= limit * 8 {
        Some(Age::Ageing)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn probability_methods_match_their_vectors() {
        let cases = [
            (Method::Multiply, 6000, 5000, 3000),
            (Method::Add, 6000, 5000, 5500),
            (Method::Chances, 6000, 5000, 6000),
            (Method::Completed, 6000, 5000, 5000),
        ];
        for (method, chances, completed, expected) in cases {
            assert_eq!(probability(method, chances, completed), expected, "{method:?}");
        }
    }

    fn steps(skippable: &[u128], quoted: &[u128]) -> Vec<Step> {
        (1..=5)
            .map(|n| Step { id: stage(n), allow_skip: skippable.contains(&n), quote_required: quoted.contains(&n) })
            .collect()
    }

    fn stage(n: u128) -> StageId {
        StageId(Uuid::from_u128(n))
    }

    #[test]
    fn strict_pipelines_check_what_lies_between() {
        use MoveAction::{Activate, Jump, Next, Previous, Skip};
        let here = |n| From::Here(Some(stage(n)));
        let cases = [
            ("next", steps(&[], &[]), here(1), 2, false, Ok(Some(Next))),
            ("skip over an allowed stage", steps(&[2], &[]), here(1), 3, false, Ok(Some(Skip))),
            (
                "skip over two, one of them not allowed",
                steps(&[2], &[]),
                here(1),
                4,
                false,
                Err(Refused::SkipNotAllowed),
            ),
            (
                "the next stage itself must be skippable",
                steps(&[3], &[]),
                here(1),
                3,
                false,
                Err(Refused::SkipNotAllowed),
            ),
            ("back one", steps(&[], &[1]), here(2), 1, false, Ok(Some(Previous))),
            ("back three needs no quote", steps(&[], &[1]), here(4), 1, false, Ok(Some(Jump))),
            ("a quote is demanded on entering", steps(&[], &[2]), here(1), 2, false, Err(Refused::QuoteRequired)),
            ("with a quote it passes", steps(&[], &[2]), here(1), 2, true, Ok(Some(Next))),
            ("start at the first stage", steps(&[], &[]), From::Here(None), 1, false, Ok(Some(Activate))),
            ("not at a later one", steps(&[], &[]), From::Here(None), 2, false, Err(Refused::FirstStageOnly)),
            ("from elsewhere only the first", steps(&[], &[]), From::Elsewhere, 3, false, Err(Refused::FirstStageOnly)),
            ("nowhere to go", steps(&[], &[]), here(3), 3, false, Ok(None)),
        ];
        for (case, steps, from, to, quote, expected) in cases {
            assert_eq!(plan_move(Mode::Strict, &steps, from, Some(stage(to)), quote), expected, "{case}");
        }
        assert_eq!(
            plan_move(Mode::Free, &steps(&[], &[5]), here(1), Some(stage(5)), false),
            Ok(Some(Skip)),
            "free pipelines let anything pass"
        );
    }

    #[test]
    fn ageing_starts_at_four_fifths_of_the_limit() {
        assert_eq!(age(7, 10), None);
        assert_eq!(age(8, 10), Some(Age::Ageing));
        assert_eq!(age(10, 10), Some(Age::Rotting));
    }
}
