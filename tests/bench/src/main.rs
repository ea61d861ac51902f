//! `satchel-bench [SIZE...]`: times what a seller feels, beside the raw SQLite floor of the same run, as a Markdown table.
//! `satchel-bench --fill DIR DEALS SHARE` only fills a fresh directory, SHARE percent of the deals in the first stage.
//! `satchel-bench --import ROWS` times only the import, for a profile of it.
//! `satchel-bench --window SATCHEL BARE DIR DEALS` starts the built application and a bare window in turn.
//! Nothing here passes or fails; the numbers are read by people.

mod fill;
mod import;
mod list;
#[cfg(target_os = "linux")]
mod window;

use rusqlite::{Connection, OpenFlags};
use satchel_app::{App, Clock, OpenOptions, commands, dto::*};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use uuid::Uuid;

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Answer<()> {
    if let [flag, dir, deals, share] = std::env::args().skip(1).collect::<Vec<_>>().as_slice()
        && flag == "--fill"
    {
        let dir = PathBuf::from(dir);
        App::open(options(&dir))?.close();
        return fill::fill(&dir, deals.parse()?, share.parse()?);
    }
    #[cfg(target_os = "linux")]
    if let [flag, satchel, bare, dir, deals] = std::env::args().skip(1).collect::<Vec<_>>().as_slice()
        && flag == "--window"
    {
        return window::measure(Path::new(satchel), Path::new(bare), Path::new(dir), deals.parse()?, 10);
    }
    let base = std::env::temp_dir().join(format!("satchel-bench-{}", std::process::id()));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    if let [flag, rows] = std::env::args().skip(1).collect::<Vec<_>>().as_slice()
        && flag == "--import"
    {
        return runtime.block_on(import::measure(&base, rows.parse()?));
    }
    let sizes: Vec<u64> = std::env::args().skip(1).map(|size| size.parse()).collect::<Result<_, _>>()?;
    let sizes = if sizes.is_empty() { vec![10_000, 100_000, 1_000_000] } else { sizes };
    println!("| deals | work | Satchel p50 | raw SQLite p50 | ratio | answer |");
    println!("|---:|---|---:|---:|---:|---:|");
    for size in sizes {
        let dir = base.join(size.to_string());
        std::fs::create_dir_all(&dir)?;
        App::open(options(&dir))?.close();
        fill::fill(&dir, size, 20)?;
        runtime.block_on(measure(&dir, size))?;
        std::fs::remove_dir_all(&dir)?;
    }
    runtime.block_on(import::measure(&base, 100_000))?;
    Ok(())
}

fn options(dir: &Path) -> OpenOptions {
    OpenOptions { dir: dir.to_owned(), vfs: None, clock: Clock::System, locale: Some("en".into()) }
}

struct Row {
    size: u64,
    work: &'static str,
    ours: Duration,
    raw: Option<Duration>,
    answer: String,
}

impl Row {
    fn print(&self) {
        let ms = |time: Duration| format!("{:.3} ms", time.as_secs_f64() * 1e3);
        let ratio =
            self.raw.map_or_else(|| "–".into(), |raw| format!("{:.1}", self.ours.as_secs_f64() / raw.as_secs_f64()));
        println!(
            "| {} | {} | {} | {} | {ratio} | {} |",
            self.size,
            self.work,
            ms(self.ours),
            self.raw.map_or_else(|| "–".into(), ms),
            self.answer
        );
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Times `work` `runs` times; the first run warms up.
fn time(runs: usize, mut work: impl FnMut(usize) -> Answer<()>) -> Answer<Duration> {
    work(0)?;
    let mut times = Vec::with_capacity(runs);
    for run in 1..=runs {
        let start = Instant::now();
        work(run)?;
        times.push(start.elapsed());
    }
    Ok(median(times))
}

/// The same for work that is awaited.
async fn time_async<F: Future<Output = Answer<()>>>(runs: usize, mut work: impl FnMut(usize) -> F) -> Answer<Duration> {
    work(0).await?;
    let mut times = Vec::with_capacity(runs);
    for run in 1..=runs {
        let start = Instant::now();
        work(run).await?;
        times.push(start.elapsed());
    }
    Ok(median(times))
}

async fn measure(dir: &Path, size: u64) -> Answer<()> {
    let file = dir.join("satchel.db");
    let opening = time(5, |_| {
        let app = App::open(options(dir))?;
        app.close();
        Ok(())
    })?;
    let raw_opening = time(5, |_| {
        let conn = raw(&file)?;
        conn.query_row("SELECT count(*) FROM stage_totals", [], |row| row.get::<_, i64>(0))?;
        Ok(())
    })?;
    Row {
        size,
        work: "open the file and start the core",
        ours: opening,
        raw: Some(raw_opening),
        answer: String::new(),
    }
    .print();

    let app = App::open(options(dir))?;
    let conn = raw(&file)?;
    let board = OpenBoardInput { pipeline: None, filter: BoardFilter::default(), cards: 50 };
    let first = commands::open_board(&app, board.clone()).await?;
    let bytes = serde_json::to_string(&first)?.len();
    let pipeline = first.pipeline.id;
    let stages: Vec<Uuid> = first.pipeline.stages.iter().map(|stage| stage.id).collect();
    let ours = time_async(60, |_| async {
        serde_json::to_string(&commands::open_board(&app, board.clone()).await?).map(drop).map_err(Into::into)
    })
    .await?;
    let floor = time(60, |_| raw_board(&conn, pipeline, &stages, 0))?;
    Row {
        size,
        work: "open the board (5 × 50 cards, totals), as JSON",
        ours,
        raw: Some(floor),
        answer: format!("{} kB", bytes / 1024),
    }
    .print();

    let depth =
        first.columns.iter().find(|column| column.stage.is_some()).map_or(0, |column| column.totals.count) * 9 / 10;
    let page =
        ColumnPageInput { pipeline, stage: Some(stages[0]), filter: BoardFilter::default(), offset: depth, limit: 50 };
    let ours = time_async(60, |_| async {
        serde_json::to_string(&commands::column_page(&app, page.clone()).await?).map(drop).map_err(Into::into)
    })
    .await?;
    let raw_page = time(60, |_| raw_board(&conn, pipeline, &stages[..1], depth))?;
    Row {
        size,
        work: "a page of 50 cards, 9/10 down a column",
        ours,
        raw: Some(raw_page),
        answer: format!("from {depth}"),
    }
    .print();

    for (text, work) in [("acm", "search \"acm\""), ("chill 12", "search \"chill 12\"")] {
        let input = SearchInput { text: text.into(), kinds: vec![], limit: 20 };
        let hits = commands::search(&app, input.clone()).await?.hits.len();
        let ours =
            time_async(60, |_| async { commands::search(&app, input.clone()).await.map(drop).map_err(Into::into) })
                .await?;
        let query = satchel_store::search::query(text).unwrap_or_default();
        let raw_search = time(60, |_| {
            let mut statement = conn.prepare_cached(
                "SELECT rowid FROM search_index WHERE search_index MATCH ?1 ORDER BY rowid DESC LIMIT 20",
            )?;
            statement.query_map([&query], |row| row.get::<_, i64>(0))?.try_for_each(|row| row.map(drop))?;
            Ok(())
        })?;
        Row { size, work, ours, raw: Some(raw_search), answer: format!("{hits} hits") }.print();
    }
    // a list of a million rows is read through once a run: it says nothing more and takes a quarter of an hour
    if size <= 100_000 {
        list::measure(&app, &conn, size).await?;
    }
    drop(conn);
    writes(&app, &file, size, pipeline, &stages).await?;
    reports(&app, &file, size).await?;
    app.close();
    Ok(())
}

async fn writes(app: &App, file: &Path, size: u64, pipeline: Uuid, stages: &[Uuid]) -> Answer<()> {
    let ids = commands::column_ids(
        app,
        ColumnIdsInput { pipeline, stage: Some(stages[0]), filter: BoardFilter::default(), from: 0, to: 1_700 },
    )
    .await?
    .ids;
    let sync = sync_time(file)?;
    Row { size, work: "one fdatasync of 4 kB beside the file", ours: sync, raw: None, answer: String::new() }.print();

    let ours = time_async(60, |run| {
        let input =
            MoveDealsInput { ids: vec![ids[run]], pipeline, stage: Some(stages[1 + run % 2]), place: Place::Top };
        async { commands::move_deals(app, input).await.map(drop).map_err(Into::into) }
    })
    .await?;
    let raw_move = raw_write(file, 60, |conn, run| {
        conn.execute(
            "UPDATE deals SET stage_id = ?2, rank = rank - 1 WHERE id = ?1",
            (ids[100 + run].as_bytes(), stages[1 + run % 2].as_bytes()),
        )?;
        history(conn, &ids[100 + run..=100 + run])
    })?;
    Row { size, work: "move one card, durable", ours, raw: Some(raw_move), answer: "1 sync".into() }.print();

    let ours = time_async(4, |run| {
        let input =
            LoseInput { ids: ids[200 + run * 100..300 + run * 100].to_vec(), reason: None, note: String::new() };
        async { commands::lose_deals(app, input).await.map(drop).map_err(Into::into) }
    })
    .await?;
    let raw_lost = raw_write(file, 4, |conn, run| {
        let some = &ids[700 + run * 100..800 + run * 100];
        let mut update = conn.prepare_cached("UPDATE deals SET status = 'lost', lost_at = 1 WHERE id = ?1")?;
        for id in some {
            update.execute([id.as_bytes()])?;
        }
        history(conn, some)
    })?;
    Row { size, work: "mark 100 lost", ours, raw: Some(raw_lost), answer: "1 transaction".into() }.print();

    let ours = time_async(3, |run| {
        let input =
            ConvertInput { ids: ids[1_200 + run * 100..1_300 + run * 100].to_vec(), from_list: true, reuse: false };
        async { commands::convert_to_leads(app, input).await.map(drop).map_err(Into::into) }
    })
    .await?;
    Row { size, work: "convert 100 deals to leads", ours, raw: Some(raw_lost), answer: "raw: as above".into() }.print();
    let ours =
        time_async(2, |_| async { commands::undo(app, UndoInput::default()).await.map(drop).map_err(Into::into) })
            .await?;
    Row { size, work: "undo of that", ours, raw: None, answer: String::new() }.print();
    Ok(())
}

/// Everything ends within two years, and the report of the last twelve months is asked for.
async fn reports(app: &App, file: &Path, size: u64) -> Answer<()> {
    let conn = raw(file)?;
    conn.execute_batch(
        "UPDATE deals SET status = CASE number % 3 WHEN 0 THEN 'won' ELSE 'lost' END, ended_on = date('now', '-' || (number % 700) || ' days'),
                won_at = NULL, lost_at = NULL, deleted_at = NULL,
                close_reason_id = (SELECT id FROM close_reasons WHERE kind = 'lost' AND position = number % 7),
                source_id = (SELECT s.id FROM sources s WHERE s.rowid = 1 + number % 6)",
    )?;
    let query =
        ReportQuery { of: ReportOf::Deals, period: ReportPeriod::LastTwelveMonths, pipeline: None, currency: None };
    let ended = commands::report(app, query.clone()).await?.whole;
    let ours = time_async(20, |_| async {
        serde_json::to_string(&commands::report(app, query.clone()).await?).map(drop).map_err(Into::into)
    })
    .await?;
    let floor = time(20, |_| {
        let count = "SELECT status, count(*), sum(value) FROM deals WHERE status IN ('won', 'lost') AND deleted_at IS NULL GROUP BY status";
        conn.prepare_cached(count)?.query_map([], |_| Ok(()))?.try_for_each(|row| row.map(drop))?;
        Ok(())
    })?;
    Row {
        size,
        work: "report of twelve months, with the year before",
        ours,
        raw: Some(floor),
        answer: format!("{} of {size} ended in it", ended.won.count + ended.lost.count),
    }
    .print();
    Ok(())
}

fn history(conn: &Connection, ids: &[Uuid]) -> rusqlite::Result<()> {
    let mut insert =
        conn.prepare_cached("INSERT INTO stage_entries (id, deal_id, action, at) VALUES (?1, ?2, 'raw', 1)")?;
    for id in ids {
        insert.execute((Uuid::new_v4().as_bytes(), id.as_bytes()))?;
    }
    Ok(())
}

fn raw(file: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)
}

fn raw_write(file: &Path, runs: usize, work: impl Fn(&Connection, usize) -> rusqlite::Result<()>) -> Answer<Duration> {
    let mut conn = raw(file)?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    time(runs, |run| {
        let tx = conn.transaction()?;
        work(&tx, run)?;
        tx.commit()?;
        Ok(())
    })
}

fn raw_board(conn: &Connection, pipeline: Uuid, stages: &[Uuid], offset: i64) -> Answer<()> {
    let mut totals = conn.prepare_cached("SELECT * FROM stage_totals WHERE pipeline_id = ?1")?;
    let mut rows = totals.query([pipeline.as_bytes()])?;
    while rows.next()?.is_some() {}
    let mut cards = conn.prepare_cached(
        "SELECT json_object('id', hex(d.id), 'title', d.title, 'value', d.value, 'close', d.expected_close, 'organization', o.name, 'person', p.name,
                            'due', (SELECT min(a.due_on) FROM activities a WHERE a.deal_id = d.id AND a.done_at IS NULL))
         FROM deals d LEFT JOIN organizations o ON o.id = d.organization_id LEFT JOIN people p ON p.id = d.person_id
         WHERE d.pipeline_id = ?1 AND d.stage_id IS ?2 AND d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL
         ORDER BY d.rank, d.id LIMIT 50 OFFSET ?3",
    )?;
    for stage in stages {
        let mut rows = cards.query((pipeline.as_bytes(), stage.as_bytes(), offset))?;
        while let Some(row) = rows.next()? {
            row.get_ref(0)?.as_str()?;
        }
    }
    Ok(())
}

fn sync_time(file: &Path) -> Answer<Duration> {
    use std::io::Write as _;
    let path: PathBuf = file.with_extension("sync");
    let mut probe = std::fs::File::create(&path)?;
    let time = time(50, |_| {
        probe.write_all(&[7; 4096])?;
        probe.sync_data()?;
        Ok(())
    })?;
    std::fs::remove_file(path)?;
    Ok(time)
}
