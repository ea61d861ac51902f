//! From text to rows of cells, one at a time. A reader of our own, because a damaged file must end in a refusal that names
//! the row (a quote never closed, a cell of 100 MB, ten thousand columns, zero bytes) and not in a full memory.
//! Forgiving where there is only one reading: quotes inside bare cells, blanks before an opening quote, CR, LF or CRLF.

use super::{
    decode::Text,
    problem::{Checked, Code, Problem},
};
use std::io::Read;

/// How far import goes with one file.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the file.
    pub file: u64,
    /// Bytes of one decoded cell.
    pub cell: usize,
    /// Columns of one row.
    pub columns: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 2 * 1024 * 1024 * 1024, cell: 1024 * 1024, columns: 1_000 }
    }
}

/// How rows and cells are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// One ASCII sign.
    pub delimiter: u8,
    /// What encloses cells that contain the delimiter: `"`, rarely `'`.
    pub quote: u8,
    /// The first line only names the delimiter (`sep=;`) and is no row.
    pub sep_line: bool,
}

impl Dialect {
    /// Cells enclosed by `"`.
    #[must_use]
    pub const fn new(delimiter: u8) -> Self {
        Self { delimiter, quote: b'"', sep_line: false }
    }
}

/// One row of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Record {
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<usize>,
    row: u64,
}

impl Record {
    /// As counted in the file, blank lines included, the first being row 1.
    #[must_use]
    pub const fn row(&self) -> u64 {
        self.row
    }

    /// How many cells the row has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.ends.len()
    }

    /// A row without cells does not come out of a file; an unused record is one.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell without blanks around it; empty where the row is too short.
    #[must_use]
    pub fn cell(&self, at: usize) -> &str {
        self.raw(at).trim()
    }

    /// All cells, without blanks around them.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.cell(at))
    }

    /// A cell as written.
    #[must_use]
    pub fn raw(&self, at: usize) -> &str {
        let Some(end) = self.ends.get(at) else { return "" };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..*end]
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    /// Behind a quote in a quoted cell: its end, or the first of two that mean one.
    QuoteSeen,
}

/// The rows of a text, blank ones left out.
pub struct Records<R> {
    text: Text<R>,
    piece: String,
    at: usize,
    dialect: Dialect,
    limits: Limits,
    state: State,
    after_cr: bool,
    record: Record,
    rows: u64,
}

impl<R: Read> Records<R> {
    /// Rows of `text`; the first line of a file with `sep_line` is left out and not counted.
    pub fn new(text: Text<R>, dialect: Dialect, limits: Limits) -> Checked<Self> {
        let mut records = Self {
            text,
            piece: String::new(),
            at: 0,
            dialect,
            limits,
            state: State::CellStart,
            after_cr: false,
            record: Record::default(),
            rows: 0,
        };
        if dialect.sep_line {
            records.read_row()?;
            records.rows = 0;
        }
        Ok(records)
    }

    /// The next row with anything in it; `None` at the end.
    pub fn next_record(&mut self) -> Checked<Option<&Record>> {
        while self.read_row()? {
            if !self.record.is_blank() {
                return Ok(Some(&self.record));
            }
        }
        Ok(None)
    }

    /// Bytes of the file read so far, for progress.
    pub const fn bytes_read(&self) -> u64 {
        self.text.bytes_read()
    }

    /// Reads one row into `record`; false at the end of the text.
    fn read_row(&mut self) -> Checked<bool> {
        self.record.text.clear();
        self.record.ends.clear();
        self.rows += 1;
        self.record.row = self.rows;
        self.state = State::CellStart;
        loop {
            if self.at == self.piece.len() {
                self.piece.clear();
                self.at = 0;
                match self.text.next_piece()? {
                    Some(piece) => self.piece.push_str(piece),
                    None => return self.finish(),
                }
            }
            let after_cr = std::mem::take(&mut self.after_cr);
            if after_cr && self.piece.as_bytes()[self.at] == b'\n' {
                self.at += 1;
                continue;
            }
            if self.step()? {
                return Ok(true);
            }
        }
    }

    /// Takes one sign, or a run of signs without meaning; true when the row is complete.
    fn step(&mut self) -> Checked<bool> {
        let Dialect { delimiter, quote, .. } = self.dialect;
        let sign = self.piece.as_bytes()[self.at];
        match self.state {
            State::CellStart if sign == quote => {
                let start = self.cell_start();
                self.record.text.truncate(start); // blanks before the quote
                self.state = State::Quoted;
                self.at += 1;
            }
            State::CellStart if sign == b' ' => self.take(1)?,
            State::QuoteSeen if sign == quote => {
                self.take(1)?;
                self.state = State::Quoted;
            }
            State::CellStart | State::Bare | State::QuoteSeen => {
                if sign == delimiter {
                    self.end_cell()?;
                    self.at += 1;
                } else if matches!(sign, b'\r' | b'\n') {
                    self.end_cell()?;
                    self.after_cr = sign == b'\r';
                    self.at += 1;
                    return Ok(true);
                } else {
                    self.state = State::Bare;
                    self.take_until(|b| b == delimiter || matches!(b, b'\r' | b'\n'))?;
                }
            }
            State::Quoted if sign == quote => {
                self.state = State::QuoteSeen;
                self.at += 1;
            }
            State::Quoted => self.take_until(|b| b == quote)?,
        }
        Ok(false)
    }

    fn take_until(&mut self, stop: impl Fn(u8) -> bool) -> Checked<()> {
        let rest = &self.piece.as_bytes()[self.at..];
        let length = rest.iter().position(|b| stop(*b) || *b == 0).unwrap_or(rest.len());
        if rest.get(length) == Some(&0) {
            return Err(self.problem(Code::NulByte));
        }
        self.take(length)
    }

    fn take(&mut self, length: usize) -> Checked<()> {
        self.record.text.push_str(&self.piece[self.at..self.at + length]);
        self.at += length;
        if self.record.text.len() - self.cell_start() > self.limits.cell {
            return Err(self.problem(Code::FieldTooLong).with("limit", self.limits.cell));
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Checked<()> {
        if self.record.ends.len() == self.limits.columns {
            return Err(Problem::new(Code::TooManyColumns).in_row(self.rows).with("limit", self.limits.columns));
        }
        self.record.ends.push(self.record.text.len());
        self.state = State::CellStart;
        Ok(())
    }

    /// The end of the text ends the last row, unless nothing stood behind the last line end.
    fn finish(&mut self) -> Checked<bool> {
        if self.state == State::Quoted {
            return Err(self.problem(Code::UnclosedQuote));
        }
        if self.state == State::CellStart && self.record.ends.is_empty() && self.record.text.is_empty() {
            return Ok(false);
        }
        self.end_cell()?;
        Ok(true)
    }

    fn cell_start(&self) -> usize {
        self.record.ends.last().copied().unwrap_or(0)
    }

    fn problem(&self, code: Code) -> Problem {
        Problem::new(code).in_row(self.rows).in_column(letters(self.record.ends.len()))
    }
}

/// The name a spreadsheet gives a column: A, B ... Z, AA, AB ...
#[must_use]
pub fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        name.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    name
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;
