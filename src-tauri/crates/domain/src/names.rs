//! Names compared as people mean them: "GTX Pro" and "GTXPro" are one product, "ACME, Inc." and "Acme Inc" one firm.
//! Not here: similarity with misspellings; that is a matter for a person to confirm.

/// What two spellings of one name share: letters and digits only, in lower case, wide forms as the plain ones.
/// A name without letters or digits keeps its signs, so that it still equals only itself.
#[must_use]
pub fn loose_key(name: &str) -> String {
    let folded = name.chars().map(narrow).filter(|c| c.is_alphanumeric());
    let key: String = folded.flat_map(char::to_lowercase).collect();
    if key.is_empty() { name.trim().to_owned() } else { key }
}

/// A name as it is kept: blanks at the ends gone, runs of blanks and line breaks one blank.
#[must_use]
pub fn tidy(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Full-width Latin letters, digits and signs as the usual ones.
fn narrow(c: char) -> char {
    match u32::from(c) {
        code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_punctuation_do_not_part_two_spellings() {
        let same = [
            ("GTXPro", "GTX Pro"),
            ("ACME, Inc.", "Acme Inc"),
            ("Kan-code", "KANCODE"),
            ("ＡＣＭＥ", "acme"),
            ("北京 公司", "北京公司"),
            (" Été ", "été"),
        ];
        for (one, other) in same {
            assert_eq!(loose_key(one), loose_key(other), "{one} and {other}");
        }
        let different = [("GTX Pro", "GTX Plus Pro"), ("MG 1", "MG 2"), ("&", "+"), ("", "x")];
        for (one, other) in different {
            assert_ne!(loose_key(one), loose_key(other), "{one} and {other}");
        }
    }

    #[test]
    fn a_name_is_kept_without_stray_blanks() {
        assert_eq!(tidy("  Acme \n  Corporation\u{a0}"), "Acme Corporation");
    }
}
