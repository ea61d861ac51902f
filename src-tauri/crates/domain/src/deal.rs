//! What a deal is and which acts it allows: facts, statuses, and the refusals that name a rule.

use thiserror::Error;

/// Outcome of a deal. Archived and deleted are separate facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Still being worked on.
    Open,
    /// Ended, won.
    Won,
    /// Ended, lost.
    Lost,
    /// Ended without outcome.
    Closed,
}

impl Status {
    /// Won, lost or closed.
    #[must_use]
    pub const fn is_ended(self) -> bool {
        !matches!(self, Self::Open)
    }
}

/// Whose turn it is to answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReplyState {
    /// Nobody waits.
    None,
    /// We wrote and wait.
    Waiting,
    /// The customer answered.
    Answered,
}

/// Why an act is not allowed on a record. The window translates the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum Refused {
    /// Stage moves need an open deal.
    #[error("not_open")]
    NotOpen,
    /// The record lies in the trash: recover it first.
    #[error("in_trash")]
    InTrash,
    /// The record is archived: unarchive it first.
    #[error("archived")]
    Archived,
    /// Already won.
    #[error("already_won")]
    AlreadyWon,
    /// Already lost.
    #[error("already_lost")]
    AlreadyLost,
    /// Already ended.
    #[error("already_ended")]
    AlreadyEnded,
    /// Only lost deals are restored.
    #[error("not_lost")]
    NotLost,
    /// Only won or closed deals are reopened.
    #[error("not_ended")]
    NotEnded,
    /// Only ended deals go to the trash; end this one in the same act.
    #[error("end_first")]
    EndFirst,
    /// Won deals do not become leads.
    #[error("won_not_converted")]
    WonNotConverted,
    /// Leads are switched off in the settings.
    #[error("leads_off")]
    LeadsOff,
    /// Strict pipelines: a stage in between may not be skipped.
    #[error("skip_not_allowed")]
    SkipNotAllowed,
    /// Strict pipelines: deals from elsewhere start at the first stage.
    #[error("first_stage_only")]
    FirstStageOnly,
    /// Strict pipelines: a started deal does not go back to "Not started".
    #[error("already_started")]
    AlreadyStarted,
    /// The target stage needs a quote.
    #[error("quote_required")]
    QuoteRequired,
    /// Not in the trash.
    #[error("not_deleted")]
    NotDeleted,
    /// Not archived.
    #[error("not_archived")]
    NotArchived,
    /// This lead already became a deal.
    #[error("already_converted")]
    AlreadyConverted,
    /// Converting deals to leads is switched off.
    #[error("convert_off")]
    ConvertOff,
    /// Deleting is switched off.
    #[error("delete_off")]
    DeleteOff,
    /// Deleting several records at once is switched off.
    #[error("batch_delete_off")]
    BatchDeleteOff,
    /// Merging is switched off.
    #[error("merge_off")]
    MergeOff,
    /// Restoring several records at once is switched off.
    #[error("mass_restore_off")]
    MassRestoreOff,
    /// Won deals are not merged.
    #[error("won_not_merged")]
    WonNotMerged,
}

/// The facts of a deal that the rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// Outcome.
    pub status: Status,
    /// Set aside.
    pub archived: bool,
    /// In the trash.
    pub deleted: bool,
}

/// Lost by the rule (behaviour 12): open, archived, and at 0 % of its own; what its stage counts for ends nothing.
#[must_use]
pub const fn becomes_lost(status: Status, archived: bool, probability: Option<i64>) -> bool {
    matches!((status, archived, probability), (Status::Open, true, Some(0)))
}

/// A stage move needs an open deal on the board.
pub const fn may_move(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { archived: true, .. } => Err(Refused::Archived),
        Facts { status: Status::Open, .. } => Ok(()),
        Facts { .. } => Err(Refused::NotOpen),
    }
}

/// Open, won (a cancelled order) and closed deals can be lost.
pub const fn may_lose(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Lost, .. } => Err(Refused::AlreadyLost),
        Facts { .. } => Ok(()),
    }
}

/// Open, lost and closed deals can be won.
pub const fn may_win(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Won, .. } => Err(Refused::AlreadyWon),
        Facts { .. } => Ok(()),
    }
}

/// Only open deals are closed without outcome.
pub const fn may_close(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Open, .. } => Ok(()),
        Facts { .. } => Err(Refused::AlreadyEnded),
    }
}

/// Lost deals are restored.
pub const fn may_restore(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Lost, .. } => Ok(()),
        Facts { .. } => Err(Refused::NotLost),
    }
}

/// Won and closed deals are reopened.
pub const fn may_reopen(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Won | Status::Closed, .. } => Ok(()),
        Facts { .. } => Err(Refused::NotEnded),
    }
}

/// Ended deals go to the trash; open ones too where the safeguard is off.
pub const fn may_delete(deal: Facts, ended_only: bool) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Open, .. } if ended_only => Err(Refused::EndFirst),
        Facts { .. } => Ok(()),
    }
}

/// Whatever its outcome, a deal can be set aside once.
pub const fn may_archive(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { archived: true, .. } => Err(Refused::Archived),
        Facts { .. } => Ok(()),
    }
}

/// Archived deals come out of the archive, and lost ones out of where they lie.
pub const fn may_unarchive(deal: Facts) -> Result<(), Refused> {
    match deal {
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Lost, .. } | Facts { archived: true, .. } => Ok(()),
        Facts { .. } => Err(Refused::NotArchived),
    }
}

/// Deals in the trash are recovered.
pub const fn may_recover(deal: Facts) -> Result<(), Refused> {
    if deal.deleted { Ok(()) } else { Err(Refused::NotDeleted) }
}

/// Open, lost and closed deals become leads; won ones are left out by name.
pub const fn may_convert(deal: Facts, leads_enabled: bool) -> Result<(), Refused> {
    match deal {
        _ if !leads_enabled => Err(Refused::LeadsOff),
        Facts { deleted: true, .. } => Err(Refused::InTrash),
        Facts { status: Status::Won, .. } => Err(Refused::WonNotConverted),
        Facts { .. } => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn facts(status: Status, archived: bool, deleted: bool) -> Facts {
        Facts { status, archived, deleted }
    }

    #[test]
    fn each_act_names_the_rule_that_refuses_it() {
        use Status::{Closed, Lost, Open, Won};
        type Verdict = Result<(), Refused>;
        let cases: &[(&str, Verdict, Verdict)] = &[
            ("move open", may_move(facts(Open, false, false)), Ok(())),
            ("move archived", may_move(facts(Open, true, false)), Err(Refused::Archived)),
            ("move won", may_move(facts(Won, false, false)), Err(Refused::NotOpen)),
            ("move trashed", may_move(facts(Open, false, true)), Err(Refused::InTrash)),
            ("lose won", may_lose(facts(Won, false, false)), Ok(())),
            ("lose lost", may_lose(facts(Lost, false, false)), Err(Refused::AlreadyLost)),
            ("win lost", may_win(facts(Lost, false, false)), Ok(())),
            ("win won", may_win(facts(Won, false, false)), Err(Refused::AlreadyWon)),
            ("close won", may_close(facts(Won, false, false)), Err(Refused::AlreadyEnded)),
            ("restore lost", may_restore(facts(Lost, true, false)), Ok(())),
            ("restore open", may_restore(facts(Open, false, false)), Err(Refused::NotLost)),
            ("reopen closed", may_reopen(facts(Closed, false, false)), Ok(())),
            ("reopen lost", may_reopen(facts(Lost, false, false)), Err(Refused::NotEnded)),
            ("delete open, guarded", may_delete(facts(Open, false, false), true), Err(Refused::EndFirst)),
            ("delete open, unguarded", may_delete(facts(Open, false, false), false), Ok(())),
            ("delete lost", may_delete(facts(Lost, false, false), true), Ok(())),
            ("archive lost", may_archive(facts(Lost, false, false)), Ok(())),
            ("archive archived", may_archive(facts(Open, true, false)), Err(Refused::Archived)),
            ("archive trashed", may_archive(facts(Open, false, true)), Err(Refused::InTrash)),
            ("unarchive lost", may_unarchive(facts(Lost, false, false)), Ok(())),
            ("unarchive open", may_unarchive(facts(Open, false, false)), Err(Refused::NotArchived)),
            ("recover trashed", may_recover(facts(Lost, true, true)), Ok(())),
            ("recover open", may_recover(facts(Open, false, false)), Err(Refused::NotDeleted)),
            ("convert lost", may_convert(facts(Lost, false, false), true), Ok(())),
            ("convert won", may_convert(facts(Won, false, false), true), Err(Refused::WonNotConverted)),
            ("convert, leads off", may_convert(facts(Open, false, false), false), Err(Refused::LeadsOff)),
        ];
        for (case, got, expected) in cases {
            assert_eq!(got, expected, "{case}");
        }
    }

    #[test]
    fn only_an_archived_open_deal_at_zero_becomes_lost() {
        assert!(becomes_lost(Status::Open, true, Some(0)));
        assert!(!becomes_lost(Status::Open, false, Some(0)), "active at 0 % is still open");
        assert!(!becomes_lost(Status::Open, true, Some(1000)), "archived at 10 % is only archived");
        assert!(!becomes_lost(Status::Open, true, None), "a stage at 0 % is no end");
        assert!(!becomes_lost(Status::Won, true, Some(0)), "won stays won");
    }
}
