//! What people call the columns of their files, in English, French, German, Spanish and Chinese, and the outcome words
//! found in stage and status columns. Lookup only; weighing it is `guess`, the words are `words/table.rs`.
//! Words stand as people write them; accents, case, blanks and punctuation are ignored on both sides.

mod table;

use super::mapping::{ImportEntity, ImportField};
use crate::dto::DealStatus;
use satchel_domain::names::loose_key;
use std::{
    collections::{HashMap, HashSet},
    sync::OnceLock,
};
use table::{COUNTRIES, FIRST_NAMES, LAST_NAMES, MEANINGS, NO, OUTCOMES, YES};

/// A header or value without case, blanks, punctuation and accents.
#[must_use]
pub fn key(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in loose_key(text).chars() {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            _ => folded.push(c),
        }
    }
    folded
}

/// What a key can mean: one entry a kind of record.
pub fn meanings(key: &str) -> &'static [(ImportEntity, ImportField)] {
    static BY_KEY: OnceLock<HashMap<String, Vec<(ImportEntity, ImportField)>>> = OnceLock::new();
    let by_key = BY_KEY.get_or_init(|| {
        let mut by_key: HashMap<String, Vec<(ImportEntity, ImportField)>> = HashMap::new();
        for (fields, words) in MEANINGS {
            for word in *words {
                by_key.entry(self::key(word)).or_default().extend(*fields);
            }
        }
        by_key
    });
    by_key.get(key).map_or(&[], Vec::as_slice)
}

/// Whether a header is a word people use for a column.
#[must_use]
pub fn is_known_header(header: &str) -> bool {
    let key = key(header);
    !meanings(&key).is_empty() || is_first_name(header) || is_last_name(header)
}

/// A column of given names.
#[must_use]
pub fn is_first_name(header: &str) -> bool {
    is_among(header, FIRST_NAMES)
}

/// A column of family names.
#[must_use]
pub fn is_last_name(header: &str) -> bool {
    is_among(header, LAST_NAMES)
}

fn is_among(header: &str, words: &[&str]) -> bool {
    let key = key(header);
    words.iter().any(|word| self::key(word) == key)
}

/// The status that a value of a stage or status column names.
#[must_use]
pub fn outcome(value: &str) -> Option<DealStatus> {
    static BY_KEY: OnceLock<HashMap<String, DealStatus>> = OnceLock::new();
    let by_key = BY_KEY.get_or_init(|| {
        let words =
            OUTCOMES.iter().flat_map(|(status, words)| words.iter().map(move |word| (self::key(word), *status)));
        words.collect()
    });
    by_key.get(&key(value)).copied()
}

/// Yes or no, as files say it.
#[must_use]
pub fn yes_no(value: &str) -> Option<bool> {
    let key = key(value);
    if YES.contains(&key.as_str()) {
        Some(true)
    } else if NO.contains(&key.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// Names of countries, in English and as their own people say them.
#[must_use]
pub fn is_country(value: &str) -> bool {
    static KNOWN: OnceLock<HashSet<&'static str>> = OnceLock::new();
    KNOWN.get_or_init(|| COUNTRIES.split_whitespace().collect()).contains(key(value).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ImportEntity::{Colleague, Deal, Organization, Person, Product};
    use ImportField as F;

    #[test]
    fn headers_are_known_in_five_languages() {
        let cases = [
            ("close_date", Deal, F::EndedOn),
            ("Date de clôture", Deal, F::EndedOn),
            ("DATE DE CLOTURE", Deal, F::EndedOn),
            ("Währung", Deal, F::Currency),
            ("Verkäufer", Deal, F::Owner),
            ("Razón social", Organization, F::Name),
            ("客户名称", Deal, F::Organization),
            ("行业", Organization, F::Industry),
            ("subsidiary_of", Organization, F::Parent),
            ("salesAgent", Colleague, F::Name),
            ("sales_price", Product, F::Price),
            ("E-Mail", Person, F::Email),
        ];
        for (header, entity, field) in cases {
            assert!(meanings(&key(header)).contains(&(entity, field)), "{header}");
        }
        assert!(meanings(&key("xyzzy")).is_empty());
    }

    #[test]
    fn every_meaning_is_a_field_that_its_record_has() {
        for (fields, words) in MEANINGS {
            for (entity, field) in *fields {
                assert!(entity.fields().contains(field), "{entity:?} has no {field:?}");
            }
            assert!(words.iter().all(|word| !key(word).is_empty()));
        }
    }

    #[test]
    fn no_word_has_two_meanings_for_one_kind_of_record() {
        let mut seen: HashMap<(String, ImportEntity), ImportField> = HashMap::new();
        for (fields, words) in MEANINGS {
            for word in *words {
                for (entity, field) in *fields {
                    let before = seen.insert((key(word), *entity), *field);
                    assert!(
                        before.is_none_or(|before| before == *field),
                        "{word} of {entity:?}: {before:?} or {field:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn outcomes_and_answers_are_known_by_their_words() {
        let cases = [
            ("Won", DealStatus::Won),
            ("Closed - Lost", DealStatus::Lost),
            ("Gagnée", DealStatus::Won),
            ("verloren", DealStatus::Lost),
            ("进行中", DealStatus::Open),
            ("Close sans suite", DealStatus::Closed),
        ];
        for (value, status) in cases {
            assert_eq!(outcome(value), Some(status), "{value}");
        }
        assert_eq!(outcome("Prospecting"), None);
        assert_eq!((yes_no("Oui"), yes_no("0"), yes_no("perhaps")), (Some(true), Some(false), None));
        assert!(is_country("United States") && is_country("Österreich") && !is_country("Paris"));
    }
}
