//! What hangs on the sample's records: custom values, notes, messages, done activities.

use super::{
    Made,
    shape::{self, On},
};
use crate::Result;
use satchel_domain::ids::*;
use satchel_store::{
    query::{
        catalog::{self, Named},
        detail, field,
    },
    tables::{Activity, CustomField, Message, Note},
};
use serde_json::json;
use uuid::Uuid;

impl Made<'_> {
    pub(super) fn custom_fields(&mut self) -> Result<()> {
        let power = self.field("deal", &self.words.power_field.clone(), "number", "[]".to_owned())?;
        let refrigerant = self.field(
            "deal",
            &self.words.refrigerant_field.clone(),
            "choice",
            json!(self.words.refrigerants).to_string(),
        )?;
        let number = self.field("organization", &self.words.number_field.clone(), "text", "[]".to_owned())?;
        for (deal, kilowatts, gas) in shape::COOLING {
            let deal = self.deals[deal].id.0;
            self.value(deal, power, kilowatts)?;
            self.value(deal, refrigerant, &self.words.refrigerants[gas])?;
        }
        for (at, (organization, _)) in shape::CUSTOMERS.iter().enumerate() {
            self.value(self.organizations[*organization].0, number, &format!("K-{}", 1001 + at))?;
        }
        Ok(())
    }

    /// The field, or none where the user has one of that name.
    fn field(&mut self, entity: &'static str, name: &str, kind: &str, options: String) -> Result<Option<FieldId>> {
        if catalog::name_taken(self.act.tx, Named::Fields(entity), name, None)? {
            return Ok(None);
        }
        let row = CustomField {
            id: self.act.id(),
            entity: entity.into(),
            name: name.into(),
            kind: kind.into(),
            options,
            position: field::next_position(self.act.tx, entity)?,
            description: String::new(),
            on_card: false,
            formula: None,
        };
        self.add(&row, row.id.0)?;
        Ok(Some(row.id))
    }

    fn value(&self, record: Uuid, field: Option<FieldId>, value: &str) -> Result<()> {
        match field {
            Some(field) => Ok(detail::set_custom_value(self.act.tx, record, field.0, Some(value))?),
            None => Ok(()),
        }
    }

    pub(super) fn said_and_done(&mut self) -> Result<()> {
        for ((on, days), body) in shape::NOTES.iter().zip(&self.words.notes) {
            let (deal_id, lead_id, organization_id) = self.hook(*on);
            let row = Note {
                id: self.act.id(),
                body: body.clone(),
                kind: "note".into(),
                deal_id,
                lead_id,
                organization_id,
                person_id: None,
                created_at: self.ago(*days),
            };
            self.add(&row, row.id.0)?;
        }
        for ((sent, on, days), (subject, body)) in shape::MESSAGES.iter().zip(&self.words.messages) {
            let (deal_id, lead_id, organization_id) = self.hook(*on);
            let row = Message {
                id: self.act.id(),
                direction: if *sent { "sent" } else { "received" }.into(),
                subject: subject.clone(),
                body: body.clone(),
                sender: None,
                recipients: None,
                sent_at: self.ago(*days),
                deal_id,
                lead_id,
                organization_id,
                person_id: None,
                created_at: self.ago(*days),
                mail_id: None,
            };
            self.add(&row, row.id.0)?;
        }
        for (kind, subject, deal, days, outcome) in shape::DONE {
            let row = Activity {
                id: self.act.id(),
                kind,
                subject: self.words.subjects[subject].clone(),
                due_on: Some(self.day(-days)),
                due_time: None,
                duration_minutes: Some(30),
                note: String::new(),
                outcome: Some(self.words.outcomes[outcome].clone()),
                done_at: Some(self.ago(days)),
                deal_id: Some(self.deals[deal].id),
                lead_id: None,
                organization_id: None,
                person_id: None,
                moved_from_deal_id: None,
                created_at: self.ago(days + 5),
            };
            self.add(&row, row.id.0)?;
        }
        Ok(())
    }

    fn hook(&self, on: On) -> (Option<DealId>, Option<LeadId>, Option<OrganizationId>) {
        match on {
            On::Deal(at) => (Some(self.deals[at].id), None, None),
            On::Lead(at) => (None, Some(self.leads[at]), None),
            On::Organization(at) => (None, None, Some(self.organizations[at])),
        }
    }
}
