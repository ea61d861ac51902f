//! The sample's deals, each with the way it came.

use super::{
    Made,
    shape::{self, Fate},
};
use crate::{Result, batch, board, deal, dto::Place};
use satchel_domain::{
    deal::{ReplyState, Status},
    ids::*,
    rank,
};
use satchel_store::{
    query::{
        board as board_query, catalog,
        deal::{NumberedTable, next_number},
    },
    tables::{Deal, ReasonKind, Stage, StageEntry, Table},
};

impl Made<'_> {
    pub(super) fn deals(&mut self) -> Result<()> {
        let first = next_number(self.act.tx, NumberedTable::Deals)?;
        let sources = [self.source("referral")?, self.source("fair")?, self.source("website")?, self.source("phone")?];
        for ((at, shape), number) in shape::DEALS.iter().enumerate().zip(first..) {
            let (pipeline, stage) =
                (self.pipelines[shape.place.0].0, self.stage(shape.place.0, shape.place.1).cloned());
            let place = board_query::Place { pipeline: pipeline.0, stage: stage.as_ref().map(|stage| stage.id.0) };
            let rank = match shape.fate {
                Fate::Open => board::ranks(self.act.tx, place, &Place::Bottom, &[], 1)?.first().copied().unwrap_or(0),
                _ => i64::try_from(at).unwrap_or(0) * rank::GAP,
            };
            let (value, currency) = self.money(shape.value);
            let (created, entered, close) = shape.days;
            let mut row = Deal {
                number,
                value,
                currency,
                probability: if at == 14 { Some(6_500) } else { None },
                reply_state: if matches!(at, 0 | 14) {
                    ReplyState::Answered
                } else if matches!(at, 19 | 27) {
                    ReplyState::Waiting
                } else {
                    ReplyState::None
                },
                expected_close: Some(self.day(close)),
                started_on: stage.as_ref().map(|_| self.day(-created)),
                organization_id: Some(self.organizations[shape.party.0]),
                person_id: Some(self.people[shape.party.1]),
                owner_id: if at % 9 == 8 { self.colleagues.first().copied() } else { None },
                source_id: sources[at % sources.len()],
                product_id: shape.product.map(|product| self.products[product]),
                created_at: self.ago(created),
                stage_entered_at: self.ago(entered),
                archived_at: (shape::ARCHIVED.0 == at).then(|| self.ago(shape::ARCHIVED.1)),
                ..deal::blank(
                    self.act,
                    self.words.deals[at].clone(),
                    pipeline,
                    stage.as_ref().map(|stage| stage.id),
                    rank,
                )
            };
            self.end(&mut row, shape.fate)?;
            self.add(&row, row.id.0)?;
            for label in shape.labels {
                catalog::set_label(self.act.tx, true, &batch::hex_list([row.id.0]), self.labels[*label].0, true)?;
            }
            self.history(&row, shape, stage.as_ref())?;
            self.plan(shape.plan, Some(row.id), None)?;
            self.deals.push(row);
        }
        Ok(())
    }

    fn end(&self, row: &mut Deal, fate: Fate) -> Result<()> {
        let (days, status) = match fate {
            Fate::Open => return Ok(()),
            Fate::Converted(days) => {
                row.deleted_at = Some(self.ago(days));
                return Ok(());
            }
            Fate::Won(days) => (days, Status::Won),
            Fate::Lost(days, _) => (days, Status::Lost),
            Fate::Closed(days) => (days, Status::Closed),
        };
        let at = Some(self.ago(days));
        row.status = status;
        row.ended_on = Some(self.day(-days));
        match fate {
            Fate::Won(_) => {
                (row.won_at, row.first_won_at) = (at, at);
                (row.actual_value, row.actual_currency) = (row.value, row.currency.clone());
                row.close_reason_id = self.reason(ReasonKind::Won, usize::try_from(days).unwrap_or(0))?;
            }
            Fate::Lost(_, reason) => {
                row.lost_at = at;
                row.close_reason_id = self.reason(ReasonKind::Lost, reason)?;
            }
            Fate::Closed(_) | Fate::Open | Fate::Converted(_) => row.closed_at = at,
        }
        Ok(())
    }

    /// How the deal came to where it stands: stage after stage, evenly, then its end.
    fn history(&self, row: &Deal, shape: &shape::Deal, stage: Option<&Stage>) -> Result<()> {
        let way: Vec<&Stage> = match stage {
            Some(stage) => {
                self.pipelines[shape.place.0].1.iter().take_while(|step| step.position <= stage.position).collect()
            }
            None => Vec::new(),
        };
        let steps = i64::try_from(way.len()).unwrap_or(0).max(2) - 1;
        let (created, entered, _) = shape.days;
        let mut from: Option<(&Stage, i64)> = None;
        self.entry(row, "create", None, way.first().copied(), created, None)?;
        for (at, to) in (0..).zip(&way) {
            let days = created - (created - entered) * at / steps;
            if let Some((from, since)) = from {
                self.entry(row, "next", Some((from, since - days)), Some(to), days, None)?;
            }
            from = Some((to, days));
        }
        let (action, days) = match shape.fate {
            Fate::Open => return Ok(()),
            Fate::Won(days) => ("won", days),
            Fate::Lost(days, _) => ("lost", days),
            Fate::Closed(days) => ("closed", days),
            Fate::Converted(days) => ("convert", days),
        };
        let spent = from.map(|(stage, since)| (stage, since - days));
        self.entry(row, action, spent, stage, days, row.close_reason_id)
    }

    fn entry(
        &self,
        row: &Deal,
        action: &str,
        from: Option<(&Stage, i64)>,
        to: Option<&Stage>,
        days_ago: i64,
        close_reason_id: Option<ReasonId>,
    ) -> Result<()> {
        StageEntry {
            id: self.act.id(),
            deal_id: row.id,
            action: action.into(),
            from_stage_id: from.map(|from| from.0.id),
            from_stage: from.map(|from| from.0.name.clone()),
            to_stage_id: to.map(|to| to.id),
            to_stage: to.map(|to| to.name.clone()),
            at: self.ago(days_ago),
            days: from.map(|from| from.1),
            value: row.value,
            currency: row.currency.clone(),
            chances: to.map(|to| to.chances),
            completed: to.map(|to| to.completed),
            probability: row.probability,
            close_reason_id,
            note: None,
        }
        .insert(self.act.tx)?;
        Ok(())
    }
}
