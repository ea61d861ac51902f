//! Starting other programs and never leaving one behind: whatever is started here ends with this process, and
//! with Ctrl+C. A program runs in a process group of its own, so that what it started ends with it.

use crate::{Outcome, paths};
use std::{
    fs::File,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

const BETWEEN_LOOKS: Duration = Duration::from_millis(20);
/// How long a program may take to end when asked to.
const PATIENCE: Duration = Duration::from_secs(5);

static RUNNING: Mutex<Vec<u32>> = Mutex::new(Vec::new());

fn running() -> MutexGuard<'static, Vec<u32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on Ctrl+C, a closed terminal or a polite kill end everything that was started.
pub fn end_children_on_interrupt() {
    let handled = ctrlc::set_handler(|| {
        // The youngest first: an application ends in order only while its screen is there.
        for group in running().clone().into_iter().rev() {
            signal(group, "TERM");
            wait_for(PATIENCE, || !alive(group));
            signal(group, "KILL");
        }
        std::process::exit(130);
    });
    if let Err(error) = handled {
        eprintln!("xtask: Ctrl+C will not end what was started: {error}");
    }
}

/// A program with the project's root as its folder.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(paths::root());
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A running program, ended when dropped.
pub struct Running {
    child: Child,
    name: String,
}

impl Running {
    /// Starts `command`.
    ///
    /// # Errors
    /// When the program is not there.
    pub fn start(command: &mut Command) -> Outcome<Self> {
        let name = command.get_program().to_string_lossy().into_owned();
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let child = command.spawn().map_err(|error| format!("{name}: {error}"))?;
        running().push(child.id());
        Ok(Self { child, name })
    }

    /// Waits until it ends by itself.
    ///
    /// # Errors
    /// When the system has lost it.
    pub fn wait(&mut self) -> Outcome<ExitStatus> {
        self.child.wait().map_err(|error| format!("{}: {error}", self.name))
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().ok().flatten()
    }

    /// Asks it to end, insists after a while, and answers how it ended.
    pub fn end(&mut self) -> Option<ExitStatus> {
        if self.ended().is_none() {
            signal(self.child.id(), "TERM");
            wait_for(PATIENCE, || self.ended().is_some());
        }
        signal(self.child.id(), "KILL");
        // Also reaps it; a platform without signals ends it here.
        let _ = self.child.kill();
        self.child.wait().ok()
    }

    pub const fn child(&mut self) -> &mut Child {
        &mut self.child
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
        let id = self.child.id();
        running().retain(|other| *other != id);
    }
}

/// Runs to the end, everything visible.
///
/// # Errors
/// When it cannot start or does not succeed.
pub fn run(command: &mut Command) -> Outcome {
    let status = Running::start(command)?.wait()?;
    success(command, status)
}

/// Runs to the end, its output into `log`; answers that output.
///
/// # Errors
/// The end of the output, when it does not succeed.
pub fn run_logged(command: &mut Command, log: &Path) -> Outcome<String> {
    let file = File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
    let twin = file.try_clone().map_err(|error| error.to_string())?;
    let status = Running::start(command.stdin(Stdio::null()).stdout(file).stderr(twin))?.wait()?;
    let said = std::fs::read(log).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
    success(command, status).map_err(|failure| {
        let lines: Vec<&str> = said.lines().collect();
        let tail = lines[lines.len().saturating_sub(60)..].join("\n");
        format!("{tail}\n{failure} (all of its output: {})", log.display())
    })?;
    Ok(said)
}

/// What it prints on standard output, if it can be run and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program of this name can be found.
pub fn exists(program: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| {
        std::env::split_paths(&path)
            .any(|folder| folder.join(program).is_file() || folder.join(format!("{program}.exe")).is_file())
    })
}

/// Looks until `probe` is true or the time is up; answers whether it came true.
pub fn wait_for(patience: Duration, mut probe: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + patience;
    loop {
        if probe() {
            return true;
        }
        if Instant::now() >= deadline {
            return false;
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}

fn success(command: &Command, status: ExitStatus) -> Outcome {
    let words: Vec<_> =
        std::iter::once(command.get_program()).chain(command.get_args()).map(|word| word.to_string_lossy()).collect();
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", words.join(" "))) }
}

/// Sends a signal to a whole process group; a group that is gone needs none.
fn signal(group: u32, signal: &str) {
    if cfg!(unix) {
        let _ = Command::new("kill")
            .args([&format!("-{signal}"), "--", &format!("-{group}")])
            .stderr(Stdio::null())
            .status();
    }
}

/// Whether the first process of the group still runs; one that has ended but was not waited for does not.
fn alive(group: u32) -> bool {
    let state = output(Command::new("ps").args(["-o", "stat=", "-p", &group.to_string()]));
    state.is_some_and(|state| !state.is_empty() && !state.starts_with('Z'))
}
