//! The cells of one row as read, by field, on their way into a draft.

use super::{
    draft::{
        ColleagueDraft, CustomDraft, CustomKey, DealDraft, Draft, DraftRow, OrganizationDraft, PersonDraft,
        ProductDraft,
    },
    mapping::{ImportEntity, ImportField},
};
use crate::dto::DealStatus;
use satchel_domain::{dates::Date, money::Money};
use std::collections::BTreeMap;

/// A cell as read.
pub(super) enum Value {
    Text(String),
    List(Vec<String>),
    Money(Money),
    Date(Date),
    Number(i64),
    Status(DealStatus),
}

/// The cells of one row as read, by field.
#[derive(Default)]
pub(super) struct Values {
    pub by_field: BTreeMap<ImportField, Value>,
    pub custom: Vec<CustomDraft>,
    pub cleared: Vec<ImportField>,
    pub cleared_custom: Vec<CustomKey>,
}

impl Values {
    /// Several notes or label columns join; a status column outranks what a stage column says about the status.
    pub fn put(&mut self, field: ImportField, value: Value, from_stage_column: bool) {
        match (self.by_field.get_mut(&field), value) {
            (Some(Value::Text(text)), Value::Text(more)) if field.takes_several() => {
                text.push_str("\n\n");
                text.push_str(&more);
            }
            (Some(Value::List(list)), Value::List(more)) => list.extend(more),
            (Some(_), _) if field == ImportField::Status && from_stage_column => {}
            (_, value) => {
                self.by_field.insert(field, value);
            }
        }
    }

    pub fn text(&mut self, field: ImportField) -> Option<String> {
        let Value::Text(text) = self.by_field.remove(&field)? else { return None };
        Some(text)
    }

    fn list(&mut self, field: ImportField) -> Option<Vec<String>> {
        let Value::List(list) = self.by_field.remove(&field)? else { return None };
        Some(list)
    }

    fn money(&mut self, field: ImportField) -> Option<Money> {
        let Value::Money(money) = self.by_field.remove(&field)? else { return None };
        Some(money)
    }

    fn date(&mut self, field: ImportField) -> Option<Date> {
        let Value::Date(date) = self.by_field.remove(&field)? else { return None };
        Some(date)
    }

    fn number(&mut self, field: ImportField) -> Option<i64> {
        let Value::Number(number) = self.by_field.remove(&field)? else { return None };
        Some(number)
    }

    fn status(&mut self) -> Option<DealStatus> {
        let Value::Status(status) = self.by_field.remove(&ImportField::Status)? else { return None };
        Some(status)
    }

    /// Everything read, as the kind of record it describes.
    pub fn into_row(mut self, row: u64, entity: ImportEntity, title: String) -> DraftRow {
        let v = &mut self;
        let satchel_id = v.text(ImportField::SatchelId);
        let draft = match entity {
            ImportEntity::Deal => Draft::Deal(v.deal(title)),
            ImportEntity::Lead => Draft::Lead(v.deal(title)),
            ImportEntity::Organization => Draft::Organization(v.organization(title)),
            ImportEntity::Person => Draft::Person(v.person(title)),
            ImportEntity::Product => Draft::Product(v.product(title)),
            ImportEntity::Colleague => Draft::Colleague(v.colleague(title)),
        };
        DraftRow { row, satchel_id, draft, cleared: self.cleared, cleared_custom: self.cleared_custom }
    }

    fn deal(&mut self, title: String) -> DealDraft {
        DealDraft {
            title,
            external_id: self.text(ImportField::ExternalId),
            pipeline: self.text(ImportField::Pipeline),
            stage: self.text(ImportField::Stage),
            status: self.status(),
            value: self.money(ImportField::Value),
            actual_value: self.money(ImportField::ActualValue),
            probability: self.number(ImportField::Probability),
            expected_close: self.date(ImportField::ExpectedClose),
            started_on: self.date(ImportField::StartedOn),
            ended_on: self.date(ImportField::EndedOn),
            organization: self.text(ImportField::Organization),
            person: self.text(ImportField::Person),
            owner: self.text(ImportField::Owner),
            converted_by: self.text(ImportField::ConvertedBy),
            next_contact_by: self.text(ImportField::NextContactBy),
            source: self.text(ImportField::Source),
            product: self.text(ImportField::Product),
            labels: self.list(ImportField::Labels),
            close_reason: self.text(ImportField::CloseReason),
            note: self.text(ImportField::Note),
            custom: std::mem::take(&mut self.custom),
        }
    }

    fn organization(&mut self, name: String) -> OrganizationDraft {
        OrganizationDraft {
            name,
            external_id: self.text(ImportField::ExternalId),
            parent: self.text(ImportField::Parent),
            industry: self.text(ImportField::Industry),
            website: self.text(ImportField::Website),
            phone: self.text(ImportField::Phone),
            email: self.text(ImportField::Email),
            street: self.text(ImportField::Street),
            postcode: self.text(ImportField::Postcode),
            city: self.text(ImportField::City),
            region: self.text(ImportField::Region),
            country: self.text(ImportField::Country),
            employees: self.number(ImportField::Employees),
            annual_revenue: self.money(ImportField::AnnualRevenue),
            founded_year: self.number(ImportField::FoundedYear),
            owner: self.text(ImportField::Owner),
            note: self.text(ImportField::Note),
            custom: std::mem::take(&mut self.custom),
        }
    }

    fn person(&mut self, name: String) -> PersonDraft {
        PersonDraft {
            name,
            external_id: self.text(ImportField::ExternalId),
            organization: self.text(ImportField::Organization),
            job_title: self.text(ImportField::JobTitle),
            email: self.text(ImportField::Email),
            phone: self.text(ImportField::Phone),
            mobile: self.text(ImportField::Mobile),
            note: self.text(ImportField::Note),
            custom: std::mem::take(&mut self.custom),
        }
    }

    fn product(&mut self, name: String) -> ProductDraft {
        ProductDraft {
            name,
            external_id: self.text(ImportField::ExternalId),
            code: self.text(ImportField::Code),
            series: self.text(ImportField::Series),
            price: self.money(ImportField::Price),
        }
    }

    fn colleague(&mut self, name: String) -> ColleagueDraft {
        ColleagueDraft {
            name,
            external_id: self.text(ImportField::ExternalId),
            email: self.text(ImportField::Email),
            manager: self.text(ImportField::Manager),
            office: self.text(ImportField::Office),
        }
    }
}
