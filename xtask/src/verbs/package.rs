//! `cargo xtask package`: the packages people install, and proof that the one for this system installs and opens.

use crate::{
    Outcome, node, paths,
    process::{self, Running},
    screen::Screen,
    setup::{self, Need, debian},
};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Stdio,
};

/// Where the .deb puts the program.
const INSTALLED: &str = "/usr/bin/satchel";
const MEGABYTE: f64 = 1_000_000.0;

pub fn run(arguments: &[String]) -> Outcome {
    let (bundles, install) = read(arguments)?;
    setup::ensure(&[Need::Build, Need::Screen])?;
    node::install("ui")?;
    let cli = node::tool("@tauri-apps/cli", "2.12.5")?.join("tauri.js");
    let mut build = process::command("node");
    build.arg(cli).args(["build", "--ci"]);
    if !bundles.is_empty() {
        build.args(["--bundles", &bundles]);
    }
    // What follows is cargo's: the application alone, not the tools beside it.
    process::run(build.args(["--", "--package", "satchel"]))?;
    let packages = packages();
    if packages.is_empty() {
        return Err(format!("no package appeared in {}", bundle_folder().display()));
    }
    for package in &packages {
        println!("{:>8.2} MB  {}", size(package)?, package.display());
    }
    println!("{:>8.2} MB  the program", size(&paths::binary(true))?);
    println!("{:>8.2} kB  the scripts of the first page, gzipped", gzipped_scripts()?);
    match packages.iter().find(|package| package.extension().is_some_and(|ending| ending == "deb")) {
        Some(package) if install && debian::is_here() => install_and_open(package),
        _ => Ok(()),
    }
}

/// Installs the package, opens the installed program on a fresh directory and sees its window painted.
fn install_and_open(package: &Path) -> Outcome {
    println!("Installing {}", package.display());
    debian::install_file(&package.to_string_lossy())?;
    let data = paths::scratch("package-data")?;
    // What an earlier run left is not a fresh directory.
    let _ = fs::remove_dir_all(&data);
    let picture = paths::scratch("package.png")?;
    let screen = Screen::start()?;
    let mut command = screen.command(Path::new(INSTALLED));
    let mut satchel = Running::start(command.arg("--data-dir").arg(&data).env("SATCHEL_SAMPLE", "1").current_dir("/"))?;
    screen.picture(&mut satchel, &picture)?;
    println!("{INSTALLED} opened its window; a picture of it: {}", picture.display());
    match satchel.end() {
        Some(status) if status.success() => Ok(()),
        other => Err(format!("{INSTALLED} did not end as it should: {other:?}")),
    }
}

fn bundle_folder() -> PathBuf {
    paths::target().join("release/bundle")
}

/// The packages of this version, whatever built them.
fn packages() -> Vec<PathBuf> {
    let version = env!("CARGO_PKG_VERSION");
    let endings = [".deb", ".rpm", ".AppImage", ".exe", ".msi", ".dmg"];
    let mut found = paths::files(&bundle_folder(), &endings);
    found.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains(version)));
    found
}

fn size(file: &Path) -> Outcome<f64> {
    let bytes = file.metadata().map_err(|error| format!("{}: {error}", file.display()))?.len();
    Ok(f64::from(u32::try_from(bytes).unwrap_or(u32::MAX)) / MEGABYTE)
}

/// What the first page loads before it shows anything, in thousands of bytes as a web server would send them.
fn gzipped_scripts() -> Outcome<f64> {
    let dist = paths::root().join("ui/dist");
    let page = fs::read_to_string(dist.join("index.html")).map_err(|error| format!("ui/dist/index.html: {error}"))?;
    let named = |script: &PathBuf| script.file_name().is_some_and(|name| page.contains(&*name.to_string_lossy()));
    let mut total = 0;
    for script in paths::files(&dist, &[".js"]).into_iter().filter(named) {
        let text = fs::read(&script).map_err(|error| format!("{}: {error}", script.display()))?;
        let mut gzip = process::command("gzip");
        let mut gzip = gzip
            .args(["-9", "-c"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("gzip: {error}"))?;
        let mut pipe = gzip.stdin.take().ok_or("gzip takes no input")?;
        let writer = std::thread::spawn(move || pipe.write_all(&text));
        let output = gzip.wait_with_output().map_err(|error| format!("gzip: {error}"))?;
        writer.join().map_err(|_| "gzip stopped reading")?.map_err(|error| format!("gzip: {error}"))?;
        total += output.stdout.len();
    }
    Ok(f64::from(u32::try_from(total).unwrap_or(u32::MAX)) / 1000.0)
}

fn read(arguments: &[String]) -> Outcome<(String, bool)> {
    let mut bundles = if debian::is_here() { "deb".to_owned() } else { String::new() };
    let mut install = true;
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--bundles" => bundles.clone_from(arguments.next().ok_or("--bundles wants a list")?),
            "--no-install" => install = false,
            other => return Err(format!("package does not know {other}")),
        }
    }
    Ok((bundles, install))
}
