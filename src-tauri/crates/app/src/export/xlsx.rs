//! XLSX: numbers, days and instants by their type, for people and their spreadsheets. Rows go to the disk as they come.
//! Texts are guarded as in CSV, because a spreadsheet saves them as such.

use super::{
    book::Book,
    cell::{Out, decimals, too_many},
    file::{Fresh, cannot},
};
use crate::{Error, Result, clock::local_time, job::Running};
use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use satchel_domain::{cells::guarded, money};
use std::{
    collections::{HashMap, HashSet},
    fs::File,
    io::{self, BufWriter, Write},
    path::PathBuf,
    sync::Arc,
};

/// Rows of a sheet below its heading.
pub(super) const MOST_ROWS: usize = 1_048_575;
/// UTF-16 units of a cell.
const LONGEST: usize = 32_767;
/// Characters of a sheet's name.
const LONGEST_NAME: usize = 31;

pub(super) struct Xlsx {
    book: Workbook,
    file: File,
    fresh: Fresh,
    path: PathBuf,
    running: Arc<Running>,
    words: HashMap<String, String>,
    names: HashSet<String>,
    looks: Looks,
    /// Of the sheet under way.
    row: u32,
    last_column: u16,
    cut: i64,
}

struct Looks {
    heading: Format,
    amounts: [Format; 4],
    percent: Format,
    day: Format,
    instant: Format,
}

impl Xlsx {
    /// Begins a file. `words` says how closed words are shown; `running` stops also the packing at the end.
    ///
    /// # Errors
    /// What the system says of writing.
    pub fn begin(
        fresh: Fresh,
        file: File,
        path: PathBuf,
        words: HashMap<String, String>,
        running: Arc<Running>,
    ) -> Result<Self> {
        let mut book = Workbook::new();
        // what is too large for memory waits where the file will be: there has to be room for it anyway
        book.set_tempdir(fresh.folder()).map_err(|error| failed(error, &path))?;
        let format = |code: &str| Format::new().set_num_format(code);
        let looks = Looks {
            heading: Format::new().set_bold(),
            amounts: ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000"].map(format),
            percent: format("0.##%"),
            day: format("yyyy-mm-dd"),
            instant: format("yyyy-mm-dd hh:mm:ss"),
        };
        let names = HashSet::new();
        Ok(Self { book, file, fresh, path, running, words, names, looks, row: 0, last_column: 0, cut: 0 })
    }

    /// The sheet under way gets its filter once its last row is known.
    fn end_sheet(&mut self) -> Result<()> {
        let (row, column) = (self.row.saturating_sub(1), self.last_column);
        let Some(at) = self.names.len().checked_sub(1) else { return Ok(()) };
        let sheet = self.book.worksheet_from_index(at).map_err(|error| failed(error, &self.path))?;
        sheet.autofilter(0, 0, row, column).map_err(|error| failed(error, &self.path))?;
        Ok(())
    }

    /// A name as sheets may be called, each once.
    fn name(&self, wanted: &str) -> String {
        let clean: String = wanted.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
        let clean = if clean.trim().is_empty() { "Satchel" } else { clean.trim() };
        (1..)
            .map(|turn| if turn == 1 { String::new() } else { format!(" {turn}") })
            .map(|end| cut(clean, LONGEST_NAME - end.len()).0.trim().to_owned() + &end)
            .find(|name| !self.names.contains(&name.to_lowercase()))
            .unwrap_or_default()
    }
}

impl Book for Xlsx {
    fn sheet(&mut self, name: &str, headings: &[(String, u16)]) -> Result<()> {
        self.end_sheet()?;
        let name = self.name(name);
        let write = |book: &mut Workbook, look: &Format| -> std::result::Result<(), XlsxError> {
            let sheet = book.add_worksheet_with_constant_memory()?;
            sheet.set_name(&name)?.set_freeze_panes(1, 0)?;
            for (at, (heading, width)) in (0..).zip(headings) {
                sheet.set_column_width(at, f64::from(*width))?;
                sheet.write_string_with_format(0, at, cut(&guarded(&clean(heading)), LONGEST).0, look)?;
            }
            Ok(())
        };
        write(&mut self.book, &self.looks.heading).map_err(|error| failed(error, &self.path))?;
        self.names.insert(name.to_lowercase());
        self.row = 1;
        self.last_column = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
        Ok(())
    }

    fn row(&mut self, cells: &[Out]) -> Result<()> {
        if self.row as usize > MOST_ROWS {
            return Err(too_many(self.row as usize, MOST_ROWS));
        }
        let at = self.names.len().saturating_sub(1);
        let sheet = self.book.worksheet_from_index(at).map_err(|error| failed(error, &self.path))?;
        for (column, cell) in (0..).zip(cells) {
            let shortened = put(sheet, self.row, column, cell, &self.looks, &self.words);
            self.cut += i64::from(shortened.map_err(|error| failed(error, &self.path))?);
        }
        self.row += 1;
        Ok(())
    }

    fn finish(mut self: Box<Self>) -> Result<i64> {
        self.end_sheet()?;
        let mut out = Watched { out: BufWriter::new(&self.file), running: &self.running };
        let saved = self.book.save_to_writer(&mut out);
        // whoever stopped it hears of that and of nothing else
        self.running.goes_on()?;
        saved.map_err(|error| failed(error, &self.path))?;
        out.flush().map_err(|error| cannot(&error, &self.path))?;
        drop(out);
        let Self { fresh, file, cut, .. } = *self;
        fresh.keep(file)?;
        Ok(cut)
    }
}

/// Writes one cell; true where its text had to be cut.
fn put(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Out,
    looks: &Looks,
    words: &HashMap<String, String>,
) -> std::result::Result<bool, XlsxError> {
    let number = |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite());
    match cell {
        Out::Empty => {}
        Out::Amount { minor, currency } => {
            let decimals = decimals(currency);
            let look = &looks.amounts[(decimals as usize).min(looks.amounts.len() - 1)];
            sheet.write_number_with_format(row, column, number(&cell.text()).unwrap_or(*minor as f64), look)?;
        }
        Out::Percent(hundredths) => {
            let share = number(&money::plain(*hundredths, 4)).unwrap_or_default();
            sheet.write_number_with_format(row, column, share, &looks.percent)?;
        }
        Out::Yes(yes) => {
            sheet.write_boolean(row, column, *yes)?;
        }
        Out::Number(text) => match number(text) {
            Some(number) => {
                sheet.write_number(row, column, number)?;
            }
            None => return put_text(sheet, row, column, text),
        },
        Out::Day(day) => match excel_day(day) {
            Some(day) => {
                sheet.write_datetime_with_format(row, column, day, &looks.day)?;
            }
            None => return put_text(sheet, row, column, day),
        },
        Out::Instant(at) => match excel_time(local_time(*at).naive_local()) {
            Some(time) => {
                sheet.write_datetime_with_format(row, column, time, &looks.instant)?;
            }
            None => return put_text(sheet, row, column, &cell.text()),
        },
        Out::Code(code) => return put_text(sheet, row, column, words.get(code).unwrap_or(code)),
        Out::Text(text) => return put_text(sheet, row, column, text),
    }
    Ok(false)
}

/// Writes a text; true where it had to be cut.
fn put_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> std::result::Result<bool, XlsxError> {
    let whole = guarded(&clean(text));
    let (text, shortened) = cut(&whole, LONGEST);
    sheet.write_string(row, column, text)?;
    Ok(shortened)
}

/// Days that Excel has; those before 1900 stay texts.
fn excel_day(day: &str) -> Option<ExcelDateTime> {
    let day: NaiveDate = day.parse().ok()?;
    excel_time(day.and_time(chrono::NaiveTime::MIN))
}

fn excel_time(at: NaiveDateTime) -> Option<ExcelDateTime> {
    let narrow = |number: u32| u8::try_from(number).ok();
    let day = ExcelDateTime::from_ymd(u16::try_from(at.year()).ok()?, narrow(at.month())?, narrow(at.day())?).ok()?;
    day.and_hms(u16::try_from(at.hour()).ok()?, narrow(at.minute())?, f64::from(at.second())).ok()
}

/// The text without signs that XML cannot hold.
fn clean(text: &str) -> String {
    let holds = |c: char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}') || matches!(c, '\t' | '\n' | '\r');
    text.chars().map(|c| if holds(c) { c } else { '\u{fffd}' }).collect()
}

/// The first `most` UTF-16 units of the text, and whether it had more.
fn cut(text: &str, most: usize) -> (&str, bool) {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        units += c.len_utf16();
        if units > most {
            return (&text[..at], true);
        }
    }
    (text, false)
}

fn failed(error: XlsxError, path: &std::path::Path) -> Error {
    match error {
        XlsxError::IoError(error) => cannot(&error, path),
        XlsxError::RowColumnLimitError => too_many(MOST_ROWS + 1, MOST_ROWS),
        other => Error::internal(&other),
    }
}

/// Stops writing once the run is to stop.
struct Watched<'a> {
    out: BufWriter<&'a File>,
    running: &'a Running,
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.running.goes_on().map_err(io::Error::other)?;
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
