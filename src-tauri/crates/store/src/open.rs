//! The one place where a connection to the data file is opened, and where its schema is brought up to date.

use crate::{Error, Result, functions, similar};
use rusqlite::{Connection, OpenFlags, config::DbConfig};
use std::path::{Path, PathBuf};

/// "SatC" as a number: marks our files.
const APPLICATION_ID: i64 = 0x5361_7443;

/// Earlier versions can corrupt a file when the write-ahead log is reset.
pub const MINIMUM_SQLITE: i32 = 3_051_003;

/// Numbered migrations; one transaction each. A released one is never edited.
const MIGRATIONS: &[(i64, &str)] = &[
    (1, include_str!("../migrations/0001_first.sql")),
    (2, include_str!("../migrations/0002_redacted.sql")),
    (3, include_str!("../migrations/0003_colleagues_active.sql")),
    (SIMILAR_KEYS, include_str!("../migrations/0004_similar.sql")),
    (5, include_str!("../migrations/0005_fields.sql")),
    (6, include_str!("../migrations/0006_lists.sql")),
    (7, include_str!("../migrations/0007_ended.sql")),
    (8, include_str!("../migrations/0008_jobs.sql")),
    (9, include_str!("../migrations/0009_files.sql")),
    (10, include_str!("../migrations/0010_formulas.sql")),
    (11, include_str!("../migrations/0011_hand_over.sql")),
];

/// `PRAGMA user_version` of the files this version writes: the number of the last migration.
pub const SCHEMA_VERSION: i64 = MIGRATIONS[MIGRATIONS.len() - 1].0;

/// The migration behind which records have keys by which similar ones are found.
const SIMILAR_KEYS: i64 = 4;

/// How to open a data file.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// The file.
    pub path: PathBuf,
    /// A registered SQLite VFS; None = the platform's.
    pub vfs: Option<String>,
}

impl OpenOptions {
    /// A file with the platform's VFS.
    #[must_use]
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), vfs: None }
    }
}

/// Opens (or creates) the file for the one writer and migrates it.
///
/// # Errors
/// `NewerSchema` and `ForeignFile` leave the file untouched; `OldSqlite` protects it.
pub fn open_writer(options: &OpenOptions) -> Result<Connection> {
    if rusqlite::version_number() < MINIMUM_SQLITE {
        return Err(Error::OldSqlite(rusqlite::version_number()));
    }
    let mut conn = connect(
        options,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    check_identity(&conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    if cfg!(target_os = "macos") {
        conn.pragma_update(None, "fullfsync", true)?;
        conn.pragma_update(None, "checkpoint_fullfsync", true)?;
    }
    conn.pragma_update(None, "journal_size_limit", 16 * 1024 * 1024)?;
    // room for the indexes of a long import, whose pages would else go out to the log and come back again and again;
    // the journal gives it back after a change that needed it
    conn.pragma_update(None, "cache_size", -64_000)?;
    migrate(&mut conn, &options.path)?;
    conn.set_prepared_statement_cache_capacity(256);
    Ok(conn)
}

/// Opens the file for reading only.
///
/// # Errors
/// When the file cannot be opened.
pub fn open_reader(options: &OpenOptions) -> Result<Connection> {
    let conn = connect(options, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.pragma_update(None, "query_only", true)?;
    conn.set_prepared_statement_cache_capacity(128);
    Ok(conn)
}

fn connect(options: &OpenOptions, flags: OpenFlags) -> Result<Connection> {
    let conn = match &options.vfs {
        Some(vfs) => Connection::open_with_flags_and_vfs(&options.path, flags, vfs.as_str())?,
        None => Connection::open_with_flags(&options.path, flags)?,
    };
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    // without it SQLite compiles a statement again for each new bound value that a partial index might depend on:
    // a card would cost thirty times as much
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.pragma_update(None, "mmap_size", 0)?;
    // Not in memory: there the statement journal is a list of small chunks that every statement inside a savepoint walks
    // from its start, and undoing an import of 100,000 rows takes minutes instead of seconds.
    conn.pragma_update(None, "temp_store", "FILE")?;
    conn.pragma_update(None, "cache_size", -16_000)?;
    functions::add(&conn)?;
    Ok(conn)
}

/// Runs work whose statements keep what they might have to take back in memory instead of a file: a third of the time of
/// an import. Not for changes applied by the session extension, see `connect`.
///
/// # Errors
/// The work's own, and SQLite's.
pub fn with_statements_in_memory<T, E: From<Error>>(
    conn: &mut Connection,
    work: impl FnOnce(&mut Connection) -> std::result::Result<T, E>,
) -> std::result::Result<T, E> {
    conn.pragma_update(None, "temp_store", "MEMORY").map_err(Error::from)?;
    let done = work(conn);
    conn.pragma_update(None, "temp_store", "FILE").map_err(Error::from)?;
    done
}

fn check_identity(conn: &Connection) -> Result<()> {
    let version = pragma(conn, "user_version")?;
    let application = pragma(conn, "application_id")?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables > 0 && application != APPLICATION_ID {
        return Err(Error::ForeignFile);
    }
    if version > SCHEMA_VERSION {
        return Err(Error::NewerSchema { found: version, known: SCHEMA_VERSION });
    }
    Ok(())
}

fn migrate(conn: &mut Connection, path: &Path) -> Result<()> {
    let version = pragma(conn, "user_version")?;
    if version > 0 && version < SCHEMA_VERSION {
        backup_before_migration(conn, path, version)?;
    }
    for (number, sql) in MIGRATIONS.iter().filter(|(number, _)| *number > version) {
        let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        tx.execute_batch(sql)?;
        if *number == SIMILAR_KEYS {
            similar::rebuild(&tx)?;
        }
        tx.pragma_update(None, "user_version", number)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.commit()?;
    }
    Ok(())
}

/// The copy made before the migration to a version.
fn copy_before(path: &Path, version: i64) -> PathBuf {
    path.with_extension(format!("before-schema-{version}.db"))
}

/// Removes the copies made before migrations: they still hold what was deleted for ever since.
///
/// # Errors
/// When one is there and cannot be removed.
pub fn remove_copies(path: &Path) -> Result<()> {
    for version in 1..=SCHEMA_VERSION {
        match std::fs::remove_file(copy_before(path, version)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// A copy beside the file, checked before the first migration statement runs.
fn backup_before_migration(conn: &Connection, path: &Path, version: i64) -> Result<()> {
    let copy = copy_before(path, version + 1);
    match std::fs::remove_file(&copy) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    conn.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    std::fs::File::open(&copy)?.sync_all()?;
    let check: String = Connection::open_with_flags(&copy, OpenFlags::SQLITE_OPEN_READ_ONLY)?.query_row(
        "PRAGMA quick_check",
        [],
        |row| row.get(0),
    )?;
    if check != "ok" {
        return Err(Error::Unexpected { column: "quick_check", value: check });
    }
    Ok(())
}

fn pragma(conn: &Connection, name: &str) -> Result<i64> {
    Ok(conn.pragma_query_value(None, name, |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let dir = std::env::temp_dir().join(format!("satchel-open-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&dir);
        std::fs::create_dir_all(&dir).expect("scratch directory");
        dir.join("satchel.db")
    }

    #[test]
    fn the_sqlite_in_this_process_is_new_enough() {
        assert!(rusqlite::version_number() >= MINIMUM_SQLITE);
    }

    #[test]
    fn a_file_from_a_newer_version_is_refused_untouched() {
        let path = scratch("newer");
        let options = OpenOptions::new(&path);
        let conn = open_writer(&options).expect("fresh file opens");
        conn.pragma_update(None, "user_version", SCHEMA_VERSION + 1).expect("version can be set");
        drop(conn);
        let before = std::fs::read(&path).expect("file is there");
        assert!(matches!(open_writer(&options), Err(Error::NewerSchema { .. })));
        assert_eq!(std::fs::read(&path).expect("file is there"), before);
    }

    #[test]
    fn a_foreign_file_is_refused_untouched() {
        let path = scratch("foreign");
        Connection::open(&path).and_then(|conn| conn.execute_batch("CREATE TABLE t (x)")).expect("foreign file");
        let before = std::fs::read(&path).expect("file is there");
        assert!(matches!(open_writer(&OpenOptions::new(&path)), Err(Error::ForeignFile)));
        assert_eq!(std::fs::read(&path).expect("file is there"), before);
    }

    #[test]
    fn commits_are_durable_by_setting() {
        let conn = open_writer(&OpenOptions::new(scratch("pragmas"))).expect("opens");
        assert_eq!(pragma(&conn, "synchronous").expect("pragma"), 2, "FULL");
        assert_eq!(pragma(&conn, "foreign_keys").expect("pragma"), 1);
        let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("pragma");
        assert_eq!(mode, "wal");
    }
}
