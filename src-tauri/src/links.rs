//! Which links and files may leave the application. Everything not named here stays inside and goes nowhere.

use satchel_app::dto::AttachmentCopy;
use tauri::Url;

/// The link, if it is of a kind that may be handed to the system: web pages, mail, telephone.
pub fn allowed(link: &str) -> Option<Url> {
    let url = Url::parse(link).ok()?;
    let shown = match url.scheme() {
        "http" | "https" => url.host_str().is_some_and(|host| !host.is_empty()) && url.password().is_none(),
        "mailto" | "tel" => !url.path().is_empty(),
        _ => false,
    };
    shown.then_some(url)
}

/// Opens a copy of a file, or shows it in its folder where the core does not let it be opened.
pub fn show_file(copy: &AttachmentCopy, folder: bool) -> bool {
    if copy.may_open && !folder {
        tauri_plugin_opener::open_path(&copy.path, None::<&str>).is_ok()
    } else {
        tauri_plugin_opener::reveal_item_in_dir(&copy.path).is_ok()
    }
}

/// Whether the page may go there itself: only within the bundled page.
pub fn inside(url: &Url) -> bool {
    let dev = cfg!(dev) && url.host_str() == Some("localhost");
    dev || url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_mail_and_telephone_links_may_leave() {
        for link in ["https://example.com/a?b=c", "http://example.com", "mailto:ann@example.com", "tel:+33123456789"] {
            assert!(allowed(link).is_some(), "{link} must be allowed");
        }
    }

    #[test]
    fn files_scripts_programs_and_disguises_may_not() {
        let links = [
            "file:///etc/passwd",
            "javascript:alert(1)",
            "data:text/html,x",
            "smb://host/share",
            "ms-settings:",
            "/etc/passwd",
            "calc.exe",
            "http://",
            "https://bank.example:x@evil.example/",
            "mailto:",
            "vscode://file/x",
            "tauri://localhost",
            "",
        ];
        for link in links {
            assert!(allowed(link).is_none(), "{link} must be refused");
        }
    }

    #[test]
    fn the_page_stays_within_itself() {
        let url = |text: &str| Url::parse(text).expect("a URL");
        assert!(inside(&url("tauri://localhost/index.html")));
        assert!(inside(&url("http://tauri.localhost/")));
        assert!(!inside(&url("https://example.com/")));
        assert!(!inside(&url("http://tauri.localhost.example.com/")));
    }
}
