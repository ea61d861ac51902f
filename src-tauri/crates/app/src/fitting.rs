//! Of several deals or leads those an act can do something with: what is offered for some of them is done to these, and
//! the others stay as they were. The acts themselves, which still refuse what does not fit, are in `ending`, `lead` and `trash`.

use crate::{Error, Result, View, batch, dto::*, lead, totals};
use satchel_domain::deal::{self as rules, Facts, Refused};
use satchel_store::query::board as query;
use uuid::Uuid;

/// All acts that fit some deals and not others.
pub(crate) const ALL: [RecordAct; 10] = [
    RecordAct::Move,
    RecordAct::Win,
    RecordAct::Lose,
    RecordAct::Close,
    RecordAct::Restore,
    RecordAct::Reopen,
    RecordAct::Archive,
    RecordAct::Unarchive,
    RecordAct::Recover,
    RecordAct::Delete,
];

/// Whether an act fits a deal as it stands.
pub(crate) fn may(facts: Facts, act: RecordAct) -> std::result::Result<(), Refused> {
    match act {
        RecordAct::Move => rules::may_move(facts),
        RecordAct::Win => rules::may_win(facts),
        RecordAct::Lose => rules::may_lose(facts),
        RecordAct::Close => rules::may_close(facts),
        RecordAct::Restore => rules::may_restore(facts),
        RecordAct::Reopen => rules::may_reopen(facts),
        RecordAct::Archive => rules::may_archive(facts),
        RecordAct::Unarchive => rules::may_unarchive(facts),
        RecordAct::Recover => rules::may_recover(facts),
        // how an open deal ends first is asked on the way
        RecordAct::Delete => rules::may_delete(facts, false),
    }
}

/// Those of several records that an act fits.
///
/// # Errors
/// `missing`, `nothing_selected`, `over_limit`; `invalid` for other kinds, and for acts a lead does not know.
pub fn fitting(view: &View<'_>, input: FittingInput) -> Result<Fitting> {
    match input.kind {
        RecordKind::Deal => {
            let deals = batch::read(view.conn, &input.ids)?;
            let ids: Vec<Uuid> =
                deals.iter().filter(|deal| may(deal.facts, input.act).is_ok()).map(|deal| deal.id.0).collect();
            let chances = totals::stage_probabilities(view.conn)?;
            let sums = query::sums_of(view.conn, &ids)?;
            let totals = totals::of_sums(&sums, &chances, &totals::home_currency(view.conn)?);
            Ok(Fitting { ids, totals })
        }
        RecordKind::Lead => {
            let mut ids = Vec::new();
            for lead in lead::read(view.conn, &input.ids)? {
                if lead::may(&lead, input.act)?.is_ok() {
                    ids.push(lead.id);
                }
            }
            let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
            Ok(Fitting { ids, totals: Totals { count, sums: Vec::new() } })
        }
        _ => Err(Error::field("invalid", "kind")),
    }
}
