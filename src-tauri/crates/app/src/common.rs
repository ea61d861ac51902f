//! What deals and leads have in common: the same columns, changed by the same rules.

use crate::{
    Act, Result, check, colleague, detail,
    dto::{FieldEntity, LeadChange},
    ending, party, policy,
};
use satchel_domain::{deal::Status, ids::*};
use satchel_store::tables::{self, LeadStatus, ReasonKind};
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
    pub converted_by: &'a mut Option<ColleagueId>,
    pub next_contact_by: &'a mut Option<ColleagueId>,
    pub source: &'a mut Option<SourceId>,
    pub product: &'a mut Option<ProductId>,
    pub close_reason: &'a mut Option<ReasonId>,
    pub close_note: &'a mut Option<String>,
    /// The list its reason comes from; None while it is open.
    pub ended: Option<ReasonKind>,
}

macro_rules! common {
    ($($row:ident, $ended:ident;)*) => { $(
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
                    converted_by: &mut row.converted_by_id,
                    next_contact_by: &mut row.next_contact_by_id,
                    source: &mut row.source_id,
                    product: &mut row.product_id,
                    close_reason: &mut row.close_reason_id,
                    close_note: &mut row.close_note,
                    ended: $ended(row.status),
                }
            }
        }
    )* };
}

common! { Deal, deal_end; Lead, lead_end; }

const fn deal_end(status: Status) -> Option<ReasonKind> {
    match status {
        Status::Won => Some(ReasonKind::Won),
        Status::Lost => Some(ReasonKind::Lost),
        Status::Open | Status::Closed => None,
    }
}

const fn lead_end(status: LeadStatus) -> Option<ReasonKind> {
    match status {
        LeadStatus::Lost => Some(ReasonKind::Lost),
        LeadStatus::Open | LeadStatus::Converted => None,
    }
}

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
        LeadChange::ConvertedBy(id) => {
            *row.converted_by = colleague::of(act, *id)?;
            "converted_by"
        }
        LeadChange::NextContactBy(id) => {
            *row.next_contact_by = colleague::of(act, *id)?;
            "next_contact_by"
        }
        LeadChange::Source(id) => {
            *row.source = party::source(act, *id)?;
            "source"
        }
        LeadChange::Product(id) => {
            *row.product = party::product(act, *id)?;
            "product"
        }
        LeadChange::CloseReason(id) => {
            *row.close_reason = id.map(|id| ending::known_reason(act, row.ended, id)).transpose()?;
            if let Some(kind) = row.ended {
                policy::ending(act.tx, kind, id.is_some(), true)?;
            }
            "close_reason"
        }
        LeadChange::CloseNote(text) => {
            let note = Some(party::body("closing_note", text)?).filter(|note| !note.trim().is_empty());
            if let Some(kind) = row.ended {
                policy::ending(act.tx, kind, true, note.is_some())?;
            }
            *row.close_note = note;
            "close_note"
        }
        LeadChange::Custom(custom) => {
            detail::set_custom(act, FieldEntity::Deal, row.id, custom)?;
            "custom"
        }
    })
}
