//! The sample's leads; the first was a deal.

use super::{
    DAY, Made,
    shape::{self, Standing},
};
use crate::{Result, batch, lead};
use satchel_store::{
    query::{
        deal::{NumberedTable, next_number},
        lead as lead_query,
    },
    tables::{Lead, LeadEntry, LeadStatus, ReasonKind, Table},
};

impl Made<'_> {
    pub(super) fn leads(&mut self) -> Result<()> {
        let first = next_number(self.act.tx, NumberedTable::Leads)?;
        let mut seen = Vec::new();
        for ((at, shape), number) in shape::LEADS.iter().enumerate().zip(first..) {
            let (value, currency) = self.money(shape.value);
            let mut row = Lead {
                number,
                value,
                currency,
                organization_id: Some(self.organizations[shape.party.0]),
                person_id: Some(self.people[shape.party.1]),
                source_id: self.source(shape.source)?,
                created_at: self.ago(shape.age),
                ..lead::blank(self.act, self.words.leads[at].clone())
            };
            match shape.standing {
                Standing::Unseen => {}
                Standing::Seen => seen.push(row.id.0),
                Standing::Archived(days) => row.archived_at = Some(self.ago(days)),
                Standing::Lost(days, reason) => {
                    row.status = LeadStatus::Lost;
                    row.lost_at = Some(self.ago(days));
                    row.close_reason_id = self.reason(ReasonKind::Lost, reason)?;
                }
            }
            if at == 0 {
                self.made_from_deal(&mut row, shape.age)?;
            }
            self.add(&row, row.id.0)?;
            for label in shape.labels {
                lead_query::add_label(self.act.tx, row.id.0, self.labels[*label].0)?;
            }
            match (shape.standing, row.converted_at) {
                (Standing::Lost(days, _), _) => self.lead_entry(&row, "lost", days)?,
                (Standing::Archived(days), _) => self.lead_entry(&row, "archive", days)?,
                (_, Some(_)) => self.lead_entry(&row, "convert", shape.age)?,
                (Standing::Seen | Standing::Unseen, None) => {}
            }
            self.plan(shape.plan, None, Some(row.id))?;
            self.leads.push(row.id);
        }
        Ok(lead_query::mark_seen(self.act.tx, &batch::hex_list(seen), true)?)
    }

    /// The first lead was a deal, which lies in the trash and points to it.
    fn made_from_deal(&mut self, row: &mut Lead, age: i64) -> Result<()> {
        let Some(deal) = self.deals.get_mut(shape::CONVERTED) else { return Ok(()) };
        deal.lead_id = Some(row.id);
        deal.update(self.act.tx)?;
        row.source_deal_id = Some(deal.id);
        row.source_deal_title = Some(deal.title.clone());
        row.expected_close = deal.expected_close.clone();
        row.product_id = deal.product_id;
        row.converted_at = Some(self.act.now - age * DAY);
        Ok(())
    }

    fn lead_entry(&self, row: &Lead, action: &str, days: i64) -> Result<()> {
        let carried = (action == "convert").then_some(0);
        let activities = carried.map(|_| 1);
        LeadEntry {
            id: self.act.id(),
            lead_id: row.id,
            action: action.into(),
            at: self.ago(days),
            close_reason_id: row.close_reason_id,
            note: None,
            activities,
            notes: carried,
            messages: carried,
        }
        .insert(self.act.tx)?;
        Ok(())
    }
}
