//! What the suites said: how many tests passed and failed, and which passed. Reads what cargo, nextest and TAP
//! writers print; what the tests are about is theirs.

use std::collections::BTreeSet;

/// The sum over every suite that ran.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    /// Names of the tests that passed, as their suite prints them.
    pub names: BTreeSet<String>,
}

impl Tally {
    /// Adds what one suite printed.
    pub fn add(&mut self, printed: &str) {
        for line in printed.lines() {
            let line = line.trim();
            if line == "type: 'suite'" {
                // A group of tests is reported like a test, and only then said to be none.
                self.passed = self.passed.saturating_sub(1);
            } else if let Some((passed, name)) = verdict(line) {
                if passed {
                    self.passed += 1;
                    self.names.insert(name.to_owned());
                } else {
                    self.failed += 1;
                }
            }
        }
    }

    /// Whether a test of this name passed; the module, file or group before its own name may be left out.
    pub fn has(&self, wanted: &str) -> bool {
        self.names.contains(wanted)
            || self.names.iter().any(|name| {
                name.strip_suffix(wanted)
                    .is_some_and(|before| before.ends_with("::") || before.ends_with(" > ") || before.ends_with(' '))
            })
    }
}

/// Whether the line reports a test, and how it went; skipped ones are not reported.
fn verdict(line: &str) -> Option<(bool, &str)> {
    if let Some(rest) = line.strip_prefix("test ") {
        let (name, how) = rest.rsplit_once(" ... ")?;
        let name = name.trim_end_matches(" - should panic");
        return if how.starts_with("ok") {
            Some((true, name))
        } else {
            how.starts_with("FAILED").then_some((false, name))
        };
    }
    if let Some(rest) = line.strip_prefix("PASS [").or_else(|| line.strip_prefix("FAIL [")) {
        let name = rest.split_once(']')?.1.trim();
        return Some((line.starts_with("PASS"), name));
    }
    let (passed, rest) = match line.strip_prefix("not ok ") {
        Some(rest) => (false, rest),
        None => (true, line.strip_prefix("ok ")?),
    };
    let (number, name) = rest.split_once(" - ")?;
    if number.parse::<u32>().is_err() || name.contains("# SKIP") {
        return None;
    }
    Some((passed, name.split_once(" # ").map_or(name, |(name, _)| name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(printed: &str) -> Tally {
        let mut tally = Tally::default();
        tally.add(printed);
        tally
    }

    #[test]
    fn cargo_test_is_counted() {
        let tally = tally(
            "running 3 tests\ntest rank::tests::stays_between ... ok\ntest a ... FAILED\ntest slow ... ignored\n\ntest result: FAILED. 1 passed; 1 failed",
        );
        assert_eq!((tally.passed, tally.failed), (1, 1), "ignored tests and the closing line are no tests");
        assert!(tally.has("stays_between") && tally.has("rank::tests::stays_between"));
        assert!(!tally.has("between"), "half a name is no name");
    }

    #[test]
    fn nextest_is_counted() {
        let tally = tally(
            "        PASS [   0.004s] (1/2) satchel-domain rank::tests::stays_between\n        FAIL [   0.1s] satchel-domain b\n",
        );
        assert_eq!((tally.passed, tally.failed), (1, 1));
        assert!(tally.has("stays_between"));
    }

    #[test]
    fn tap_is_counted_without_its_groups() {
        let tally = tally(
            "TAP version 13\n# Subtest: group\n    ok 1 - a card moves # time=1.2ms\n    ok 2 - later # SKIP\nok 1 - group\n  ---\n  type: 'suite'\n  ...\nnot ok 2 - src/x.test.ts > b\n",
        );
        assert_eq!((tally.passed, tally.failed), (1, 1));
        assert!(tally.has("a card moves"));
    }
}
