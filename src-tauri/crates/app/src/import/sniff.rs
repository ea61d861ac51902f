//! How a file is laid out: its delimiter, its quotes, its line ends, whether its first row names the columns.
//! Judged from the first rows only; the window shows the result and lets the user say otherwise.

use super::{
    decode::Text,
    problem::{Checked, Code, Problem},
    records::{Dialect, Limits, Records, letters},
    words,
};
use encoding_rs::UTF_8;
use satchel_domain::{amount::Amount, date_text, names::tidy};
use std::collections::{HashMap, HashSet};

/// Rows looked at.
const ROWS: usize = 200;
/// In the order of trust where several would do: a comma is also a decimal mark, a tab hardly anything else.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];

/// What the user said about the layout instead of letting it be found.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said {
    /// One ASCII sign.
    pub delimiter: Option<u8>,
    /// The first row names the columns.
    pub has_header: Option<bool>,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineEnd {
    /// Unix
    Lf,
    /// Windows
    CrLf,
    /// Old Macintosh
    Cr,
}

/// The layout found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// How cells are told apart.
    pub dialect: Dialect,
    /// How lines end; only told, all are read.
    pub line_end: LineEnd,
    /// The first row names the columns.
    pub has_header: bool,
    /// One name a column, each different: the header's, or A, B, C ... where it has none.
    pub headers: Vec<String>,
}

/// Finds the layout from the first piece of a file; `whole` says that it is the entire file.
pub fn sniff(sample: &str, whole: bool, said: Said, limits: Limits) -> Checked<Layout> {
    let first_line = sample.split(['\r', '\n']).next().unwrap_or("");
    let named = named_delimiter(first_line);
    let sep_line = named.is_some();
    let chosen = said.delimiter.or(named);
    let candidates: Vec<u8> = chosen.map_or_else(|| DELIMITERS.to_vec(), |one| vec![one]);

    let mut readings = Vec::new();
    for delimiter in candidates {
        let dialect = Dialect { sep_line, ..Dialect::new(delimiter) };
        readings.push((dialect, rows_of(sample, whole, dialect, limits)));
    }
    let (dialect, rows) = best(readings)?;
    let single = Dialect { quote: b'\'', ..dialect };
    let (dialect, rows) =
        if in_single_quotes(&rows) { (single, rows_of(sample, whole, single, limits)?) } else { (dialect, rows) };
    let Some(first) = rows.first() else { return Err(Problem::new(Code::FileEmpty)) };
    let has_header = said.has_header.unwrap_or_else(|| looks_like_header(&rows));
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let headers = names_of(if has_header { first } else { &[] }, columns);
    Ok(Layout { dialect, line_end: line_end(sample), has_header, headers })
}

/// The sign a person gave for the delimiter; "tab" and "\t" are the tabulator.
pub fn delimiter_of(text: &str) -> Checked<u8> {
    match text.as_bytes() {
        b"\\t" | b"tab" => Ok(b'\t'),
        [sign] if !matches!(sign, b'"' | b'\r' | b'\n' | 0) && sign.is_ascii() && !sign.is_ascii_alphanumeric() => {
            Ok(*sign)
        }
        _ => Err(Problem::new(Code::BadDelimiter).of_value(text)),
    }
}

/// `sep=;` as some spreadsheets write it in front.
fn named_delimiter(line: &str) -> Option<u8> {
    let sign = line.trim_start_matches('\u{FEFF}').trim_matches('"').strip_prefix("sep=")?;
    delimiter_of(sign).ok()
}

type Rows = Vec<Vec<String>>;

fn rows_of(sample: &str, whole: bool, dialect: Dialect, limits: Limits) -> Checked<Rows> {
    let mut records = Records::new(Text::new(sample.as_bytes(), UTF_8, u64::MAX), dialect, limits)?;
    let mut rows = Vec::new();
    while rows.len() < ROWS {
        match records.next_record() {
            Ok(Some(record)) => rows.push(record.cells().map(str::to_owned).collect()),
            Ok(None) if whole || rows.len() < 2 => return Ok(rows),
            Ok(None) => {
                rows.pop(); // cut off in the middle
                return Ok(rows);
            }
            // The sample may end inside a quoted cell; in the whole file that is damage.
            Err(problem) if problem.code == Code::UnclosedQuote && !whole && !rows.is_empty() => return Ok(rows),
            Err(problem) => return Err(problem),
        }
    }
    Ok(rows)
}

/// The delimiter that makes the steadiest table; one that the header does not have is no candidate.
fn best(readings: Vec<(Dialect, Checked<Rows>)>) -> Checked<(Dialect, Rows)> {
    let only = readings.len() == 1;
    let mut good: Option<(usize, Dialect, Rows)> = None;
    let mut plain = None;
    let mut refused = None;
    for (dialect, reading) in readings {
        let rows = match reading {
            Ok(rows) => rows,
            Err(problem) => {
                refused = Some(problem);
                continue;
            }
        };
        if only {
            return Ok((dialect, rows));
        }
        let steady = steadiness(&rows);
        if steady > good.as_ref().map_or(0, |(best, ..)| *best) {
            good = Some((steady, dialect, rows));
        } else {
            plain = Some((dialect, rows));
        }
    }
    match (good, plain, refused) {
        (Some((_, dialect, rows)), ..) => Ok((dialect, rows)),
        (None, _, Some(problem)) => Err(problem),
        (None, Some(plain), None) => Ok(plain),
        (None, None, None) => Err(Problem::new(Code::FileEmpty)),
    }
}

/// How many of a hundred rows have as many cells as the header has, in steps of ten; 0 for one column.
fn steadiness(rows: &Rows) -> usize {
    let columns = rows.first().map_or(0, Vec::len);
    if columns < 2 {
        return 0;
    }
    let same = rows.iter().filter(|row| row.len() == columns).count();
    1 + same * 10 / rows.len()
}

/// Every other cell begins and ends with an apostrophe, and none with a double quote.
fn in_single_quotes(rows: &Rows) -> bool {
    let cells = || rows.iter().flatten().filter(|cell| !cell.is_empty());
    let quoted = cells().filter(|cell| cell.len() > 1 && cell.starts_with('\'') && cell.ends_with('\'')).count();
    quoted * 2 > cells().count() && !cells().any(|cell| cell.contains('"'))
}

/// A first row of words over rows of figures, or of words that people use for columns.
fn looks_like_header(rows: &Rows) -> bool {
    let Some((first, rest)) = rows.split_first() else { return false };
    let filled = || first.iter().filter(|cell| !cell.is_empty());
    if filled().any(|cell| is_figure(cell)) {
        return filled().any(|cell| words::is_known_header(cell))
            && filled().filter(|cell| is_figure(cell)).count() * 2 < first.len();
    }
    if filled().any(|cell| words::is_known_header(cell)) {
        return true;
    }
    let mut below: HashMap<usize, (usize, usize)> = HashMap::new();
    for row in rest {
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let (figures, cells) = below.entry(column).or_default();
            *figures += usize::from(is_figure(cell));
            *cells += 1;
        }
    }
    let over_figures = below.values().any(|(figures, cells)| figures * 5 >= cells * 4);
    let repeated = first
        .iter()
        .enumerate()
        .any(|(column, cell)| !cell.is_empty() && rest.iter().any(|row| row.get(column) == Some(cell)));
    over_figures || !repeated
}

/// A number, a date or an address: nothing that names a column.
fn is_figure(cell: &str) -> bool {
    let number = Amount::read(cell, Some(satchel_domain::amount::DecimalMark::Point)).is_ok()
        || Amount::read(cell, Some(satchel_domain::amount::DecimalMark::Comma)).is_ok();
    number
        || !date_text::readings(cell).is_empty()
        || (cell.contains('@') && cell.contains('.'))
        || cell.starts_with("http")
}

fn line_end(sample: &str) -> LineEnd {
    let lf = sample.bytes().filter(|b| *b == b'\n').count();
    let cr = sample.bytes().filter(|b| *b == b'\r').count();
    if cr == 0 {
        LineEnd::Lf
    } else if lf == 0 {
        LineEnd::Cr
    } else if cr * 2 > lf {
        LineEnd::CrLf
    } else {
        LineEnd::Lf
    }
}

/// One different name a column: as written, then "name (2)", and letters where nothing is written.
fn names_of(header: &[String], columns: usize) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut names = Vec::with_capacity(columns);
    for column in 0..columns {
        let written = header.get(column).map(|name| tidy(name)).filter(|name| !name.is_empty());
        let base = written.unwrap_or_else(|| letters(column));
        let numbered = (2..).map(|n| format!("{base} ({n})"));
        let name = std::iter::once(base.clone()).chain(numbered).find(|name| !taken.contains(name)).unwrap_or(base);
        taken.insert(name.clone());
        names.push(name);
    }
    names
}

#[cfg(test)]
#[path = "sniff_tests.rs"]
mod tests;
