//! `docs/behaviours.md` promises: each row of its tables names, in backticks in the last cell, tests that show the
//! behaviour. A row without a test, with one that did not pass in this run, or with a number used twice is an error.

use crate::{Outcome, tally::Tally};
use std::collections::BTreeSet;

/// Checks every row; answers how many there are.
///
/// # Errors
/// The rows that promise what no test showed.
pub fn check(document: &str, tally: &Tally) -> Outcome<usize> {
    let rows: Vec<(&str, &str)> = document.lines().filter_map(row).collect();
    let mut numbers = BTreeSet::new();
    let broken: Vec<String> = rows
        .iter()
        .filter_map(|(behaviour, tests)| {
            let names: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
            let missing: Vec<&str> = names.iter().copied().filter(|name| !tally.has(name)).collect();
            if !numbers.insert(*behaviour) {
                Some(format!("{behaviour}: this number is used twice"))
            } else if names.is_empty() {
                Some(format!("{behaviour}: names no test"))
            } else {
                (!missing.is_empty()).then(|| format!("{behaviour}: did not run or pass: {}", missing.join(", ")))
            }
        })
        .collect();
    if broken.is_empty() { Ok(rows.len()) } else { Err(format!("docs/behaviours.md\n  {}", broken.join("\n  "))) }
}

/// The first and the last cell of a table's row; heads and rules of tables are no rows.
fn row(line: &str) -> Option<(&str, &str)> {
    let cells: Vec<&str> = line.trim().strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let (first, last) = (*cells.first()?, *cells.last()?);
    let numbered = first.chars().any(|letter| letter.is_ascii_digit());
    (cells.len() > 2 && numbered).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_needs_a_test_that_passed() {
        let mut tally = Tally::default();
        tally.add("test board::moves ... ok\n");
        let head = "| No | Behaviour | Place | Test |\n|---|---|---|---|\n";
        assert_eq!(check(&format!("{head}| B1 | moving | board | `moves` |\n"), &tally), Ok(1));
        assert!(check(&format!("{head}| B1 | moving | board | `moves`, `gone` |\n"), &tally).is_err());
        assert!(check(&format!("{head}| B1 | moving | board | by hand |\n"), &tally).is_err());
        let row = "| B1 | moving | board | `moves` |\n";
        assert!(check(&format!("{head}{row}{row}"), &tally).is_err());
    }
}
