//! `schema.sql` documents the open format: it is what a fresh file says about itself.

use satchel_store::{OpenOptions, open_writer};
use std::{fs, path::Path};

#[test]
fn the_documented_schema_is_the_one_of_a_fresh_file() {
    let dir = std::env::temp_dir().join(format!("satchel-schema-{}", std::process::id()));
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("scratch directory");
    let conn = open_writer(&OpenOptions::new(dir.join("satchel.db"))).expect("fresh file");
    let mut statement = conn
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search_index_%' ORDER BY type = 'trigger', type = 'index', rowid")
        .expect("query");
    let parts: Vec<String> =
        statement.query_map([], |row| row.get(0)).expect("schema").map(|sql| sql.expect("text")).collect();
    let fresh = format!("-- The schema of satchel.db, as a fresh file says it.\n\n{};\n", parts.join(";\n\n"));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.sql");
    if std::env::var_os("SATCHEL_WRITE_SCHEMA").is_some() {
        fs::write(&path, &fresh).expect("schema can be written");
    }
    let documented = fs::read_to_string(&path).expect("schema.sql is committed");
    assert!(documented == fresh, "schema.sql is stale: run with SATCHEL_WRITE_SCHEMA=1");
}
