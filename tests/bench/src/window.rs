//! Cold start to the first painted card, and memory, beside a bare Tauri window of the same run: the two are started in
//! turn on one virtual screen, and a pixel, not the program, says when something is there.

use crate::{Answer, median};
use std::{
    fs,
    io::Read,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};
use x11rb::{
    connection::Connection as _,
    protocol::xproto::{ConnectionExt as _, ImageFormat},
    rust_connection::RustConnection,
};

/// Where the first card stands, and the bare window's box: left, top, width, height.
const CARD: (i16, i16, u16, u16) = (100, 165, 220, 50);
/// Dark pixels that make it painted; the grey bars of a page that still loads are lighter.
const DARK: usize = 40;

/// One virtual screen, gone with this value.
struct Screen {
    server: Child,
    name: String,
    looks: RustConnection,
    root: u32,
}

impl Screen {
    fn start() -> Answer<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut name = Vec::new();
        let mut output = server.stdout.take().ok_or("Xvfb has no output")?;
        let mut byte = [0];
        while output.read(&mut byte)? == 1 && byte[0] != b'\n' {
            name.push(byte[0]);
        }
        let name = format!(":{}", String::from_utf8(name)?);
        let (looks, screen) = x11rb::connect(Some(&name))?;
        let root = looks.setup().roots[screen].root;
        Ok(Self { server, name, looks, root })
    }

    fn is_painted(&self) -> Answer<bool> {
        let (left, top, width, height) = CARD;
        let image = self.looks.get_image(ImageFormat::Z_PIXMAP, self.root, left, top, width, height, !0)?.reply()?;
        // an empty screen is black all over, a window is not
        let dark = image.data.chunks_exact(4).filter(|pixel| pixel[..3].iter().all(|part| *part < 90)).count();
        Ok(dark >= DARK && (dark < image.data.len() / 5 || self.corner_is_light()?))
    }

    fn corner_is_light(&self) -> Answer<bool> {
        let image = self.looks.get_image(ImageFormat::Z_PIXMAP, self.root, 2, 860, 4, 4, !0)?.reply()?;
        Ok(image.data.chunks_exact(4).all(|pixel| pixel[..3].iter().all(|part| *part > 180)))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// Starts both programs in turn and prints medians: time to the first card, proportional memory of the process tree.
pub fn measure(satchel: &Path, bare: &Path, data: &Path, deals: u64, runs: usize) -> Answer<()> {
    let screen = Screen::start()?;
    let mut ours = Samples::default();
    let mut theirs = Samples::default();
    for run in 0..=runs {
        for which in if run % 2 == 0 { [true, false] } else { [false, true] } {
            let mut command = Command::new(if which { satchel } else { bare });
            if which {
                command.arg("--data-dir").arg(data);
            }
            let sample = start(&screen, &mut command)?;
            // the first of each warms the caches of the disk
            if run > 0 {
                if which { &mut ours } else { &mut theirs }.add(sample);
            }
        }
    }
    let (our_time, our_memory) = ours.medians();
    let (their_time, their_memory) = theirs.medians();
    println!(
        "| {deals} | start to first card painted, {runs} starts each | {} ms | bare window {} ms | {:.2} | |",
        our_time.as_millis(),
        their_time.as_millis(),
        our_time.as_secs_f64() / their_time.as_secs_f64()
    );
    println!(
        "| {deals} | memory of the process tree (PSS) | {our_memory} MB | bare window {their_memory} MB | +{} MB | |",
        our_memory.saturating_sub(their_memory)
    );
    Ok(())
}

#[derive(Default)]
struct Samples {
    times: Vec<Duration>,
    memory: Vec<u64>,
}

impl Samples {
    fn add(&mut self, (time, memory): (Duration, u64)) {
        self.times.push(time);
        self.memory.push(memory);
    }

    fn medians(mut self) -> (Duration, u64) {
        self.memory.sort_unstable();
        (median(self.times), self.memory[self.memory.len() / 2])
    }
}

fn start(screen: &Screen, command: &mut Command) -> Answer<(Duration, u64)> {
    command
        .env("DISPLAY", &screen.name)
        .env("SATCHEL_LOCALE", "en")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let begin = Instant::now();
    let mut child = command.spawn()?;
    while !screen.is_painted()? {
        if begin.elapsed() > Duration::from_secs(60) {
            child.kill()?;
            return Err("nothing was painted within a minute".into());
        }
        thread::sleep(Duration::from_millis(4));
    }
    let time = begin.elapsed();
    // let the page finish what it does after the first paint
    thread::sleep(Duration::from_secs(1));
    let memory = tree_memory(child.id())? / 1024;
    Command::new("kill").arg(child.id().to_string()).status()?;
    child.wait()?;
    Ok((time, memory))
}

/// Proportional set size of a process and all below it, in kB.
fn tree_memory(root: u32) -> Answer<u64> {
    let mut total = 0;
    for entry in fs::read_dir("/proc")?.flatten() {
        let Ok(pid) = entry.file_name().to_string_lossy().parse::<u32>() else { continue };
        if !descends(pid, root) {
            continue;
        }
        let rollup = fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).unwrap_or_default();
        let pss = rollup
            .lines()
            .find(|line| line.starts_with("Pss:"))
            .and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
        total += pss.unwrap_or(0);
    }
    Ok(total)
}

fn descends(mut pid: u32, root: u32) -> bool {
    while pid > 1 {
        if pid == root {
            return true;
        }
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        // the name in parentheses may hold blanks: the parent is the second word behind it
        let parent =
            stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1)).and_then(|word| word.parse().ok());
        pid = parent.unwrap_or(0);
    }
    false
}
