//! A file opened for import: what was found in it, or what the user said instead, and its rows as often as they are needed.
//! Nothing of its content stays in memory between two readings.

use super::{
    decode::{self, Text},
    mapping::FileReading,
    problem::{Checked, Code, Problem},
    profile::{self, FileProfile},
    records::{Limits, Records},
    sniff::{self, Layout, Said},
};
use encoding_rs::Encoding;
use std::{
    fs::File,
    path::{Path, PathBuf},
};

/// Text looked at to find the layout.
const SAMPLE: usize = 256 * 1024;

/// A file whose encoding and layout are known.
#[derive(Debug, Clone)]
pub struct ImportFile {
    path: PathBuf,
    size: u64,
    encoding: &'static Encoding,
    encoding_certain: bool,
    layout: Layout,
    limits: Limits,
}

impl ImportFile {
    /// Opens a file. What `said` leaves open is detected; `language` (BCP 47) helps to guess an old encoding.
    pub fn open(path: &Path, said: &FileReading, language: Option<&str>, limits: Limits) -> Checked<Self> {
        let size = std::fs::metadata(path)?.len();
        if size > limits.file {
            return Err(Problem::new(Code::FileTooLarge).with("limit", limits.file));
        }
        let (encoding, encoding_certain) = match &said.encoding {
            Some(name) => (decode::by_name(name)?, true),
            None => {
                let found = decode::detect(File::open(path)?, language)?;
                (found.encoding, found.certain)
            }
        };
        let mut text = Text::new(File::open(path)?, encoding, limits.file);
        let mut sample = String::new();
        let mut whole = false;
        while sample.len() < SAMPLE && !whole {
            match text.next_piece()? {
                Some(piece) => sample.push_str(piece),
                None => whole = true,
            }
        }
        let delimiter = said.delimiter.as_deref().map(sniff::delimiter_of).transpose()?;
        let layout = sniff::sniff(&sample, whole, Said { delimiter, has_header: said.has_header }, limits)?;
        Ok(Self { path: path.to_owned(), size, encoding, encoding_certain, layout, limits })
    }

    /// The rows, the header left out.
    pub fn rows(&self) -> Checked<Records<File>> {
        let mut records = self.records()?;
        if self.layout.has_header {
            records.next_record()?;
        }
        Ok(records)
    }

    fn records(&self) -> Checked<Records<File>> {
        let text = Text::new(File::open(&self.path)?, self.encoding, self.limits.file);
        Records::new(text, self.layout.dialect, self.limits)
    }

    /// Judges every column by all rows (or the first `most`). `on_row` hears of every row with the bytes read so far and
    /// answers whether to go on; `None` comes back when it said no.
    pub fn profile(&self, most: Option<u64>, on_row: impl FnMut(u64, u64) -> bool) -> Checked<Option<FileProfile>> {
        profile::profile(&mut self.records()?, &self.layout.headers, self.layout.has_header, most, on_row)
    }

    /// The file's own name, without its folder.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Bytes.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// False where the encoding is a guess that the user should look at.
    #[must_use]
    pub const fn encoding_certain(&self) -> bool {
        self.encoding_certain
    }

    /// Delimiter, quotes, header.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// One name a column, each different.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.layout.headers
    }

    /// How it is read, in the words of a mapping.
    #[must_use]
    pub fn reading(&self) -> FileReading {
        FileReading {
            encoding: Some(self.encoding.name().to_lowercase()),
            delimiter: Some(char::from(self.layout.dialect.delimiter).to_string()),
            has_header: Some(self.layout.has_header),
            decimal_mark: None,
            date_format: None,
        }
    }
}

#[cfg(test)]
#[path = "file_tests.rs"]
mod tests;
