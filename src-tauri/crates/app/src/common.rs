//! What deals and leads have in common: the same columns, changed by the same rules.

use crate::{
    Act, Result, check, colleague, detail,
    dto::{FieldEntity, LeadChange},
    party,
};
use satchel_domain::ids::*;
use satchel_store::tables;
use uuid::Uuid;

/// The columns of a deal or a lead that the other has as well.
pub(crate) struct Common<'a> {
    pub id: Uuid,
    pub title: &'a mut String,
    pub value: &'a mut Option<i64>,
    pub currency: &'a mut Option<String>,
    pub probability: &'a mut Option<i64>,
    pub expected_close: &'a mut Option<String>,
    pub organization: &'a mut Option<OrganizationId>,
    pub person: &'a mut Option<PersonId>,
    pub owner: &'a mut Option<ColleagueId>,
    pub source: &'a mut Option<SourceId>,
    pub product: &'a mut Option<ProductId>,
}

macro_rules! common {
    ($($row:ident),*) => { $(
        impl<'a> From<&'a mut tables::$row> for Common<'a> {
            fn from(row: &'a mut tables::$row) -> Self {
                Self {
                    id: row.id.0,
                    title: &mut row.title,
                    value: &mut row.value,
                    currency: &mut row.currency,
                    probability: &mut row.probability,
                    expected_close: &mut row.expected_close,
                    organization: &mut row.organization_id,
                    person: &mut row.person_id,
                    owner: &mut row.owner_id,
                    source: &mut row.source_id,
                    product: &mut row.product_id,
                }
            }
        }
    )* };
}

common!(Deal, Lead);

/// Changes one field; answers the field.
///
/// # Errors
/// `required`, `too_long`, `invalid`, `out_of_range`, `over_limit`, `unknown_currency`, `missing`.
pub(crate) fn change<'a>(act: &Act<'_>, row: impl Into<Common<'a>>, change: &LeadChange) -> Result<&'static str> {
    let row = row.into();
    Ok(match change {
        LeadChange::Title(text) => {
            *row.title = party::name("title", text)?;
            "title"
        }
        LeadChange::Value(value) => {
            (*row.value, *row.currency) = check::deal_value("value", value.as_ref())?;
            "value"
        }
        LeadChange::Probability(value) => {
            *row.probability = value.map(|value| check::number("probability", value, 0, 10_000)).transpose()?;
            "probability"
        }
        LeadChange::ExpectedClose(day) => {
            *row.expected_close = check::optional_date("expected_close", day.as_deref())?;
            "expected_close"
        }
        LeadChange::Organization(party) => {
            *row.organization = party.as_ref().map(|party| party::organization(act, party)).transpose()?;
            "organization"
        }
        LeadChange::Person(party) => {
            *row.person = party.as_ref().map(|party| party::person(act, party, *row.organization)).transpose()?;
            "person"
        }
        LeadChange::Owner(id) => {
            *row.owner = colleague::of(act, *id)?;
            "owner"
        }
        LeadChange::Source(id) => {
            *row.source = party::source(act, *id)?;
            "source"
        }
        LeadChange::Product(id) => {
            *row.product = party::product(act, *id)?;
            "product"
        }
        LeadChange::Custom(custom) => {
            detail::set_custom(act, FieldEntity::Deal, row.id, custom)?;
            "custom"
        }
    })
}
