//! The rules of the house that no compiler guards: how long a file is, who may know whom, what may not stand anywhere.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the project's root")
}

/// Every file under these folders with one of these endings, with its text; built and fetched folders are skipped.
fn sources(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let mut found = Vec::new();
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    while let Some(path) = open.pop() {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if path.is_dir() {
            if !matches!(name.as_str(), "node_modules" | "dist" | "target" | "gen" | ".git") {
                open.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
            }
        } else if endings.iter().any(|ending| name.ends_with(ending))
            && let Ok(text) = fs::read_to_string(&path)
        {
            found.push((path.strip_prefix(&root).expect("inside the root").to_string_lossy().replace('\\', "/"), text));
        }
    }
    assert!(!found.is_empty(), "the rule looks at something");
    found
}

fn report(what: &str, offenders: &[String]) {
    assert!(offenders.is_empty(), "{what}:\n{}", offenders.join("\n"));
}

#[test]
fn no_source_file_is_longer_than_six_hundred_lines() {
    let offenders: Vec<String> =
        sources(&["src-tauri", "ui/src", "tests", "xtask"], &[".rs", ".ts", ".svelte", ".css", ".mjs", ".js", ".ftl"])
            .into_iter()
            .filter(|(path, _)| path != "ui/src/ipc/bindings.ts")
            .filter_map(|(path, text)| {
                (text.lines().count() > 600).then(|| format!("{path}: {} lines", text.lines().count()))
            })
            .collect();
    report("files over 600 lines", &offenders);
}

#[test]
fn components_stay_small_enough_to_read() {
    let offenders: Vec<String> = sources(&["ui/src"], &[".svelte"])
        .into_iter()
        .filter_map(|(path, text)| {
            (text.lines().count() > 250).then(|| format!("{path}: {} lines", text.lines().count()))
        })
        .collect();
    report("components over 250 lines", &offenders);
}

#[test]
fn doors_open_one_way() {
    let rules: &[(&str, &[&str])] = &[
        (
            "src-tauri/crates/domain",
            &[
                "rusqlite",
                "serde",
                "tokio",
                "tauri",
                "satchel_store",
                "satchel_app",
                "std::fs",
                "SystemTime",
                "Utc::now",
                "Local::now",
            ],
        ),
        ("src-tauri/crates/store", &["satchel_app", "tauri", "tokio", "ts_rs", "Utc::now", "SystemTime"]),
        ("src-tauri/crates/app", &["tauri::", "satchel_harness", "wry"]),
        ("src-tauri/src", &["rusqlite", "satchel_store", "satchel_domain"]),
    ];
    let mut offenders = Vec::new();
    for (room, strangers) in rules {
        for (path, text) in sources(&[room], &[".rs"]) {
            let code: String =
                text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
            offenders.extend(
                strangers
                    .iter()
                    .filter(|stranger| code.contains(*stranger))
                    .map(|stranger| format!("{path} knows {stranger}")),
            );
        }
    }
    report("rooms that know what they must not", &offenders);
}

#[test]
fn only_the_door_of_the_interface_knows_the_window() {
    let offenders: Vec<String> = sources(&["ui/src"], &[".ts", ".svelte"])
        .into_iter()
        .filter(|(path, text)| text.contains("@tauri-apps/") && !path.starts_with("ui/src/ipc/"))
        .map(|(path, _)| path)
        .collect();
    report("only ui/src/ipc imports @tauri-apps", &offenders);
}

#[test]
fn a_feature_imports_only_shared_rooms_and_itself() {
    let mut offenders = Vec::new();
    for (path, text) in sources(&["ui/src/features"], &[".ts", ".svelte"]) {
        let Some(feature) = path.split('/').nth(3) else { continue };
        for line in text.lines().filter(|line| line.contains("import") || line.contains("from ")) {
            let Some(at) = line.find("features/") else { continue };
            let other = line[at + "features/".len()..].split(['/', '\'', '"']).next().unwrap_or_default();
            if !other.is_empty() && other != feature {
                offenders.push(format!("{path}: {}", line.trim()));
            }
        }
    }
    report("features that import each other", &offenders);
}

#[test]
fn nothing_is_left_for_later_and_no_test_is_skipped() {
    let mut marks = vec![format!("{}!(", "todo"), format!("{}!(", "unimplemented"), format!("#[{}", "ignore")];
    marks.extend(["TO", "FIX"].iter().zip(["DO", "ME"]).map(|(a, b)| format!("{a}{b}")));
    marks.extend(
        ["test", "it", "describe"]
            .iter()
            .flat_map(|name| [format!("{name}.{}(", "skip"), format!("{name}.{}(", "only")]),
    );
    let mut offenders = Vec::new();
    for (path, text) in sources(&["src-tauri", "ui/src", "tests", "xtask"], &[".rs", ".ts", ".svelte", ".mjs"]) {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| {
                line.split(|c: char| !(c.is_alphanumeric() || "!(#[.".contains(c)))
                    .any(|word| word.starts_with(mark.as_str()))
            }) {
                offenders.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    report("unfinished or skipped", &offenders);
}

#[test]
fn every_rust_file_says_its_job_first() {
    let offenders: Vec<String> = sources(&["src-tauri", "tests", "xtask"], &[".rs"])
        .into_iter()
        .filter(|(_, text)| !text.starts_with("//!"))
        .map(|(path, _)| path)
        .collect();
    report("files that do not open with //!", &offenders);
}

#[test]
fn no_rust_file_allows_what_the_lints_refuse() {
    let forbidden = format!("#[{}(", "allow");
    let inner = format!("#![{}(", "allow");
    let offenders: Vec<String> = sources(&["src-tauri", "tests", "xtask"], &[".rs"])
        .into_iter()
        .filter(|(_, text)| text.contains(&forbidden) || text.contains(&inner))
        .map(|(path, _)| path)
        .collect();
    report("use #[expect(lint, reason = ...)]", &offenders);
}

#[test]
fn there_is_exactly_one_sqlite_in_the_lock_file() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock");
    assert_eq!(lock.matches("name = \"libsqlite3-sys\"").count(), 1);
    assert_eq!(lock.matches("name = \"sqlite3-src\"").count() + lock.matches("name = \"sqlite3-sys\"").count(), 0);
}

#[test]
fn commands_of_the_window_stay_thin() {
    // a command of the shell parses, calls one function and answers: no body is longer than a screenful
    let mut offenders = Vec::new();
    for (path, text) in sources(&["src-tauri/src"], &[".rs"]) {
        let lines: Vec<&str> = text.lines().collect();
        for (start, _) in lines.iter().enumerate().filter(|(_, line)| line.contains("#[tauri::command")) {
            let indent = lines[start].len() - lines[start].trim_start().len();
            let end = lines[start..]
                .iter()
                .position(|line| line.len() - line.trim_start().len() == indent && line.trim_start().starts_with('}'))
                .unwrap_or(0);
            if end > 16 {
                offenders.push(format!("{path}:{}: {end} lines", start + 1));
            }
        }
    }
    report("commands with rules in them", &offenders);
}
