//! An import of many rows beside its floor: reading the same file, bare inserts, the search index made once.

use crate::{Answer, Row, options};
use rusqlite::{Connection, params};
use satchel_app::{App, commands, dto::*};
use std::{
    fmt::Write as _,
    fs,
    path::Path,
    time::{Duration, Instant},
};
use uuid::Uuid;

/// Imports `rows` deals into a fresh directory, twice, and undoes the import.
pub async fn measure(base: &Path, rows: u64) -> Answer<()> {
    let dir = base.join("import");
    fs::create_dir_all(&dir)?;
    let file = dir.join("deals.csv");
    fs::write(&file, text(rows))?;
    let (raw, raw_cpu) = floor(&dir, &file)?;
    let app = App::open(options(&dir))?;
    let source = commands::import_open(
        &app,
        serde_json::from_value(
            serde_json::json!({ "path": file, "encoding": null, "delimiter": null, "has_header": null }),
        )?,
    )
    .await?;
    let memory = resident("VmRSS:")?;
    let busy = cpu()?;
    let (first, report) = run(&app, &source).await?;
    let busy = cpu()? - busy;
    let grown = resident("VmHWM:")?.saturating_sub(memory) / 1024;
    let size = rows;
    let counts = report.counts;
    Row {
        size,
        work: "import of a CSV file, checked, journaled, undoable",
        ours: first,
        raw: Some(raw),
        answer: format!(
            "{} created, {} refused, +{grown} MB at its peak; processor time {:.1} s, {:.1} times the floor's",
            counts.create,
            counts.refuse,
            busy.as_secs_f64(),
            busy.as_secs_f64() / raw_cpu.as_secs_f64()
        ),
    }
    .print();
    let (again, report) = run(&app, &source).await?;
    Row {
        size,
        work: "the same file again",
        ours: again,
        raw: None,
        answer: format!("{} unchanged", report.counts.unchanged),
    }
    .print();
    let start = Instant::now();
    commands::undo(&app, UndoInput::default()).await?;
    Row { size, work: "undo of the import", ours: start.elapsed(), raw: None, answer: String::new() }.print();
    app.close();
    fs::remove_dir_all(&dir)?;
    Ok(())
}

async fn run(app: &App, source: &ImportSource) -> Answer<(Duration, ImportReport)> {
    let start = Instant::now();
    let report =
        commands::import_run(app, ImportRunInput { task: source.task, mapping: source.mapping.clone() }).await?;
    Ok((start.elapsed(), report))
}

fn text(rows: u64) -> String {
    let mut text = String::from("deal_id,title,organization,owner,deal_stage,value,expected_close\n");
    for row in 0..rows {
        let _ = writeln!(
            text,
            "D{row:06},Heat pump {row} for hall {},Industries {} SA,Agent {},Qualified,{}.50,2027-0{}-15",
            row % 90,
            row % 5_000,
            row % 35,
            100 + row % 90_000,
            1 + row % 9
        );
    }
    text
}

/// Reads the file, inserts its rows and indexes their titles, with nothing checked and nothing recorded.
/// Answers elapsed and processor time.
fn floor(dir: &Path, file: &Path) -> Answer<(Duration, Duration)> {
    let mut conn = Connection::open(dir.join("raw.db"))?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE deals (id BLOB PRIMARY KEY, key TEXT UNIQUE, title TEXT, organization TEXT, owner TEXT, stage TEXT, value INTEGER, close TEXT);
         CREATE INDEX by_organization ON deals (organization);
         CREATE VIRTUAL TABLE found USING fts5 (title, content = '', prefix = '2 3');",
    )?;
    let (start, busy) = (Instant::now(), cpu()?);
    let text = fs::read_to_string(file)?;
    let tx = conn.transaction()?;
    {
        let mut insert = tx.prepare("INSERT INTO deals VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")?;
        for line in text.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            insert.execute(params![
                Uuid::new_v4().as_bytes(),
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6]
            ])?;
        }
    }
    tx.execute_batch("INSERT INTO found (rowid, title) SELECT rowid, title FROM deals")?;
    tx.commit()?;
    Ok((start.elapsed(), cpu()? - busy))
}

/// Processor time this process has used, to a hundredth of a second; nothing where the system does not say.
fn cpu() -> Answer<Duration> {
    let Ok(stat) = fs::read_to_string("/proc/self/stat") else { return Ok(Duration::ZERO) };
    // the name in brackets may hold blanks: user and system ticks are the 12th and 13th field behind it
    let fields = stat.rsplit_once(')').map_or("", |(_, fields)| fields);
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(ticks * 10))
}

/// Memory of this process in kB, by its name in the system's words; 0 where the system does not say.
fn resident(name: &str) -> Answer<u64> {
    let Ok(status) = fs::read_to_string("/proc/self/status") else { return Ok(0) };
    let line = status.lines().find(|line| line.starts_with(name)).unwrap_or_default();
    Ok(line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0))
}
