//! What a query costs is decided once: a statement used again is not compiled again, and a column is read from its index.

use rusqlite::StatementStatus;
use satchel_store::{OpenOptions, open_writer};
use std::fs;

#[test]
fn a_statement_is_not_compiled_again_for_another_value() {
    let dir = std::env::temp_dir().join(format!("satchel-plans-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("scratch directory");
    let conn = open_writer(&OpenOptions::new(dir.join("satchel.db"))).expect("fresh file");
    conn.execute_batch("ANALYZE").expect("statistics");
    // an equality on a table with partial indexes: what every card is read with
    let mut statement = conn.prepare("SELECT title FROM deals WHERE id = ?1 AND status = ?2").expect("prepares");
    for (id, status) in [([1_u8; 16], "open"), ([2; 16], "lost"), ([3; 16], "won")] {
        assert!(!statement.exists((id, status)).expect("runs"));
    }
    assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
}

#[test]
fn a_column_is_read_from_its_index_without_sorting() {
    let dir = std::env::temp_dir().join(format!("satchel-plans-column-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("scratch directory");
    let conn = open_writer(&OpenOptions::new(dir.join("satchel.db"))).expect("fresh file");
    let plan: Vec<String> = conn
        .prepare(
            "EXPLAIN QUERY PLAN SELECT d.id FROM deals d WHERE d.pipeline_id = ?1 AND d.stage_id IS ?2
             AND d.status = 'open' AND d.archived_at IS NULL AND d.deleted_at IS NULL ORDER BY d.rank, d.id LIMIT 50",
        )
        .expect("prepares")
        .query_map([[1_u8; 16], [2; 16]], |row| row.get(3))
        .expect("plan")
        .map(|line| line.expect("text"))
        .collect();
    assert!(plan.iter().any(|line| line.contains("deals_board ")), "{plan:?}");
    assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:?}");
}

#[test]
fn the_first_page_of_a_list_is_read_from_an_index_without_sorting() {
    let dir = std::env::temp_dir().join(format!("satchel-plans-list-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("scratch directory");
    let conn = open_writer(&OpenOptions::new(dir.join("satchel.db"))).expect("fresh file");
    for (table, index, condition) in [
        ("deals", "deals_by_created", "r.deleted_at IS NULL"),
        ("deals", "deals_by_created", "r.status IN ('won', 'lost') AND r.deleted_at IS NULL"),
        ("leads", "leads_by_created", "r.deleted_at IS NULL"),
    ] {
        let plan: Vec<String> = conn
            .prepare(&format!(
                "EXPLAIN QUERY PLAN SELECT r.id FROM {table} r WHERE {condition} ORDER BY r.created_at DESC, r.id DESC LIMIT 50"
            ))
            .expect("prepares")
            .query_map([], |row| row.get(3))
            .expect("plan")
            .map(|line| line.expect("text"))
            .collect();
        assert!(plan.iter().any(|line| line.contains(index)), "{plan:?}");
        assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:?}");
    }
}
