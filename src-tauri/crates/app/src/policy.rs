//! The user's rules about ending and about guarded acts: read from the settings, asked at every entry point.
//! The rules themselves are `domain::policy`.

use crate::{
    Error, Result,
    dto::{Guard, Guards, Policies, Policy, PolicyOf},
    party, setting,
};
use rusqlite::Connection;
use satchel_domain::policy::{self as rules, Guarded};
use satchel_store::tables::{self, KeyTable, ReasonKind};
use serde_json::json;

/// Most letters a profile shows instead of a picture.
const MOST_INITIALS: usize = 4;

/// The key a policy is kept under.
pub(crate) const fn key_of(of: PolicyOf) -> &'static str {
    match of {
        PolicyOf::LostReason => "lost_reason_policy",
        PolicyOf::LostNote => "lost_note_policy",
        PolicyOf::WonReason => "won_reason_policy",
        PolicyOf::WonNote => "won_note_policy",
    }
}

/// The key a switch is kept under.
pub(crate) const fn switch_of(act: Guard) -> &'static str {
    match act {
        Guard::Convert => "guard_convert",
        Guard::Delete => "guard_delete",
        Guard::BatchDelete => "guard_batch_delete",
        Guard::Merge => "guard_merge",
        Guard::MassRestore => "guard_mass_restore",
    }
}

/// A few letters that stand for the profile.
pub(crate) fn initials(text: &str) -> Result<String> {
    let text = party::optional("profile_initials", Some(text))?.unwrap_or_default();
    if text.chars().count() > MOST_INITIALS {
        return Err(Error::with("too_long", json!({ "field": "profile_initials", "max": MOST_INITIALS })));
    }
    Ok(text)
}

/// Reasons are recommended, so is the note of a loss; a win needs no note unless the user wants one.
fn policy(conn: &Connection, of: PolicyOf) -> Result<Policy> {
    let stored = tables::setting(conn, KeyTable::Settings, key_of(of))?;
    Ok(stored.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or(match of {
        PolicyOf::LostReason | PolicyOf::LostNote | PolicyOf::WonReason => Policy::Recommended,
        PolicyOf::WonNote => Policy::Optional,
    }))
}

/// What is asked for when something ends.
///
/// # Errors
/// As SQLite says.
pub fn policies(conn: &Connection) -> Result<Policies> {
    Ok(Policies {
        lost_reason: policy(conn, PolicyOf::LostReason)?,
        lost_note: policy(conn, PolicyOf::LostNote)?,
        won_reason: policy(conn, PolicyOf::WonReason)?,
        won_note: policy(conn, PolicyOf::WonNote)?,
    })
}

/// The switches of the guarded acts.
///
/// # Errors
/// As SQLite says.
pub fn guards(conn: &Connection) -> Result<Guards> {
    let on = |act| setting::switch(conn, switch_of(act), true);
    Ok(Guards {
        convert: on(Guard::Convert)?,
        delete: on(Guard::Delete)?,
        batch_delete: on(Guard::BatchDelete)?,
        merge: on(Guard::Merge)?,
        mass_restore: on(Guard::MassRestore)?,
    })
}

/// Whether an act on so many records is switched on.
///
/// # Errors
/// `convert_off`, `delete_off`, `batch_delete_off`, `merge_off`, `mass_restore_off`.
pub fn allow(conn: &Connection, act: Guarded, count: usize) -> Result<()> {
    may(guards(conn)?, act, count).map_err(|refused| Error::with(&refused.to_string(), json!({ "count": count })))
}

/// The same, of switches already read.
pub(crate) const fn may(
    guards: Guards,
    act: Guarded,
    count: usize,
) -> std::result::Result<(), satchel_domain::deal::Refused> {
    let Guards { convert, delete, batch_delete, merge, mass_restore } = guards;
    rules::may(rules::Guards { convert, delete, batch_delete, merge, mass_restore }, act, count)
}

const fn accepts(policy: Policy, given: bool) -> bool {
    let rule = match policy {
        Policy::Optional => rules::Policy::Optional,
        Policy::Recommended => rules::Policy::Recommended,
        Policy::Required => rules::Policy::Required,
    };
    rule.accepts(given)
}

/// Whether something may end with what was said about it.
///
/// # Errors
/// `required`, naming `lost_reason`, `won_reason` or `closing_note`.
pub fn ending(conn: &Connection, kind: ReasonKind, reason: bool, note: bool) -> Result<()> {
    let policies = policies(conn)?;
    let (for_reason, for_note) = match kind {
        ReasonKind::Lost => (policies.lost_reason, policies.lost_note),
        ReasonKind::Won => (policies.won_reason, policies.won_note),
    };
    if !accepts(for_reason, reason) {
        return Err(match kind {
            ReasonKind::Lost => Error::field("required", "lost_reason"),
            ReasonKind::Won => Error::field("required", "won_reason"),
        });
    }
    if accepts(for_note, note) { Ok(()) } else { Err(Error::field("required", "closing_note")) }
}
