//! A seller at work: draws one action after the other and does it through Satchel's own commands, for tests that
//! interrupt the work. What the actions do is the core's business; here is only which records they are done to.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use satchel_app::dto::{
    ActivityKind, ConvertInput, ConvertLeadsInput, DealChange, DeleteDealsInput, Done, ImportOpenInput, ImportRunInput,
    LeadChange, LoseInput, Money, MoveDealsInput, NewActivity, NewDeal, NewNote, Nothing, Party, Place, ReasonChoice,
    RecordKind, RecordRef, TaskInput, UndoInput, UpdateDealInput,
};
use satchel_app::import::ImportMapping;
use satchel_app::{App, Error, OpenOptions, commands};
use serde_json::json;
use uuid::Uuid;

use crate::vfs::Dice;

/// One action of the seller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A new deal, sometimes with an organization of its own.
    Create,
    /// Title, value and date of a deal.
    Edit,
    /// Some cards to another stage.
    Move(usize),
    /// A note on a deal.
    Note,
    /// A next step for a deal.
    Plan,
    /// Open deals lost together.
    Lose(usize),
    /// Lost deals to the trash.
    Trash(usize),
    /// Open deals made leads.
    Convert(usize),
    /// Leads made deals again.
    Return(usize),
    /// A file of new deals, some of firms that are not known yet.
    Import(usize),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
}

/// The seller, with the application open.
pub struct Seller {
    app: App,
    runtime: tokio::runtime::Runtime,
    look: Connection,
    pipeline: Uuid,
    stages: Vec<Uuid>,
    dice: Dice,
    made: u64,
}

impl Seller {
    /// Opens (or creates) the data directory.
    ///
    /// # Errors
    /// The application's.
    pub fn open(options: OpenOptions, dice: Dice) -> Result<Self, Error> {
        let file = options.dir.join("satchel.db");
        let app = App::open(options)?;
        let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|error| Error::internal(&error))?;
        let look = look_at(&file)?;
        let pipeline = some_ids(&look, "SELECT id FROM pipelines ORDER BY position LIMIT 1", 1)?[0];
        let stages = some_ids(&look, "SELECT id FROM stages ORDER BY position", usize::MAX)?;
        Ok(Self { app, runtime, look, pipeline, stages, dice, made: 0 })
    }

    /// The application.
    #[must_use]
    pub fn app(&self) -> &App {
        &self.app
    }

    /// A second, reading look at the file, past the application.
    #[must_use]
    pub fn look(&self) -> &Connection {
        &self.look
    }

    /// Writes the log back and closes the file.
    pub fn close(self) {
        drop(self.look);
        self.app.close();
    }

    /// Waits for a command.
    pub fn wait<T>(&self, command: impl Future<Output = T>) -> T {
        self.runtime.block_on(command)
    }

    /// Does it. `None`: there was no record to do it to, or nothing to undo.
    ///
    /// # Errors
    /// Refusals and failures of the application.
    pub fn act(&mut self, deed: Deed) -> Result<Option<Done>, Error> {
        let open = "SELECT id FROM deals WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL";
        let app = self.app.clone();
        let done = match deed {
            Deed::Create => {
                let deal = self.new_deal();
                self.runtime.block_on(commands::create_deal(&app, deal))?
            }
            Deed::Edit => {
                let Some(id) = self.some(open, 1)?.pop() else { return Ok(None) };
                let changes = self.changes();
                self.runtime.block_on(commands::update_deal(&app, UpdateDealInput { id, changes }))?
            }
            Deed::Move(count) => {
                let ids = self.some(open, count)?;
                if ids.is_empty() {
                    return Ok(None);
                }
                let stage = Some(self.another_stage(ids[0])?);
                let place = if self.dice.chance(128) { Place::Top } else { Place::Bottom };
                let input = MoveDealsInput { ids, pipeline: self.pipeline, stage, place };
                self.runtime.block_on(commands::move_deals(&app, input))?
            }
            Deed::Note => {
                let Some(id) = self.some(open, 1)?.pop() else { return Ok(None) };
                let body = self.words(40);
                let input = NewNote { on: RecordRef { kind: RecordKind::Deal, id }, body };
                self.runtime.block_on(commands::add_note(&app, input))?
            }
            Deed::Plan => {
                let Some(id) = self.some(open, 1)?.pop() else { return Ok(None) };
                let subject = self.words(3);
                let input = NewActivity {
                    also: Vec::new(),
                    on: RecordRef { kind: RecordKind::Deal, id },
                    kind: ActivityKind::Call,
                    subject,
                    due_on: Some("2027-03-01".into()),
                    due_time: None,
                    duration_minutes: None,
                    note: String::new(),
                    done: false,
                };
                self.runtime.block_on(commands::add_activity(&app, input))?
            }
            Deed::Lose(count) => {
                let ids = self.some(open, count)?;
                if ids.is_empty() {
                    return Ok(None);
                }
                let reason = self.dice.chance(128).then(|| ReasonChoice::New(format!("Reason {}", self.made % 7)));
                let note = if self.dice.chance(64) { self.words(6) } else { String::new() };
                self.runtime.block_on(commands::lose_deals(&app, LoseInput { ids, reason, note }))?
            }
            Deed::Trash(count) => {
                let ids = self.some("SELECT id FROM deals WHERE status = 'lost' AND deleted_at IS NULL", count)?;
                if ids.is_empty() {
                    return Ok(None);
                }
                self.runtime.block_on(commands::delete_deals(&app, DeleteDealsInput { ids, end: None }))?
            }
            Deed::Convert(count) => {
                let ids = self.some(open, count)?;
                if ids.is_empty() {
                    return Ok(None);
                }
                let input = ConvertInput { ids, from_list: false, reuse: false };
                self.runtime.block_on(commands::convert_to_leads(&app, input))?
            }
            Deed::Return(count) => {
                let inbox = "SELECT id FROM leads WHERE status = 'open' AND archived_at IS NULL AND deleted_at IS NULL";
                let ids = self.some(inbox, count)?;
                if ids.is_empty() {
                    return Ok(None);
                }
                let input = self.return_of(ids);
                self.runtime.block_on(commands::convert_to_deals(&app, input))?
            }
            Deed::Import(rows) => return self.import(rows),
            Deed::Undo => return unless_nothing(self.runtime.block_on(commands::undo(&app, UndoInput::default()))),
            Deed::Redo => return unless_nothing(self.runtime.block_on(commands::redo(&app, Nothing {}))),
        };
        Ok(Some(done))
    }

    fn import(&mut self, rows: usize) -> Result<Option<Done>, Error> {
        let file = self.app.dir().join("rows.csv");
        let mut text = String::from("Name,Firm,Amount\n");
        for _ in 0..rows {
            self.made += 1;
            let (name, firm, amount) = (self.words(3), self.dice.below(200), self.dice.below(90_000));
            text.push_str(&format!("{name} {},Firm {firm},{amount}.50\n", self.made));
        }
        std::fs::write(&file, text).map_err(|error| Error::internal(&error))?;
        let column = |name: &str, field: &str| json!({ "column": name, "target": { "field": field } });
        let mapping: ImportMapping = serde_json::from_value(json!({
            "version": 1, "entity": "deal", "constants": { "currency": "EUR" },
            "columns": [column("Name", "title"), column("Firm", "organization"), column("Amount", "value")],
        }))
        .map_err(|error| Error::internal(&error))?;
        let path = file.to_string_lossy().into_owned();
        let open =
            ImportOpenInput { path, entity: Some(mapping.entity), encoding: None, delimiter: None, has_header: None };
        let app = &self.app;
        let report = self.runtime.block_on(async {
            let task = commands::import_open(app, open).await?.task;
            let report = commands::import_run(app, ImportRunInput { task, mapping }).await;
            commands::import_close(app, TaskInput { task }).await?;
            report
        })?;
        Ok(report.done)
    }

    fn return_of(&mut self, ids: Vec<Uuid>) -> ConvertLeadsInput {
        ConvertLeadsInput {
            ids,
            pipeline: self.pipeline,
            stage: Some(*self.dice.pick(&self.stages)),
            value: satchel_app::dto::ValueChoice::Keep,
            customer: satchel_app::dto::CustomerChoice::Keep,
        }
    }

    fn new_deal(&mut self) -> NewDeal {
        self.made += 1;
        NewDeal {
            title: format!("{} {}", self.words(3), self.made),
            pipeline: self.pipeline,
            stage: Some(*self.dice.pick(&self.stages)),
            place: Place::Top,
            value: self.value(),
            expected_close: None,
            organization: self.dice.chance(64).then(|| Party::Name(format!("Firm {}", self.dice.below(30)))),
            person: None,
            source: None,
            labels: Vec::new(),
        }
    }

    fn changes(&mut self) -> Vec<DealChange> {
        self.made += 1;
        let probability = self.dice.chance(128).then(|| self.dice.below(10_001) as i64);
        [
            // never the title it has: what changes nothing makes no revision
            LeadChange::Title(format!("{} {}", self.words(4), self.made)),
            LeadChange::Value(self.value()),
            LeadChange::Probability(probability),
            LeadChange::ExpectedClose(Some(format!("2027-{:02}-15", 1 + self.dice.below(12)))),
        ]
        .map(DealChange::Common)
        .into()
    }

    /// A stage the deal does not stand in: a card put where it is already changes nothing and makes no revision.
    fn another_stage(&mut self, deal: Uuid) -> Result<Uuid, Error> {
        let now: Vec<u8> = self
            .look
            .prepare_cached("SELECT coalesce(stage_id, x'') FROM deals WHERE id = ?1")?
            .query_row([deal.as_bytes()], |row| row.get(0))?;
        let others: Vec<Uuid> = self.stages.iter().copied().filter(|stage| stage.as_bytes()[..] != now).collect();
        Ok(*self.dice.pick(&others))
    }

    fn value(&mut self) -> Option<Money> {
        let currency = *self.dice.pick(&["EUR", "USD"]);
        self.dice
            .chance(200)
            .then(|| Money { minor: self.dice.below(10_000_000) as i64, currency: currency.to_owned() })
    }

    fn words(&mut self, count: usize) -> String {
        const WORDS: [&str; 8] = ["boiler", "roof", "chaudière", "锅炉", "service", "Nord", "pump", "renewal"];
        let words: Vec<&str> = (0..count).map(|_| *self.dice.pick(&WORDS)).collect();
        words.join(" ")
    }

    /// Up to `count` records of the query that stand together, from a place drawn by the dice.
    fn some(&mut self, query: &str, count: usize) -> Result<Vec<Uuid>, Error> {
        let all: i64 =
            self.look.prepare_cached(&format!("SELECT count(*) FROM ({query})"))?.query_row([], |row| row.get(0))?;
        let spare = usize::try_from(all).unwrap_or(0).saturating_sub(count);
        let from = self.dice.below(spare + 1);
        some_ids(&self.look, &format!("{query} ORDER BY rowid LIMIT {count} OFFSET {from}"), count)
    }
}

fn unless_nothing(answer: Result<Done, Error>) -> Result<Option<Done>, Error> {
    match answer {
        Ok(done) => Ok(Some(done)),
        Err(error) if error.code == "nothing_to_undo" || error.code == "nothing_to_redo" => Ok(None),
        Err(error) => Err(error),
    }
}

fn look_at(file: &Path) -> Result<Connection, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Ok(Connection::open_with_flags(file, flags)?)
}

fn some_ids(db: &Connection, query: &str, count: usize) -> Result<Vec<Uuid>, Error> {
    let mut statement = db.prepare(query)?;
    let rows = statement.query_map([], |row| row.get::<_, Vec<u8>>(0))?;
    let mut ids = Vec::new();
    for row in rows.take(count) {
        ids.push(Uuid::from_slice(&row?).map_err(|error| Error::internal(&error))?);
    }
    Ok(ids)
}
