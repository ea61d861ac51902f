//! A screen where there is none: Xvfb and a session bus, and knowing when a window on it has been painted.

use crate::{
    Outcome,
    process::{self, Running},
};
use std::{
    env,
    io::{BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

/// A blank screen has one colour and a window that is only a ground has two; a page with text has far more.
const COLOURS_OF_A_PAGE: u32 = 24;
/// A page that has not changed for this long has read its data.
const SETTLED: Duration = Duration::from_secs(2);
/// A first start makes a database and fills it; slow machines may take their time.
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether a window can be opened for somebody to see.
pub fn is_there() -> bool {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// A virtual screen with a session bus, gone when dropped.
pub struct Screen {
    display: String,
    bus: String,
    _processes: [Running; 2],
}

impl Screen {
    /// Starts one on a free number.
    ///
    /// # Errors
    /// When Xvfb or the bus does not come up.
    pub fn start() -> Outcome<Self> {
        let mut server = process::command("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"]);
        let (server, number) = started(&mut server)?;
        let mut bus = process::command("dbus-daemon");
        let (bus, address) = started(bus.args(["--session", "--nofork", "--print-address=1"]))?;
        Ok(Self { display: format!(":{number}"), bus: address, _processes: [server, bus] })
    }

    /// `program` on this screen.
    pub fn command(&self, program: &Path) -> Command {
        let mut command = process::command(program);
        command.env("DISPLAY", &self.display).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11");
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.bus);
        // No portals, no accessibility bus, no graphics card: nothing that a bare machine lacks.
        command.env("GTK_USE_PORTAL", "0").env("NO_AT_BRIDGE", "1").env("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        command
    }

    /// Waits until the window of `program` is painted and its picture has not changed for a while; saves that
    /// picture.
    ///
    /// # Errors
    /// When the program ends before, or nothing is painted in time.
    pub fn picture(&self, program: &mut Running, file: &Path) -> Outcome {
        let (mut last, mut since, mut early_end) = (None, Instant::now(), None);
        let painted = process::wait_for(PATIENCE, || {
            early_end = program.ended();
            let seen = self.look(file);
            if seen != last {
                (last, since) = (seen, Instant::now());
            }
            let is_page = last.as_ref().is_some_and(|(colours, _)| *colours >= COLOURS_OF_A_PAGE);
            early_end.is_some() || (is_page && since.elapsed() >= SETTLED)
        });
        match early_end {
            Some(status) => Err(format!("Satchel ended before its window was painted ({status})")),
            None if painted => Ok(()),
            None => Err(format!(
                "the window was not painted within {} s; what could be seen: {}",
                PATIENCE.as_secs(),
                file.display()
            )),
        }
    }

    /// Takes a picture; answers its number of colours and a signature of its content.
    fn look(&self, file: &Path) -> Option<(u32, String)> {
        let mut import = process::command("import");
        process::output(import.args(["-display", &self.display, "-window", "root"]).arg(file))?;
        let said = process::output(process::command("identify").args(["-format", "%k %#"]).arg(file))?;
        let (colours, signature) = said.split_once(' ')?;
        Some((colours.parse().ok()?, signature.to_owned()))
    }
}

/// Starts a server that writes where it can be reached once it can be.
fn started(command: &mut Command) -> Outcome<(Running, String)> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut server = Running::start(command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()))?;
    let mut line = String::new();
    if let Some(pipe) = server.child().stdout.take() {
        BufReader::new(pipe).read_line(&mut line).map_err(|error| format!("{name}: {error}"))?;
    }
    let line = line.trim().to_owned();
    if line.is_empty() { Err(format!("{name} did not start")) } else { Ok((server, line)) }
}
