//! Favourites: filters kept under a name, with the way they are shown, for list and board alike.
//! They are choices of this machine: undo does not cover them, a file carries them to another one.

use crate::{Act, Error, Result, View, dto::*, list::ask, party};
use rusqlite::Connection;
use satchel_store::tables::{self, KeyTable};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

/// Most favourites kept.
const MOST: usize = 200;

/// What marks a file of favourites, and the newest form of it this version reads.
const MARK: &str = "satchel-favourites";
const VERSION: i64 = 1;

/// A file of favourites. Its filters are read one by one, so that a bad one can be named.
#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: i64,
    filters: Vec<serde_json::Value>,
}

fn all(conn: &Connection) -> Result<Vec<SavedFilter>> {
    let kept = tables::settings_like(conn, KeyTable::AppState, "filter:*")?;
    let mut filters: Vec<SavedFilter> = kept.iter().filter_map(|json| serde_json::from_str(json).ok()).collect();
    filters.sort_by_key(|filter| (filter.query.entity, filter.name.to_lowercase(), filter.id));
    Ok(filters)
}

fn keep(act: &Act<'_>, filter: &SavedFilter) -> Result<()> {
    let text = serde_json::to_string(filter).map_err(|error| Error::internal(&error))?;
    if text.len() > 100_000 {
        return Err(Error::with("too_long", json!({ "field": "filter", "max": 100_000 })));
    }
    Ok(tables::set_setting(act.tx, KeyTable::AppState, &key(filter.id), &text)?)
}

fn key(id: Uuid) -> String {
    format!("filter:{}", id.simple())
}

/// All favourites, by entity and name.
///
/// # Errors
/// As SQLite says.
pub fn saved_filters(view: &View<'_>, _: Nothing) -> Result<SavedFilters> {
    Ok(SavedFilters { filters: all(view.conn)? })
}

/// Whether a favourite can be asked in this file, and its name is free.
fn check(act: &Act<'_>, filter: &SavedFilter, others: &[SavedFilter]) -> Result<()> {
    ask::ask(&act.view(), &filter.query)?;
    let same = |other: &&SavedFilter| {
        other.id != filter.id
            && other.query.entity == filter.query.entity
            && other.name.to_lowercase() == filter.name.to_lowercase()
    };
    match others.iter().find(same) {
        Some(other) => Err(Error::with("name_taken", json!({ "name": other.name }))),
        None => Ok(()),
    }
}

/// Only one favourite of an entity is opened first.
fn only_default(act: &Act<'_>, filter: &SavedFilter, others: &[SavedFilter]) -> Result<()> {
    for other in others {
        if filter.default && other.default && other.id != filter.id && other.query.entity == filter.query.entity {
            keep(act, &SavedFilter { default: false, ..other.clone() })?;
        }
    }
    Ok(())
}

/// Keeps a filter under a name, or replaces one (its name and default marker too); one that was forgotten is kept again.
///
/// # Errors
/// `required`, `too_long`, `name_taken`, `over_limit`, and those of the filter.
pub fn save_filter(act: &Act<'_>, input: SaveFilterInput) -> Result<SavedFilters> {
    let others = all(act.tx)?;
    let known = input.id.is_some_and(|id| others.iter().any(|other| other.id == id));
    if !known && others.len() >= MOST {
        return Err(Error::with("over_limit", json!({ "field": "filter", "max": MOST })));
    }
    let filter = SavedFilter {
        id: input.id.unwrap_or_else(|| act.id()),
        name: party::name("name", &input.name)?,
        query: input.query,
        sort: input.sort,
        group: input.group,
        columns: input.columns,
        default: input.default,
    };
    check(act, &filter, &others)?;
    only_default(act, &filter, &others)?;
    keep(act, &filter)?;
    Ok(SavedFilters { filters: all(act.tx)? })
}

/// Forgets a favourite.
///
/// # Errors
/// `missing`.
pub fn delete_filter(act: &Act<'_>, input: IdInput) -> Result<SavedFilters> {
    if !tables::delete_setting(act.tx, KeyTable::AppState, &key(input.id))? {
        return Err(Error::missing("filter"));
    }
    Ok(SavedFilters { filters: all(act.tx)? })
}

/// Favourites as the text of a file.
///
/// # Errors
/// `missing` for an unknown id, `nothing_selected` where there are none.
pub fn export_filters(view: &View<'_>, input: ExportFiltersInput) -> Result<FilterFile> {
    let filters = all(view.conn)?;
    if input.ids.iter().any(|id| !filters.iter().any(|filter| filter.id == *id)) {
        return Err(Error::missing("filter"));
    }
    let chosen: Vec<&SavedFilter> =
        filters.iter().filter(|filter| input.ids.is_empty() || input.ids.contains(&filter.id)).collect();
    let name = match chosen.as_slice() {
        [] => return Err(Error::code("nothing_selected")),
        [one] => one.name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect(),
        _ => "favourites".to_owned(),
    };
    let filters = chosen
        .into_iter()
        .map(serde_json::to_value)
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| Error::internal(&error))?;
    let file = File { format: MARK.to_owned(), version: VERSION, filters };
    Ok(FilterFile {
        name: format!("{name}.satchel-filter.json"),
        text: serde_json::to_string_pretty(&file).map_err(|error| Error::internal(&error))?,
    })
}

/// Takes favourites out of a file: known ones are replaced, others added; all or none.
///
/// # Errors
/// `filter_file_unreadable`, `filter_file_foreign`, `filter_file_newer`, `filter_file_entry` with the favourite's name;
/// `filter_unknown` and its like for one this data cannot answer; `name_taken`, `over_limit`.
pub fn import_filters(act: &Act<'_>, input: ImportFiltersInput) -> Result<SavedFilters> {
    let file: File = serde_json::from_str(&input.text).map_err(|_| Error::code("filter_file_unreadable"))?;
    if file.format != MARK {
        return Err(Error::code("filter_file_foreign"));
    }
    if file.version > VERSION {
        return Err(Error::with("filter_file_newer", json!({ "found": file.version, "known": VERSION })));
    }
    for (at, json) in file.filters.into_iter().enumerate() {
        let named = json["name"].as_str().map_or_else(|| (at + 1).to_string(), str::to_owned);
        let mut filter: SavedFilter =
            serde_json::from_value(json).map_err(|_| Error::with("filter_file_entry", json!({ "name": named })))?;
        filter.name = party::name("name", &filter.name)?;
        let others = all(act.tx)?;
        // the marker of this machine stays where it is
        filter.default = others.iter().any(|other| other.id == filter.id && other.default);
        if others.len() >= MOST && !others.iter().any(|other| other.id == filter.id) {
            return Err(Error::with("over_limit", json!({ "field": "filter", "max": MOST })));
        }
        check(act, &filter, &others)?;
        keep(act, &filter)?;
    }
    Ok(SavedFilters { filters: all(act.tx)? })
}
