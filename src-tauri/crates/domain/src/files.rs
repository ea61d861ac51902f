//! What a file from outside may be called here, and which kinds are safe to hand to the system for opening.
//! Not here: where its content lies. Content is found by its hash, never by a name somebody else chose.

/// The largest file that is kept: 50 MB.
pub const LARGEST: u64 = 50 * 1024 * 1024;

/// How many files one act takes.
pub const MOST: usize = 50;

/// Longest name, in characters.
const LONGEST: usize = 150;

/// Where nothing of the name is left.
const NAMELESS: &str = "file";

/// Device names that Windows gives no file, whatever follows a point.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Endings of documents that viewers show without running anything in them.
const SHOWN: [&str; 36] = [
    "pdf", "txt", "text", "log", "md", "csv", "tsv", "rtf", "png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff",
    "heic", "docx", "xlsx", "pptx", "odt", "ods", "odp", "eml", "ics", "vcf", "mp3", "wav", "m4a", "ogg", "mp4", "mov",
    "webm", "dwg", "dxf", "step",
];

/// A file name that any system takes: no folders, no device, no stream, no control or direction character, not too
/// long; the ending stays.
#[must_use]
pub fn clean_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| if matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*') { '_' } else { c })
        .collect();
    // a point or blank at the end vanishes on Windows, one at the start hides the file elsewhere
    let clean = clean.trim().trim_end_matches(['.', ' ']).trim_start_matches(['.', ' ']);
    let short = shorten(clean);
    if short.is_empty() {
        return NAMELESS.to_owned();
    }
    let stem = short.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    if RESERVED.contains(&stem.as_str()) { format!("_{short}") } else { short }
}

/// Whether a file of this name may be opened with the system's program for it; others are only shown in their folder.
#[must_use]
pub fn may_open(name: &str) -> bool {
    ending(name).is_some_and(|ending| SHOWN.contains(&ending.to_lowercase().as_str()))
}

/// Whether a file of this name holds a mail.
#[must_use]
pub fn is_mail(name: &str) -> bool {
    ending(name).is_some_and(|ending| ending.eq_ignore_ascii_case("eml"))
}

fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending).filter(|ending| !ending.is_empty())
}

fn shorten(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    let ending = ending(name).filter(|ending| ending.chars().count() <= 10);
    let room = LONGEST - ending.map_or(0, |ending| ending.chars().count() + 1);
    let start: String = name.chars().take(room).collect();
    let start = start.trim_end_matches(['.', ' ']);
    ending.map_or_else(|| start.to_owned(), |ending| format!("{start}.{ending}"))
}

/// Characters that show nothing or turn the direction of what follows: they make one ending look like another.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_from_outside_become_names_of_files() {
        let long = "é".repeat(400);
        let cases = [
            ("offer.pdf", "offer.pdf"),
            ("Angebot März.pdf", "Angebot März.pdf"),
            ("报价单.xlsx", "报价单.xlsx"),
            ("../../etc/passwd", "passwd"),
            ("..\\..\\Windows\\system.ini", "system.ini"),
            ("/etc/shadow", "shadow"),
            ("C:\\Users\\a\\offer.pdf", "offer.pdf"),
            ("\\\\server\\share\\x.txt", "x.txt"),
            ("C:offer.pdf", "C_offer.pdf"),
            ("a.txt:hidden.exe", "a.txt_hidden.exe"),
            ("CON", "_CON"),
            ("con.txt", "_con.txt"),
            ("Lpt1 .pdf", "_Lpt1 .pdf"),
            ("console.txt", "console.txt"),
            ("offer.pdf. . .", "offer.pdf"),
            (" .hidden", "hidden"),
            ("..", "file"),
            ("", "file"),
            ("a\u{0}b\nc.txt", "abc.txt"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
            ("what?*<>|\".txt", "what______.txt"),
        ];
        for (name, expected) in cases {
            assert_eq!(clean_name(name), expected, "{name:?}");
            assert_eq!(clean_name(&clean_name(name)), expected, "cleaning {name:?} again changes nothing");
        }
        let cut = clean_name(&format!("{long}.pdf"));
        assert!(cut.chars().count() == LONGEST && cut.ends_with("é.pdf"), "{cut}");
    }

    #[test]
    fn documents_are_opened_and_programs_never() {
        for name in ["a.pdf", "A.PDF", "plan.dwg", "b.tar.png", "报价.xlsx"] {
            assert!(may_open(name), "{name}");
        }
        for name in [
            "a.exe",
            "a.pdf.exe",
            "a.bat",
            "a.cmd",
            "a.ps1",
            "a.sh",
            "a.js",
            "a.vbs",
            "a.html",
            "a.svg",
            "a.docm",
            "a.xlsm",
            "a.lnk",
            "a.desktop",
            "a.jar",
            "a.app",
            "a.url",
            "a.scr",
            "a.appimage",
            "a.zip",
            "pdf",
            "a.",
            "",
        ] {
            assert!(!may_open(name), "{name}");
        }
        assert!(is_mail("x.EML") && !is_mail("eml") && !is_mail("x.eml.pdf"));
    }
}
