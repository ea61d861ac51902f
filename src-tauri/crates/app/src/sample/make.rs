//! Building the sample's records from its shape and its words: lists, the strict pipeline and contacts here.

mod around;
mod deals;
mod leads;

use super::{
    Manners, Words,
    shape::{self, Plan},
};
use crate::{Act, Result, boot, party};
use satchel_domain::{
    ids::*,
    stage::{Method, Mode},
};
use satchel_store::{
    query::{
        catalog::{self, Named},
        pipeline as pipeline_query, sample as query,
    },
    tables::{
        Activity, CloseReason, Colleague, Deal, Label, Organization, Person, Pipeline, Product, ReasonKind, Sort,
        Source, Stage, Table,
    },
};
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
                active: true,
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
        let (id, position) = (self.pipelines[1].0, pipeline_query::pipelines(self.act.tx)?.1);
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
}

/// The part of a mail address before the sign: a name in Latin letters, else a number.
fn address(name: &str, at: usize) -> String {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.chars().map(crate::excerpt::fold).filter(|c| c.is_alphanumeric()).collect::<String>())
        .collect();
    if words.iter().all(|word| word.is_ascii()) { words.join(".") } else { format!("contact{:02}", at + 1) }
}
