//! What our own exports call the fields of lists: the words of the catalogues, in every language the application speaks, and
//! the keys that the command line writes. So an export is known again also where another language is spoken.

use super::words;
use std::{collections::HashMap, sync::OnceLock};

/// The catalogues that name the fields of lists.
const CATALOGUES: [&str; 6] = [
    include_str!("../../../../../ui/src/i18n/en/list.ftl"),
    include_str!("../../../../../ui/src/i18n/en/record.ftl"),
    include_str!("../../../../../ui/src/i18n/fr/list.ftl"),
    include_str!("../../../../../ui/src/i18n/fr/record.ftl"),
    include_str!("../../../../../ui/src/i18n/zh-CN/list.ftl"),
    include_str!("../../../../../ui/src/i18n/zh-CN/record.ftl"),
];

/// The fields a heading of an export may stand for; several where kinds of records use one word for different fields.
#[must_use]
pub fn keys(heading: &str) -> &'static [&'static str] {
    static BY_WORD: OnceLock<HashMap<String, Vec<&'static str>>> = OnceLock::new();
    let by_word = BY_WORD.get_or_init(|| {
        let mut by_word: HashMap<String, Vec<&'static str>> = HashMap::new();
        let lines = CATALOGUES.iter().flat_map(|catalogue| catalogue.lines());
        for (key, heading) in lines.filter_map(|line| line.strip_prefix("field-")?.split_once(" = ")) {
            for word in [key, heading] {
                let keys = by_word.entry(words::key(word)).or_default();
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
        }
        by_word
    });
    by_word.get(&words::key(heading)).map_or(&[], Vec::as_slice)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_known_by_their_words_in_every_language_and_by_their_keys() {
        for heading in ["Expected close", "expected_close", "Clôture prévue", "预计成交"] {
            assert!(keys(heading).contains(&"expected_close"), "{heading} {:?}", keys(heading));
        }
        assert_eq!(keys("xyzzy"), [""; 0]);
    }
}
