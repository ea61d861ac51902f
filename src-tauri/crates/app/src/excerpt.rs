//! The part of a long text that surrounds the words searched for.
//! Accents and case are ignored as the index ignores them, so the cut lands on what was found.

/// Characters shown before the first matching word.
const BEFORE: usize = 40;

/// Characters shown in all.
const LENGTH: usize = 160;

/// Base letters of U+00C0..=U+017F, in order.
const FOLDED: &str = "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

/// One line of text around the first of the typed words that starts a word of `text`; its beginning where none does.
#[must_use]
pub fn around(text: &str, typed: &str) -> String {
    let chars: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    let folded: Vec<char> = chars.iter().map(|c| fold(*c)).collect();
    let words: Vec<Vec<char>> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().map(fold).collect())
        .collect();
    let place = words.iter().filter_map(|word| first(&folded, word)).min().unwrap_or(0);
    let start = if place <= BEFORE { 0 } else { word_start(&folded, place - BEFORE, place) };
    let end = (start + LENGTH).min(chars.len());
    let mut cut = String::new();
    if start > 0 {
        cut.push('…');
    }
    cut.extend(&chars[start..end]);
    if end < chars.len() {
        cut.push('…');
    }
    cut
}

/// Where a word of the text begins with this one; scripts without blanks match anywhere.
fn first(text: &[char], word: &[char]) -> Option<usize> {
    text.windows(word.len())
        .enumerate()
        .find(|(at, window)| {
            let starts = *at == 0 || !text[at - 1].is_alphanumeric() || text[*at] > '\u{2e80}';
            starts && *window == word
        })
        .map(|(at, _)| at)
}

/// The first word after `from`, so that no word is shown in half; at most `place`.
fn word_start(text: &[char], from: usize, place: usize) -> usize {
    (from..place).find(|at| text[*at] == ' ').map_or(from, |at| at + 1)
}

/// Lower case without accents.
pub(crate) fn fold(c: char) -> char {
    match u32::from(c) {
        code @ 0xC0..=0x17F => FOLDED.chars().nth(code as usize - 0xC0).unwrap_or(c),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cut_shows_the_word_that_was_found() {
        let long = format!("{} Les vérins du pôle Énergie sont prêts. {}", "mot ".repeat(60), "fin ".repeat(60));
        let shown = around(&long, "energie");
        assert!(shown.contains("pôle Énergie sont prêts"), "{shown}");
        assert!(shown.starts_with('…') && shown.ends_with('…'), "{shown}");
        assert!(!shown.contains('\n') && shown.chars().count() <= LENGTH + 2);
    }

    #[test]
    fn any_script_and_any_text_can_be_cut() {
        for (text, typed, expected) in [
            ("今天与王经理谈了冷水机组的报价", "冷水", "今天与王经理谈了冷水机组的报价"),
            ("short\n\n note", "nothing", "short note"),
            ("", "x", ""),
            ("<b>Bold</b> & 🚚", "bold", "<b>Bold</b> & 🚚"),
        ] {
            assert_eq!(around(text, typed), expected);
        }
        let chinese = format!("{}冷水机组{}", "前".repeat(300), "后".repeat(300));
        assert!(around(&chinese, "冷水").contains("冷水机组"));
    }

    #[test]
    fn the_table_of_base_letters_has_one_for_each() {
        assert_eq!(FOLDED.chars().count(), 0x180 - 0xC0);
        for (from, to) in [('É', 'e'), ('ß', 'ß'), ('ž', 'z'), ('Ł', 'ł'), ('A', 'a')] {
            assert_eq!(fold(from), to);
        }
    }
}
