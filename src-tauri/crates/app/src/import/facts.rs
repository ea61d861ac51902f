//! What a row says about a record that does not exist yet, field by field, as a preview shows it: every difference is one
//! from nothing. Only what the row says: what every new record has anyway is not told.

use super::draft::{CustomDraft, CustomKey, CustomValue, DealDraft, Draft, OrganizationDraft};
use crate::dto::{CustomField, DealStatus, DiffValue, FieldDiff, Money};
use satchel_domain::{dates::Date, money};

/// The fields a new record of this draft would have; its title or name is told beside them.
#[must_use]
pub fn facts(draft: &Draft, fields: &[CustomField]) -> Vec<FieldDiff> {
    let mut told = Facts::default();
    match draft {
        Draft::Deal(deal) => {
            of_deal(&mut told, deal, deal.status.is_some_and(|status| status != DealStatus::Open), fields)
        }
        Draft::Lead(lead) => of_deal(&mut told, lead, lead.status == Some(DealStatus::Lost), fields),
        Draft::Organization(organization) => of_organization(&mut told, organization, fields),
        Draft::Person(person) => {
            told.texts([
                ("external_id", &person.external_id),
                ("organization", &person.organization),
                ("job_title", &person.job_title),
                ("email", &person.email),
                ("phone", &person.phone),
                ("mobile", &person.mobile),
            ]);
            told.custom(&person.custom, fields);
            told.texts([("note", &person.note)]);
        }
        Draft::Product(product) => {
            told.texts([("external_id", &product.external_id), ("code", &product.code), ("series", &product.series)]);
            told.money("price", product.price);
        }
        Draft::Colleague(colleague) => told.texts([
            ("external_id", &colleague.external_id),
            ("email", &colleague.email),
            ("manager", &colleague.manager),
            ("office", &colleague.office),
        ]),
    }
    told.0
}

/// `ended`: with the day and the reason of its end, which others have not.
fn of_deal(told: &mut Facts, deal: &DealDraft, ended: bool, fields: &[CustomField]) {
    told.texts([("external_id", &deal.external_id), ("pipeline", &deal.pipeline), ("stage", &deal.stage)]);
    told.some("status", deal.status.map(|status| DiffValue::Code(word(status).to_owned())));
    told.money("value", deal.value);
    told.money("actual_value", deal.actual_value);
    told.some("probability", deal.probability.map(DiffValue::Percent));
    told.date("expected_close", deal.expected_close);
    told.date("started_on", deal.started_on);
    told.date("ended_on", deal.ended_on.filter(|_| ended));
    told.texts([
        ("organization", &deal.organization),
        ("person", &deal.person),
        ("owner", &deal.owner),
        ("converted_by", &deal.converted_by),
        ("next_contact_by", &deal.next_contact_by),
        ("source", &deal.source),
        ("product", &deal.product),
    ]);
    told.some("close_reason", deal.close_reason.clone().filter(|_| ended).map(DiffValue::Text));
    told.some(
        "labels",
        deal.labels.as_ref().filter(|labels| !labels.is_empty()).map(|labels| DiffValue::Text(labels.join(", "))),
    );
    told.custom(&deal.custom, fields);
    told.texts([("note", &deal.note)]);
}

fn of_organization(told: &mut Facts, organization: &OrganizationDraft, fields: &[CustomField]) {
    told.texts([
        ("external_id", &organization.external_id),
        ("parent", &organization.parent),
        ("industry", &organization.industry),
        ("website", &organization.website),
        ("phone", &organization.phone),
        ("email", &organization.email),
        ("street", &organization.street),
        ("postcode", &organization.postcode),
        ("city", &organization.city),
        ("region", &organization.region),
        ("country", &organization.country),
    ]);
    told.number("employees", organization.employees);
    told.money("annual_revenue", organization.annual_revenue);
    told.number("founded_year", organization.founded_year);
    told.texts([("owner", &organization.owner)]);
    told.custom(&organization.custom, fields);
    told.texts([("note", &organization.note)]);
}

/// The word of a status.
pub(super) const fn word(status: DealStatus) -> &'static str {
    match status {
        DealStatus::Open => "open",
        DealStatus::Won => "won",
        DealStatus::Lost => "lost",
        DealStatus::Closed => "closed",
    }
}

#[derive(Default)]
struct Facts(Vec<FieldDiff>);

impl Facts {
    fn push(&mut self, field: &str, name: Option<String>, to: DiffValue) {
        self.0.push(FieldDiff { field: field.to_owned(), name, from: DiffValue::Empty, to });
    }

    fn some(&mut self, field: &str, value: Option<DiffValue>) {
        if let Some(value) = value {
            self.push(field, None, value);
        }
    }

    fn texts<const N: usize>(&mut self, texts: [(&str, &Option<String>); N]) {
        for (field, text) in texts {
            self.some(field, text.clone().map(DiffValue::Text));
        }
    }

    fn date(&mut self, field: &str, date: Option<Date>) {
        self.some(field, date.map(|date| DiffValue::Date(date.to_string())));
    }

    fn money(&mut self, field: &str, money: Option<money::Money>) {
        self.some(field, money.map(amount));
    }

    #[expect(clippy::cast_precision_loss, reason = "shown to people; counts here are far below 2^53")]
    fn number(&mut self, field: &str, number: Option<i64>) {
        self.some(field, number.map(|number| DiffValue::Number(number as f64)));
    }

    fn custom(&mut self, custom: &[CustomDraft], fields: &[CustomField]) {
        for draft in custom {
            let name = match &draft.key {
                CustomKey::New(name) => Some(name.clone()),
                CustomKey::Existing(id) => fields.iter().find(|field| field.id == *id).map(|field| field.name.clone()),
            };
            let value = match &draft.value {
                CustomValue::Text(text) => DiffValue::Text(text.clone()),
                CustomValue::Number(number) => {
                    number.parse().map_or_else(|_| DiffValue::Text(number.clone()), DiffValue::Number)
                }
                CustomValue::Money(money) => amount(*money),
                CustomValue::Date(date) => DiffValue::Date(date.to_string()),
                CustomValue::YesNo(yes) => DiffValue::Yes(*yes),
                CustomValue::Choices(choices) => DiffValue::Text(choices.join(", ")),
                CustomValue::Days(first, last) => DiffValue::Days { first: first.to_string(), last: last.to_string() },
                CustomValue::Record(_, name) => DiffValue::Text(name.clone()),
            };
            self.push("custom", name, value);
        }
    }
}

fn amount(money: money::Money) -> DiffValue {
    DiffValue::Money(Money { minor: money.minor(), currency: money.currency().code().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use satchel_domain::currency::Currency;

    #[test]
    fn what_is_open_is_told_without_an_end() {
        let told = |status| {
            let ended_on = "2026-05-04".parse().ok();
            let draft = DealDraft { status, ended_on, close_reason: Some("Price".into()), ..DealDraft::default() };
            let fields = |draft| facts(&draft, &[]).into_iter().map(|fact| fact.field).collect::<Vec<_>>();
            (fields(Draft::Deal(draft.clone())), fields(Draft::Lead(draft)))
        };
        assert_eq!(told(None), (vec![], vec![]));
        let lost = ["status", "ended_on", "close_reason"].map(str::to_owned).to_vec();
        assert_eq!(told(Some(DealStatus::Lost)), (lost.clone(), lost.clone()));
        assert_eq!(told(Some(DealStatus::Won)), (lost, vec!["status".to_owned()]), "a lead is never won");
    }

    #[test]
    fn a_new_deal_is_told_by_what_its_row_says_and_nothing_else() {
        let draft = Draft::Deal(DealDraft {
            title: "Chiller".into(),
            stage: Some("Offer".into()),
            value: Some(money::Money::new(120_050, Currency::parse("EUR").expect("a currency")).expect("an amount")),
            custom: vec![CustomDraft {
                key: CustomKey::New("Floor area".into()),
                value: CustomValue::Number("80.5".into()),
            }],
            ..DealDraft::default()
        });
        let told: Vec<_> =
            facts(&draft, &[]).into_iter().map(|fact| (fact.field, fact.name, fact.from, fact.to)).collect();
        assert_eq!(
            told,
            [
                ("stage".to_owned(), None, DiffValue::Empty, DiffValue::Text("Offer".into())),
                (
                    "value".to_owned(),
                    None,
                    DiffValue::Empty,
                    DiffValue::Money(Money { minor: 120_050, currency: "EUR".into() })
                ),
                ("custom".to_owned(), Some("Floor area".to_owned()), DiffValue::Empty, DiffValue::Number(80.5)),
            ]
        );
    }
}
