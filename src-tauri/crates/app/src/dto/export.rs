//! Exports: what is written to which file, and what came of it.

use super::{Cell, ListQuery, SortKey, wire};
use uuid::Uuid;

wire! {
    #[derive(Copy, Eq)]
    pub enum ExportFormat { Csv, Xlsx }

    /// A column of a file, by its words.
    #[derive(Eq)]
    pub struct ExportHeading {
        pub heading: String,
        /// Amounts only: the heading of a column of its own for their currency; None = the currency is left out.
        pub currency: Option<String>,
    }

    pub struct ExportColumn {
        /// A field of the list; one that no longer exists gives empty cells.
        pub key: String,
        pub title: ExportHeading,
    }

    /// The rows a list shows, and the columns to write of them. The record's id always comes first.
    pub struct ExportSheet {
        /// What the sheet is called (XLSX only).
        pub name: String,
        pub query: ListQuery,
        /// Only these rows (at most 10,000), whatever the query says of them; None = all that match.
        pub ids: Option<Vec<Uuid>>,
        /// At most 500.
        pub columns: Vec<ExportColumn>,
        pub sort: Vec<SortKey>,
    }

    /// A closed word, or a name the window translates, as XLSX shows it. CSV keeps the word itself.
    #[derive(Eq)]
    pub struct ExportWord { pub code: String, pub text: String }

    /// Lists as a file: told about as `task` while it runs. CSV takes one list, XLSX a sheet each.
    pub struct ExportListInput {
        pub task: Uuid,
        /// What the file dialog answered with.
        pub target: Uuid,
        pub sheets: Vec<ExportSheet>,
        #[serde(default)]
        pub words: Vec<ExportWord>,
    }

    /// A table that a window shows, as a file: at most 10,000 rows.
    pub struct ExportTableInput {
        pub task: Uuid,
        pub target: Uuid,
        pub name: String,
        pub columns: Vec<ExportHeading>,
        /// One cell a column.
        pub rows: Vec<Vec<Cell>>,
    }

    pub struct ExportDone {
        pub target: Uuid,
        /// The file's name, without its folder.
        pub name: String,
        pub rows: i64,
        /// Texts longer than a cell of XLSX takes, which were cut.
        pub cut: i64,
    }

    /// A file a person chose to write to. The window never learns more of the disk than its name.
    pub struct ExportTarget { pub target: Uuid, pub name: String }
}
