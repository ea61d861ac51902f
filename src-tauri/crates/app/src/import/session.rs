//! An import as a window walks through it: open the file, preview, run, or leave. The file is read anew for each look, so a
//! large one never stands in memory as text; a plan is kept as long as its mapping stays the same.

use super::{
    facts::facts,
    file::ImportFile,
    guess,
    image::{self, Image},
    mapping::{FileReading, ImportEntity, ImportMapping, ImportTarget},
    ours,
    plan::Plan,
    problem::{Checked, Code, Problem},
    profile::FileProfile,
    records::Limits,
    work::{Row, Unread, Work, refuse},
    write,
};
use crate::{App, Error, Result, View, clock::new_id, dto::*, written::written};
use serde_json::json;
use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Instant, SystemTime},
};
use uuid::Uuid;

/// Refused rows a report names.
const NAMED: usize = 1_000;
/// Rows between two words about progress.
const STEP: usize = 1_024;
/// Rows compared at once with what the file has of them.
const PART: usize = 512;

type Rows = Vec<Row>;

/// A file opened for import.
struct Session {
    task: Uuid,
    file: ImportFile,
    profile: FileProfile,
    /// Length and time of change when it was opened: another file is not imported by mistake.
    stamp: (u64, Option<SystemTime>),
    cancelled: AtomicBool,
    /// The newest preview, with the mapping and the revision it was made for.
    preview: Mutex<Option<(ImportMapping, i64, Arc<Prepared>)>>,
}

#[derive(Default)]
struct Prepared {
    counts: ImportCounts,
    side: Vec<SideCount>,
    rows: Vec<PreviewRow>,
}

impl Session {
    fn open(path: &Path, reading: &FileReading, view: &View<'_>) -> Result<Self> {
        let stamp = refuse(stamp(path))?;
        let file = refuse(ImportFile::open(path, reading, view.locale, Limits::default()))?;
        let profile = refuse(file.profile(None, |_, _| true))?.ok_or_else(|| Error::code("cancelled"))?;
        Ok(Self {
            task: new_id(view.now),
            file,
            profile,
            stamp,
            cancelled: AtomicBool::new(false),
            preview: Mutex::default(),
        })
    }

    /// Reads every row as the mapping says.
    fn drafts(&self, view: &View<'_>, plan: &Plan, mut on_row: impl FnMut(usize) -> bool) -> Result<Rows> {
        if refuse(stamp(self.file.path()))? != self.stamp {
            return Err(Error::code("file_changed"));
        }
        let mut records = refuse(self.file.rows())?;
        let mut rows = Vec::with_capacity(usize::try_from(self.profile.rows).unwrap_or(0));
        let lens = crate::list::ask::lens(view)?;
        let image = Image::of(view.conn, plan, &lens)?;
        let mut part = Vec::new();
        loop {
            let next = refuse(records.next_record())?.cloned();
            let last = next.is_none();
            part.extend(next);
            if part.len() == PART || last {
                let unchanged = image.as_ref().map(|image| image.unchanged(&part)).transpose()?.unwrap_or_default();
                for (at, record) in part.drain(..).enumerate() {
                    let draft = plan.draft_of(&record, unchanged.get(at).map_or(&[], Vec::as_slice));
                    rows.push(draft.map_err(|found| Unread {
                        row: record.row(),
                        title: plan.name_of(&record),
                        problems: found.iter().map(Problem::refusal).collect(),
                    }));
                    if rows.len().is_multiple_of(STEP) && !on_row(rows.len()) {
                        return Err(Error::code("cancelled"));
                    }
                }
            }
            if last {
                return Ok(rows);
            }
        }
    }

    fn goes_on(&self) -> bool {
        !self.cancelled.load(Ordering::Relaxed)
    }

    /// Tells windows how far a phase is and answers whether to go on.
    fn tell(&self, app: &App, phase: TaskPhase, done: usize) -> bool {
        if done.is_multiple_of(STEP) {
            app.emit(&Event::Progress {
                task: self.task,
                phase,
                done: done as i64,
                total: i64::try_from(self.profile.rows).unwrap_or(i64::MAX),
            });
        }
        self.goes_on()
    }

    /// The mapping with everything that the file says by itself, and the plan it makes.
    fn plan(&self, mapping: &ImportMapping, fields: &[CustomField]) -> Result<(ImportMapping, Plan)> {
        let mut mapping = mapping.clone();
        guess::complete(&mut mapping, &self.profile);
        let plan = Plan::new(&mapping, self.file.headers(), fields).map_err(|problems| {
            Error::with(
                "mapping_refused",
                json!({ "problems": problems.iter().map(Problem::refusal).collect::<Vec<_>>() }),
            )
        })?;
        Ok((mapping, plan))
    }

    fn work(&self, app: &App, view: &View<'_>, mapping: &ImportMapping) -> Result<Work> {
        let (mapping, plan) = self.plan(mapping, &crate::boot::fields(view)?)?;
        let drafts = self.drafts(view, &plan, |done| self.tell(app, TaskPhase::Reading, done))?;
        Work::plan(view.conn, view.now, &mapping, drafts, |done| self.tell(app, TaskPhase::Checking, done))
    }

    /// Tells what the new records among these rows would hold. Read from the file again, up to the last of them, so that
    /// the preview of a long file need not keep it.
    fn tell_facts(&self, view: &View<'_>, mapping: &ImportMapping, rows: &mut [PreviewRow]) -> Result<()> {
        let mut wanted: HashMap<i64, &mut PreviewRow> =
            rows.iter_mut().filter(|row| row.outcome == RowOutcome::Create).map(|row| (row.row, row)).collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let fields = crate::boot::fields(view)?;
        let (_, plan) = self.plan(mapping, &fields)?;
        let mut records = refuse(self.file.rows())?;
        while let Some(record) = refuse(records.next_record())? {
            let row = i64::try_from(record.row()).ok().and_then(|row| wanted.remove(&row));
            if let Some(row) = row
                && let Ok(told) = plan.draft(record)
            {
                row.diffs = facts(&told.draft, &fields);
            }
            if wanted.is_empty() {
                break;
            }
        }
        Ok(())
    }
}

fn stamp(path: &Path) -> Checked<(u64, Option<SystemTime>)> {
    let about = std::fs::metadata(path)?;
    if about.is_dir() {
        return Err(Problem::new(Code::FileUnreadable).with("detail", "directory"));
    }
    Ok((about.len(), about.modified().ok()))
}

fn session(app: &App, task: Uuid) -> Result<Arc<Session>> {
    app.task::<Session>(task).ok_or_else(|| Error::code("import_gone"))
}

/// Opens a file, tells what is in it and proposes a mapping.
///
/// # Errors
/// What is wrong with the file, with row and column.
pub async fn import_open(app: &App, input: ImportOpenInput) -> Result<ImportSource> {
    let (session, source) = app
        .read_long(move |view| {
            let reading = FileReading {
                encoding: input.encoding,
                delimiter: input.delimiter,
                has_header: input.has_header,
                ..FileReading::default()
            };
            let session = Session::open(Path::new(&input.path), &reading, view)?;
            let catalog = crate::boot::catalog(view, Nothing {})?;
            let listed = listed(view)?;
            let remembered = remembered(view, session.file.headers())?;
            let file_name = session.file.name();
            let guessed = guess::guess(
                &session.profile,
                &guess::Hints {
                    file_name: &file_name,
                    entity: match input.entity {
                        None => entity_of(view, &session.profile)?,
                        said => said,
                    },
                    home_currency: Some(&catalog.settings.home_currency),
                    fields: &catalog.fields,
                    listed: &listed,
                    reading: session.file.reading(),
                    remembered: remembered.as_ref(),
                },
            );
            let reading = session.file.reading();
            let source = ImportSource {
                task: session.task,
                file_name,
                encoding: reading.encoding.unwrap_or_default(),
                delimiter: reading.delimiter.unwrap_or_default(),
                has_header: session.file.layout().has_header,
                rows: i64::try_from(session.profile.rows).unwrap_or(i64::MAX),
                columns: session
                    .profile
                    .columns
                    .iter()
                    .zip(guessed.columns.iter().map(|column| column.score).chain(std::iter::repeat(0)))
                    .map(|(column, score)| column.to_wire(score))
                    .collect(),
                remembered: guessed.remembered,
                mapping: guessed.mapping,
                entity_score: guessed.entity_score,
                encoding_certain: session.file.encoding_certain(),
            };
            Ok((session, source))
        })
        .await?;
    app.keep_task(session.task, Arc::new(session));
    Ok(source)
}

/// What the records of an export of ours are; None for any other file, or where none of the first ones is here.
fn entity_of(view: &View<'_>, profile: &FileProfile) -> Result<Option<ImportEntity>> {
    let samples = ours::id_column(profile).map_or(&[][..], |column| column.samples.as_slice());
    for id in samples.iter().filter_map(|sample| Uuid::try_parse(sample).ok()) {
        let kind = crate::detail::names::owner_kind(view.conn, id)?;
        let entity = kind.and_then(|kind| match kind {
            RecordKind::Deal => Some(ImportEntity::Deal),
            RecordKind::Lead => Some(ImportEntity::Lead),
            RecordKind::Person => Some(ImportEntity::Person),
            RecordKind::Organization => Some(ImportEntity::Organization),
            _ => None,
        });
        if entity.is_some() {
            return Ok(entity);
        }
    }
    Ok(None)
}

/// The fields of lists, by the kind of record that files have.
fn listed(view: &View<'_>) -> Result<Vec<(ImportEntity, String)>> {
    let mut listed = Vec::new();
    for entity in ImportEntity::ALL {
        let Some(list) = image::list_of(entity) else { continue };
        let fields = crate::list::list_fields(view, ListFieldsInput { entity: list })?.fields;
        listed.extend(fields.into_iter().filter(|field| field.name.is_none()).map(|field| (entity, field.key)));
    }
    Ok(listed)
}

/// The key under which a mapping is remembered: the file's headers.
fn memory_key(headers: &[String]) -> String {
    format!("import:{}", guess::header_key(headers))
}

fn remembered(view: &View<'_>, headers: &[String]) -> Result<Option<ImportMapping>> {
    use satchel_store::tables::{KeyTable, setting};
    let text = setting(view.conn, KeyTable::AppState, &memory_key(headers))?;
    Ok(text.and_then(|text| ImportMapping::from_json(&text).ok()))
}

/// What an import with this mapping would do, row by row.
///
/// # Errors
/// `import_gone`, `file_changed`, `cancelled`.
pub async fn import_preview(app: &App, input: ImportPreviewInput) -> Result<ImportPreview> {
    let session = session(app, input.task)?;
    session.cancelled.store(false, Ordering::Relaxed);
    let telling = app.clone();
    app.read_long(move |view| {
        let revision = satchel_store::journal::revision(view.conn)?;
        let kept = session
            .preview
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .filter(|(mapping, at, _)| *mapping == input.mapping && *at == revision);
        let prepared = match kept {
            Some((_, _, prepared)) => prepared,
            None => match session.work(&telling, view, &input.mapping) {
                Ok(work) => {
                    let prepared = Arc::new(prepare(work));
                    *session.preview.lock().unwrap_or_else(PoisonError::into_inner) =
                        Some((input.mapping.clone(), revision, Arc::clone(&prepared)));
                    prepared
                }
                Err(error) if error.code == "mapping_refused" => {
                    let refusals = serde_json::from_value(error.params["problems"].clone()).unwrap_or_default();
                    return Ok(ImportPreview {
                        counts: ImportCounts::default(),
                        side: Vec::new(),
                        refusals,
                        matching: 0,
                        rows: Vec::new(),
                    });
                }
                Err(error) => return Err(error),
            },
        };
        let matching = prepared.rows.iter().filter(|row| input.only.is_none_or(|only| row.outcome == only));
        let count = matching.clone().count();
        let mut rows: Vec<PreviewRow> = matching
            .skip(usize::try_from(input.offset).unwrap_or(0))
            .take(input.limit.min(200) as usize)
            .cloned()
            .collect();
        session.tell_facts(view, &input.mapping, &mut rows)?;
        Ok(ImportPreview {
            counts: prepared.counts,
            side: prepared.side.clone(),
            refusals: Vec::new(),
            matching: count as i64,
            rows,
        })
    })
    .await
}

fn prepare(mut work: Work) -> Prepared {
    let side = work.side();
    let rows = work
        .rows
        .into_iter()
        .map(|plan| PreviewRow {
            row: i64::try_from(plan.row).unwrap_or(i64::MAX),
            outcome: plan.outcome,
            title: plan.title,
            diffs: plan.diffs,
            problems: plan.problems,
        })
        .collect();
    Prepared { counts: work.counts, side, rows }
}

/// Imports in one transaction, one undo step; refused rows are named and left out.
///
/// # Errors
/// `mapping_refused` with every problem, `import_gone`, `file_changed`, `cancelled` (then nothing was written).
pub async fn import_run(app: &App, input: ImportRunInput) -> Result<ImportReport> {
    let session = session(app, input.task)?;
    session.cancelled.store(false, Ordering::Relaxed);
    let started = Instant::now();
    let outcome: Arc<Mutex<Option<Prepared>>> = Arc::default();
    let (telling, told, running) = (app.clone(), Arc::clone(&outcome), Arc::clone(&session));
    let mapping = input.mapping.clone();
    let done = app
        .write_many(move |act| {
            let mut work = running.work(&telling, &act.view(), &mapping)?;
            write::write(act, &mut work, |done| running.tell(&telling, TaskPhase::Writing, done))?;
            if !running.goes_on() {
                return Err(Error::code("cancelled"));
            }
            telling.emit(&Event::Progress { task: running.task, phase: TaskPhase::Indexing, done: 0, total: 0 });
            let params = json!({ "create": work.counts.create, "update": work.counts.update, "refuse": work.counts.refuse, "name": running.file.name() });
            *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(prepare(work));
            Ok(written("import", params))
        })
        .await;
    let finished = |phase| app.emit(&Event::Progress { task: session.task, phase, done: 0, total: 0 });
    let done = match done {
        Ok(done) => done,
        Err(error) => {
            finished(crate::job::end_of(&error));
            return Err(error);
        }
    };
    remember(app, &session, input.mapping).await?;
    finished(TaskPhase::Finished);
    let Prepared { counts, side, rows } =
        outcome.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
    let refused = rows.into_iter().filter(|row| row.outcome == RowOutcome::Refuse).take(NAMED).collect();
    Ok(ImportReport {
        counts,
        side,
        refused,
        milliseconds: i64::try_from(started.elapsed().as_millis()).unwrap_or(i64::MAX),
        done: Some(done),
    })
}

async fn remember(app: &App, session: &Session, mapping: ImportMapping) -> Result<()> {
    let key = memory_key(session.file.headers());
    // a field made by this import exists from now on and is found again by its name
    let keep = mapping.columns.iter().any(|column| column.target != ImportTarget::Ignore);
    app.write_state(move |act| {
        if keep {
            satchel_store::tables::set_setting(
                act.tx,
                satchel_store::tables::KeyTable::AppState,
                &key,
                &json!(mapping).to_string(),
            )?;
        }
        Ok(())
    })
    .await
}

/// Asks a preview or an import to stop; it answers `cancelled` and has written nothing.
///
/// # Errors
/// `import_gone`.
pub fn cancel_task(app: &App, input: TaskInput) -> Result<Nothing> {
    if let Some(running) = app.task::<crate::job::Running>(input.task) {
        running.cancel();
        return Ok(Nothing {});
    }
    session(app, input.task)?.cancelled.store(true, Ordering::Relaxed);
    Ok(Nothing {})
}

/// Forgets an opened file.
///
/// # Errors
/// None; one that is gone already is no matter.
pub fn import_close(app: &App, input: TaskInput) -> Result<Nothing> {
    if let Ok(session) = session(app, input.task) {
        session.cancelled.store(true, Ordering::Relaxed);
    }
    app.drop_task(input.task);
    Ok(Nothing {})
}
