//! `satchel import` and `satchel export` without a window: the same work, its report as JSON, and an exit code.

use crate::{
    App, Error, Result,
    dto::*,
    export,
    import::{self, ImportMapping},
};
use serde_json::{Value, json};
use std::path::Path;

/// Done, perhaps with refused rows named in the report.
pub const DONE: u8 = 0;
/// Refused as a whole, or failed: nothing was written.
pub const REFUSED: u8 = 1;

/// Imports `file` as the mapping file says. Answers the report and the exit code.
pub async fn import(app: &App, file: &Path, map: &Path, dry_run: bool) -> (Value, u8) {
    match run(app, file, map, dry_run).await {
        Ok(report) => (report, DONE),
        Err(error) => (json!({ "error": error }), REFUSED),
    }
}

/// Writes all records of a kind (`deals`, `leads`, `people`, `organizations`) that are not in the trash, with all their
/// fields, to `file`; its ending says the format. Answers the report and the exit code.
pub async fn export(app: &App, list: &str, file: &Path) -> (Value, u8) {
    match exported(app, list, file).await {
        Ok(done) => (json!({ "file": file.to_string_lossy(), "rows": done.rows, "cut": done.cut }), DONE),
        Err(error) => (json!({ "error": error }), REFUSED),
    }
}

async fn exported(app: &App, list: &str, file: &Path) -> Result<ExportDone> {
    let entity = match list {
        "deals" => ListEntity::Deal,
        "leads" => ListEntity::Lead,
        "people" => ListEntity::Person,
        "organizations" => ListEntity::Organization,
        _ => return Err(Error::with("export_no_list", json!({ "name": list }))),
    };
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let format = match ending.as_deref() {
        Some("csv") => ExportFormat::Csv,
        Some("xlsx") => ExportFormat::Xlsx,
        _ => return Err(Error::with("export_no_format", json!({ "name": file.to_string_lossy() }))),
    };
    export::export_all(app, entity, file.to_owned(), format).await
}

async fn run(app: &App, file: &Path, map: &Path, dry_run: bool) -> Result<Value> {
    let text = std::fs::read_to_string(map).map_err(|error| {
        Error::with("file_unreadable", json!({ "detail": error.to_string(), "name": map.to_string_lossy() }))
    })?;
    let mapping = ImportMapping::from_json(&text).map_err(|problem| {
        let refusal = problem.refusal();
        Error::with(&refusal.code, refusal.params)
    })?;
    let source = import::import_open(
        app,
        ImportOpenInput {
            path: file.to_string_lossy().into_owned(),
            encoding: mapping.file.encoding.clone(),
            delimiter: mapping.file.delimiter.clone(),
            has_header: mapping.file.has_header,
            entity: None,
        },
    )
    .await?;
    let report = if dry_run { preview(app, &source, mapping).await } else { imported(app, &source, mapping).await };
    import::import_close(app, TaskInput { task: source.task })?;
    report
}

async fn preview(app: &App, source: &ImportSource, mapping: ImportMapping) -> Result<Value> {
    let ask = |only| ImportPreviewInput { task: source.task, mapping: mapping.clone(), offset: 0, limit: 200, only };
    let preview = import::import_preview(app, ask(Some(RowOutcome::Refuse))).await?;
    if !preview.refusals.is_empty() {
        return Err(Error::with("mapping_refused", json!({ "problems": preview.refusals })));
    }
    Ok(
        json!({ "dry_run": true, "rows": source.rows, "counts": preview.counts, "side": preview.side, "refused": preview.rows }),
    )
}

async fn imported(app: &App, source: &ImportSource, mapping: ImportMapping) -> Result<Value> {
    let report = import::import_run(app, ImportRunInput { task: source.task, mapping }).await?;
    Ok(
        json!({ "dry_run": false, "rows": source.rows, "counts": report.counts, "side": report.side, "refused": report.refused, "milliseconds": report.milliseconds }),
    )
}
