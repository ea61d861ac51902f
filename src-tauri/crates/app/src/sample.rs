//! Sample data for a first start, in three languages, and taking it out again without the user's own work.
//! Who is tied to whom is in `shape`, building the records in `make`, the words in `en.json`, `fr.json`, `zh.json`.

mod make;
mod shape;

use crate::{
    Act, Error, Result, View, batch,
    dto::{Nothing, RecordRef, SampleInput, SamplePreview},
    written::{Written, kind_of, written},
};
use rusqlite::Connection;
use satchel_store::query::sample as query;
use serde::Deserialize;
use serde_json::json;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The words of the sample in one language.
#[derive(Debug, Deserialize)]
struct Words {
    pipeline: String,
    stages: Vec<String>,
    labels: Vec<String>,
    products: Vec<String>,
    colleagues: Vec<String>,
    power_field: String,
    refrigerant_field: String,
    number_field: String,
    refrigerants: Vec<String>,
    /// Name, city, industry, name in addresses.
    organizations: Vec<(String, String, String, String)>,
    /// Name, job title.
    people: Vec<(String, String)>,
    deals: Vec<String>,
    leads: Vec<String>,
    subjects: Vec<String>,
    outcomes: Vec<String>,
    notes: Vec<String>,
    /// Subject, body.
    messages: Vec<(String, String)>,
}

/// What differs by language besides the words.
#[derive(Debug, Clone, Copy)]
struct Manners {
    json: &'static str,
    country: &'static str,
    currency: &'static str,
    /// What a euro of the shape is worth, in minor units.
    minor_per_euro: i64,
    /// Telephone numbers nobody has, before the last two digits.
    phone: &'static str,
}

const ENGLISH: Manners = Manners {
    json: include_str!("sample/en.json"),
    country: "United Kingdom",
    currency: "EUR",
    minor_per_euro: 100,
    phone: "+44 1632 9601",
};
const FRENCH: Manners = Manners {
    json: include_str!("sample/fr.json"),
    country: "France",
    currency: "EUR",
    minor_per_euro: 100,
    phone: "+33 1 99 00 52 ",
};
const CHINESE: Manners = Manners {
    json: include_str!("sample/zh.json"),
    country: "中国",
    currency: "CNY",
    minor_per_euro: 800,
    phone: "+86 510 5550 12",
};

fn manners(locale: &str) -> &'static Manners {
    match locale.get(..2) {
        Some("fr") => &FRENCH,
        Some("zh") => &CHINESE,
        _ => &ENGLISH,
    }
}

/// Adds the sample data in a language, as one step.
///
/// # Errors
/// `sample_loaded` while there is sample data already.
pub fn load_sample(act: &Act<'_>, input: SampleInput) -> Result<Written> {
    if !query::records(act.tx)?.is_empty() {
        return Err(Error::code("sample_loaded"));
    }
    let manners = manners(&input.locale);
    let words: Words = serde_json::from_str(manners.json).map_err(|error| Error::internal(&error))?;
    let count = make::all(act, manners, &words)?;
    Ok(written("load_sample", json!({ "count": count })))
}

/// What taking the sample out would remove, and what it would leave because the user made it theirs.
///
/// # Errors
/// As SQLite says.
pub fn sample_preview(view: &View<'_>, _: Nothing) -> Result<SamplePreview> {
    let parts = part(view.conn)?;
    let keeping =
        parts.kept.into_iter().filter_map(|(table, id)| Some(RecordRef { kind: kind_of(&table)?, id })).collect();
    Ok(SamplePreview { removing: i64::try_from(parts.gone.len()).unwrap_or(i64::MAX), keeping })
}

/// Takes out what the user never touched, as one step; the rest is theirs from now on.
///
/// # Errors
/// `no_sample` where there is none.
pub fn remove_sample(act: &Act<'_>, _: Nothing) -> Result<Written> {
    let parts = part(act.tx)?;
    if parts.gone.is_empty() && parts.kept.is_empty() {
        return Err(Error::code("no_sample"));
    }
    query::remove(act.tx, &batch::hex_list(parts.gone.iter().map(|record| record.1)))?;
    Ok(written("remove_sample", json!({ "count": parts.gone.len(), "kept": parts.kept.len() })))
}

/// The sample in two: what goes and what stays.
struct Parts {
    gone: Vec<(String, Uuid)>,
    kept: Vec<(String, Uuid)>,
}

/// A record stays when a later change touched it, when a record of the user's holds on to it, or one that stays does.
fn part(conn: &Connection) -> Result<Parts> {
    let records = query::records(conn)?;
    let sample: HashSet<Uuid> = records.iter().map(|record| record.1).collect();
    let mut holds: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    let mut staying: Vec<Uuid> = query::touched(conn)?;
    for (holder, held) in query::holds(conn)? {
        if sample.contains(&holder) {
            holds.entry(holder).or_default().push(held);
        } else {
            staying.push(held);
        }
    }
    if query::own_pipelines(conn)? == 0 {
        staying.extend(records.iter().filter(|record| record.0 == "pipelines").map(|record| record.1));
    }
    let mut kept = HashSet::new();
    while let Some(id) = staying.pop() {
        if kept.insert(id) {
            staying.extend(holds.get(&id).into_iter().flatten());
        }
    }
    let (kept, gone) = records.into_iter().partition(|record| kept.contains(&record.1));
    Ok(Parts { gone, kept })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_word_for_everything_in_the_shape() {
        for manners in [ENGLISH, FRENCH, CHINESE] {
            let words: Words = serde_json::from_str(manners.json).expect("readable");
            assert_eq!(words.deals.len(), shape::DEALS.len());
            assert_eq!(words.leads.len(), shape::LEADS.len());
            assert_eq!(words.notes.len(), shape::NOTES.len());
            assert_eq!(words.messages.len(), shape::MESSAGES.len());
            assert_eq!(words.people.len(), words.organizations.len() + shape::SECOND_PEOPLE.len());
            let subjects =
                shape::DEALS.iter().map(|deal| deal.plan).chain(shape::LEADS.iter().map(|lead| lead.plan)).flatten();
            assert!(
                subjects.clone().count() > 30
                    && subjects.map(|plan| plan.1).all(|subject| subject < words.subjects.len())
            );
        }
    }
}
