//! Systems where this program installs nothing, but says what is missing and where it comes from.

use super::Need;
use crate::{Outcome, process};

pub fn ensure(needs: &[Need]) -> Outcome {
    let missing: Vec<&str> = match std::env::consts::OS {
        "windows" => windows(),
        "macos" => macos(),
        _ => linux(needs),
    };
    if missing.is_empty() { Ok(()) } else { Err(format!("this machine lacks:\n  - {}", missing.join("\n  - "))) }
}

fn windows() -> Vec<&'static str> {
    let clang = std::env::var_os("LIBCLANG_PATH").is_some() || process::exists("clang");
    let tools = std::env::var_os("VSINSTALLDIR").is_some()
        || std::path::Path::new(r"C:\Program Files (x86)\Microsoft Visual Studio\Installer\vswhere.exe").is_file();
    [
        (tools, "the C++ build tools: winget install Microsoft.VisualStudio.2022.BuildTools (workload \"Desktop development with C++\")"),
        (clang, "LLVM, for the bindings of SQLite: winget install LLVM.LLVM"),
    ]
    .into_iter()
    .filter_map(|(there, what)| (!there).then_some(what))
    .collect()
}

fn macos() -> Vec<&'static str> {
    let tools = process::output(process::command("xcode-select").arg("-p")).is_some();
    if tools { Vec::new() } else { vec!["the command line tools of Xcode: xcode-select --install"] }
}

fn linux(needs: &[Need]) -> Vec<&'static str> {
    let library = |name: &str| process::output(process::command("pkg-config").args(["--exists", name])).is_some();
    let mut missing = Vec::new();
    if !library("webkit2gtk-4.1") {
        missing.push("WebKitGTK 4.1 with headers (Fedora: webkit2gtk4.1-devel, Arch: webkit2gtk-4.1, openSUSE: webkit2gtk3-devel)");
    }
    if !process::exists("clang") && std::env::var_os("LIBCLANG_PATH").is_none() {
        missing.push("clang with libclang (Fedora: clang-devel, Arch: clang)");
    }
    if needs.contains(&Need::Screen)
        && !(process::exists("Xvfb") && process::exists("dbus-run-session") && process::exists("import"))
    {
        missing.push("Xvfb, dbus-run-session and ImageMagick, for a window without a screen");
    }
    if needs.contains(&Need::Drive)
        && !(process::exists("WebKitWebDriver") && (process::exists("chromium") || process::exists("chromium-browser")))
    {
        missing.push("WebKitWebDriver and Chromium, for the tests in a window");
    }
    missing
}
