//! One instance per data directory. The truth is an operating-system lock on `satchel.lock`: it vanishes with
//! its process, however that ended. Whoever holds it listens on a local socket and leaves the socket's address
//! beside the lock; whoever does not asks the holder. A socket left by a killed process is therefore never in
//! the way: only the lock's holder makes one, and removes the old one first.
//! What a request means to the window is not decided here.

use crate::args::{ExportArgs, ImportArgs};
use interprocess::local_socket::{GenericFilePath, Listener, ListenerOptions, Stream, prelude::*};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    env,
    fs::{self, File, TryLockError},
    hash::{DefaultHasher, Hash, Hasher},
    io::{self, BufRead, BufReader, Write},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

const LOCK: &str = "satchel.lock";
const ADDRESS: &str = "satchel.address";

/// How long a second process waits for a first one that is just starting or just ending.
const PATIENCE: Duration = Duration::from_secs(10);
const BETWEEN_TRIES: Duration = Duration::from_millis(20);
/// How long a window may take to answer that it has come to the front.
const FOCUS_PATIENCE: Duration = Duration::from_secs(5);

/// What a second process wants from the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Request {
    Focus,
    /// Paths are absolute: the two processes may stand in different folders.
    Import(ImportArgs),
    Export(ExportArgs),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    Focused,
    /// The report as the command line prints it, and the exit code.
    Reported {
        report: serde_json::Value,
        exit: u8,
    },
}

/// The right to open the directory, or the line to whoever has it.
pub enum Claim {
    First(Instance),
    Second(Line),
}

/// The held lock. Dropping it, or dying, gives the directory free.
pub struct Instance {
    dir: PathBuf,
    _lock: File,
}

/// A connection to the instance that holds the lock.
pub struct Line {
    stream: Stream,
}

/// Takes the lock of `dir` or reaches its holder.
///
/// # Errors
/// When the directory cannot be written, or its holder does not answer.
pub fn claim(dir: &Path) -> io::Result<Claim> {
    let lock = File::options().create(true).truncate(false).write(true).open(dir.join(LOCK))?;
    let deadline = Instant::now() + PATIENCE;
    loop {
        match lock.try_lock() {
            Ok(()) => return Ok(Claim::First(Instance { dir: dir.to_owned(), _lock: lock })),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
        // The holder may not listen yet, or may be about to end: both settle soon.
        match connect(dir) {
            Ok(stream) => return Ok(Claim::Second(Line { stream })),
            Err(error) if Instant::now() >= deadline => {
                let text = format!("{} is in use by a process that does not answer: {error}", dir.display());
                return Err(io::Error::new(error.kind(), text));
            }
            Err(_) => thread::sleep(BETWEEN_TRIES),
        }
    }
}

impl Instance {
    /// Answers other processes from now on, each on a thread of its own, until the process ends.
    ///
    /// # Errors
    /// When no socket can be made; the instance still holds its lock then.
    pub fn serve(&self, handle: impl Fn(Request) -> Answer + Send + Clone + 'static) -> io::Result<()> {
        let address = address(&self.dir);
        let listener = listen(&address)?;
        fs::write(self.dir.join(ADDRESS), &address)?;
        thread::Builder::new().name("instance".into()).spawn(move || {
            for stream in listener.incoming().flatten() {
                let handle = handle.clone();
                // A visitor that breaks the line harms nobody but itself.
                thread::spawn(move || answer(stream, handle));
            }
        })?;
        Ok(())
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        let address = self.dir.join(ADDRESS);
        if let Ok(socket) = fs::read_to_string(&address)
            && cfg!(unix)
        {
            // Already gone is as good as removed.
            let _ = fs::remove_file(socket);
        }
        let _ = fs::remove_file(address);
    }
}

impl Line {
    /// Asks the instance on the other end and waits for its answer.
    ///
    /// # Errors
    /// When the line breaks, or a request to focus is not answered in time.
    pub fn ask(self, request: &Request) -> io::Result<Answer> {
        let patience = matches!(request, Request::Focus).then_some(FOCUS_PATIENCE);
        self.stream.set_recv_timeout(patience)?;
        send(&self.stream, request)?;
        receive(&self.stream)
    }
}

fn answer(stream: Stream, handle: impl Fn(Request) -> Answer) -> io::Result<()> {
    let request = receive(&stream)?;
    send(&stream, &handle(request))
}

fn send(mut stream: &Stream, message: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    stream.write_all(&line)?;
    stream.flush()
}

fn receive<T: DeserializeOwned>(stream: &Stream) -> io::Result<T> {
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line)?;
    Ok(serde_json::from_str(&line)?)
}

fn connect(dir: &Path) -> io::Result<Stream> {
    let address = fs::read_to_string(dir.join(ADDRESS))?;
    Stream::connect(address.as_str().to_fs_name::<GenericFilePath>()?)
}

fn listen(address: &str) -> io::Result<Listener> {
    let options = ListenerOptions::new().name(address.to_fs_name::<GenericFilePath>()?);
    #[cfg(unix)]
    let options = {
        use interprocess::os::unix::local_socket::ListenerOptionsExt;
        // The lock is ours, so whatever lies there belongs to a process that is gone.
        let _ = fs::remove_file(address);
        options.mode(0o600)
    };
    options.create_sync()
}

/// The address of a directory's instance: named after a hash of the directory, in the place only this user can
/// reach; in the directory itself where the system has no such place.
fn address(dir: &Path) -> String {
    let mut hasher = DefaultHasher::new();
    dir.hash(&mut hasher);
    let name = format!("satchel-{:016x}", hasher.finish());
    if cfg!(windows) {
        return format!(r"\\.\pipe\{name}");
    }
    let place = match env::consts::OS {
        "macos" => Some(env::temp_dir()),
        _ => env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|place| place.is_dir()),
    };
    place.unwrap_or_else(|| dir.to_owned()).join(format!("{name}.sock")).display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(dir: &Path) -> Instance {
        match claim(dir).expect("the directory can be claimed") {
            Claim::First(instance) => instance,
            Claim::Second(_) => panic!("nobody else holds {}", dir.display()),
        }
    }

    fn second(dir: &Path) -> Line {
        match claim(dir).expect("the holder answers") {
            Claim::Second(line) => line,
            Claim::First(_) => panic!("the lock was not held"),
        }
    }

    #[test]
    fn the_second_process_reaches_the_first() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let instance = first(dir.path());
        instance
            .serve(|request| match request {
                Request::Focus => Answer::Focused,
                Request::Import(ImportArgs { file, .. }) | Request::Export(ExportArgs { file, .. }) => {
                    Answer::Reported { report: serde_json::json!({ "file": file }), exit: 1 }
                }
            })
            .expect("a socket");
        assert_eq!(second(dir.path()).ask(&Request::Focus).expect("an answer"), Answer::Focused);
        let import = Request::Import(ImportArgs { file: "/a\nb.csv".into(), map: "/m".into(), dry_run: true });
        let expected = Answer::Reported { report: serde_json::json!({ "file": "/a\nb.csv" }), exit: 1 };
        assert_eq!(
            second(dir.path()).ask(&import).expect("an answer"),
            expected,
            "a line feed in a name stays one message"
        );
    }

    #[test]
    fn the_directory_is_free_again_when_the_first_ends() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let instance = first(dir.path());
        instance.serve(|_| Answer::Focused).expect("a socket");
        drop(instance);
        assert!(!dir.path().join(ADDRESS).exists(), "nothing is left behind");
        first(dir.path());
    }

    #[test]
    fn what_a_killed_process_left_is_not_in_the_way() {
        let dir = tempfile::tempdir().expect("a temporary directory");
        let old = address(dir.path());
        // A socket file without a listener and an address pointing to it: what kill -9 leaves.
        fs::write(dir.path().join(ADDRESS), &old).expect("written");
        fs::write(&old, "").expect("written");
        let instance = first(dir.path());
        instance.serve(|_| Answer::Focused).expect("the old socket is replaced");
        assert_eq!(second(dir.path()).ask(&Request::Focus).expect("an answer"), Answer::Focused);
    }

    #[test]
    fn two_directories_are_two_instances() {
        let (one, two) = (tempfile::tempdir().expect("one"), tempfile::tempdir().expect("two"));
        let _both = (first(one.path()), first(two.path()));
        assert_ne!(address(one.path()), address(two.path()));
    }
}
