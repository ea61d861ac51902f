//! The running core: one writer thread, reading threads, a search lane, and the events windows hear.
//! Every write of a person is one journaled transaction here; verbs only say what to change.

use crate::{Error, Result, clock::Clock, dto, written::Written};
use rusqlite::Connection;
use satchel_store::{Origin, journal, open_reader, open_writer, with_statements_in_memory};
use std::{
    any::Any,
    collections::HashMap,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, mpsc},
    thread::JoinHandle,
};
use tokio::sync::oneshot;
use uuid::Uuid;

/// The data file of a directory.
pub(crate) fn data_file(dir: &Path) -> PathBuf {
    dir.join("satchel.db")
}

/// How to open the core.
#[derive(Debug, Clone)]
pub struct OpenOptions {
    /// Directory that holds `satchel.db`.
    pub dir: PathBuf,
    /// A registered SQLite VFS (proofs of durability); None = the platform's.
    pub vfs: Option<String>,
    /// The clock; `Clock::from_env` in the application.
    pub clock: Clock,
    /// BCP 47, what `SATCHEL_LOCALE` asks for.
    pub locale: Option<String>,
}

impl OpenOptions {
    /// The application's own way: clock and locale from the environment.
    #[must_use]
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            vfs: None,
            clock: Clock::from_env(),
            locale: std::env::var("SATCHEL_LOCALE").ok().filter(|locale| !locale.is_empty()),
        }
    }
}

/// The core. Cheap to clone; all clones share the writer.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    dir: PathBuf,
    clock: Clock,
    locale: Option<String>,
    writer: Lane,
    readers: Lane,
    searcher: Lane,
    /// Long reads: import previews, so that they never stand before a board page.
    long: Lane,
    interrupt_search: satchel_store::InterruptHandle,
    listeners: Mutex<Vec<Listener>>,
    tasks: Mutex<HashMap<Uuid, Arc<dyn Any + Send + Sync>>>,
}

type Listener = Box<dyn Fn(&dto::Event) + Send + Sync>;

/// What a reading verb sees.
pub struct View<'a> {
    /// A connection that cannot write.
    pub conn: &'a Connection,
    /// UTC milliseconds.
    pub now: i64,
    /// Local business day.
    pub today: chrono::NaiveDate,
    /// Directory of the data file.
    pub dir: &'a Path,
    /// BCP 47, when the environment forces one.
    pub locale: Option<&'a str>,
}

/// What a writing verb works with, inside its transaction.
pub struct Act<'a> {
    /// The writer, within the transaction.
    pub tx: &'a Connection,
    /// UTC milliseconds.
    pub now: i64,
    /// Local business day.
    pub today: chrono::NaiveDate,
    /// Directory of the data file.
    pub dir: &'a Path,
}

impl Act<'_> {
    /// The same moment, for reading helpers.
    #[must_use]
    pub fn view(&self) -> View<'_> {
        View { conn: self.tx, now: self.now, today: self.today, dir: self.dir, locale: None }
    }

    /// A new identity.
    #[must_use]
    pub fn id<T: From<Uuid>>(&self) -> T {
        T::from(crate::clock::new_id(self.now))
    }
}

impl App {
    /// Opens the data file and starts the threads.
    ///
    /// # Errors
    /// `newer_file`, `foreign_file`, `damaged_file`, `cannot_write` ...; the file is left as it was.
    pub fn open(options: OpenOptions) -> Result<Self> {
        std::fs::create_dir_all(&options.dir)
            .map_err(|error| Error { detail: error.to_string(), ..Error::code("cannot_write") })?;
        let file = satchel_store::OpenOptions { path: data_file(&options.dir), vfs: options.vfs };
        let writer = open_writer(&file)?;
        let searcher = open_reader(&file)?;
        let interrupt_search = searcher.get_interrupt_handle();
        let long = open_reader(&file)?;
        let readers = (0..2).map(|_| open_reader(&file)).collect::<satchel_store::Result<Vec<_>>>()?;
        let app = Self {
            inner: Arc::new(Inner {
                dir: options.dir,
                clock: options.clock,
                locale: options.locale,
                writer: Lane::start("writer", vec![writer]),
                readers: Lane::start("reader", readers),
                searcher: Lane::start("search", vec![searcher]),
                long: Lane::start("long", vec![long]),
                interrupt_search,
                listeners: Mutex::default(),
                tasks: Mutex::default(),
            }),
        };
        app.prepare()?;
        Ok(app)
    }

    /// First-start facts: a fresh file gets its pipeline, reasons and sources, outside undo.
    fn prepare(&self) -> Result<()> {
        let (clock, locale, dir) = (self.inner.clock, self.inner.locale.clone(), self.inner.dir.clone());
        self.inner.writer.run_blocking(move |conn| {
            let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
            let act = Act { tx: &tx, now: clock.now(), today: clock.today(), dir: &dir };
            crate::boot::prepare(&act, locale.as_deref())?;
            tx.commit()?;
            Ok(())
        })
    }

    /// Directory of the data file.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.inner.dir
    }

    /// The clock everything is dated by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// Calls `listener` with every event from now on, on the thread that caused it.
    pub fn subscribe(&self, listener: impl Fn(&dto::Event) + Send + Sync + 'static) {
        lock(&self.inner.listeners).push(Box::new(listener));
    }

    /// Tells every listener.
    pub fn emit(&self, event: &dto::Event) {
        for listener in lock(&self.inner.listeners).iter() {
            listener(event);
        }
    }

    /// Runs a reading verb.
    ///
    /// # Errors
    /// The verb's own.
    pub async fn read<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&View<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let inner = Arc::clone(&self.inner);
        self.inner.readers.run(move |conn| with_view(&inner, conn, verb)).await
    }

    /// Runs a reading verb that takes its time, apart from the screens' own reads.
    ///
    /// # Errors
    /// The verb's own.
    pub async fn read_long<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&View<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let inner = Arc::clone(&self.inner);
        self.inner.long.run(move |conn| with_view(&inner, conn, verb)).await
    }

    /// Runs a search; one already running is interrupted.
    ///
    /// # Errors
    /// `superseded` when a newer search came, else the verb's own.
    pub async fn search<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&View<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.inner.interrupt_search.interrupt();
        let inner = Arc::clone(&self.inner);
        self.inner.searcher.run_latest(move |conn| with_view(&inner, conn, verb)).await
    }

    /// Runs a writing verb as one journaled transaction and tells everybody.
    ///
    /// # Errors
    /// The verb's own; then nothing was written.
    pub async fn write(&self, verb: impl FnOnce(&Act<'_>) -> Result<Written> + Send + 'static) -> Result<dto::Done> {
        self.write_as(Origin::Person, verb).await
    }

    /// `write` for automatic jobs, which Ctrl+Z does not walk over.
    ///
    /// # Errors
    /// The verb's own; then nothing was written.
    pub async fn write_as(
        &self,
        origin: Origin,
        verb: impl FnOnce(&Act<'_>) -> Result<Written> + Send + 'static,
    ) -> Result<dto::Done> {
        let app = self.clone();
        self.inner.writer.run(move |conn| app.record(conn, origin, verb)).await
    }

    /// `write` for work of very many statements; what each of them must be able to take back is kept in memory.
    ///
    /// # Errors
    /// The verb's own; then nothing was written.
    pub async fn write_many(
        &self,
        verb: impl FnOnce(&Act<'_>) -> Result<Written> + Send + 'static,
    ) -> Result<dto::Done> {
        let app = self.clone();
        let work =
            move |conn: &mut Connection| with_statements_in_memory(conn, |conn| app.record(conn, Origin::Person, verb));
        self.inner.writer.run(work).await
    }

    fn record(
        &self,
        conn: &mut Connection,
        origin: Origin,
        verb: impl FnOnce(&Act<'_>) -> Result<Written>,
    ) -> Result<dto::Done> {
        let (now, today) = (self.inner.clock.now(), self.inner.clock.today());
        let recorded = journal::record(conn, now, origin, |tx| {
            let written = verb(&Act { tx, now, today, dir: &self.inner.dir })?;
            crate::totals::check_limits(tx)?;
            Ok::<_, Error>((written.label, written.created))
        })?;
        let done = crate::written::done(conn, recorded.change, recorded.applied, recorded.value)?;
        self.announce(&done);
        Ok(done)
    }

    /// Runs a verb that writes what undo does not cover.
    ///
    /// # Errors
    /// The verb's own; then nothing was written.
    pub async fn write_state<T: Send + 'static>(
        &self,
        verb: impl FnOnce(&Act<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (clock, dir) = (self.inner.clock, self.inner.dir.clone());
        self.inner
            .writer
            .run(move |conn| {
                let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
                let value = verb(&Act { tx: &tx, now: clock.now(), today: clock.today(), dir: &dir })?;
                tx.commit()?;
                Ok(value)
            })
            .await
    }

    /// Runs a step through the journal (undo, redo, undo from the history).
    ///
    /// # Errors
    /// The step's own, with the names of the records in its way.
    pub async fn step(
        &self,
        step: impl FnOnce(&mut Connection, i64) -> satchel_store::Result<(Option<journal::ChangeSet>, journal::Applied)>
        + Send
        + 'static,
    ) -> Result<dto::Done> {
        let app = self.clone();
        self.inner
            .writer
            .run(move |conn| {
                let (change, applied) = match step(conn, app.inner.clock.now()) {
                    Ok(done) => done,
                    Err(satchel_store::Error::ChangedSince(records)) => {
                        return Err(crate::history::changed_since(conn, &records)?);
                    }
                    Err(error) => return Err(error.into()),
                };
                let done = crate::written::done(conn, change, applied, Vec::new())?;
                app.announce(&done);
                Ok(done)
            })
            .await
    }

    /// Runs work that is final: it makes transactions of its own, outside undo, and says itself what windows must hear.
    ///
    /// # Errors
    /// The work's own.
    pub async fn write_final<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection, i64, &Path) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (clock, dir) = (self.inner.clock, self.inner.dir.clone());
        self.inner.writer.run(move |conn| work(conn, clock.now(), &dir)).await
    }

    /// Tells windows about a committed write.
    pub fn announce(&self, done: &dto::Done) {
        if done.change.is_some() {
            self.emit(&dto::Event::Changed { done: Box::new(done.clone()) });
        }
    }

    /// Keeps something of a running task under its id.
    pub fn keep_task(&self, id: Uuid, state: Arc<dyn Any + Send + Sync>) {
        lock(&self.inner.tasks).insert(id, state);
    }

    /// What is kept for a task, when it is of this type.
    #[must_use]
    pub fn task<T: Any + Send + Sync>(&self, id: Uuid) -> Option<Arc<T>> {
        lock(&self.inner.tasks).get(&id).cloned().and_then(|state| state.downcast().ok())
    }

    /// Forgets a task.
    pub fn drop_task(&self, id: Uuid) {
        lock(&self.inner.tasks).remove(&id);
    }

    /// Finishes what is queued, writes the log back into the file and stops the writer.
    pub fn close(&self) {
        let _ = self.inner.writer.run_blocking(|conn| {
            conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
            Ok(())
        });
        self.inner.writer.stop();
    }
}

fn with_view<T>(inner: &Inner, conn: &Connection, verb: impl FnOnce(&View<'_>) -> Result<T>) -> Result<T> {
    // one read transaction, so that a page and its totals are of the same moment
    let tx = conn.unchecked_transaction()?;
    let view = View {
        conn: &tx,
        now: inner.clock.now(),
        today: inner.clock.today(),
        dir: &inner.dir,
        locale: inner.locale.as_deref(),
    };
    let answer = verb(&view)?;
    tx.commit()?;
    Ok(answer)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

type Work = Box<dyn FnOnce(&mut Connection) + Send>;

/// Threads that take work from one queue, each with its own connection.
struct Lane {
    queue: Mutex<Option<mpsc::Sender<Work>>>,
    newest: Arc<Mutex<u64>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Lane {
    fn start(name: &str, connections: Vec<Connection>) -> Self {
        let (sender, receiver) = mpsc::channel::<Work>();
        let receiver = Arc::new(Mutex::new(receiver));
        let threads = connections
            .into_iter()
            .filter_map(|mut conn| {
                let receiver = Arc::clone(&receiver);
                let next = move || lock(&receiver).recv();
                std::thread::Builder::new()
                    .name(format!("satchel-{name}"))
                    .spawn(move || {
                        while let Ok(work) = next() {
                            work(&mut conn);
                        }
                    })
                    .ok()
            })
            .collect();
        Self { queue: Mutex::new(Some(sender)), newest: Arc::default(), threads: Mutex::new(threads) }
    }

    /// Queues work; `answer` is dropped unused when the lane has stopped.
    fn send<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
        answer: impl FnOnce(Result<T>) + Send + 'static,
    ) {
        let job: Work = Box::new(move |conn| {
            // a panic rolls the transaction back while it unwinds; the thread and its connection live on
            answer(catch_unwind(AssertUnwindSafe(|| work(conn))).unwrap_or_else(|panic| Err(panicked(panic.as_ref()))));
        });
        if let Some(queue) = lock(&self.queue).as_ref() {
            let _ = queue.send(job);
        }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, receiver) = oneshot::channel();
        self.send(work, move |result| drop(answer.send(result)));
        receiver.await.unwrap_or_else(|_| Err(Error::code("closing")))
    }

    /// Skips the work when newer work of this lane was asked for meanwhile.
    async fn run_latest<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let mine = {
            let mut newest = lock(&self.newest);
            *newest += 1;
            *newest
        };
        let newest = Arc::clone(&self.newest);
        self.run(move |conn| if *lock(&newest) == mine { work(conn) } else { Err(Error::code("superseded")) }).await
    }

    fn run_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (answer, receiver) = mpsc::channel();
        self.send(work, move |result| drop(answer.send(result)));
        receiver.recv().unwrap_or_else(|_| Err(Error::code("closing")))
    }

    fn stop(&self) {
        lock(&self.queue).take();
        for thread in lock(&self.threads).drain(..) {
            let _ = thread.join();
        }
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Error {
    let text =
        panic.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
    Error::internal(&text.unwrap_or_else(|| "panic".to_owned()))
}
