//! What a column holds, judged from every one of its cells in one pass: its kind, its decimal mark or date format and
//! whether that is the only reading, its distinct values, samples. Memory stays small whatever the file's length.

use super::{
    problem::Checked,
    records::{Record, Records},
    words,
};
use crate::dto::{ImportColumn, ValueCount};
use satchel_domain::{
    amount::{Amount, DecimalMark},
    date_text::{self, DateFormat},
};
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
    io::Read,
};

/// Distinct values kept with their counts; a column with more has no list.
const MOST_VALUES: usize = 100;
/// A column with at most so many distinct values is a choice.
const MOST_CHOICES: usize = 30;
/// Longer values are no choices.
const LONGEST_CHOICE: usize = 80;
/// Values remembered, over all columns, to tell whether a column repeats itself.
const MOST_REMEMBERED: usize = 500_000;
/// Raw values shown with how they would be read.
const SAMPLES: usize = 3;

/// What the cells of a column have in common. At least 95 of 100 filled cells must agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// No cell is filled.
    Empty,
    /// Words.
    Text,
    /// Whole numbers without leading zeros.
    Integer,
    /// Numbers with decimals, groups or a currency.
    Amount,
    /// Days.
    Date,
    /// E-mail addresses.
    Email,
    /// Phone numbers.
    Phone,
    /// Two words for yes and no.
    YesNo,
    /// Few distinct values that return.
    Choice,
    /// Every value once: perhaps an id.
    Unique,
}

impl ColumnKind {
    /// The word that travels.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::YesNo => "yes_no",
            Self::Choice => "choice",
            Self::Unique => "unique",
        }
    }
}

/// What one pass found in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnProfile {
    /// The column's name.
    pub name: String,
    /// What its cells are.
    pub kind: ColumnKind,
    /// Cells with anything in them.
    pub filled: u64,
    /// No filled cell has the value of another (as far as remembered).
    pub unique: bool,
    /// The decimal mark, where the cells allow only one.
    pub decimal_mark: Option<DecimalMark>,
    /// The date format, where the cells allow only one.
    pub date_format: Option<DateFormat>,
    /// Numbers or days with more than one reading: the user must choose.
    pub ambiguous: bool,
    /// Every number lies between 0 and 1, some inside: perhaps shares of one.
    pub fractions: bool,
    /// Cells with signs that the encoding does not explain.
    pub undecodable: u64,
    /// Up to three different raw values.
    pub samples: Vec<String>,
    /// The same as they would be read, for numbers and days; several readings are joined by " | ".
    pub readings: Vec<String>,
    /// The distinct values with their counts, most frequent first, where there are few.
    pub values: Vec<(String, u64)>,
}

impl ColumnProfile {
    /// As windows receive it; `score` is the guess's.
    #[must_use]
    pub fn to_wire(&self, score: i64) -> ImportColumn {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let values = self.values.iter().map(|(value, n)| ValueCount { value: value.clone(), count: count(*n) });
        ImportColumn {
            name: self.name.clone(),
            kind: self.kind.as_str().to_owned(),
            filled: count(self.filled),
            samples: self.samples.clone(),
            readings: self.readings.clone(),
            ambiguous: self.ambiguous,
            values: values.collect(),
            score,
        }
    }
}

/// What one pass found in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct FileProfile {
    /// Rows with anything in them, the header left out.
    pub rows: u64,
    /// One a column, in order.
    pub columns: Vec<ColumnProfile>,
}

/// Reads all rows behind the header (or the first `most`) and judges each column. `on_row` hears of every row with the bytes
/// read so far and answers whether to go on; `None` comes back when it said no.
pub fn profile<R: Read>(
    records: &mut Records<R>,
    headers: &[String],
    has_header: bool,
    most: Option<u64>,
    mut on_row: impl FnMut(u64, u64) -> bool,
) -> Checked<Option<FileProfile>> {
    let mut tallies: Vec<Tally> = headers.iter().map(|_| Tally::default()).collect();
    let mut remembered = 0;
    let mut rows = 0;
    if has_header {
        records.next_record()?;
    }
    while most.is_none_or(|most| rows < most) {
        let bytes = records.bytes_read();
        let Some(record) = records.next_record()? else { break };
        rows += 1;
        add(&mut tallies, record, &mut remembered);
        if !on_row(rows, bytes) {
            return Ok(None);
        }
    }
    let columns = headers.iter().zip(tallies).map(|(name, tally)| tally.judged(name)).collect();
    Ok(Some(FileProfile { rows, columns }))
}

fn add(tallies: &mut [Tally], record: &Record, remembered: &mut usize) {
    for (tally, at) in tallies.iter_mut().zip(0..) {
        let cell = record.cell(at);
        if !cell.is_empty() {
            tally.add(cell, remembered);
        }
    }
}

/// Counts over the cells of one column.
#[derive(Default)]
struct Tally {
    filled: u64,
    integers: u64,
    points: u64,
    commas: u64,
    /// Numbers that the two marks read differently.
    disputed: u64,
    inside_one: u64,
    beyond_one: u64,
    dates: u64,
    /// Days by year, month and day first.
    by_format: [u64; 3],
    emails: u64,
    phones: u64,
    answers: u64,
    undecodable: u64,
    values: Vec<(String, u64)>,
    many_values: bool,
    seen: HashSet<u64>,
    repeated: bool,
    samples: Vec<String>,
}

impl Tally {
    fn add(&mut self, cell: &str, remembered: &mut usize) {
        self.filled += 1;
        self.undecodable += u64::from(cell.contains('\u{FFFD}'));
        if self.samples.len() < SAMPLES && !self.samples.iter().any(|sample| sample == cell) {
            self.samples.push(cell.to_owned());
        }
        self.add_value(cell);
        self.add_hash(cell, remembered);
        // Each look costs time on every cell: only what the first signs allow is tried.
        let numeric = cell.len() <= 64 && cell.chars().any(char::is_numeric);
        if numeric {
            self.add_number(cell);
            self.add_date(cell);
            self.phones += u64::from(is_phone(cell));
        } else if cell.len() <= 20 {
            self.answers += u64::from(words::yes_no(cell).is_some());
        }
        self.emails += u64::from(is_email(cell));
    }

    fn add_number(&mut self, cell: &str) {
        let digits = cell.strip_prefix('-').unwrap_or(cell);
        if digits.bytes().all(|b| b.is_ascii_digit()) && (digits.len() == 1 || !digits.starts_with('0')) {
            self.integers += u64::from(digits.len() <= 15);
        }
        let point = Amount::read(cell, Some(DecimalMark::Point)).ok();
        let comma = Amount::read(cell, Some(DecimalMark::Comma)).ok();
        self.points += u64::from(point.is_some());
        self.commas += u64::from(comma.is_some());
        let plain = |amount: &Option<Amount>| amount.as_ref().and_then(|amount| amount.plain().ok());
        self.disputed += u64::from(point.is_some() && comma.is_some() && plain(&point) != plain(&comma));
        if let Some(millionths) = point.or(comma).and_then(|amount| amount.rounded(6).ok()) {
            self.inside_one += u64::from((1..1_000_000).contains(&millionths));
            self.beyond_one += u64::from(!(0..=1_000_000).contains(&millionths));
        }
    }

    fn add_date(&mut self, cell: &str) {
        let readings = date_text::readings(cell);
        self.dates += u64::from(!readings.is_empty());
        for (count, format) in self.by_format.iter_mut().zip(DateFormat::WRITTEN) {
            *count += u64::from(readings.iter().any(|(read, _)| *read == format));
        }
    }

    fn add_value(&mut self, cell: &str) {
        if self.many_values {
            return;
        }
        if let Some((_, count)) = self.values.iter_mut().find(|(value, _)| value == cell) {
            *count += 1;
        } else if self.values.len() < MOST_VALUES && cell.len() <= LONGEST_CHOICE {
            self.values.push((cell.to_owned(), 1));
        } else {
            self.many_values = true;
            self.values = Vec::new();
        }
    }

    /// Remembers the value's hash until the first repetition; beyond the budget the column is judged by what was seen.
    fn add_hash(&mut self, cell: &str, remembered: &mut usize) {
        if self.repeated || (*remembered >= MOST_REMEMBERED && !self.seen.is_empty()) {
            return;
        }
        let mut hasher = DefaultHasher::new();
        cell.hash(&mut hasher);
        if self.seen.insert(hasher.finish()) {
            *remembered += 1;
        } else {
            *remembered -= self.seen.len();
            self.repeated = true;
            self.seen = HashSet::new();
        }
    }

    fn judged(mut self, name: &str) -> ColumnProfile {
        let unique = self.filled > 0 && !self.repeated;
        let kind = self.kind(unique);
        let (decimal_mark, date_format, ambiguous) = match kind {
            ColumnKind::Amount => {
                let (mark, ambiguous) = self.decimal_mark();
                (mark, None, ambiguous)
            }
            ColumnKind::Date => {
                let (format, ambiguous) = self.date_format();
                (None, format, ambiguous)
            }
            _ => (None, None, false),
        };
        let readings = self.samples.iter().filter_map(|sample| reading(sample, kind, decimal_mark, date_format));
        let readings = readings.collect();
        self.values.sort_by(|(one, n), (other, m)| m.cmp(n).then_with(|| one.cmp(other)));
        let few = unique && self.filled > 1 || self.values.len() == 1 && self.filled == 1;
        ColumnProfile {
            name: name.to_owned(),
            kind,
            filled: self.filled,
            unique,
            decimal_mark,
            date_format,
            ambiguous,
            fractions: self.inside_one > 0 && self.beyond_one == 0,
            undecodable: self.undecodable,
            samples: self.samples,
            readings,
            values: if few { Vec::new() } else { self.values },
        }
    }

    fn kind(&self, unique: bool) -> ColumnKind {
        let most = |count: u64| count * 100 >= self.filled * 95;
        if self.filled == 0 {
            ColumnKind::Empty
        } else if most(self.emails) {
            ColumnKind::Email
        } else if most(self.dates) {
            ColumnKind::Date
        } else if most(self.answers) && self.values.len() <= 2 {
            ColumnKind::YesNo
        } else if most(self.integers) {
            ColumnKind::Integer
        } else if most(self.points.max(self.commas)) && !self.has_codes() {
            ColumnKind::Amount
        } else if most(self.phones) {
            ColumnKind::Phone
        } else if !unique && self.is_choice() {
            ColumnKind::Choice
        } else if unique && self.filled > 1 {
            ColumnKind::Unique
        } else {
            ColumnKind::Text
        }
    }

    /// Digits alone that are no integers: "00123" is a code, not an amount.
    fn has_codes(&self) -> bool {
        let is_code =
            |text: &String| text.len() > 1 && text.starts_with('0') && text.bytes().all(|b| b.is_ascii_digit());
        self.samples.iter().any(is_code) || self.values.iter().any(|(value, _)| is_code(value))
    }

    fn is_choice(&self) -> bool {
        let distinct = u64::try_from(self.values.len()).unwrap_or(u64::MAX);
        !self.many_values && self.values.len() <= MOST_CHOICES && distinct * 2 <= self.filled + 1
    }

    /// The mark that reads more of the cells; none where both read all the same, disputed where they differ.
    fn decimal_mark(&self) -> (Option<DecimalMark>, bool) {
        match self.points.cmp(&self.commas) {
            std::cmp::Ordering::Greater => (Some(DecimalMark::Point), false),
            std::cmp::Ordering::Less => (Some(DecimalMark::Comma), false),
            std::cmp::Ordering::Equal => (None, self.disputed > 0),
        }
    }

    /// The format that reads more of the cells than any other.
    fn date_format(&self) -> (Option<DateFormat>, bool) {
        let most = self.by_format.into_iter().max().unwrap_or(0);
        let mut best = DateFormat::WRITTEN.into_iter().zip(self.by_format).filter(|(_, count)| *count == most);
        match (best.next(), best.next()) {
            (Some((format, _)), None) => (Some(format), false),
            _ => (None, true),
        }
    }
}

/// How a sample would be read.
fn reading(sample: &str, kind: ColumnKind, mark: Option<DecimalMark>, format: Option<DateFormat>) -> Option<String> {
    let readings: Vec<String> = match (kind, mark, format) {
        (ColumnKind::Integer | ColumnKind::Amount, mark, _) => {
            let marks = mark.map_or_else(|| vec![DecimalMark::Point, DecimalMark::Comma], |mark| vec![mark]);
            let read = marks.into_iter().filter_map(|mark| Amount::read(sample, Some(mark)).ok()?.plain().ok());
            read.collect()
        }
        (ColumnKind::Date, _, Some(format)) => {
            format.read(sample).ok().map(|day| day.to_string()).into_iter().collect()
        }
        (ColumnKind::Date, _, None) => {
            date_text::readings(sample).into_iter().map(|(_, day)| day.to_string()).collect()
        }
        _ => return None,
    };
    let mut different: Vec<String> = Vec::new();
    for reading in readings {
        if !different.contains(&reading) {
            different.push(reading);
        }
    }
    Some(if different.is_empty() { "?".to_owned() } else { different.join(" | ") })
}

fn is_email(cell: &str) -> bool {
    let Some((local, host)) = cell.split_once('@') else { return false };
    !local.is_empty()
        && !host.contains('@')
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !cell.contains(char::is_whitespace)
}

/// Seven to fifteen digits with the signs of phone numbers, and something that plain numbers do not have.
fn is_phone(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let known = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '.' | '/' | '(' | ')' | '\u{a0}');
    let shaped = cell.starts_with(['+', '0', '(']) || cell.contains(['-', ' ', '.', '/']);
    (7..=15).contains(&digits) && shaped && cell.chars().all(known)
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
