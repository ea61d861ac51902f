//! The command line, parsed by hand: three flags and two verbs do not need a library.
//! What a mapping file may say is the core's business, not this file's.

use serde::{Deserialize, Serialize};
use std::{ffi::OsString, path::PathBuf};

/// What `--help` prints.
pub const USAGE: &str = "\
Usage: satchel [--data-dir DIR]
       satchel import FILE --map MAP.json [--data-dir DIR] [--dry-run]
       satchel export deals|leads|people|organizations FILE.(csv|xlsx) [--data-dir DIR]

  --data-dir DIR   where satchel.db lives (also: SATCHEL_DATA_DIR)
  --map MAP.json   how the columns of FILE become records
  --dry-run        say what an import would do, write nothing
  --version        print the version
  --help           print this text

Both print a report in JSON on standard output. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.";

/// One `satchel import`, paths as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportArgs {
    pub file: PathBuf,
    pub map: PathBuf,
    pub dry_run: bool,
}

/// One `satchel export`, the path as given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportArgs {
    pub list: String,
    pub file: PathBuf,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Invocation {
    Window { data_dir: Option<PathBuf> },
    Import { data_dir: Option<PathBuf>, import: ImportArgs },
    Export { data_dir: Option<PathBuf>, export: ExportArgs },
    Version,
    Help,
}

/// Reads the arguments after the program's name; the error is a line for standard error.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, String> {
    let mut arguments = arguments.into_iter();
    let (mut data_dir, mut map, mut dry_run) = (None, None, false);
    let mut words: Vec<OsString> = Vec::new();
    while let Some(argument) = arguments.next() {
        let mut value = |flag: &str| arguments.next().map(PathBuf::from).ok_or(format!("{flag} wants a value"));
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(Invocation::Help),
            Some("--version" | "-V") => return Ok(Invocation::Version),
            Some("--dry-run") => dry_run = true,
            Some(flag @ "--data-dir") => data_dir = Some(value(flag)?),
            Some(flag @ "--map") => map = Some(value(flag)?),
            Some(text) if text.starts_with("--data-dir=") => data_dir = Some(after_equals(text)),
            Some(text) if text.starts_with("--map=") => map = Some(after_equals(text)),
            Some(text) if text.starts_with("--") => return Err(format!("unknown option {text}")),
            _ => words.push(argument),
        }
    }
    let mut words = words.into_iter();
    match (words.next(), words.next(), words.next()) {
        (None, ..) if map.is_none() && !dry_run => Ok(Invocation::Window { data_dir }),
        (Some(verb), Some(file), None) if verb == "import" => {
            let map = map.ok_or("import wants --map MAP.json")?;
            Ok(Invocation::Import { data_dir, import: ImportArgs { file: file.into(), map, dry_run } })
        }
        (Some(verb), Some(list), Some(file))
            if verb == "export" && words.next().is_none() && map.is_none() && !dry_run =>
        {
            let list = list.into_string().map_err(|_| "export wants a list")?;
            Ok(Invocation::Export { data_dir, export: ExportArgs { list, file: file.into() } })
        }
        (Some(verb), ..) if verb == "export" => Err("export wants a list and a file".into()),
        (Some(verb), None, None) if verb == "import" => Err("import wants a file".into()),
        _ => Err("these arguments make no sense together".into()),
    }
}

fn after_equals(text: &str) -> PathBuf {
    text.split_once('=').map(|(_, value)| value).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Invocation, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn no_arguments_open_the_window_on_the_usual_directory() {
        assert_eq!(parsed(""), Ok(Invocation::Window { data_dir: None }));
    }

    #[test]
    fn the_data_directory_may_follow_a_space_or_an_equals_sign() {
        let expected = Ok(Invocation::Window { data_dir: Some("/x y".into()) });
        assert_eq!(parse(["--data-dir", "/x y"].map(OsString::from)), expected);
        assert_eq!(parse(["--data-dir=/x y"].map(OsString::from)), expected);
    }

    #[test]
    fn an_import_takes_its_flags_in_any_order() {
        let import = ImportArgs { file: "a.csv".into(), map: "m.json".into(), dry_run: true };
        let expected = Ok(Invocation::Import { data_dir: Some("d".into()), import });
        assert_eq!(parsed("import a.csv --map m.json --data-dir d --dry-run"), expected);
        assert_eq!(parsed("--dry-run --data-dir d import --map m.json a.csv"), expected);
    }

    #[test]
    fn an_export_takes_a_list_and_a_file() {
        let export = ExportArgs { list: "deals".into(), file: "a.csv".into() };
        let expected = Ok(Invocation::Export { data_dir: Some("d".into()), export });
        assert_eq!(parsed("export deals a.csv --data-dir d"), expected);
        for line in ["export", "export deals", "export deals a b", "export deals a.csv --dry-run"] {
            assert!(parsed(line).is_err(), "{line} must be refused");
        }
    }

    #[test]
    fn what_is_missing_or_unknown_is_refused() {
        for line in
            ["import", "import a.csv", "import a b --map m", "frob", "--frob", "--data-dir", "--dry-run", "--map m"]
        {
            assert!(parsed(line).is_err(), "{line} must be refused");
        }
    }
}
