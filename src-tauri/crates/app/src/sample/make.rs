//! Building the sample's records from its shape and its words.

use super::{
    Manners, Words,
    shape::{self, Fate, On, Plan, Standing},
};
use crate::{Act, Result, batch, board, boot, deal, dto::Place, lead, party};
use satchel_domain::{
    deal::{ReplyState, Status},
    ids::*,
    rank,
    stage::{Method, Mode},
};
use satchel_store::{
    query::{
        board as board_query,
        catalog::{self, Named},
        deal::{NumberedTable, next_number},
        detail, lead as lead_query, sample as query,
    },
    tables::{
        Activity, CloseReason, Colleague, CustomField, Deal, Label, Lead, LeadEntry, LeadStatus, Message, Note,
        Organization, Person, Pipeline, Product, ReasonKind, Sort, Source, Stage, StageEntry, Table,
    },
};
use serde_json::json;
use uuid::Uuid;

const DAY: i64 = 86_400_000;

/// What the parts of the sample refer to while they are made.
struct Made<'a> {
    act: &'a Act<'a>,
    manners: &'a Manners,
    words: &'a Words,
    count: usize,
    colleagues: Vec<ColleagueId>,
    labels: Vec<LabelId>,
    products: Vec<ProductId>,
    organizations: Vec<OrganizationId>,
    people: Vec<PersonId>,
    /// The user's first pipeline, and the sample's own strict one.
    pipelines: [(PipelineId, Vec<Stage>); 2],
    deals: Vec<Deal>,
    leads: Vec<LeadId>,
}

/// Makes everything; answers how many records that were.
pub(super) fn all(act: &Act<'_>, manners: &Manners, words: &Words) -> Result<usize> {
    let first = Pipeline::select(act.tx, "ORDER BY position, id LIMIT 1", [])?.into_iter().next().map(|row| row.id);
    let first = match first {
        Some(id) => (id, boot::stages_of(act.tx, id)?),
        None => (act.id(), Vec::new()),
    };
    let mut made = Made {
        act,
        manners,
        words,
        count: 0,
        colleagues: Vec::new(),
        labels: Vec::new(),
        products: Vec::new(),
        organizations: Vec::new(),
        people: Vec::new(),
        pipelines: [first, (act.id(), Vec::new())],
        deals: Vec::new(),
        leads: Vec::new(),
    };
    made.lists()?;
    made.strict_pipeline()?;
    made.contacts()?;
    made.deals()?;
    made.leads()?;
    made.custom_fields()?;
    made.said_and_done()?;
    Ok(made.count)
}

impl Made<'_> {
    fn add<T: Table>(&mut self, row: &T, id: Uuid) -> Result<()> {
        row.insert(self.act.tx)?;
        query::remember(self.act.tx, T::NAME, id)?;
        self.count += 1;
        Ok(())
    }

    fn ago(&self, days: i64) -> i64 {
        self.act.now - days * DAY
    }

    fn day(&self, offset: i64) -> String {
        (self.act.today + chrono::TimeDelta::days(offset)).to_string()
    }

    fn money(&self, euros: i64) -> (Option<i64>, Option<String>) {
        if euros == 0 {
            (None, None)
        } else {
            (Some(euros * self.manners.minor_per_euro), Some(self.manners.currency.to_owned()))
        }
    }

    fn lists(&mut self) -> Result<()> {
        for (at, name) in self.words.colleagues.iter().enumerate() {
            let row = Colleague {
                id: self.act.id(),
                name: name.clone(),
                email: Some(format!("colleague{}@satchel.example", at + 1)),
                manager: None,
                office: None,
            };
            self.add(&row, row.id.0)?;
            self.colleagues.push(row.id);
        }
        for (color, name) in (0..).zip(&self.words.labels) {
            // a label of that name is the user's own and is used as it is
            let known = Label::select(self.act.tx, "WHERE name = ?1 COLLATE NOCASE", [name])?;
            let id = match known.into_iter().next() {
                Some(row) => row.id,
                None => {
                    let row = Label { id: self.act.id(), name: name.clone(), color };
                    self.add(&row, row.id.0)?;
                    row.id
                }
            };
            self.labels.push(id);
        }
        for (at, (name, price)) in
            self.words.products.iter().zip([41_500, 118_000, 36_000, 22_400, 7_100, 6_400]).enumerate()
        {
            let (price, currency) = self.money(price);
            let row = Product {
                id: self.act.id(),
                name: name.clone(),
                code: Some(format!("S-{:03}", (at + 1) * 10)),
                series: None,
                price,
                currency,
            };
            self.add(&row, row.id.0)?;
            self.products.push(row.id);
        }
        Ok(())
    }

    fn strict_pipeline(&mut self) -> Result<()> {
        let (id, position) = (self.pipelines[1].0, satchel_store::query::pipeline::pipelines(self.act.tx)?.1);
        let mut name = self.words.pipeline.clone();
        while catalog::name_taken(self.act.tx, Named::Pipelines, &name, None)? {
            name.push_str(" 2");
        }
        let row = Pipeline { id, name, position, mode: Mode::Strict, method: Method::Multiply, sort: Sort::Urgency };
        self.add(&row, id.0)?;
        for ((position, name), chances) in (0..).zip(&self.words.stages).zip([4_000, 6_000, 8_000, 9_500]) {
            let row = Stage {
                id: self.act.id(),
                pipeline_id: id,
                name: name.clone(),
                position,
                chances,
                completed: 2_500 * (position + 1),
                rot_days: Some(10),
                allow_skip: position == 1,
                quote_required: false,
                close_in_days: None,
            };
            self.add(&row, row.id.0)?;
            self.pipelines[1].1.push(row);
        }
        Ok(())
    }

    fn contacts(&mut self) -> Result<()> {
        for (at, (name, city, industry, host)) in self.words.organizations.iter().enumerate() {
            let id: OrganizationId = self.act.id();
            self.organizations.push(id);
            let row = Organization {
                id,
                parent_id: shape::PARENTS.iter().find(|pair| pair.0 == at).map(|pair| self.organizations[pair.1]),
                industry: Some(industry.clone()),
                website: Some(format!("https://www.{host}.example")),
                phone: Some(format!("{}{:02}", self.manners.phone, at + 1)),
                email: Some(format!("office@{host}.example")),
                city: Some(city.clone()),
                country: Some(self.manners.country.to_owned()),
                customer_since: shape::CUSTOMERS.iter().find(|pair| pair.0 == at).map(|pair| self.day(-pair.1)),
                created_at: self.ago(180),
                ..party::new_organization(self.act, name.clone())
            };
            self.add(&row, id.0)?;
        }
        let first = self.words.organizations.len();
        for (at, (name, job)) in self.words.people.iter().enumerate() {
            let place = if at < first { at } else { shape::SECOND_PEOPLE[at - first] };
            let host = &self.words.organizations[place].3;
            let row = Person {
                job_title: Some(job.clone()),
                email: Some(format!("{}@{host}.example", address(name, at))),
                phone: (at % 3 != 2).then(|| format!("{}{:02}", self.manners.phone, at + 40)),
                mobile: (at % 4 == 0).then(|| format!("{}{:02}", self.manners.phone, at % 25 + 75)),
                created_at: self.ago(178),
                ..party::new_person(self.act, name.clone(), Some(self.organizations[place]))
            };
            self.people.push(row.id);
            self.add(&row, row.id.0)?;
        }
        Ok(())
    }

    fn stage(&self, pipeline: usize, stage: Option<usize>) -> Option<&Stage> {
        let stages = &self.pipelines[pipeline].1;
        // a pipeline of the user's may have other stages than the five it starts with
        let at = if pipeline == 0 { stage? * stages.len() / 5 } else { stage? };
        stages.get(at)
    }

    fn deals(&mut self) -> Result<()> {
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

    fn reason(&self, kind: ReasonKind, at: usize) -> Result<Option<ReasonId>> {
        let reasons: Vec<CloseReason> = CloseReason::select(self.act.tx, "WHERE active = 1 ORDER BY position, id", [])?
            .into_iter()
            .filter(|row| row.kind == kind)
            .collect();
        Ok(reasons.get(at % reasons.len().max(1)).map(|row| row.id))
    }

    fn source(&self, builtin: &str) -> Result<Option<SourceId>> {
        Ok(Source::select(self.act.tx, "WHERE builtin = ?1 ORDER BY id LIMIT 1", [builtin])?.first().map(|row| row.id))
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

    fn plan(&mut self, plan: Plan, deal_id: Option<DealId>, lead_id: Option<LeadId>) -> Result<()> {
        let Some((kind, subject, offset, time)) = plan else { return Ok(()) };
        let row = Activity {
            id: self.act.id(),
            kind,
            subject: self.words.subjects[subject].clone(),
            due_on: offset.map(|offset| self.day(offset)),
            due_time: time.map(str::to_owned),
            duration_minutes: time.map(|_| 30),
            note: String::new(),
            outcome: None,
            done_at: None,
            deal_id,
            lead_id,
            organization_id: None,
            person_id: None,
            moved_from_deal_id: None,
            created_at: self.ago(3),
        };
        self.add(&row, row.id.0)
    }

    fn leads(&mut self) -> Result<()> {
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

    fn custom_fields(&mut self) -> Result<()> {
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
            position: catalog::next_field(self.act.tx, entity)?,
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

    fn said_and_done(&mut self) -> Result<()> {
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

/// The part of a mail address before the sign: a name in Latin letters, else a number.
fn address(name: &str, at: usize) -> String {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.chars().map(crate::excerpt::fold).filter(|c| c.is_alphanumeric()).collect::<String>())
        .collect();
    if words.iter().all(|word| word.is_ascii()) { words.join(".") } else { format!("contact{:02}", at + 1) }
}
