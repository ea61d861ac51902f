//! Texts in files that spreadsheets open, and lists within one cell, each with its way back.
//! What a spreadsheet would take for a formula gets an apostrophe before it and loses exactly that one on the way back.
//! Numbers and days are no texts and need none.

/// What begins a formula, also in full width.
const BEGINS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The text as a cell that no spreadsheet runs.
#[must_use]
pub fn guarded(text: &str) -> String {
    if is_risky(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that [`guarded`] made the cell of; any other text as it is.
#[must_use]
pub fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_risky(text)).unwrap_or(cell)
}

/// Whether a spreadsheet might run the text. Apostrophes before it change nothing, so that a text which already has one
/// gets its own and comes back whole.
fn is_risky(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.starts_with(['\t', '\r', '\n']) || text.trim_start_matches(is_unseen).starts_with(BEGINS)
}

/// Blanks, signs of direction and signs without width: programs that clean a cell begin with what follows them.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// What parts the items of a list in a cell.
const PARTS: [char; 7] = [',', ';', '|', '\n', '，', '；', '、'];

/// Several items in one cell; one that holds a sign which parts items stands in quotes.
#[must_use]
pub fn joined(items: &[String]) -> String {
    let quoted = |item: &String| {
        let needs = item.contains(PARTS) || item.starts_with('"');
        if needs { format!("\"{}\"", item.replace('"', "\"\"")) } else { item.clone() }
    };
    items.iter().map(quoted).collect::<Vec<_>>().join("; ")
}

/// The items of a cell: "red, big; new" is three. Quotes that enclose no whole item are part of it.
#[must_use]
pub fn parted(cell: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut rest = Some(cell);
    while let Some(text) = rest {
        let text = text.trim_start();
        let (item, after) = quoted(text).unwrap_or_else(|| match text.split_once(PARTS) {
            Some((item, after)) => (item.trim().to_owned(), Some(after)),
            None => (text.trim().to_owned(), None),
        });
        if !item.is_empty() {
            items.push(item);
        }
        rest = after;
    }
    items
}

/// An item in quotes, with what follows the sign behind it.
fn quoted(text: &str) -> Option<(String, Option<&str>)> {
    let inner = text.strip_prefix('"')?;
    let mut item = String::new();
    let mut signs = inner.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign != '"' {
            item.push(sign);
        } else if signs.next_if(|(_, next)| *next == '"').is_some() {
            item.push('"');
        } else {
            let after = inner[at + 1..].trim_start_matches([' ', '\t']);
            return match after.strip_prefix(PARTS) {
                Some(after) => Some((item, Some(after))),
                None => after.is_empty().then_some((item, None)),
            };
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_spreadsheet_would_run_gets_one_apostrophe_and_nothing_else_does() {
        for text in ["=1+1", "+33 1 42", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "＠x", " =1", "\u{202e}=1", "'=1"] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
            assert_eq!(unguarded(&guarded(text)), text, "{text:?}");
        }
        for text in ["", "Acme", "'quoted'", "1 + 1", "a=b", "'", "…-"] {
            assert_eq!((guarded(text).as_str(), unguarded(text)), (text, text), "{text:?}");
        }
    }

    #[test]
    fn lists_are_parted_at_their_signs_but_not_within_quotes() {
        let parts = |cell: &str| parted(cell).join("/");
        assert_eq!(parts("red, big;new | 新，大"), "red/big/new/新/大");
        assert_eq!(parts("\"a, b\"; c"), "a, b/c");
        assert_eq!(parts("\"big\" one, 5\" pipe"), "\"big\" one/5\" pipe", "quotes of its own");
        assert_eq!(parts(" ; ,"), "");
    }

    proptest! {
        #[test]
        fn every_list_comes_back(items in proptest::collection::vec("[a-z\",;|、\\-]{0,4}[a-z\",]", 0..5)) {
            prop_assert_eq!(parted(&joined(&items)), items);
        }


        #[test]
        fn every_text_comes_back_and_no_cell_begins_a_formula(text in "['=+@＝＋－＠ \t\r\n\"\u{202e}a-]{0,8}|.*") {
            let cell = guarded(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']), "{:?}", cell);
            prop_assert_eq!(unguarded(&cell), text.as_str());
        }
    }
}
