//! Files of a given size: deals in five stages, organizations, people, activities and notes, always the same.

use rusqlite::{Connection, params};
use satchel_store::{OpenOptions, open_writer, search};
use std::path::Path;
use uuid::Uuid;

const WORDS: &[&str] = &[
    "chiller",
    "heat pump",
    "lathe",
    "boiler",
    "press",
    "ventilation",
    "compressor",
    "furnace",
    "gearbox",
    "conveyor",
    "robot",
    "crane",
];

/// Fills the fresh data file in `dir` with `deals` open deals, `share` percent of them in the first stage.
pub fn fill(dir: &Path, deals: u64, share: u64) -> Result<(), Box<dyn std::error::Error>> {
    let mut conn = open_writer(&OpenOptions::new(dir.join("satchel.db")))?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    let tx = conn.transaction()?;
    fill_tables(&tx, deals, share)?;
    search::rebuild(&tx)?;
    tx.execute_batch("ANALYZE")?;
    tx.commit()?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

fn fill_tables(tx: &Connection, deals: u64, share: u64) -> Result<(), Box<dyn std::error::Error>> {
    let pipeline: Vec<u8> = tx.query_row("SELECT id FROM pipelines LIMIT 1", [], |row| row.get(0))?;
    let stages: Vec<Vec<u8>> = tx
        .prepare("SELECT id FROM stages ORDER BY position")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut chance = 0x2545_f491_4f6c_dd1d_u64;
    let mut draw = move |below: u64| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        chance % below
    };
    let id = |kind: u64, number: u64| Uuid::from_u64_pair(0x0190_0000_0000_7000 | kind, 0x8000_0000_0000_0000 | number);
    let now = 1_795_000_000_000_i64;
    let organizations = (deals / 10).max(1);
    let mut organization =
        tx.prepare("INSERT INTO organizations (id, name, city, phone, created_at) VALUES (?1, ?2, 'Lyon', ?3, ?4)")?;
    let mut person =
        tx.prepare("INSERT INTO people (id, name, organization_id, email, created_at) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for number in 0..organizations {
        let name = format!("{} {number} SA", if number % 40 == 0 { "Acme" } else { "Industries" });
        organization.execute(params![id(1, number).as_bytes(), name, format!("+33 4 {number:08}"), now])?;
        person.execute(params![
            id(2, number).as_bytes(),
            format!("Person {number}"),
            id(1, number).as_bytes(),
            format!("p{number}@example.com"),
            now
        ])?;
    }
    let mut deal = tx.prepare(
        "INSERT INTO deals (id, number, title, pipeline_id, stage_id, rank, status, value, currency, expected_close, organization_id, person_id, created_at, stage_entered_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7, 'EUR', '2027-01-15', ?8, ?9, ?10, ?10)",
    )?;
    let mut activity = tx.prepare("INSERT INTO activities (id, kind, subject, due_on, note, deal_id, created_at) VALUES (?1, 'call', 'Call back', ?2, '', ?3, ?4)")?;
    for number in 0..deals {
        let party = draw(organizations);
        let stage = if draw(100) < share { 0 } else { 1 + draw(stages.len() as u64 - 1) as usize };
        let title = format!("{} {number} for hall {}", WORDS[draw(WORDS.len() as u64) as usize], draw(90));
        deal.execute(params![
            id(3, number).as_bytes(),
            number as i64 + 1,
            title,
            pipeline,
            stages[stage],
            (number as i64) << 32,
            (draw(90_000) as i64 + 100) * 100,
            id(1, party).as_bytes(),
            id(2, party).as_bytes(),
            now
        ])?;
        if number % 2 == 0 {
            activity.execute(params![
                id(4, number).as_bytes(),
                format!("2026-12-{:02}", 1 + draw(28)),
                id(3, number).as_bytes(),
                now
            ])?;
        }
    }
    Ok(())
}
