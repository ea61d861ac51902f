//! Debian, Ubuntu and what descends from them: apt, as root or through sudo, without a question asked.

use super::Need;
use crate::{Outcome, process};

const fn packages(need: Need) -> &'static [&'static str] {
    match need {
        // libclang: the bindings of SQLite's session extension are generated at build time.
        Need::Build => &["build-essential", "pkg-config", "libclang-dev", "libwebkit2gtk-4.1-dev"],
        // The fonts carry the characters of all three languages.
        Need::Screen => &["xvfb", "dbus", "imagemagick", "fonts-dejavu-core", "fonts-noto-cjk"],
        Need::Drive => &["webkit2gtk-driver", "chromium"],
    }
}

pub fn is_here() -> bool {
    cfg!(target_os = "linux") && process::exists("apt-get") && process::exists("dpkg-query")
}

pub fn ensure(needs: &[Need]) -> Outcome {
    let missing: Vec<&str> =
        needs.iter().flat_map(|need| packages(*need)).copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    println!("Satchel needs these Debian packages, which are missing: {}", missing.join(" "));
    println!("Installing them with apt-get");
    apt(&["update", "-qq"])?;
    apt(&[["install", "-y", "-qq", "--no-install-recommends"].as_slice(), missing.as_slice()].concat())
}

/// Installs a package file with what it depends on, over an installed one of the same version.
///
/// # Errors
/// apt's own, or that nobody here may install.
pub fn install_file(file: &str) -> Outcome {
    apt(&["install", "-y", "-qq", "--reinstall", "--allow-downgrades", file])
}

fn installed(package: &str) -> bool {
    let status = process::output(process::command("dpkg-query").args(["-W", "-f=${db:Status-Status}", package]));
    status.is_some_and(|status| status.lines().any(|line| line == "installed"))
}

/// Runs apt-get with the rights it wants; never asks a question of its own.
fn apt(arguments: &[&str]) -> Outcome {
    let root = process::output(process::command("id").arg("-u")).is_some_and(|id| id == "0");
    let mut command = process::command(if root { "env" } else { "sudo" });
    if !root {
        if !process::exists("sudo") {
            return Err(format!("installing wants root; run as root: apt-get {}", arguments.join(" ")));
        }
        if !std::io::IsTerminal::is_terminal(&std::io::stdin()) {
            // Without a terminal nobody can type a password.
            command.arg("-n");
        }
        command.arg("env");
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "Dpkg::Use-Pty=0"]).args(arguments);
    process::run(command.stdin(std::process::Stdio::inherit()))
}
