//! The rooms around the board through the running core: leads, contacts, activities, lists, timeline, history, search, sample.
//! Every write made with `World::act` is also undone and redone, and the file must be the same each time.

mod activities;
mod bulk;
mod colleagues;
mod contacts;
mod conversions;
mod ends;
mod exports;
mod favourites;
mod fields;
mod files;
mod fitting;
mod forever;
mod formulas;
mod imports;
mod leads;
mod list;
mod lists;
mod merges;
mod policies;
mod reports;
mod sample;
mod search;
mod story;
mod trash;

use satchel_app::{App, Clock, Error, OpenOptions, commands, dto::*};
use serde_json::{Value, json};
use uuid::Uuid;

/// A running core on a directory of its own.
pub struct World {
    pub app: App,
    pub pipeline: Uuid,
    pub stages: Vec<Uuid>,
}

/// A fresh core, at noon on Sunday 22 November 2026.
pub async fn world(name: &str) -> World {
    let dir = std::env::temp_dir().join(format!("satchel-rooms-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&dir);
    reopen(dir, "2026-11-22T12:00:00Z").await
}

/// The same file at another moment.
pub async fn reopen(dir: std::path::PathBuf, now: &str) -> World {
    let now = now.parse().expect("an instant");
    let app =
        App::open(OpenOptions { dir, vfs: None, clock: Clock::Frozen(now), locale: Some("en".into()) }).expect("opens");
    let board =
        commands::open_board(&app, OpenBoardInput { pipeline: None, filter: BoardFilter::default(), cards: 50 })
            .await
            .expect("board opens");
    World { pipeline: board.pipeline.id, stages: board.pipeline.stages.iter().map(|stage| stage.id).collect(), app }
}

impl World {
    /// Closes the core and opens its file again at another moment.
    pub async fn later(self, now: &str) -> World {
        let dir = self.app.dir().to_owned();
        self.app.close();
        reopen(dir, now).await
    }

    /// A command by name.
    pub async fn call(&self, name: &str, input: Value) -> Result<Value, Error> {
        commands::dispatch(&self.app, name, input).await
    }

    /// A reading command that must answer.
    pub async fn read(&self, name: &str, input: Value) -> Value {
        self.call(name, input).await.unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// A write that must succeed, and whose undo and redo must restore the file exactly.
    pub async fn act(&self, name: &str, input: Value) -> Done {
        let before = self.dump().await;
        let done: Done =
            serde_json::from_value(self.call(name, input).await.unwrap_or_else(|error| panic!("{name}: {error}")))
                .expect("a Done");
        let after = self.dump().await;
        if done.change.is_some() {
            self.read("undo", json!({})).await;
            assert_eq!(differences(&before, &self.dump().await), Vec::<String>::new(), "undo of {name}");
            self.read("redo", json!({})).await;
            assert_eq!(differences(&after, &self.dump().await), Vec::<String>::new(), "redo of {name}");
        }
        done
    }

    /// The id of the first record a write created.
    pub async fn make(&self, name: &str, input: Value) -> Uuid {
        self.act(name, input).await.created.first().unwrap_or_else(|| panic!("{name} creates")).id
    }

    /// The code a refused command answers with.
    pub async fn refused(&self, name: &str, input: Value) -> Error {
        let before = self.dump().await;
        let error = self.call(name, input).await.expect_err(name);
        assert_eq!(differences(&before, &self.dump().await), Vec::<String>::new(), "a refused {name} writes nothing");
        error
    }

    /// A lead with a title.
    pub async fn lead(&self, title: &str) -> Uuid {
        self.make("create_lead", json!({ "title": title, "value": null, "expected_close": null, "organization": null, "person": null, "source": null, "labels": [] })).await
    }

    /// A deal in a stage, with organization and person.
    pub async fn deal(&self, title: &str, stage: usize) -> Uuid {
        self.make("create_deal", json!({
            "title": title, "pipeline": self.pipeline, "stage": self.stages[stage], "place": { "at": "bottom" }, "value": { "minor": 123_450, "currency": "EUR" }, "expected_close": "2026-12-11",
            "organization": { "by": "name", "value": "Laiterie Saint-Just" }, "person": { "by": "name", "value": "Zoë Mercier" }, "source": null, "labels": [],
        }))
        .await
    }

    /// An open activity on a record.
    pub async fn activity(&self, kind: &str, on: Uuid, due_on: Option<&str>) -> Uuid {
        self.make("add_activity", json!({ "on": { "kind": kind, "id": on }, "kind": "call", "subject": "Call back", "due_on": due_on, "due_time": null, "duration_minutes": null, "note": "", "done": false })).await
    }

    /// Every journaled row, as text, in order.
    pub async fn dump(&self) -> Vec<String> {
        self.app
            .read(|view| {
                let mut lines = Vec::new();
                for table in satchel_store::journal::JOURNALED {
                    let mut statement = view.conn.prepare(&format!("SELECT * FROM {table}"))?;
                    let columns = statement.column_count();
                    let mut rows = statement.query([])?;
                    while let Some(row) = rows.next()? {
                        let values: Vec<String> = (0..columns).map(|at| format!("{:?}", row.get_ref(at))).collect();
                        lines.push(format!("{table} {}", values.join(" ")));
                    }
                }
                lines.sort();
                Ok(lines)
            })
            .await
            .expect("dump")
    }
}

fn differences(one: &[String], other: &[String]) -> Vec<String> {
    let missing = one.iter().filter(|line| other.binary_search(line).is_err()).map(|line| format!("- {line}"));
    missing
        .chain(other.iter().filter(|line| one.binary_search(line).is_err()).map(|line| format!("+ {line}")))
        .take(10)
        .collect()
}

/// The texts of a list of objects under a key.
pub fn texts(list: &Value, key: &str) -> Vec<String> {
    list.as_array()
        .map(|rows| rows.iter().map(|row| row[key].as_str().unwrap_or_default().to_owned()).collect())
        .unwrap_or_default()
}
