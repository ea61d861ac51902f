//! Exports: lists and tables as CSV or XLSX. Rows are read in parts from one moment of the file and written as they come, so
//! that a million of them need no more memory than a thousand. Every row begins with its record's id: the importer knows it
//! again and takes the file as an update.

mod book;
pub(crate) mod cell;
mod csv;
mod file;
mod xlsx;

use crate::{
    App, Error, Result, View, check,
    clock::new_id,
    dto::*,
    import::headings,
    job::{self, Running},
    list::ask,
};
use book::Book;
use cell::{Out, Reader};
use file::Fresh;
use satchel_domain::filter::Kind;
use satchel_store::query::list as query;
use serde_json::json;
use std::{
    collections::{HashMap, HashSet},
    io::Write as _,
    path::{Path, PathBuf},
    sync::Arc,
};
use uuid::Uuid;

/// What the column of ids is called, in every language: the importer knows an export by it.
pub const ID_HEADING: &str = "Satchel ID";

/// What a result of such a run is called.
const KIND: &str = "export";

/// Most columns of a list.
const MOST_COLUMNS: usize = 500;
/// Rows read at once, and between two words about progress.
const PART: usize = 1_000;

/// A place a person chose.
struct Target {
    path: PathBuf,
    format: ExportFormat,
}

/// Lets exports be written to a place that a person chose in the system's own dialog.
#[must_use]
pub fn permit(app: &App, path: PathBuf, format: ExportFormat) -> ExportTarget {
    let path = ended(path, ending(format));
    let (target, name) = (new_id(app.clock().now()), name_of(&path));
    app.keep_task(target, Arc::new(Target { path, format }));
    ExportTarget { target, name }
}

/// A name without an ending gets this one, unless that file is there: the dialog did not ask about it.
fn ended(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    let ended = path.with_extension(ending);
    if ended.exists() { path } else { ended }
}

/// Writes a text to a place that a person chose in the system's own dialog.
///
/// # Errors
/// Why the file cannot be written; then a file that was there is as it was.
pub fn write_text(app: &App, path: PathBuf, ending: &str, text: &str) -> Result<()> {
    let path = ended(path, ending);
    let (fresh, mut file) = Fresh::begin(&path, app.dir(), new_id(app.clock().now()))?;
    file.write_all(text.as_bytes()).map_err(|error| file::cannot(&error, &path))?;
    fresh.keep(file)
}

/// The ending of files of a format.
#[must_use]
pub const fn ending(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Csv => "csv",
        ExportFormat::Xlsx => "xlsx",
    }
}

/// Where a chosen place lies, to show the file in its folder.
#[must_use]
pub fn place(app: &App, target: Uuid) -> Option<PathBuf> {
    app.task::<Target>(target).map(|target| target.path.clone())
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes lists to the file that was chosen.
///
/// # Errors
/// `export_gone` for a place nobody chose; why a list cannot be asked; `export_too_many_rows`; why the file cannot be
/// written; `cancelled`. Then nothing is left behind, and a file that was there is as it was.
pub async fn export_list(app: &App, input: ExportListInput) -> Result<ExportDone> {
    let target = app.task::<Target>(input.target).ok_or_else(|| Error::code("export_gone"))?;
    if target.format == ExportFormat::Csv && input.sheets.len() != 1 {
        return Err(Error::bad_input("export_list", &"CSV takes one list"));
    }
    let words = input.words.into_iter().map(|word| (word.code, word.text)).collect();
    let work = Work { task: input.task, path: target.path.clone(), format: target.format, words };
    let (rows, cut) = run(app, work, move |view, book, telling| lists(view, &input.sheets, book, telling)).await?;
    Ok(ExportDone { target: input.target, name: name_of(&target.path), rows, cut })
}

/// Writes a table that a window shows to the file that was chosen.
///
/// # Errors
/// As `export_list`; `over_limit`.
pub async fn export_table(app: &App, input: ExportTableInput) -> Result<ExportDone> {
    let target = app.task::<Target>(input.target).ok_or_else(|| Error::code("export_gone"))?;
    check::count(input.rows.len())?;
    let work = Work { task: input.task, path: target.path.clone(), format: target.format, words: HashMap::new() };
    let id = input.target;
    let (rows, cut) = run(app, work, move |_, book, telling| table(input, book, telling)).await?;
    Ok(ExportDone { target: id, name: name_of(&target.path), rows, cut })
}

/// All records of a kind with all their fields, for the command line: columns are called by their keys.
///
/// # Errors
/// As `export_list`.
pub(crate) async fn export_all(
    app: &App,
    entity: ListEntity,
    path: PathBuf,
    format: ExportFormat,
) -> Result<ExportDone> {
    let fields = app.read(move |view| crate::list::list_fields(view, ListFieldsInput { entity })).await?.fields;
    let columns = fields
        .into_iter()
        .map(|field| {
            let heading = field.name.clone().unwrap_or_else(|| field.key.clone());
            let currency = (field.kind == FieldKind::Money).then(|| format!("{heading}_currency"));
            ExportColumn { key: field.key, title: ExportHeading { heading, currency } }
        })
        .collect();
    let query =
        ListQuery { entity, presets: Vec::new(), filter: Filter::default(), text: String::new(), pipeline: None };
    let sheets = vec![ExportSheet { name: String::new(), query, ids: None, columns, sort: Vec::new() }];
    let ExportTarget { target, .. } = permit(app, path, format);
    let done =
        export_list(app, ExportListInput { task: new_id(app.clock().now()), target, sheets, words: Vec::new() }).await;
    app.drop_task(target);
    done
}

/// What a run is about.
struct Work {
    task: Uuid,
    path: PathBuf,
    format: ExportFormat,
    words: HashMap<String, String>,
}

/// How far a run is, told to windows; and whether it goes on.
struct Telling {
    app: App,
    task: Uuid,
    running: Arc<Running>,
    done: i64,
    total: i64,
}

impl Telling {
    fn more(&mut self, rows: usize) -> Result<()> {
        self.running.goes_on()?;
        self.done += i64::try_from(rows).unwrap_or(0);
        self.tell(TaskPhase::Writing);
        Ok(())
    }

    fn tell(&self, phase: TaskPhase) {
        self.app.emit(&Event::Progress { task: self.task, phase, done: self.done, total: self.total });
    }
}

/// Runs an export apart from the screens' own reads; answers how many rows were written and how many texts were cut.
async fn run(
    app: &App,
    work: Work,
    write: impl FnOnce(&View<'_>, &mut dyn Book, &mut Telling) -> Result<()> + Send + 'static,
) -> Result<(i64, i64)> {
    let (task, name, running) = (work.task, name_of(&work.path), Arc::new(Running::default()));
    app.keep_task(task, Arc::clone(&running) as _);
    let mut telling = Telling { app: app.clone(), task, running: Arc::clone(&running), done: 0, total: 0 };
    let outcome = app
        .read_long(move |view| {
            let (fresh, file) = Fresh::begin(&work.path, view.dir, new_id(view.now))?;
            let mut book: Box<dyn Book> = match work.format {
                ExportFormat::Csv => Box::new(csv::Csv::begin(fresh, file, work.path)?),
                ExportFormat::Xlsx => Box::new(xlsx::Xlsx::begin(fresh, file, work.path, work.words, running)?),
            };
            write(view, book.as_mut(), &mut telling)?;
            telling.running.goes_on()?;
            telling.tell(TaskPhase::Indexing);
            Ok((telling.done, book.finish()?))
        })
        .await;
    app.drop_task(task);
    let phase = outcome.as_ref().err().map_or(TaskPhase::Finished, job::end_of);
    app.emit(&Event::Progress { task, phase, done: 0, total: 0 });
    let told = outcome.clone();
    let noted = app.write_state(move |act| match told {
        Ok((rows, _)) => job::wrote(act, task, KIND, WrittenFile { name, rows }),
        Err(error) => job::stopped(act, task, KIND, &error),
    });
    // the file is there, or is not, whether the result is kept or not
    let _ = noted.await;
    outcome
}

/// Writes each list as a sheet.
fn lists(view: &View<'_>, sheets: &[ExportSheet], book: &mut dyn Book, telling: &mut Telling) -> Result<()> {
    let mut read = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        if sheet.columns.len() > MOST_COLUMNS {
            return Err(Error::with("over_limit", json!({ "field": "columns", "max": MOST_COLUMNS })));
        }
        let asked = ask::ask(view, &sheet.query)?;
        let ids = ids_of(view, sheet, &asked)?;
        telling.total += i64::try_from(ids.len()).unwrap_or(0);
        read.push((sheet, asked, ids));
    }
    for (sheet, asked, ids) in &read {
        let columns = sheet.columns.iter().map(|column| asked.field(&column.key).cloned()).collect();
        let reader = Reader::new(view.conn, asked.entity, columns, &asked.lens)?;
        let mut titles = Titles::default();
        titles.add(ID_HEADING, 38, false);
        for (at, column) in sheet.columns.iter().enumerate() {
            let doubled = is_doubled(asked, column);
            titles.add_column(&column.title, reader.kind(at).map_or(16, width), doubled);
        }
        book.sheet(&sheet.name, &titles.all)?;
        let with_currency: Vec<bool> = sheet.columns.iter().map(|column| column.title.currency.is_some()).collect();
        for part in ids.chunks(PART) {
            let rows = reader.read(part)?;
            for (id, cells) in rows {
                let mut row = vec![Out::Text(id.hyphenated().to_string())];
                spread(cells, &with_currency, &mut row);
                book.row(&row)?;
            }
            telling.more(part.len())?;
        }
    }
    Ok(())
}

/// Whether a field of the user's own is called like one of ours, in any language: the importer must not take it for that.
fn is_doubled(asked: &ask::Asked, column: &ExportColumn) -> bool {
    let ours = |key: &&str| asked.field(key).is_some_and(|field| field.name.is_none());
    asked.field(&column.key).is_some_and(|field| field.name.is_some())
        && headings::keys(&column.title.heading).iter().any(ours)
}

/// The rows of a sheet, in the order of the list. Ids are sixteen bytes each: also a million of them are few.
fn ids_of(view: &View<'_>, sheet: &ExportSheet, asked: &ask::Asked) -> Result<Vec<Uuid>> {
    let order = asked.order(&sheet.sort);
    let all = query::ids(view.conn, asked.entity, &asked.narrowed, &order, 0, i64::MAX)?;
    let Some(wanted) = &sheet.ids else { return Ok(all) };
    check::count(wanted.len())?;
    let mut left: HashSet<Uuid> = wanted.iter().copied().collect();
    let mut found: Vec<Uuid> = all.into_iter().filter(|id| left.remove(id)).collect();
    // what was ticked before it fell out of the list was still ticked
    found.extend(wanted.iter().filter(|id| left.remove(*id)));
    Ok(found)
}

fn table(input: ExportTableInput, book: &mut dyn Book, telling: &mut Telling) -> Result<()> {
    telling.total = i64::try_from(input.rows.len()).unwrap_or(0);
    let mut titles = Titles::default();
    for column in &input.columns {
        titles.add_column(column, 16, false);
    }
    book.sheet(&input.name, &titles.all)?;
    let with_currency: Vec<bool> = input.columns.iter().map(|column| column.currency.is_some()).collect();
    let labels = HashMap::new();
    for cells in input.rows {
        let mut row = Vec::with_capacity(titles.all.len());
        spread(cells.into_iter().map(|cell| Out::of_cell(cell, &labels)).collect(), &with_currency, &mut row);
        book.row(&row)?;
        telling.done += 1;
    }
    Ok(())
}

/// Puts the currency of amounts into a cell of its own.
fn spread(cells: Vec<Out>, with_currency: &[bool], row: &mut Vec<Out>) {
    for (cell, with_currency) in cells.into_iter().zip(with_currency) {
        let currency = match &cell {
            Out::Amount { currency, .. } => Out::Code(currency.clone()),
            _ => Out::Empty,
        };
        row.push(cell);
        if *with_currency {
            row.push(currency);
        }
    }
}

/// Headings, each once: a second "Value" is "Value (2)", as the importer calls it too.
#[derive(Default)]
struct Titles {
    all: Vec<(String, u16)>,
}

impl Titles {
    fn add_column(&mut self, title: &ExportHeading, width: u16, doubled: bool) {
        let heading = self.add(&title.heading, width, doubled);
        if let Some(currency) = &title.currency {
            self.add(&currency.replacen(title.heading.trim(), &heading, 1), 10, false);
        }
    }

    /// Adds a heading; one that is doubled is at least the second of its name.
    fn add(&mut self, heading: &str, width: u16, doubled: bool) -> String {
        let heading = heading.trim();
        let taken = |name: &str| self.all.iter().any(|(other, _)| other == name);
        let numbered = (2..).map(|turn| format!("{heading} ({turn})"));
        let first = (!doubled).then(|| heading.to_owned());
        let unique = first.into_iter().chain(numbered).find(|name| !taken(name)).unwrap_or_default();
        // signs of Chinese take two places
        let places: usize = unique.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
        let least = u16::try_from(places.min(40)).unwrap_or(40) + 4;
        self.all.push((unique.clone(), width.max(least)));
        unique
    }
}

/// Places a column of such values takes.
const fn width(kind: Kind) -> u16 {
    match kind {
        Kind::Text => 32,
        Kind::Record | Kind::Choices | Kind::Span => 24,
        Kind::Instant => 20,
        Kind::Number | Kind::Money | Kind::Percent | Kind::Date | Kind::Choice | Kind::YesNo => 14,
    }
}
