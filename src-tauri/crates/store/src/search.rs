//! The full-text index: one document a record, kept by the journal, rebuilt when that is cheaper.
//! Accents are ignored by the tokenizer; Chinese, Japanese and Korean text is cut into single characters,
//! telephone numbers into digits, so that any part that starts a word finds its record.

use crate::{Column, Result, journal::Touch};
use rusqlite::Connection;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What a record says in the fields the user added, a line each. It is decided by the value alone what is worth finding, so
/// that a field of another type does not make the index of its records stale: no ids, amounts, and no yes or no.
macro_rules! custom {
    ($table:literal) => {
        concat!(
            "(SELECT group_concat(v.value, char(10)) FROM custom_values v WHERE v.record_id = ",
            $table,
            ".id AND v.value NOT IN ('yes', 'no') AND NOT (v.value GLOB '*[0-9] [A-Z][A-Z][A-Z]' AND ltrim(substr(v.value, 1, length(v.value) - 4), '-0123456789') = '') \
             AND NOT (length(v.value) = 36 AND v.value GLOB '????????-????-????-????-????????????'))"
        )
    };
}

/// For each searchable table: kind, and the query that gives (id, title, body) of its records.
const SOURCES: &[(&str, &str, &str)] = &[
    ("deals", "deal", concat!("SELECT id, title, concat_ws(char(10), number, ", custom!("deals"), ") FROM deals")),
    ("leads", "lead", concat!("SELECT id, title, concat_ws(char(10), number, ", custom!("leads"), ") FROM leads")),
    (
        "organizations",
        "organization",
        concat!(
            "SELECT id, name, concat_ws(char(10), city, country, industry, email, website, phone, ",
            custom!("organizations"),
            ") FROM organizations"
        ),
    ),
    (
        "people",
        "person",
        concat!(
            "SELECT id, name, concat_ws(char(10), job_title, email, phone, mobile, ",
            custom!("people"),
            ") FROM people"
        ),
    ),
    ("notes", "note", "SELECT id, '', body FROM notes"),
    ("messages", "message", "SELECT id, subject, concat_ws(char(10), sender, recipients, body) FROM messages"),
];

/// Brings the documents of these records up to date.
///
/// # Errors
/// As SQLite says.
pub fn refresh(conn: &Connection, touched: &BTreeSet<Touch>) -> Result<()> {
    let relevant = touched
        .iter()
        .filter(|(table, _)| *table == CUSTOM_VALUES || SOURCES.iter().any(|source| source.0 == *table))
        .count();
    if relevant > 2000 {
        let documents: i64 = conn.query_row("SELECT count(*) FROM search_docs", [], |row| row.get(0))?;
        if relevant as i64 * 4 > documents {
            return rebuild(conn);
        }
    }
    for (table, kind, sql) in SOURCES {
        for id in of_table(touched, table) {
            refresh_one(conn, kind, sql, id)?;
        }
    }
    // of these only the id is known: a record that is new or gone was met above, every other has a document with its kind
    for id in of_table(touched, CUSTOM_VALUES) {
        let mut find = conn.prepare_cached("SELECT kind FROM search_docs WHERE record_id = ?1")?;
        let kind = crate::journal::optional(find.query_row([id.as_bytes()], |row| row.get::<_, String>(0)))?;
        if let Some((_, kind, sql)) = SOURCES.iter().find(|source| Some(source.1) == kind.as_deref()) {
            refresh_one(conn, kind, sql, id)?;
        }
    }
    Ok(())
}

/// Values of the fields the user added; each stands for the record it belongs to.
const CUSTOM_VALUES: &str = "custom_values";

fn of_table(touched: &BTreeSet<Touch>, table: &'static str) -> impl Iterator<Item = Uuid> {
    touched.range((table, Uuid::nil())..=(table, Uuid::max())).map(|touch| touch.1)
}

fn refresh_one(conn: &Connection, kind: &str, sql: &str, id: Uuid) -> Result<()> {
    let mut find = conn.prepare_cached("SELECT doc FROM search_docs WHERE record_id = ?1")?;
    let doc = crate::journal::optional(find.query_row([id.as_bytes()], |row| row.get::<_, i64>(0)))?;
    let mut read = conn.prepare_cached(&format!("{sql} WHERE id = ?1"))?;
    let mut rows = read.query([id.as_bytes()])?;
    let Some(row) = rows.next()? else {
        if let Some(doc) = doc {
            conn.prepare_cached("DELETE FROM search_index WHERE rowid = ?1")?.execute([doc])?;
            conn.prepare_cached("DELETE FROM search_docs WHERE doc = ?1")?.execute([doc])?;
        }
        return Ok(());
    };
    let (title, body) =
        (words(row.get_ref(1)?.as_str().unwrap_or_default()), words(row.get_ref(2)?.as_str().unwrap_or_default()));
    match doc {
        Some(doc) => conn
            .prepare_cached("UPDATE search_index SET title = ?2, body = ?3 WHERE rowid = ?1")?
            .execute((doc, title, body))?,
        None => {
            conn.prepare_cached("INSERT INTO search_docs (record_id, kind) VALUES (?1, ?2)")?
                .execute((id.as_bytes(), kind))?;
            conn.prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute((
                conn.last_insert_rowid(),
                title,
                body,
            ))?
        }
    };
    Ok(())
}

/// Makes the index anew from the records, oldest first.
///
/// # Errors
/// As SQLite says.
pub fn rebuild(conn: &Connection) -> Result<()> {
    conn.execute_batch("DELETE FROM search_docs; INSERT INTO search_index (search_index) VALUES ('delete-all');")?;
    let mut doc = conn.prepare_cached("INSERT INTO search_docs (record_id, kind) VALUES (?1, ?2)")?;
    let mut index = conn.prepare_cached("INSERT INTO search_index (rowid, title, body) VALUES (?1, ?2, ?3)")?;
    for (_, kind, sql) in SOURCES {
        let mut read = conn.prepare(&format!("{sql} ORDER BY created_at, id"))?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let id = Uuid::from_column("id", row.get_ref(0)?)?;
            doc.execute((id.as_bytes(), *kind))?;
            let (title, body) = (
                words(row.get_ref(1)?.as_str().unwrap_or_default()),
                words(row.get_ref(2)?.as_str().unwrap_or_default()),
            );
            index.execute((conn.last_insert_rowid(), title, body))?;
        }
    }
    Ok(())
}

/// The FTS5 query for what a person typed: every word must start some word of the record. None: nothing to look for.
#[must_use]
pub fn query(text: &str) -> Option<String> {
    let terms = terms(text);
    if terms.is_empty() { None } else { Some(terms.join(" AND ")) }
}

/// One FTS5 query for each word typed.
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let text: String = text.chars().take(200).collect();
    let digits = digits_of(&text);
    let phone_like =
        digits.len() >= 5 && text.chars().all(|c| c.is_ascii_digit() || " +-./()\u{a0}\u{202f}".contains(c));
    if phone_like {
        return vec![format!("\"{digits}\"*")];
    }
    let mut room = MOST_TERMS;
    let mut queries = Vec::new();
    for typed in text.split(|c: char| !c.is_alphanumeric() && !is_accent(c)) {
        // what stands alone in the index stands alone here; a term is always one word of the index, never two
        let parts: Vec<String> =
            spaced(typed).split_whitespace().take(room).map(|part| format!("\"{part}\"*")).collect();
        room -= parts.len();
        match parts.as_slice() {
            [] => {}
            [one] => queries.push(one.clone()),
            several => queries.push(format!("({})", several.join(" "))),
        }
    }
    queries
}

/// How many words (or single characters) of what was typed are looked for.
const MOST_TERMS: usize = 24;

/// Text as it goes into the index.
fn words(text: &str) -> String {
    let mut spaced = spaced(text);
    for line in text.lines() {
        let digits = digits_of(line);
        if digits.len() >= 6 && digits.len() <= 20 && line.chars().all(|c| !c.is_alphabetic()) {
            // as written, without the trunk zero, and the national part alone
            for start in [0, digits.len().saturating_sub(10), digits.len().saturating_sub(9)] {
                spaced.push(' ');
                spaced.push_str(&digits[start..]);
            }
        }
    }
    spaced
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Accents written as characters of their own gone, and blanks around characters that are words by themselves.
fn spaced(text: &str) -> String {
    if !text.chars().any(|c| stands_alone(c) || is_accent(c)) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars().filter(|c| !is_accent(*c)) {
        if stands_alone(c) {
            out.push(' ');
            out.push(c);
            out.push(' ');
        } else {
            out.push(c);
        }
    }
    out
}

/// Combining accents, which the tokenizer ignores inside a word.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Scripts without blanks between words, and every letter of which it is not certain that the tokenizer takes it for one.
fn stands_alone(c: char) -> bool {
    c.is_alphanumeric() && !in_words(c)
}

/// Letters and digits of the scripts that put blanks between words; the tokenizer keeps runs of them together.
const fn in_words(c: char) -> bool {
    matches!(c,
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}'
        | '\u{370}'..='\u{373}' | '\u{376}'..='\u{377}' | '\u{386}' | '\u{388}'..='\u{3ff}' | '\u{1f00}'..='\u{1fbc}'
        | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{527}' | '\u{531}'..='\u{556}' | '\u{561}'..='\u{587}'
        | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | '\u{660}'..='\u{669}' | '\u{671}'..='\u{6d3}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_becomes_prefix_terms_and_never_operators() {
        let cases = [
            ("acme", Some("\"acme\"*")),
            ("acme heat", Some("\"acme\"* AND \"heat\"*")),
            ("a\" OR b*", Some("\"a\"* AND \"OR\"* AND \"b\"*")),
            ("NEAR(x)", Some("\"NEAR\"* AND \"x\"*")),
            ("恒科电", Some("(\"恒\"* \"科\"* \"电\"*)")),
            ("冷水 R-32", Some("(\"冷\"* \"水\"*) AND \"R\"* AND \"32\"*")),
            ("e\u{301}te\u{301}", Some("\"ete\"*")),
            ("+33 4 78 12", Some("\"3347812\"*")),
            ("  \"' ", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(query(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn every_term_is_one_word_for_the_tokenizer_whatever_is_typed() {
        let conn = Connection::open_in_memory().expect("memory");
        conn.execute_batch(
            "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', detail = 'column');
             CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance');",
        )
        .expect("tables");
        let mut insert = conn.prepare("INSERT INTO t (rowid, x) VALUES (?1, ?2)").expect("insert");
        for c in ('\0'..=char::MAX).filter(|c| in_words(*c) && c.is_alphanumeric()) {
            insert.execute((u32::from(c), format!("a{c}b"))).expect("one word each");
        }
        let split: Vec<i64> = conn
            .prepare("SELECT doc FROM v GROUP BY doc HAVING count(*) > 1")
            .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
            .expect("reads");
        assert!(split.is_empty(), "not letters for the tokenizer: {split:x?}");
        let mut find = conn.prepare("SELECT rowid FROM t WHERE t MATCH ?1").expect("find");
        let step = 131; // a prime, so that all blocks are met
        for c in ('\0'..=char::MAX).step_by(step) {
            if let Some(query) = query(&format!("x{c}y")) {
                find.query([&query])
                    .and_then(|mut rows| rows.next().map(|_| ()))
                    .unwrap_or_else(|error| panic!("U+{:04X} {query}: {error}", u32::from(c)));
            }
        }
    }

    #[test]
    fn a_telephone_number_is_found_in_any_format() {
        let indexed = words("+33 (0)4 78 12 34 56");
        assert!(indexed.contains("33047812345"), "{indexed}");
        assert!(indexed.ends_with("478123456"), "the national part alone: {indexed}");
    }
}
