//! What a column's name says: the fields it can mean, as a whole or in part, and a currency written into it.

use super::{
    mapping::{ImportEntity, ImportField},
    words,
};
use satchel_domain::currency::Currency;

/// The whole name is a known word.
const WHOLE: i32 = 90;
/// Known once what stands in brackets is left out.
const WITHOUT_BRACKETS: i32 = 85;
/// A part of the name is known: so much, and up to `MORE` for its share of the name.
const PART: i32 = 45;
const MORE: i32 = 35;

/// The fields a name can mean for one kind of record, each with 0 to 100, how sure.
#[must_use]
pub fn candidates(name: &str, entity: ImportEntity) -> Vec<(ImportField, i32)> {
    let whole = fields(&words::key(name), entity, WHOLE);
    if !whole.is_empty() {
        return whole;
    }
    let bare = without_brackets(name);
    let bare_key = words::key(&bare);
    let found = fields(&bare_key, entity, WITHOUT_BRACKETS);
    if found.is_empty() { in_part(&tokens(&bare), entity) } else { found }
}

fn fields(key: &str, entity: ImportEntity, score: i32) -> Vec<(ImportField, i32)> {
    let meant = words::meanings(key).iter().filter(|(of, _)| *of == entity);
    meant.map(|(_, field)| (*field, score)).collect()
}

/// The longest run of words within the name that means something.
fn in_part(tokens: &[String], entity: ImportEntity) -> Vec<(ImportField, i32)> {
    let letters: usize = tokens.iter().map(|token| token.chars().count()).sum();
    for length in (1..tokens.len()).rev() {
        for run in tokens.windows(length) {
            let key = words::key(&run.concat());
            let share = key.chars().count();
            let long_enough = share >= 4 || !key.is_ascii() && share >= 2;
            let more = i32::try_from(share).unwrap_or(0) * MORE / i32::try_from(letters.max(1)).unwrap_or(i32::MAX);
            let found = if long_enough { fields(&key, entity, PART + more.min(MORE)) } else { Vec::new() };
            if !found.is_empty() {
                return found;
            }
        }
    }
    Vec::new()
}

/// Words: runs of letters and digits, "closeDate" in two, Chinese sign by sign.
fn tokens(name: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in name.chars() {
        let wide = ('\u{2E80}'..='\u{9FFF}').contains(&c);
        let begins = !before.is_alphanumeric() || wide || (before.is_lowercase() && c.is_uppercase());
        if c.is_alphanumeric() {
            match tokens.last_mut() {
                Some(token) if !begins => token.push(c),
                _ => tokens.push(c.to_string()),
            }
        }
        before = c;
    }
    tokens
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0;
    let mut bare = String::new();
    for c in name.chars() {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            c if depth <= 0 => bare.push(c),
            _ => {}
        }
    }
    bare
}

/// The currency a name states: "Amount (EUR)", "Montant €". A bare dollar sign states none.
#[must_use]
pub fn currency_in(name: &str) -> Option<Currency> {
    name.split(|c: char| c.is_whitespace() || "()[]_-/:".contains(c)).find_map(|word| {
        let is_code = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
        let is_sign = !word.is_empty() && !word.chars().any(char::is_alphanumeric);
        match Currency::meant_by(word).as_slice() {
            [only] if is_code || is_sign => Some(*only),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_understood_as_a_whole_or_in_part() {
        use ImportEntity::{Deal, Organization, Person};
        use ImportField as F;
        let cases = [
            ("close_value", Deal, Some(F::Value), 90),
            ("closeDate", Deal, Some(F::EndedOn), 90),
            ("Montant (EUR)", Deal, Some(F::Value), 85),
            ("Expected close date of deal", Deal, Some(F::ExpectedClose), 60),
            ("Our deal stage today", Deal, Some(F::Stage), 55),
            ("客户名称（必填）", Deal, Some(F::Organization), 85),
            ("最新销售阶段", Deal, Some(F::Stage), 60),
            ("Number of employees worldwide", Organization, Some(F::Employees), 60),
            ("Work e-mail", Person, Some(F::Email), 50),
            ("xyzzy", Deal, None, 0),
            ("close_value", Person, None, 0),
        ];
        for (name, entity, field, at_least) in cases {
            let found = candidates(name, entity);
            assert_eq!(found.first().map(|(field, _)| *field), field, "{name}");
            assert!(found.first().map_or(0, |(_, score)| *score) >= at_least, "{name} {found:?}");
        }
    }

    #[test]
    fn a_currency_in_the_name_is_noticed() {
        let cases = [
            ("Amount (EUR)", Some("EUR")),
            ("value_USD", Some("USD")),
            ("Montant €", Some("EUR")),
            ("Price $", None),
            ("all amounts", None),
            ("Amount", None),
        ];
        for (name, code) in cases {
            assert_eq!(currency_in(name).map(Currency::code), code, "{name}");
        }
    }
}
