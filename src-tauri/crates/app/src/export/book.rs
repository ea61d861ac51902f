//! What every kind of file can take: sheets of rows, one after the other.

use super::cell::Out;
use crate::Result;

pub(super) trait Book {
    /// Begins a sheet: its headings, and how wide their columns are in characters.
    ///
    /// # Errors
    /// What the system says of writing.
    fn sheet(&mut self, name: &str, headings: &[(String, u16)]) -> Result<()>;

    /// Writes a row, one cell a heading; an amount's currency is a cell of its own.
    ///
    /// # Errors
    /// What the system says of writing.
    fn row(&mut self, cells: &[Out]) -> Result<()>;

    /// Puts the file in its place, and answers how many texts were cut.
    ///
    /// # Errors
    /// What the system says of writing; then nothing is left behind.
    fn finish(self: Box<Self>) -> Result<i64>;
}
