//! The short lists a user keeps: labels, close reasons, sources and products.

use crate::{
    Act, Error, Result, batch, check,
    detail::words,
    dto::{
        IdInput, LabelInput, MoveReasonInput, NewLabel, NewProduct, NewReason, NewSource, RecordKind, UpdateLabelInput,
        UpdateProductInput, UpdateReasonInput, UpdateSourceInput,
    },
    ending, lead, party,
    pipeline::free_name,
    written::{Written, written},
};
use satchel_domain::{deal::Refused, ids::*};
use satchel_store::{
    query::catalog::{self as query, Named, Uses},
    tables::{self, CloseReason, Label, Product, ReasonKind, Source, Table},
};
use serde_json::json;
use uuid::Uuid;

/// The last of the eight label colours.
const LAST_COLOR: i64 = 7;

/// A new label.
///
/// # Errors
/// `required`, `too_long`, `name_taken`, `out_of_range`.
pub fn create_label(act: &Act<'_>, input: NewLabel) -> Result<Written> {
    let row = Label {
        id: act.id(),
        name: free_name(act, Named::Labels, &input.name, None)?,
        color: check::number("color", input.color, 0, LAST_COLOR)?,
    };
    row.insert(act.tx)?;
    Ok(written("create_label", json!({ "name": row.name })).creating(RecordKind::Label, row.id))
}

/// Changes a label's name and colour.
///
/// # Errors
/// As `create_label`, and `missing`.
pub fn update_label(act: &Act<'_>, input: UpdateLabelInput) -> Result<Written> {
    let mut row = party::need::<Label>(act.tx, LabelId(input.id), "label")?;
    row.name = free_name(act, Named::Labels, &input.name, Some(input.id))?;
    row.color = check::number("color", input.color, 0, LAST_COLOR)?;
    row.update(act.tx)?;
    Ok(written("update_label", json!({ "name": row.name })))
}

/// Removes a label, in the same act from every record that carries it.
///
/// # Errors
/// `missing`.
pub fn delete_label(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<Label>(act.tx, LabelId(input.id), "label")?;
    let count = query::strip_label(act.tx, input.id)?;
    Label::delete(act.tx, row.id)?;
    Ok(written("delete_label", json!({ "name": row.name, "count": count })))
}

/// Adds and removes labels on many deals and leads.
///
/// # Errors
/// `nothing_selected`, `over_limit`, `missing`, `in_trash` with the names.
pub fn set_labels(act: &Act<'_>, input: LabelInput) -> Result<Written> {
    batch::check_count(input.deals.len() + input.leads.len())?;
    let mut names = Vec::new();
    if !input.deals.is_empty() {
        let deals = batch::read(act.tx, &input.deals)?;
        batch::all_may(&deals, |facts| if facts.deleted { Err(Refused::InTrash) } else { Ok(()) })?;
        names.extend(deals.into_iter().map(|deal| deal.title));
    }
    if !input.leads.is_empty() {
        let leads = lead::read(act.tx, &input.leads)?;
        let trashed: Vec<&str> = leads.iter().filter(|lead| lead.deleted).map(|lead| lead.title.as_str()).collect();
        if !trashed.is_empty() {
            return Err(batch::refusal(Refused::InTrash, trashed.into_iter()));
        }
        names.extend(leads.into_iter().map(|lead| lead.title));
    }
    let (deals, leads) = (batch::hex_list(input.deals), batch::hex_list(input.leads));
    let mut label_names = Vec::new();
    for (ids, add) in [(&input.remove, false), (&input.add, true)] {
        for id in ids {
            let label = party::need::<Label>(act.tx, LabelId(*id), "label")?;
            query::set_label(act.tx, true, &deals, *id, add)?;
            query::set_label(act.tx, false, &leads, *id, add)?;
            label_names.push(label.name);
        }
    }
    Ok(written(
        "set_labels",
        json!({ "count": names.len(), "name": names.first().cloned().unwrap_or_default(), "labels": label_names.join(", ") }),
    ))
}

const fn kind_word(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Won => "won",
        ReasonKind::Lost => "lost",
    }
}

/// A new close reason; without a code it takes its first word.
///
/// # Errors
/// `required`, `too_long`, `name_taken`.
pub fn create_reason(act: &Act<'_>, input: NewReason) -> Result<Written> {
    let kind = words::reason_kind_in(input.kind);
    let description = free_name(act, Named::Reasons(kind_word(kind)), &input.description, None)?;
    let code = party::optional("code", Some(&input.code))?.unwrap_or_else(|| ending::code_of(&description));
    let row =
        CloseReason { id: act.id(), kind, code, description, active: true, position: query::next_reason(act.tx)? };
    row.insert(act.tx)?;
    Ok(written("create_reason", json!({ "name": row.description })).creating(RecordKind::CloseReason, row.id))
}

/// Changes a close reason, or takes it out of use.
///
/// # Errors
/// As `create_reason`, and `missing`.
pub fn update_reason(act: &Act<'_>, input: UpdateReasonInput) -> Result<Written> {
    let mut row = party::need::<CloseReason>(act.tx, ReasonId(input.id), "close_reason")?;
    row.description = free_name(act, Named::Reasons(kind_word(row.kind)), &input.description, Some(input.id))?;
    row.code = party::optional("code", Some(&input.code))?.unwrap_or_else(|| ending::code_of(&row.description));
    row.active = input.active;
    row.update(act.tx)?;
    Ok(written("update_reason", json!({ "name": row.description })))
}

/// Puts a close reason behind another one of its kind; questions offer them in this order.
///
/// # Errors
/// `missing`, also when the other is of another kind.
pub fn move_reason(act: &Act<'_>, input: MoveReasonInput) -> Result<Written> {
    let row = party::need::<CloseReason>(act.tx, ReasonId(input.id), "close_reason")?;
    let all = CloseReason::select(act.tx, "ORDER BY kind, position, description", [])?;
    let mut ids: Vec<Uuid> =
        all.iter().filter(|one| one.kind == row.kind && one.id != row.id).map(|one| one.id.0).collect();
    let place = match input.after {
        None => 0,
        Some(after) => ids.iter().position(|id| *id == after).ok_or_else(|| Error::missing("close_reason"))? + 1,
    };
    ids.insert(place, row.id.0);
    query::order_reasons(act.tx, &ids)?;
    Ok(written("move_reason", json!({ "name": row.description })))
}

/// Removes a close reason nothing was ever closed with; used ones are deactivated instead.
///
/// # Errors
/// `in_use` with the records it closed, `missing`.
pub fn delete_reason(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<CloseReason>(act.tx, ReasonId(input.id), "close_reason")?;
    unused(&row.description, query::reason_uses(act.tx, input.id)?)?;
    CloseReason::delete(act.tx, row.id)?;
    Ok(written("delete_reason", json!({ "name": row.description })))
}

/// Refuses to remove what records still name: how many do, and the first of them.
pub(crate) fn unused(name: &str, (count, titles): (i64, Vec<String>)) -> Result<()> {
    if count == 0 {
        return Ok(());
    }
    Err(Error::with("in_use", json!({ "name": name, "count": count, "names": titles.join(", ") })))
}

/// A new source.
///
/// # Errors
/// `required`, `too_long`, `name_taken`.
pub fn create_source(act: &Act<'_>, input: NewSource) -> Result<Written> {
    let row = Source { id: act.id(), name: free_name(act, Named::Sources, &input.name, None)?, builtin: None };
    row.insert(act.tx)?;
    Ok(written("create_source", json!({ "name": row.name })).creating(RecordKind::Source, row.id))
}

/// The source of this id where it may change: what a conversion says of its leads is the application's own.
fn changeable_source(act: &Act<'_>, id: Uuid) -> Result<Source> {
    let row = party::need::<Source>(act.tx, SourceId(id), "source")?;
    if row.builtin.as_deref() == Some(tables::DEAL_SOURCE) {
        return Err(Error::with("source_given", json!({ "name": row.name })));
    }
    Ok(row)
}

/// Renames a source; one of those a file starts with is the user's own from then on, no longer translated.
///
/// # Errors
/// As `create_source`; `missing`, `source_given` for the source of leads made from deals.
pub fn update_source(act: &Act<'_>, input: UpdateSourceInput) -> Result<Written> {
    let mut row = changeable_source(act, input.id)?;
    row.name = free_name(act, Named::Sources, &input.name, Some(input.id))?;
    row.builtin = None;
    row.update(act.tx)?;
    Ok(written("update_source", json!({ "name": row.name })))
}

/// Removes a source that no record names.
///
/// # Errors
/// `in_use` with the records, `missing`, `source_given`.
pub fn delete_source(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = changeable_source(act, input.id)?;
    unused(&row.name, query::uses(act.tx, Uses::Source, input.id)?)?;
    Source::delete(act.tx, row.id)?;
    Ok(written("delete_source", json!({ "name": row.name })))
}

/// A new product.
///
/// # Errors
/// `required`, `too_long`, `name_taken`, `over_limit`, `unknown_currency`.
pub fn create_product(act: &Act<'_>, input: NewProduct) -> Result<Written> {
    let (price, currency) = check::deal_value("price", input.price.as_ref())?;
    let row = Product {
        id: act.id(),
        name: free_name(act, Named::Products, &input.name, None)?,
        code: party::optional("code", input.code.as_deref())?,
        series: None,
        price,
        currency,
    };
    row.insert(act.tx)?;
    Ok(written("create_product", json!({ "name": row.name })).creating(RecordKind::Product, row.id))
}

/// Changes name, code and price of a product.
///
/// # Errors
/// As `create_product`, and `missing`.
pub fn update_product(act: &Act<'_>, input: UpdateProductInput) -> Result<Written> {
    let mut row = party::need::<Product>(act.tx, ProductId(input.id), "product")?;
    row.name = free_name(act, Named::Products, &input.name, Some(input.id))?;
    row.code = party::optional("code", input.code.as_deref())?;
    (row.price, row.currency) = check::deal_value("price", input.price.as_ref())?;
    row.update(act.tx)?;
    Ok(written("update_product", json!({ "name": row.name })))
}

/// Removes a product that no record names.
///
/// # Errors
/// `in_use` with the records, `missing`.
pub fn delete_product(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<Product>(act.tx, ProductId(input.id), "product")?;
    unused(&row.name, query::uses(act.tx, Uses::Product, input.id)?)?;
    Product::delete(act.tx, row.id)?;
    Ok(written("delete_product", json!({ "name": row.name })))
}
