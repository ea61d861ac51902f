//! Reads and writes behind the sample data: what came with it, who holds on to whom, and taking it out.

use crate::{Column, Result, tables};
use rusqlite::{Connection, named_params};
use uuid::Uuid;

/// Remembers a record as sample data.
///
/// # Errors
/// As SQLite says.
pub fn remember(conn: &Connection, table: &str, record: Uuid) -> Result<()> {
    conn.prepare_cached("INSERT INTO sample_records (record_id, kind) VALUES (?1, ?2)")?
        .execute((record.as_bytes(), table))?;
    Ok(())
}

/// Records of the sample: table and id.
///
/// # Errors
/// As SQLite says.
pub fn records(conn: &Connection) -> Result<Vec<(String, Uuid)>> {
    let mut statement = conn.prepare_cached("SELECT kind, record_id FROM sample_records ORDER BY record_id")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((row.get(0)?, Column::from_column("record_id", row.get_ref(1)?)?));
    }
    Ok(found)
}

/// Sample records that a change which still holds touched after the sample was loaded.
///
/// # Errors
/// As SQLite says.
pub fn touched(conn: &Connection) -> Result<Vec<Uuid>> {
    tables::ids(
        conn,
        "SELECT DISTINCT s.record_id FROM sample_records s JOIN change_records r ON r.record_id = s.record_id JOIN change_sets c ON c.seq = r.seq
         WHERE c.state = 'applied' AND c.seq > (SELECT min(f.seq) FROM change_records f JOIN change_sets l ON l.seq = f.seq WHERE f.record_id = s.record_id AND l.state = 'applied')",
        [],
    )
}

/// (record, what it holds on to): whoever keeps the first keeps the second. The second is always of the sample.
const HOLDS: [&str; 38] = [
    "SELECT id, organization_id FROM deals WHERE organization_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, person_id FROM deals WHERE person_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, owner_id FROM deals WHERE owner_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, converted_by_id FROM deals WHERE converted_by_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, next_contact_by_id FROM deals WHERE next_contact_by_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, product_id FROM deals WHERE product_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, stage_id FROM deals WHERE stage_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, pipeline_id FROM deals WHERE pipeline_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, lead_id FROM deals WHERE lead_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, source_lead_id FROM deals WHERE source_lead_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, organization_id FROM leads WHERE organization_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, person_id FROM leads WHERE person_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, owner_id FROM leads WHERE owner_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, converted_by_id FROM leads WHERE converted_by_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, next_contact_by_id FROM leads WHERE next_contact_by_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, product_id FROM leads WHERE product_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, deal_id FROM leads WHERE deal_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, source_deal_id FROM leads WHERE source_deal_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, organization_id FROM people WHERE organization_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, owner_id FROM people WHERE owner_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, parent_id FROM organizations WHERE parent_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, owner_id FROM organizations WHERE owner_id IN (SELECT record_id FROM sample_records)",
    // what was merged keeps what it became
    "SELECT id, merged_into FROM deals WHERE merged_into IN (SELECT record_id FROM sample_records)",
    "SELECT id, merged_into FROM leads WHERE merged_into IN (SELECT record_id FROM sample_records)",
    "SELECT id, merged_into FROM people WHERE merged_into IN (SELECT record_id FROM sample_records)",
    "SELECT id, merged_into FROM organizations WHERE merged_into IN (SELECT record_id FROM sample_records)",
    "SELECT deal_id, label_id FROM deal_labels WHERE label_id IN (SELECT record_id FROM sample_records)",
    "SELECT lead_id, label_id FROM lead_labels WHERE label_id IN (SELECT record_id FROM sample_records)",
    "SELECT record_id, field_id FROM custom_values WHERE field_id IN (SELECT record_id FROM sample_records)",
    "SELECT id, pipeline_id FROM stages WHERE pipeline_id IN (SELECT record_id FROM sample_records)",
    // a kept pipeline keeps its stages
    "SELECT pipeline_id, id FROM stages WHERE id IN (SELECT record_id FROM sample_records)",
    // what hangs on a record goes or stays with it, both ways
    "SELECT id, coalesce(deal_id, lead_id, organization_id, person_id) FROM activities WHERE coalesce(deal_id, lead_id, organization_id, person_id) IN (SELECT record_id FROM sample_records)",
    "SELECT coalesce(deal_id, lead_id, organization_id, person_id), id FROM activities WHERE id IN (SELECT record_id FROM sample_records)",
    "SELECT id, coalesce(deal_id, lead_id, organization_id, person_id) FROM notes WHERE coalesce(deal_id, lead_id, organization_id, person_id) IN (SELECT record_id FROM sample_records)",
    "SELECT coalesce(deal_id, lead_id, organization_id, person_id), id FROM notes WHERE id IN (SELECT record_id FROM sample_records)",
    "SELECT id, coalesce(deal_id, lead_id, organization_id, person_id) FROM messages WHERE coalesce(deal_id, lead_id, organization_id, person_id) IN (SELECT record_id FROM sample_records)",
    "SELECT coalesce(deal_id, lead_id, organization_id, person_id), id FROM messages WHERE id IN (SELECT record_id FROM sample_records)",
    "SELECT record_id, record_id FROM external_ids WHERE record_id IN (SELECT record_id FROM sample_records)",
];

/// Who holds on to what of the sample.
///
/// # Errors
/// As SQLite says.
pub fn holds(conn: &Connection) -> Result<Vec<(Uuid, Uuid)>> {
    let mut found = Vec::new();
    for sql in HOLDS {
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let holder: Option<Uuid> = Column::from_column("holder", row.get_ref(0)?)?;
            let held: Option<Uuid> = Column::from_column("held", row.get_ref(1)?)?;
            found.extend(holder.zip(held));
        }
    }
    Ok(found)
}

/// Takes records out for good (undo brings them back) and forgets that anything was sample data.
/// `gone`: JSON array of ids in hexadecimal.
///
/// # Errors
/// As SQLite says; foreign keys refuse where something kept refers to a record of `gone`.
pub fn remove(conn: &Connection, gone: &str) -> Result<()> {
    // children and parents go together, in whatever order
    conn.pragma_update(None, "defer_foreign_keys", true)?;
    for (table, column) in [
        ("custom_values", "record_id"),
        ("deal_labels", "deal_id"),
        ("lead_labels", "lead_id"),
        ("stage_entries", "deal_id"),
        ("lead_entries", "lead_id"),
        ("activities", "id"),
        ("notes", "id"),
        ("messages", "id"),
        ("deals", "id"),
        ("leads", "id"),
        ("people", "id"),
        ("organizations", "id"),
        ("custom_fields", "id"),
        ("labels", "id"),
        ("products", "id"),
        ("colleagues", "id"),
        ("stages", "id"),
        ("pipelines", "id"),
    ] {
        let sql = format!("DELETE FROM {table} WHERE {column} IN (SELECT unhex(value) FROM json_each(:gone))");
        conn.prepare_cached(&sql)?.execute(named_params! { ":gone": gone })?;
    }
    conn.prepare_cached("DELETE FROM sample_records")?.execute([])?;
    Ok(())
}

/// Pipelines that are not of the sample.
///
/// # Errors
/// As SQLite says.
pub fn own_pipelines(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("SELECT count(*) FROM pipelines WHERE id NOT IN (SELECT record_id FROM sample_records)")?
        .query_row([], |row| row.get(0))?)
}
