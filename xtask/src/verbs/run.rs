//! `cargo xtask run`: from a clean clone to an open window.

use crate::{
    Outcome, node, paths,
    process::{self, Running},
    screen::{self, Screen},
    setup::{self, Need},
};
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Wish {
    release: bool,
    picture: Option<PathBuf>,
    arguments: Vec<String>,
}

pub fn run(arguments: &[String]) -> Outcome {
    let wish = read(arguments)?;
    let virtual_screen = wish.picture.is_some() || !screen::is_there();
    setup::ensure(if virtual_screen { &[Need::Build, Need::Screen] } else { &[Need::Build] })?;
    node::install("ui")?;
    node::build_page()?;
    let mut build = process::cargo();
    build.args(["build", "--package", "satchel"]);
    if wish.release {
        build.arg("--release");
    }
    process::run(&mut build)?;
    let binary = paths::binary(wish.release);
    if virtual_screen { on_a_virtual_screen(&binary, &wish) } else { on_the_screen(&binary, &wish) }
}

fn on_the_screen(binary: &Path, wish: &Wish) -> Outcome {
    println!("Opening Satchel");
    let mut command = process::command(binary);
    process::run(with_sample(&mut command).args(&wish.arguments))
}

fn on_a_virtual_screen(binary: &Path, wish: &Wish) -> Outcome {
    let screen = Screen::start()?;
    let picture = match &wish.picture {
        Some(file) => std::path::absolute(file).map_err(|error| error.to_string())?,
        None => paths::scratch("satchel.png")?,
    };
    let mut satchel = Running::start(with_sample(&mut screen.command(binary)).args(&wish.arguments))?;
    screen.picture(&mut satchel, &picture)?;
    println!("Satchel is open on a virtual screen; a picture of it: {}", picture.display());
    let status = if wish.picture.is_some() {
        satchel.end()
    } else {
        println!("It keeps running until you press Ctrl+C");
        Some(satchel.wait()?)
    };
    match status {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(format!("Satchel ended with {status}")),
        None => Err("Satchel could not be ended".into()),
    }
}

/// A fresh data directory shows the sample data at once, unless the environment says otherwise.
fn with_sample(command: &mut std::process::Command) -> &mut std::process::Command {
    if std::env::var_os("SATCHEL_SAMPLE").is_none() {
        command.env("SATCHEL_SAMPLE", "1");
    }
    command
}

fn read(arguments: &[String]) -> Outcome<Wish> {
    let mut wish = Wish::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--release" => wish.release = true,
            "--screenshot" => wish.picture = Some(arguments.next().ok_or("--screenshot wants a file")?.into()),
            "--" => wish.arguments = arguments.by_ref().cloned().collect(),
            other => return Err(format!("run does not know {other}")),
        }
    }
    Ok(wish)
}
