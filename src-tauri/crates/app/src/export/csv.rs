//! CSV as RFC 4180 has it, in UTF-8 with a mark at its beginning: for other programs, and for the importer.

use super::{
    book::Book,
    cell::Out,
    file::{Fresh, cannot},
};
use crate::{Error, Result};
use satchel_domain::cells::guarded;
use std::{
    fs::File,
    io::{self, BufWriter, Write as _},
    path::PathBuf,
};

/// Tells Excel that what follows is UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

pub(super) struct Csv {
    out: csv::Writer<BufWriter<File>>,
    fresh: Fresh,
    path: PathBuf,
}

impl Csv {
    /// Begins a file.
    ///
    /// # Errors
    /// What the system says of writing.
    pub fn begin(fresh: Fresh, file: File, path: PathBuf) -> Result<Self> {
        let mut file = BufWriter::new(file);
        file.write_all(MARK).map_err(|error| cannot(&error, &path))?;
        let out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(file);
        Ok(Self { out, fresh, path })
    }

    fn failed(&self, error: csv::Error) -> Error {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => cannot(&error, &self.path),
            other => Error::internal(&format!("{other:?}")),
        }
    }
}

impl Book for Csv {
    fn sheet(&mut self, _name: &str, headings: &[(String, u16)]) -> Result<()> {
        let written = self.out.write_record(headings.iter().map(|(heading, _)| guarded(heading)));
        written.map_err(|error| self.failed(error))
    }

    fn row(&mut self, cells: &[Out]) -> Result<()> {
        for cell in cells {
            let text = cell.text();
            let written = match cell {
                Out::Text(_) | Out::Code(_) => self.out.write_field(guarded(&text)),
                _ => self.out.write_field(text.as_bytes()),
            };
            written.map_err(|error| self.failed(error))?;
        }
        self.out.write_record(None::<&[u8]>).map_err(|error| self.failed(error))
    }

    fn finish(self: Box<Self>) -> Result<i64> {
        let path = self.path.clone();
        let whole = |error: &io::Error| cannot(error, &path);
        let file = self.out.into_inner().map_err(|error| whole(error.error()))?;
        let file = file.into_inner().map_err(|error| whole(error.error()))?;
        self.fresh.keep(file)?;
        Ok(0)
    }
}
