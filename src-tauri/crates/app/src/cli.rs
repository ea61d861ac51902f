//! `satchel import` without a window: the same import, its report as JSON, and an exit code.

use crate::{
    App, Error, Result,
    dto::*,
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
