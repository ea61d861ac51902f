//! Colleagues: names of others who sell, given to records as their owner. The user is not among them: a record
//! without an owner is the user's own.

use crate::{
    Act, Result, catalog,
    dto::{IdInput, NewColleague, RecordKind, UpdateColleagueInput},
    party,
    pipeline::free_name,
    written::{Written, written},
};
use satchel_domain::ids::ColleagueId;
use satchel_store::{
    query::catalog::{Named, Uses, uses},
    tables::{Colleague, Table},
};
use serde_json::json;

/// A new colleague.
///
/// # Errors
/// `required`, `too_long`, `name_taken`.
pub fn create_colleague(act: &Act<'_>, input: NewColleague) -> Result<Written> {
    let row = Colleague {
        id: act.id(),
        name: free_name(act, Named::Colleagues, &input.name, None)?,
        email: party::optional("email", input.email.as_deref())?,
        manager: None,
        office: None,
        active: true,
    };
    row.insert(act.tx)?;
    Ok(written("create_colleague", json!({ "name": row.name })).creating(RecordKind::Colleague, row.id))
}

/// Renames a colleague, or no longer offers them. Where they are named the new name shows; what was written stays.
///
/// # Errors
/// As `create_colleague`, and `missing`.
pub fn update_colleague(act: &Act<'_>, input: UpdateColleagueInput) -> Result<Written> {
    let mut row = party::need::<Colleague>(act.tx, ColleagueId(input.id), "colleague")?;
    row.name = free_name(act, Named::Colleagues, &input.name, Some(input.id))?;
    row.email = party::optional("email", input.email.as_deref())?;
    row.active = input.active;
    row.update(act.tx)?;
    Ok(written("update_colleague", json!({ "name": row.name })))
}

/// Removes a colleague no record names; others are no longer offered instead.
///
/// # Errors
/// `in_use` with the records, `missing`.
pub fn delete_colleague(act: &Act<'_>, input: IdInput) -> Result<Written> {
    let row = party::need::<Colleague>(act.tx, ColleagueId(input.id), "colleague")?;
    catalog::unused(&row.name, uses(act.tx, Uses::Colleague, input.id)?)?;
    Colleague::delete(act.tx, row.id)?;
    Ok(written("delete_colleague", json!({ "name": row.name })))
}

/// The colleague a record names, while they are there.
///
/// # Errors
/// `missing`.
pub(crate) fn of(act: &Act<'_>, id: Option<uuid::Uuid>) -> Result<Option<ColleagueId>> {
    id.map(|id| party::need::<Colleague>(act.tx, ColleagueId(id), "colleague").map(|row| row.id)).transpose()
}
